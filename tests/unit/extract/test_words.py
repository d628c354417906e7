"""Dates, names, agencies and titles as pages write them."""

from datetime import UTC, date, datetime

import pytest

from bot.extract.credits import credits_of
from bot.extract.headline import plain_title
from bot.extract.language import detected
from bot.extract.lines import Mark, blocks
from bot.extract.names import names
from bot.extract.titles import Candidate, best_title
from bot.text.agencies import dateline, sign_off
from bot.text.datelines import reported_from
from bot.text.dates import instant, instants


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2026-10-12T14:05:00.123+02:00", "2026-10-12T12:05:00"),
        ("2026-10-12 25:99", "2026-10-12T00:00:00"),
        ("11/29/2024November 29, 2024", "2024-11-29T00:00:00"),
        ("14:05 GMT, 12 Oct 2026", "2026-10-12T14:05:00"),
        ("Oct. 12, 2026, 2:05 p.m. EDT", "2026-10-12T18:05:00"),
        ("12 October 2026 12:05 a.m. GMT+3", "2026-10-11T21:05:00"),
        ("١٢ تشرين الأول ٢٠٢٦", "2026-10-12T00:00:00"),
        ("12 de octubre de 2026 a las 18:30", "2026-10-12T18:30:00"),
        ("2026年10月12日 14:05", "2026-10-12T14:05:00"),
        ("Sat 30 Nov 2024 18.42 GMT", "2024-11-30T18:42:00"),
        ("12 October 2026, 14.05 million", "2026-10-12T00:00:00"),
    ],
)
def test_dates_are_read(text: str, iso: str) -> None:
    """Dates in words and figures of many languages become instants."""
    assert instant(text) == datetime.fromisoformat(iso).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    "text", ["2026-10-12T00:30:00+02:00", "12 October 2026, 23:30 EDT", "12.10.2026, 0:30 Uhr MESZ"]
)
def test_dates_keep_their_day(text: str) -> None:
    """A date near midnight stays the day that the page names."""
    found = instant(text)

    assert found is not None
    assert found.date() == date(2026, 10, 12)


@pytest.mark.parametrize("text", ["", "99/99/2026", "1875-01-01", "31 February 2026", "12 March"])
def test_what_is_no_date_is_none(text: str) -> None:
    """Days that do not exist, and half dates, are no dates."""
    assert instant(text) is None


def test_month_first_where_the_page_is_american() -> None:
    """3/4/2026 is in April or in March, by the page's language."""
    assert str(instant("3/4/2026"))[:10] == "2026-04-03"
    assert str(instant("3/4/2026", month_first=True))[:10] == "2026-03-04"


@pytest.mark.parametrize(
    ("byline", "people"),
    [
        ("Par Claire Vasseur (avec AFP)", ("Claire Vasseur",)),
        ("By BETH LAWSON, SENIOR REPORTER and PA MEDIA", ("Beth Lawson",)),
        ("By our staff and agencies", ()),
        ("The Courier", ()),
        ("By Ana Cruz | Published 12 October 2026", ("Ana Cruz",)),
    ],
)
def test_persons_are_taken_from_bylines(byline: str, people: tuple[str, ...]) -> None:
    """Persons are kept; roles, agencies, outlets and dates are not."""
    assert names([byline], outlets=["Courier"]) == people


@pytest.mark.parametrize(
    ("line", "agencies"),
    [
        ("(Con información de EFE y Europa Press)", ("EFE", "Europa Press")),
        ("The Courier with AFP and Reuters", ("AFP", "Reuters")),
        ("The Associated Press and Reuters contributed to this report.", ("AP", "Reuters")),
        ("المصدر: أ ف ب، رويترز", ("AFP", "Reuters")),
        ("（共同）", ("Kyodo",)),
        ("App", ()),
        ("x" * 200, ()),
    ],
)
def test_sign_offs_are_read(line: str, agencies: tuple[str, ...]) -> None:
    """Credits at the foot give canonical names in any script."""
    assert sign_off(line) == agencies


