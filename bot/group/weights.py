"""What each view of two articles says about their being one story.

Written by `python -m scripts.learn_grouping`; see docs/grouping.md.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """A logistic regression: `views` weighs the likeness in each view, in their order."""

    bias: float
    views: tuple[float, ...]
    per_day: float


LEARNT = Weights(
    bias=-4.75,
    views=(4.89, 2.22, 4.78, 5.29, 2.0, 2.47),
    per_day=-0.94,
)
