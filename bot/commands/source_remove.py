"""`/news source remove`: stop reading a source."""

from bot.commands.desk import Desk, audience
from bot.commands.options import SOURCE
from bot.commands.replies import reply
from bot.commands.sources import BATCH, named_source
from bot.commands.values import Values
from bot.errors import CommandError
from bot.models import Ask, Command, Reply, Source
from bot.text.commandline import command_line

COMMAND = Command(
    words=("news", "source", "remove"),
    summary="Stop reading a source; its articles stay",
    options=(SOURCE,),
    manages=True,
)


async def answer(desk: Desk, ask: Ask, values: Values) -> Reply:
    """Remove the source, if it was added here, and offer to undo that."""
    if values.text("source").startswith(BATCH):
        return await _all_of(desk, ask, values.text("source").removeprefix(BATCH))
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
    undo = desk.pending.button("Undo", _again(source), channel=ask.channel.id, now=desk.now())
    return reply(f"{source.name} is no longer read.", buttons=[undo])


def _again(source: Source) -> str:
    """Return the command line that adds a source once more, as it was."""
    values = {
        "address": source.address,
        "name": source.name,
        "selector": source.selector,
        "topic": ", ".join(source.topics),
    }
    return command_line(("news", "source", "add"), values)


async def _all_of(desk: Desk, ask: Ask, token: str) -> Reply:
    """Remove what was added at one go, but for what was removed or set up anew since."""
    names = set(desk.pending.kept(token, channel=ask.channel.id, now=desk.now()))
    if not names:
        raise CommandError("That has expired. /news source list shows what can be removed.")
    sources = await desk.store.sources.all(ask.channel.workspace)
    there = [one for one in sources if one.id in names and one.audience == audience(ask.channel)]
    for source in there:
        await desk.store.sources.remove(source.id)
        line = f"news source remove {source.address}"
        await desk.store.channels.audit(ask.channel.id, ask.actor, line, desk.now())
    count = "1 source is" if len(there) == 1 else f"{len(there)} sources are"
    return reply(f"{count} no longer read: what was added is taken back.")
