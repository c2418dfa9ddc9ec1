"""Addresses of the REST API. `described` is what OpenAPI shows; each also answers with a final slash."""

from __future__ import annotations

from django.urls import URLPattern, path, re_path

from newsroom_api.live.views import ThreadEventsView
from newsroom_api.rest import (
    assets,
    changes,
    comments,
    contributions,
    discussions,
    docs,
    items,
    kits,
    newsrooms,
    oembed,
    papers,
    partner_receipts,
    releases,
    statements,
    threads,
)

ROOT = "api/v1"

described: list[URLPattern] = [
    path(ROOT, items.IndexView.as_view(), name="newsroom_api_index"),
    path(f"{ROOT}/newsrooms", newsrooms.NewsroomListView.as_view(), name="newsroom_api_newsrooms"),
    path(f"{ROOT}/newsrooms/<str:id>", newsrooms.NewsroomView.as_view(), name="newsroom_api_newsroom"),
    path(f"{ROOT}/releases", releases.ReleaseListView.as_view(), name="newsroom_api_releases"),
    path(f"{ROOT}/releases/<str:id>", releases.ReleaseView.as_view(), name="newsroom_api_release"),
    path(
        f"{ROOT}/releases/<str:id>/editions",
        releases.ReleaseEditionsView.as_view(),
        name="newsroom_api_release_editions",
    ),
    path(
        f"{ROOT}/releases/<str:id>/kit.zip",
        kits.ReleaseFilesView.as_view(),
        name="newsroom_api_release_files",
    ),
    path(
        f"{ROOT}/releases/<str:id>/release.txt",
        papers.ReleaseTextView.as_view(),
        name="newsroom_api_release_text",
    ),
    path(
        f"{ROOT}/releases/<str:id>/release.pdf",
        papers.ReleasePdfView.as_view(),
        name="newsroom_api_release_pdf",
    ),
    path(f"{ROOT}/assets", assets.AssetListView.as_view(), name="newsroom_api_assets"),
    path(f"{ROOT}/assets/<str:id>", assets.AssetView.as_view(), name="newsroom_api_asset"),
    path(
        f"{ROOT}/assets/<str:id>/editions",
        assets.AssetEditionsView.as_view(),
        name="newsroom_api_asset_editions",
    ),
    path(f"{ROOT}/press-kits", assets.PressKitListView.as_view(), name="newsroom_api_press_kits"),
    path(
        f"{ROOT}/press-kits/<str:id>.zip",
        kits.PressKitFilesView.as_view(),
        name="newsroom_api_press_kit_files",
    ),
    path(f"{ROOT}/press-kits/<str:id>", assets.PressKitView.as_view(), name="newsroom_api_press_kit"),
    path(
        f"{ROOT}/press-kits/<str:id>/editions",
        assets.PressKitEditionsView.as_view(),
        name="newsroom_api_press_kit_editions",
    ),
    path(
        f"{ROOT}/contributions",
        contributions.ContributionListView.as_view(),
        name="newsroom_api_contributions",
    ),
    path(
        f"{ROOT}/contributions/terms",
        contributions.ContributionTermsView.as_view(),
        name="newsroom_api_contribution_terms",
    ),
    path(
        f"{ROOT}/contributions/<str:id>",
        contributions.ContributionView.as_view(),
        name="newsroom_api_contribution",
    ),
    path(
        f"{ROOT}/contributions/<str:id>/file",
        contributions.ContributionFileView.as_view(),
        name="newsroom_api_contribution_file",
    ),
    path(f"{ROOT}/topics", newsrooms.TopicListView.as_view(), name="newsroom_api_topics"),
    path(f"{ROOT}/topics/<str:id>", newsrooms.TopicView.as_view(), name="newsroom_api_topic"),
    path(f"{ROOT}/people", newsrooms.PersonListView.as_view(), name="newsroom_api_people"),
    path(f"{ROOT}/people/<str:id>", newsrooms.PersonView.as_view(), name="newsroom_api_person"),
    path(f"{ROOT}/items", items.ItemByPathView.as_view(), name="newsroom_api_items"),
    path(f"{ROOT}/discussions", discussions.DiscussionListView.as_view(), name="newsroom_api_discussions"),
    path(
        f"{ROOT}/discussions/<str:id>", discussions.DiscussionView.as_view(), name="newsroom_api_discussion"
    ),
    path(
        f"{ROOT}/discussions/<str:id>/editions",
        discussions.DiscussionEditionsView.as_view(),
        name="newsroom_api_discussion_editions",
    ),
    path(f"{ROOT}/threads", threads.ThreadListView.as_view(), name="newsroom_api_threads"),
    path(f"{ROOT}/threads/<str:id>", threads.ThreadView.as_view(), name="newsroom_api_thread"),
    path(
        f"{ROOT}/threads/<str:id>/comments",
        threads.ThreadCommentsView.as_view(),
        name="newsroom_api_thread_comments",
    ),
    path(f"{ROOT}/threads/<str:id>/events", ThreadEventsView.as_view(), name="newsroom_api_thread_events"),
    path(f"{ROOT}/threads/<str:id>/form", threads.ThreadFormView.as_view(), name="newsroom_api_thread_form"),
    path(
        f"{ROOT}/comments/changes",
        comments.CommentChangesView.as_view(),
        name="newsroom_api_comment_changes",
    ),
    path(f"{ROOT}/comments/<str:id>", comments.CommentView.as_view(), name="newsroom_api_comment"),
    path(
        f"{ROOT}/comments/<str:id>/appeals",
        comments.CommentAppealsView.as_view(),
        name="newsroom_api_comment_appeals",
    ),
    path(
        f"{ROOT}/comments/<str:id>/context",
        comments.CommentContextView.as_view(),
        name="newsroom_api_comment_context",
    ),
    path(
        f"{ROOT}/comments/<str:id>/export",
        comments.CommentExportView.as_view(),
        name="newsroom_api_comment_export",
    ),
    path(
        f"{ROOT}/comments/<str:id>/reactions",
        comments.CommentReactionsView.as_view(),
        name="newsroom_api_comment_reactions",
    ),
    path(
        f"{ROOT}/comments/<str:id>/reactions/<str:name>",
        comments.CommentReactionView.as_view(),
        name="newsroom_api_comment_reaction",
    ),
    path(
        f"{ROOT}/comments/<str:id>/replies",
        comments.CommentRepliesView.as_view(),
        name="newsroom_api_comment_replies",
    ),
    path(
        f"{ROOT}/comments/<str:id>/reports",
        comments.CommentReportsView.as_view(),
        name="newsroom_api_comment_reports",
    ),
    path(f"{ROOT}/changes", changes.ChangesView.as_view(), name="newsroom_api_changes"),
    path(f"{ROOT}/receipts", partner_receipts.ReceiptsView.as_view(), name="newsroom_api_receipts"),
    path(
        f"{ROOT}/official-statements",
        statements.StatementListView.as_view(),
        name="newsroom_api_official_statements",
    ),
    path(f"{ROOT}/preview", items.PreviewView.as_view(), name="newsroom_api_preview"),
    path(f"{ROOT}/openapi.json", docs.OpenApiView.as_view(), name="newsroom_api_openapi"),
]

_slashed = [path(f"{pattern.pattern}/", pattern.callback) for pattern in described]

urlpatterns: list[URLPattern] = [
    *described,
    *_slashed,
    path(
        ".well-known/official-statements.json",
        statements.WellKnownView.as_view(),
        name="newsroom_official_statements",
    ),
    path("oembed", oembed.OEmbedView.as_view(), name="newsroom_oembed"),
    path(f"{ROOT}/docs", docs.docs, name="newsroom_api_docs"),
    re_path(r"^api/?(?P<rest>.*)$", docs.unknown_address, name="newsroom_api_unknown"),
]
