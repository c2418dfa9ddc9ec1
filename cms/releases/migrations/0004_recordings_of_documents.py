"""Videos and sounds become recordings: they were documents, chosen in blocks of releases and beside them.

The recording has the document's file, texts, rights, tags and id. A document that something else still shows stays
one too, and the recording gets an id of its own. What the file holds is read when its public copies are first made.
"""

import json
import mimetypes
from itertools import chain

from django.db import migrations
from wagtail.models import ReferenceIndex

TEXTS = (
    "title",
    "caption",
    "credit",
    "copyright_holder",
    "usage_terms",
    "license_url",
    "expires_at",
    "created_on",
    "digital_source_type",
    "collection_id",
    "uploaded_by_user_id",
)
BLOCKS = {
    "video": ("file", "poster", "title", "caption", "transcript"),
    "audio": ("file", "title", "caption", "transcript"),
    "document": ("file", "title", "caption"),
}
"""The blocks that show a file, with what each says of it."""


def move_recordings(apps, schema_editor):
    """Make recordings of documents, and point at them whatever pointed at the documents."""
    recordings = {
        file.pk: kind
        for file in apps.get_model("newsroom_media", "NewsroomFile").objects.all()
        if (kind := kind_of(file.file.name)) != "document"
    }
    if not recordings:
        return
    new_ids = make_recordings(apps, recordings)
    change_pages(apps, recordings, new_ids)
    change_revisions(apps, recordings, new_ids)
    for row in apps.get_model("newsroom_releases", "ReleaseAsset").objects.filter(file__in=new_ids):
        type(row).objects.filter(pk=row.pk).update(file=None, media=new_ids[row.file_id])
    move_references(apps, new_ids)
    forget_documents(apps, new_ids)


def kind_of(name):
    """The block that shows a file: told by its name, as it was until now."""
    family = (mimetypes.guess_type(name)[0] or "").partition("/")[0]
    return family if family in ("video", "audio") else "document"


def make_recordings(apps, recordings):
    """The new ids by the documents' ids."""
    File = apps.get_model("newsroom_media", "NewsroomFile")
    Media = apps.get_model("newsroom_media", "NewsroomMedia")
    made = {}
    for file in File.objects.filter(pk__in=recordings).order_by("pk"):
        media = Media.objects.create(
            file=file.file.name, type=recordings[file.pk], **{name: getattr(file, name) for name in TEXTS}
        )
        Media.objects.filter(pk=media.pk).update(created_at=file.created_at)
        made[file.pk] = media.pk
    return made


def change_pages(apps, recordings, new_ids):
    ReleasePage = apps.get_model("newsroom_releases", "ReleasePage")
    for pk, body in ReleasePage.objects.values_list("pk", "body").iterator():
        blocks = list(body.raw_data)
        changed = [changed_block(block, recordings, new_ids) for block in blocks]
        if changed != blocks:
            ReleasePage.objects.filter(pk=pk).update(body=changed)


def change_revisions(apps, recordings, new_ids):
    Revision = apps.get_model("wagtailcore", "Revision")
    content_type = content_type_of(apps, "newsroom_releases", "releasepage")
    for revision in Revision.objects.filter(content_type=content_type).iterator():
        blocks, rows = json.loads(revision.content.get("body") or "[]"), revision.content.get("assets") or []
        changed = [changed_block(block, recordings, new_ids) for block in blocks]
        moved = [row for row in rows if row.get("file") in new_ids]
        if changed == blocks and not moved:
            continue
        for row in moved:
            row["media"], row["file"] = new_ids[row["file"]], None
        Revision.objects.filter(pk=revision.pk).update(
            content=revision.content | {"body": json.dumps(changed), "assets": rows}
        )


