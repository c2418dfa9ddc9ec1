"""When two addresses on the web are the same page: what official statements and oEmbed compare.

Spellings that are equal by RFC 3986, section 6, are; besides, the scheme, `www.`, a slash at the end, the fragment and
parameters that only track readers make no difference.
"""

from __future__ import annotations

import hashlib
import re
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from cms.errors import InvalidInput

LONGEST = 2048
TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|twclid|ttclid|li_fat_id|igshid|igsh|yclid|mc_[ce]id|_ga|"
    r"_gl|_hsenc|_hsmi|mkt_tok|vero_id|wt_mc|xtor|s_cid|ncid|cmpid|ref_src|ref_url|spm",
    re.IGNORECASE,
)
PORTS = {"http": 80, "https": 443}
SAFE = "!$&'()*+,;=:@~"
"""What a part of a path may have besides letters, digits and `-._` without being escaped."""


def normal_form(address: str, *, field: str = "url") -> str:
    """The form that all spellings of an address have in common. Raises `InvalidInput` for what is no web address."""
    text = address.strip()
    if len(text) > LONGEST:
        raise InvalidInput(f"An address has at most {LONGEST} characters.", field=field)
    if re.search(r"[\x00-\x20\x7f\\]", text):
        raise InvalidInput("An address has no spaces, backslashes or control characters.", field=field)
    try:
        parts = urlsplit(text if "://" in text else f"https://{text}")
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        parts, host, port = urlsplit(""), "", None
    if not host or "@" in parts.netloc or parts.scheme.lower() not in PORTS:
        raise InvalidInput("This is no address on the web such as https://example.com/article.", field=field)
    own = "" if port in (None, PORTS[parts.scheme.lower()]) else f":{port}"
    path = _path(parts.path)
    query = _query(parts.query)
    return f"{_host(host)}{own}{path}{f'?{query}' if query else ''}"


def key_of(address: str, *, field: str = "url") -> str:
    """sha256, in hexadecimal, of the normal form of an address. Raises `InvalidInput`."""
    return hashlib.sha256(normal_form(address, field=field).encode()).hexdigest()


def _host(host: str) -> str:
    """A host in ASCII (IDNA) and without `www.`."""
    name = host.lower().removeprefix("www.")
    try:
        return name.encode("idna").decode()
    except UnicodeError:
        return name


def _path(path: str) -> str:
    """A path with its escapes written alike, without the slash at its end."""
    segments = [
        quote(unquote(segment, errors="surrogateescape").encode("utf-8", "surrogateescape"), safe=SAFE)
        for segment in path.split("/")
    ]
    return "/".join(segments).rstrip("/")


def _query(query: str) -> str:
    """The parameters that tell pages apart, in one order."""
    try:
        pairs = parse_qsl(query, keep_blank_values=True, errors="surrogateescape", max_num_fields=100)
    except ValueError:
        return query
    kept = sorted(pair for pair in pairs if not TRACKING.fullmatch(pair[0]))
    return urlencode(kept, errors="surrogateescape")
