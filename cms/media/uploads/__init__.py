"""Files of up to 5 GB from a browser into the vault: in parts, resumable, checked before they become assets.

`parts.py` (folders) and `parts_s3.py` (buckets) keep the parts, `services.py` is the course of an upload from its
creation to the asset, `assets.py` makes the asset, `views.py` speaks to the browser.
"""
