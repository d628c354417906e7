"""What a model was asked and answered."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """What was spent on a model: tokens, in and out, and requests."""

    tokens: int = 0
    requests: int = 0
