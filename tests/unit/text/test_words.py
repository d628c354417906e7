"""Promises of `bot.text.words`."""

import pytest

from bot.text.words import fold, is_stop, names, stem, stems, words


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("HARBOUR `x`", "harbour 'x'"),
        ("Größe Łódź Øre Œuvre", "grosse lodz ore oeuvre"),
        ("“Já” – it’s", '"ja" - it\'s'),
        ("İstanbul ısı", "istanbul isi"),
        ("وَلَد أحمد", "ولد احمد"),
        ("がぎ 한국", "がぎ 한국"),
        ("ＡＢ１ 𝑨", "ab1 a"),
        ("a\x00b", "a b"),
    ],
)
def test_folding_levels_what_sounds_alike(written: str, folded: str) -> None:
    """Case, accents, widths, quotes and dashes make no difference."""
    assert fold(written) == folded


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Arden's U.N. envoy", ["arden", "un", "envoy"]),
        ("1,200 or 3.5 at 08:00", ["1200", "or", "3.5", "at", "08", "00"]),
        ("l'eau d'or don't O'Brien's", ["eau", "or", "dont", "obriens"]),
        ("Covid-19_x", ["covid", "19", "x"]),
        ("Ο Ο.Η.Ε. έχει 1,200, 3.5 και l'eau", ["ο", "οηε", "εχει", "1200", "3.5", "και", "eau"]),
        ("港口罢工 港", ["港口", "口罢", "罢工", "港"]),
        ("हिन्दी समाचार।", ["हिन्दी", "समाचार"]),
        ("ท่าเรือ", ["ท่", "่า", "าเ", "เร", "รื", "ือ"]),
        ("🔥 — …", []),
    ],
)
def test_words_are_found_in_every_script(text: str, found: list[str]) -> None:
    """Words, numbers and pairs of characters come out folded and in order."""
    assert words(text) == found


@pytest.mark.parametrize(
    ("word", "language", "stops"),
    [
        ("the", None, True),
        ("die", "de-AT", True),
        ("die", "en", False),
        ("fur", "de", True),
        ("harbour", None, False),
        ("the", "xx", False),
    ],
)
def test_stop_words_are_known_by_language(word: str, language: str | None, *, stops: bool) -> None:
    """A stop word in one language is a word in another."""
    assert is_stop(word, language) is stops


def test_stems_leave_the_small_words_out() -> None:
    """Only words that say something are stemmed."""
    assert stems("The harbours were closed by strikes") == ["harbour", "close", "strike"]


def test_languages_without_a_stemmer_keep_their_words() -> None:
    """A word in an unknown language is its own stem."""
    assert stem("bandari", "sw") == "bandari"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mara Lind met the Port of Delta.", ["Mara Lind", "Port of Delta"]),
        ("Workers cheered. Later Lind left.", ["Lind"]),
        ("Workers cheered; the Workers left.", ["Workers", "Workers"]),
        ("NATO said J. Smith's plan failed.", ["NATO", "J. Smith"]),
        ("The U.N. met Élodie van der Berg.", ["U.N.", "Élodie van der Berg"]),
        ("It rained. He said I may.", []),
        ("Der Hafen in Köln ist zu.", ["Hafen", "Köln"]),
        ("كل شيء 港口", []),
        ("", []),
    ],
)
def test_names_are_what_is_capitalised(text: str, found: list[str]) -> None:
    """A word that only opens a sentence is no name."""
    assert names(text) == found
