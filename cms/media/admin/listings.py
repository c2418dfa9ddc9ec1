"""Wagtail's listings of images and documents, and one of videos and sounds: with filters by type, rights and use."""

from __future__ import annotations

from typing import Any

import django_filters
from django.db.models import Q, QuerySet, TextChoices
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import BaseMediaFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn, UsageCountColumn
from wagtail.admin.views import generic
from wagtail.admin.widgets.button import HeaderButton
from wagtail.documents.views import documents
from wagtail.images.views import images
from wagtail.models import ReferenceIndex
from wagtailmedia.permissions import permission_policy as media_policy

from cms.media.expiry import SOON, is_used
from cms.media.models import AI_SOURCES, NewsroomFile, NewsroomImage, NewsroomMedia


class Rights(TextChoices):
    """How it is with the rights to an asset."""

    MISSING = "MISSING", _("No credit or no terms")
    ENDING = "ENDING", _("End within 14 days")
    ENDED = "ENDED", _("Have ended")
    OPEN = "OPEN", _("In order")


class Use(TextChoices):
    """Whether anything uses an asset."""

    USED = "USED", _("Used")
    UNUSED = "UNUSED", _("Not used")


class Origin(TextChoices):
    """Whether AI made an asset, or a part of it."""

    AI = "AI", _("Made with AI")
    OTHER = "OTHER", _("Made without AI, or not stated")


def with_rights(rights: str) -> Q:
    """The condition on assets of a choice of `Rights`."""
    now = timezone.now()
    missing = Q(credit="") | Q(usage_terms="")
    match rights:
        case Rights.MISSING:
            return missing
        case Rights.ENDING:
            return Q(expires_at__gt=now, expires_at__lte=now + SOON)
        case Rights.ENDED:
            return Q(expires_at__lte=now)
        case _:
            return ~missing & (Q(expires_at=None) | Q(expires_at__gt=now + SOON))


class AssetFilterSet(BaseMediaFilterSet):
    """What can be asked of every kind of asset. Conditions are on the key alone, as search wants it."""

    mime_type = django_filters.ChoiceFilter(label=_("Type"), choices=list)
    rights = django_filters.ChoiceFilter(label=_("Rights"), choices=Rights.choices, method="by_rights")
    use = django_filters.ChoiceFilter(label=_("Use"), choices=Use.choices, method="by_use")
    origin = django_filters.ChoiceFilter(label=_("AI"), choices=Origin.choices, method="by_origin")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        types = self._meta.model._default_manager.order_by("mime_type").values_list("mime_type", flat=True)
        self.filters["mime_type"] = django_filters.ChoiceFilter(
            label=_("Type"),
            choices=[(name, name) for name in types.distinct() if name],
            method="by_type",
        )
        self.filters["mime_type"].parent = self
        self.filters["mime_type"].model = self._meta.model

    def by_type(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        return self._only(rows, Q(mime_type=value))

    def by_rights(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        return self._only(rows, with_rights(value))

    def by_use(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        used = is_used(self._meta.model)
        return self._only(rows, used if value == Use.USED else ~used)

    def by_origin(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        made = Q(digital_source_type__in=AI_SOURCES)
        return self._only(rows, made if value == Origin.AI else ~made)

    def _only(self, rows: QuerySet[Any], condition: Any) -> QuerySet[Any]:
        return rows.filter(pk__in=self._meta.model._default_manager.filter(condition).values("pk"))


class ImageFilterSet(AssetFilterSet, images.ImagesFilterSet):
    """Filters of the list of images."""

    class Meta:
        model = NewsroomImage
        fields: list[str] = []


class DocumentFilterSet(AssetFilterSet, documents.DocumentsFilterSet):
    """Filters of the list of documents."""

    class Meta:
        model = NewsroomFile
        fields: list[str] = []


class MediaFilterSet(AssetFilterSet):
    """Filters of the list of videos and sounds."""

    permission_policy = media_policy

    class Meta:
        model = NewsroomMedia
        fields: list[str] = []


class StateColumn(Column):
    """Marks of what keeps an asset from being published."""

    cell_template_name = "newsroom/admin/asset_state_cell.html"

    def get_value(self, instance: Any) -> Any:
        return instance


STATE = StateColumn("state", label=_("State"))
CREDIT = Column("credit", label=_("Credit"), accessor="credit")


class ImageList(images.IndexView):
    """All images, as tiles or as rows."""

    filterset_class = ImageFilterSet

    @cached_property
    def columns(self) -> list[Any]:
        columns = list(super().columns)
        return [*columns[:3], CREDIT, STATE, *columns[3:]] if columns else []


class DocumentList(documents.IndexView):
    """All documents."""

    filterset_class = DocumentFilterSet

    @cached_property
    def columns(self) -> list[Any]:
        columns = list(super().columns)
        return [*columns[:3], CREDIT, STATE, *columns[3:]]


class MediaList(generic.IndexView):
    """All videos and sounds."""

    model = NewsroomMedia
    permission_policy = media_policy
    any_permission_required = ["add", "change", "delete"]
    filterset_class = MediaFilterSet
    page_title = _("Video and audio")
    header_icon = "media"
    index_url_name = "wagtailmedia:index"
    index_results_url_name = "newsroom_media_results"
    edit_url_name = "wagtailmedia:edit"
    template_name = "newsroom/admin/media_list.html"
    default_ordering = "-created_at"
    paginate_by = 30
    page_kwarg = "p"
    show_other_searches = True

    def get_base_queryset(self) -> QuerySet[NewsroomMedia]:
        rows = media_policy.instances_user_has_any_permission_for(self.request.user, ["change", "delete"])
        return rows.select_related("collection").annotate(
            usage_count=ReferenceIndex.usage_count_subquery(NewsroomMedia)
        )

    def get_filterset_kwargs(self) -> dict[str, Any]:
        return super().get_filterset_kwargs() | {"is_searching": self.is_searching}

    @cached_property
    def columns(self) -> list[Any]:
        sort = None if self.is_searching else "created_at"
        return [
            TitleColumn("title", label=_("Title"), sort_key="title", get_url=self.get_edit_url),
            Column("type", label=_("Type"), accessor="get_type_display"),
            CREDIT,
            STATE,
            DateColumn("created_at", label=_("Created"), sort_key=sort),
            UsageCountColumn("usage_count", label=_("Usage")),
        ]

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        if not media_policy.user_has_permission(self.request.user, "add"):
            return []
        return [
            HeaderButton(label=words, url=reverse("wagtailmedia:add", args=[kind]), icon_name="plus")
            for kind, words in (("video", _("Add video")), ("audio", _("Add audio")))
        ]

    @cached_property
    def header_more_buttons(self) -> list[HeaderButton]:
        return []
