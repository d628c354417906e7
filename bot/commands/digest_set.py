"""`/news digest set`: when and how long this channel's briefing is."""

from dataclasses import replace

from bot.commands.desk import Desk
from bot.commands.options import DAYS, LANGUAGE, LENGTH, TIME, ZONE
from bot.commands.replies import message
from bot.commands.schedules import next_times, ordered_schedule, schedule_text, schedule_values
from bot.commands.values import Values
from bot.models import (
    Ask,
    Buttons,
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
from bot.text.commandline import command_line
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

ANY = "any"


async def answer(desk: Desk, ask: Ask, values: Values) -> Reply:
    """Set what was given, show the next three times, and offer to undo that."""
    before = await desk.store.channels.plan(ask.channel.id)
    schedule = ordered_schedule(values, before.schedule, zone=desk.zone_of(ask.actor))
    plan = replace(
        before,
        schedule=schedule,
        minutes=int(values.text("length") or before.minutes),
        late=Late(values.text("late") or before.late),
        language=_language(values, before),
    )
    await desk.store.channels.save(ask.channel)
    await desk.store.channels.save_plan(plan)
    if schedule != before.schedule:
        await _retime(desk, ask, schedule)
    await desk.store.channels.audit(ask.channel.id, ask.actor, _line(plan, schedule), desk.now())
    said = Paragraph((Text(_said(plan, schedule)), *next_times(schedule, desk.now())))
    return Reply(message=message("Briefing set", said, *_undo(desk, ask, before)))


def _language(values: Values, before: Plan) -> str | None:
    """Return the preferred language; "any" takes a preference back."""
    if values.text("language").lower() == ANY:
        return None
    return values.language("language") or before.language


def _undo(desk: Desk, ask: Ask, before: Plan) -> tuple[Buttons, ...]:
    """Return a button that sets everything as it was; there is none for the first setting."""
    if before.schedule is None:
        return ()
    line = _line(before, before.schedule)
    return (Buttons((desk.pending.button("Undo", line, channel=ask.channel.id, now=desk.now()),)),)


def _line(plan: Plan, schedule: Schedule) -> str:
    """Return the command line that sets a plan."""
    values = {
        **schedule_values(schedule),
        "length": str(plan.minutes),
        "late": plan.late.value,
        "language": plan.language or ANY,
    }
    return command_line(COMMAND.words, values)


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
