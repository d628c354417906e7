"""`/news source add`: read another source."""

from dataclasses import replace

from bot.commands.desk import Desk, audience
from bot.commands.options import ADDRESS
from bot.commands.replies import message
from bot.commands.sources import entries_listing, web_address
from bot.commands.values import Values
from bot.errors import CommandError, SourceError
from bot.models import (
    EVERYONE,
    Ask,
    Buttons,
    Command,
    Option,
    Paragraph,
    Reply,
    Source,
    SourceId,
    Text,
    WorkspaceId,
)
from bot.text.commandline import command_line
from bot.text.ids import short_id
from bot.text.visible import one_line

COMMAND = Command(
    words=("news", "source", "add"),
    summary="Read another source: a feed, or a page that has one",
    options=(
        ADDRESS,
        Option(name="name", description="The outlet's name, if its own does not serve"),
    ),
    manages=True,
)

MOST = 200
"""Sources that one workspace may add."""


async def answer(desk: Desk, ask: Ask, values: Values) -> Reply:
    """Find what the address leads to, show its last items and read it from now on."""
    address = web_address(values.text("address"), ask.channel)
    try:
        source, reading = await desk.reader.discover(address)
    except SourceError as error:
        raise CommandError(f"{error.address} cannot be read: {error.problem}") from error
    place = audience(ask.channel)
    source = replace(
        source,
        id=_own_id(source, place),
        name=one_line(values.text("name") or source.name, limit=80),
        audience=place,
    )
    seen = await desk.store.sources.all(ask.channel.workspace)
    if any(one.address == source.address for one in seen):
        raise CommandError(f"{source.name} is read already: {source.address}")
    if sum(one.audience == ask.channel.workspace for one in seen) >= MOST:
        raise CommandError(f"{MOST} sources are read here, which is the most. Remove one first.")
    await desk.store.sources.save(source)
    await desk.store.channels.audit(
        ask.channel.id, ask.actor, f"news source add {source.address}", desk.now()
    )
    line = command_line(("news", "source", "remove"), {"source": source.id})
    undo = desk.pending.button("Undo", line, channel=ask.channel.id, now=desk.now())
    found = f"A {source.kind} at {source.address}. It is read from now on; its last items:"
    return Reply(
        message=message(
            f"Added {source.name}",
            Paragraph((Text(found),)),
            entries_listing(reading, desk.zone_of(ask.actor)),
            Buttons((undo,)),
        )
    )


def _own_id(source: Source, place: WorkspaceId) -> SourceId:
    """Two workspaces may add one address: each has a source of its own."""
    return source.id if place == EVERYONE else SourceId(short_id("src", place, source.id))
