"""The phases of moderation, one a file. Their order, and why each stands where it does, is in `moderation/__init__.py`."""
