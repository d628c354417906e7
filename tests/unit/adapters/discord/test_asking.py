"""What an interaction says of its asker, and what an answer offers, without a connection."""

import pytest

from adapters.discord.answering import with_buttons
from bot.models import Actor, Ask, Button, Buttons, Reply
from tests.standins.discord_desk import channel, said


def _ask(line: str) -> Ask:
    """Return an ask in a channel of a server."""
    return Ask(line=line, actor=Actor(id="discord:1"), channel=channel())


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("latest", True),
        ("latest topic:harbour", True),
        ("brief", True),
        ("news search words:pier", True),
        ("news story story:s1", True),
        ("news why story:s1", True),
        ("latest topic:" + "x" * 80, False),
        ("latestish", False),
        ("news status", False),
        ("subscribe topic:harbour", False),
    ],
)
def test_only_answers_worth_sharing_can_be_posted(line: str, offered: bool) -> None:  # noqa: FBT001
    """Stories can be posted to the channel from a private answer; the rest cannot."""
    shown = with_buttons(_ask(line), Reply(message=said("a")))

    button = Button(label="Post to channel", line=f"{line} post:yes")
    assert (Buttons((button,)) in shown.blocks) is offered


def test_public_answers_offer_no_posting() -> None:
    """What is posted already offers no posting."""
    reply = Reply(message=said("a"), private=False)

    assert with_buttons(_ask("latest"), reply) == reply.message
