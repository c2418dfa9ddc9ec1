"""What is sent to other sites and what comes back, redirects included."""

from __future__ import annotations

import json
import ssl
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cms.errors import OutboundFailed
from cms.outbound import fetch
from tests.cms.outbound.sites import FAILED, WORDS, Site, failure


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
        with pytest.raises(OutboundFailed, match=WORDS):
            answer.json()


def test_post_sends_headers_and_body_and_follows_nothing(site: Site) -> None:
    site.redirects("/hook", "/elsewhere", 307)
    body = json.dumps({"item": "Å"}, ensure_ascii=False).encode()
    answer = fetch(f"{site.name}/hook", method="POST", headers={"X-Signature": "abc"}, body=body)
    assert (answer.status, answer.headers["location"], len(site.seen)) == (307, "/elsewhere", 1)
    method, _path, headers, sent = site.seen[0]
    assert (method, headers["X-Signature"], headers["Content-Length"], sent) == ("POST", "abc", "14", body)


def test_a_header_with_a_line_break_is_never_sent(site: Site) -> None:
    assert failure(f"{site.name}/", headers={"X-Name": "a\r\nHost: localhost"}) == FAILED
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
    assert failure(f"{site.name}/before") == FAILED
    site.redirects("/round", "/round", status)
    assert failure(f"{site.name}/round") == FAILED


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
    assert failure(f"{site.name}/") == FAILED
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
    assert failure(f"{tls_site.name}/") == FAILED
    assert tls_site.seen == []
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    assert fetch(f"{tls_site.name}/").body == b"safe"
    assert failure(f"https://localhost:{tls_site.port}/") == FAILED  # the certificate has another name
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
    assert failure(f"{tls_site.name}/") == FAILED
    plain.close()
    assert (len(tls_site.seen), plain.seen) == (1, [])
