"""Prints how long the command line takes to start: `python bench/startup.py [ROUNDS]`.

Each command runs once to compile what it imports, into a folder of its own, and then ROUNDS
times (5). The demo is timed to its first briefing and to its end.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable

ROUNDS = 5
COMMANDS = (["--help"], ["--version"], ["latest", "--help"], ["nonsense"])
TOLD = "Made at"
"""Ends a briefing."""


def main(rounds: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": folder, "NEWSDESK_HOME": folder}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        heads = ("CPU seconds", "wall seconds", "first run")
        print(f"{'min / median / max of':<22}" + "".join(f"{head:>22}" for head in heads))
        print(f"{f'{rounds} rounds':<22}")
        for line in COMMANDS:
            _show(" ".join(line), [_run(line, environment) for _ in range(rounds + 1)])
        demos = [_demo(environment) for _ in range(rounds + 1)]
        _show("demo, first briefing", [(None, first) for _, first, _ in demos])
        _show("demo, to its end", [(cpu, end) for cpu, _, end in demos])


def _show(name: str, runs: list[tuple[float | None, float]]) -> None:
    (_, cold), *warm = runs
    cpu = [used for used, _ in warm if used is not None]
    wall = [took for _, took in warm]
    print(f"{name:<22}{_spread(cpu):>22}{_spread(wall):>22}{cold:>22.2f}")


def _spread(values: Iterable[float]) -> str:
    found = sorted(values)
    if not found:
        return "-"
    return f"{found[0]:.2f} / {statistics.median(found):.2f} / {found[-1]:.2f}"


def _run(line: list[str], environment: dict[str, str]) -> tuple[float | None, float]:
    """Return the CPU and wall seconds of a command."""
    before, began = _cpu(), time.perf_counter()
    command = [sys.executable, "-m", "bot", *line]
    subprocess.run(command, env=environment, capture_output=True, check=False)
    return _cpu() - before, time.perf_counter() - began


def _demo(environment: dict[str, str]) -> tuple[float, float, float]:
    """Return the demo's CPU seconds, and its wall seconds to the first briefing and to its end."""
    before, began = _cpu(), time.perf_counter()
    command = [sys.executable, "-m", "bot", "demo"]
    with subprocess.Popen(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as child:
        told = [time.perf_counter() - began for line in child.stdout or () if TOLD in line]
    return _cpu() - before, told[0], time.perf_counter() - began


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else ROUNDS)
