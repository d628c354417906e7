"""A story told short, every sentence cited."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.models.news import ArticleId, StoryId


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Where a sentence stands: characters `start` up to `end` of the article's text."""

    article: ArticleId
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedDay:
    """Characters `start` up to `end` of a sentence name a day ("on Friday"): it is `day`."""

    start: int
    end: int
    day: date


class ChangeKind(StrEnum):
    """How a sentence changes what its channel was told."""

    UP = "up"
    DOWN = "down"
    MOVED = "moved"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a sentence changes of what was told: `was` is that figure, day or wording."""

    kind: ChangeKind
    was: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of a summary. `is_new` marks what its channel had not been told before.

    `days` are the days that it names by their weekday or by "today", in order, found out from
    when it was written.
    """

    text: str
    cites: tuple[Citation, ...]
    is_new: bool = False
    change: Change | None = None
    days: tuple[NamedDay, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """A story told short.

    No sentences means: nothing here that was not told already, or no text that fits. `worded_by`
    names the model that worded some of them; empty when every one is its article's own.
    """

    story: StoryId
    headline: str
    sentences: tuple[Sentence, ...]
    worded_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """How long a summary may be. What is None is not limited.

    With `facts` a follow-up goes on past `sentences`, up to that many, by what is more than colour.
    """

    sentences: int | None = 3
    words: int | None = None
    facts: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing in a summary that its sources do not bear out.

    `rule` names the check ("span", "figure"), `words` are the words at fault, `detail` says
    why in one sentence.
    """

    sentence: int
    rule: str
    words: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a disagreement: a sentence, who gives it (a speaker, else the outlet), and when.

    `value` are the words that differ, as they stand in the sentence. Sides with one number in
    `stand` agree with each other.
    """

    by: str
    value: str
    sentence: Sentence
    at: datetime
    stand: int = 0


class Difference(StrEnum):
    """What the sides of a disagreement differ in."""

    FIGURE = "figure"
    DAY = "day"
    PLACE = "place"
    CLAIM = "claim"


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """What outlets or speakers of one story differ about, in words: two sides or more.

    A later report that overtakes an earlier one is none.
    """

    kind: Difference
    about: str
    sides: tuple[Side, ...]
