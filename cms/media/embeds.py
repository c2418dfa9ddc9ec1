"""Embeds: what providers (YouTube, Vimeo, SoundCloud…) say of an address, looked up when an editor saves, and kept.

Providers are asked by oEmbed (oembed.com) through `cms/outbound.py`, and what they say is kept in Wagtail's `Embed`
table. Reading asks nobody: `stored_embed()` gives what is kept. Of a provider's HTML only one frame is taken, on a host
of that provider; scripts and everything else are left.

What does not live here: blocks and their public form (`cms/releases`).
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Any
from urllib.parse import urlencode, urlsplit

from bs4 import BeautifulSoup
from django.conf import settings
from django.core.cache import cache
from django.core.checks import CheckMessage, Tags, Warning, register
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.embeds.embeds import get_embed, get_embed_hash
from wagtail.embeds.exceptions import EmbedException, EmbedNotFoundException
from wagtail.embeds.finders import get_finders
from wagtail.embeds.finders.oembed import OEmbedFinder
from wagtail.embeds.models import EMBED_TYPES, Embed
from wagtail.embeds.oembed_providers import all_providers, wistia

from cms.addresses import PORTS, parse
from cms.conf import newsroom
from cms.errors import OutboundFailed, OutboundRefused
from cms.outbound import fetch

PROVIDERS = [
    *(
        provider
        for provider in all_providers
        if provider["endpoint"].startswith("https://") and "{1}" not in provider["endpoint"]
    ),
    wistia | {"endpoint": "https://fast.wistia.com/oembed.{format}"},
]
"""Wagtail's list, without those that can only be asked in the clear."""

SERVICES = {"api", "app", "backend", "fast", "oembed", "open", "openapi", "publish", "www"}
"""First labels of hosts that stand for a service of the site: players are on the site's other hosts."""
OTHER_HOSTS = {"wistia.com": ["wistia.net"], "youtube.com": ["youtube-nocookie.com"]}

LEAST_AGE, MOST_AGE = timedelta(days=1), timedelta(days=30)
ASKED_AGAIN = 300
"""Seconds after which an editor's saving asks again who did not answer, or did not know the address."""
SECONDS_EACH, SECONDS_ALL = 5, 10
"""For one look-up, and for all those of one saving to begin: an editor waits for them."""
LONGEST_HTML, LONGEST_TEXT, LARGEST_SIZE = 50_000, 500, 10_000
UNKNOWN = (400, 401, 403, 404, 410)
"""What providers answer where nothing is, or where its owner lets nobody embed it."""

SANDBOX = "allow-scripts allow-same-origin allow-popups allow-presentation"
ALLOW = "encrypted-media; fullscreen; picture-in-picture"


class ProviderDown(EmbedNotFoundException):
    """The provider did not answer, or in no way that can be used."""


class EmbedFinder(OEmbedFinder):
    """Asks providers through the guarded client. In `WAGTAILEMBEDS_FINDERS` as `cms.media.embeds`."""

    def __init__(self, providers: Any = None, options: Any = None) -> None:
        super().__init__(providers=providers or PROVIDERS, options=options)

    def endpoint(self, url: str) -> str:
        """The oEmbed endpoint that answers for an address; empty when none does."""
        return self._get_endpoint(url) or ""

    def find_embed(
        self, url: str, max_width: int | None = None, max_height: int | None = None
    ) -> dict[str, Any]:
        """What the provider says of an address, as columns of `Embed`.

        Raises `EmbedNotFoundException` when the provider knows nothing there, `ProviderDown` when it does not answer.
        """
        endpoint = self.endpoint(url)
        asked = {"url": url, "format": "json", "maxwidth": max_width, "maxheight": max_height}
        query = urlencode(self.options | {name: value for name, value in asked.items() if value})
        try:
            answer = fetch(
                f"{endpoint}{'&' if '?' in endpoint else '?'}{query}",
                seconds=min(SECONDS_EACH, newsroom.OUTBOUND_SECONDS),
            )
            if answer.status in UNKNOWN:
                raise EmbedNotFoundException(f"The provider answered {answer.status}.")
            said = answer.json() if answer.status == 200 else None
        except OutboundRefused as error:
            raise EmbedNotFoundException(error.message) from error
        except OutboundFailed as error:
            raise ProviderDown(error.message) from error
        if not isinstance(said, dict) or said.get("type") not in [kind for kind, _name in EMBED_TYPES]:
            raise ProviderDown("The provider's answer is no oEmbed.")
        return _columns(said, endpoint)


