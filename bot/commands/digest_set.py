"""`/news digest set`: when and how long this channel's briefing is."""

from dataclasses import replace

from bot.commands.desk import Desk
from bot.commands.options import DAYS, LANGUAGE, LENGTH, TIME, ZONE
from bot.commands.replies import message
from bot.commands.schedules import next_times, ordered_schedule, schedule_text
from bot.commands.values import Values
from bot.models import (
    Ask,
    Command,
    Late,
    Mode,
    Option,
    OptionKind,
    Paragraph,
    Plan,
    Reply,
    Schedule,
    Subscription,
    SubscriptionId,
    Text,
)
from bot.text.ids import short_id

COMMAND = Command(
    words=("news", "digest", "set"),
    summary="Set the hour, days and length of this channel's briefing",
    options=(
        TIME,
        ZONE,
        DAYS,
        LENGTH,
        Option(
            name="late",
            description="What becomes of a briefing missed by less than three hours",
            kind=OptionKind.CHOICE,
            choices=("send", "skip", "ask"),
        ),
        LANGUAGE,
    ),
    manages=True,
)


async def answer(desk: Desk, ask: Ask, values: Values) -> Reply:
    """Set what was given for every subscription of the channel; show the next three times."""
    plan = await desk.store.channels.plan(ask.channel.id)
    schedule = ordered_schedule(values, plan.schedule, zone=desk.zone_of(ask.actor))
    plan = replace(
        plan,
        schedule=schedule,
        minutes=int(values.text("length") or plan.minutes),
        late=Late(values.text("late") or plan.late),
        language=values.language("language") or plan.language,
    )
    await desk.store.channels.save(ask.channel)
    await desk.store.channels.save_plan(plan)
    await _retime(desk, ask, schedule)
    line = f"news digest set {schedule_text(schedule)}, {plan.minutes} min, late {plan.late.value}"
    await desk.store.channels.audit(ask.channel.id, ask.actor, line, desk.now())
    return Reply(
        message=message(
            "Briefing set",
            Paragraph((Text(_said(plan, schedule)), *next_times(schedule, desk.now()))),
        )
    )


async def _retime(desk: Desk, ask: Ask, schedule: Schedule) -> None:
    """Give every digest subscription the schedule; without one, subscribe to all news."""
    standing = await desk.store.subscriptions.of(ask.channel.id)
    digests = [order for order in standing if order.mode is Mode.DIGEST]
    for order in digests or [_all_news(desk, ask)]:
        await desk.store.subscriptions.save(
            replace(order, schedule=schedule, created_at=desk.now())
        )


def _all_news(desk: Desk, ask: Ask) -> Subscription:
    return Subscription(
        id=SubscriptionId(short_id("sub", ask.channel.id, "")),
        channel=ask.channel.id,
        topic="",
        created_at=desk.now(),
        created_by=ask.actor.id,
    )


def _said(plan: Plan, schedule: Schedule) -> str:
    return f"{schedule_text(schedule)}; {plan.minutes} minutes to read. The next ones: "
