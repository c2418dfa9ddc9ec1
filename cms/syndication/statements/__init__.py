"""What the company officially says about an address or a topic."""
