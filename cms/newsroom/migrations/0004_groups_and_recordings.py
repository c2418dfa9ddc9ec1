"""What the groups may do with videos and sounds: the same as with images and documents."""

from importlib import import_module

from django.db import migrations

groups = import_module("cms.newsroom.migrations.0003_groups")

COLLECTIONS = {
    "PR": groups.permissions_on("wagtailmedia", ("media",), ("add", "change")),
    "Marketing": groups.permissions_on("wagtailmedia", ("media",), ("add",)),
}


def open_recordings(apps, schema_editor):
    Collection = apps.get_model("wagtailcore", "Collection")
    CollectionPermission = apps.get_model("wagtailcore", "GroupCollectionPermission")
    root = Collection.objects.order_by("path").first()
    if root is None:
        return
    for group in apps.get_model("auth", "Group").objects.filter(name__in=COLLECTIONS):
        for each in COLLECTIONS[group.name]:
            CollectionPermission.objects.get_or_create(
                group=group, collection=root, permission=groups.permission(apps, *each)
            )


class Migration(migrations.Migration):
    dependencies = [
        ("newsroom", "0003_groups"),
        ("wagtailmedia", "0005_alter_media_options"),
    ]

    operations = [migrations.RunPython(open_recordings, migrations.RunPython.noop)]
