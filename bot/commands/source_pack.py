"""`/news source pack`: read many sources at once, by region, language or topic."""

import difflib

from bot.commands.desk import Desk
from bot.commands.replies import link_or_text, listing, message
from bot.commands.sources import MOST, add_sources, undo_of
from bot.commands.values import Values
from bot.errors import CommandError
from bot.fetch.packs import Pack, pack_of, packs
from bot.models import Ask, Command, Line, Listing, Message, Option, Paragraph, Reply, Text

COMMAND = Command(
    words=("news", "source", "pack"),
    summary="Packs of sources by region, language and topic; with a name, read one",
    options=(
        Option(name="name", description="The pack to read, as world; nothing lists them all"),
    ),
    manages=True,
)

LIST = "list"
ADD = "add "


async def answer(desk: Desk, ask: Ask, values: Values) -> Reply:
    """Answer with the packs, or add the sources of one that are not read yet."""
    typed = values.text("name").strip()
    if not typed or typed.lower() in {LIST, ADD.strip()}:
        return Reply(message=_all())
    pack = pack_of(typed[len(ADD) :] if typed.lower().startswith(ADD) else typed)
    if pack is None:
        raise CommandError(_unknown(typed))
    added = await add_sources(desk, ask, pack.sources)
    told = f"Added {len(added.added)} of {len(pack.sources)} sources; they are read from now on."
    if added.over:
        told += f" {len(added.over)} were left out: {MOST} sources are the most."
    named = [_line(source.name, source.address) for source in added.added]
    shown = (Listing(tuple(named)),) if named else ()
    undo = undo_of(desk, ask, added.added)
    return Reply(message=message(f"Pack: {pack.title}", Paragraph((Text(told),)), *shown, *undo))


def _all() -> Message:
    items = [(Text(pack.name, bold=True), Text(f" · {_told(pack)}")) for pack in packs()]
    return listing("Packs of sources", items, note="Add one with /news source pack <name>.")


def _told(pack: Pack) -> str:
    count = f"{len(pack.sources)} sources" if len(pack.sources) > 1 else "1 source"
    return f"{pack.title} · {count}"


def _line(name: str, address: str) -> Line:
    return (link_or_text(name, address),)


def _unknown(typed: str) -> str:
    names = [pack.name for pack in packs()]
    near = difflib.get_close_matches(typed.lower(), names, n=3, cutoff=0.7)
    hint = f"Did you mean {' or '.join(near)}?" if near else "/news source pack lists them."
    return f"There is no pack “{typed[:80]}”. {hint}"
