"""Plain texts that come without a headline, as agencies' texts are passed on."""

import pytest

from bot.errors import ExtractError
from bot.extract.plaintext import content_of_text
from bot.text.datelines import after_dateline

WIRE = """VARN, Nov 24 (Reuters) - At least nine boats sank when a storm reached the
harbour of Varn on Monday night, the port authority said.

The owners' league said that the breakwater had been reported as weak in June
and that nothing had been done about it since, although money for the work had
been set aside by the council.

A spokesman for the authority denied this and said that divers had looked at the
wall in August. He gave no names and showed no report.

Insurers put the damage at two million crowns on Tuesday, most of it to yachts
that were to be taken out of the water this week.

(Reporting by Nils Quist; Editing by Ruth Cole)
"""


def test_a_text_without_a_headline_is_called_by_its_first_sentence() -> None:
    """The dateline is no part of it; place and agency are read all the same."""
    content = content_of_text(WIRE, "wire")

    assert content.title == (
        "At least nine boats sank when a storm reached the harbour of Varn on Monday night, "
        "the port authority said."
    )
    assert content.text.startswith("VARN, Nov 24 (Reuters) - At least nine boats")
    assert content.agencies == ("Reuters",)


def test_a_long_first_sentence_is_cut() -> None:
    """A title stays a title."""
    unwrapped = "\n\n".join(one.replace("\n", " ") for one in WIRE.split("\n\n"))
    long = unwrapped.replace("boats sank", "boats, yachts and barges of the marina sank")

    content = content_of_text(long, "wire")

    assert 110 < len(content.title) <= 120
    assert content.title.endswith("…")


def test_what_announced_the_text_names_it() -> None:
    """A title that somebody gave it goes before its first sentence."""
    content = content_of_text(WIRE, "wire", title="Nine boats sink in Varn")

    assert content.title == "Nine boats sink in Varn"


def test_menus_alone_are_no_article_still() -> None:
    """A copy without running text gives nothing."""
    with pytest.raises(ExtractError):
        content_of_text("Home\nNews\nSport\n", "menu")


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("VARN, 20 November 2026 -- The port reopened.", "The port reopened."),
        ("VARN — The port reopened.", "The port reopened."),
        ("The port — closed since May — reopened.", "The port — closed since May — reopened."),
        ("", ""),
    ],
)
def test_a_dateline_is_taken_off(line: str, rest: str) -> None:
    """Only what names a place before the first sentence is one."""
    assert after_dateline(line) == rest
