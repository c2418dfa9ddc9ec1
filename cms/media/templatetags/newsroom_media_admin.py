"""Template tags of the admin screens of assets."""

from __future__ import annotations

from typing import Any

from django import template
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.forms import BaseForm
from wagtail import hooks
from wagtail.models import Page, ReferenceIndex

from cms.media.admin import facts
from cms.media.models import Asset

register = template.Library()


@register.inclusion_tag("newsroom/admin/asset.html", takes_context=True)
def asset_panel(context: template.Context, form: BaseForm) -> dict[str, Any]:
    """What is known of the asset that the form edits; nothing for other forms and for what is not stored yet."""
    asset = getattr(form, "instance", None)
    if not isinstance(asset, Asset) or asset.pk is None:
        return {}
    user = context["request"].user
    return {
        "asset": asset,
        "key": f"{asset._meta.model_name}-{asset.pk}",
        "facts": facts.facts_of(asset),
        "offers": facts.offers_of(asset, form),
        "notices": list(facts.notices_of(asset, user)),
        "links": [link for hook in hooks.get_hooks("newsroom_asset_links") for link in hook(asset, user)],
    }


@register.inclusion_tag("newsroom/admin/asset_state.html")
def asset_state(asset: Any) -> dict[str, Any]:
    """In lists: what keeps an asset from being published, in a few words."""
    return {"marks": facts.marks_of(asset) if isinstance(asset, Asset) else []}


@register.filter
def may_be_chosen(asset: Any) -> bool:
    """Whether choosers offer the asset: one to which the rights have ended can be shown nowhere."""
    return not (isinstance(asset, Asset) and asset.is_expired())


@register.inclusion_tag("newsroom/admin/asset_deletion.html")
def asset_deletion(asset: Any) -> dict[str, Any]:
    """Before an asset, a person or a text is deleted: whether something public shows it, and where it is used."""
    is_asset = isinstance(asset, Asset)
    return {
        "is_asset": is_asset,
        "is_public": facts.is_shown_publicly(asset) if is_asset else is_on_a_live_page(asset),
        "usage_url": getattr(asset, "usage_url", ""),
    }


def is_on_a_live_page(thing: Any) -> bool:
    """Whether a page that is live refers to what is not a file of its own: a person, a boilerplate."""
    if not isinstance(thing, Model) or isinstance(thing, Page):
        return False
    pages = ReferenceIndex.get_references_to(thing).filter(
        base_content_type=ContentType.objects.get_for_model(Page)
    )
    ids = [int(pk) for pk in pages.values_list("object_id", flat=True).distinct()]
    return Page.objects.live().filter(pk__in=ids).exists()
