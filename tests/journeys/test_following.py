"""Nobody is told the same thing twice, and what changed is told as new."""

from pathlib import Path

from bot.cli.briefing import tell_terminal
from bot.models import Message, Plan, StoryCard
from bot.newsroom import NEXT_MORNING, OPENING, load_articles
from tests.journeys.bureau import bureau


async def test_a_second_briefing_has_nothing_new(tmp_path: Path) -> None:
    """A briefing right after another says that nothing is new, and tells no story."""
    async with bureau(tmp_path) as desk:
        await desk.gather()
        first = await desk.ask("brief length:10")
        await desk.gather()
        second = await desk.ask("brief length:10")

        shown = desk.shown(second.message)

    assert len(_cards(first.message)) > 10
    assert _cards(second.message) == []
    assert "Nothing new: everything was told here before." in shown


async def test_after_a_night_only_the_follow_ups_are_told(tmp_path: Path) -> None:
    """After Saturday's reports a briefing tells only them, marked as new, and nothing again."""
    late = {one.id for one in load_articles() if OPENING < one.appears <= NEXT_MORNING}
    async with bureau(tmp_path) as desk:
        await desk.gather()
        here = desk.terminal.channel.id  # ten minutes hold every story that is followed up
        await desk.app.store.channels.save_plan(Plan(channel=here, minutes=10))
        first = await tell_terminal(desk.app)
        await desk.gather_at(NEXT_MORNING)
        second = await tell_terminal(desk.app)
        shown = desk.shown(second.message)
        names = {one.id: one.url.rsplit("/", 1)[-1] for one in await desk.articles()}

    before = {one.text for told in first.told for one in told.sentences}
    fresh = [one for told in second.told for one in told.sentences]
    assert len(second.told) > 1
    assert {names[cite.article] for one in fresh for cite in one.cites} <= late
    assert all(one.is_new for one in fresh if one.text in shown)
    assert not {one.text for one in fresh} & before


async def test_the_follow_up_figure_is_told(tmp_path: Path) -> None:
    """Whoever knows of 12 injured is told in the morning that it is 19."""
    async with bureau(tmp_path) as desk:
        await desk.gather()
        await desk.ask("brief harbour")
        await desk.gather_at(NEXT_MORNING)
        shown = await desk.answered("brief harbour")

    assert "19" in shown
    assert "New: " in shown


def _cards(message: Message) -> list[StoryCard]:
    """Return the stories of a message."""
    return [block for block in message.blocks if isinstance(block, StoryCard)]
