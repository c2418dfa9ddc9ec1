"""Names of hosts in one spelling, so that they can be compared."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import idna

DOMAIN = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)(\.(?!-)[a-z0-9-]{1,63}(?<!-))+")


def domain_of(address: str) -> str:
    """The host of a web address, or of a domain as people write it, in ASCII (IDNA, UTS 46); "" when there is none."""
    text = address.strip().lower()
    try:
        host = urlsplit(text if "//" in text else f"//{text}").hostname or ""
        host = host.rstrip(".").removeprefix("www.")
        host = idna.encode(host, uts46=True).decode() if host else ""
    except (ValueError, UnicodeError):
        return ""
    return host if DOMAIN.fullmatch(host) else ""
