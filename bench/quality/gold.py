"""The gold data and the scorers: both lie outside of the repository and are used where they are."""

import importlib.util
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from bot.cli.rows import rows as numbered

Row = Mapping[str, Any]

ROOT = Path(__file__).parents[2]
FOLDERS = ("clustering", "condensing", "search")
SCORERS = ("clustering_score.py", "condensing_score.py", "neardup_cases.py")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """Where the gold data and the scorers are."""

    data: Path
    scorers: Path

    def missing(self) -> list[Path]:
        """Return what should be there and is not."""
        wanted = [self.data / name for name in FOLDERS]
        wanted += [self.scorers / name for name in SCORERS]
        return [path for path in wanted if not path.exists()]

    def path(self, folder: str, name: str) -> Path:
        """Return a gold set's file, packed or not."""
        packed = self.data / folder / f"{name}.jsonl.gz"
        return packed if packed.exists() else packed.with_suffix("")

    def rows(self, folder: str, name: str) -> list[Row]:
        """Return the rows of a gold set."""
        return [row for _, row in numbered(self.path(folder, name))]

    def scorer(self, name: str) -> ModuleType:
        """Return a scorer, imported from where it lies."""
        return _imported(self.scorers / f"{name}.py")


@cache
def _imported(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path}: no module")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def newsdesk(*words: str | Path, rows: Iterable[Row] = ()) -> list[Row]:
    """Run the program as an operator does and return what it prints, one object a line.

    `rows` go to its standard input. It starts in a home of its own and without our environment,
    so that no settings weigh in.
    """
    given = "".join(f"{json.dumps(row)}\n" for row in rows)
    with tempfile.TemporaryDirectory() as home:
        done = subprocess.run(
            [sys.executable, "-m", "bot", *map(str, words)],
            input=given,
            env={"NEWSDESK_HOME": home, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
            cwd=home,
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
    return [json.loads(line) for line in done.stdout.splitlines()]