embed_finder_class = EmbedFinder
"""The name that Wagtail looks for in a module of finders."""


class Problem(StrEnum):
    """Why readers get a link instead of a player."""

    NO_PROVIDER = "NO_PROVIDER"
    NOT_FOUND = "NOT_FOUND"
    NO_PLAYER = "NO_PLAYER"
    UNREACHABLE = "UNREACHABLE"


@dataclass(frozen=True, slots=True)
class Notice:
    """What an editor is told of an embed."""

    url: str
    problem: Problem

    @property
    def text(self) -> str:
        match self.problem:
            case Problem.NO_PROVIDER:
                text = _("%(url)s is not on a site whose players can be embedded. Readers get a link.")
            case Problem.NOT_FOUND:
                text = _("%(url)s is unknown there, or may not be embedded. Readers get a link.")
            case Problem.NO_PLAYER:
                text = _("%(url)s has no player that can be embedded safely. Readers get a link.")
            case Problem.UNREACHABLE:
                text = _(
                    "%(url)s could not be looked up now. Readers get a link; save again in five minutes to retry."
                )
        return text % {"url": self.url}


def resolve_embeds(urls: Iterable[str]) -> None:
    """Look up what is not known yet of the addresses, or was long ago. Never raises: `embed_notices` tells.

    To be called when an editor saves, outside of a transaction: it waits for other sites, about 15 s at most.
    """
    begun = time.monotonic()
    for url in dict.fromkeys(urls):
        if time.monotonic() - begun > SECONDS_ALL:
            return
        finder = _finder(url)
        if finder is None or cache.get(_unknown(url)) or cache.get(_down(finder.endpoint(url))):
            continue
        try:
            get_embed(url)
        except ProviderDown:
            cache.set(_down(finder.endpoint(url)), True, ASKED_AGAIN)
        except EmbedException:
            Embed.objects.filter(
                hash=get_embed_hash(url)
            ).delete()  # it was there once: it is asked for when it is old
            cache.set(_unknown(url), True, ASKED_AGAIN)


def embed_notices(urls: Iterable[str]) -> list[Notice]:
    """What an editor should know of the embeds, from what is stored: asks nobody."""
    notices = []
    for url in dict.fromkeys(urls):
        if (problem := _problem(url)) is not None:
            notices.append(Notice(url, problem))
    return notices


def stored_embed(url: str) -> Embed | None:
    """What is kept of an address, its HTML a frame that may be shown, or empty. Not to be saved. Asks nobody."""
    finder = _finder(url)
    known = Embed.objects.filter(hash=get_embed_hash(url)).first()
    if known is None or finder is None:  # an address that only an unguarded finder answers for
        return None
    known.html = player(known.html, finder.endpoint(url), known.title or known.provider_name)
    return known


def player(html: str, endpoint: str, title: str) -> str:
    """The only frame in a provider's HTML, written anew; empty when there is none, another, or one on a strange host."""
    if len(html) > LONGEST_HTML:
        return ""
    frames = BeautifulSoup(html, "html.parser").find_all("iframe")
    source = _frame_address(str(frames[0].get("src") or ""), endpoint) if len(frames) == 1 else ""
    if not source:
        return ""
    sizes = "".join(
        format_html(' {}="{}"', name, size)
        for name in ("width", "height")
        if (size := _size(frames[0].get(name))) is not None
    )
    frame = format_html(
        '<iframe src="{}" title="{}" allow="{}" sandbox="{}" referrerpolicy="strict-origin-when-cross-origin"'
        ' loading="lazy" allowfullscreen',
        source,
        title,
        ALLOW,
        SANDBOX,
    )
    return f"{frame}{sizes}></iframe>"


