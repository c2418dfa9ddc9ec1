"""What an image file says of itself: reading it for the editor, and writing the public part of it into public files."""

from cms.media.metadata.read import read_metadata
from cms.media.metadata.values import FileMetadata, Found, Offer, Source
from cms.media.metadata.write import PublicTexts, public_iim, public_xmp

__all__ = [
    "FileMetadata",
    "Found",
    "Offer",
    "PublicTexts",
    "Source",
    "public_iim",
    "public_xmp",
    "read_metadata",
]
