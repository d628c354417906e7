"""Promises of `bot.compose.check.speech`."""

import pytest

from bot.compose.check.speech import quotation, said
from tests.claims import claim, rules

CRANE = "“The alarm never sounded,” said Jonas Teale, a crane driver."
LEVEES = "The opposition accused the government of ignoring a report on weak levees."
GROUP = 'The group Free Choice rejected the call, saying the department had "spread panic".'


def faults(text: str, *cited: str, language: str = "en") -> list[str]:
    """Return what is wrong with who said what in a claim."""
    return [one.words for one in said(claim(text, *cited, language=language))]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Teale said “the alarm never sounded”.", 0),
        ("Teale said “the … sounded”.", 0),
        ("Teale said “the alarm sounded”.", 1),
        ("Teale called it “odd”.", 0),
    ],
)
def test_a_quotation_is_literal(text: str, count: int) -> None:
    """But for what is left out by marks, and single words."""
    assert len(list(quotation(claim(text, CRANE)))) == count


def test_a_quotation_stands_in_one_sentence() -> None:
    """Not half here and half there."""
    source = "He said it was late. The tide came."

    assert list(quotation(claim("He called “late. The tide” odd.", source)))


def test_a_quotation_is_looked_for_in_a_whole_article() -> None:
    """Where that is what is cited."""
    source = f"It rained. It blew. It snowed. It froze. {CRANE}"

    assert list(quotation(claim("Teale: “the alarm never sounded”.", source))) == []


@pytest.mark.parametrize(
    ("text", "cited", "language"),
    [
        ("The opposition says the government ignored a report on levees.", LEVEES, "en"),
        ("Opposition parties accused the government of ignoring a report.", LEVEES, "en"),
        ("The pit opens, Lund said.", "The pit opens, said a spokesman.", "en"),
        (
            "Kolbe denied that the ship was overloaded.",
            "Kolbe denied that the ship was overloaded.",
            "en",
        ),
        (
            "The ship was not overloaded, Kolbe said.",
            "Kolbe denied that the ship was overloaded.",
            "en",
        ),
        (
            "Kolbe promised a quiet handover.",
            "Kolbe rejected claims of fraud and promised a quiet handover.",
            "en",
        ),
        ("He left.", "He claimed to have left.", "en"),
        ("The board estimates a cost of £1m.", "A cost of £1m, the board estimated.", "en"),
        (
            "Norbank claims that it cut 40 jobs.",
            "The company claimed that it had cut 40 jobs.",
            "en",
        ),
    ],
)
def test_what_keeps_its_speaker_stands(text: str, cited: str, language: str) -> None:
    """By any verb, and where the source names nobody."""
    assert faults(text, cited, language=language) == []


@pytest.mark.parametrize(
    ("text", "cited", "clue"),
    [
        ("The government ignored a report on weak levees.", LEVEES, "The opposition"),
        ("Two people died at Keld.", "Two people died at Keld, the hospital said.", "the hospital"),
        (
            "Two people died at Keld.",
            "Two people died at Keld, the Observatory for Human Rights said.",
            "the Observatory for Human Rights",  # "human" is no word for the people who died
        ),
        ("The ship was overloaded.", "Kolbe denied that the ship was overloaded.", "denied"),
        ("The fund is empty.", "The fund is empty, prosecutors said.", "prosecutors"),
        ("The alarm never sounded.", CRANE, "Jonas Teale"),
        (
            "Kolbe said the ship was overloaded.",
            "The union claimed Kolbe had overloaded the ship.",
            "The union",
        ),
        (
            "The ship of the union was overloaded.",
            "The union claimed the ship was overloaded.",
            "claimed",
        ),
        ("The department has spread panic.", GROUP, "The group Free Choice"),
    ],
)
def test_a_lost_speaker_is_found(text: str, cited: str, clue: str) -> None:
    """Of an accusation, a toll, a denial, one side's word and a quotation."""
    assert clue in faults(text, cited)[0]


def test_a_swapped_speaker_is_found() -> None:
    """Though both are cited."""
    other = "Port director Amina Rook closed the terminal, she said."

    assert faults("“The alarm never sounded,” said Amina Rook.", CRANE, other)


def test_another_may_not_say_it() -> None:
    """Though who said it is named too."""
    source = "The union claimed that Brask had overloaded the ship."

    assert faults(
        "Ida Lund said Brask, of which the union knows, overloaded the ship.", source
    ) == ["Ida Lund"]


def test_a_pronoun_is_no_other_speaker() -> None:
    """It may stand for whoever spoke."""
    source = "The union claimed that Brask had overloaded the ship."

    assert faults("The union knows Brask; the ship was overloaded, it said.", source) == []


def test_the_nearest_sentence_says_who_speaks() -> None:
    """Another's speaker does not vouch for what is quoted."""
    commissioner = "Commissioner Rita Olm hinted that schools could be closed, Olm said."

    assert "attribution" in rules(
        'Rita Olm said the department had "spread panic".', GROUP, commissioner
    )
