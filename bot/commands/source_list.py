"""`/news source list`: what is read, and how it fares."""

from bot.commands.desk import Desk
from bot.commands.replies import link_or_text, listing, reply
from bot.commands.values import Values
from bot.compose.age import age
from bot.models import Ask, Command, Line, Option, OptionKind, Reply, Source, Text, Visit
from bot.text.counts import counted

COMMAND = Command(
    words=("news", "source", "list"),
    summary="The sources read here, and when they were last read",
    options=(
        Option(name="page", description="Which page (1)", kind=OptionKind.COUNT, highest=100),
    ),
)

A_PAGE = 15


async def answer(desk: Desk, ask: Ask, values: Values) -> Reply:
    """Answer with a page of sources."""
    sources = await desk.store.sources.all(ask.channel.workspace)
    if not sources:
        return reply("No source is read yet. Add one with /news source add <address>.")
    visits = await desk.store.sources.visits()
    page, pages = values.count("page", 1), -(-len(sources) // A_PAGE)
    shown = sources[(page - 1) * A_PAGE : page * A_PAGE]
    items = [_item(source, visits.get(source.id), desk) for source in shown]
    note = f"Page {page} of {pages}; {counted(len(sources), 'source')}."
    return Reply(message=listing("Sources", items or [(Text("No such page."),)], note=note))


def _item(source: Source, visit: Visit | None, desk: Desk) -> Line:
    return (
        link_or_text(source.name, source.address),
        Text(f" · {source.kind} · {_state(source, visit, desk)} · {source.id}"),
    )


def _state(source: Source, visit: Visit | None, desk: Desk) -> str:
    if source.paused:
        return f"paused: {visit.error}" if visit and visit.error else "paused"
    if visit is None:
        return "not read yet"
    if visit.error:
        return f"failing: {visit.error}"
    return f"read {age(visit.last_at, desk.now())}" if visit.last_at else "not read yet"
