"""`/news source add`: read another source."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.commands.desk import Desk
from bot.commands.options import ADDRESS, SELECTOR
from bot.commands.replies import message
from bot.commands.searching import SEARCH
from bot.commands.sources import (
    MOST,
    add_sources,
    entries_listing,
    found_at,
    kind_named,
    web_address,
)
from bot.commands.values import Values
from bot.errors import CommandError
from bot.fetch.packs import packed_sources
from bot.models import (
    Ask,
    Buttons,
    Command,
    Entry,
    Option,
    OptionKind,
    Paragraph,
    Reading,
    Reply,
    Source,
    Suggests,
    Text,
)
from bot.schedule.visits import after_success, backlog
from bot.text.commandline import command_line
from bot.text.visible import one_line

NOW, LAST = "now", "last 3"

COMMAND = Command(
    words=("news", "source", "add"),
    summary="Read another source: a feed, or a page that has one",
    options=(
        replace(
            ADDRESS,
            description="Web address of a feed or page, or the name of a source in a pack",
            suggests=Suggests.OUTLETS,
        ),
        Option(name="name", description="The outlet's name, if its own does not serve"),
        SELECTOR,
        Option(name="topic", description="What it is about, for listings: climate, sea"),
        Option(
            name="from",
            description="Which of its items to begin with: none, or the last 3; else its newest 12",
            kind=OptionKind.CHOICE,
            choices=(NOW, LAST),
        ),
    ),
    manages=True,
)

LAST_ITEMS = 3

_BEGINNING = re.compile(r"\s+(?:from\s+)?(now|last\s+3|from)$", re.IGNORECASE)
_MAX_TOPICS = 5
_ASKED = "It is asked when /latest finds nothing, and is sent the words that people look for"
_READ = "It is read from now on"


async def answer(desk: Desk, ask: Ask, values: Values) -> Reply:
    """Find what the address leads to, show its last items and read it from now on."""
    typed, begin = _begun(values)
    source, reading = await _found(desk, ask, typed, selector=values.text("selector"))
    named = one_line(values.text("name") or source.name, limit=80)
    topics = _topics(values.text("topic")) or source.topics
    source = await _added(desk, ask, replace(source, name=named, topics=topics))
    if begin and source.kind != SEARCH:
        await _begin(desk, source, reading, reading.entries[:LAST_ITEMS] if begin == LAST else ())
    line = command_line(("news", "source", "remove"), {"source": source.id})
    undo = desk.pending.button("Undo", line, channel=ask.channel.id, now=desk.now())
    return Reply(
        message=message(
            f"Added {source.name}",
            Paragraph((Text(_told(source, begin)),)),
            entries_listing(reading, desk.zone_of(ask.actor)),
            Buttons((undo,)),
        )
    )


def _begun(values: Values) -> tuple[str, str]:
    """Return the address without what was typed behind it: "… from now", "… from last 3"."""
    typed, begin = values.text("address"), values.text("from")
    found = _BEGINNING.search(typed)
    if found is None:
        return typed, begin
    word = " ".join(found[1].lower().split())
    return typed[: found.start()], begin or ("" if word == "from" else word)


async def _found(desk: Desk, ask: Ask, typed: str, *, selector: str) -> tuple[Source, Reading]:
    """Return the source that an address leads to, or that a pack has under that name."""
    packed = next((one for one in packed_sources() if one.name.lower() == typed.lower()), None)
    if packed is None:
        address = web_address(typed, ask.channel)
        return await found_at(desk, address, selector=selector)
    source, reading = await found_at(desk, packed.address)
    return replace(source, name=packed.name, topics=packed.topics), reading


async def _added(desk: Desk, ask: Ask, source: Source) -> Source:
    """Add the source, and return it as it is kept.

    Raises:
        CommandError: it is read already, or there is no room.
    """
    added = await add_sources(desk, ask, [source])
    if added.known:
        anew = " Remove it first to read it by another selector." if source.selector else ""
        raise CommandError(f"{source.name} is read already: {source.address}{anew}")
    if added.over:
        raise CommandError(f"{MOST} sources are read here, which is the most. Remove one first.")
    return added.added[0]


async def _begin(desk: Desk, source: Source, reading: Reading, first: Sequence[Entry]) -> None:
    """Take up the first entries now; the others are its backlog, and never news."""
    await desk.pipeline.file(await desk.pipeline.articles(source, first))
    left = backlog(source, reading.entries, first)
    visit = after_success(source, None, reading, desk.now(), left=left)
    await desk.store.sources.record(visit)


def _topics(typed: str) -> tuple[str, ...]:
    """Return the words of a listing: "World news, sea" is "world-news" and "sea"."""
    named = ("-".join(one_line(one, limit=40).lower().split()) for one in typed.split(","))
    return tuple(dict.fromkeys(filter(None, named)))[:_MAX_TOPICS]


def _told(source: Source, begin: str) -> str:
    about = f" It is listed under {', '.join(source.topics)}." if source.topics else ""
    chosen = f" Its links are chosen by “{source.selector}”." if source.selector else ""
    match begin:
        case _ if source.kind == SEARCH:
            then = _ASKED
        case "now":
            then = f"{_READ}, without what it has now"
        case "last 3":
            then = f"{_READ}, with these to begin with"
        case _:
            then = _READ
    named = kind_named(source.kind)
    return f"{named} at {source.address}.{chosen}{about} {then}; its last items:"
