"""Promises of `bot.text.sentences`."""

import pytest

from bot.text.sentences import sentence_spans, sentences


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["Mr. J. Smith of the U.S. Navy left.", "He said no.", "Then No. 5 fell."]),
        ("en", ["It cost $3.5 million at 5 p.m.", "The port closed."]),
        ("en", ["“Stop!” he said.", "“Who knows?” Mara Lind said.", '"Go."', "(She left.)"]),
        ("en", ["He waited... and left.", "Then…", "Nothing."]),
        (
            "en",
            ["They agreed [1].", "All signed.[2]", "iPhone sales rose!", "Plan B.", "The rest."],
        ),
        ("en", ["Read visit.example.org today.", "So do I.", "Ask the U.N.", "It knows."]),
        (
            "en",
            ["In Jan. 2026 it rose.", "Vol. 3 came out.", "Five ships of Delta Corp.", "The end."],
        ),
        ("en-GB", ["A non-gov. agency left.", "X."]),
        ("en", ["1. Open the door.", "2. Close it."]),
        ("de", ["Am 12. Oktober kam Dr. Meier z. B. nach Köln.", "»Ja.«", "„Nein.“", "Er ging."]),
        ("de", ["Es waren 12.", "Danach kamen ca. 300 Mio. Euro.", "Es war 2026.", "Schluss."]),
        ("fr", ["« Bonjour ! » dit-il.", "M. Dupont est venu.", "« Il part. »", "Elle reste."]),
        ("es", ["¿Qué pasa?", "¡Nada!", "El Sr. Pérez llegó a EE. UU. ayer.", "La Sra. Gil no."]),
        ("ar", ["هل وصل؟", "نعم.", "قال د. أحمد إن الأمر انتهى۔", "ثم غادر."]),
        (None, ["The 3. Oktober is a holiday.", "It rained 12.", "Nobody came."]),
        ("no", ["Han kom.", "Hun gikk."]),
        ("xx", ["Eins.", "Zwei."]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(language: str | None, expected: list[str]) -> None:
    """Abbreviations, initials, ordinals and quotations do not break a sentence."""
    assert sentences(" ".join(expected), language) == expected


def test_wide_stops_need_no_space() -> None:
    """Chinese and Japanese sentences end at their own stops."""
    assert sentences("港口关闭。他说：“不！”然后走了。", "zh") == [
        "港口关闭。",
        "他说：“不！”",
        "然后走了。",
    ]


def test_an_empty_line_ends_a_sentence() -> None:
    """A heading without a stop is a sentence of its own; a single line break is a space."""
    text = "Strike at Delta\n \n\nPilots walked\nout. Ships wait\r\n\r\nMore"

    assert sentences(text) == ["Strike at Delta", "Pilots walked\nout.", "Ships wait", "More"]


def test_items_of_a_list_are_sentences() -> None:
    """A line that opens with a bullet starts anew."""
    assert sentences("Demands:\n- more pay\n- fewer hours. And rest") == [
        "Demands:",
        "- more pay",
        "- fewer hours.",
        "And rest",
    ]


def test_spans_are_places_in_the_text() -> None:
    """Spans leave out the white space around a sentence."""
    assert sentence_spans("  One.  Two. \n") == ((2, 6), (8, 12))


@pytest.mark.parametrize("text", ["", " \n\n ", "\n"])
def test_nothing_has_no_sentences(text: str) -> None:
    """White space holds no sentence."""
    assert sentence_spans(text) == ()


def test_lone_surrogates_are_survived() -> None:
    """Broken characters in any language move no span."""
    assert sentences("Hei\ud800. Ja.", "no") == ["Hei\ud800.", "Ja."]


@pytest.mark.parametrize("language", ["en", "no"])
@pytest.mark.parametrize("noise", [".", ". »", "A. ", '. "', "\n- "])
def test_noise_costs_no_more_than_its_length(noise: str, language: str) -> None:
    """A text made to be slow is split like any other, and all of it lies in a sentence."""
    text = noise * 40_000

    assert sum(end - start for start, end in sentence_spans(text, language)) >= len(text) // 3 - 1
