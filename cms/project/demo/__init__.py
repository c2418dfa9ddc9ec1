"""The content of the demo: an invented company's newsrooms in two languages, with everything that releases can hold.

The texts are in `swedish*.py` and `english*.py`, what is drawn and recorded in `drawings.py` and `recordings.py`;
`build.py` makes pages of them.
"""
