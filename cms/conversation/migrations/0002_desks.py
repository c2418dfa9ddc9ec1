"""What the groups may do on desks, the desks of the newsrooms that there are, and the counter of public changes."""

from importlib import import_module

from django.db import migrations

groups = import_module("cms.newsroom.migrations.0003_groups")

APP = "newsroom_conversation"
VIEW = (APP, "case", "view_case")
SUGGEST = (APP, "case", "suggest_answer")
ANSWER = (APP, "case", "answer_case")
HAND_OVER = (APP, "case", "hand_over_case")
PERMISSIONS = {
    "PR": [
        VIEW,
        SUGGEST,
        ANSWER,
        HAND_OVER,
        (APP, "case", "decide_case"),
        (APP, "comment", "moderate_comment"),
        (APP, "comment", "erase_comment"),
        (APP, "deskrules", "change_crisis"),
        (APP, "deskrules", "change_deskrules"),
    ],
    "Marketing": [VIEW, SUGGEST],
    "Customer service": [VIEW, SUGGEST, ANSWER, HAND_OVER],
}
TEAMS = {"PR": "PR", "Marketing": "MARKETING", "Customer service": "CUSTOMER_SERVICE"}


def open_desks(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    DeskTeam = apps.get_model(APP, "DeskTeam")
    newsrooms = list(apps.get_model("newsroom", "NewsroomPage").objects.values_list("pk", flat=True))
    for group in Group.objects.filter(name__in=PERMISSIONS):
        group.permissions.add(*(groups.permission(apps, *each) for each in PERMISSIONS[group.name]))
        for newsroom in newsrooms:
            DeskTeam.objects.get_or_create(
                newsroom_id=newsroom, group=group, defaults={"team": TEAMS[group.name]}
            )
    apps.get_model("newsroom_ledger", "Counter").objects.get_or_create(name="conversation")


class Migration(migrations.Migration):
    dependencies = [
        (APP, "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("newsroom", "0004_groups_and_recordings"),
    ]

    operations = [migrations.RunPython(open_desks, migrations.RunPython.noop)]
