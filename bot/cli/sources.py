"""`newsdesk source list` and `export`: what is read, and how it fares."""

import typer

from bot.app import opened
from bot.cli.asking import ask
from bot.cli.configured import environment
from bot.cli.output import errors, iso, json_line
from bot.config import Settings
from bot.fetch.opml import feeds_of, opml_of
from bot.models import EVERYONE, Source, Visit
from bot.schedule.clock import SystemClock
from bot.text.counts import counted


async def listed(settings: Settings, *, as_json: bool) -> None:
    """Print the sources, every one of them as records, a page of them for people."""
    if not as_json:
        await ask(settings, ("news", "source", "list"), {})
        return
    async with opened(settings, environment(), clock=SystemClock()) as app:
        sources, visits = await app.store.sources.all(), await app.store.sources.visits()
    if not sources:
        errors.print("No source is read yet. newsdesk source add ADDRESS adds one.")
    for source in sources:
        json_line(source_row(source, visits.get(source.id)))


async def exported(settings: Settings) -> None:
    """Print the feeds that everyone may read as a list for other readers (OPML)."""
    async with opened(settings, environment(), clock=SystemClock()) as app:
        sources = await app.store.sources.all(EVERYONE)
    typer.echo(opml_of(sources, title="Newsdesk"), nl=False)
    left_out = len(sources) - len(feeds_of(sources))
    if left_out:
        errors.print(f"No place in a list of feeds: {counted(left_out, 'source')} of other kinds.")


def source_row(source: Source, visit: Visit | None) -> dict[str, object]:
    """Return a source and its state as a record."""
    return {
        "id": source.id,
        "name": source.name,
        "kind": source.kind,
        "address": source.address,
        "selector": source.selector or None,
        "topics": list(source.topics),
        "state": state(source, visit),
        "error": visit.error if visit else None,
        "read": iso(visit.last_at) if visit else None,
    }


def state(source: Source, visit: Visit | None) -> str:
    """Return how a source fares: paused, unread, failing or read."""
    if source.paused:
        return "paused"
    if visit is not None and visit.error:
        return "failing"
    return "read" if visit is not None and visit.last_at else "unread"
