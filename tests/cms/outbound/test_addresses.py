"""Which addresses are asked, also where a name resolves differently each time, and what a refusal tells."""

from __future__ import annotations

import logging
import socket
from typing import Any

import pytest

from cms.errors import OutboundRefused
from cms.outbound import check_address, fetch
from tests.cms.outbound.sites import FAILED, Site, failure


def resolver(monkeypatch: pytest.MonkeyPatch, answers: list[list[str]]) -> list[str]:
    """Each look-up of a name gets the next list of addresses; returns the names asked for, as they come."""
    real, asked = socket.getaddrinfo, []

    def fake(host: str, port: int, *args: Any, **how: Any) -> Any:
        if host[0].isdigit():
            return real(host, port, *args, **how)
        asked.append(host)
        found = answers.pop(0)
        if not found:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in found]

    monkeypatch.setattr(socket, "getaddrinfo", fake)
    return asked


def test_the_address_that_was_checked_is_the_one_connected_to(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The name is public when it is checked and would be loopback the second time it is looked up."""
    asked = resolver(monkeypatch, [["93.184.215.14"], ["127.0.0.1"]])
    connected: list[Any] = []

    def connect(address: Any, timeout: float) -> socket.socket:
        connected.append(address)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "create_connection", connect)
    assert failure("http://rebinds.example/") == FAILED
    assert (asked, connected) == (["rebinds.example"], [("93.184.215.14", 80)])


def test_a_name_that_rebinds_between_two_redirects_is_checked_again(
    site: Site, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.NEWSROOM = settings.NEWSROOM | {"OUTBOUND_PORTS": [80, 443, site.port]}
    site.redirects("/", f"http://rebinds.example:{site.port}/inside")
    asked = resolver(monkeypatch, [["127.0.0.1"]])
    assert failure(f"{site.name}/") == FAILED
    assert (asked, [path for _m, path, _h, _b in site.seen]) == (["rebinds.example"], ["/"])


def test_a_public_site_cannot_lead_to_one_that_only_the_setting_allows(
    site: Site, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.NEWSROOM = settings.NEWSROOM | {"OUTBOUND_PORTS": [80, 443, site.port]}
    site.answers("/inside", b"secret")
    site.redirects("/", f"{site.name}/inside")
    assert fetch(f"{site.name}/").body == b"secret"
    checked: list[str] = []

    def public_at_first(address: str) -> bool:
        checked.append(address)
        return len(checked) == 1

    monkeypatch.setattr("cms.outbound.is_public", public_at_first)
    resolver(monkeypatch, [["127.0.0.1"]])
    assert failure(f"http://outside.example:{site.port}/") == FAILED
    assert checked == ["127.0.0.1", "127.0.0.1"]
    assert [path for _m, path, _h, _b in site.seen] == ["/", "/inside", "/"]


@pytest.mark.parametrize(
    "found", [["127.0.0.1"], ["10.0.0.1"], ["93.184.215.14", "10.0.0.1"], ["169.254.169.254"], []]
)
def test_a_private_host_fails_as_one_that_does_not_exist(
    found: list[str], settings: Any, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    settings.NEWSROOM = {"OUTBOUND": True}
    resolver(monkeypatch, [found])
    connected: list[Any] = []
    monkeypatch.setattr(socket, "create_connection", lambda *args, **how: connected.append(args))
    with caplog.at_level(logging.INFO, "cms.outbound"):
        assert failure("https://inside.example/secret?token=1") == FAILED
    assert connected == []
    assert "token" not in caplog.text
    assert "inside.example" in caplog.text


def test_an_open_port_fails_as_a_closed_one(raw: Any, settings: Any) -> None:
    with socket.create_server(("127.0.0.1", 0)) as unused:
        closed = unused.getsockname()[1]
    url = raw(lambda connection: connection.sendall(b"SSH-2.0-OpenSSH_9.2\r\n"))
    settings.NEWSROOM = {"OUTBOUND_ALLOW": [*settings.NEWSROOM["OUTBOUND_ALLOW"], f"127.0.0.1:{closed}"]}
    assert failure(url) == failure(f"http://127.0.0.1:{closed}/") == FAILED


def test_the_next_address_is_tried_when_one_does_not_answer(
    site: Site, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.NEWSROOM = {"OUTBOUND_ALLOW": [f"two.example:{site.port}"]}
    site.answers("/", b"second")
    resolver(monkeypatch, [["127.0.0.2", "127.0.0.1"]])
    real = socket.create_connection
    tried: list[str] = []

    def connect(address: Any, timeout: float) -> socket.socket:
        tried.append(address[0])
        if address[0] == "127.0.0.2":
            raise ConnectionRefusedError
        return real(address, timeout=timeout)

    monkeypatch.setattr(socket, "create_connection", connect)
    assert fetch(f"http://two.example:{site.port}/").body == b"second"
    assert (tried, site.seen[0][2]["Host"]) == (["127.0.0.2", "127.0.0.1"], f"two.example:{site.port}")


def test_the_setting_off_reaches_no_public_site(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.NEWSROOM = {"OUTBOUND": False}
    asked = resolver(monkeypatch, [])
    assert failure("https://example.org/") == FAILED
    assert asked == []


def test_a_refused_address_says_what_would_be_right(site: Site) -> None:
    for ask in (fetch, check_address):
        with pytest.raises(OutboundRefused, match="must not have a user name or password"):
            ask(f"http://user@127.0.0.1:{site.port}/")
    assert site.seen == []
