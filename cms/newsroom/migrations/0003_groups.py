"""The groups of people who work in newsrooms, what they may do with what newsrooms share, and PR's approval.

What a group may do in a newsroom is granted when the newsroom is created (`cms/newsroom/teams.py`).
"""

from django.apps import apps as installed_apps
from django.db import migrations

ADMIN = ("wagtailadmin", "admin", "access_admin")
TRANSLATE = ("simple_translation", "simpletranslation", "submit_translation")
SHARED = ("person", "topic", "boilerplate")


def permissions_on(app_label, models, actions):
    return [(app_label, model, f"{action}_{model}") for model in models for action in actions]


EVERYWHERE = {
    "PR": [ADMIN, TRANSLATE, *permissions_on("newsroom", SHARED, ("add", "change", "delete", "view"))],
    "Marketing": [ADMIN, *permissions_on("newsroom", SHARED, ("view",))],
    "Customer service": [ADMIN],
}

COLLECTIONS = {
    "PR": [
        *permissions_on("wagtailimages", ("image",), ("add", "change", "choose")),
        *permissions_on("wagtaildocs", ("document",), ("add", "change", "choose")),
    ],
    "Marketing": [
        *permissions_on("wagtailimages", ("image",), ("add", "choose")),
        *permissions_on("wagtaildocs", ("document",), ("add", "choose")),
    ],
}


def permission(apps, app_label, model, codename):
    """The permission, made here when the apps have not made theirs yet: they do so after all migrations."""
    content_type, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(app_label=app_label, model=model)
    return apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=content_type, codename=codename, defaults={"name": "Can " + codename.replace("_", " ")}
    )[0]


def create_groups(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    Collection = apps.get_model("wagtailcore", "Collection")
    CollectionPermission = apps.get_model("wagtailcore", "GroupCollectionPermission")
    for name, wanted in EVERYWHERE.items():
        group, _ = Group.objects.get_or_create(name=name)
        wanted = [each for each in wanted if each[0] in installed_apps.app_configs]
        group.permissions.add(*(permission(apps, *each) for each in wanted))
        root = Collection.objects.order_by("path").first()
        for each in COLLECTIONS.get(name, []) if root else []:
            CollectionPermission.objects.get_or_create(
                group=group, collection=root, permission=permission(apps, *each)
            )
    create_workflow(apps, Group.objects.get(name="PR"))


def create_workflow(apps, approvers):
    ContentType = apps.get_model("contenttypes", "ContentType")
    Task = apps.get_model("wagtailcore", "GroupApprovalTask")
    Workflow = apps.get_model("wagtailcore", "Workflow")
    if Workflow.objects.filter(name="Approval by PR").exists():
        return
    task_type, _ = ContentType.objects.get_or_create(app_label="wagtailcore", model="groupapprovaltask")
    task = Task.objects.create(name="Approval by PR", active=True, content_type=task_type)
    task.groups.add(approvers)
    workflow = Workflow.objects.create(name="Approval by PR", active=True)
    apps.get_model("wagtailcore", "WorkflowTask").objects.create(workflow=workflow, task=task, sort_order=0)


class Migration(migrations.Migration):
    dependencies = [
        ("newsroom", "0002_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        ("wagtailimages", "0027_image_description"),
        ("wagtaildocs", "0014_alter_document_file_size"),
    ]

    operations = [migrations.RunPython(create_groups, migrations.RunPython.noop)]
