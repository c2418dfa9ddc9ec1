"""Addresses that visitors write: which may be linked, and those in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from linkify_it import LinkifyIt
from linkify_it.main import Match
from urllib3.exceptions import LocationParseError
from urllib3.util import Url, parse_url

from cms.conversation.characters import cleaned
from cms.errors import InvalidInput

WEB = ("http", "https")
LONGEST_URL = 500

QUOTES = "“”„‟‘’‚‛«»‹›"
"""Which of them closes differs by language; none ends an address."""

HINT = re.compile("://|www[.]", re.IGNORECASE)


def _after_www(linkifier: LinkifyIt, text: str, position: int) -> int:
    """How many characters after `www.` belong to the address; none unless it begins there and more of a name follows."""
    if text[max(0, position - 5)] in "./:@-":
        return 0
    prefix = "//www."
    length = linkifier.test_schema_at(prefix + text[position:], "http:", 0)
    return max(0, int(length) - len(prefix))


def _with_scheme(linkifier: LinkifyIt, match: Match) -> None:
    match.url = f"https://{match.url}"


def _linkifier() -> LinkifyIt:
    """Finds addresses with a scheme or `www.`. Bare names are not taken: "done.So" would be a site in Somalia."""
    found = LinkifyIt(options={"fuzzy_link": False, "fuzzy_email": False, "fuzzy_ip": False})
    for scheme in ("ftp:", "//", "mailto:"):
        found.add(scheme, None)
    return found.add("www.", {"validate": _after_www, "normalize": _with_scheme})


LINKIFIER = _linkifier()


def split_links(text: str) -> Iterator[tuple[str, str]]:
    """The text in pieces, each with the address it is to link to, or "" where it is just text."""
    position = 0
    for match in (LINKIFIER.match(text) or []) if HINT.search(text) else []:
        shown = match.text.rstrip(QUOTES)
        end = match.index + len(shown)
        address = safe_address(match.url.removesuffix(match.text[len(shown) :]), WEB)
        if address:
            yield text[position : match.index], ""
            yield shown, address
            position = end
    yield text[position:], ""


def safe_address(value: str, schemes: tuple[str, ...]) -> str:
    """The address without space around, or "" if it is relative, has another scheme, no host, or a user name in it.

    `https://bank.example@evil.example/` reads as one site and leads to another.
    """
    value = re.sub(r"[\t\n]", "", cleaned(value)).strip()
    try:
        parts = urlsplit(value)
        host = parts.hostname
    except ValueError:
        return ""
    if parts.scheme not in schemes:
        return ""
    if parts.scheme == "mailto":
        return value if "@" in parts.path else ""
    return value if host and "@" not in parts.netloc and "\\" not in parts.netloc else ""


def clean_url(value: str, *, field: str) -> str:
    """A visitor's web address in ASCII (host in punycode, the rest percent-encoded); "" stays "".

    Raises `InvalidInput` unless it is http or https, has a host with a dot in it (or an IPv6 address), no user name
    or password, and at most 500 characters.
    """
    url = cleaned(value).strip()
    if not url:
        return ""
    if len(url) > LONGEST_URL:
        raise InvalidInput(
            f"{field} has {len(url):,} characters; it may have at most {LONGEST_URL:,}.", field=field
        )
    if re.search(r"[\s\\]", url):
        raise InvalidInput(f"{field} must not have spaces or backslashes in it.", field=field)
    try:
        parts = parse_url(url)
    except LocationParseError:
        parts = Url()
    if parts.scheme not in WEB or not parts.host or not re.search(r"[^.][.][^.]|:", parts.host):
        raise InvalidInput(
            f"{field} must be a web address such as https://www.example.org/.",
            field=field,
        )
    if parts.auth is not None:
        raise InvalidInput(f"{field} must not have a user name or password in it.", field=field)
    if len(parts.url) > LONGEST_URL:
        raise InvalidInput(
            f"{field} has {len(parts.url):,} characters once encoded; it may have at most {LONGEST_URL:,}.",
            field=field,
        )
    return parts.url
