"""`/news digest preview`: the briefing as it would be now, told to nobody else."""

from bot.commands.desk import Desk, channel_topics
from bot.commands.values import Values
from bot.models import Ask, Command, Reply

COMMAND = Command(
    words=("news", "digest", "preview"),
    summary="The next briefing as it would be now; it does not count as told",
)


async def answer(desk: Desk, ask: Ask, values: Values) -> Reply:
    """Answer with the briefing that would be sent now."""
    del values
    plan = await desk.store.channels.plan(ask.channel.id)
    made = await desk.pipeline.edition(
        ask.channel, await channel_topics(desk, ask.channel), plan=plan
    )
    return Reply(message=made.message)
