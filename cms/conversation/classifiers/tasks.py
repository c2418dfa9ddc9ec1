"""Background work of the classifiers: learning from the editors' decisions, when there are enough new ones."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone
from django_tasks import task

from cms.conf import newsroom as conf
from cms.conversation.classifiers.examples import decisions_after
from cms.conversation.classifiers.services import learn_decisions
from cms.conversation.models import Classifier

LOST_AFTER = timedelta(minutes=15)
"""A worker that was asked so long ago and has not learnt will not: another one is asked."""


@task()
def learn_from_decisions(name: str) -> None:
    """Let one classifier learn. Run again it gives the same."""
    learn_decisions(name)


def retrain_if_due() -> list[str]:
    """Ask the worker's queue to let those classifiers learn that are behind; their names. Cheap: two small queries each."""
    wanted = conf.CLASSIFIER_LEARN_AFTER
    now = timezone.now()
    idle = Q(learning_since=None) | Q(learning_since__lt=now - LOST_AFTER)
    asked = []
    for row in Classifier.objects.filter(idle).only("name", "trained_at", "learned_at") if wanted else ():
        since = row.learned_at or row.trained_at
        is_behind = decisions_after(since)[wanted - 1 : wanted].exists()
        if is_behind and Classifier.objects.filter(idle, pk=row.pk).update(learning_since=now):
            learn_from_decisions.enqueue(row.name)
            asked.append(row.name)
    return asked
