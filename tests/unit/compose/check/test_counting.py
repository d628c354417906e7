"""Promises of `bot.compose.check.counting`."""

import pytest

from bot.compose.check.counting import figure
from tests.claims import claim


def faults(text: str, *cited: str, language: str = "en") -> list[tuple[str, str]]:
    """Return the figures at fault in a claim, each with why."""
    return [(one.words, one.detail) for one in figure(claim(text, *cited, language=language))]


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("There were 19 fatalities.", "The flood killed 19 people."),
        ("Five boats sank.", "5 boats sank off Keld."),
        ("Some 1,200 homes are dark.", "About 1,200 homes are without light."),
        ("No fewer than 40 people came.", "At least 40 guests came."),
        ("The bank has 640 employees.", "The bank employs 640 people."),
        ("Profit beat the 30 million expected.", "Profit beat the 30 million that was expected."),
        ("Turnout fell to 58% from 66%.", "Turnout, 66% before, fell from 66% to 58%."),
        ("Three of its nine jets are grounded.", "It grounded three of its nine jets."),
        ("It has nine jets.", "It has nine jets, and three of them are old."),
        ("The strike is in its 12th week.", "The strike entered its 12th week."),
        ("He spent 2019 abroad.", "He was abroad in 2019."),
        ("The 2019 floods were severe.", "Floods were severe in 2019."),
    ],
)
def test_the_same_figure_stands(text: str, cited: str) -> None:
    """Spelt or not, of the same thing, hedged alike."""
    assert faults(text, cited) == []


@pytest.mark.parametrize(
    ("text", "cited", "clue"),
    [
        ("19 sailors drowned.", "The flood killed 19 people.", "not sailors"),
        ("Fifty boats sank.", "5 boats sank off Keld.", "no such figure"),
        (
            "Nine boats sank.",
            "Five boats sank on Monday and four boats on Friday.",
            "not their sum",
        ),
        ("Eleven boats sank.", "Five boats, two ships and six rafts sank.", "5 and 6"),
        ("Four boats and two ships sank.", "Two boats and four ships sank.", "counts ships"),
        ("The crack is 40 metres long.", "The crack is 40 centimetres long.", "counts centimetres"),
        ("It cost 5 million dollars.", "It cost 5 million euros.", "counts €"),
        ("It cost 5 million.", "It cost 5 million euros.", "counts €"),
        ("It counted 5 million euros.", "It counted 5 million.", "counts something else"),
        ("Exactly 40 came.", "Nearly 40 came.", "says about"),
        ("At least 40 came.", "The count was 40, and all came.", "says exactly"),
        ("Turnout fell from 58% to 66%.", "Turnout fell from 66% to 58%.", "58"),
        ("It rose 8% to 395.", "It rose 8% to 412, above the 395 expected.", "has 412"),
        ("It passed by 87 votes to 112.", "It passed by 112 votes to 87.", "has 87"),
        ("It grounded nine jets.", "It grounded three of its nine jets.", "three of its nine"),
        ("Some 40 owls were seen.", "Some 40 were seen in the wood, and a few owls.", ""),
    ],
)
def test_another_figure_is_found(text: str, cited: str, clue: str) -> None:
    """Another value, thing, currency, hedge or place of a change."""
    found = faults(text, cited)

    assert (clue in found[0][1]) if clue else found == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The profit was 11 million kroner.", 1),
        ("The profit was earlier 11 million kroner.", 0),
        ("The profit rose from 11 million kroner to 18 million kroner.", 0),
        ("The profit was 18 million kroner.", 0),
    ],
)
def test_what_a_figure_was_before_is_not_told_alone(text: str, count: int) -> None:
    """It is out of date."""
    source = "The profit was 18 million kroner, up from 11 million kroner."

    assert len(faults(text, source)) == count
