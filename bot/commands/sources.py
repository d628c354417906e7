"""What the commands about sources share."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.commands.desk import OPERATOR, Desk, audience
from bot.commands.replies import link_or_text
from bot.errors import CommandError, SourceError
from bot.fetch.address import MAILBOX_PROBLEM
from bot.fetch.items import source_id
from bot.fetch.mailbox import is_mailbox
from bot.fetch.queries import host_of
from bot.fetch.selecting import fault_of, not_css
from bot.models import (
    EVERYONE,
    Ask,
    Buttons,
    Channel,
    Line,
    Listing,
    Moment,
    Reading,
    Source,
    SourceId,
    Text,
    WorkspaceId,
)
from bot.text.commandline import command_line
from bot.text.ids import short_id
from bot.text.urls import is_web
from bot.text.visible import one_line

SHOWN = 3

MOST = 200
"""Sources that one workspace may add."""

PAGE = "page"
"""The kind of source that may have a selector."""

BATCH = "added-"
"""Before the token of sources that were added at one go, where one source would be named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of sources that were to be added: some were known, some are too many."""

    added: tuple[Source, ...]
    known: tuple[Source, ...]
    over: tuple[Source, ...]


async def add_sources(desk: Desk, ask: Ask, sources: Sequence[Source]) -> Added:
    """Read these sources from now on, for those who may see the channel; none of them twice."""
    place = audience(ask.channel)
    seen = await desk.store.sources.all(ask.channel.workspace)
    addresses = {one.address for one in seen}
    room = max(MOST - sum(one.audience == place for one in seen), 0)
    new = [one for one in sources if one.address not in addresses]
    known = [one for one in sources if one.address in addresses]
    added = [replace(one, id=_own_id(one, place), audience=place) for one in new[:room]]
    for source in added:
        await desk.store.sources.save(source)
        line = f"news source add {source.address}"
        await desk.store.channels.audit(ask.channel.id, ask.actor, line, desk.now())
    return Added(added=tuple(added), known=tuple(known), over=tuple(new[room:]))


def undo_of(desk: Desk, ask: Ask, added: Sequence[Source]) -> tuple[Buttons, ...]:
    """Return a button that takes back all that was added; none where nothing was."""
    if not added:
        return ()
    token = desk.pending.keep([one.id for one in added], channel=ask.channel.id, now=desk.now())
    line = command_line(("news", "source", "remove"), {"source": f"{BATCH}{token}"})
    button = desk.pending.button("Undo", line, channel=ask.channel.id, now=desk.now())
    return (Buttons((button,)),)


def _own_id(source: Source, place: WorkspaceId) -> SourceId:
    """Two workspaces may add one address: each has a source of its own."""
    return source.id if place == EVERYONE else SourceId(short_id("src", place, source.id))


def kind_named(kind: str) -> str:
    """Return what a source is, as the beginning of a sentence.

    >>> kind_named("feed"), kind_named("article"), kind_named("files")
    ('A feed', 'An article', 'Files')
    """
    if kind == "files":
        return "Files"
    return f"{'An' if kind == 'article' else 'A'} {kind}"


def web_address(typed: str, channel: Channel) -> str:
    """Return the address to look at; `example.org` is taken for a web address.

    Raises:
        CommandError: it is none. Only the operator, at the terminal, may name files.
    """
    address = typed.strip().strip("<>").split("|")[0]
    if is_mailbox(address):  # not repeated: somebody may have typed a password with it
        raise CommandError(f"It cannot be added here: {MAILBOX_PROBLEM}.")
    if is_web(address):
        return address
    if "://" not in address and "." in address.split("/")[0] and not address.startswith((".", "/")):
        return f"https://{address}"
    if channel.platform == OPERATOR and "://" not in address:
        return address
    named = f"“{one_line(address, limit=80)}” is no web address"
    if _is_path(address):
        raise CommandError(
            f"{named} but a file, and files are the operator's, who reads them in the shell with "
            "`newsdesk source add` and `newsdesk source import`."
        )
    raise CommandError(f"{named}. Type it like https://example.org/feed.")


def _is_path(address: str) -> bool:
    return address.startswith((".", "/", "~", "file:", "\\")) or address[1:3] == ":\\"


def check_selector(selector: str) -> None:
    """Pass a selector that is CSS, or none.

    Raises:
        CommandError: it is not; says what is wrong with it.
    """
    fault = fault_of(selector) if selector else ""
    if fault:
        raise CommandError(f"T{not_css(selector, fault)[1:]}.")


async def found_at(desk: Desk, address: str, *, selector: str = "") -> tuple[Source, Reading]:
    """Return the source that an address leads to; with a selector it is a page of links.

    Raises:
        CommandError: nothing there can be read, or the selector chooses nothing.
    """
    check_selector(selector)
    try:
        if not selector:
            return await desk.reader.discover(address)
        source = Source(
            id=source_id(PAGE, address), kind=PAGE, address=address, name="", selector=selector
        )
        reading = await desk.reader.read(source)
    except SourceError as error:
        raise CommandError(f"{error.address} cannot be read: {error.problem}") from error
    return replace(source, name=reading.title or host_of(address)), reading


def entries_listing(reading: Reading, zone: str) -> Listing:
    """Return a source's last items, or that it has none."""
    items: list[Line] = []
    for entry in reading.entries[:SHOWN]:
        when = (Text(" · "), Moment(entry.published_at, zone)) if entry.published_at else ()
        title = one_line(entry.title, limit=140) or "(no title)"
        items.append((link_or_text(title, entry.url), *when))
    return Listing(tuple(items) or ((Text("It has no items at present."),),))


def named_source(typed: str, sources: tuple[Source, ...]) -> Source:
    """Return the source of that id, name or address.

    Raises:
        CommandError: there is none, or several of that name.
    """
    wanted = typed.strip().casefold()
    found = [
        one
        for one in sources
        if wanted in {one.id.casefold(), one.name.casefold(), one.address.casefold()}
    ]
    if not found:
        found = [one for one in sources if wanted in one.name.casefold()]
    if len(found) == 1:
        return found[0]
    if found:
        names = ", ".join(f"{one.name} ({one.id})" for one in found[:5])
        raise CommandError(f"Several sources are called that: {names}. Give the id.")
    raise CommandError(f"There is no source “{typed[:80]}”. /news source list shows them.")
