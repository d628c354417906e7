"""Promises of `bot.compose.voices`: how many reports are independent."""

from dataclasses import replace

import pytest

from bot.compose.voices import publisher, voices
from bot.models import Article, SourceId
from tests.builders import HARBOUR, HARBOUR_LATER, OBSERVATORY, article

LIBRARY = "The library of Arden keeps its doors open on Sundays from May, its head Ines Falk said."

HERALD = article("a1", outlet="Delta Herald")
COURIER = article("a2", outlet="Quay Courier", text=HARBOUR_LATER)
POST = article("a3", outlet="Arden Post", text=OBSERVATORY)


def by_agency(one: Article, *names: str, bylines: tuple[str, ...] = ()) -> Article:
    """Return a report credited to agencies, and to people beside them."""
    return replace(one, agencies=names, bylines=bylines)


def one_owner() -> list[Article]:
    """Return two papers of one house and a third of another."""
    return [replace(HERALD, owner="Falk Group"), replace(COURIER, owner="falk group"), POST]


def one_outlet_twice() -> list[Article]:
    """Return a report and its outlet's own follow-up, and another outlet's."""
    return [HERALD, replace(HERALD, text=HARBOUR_LATER), POST]


def agency_text_uncredited() -> list[Article]:
    """Return one text in two papers that do not say whose it is, and a third's own."""
    return [HERALD, replace(COURIER, text=HARBOUR), POST]


def headline_and_dateline_in_a_feed() -> list[Article]:
    """Return a report, its headline and hour in another paper's feed, and a third's report."""
    title = "Pilots of Delta end their strike after nine days of talks"
    return [
        replace(HERALD, title=title),
        replace(COURIER, title=title, text="Updated 7.15 a.m."),
        POST,
    ]


def two_agency_texts_in_the_same_papers() -> list[Article]:
    """Return an agency's first report and its later one, each in the same two papers."""
    return [
        HERALD,
        replace(COURIER, text=HARBOUR),
        replace(HERALD, text=OBSERVATORY),
        replace(COURIER, text=OBSERVATORY),
        replace(POST, text=LIBRARY),
    ]


def agency_rewritten() -> list[Article]:
    """Return an agency's report in the words of two papers that credit it alone, and a third's."""
    return [by_agency(HERALD, "Northwire"), by_agency(COURIER, "NORTHWIRE"), POST]


def agency_itself() -> list[Article]:
    """Return an agency's own page, a paper that credits it, and a third."""
    return [replace(HERALD, outlet="Northwire"), by_agency(COURIER, "Northwire"), POST]


@pytest.mark.parametrize(
    "reports",
    [
        one_owner(),
        one_outlet_twice(),
        agency_text_uncredited(),
        headline_and_dateline_in_a_feed(),
        two_agency_texts_in_the_same_papers(),
        agency_rewritten(),
        agency_itself(),
    ],
    ids=[
        "one_owner",
        "one_outlet_twice",
        "agency_text_uncredited",
        "headline_and_dateline_in_a_feed",
        "two_agency_texts_in_the_same_papers",
        "agency_rewritten",
        "agency_itself",
    ],
)
def test_what_one_voice_says_in_several_places_is_said_once(reports: list[Article]) -> None:
    """Sister papers, one outlet's follow-ups and whoever prints an agency add no voice."""
    assert voices(reports) == 2


def test_three_papers_with_reports_of_their_own_are_three_voices() -> None:
    """Nothing in common but the event, nothing to subtract."""
    assert voices([HERALD, COURIER, POST]) == 3


def test_own_reports_beside_an_agency_text_count() -> None:
    """Two papers that print one agency and write something of their own too are three voices."""
    printed = [
        by_agency(HERALD, "Northwire"),
        by_agency(replace(COURIER, text=HARBOUR), "Northwire"),
    ]
    own = [replace(HERALD, text=OBSERVATORY), replace(COURIER, text=LIBRARY)]

    assert voices([*printed, *own]) == 3


def test_a_reporter_who_uses_an_agency_speaks_for_the_paper() -> None:
    """A name beside the agency's, or a second agency, makes a report the outlet's own."""
    with_name = by_agency(HERALD, "Northwire", bylines=("Mara Lind",))
    with_two = by_agency(COURIER, "Northwire", "Southwire")
    signed_by_it = by_agency(POST, "Northwire", bylines=("Northwire",))

    assert voices([with_name, with_two, signed_by_it]) == 3


def test_no_reports_are_no_voices() -> None:
    """Nothing is counted where nothing is."""
    assert voices([]) == 0


def test_a_report_that_names_no_outlet_is_known_by_what_it_has() -> None:
    """Its source stands in, and failing that the report itself."""
    nameless = replace(HERALD, outlet="", source=SourceId("s7"))

    assert publisher(HERALD) == "delta herald"
    assert publisher(nameless) == "s7"
    assert publisher(replace(nameless, source=SourceId(""))) == "a1"
