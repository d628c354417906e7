"""A briefing comes at its hour, once, also when the desk is started anew in between."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.journeys.chats import Chats, chats, opened_on, standins
from tests.journeys.reading import folded, found_in, sentences_of

MORNING = datetime(2026, 10, 17, 8, 1, tzinfo=UTC)
"""Past eight o'clock in UTC and in Berlin, and less than three hours past both."""


async def test_a_briefing_is_posted_once_in_each_channel(tmp_path: Path) -> None:
    """At its hour each channel gets one post with the night's news; looking again adds none."""
    async with chats(tmp_path) as both:
        await both.desk.gather()
        await _subscribe(both)
        await both.desk.gather_at(MORNING)
        counts = [await _round(both) for _ in range(2)]
        slack, discord = both.posts
        known = sentences_of(await both.desk.articles())

    assert counts == [2, 0]
    assert (len(slack), len(discord)) == (1, 1)
    assert len(found_in(slack[0], known)) > 2
    assert found_in(slack[0], known) == found_in(discord[0], known)


async def test_why_was_it_told(tmp_path: Path) -> None:
    """After a briefing `/news why` names the same stories and reasons on both platforms."""
    async with chats(tmp_path) as both:
        await both.desk.gather()
        await _subscribe(both)
        await both.desk.gather_at(MORNING)
        await _round(both)
        slack = await both.ask_slack("/news why")
        discord = await both.ask_discord("news why")

    assert "told: it is about harbour" in slack.words
    assert folded(slack.words).startswith(folded(discord.words))


async def test_a_restart_in_between_posts_once(tmp_path: Path) -> None:
    """A briefing that is owed when the desk stops is posted once by the desk that follows."""
    async with standins() as (slack, discord):
        async with opened_on(slack, discord, tmp_path, store="sqlite", listening=()) as before:
            await before.desk.gather()
            await _subscribe(before)
            await before.desk.gather_at(MORNING)
            owed = await before.desk.app.pipeline.brief()
        async with opened_on(slack, discord, tmp_path, at=MORNING, store="sqlite") as after:
            kept = await after.ask_discord("news subscriptions")
            counts = [await _round(after)]
            await _arrived(after)
            counts.append(await _round(after))
            posts = after.posts

    assert owed == 2
    assert "harbour" in kept.words
    assert counts == [0, 0]
    assert [len(place) for place in posts] == [1, 1]


async def _subscribe(both: Chats) -> None:
    """Subscribe the channel of each platform to the harbour at eight."""
    await both.change("subscribe harbour 08:00 confirm:yes")


async def _arrived(both: Chats) -> None:
    """Work off what is owed, minute by minute, until Discord is connected and has its post."""
    async with asyncio.timeout(10):
        while not both.discord.posts:
            both.desk.clock.advance(timedelta(minutes=1))
            await both.desk.clock.sleep(timedelta(milliseconds=50))
            await both.desk.app.dispatcher.work_off()


async def _round(both: Chats) -> int:
    """Owe what is due, send what is owed; return how many briefings fell due."""
    owed = await both.desk.app.pipeline.brief()
    await both.desk.app.dispatcher.work_off()
    return owed
