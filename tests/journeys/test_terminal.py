"""Somebody sits at a terminal: the prompt is one, and its questions wait for an answer."""

import os
import pty
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from select import select

from tests.journeys.shell import environment

LIMIT_S = 15


@dataclass(slots=True)
class Seat:
    """A keyboard and a screen, and what the screen has shown since it was last looked at."""

    device: int
    shown: str = field(default="")

    def type(self, keys: str) -> None:
        """Press keys."""
        os.write(self.device, keys.encode())

    def wait_for(self, words: str) -> str:
        """Return what was shown up to `words`."""
        while words not in self.shown:
            assert select([self.device], [], [], LIMIT_S)[0], self.shown
            self.shown += os.read(self.device, 4096).decode(errors="replace")
        before, _, self.shown = self.shown.partition(words)
        return before


@contextmanager
def seated(home: Path, *arguments: str) -> Iterator[tuple[Seat, subprocess.Popen[bytes]]]:
    """Run a command on a terminal of its own."""
    device, line = pty.openpty()
    try:
        with subprocess.Popen(  # noqa: S603 — our own program
            [sys.executable, "-m", "bot", *arguments],
            stdin=line,
            stdout=line,
            stderr=line,
            cwd=home,
            env=environment(home) | {"TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1"},
            start_new_session=True,
        ) as desk:
            os.close(line)
            try:
                yield Seat(device), desk
            finally:
                desk.kill() if desk.poll() is None else None
    finally:
        os.close(device)


def test_only_a_yes_confirms_at_the_prompt(tmp_path: Path) -> None:
    """Another command, Ctrl-C and Ctrl-D confirm nothing; Return does."""
    with seated(tmp_path, "chat") as (seat, desk):
        for answer in ("/news subscriptions\r", "\x03", "\x04"):
            seat.wait_for("newsdesk>")
            seat.type("/subscribe harbour 08:00\r")
            seat.wait_for("Subscribe? [Y/n]")
            seat.type(answer)
            seat.wait_for("Not confirmed")
        seat.wait_for("newsdesk>")
        seat.type("/subscribe harbour 08:00\r")
        seat.wait_for("Subscribe? [Y/n]")
        seat.type("\r")
        seat.wait_for("Subscribed to harbour")
        seat.wait_for("newsdesk>")
        seat.type("\x04")

        assert desk.wait(LIMIT_S) == 0


def test_the_sample_newsroom_is_opened_when_it_is_wanted(tmp_path: Path) -> None:
    """A no leads to the desk's own prompt; no log line is shown before it."""
    config = tmp_path / "desk.toml"
    config.write_text(f'[[sources]]\nkind = "files"\naddress = "{tmp_path}/none"\n', "utf-8")
    with seated(tmp_path, "--config", str(config), "run") as (seat, desk):
        before = seat.wait_for("Open the sample newsroom instead?")
        seat.type("n\r")
        after = seat.wait_for("newsdesk>")
        seat.type("/quit\r")

        assert desk.wait(LIMIT_S) == 0
    assert "[warning" not in before
    assert "no such file or folder" in before
    assert "invented places" not in after
