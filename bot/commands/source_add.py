"""`/news source add`: read another source."""

from dataclasses import replace

from bot.commands.desk import Desk
from bot.commands.options import ADDRESS
from bot.commands.replies import message
from bot.commands.searching import SEARCH
from bot.commands.sources import MOST, add_sources, entries_listing, web_address
from bot.commands.values import Values
from bot.errors import CommandError, SourceError
from bot.models import (
    Ask,
    Buttons,
    Command,
    Option,
    Paragraph,
    Reply,
    Text,
)
from bot.text.commandline import command_line
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

_ASKED = "It is asked when /latest finds nothing, and is sent the words that people look for"


async def answer(desk: Desk, ask: Ask, values: Values) -> Reply:
    """Find what the address leads to, show its last items and read it from now on."""
    address = web_address(values.text("address"), ask.channel)
    try:
        source, reading = await desk.reader.discover(address)
    except SourceError as error:
        raise CommandError(f"{error.address} cannot be read: {error.problem}") from error
    named = one_line(values.text("name") or source.name, limit=80)
    added = await add_sources(desk, ask, [replace(source, name=named)])
    if added.known:
        raise CommandError(f"{named} is read already: {source.address}")
    if added.over:
        raise CommandError(f"{MOST} sources are read here, which is the most. Remove one first.")
    (source,) = added.added
    line = command_line(("news", "source", "remove"), {"source": source.id})
    undo = desk.pending.button("Undo", line, channel=ask.channel.id, now=desk.now())
    from_now_on = _ASKED if source.kind == SEARCH else "It is read from now on"
    found = f"A {source.kind} at {source.address}. {from_now_on}; its last items:"
    return Reply(
        message=message(
            f"Added {source.name}",
            Paragraph((Text(found),)),
            entries_listing(reading, desk.zone_of(ask.actor)),
            Buttons((undo,)),
        )
    )
