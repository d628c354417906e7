"""Promises of what a sentence may be told without."""

import pytest

from bot.condense._trimming import as_told, trimmed


def told(text: str, language: str = "en", *, opens: bool = False) -> str:
    """Return a sentence as it is told."""
    return as_told(text, trimmed(text, (0, len(text)), language=language, opens=opens))


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("ORSA, Nov 3 (AFP) - The dam broke on Sunday.", "en", "The dam broke on Sunday."),
        ("BERLIN (dpa) – Der Damm brach am Sonntag früh.", "de", "Der Damm brach am Sonntag früh."),
        ("(Reuters) - The dam broke on Sunday.", "en", "The dam broke on Sunday."),
        ("The dam — forty years old — broke.", "en", "The dam — forty years old — broke."),
    ],
)
def test_a_report_begins_behind_its_dateline(text: str, language: str, expected: str) -> None:
    """Place and agency are cut from the first sentence of an article, and from no other."""
    assert told(text, language, opens=True) == expected
    assert told(text, language) == text


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("However, the dam broke on Sunday.", "en", "The dam broke on Sunday."),
        ("But police said that it was safe.", "en", "Police said that it was safe."),
        ("But for the rain it was safe there.", "en", "But for the rain it was safe there."),
        ("Later, the dam broke on Sunday again.", "en", "Later, the dam broke on Sunday again."),
        ("However, it broke too.", "en", "However, it broke too."),
        ("Doch die Polizei sagte am Sonntag nichts.", "de", "Die Polizei sagte am Sonntag nichts."),
        (
            "Doch sagte die Polizei am Sonntag nichts.",
            "de",
            "Doch sagte die Polizei am Sonntag nichts.",
        ),
        ("Toutefois, le barrage a cédé dimanche matin.", "fr", "Le barrage a cédé dimanche matin."),
        ("Sin embargo, la presa cedió el domingo.", "es", "La presa cedió el domingo."),
        ("ولكن الوزير قال إن السد آمن.", "ar", "الوزير قال إن السد آمن."),
    ],
)
def test_an_opener_is_dropped(text: str, language: str, expected: str) -> None:
    """A connective that only links goes, if a sentence is left; what tells the time stays."""
    assert told(text, language) == expected


@pytest.mark.parametrize(
    "aside",
    [
        "(about half of them)",
        "(not the mayor)",
        "(built in 1964)",
        "(two of them)",
        "(on Friday)",
        "(Lind said so)",
        "(allegedly)",
        "(OVG)",
        "(نحو)",
    ],
)
def test_what_matters_is_never_cut(aside: str) -> None:
    """A figure, a date, a hedge, a negation, a speaker and an abbreviation stay."""
    text = f"The members {aside} voted against the dam on Sunday."

    assert told(text) == text


def test_an_aside_in_brackets_is_cut_out_of_the_middle() -> None:
    """What is left are spans of the article whose words, joined, are the sentence."""
    text = "The mayor (a former baker) opened the dam (a landmark) on Sunday."

    spans = trimmed(text, (0, len(text)), language="en", opens=False)

    assert [text[a:b] for a, b in spans] == [
        "The mayor (a former baker) opened the dam",
        "on Sunday.",
    ]
    assert as_told(text, spans) == "The mayor (a former baker) opened the dam on Sunday."


@pytest.mark.parametrize(
    "text",
    [
        "“The mayor (a baker) was asleep on Sunday,” Lind said.",
        "The mayor (a baker), who lives in Orsa, was asleep.",
    ],
)
def test_quotations_and_punctuation_stay_whole(text: str) -> None:
    """Nothing is cut from what somebody said, nor where a comma would be left alone."""
    assert told(text) == text
