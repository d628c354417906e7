"""Promises of `bot.text.figures`."""

from decimal import Decimal

import pytest

from bot.text.figures import Figure, FigureKind, figures
from bot.text.numerals import NUMERALS, Hedge, numerals


def only(text: str, language: str | None = None) -> Figure:
    """Return the one figure of a text."""
    (figure,) = figures(text, language)
    return figure


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("1,200 homes", "en", "1200"),
        ("1.200 Häuser", "de", "1200"),
        ("1.200.000 Häuser", "en", "1200000"),
        ("1.5 litres", "en", "1.5"),
        ("1,5 Liter", "de", "1.5"),
        ("3.200,75 Euro", "de", "3200.75"),
        ("3.200,75 euros", "en", "3200.75"),
        ("3,200.75 Euro", "de", "3200.75"),
        ("1 200 maisons", "fr", "1200"),
        ("2.5m people", "en", "2500000"),
        ("3bn tonnes", "en", "3000000000"),
        ("2 million people", "en", "2000000"),
        ("3,5 Mrd. Tonnen", "de", "3500000000"),
        ("3 mil millones de toneladas", "es", "3000000000"),
        ("٧٠٠ مدني", "ar", "700"),
        ("١٫٥ طن", "ar", "1.5"),
        ("five boats", None, "5"),
        ("twenty-one boats", "en", "21"),
        ("two hundred and five boats", "en", "205"),
        ("three million two hundred thousand boats", "en", "3200000"),
        ("half a million boats", "en", "500000"),
        ("a dozen boats", "en", "12"),
        ("three dozen boats", "en", "36"),
        ("one hundred boats", "en", "100"),
        ("one hundred and twenty boats", "en", "120"),
        ("a million two hundred thousand boats", "en", "1200000"),
        ("two hundred and five thousand boats", "en", "205000"),
        ("soixante et onze bateaux", "fr", "71"),
        ("dreiundzwanzig Boote", "de", "23"),
        ("zweihundertfünf Boote", "de", "205"),
        ("hundert Boote", "de", "100"),
        ("quatre-vingt-dix bateaux", "fr", "90"),
        ("vingt et un bateaux", "fr", "21"),
        ("mille bateaux", "fr", "1000"),
        ("treinta y dos barcos", "es", "32"),
        ("tres mil millones de barcos", "es", "3000000000"),
        ("خمسة قوارب", "ar", "5"),
        ("ثلاثمئة قارب", "ar", "300"),
        ("أربعمائة قارب", "ar", "400"),
        ("ثماني مئة قارب", "ar", "800"),
        ("مئتين من القوارب", "ar", "200"),
        ("مئتي قارب", "ar", "200"),
        ("مئة قارب", "ar", "100"),
        ("ألف قارب", "ar", "1000"),
        ("ألفين من القوارب", "ar", "2000"),
        ("مليونين من الأشجار", "ar", "2000000"),
        ("خمسة وستين قاربا", "ar", "65"),
        ("واحد وعشرون قاربا", "ar", "21"),
        ("أحد عشر قاربا", "ar", "11"),
        ("اثني عشر قاربا", "ar", "12"),
        ("خمسة عشر ألفا", "ar", "15000"),
        ("مئة وأحد عشر قاربا", "ar", "111"),
        ("مئة وواحد وعشرون قاربا", "ar", "121"),
        ("ثلاثة آلاف ومئتين وخمسين قاربا", "ar", "3250"),
        ("مليونين وثلاثمئة ألف شجرة", "ar", "2300000"),
        ("ألفين ومئة قارب", "ar", "2100"),
        ("٦٥ ألف شجرة", "ar", "65000"),
        ("five boats", "xx", "5"),
    ],
)
def test_a_number_has_one_value_however_it_is_written(
    text: str, language: str | None, value: str
) -> None:
    """Digits, words and scales of a language come to the same number."""
    assert only(text, language).value == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        "COVID-19 spread",
        "an F-16 landed",
        "no figure at all",
        "one of them",
        "hundreds fled",
        "a m",
        "between two and three boats",
        "between sixty and seventy boats",
        "between two hundred and three hundred boats",
        "between two million and three million boats",
        "between one hundred and two hundred boats",
    ],
)
def test_what_is_no_figure_is_left_alone(text: str) -> None:
    """Numbers within names, vague crowds and two numbers that an "and" joins are not figures."""
    assert figures(text, "en") == ()


@pytest.mark.parametrize(
    "text", ["ثلاثة وستة", "آلاف القتلى", "أحد المسؤولين", "رجل واحد", "وثلاثمئوي"]
)
def test_what_is_no_figure_in_arabic_is_left_alone(text: str) -> None:
    """Vague crowds, "one of" and words that begin like numbers are not figures."""
    assert figures(text, "ar") == ()