def changed_block(block, recordings, new_ids):
    """A block that showed a video or a sound now shows the recording; one that showed something else is a document."""
    if block["type"] not in ("video", "audio"):
        return block
    value = block["value"]
    kind = recordings.get(value.get("file"), "document")
    value = {name: value[name] for name in BLOCKS[kind] if name in value}
    return block | {"type": kind, "value": value | {"file": new_ids.get(value.get("file"), value.get("file"))}}


def move_references(apps, new_ids):
    """What Wagtail knows of the use of files, except by blocks that go on showing the document."""
    Index = apps.get_model("wagtailcore", "ReferenceIndex")
    releases = content_type_of(apps, "newsroom_releases", "releasepage")
    media = content_type_of(apps, "newsroom_media", "newsroommedia")
    for row in Index.objects.filter(**references_to(apps, new_ids), content_type=releases):
        if row.model_path.startswith("body.document"):
            continue
        if row.model_path.startswith("assets."):
            row.model_path = "assets.item.media"
            row.content_path = row.content_path.removesuffix("file") + "media"
            row.content_path_hash = ReferenceIndex._get_content_path_hash(row.content_path)
        row.to_content_type, row.to_object_id = media, str(new_ids[int(row.to_object_id)])
        row.save()


def forget_documents(apps, new_ids):
    """The documents that nothing shows any more; their recordings take their public ids."""
    File = apps.get_model("newsroom_media", "NewsroomFile")
    Media = apps.get_model("newsroom_media", "NewsroomMedia")
    Tagged = apps.get_model("taggit", "TaggedItem")
    old, new = (content_type_of(apps, "newsroom_media", name) for name in ("newsroomfile", "newsroommedia"))
    shown = shown_documents(apps, new_ids)
    for file in File.objects.filter(pk__in=new_ids):
        tags = Tagged.objects.filter(content_type=old, object_id=file.pk)
        if file.pk in shown:
            Tagged.objects.bulk_create(
                [Tagged(content_type=new, object_id=new_ids[file.pk], tag_id=row.tag_id) for row in tags]
            )
            continue
        tags.update(content_type=new, object_id=new_ids[file.pk])
        uid, media = file.uid, new_ids[file.pk]
        file.delete()  # the row alone: the file is the recording's now
        Media.objects.filter(pk=media).update(uid=uid)


def shown_documents(apps, new_ids):
    """Ids of the documents that blocks of releases show as documents, in whatever revision, or that others use."""
    ReleasePage = apps.get_model("newsroom_releases", "ReleasePage")
    Revision = apps.get_model("wagtailcore", "Revision")
    Index = apps.get_model("wagtailcore", "ReferenceIndex")
    releases = content_type_of(apps, "newsroom_releases", "releasepage")
    contents = Revision.objects.filter(content_type=releases).values_list("content", flat=True)
    bodies = chain(
        (body.raw_data for body in ReleasePage.objects.values_list("body", flat=True).iterator()),
        (json.loads(content.get("body") or "[]") for content in contents.iterator()),
    )
    in_blocks = {
        block["value"].get("file") for body in bodies for block in body if block["type"] == "document"
    }
    used = Index.objects.filter(**references_to(apps, new_ids)).values_list("to_object_id", flat=True)
    return (in_blocks | {int(pk) for pk in used}) & set(new_ids)


def references_to(apps, ids):
    return {
        "to_content_type": content_type_of(apps, "newsroom_media", "newsroomfile"),
        "to_object_id__in": [str(pk) for pk in ids],
    }


def content_type_of(apps, app_label, model):
    """The content type, made here when the app has not made its own yet: it does so after all migrations."""
    return apps.get_model("contenttypes", "ContentType").objects.get_or_create(app_label=app_label, model=model)[0]


class Migration(migrations.Migration):
    dependencies = [
        ("contenttypes", "0002_remove_content_type_name"),
        ("newsroom_media", "0002_public_copies"),
        ("newsroom_releases", "0003_recordings"),
        ("taggit", "0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [migrations.RunPython(move_recordings)]
