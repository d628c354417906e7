"""`/news digest resume`: briefings again."""

from dataclasses import replace

from bot.commands.desk import Desk
from bot.commands.replies import message, reply
from bot.commands.schedules import next_times
from bot.commands.values import Values
from bot.models import Ask, Command, Paragraph, Reply, Text

COMMAND = Command(
    words=("news", "digest", "resume"),
    summary="Take up this channel's paused briefings again",
    manages=True,
)


async def answer(desk: Desk, ask: Ask, values: Values) -> Reply:
    """Resume, and say when the next briefing comes."""
    del values
    plan = await desk.store.channels.plan(ask.channel.id)
    await desk.store.channels.save_plan(replace(plan, paused_until=None))
    await desk.store.channels.audit(ask.channel.id, ask.actor, "news digest resume", desk.now())
    if plan.schedule is None:
        return reply("Resumed. No briefing is set here; /news digest set 08:00 sets one.")
    times = next_times(plan.schedule, desk.now(), count=1)
    return Reply(message=message("Resumed", Paragraph((Text("The next briefing: "), *times))))
