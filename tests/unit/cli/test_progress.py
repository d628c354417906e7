"""Promises of `bot.cli.progress`: how far long work is."""

import io

from rich.console import Console
from rich.progress import Progress

from bot.cli.progress import Count, counted


def test_bar_appears_once_there_is_more_than_one_thing() -> None:
    """A feed that turns out to have entries is counted by them."""
    with Progress(console=Console(file=io.StringIO(), force_terminal=True)) as progress:
        count = Count(progress, progress.add_task("Reading", total=1, visible=False), 1)
        count.more(4)
        count.done()

    (task,) = progress.tasks
    assert (task.visible, task.total, task.completed) == (True, 5, 1)


def test_one_thing_has_no_bar() -> None:
    """It is there or it is not; nor is anything shown without a terminal."""
    with counted("Reading", 1) as count:
        count.done()

    (task,) = count.progress.tasks
    assert not task.visible
    assert count.progress.disable
