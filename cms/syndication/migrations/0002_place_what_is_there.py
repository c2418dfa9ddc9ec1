"""Placements of the editions that were made before there were any."""

from django.db import migrations

CHUNK = 500


def is_ai(document):
    file = document["file"] if document["type"] == "CONTRIBUTION" else document
    return document["type"] in ("ASSET", "CONTRIBUTION") and bool(file.get("ai_generated"))


def place_editions(apps, schema_editor):
    Edition = apps.get_model("newsroom_ledger", "Edition")
    Placement = apps.get_model("newsroom_syndication", "Placement")
    PlacementTopic = apps.get_model("newsroom_syndication", "PlacementTopic")
    newest = {}
    placements, topics = [], []

    def write():
        Placement.objects.bulk_create(placements)
        PlacementTopic.objects.bulk_create(topics)
        placements.clear()
        topics.clear()

    for edition in Edition.objects.order_by("seq").select_related("item").iterator(chunk_size=CHUNK):
        before = newest.pop(edition.item_id, None)
        document = edition.document
        if document is None:
            placements.append(Placement(edition_id=edition.seq, before_id=before))
        else:
            newest[edition.item_id] = edition.seq
            home = document["id"] if document["type"] == "NEWSROOM" else (document.get("newsroom") or {}).get("id")
            placements.append(
                Placement(
                    edition_id=edition.seq,
                    before_id=before,
                    type=document["type"],
                    kind=edition.item.kind,
                    newsroom_id=home,
                    locale=document["locale"],
                    ai_generated=is_ai(document),
                )
            )
            named = {uid for topic in document.get("topics") or [] for uid in (topic["id"], *topic["ancestor_ids"])}
            named |= set(document.get("ancestor_ids") or [])  # a topic is filed under those above it
            topics += [PlacementTopic(placement_id=edition.seq, topic_id=uid) for uid in named]
        if len(placements) >= CHUNK:
            write()
    write()


class Migration(migrations.Migration):
    dependencies = [
        ("newsroom_syndication", "0001_partners"),
        ("newsroom_ledger", "0004_snapshots_by_seq"),
    ]

    operations = [migrations.RunPython(place_editions, migrations.RunPython.noop, elidable=False)]
