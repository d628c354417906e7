"""Agencies that no table knows, and what is taken for none."""

import pytest

from bot.extract.credits import credits_of, without_credits
from bot.extract.wires import foot_credit

BURNT = "The warehouse burnt for six hours before the fire brigade had it under control."


@pytest.mark.parametrize(
    ("first", "agencies"),
    [
        ("HALVENPORT (XYZ) - It burnt.", ("XYZ",)),
        ("HALVENPORT, Oct 12 (XYZ) — It burnt.", ("XYZ",)),
        ("Halvenport, 12 October (Ostfunk) - it burnt.", ("Ostfunk",)),
        ("Halvenport (XYZ) - It burnt.", ("XYZ",)),
        ("HALVENPORT (XYZ/AFP) - It burnt.", ("XYZ", "AFP")),
        ("Ida Grange (LDP) - the mayor - was not there.", ()),
        ("HALVENPORT (USA) - It burnt.", ()),
        ("HALVENPORT (the old port) - It burnt.", ()),
        ("The harbour (HPA) reopened.", ()),
        ("Ida Grange of the party (LDP) at the town council said - It burnt.", ()),
    ],
)
def test_datelines_credit_agencies(first: str, agencies: tuple[str, ...]) -> None:
    """A dateline credits what has the shape of an agency, and no state or party."""
    assert set(credits_of([first, BURNT])) == set(agencies)


@pytest.mark.parametrize(
    ("last", "agencies"),
    [
        ("Source: XYZ", ("XYZ",)),
        ("With Associated Press and Agence France-Presse", ("AP", "AFP")),
        ("Source: Ostfunk", ("Ostfunk",)),
        ("Source: XYZ and agencies", ("XYZ",)),
        ("With material from the XYZ news agency", ("XYZ",)),
        ("Avec XYZ", ("XYZ",)),
        ("(XYZ/ABC)", ("XYZ", "ABC")),
        ("jk/ab (XYZ, ABC)", ("XYZ", "ABC")),
        ("jk (Ostfunk, dpa)", ("Ostfunk", "dpa")),
        ("XYZ", ("XYZ",)),
        ("It burnt. (XYZ)", ("XYZ",)),
        ("With Post wires", ()),
        ("Source: YouTube", ()),
        ("Source: the harbour master", ()),
        ("Source:", ()),
        ("Ostfunk", ()),
        ("It burnt. (Laughs)", ()),
    ],
)
def test_feet_credit_agencies(last: str, agencies: tuple[str, ...]) -> None:
    """The last line credits what has the shape of an agency, and no platform or office."""
    assert credits_of([BURNT, last]) == agencies


def test_lines_below_the_text_credit_agencies() -> None:
    """A credit may stand on the page below what is kept of the text."""
    assert credits_of([BURNT], below=["XYZ", "Politics"]) == ("XYZ",)
    assert credits_of([BURNT], below=["Source: Ostfunk", "UXA"]) == ("Ostfunk",)


def test_a_party_to_the_news_is_no_agency() -> None:
    """What the text speaks of is its subject, unless it was only told something."""
    assert credits_of(["The HPA closed the harbour.", "Source: HPA"]) == ()
    assert credits_of(["The mayor told XYZ that it burnt.", "Source: XYZ"]) == ("XYZ",)


def test_head_and_foot_bear_each_other_out() -> None:
    """An agency that is credited twice is one, even if it speaks of itself."""
    text = ["HALVENPORT (XYZ) - It burnt.", "XYZ has no more.", "Source: XYZ"]

    assert credits_of(text) == ("XYZ",)


def test_a_list_of_tags_credits_nobody() -> None:
    """Acronyms below each other are tags or members of a list."""
    assert credits_of([BURNT, "UXA", "UXB", "UXC"]) == ()
    assert credits_of(["Universities", "UXA", "UXB", "UXC"]) == ()


def test_lines_of_credits_are_no_text() -> None:
    """Last lines that only credit agencies go; a text is never emptied."""
    assert without_credits([BURNT, "Source: XYZ", "(AFP)"]) == [BURNT]
    assert without_credits(["(AFP)"]) == ["(AFP)"]


def test_repeated_names_count_once() -> None:
    """A credit that names an agency twice names one agency."""
    assert foot_credit("(XYZ, XYZ)") == ("XYZ",)
