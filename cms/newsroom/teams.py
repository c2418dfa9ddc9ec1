"""Who works in which newsroom: what the groups may do there is granted when the newsroom is created.

The groups, and what they may do with images, people and topics, come from a migration. All of it shows in
Wagtail's group settings, where a superuser takes a newsroom from a group or makes groups for other teams.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupPagePermission, Workflow, WorkflowPage

if TYPE_CHECKING:
    from cms.newsroom.models import NewsroomPage

PAGE_PERMISSIONS = {
    "PR": ("add_page", "change_page", "publish_page", "lock_page", "unlock_page"),
    "Marketing": ("add_page",),
}
"""What each group may do in a newsroom: PR publishes, Marketing writes its own drafts and submits them."""

WORKFLOW = "Approval by PR"


def open_to_teams(newsroom: NewsroomPage) -> None:
    """Let groups work in a new newsroom: those of the one that it translates, else the migration's."""
    original = newsroom.get_translations().order_by("pk").first()
    if original is not None:
        grants = GroupPagePermission.objects.filter(page=original.pk).values_list("group_id", "permission_id")
        workflow_id = (
            WorkflowPage.objects.filter(page=original.pk).values_list("workflow_id", flat=True).first()
        )
    else:
        grants = _default_grants()
        workflow_id = Workflow.objects.filter(name=WORKFLOW, active=True).values_list("pk", flat=True).first()
    for group_id, permission_id in grants:
        GroupPagePermission.objects.get_or_create(
            page_id=newsroom.pk, group_id=group_id, permission_id=permission_id
        )
    if workflow_id is not None:
        WorkflowPage.objects.get_or_create(page_id=newsroom.pk, defaults={"workflow_id": workflow_id})


def _default_grants() -> list[tuple[int, int]]:
    """Group and permission ids; nothing for a group that has been deleted."""
    groups = dict(Group.objects.filter(name__in=PAGE_PERMISSIONS).values_list("name", "pk"))
    permissions = dict(
        Permission.objects.filter(
            content_type__app_label="wagtailcore", content_type__model="page"
        ).values_list("codename", "pk")
    )
    return [
        (groups[name], permissions[codename])
        for name, codenames in PAGE_PERMISSIONS.items()
        for codename in codenames
        if name in groups and codename in permissions
    ]
