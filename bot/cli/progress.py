"""How far long work is: a bar on standard error, where somebody looks on."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from bot.cli.output import errors


@contextmanager
def counted(label: str, total: int) -> Iterator[Callable[[], None]]:
    """Show a bar for so many things; yields what is called after each of them.

    There is none for one thing, and none without a terminal.
    """
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    hidden = total <= 1 or not errors.is_terminal
    with Progress(*columns, console=errors, transient=True, disable=hidden) as progress:
        task = progress.add_task(label, total=total)
        yield lambda: progress.advance(task)
