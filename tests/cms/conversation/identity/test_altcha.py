"""Proofs of work: solved for real at a low cost, and refused in every way that they can be wrong."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from datetime import timedelta
from threading import Barrier, Thread
from typing import Any

import altcha as library
import pytest
from django.db import connection
from django.utils import timezone

from cms.conversation.identity import altcha
from cms.conversation.models import UsedChallenge
from cms.errors import InvalidInput


@pytest.fixture(autouse=True)
def _cheap(settings: Any) -> None:
    settings.NEWSROOM = {**settings.NEWSROOM, "ALTCHA_COST": 2}


def solved(challenge: dict[str, Any]) -> str:
    made = library.Challenge.from_dict(challenge)
    solution = library.solve_challenge(made)
    assert solution is not None
    return library.Payload(made, solution).to_base64()


def changed(payload: str, change: Callable[[dict[str, Any]], None]) -> str:
    content = json.loads(base64.b64decode(payload))
    change(content)
    return base64.b64encode(json.dumps(content).encode()).decode()


def refusal(payload: str) -> str:
    used = UsedChallenge.objects.count()
    with pytest.raises(InvalidInput) as refused:
        altcha.check(payload)
    assert (refused.value.field, refused.value.code) == ("proof_of_work", "INVALID_INPUT")
    assert UsedChallenge.objects.count() == used
    return refused.value.message


def test_a_challenge_is_what_the_widget_takes() -> None:
    challenge = altcha.challenge()
    assert sorted(challenge) == ["parameters", "signature"]
    parameters = challenge["parameters"]
    assert (parameters["algorithm"], parameters["cost"], parameters["keyPrefix"]) == (
        "PBKDF2/SHA-256",
        2,
        "00",
    )
    assert 1100 < parameters["expiresAt"] - timezone.now().timestamp() <= 1200
    assert json.loads(json.dumps(challenge)) == challenge
    assert altcha.challenge()["parameters"]["nonce"] != parameters["nonce"]


@pytest.mark.django_db
def test_a_solution_is_taken_once() -> None:
    payload = solved(altcha.challenge())
    altcha.check(payload)
    assert refusal(payload) == "The proof of work was used before. Ask for a new challenge."
    altered = changed(payload, lambda content: content["solution"].update(time=7))
    assert "used before" in refusal(altered)
    altcha.check(solved(altcha.challenge()))
    assert UsedChallenge.objects.count() == 2


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda c: c["solution"].update(counter=c["solution"]["counter"] + 1), "is wrong"),
        (lambda c: c["solution"].update(counter=-1), "is wrong"),
        (lambda c: c["solution"].update(counter="1"), "is wrong"),
        (lambda c: c["solution"].update(derivedKey="00" * 32), "is wrong"),
        (lambda c: c["solution"].update(derivedKey=None), "is wrong"),
        (lambda c: c["challenge"]["parameters"].update(cost=1), "not for a challenge of this site"),
        (
            lambda c: c["challenge"]["parameters"].update(algorithm="SHA-256"),
            "not for a challenge of this site",
        ),
        (lambda c: c["challenge"]["parameters"].update(keyPrefix=""), "not for a challenge of this site"),
        (lambda c: c["challenge"]["parameters"].update(expiresAt=2**40), "not for a challenge of this site"),
        (
            lambda c: c["challenge"]["parameters"].update(keySignature="00"),
            "not for a challenge of this site",
        ),
        (lambda c: c["challenge"]["parameters"].pop("expiresAt"), "not for a challenge of this site"),
        (lambda c: c["challenge"].update(signature=""), "not for a challenge of this site"),
        (lambda c: c["challenge"].update(signature=None), "not for a challenge of this site"),
        (lambda c: c["challenge"].update(signature=["a"]), "not for a challenge of this site"),
        (lambda c: c["challenge"].pop("parameters"), "is malformed"),
        (lambda c: c.pop("solution"), "is malformed"),
    ],
)
def test_a_changed_solution_is_refused(change: Callable[[dict[str, Any]], None], message: str) -> None:
    assert message in refusal(changed(solved(altcha.challenge()), change))


@pytest.mark.django_db
@pytest.mark.parametrize(
    "payload",
    [
        "x",
        "===",
        "e30=",
        "W10=",
        "bnVsbA==",
        "NQ==",
        "ImEi",
        "\x00",
        "\ud800",
        "å",
        base64.b64encode(b"[" * 2000).decode(),
        "A" * 10_000_000,
    ],
)
def test_what_is_no_proof_is_malformed(payload: str) -> None:
    assert "malformed" in refusal(payload)


@pytest.mark.django_db
def test_nothing_is_no_proof() -> None:
    assert refusal("") == "A proof of work is missing. Ask for a challenge, solve it, and send both."


@pytest.mark.django_db
def test_a_challenge_expires(monkeypatch: pytest.MonkeyPatch) -> None:
    import time

    payload = solved(altcha.challenge())
    now = time.time()
    monkeypatch.setattr("altcha.v2.time.time", lambda: now + 1201)
    assert refusal(payload) == "The proof of work has expired. Ask for a new challenge."


@pytest.mark.django_db
def test_an_easier_algorithm_is_refused_even_when_we_signed_it() -> None:
    secret = altcha.keyed_digest(altcha.PURPOSE, "")
    until = timezone.now() + timedelta(minutes=5)
    for algorithm, cost, prefix in (
        ("SHA-256", 2, "00"),
        ("PBKDF2/SHA-256", 1, "00"),
        ("PBKDF2/SHA-256", 2, "0"),
    ):
        made = library.create_challenge(
            algorithm, cost, key_prefix=prefix, expires_at=until, hmac_secret=secret
        )
        assert "easier challenge" in refusal(solved(made.to_dict()))


@pytest.mark.django_db
def test_a_higher_cost_holds_at_once(settings: Any) -> None:
    payload = solved(altcha.challenge())
    settings.NEWSROOM = {**settings.NEWSROOM, "ALTCHA_COST": 3}
    assert "easier challenge" in refusal(payload)


@pytest.mark.django_db
def test_challenges_are_good_while_the_key_changes(settings: Any) -> None:
    payload = solved(altcha.challenge())
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "new", [settings.SECRET_KEY]
    altcha.check(payload)
    other = solved(altcha.challenge())
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "newer", []
    assert "not for a challenge of this site" in refusal(other)


@pytest.mark.django_db(transaction=True)
def test_of_many_at_once_one_is_taken() -> None:
    payload = solved(altcha.challenge())
    outcomes: list[str] = []
    start = Barrier(8)

    def post() -> None:
        start.wait()
        try:
            altcha.check(payload)
            outcomes.append("taken")
        except InvalidInput as error:
            outcomes.append(error.message)
        finally:
            connection.close()

    threads = [Thread(target=post) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["The proof of work was used before. Ask for a new challenge."] * 7 + ["taken"]


@pytest.mark.django_db
def test_what_has_expired_is_forgotten() -> None:
    altcha.check(solved(altcha.challenge()))
    UsedChallenge.objects.create(signature="a" * 64, expires_at=timezone.now() - timedelta(seconds=1))
    assert altcha.forget_used() == 1
    assert UsedChallenge.objects.count() == 1
