"""`/news source import`: read the feeds that a list names, as other readers export it."""

from bot.commands.desk import OPERATOR, Desk
from bot.commands.replies import message
from bot.commands.sources import MOST, Added, add_sources, undo_of, web_address
from bot.commands.values import Values
from bot.errors import CommandError, SourceError
from bot.fetch.kinds import Means
from bot.fetch.lists import list_at
from bot.fetch.opml import Subscriptions
from bot.models import Ask, Block, Command, Listing, Option, Paragraph, Reply, Text

COMMAND = Command(
    words=("news", "source", "import"),
    summary="Read the feeds of an OPML list",
    options=(Option(name="address", description="Web address of the OPML file", required=True),),
    manages=True,
)

NAMED = 10
"""Faulty lines that are named; a list may be all faults."""


async def answer(desk: Desk, ask: Ask, values: Values) -> Reply:
    """Add the feeds that are new, and say what became of the others."""
    address = web_address(values.text("address"), ask.channel)
    parts = desk.pipeline.parts
    is_operator = ask.channel.platform == OPERATOR
    try:
        found = await list_at(
            address,
            means=Means(fetcher=parts.fetcher, workers=parts.workers),
            is_operators=is_operator,
        )
    except SourceError as error:
        raise CommandError(f"{error.address} cannot be read: {error.problem}") from error
    added = await add_sources(desk, ask, found.feeds)
    title = f"Imported {found.title or 'a list of feeds'}"
    return Reply(message=message(title, *_told(found, added), *undo_of(desk, ask, added.added)))


def _told(found: Subscriptions, added: Added) -> list[Block]:
    """Return what became of the lines of a list."""
    counts = f"Added {len(added.added)} of {len(found.feeds)} feeds; they are read from now on."
    told: list[Block] = [Paragraph((Text(counts),))]
    if added.known:
        told.append(Paragraph((Text(f"Read already: {len(added.known)}."),)))
    if added.over:
        over = f"{len(added.over)} were left out: {MOST} sources are the most. Remove some first."
        told.append(Paragraph((Text(over),)))
    if found.problems:
        named = [(Text(problem),) for problem in found.problems[:NAMED]]
        rest = len(found.problems) - NAMED
        more = [(Text(f"and {rest} more"),)] if rest > 0 else []
        told += [Paragraph((Text("These cannot be read:"),)), Listing((*named, *more))]
    return told
