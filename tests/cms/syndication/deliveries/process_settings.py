"""Settings of the workers that tests start: what the test says, and short times."""

import json
import os

from tests.cms.ledger.process_settings import *  # noqa: F403
from tests.cms.ledger.process_settings import NEWSROOM

NEWSROOM = NEWSROOM | {
    "OUTBOUND": False,
    "OUTBOUND_ALLOW": json.loads(os.environ["DELIVERY_TEST_HOSTS"]),
    "OUTBOUND_SECONDS": 1,
    "DELIVERY_LEASE_SECONDS": 1,
    "DELIVERY_POLL_MILLISECONDS": 20,
}
