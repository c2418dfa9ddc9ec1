"""Property tests of the REST API by its own description: whatever fits it is answered, whatever does not is refused.

One exception: no schema can tell a cursor that a list gave from one that is made up, and that one is refused.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from cms.releases.models import ReleaseContact

EXAMPLES = int(os.environ.get("PROPERTY_EXAMPLES", "8"))


schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application())


@pytest.fixture
def site(make_release: Any, make_asset_page: Any, person: Any, topic: Any) -> Iterator[None]:
    """Two releases, one corrected and one withdrawn, and an asset. Requests keep the connection of the test, as Django's client does."""
    corrected = make_release(
        "Vindpark", summary="I drift.", topics=[topic], contacts=[ReleaseContact(person=person)]
    )
    corrected.title = "Vindparken"
    corrected.correction_note = "The title."
    corrected.save_revision().publish()
    make_release("Withdrawn").unpublish()
    make_asset_page("Mast")
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@schema.parametrize()
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@pytest.mark.usefixtures("site")
def test_the_api_does_what_it_says(case: schemathesis.Case) -> None:
    response = case.call()
    made_up_cursor = response.status_code == 400 and response.json()["code"] == "INVALID_CURSOR"
    case.validate_response(response, excluded_checks=[positive_data_acceptance] if made_up_cursor else [])
