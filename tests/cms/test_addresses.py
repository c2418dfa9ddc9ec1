"""Which addresses of other sites may be asked, as they are written and as they resolve."""

from __future__ import annotations

from typing import Any

import pytest

from cms.addresses import Target, is_public, parse
from cms.errors import OutboundRefused

NUMBER = "The address must have the name of a public site, not such a number."
SCHEME = "The address must begin with https:// or http:// and the name of a host."
CHARACTERS = "The address has spaces, backslashes or control characters in it."
LOGIN = "The address must not have a user name or password in it."
PORT = "The address must not have a port other than: 80, 443."

REFUSED = [
    ("http://127.0.0.1/", NUMBER),
    ("http://127.0.0.1./", NUMBER),
    ("http://127.1/", NUMBER),
    ("http://2130706433/", NUMBER),
    ("http://017700000001/", NUMBER),
    ("http://0177.0.0.1/", NUMBER),
    ("http://0x7f000001/", NUMBER),
    ("http://0x7F.0x0.0x0.0x1/", NUMBER),
    ("http://0x7f.1/", NUMBER),
    ("http://0/", NUMBER),
    ("http://0.0.0.0/", NUMBER),
    ("http://8.8.2056/", NUMBER),  # public, in no usual spelling
    ("http://134744072/", NUMBER),
    ("http://10.1.2.3/", NUMBER),
    ("http://172.16.0.1/", NUMBER),
    ("http://192.168.1.1/", NUMBER),
    ("http://100.64.0.1/", NUMBER),
    ("http://100.100.100.200/", NUMBER),
    ("http://169.254.169.254/latest/meta-data/", NUMBER),
    ("http://2852039166/latest/meta-data/", NUMBER),
    ("http://0xa9fea9fe/", NUMBER),
    ("http://[::1]/", NUMBER),
    ("http://[::]/", NUMBER),
    ("http://[::ffff:127.0.0.1]/", NUMBER),
    ("http://[::ffff:8.8.8.8]/", NUMBER),
    ("http://[::ffff:7f00:1]/", NUMBER),
    ("http://[::127.0.0.1]/", NUMBER),
    ("http://[fd00:ec2::254]/", NUMBER),
    ("http://[fe80::1]/", NUMBER),
    ("http://[fe80::1%25eth0]/", NUMBER),
    ("http://[64:ff9b::7f00:1]/", NUMBER),
    ("http://[64:ff9b::8.8.8.8]/", NUMBER),
    ("http://[2002:7f00:1::]/", NUMBER),
    ("http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/", NUMBER),
    ("http://１２７.０.０.１/", SCHEME),
    ("http://①②⑦.⓪.⓪.①/", SCHEME),
    ("http://127。0。0。1/", SCHEME),
    ("http://[127.0.0.1]/", SCHEME),
    ("ftp://example.org/", SCHEME),
    ("file:///etc/passwd", SCHEME),
    ("gopher://example.org/_x", SCHEME),
    ("javascript:alert(1)", SCHEME),
    ("//example.org/", SCHEME),
    ("example.org", SCHEME),
    ("http://", SCHEME),
    ("http://./", SCHEME),
    ("http:///path", SCHEME),
    ("", SCHEME),
    ("https://example.org\\@127.0.0.1/", CHARACTERS),
    ("https://example.org/a b", CHARACTERS),
    ("https://example.org/\r\nHost: localhost", CHARACTERS),
    ("https://example.org/\x00", CHARACTERS),
    (" https://example.org/", CHARACTERS),
    ("https://user@example.org/", LOGIN),
    ("https://user:secret@example.org/", LOGIN),
    ("https://example.org@127.0.0.1/", LOGIN),
    ("https://@example.org/", LOGIN),
    ("https://example.org:22/", PORT),
    ("https://example.org:8443/", PORT),
    ("http://127.0.0.1:6379/", PORT),
    ("https://example.org:0/", PORT),
    ("https://example.org:99999/", SCHEME),
    ("https://example.org:http/", SCHEME),
    ("https://example.org/" + "a" * 2048, "The address has more than 2048 characters."),
]


