"""Addresses of the desk's screens, below Wagtail's admin."""

from __future__ import annotations

from django.urls import path, re_path

from cms.conversation.admin import comment
from cms.conversation.admin.bulk import ACTIONS, Bulk
from cms.conversation.admin.comment import CommentScreen
from cms.conversation.admin.contributions import ContributionList, ContributionScreen
from cms.conversation.admin.listing import DeskCounts, DeskList
from cms.conversation.admin.lists import View

LISTS = "|".join(View)
BULK = "|".join(ACTIONS)

urlpatterns = [
    path("desk/", DeskList.as_view(), name="newsroom_desk"),
    re_path(rf"^desk/(?P<view>{LISTS})/$", DeskList.as_view(), name="newsroom_desk_list"),
    re_path(
        rf"^desk/(?P<view>{LISTS})/results/$",
        DeskList.as_view(results_only=True),
        name="newsroom_desk_results",
    ),
    path("desk/counts/", DeskCounts.as_view(), name="newsroom_desk_counts"),
    re_path(rf"^desk/bulk/(?P<name>{BULK})/$", Bulk.as_view(), name="newsroom_desk_bulk"),
    path("desk/contributions/", ContributionList.as_view(), name="newsroom_desk_contributions"),
    path("desk/contributions/<uuid:uid>/", ContributionScreen.as_view(), name="newsroom_desk_contribution"),
    path("desk/comments/<uuid:uid>/", CommentScreen.as_view(), name="newsroom_desk_comment"),
    path("desk/comments/<uuid:uid>/letter/", comment.letter, name="newsroom_desk_letter"),
    path(
        "desk/comments/<uuid:uid>/templates/<int:pk>/",
        comment.template_text,
        name="newsroom_desk_template",
    ),
    path("desk/cases/<int:pk>/", comment.case_screen, name="newsroom_desk_case"),
]
