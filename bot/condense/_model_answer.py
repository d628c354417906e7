"""What a model answered: JSON in whatever wrapping, its sentences with what they cite."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from bot.condense._model_offer import MOST_CITES

MOST_DRAFTS = 20
MOST_CHARACTERS = 100_000
MOST_TRIES = 20
"""Brackets of an answer at which JSON may begin: each that is none costs a look."""

_THOUGHT = re.compile(r"\A\s*<(think|thinking)>.*?</\1>", re.DOTALL)
_BEGINNING = re.compile(r"[{\[]")
_ID = re.compile(r"\s*\[?s?0*(?P<number>\d{1,3})\]?\s*", re.IGNORECASE | re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a model said. `tokens` were used, in and out; None when it does not say."""

    text: str
    tokens: int | None
    requests: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Why there is no answer.

    `lasts` when asking again soon cannot help, `rest` is how long it asks to be left alone,
    `may_have_cost` when it may have worked all the same.
    """

    problem: str
    requests: int
    lasts: bool = False
    rest: timedelta | None = None
    may_have_cost: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A sentence as a model worded it, resting on the sentences of these numbers (s1 is 1)."""

    text: str
    cites: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafts:
    """The sentences of an answer that cite as they should, and how many did not."""

    kept: tuple[Draft, ...]
    refused: int


def drafts(answer: str, *, offered: int) -> Drafts | None:
    """Return the drafts in an answer; None when it is not the JSON that was asked for.

    Without cites, with one that was not `offered` or with more than three a sentence is out.

    >>> drafts('{"sentences": [{"text": "It rained.", "cites": ["s1"]}]}', offered=1)
    Drafts(kept=(Draft(text='It rained.', cites=(1,)),), refused=0)
    >>> drafts("It rained.", offered=1) is None
    True
    """
    rows = _rows(answer)
    if rows is None:
        return None
    read = [_draft(row, offered) for row in rows[:MOST_DRAFTS]]
    kept = tuple(one for one in read if one is not None)
    return Drafts(kept=kept, refused=len(rows) - len(kept))


def _rows(answer: str) -> list[Mapping[str, Any]] | None:
    """Return the list in an answer: bare, in an object, fenced, or after words."""
    for found in _values(_THOUGHT.sub("", answer[:MOST_CHARACTERS])):
        listed = found.get("sentences") if isinstance(found, Mapping) else found
        if isinstance(listed, list) and all(isinstance(row, Mapping) for row in listed):
            return listed
    return None


def _values(text: str) -> Iterator[Any]:
    """Yield the JSON values in a text, from its first bracket on."""
    decoder = json.JSONDecoder()
    place = 0
    for _ in range(MOST_TRIES):
        match = _BEGINNING.search(text, place)
        if match is None:
            return
        try:
            value, place = decoder.raw_decode(text, match.start())
        except (ValueError, RecursionError):
            place = match.end()
        else:
            yield value


def _draft(row: Mapping[str, Any], offered: int) -> Draft | None:
    text, cited = row.get("text"), row.get("cites")
    if not isinstance(text, str) or not text.strip() or not isinstance(cited, list):
        return None
    numbers = tuple(dict.fromkeys(_number(one) for one in cited))
    if not 0 < len(numbers) <= MOST_CITES or not all(0 < one <= offered for one in numbers):
        return None
    return Draft(text=text.strip(), cites=numbers)


def _number(cited: object) -> int:
    """Return the number of an id, 0 when it is none.

    >>> _number("s4"), _number("[S4]"), _number(4), _number("4 and 5"), _number(True)
    (4, 4, 4, 0, 0)
    """
    if isinstance(cited, bool) or not isinstance(cited, int | str):
        return 0
    match = _ID.fullmatch(str(cited))
    return int(match["number"]) if match else 0
