"""The command line as a shell runs it: a process of its own, with a home folder of its own."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LIMIT_S = 60
KEPT = frozenset({"PATH", "COVERAGE_PROCESS_START", "COVERAGE_PROCESS_CONFIG"})
WIDE = "400"
"""Columns: lines that are compared must not be broken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """How a command ended and what it printed."""

    status: int
    out: str
    said: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        """What it printed, as one JSON object a line."""
        return [json.loads(line) for line in self.out.splitlines()]


def newsdesk(home: Path, *arguments: str | Path, given: str = "") -> Ran:
    """Run a command in a folder, which is also the desk's home, with `given` on its input."""
    done = subprocess.run(  # noqa: S603 — our own program
        [sys.executable, "-m", "bot", *map(str, arguments)],
        input=given,
        cwd=home,
        env=environment(home),
        capture_output=True,
        text=True,
        timeout=LIMIT_S,
        check=False,
    )
    return Ran(status=done.returncode, out=done.stdout, said=done.stderr)


def environment(home: Path) -> dict[str, str]:
    """Return what the process may know: nothing of the machine's own settings."""
    kept = {
        name: os.environ[name] for name in ("PATH", "COVERAGE_PROCESS_START") if name in os.environ
    }
    return kept | {"NEWSDESK_HOME": str(home), "HOME": str(home), "COLUMNS": WIDE, "TZ": "UTC"}
