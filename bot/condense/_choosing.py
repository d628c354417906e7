"""Which sentences make the summary: the best by worth and news, without repetition, in budget."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.condense._candidates import Candidate
from bot.condense._weighing import WEIGHTS, Weighed, Weights, bonus, cosine, hardness
from bot.models import Budget
from bot.text.facts import Fact

_REPEATS = 0.6  # share of a sentence's words that are told already


@dataclass(slots=True)
class _Choice:
    """What is chosen so far and what may still be."""

    pool: list[Weighed]
    chosen: list[Weighed] = field(default_factory=list)
    hard: int = 0
    kinds: frozenset[Fact] = frozenset()
    length: int = 0

    def take(self, best: Weighed) -> None:
        """Choose a sentence; what repeats it may no longer be chosen."""
        self.chosen.append(best)
        self.kinds |= best.facts.kinds
        self.length += best.candidate.length
        self.pool = [one for one in self.pool if one is not best and not _repeats(one, best)]


def choose(
    weighed: Sequence[Weighed], budget: Budget, weights: Weights = WEIGHTS
) -> tuple[Weighed, ...]:
    """Return the sentences to tell, in the order in which a reader should meet them.

    None is an orphan quotation, a question or furniture. One that leans on the sentence before
    it is told only with that sentence; if nothing else can be told, a leaning one is better
    than silence.
    """
    fit = [one for one in weighed if may_be_told(one)]
    choice = _Choice(pool=fit, hard=hardness(fit))
    while best := _best(choice, budget, weights):
        choice.take(best)
    if not choice.chosen:
        alone = _best(_Choice(pool=fit), budget, weights, leaning=True)
        choice.chosen = [alone] if alone else []
    return in_order(choice.chosen)


def may_be_told(one: Weighed) -> bool:
    """Tell whether a sentence can stand in a summary at all."""
    candidate = one.candidate
    return not (one.facts.orphan or candidate.furniture or candidate.asks) and bool(candidate.stems)


def _best(
    choice: _Choice, budget: Budget, weights: Weights, *, leaning: bool = False
) -> Weighed | None:
    """Return the sentence that adds most within the budget, or None when none can be added."""
    if budget.sentences is not None and len(choice.chosen) >= budget.sentences:
        return None
    open_to = {(one.candidate.article, one.candidate.place) for one in choice.chosen}
    fitting = (
        one
        for one in choice.pool
        if (budget.words is None or choice.length + one.candidate.length <= budget.words)
        and (leaning or not one.candidate.leans or _follows(one.candidate, open_to))
    )
    return max(fitting, key=lambda one: _gain(one, choice, weights), default=None)


def _follows(candidate: Candidate, told: set[tuple[int, int]]) -> bool:
    """Tell whether the sentence right before a candidate is told."""
    return (candidate.article, candidate.place - 1) in told


def _gain(one: Weighed, choice: _Choice, weights: Weights) -> float:
    """Return what a sentence adds to those chosen."""
    repeated = max((cosine(one.vector, other.vector) for other in choice.chosen), default=0.0)
    news = bonus(one, choice.kinds, hard=choice.hard, weights=weights)
    return one.worth + news - weights.repetition * repeated


def _repeats(one: Weighed, told: Weighed) -> bool:
    """Tell whether over half of a sentence's words stand in one that is told."""
    stems = one.candidate.stems
    shared = sum(1 for stem in stems if stem in told.candidate.stems)
    return shared > _REPEATS * len(stems)


def in_order(chosen: Sequence[Weighed]) -> tuple[Weighed, ...]:
    """Return sentences as they stand in their articles; the best sentence's article leads."""
    lead = chosen[0].candidate.article if chosen else 0
    return tuple(
        sorted(
            chosen,
            key=lambda one: (
                one.candidate.article != lead,
                one.candidate.article,
                one.candidate.place,
            ),
        )
    )
