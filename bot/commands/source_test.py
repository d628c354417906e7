"""`/news source test`: what an address would bring, without adding it."""

from bot.commands.desk import Desk
from bot.commands.options import ADDRESS
from bot.commands.replies import message
from bot.commands.sources import entries_listing, web_address
from bot.commands.values import Values
from bot.errors import CommandError, SourceError
from bot.models import Ask, Command, Paragraph, Reply, Text

COMMAND = Command(
    words=("news", "source", "test"),
    summary="Try an address: what is there, and its last items",
    options=(ADDRESS,),
)


async def answer(desk: Desk, ask: Ask, values: Values) -> Reply:
    """Answer with what was found there, or why it cannot be read."""
    address = web_address(values.text("address"), ask.channel)
    try:
        source, reading = await desk.reader.discover(address)
    except SourceError as error:
        raise CommandError(f"{error.address} cannot be read: {error.problem}") from error
    found = f"A {source.kind} at {source.address} with {len(reading.entries)} items."
    return Reply(
        message=message(
            source.name,
            Paragraph((Text(found),)),
            entries_listing(reading, desk.zone_of(ask.actor)),
        )
    )
