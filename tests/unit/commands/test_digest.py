"""Promises of `/news digest …`: when and how a channel is briefed."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.commands.digest_pause import FOREVER
from bot.models import DeliveryState, Late, Mode, Plan, Reply
from bot.text.plain import plain_text
from tests.builders import CHANNEL, DAY, HOUR, NOW, channel, schedule, subscription
from tests.desks import OpenDesk, buttons, cards


async def plan(desk: OpenDesk) -> Plan:
    """Return the channel's plan."""
    return await desk.store.channels.plan(CHANNEL)


async def undo(desk: OpenDesk, reply: Reply) -> str:
    """Press Undo and return the answer."""
    return await desk.answered(buttons(reply)["Undo"].line)


async def test_setting_a_digest_shows_the_next_three_times(desk: OpenDesk) -> None:
    """With hour, zone, days and length; all of it is kept."""
    said = await desk.answered("news digest set 8:30 europe/rome mon-fri length:10 skip")

    kept = await plan(desk)
    assert kept.schedule == schedule("08:30", "Europe/Rome", range(5))
    assert (kept.minutes, kept.late) == (10, Late.SKIP)
    assert "08:30 (Europe/Rome), mon-fri; 10 minutes to read. The next ones: Wed 25" in said
    assert said.count(", then ") == 2


async def test_setting_one_thing_keeps_the_others(desk: OpenDesk) -> None:
    """What is not given stays as it was."""
    await desk.ask("news digest set 18:00 length:2 late:skip")
    await desk.ask("news digest set sat,sun")

    kept = await plan(desk)
    assert kept.schedule == schedule("18:00", "Europe/Berlin", (5, 6))
    assert (kept.minutes, kept.late) == (2, Late.SKIP)


async def test_setting_a_digest_moves_every_subscription(desk: OpenDesk) -> None:
    """All of the channel's orders come at the new hour; alerts have none."""
    await desk.subscribe(
        subscription("harbour", schedule=schedule("06:00")),
        subscription("comet"),
        subscription("pier", mode=Mode.ALERT),
    )

    await desk.ask("news digest set 09:00")

    hours = {one.topic: one.schedule for one in await desk.store.subscriptions.of(CHANNEL)}
    nine = schedule("09:00", "Europe/Berlin")
    assert hours == {"harbour": nine, "comet": nine, "pier": None}


async def test_setting_a_digest_subscribes_a_channel_without_orders(desk: OpenDesk) -> None:
    """To all news: a briefing that is set has something in it, and falls due."""
    await desk.ask("news digest set 14:00")
    desk.clock.advance(DAY + HOUR)

    (order,) = await desk.store.subscriptions.of(CHANNEL)
    assert (order.topic, order.mode) == ("", Mode.DIGEST)
    assert await desk.pipeline.brief() == 1


async def test_setting_a_digest_can_be_undone(desk: OpenDesk) -> None:
    """The button sets everything as it was; the first setting has nothing to go back to."""
    first = await desk.ask("news digest set 08:00 Europe/Rome mon-fri late:skip language:it")
    as_it_was = await plan(desk)

    second = await desk.ask("news digest set 9:00 length:10 late:send language:de")
    await undo(desk, second)

    assert buttons(first) == {}
    assert await plan(desk) == as_it_was


async def test_a_longer_briefing_keeps_its_hours(desk: OpenDesk) -> None:
    """Orders of other hours than the channel's keep them when only the length is set."""
    await desk.ask("news digest set 08:00")
    await desk.ask("subscribe harbour 18:00 confirm:yes")

    await desk.ask("news digest set length:10")

    orders = await desk.store.subscriptions.of(CHANNEL)
    assert [f"{one.schedule.at:%H:%M}" for one in orders if one.schedule] == ["08:00", "18:00"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("news digest set 25:00", "“25:00” is no time of day."),
        ("news digest set time:25:00", "“25:00” is no time of day."),
        ("news digest set zone:Europe/..", "“Europe/..” is no time zone."),
        ("news digest set length:7", "“7” is no length: one of 2, 5, 10."),
        ("news digest set late:never", "“never” is no late: one of send, skip, ask."),
        ("news digest set language:klingon", "“klingon” is no language."),
        ("news digest pause until:soon", "“soon” is no time span."),
        ("news digest pause until:yesterday", "That moment is past."),
        ("news digest pause until:2026-11-24T12:00Z", "That moment is past."),
        ("news digest pause until:20200101", "That moment is past."),
    ],
)
async def test_what_is_wrong_is_said(desk: OpenDesk, line: str, said: str) -> None:
    """The value is named with what is expected, and nothing is changed."""
    assert (await desk.answered(line)).startswith(said)
    assert await plan(desk) == Plan(channel=CHANNEL)


async def test_a_digest_is_shown(desk: OpenDesk) -> None:
    """Hour, next times, topics, length; without one, how to set it."""
    none = await desk.answered("news digest show")
    await desk.ask("news digest set 08:00")

    shown = await desk.answered("news digest show")

    assert none == "No briefing is set here. /news digest set 08:00 sets one."
    assert "• When: 08:00 (Europe/Berlin), every day" in shown
    assert "• Next: Wed 25 Nov 2026, 08:00 (Europe/Berlin), then Thu 26" in shown
    assert "• Topics: everything" in shown
    assert "• Length: 5 minutes to read" in shown
    assert "• When late: send" in shown
    assert "Paused" not in shown


