"""The Slack adapter, running in a Slack of its own."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from adapters.slack import create
from bot.ports import Catalogue, Tools
from bot.schedule.clock import SystemClock
from tests.standins.slack import SlackStandin
from tests.standins.slack_catalogue import FakeCatalogue


def tools(slack: SlackStandin, **environment: str) -> Tools:
    """Return tools with the environment of an operator of this Slack."""
    return Tools(clock=SystemClock(), environment=slack.environment | environment, home="unused")


@asynccontextmanager
async def listening(
    catalogue: Catalogue | None = None, **settings: object
) -> AsyncIterator[SlackStandin]:
    """Run the bot in a Slack until the block ends; every payload must have been in order."""
    async with SlackStandin() as slack:
        listener = create(settings, tools(slack))
        task = asyncio.ensure_future(listener.listen(catalogue or FakeCatalogue()))
        try:
            await slack.connected()
            yield slack
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        assert slack.problems == []
