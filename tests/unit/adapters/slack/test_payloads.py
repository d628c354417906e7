"""Promises of `adapters.slack.payloads`: what a briefing would be posted as."""

from adapters.slack import payloads
from adapters.slack.parting import BLOCKS_LIMIT
from bot.models import Divider, Heading, Message, Paragraph, Text


def test_a_message_is_one_post() -> None:
    """With the words that a notification shows, and no channel."""
    message = Message(title="Morning", blocks=(Heading("Morning"), Paragraph((Text("Calm."),))))

    (payload,) = payloads(message)

    assert payload["text"] == "Morning\nCalm."
    assert payload.keys() == {"text", "blocks"}


def test_a_long_message_is_several() -> None:
    """Each part is a post of its own that Slack takes."""
    message = Message(title="Morning", blocks=(Divider(),) * (BLOCKS_LIMIT + 1))

    posts = payloads(message)

    assert [post["text"] for post in posts] == ["Morning (1 of 2)", "Morning (2 of 2)"]
    assert [len(list_of(post)) for post in posts] == [BLOCKS_LIMIT, 1]


def list_of(payload: dict[str, object]) -> list[object]:
    """Return the blocks of a payload."""
    found = payload["blocks"]
    assert isinstance(found, list)
    return found
