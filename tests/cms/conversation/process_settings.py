"""Settings of the processes that comment in tests: the database of the test, and no limits."""

from tests.cms.ledger.process_settings import *  # noqa: F403
from tests.cms.ledger.process_settings import NEWSROOM

NEWSROOM = NEWSROOM | {
    "COMMENTS_PER_MINUTE": 0,
    "THREAD_COMMENTS_PER_MINUTE": 0,
    "REACTIONS_PER_ADDRESS": 0,
    "RATE_LIMIT": 0,
    "OUTBOUND": False,
}
