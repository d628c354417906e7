"""How the bot stays connected, keeps askers company, and leaves."""

import asyncio
from contextlib import suppress

from adapters.slack import Slack
from adapters.slack.settings import parse
from bot.models import Ask, Reply
from bot.ports import Catalogue
from tests.standins.slack import BOT_USER, SlackStandin
from tests.standins.slack_catalogue import FakeCatalogue
from tests.standins.slack_faults import Fault
from tests.standins.slack_samples import QuickClock


class SlowCatalogue(FakeCatalogue):
    """Answers only when it is let go."""

    def __init__(self) -> None:
        super().__init__()
        self.may_answer = asyncio.Event()

    async def answer(self, ask: Ask) -> Reply:
        """Wait, then answer."""
        await self.may_answer.wait()
        return await super().answer(ask)


def quick_slack(slack: SlackStandin) -> Slack:
    """Return Slack with short waits."""
    return Slack(parse({}, slack.environment), QuickClock(), ping_interval_s=0.05)


async def listen(part: Slack, slack: SlackStandin, catalogue: Catalogue) -> asyncio.Task[None]:
    """Let Slack listen, and return once it does."""
    task = asyncio.create_task(part.listen(catalogue))
    await slack.connected()
    return task


async def stop(task: asyncio.Task[None]) -> None:
    """End listening."""
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


async def test_a_slow_answer_says_that_it_is_being_made() -> None:
    """An asker who waits is told so, and gets the answer when it is there."""
    catalogue = SlowCatalogue()
    async with SlackStandin() as slack:
        task = await listen(quick_slack(slack), slack, catalogue)
        await slack.command("/latest", "harbour")
        excuse = await slack.said()
        catalogue.may_answer.set()
        said = await slack.said()
        await stop(task)

    assert excuse.is_private
    assert "Still working on latest harbour" in excuse.words
    assert "You asked: latest harbour" in said.words


async def test_an_address_that_ran_out_is_not_tried_for_ever() -> None:
    """When a new connection fails and its address with it, a fresh address is asked for."""
    async with SlackStandin() as slack:
        task = await listen(quick_slack(slack), slack, FakeCatalogue())
        slack.fail("link", Fault(status=503))
        await slack.drop()
        await slack.connected()
        await slack.command("/latest", "harbour")
        said = await slack.said()
        await stop(task)

    assert "latest harbour" in said.words


async def test_leaving_leaves_nothing_behind() -> None:
    """When listening is cancelled, even amid an answer, no task is left and no message is sent."""
    before = asyncio.all_tasks()
    async with SlackStandin() as slack:
        task = await listen(quick_slack(slack), slack, SlowCatalogue())
        await slack.command("/latest", "harbour")
        await slack.mention(f"<@{BOT_USER}> latest")
        async with asyncio.timeout(2):
            await stop(task)
        await asyncio.sleep(0)
        left = {str(one.get_coro()) for one in asyncio.all_tasks() - before}

    assert task.cancelled()
    assert not {name for name in left if "Slack" in name or "SocketMode" in name}


async def test_missing_rights_that_are_not_needed_do_not_stop_the_bot() -> None:
    """An app that may only hear commands and write still answers them."""
    async with SlackStandin() as slack:
        slack.scopes = "commands,chat:write"
        task = await listen(quick_slack(slack), slack, FakeCatalogue())
        await slack.command("/latest", "harbour")
        said = await slack.said()
        await stop(task)

    assert "latest harbour" in said.words
