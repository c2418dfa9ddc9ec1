"""Settings of the processes of journeys: the database of the test, no limits, and webhooks to receivers of the test."""

import json
import os

from tests.cms.conversation.process_settings import *  # noqa: F403
from tests.cms.conversation.process_settings import NEWSROOM

NEWSROOM = NEWSROOM | {
    "OUTBOUND_ALLOW": json.loads(os.environ["JOURNEY_HOSTS"]),
    "OUTBOUND_SECONDS": 2,
    "DELIVERY_LEASE_SECONDS": 3,
    "DELIVERY_RETRY_SECONDS": [1] * 60,
}
