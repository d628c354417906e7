"""`/subscribe`: a standing order for a topic."""

from dataclasses import replace

from bot.commands.desk import Desk
from bot.commands.options import DAYS, TIME, TOPIC, ZONE
from bot.commands.replies import message, said
from bot.commands.schedules import EVERYTHING, next_times, ordered_schedule, schedule_values
from bot.commands.values import Values
from bot.compose.select import about
from bot.errors import CommandError
from bot.models import (
    EVERY_DAY,
    Ask,
    Buttons,
    Command,
    Line,
    Mode,
    Option,
    OptionKind,
    Paragraph,
    Reply,
    Subscription,
    SubscriptionId,
    Text,
)
from bot.text.commandline import command_line
from bot.text.ids import short_id
from bot.text.times import days_text
from bot.text.topics import parse_topic

COMMAND = Command(
    words=("subscribe",),
    summary="Have this channel briefed on a topic, every day at its hour or as it happens",
    options=(
        TOPIC,
        TIME,
        ZONE,
        DAYS,
        Option(
            name="mode",
            description="In the daily briefing, or as soon as there is news (digest)",
            kind=OptionKind.CHOICE,
            choices=("digest", "alert"),
        ),
        Option(name="confirm", description="Subscribe without asking back", kind=OptionKind.FLAG),
    ),
    manages=True,
)

PREVIEWED = 3
MOST = 50
"""Subscriptions of one channel."""


async def answer(desk: Desk, ask: Ask, values: Values) -> Reply:
    """Show what the topic would have brought, and subscribe once that is confirmed."""
    order = await _ordered(desk, ask, values)
    standing = await desk.store.subscriptions.of(ask.channel.id)
    if len(standing) >= MOST and order.id not in {one.id for one in standing}:
        raise CommandError(
            f"This channel has {MOST} subscriptions, which is the most. /unsubscribe one first."
        )
    if values.flag("confirm"):
        return await _subscribe(desk, ask, order)
    return await _preview(desk, ask, order)


async def _ordered(desk: Desk, ask: Ask, values: Values) -> Subscription:
    typed = values.text("topic")
    topic = parse_topic("" if typed.lower() == EVERYTHING else typed)
    mode = Mode(values.text("mode") or "digest")
    schedule = None
    if mode is Mode.DIGEST:
        plan = await desk.store.channels.plan(ask.channel.id)
        schedule = ordered_schedule(values, plan.schedule, zone=desk.zone_of(ask.actor))
    return Subscription(
        id=SubscriptionId(short_id("sub", ask.channel.id, topic.text.casefold())),
        channel=ask.channel.id,
        topic=topic.text,
        mode=mode,
        schedule=schedule,
        created_at=desk.now(),
        created_by=ask.actor.id,
    )


async def _preview(desk: Desk, ask: Ask, order: Subscription) -> Reply:
    topic = desk.pipeline.topic(order.topic)
    found = await desk.store.search.search(topic, audience=ask.channel.workspace)
    heard = (await desk.pipeline.silence(ask.channel.id)).all_heard(found)
    cards = await desk.cards(about(heard, topic, now=desk.now())[:PREVIEWED])
    shown = "Nothing about it has come in yet."
    if cards:
        shown = "The last it would have brought:"
    elif about(found, topic, now=desk.now()):
        shown = "What came in about it is muted here; /news mute lists what is."
    confirm = desk.pending.button(
        "Subscribe",
        f"{order_line(order)} confirm:yes",
        channel=ask.channel.id,
        now=desk.now(),
        primary=True,
    )
    title = f"Subscribe to {order.topic or 'all news'}"
    promise = Paragraph((Text(f"{_promise(order)} {shown}"),))
    return Reply(message=message(title, promise, *cards), confirm=confirm)


async def _subscribe(desk: Desk, ask: Ask, order: Subscription) -> Reply:
    await desk.store.channels.save(ask.channel)
    plan = await desk.store.channels.plan(ask.channel.id)
    if order.schedule and plan.schedule is None:
        await desk.store.channels.save_plan(replace(plan, schedule=order.schedule))
    await desk.store.subscriptions.save(order)
    await desk.store.channels.audit(ask.channel.id, ask.actor, order_line(order), desk.now())
    undo = desk.pending.button(
        "Undo",
        command_line(("unsubscribe",), {"topic": order.topic or EVERYTHING}),
        channel=ask.channel.id,
        now=desk.now(),
    )
    subject = order.topic or "all news"
    who = ask.actor.name or "Somebody"
    return Reply(
        message=message(
            f"Subscribed to {subject}",
            Paragraph((Text(f"{_promise(order)}"), *_first(desk, order))),
            Buttons((undo,)),
        ),
        announcement=said(f"{who} subscribed this channel to {subject}. {_promise(order)}"),
    )


def _first(desk: Desk, order: Subscription) -> Line:
    if order.schedule is None:
        return ()
    return (Text(" The first one: "), *next_times(order.schedule, desk.now(), count=1), Text("."))


def order_line(order: Subscription) -> str:
    """Return the command line that would order the same again."""
    values = {"topic": order.topic, "mode": order.mode.value}
    if order.schedule:
        values |= schedule_values(order.schedule)
    return command_line(COMMAND.words, values)


def _promise(order: Subscription) -> str:
    if order.schedule is None:
        return "It is told as soon as there is news."
    days = "" if order.schedule.days == EVERY_DAY else f", {days_text(order.schedule.days)}"
    return f"It is told at {order.schedule.at:%H:%M} ({order.schedule.zone}){days}."
