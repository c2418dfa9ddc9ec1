"""Addresses that lead where only this machine can go (CWE-918): refused when saved, or never connected to."""

from __future__ import annotations

import socket
import ssl
import subprocess
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User

from cms.syndication.admin.webhooks import EDIT_HANDLER
from cms.syndication.deliveries.sending import Job, send
from cms.syndication.models import Attempt, Endpoint
from tests.cms.syndication.deliveries.conftest import deliver
from tests.cms.syndication.deliveries.receiver import Receiver, with_status

REFUSED = [
    "http://example.org/",  # not https
    "ftp://example.org/",
    "file:///etc/passwd",
    "gopher://example.org/",
    "dict://127.0.0.1:11211/",
    "ldap://127.0.0.1/",
    "javascript:alert(1)",
    "data:text/plain,a",
    "//example.org/",
    "example.org/hook",
    "https://",
    "https:///path",
    "https://user@example.org/",
    "https://user:word@example.org/",
    "https://example.org@127.0.0.1/",
    "https://127.0.0.1/",
    "https://127.0.0.1:443/",
    "https://127.1/",
    "https://127.0.1/",
    "https://2130706433/",
    "https://0x7f000001/",
    "https://0x7f.0.0.1/",
    "https://017700000001/",
    "https://0177.0.0.1/",
    "https://0/",
    "https://0.0.0.0/",
    "https://10.0.0.1/",
    "https://172.16.0.1/",
    "https://192.168.1.1/",
    "https://100.64.0.1/",
    "https://169.254.169.254/latest/meta-data/",
    "https://168.63.129.16/",
    "https://224.0.0.1/",
    "https://[::1]/",
    "https://[::]/",
    "https://[::ffff:127.0.0.1]/",
    "https://[::ffff:7f00:1]/",
    "https://[fe80::1]/",
    "https://[fd00::1]/",
    "https://[64:ff9b::7f00:1]/",
    "https://[2002:7f00:1::]/",
    "https://example.org:22/",
    "https://example.org:8000/",
    "https://example.org\\@127.0.0.1/",
    "https://example.org/a b",
    "https://example.org/\n",
    "https://" + "a" * 2100 + ".example/",
]
"""As they are written."""

FAILING = [
    ["127.0.0.1"],
    ["::1"],
    ["10.1.2.3"],
    ["169.254.169.254"],
    ["fd00:ec2::254"],
    ["::ffff:127.0.0.1"],
    ["0.0.0.0"],
    ["93.184.215.14", "127.0.0.1"],
    [],
]
"""What names resolve to, when it comes to sending."""


@pytest.fixture
def connected(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Every connection that is tried; none succeeds."""
    tried: list[Any] = []

    def connect(address: Any, **how: Any) -> socket.socket:
        tried.append(address)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "create_connection", connect)
    return tried


def job(url: str) -> Job:
    return Job(url=url, message_id="msg_1", body=b"{}", keys=["whsec_" + "YWFh" * 8])


def form(url: str) -> Any:
    given = {"name": "A", "url": url, "owner_email": "o@example.org", "payload": "FULL"}
    return EDIT_HANDLER.get_form_class()(given, instance=Endpoint(), for_user=User())


def test_there_are_more_than_forty_tricks() -> None:
    assert len(REFUSED) + len(FAILING) >= 55


@pytest.mark.django_db
def test_addresses_are_refused_when_they_are_saved_and_never_asked(
    connected: list[Any], settings: Any
) -> None:
    settings.NEWSROOM = settings.NEWSROOM | {"OUTBOUND": True}
    looked_up: list[Any] = []
    passed = []
    for url in REFUSED:
        if "url" not in form(url).errors and url.strip() == url:
            passed.append(url)
        assert send(job(url)).failure == "REFUSED"
    assert (passed, connected, looked_up) == ([], [], [])
    assert form("http://example.org/").errors["url"] == [
        "The address must begin with https://, so that nobody on the way can read what is sent."
    ]
    assert form("https://example.org/hook").errors.get("url") is None


@pytest.mark.parametrize("found", FAILING)
def test_names_that_lead_inside_fail_without_a_connection(
    found: list[str], connected: list[Any], settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.NEWSROOM = settings.NEWSROOM | {"OUTBOUND": True}

    def resolve(host: str, port: int, **how: Any) -> Any:
        if not found:
            raise socket.gaierror(socket.EAI_NONAME, "unknown")
        return [(0, socket.SOCK_STREAM, 6, "", (address, port)) for address in found]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    outcome = send(job("https://inside.example/"))
    assert (outcome.failure, outcome.status, connected) == ("UNREACHABLE", None, [])


def test_a_name_that_changes_its_mind_gains_nothing(
    connected: list[Any], settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.NEWSROOM = settings.NEWSROOM | {"OUTBOUND": True}
    answers = ["93.184.215.14", "127.0.0.1"]
    monkeypatch.setattr(
        socket,
        "getaddrinfo",
        lambda host, port, **how: [(0, socket.SOCK_STREAM, 6, "", (answers.pop(0), port))],
    )
    assert send(job("https://rebinds.example/")).failure == "UNREACHABLE"
    assert connected == [("93.184.215.14", 443)]


@pytest.mark.django_db
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_no_redirect_is_followed(
    start_receiver: Any, make_endpoint: Any, make_release: Any, status: int
) -> None:
    receiver, inside = start_receiver(), start_receiver()
    receiver.answering = with_status(status, Location=inside.url)
    make_endpoint(receiver)
    make_release("A")
    deliver()
    assert (len(receiver.got), inside.got) == (1, [])
    assert (Attempt.objects.get().status, Attempt.objects.get().failure) == (status, "REDIRECTED")


@pytest.mark.django_db
def test_a_bad_certificate_fails(
    start_receiver: Any,
    make_endpoint: Any,
    make_release: Any,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    key, pem = str(tmp_path / "key"), str(tmp_path / "pem")
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=test"]
    command += ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", pem]
    subprocess.run(command, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem, key)
    receiver: Receiver = start_receiver(tls=context)
    endpoint = make_endpoint(receiver)
    make_release("A")
    deliver()
    assert receiver.got == []
    assert Attempt.objects.get().failure == "UNREACHABLE"
    monkeypatch.setenv("SSL_CERT_FILE", pem)
    Endpoint.objects.update(rests_until=None)
    endpoint.deliveries.update(next_attempt_at=endpoint.created_at)
    deliver()
    assert len(receiver.got) == 1
