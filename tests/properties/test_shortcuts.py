"""What is found the quick way is what is found the slow way."""

import re
import string
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.text.alternatives import any_of
from bot.text.facts import Fact, facts
from bot.text.figures import figures
from bot.text.lowercase import lowered
from bot.text.numerals import NUMERALS, Numerals
from bot.text.speech_cues import CUES, Cues
from bot.text.words import fold

LETTERS = string.ascii_lowercase + "".join(map(chr, range(0xDF, 0x100))) + "œأبتثقل"
PARTS = (" ", " ", ", ", "-", "\u00a0", " Lind ", "Ä", "İ", "ſ", "\u212a", "“", ". ")


def _sources(cues: Cues) -> Iterator[str]:
    """Yield the patterns of a language that ignore case."""
    yield from cues.verbs
    yield from (cues.before, cues.after, cues.vague, cues.casualties)


def _numbers(data: Numerals) -> list[str]:
    """Return the words that make numbers."""
    rows = (data.words, data.scales, data.halves, data.articles, data.links, data.last)
    return [word for row in rows for word in row][:300] + list(rows[1])


def _in_any_case(words: list[str]) -> st.SearchStrategy[str]:
    """Return texts of some words, small and in capitals, with signs and odd letters between."""
    word = st.sampled_from(words)
    pieces = st.one_of(word, word.map(str.title), word.map(str.upper), st.sampled_from(PARTS))
    return st.lists(pieces, max_size=12).map("".join)


def test_lower_case_is_what_patterns_see_that_ignore_case() -> None:
    """Every character matches the same small letter in lower case as when case is ignored."""
    every = "".join(map(chr, range(0x11_0000)))
    small = lowered(every)
    assert len(small) == len(every)
    ignoring = re.compile(f"[{LETTERS}]", re.IGNORECASE)
    found = {match.start() for match in ignoring.finditer(every)}
    assert found == {at for at, letter in enumerate(small) if letter in LETTERS}
    for letter in LETTERS:
        alike = {match[0] for match in re.finditer(letter, every, re.IGNORECASE)}
        assert all(lowered(one) == letter for one in alike)


@pytest.mark.parametrize("language", CUES)
@given(data=st.data())
def test_cues_in_lower_case_stand_where_they_stand(language: str, data: st.DataObject) -> None:
    """A cue is found at the same places in lower-cased text as when its pattern ignores case."""
    cues = CUES[language]
    words = sorted({word for one in _sources(cues) for word in re.findall(r"[^\W_]+", one)})
    text = data.draw(_in_any_case(words))
    for source in _sources(cues):
        slow = re.finditer(rf"\b(?:{source})\b", text, re.IGNORECASE)
        quick = re.finditer(rf"\b(?:{lowered(source)})\b", lowered(text))
        assert [match.span() for match in quick] == [match.span() for match in slow]


@pytest.mark.parametrize("language", NUMERALS)
@given(data=st.data())
def test_no_number_in_words_is_passed_over(language: str, data: st.DataObject) -> None:
    """A digit further on, with which every text is read closely, adds its own figure alone."""
    text = data.draw(_in_any_case(_numbers(NUMERALS[language])))
    assert figures(text, language) == figures(f"{text} | 7", language)[:-1]


@given(st.text(alphabet="Ab'`’‘“”–— \u00a0…\u0301\u0338\x00é"))
def test_typography_is_made_plain_alike(text: str) -> None:
    """Text that is ASCII but for its typography folds as it does before a letter that is not."""
    assert fold(f"{text}Ж") == f"{fold(text)}ж"


@given(st.lists(st.text(alphabet="abcé", max_size=4)), st.text(alphabet="abcé"))
def test_any_of_finds_what_any_finds(words: list[str], text: str) -> None:
    """A pattern for any of many words finds something where one of them stands."""
    found = re.search(any_of(words), text) is not None
    assert found == any(word in text for word in words)


@pytest.mark.parametrize(
    "intent",
    [
        *("will", "would", "is to", "are to", "due to", "scheduled to", "scheduled for"),
        *("set to", "expected to", "plan to", "plans to", "WILL", "Is To"),
    ],
)
def test_an_appointment_is_one_however_it_is_intended(intent: str) -> None:
    """What is intended for a day is an appointment, in every wording and in any case."""
    assert Fact.APPOINTMENT in facts(f"The court {intent} open the hearing on Friday.").kinds
