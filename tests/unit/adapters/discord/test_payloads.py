"""Promises of `adapters.discord.payloads`: what a briefing would be posted as."""

import json

from adapters.discord import payloads
from bot.models import Heading, Message, Paragraph, Text


def test_a_message_is_one_post() -> None:
    """As components, in which nobody is mentioned and nothing unfolds."""
    message = Message(title="Morning", blocks=(Heading("Morning"), Paragraph((Text("Calm."),))))

    (payload,) = payloads(message)

    assert payload["allowed_mentions"] == {"parse": []}
    assert payload["flags"] == (1 << 15) | (1 << 2)
    assert "Calm." in json.dumps(payload["components"])


def test_a_long_message_is_several() -> None:
    """Each part is a post of its own, and no word is lost between them."""
    lines = [Paragraph((Text(f"{number} " + "calm " * 180),)) for number in range(6)]

    posts = [json.dumps(one) for one in payloads(Message(title="Morning", blocks=tuple(lines)))]

    assert len(posts) > 1
    assert sum(post.count("calm") for post in posts) == 6 * 180
