"""`newsdesk source list`: what is read, and how it fares."""

from bot.app import opened
from bot.cli.asking import ask
from bot.cli.configured import environment
from bot.cli.output import errors, iso, json_line
from bot.config import Settings
from bot.models import Source, Visit
from bot.schedule.clock import SystemClock


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


def source_row(source: Source, visit: Visit | None) -> dict[str, object]:
    """Return a source and its state as a record."""
    return {
        "id": source.id,
        "name": source.name,
        "kind": source.kind,
        "address": source.address,
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
