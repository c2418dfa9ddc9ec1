"""Template tags of the admin screens of assets."""

from __future__ import annotations

from typing import Any

from django import template
from django.forms import BaseForm
from wagtail import hooks

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
    """Before an asset is deleted: whether something public shows it, and where it is used."""
    return {"asset": asset, "is_public": isinstance(asset, Asset) and facts.is_shown_publicly(asset)}
