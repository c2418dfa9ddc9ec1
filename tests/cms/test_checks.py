"""What the checks at start say of the settings and of the environment."""

from __future__ import annotations

from importlib import metadata

import pytest

from cms.checks import check_hubs, check_other_cms, check_settings, check_upload_limits


def test_django_cms_beside_us_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    assert check_other_cms() == []
    monkeypatch.setattr(metadata, "version", lambda name: {"django-cms": "5.0.2"}[name])
    (problem,) = check_other_cms()
    assert problem.id == "newsroom.E003"
    assert "django CMS 5.0.2" in problem.msg


def test_unknown_names_and_wrong_types_are_errors(settings: object) -> None:
    settings.NEWSROOM = {"PAGE_SIZE": "20", "PAGESIZE": 20}  # type: ignore[attr-defined]
    assert [problem.id for problem in check_settings()] == ["newsroom.E002", "newsroom.E001"]


def test_upload_limits_are_bytes_for_types_of_assets(settings: object) -> None:
    assert check_upload_limits() == []
    settings.NEWSROOM = {"UPLOAD_LIMITS": {"VIDEO": 1, "IMAGE": 0, "AUDIO": "1 GB", "FILM": 5}}  # type: ignore[attr-defined]
    assert [(problem.id, problem.msg.split("'")[3]) for problem in check_upload_limits()] == [
        ("newsroom.E004", "IMAGE"),
        ("newsroom.E004", "AUDIO"),
        ("newsroom.E004", "FILM"),
    ]


def test_hubs_are_addresses_that_may_be_asked(settings: object) -> None:
    assert check_hubs() == []
    hubs = [
        "https://hub.example/",
        "http://hub.example/",
        "http://127.0.0.1:8080/",
        5,
        "https://" + "x" * 500,
    ]
    settings.NEWSROOM = {"WEBSUB_HUBS": hubs, "OUTBOUND_ALLOW": ["127.0.0.1:8080"]}  # type: ignore[attr-defined]
    assert [(problem.id, problem.msg.split("[")[2][0]) for problem in check_hubs()] == [
        ("newsroom.E007", "1"),
        ("newsroom.E007", "3"),
        ("newsroom.E007", "4"),
    ]
