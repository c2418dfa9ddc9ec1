"""Property tests of the REST API by its own description: whatever fits it is answered, whatever does not is refused.

Exceptions, each for what no schema can tell: a cursor that a list gave from one that is made up; an item that a partner was
told of from any other; a text that shows something
from one of invisible signs; an address of the web or a mailbox that somebody could have; which reactions a newsroom offers.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, settings
from schemathesis.core.parameters import ParameterLocation
from schemathesis.specs.openapi.checks import (
    negative_data_rejection,
    positive_data_acceptance,
    response_schema_conformance,
)

from cms.conversation.identity import visitors
from cms.conversation.models import Thread
from cms.conversation.services.incoming import NewComment, Visitor
from cms.conversation.services.posting import post_comment
from cms.releases.models import ReleaseContact

EXAMPLES = int(os.environ.get("PROPERTY_EXAMPLES", "4"))
BEYOND_SCHEMAS = {
    "body", "author_name", "organisation", "title", "email", "url", "text", "note", "name", "about",
    "Visitor-Token",
}  # fmt: skip
"""Fields whose content is looked at beyond what a schema says. A token in header and body is to be the same."""
MADE_UP = ("INVALID_CURSOR", "INVALID_TOKEN", "IDEMPOTENCY_KEY_REUSED")
"""Codes for cursors and tokens that nobody gave, and for keys that an earlier example has used."""
PARTNERS = ("/api/v1/changes", "/api/v1/receipts")
"""Addresses that are asked with a partner's key where they are asked for what is there."""
IDS: dict[str, str] = {}
"""Ids and tokens of what is there, by the part of an address or the header that takes them."""

schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application())
of_what_is_there = schema.include(path_regex="/(threads|comments|contributions|changes|receipts)(/|$)")
"""The operations that take ids, tokens or keys of what is there: `lead_to_what_is_there`."""

asking = settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize="PROPERTY_EXAMPLES" not in os.environ,  # who wants to find more asks for more
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture
def site(
    newsroom: Any,
    make_release: Any,
    make_asset_page: Any,
    make_partner: Any,
    key_of: Any,
    person: Any,
    topic: Any,
    settings: Any,
) -> Iterator[None]:
    """Two releases, one corrected and one withdrawn, an asset, and a comment.

    Requests keep the connection of the test, as Django's client does. Streams end once they have told what there is.
    """
    settings.NEWSROOM = {**settings.NEWSROOM, "LIVE_SECONDS": 0, "CHANGES_WAITING": 0}
    newsroom.comment_mode = "OPEN"
    newsroom.save()
    corrected = make_release(
        "Vindpark", summary="I drift.", topics=[topic], contacts=[ReleaseContact(person=person)]
    )
    corrected.title = "Vindparken"
    corrected.correction_note = "The title."
    corrected.save_revision().publish()
    make_release("Withdrawn").unpublish()
    make_asset_page("Mast")
    thread = Thread.objects.get(item__title="Vindparken")
    posted = post_comment(
        NewComment("How fast do they turn?", "Ann", "ann@example.com", thread=thread.pk), Visitor("a" * 32)
    )
    IDS.update(
        {
            "/threads/": str(thread.pk),
            "/comments/": str(posted.comment.pk),
            "Edit-Token": posted.edit_token,
            "Visitor-Token": visitors.new_token(),
            "Authorization": key_of(make_partner(rate_limit=10**6))["Authorization"],
        }
    )
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


# Without a parameter besides, all operations have one id, and processes that share tests out by their ids ask one alone.
@pytest.mark.parametrize("known", [False], ids=["made up"])
@schema.parametrize()
@asking
@pytest.mark.usefixtures("site")
def test_the_api_does_what_it_says(case: schemathesis.Case, known: bool) -> None:
    response = case.call()
    case.validate_response(response, excluded_checks=beyond_description(case, response, known=known))
    assert response.status_code < 500


@pytest.mark.parametrize("known", [True], ids=["there"])
@of_what_is_there.parametrize()
@asking
@pytest.mark.usefixtures("site")
def test_the_api_does_what_it_says_with_what_is_there(case: schemathesis.Case, known: bool) -> None:
    lead_to_what_is_there(case)
    response = case.call()
    case.validate_response(response, excluded_checks=beyond_description(case, response, known=known))
    assert response.status_code < 500


def beyond_description(case: schemathesis.Case, response: Any, *, known: bool) -> list[Any]:
    """The checks that do not fit this answer. `known`: ids and tokens have been led to what is there."""
    excluded: list[Any] = []
    if (response.status_code in (400, 403, 422) and beyond_schemas(response)) or is_no_file(case, response):
        excluded.append(positive_data_acceptance)
    if is_key_on_the_wire(case) or (known and is_mended(case)):
        excluded.append(negative_data_rejection)
    if is_stream(response):
        excluded.append(response_schema_conformance)
    return excluded


def lead_to_what_is_there(case: schemathesis.Case) -> None:
    """Put ids and tokens that exist in the place of generated ones."""
    for part in ("/threads/", "/comments/"):
        if part in case.path and "id" in case.path_parameters:
            case.path_parameters["id"] = IDS[part]
    if case.path in PARTNERS:
        case.headers["Authorization"] = IDS["Authorization"]
    for name in ("Edit-Token", "Visitor-Token"):
        if name in (case.headers or {}):
            case.headers[name] = IDS[name]


def is_mended(case: schemathesis.Case) -> bool:
    """Whether all that was generated wrong lies where ids and tokens that exist have taken its place."""
    assert case.meta is not None
    wrong = {place for place in case.meta.components if case.meta.is_negative_at(place)}
    return wrong <= {ParameterLocation.PATH, ParameterLocation.HEADER}


def is_key_on_the_wire(case: schemathesis.Case) -> bool:
    """Whether a key that was generated as no string has become one: headers are text."""
    key = (case.headers or {}).get("Idempotency-Key")
    return key is not None and re.fullmatch(r"[!#-+\--:<-\[\]-~]{1,255}", str(key)) is not None


def is_no_file(case: schemathesis.Case, response: Any) -> bool:
    """Whether an upload had no body, so that the client called it a form, which is refused."""
    return case.path.endswith("/file") and response.status_code == 415


def is_stream(response: Any) -> bool:
    """Whether it is an event stream: OpenAPI 3.1 has it as one string, and schemathesis reads each event as that string."""
    return any(value.startswith("text/event-stream") for value in response.headers.get("content-type", ()))


def beyond_schemas(response: Any) -> bool:
    """Whether something was refused that no schema can tell from what is taken."""
    problem = response.json()
    fields = {error["field"] for error in problem["errors"]}
    unknown = {error["code"] for error in problem["errors"]} == {"NOT_FOUND"}
    return problem["code"] in MADE_UP or unknown or (bool(fields) and fields <= BEYOND_SCHEMAS)
