"""A platform whose token is missing or refused is named with the cure; the other goes on."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.app import App, opened
from bot.config import Settings
from bot.errors import ConfigError, PlatformError
from bot.schedule.clock import SystemClock
from tests.journeys.chats import standins

SITUATIONS = [
    ("slack", {"SLACK_BOT_TOKEN": ""}, "platforms.slack.bot_token_env: SLACK_BOT_TOKEN is not set"),
    ("slack", {"SLACK_APP_TOKEN": ""}, "SLACK_APP_TOKEN is not set"),
    ("slack", {"SLACK_BOT_TOKEN": "xoxb-of-yesterday"}, "SLACK_BOT_TOKEN is refused"),
    ("slack", {"SLACK_APP_TOKEN": "xapp-of-yesterday"}, "SLACK_APP_TOKEN is refused"),
    ("discord", {"DISCORD_TOKEN": ""}, "platforms.discord.token_env: DISCORD_TOKEN is not set"),
    ("discord", {"DISCORD_TOKEN": "of-yesterday"}, "DISCORD_TOKEN"),
]


@pytest.mark.parametrize(("platform", "change", "fault"), SITUATIONS)
async def test_one_bad_token_stops_one_platform(
    tmp_path: Path, platform: str, change: dict[str, str], fault: str
) -> None:
    """A bad token is said once, with its variable's name; the other platform answers."""
    with capture_logs() as logs:
        async with standins() as (slack, discord):
            environment = slack.environment | discord.environment | change
            async with _running(tmp_path, environment, "slack", "discord"):
                if platform == "slack":
                    await discord.connected()
                    asked = await discord.command("news status")
                    await asyncio.wait_for(asked.answered.wait(), 10)
                    answer = asked.text
                else:
                    await slack.connected()
                    await slack.command("/news", "status")
                    answer = (await slack.said()).words

    problems = [str(one["problem"]) for one in logs if "problem" in one]
    assert "Sources: " in answer
    assert len(problems) == 1
    assert fault in problems[0]


@pytest.mark.parametrize(("platform", "change", "fault"), SITUATIONS)
async def test_a_bad_token_of_the_only_platform_ends_the_desk(
    tmp_path: Path, platform: str, change: dict[str, str], fault: str
) -> None:
    """When no platform is left, the desk ends with the fault as its last word."""
    async with standins() as (slack, discord):
        environment = slack.environment | discord.environment | change
        with pytest.raises((ConfigError, PlatformError)) as caught:
            async with _running(tmp_path, environment, platform) as (_, listening):
                await asyncio.wait_for(listening, 10)

    assert fault in str(caught.value)


@asynccontextmanager
async def _running(
    home: Path, environment: Mapping[str, str], *platforms: str
) -> AsyncIterator[tuple[App, asyncio.Task[None]]]:
    """Open a desk without sources and let it listen."""
    settings = Settings.model_validate(
        {"home": str(home), "store": {"use": "memory"}, "platforms": {one: {} for one in platforms}}
    )
    async with opened(settings, environment, clock=SystemClock(), sources=()) as app:
        listening = asyncio.ensure_future(app.listen())
        try:
            yield app, listening
        finally:
            listening.cancel()
            with suppress(asyncio.CancelledError, PlatformError):
                await listening
