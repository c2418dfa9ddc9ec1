"""Addresses of the desk's settings, its report, and what is kept about people."""

from __future__ import annotations

from django.urls import path

from cms.conversation.admin.answer_templates import TemplateDelete, TemplateList, TemplateMove, TemplateScreen
from cms.conversation.admin.conversation import ThreadScreen
from cms.conversation.admin.crisis import CrisisScreen
from cms.conversation.admin.feedback import Feedback, feedback_csv
from cms.conversation.admin.people import People
from cms.conversation.admin.rules_screens import DeskRulesScreen, ModerationRulesScreen, TeamsScreen
from cms.conversation.admin.settings import Settings
from cms.conversation.admin.speakers import SpeakerDelete, SpeakerList, SpeakerScreen

NEWSROOM = "desk/settings/newsrooms/<int:newsroom>"

urlpatterns = [
    path("desk/settings/", Settings.as_view(), name="newsroom_desk_settings"),
    path(f"{NEWSROOM}/moderation/", ModerationRulesScreen.as_view(), name="newsroom_desk_moderation_rules"),
    path(f"{NEWSROOM}/desk/", DeskRulesScreen.as_view(), name="newsroom_desk_rules"),
    path(f"{NEWSROOM}/teams/", TeamsScreen.as_view(), name="newsroom_desk_teams"),
    path(f"{NEWSROOM}/crisis/", CrisisScreen.as_view(), name="newsroom_desk_crisis"),
    path("desk/settings/templates/", TemplateList.as_view(), name="newsroom_desk_templates"),
    path("desk/settings/templates/add/", TemplateScreen.as_view(), name="newsroom_desk_template_add"),
    path("desk/settings/templates/<int:pk>/", TemplateScreen.as_view(), name="newsroom_desk_template_edit"),
    path(
        "desk/settings/templates/<int:pk>/delete/",
        TemplateDelete.as_view(),
        name="newsroom_desk_template_delete",
    ),
    path(
        "desk/settings/templates/<int:pk>/move/",
        TemplateMove.as_view(),
        name="newsroom_desk_template_move",
    ),
    path("desk/settings/speakers/", SpeakerList.as_view(), name="newsroom_desk_speakers"),
    path("desk/settings/speakers/add/", SpeakerScreen.as_view(), name="newsroom_desk_speaker_add"),
    path(
        "desk/settings/speakers/<int:pk>/delete/",
        SpeakerDelete.as_view(),
        name="newsroom_desk_speaker_delete",
    ),
    path("desk/feedback/", Feedback.as_view(), name="newsroom_desk_feedback"),
    path("desk/feedback/csv/", feedback_csv, name="newsroom_desk_feedback_csv"),
    path("desk/people/", People.as_view(), name="newsroom_desk_people"),
    path("desk/threads/<uuid:uid>/", ThreadScreen.as_view(), name="newsroom_desk_thread"),
]
