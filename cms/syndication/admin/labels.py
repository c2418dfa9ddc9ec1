"""What events and kinds are called on screens."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from cms.syndication.events import COMMENT_PUBLISHED, COMMENT_REMOVED, NEWSROOM_UPDATED, TEST

EVENT_CHOICES = (
    (
        _("Releases"),
        (
            ("release.issued", _("Release published, or published again")),
            ("release.corrected", _("Release corrected")),
            ("release.refreshed", _("Something that a release shows has changed, such as a contact")),
            ("release.withdrawn", _("Release withdrawn")),
        ),
    ),
    (
        _("Statements (releases of this kind are told of as statements only)"),
        (
            ("statement.issued", _("Statement published, or published again")),
            ("statement.corrected", _("Statement corrected")),
            ("statement.refreshed", _("Something that a statement shows has changed")),
            ("statement.withdrawn", _("Statement withdrawn")),
        ),
    ),
    (
        _("Assets"),
        (
            ("asset.issued", _("Asset published, or published again")),
            ("asset.corrected", _("Asset corrected")),
            ("asset.refreshed", _("Something that an asset shows has changed")),
            ("asset.withdrawn", _("Asset withdrawn")),
        ),
    ),
    (
        _("Press kits"),
        (
            ("press_kit.issued", _("Press kit published, or published again")),
            ("press_kit.corrected", _("Press kit corrected")),
            ("press_kit.refreshed", _("Something that a press kit shows has changed")),
            ("press_kit.withdrawn", _("Press kit withdrawn")),
        ),
    ),
    (
        _("Discussions"),
        (
            ("discussion.issued", _("Discussion published, or published again")),
            ("discussion.corrected", _("Discussion corrected")),
            ("discussion.refreshed", _("Something that a discussion shows has changed")),
            ("discussion.withdrawn", _("Discussion withdrawn")),
        ),
    ),
    (
        _("Comments and newsrooms"),
        (
            (COMMENT_PUBLISHED, _("Comment shows in public")),
            (COMMENT_REMOVED, _("Comment shows no longer")),
            (NEWSROOM_UPDATED, _("Newsroom changed, opened or closed")),
        ),
    ),
)

EVENT_NAMES = {code: name for _group, choices in EVENT_CHOICES for code, name in choices} | {TEST: _("Test")}

KIND_LABELS = {
    "PRESS_RELEASE": _("Press release"),
    "NEWS": _("News"),
    "BLOG_POST": _("Blog post"),
    "STATEMENT": _("Statement"),
    "EVENT": _("Event"),
    "IMAGE": _("Image"),
    "VIDEO": _("Video"),
    "AUDIO": _("Audio"),
    "DOCUMENT": _("Document"),
}
