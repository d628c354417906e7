"""Visiting the sources with visible progress."""

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from bot.app import App, opened
from bot.cli.configured import environment
from bot.cli.output import FAILED, errors, json_line
from bot.config import Settings
from bot.errors import SourceError
from bot.models import Source
from bot.pipeline import Gathered
from bot.schedule.clock import SystemClock
from bot.schedule.visits import by_source, is_due
from bot.text.counts import counted
from bot.text.visible import one_line


async def once(settings: Settings, *, as_json: bool) -> int:
    """Visit the sources that are due and print counts; failed when none could be read."""
    async with opened(settings, environment(), clock=SystemClock(), gathers=True) as app:
        counts = await gather(app)
    row = {"sources": counts.sources, "failed": counts.failed, "articles": counts.articles}
    if as_json:
        json_line(row)
    elif counts.sources:
        found, brought = counted(counts.sources, "source"), counted(counts.articles, "article")
        typer.echo(f"{found}, {counts.failed} failed, {brought}")
    else:
        typer.echo("No source is due: each is visited every quarter of an hour, failing ones less.")
    return FAILED if counts.sources and counts.failed == counts.sources else 0


async def gather(app: App) -> Gathered:
    """Visit the sources that are due, and show on standard error how far it is.

    Each source that cannot be read is named with its reason; the others go on.
    """
    visits = await app.store.sources.visits()
    pushes = by_source(await app.store.pushes.all())
    now = app.tools.clock.now()
    waiting = [
        one
        for one in await app.store.sources.all()
        if is_due(one, visits.get(one.id), now, pushes.get(one.id))
    ]
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    # Without a terminal there is no bar, only the lines.
    hidden = not errors.is_terminal
    with Progress(*columns, console=errors, transient=True, disable=hidden) as progress:
        task = progress.add_task("Reading sources", total=len(waiting))

        def advance(source: Source, articles: int, error: SourceError | None) -> None:
            progress.advance(task)
            name = one_line(source.name, limit=60)
            if error is not None:
                progress.console.print(f"  {name}: {error.problem}", style="yellow")
            elif articles:
                progress.console.print(f"  {name}: {counted(articles, 'article')}", style="dim")

        return await app.pipeline.gather(waiting, progress=advance)
