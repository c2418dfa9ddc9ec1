"""Addresses of the pages for visitors. Include them before those of the newsrooms, which answer all that is left."""

from django.urls import path

from cms.conversation.contributions.pages import contribution
from cms.conversation.identity import pages
from cms.conversation.identity.mail_links import Purpose
from cms.conversation.pages import own, posting, reporting

urlpatterns = [
    path("conversation/challenge", posting.challenge, name="newsroom_challenge"),
    path("conversation/post/<uuid:thread>", posting.post, name="newsroom_post"),
    path("conversation/report/<uuid:comment>", reporting.report, name="newsroom_report"),
    path("conversation/own", own.by_key, name="newsroom_own_by_key"),
    path("conversation/own/<str:token>/words", own.words, name="newsroom_own_words"),
    *(
        path(f"conversation/{purpose}/<str:token>", view, name=f"newsroom_visitor_{purpose}")
        for purpose, view in (
            (Purpose.CONFIRM, pages.confirm),
            (Purpose.APPEAL, pages.appeal),
            (Purpose.CONTRIBUTION, contribution),
            (Purpose.NOTICES, pages.notices),
            (Purpose.MAIL, pages.mail),
            (Purpose.OWN, own.own),
        )
    ),
]