def test_datelines_and_closing_brackets_are_read() -> None:
    """Agencies stand in datelines and in brackets after the last sentence."""
    assert dateline("ХАЛЬВЕН, 12 октября. /ТАСС/. Докеры вернулись.") == ("TASS",)
    assert credits_of(["It rained.", "Ships left. (dpa)"], ["By Ana Cruz and AFP"]) == (
        "AFP",
        "dpa",
    )


def test_marks_of_copies_are_read_off() -> None:
    """Underlined titles, links, items and pictures are told apart."""
    found = blocks("Harbour reopens\n===============\n\n[Ships](x)\n\n- Home\n\n![alt](y)\n\n_____")

    assert [(one.text, one.mark) for one in found] == [
        ("Harbour reopens", Mark.HEADING),
        ("Ships", Mark.LINK),
        ("Home", Mark.ITEM),
    ]


def test_a_date_is_no_item_of_a_list() -> None:
    """The day at the start of a German date numbers nothing."""
    found = blocks("13. Oktober 2026, 11:05 Uhr\n\n2. Kräne")

    assert [(one.text, one.mark) for one in found] == [
        ("13. Oktober 2026, 11:05 Uhr", Mark.NONE),
        ("Kräne", Mark.ITEM),
    ]


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Sankt Elmen, 13. Okt. (npd) - Die Kräne stehen.", "Sankt Elmen"),
        ("San Telmo, 13 oct (NPD).- Las grúas están paradas.", "San Telmo"),
        ("سانت إلمو، 13 أكتوبر (نبد) - توقفت الرافعات.", "سانت إلمو"),
        ("Elme (hier) - on attend.", ""),
    ],
)
def test_a_place_with_its_day_is_where_it_was_reported(line: str, place: str) -> None:
    """Before brackets and a dash it is a dateline, whoever stands in the brackets."""
    assert reported_from(line) == place


@pytest.mark.parametrize(
    ("texts", "title"),
    [
        (["The Courier | Harbour reopens", "Harbour reopens"], "Harbour reopens"),
        (["The Courier - Harbour reopens"], "Harbour reopens"),
        (["Harbour reopens » The Courier"], "Harbour reopens"),
        (["The Courier"], ""),
        ([""], ""),
    ],
)
def test_titles_lose_the_name_of_the_site(texts: list[str], title: str) -> None:
    """The site's name is cut from either end, and is no title itself."""
    candidates = [Candidate(text=text, marks=frozenset(["page"])) for text in texts]

    assert best_title(candidates, sites=["The Courier"]) == title


def test_every_date_is_found() -> None:
    """A text gives all its dates; a time that does not exist leaves the day."""
    text = "2026-10-12 25:99, then 13 October 2026, 14:05"

    assert [str(one) for one in instants(text)] == [
        "2026-10-12 00:00:00+00:00",
        "2026-10-13 14:05:00+00:00",
    ]


def test_places_that_agree_name_the_title() -> None:
    """Of three titles the one that two places of the page agree on wins."""
    candidates = [
        Candidate(text="Harbour of Halvenport reopens", marks=frozenset(["h1"])),
        Candidate(text="Harbour of Halvenport reopens", marks=frozenset(["meta"])),
        Candidate(text="Live updates from the harbour", marks=frozenset(["linked-other"])),
    ]

    assert best_title(candidates) == "Harbour of Halvenport reopens"


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (
            "Harbour reopens after nine days of strike | The Courier",
            "Harbour reopens after nine days of strike",
        ),
        ("The Courier - Harbour reopens today", "Harbour reopens today"),
        ("Harbour reopens - at last", "Harbour reopens - at last"),
        ("Harbour of Halvenport opens again | The Ledger", "Harbour of Halvenport opens again"),
    ],
)
def test_site_names_are_cut_off_titles(line: str, title: str) -> None:
    """A site's name behind a bar, or one that stands elsewhere on the page, is no title."""
    assert plain_title(line, ["The Courier"]) == title


def test_gibberish_is_in_no_language() -> None:
    """What no language knows is not taken for one."""
    assert detected("lorem xq zvb 123 " * 10) is None
