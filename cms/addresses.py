"""Which addresses of other sites may be asked: as they are written (`parse`), and as they resolve (`is_public`).

What does not live here: looking names up and asking (`cms/outbound.py`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import NoReturn

from django.utils.translation import gettext as _
from urllib3.exceptions import LocationParseError
from urllib3.util import Url, parse_url

from cms.conf import newsroom
from cms.errors import OutboundRefused

PORTS = {"http": 80, "https": 443}
LONGEST = 2048

# Public by the `is_global` of some Python or other, and yet not sites: IETF protocols (RFC 6890), relays of 6to4
# (RFC 7526), the host's own services in Azure.
NOT_SITES = tuple(IPv4Network(name) for name in ("192.0.0.0/24", "192.88.99.0/24", "168.63.129.16/32"))

# IPv6 addresses of sites are in 2000::/3 (IANA). Out of it: IETF protocols with Teredo, which carries an IPv4 address
# (RFC 4380), documentation (RFC 3849, RFC 9637), 6to4, which carries one too (RFC 3056). IPv4-mapped addresses and
# NAT64 (64:ff9b::/96, RFC 6052) are outside.
SITES6 = IPv6Network("2000::/3")
NOT_SITES6 = tuple(IPv6Network(name) for name in ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"))


@dataclass(frozen=True, slots=True)
class Target:
    """An address in its parts. `host` is in ASCII, without brackets; `path` has the query, and no fragment."""

    scheme: str
    host: str
    port: int
    path: str
    allowed: bool
    """Whether OUTBOUND_ALLOW names it: then it need not be public."""

    @property
    def origin(self) -> tuple[str, str, int]:
        return self.scheme, self.host, self.port

    @property
    def url(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{port}{self.path}"


def is_public(address: str) -> bool:
    """Whether a numeric address belongs to the public internet, and to a single machine on it."""
    try:
        found = ip_address(address)
    except ValueError:
        return False
    if isinstance(found, IPv6Address):
        return not found.scope_id and found in SITES6 and not any(found in network for network in NOT_SITES6)
    special = found.is_multicast or found.is_reserved or any(found in network for network in NOT_SITES)
    return found.is_global and not special


def parse(url: str, *, field: str = "") -> Target:
    """The parts of an address. Raises `OutboundRefused` when it is not one that may be asked, as it is written."""
    if len(url) > LONGEST:
        _refuse(_("The address has more than %(limit)s characters.") % {"limit": LONGEST}, field)
    if re.search(r"[\x00-\x20\x7f\\]", url):
        _refuse(_("The address has spaces, backslashes or control characters in it."), field)
    try:
        parts = parse_url(url)
    except LocationParseError:
        parts = Url()
    scheme, host = parts.scheme or "", (parts.host or "").strip("[]").rstrip(".")
    if scheme not in PORTS or not host:
        _refuse(_("The address must begin with https:// or http:// and the name of a host."), field)
    if "@" in url.split("/", 3)[2].partition("?")[0].partition("#")[0]:
        _refuse(_("The address must not have a user name or password in it."), field)
    port = PORTS[scheme] if parts.port is None else parts.port
    allowed = _is_allowed(host, port)
    ports = sorted({int(number) for number in newsroom.OUTBOUND_PORTS})
    if not allowed and port not in ports:
        names = ", ".join(str(number) for number in ports)
        _refuse(_("The address must not have a port other than: %(ports)s.") % {"ports": names}, field)
    _check_number(host, allowed, field)
    return Target(scheme=scheme, host=host, port=port, path=parts.request_uri, allowed=allowed)


def _check_number(host: str, allowed: bool, field: str) -> None:
    """A host that is a number must be a public address in its usual spelling.

    Systems also read 2130706433, 017700000001, 0x7f.1 and 127.1 as addresses: a host is taken for one when its last
    label is a number, as browsers do (WHATWG URL, "ends in a number").
    """
    last = host.rpartition(".")[2]
    is_number = ":" in host or last.isdigit() or re.fullmatch(r"0x[0-9a-f]*", last, re.IGNORECASE) is not None
    if not is_number:
        return
    try:
        address: IPv4Address | IPv6Address | None = ip_address(host)
    except ValueError:
        address = None
    if address is None or not (allowed or is_public(str(address))):
        _refuse(_("The address must have the name of a public site, not such a number."), field)


def _is_allowed(host: str, port: int) -> bool:
    """Whether OUTBOUND_ALLOW has the host (then on the usual ports), or the host with this port."""
    shown = f"[{host}]" if ":" in host else host
    allow = {str(entry).lower() for entry in newsroom.OUTBOUND_ALLOW}
    return f"{shown}:{port}" in allow or (shown in allow and port in PORTS.values())


def _refuse(message: str, field: str) -> NoReturn:
    raise OutboundRefused(message, field=field)
