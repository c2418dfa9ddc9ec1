"""What visitors send: comments to be posted, and who sends them."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field
from uuid import UUID

from cms.conversation.models import CommentKind


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who asks, as far as we know and may keep."""

    id: str = ""
    """Random id out of the visitor's token."""
    address_hash: str = ""
    """Keyed hash of the network address."""
    is_new: bool = False
    """Whether the token was made for this very request: nothing can be known of the visitor."""


@dataclass(frozen=True, slots=True)
class NewComment:
    """A comment as its author wrote it. `thread`, or the id of its `item`, says where."""

    body: str
    author_name: str = ""
    email: str = ""
    thread: UUID | None = None
    item: UUID | None = None
    parent: UUID | None = None
    kind: str = CommentKind.OTHER
    relation: str = ""
    url: str = ""
    organisation: str = ""
    title: str = ""
    identity_token: str = field(default="", repr=False)
    """A signed token (JWT) of a site with its own log-in, in place of name and e-mail."""
    proof_of_work: str = field(default="", repr=False)
    """The solution of an ALTCHA challenge, where the newsroom asks for one."""
    honeypot: str = field(default="", repr=False)
    """A field that people do not see; programs fill it in."""

    def fingerprint(self) -> str:
        """sha256 of all that is sent: the same for the same request."""
        text = json.dumps(asdict(self), sort_keys=True, default=str)
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
