"""What is checked at start: whether the `NEWSROOM` dict makes sense, and whether the environment bears it.

What does not live here: the settings themselves (`cms/conf.py`), and checks of what an app stands on (in the app).
"""

from __future__ import annotations

from importlib import metadata
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register

from cms.conf import JWT_SHARED_ALGORITHMS, JWT_SIGNING_ALGORITHMS, SETTINGS, newsroom

JWT_SHORTEST_KEY = 32
"""Characters of a shared key."""
LONGEST_HUB = 500
LIVE_WAYS = ("poll", "postgresql", "redis")


@register(Tags.compatibility)
def check_settings(**kwargs: object) -> list[CheckMessage]:
    """Unknown names and wrong types in `NEWSROOM` are errors at start."""
    problems: list[CheckMessage] = []
    for name, value in getattr(settings, "NEWSROOM", {}).items():
        if name not in SETTINGS:
            problems.append(Error(f"NEWSROOM has no setting named {name}.", id="newsroom.E001"))
        elif not isinstance(value, SETTINGS[name].type):
            wanted = SETTINGS[name].type.__name__
            problems.append(Error(f"NEWSROOM[{name!r}] must be of type {wanted}.", id="newsroom.E002"))
    return problems


@register(Tags.compatibility)
def check_upload_limits(**kwargs: object) -> list[CheckMessage]:
    """`UPLOAD_LIMITS` names types of assets and gives each a positive number of bytes."""
    types = SETTINGS["UPLOAD_LIMITS"].default
    limits = newsroom.UPLOAD_LIMITS
    return [
        Error(
            f"NEWSROOM['UPLOAD_LIMITS'][{name!r}] must be one of {', '.join(types)} with a number of bytes above 0.",
            id="newsroom.E004",
        )
        for name, value in (limits.items() if isinstance(limits, dict) else ())
        if name not in types or type(value) is not int or value < 1
    ]


@register(Tags.compatibility)
def check_live(**kwargs: object) -> list[CheckMessage]:
    """`LIVE` is a way that there is."""
    if newsroom.LIVE in LIVE_WAYS:
        return []
    ways = ", ".join(LIVE_WAYS)
    return [Error(f"NEWSROOM['LIVE'] is {newsroom.LIVE!r}, and must be one of {ways}.", id="newsroom.E006")]


@register(Tags.compatibility)
def check_jwt(**kwargs: object) -> list[CheckMessage]:
    """Each site in `JWT` says who it is, for whom its tokens are, and how they are checked, in one way."""
    sites = newsroom.JWT if isinstance(newsroom.JWT, list) else []
    return [
        Error(f"NEWSROOM['JWT'][{number}] {problem}", id="newsroom.E005")
        for number, site in enumerate(sites)
        if (problem := _wrong_with_site(site))
    ]


def _wrong_with_site(site: Any) -> str:
    """What is wrong with one site of `JWT`; empty when nothing is. Never shows a key."""
    if not isinstance(site, dict):
        return "must be a dict."
    for name in ("issuer", "audience"):
        if not isinstance(site.get(name), str) or not site[name]:
            return f"needs {name}, a string."
    sources = {"jwks_url", "jwks", "shared_key"} & site.keys()
    if len(sources) != 1 or site.keys() - {"issuer", "audience", "algorithms", *sources}:
        return "takes issuer, audience, algorithms, and exactly one of jwks_url, jwks and shared_key."
    if not str(site.get("jwks_url", "https://")).startswith("https://") and not _is_allowed(site["jwks_url"]):
        return "needs a jwks_url that begins with https://, unless OUTBOUND_ALLOW has its host."
    shared = site.get("shared_key", [])
    for key in [shared] if isinstance(shared, str) else shared:
        if not isinstance(key, str) or len(key) < JWT_SHORTEST_KEY:
            return f"has a shared_key of less than {JWT_SHORTEST_KEY} characters."
    fitting = JWT_SHARED_ALGORITHMS if "shared_key" in sources else JWT_SIGNING_ALGORITHMS
    if set(site.get("algorithms", [])) - set(fitting):
        return f"has algorithms that do not fit its keys: {', '.join(fitting)} do."
    return ""


@register(Tags.compatibility)
def check_hubs(**kwargs: object) -> list[CheckMessage]:
    """Each of `WEBSUB_HUBS` is an address that may be asked."""
    hubs = newsroom.WEBSUB_HUBS if isinstance(newsroom.WEBSUB_HUBS, list) else []
    return [
        Error(
            f"NEWSROOM['WEBSUB_HUBS'][{number}] must begin with https://, unless OUTBOUND_ALLOW has its host, and have at "
            f"most {LONGEST_HUB} characters.",
            id="newsroom.E007",
        )
        for number, hub in enumerate(hubs)
        if not isinstance(hub, str)
        or len(hub) > LONGEST_HUB
        or not (hub.startswith("https://") or _is_allowed(hub))
    ]


def _is_allowed(url: Any) -> bool:
    """Whether OUTBOUND_ALLOW has the host of an address."""
    parts = urlsplit(url) if isinstance(url, str) else urlsplit("")
    return bool({parts.netloc, parts.hostname} & set(newsroom.OUTBOUND_ALLOW))


@register(Tags.compatibility)
def check_other_cms(**kwargs: object) -> list[CheckMessage]:
    """django CMS has a top-level package `cms` too: of two in one environment, Python sees one."""
    try:
        version = metadata.version("django-cms")
    except metadata.PackageNotFoundError:
        return []
    return [
        Error(
            f"django CMS {version} is installed beside the social newsroom, and both have a package named cms.",
            hint="Install them in environments of their own.",
            id="newsroom.E003",
        )
    ]
