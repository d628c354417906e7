"""What a sentence is worth: how typical it is, where it stands, and what news it carries."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import log, sqrt
from operator import mul

from bot.condense._candidates import Candidate
from bot.text.facts import Fact, Facts, facts, looks_back, may_be_news

Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """How much each thing counts.

    Tuned by halves on news articles with summaries written by people, by ROUGE against
    whole-sentence lead; the worth of facts is set by hand as high as the overlap allows, since
    such references drop what hard news may not. After a change measure again.
    """

    position: float = 1.0
    title: float = 0.8
    furniture: float = -0.6
    leaning: float = -0.3
    question: float = -0.2
    background: float = -0.6
    long: float = -0.4
    long_from: int = 25
    short_under: int = 8
    support: float = 0.3
    support_from: int = 4
    supports: float = 0.25
    coverage: float = 2.5
    concept_fades: float = 0.75
    concept_titles: float = 6.0
    concept_figures: float = 1.5
    each: float = 0.8
    beginnings: int = 6
    foreign: float = -0.6
    age: float = -0.12
    unsourced_fact: float = 0.3
    unsourced_plan: float = 0.6
    hardness: tuple[float, ...] = (0.3, 0.6, 2.5, 4.0)
    facts: Mapping[Fact, float] = field(
        default_factory=lambda: {
            Fact.TOLL: 0.45,
            Fact.ACCUSATION: 0.35,
            Fact.DENIAL: 0.25,
            Fact.CLAIM: 0.1,
            Fact.PLAN: 0.45,
            Fact.APPOINTMENT: 0.25,
            Fact.SUM: 0.3,
        }
    )
    typical: float = 0.15


WEIGHTS = Weights()
_TELLING = 60
_HARD = frozenset({Fact.TOLL, Fact.ACCUSATION, Fact.PLAN})


@dataclass(frozen=True, kw_only=True)
class Weighed:
    """A candidate with its worth, without what its facts add. In a follow-up it may be `colour`.

    Its facts are found out when they are asked for: they cost more than all the rest.
    """

    candidate: Candidate
    vector: Vector
    worth: float
    typical: float
    colour: bool = False

    @cached_property
    def facts(self) -> Facts:
        """The hard news in it and who vouches for it."""
        one = self.candidate
        return facts(one.text, one.language, quoted=one.quoted)

    @cached_property
    def kinds(self) -> frozenset[Fact]:
        """What kinds of hard news it holds."""
        one = self.candidate
        return self.facts.kinds if may_be_news(one.text, one.language) else frozenset()

    @cached_property
    def leans(self) -> bool:
        """Whether it needs the sentence before: it points at it, or only "he said" tells who."""
        text = self.candidate.text
        if self.candidate.leans or any(word[0].isupper() for word in text.split()[1:]):
            return self.candidate.leans
        return self.facts.said is not None and self.facts.said.is_pronoun


def vectors(found: Sequence[Candidate]) -> list[Vector]:
    """Return a unit vector for each sentence; words of few sentences weigh more."""
    spread = Counter(stem for candidate in found for stem in candidate.stems)
    rarity = {stem: sqrt(log(1 + len(found) / count)) for stem, count in spread.items()}
    return [
        unit({stem: n * rarity[stem] for stem, n in candidate.stems.items()}) for candidate in found
    ]


def unit(vector: Vector) -> Vector:
    """Return a vector of length one, or the empty one.

    >>> unit({"a": 3.0, "b": 4.0})
    {'a': 0.6, 'b': 0.8}
    """
    length = sqrt(sum(map(mul, vector.values(), vector.values())))
    return {key: value / length for key, value in vector.items()} if length else {}


def cosine(one: Vector, other: Vector) -> float:
    """Return how alike two unit vectors are.

    >>> cosine({"a": 1.0}, {"a": 0.6, "b": 0.8})
    0.6
    """
    if len(one) > len(other):
        one, other = other, one
    shared = [key for key in one if key in other]
    # All in C: a story of five reports compares tens of thousands of sentences.
    dot: float = sum(map(mul, map(one.__getitem__, shared), map(other.__getitem__, shared)))
    return dot


def centroid(found: Sequence[Vector]) -> Vector:
    """Return the direction of all sentences together."""
    total: Counter[str] = Counter()
    for vector in found:
        for key, value in vector.items():
            total[key] += value  # type: ignore[assignment]  # a Counter adds floats as well
    return unit(total)


def concepts(
    found: Sequence[Candidate], titles: Sequence[Iterable[str]], weights: Weights = WEIGHTS
) -> dict[str, float]:
    """Return how much each stem of a story is worth telling; the most telling sixty make one.

    It is the more, the more sentences, early ones and titles say it.
    """
    total: dict[str, float] = {}
    for candidate in found:
        early = 1.0 / (candidate.place + 1) ** weights.concept_fades
        for stem in candidate.stems:
            total[stem] = total.get(stem, 0.0) + early
    for title in titles:
        for stem in title:
            total[stem] = total.get(stem, 0.0) + weights.concept_titles
    for stem in total:
        if stem[0].isdigit():
            total[stem] *= weights.concept_figures
    whole = sum(sorted(total.values(), reverse=True)[:_TELLING]) or 1.0
    return {stem: value / whole for stem, value in total.items()}


def worth(
    candidate: Candidate,
    *,
    typical: float,
    title: float,
    priced: bool = False,
    weights: Weights = WEIGHTS,
) -> float:
    """Return what a sentence is worth for itself, whatever else is told.

    Length costs, but where words are `priced` by the budget anyway.
    """
    value = typical + weights.position / sqrt(candidate.place + 1) + weights.title * title
    if candidate.furniture or candidate.length < weights.short_under:
        value += weights.furniture
    if candidate.leans:
        value += weights.leaning
    if candidate.asks:
        value += weights.question
    if looks_back(candidate.text):
        value += weights.background
    over = 0 if priced else max(0, candidate.length - weights.long_from)
    return value + weights.long * over / weights.long_from


def bonus(
    weighed: Weighed, told: frozenset[Fact], *, hard: int, weights: Weights = WEIGHTS
) -> float:
    """Return what the news in a sentence adds to it, when facts of the kinds `told` are told.

    The more kinds of hard news a story has (`hard`), the more its facts weigh against how the
    article begins. A fact off the subject of the story adds little, and one that nobody vouches
    for less.
    """
    fresh = weighed.kinds - told
    if not fresh:
        return 0.0
    value = max(weights.facts[kind] for kind in fresh)
    value += 0.3 * (sum(weights.facts[kind] for kind in fresh) - value)
    if not weighed.facts.sourced:
        value *= weights.unsourced_plan if Fact.PLAN in fresh else weights.unsourced_fact
    value *= weights.hardness[hard]
    return value * min(1.0, weighed.typical / weights.typical)


def hardness(found: Sequence[Weighed]) -> int:
    """Return how many of toll, accusation and moved plan a story has; those vouched for count."""
    kinds = {
        kind
        for one in found
        for kind in one.kinds & _HARD
        if kind is Fact.PLAN or one.facts.sourced
    }
    return len(kinds)


def supports(
    vector: Vector,
    weighed: Sequence[tuple[frozenset[str], Vector]],
    own: frozenset[str],
    *,
    least: float,
) -> int:
    """Return how many other outlets have a sentence that says much the same."""
    others = [(outlets, other) for outlets, other in weighed if not outlets <= own]
    return len(
        {o for outlets, other in others if cosine(vector, other) > least for o in outlets} - own
    )
