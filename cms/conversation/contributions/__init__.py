"""What visitors contribute: images, recordings and documents, to a comment or on their own.

A file comes into quarantine: checked, in the vault, and part of no library that editors choose from. Only an editor's
approval makes an asset of it, and the contribution an item of the ledger.
"""