@pytest.mark.parametrize(("url", "message"), REFUSED)
def test_an_address_that_is_refused_as_it_is_written(url: str, message: str) -> None:
    with pytest.raises(OutboundRefused) as refusal:
        parse(url, field="url")
    assert (refusal.value.message, refusal.value.field, refusal.value.code) == (
        message,
        "url",
        "INVALID_INPUT",
    )


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("https://example.org", Target("https", "example.org", 443, "/", False)),
        ("HTTPS://Example.ORG./a?b=ö#c", Target("https", "example.org", 443, "/a?b=%C3%B6", False)),
        ("http://example.org:443/", Target("http", "example.org", 443, "/", False)),
        ("https://räksmörgås.se/å", Target("https", "xn--rksmrgs-5wao1o.se", 443, "/%C3%A5", False)),
        ("http://8.8.8.8/", Target("http", "8.8.8.8", 80, "/", False)),
        (
            "http://[2001:4860:4860::8888]/",
            Target("http", "2001:4860:4860::8888", 80, "/", False),
        ),
        ("https://3com.example/", Target("https", "3com.example", 443, "/", False)),
        ("https://localhost/", Target("https", "localhost", 443, "/", False)),  # refused when it is looked up
    ],
)
def test_an_address_that_may_be_asked(url: str, target: Target) -> None:
    assert parse(url) == target


def test_an_address_is_written_from_its_parts() -> None:
    for url in ("https://example.org/a?b", "http://example.org:443/", "http://[2001:4860:4860::8888]/"):
        assert parse(url).url == url


def test_hosts_of_ones_own_are_allowed_by_the_setting(settings: Any) -> None:
    settings.NEWSROOM = {"OUTBOUND_ALLOW": ["Intranet.example", "127.0.0.1:8080", "[::1]:8080"]}
    assert parse("https://intranet.example/").allowed
    assert parse("http://127.0.0.1:8080/").allowed
    assert parse("http://[::1]:8080/").allowed
    for url in (
        "https://intranet.example:8080/",
        "http://127.0.0.1:8081/",
        "http://127.0.0.1/",
        "http://[::1]/",
    ):
        with pytest.raises(OutboundRefused):
            parse(url)


def test_more_ports_are_allowed_by_the_setting(settings: Any) -> None:
    settings.NEWSROOM = {"OUTBOUND_PORTS": [80, 443, 8443]}
    assert parse("https://example.org:8443/").port == 8443
    with pytest.raises(OutboundRefused, match="other than: 80, 443, 8443"):
        parse("https://example.org:22/")


@pytest.mark.parametrize(
    "address",
    [
        *("0.0.0.0", "0.1.2.3", "10.0.0.1", "100.64.0.1", "127.0.0.1", "127.255.255.254", "168.63.129.16"),
        *("169.254.169.254", "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.88.99.1", "192.168.0.1"),
        *("198.18.0.1", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.250", "240.0.0.1"),
        *(
            "255.255.255.255",
            "::",
            "::1",
            "::ffff:8.8.8.8",
            "::ffff:127.0.0.1",
            "::7f00:1",
            "64:ff9b::808:808",
        ),
        *("64:ff9b:1::1", "100::1", "2001::1", "2001:2::1", "2001:10::1", "2001:20::1", "2001:db8::1"),
        *("2002:808:808::1", "3fff::1", "5f00::1", "fc00::1", "fd00:ec2::254", "fe80::1", "fe80::1%eth0"),
        *("2a00:1450::1%eth0", "fec0::1", "ff02::1", "no address", ""),
    ],
)
def test_an_address_that_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["1.1.1.1", "8.8.8.8", "172.32.0.1", "193.0.6.139", "2606:4700::1111", "2a00:1450:400f::200e"]
)
def test_an_address_that_is_public(address: str) -> None:
    assert is_public(address)
