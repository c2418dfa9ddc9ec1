"""The conversation on the built-in pages: reading it, and taking part in it without JavaScript and without cookies.

What does not live here: the pages behind the links in mails (`identity/pages.py`), and everything that is done.
"""
