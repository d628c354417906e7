"""Starts the work of a command, and turns how it ended into words and an exit status."""

import asyncio
import os
import signal
import sys
import threading
from collections.abc import Callable, Coroutine
from typing import Any, NoReturn

import typer

from bot.cli.arguments.options import Chosen
from bot.cli.configured import settings_of
from bot.cli.output import FAILED, USAGE, fail
from bot.config import Settings
from bot.errors import ConfigError, NewsdeskError

STOP_WITHIN_S = 9.0
"""After SIGTERM; service managers commonly kill after ten seconds."""

Work = Callable[[Settings], Coroutine[Any, Any, int | None]]
"""What a command does. It returns the exit status, or None for 0."""


def run(chosen: Chosen, work: Work, *, quiet: bool = True, stays_open: bool = False) -> NoReturn:
    """Do the work and end: errors are said in words, SIGTERM and Ctrl-C end it cleanly.

    What `stays_open` is meant to be stopped, and that is no failure. `quiet` is as in
    `settings_of`.
    """
    last = threading.Timer(STOP_WITHIN_S, os._exit, (0,))
    last.daemon = True
    try:
        status = asyncio.run(_stoppable(work(settings_of(chosen, quiet=quiet)), last))
    except ConfigError as error:
        fail(str(error), USAGE)
    except NewsdeskError as error:
        fail(str(error))
    except asyncio.CancelledError:
        status = 0 if stays_open else FAILED
    except BrokenPipeError:
        # The reader of our output left; Python would complain again while flushing it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 0
    finally:
        last.cancel()
    raise typer.Exit(status or 0)


async def _stoppable(work: Coroutine[Any, Any, int | None], last: threading.Timer) -> int | None:
    """Do the work until it ends or a signal cancels it.

    `last` ends the process if that does not: a thread that computes cannot be cancelled.
    Nothing is lost by it, since what is stored is stored in transactions, and what was owed
    stays owed.
    """
    task = asyncio.ensure_future(work)
    loop = asyncio.get_running_loop()

    def stop() -> None:
        task.cancel()
        if not last.is_alive():
            last.start()

    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, stop)
    return await task
