"""Promises of `bot.text.plain`."""

from datetime import UTC, datetime

import pytest

from bot.models import (
    Block,
    Button,
    Buttons,
    Divider,
    Heading,
    Link,
    Listing,
    Message,
    Moment,
    MomentForm,
    Note,
    Paragraph,
    StoryCard,
    StoryId,
    Text,
)
from bot.text.plain import block_text, moment_text, plain_text

AT = datetime(2026, 11, 4, 7, 5, tzinfo=UTC)
CARD = StoryCard(
    story=StoryId("st1"),
    headline="Harbour closed",
    url="",
    lines=((Text("Pilots are on strike. "), Link("Herald", "https://herald.example/1")),),
    foot=(),
)


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        (MomentForm.DATE, "Wed 4 Nov 2026"),
        (MomentForm.TIME, "08:05 (Europe/Berlin)"),
        (MomentForm.DATE_TIME, "Wed 4 Nov 2026, 08:05 (Europe/Berlin)"),
    ],
)
def test_a_time_carries_its_zone(form: MomentForm, shown: str) -> None:
    """An instant is shown in its zone, and a time of day names it."""
    assert moment_text(Moment(AT, "Europe/Berlin", form)) == shown


@pytest.mark.parametrize(
    ("block", "shown"),
    [
        (Heading("Today"), "Today"),
        (Paragraph((Text("At "), Moment(AT, "UTC", MomentForm.TIME))), "At 07:05 (UTC)"),
        (Note((Link("all", "https://herald.example"),)), "all"),
        (Listing(((Text("one"),), (Text("two"),))), "• one\n• two"),
        (CARD, "Harbour closed\nPilots are on strike. Herald"),
        (Buttons((Button(label="Why", line="news why st1"),)), ""),
        (Divider(), ""),
    ],
)
def test_a_block_becomes_its_words(block: Block, shown: str) -> None:
    """Every block is read by its words; what has none is silent."""
    assert block_text(block) == shown


def test_blocks_are_parted_by_an_empty_line() -> None:
    """Silent blocks leave no gap in the message."""
    message = Message(title="Briefing", blocks=(Heading("Today"), Divider(), CARD))

    assert plain_text(message) == "Today\n\nHarbour closed\nPilots are on strike. Herald"
