"""The client for requests to other sites, against real servers on loopback; a resolver is faked to rebind names."""

from __future__ import annotations

import gzip
import json
import logging
import socket
import ssl
import subprocess
import threading
import time
import tracemalloc
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from cms.errors import OutboundFailed, OutboundRefused
from cms.outbound import check_address, fetch

FAILED = "The other site cannot be reached, or gives no answer that can be used."


class Site:
    """A web server on 127.0.0.1: `pages` answer by path, `seen` has the requests that came."""

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self.pages: dict[str, Callable[[BaseHTTPRequestHandler], None]] = {}
        self.seen: list[tuple[str, str, dict[str, str], bytes]] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def answer(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                site.seen.append((self.command, self.path, dict(self.headers.items()), body))
                site.pages[self.path.partition("?")[0]](self)

            do_GET = do_POST = do_HEAD = answer

            def log_message(self, *args: Any) -> None:
                """Nothing is printed."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        if tls is not None:
            self.server.socket = tls.wrap_socket(self.server.socket, server_side=True)
        self.server.daemon_threads = True
        self.port: int = self.server.server_address[1]
        self.name = f"{'http' if tls is None else 'https'}://127.0.0.1:{self.port}"
        threading.Thread(
            target=self.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True
        ).start()

    def answers(self, path: str, body: bytes = b"", status: int = 200, **headers: str) -> None:
        def page(request: BaseHTTPRequestHandler) -> None:
            request.send_response(status)
            for name, value in {"Content-Length": str(len(body)), **headers}.items():
                request.send_header(name.replace("_", "-"), value)
            request.end_headers()
            request.wfile.write(body)

        self.pages[path] = page

    def redirects(self, path: str, to: str, status: int = 302) -> None:
        self.answers(path, b"moved", status, Location=to)

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def site(settings: Any) -> Iterator[Site]:
    site = Site()
    settings.NEWSROOM = {"OUTBOUND_ALLOW": [f"127.0.0.1:{site.port}"], "OUTBOUND_SECONDS": 5}
    yield site
    site.close()


@pytest.fixture
def raw(settings: Any) -> Iterator[Callable[[Callable[[socket.socket], None]], str]]:
    """Starts a server that speaks no HTTP of its own: `talk` gets the connection, after the request was read."""
    servers = []

    def start(talk: Callable[[socket.socket], None]) -> str:
        server = socket.create_server(("127.0.0.1", 0))
        servers.append(server)

        def serve() -> None:
            try:
                connection, _address = server.accept()
                with connection:
                    connection.recv(65_536)
                    talk(connection)
            except OSError:
                return

        threading.Thread(target=serve, daemon=True).start()
        port = server.getsockname()[1]
        settings.NEWSROOM = {"OUTBOUND_ALLOW": [f"127.0.0.1:{port}"]}
        return f"http://127.0.0.1:{port}/"

    yield start
    for server in servers:
        server.close()


def fails(url: str, **how: Any) -> str:
    """Asserts that the request fails in the words of all failures; returns the error's whole chain as text."""
    with pytest.raises(OutboundFailed) as failure:
        fetch(url, **how)
    error = failure.value
    assert (error.message, error.code, error.field) == (FAILED, "UNAVAILABLE", "")
    assert error.__suppress_context__ or error.__context__ is None
    return str(error)


def test_an_answer_has_status_headers_and_body(site: Site) -> None:
    site.answers("/a", "åäö".encode(), 404, Content_Type="text/plain")
    answer = fetch(f"{site.name}/a?b=ö#c")
    assert (answer.url, answer.status, answer.body) == (f"{site.name}/a?b=%C3%B6", 404, "åäö".encode())
    assert answer.headers["content-type"] == "text/plain"
    method, path, headers, _body = site.seen[0]
    assert (method, path) == ("GET", "/a?b=%C3%B6")
    assert headers == {
        "Host": f"127.0.0.1:{site.port}",
        "User-Agent": "SocialNewsroom/1.0",
        "Accept-Encoding": "gzip, deflate",
    }


def test_json_that_is_none_is_a_failure(site: Site) -> None:
    site.answers("/good", b'{"a": [1, null]}')
    assert fetch(f"{site.name}/good").json() == {"a": [1, None]}
    for number, body in enumerate([b"<html>", b"", b'{"a"', b"\xff\xfe", b"[" * 200_000]):
        site.answers(f"/{number}", body)
        answer = fetch(f"{site.name}/{number}")
        with pytest.raises(OutboundFailed, match=FAILED):
            answer.json()


def test_post_sends_headers_and_body_and_follows_nothing(site: Site) -> None:
    site.redirects("/hook", "/elsewhere", 307)
    body = json.dumps({"item": "Å"}, ensure_ascii=False).encode()
    answer = fetch(f"{site.name}/hook", method="POST", headers={"X-Signature": "abc"}, body=body)
    assert (answer.status, answer.headers["location"], len(site.seen)) == (307, "/elsewhere", 1)
    method, _path, headers, sent = site.seen[0]
    assert (method, headers["X-Signature"], headers["Content-Length"], sent) == ("POST", "abc", "14", body)


def test_a_header_with_a_line_break_is_never_sent(site: Site) -> None:
    fails(f"{site.name}/", headers={"X-Name": "a\r\nHost: localhost"})
    assert site.seen == []


def test_no_proxy_of_the_environment_is_used(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    site.answers("/")
    assert fetch(f"{site.name}/").status == 200


def test_cookies_are_not_kept(site: Site) -> None:
    site.answers("/next")
    site.answers("/", b"", 302, Location="/next", Set_Cookie="a=b")
    fetch(f"{site.name}/")
    assert [("Cookie" in headers, path) for _method, path, headers, _body in site.seen] == [
        (False, "/"),
        (False, "/next"),
    ]


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_three_redirects_are_followed_and_not_a_fourth(site: Site, status: int) -> None:
    site.answers("/3", b"here")
    for number in range(3):
        site.redirects(f"/{number}", f"{number + 1}", status)
    answer = fetch(f"{site.name}/0")
    assert (answer.url, answer.body) == (f"{site.name}/3", b"here")
    site.redirects("/before", "/0", status)
    fails(f"{site.name}/before")
    site.redirects("/round", "/round", status)
    fails(f"{site.name}/round")


@pytest.mark.parametrize(
    "to",
    [
        "http://169.254.169.254/latest/meta-data/",
        "http://127.0.0.1/",
        "//127.0.0.1/",
        "http://localhost/",
        "http://[::1]/",
        "http://2130706433/",
        "http://[::ffff:127.0.0.1]/",
        "http://user@127.0.0.1/",
        "file:///etc/passwd",
        "gopher://127.0.0.1/",
        "http://[",
        "http://a b/",
    ],
)
def test_a_redirect_to_an_address_that_is_refused_fails(site: Site, to: str) -> None:
    site.redirects("/", to)
    assert fails(f"{site.name}/") == FAILED
    assert len(site.seen) == 1


def test_a_redirect_to_another_site_takes_no_secrets_along(site: Site, settings: Any) -> None:
    other = Site()
    settings.NEWSROOM = {"OUTBOUND_ALLOW": [f"127.0.0.1:{site.port}", f"127.0.0.1:{other.port}"]}
    other.answers("/there")
    site.redirects("/", f"{other.name}/there")
    site.redirects("/same", "/")
    fetch(f"{site.name}/same", headers={"authorization": "Bearer x", "Accept": "text/html"})
    other.close()
    assert [headers.get("authorization") for _m, _p, headers, _b in site.seen] == ["Bearer x", "Bearer x"]
    ((_method, _path, headers, _body),) = other.seen
    assert (headers.get("authorization"), headers["Accept"]) == (None, "text/html")


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
    fails("http://rebinds.example/")
    assert (asked, connected) == (["rebinds.example"], [("93.184.215.14", 80)])


def test_a_name_that_rebinds_between_two_redirects_is_checked_again(
    site: Site, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.NEWSROOM = settings.NEWSROOM | {"OUTBOUND_PORTS": [80, 443, site.port]}
    site.redirects("/", f"http://rebinds.example:{site.port}/inside")
    asked = resolver(monkeypatch, [["127.0.0.1"]])
    fails(f"{site.name}/")
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
    fails(f"http://outside.example:{site.port}/")
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
        assert fails("https://inside.example/secret?token=1") == FAILED
    assert connected == []
    assert "token" not in caplog.text
    assert "inside.example" in caplog.text


def test_an_open_port_fails_as_a_closed_one(raw: Any, settings: Any) -> None:
    with socket.create_server(("127.0.0.1", 0)) as unused:
        closed = unused.getsockname()[1]
    url = raw(lambda connection: connection.sendall(b"SSH-2.0-OpenSSH_9.2\r\n"))
    settings.NEWSROOM = {"OUTBOUND_ALLOW": [*settings.NEWSROOM["OUTBOUND_ALLOW"], f"127.0.0.1:{closed}"]}
    assert fails(url) == fails(f"http://127.0.0.1:{closed}/")


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
    fails("https://example.org/")
    assert asked == []


def test_a_refused_address_says_what_would_be_right(site: Site) -> None:
    for ask in (fetch, check_address):
        with pytest.raises(OutboundRefused, match="must not have a user name or password"):
            ask(f"http://user@127.0.0.1:{site.port}/")
    assert site.seen == []


def drip(connection: socket.socket, head: bytes) -> None:
    """Sends `head`, then a byte every 50 ms for ever."""
    connection.sendall(head)
    while True:
        connection.sendall(b"a")
        time.sleep(0.05)


@pytest.mark.parametrize(
    "head",
    [
        b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1000\r\n",
        b"HTTP/1.1 200 OK\r\nX-Slow: ",
        b"HTTP/1.1 ",
    ],
)
def test_an_answer_that_drips_is_cut_when_the_time_is_up(raw: Any, head: bytes) -> None:
    url = raw(lambda connection: drip(connection, head))
    begun = time.monotonic()
    fails(url, seconds=0.5)
    assert 0.45 < time.monotonic() - begun < 10


def test_a_handshake_that_never_ends_is_cut_when_the_time_is_up(raw: Any) -> None:
    # A TLS record (handshake, 16,384 bytes) whose bytes come one by one.
    url = raw(lambda connection: drip(connection, b"\x16\x03\x03\x40\x00"))
    begun = time.monotonic()
    fails(url.replace("http:", "https:"), seconds=0.5)
    assert 0.45 < time.monotonic() - begun < 10


def test_silence_and_a_slow_look_up_are_cut_when_the_time_is_up(
    raw: Any, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = time.monotonic()
    fails(raw(lambda connection: time.sleep(20)), seconds=0.3)
    settings.NEWSROOM = {"OUTBOUND": True}
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **how: time.sleep(20) or [])
    fails("https://slow.example/", seconds=0.3)
    assert 0.5 < time.monotonic() - begun < 15


def test_a_body_has_at_most_so_many_bytes(site: Site, settings: Any) -> None:
    site.answers("/", b"a" * 1000)
    assert len(fetch(f"{site.name}/", most_bytes=1000).body) == 1000
    fails(f"{site.name}/", most_bytes=999)
    settings.NEWSROOM = settings.NEWSROOM | {"OUTBOUND_BYTES": 999}
    fails(f"{site.name}/")


def test_a_body_shorter_than_it_says_is_a_failure(raw: Any) -> None:
    fails(raw(lambda connection: connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf")))


def test_an_endless_body_is_cut_at_the_limit(raw: Any) -> None:
    def endless(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        while True:
            connection.sendall(b"a" * 65_536)

    fails(raw(endless), most_bytes=100_000)


def test_a_packed_body_is_unpacked_up_to_the_limit(site: Site) -> None:
    site.answers("/", gzip.compress(b"a" * 1000), Content_Encoding="gzip")
    assert fetch(f"{site.name}/", most_bytes=1000).body == b"a" * 1000
    fails(f"{site.name}/", most_bytes=999)


def test_a_gzip_bomb_takes_neither_memory_nor_time(site: Site) -> None:
    inner = gzip.compress(bytes(200_000_000))
    for path, bomb, encoding in (
        ("/once", inner, "gzip"),
        ("/twice", gzip.compress(inner), "gzip, gzip"),
        ("/often", gzip.compress(inner), ", ".join(["gzip"] * 50)),
    ):
        site.answers(path, bomb, Content_Encoding=encoding)
        tracemalloc.start()
        begun = time.monotonic()
        fails(f"{site.name}{path}")
        took, (_now, peak) = time.monotonic() - begun, tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert (path, peak < 16_000_000, took < 4) == (path, True, True)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for 127.0.0.1 and localhost, signed by itself, with its key in the same file."""
    folder = tmp_path_factory.mktemp("tls")
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=test"),
            *(
                "-addext",
                "subjectAltName=IP:127.0.0.1",
                "-keyout",
                str(folder / "key"),
                "-out",
                str(folder / "pem"),
            ),
        ],
        check=True,
        capture_output=True,
    )
    whole = folder / "whole.pem"
    whole.write_bytes((folder / "key").read_bytes() + (folder / "pem").read_bytes())
    return whole


@pytest.fixture
def tls_site(certificate: Path, settings: Any) -> Iterator[Site]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    site = Site(context)
    settings.NEWSROOM = {"OUTBOUND_ALLOW": [f"127.0.0.1:{site.port}", f"localhost:{site.port}"]}
    yield site
    site.close()


def test_the_certificate_is_checked(
    tls_site: Site, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tls_site.answers("/", b"safe")
    fails(f"{tls_site.name}/")
    assert tls_site.seen == []
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    assert fetch(f"{tls_site.name}/").body == b"safe"
    fails(f"https://localhost:{tls_site.port}/")  # the certificate has another name
    assert len(tls_site.seen) == 1


def test_no_redirect_leads_from_https_to_http(
    tls_site: Site, certificate: Path, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = Site()
    plain.answers("/", b"plain")
    allow = [*settings.NEWSROOM["OUTBOUND_ALLOW"], f"127.0.0.1:{plain.port}"]
    settings.NEWSROOM = {"OUTBOUND_ALLOW": allow}
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    tls_site.redirects("/", f"{plain.name}/")
    fails(f"{tls_site.name}/")
    plain.close()
    assert (len(tls_site.seen), plain.seen) == (1, [])
