"""`manage.py import_releases FILE --newsroom SLUG`: move in from another press room.

Exit codes: 0 when every row was taken, 1 when some failed, 2 when nothing could be read, 130 when it was
interrupted.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from tqdm import tqdm

from cms.newsroom.models import NewsroomPage
from cms.releases.importing.formats import READERS, guess_format, open_import, read
from cms.releases.importing.incoming import UnreadableFile
from cms.releases.importing.media import MediaFolder
from cms.releases.importing.service import Importer, Outcome, Report

OUTCOMES = {
    Outcome.CREATED: gettext_lazy("created"),
    Outcome.UPDATED: gettext_lazy("updated"),
    Outcome.PUBLISHED: gettext_lazy("published (were drafts)"),
    Outcome.UNCHANGED: gettext_lazy("unchanged"),
    Outcome.LEFT_ALONE: gettext_lazy("left alone (edited or deleted here since)"),
    Outcome.LEFT_OUT: gettext_lazy("left out (no releases)"),
    Outcome.FAILED: gettext_lazy("failed"),
}

NOTES = {
    "authors_left_out": gettext_lazy("authors that are not one person's name were left out"),
    "canonical_left_out": gettext_lazy(
        "the original address is no web address or is too long, and was left out"
    ),
    "date_missing": gettext_lazy("without a date: it counts as first published now"),
    "date_unreadable": gettext_lazy("the date could not be read"),
    "gallery_left_out": gettext_lazy("galleries and players of WordPress's own were left out"),
    "heading_as_paragraph": gettext_lazy("headings longer than 255 characters became bold paragraphs"),
    "image_as_link": gettext_lazy("images elsewhere became links, with their descriptions"),
    "image_lost": gettext_lazy("images without an address: only their descriptions are left"),
    "image_refused": gettext_lazy("files in the media folder were left out"),
    "kept_as_draft": gettext_lazy("were not public where they come from, and are drafts here"),
    "link_left_out": gettext_lazy("links that are no web addresses were left out"),
    "links_in_table_lost": gettext_lazy("links in tables: their words stay, their addresses are lost"),
    "markup_too_deep": gettext_lazy("markup nested too deeply: the text was kept without it"),
    "player_as_link": gettext_lazy("players of unknown services became links"),
    "subtitle_cut": gettext_lazy("subtitles were cut to 255 characters; the whole is in the text"),
    "summary_cut": gettext_lazy("summaries were cut to 280 characters; the whole is in the text"),
    "tag_cut": gettext_lazy("tags were cut to 100 characters"),
    "title_cut": gettext_lazy("titles were cut to 255 characters; the whole is in the text"),
    "title_made": gettext_lazy("without a title: one was made of the first words"),
    "translation_doubled": gettext_lazy(
        "a second release in the same language of a translation group stands alone"
    ),
}
"""The kinds of note that readers and writer make, in words."""


class Command(BaseCommand):
    help = "Import releases from another press room: JSON Lines, WordPress (WXR), RSS, Atom or ninjs."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="The file; JSON Lines may be gzip.")
        parser.add_argument(
            "--newsroom", required=True, metavar="SLUG", help="Slug of the newsroom to import into."
        )
        parser.add_argument(
            "--format", choices=sorted(READERS), help="The file's format; guessed when not given."
        )
        parser.add_argument(
            "--publish", action="store_true", help="Publish, with the original dates. Else: drafts."
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="Read and check everything, write nothing."
        )
        parser.add_argument(
            "--media", type=Path, metavar="FOLDER", help="Folder of images that the file names."
        )
        parser.add_argument(
            "--keep-canonical",
            action="store_true",
            help="Keep the old addresses as canonical ones, for releases that stay where they were as well.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        newsroom = self._newsroom(options["newsroom"])
        folder = options["media"]
        if folder is not None and not folder.is_dir():
            raise CommandError(_("%(folder)s is not a folder.") % {"folder": folder}, returncode=2)
        publish, dry_run = options["publish"], options["dry_run"]
        importer = Importer(
            newsroom,
            publish=publish,
            dry_run=dry_run,
            canonical=options["keep_canonical"],
            media=MediaFolder(folder, publish=publish, dry_run=dry_run),
        )
        interrupted = False
        try:
            self._run(importer, options["file"], options["format"], quiet=options["verbosity"] == 0)
        except UnreadableFile as error:
            raise CommandError(str(error), returncode=2) from None
        except KeyboardInterrupt:
            interrupted = True
        self._tell(importer.report, options["verbosity"], dry_run=dry_run, interrupted=interrupted)
        if not importer.report.rows and not interrupted:
            raise CommandError(_("The file holds no releases."), returncode=2)
        failed = importer.report.outcomes[Outcome.FAILED]
        if interrupted:
            sys.exit(130)
        if failed == importer.report.rows:
            sys.exit(2)
        if failed:
            sys.exit(1)

    def _newsroom(self, slug: str) -> NewsroomPage:
        newsroom: NewsroomPage | None = (
            NewsroomPage.objects.filter(slug=slug).select_related("locale").first()
        )
        if newsroom is None:
            slugs = ", ".join(NewsroomPage.objects.order_by("slug").values_list("slug", flat=True)) or _(
                "none"
            )
            raise CommandError(
                _("There is no newsroom with the slug %(slug)s. There are: %(slugs)s.")
                % {"slug": slug, "slugs": slugs},
                returncode=2,
            )
        return newsroom

    def _run(self, importer: Importer, path: Path, name: str | None, *, quiet: bool) -> None:
        with open_import(path) as stream:
            name = name or guess_format(stream)
            stream.seek(0)
            hidden = True if quiet else None  # None: hidden where there is no terminal
            with tqdm(disable=hidden, unit=" releases", file=sys.stderr) as bar:
                importer.run(read(stream, name), after_row=bar.update)

    def _tell(self, report: Report, verbosity: int, *, dry_run: bool, interrupted: bool) -> None:
        for row in report.failures:
            self.stderr.write(_("Row %(line)d: %(reason)s") % {"line": row.line, "reason": row.reason})
        for name, reason in report.refused.items():
            self.stderr.write(_("%(name)s was left out: %(reason)s") % {"name": name, "reason": reason})
        if verbosity == 0:
            return
        if verbosity > 1:
            for entry in report.left_out:
                self.stdout.write(
                    _("Row %(line)d: %(reason)s") % {"line": entry.line, "reason": entry.reason}
                )
        if interrupted:
            self.stdout.write(_("Interrupted. Run the same command again to go on."))
        if dry_run:
            self.stdout.write(_("Nothing was written: this is what would happen."))
        for outcome, words in OUTCOMES.items():
            if report.outcomes[outcome]:
                self.stdout.write(f"{report.outcomes[outcome]:>7,} {words}")
        if report.newsrooms:
            self.stdout.write(_("Newsrooms created for: %(codes)s") % {"codes": ", ".join(report.newsrooms)})
        if report.closed:
            self.stdout.write(
                _("Not public, as these newsrooms are not: %(slugs)s") % {"slugs": ", ".join(report.closed)}
            )
        if report.notes:
            self.stdout.write(_("Notes:"))
        for kind, count in report.notes.most_common():
            self.stdout.write(f"{count:>7,} {NOTES[kind]}")
