"""`/brief`: a briefing now, on a topic or on what the channel is subscribed to."""

from dataclasses import replace

from bot.commands.desk import Desk, channel_topics
from bot.commands.options import LENGTH
from bot.commands.values import Values
from bot.models import Ask, Command, Option, OptionKind, Reply, Suggests

COMMAND = Command(
    words=("brief",),
    summary="A briefing now: what this channel has not been told yet",
    options=(
        Option(
            name="topic",
            description="A topic; nothing for what this channel is subscribed to",
            suggests=Suggests.TOPICS,
        ),
        LENGTH,
        Option(
            name="since",
            description="24h or 3d: everything since then, told before or not",
            kind=OptionKind.SINCE,
        ),
    ),
)


async def answer(desk: Desk, ask: Ask, values: Values) -> Reply:
    """Answer with the briefing.

    Where one person alone reads the channel it counts as told there; elsewhere only the asker
    saw it, and the channel's own briefing will still tell it.
    """
    plan = await desk.store.channels.plan(ask.channel.id)
    if values.text("length"):
        plan = replace(plan, minutes=int(values.text("length")))
    typed = values.text("topic")
    topics = (desk.pipeline.topic(typed),) if typed else await channel_topics(desk, ask.channel)
    since = values.since("since", desk.now(), desk.zone_of(ask.actor))
    async with desk.pipeline.telling(ask.channel.id):
        made = await desk.pipeline.edition(
            ask.channel, topics, plan=plan, since=since, only_new=since is None
        )
        if ask.channel.is_direct:
            await desk.store.ledger.tell(ask.channel.id, made.covered)
            await desk.store.ledger.note(ask.channel.id, made.decided)
    return Reply(message=made.message)
