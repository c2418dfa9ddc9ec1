"""The local classifiers: what they have learnt, and how sure they must be.

What does not live here: reading texts, scoring and learning (`cms/conversation/classifiers/`).
"""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Classifier(models.Model):
    """One trained classifier. There is none before `manage.py train_classifiers` has run. No text is kept, only numbers."""

    class Name(models.TextChoices):
        SPAM = "spam", _("Spam")
        TOXICITY = "toxicity", _("Toxicity")

    name = models.CharField(max_length=16, choices=Name.choices, unique=True)
    version = models.PositiveIntegerField()
    """One more at each training and each learning; processes that score see by it that they are behind."""
    bias = models.FloatField()
    weights = models.BinaryField()
    """What is scored with: the weight of each bucket, zlib of little-endian float32."""
    base = models.BinaryField()
    """The same as the command trained it. Learning from decisions begins here each time, so that none counts twice."""
    replay = models.BinaryField()
    """Buckets and values of some of the labelled examples: learning keeps what is thought of them."""
    precision = models.FloatField()
    """The precision at which the thresholds were chosen, 0 to 1."""
    threshold = models.FloatField()
    """Probability from which a text counts as found, where its language has no threshold of its own."""
    thresholds = models.JSONField(default=dict)
    """Language to threshold, where there were examples enough."""
    languages = models.JSONField(default=list)
    """Languages that it has learnt; empty: it reads every language."""
    figures = models.JSONField(default=list)
    """One object a source: examples, precision, recall, as measured by cross-validation at the training."""
    examples = models.PositiveIntegerField()
    """Labelled examples that the command trained with."""
    decisions = models.PositiveIntegerField(default=0)
    """Decisions by editors that it has learnt from."""
    trained_at = models.DateTimeField()
    learned_at = models.DateTimeField(null=True)
    """Decisions up to this time are learnt."""
    learning_since = models.DateTimeField(null=True)
    """When a worker was asked to learn; null as soon as it has."""

    class Meta:
        verbose_name = _("classifier")
        verbose_name_plural = _("classifiers")

    def __str__(self) -> str:
        return f"{self.name}-{self.version}"
