"""The form in which editors change the rules of moderation."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, ObjectList, TabbedInterface


class ModerationRulesForm(WagtailAdminModelForm):
    """A secret goes in and never comes out: an empty field keeps the one that there is."""

    external_secret = forms.CharField(
        label=_("Secret of the external moderation"),
        required=False,
        max_length=200,
        widget=forms.PasswordInput(render_value=False, attrs={"autocomplete": "off"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "external_secret" not in self.fields:  # whoever may not see the panel
            return
        field = self._meta.model._meta.get_field("external_secret")
        kept = _("There is one: leave the field empty to keep it.") if self.instance.external_secret else ""
        self.fields["external_secret"].help_text = " ".join(filter(None, (str(field.help_text), str(kept))))

    def clean_external_secret(self) -> str:
        entered: str = self.cleaned_data["external_secret"]
        return entered or self.instance.external_secret


def moderation_rules_edit_handler() -> TabbedInterface:
    """The tabs of the editor of moderation rules."""
    who = [
        MultiFieldPanel(
            [FieldPanel("close_after_days"), FieldPanel("slow_seconds")], heading=_("When"), icon="time"
        ),
        MultiFieldPanel(
            [FieldPanel("email_policy"), FieldPanel("hold_first_time"), FieldPanel("trusted_after")],
            heading=_("Who"),
            icon="group",
        ),
        MultiFieldPanel(
            [
                FieldPanel("reactions"),
                FieldPanel("attachments"),
                FieldPanel("contribution_terms"),
                FieldPanel("moderate_edits"),
            ],
            heading=_("What visitors may do"),
            icon="comment",
        ),
    ]
    checks = [
        MultiFieldPanel(
            [FieldPanel("check_spam"), FieldPanel("check_toxicity"), FieldPanel("proof_of_work")],
            heading=_("Spam and attacks"),
            icon="warning",
        ),
        MultiFieldPanel(
            [
                FieldPanel("shortest"),
                FieldPanel("hold_capitals"),
                FieldPanel("most_links"),
                FieldPanel("banned_domains"),
            ],
            heading=_("Text and links"),
            icon="link",
        ),
        MultiFieldPanel(
            [FieldPanel("external_url"), FieldPanel("external_secret")],
            heading=_("External moderation"),
            icon="site",
        ),
    ]
    words = InlinePanel(
        "word_lists",
        panels=[FieldPanel("language"), FieldPanel("banned"), FieldPanel("suspect")],
        label=_("Word list"),
        heading=_("Words"),
    )
    return TabbedInterface(
        [
            ObjectList(who, heading=_("Who and when")),
            ObjectList(checks, heading=_("Checks")),
            ObjectList([words], heading=_("Words")),
        ],
        base_form_class=ModerationRulesForm,
    )