@pytest.mark.parametrize(
    ("text", "language", "hedge"),
    [
        ("at least five boats", "en", Hedge.AT_LEAST),
        ("more than $5m", "en", Hedge.AT_LEAST),
        ("five or more boats", "en", Hedge.AT_LEAST),
        ("500+ boats", "en", Hedge.AT_LEAST),
        ("up to 4,500 jobs", "en", Hedge.AT_MOST),
        ("as many as 4,500 jobs", "en", Hedge.AT_MOST),
        ("nearly 700 civilians", "en", Hedge.ABOUT),
        ("mindestens sieben Boote", "de", Hedge.AT_LEAST),
        ("bis zu 20 Boote", "de", Hedge.AT_MOST),
        ("environ 20 bateaux", "fr", Hedge.ABOUT),
        ("al menos 20 barcos", "es", Hedge.AT_LEAST),
        ("ما لا يقل عن 20 قاربا", "ar", Hedge.AT_LEAST),
        ("the 20 boats", "en", Hedge.NONE),
    ],
)
def test_a_hedge_is_heard(text: str, language: str, hedge: Hedge) -> None:
    """How sure a figure is belongs to it."""
    assert only(text, language).hedge is hedge


@pytest.mark.parametrize(
    ("text", "language", "kind", "unit"),
    [
        ("$3bn", "en", FigureKind.MONEY, "$"),
        ("41.70 euros", "en", FigureKind.MONEY, "€"),
        ("5 €", "de", FigureKind.MONEY, "€"),
        ("200 yuan", "en", FigureKind.MONEY, "yuan"),
        ("40%", "en", FigureKind.SHARE, "%"),
        ("40 per cent", "en", FigureKind.SHARE, "%"),
        ("3,2 %", "fr", FigureKind.SHARE, "%"),
        ("three masked gunmen", "en", FigureKind.COUNT, "gunmen"),
        ("2 millions de personnes", "fr", FigureKind.COUNT, "personnes"),
        ("a 2019 report", "en", FigureKind.YEAR, "report"),
        ("in 2021 boats sank", "en", FigureKind.YEAR, "boats"),
        ("2000 people", "en", FigureKind.COUNT, "people"),
        ("1200 of them", "en", FigureKind.COUNT, ""),
        ("17th", "en", FigureKind.COUNT, ""),
    ],
)
def test_a_figure_knows_what_it_counts(
    text: str, language: str, kind: FigureKind, unit: str
) -> None:
    """Money, shares, years and counts are told apart, with the noun beside them."""
    figure = only(text, language)

    assert (figure.kind, figure.unit) == (kind, unit)


@pytest.mark.parametrize(
    ("text", "language", "kind", "value"),
    [
        ("on 5 May", "en", FigureKind.DATE, 5),
        ("on Nov. 24", "en", FigureKind.DATE, 24),
        ("am 5. Januar", "de", FigureKind.DATE, 5),
        ("el 5 de enero", "es", FigureKind.DATE, 5),
        ("on 2026-11-24", "en", FigureKind.DATE, 20261124),
        ("at 08:30", "en", FigureKind.TIME, 830),
        ("at 5 p.m.", "en", FigureKind.TIME, 1700),
        ("at 12:15 am", "en", FigureKind.TIME, 1215),
        ("um 14.30 Uhr", "de", FigureKind.TIME, 1430),
        ("à 14h30", "fr", FigureKind.TIME, 1430),
    ],
)
def test_days_and_hours_are_not_counts(
    text: str, language: str, kind: FigureKind, value: int
) -> None:
    """A date and a clock time are known as such."""
    figure = only(text, language)

    assert (figure.kind, int(figure.value)) == (kind, value)


def test_a_figure_stands_where_it_says() -> None:
    """The span of a figure is its words in the text."""
    text = "At least five homes and 40% of the trees"

    assert [text[f.start : f.end] for f in figures(text)] == ["five", "40%"]


@pytest.mark.parametrize(("text", "language"), [("deux-vingt", "fr"), ("9" * 40, "en")])
def test_what_makes_no_number_is_skipped(text: str, language: str) -> None:
    """Number words that do not go together, and serial numbers, are no figures."""
    assert figures(text, language) == ()


@pytest.mark.parametrize("language", sorted(NUMERALS))
def test_every_number_word_is_read_back(language: str) -> None:
    """Each word of a language's table is found as a figure of its own value."""
    data = numerals(language)

    for word, value in data.words.items():
        assert [f.value for f in figures(f"({word})", language)] == [value], word
