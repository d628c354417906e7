"""Promises of the commands about standing orders."""

from datetime import time

import pytest

from bot.commands.subscribe import MOST, order_line
from bot.models import Mode, Plan, Reply, Schedule, Subscription
from bot.text.plain import plain_text
from tests.builders import CHANNEL, HOUR, article, schedule, subscription
from tests.desks import OpenDesk, buttons, cards


async def standing(desk: OpenDesk) -> list[Subscription]:
    """Return the channel's subscriptions."""
    return list(await desk.store.subscriptions.of(CHANNEL))


async def confirmed(desk: OpenDesk, line: str) -> Reply:
    """Ask for a change and confirm it."""
    asked = await desk.ask(line)
    assert asked.confirm is not None, plain_text(asked.message)
    return await desk.ask(asked.confirm.line)


async def undo(desk: OpenDesk, reply: Reply) -> str:
    """Press Undo and return the answer."""
    return await desk.answered(buttons(reply)["Undo"].line)


async def test_subscribing_shows_what_it_would_bring(desk: OpenDesk) -> None:
    """The last hits and the hour are shown, and nothing is changed before it is confirmed."""
    reply = await desk.ask("subscribe harbour 08:30")

    said = plain_text(reply.message)
    assert "It is told at 08:30 (Europe/Berlin). The last it would have brought:" in said
    assert len(cards(reply.message)) == 1
    assert reply.confirm is not None
    assert (reply.confirm.label, reply.confirm.primary) == ("Subscribe", True)
    assert await standing(desk) == []


async def test_subscribing_to_what_is_not_there_says_so(desk: OpenDesk) -> None:
    """It can be subscribed to all the same."""
    said = await desk.answered("subscribe zeppelin")

    assert "Nothing about it has come in yet." in said


async def test_a_confirmed_subscription_stands(desk: OpenDesk) -> None:
    """At the hour given, in the asker's zone, announced to the channel."""
    reply = await confirmed(desk, "subscribe harbour strike at 8:30 on mon-fri")

    (order,) = await standing(desk)
    assert (order.topic, order.mode, order.created_by) == ("harbour strike", Mode.DIGEST, "U1")
    assert order.schedule == schedule("08:30", "Europe/Berlin", range(5))
    assert reply.announcement is not None
    assert plain_text(reply.announcement) == (
        "Ida subscribed this channel to harbour strike. "
        "It is told at 08:30 (Europe/Berlin), mon-fri."
    )
    assert "The first one: Wed 25 Nov 2026, 08:30 (Europe/Berlin)." in plain_text(reply.message)


async def test_the_first_hour_becomes_the_channel_s(desk: OpenDesk) -> None:
    """A second subscription without a time comes with the first, and the hour stays."""
    await confirmed(desk, "subscribe harbour 07:15 europe/rome")
    await confirmed(desk, "subscribe comet")
    await confirmed(desk, "subscribe pier 09:00")

    hours = {one.topic: one.schedule for one in await standing(desk)}
    seven = Schedule(at=time(7, 15), zone="Europe/Rome")
    assert hours["harbour"] == hours["comet"] == seven
    assert (await desk.store.channels.plan(CHANNEL)).schedule == seven


async def test_the_usual_hour_is_eight(desk: OpenDesk) -> None:
    """Where neither asker nor channel names one; in the desk's zone if need be."""
    await desk.ask("subscribe harbour confirm:yes", zone=None)

    assert (await standing(desk))[0].schedule == Schedule(at=time(8), zone="UTC")


async def test_an_alert_has_no_hour(desk: OpenDesk) -> None:
    """It is told as soon as there is news, and is no hour for the channel."""
    reply = await confirmed(desk, "subscribe harbour alert")

    (order,) = await standing(desk)
    assert (order.mode, order.schedule) == (Mode.ALERT, None)
    assert plain_text(reply.message).endswith("It is told as soon as there is news.")
    assert (await desk.store.channels.plan(CHANNEL)).schedule is None


@pytest.mark.parametrize("line", ["subscribe", "subscribe everything", "subscribe EVERYTHING"])
async def test_everything_can_be_subscribed_to(desk: OpenDesk, line: str) -> None:
    """All news is a topic too, and is called that."""
    reply = await confirmed(desk, line)

    assert (await standing(desk))[0].topic == ""
    assert reply.message.title == "Subscribed to all news"


async def test_subscribing_again_changes_the_order(desk: OpenDesk) -> None:
    """One topic is one order, however it is written."""
    await confirmed(desk, "subscribe Harbour 08:00")
    await confirmed(desk, "subscribe harbour 09:00")

    (order,) = await standing(desk)
    assert order.schedule == schedule("09:00", "Europe/Berlin")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("subscribe harbour time:noon", "“noon” is no time of day."),
        ("subscribe harbour zone:CEST", "“CEST” is no time zone."),
        ("subscribe harbour days:soon", "“soon” are no days."),
        ("subscribe harbour mode:loud", "“loud” is no mode: one of digest, alert."),
        ("unsubscribe", "/unsubscribe needs <topic>."),
        ("subscribe harbour 25:00", "“25:00” is no time of day."),
    ],
)
async def test_what_is_wrong_is_said(desk: OpenDesk, line: str, said: str) -> None:
    """The value is named, with how to type it, and nothing is changed."""
    assert (await desk.answered(line)).startswith(said)
    assert await standing(desk) == []


