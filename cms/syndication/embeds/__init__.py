"""Showing items on other sites: oEmbed, and the pages that its frames show."""
