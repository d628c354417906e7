"""How far long work is: a bar on standard error, where somebody looks on."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
)

from bot.cli.output import errors


@dataclass(slots=True)
class Count:
    """How many things are done, of how many. There is no bar for one thing."""

    progress: Progress
    task: TaskID
    total: int

    def done(self) -> None:
        """Count one thing as done."""
        self.progress.advance(self.task)

    def more(self, things: int) -> None:
        """Count so many more things to do, as when a source turns out to have entries."""
        self.total += things
        self.progress.update(self.task, total=self.total, visible=self.total > 1)


@contextmanager
def counted(label: str, total: int) -> Iterator[Count]:
    """Show a bar for so many things; without a terminal there is none."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    hidden = not errors.is_terminal
    with Progress(*columns, console=errors, transient=True, disable=hidden) as progress:
        task = progress.add_task(label, total=total, visible=total > 1)
        yield Count(progress, task, total)
