"""Live: what changes in public threads, handed to whoever has a stream open.

The database is the log: public changes are numbered in the order of their commits. So each process that has streams
looks for what is new after the last number it has seen (`hub.py`), reads it once (`changes.py`), and hands it to its
streams (`streams.py`). What wakes it (`waking.py`, `announcing.py`) may be lost: the numbers are not.

What does not live here: how streams go over the wire (`newsroom_api/live/`).
"""
