"""How long messages are cut."""

from collections.abc import Callable

import pytest

from adapters.slack.parting import BLOCKS_LIMIT, WEIGHT_LIMIT, parts
from adapters.slack.rendering import blocks, notification, weight
from adapters.slack.sending import post_payload
from bot.models import (
    Block,
    Button,
    Buttons,
    Heading,
    Line,
    Listing,
    Message,
    Note,
    Paragraph,
    StoryCard,
    Text,
)
from tests.standins.gold import gold_folder
from tests.standins.slack_samples import DESK, card, message_of
from tests.standins.slack_schema import slack_schema


def a_long_briefing() -> Message:
    """A briefing of more stories than fit into one post."""
    return message_of(Heading("Morning"), *(card(f"Story {n}") for n in range(40)))


def long_sentences() -> Message:
    """Stories whose sentences are very long."""
    line: Line = (Text("word " * 900),)
    return message_of(*(card(f"Story {n}", lines=(line,) * 8) for n in range(4)))


def a_long_listing() -> Message:
    """A listing of hundreds of sources."""
    return message_of(Listing(tuple((Text(f"Source {n} " * 5),) for n in range(400))))


def a_listing_of_long_items() -> Message:
    """A listing whose items are paragraphs."""
    return message_of(Listing(((Text("word " * 500),),) * 12))


def items_of(block: Block) -> tuple[Line, ...]:
    """Return the items of a listing."""
    return block.items if isinstance(block, Listing) else ()


def many_buttons() -> Message:
    """More buttons than fit into a row."""
    return message_of(Buttons(tuple(Button(label=f"B{n}", line=f"b {n}") for n in range(60))))


def nothing_to_show() -> Message:
    """Blocks without a word in them."""
    return message_of(Heading(""), Paragraph(()), Note((Text(" "),)), Listing(((Text("\u2800"),),)))


@pytest.mark.parametrize(
    "made",
    [
        a_long_briefing,
        long_sentences,
        a_long_listing,
        a_listing_of_long_items,
        many_buttons,
        nothing_to_show,
    ],
)
def test_every_part_fits_into_one_post(made: Callable[[], Message]) -> None:
    """However long a message is, each part is within Slack's limits."""
    folder = gold_folder("slack")
    cut = parts(made())

    for part in cut:
        rendered = blocks(part)
        assert len(rendered) <= BLOCKS_LIMIT
        assert weight(rendered) <= WEIGHT_LIMIT
        assert len(notification(part)) <= 4000
        if folder:
            payload = post_payload(DESK, part, thread=None, metadata=None)
            assert slack_schema(folder).problems("chat.postMessage", payload) == []


def test_stories_are_never_cut_and_none_is_lost() -> None:
    """Parts are cut between stories; together they hold every story once, in order."""
    cut = parts(a_long_briefing())

    stories = [
        block.headline for part in cut for block in part.blocks if isinstance(block, StoryCard)
    ]
    assert stories == [f"Story {n}" for n in range(40)]
    assert [part.title for part in cut] == [
        f"News ({n} of {len(cut)})" for n in range(1, len(cut) + 1)
    ]


def test_no_item_of_a_listing_is_lost() -> None:
    """A listing that is cut keeps every item once, in order."""
    message = a_long_listing()

    items = [item for part in parts(message) for block in part.blocks for item in items_of(block)]
    assert tuple(items) == items_of(message.blocks[0])


def test_a_heading_goes_with_what_follows_it() -> None:
    """A heading is never the last thing of a part."""
    stories = [block for n in range(30) for block in (Heading(f"Topic {n}"), card(f"Story {n}"))]

    for part in parts(message_of(*stories)):
        assert not isinstance(part.blocks[-1], Heading)


def test_headings_alone_are_cut_too() -> None:
    """A message of nothing but headings comes in parts that fit."""
    assert [len(part.blocks) for part in parts(message_of(*[Heading("h")] * 60))] == [50, 10]


def test_a_short_message_is_one_part() -> None:
    """What fits is left as it is."""
    message = message_of(Heading("Morning"), card())

    assert parts(message) == (message,)
