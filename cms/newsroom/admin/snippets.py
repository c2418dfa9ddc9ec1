"""People, topics and boilerplates in the admin: one menu group, lists, filters and forms."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, ObjectList, TitleFieldPanel
from wagtail.admin.ui.tables import Column, LocaleColumn, StatusFlagColumn, UpdatedAtColumn
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet, SnippetViewSetGroup
from wagtail.snippets.widgets import AdminSnippetChooser

from cms.media.admin.publishing import FilesModelForm
from cms.newsroom.admin.topics import tree_ordered
from cms.newsroom.models import Boilerplate, Person, Topic


def private(person: Person, field: str) -> str:
    """A contact detail, marked as internal unless everybody may see it."""
    value = getattr(person, field)
    if not value or getattr(person, f"{field}_public"):
        return value
    return format_html('{} <span class="w-status">{}</span>', value, _("internal"))


class PersonForm(FilesModelForm):
    """Offers the topics as a tree."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "topics" in self.fields:
            topics: Any = self.fields["topics"]
            topics.queryset = tree_ordered(Topic.objects.all())


class PersonViewSet(SnippetViewSet):
    """Spokespersons, press contacts and people quoted."""

    model = Person
    icon = "user"
    menu_label = _("People")
    menu_name = "newsroom-people"
    list_display = [
        "name",
        Column("title", label=_("Title"), accessor="title", sort_key="title"),
        Column("organisation", label=_("Organisation"), accessor="organisation", sort_key="organisation"),
        Column("role", label=_("Role"), accessor="get_role_display", sort_key="role"),
        Column("email", label=_("E-mail"), accessor=lambda person: private(person, "email")),
        Column("phone", label=_("Telephone"), accessor=lambda person: private(person, "phone")),
        LocaleColumn(),
    ]
    list_filter = ["role", "organisation", "topics"]
    list_export = ["name", "title", "organisation", "role", "email", "phone"]
    search_fields = ["name", "title", "organisation", "email"]
    search_backend_name = None
    ordering = ["name"]
    inspect_view_enabled = True
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [
                    FieldPanel("name"),
                    FieldPanel("title"),
                    FieldPanel("organisation"),
                    FieldPanel("role"),
                    FieldPanel("photo"),
                ],
                heading=_("Who"),
                icon="user",
            ),
            MultiFieldPanel(
                [
                    FieldPanel("email"),
                    FieldPanel("email_public"),
                    FieldPanel("phone"),
                    FieldPanel("phone_public"),
                ],
                heading=_("How to reach them (internal)"),
                help_text=_(
                    "Only colleagues see the address and the number, unless you tick the box below each. "
                    "What you tick is public with every release that names the person."
                ),
                icon="lock",
            ),
            InlinePanel(
                "channels",
                label=_("Channel"),
                heading=_("Social channels"),
                help_text=_("Public, with every release that names the person."),
            ),
            FieldPanel("topics"),
            FieldPanel("public"),
        ],
        base_form_class=PersonForm,
    )


class TopicChooser(AdminSnippetChooser):
    """Speaks the language of whoever opens the form: forms of snippets are made once, and Wagtail's words with them."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(model=Topic, icon="tag", **kwargs)
        self.choose_one_text = _("Choose a topic")
        self.choose_another_text = _("Choose another topic")
        self.link_to_chosen_text = _("Edit this topic")


class TopicIndexView(IndexView):
    """The topics as a tree, unless the editor sorts them otherwise."""

    def order_queryset(self, queryset: QuerySet[Topic]) -> QuerySet[Topic]:
        return super().order_queryset(queryset) if self.is_explicitly_ordered else tree_ordered(queryset)


class TopicViewSet(SnippetViewSet):
    """Subjects, in a tree."""

    model = Topic
    icon = "tag"
    menu_label = _("Topics")
    menu_name = "newsroom-topics"
    index_view_class = TopicIndexView
    list_display = [
        "name_in_tree",
        Column("description", label=_("Description"), accessor="description"),
        Column("slug", label=_("Slug"), accessor="slug", sort_key="slug"),
        StatusFlagColumn(
            "public", label=_("Always public"), accessor="public", true_label=_("always public")
        ),
        LocaleColumn(),
    ]
    list_filter = ["public", "parent"]
    list_export = ["name", "slug", "parent", "description", "public"]
    search_fields = ["name", "slug", "description"]
    search_backend_name = None
    edit_handler = ObjectList(
        [
            TitleFieldPanel("name", placeholder=False, classname=""),
            FieldPanel("slug"),
            FieldPanel("parent", widget=TopicChooser),
            FieldPanel("description"),
            FieldPanel("public"),
        ]
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Topic]:
        return Topic.objects.select_related("parent__parent__parent", "locale")


class BoilerplateViewSet(SnippetViewSet):
    """Standing texts about the organisation."""

    model = Boilerplate
    icon = "doc-full"
    menu_label = _("Boilerplates")
    menu_name = "newsroom-boilerplates"
    list_display = ["title", UpdatedAtColumn(), LocaleColumn()]
    search_fields = ["title", "text"]
    search_backend_name = None
    ordering = ["title"]


class NewsroomGroup(SnippetViewSetGroup):
    """The menu group of what all releases share."""

    items = (PersonViewSet, TopicViewSet, BoilerplateViewSet)
    menu_label = _("Newsroom")
    menu_name = "newsroom"
    menu_icon = "site"
    menu_order = 150
