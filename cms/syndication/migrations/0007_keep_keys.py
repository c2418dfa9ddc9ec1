"""Keys of the items that were made before there were any, withdrawn ones included.

Addresses are compared here by the rules of `cms/syndication/web_addresses.py` as they were when this was written.
"""

import hashlib
import re
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from django.conf import settings
from django.db import migrations

CHUNK = 500
TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|twclid|ttclid|li_fat_id|igshid|igsh|yclid|mc_[ce]id|_ga|"
    r"_gl|_hsenc|_hsmi|mkt_tok|vero_id|wt_mc|xtor|s_cid|ncid|cmpid|ref_src|ref_url|spm",
    re.IGNORECASE,
)
PORTS = {"http": 80, "https": 443}
SAFE = "!$&'()*+,;=:@~"


def key_of(address):
    text = address.strip()
    if len(text) > 2048 or re.search(r"[\x00-\x20\x7f\\]", text):
        return None
    try:
        parts = urlsplit(text if "://" in text else f"https://{text}")
        host, port = (parts.hostname or "").rstrip("."), parts.port
        pairs = parse_qsl(parts.query, keep_blank_values=True, errors="surrogateescape", max_num_fields=100)
        query = urlencode(
            sorted(pair for pair in pairs if not TRACKING.fullmatch(pair[0])), errors="surrogateescape"
        )
    except ValueError:
        return None
    if not host or "@" in parts.netloc or parts.scheme.lower() not in PORTS:
        return None
    host = host.lower().removeprefix("www.")
    try:
        host = host.encode("idna").decode()
    except UnicodeError:
        pass
    own = "" if port in (None, PORTS[parts.scheme.lower()]) else f":{port}"
    segments = [
        quote(unquote(segment, errors="surrogateescape").encode("utf-8", "surrogateescape"), safe=SAFE)
        for segment in parts.path.split("/")
    ]
    path = "/".join(segments).rstrip("/")
    return hashlib.sha256(f"{host}{own}{path}{f'?{query}' if query else ''}".encode()).hexdigest()


def keys_of(document, base):
    url, path = document.get("url"), document.get("path")
    if url and path and url != f"{base}{path}":
        yield "URL", key_of(url)
    if document["type"] == "RELEASE" and document["kind"] == "STATEMENT":
        for address in document["about_urls"]:
            yield "ABOUT", key_of(address)
        for topic in document["topics"]:
            for uid in (topic["id"], *topic["ancestor_ids"]):
                yield "TOPIC", uid


def keep_keys(apps, schema_editor):
    Edition = apps.get_model("newsroom_ledger", "Edition")
    Item = apps.get_model("newsroom_ledger", "Item")
    ItemKey = apps.get_model("newsroom_syndication", "ItemKey")
    base = getattr(settings, "NEWSROOM", {}).get("BASE_URL", "http://localhost:8000")

    def write(found):
        ItemKey.objects.bulk_create(
            [
                ItemKey(item_id=uid, name=name, value=value)
                for uid, document in found
                for name, value in {key for key in keys_of(document, base) if key[1]}
            ]
        )

    public = Item.objects.filter(document__isnull=False).values_list("uid", "document")
    chunk = []
    for row in public.iterator(chunk_size=CHUNK):
        chunk.append(row)
        if len(chunk) == CHUNK:
            write(chunk)
            chunk = []
    write(chunk)
    for uid in Item.objects.filter(document__isnull=True).values_list("uid", flat=True).iterator():
        last = Edition.objects.filter(item_id=uid, document__isnull=False).order_by("-seq").values("document")[:1]
        write((uid, row["document"]) for row in last)


class Migration(migrations.Migration):
    dependencies = [
        ("newsroom_syndication", "0006_shares_and_keys"),
    ]

    operations = [migrations.RunPython(keep_keys, migrations.RunPython.noop, elidable=False)]
