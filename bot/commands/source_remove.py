"""`/news source remove`: stop reading a source."""

from bot.commands.desk import Desk, audience
from bot.commands.options import SOURCE
from bot.commands.replies import reply
from bot.commands.sources import named_source
from bot.commands.values import Values
from bot.errors import CommandError
from bot.models import Ask, Command, Reply
from bot.text.commandline import command_line

COMMAND = Command(
    words=("news", "source", "remove"),
    summary="Stop reading a source; its articles stay",
    options=(SOURCE,),
    manages=True,
)


async def answer(desk: Desk, ask: Ask, values: Values) -> Reply:
    """Remove the source, if it was added here, and offer to undo that."""
    sources = await desk.store.sources.all(ask.channel.workspace)
    source = named_source(values.text("source"), sources)
    if source.audience != audience(ask.channel):
        raise CommandError(
            f"{source.name} was set up by the operator for everyone. "
            "Leave it out of a topic with -source:name instead."
        )
    await desk.store.sources.remove(source.id)
    line = f"news source remove {source.address}"
    await desk.store.channels.audit(ask.channel.id, ask.actor, line, desk.now())
    again = command_line(
        ("news", "source", "add"), {"address": source.address, "name": source.name}
    )
    undo = desk.pending.button("Undo", again, channel=ask.channel.id, now=desk.now())
    return reply(f"{source.name} is no longer read.", buttons=[undo])
