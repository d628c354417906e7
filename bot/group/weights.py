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
    bias=-4.43,
    views=(4.64, 1.75, 3.17, 6.2, 1.97, 2.93),
    per_day=-1.01,
)

LEARNT_WITH_MEANING = Weights(
    bias=-5.7,
    views=(3.21, 1.19, 0.39, 5.38, 1.8, 2.71),
    per_day=-0.92,
    meaning=4.33,
)
