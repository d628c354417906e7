"""`/news digest now`: post the briefing in the channel without waiting for its hour."""

from bot.commands.desk import Desk, channel_topics
from bot.commands.replies import reply
from bot.commands.values import Values
from bot.models import Ask, Command, Reply
from bot.schedule.briefings import asked_key

COMMAND = Command(
    words=("news", "digest", "now"),
    summary="Post this channel's briefing now; it counts as told",
    manages=True,
)


async def answer(desk: Desk, ask: Ask, values: Values) -> Reply:
    """Owe the briefing to the channel: it is posted like one that fell due."""
    del values
    now = desk.now()
    plan = await desk.store.channels.plan(ask.channel.id)
    await desk.store.channels.save(ask.channel)
    topics = await channel_topics(desk, ask.channel)
    async with desk.pipeline.telling(ask.channel.id):
        made = await desk.pipeline.edition(ask.channel, topics, plan=plan)
        await desk.pipeline.owe(ask.channel, made, key=asked_key(ask.channel.id, now), due_at=now)
    await desk.store.channels.audit(ask.channel.id, ask.actor, "news digest now", now)
    return reply("The briefing is on its way. /news status shows its receipt.")
