"""How sure a mean is: a bootstrap interval that is the same in every run."""

import random
from collections.abc import Sequence

RESAMPLES = 2_000
TAIL = 0.025


def interval(values: Sequence[float]) -> tuple[float, float]:
    """Return the bounds between which 95 % of the means of resampled values lie.

    >>> interval([1.0, 1.0, 1.0])
    (1.0, 1.0)
    """
    chance = random.Random(0)  # noqa: S311 (a bench, no secret)
    many = len(values)
    means = sorted(sum(chance.choices(values, k=many)) / many for _ in range(RESAMPLES))
    return means[int(TAIL * RESAMPLES)], means[int((1 - TAIL) * RESAMPLES) - 1]
