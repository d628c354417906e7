"""What each view of two articles says about their being one story.

Written by `python -m scripts.learn_grouping`; see docs/grouping.md.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """A logistic regression: `views` weighs the likeness in each view, in their order.

    `meaning` weighs the likeness of vectors; it counts only with an embedder.
    """

    bias: float
    views: tuple[float, ...]
    per_day: float
    meaning: float = 0.0


LEARNT = Weights(
    bias=-4.47,
    views=(4.61, 1.76, 3.28, 6.14, 1.95, 2.95),
    per_day=-0.99,
)

LEARNT_WITH_MEANING = Weights(
    bias=-4.47,
    views=(4.61, 1.76, 3.28, 6.14, 1.95, 2.95),
    per_day=-0.99,
)
