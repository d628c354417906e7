"""Prints how long the command line takes to start: `python bench/startup.py`.

Each command runs once to compile what it imports, into a folder of its own, and then several
times; the best counts. The demo is timed to its first briefing and to the end of its second.
"""

# ruff: noqa: S603 (what is run is ourselves)

import os
import resource
import subprocess
import sys
import tempfile
import time

RUNS = 5
HELP = (["--help"], ["--version"], ["latest", "--help"], ["nonsense"])
FIRST_BRIEFING = "Made at"


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": folder, "NEWSDESK_HOME": folder}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        print(f"{'command':<24}{'CPU s':>8}{'seconds':>10}   (best of {RUNS}, and the first run)")
        for line in HELP:
            runs = [_run(line, environment) for _ in range(RUNS + 1)]
            cpu, wall = (min(column) for column in zip(*runs[1:], strict=True))
            print(f"{' '.join(line):<24}{cpu:>8.2f}{wall:>10.2f}   {runs[0][0]:.2f} CPU s cold")
        demos = [_demo(environment) for _ in range(RUNS + 1)]
        cpu, first, both = (min(column) for column in zip(*demos[1:], strict=True))
        print(f"{'demo':<24}{cpu:>8.2f}{both:>10.2f}   {demos[0][1]:.2f} s cold to a briefing")
        print(f"{'demo, first briefing':<24}{'':>8}{first:>10.2f}")


def _run(line: list[str], environment: dict[str, str]) -> tuple[float, float]:
    """Return the CPU and wall seconds of a command."""
    before, began = _cpu(), time.perf_counter()
    command = [sys.executable, "-m", "bot", *line]
    subprocess.run(command, env=environment, capture_output=True, check=False)
    return _cpu() - before, time.perf_counter() - began


def _demo(environment: dict[str, str]) -> tuple[float, float, float]:
    """Return the demo's CPU seconds, and its wall seconds to the first and last briefing."""
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
        told = [
            time.perf_counter() - began for line in child.stdout or () if FIRST_BRIEFING in line
        ]
    return _cpu() - before, told[0], time.perf_counter() - began


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