async def test_a_digest_without_topics_says_so(desk: OpenDesk) -> None:
    """Where the last subscription was ended, none is left."""
    await desk.ask("news digest set 08:00")
    await desk.ask("unsubscribe everything")

    assert "• Topics: none" in await desk.answered("news digest show")


async def test_pausing_lasts_until_resumed(desk: OpenDesk) -> None:
    """Without a date; it is shown, and undone by its button."""
    await desk.ask("news digest set 08:00")
    reply = await desk.ask("news digest pause")

    assert plain_text(reply.message) == "Paused until /news digest resume."
    assert (await plan(desk)).paused_until == FOREVER
    assert "• Paused until: resumed" in await desk.answered("news digest show")
    assert "Next briefing: paused" in await desk.answered("news status")
    assert "Resumed" in await undo(desk, reply)
    assert (await plan(desk)).paused_until is None


@pytest.mark.parametrize(
    ("until", "instant", "said"),
    [
        ("2d", NOW + 2 * DAY, "26 November 2026, 12:00 UTC"),
        ("1W", NOW + 7 * DAY, "1 December 2026, 12:00 UTC"),
        ("2026-12-01", datetime(2026, 11, 30, 23, tzinfo=UTC), "30 November 2026, 23:00 UTC"),
    ],
)
async def test_pausing_ends_by_itself(
    desk: OpenDesk, until: str, instant: datetime, said: str
) -> None:
    """A span counts from now, a date begins at its midnight where the asker is."""
    await desk.ask("news digest set 08:00")

    assert await desk.answered(f"news digest pause {until}") == f"Paused until {said}."
    assert (await plan(desk)).paused_until == instant
    assert "Paused until: " in await desk.answered("news digest show")
    desk.clock.advance(instant - NOW)
    assert "Paused" not in await desk.answered("news digest show")


async def test_resuming_says_when_the_next_one_comes(desk: OpenDesk) -> None:
    """Or how to set one where there is none."""
    none = await desk.answered("news digest resume")
    await desk.ask("news digest set 08:00")

    assert none == "Resumed. No briefing is set here; /news digest set 08:00 sets one."
    assert "The next briefing: Wed 25 Nov 2026, 08:00" in await desk.answered("news digest resume")


async def test_a_preview_tells_nobody(desk: OpenDesk) -> None:
    """It is the briefing as it would be, and does not count as told."""
    await desk.subscribe(subscription("comet"))

    first = await desk.ask("news digest preview", manages=False)
    again = await desk.ask("news digest preview", manages=False)

    assert len(cards(first.message)) == 1
    assert first == again
    assert await desk.store.outbox.history(CHANNEL) == ()


async def test_a_briefing_now_is_posted_and_counts(desk: OpenDesk) -> None:
    """It goes out like one that fell due, and what it told is not told again."""
    said = await desk.answered("news digest now")
    await desk.dispatcher.work_off()

    assert said.startswith("The briefing is on its way.")
    assert "reopened on Tuesday" in desk.sender.texts[0]
    assert "Nothing new" in await desk.answered("news digest preview")


async def test_status_tells_the_last_and_the_next_briefing(desk: OpenDesk) -> None:
    """With what became of each delivery, and how the sources fare."""
    assert "Next briefing: none is set" in await desk.answered("news status")
    await desk.ask("news digest set 08:00")
    await desk.ask("news digest now")

    waiting = await desk.answered("news status")
    await desk.dispatcher.work_off()
    arrived = await desk.answered("news status")

    assert "Next briefing: Wed 25 Nov 2026, 08:00 (Europe/Berlin)" in waiting
    assert "Briefing of Tue 24 Nov 2026, 13:00 (Europe/Berlin): waiting to be sent" in waiting
    assert "13:00 (Europe/Berlin): arrived" in arrived
    assert "Sources: 0, none read yet, 0 failing" in arrived


async def test_status_tells_of_parts_and_problems(desk: OpenDesk) -> None:
    """A part that could not be sent is named with the reason."""
    desk.sender.blocks_a_part = 1
    desk.sender.outcomes = [None, ZeroDivisionError("a bug")]
    await desk.ask("news digest now")
    await desk.dispatcher.work_off()

    said = await desk.answered("news status")

    states = [one.state for one in await desk.store.outbox.history(CHANNEL)]
    assert states[:2] == [DeliveryState.SENT, DeliveryState.UNKNOWN]
    assert "part 2: may have arrived: the platform's answer was lost (the platform" in said


async def test_each_channel_has_its_own(desk: OpenDesk) -> None:
    """What is set in one is not set in another."""
    await desk.ask("news digest set 08:00")

    said = await desk.answered("news digest show", place=channel("C9"))

    assert said.startswith("No briefing is set here.")


async def test_two_who_ask_at_once_are_told_once(desk: OpenDesk) -> None:
    """Each briefing of a channel knows what the one before it told."""
    first = asyncio.create_task(desk.ask("news digest now"))
    await asyncio.sleep(0)
    desk.clock.advance(timedelta(seconds=1))
    await asyncio.gather(first, desk.ask("news digest now"))
    await desk.dispatcher.work_off()

    told = [text for text in desk.sender.texts if "reopened on Tuesday" in text]
    assert len(told) == 1


async def test_undo_brings_back_that_no_language_was_preferred(desk: OpenDesk) -> None:
    """A preference can also be typed away."""
    await desk.ask("news digest set 08:00")
    said = await desk.ask("news digest set language:de")
    preferred = (await plan(desk)).language

    await undo(desk, said)

    assert (preferred, (await plan(desk)).language) == ("de", None)
    assert "is no language" in await desk.answered("news digest set language:german")
