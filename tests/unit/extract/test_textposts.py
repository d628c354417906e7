"""Posts of live blogs in plain-text copies."""

import pytest

from bot.extract.content import Content
from bot.extract.plaintext import content_of_text
from tests.unit.extract.test_plaintext import PAGES

HEAD = "Storm Berta: what happens on the coast today\nUpdated 21 January 2026, 16:48 GMT\n"
FIRST = "The grid operator says that 11,000 of the 30,000 homes are supplied again today."
SECOND = "The interior minister has rejected the accusation that the warning came too late."
THIRD = "The storm closed the Marrow bridge in both directions after a lorry was blown over."
LONG = "Storm Berta reached the coast in the morning, with gusts of 142 kilometres an hour. " * 9


def told(content: Content) -> list[tuple[str, str]]:
    """Return when each post was written, and how it begins."""
    return [(f"{post.at:%d %H:%M}", content.text[post.start :][:12]) for post in content.posts]


def test_lines_below_a_time_of_day_are_posts() -> None:
    """Each post begins at its headline, on the day that the page names."""
    content = content_of_text((PAGES / "live_list.txt").read_text("utf-8"), "live")

    assert told(content) == [
        ("21 16:48", "Power back i"),
        ("21 16:02", "Minister rej"),
        ("21 14:30", "Bridge close"),
        ("21 12:15", "School's out"),
    ]


def test_lines_that_open_with_a_time_of_day_are_posts() -> None:
    """A paragraph may name its time itself."""
    text = f"{HEAD}16:40 {FIRST}\n15:30 Uhr: {SECOND}\n23:15 {THIRD}\nStorm Berta: {SECOND}"

    assert told(content_of_text(text, "live")) == [
        ("21 16:40", "16:40 The gr"),
        ("21 15:30", "15:30 Uhr: T"),
        ("20 23:15", "23:15 The st"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}16:40\n{FIRST}\n15:30\n{SECOND}\n{THIRD}",
        f"{HEAD}{LONG}\n16:40\n{FIRST}\n15:30\n{SECOND}\n14:10\n{THIRD}",
        f"Storm Berta on the coast\n16:40\n{FIRST}\n15:30\n{SECOND}\n14:10\n{THIRD}",
    ],
    ids=["too few", "below a text", "of no day"],
)
def test_other_times_of_day_make_no_posts(text: str) -> None:
    """Two times are none, those below a text are comments on it, and a day must be named."""
    assert content_of_text(text, "live").posts == ()
