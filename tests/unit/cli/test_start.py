"""Promises of `bot.cli.start`: how the work of a command ends."""

import asyncio
import os
import signal
import subprocess
import sys

import pytest
import typer

from bot.cli.arguments.options import Chosen
from bot.cli.start import run
from bot.config import Settings
from bot.errors import ConfigError, NewsdeskError, StoreError

STUCK = """
import asyncio, os, signal, threading
from bot.cli import start
from bot.cli.arguments.options import Chosen

start.STOP_WITHIN_S = 0.1

async def work(settings):
    os.kill(os.getpid(), signal.SIGTERM)
    await asyncio.to_thread(threading.Event().wait)

start.run(Chosen(), work, stays_open=True)
"""


async def stopped(settings: Settings) -> None:
    """Be told to stop while waiting."""
    del settings
    os.kill(os.getpid(), signal.SIGTERM)
    os.kill(os.getpid(), signal.SIGINT)
    await asyncio.Event().wait()


@pytest.mark.parametrize(("stays_open", "status"), [(True, 0), (False, 1)])
def test_a_signal_ends_it(*, stays_open: bool, status: int) -> None:
    """What stays open is meant to be stopped; anything else was not finished."""
    with pytest.raises(typer.Exit) as ended:
        run(Chosen(), stopped, stays_open=stays_open)

    assert ended.value.exit_code == status


def test_a_thread_that_never_ends_does_not_keep_it() -> None:
    """It is left behind after a while."""
    command = [sys.executable, "-c", STUCK]
    child = subprocess.run(command, check=False, timeout=30)  # noqa: S603 — our own words

    assert child.returncode == 0


@pytest.mark.parametrize(
    ("error", "status"),
    [(ConfigError("store.use", "no such part"), 2), (StoreError("the disk is full"), 1)],
)
def test_errors_are_said_in_words(
    capsys: pytest.CaptureFixture[str], error: NewsdeskError, status: int
) -> None:
    """A wrong setting is one of usage."""

    async def fails(settings: Settings) -> None:
        del settings
        raise error

    with pytest.raises(typer.Exit) as ended:
        run(Chosen(), fails)

    assert ended.value.exit_code == status
    assert capsys.readouterr().err == f"newsdesk: {error}\n"


@pytest.mark.parametrize(("returned", "status"), [(None, 0), (0, 0), (1, 1)])
def test_the_work_returns_the_status(returned: int | None, status: int) -> None:
    """None is a success."""

    async def work(settings: Settings) -> int | None:
        del settings
        return returned

    with pytest.raises(typer.Exit) as ended:
        run(Chosen(), work)

    assert ended.value.exit_code == status