def _columns(said: dict[str, Any], endpoint: str) -> dict[str, Any]:
    """A provider's answer as columns of `Embed`: nothing in it is trusted to be what oEmbed says it is."""
    title, provider = _text(said.get("title")), _text(said.get("provider_name"))
    html = said.get("html")
    return {
        "type": said["type"],
        "title": title,
        "author_name": _text(said.get("author_name")),
        "provider_name": provider,
        "thumbnail_url": _https(said.get("thumbnail_url")),
        "width": _size(said.get("width")),
        "height": _size(said.get("height")),
        "html": player(html, endpoint, title or provider) if isinstance(html, str) else "",
        "cache_until": timezone.now() + _age(said.get("cache_age")),
    }


def _text(value: Any) -> str:
    """One line, without the characters that databases refuse."""
    words = value.replace("\x00", " ").encode(errors="ignore").decode() if isinstance(value, str) else ""
    return " ".join(words.split())[:LONGEST_TEXT]


def _size(value: Any) -> int | None:
    """A size in pixels; none for percentages and other sizes that are none."""
    text = str(value).removesuffix("px")
    if isinstance(value, bool) or not (text.isascii() and text.isdigit() and len(text) < 6):
        return None
    return int(text) if 0 < int(text) <= LARGEST_SIZE else None


def _age(value: Any) -> timedelta:
    seconds = str(value)
    if not (seconds.isascii() and seconds.isdigit() and len(seconds) < 10):
        return MOST_AGE
    return min(max(timedelta(seconds=int(seconds)), LEAST_AGE), MOST_AGE)


def _https(value: Any) -> str:
    """An address that pages may show a picture from; else empty."""
    try:
        target = parse(value if isinstance(value, str) else "")
    except OutboundRefused:
        return ""
    return target.url if target.scheme == "https" else ""


def _frame_address(source: str, endpoint: str) -> str:
    """The address of a player, when it is on a host of the provider; else empty."""
    source = source.strip()
    address = _https(f"https:{source}" if source.startswith("//") else source)
    if not address or parse(address).port != PORTS["https"]:
        return ""
    host = urlsplit(address).hostname or ""
    known = _hosts(endpoint)
    return address if any(host == name or host.endswith(f".{name}") for name in known) else ""


def _hosts(endpoint: str) -> list[str]:
    """The sites on which a provider's players are."""
    host = urlsplit(endpoint).hostname or ""
    label, _dot, rest = host.partition(".")
    site = rest if label in SERVICES and "." in rest else host
    return [site, *OTHER_HOSTS.get(site, [])]


def _finder(url: str) -> EmbedFinder | None:
    """The finder that Wagtail would ask for the address, when it is a guarded one."""
    first = next((finder for finder in get_finders() if finder.accept(url)), None)
    return first if isinstance(first, EmbedFinder) else None


def _problem(url: str) -> Problem | None:
    finder = _finder(url)
    if finder is None:
        return Problem.NO_PROVIDER
    if known := stored_embed(url):
        return None if known.html else Problem.NO_PLAYER
    return Problem.NOT_FOUND if cache.get(_unknown(url)) else Problem.UNREACHABLE


def _unknown(url: str) -> str:
    return f"newsroom-embed-unknown-{get_embed_hash(url)}"


def _down(endpoint: str) -> str:
    return f"newsroom-embed-down-{get_embed_hash(endpoint)}"


@register(Tags.security)
def check_finders(**kwargs: object) -> list[CheckMessage]:
    """Wagtail's own finders ask any address that a provider redirects them to."""
    finders = getattr(settings, "WAGTAILEMBEDS_FINDERS", [{"class": "wagtail.embeds.finders.oembed"}])
    return [
        Warning(
            f"Embeds are looked up by {finder['class']}, not through the guarded client.",
            hint='Set WAGTAILEMBEDS_FINDERS = [{"class": "cms.media.embeds"}].',
            id="newsroom.W001",
        )
        for finder in finders
        if not str(finder["class"]).startswith("cms.media.embeds")
    ]
