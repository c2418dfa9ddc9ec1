"""Sharing: short links and what they count, and ready words for each channel."""
