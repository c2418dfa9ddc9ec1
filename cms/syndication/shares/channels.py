"""The channels in which releases are shared: how long words may be there, as each counts them, and where sharing begins.

What does not live here: the words (`texts.py`). Nothing here asks any of these sites.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote, urlencode

import regex

LINK = re.compile(r"https?://\S+")


class ShareChannel(StrEnum):
    """Where a release may be shared."""

    FACEBOOK = "FACEBOOK"
    X = "X"
    LINKEDIN = "LINKEDIN"
    INSTAGRAM = "INSTAGRAM"
    SNAPCHAT = "SNAPCHAT"
    MASTODON = "MASTODON"
    BLUESKY = "BLUESKY"
    WHATSAPP = "WHATSAPP"
    EMAIL = "EMAIL"


@dataclass(frozen=True, slots=True)
class Post:
    """What is to be shared."""

    title: str
    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Channel:
    """What a channel takes."""

    limit: int
    """Length of a text, as `count` counts it."""
    count: Callable[[str], int]
    crop: str
    """Name of the size of the image."""
    hashtags: int
    """Most hashtags that serve there."""
    begin: Callable[[Post], str] | None = None
    """The address at which a reader with an account there begins a post; None where there is none for all."""


def utf16_units(text: str) -> int:
    """UTF-16 code units: what browsers call the length of a text, and most channels with them."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def graphemes(text: str) -> int:
    """What readers take for characters: extended grapheme clusters (Unicode UAX 29)."""
    return len(regex.findall(r"\X", text))


# twitter-text, configuration v3: these ranges weigh 1, all else 2; an emoji weighs 2 however it is composed.
LIGHT = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))
X_LINK, MASTODON_LINK = 23, 23
EMOJI = regex.compile(r"\p{Extended_Pictographic}|\p{Regional_Indicator}{2}|[#*0-9]\uFE0F?\u20E3")


def x_weight(text: str) -> int:
    """The length of a text on X: links weigh 23 each, Chinese, Japanese and Korean characters and emoji 2."""
    weight = len(LINK.findall(text)) * X_LINK
    for cluster in regex.findall(r"\X", LINK.sub("", text)):
        weight += 2 if EMOJI.match(cluster) else sum(_weight_on_x(character) for character in cluster)
    return weight


def _weight_on_x(character: str) -> int:
    code = ord(character)
    return 1 if any(first <= code <= last for first, last in LIGHT) else 2


def mastodon_length(text: str) -> int:
    """The length of a text on Mastodon: graphemes, with links as 23 each."""
    return graphemes(LINK.sub("x" * MASTODON_LINK, text))


def _begin(address: str, **names: str) -> Callable[[Post], str]:
    """An address with parts of the post as parameters: name of the parameter to attribute of the post."""

    def begin(post: Post) -> str:
        values = {name: getattr(post, attribute) for name, attribute in names.items()}
        return f"{address}?{urlencode(values, quote_via=quote)}"

    return begin


def _mail(post: Post) -> str:
    """RFC 6068: lines end with %0D%0A."""
    body = quote(post.text.replace("\n", "\r\n"), safe="")
    return f"mailto:?subject={quote(post.title, safe='')}&body={body}"


CHANNELS: dict[ShareChannel, Channel] = {
    ShareChannel.FACEBOOK: Channel(
        63_206, utf16_units, "social", 3, _begin("https://www.facebook.com/sharer/sharer.php", u="url")
    ),
    ShareChannel.X: Channel(280, x_weight, "social", 2, _begin("https://x.com/intent/post", text="text")),
    ShareChannel.LINKEDIN: Channel(
        3_000,
        utf16_units,
        "social",
        5,
        _begin("https://www.linkedin.com/sharing/share-offsite/", url="url"),
    ),
    ShareChannel.INSTAGRAM: Channel(2_200, utf16_units, "square", 5),
    ShareChannel.SNAPCHAT: Channel(250, utf16_units, "story", 3),
    ShareChannel.MASTODON: Channel(500, mastodon_length, "social", 5),
    ShareChannel.BLUESKY: Channel(
        300, graphemes, "social", 3, _begin("https://bsky.app/intent/compose", text="text")
    ),
    ShareChannel.WHATSAPP: Channel(65_536, utf16_units, "social", 0, _begin("https://wa.me/", text="text")),
    ShareChannel.EMAIL: Channel(1_000, utf16_units, "social", 0, _mail),
}
"""Limits as the channels published them in 2026. Mastodon's is that of a server as it is installed, and its share
addresses are each server's own. Of an e-mail, 1,000 characters fit into the addresses that mail programs take."""

OTHER = "OTHER"
"""What counts as the channel of a short link that names none of them."""


def channel_named(name: str) -> str:
    """The channel of a short link, in any case of letters; `OTHER` for whatever is none."""
    wanted = name.upper()
    return wanted if wanted in ShareChannel.__members__ else OTHER
