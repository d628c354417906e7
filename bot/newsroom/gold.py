"""What is true of the sample articles: the labels that condensing and grouping are held to."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from types import MappingProxyType
from typing import Any

from bot.newsroom.articles import data_folder


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A sentence that says something new. Sentences that say the same share `name`.

    `is_new_from` is when the first of them appeared: a reader who was briefed before that
    has not been told.
    """

    name: str
    article: str
    sentence: str
    is_new_from: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure and who gave it. `was` is the figure it replaces, or empty."""

    what: str
    value: str
    given_by: str
    article: str
    sentence: str
    was: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a disagreement, in its own words."""

    by: str
    article: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """What outlets or speakers differ about; a later report of the same thing is none.

    Sides of the same `by` say the same in other words: any one of them stands for it.
    """

    what: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A sentence that must stay attributed to its speaker. `denied_by` may be empty."""

    article: str
    sentence: str
    speaker: str
    denied_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """An article that takes back what another said: `wrong` stands there, `sentence` is right."""

    article: str
    corrects: str
    wrong: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedDay:
    """A sentence that says for when something is planned. `was` is the day it replaces, if any."""

    what: str
    day: date
    was: date | None
    article: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Articles that count once: one outlet's own, or the copies of one agency's text."""

    name: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryLabels:
    """All that is known of one story."""

    new_facts: tuple[Fact, ...]
    figures: tuple[Figure, ...]
    disagreements: tuple[Disagreement, ...]
    claims: tuple[Claim, ...]
    corrections: tuple[Correction, ...]
    plans: tuple[PlannedDay, ...]
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldLabels:
    """The labels of the whole newsroom. `must_not_appear` is text that pages hide."""

    story_of: Mapping[str, str]
    stories: Mapping[str, StoryLabels]
    must_not_appear: tuple[str, ...]


@cache
def load_gold() -> GoldLabels:
    """Return the labels."""
    rows = json.loads((data_folder() / "gold.json").read_text("utf-8"))
    return GoldLabels(
        story_of=MappingProxyType(rows["articles"]),
        stories=MappingProxyType({name: _labels(row) for name, row in rows["stories"].items()}),
        must_not_appear=tuple(rows["must_not_appear"]),
    )


def _labels(row: Mapping[str, Any]) -> StoryLabels:
    return StoryLabels(
        new_facts=tuple(_fact(fact) for fact in row["new_facts"]),
        figures=tuple(Figure(**figure) for figure in row["figures"]),
        disagreements=tuple(_disagreement(one) for one in row["disagreements"]),
        claims=tuple(Claim(**claim) for claim in row["claims"]),
        corrections=tuple(Correction(**one) for one in row["corrections"]),
        plans=tuple(_planned(plan) for plan in row["plans"]),
        voices=tuple(
            Voice(name=voice["name"], articles=tuple(voice["articles"])) for voice in row["voices"]
        ),
    )


def _fact(row: Mapping[str, str]) -> Fact:
    return Fact(
        name=row["fact"],
        article=row["article"],
        sentence=row["sentence"],
        is_new_from=datetime.fromisoformat(row["is_new_from"]),
    )


def _planned(row: Mapping[str, str]) -> PlannedDay:
    return PlannedDay(
        what=row["what"],
        day=date.fromisoformat(row["date"]),
        was=date.fromisoformat(row["was"]) if "was" in row else None,
        article=row["article"],
        sentence=row["sentence"],
    )


def _disagreement(row: Mapping[str, Any]) -> Disagreement:
    sides = tuple(Side(**side) for side in row["sides"])
    return Disagreement(what=row["what"], sides=sides)
