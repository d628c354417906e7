"""Visiting the sources with visible progress."""

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from bot.app import App
from bot.cli.output import errors
from bot.errors import SourceError
from bot.models import Source
from bot.pipeline import Gathered
from bot.schedule.visits import is_due


async def gather(app: App) -> Gathered:
    """Visit the sources that are due, and show on standard error how far it is.

    Each source that cannot be read is named with its reason; the others go on.
    """
    visits = await app.store.sources.visits()
    now = app.tools.clock.now()
    waiting = [one for one in await app.store.sources.all() if is_due(one, visits.get(one.id), now)]
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=errors, transient=True) as progress:
        task = progress.add_task("Reading sources", total=len(waiting))

        def advance(source: Source, articles: int, error: SourceError | None) -> None:
            progress.advance(task)
            if error is not None:
                progress.console.print(f"  {source.name}: {error.problem}", style="yellow")
            elif articles:
                progress.console.print(f"  {source.name}: {articles} articles", style="dim")

        return await app.pipeline.gather(waiting, progress=advance)
