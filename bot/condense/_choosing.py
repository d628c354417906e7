"""Which sentences make the summary: the best by worth and news, without repetition, in budget."""

# ruff: noqa: RUF001 (look-alike signs are what this file is about)

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from bot.condense._belonging import Ties
from bot.condense._weighing import WEIGHTS, Weighed, Weights, bonus, hardness
from bot.models import Budget
from bot.text.facts import Fact
from bot.text.figures import FigureKind, figures

_MARKS = re.compile(r"[\"“”„«»‘‚‹›「」『』'](?<!\w')")
_REPEATS = 0.6  # share of a sentence's words that are told already
_SHARED = 2  # words that two sentences about one toll have in common


@dataclass(slots=True)
class _Choice:
    """What is chosen so far and what may still be; `value` is what it is worth together."""

    budget: Budget
    weights: Weights
    concepts: Mapping[str, float]
    ties: Ties
    pool: list[Weighed]
    hard: int = 0
    chosen: list[Weighed] = field(default_factory=list)
    kinds: frozenset[Fact] = frozenset()
    covered: frozenset[str] = frozenset()
    length: int = 0
    sentences: int = 0
    value: float = 0.0

    def take(self, unit: Sequence[Weighed]) -> None:
        """Choose sentences that belong together; what repeats them may no longer be chosen."""
        # What only fills the room that is left does not count against what stands before it.
        many = sum(one.candidate.sentences for one in unit)
        self.value += max(0.0, self.gain(unit) - self.weights.each) * many
        for one in unit:
            self.chosen.append(one)
            self.kinds |= one.kinds
            self.covered |= one.candidate.stems.keys()
            self.length += one.candidate.length
            self.sentences += one.candidate.sentences
        self.pool = [one for one in self.pool if not any(_repeats(one, told) for told in unit)]

    def units(self) -> Iterator[tuple[Weighed, ...]]:
        """Yield each sentence with those that must be told beside it, where there is room."""
        for one in self.pool:
            unit = self.ties.unit(one, told=self.chosen)
            if unit and self.has_room(unit):
                yield unit

    def has_room(self, unit: Sequence[Weighed]) -> bool:
        """Tell whether the budget holds some more sentences."""
        most, words = self.budget.sentences, self.budget.words
        if most is not None and self.budget.facts is not None and not unit[0].colour:
            most = max(most, self.budget.facts)
        many = self.sentences + sum(one.candidate.sentences for one in unit)
        length = self.length + sum(one.candidate.length for one in unit)
        return (most is None or many <= most) and (words is None or length <= words)

    def rank(self, unit: Sequence[Weighed]) -> tuple[bool, float]:
        """Return what a unit is chosen by: facts before colour, then what it adds."""
        return not unit[0].colour, self.gain(unit)

    def gain(self, unit: Sequence[Weighed]) -> float:
        """Return what sentences add to those chosen, on average of those that they take up."""
        value, covered, kinds = 0.0, self.covered, self.kinds
        for one in unit:
            stems = one.candidate.stems.keys()
            value += one.worth + bonus(one, kinds, hard=self.hard, weights=self.weights)
            value += self.weights.coverage * sum(map(self.concepts.__getitem__, stems - covered))
            if len(unit) > 1:
                covered, kinds = covered | stems, kinds | one.kinds
        return value / sum(one.candidate.sentences for one in unit)


def choose(
    weighed: Sequence[Weighed],
    budget: Budget,
    concepts: Mapping[str, float],
    weights: Weights = WEIGHTS,
) -> tuple[Weighed, ...]:
    """Return the sentences to tell, in the order in which a reader should meet them.

    `concepts` says how much each stem is worth telling. None is an orphan quotation, a question
    or furniture. One that leans on the sentence before it is told only with that sentence, and
    an accusation only with the denial of it; if nothing else can be told, a leaning one is
    better than silence. Of several reports, and where two sides speak, the beginning is chosen
    with what follows in mind: what is best by itself may leave no room for the others.
    """
    fit = [one for one in weighed if may_be_told(one)]
    blank = _Choice(
        budget=budget,
        weights=weights,
        concepts=concepts,
        ties=Ties(fit, with_answers=budget.facts is not None),
        pool=fit,
        hard=hardness(fit),
    )
    firsts = sorted(blank.units(), key=blank.rank, reverse=True)
    if not firsts:
        alone = [(one,) for one in fit if blank.has_room((one,))]
        return max(alone, key=blank.rank, default=())
    crowded = blank.ties.are_any or len({one.candidate.article for one in fit}) > 1
    firsts = [first for first in firsts if first[0].colour == firsts[0][0].colour]
    grown = [_grown(blank, first) for first in firsts[: weights.beginnings if crowded else 1]]
    best = max(grown, key=lambda choice: choice.value).chosen
    return in_order(best, lead=firsts[0][0].candidate.article)


def _grown(blank: _Choice, first: Sequence[Weighed]) -> _Choice:
    """Return what is chosen when `first` is: always what adds most, until there is no room."""
    choice = replace(blank, chosen=[])
    choice.take(first)
    while unit := max(choice.units(), key=choice.rank, default=()):
        choice.take(unit)
    return choice


def may_be_told(one: Weighed) -> bool:
    """Tell whether a sentence can stand in a summary at all."""
    candidate = one.candidate
    if candidate.furniture or candidate.asks or not candidate.stems:
        return False
    speaks = candidate.quoted or _MARKS.search(candidate.text) is not None
    return not (speaks and one.facts.orphan)


def _repeats(one: Weighed, told: Weighed) -> bool:
    """Tell whether over half of a sentence's words stand in one that is told, or its news does."""
    stems = one.candidate.stems
    shared = sum(map(told.candidate.stems.__contains__, stems))
    return shared > _REPEATS * len(stems) or (shared >= _SHARED and _has_its_news(one, told))


def _has_its_news(one: Weighed, told: Weighed) -> bool:
    """Tell whether a sentence gives a toll that is told, or moves a plan as one that is told."""
    mine, theirs = one.facts, told.facts
    if not one.kinds or not one.kinds <= told.kinds or not mine.counts <= theirs.counts:
        return False
    if one.kinds == {Fact.TOLL}:
        return mine.victims <= theirs.victims
    days = _days(one) if one.kinds == {Fact.PLAN} else frozenset()
    return bool(days) and days <= _days(told)


def _days(one: Weighed) -> frozenset[Decimal]:
    """Return the days of the month that a sentence names."""
    found = figures(one.candidate.text, one.candidate.language)
    return frozenset(figure.value for figure in found if figure.kind is FigureKind.DATE)


def in_order(chosen: Sequence[Weighed], *, lead: int) -> tuple[Weighed, ...]:
    """Return sentences as they stand in their articles; the article `lead` comes first."""
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
