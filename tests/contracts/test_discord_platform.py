"""Discord keeps the promises of a platform: it speaks, it hears, it says what is wrong."""

import asyncio
import os
import warnings
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Protocol

import pytest

from bot.errors import NotSentError
from bot.models import Message, Reply
from bot.plugins import load
from bot.ports import Examined, Listener, Sender, Tools
from bot.schedule.clock import SystemClock
from tests.standins.discord import DiscordStandIn
from tests.standins.discord_desk import FakeCatalogue, card, delivery, listening, said
from tests.standins.discord_rules import (
    COMMAND,
    EDIT,
    MESSAGE,
    Schema,
    callback_faults,
    command_faults,
    message_faults,
    official_schema,
)
from tests.standins.gold import gold_folder, require_gold


class Platform(Sender, Listener, Examined, Protocol):
    """All that a platform with an ear is."""


@pytest.fixture
def platform(discord: DiscordStandIn, tmp_path: Path) -> Platform:
    """The platform that the name "discord" in a configuration leads to."""
    with warnings.catch_warnings():
        # discord.py imports audioop, which warns that it will go in Python 3.13.
        warnings.filterwarnings("ignore", message="'audioop' is deprecated")
        create = load("adapters", "discord", setting="platforms")
    tools = Tools(clock=SystemClock(), environment=discord.environment, home=str(tmp_path))
    made: Platform = create({}, tools)
    return made


@pytest.fixture
async def discord() -> AsyncIterator[DiscordStandIn]:
    """A Discord on loopback that has refused nothing by the end of the test."""
    folder = gold_folder("discord")
    if folder is None and os.environ.get("CI") == "true":
        require_gold("discord")
    async with DiscordStandIn(official_schema(folder) if folder else None) as standin:
        yield standin
    assert standin.invalid == []


@pytest.fixture
def official() -> Schema:
    """Discord's official schema; the test is skipped where the machine has no copy."""
    return official_schema(require_gold("discord"))


async def _sent(platform: Sender, message: Message) -> list[str]:
    """Send every part of a message, patiently; return the ids of the posts."""
    receipts: list[str] = []
    for number, part in enumerate(platform.parts(message)):
        async with asyncio.timeout(10):
            while len(receipts) == number:
                try:
                    receipt = await platform.send(delivery(part, nonce=f"n{number}"))
                except NotSentError:
                    await SystemClock().sleep(timedelta(milliseconds=20))
                else:
                    receipts.append(receipt.message_id)
    return receipts


async def test_asks_are_answered_in_a_second(platform: Platform, discord: DiscordStandIn) -> None:
    """From a fresh start, `/latest harbour` is acknowledged within a second, then answered."""
    catalogue = FakeCatalogue()
    story = Reply(message=Message(title="Latest", blocks=(card(),)))
    catalogue.replies["latest topic:harbour"] = story
    async with listening(platform, discord, catalogue):
        asked = await discord.command("latest", topic="harbour")
        await asyncio.wait_for(asked.answered.wait(), 10)

    assert asked.acknowledged_after is not None
    assert asked.acknowledged_after < 1
    assert asked.text.splitlines()[0] == "Ferry pier in Lindmoor reopens"
    assert "The pier opened at noon. Quayside" in asked.text


async def test_briefings_arrive_in_order(platform: Platform, discord: DiscordStandIn) -> None:
    """The parts of a long briefing stand in the channel in order, each with its receipt."""
    stories = tuple(card(number, f"Story {number}") for number in range(20))
    async with listening(platform, discord, FakeCatalogue()):
        receipts = await _sent(platform, Message(title="Briefing", blocks=stories))

    assert receipts == [post.id for post in discord.posts]
    words = "\n".join(post.text for post in discord.posts)
    assert [words.index(f"Story {n}\n") for n in range(20)] == sorted(
        words.index(f"Story {n}\n") for n in range(20)
    )


