"""Two local classifiers, spam and toxicity: no outside service, no network. What they say only ever holds a comment.

`score` is for the phases of moderation; `retrain_if_due` for the worker's tick. Training is a command.
"""

from cms.conversation.classifiers.examples import Example
from cms.conversation.classifiers.features import with_links
from cms.conversation.classifiers.scoring import ClassifierName, Score, score
from cms.conversation.classifiers.tasks import retrain_if_due

__all__ = ["ClassifierName", "Example", "Score", "retrain_if_due", "score", "with_links"]
"""What other parts of the conversation use."""
