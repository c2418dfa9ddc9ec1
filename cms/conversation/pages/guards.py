"""What keeps other sites and programs from sending our forms, without cookies.

A browser says where a form stands (`Sec-Fetch-Site`, W3C Fetch Metadata; before that `Origin`, RFC 6454). And each
form has a token, signed for what it is about, which is the same for an hour: pages stay the same in caches.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from urllib.parse import urlsplit

from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, HttpResponse

from cms.clients import UNKNOWN_ADDRESS, client_address
from cms.conf import newsroom as conf
from cms.conversation.identity import visitors
from cms.conversation.identity.pages import POLICY
from cms.conversation.services.incoming import Visitor

HOUR = 3600
VALID_HOURS = 24
"""For how long a form may stand open."""
PROOF_OF_WORK = "newsroom/proof-of-work.js"
"""The one script of the built-in pages: it solves the challenge, where a newsroom asks for a proof of work."""
SCRIPTED = {"script-src": "'self'", "connect-src": "'self'"}
"""What pages with that script are allowed."""


def form_token(about: str) -> str:
    """The token of a form that is about a thread or a comment."""
    return _signer().sign(f"{about}:{_hour()}")


def is_fresh(token: str, about: str) -> bool:
    """Whether a form with this token was given out for this, not too long ago."""
    try:
        told, _, hour = _signer().unsign(token[:200]).rpartition(":")
    except BadSignature:
        return False
    return told == about and 0 <= _hour() - int(hour) <= VALID_HOURS


def is_foreign(request: HttpRequest) -> bool:
    """Whether another site sends this request through somebody's browser."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site not in ("same-origin", "none")
    origin = request.headers.get("Origin")
    return origin is not None and urlsplit(origin).netloc not in (
        request.get_host(),
        urlsplit(conf.BASE_URL).netloc,
    )


def visitor_of(request: HttpRequest) -> Visitor:
    """Who sends a form. Without cookies nobody is known again; the address counts against floods."""
    address = client_address(request)
    known = "" if address == UNKNOWN_ADDRESS else address
    token = visitors.new_token()
    return Visitor(visitors.read_token(token), visitors.address_hash(known), is_new=True)


def private(response: HttpResponse, *, scripts: Iterable[str] = ()) -> HttpResponse:
    """The answer to somebody who takes part: for them alone, kept by nobody."""
    allowed = "".join(f"; {name} {value}" for name, value in SCRIPTED.items()) if list(scripts) else ""
    response["Content-Security-Policy"] = POLICY + allowed
    response["Cache-Control"] = "no-store"
    response["Referrer-Policy"] = "same-origin"
    response["X-Robots-Tag"] = "noindex"
    return response


def _signer() -> Signer:
    return Signer(salt="newsroom.form", sep=".")


def _hour() -> int:
    return int(time.time()) // HOUR
