"""A flood from one address over HTTP: what is above the limit is refused, to the last comment."""

from __future__ import annotations

import http.client
import json
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from cms.conversation.models import Comment, ModerationRules, Thread
from cms.conversation.services.recounting import differences

pytestmark = pytest.mark.django_db(transaction=True)

REQUESTS = 200
LIMIT = 20
AT_ONCE = 8


@pytest.fixture
def flood(newsroom: Any, make_release: Any, live_server: Any, settings: Any) -> Any:
    """Sends so many comments at once, with these headers for each: (status, Retry-After, code) of the answers."""
    settings.NEWSROOM = settings.NEWSROOM | {"COMMENTS_PER_MINUTE": LIMIT}
    newsroom.comment_mode = "OPEN"
    newsroom.save()
    ModerationRules.objects.create(newsroom=newsroom, email_policy="OFF")
    for title in ("Wind", "Water"):
        make_release(title)
    threads = list(Thread.objects.values_list("pk", flat=True))
    address = live_server.url.removeprefix("http://")

    def send(part: range, forwarded: str) -> list[tuple[int, str, str]]:
        connection = http.client.HTTPConnection(address, timeout=120)
        answers = []
        for number in part:
            content = {
                "body": f"{number} " * 4,
                "author_name": f"N {number}",
                "email": f"n{number}@example.com",
            }
            headers = {"Content-Type": "application/json"}
            if forwarded:
                headers["X-Forwarded-For"] = forwarded.format(number)
            path = f"/api/v1/threads/{threads[number % 2]}/comments"
            connection.request("POST", path, json.dumps(content), headers)
            answer = connection.getresponse()
            told = json.loads(answer.read())
            answers.append((answer.status, answer.headers.get("Retry-After", ""), told.get("code", "")))
        connection.close()
        return answers

    def make(count: int, forwarded: str = "") -> list[tuple[int, str, str]]:
        parts = [range(start, count, AT_ONCE) for start in range(AT_ONCE)]
        with ThreadPoolExecutor(AT_ONCE) as pool:
            return [one for part in pool.map(lambda part: send(part, forwarded), parts) for one in part]

    return make


def outcome(answers: list[tuple[int, str, str]]) -> dict[tuple[int, str, bool], int]:
    """How often each was answered: status, code, and whether a time to come again was given."""
    return Counter((status, code, wait.isdigit() and 1 <= int(wait) <= 60) for status, wait, code in answers)


def stored() -> tuple[int, list[str]]:
    """How many comments there are, and in what their counts differ from them."""
    threads = Thread.objects.values_list("pk", flat=True)
    return Comment.objects.count(), [wrong for thread in threads for wrong in differences(thread)]


def test_one_address_gets_no_more_than_the_limit(flood: Any) -> None:
    assert outcome(flood(REQUESTS)) == {
        (201, "", False): LIMIT,
        (429, "RATE_LIMITED", True): REQUESTS - LIMIT,
    }
    assert stored() == (LIMIT, [])


def test_who_invents_addresses_is_counted_all_the_same(flood: Any) -> None:
    answers = flood(3 * LIMIT, "198.51.100.{}")
    assert outcome(answers) == {(201, "", False): LIMIT, (429, "RATE_LIMITED", True): 2 * LIMIT}
    assert stored() == (LIMIT, [])


def test_behind_a_proxy_the_last_address_counts(flood: Any, settings: Any) -> None:
    settings.NEWSROOM = settings.NEWSROOM | {"TRUSTED_PROXIES": 1}
    answers = flood(3 * LIMIT, "198.51.100.{}, 203.0.113.5")
    assert outcome(answers) == {(201, "", False): LIMIT, (429, "RATE_LIMITED", True): 2 * LIMIT}
    assert stored() == (LIMIT, [])
    others = flood(LIMIT, "203.0.113.5, 198.51.100.{}")
    assert {status for status, _, _ in others} == {201}