async def test_same_nonce_is_one_post(platform: Platform, discord: DiscordStandIn) -> None:
    """A delivery sent twice is posted once and gives the same receipt."""
    async with listening(platform, discord, FakeCatalogue()):
        first = await _sent(platform, said("Good morning"))
        second = await _sent(platform, said("Good morning"))

    assert first == second
    assert len(discord.posts) == 1


async def test_sound_setup_has_no_faults(platform: Platform) -> None:
    """An examination of a sound set-up finds nothing and changes nothing."""
    assert platform.platform == "discord"
    assert await platform.faults() == ()


BUTTON = {"type": 2, "style": 2, "label": "a", "custom_id": "a"}
WORDS = {"type": 10, "content": "a"}
REFUSED: dict[str, dict[str, object]] = {
    "too much text": {"flags": 32768, "components": [{**WORDS, "content": "x" * 4_001}]},
    "no text": {"flags": 32768, "components": [{**WORDS, "content": ""}]},
    "six in a row": {"components": [{"type": 1, "components": [BUTTON] * 6}]},
    "an unknown style": {"components": [{"type": 1, "components": [{**BUTTON, "style": 9}]}]},
    "an unknown component": {"components": [{"type": 99}]},
    "a long label": {"components": [{"type": 1, "components": [{**BUTTON, "label": "x" * 81}]}]},
    "a strange mention": {"content": "a", "allowed_mentions": {"parse": ["all"]}},
}
LIMITED: dict[str, dict[str, object]] = {
    "nothing": {},
    "no flag": {"components": [WORDS]},
    "content beside components": {"flags": 32768, "content": "a", "components": [WORDS]},
    "41 components": {"flags": 32768, "components": [WORDS] * 41},
    "4,001 characters in all": {
        "flags": 32768,
        "components": [{**WORDS, "content": "x" * 2_001}] * 2,
    },
    "one custom_id twice": {"components": [{"type": 1, "components": [BUTTON, BUTTON]}]},
    "a long nonce": {"content": "a", "nonce": "x" * 26},
    "a dead button": {"components": [{"type": 1, "components": [{"type": 2, "label": "a"}]}]},
}


@pytest.mark.parametrize("body", REFUSED.values(), ids=REFUSED)
def test_standin_knows_the_official_schema(official: Schema, body: dict[str, object]) -> None:
    """The stand-in refuses what the official schema refuses."""
    assert official.faults(MESSAGE, body)
    assert official.faults(EDIT, body)


@pytest.mark.parametrize("body", LIMITED.values(), ids=LIMITED)
def test_standin_knows_the_limits(body: dict[str, object]) -> None:
    """The stand-in refuses what Discord refuses though its schema does not say so."""
    assert message_faults(body)


def test_standin_reads_numbers_as_discord_does(official: Schema) -> None:
    """Numbers in quotes and ids as numbers are as good to the stand-in as to Discord."""
    body = {"flags": "32768", "components": [WORDS], "allowed_mentions": {"users": [1, "2"]}}

    assert official.faults(MESSAGE, body) == []


def test_standin_knows_what_commands_may_be(official: Schema) -> None:
    """The stand-in refuses a tree that Discord would refuse."""
    option = {"type": 3, "name": "topic", "description": "a"}
    needed = {**option, "name": "must", "required": True}
    tree = [
        {"name": "Latest", "description": "x" * 101, "options": [option, needed, option]},
        {"name": "long", "description": "a", "options": [{**option, "description": "x" * 8_000}]},
    ]

    found = " ".join(command_faults(tree))
    assert "not a name" in found
    assert "before a required one" in found
    assert "an option twice" in found
    assert "over 8,000" in found
    assert official.faults(COMMAND, tree[0])


@pytest.mark.parametrize(("kind", "callback"), [(2, 6), (2, 8), (3, 8), (4, 5)])
def test_standin_knows_which_answers_fit(kind: int, callback: int) -> None:
    """The stand-in refuses an answer that does not fit the kind of interaction."""
    assert callback_faults(kind, {"type": callback})
