"""`/news digest pause`: no briefings until then."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.commands.desk import Desk
from bot.commands.replies import reply
from bot.commands.values import Values
from bot.errors import CommandError
from bot.models import Ask, Command, Option, OptionKind, Reply

COMMAND = Command(
    words=("news", "digest", "pause"),
    summary="Pause this channel's briefings and alerts",
    options=(
        Option(
            name="until",
            description="2d, 1w or a date like 2026-12-01; nothing for until resumed",
            kind=OptionKind.SINCE,
        ),
    ),
    manages=True,
)

FOREVER = datetime.max.replace(tzinfo=UTC)


async def answer(desk: Desk, ask: Ask, values: Values) -> Reply:
    """Pause, and offer to undo that."""
    now = desk.now()
    until = _until(values, now, desk.zone_of(ask.actor))
    plan = await desk.store.channels.plan(ask.channel.id)
    await desk.store.channels.save(ask.channel)
    await desk.store.channels.save_plan(replace(plan, paused_until=until))
    await desk.store.channels.audit(ask.channel.id, ask.actor, f"news digest pause {until}", now)
    undo = desk.pending.button("Undo", "news digest resume", channel=ask.channel.id, now=now)
    when = (
        "until /news digest resume" if until == FOREVER else f"until {until:%-d %B %Y, %H:%M} UTC"
    )
    return reply(f"Paused {when}.", buttons=[undo])


def _until(values: Values, now: datetime, zone: str) -> datetime:
    """Spans count backwards elsewhere ("since 3d"); here they count forwards."""
    given = values.since("until", now, zone)
    if given is None:
        return FOREVER
    is_span = values.text("until")[-1:].lower() in {"h", "d", "w"}
    until = now + (now - given) if is_span else given
    if until <= now + timedelta(minutes=1):
        raise CommandError("That moment is past. Give one to come, as 2d or 2026-12-01.")
    return until
