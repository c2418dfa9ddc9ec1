"""Guards for XML from strangers."""

from __future__ import annotations

import io

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from cms.releases.importing.incoming import UnreadableFile


def refuse_entities(whole: bytes) -> None:
    """Raises `UnreadableFile` when the document declares entities of its own, or refers to others' (entity
    bombs, XXE).

    That a document is not well-formed is not judged here: feeds in the wild are read as far as they go.
    """
    try:
        for _event, element in iterparse(
            io.BytesIO(whole), forbid_dtd=False, forbid_entities=True, forbid_external=True
        ):
            element.clear()
    except DefusedXmlException as error:
        raise UnreadableFile(
            f"The file declares entities, which is refused: {type(error).__name__}."
        ) from None
    except (SyntaxError, ValueError, LookupError):
        if b"<!ENTITY" in whole[:100_000].upper():
            raise UnreadableFile("The file declares entities, which is refused.") from None