async def test_subscribing_can_be_undone(desk: OpenDesk) -> None:
    """For ten minutes, by the button of the answer; all news too."""
    for line in ("subscribe harbour", "subscribe everything", 'subscribe "port of delta" -x'):
        reply = await confirmed(desk, line)
        assert "Unsubscribed from" in await undo(desk, reply)
        assert await standing(desk) == []


async def test_an_undo_expires(desk: OpenDesk) -> None:
    """After that the button says so and does nothing."""
    reply = await confirmed(desk, "subscribe harbour")
    desk.clock.advance(HOUR)

    assert "expired" in await undo(desk, reply)
    assert len(await standing(desk)) == 1


@pytest.mark.parametrize(
    "typed", ["harbour", "Harbour", '"harbour"', "everything", '"port of delta" -football']
)
async def test_unsubscribing_ends_and_undo_restores(desk: OpenDesk, typed: str) -> None:
    """Undo orders the same again: topic, hour, zone and days."""
    await confirmed(desk, f"subscribe {typed} 07:15 asia/tokyo sat,sun")
    (before,) = await standing(desk)

    reply = await desk.ask(f"unsubscribe {typed}")
    assert await standing(desk) == []
    assert reply.announcement is not None
    await undo(desk, reply)

    (after,) = await standing(desk)
    assert (after.id, after.topic, after.schedule) == (before.id, before.topic, before.schedule)


async def test_unsubscribing_from_what_is_not_there_lists_what_is(desk: OpenDesk) -> None:
    """The channel's topics are named, or that it has none."""
    assert "It has no subscriptions." in await desk.answered("unsubscribe comet")
    await desk.subscribe(subscription("harbour"), subscription(""))

    said = await desk.answered("unsubscribe comet")

    assert said.startswith("This channel is not subscribed to comet. It is subscribed to: ")
    assert "harbour" in said
    assert "everything" in said


async def test_a_channel_has_only_so_many(desk: OpenDesk) -> None:
    """One that stands may still be changed."""
    for number in range(MOST):
        await desk.subscribe(subscription(f"topic{number}", name=f"sub{number}"))
    await desk.store.subscriptions.remove((await standing(desk))[0].id)
    await confirmed(desk, "subscribe harbour")

    assert "which is the most. /unsubscribe one first." in await desk.answered("subscribe comet")
    assert (await desk.ask("subscribe harbour 09:00")).confirm is not None


async def test_subscriptions_are_listed_with_their_next_time(desk: OpenDesk) -> None:
    """With hour, zone and days; an alert as it happens; none with what to do."""
    none = await desk.answered("news subscriptions")
    await desk.subscribe(
        subscription("harbour", schedule=schedule("08:00", "Europe/Berlin", range(5))),
        subscription("", mode=Mode.ALERT),
    )

    listed = await desk.answered("news subscriptions")

    assert none.startswith("This channel has no subscriptions. Start one with /subscribe")
    assert "• harbour · 08:00 (Europe/Berlin), mon-fri · next: Wed 25 Nov 2026, 08:00" in listed
    assert "• everything · as it happens" in listed


async def test_an_order_can_be_written_down(desk: OpenDesk) -> None:
    """The line of an order, asked for, gives the same order."""
    await desk.add(article("a7"))
    topic = '"port of delta" -football source:herald'
    order = subscription(topic, schedule=schedule("06:05", "America/Lima", (0, 6)))

    await desk.ask(f"{order_line(order)} confirm:yes")

    (written,) = await standing(desk)
    assert (written.topic, written.schedule) == (topic, order.schedule)


async def test_a_topic_is_not_mistaken_for_a_day(desk: OpenDesk) -> None:
    """Whoever follows Sunderland is not subscribed to all news on Sundays."""
    await confirmed(desk, "subscribe sunderland 08:00")

    (order,) = await standing(desk)
    assert (order.topic, order.schedule) == ("sunderland", schedule("08:00", "Europe/Berlin"))


async def test_a_channel_that_has_an_hour_keeps_it(desk: OpenDesk) -> None:
    """What is not given is as the channel has it."""
    plan = Plan(channel=CHANNEL, schedule=schedule("18:00", "Asia/Tokyo"))
    await desk.subscribe(plan=plan)

    await confirmed(desk, "subscribe harbour")

    assert (await standing(desk))[0].schedule == plan.schedule
    assert await desk.store.channels.plan(CHANNEL) == plan
