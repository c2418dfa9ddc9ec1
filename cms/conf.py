"""The `NEWSROOM` settings dict: every name, its default, its type and its meaning.

`newsroom.NAME` reads a setting, with the default where the project sets none. `docs/settings.md` lists them all.
What does not live here: whether what a project sets makes sense (`cms/checks.py`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings

MEBIBYTE = 1024 * 1024

JWT_SHARED_ALGORITHMS = ("HS256", "HS384", "HS512")
JWT_SIGNING_ALGORITHMS = (
    *("RS256", "RS384", "RS512", "PS256", "PS384", "PS512"),
    *("ES256", "ES384", "ES512", "EdDSA"),
)


@dataclass(frozen=True, slots=True)
class Setting:
    """One name in the `NEWSROOM` dict."""

    default: Any
    type: type
    meaning: str


SETTINGS: dict[str, Setting] = {
    "BASE_URL": Setting(
        "http://localhost:8000",
        str,
        "Address of this site, without a final slash; media addresses begin with it.",
    ),
    "PREVIEW_MAX_AGE": Setting(3600, int, "Seconds for which a preview link works."),
    "PAGE_SIZE": Setting(20, int, "Items on a page of a list when the reader asks for no size."),
    "PAGE_SIZE_MAX": Setting(100, int, "Most items on a page of a list."),
    "TICK_SECONDS": Setting(2, int, "Seconds between two looks of the worker for what is due."),
    "RECONCILE_SECONDS": Setting(
        60, int, "Seconds between two comparisons of the pages with the ledger by the worker."
    ),
    "WORKER_STALE_SECONDS": Setting(
        30, int, "Seconds without a sign of life after which the worker counts as stopped."
    ),
    "CACHE_SECONDS": Setting(
        10, int, "Seconds for which browsers and CDNs may keep a public answer unasked."
    ),
    "CACHE_STALE_SECONDS": Setting(
        30, int, "Seconds after that for which they may still show it while they fetch it again."
    ),
    "RATE_LIMIT": Setting(
        600, int, "Requests a minute that an address may make of the APIs; 0 switches the limit off."
    ),
    "TRUSTED_PROXIES": Setting(
        0,
        int,
        "How many proxies of yours add to X-Forwarded-For before a request gets here; 0 ignores the header.",
    ),
    "GRAPHQL_DEPTH": Setting(
        12, int, "Most levels of fields in a GraphQL query; introspection has its own limit."
    ),
    "GRAPHQL_COST": Setting(
        1000,
        int,
        "Most points that a GraphQL query may cost: a page of n costs n for each object asked of its items.",
    ),
    "GRAPHQL_ALIASES": Setting(
        15, int, "Most times that a GraphQL query may ask for one field in one place."
    ),
    "GRAPHQL_DIRECTIVES": Setting(50, int, "Most directives in a GraphQL query."),
    "GRAPHQL_TOKENS": Setting(2000, int, "Most tokens (names, numbers, punctuation) in a GraphQL query."),
    "GRAPHQL_BODY": Setting(100_000, int, "Most bytes in a GraphQL request."),
    "GRAPHQL_SECONDS": Setting(
        10, int, "Seconds after which a GraphQL query asks the database nothing more."
    ),
    "GRAPHQL_CACHE": Setting(500, int, "Parsed GraphQL queries that each process keeps."),
    "GRAPHQL_EXPLORER": Setting(
        False, bool, "Show GraphiQL, a page for trying queries, to browsers at the GraphQL address."
    ),
    "GRAPHQL_OPERATIONS": Setting(
        "",
        str,
        "Folder of GraphQL operations that may be asked for by their hash alone; empty takes the contract's own.",
    ),
    "OUTBOUND": Setting(
        True,
        bool,
        "Make requests to other sites (to look embeds up); without, only to the hosts in OUTBOUND_ALLOW.",
    ),
    "OUTBOUND_ALLOW": Setting(
        [],
        list,
        "Hosts that may be asked although they are not public, as host or host:port.",
    ),
    "OUTBOUND_PORTS": Setting([80, 443], list, "Ports of other sites that may be asked."),
    "OUTBOUND_SECONDS": Setting(
        10, int, "Seconds for a request to another site, redirects and the whole answer included."
    ),
    "OUTBOUND_BYTES": Setting(1_000_000, int, "Most bytes, unpacked, of an answer of another site."),
    "DELIVERY_THREADS": Setting(
        8, int, "Webhooks that each worker sends at the same time, each to another endpoint; 0 sends none."
    ),
    "DELIVERY_RETRY_SECONDS": Setting(
        [5, 300, 1800, 7200, 18_000, 36_000, 36_000],
        list,
        "Seconds between two attempts to deliver a webhook, up to a tenth more; after the last the endpoint is paused.",
    ),
    "DELIVERY_LEASE_SECONDS": Setting(
        30,
        int,
        "Seconds after which another worker takes over the endpoint of one that was killed; more than OUTBOUND_SECONDS.",
    ),
    "DELIVERY_POLL_MILLISECONDS": Setting(
        500, int, "Milliseconds between two looks of the worker for webhooks to send."
    ),
    "DELIVERY_DAYS": Setting(30, int, "Days for which webhooks that were sent are kept, with each attempt."),
    "IMAGE_SIZES": Setting(
        {
            "thumbnail": "fill-320x240",
            "small": "max-640x640",
            "medium": "max-1280x1280",
            "large": "max-2560x2560",
            "social": "fill-1200x630",
            "square": "fill-800x800",
            "story": "fill-1080x1920",
        },
        dict,
        "Named sizes of images: name to Wagtail's filter.",
    ),
    "IMAGE_FORMATS": Setting(
        ["image/webp"],
        list,
        "Formats besides JPEG and PNG that images are made in: `image/webp`, `image/avif` or both.",
    ),
    "IMAGE_ANIMATED": Setting(
        True,
        bool,
        "Whether images that move still do so in the named sizes; otherwise their first frame stands.",
    ),
    "IMAGE_PIXELS": Setting(100_000_000, int, "Most pixels of an uploaded image, all its frames together."),
    "PDF_FONTS": Setting(
        [],
        list,
        "Font files (TrueType, OpenType) for letters in PDFs that are not Latin, Greek, Cyrillic or Thai.",
    ),
    "QUEUE_WITHOUT_STORAGE": Setting(
        False,
        bool,
        "When the storage of files cannot be reached: publish as soon as it can, instead of refusing at once.",
    ),
    "UPLOAD_LIMITS": Setting(
        {
            "IMAGE": 100 * MEBIBYTE,
            "DOCUMENT": 200 * MEBIBYTE,
            "VIDEO": 5120 * MEBIBYTE,
            "AUDIO": 1024 * MEBIBYTE,
        },
        dict,
        "Most bytes of an uploaded file: type of asset to bytes; types that are left out keep their default.",
    ),
    "STORAGE_QUOTA": Setting(
        0, int, "Most bytes that the originals of all assets may have together; 0 sets no limit."
    ),
    "UPLOAD_PENDING": Setting(
        20_000_000_000, int, "Most bytes that one user's unfinished uploads may have together."
    ),
    "UPLOAD_HOURS": Setting(24, int, "Hours without a new part after which an unfinished upload is removed."),
    "COMMENTS_PER_MINUTE": Setting(
        10, int, "Comments that an address may post in a minute; more are refused. 0 switches the limit off."
    ),
    "THREAD_COMMENTS_PER_MINUTE": Setting(
        60,
        int,
        "Comments in a minute, from all addresses, after which those on one item are held. 0 switches the limit off.",
    ),
    "REACTIONS_PER_ADDRESS": Setting(
        20,
        int,
        "Reactions that a comment takes from one address in a day, however many visitors it says they are; more are "
        "refused. 0 switches the limit off.",
    ),
    "MODERATION_SECONDS": Setting(
        3, int, "Seconds for which a newsroom's external moderation is waited for; then the comment is held."
    ),
    "EDIT_MINUTES": Setting(15, int, "Minutes for which the author of a comment may edit it."),
    "RULES_SECONDS": Setting(
        5,
        int,
        "Seconds for which each process keeps the moderation rules of a newsroom; 0 reads them every time.",
    ),
    "ADDRESS_DAYS": Setting(
        7, int, "Days for which the keyed hash of a commenter's network address is kept, against floods."
    ),
    "CONTRIBUTION_BYTES": Setting(20 * MEBIBYTE, int, "Most bytes of a file that a visitor sends."),
    "CONTRIBUTIONS_PER_DAY": Setting(
        20, int, "Files that an address may send in a day; more are refused. 0 switches the limit off."
    ),
    "CONTRIBUTIONS_WAITING": Setting(
        5_000_000_000, int, "Most bytes of visitors' files that no editor has approved, all together."
    ),
    "ALTCHA_COST": Setting(
        5000,
        int,
        "Iterations of each of the 256 tries that a proof of work takes on average; 5000 is a second of a laptop.",
    ),
    "JWT": Setting(
        [],
        list,
        "Sites whose log-in is believed: each with issuer, audience, and one of jwks_url, jwks and shared_key.",
    ),
    "CLASSIFIER_LEARN_AFTER": Setting(
        20,
        int,
        "New decisions by editors after which the classifiers of comments learn from them; 0: they never do.",
    ),
    "MAILS_PER_ADDRESS": Setting(
        3,
        int,
        "Mails an hour that visitors can set off to an address that nobody has confirmed; four times that a day.",
    ),
    "WEBSUB_HUBS": Setting(
        [],
        list,
        "Addresses of the WebSub hubs that are told when a newsroom's feeds have changed, and that the feeds name.",
    ),
    "LIVE": Setting(
        "poll",
        str,
        "How changes of conversations come to open streams: `poll` (looking), or waked by `postgresql` or `redis`.",
    ),
    "LIVE_STREAMS": Setting(
        250,
        int,
        "Open streams that one process carries; more are sent away. 0 switches streams off.",
    ),
    "LIVE_STREAMS_PER_ADDRESS": Setting(
        20,
        int,
        "Open streams that one address may have with a process.",
    ),
    "LIVE_SECONDS": Setting(
        1800,
        int,
        "Seconds after which a stream ends, a tenth more or less; its reader connects again.",
    ),
    "LIVE_HEARTBEAT_SECONDS": Setting(
        15,
        int,
        "Seconds without news after which a stream says that it is still there.",
    ),
    "LIVE_POLL_MILLISECONDS": Setting(
        300,
        int,
        "Milliseconds between two looks for what is new, while there are streams and nothing else wakes the process.",
    ),
    "CHANGES_WAITING": Setting(
        25,
        int,
        "Requests for changes that may wait in one process until something happens, of one address or key a fifth of "
        "them; more are answered at once.",
    ),
    "LIVE_REDIS": Setting(
        "",
        str,
        "Address of the Redis that announces changes, for `redis`; empty takes REDIS_URL.",
    ),
}


class NewsroomSettings:
    """Reads the `NEWSROOM` dict, so that tests may override it."""

    def __getattr__(self, name: str) -> Any:
        try:
            setting = SETTINGS[name]
        except KeyError:
            raise AttributeError(f"NEWSROOM has no setting named {name}.") from None
        return getattr(settings, "NEWSROOM", {}).get(name, setting.default)


newsroom = NewsroomSettings()
