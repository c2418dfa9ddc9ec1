"""Settings for measuring webhooks: those of the benchmarks, with receivers on this machine."""

from benchmarks.settings import *  # noqa: F403
from benchmarks.settings import NEWSROOM

NEWSROOM = NEWSROOM | {"OUTBOUND_ALLOW": ["127.0.0.1:8977"]}
