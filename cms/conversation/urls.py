"""Addresses of the pages for visitors. Include them before those of the newsrooms, which answer all that is left."""

from django.urls import path

from cms.conversation.contributions.pages import contribution
from cms.conversation.identity import pages
from cms.conversation.identity.mail_links import Purpose

urlpatterns = [
    path(f"conversation/{purpose}/<str:token>", view, name=f"newsroom_visitor_{purpose}")
    for purpose, view in (
        (Purpose.CONFIRM, pages.confirm),
        (Purpose.APPEAL, pages.appeal),
        (Purpose.CONTRIBUTION, contribution),
        (Purpose.NOTICES, pages.notices),
        (Purpose.MAIL, pages.mail),
    )
]
