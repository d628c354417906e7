"""What the tests of Discord share: a stand-in, a catalogue, a part set up and running."""

import os
import warnings
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

with warnings.catch_warnings():
    # discord.py imports audioop, which warns that it will go in Python 3.13; here all warnings
    # are errors.
    warnings.filterwarnings("ignore", message="'audioop' is deprecated")
    import discord as _quiet  # noqa: F401

from adapters.discord import Discord, create
from bot.ports import Tools
from bot.schedule.clock import SystemClock
from tests.standins.discord import DiscordStandIn
from tests.standins.discord_desk import FakeCatalogue, listening
from tests.standins.discord_rules import Schema, official_schema
from tests.standins.gold import gold_folder, require_gold


@pytest.fixture(scope="session")
def schema() -> Schema | None:
    """Discord's official schema; None where the machine has no copy, but never in CI."""
    folder = gold_folder("discord")
    if folder is None and os.environ.get("CI") == "true":
        require_gold("discord")
    return official_schema(folder) if folder else None


@pytest.fixture
def official() -> Schema:
    """Discord's official schema; the test is skipped where the machine has no copy."""
    return official_schema(require_gold("discord"))


@pytest.fixture
async def discord(schema: Schema | None) -> AsyncIterator[DiscordStandIn]:
    """A Discord on loopback that has refused nothing by the end of the test."""
    async with DiscordStandIn(schema) as standin:
        yield standin
    assert standin.invalid == []


@pytest.fixture
def catalogue() -> FakeCatalogue:
    """A catalogue with a command of every kind."""
    return FakeCatalogue()


@pytest.fixture
def part(discord: DiscordStandIn, tmp_path: Path) -> Discord:
    """The platform, set up for the stand-in but not yet listening."""
    tools = Tools(clock=SystemClock(), environment=discord.environment, home=str(tmp_path))
    return create({}, tools)


@pytest.fixture
async def running(
    part: Discord, discord: DiscordStandIn, catalogue: FakeCatalogue
) -> AsyncIterator[Discord]:
    """The platform, connected and listening."""
    async with listening(part, discord, catalogue):
        yield part
