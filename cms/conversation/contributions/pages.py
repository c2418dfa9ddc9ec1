"""The page behind the links in mails about contributions: confirm, see what became of the file, object, take it back.

As the pages of `identity/pages.py`: the signed link is the authority, and GET changes nothing.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from cms.conversation.characters import cleaned
from cms.conversation.contributions import own
from cms.conversation.contributions.letters import STANDING, is_confirmed
from cms.conversation.identity.mail_links import Link, Purpose
from cms.conversation.identity.pages import behind_link, is_over, shown_newsroom
from cms.conversation.models import Contribution, ContributionStatus, ReasonCode
from cms.errors import NewsroomError
from cms.newsroom.views import render_page


@behind_link(Purpose.CONTRIBUTION)
def contribution(request: HttpRequest, link: Link) -> HttpResponse:
    """One's own contribution: where it stands, and what can be done about that."""
    rows = Contribution.objects.select_related("newsroom", "item", "comment")
    found = rows.filter(uid=link.about).first()
    if found is None or not link.is_for(found.email) or not found.is_kept:
        return is_over(request, found.newsroom if found else None)
    error, text = "", ""
    if request.method == "POST":
        text = cleaned(request.POST.get("text", ""))
        error = _do(found, request.POST.get("do", ""), text)
        if not error:
            return HttpResponseRedirect(request.path)
    with translation.override(found.newsroom.locale):
        ground = str(ReasonCode(found.reason).label) if found.reason in ReasonCode.values else ""
    context = {
        "contribution": found,
        "newsroom": shown_newsroom(found.newsroom),
        "must_confirm": found.status in STANDING and found.comment is None and not is_confirmed(found),
        "is_rejected": found.status == ContributionStatus.REJECTED,
        "is_approved": found.status == ContributionStatus.PUBLISHED,
        "may_object": bool(found.vault_name) and not found.events.filter(phase="appeal").exists(),
        "ground": ground,
        "longest": own.APPEAL_LENGTH,
        "error": error,
        "text": text,
    }
    return render_page(request, "contribution", context, status=400 if error else 200)


def _do(found: Contribution, what: str, text: str) -> str:
    """Do what a button says. What is wrong with it, in words; empty when nothing is."""
    try:
        if what == "confirm" and found.status in STANDING:
            Contribution.objects.filter(pk=found.pk, email_confirmed_at=None).update(
                email_confirmed_at=timezone.now()
            )
        elif what == "withdraw":
            own.take_back_own(found)
        elif what == "object":
            own.appeal(found, text)
    except NewsroomError as error:
        with translation.override(found.newsroom.locale):
            return _("This was not possible: %(why)s") % {"why": error.message}
    return ""
