"""Prints what parsing in other processes costs, and what it withstands.

    python bench/parsing.py [--quick]

First the cost of a warm call over a bare one, with a page of 170 kB; then how long the event loop
is held; then when what never ends is ended, with no guard before it; then documents that are
built to hang parsers, each in a process of its own. Exits with 1 when a promise breaks. `--quick`
leaves out the documents. CPU and memory of processes are read from /proc: Linux only.
"""

import asyncio
import os
import re
import sys
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from documents import MB, attacks, reading, usual_feed, usual_page

from bot.app import PARSERS
from bot.errors import NewsdeskError
from bot.fetch.webpage import web_page
from bot.models import Page
from bot.workers.processes import ProcessWorkers

WITHIN = timedelta(seconds=10)
CALLS, ROUNDS, HOLDS = 50, 20, 3
PAGE = 170_000

MOST_MS_A_CALL = 1.0
MOST_HOLD_S = 0.25
MOST_CLOSING_S = 1.0
MOST_CPU_S = 10.0
MOST_MEMORY_MB = 512.0
MOST_LATE_S = 5.0
"""After the time limit, until the caller is told: other programs may keep us waiting."""

TOLD_S = 0.5
"""Of CPU beyond the limit, until the process is ended."""

TICK_S = 0.001
SETTLED_S = 0.1
"""Until work that was asked for is under way."""

TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(slots=True)
class Promises:
    """What was promised, and which of it broke."""

    broken: list[str] = field(default_factory=list)

    def show(self, what: str, value: float, most: float, unit: str) -> None:
        """Print a figure beside what it may be at most."""
        kept = value <= most
        print(f"  {what:<44}{value:>10.2f} {unit:<3} {'' if kept else f'  OVER {most:g}'}")
        if not kept:
            self.broken.append(what)


def measure(page: Page) -> int:
    """Look at nothing but the size, so that only the call costs."""
    return len(page.body)


def spent() -> float:
    """Return the CPU seconds of the process that works."""
    return time.process_time()


def loop_forever() -> NoReturn:
    """Never end."""
    while True:
        pass


def match_forever() -> object:
    """Never end, inside of C."""
    return re.match(r"(a|aa)+$", "a" * 80 + "b")


def grow_forever() -> NoReturn:
    """Want ever more memory."""
    held = []
    while True:
        held.append(bytearray(MB))


def text_of(size: int) -> str:
    """Return a long text."""
    return "pier " * (size // 5)


async def cost(promises: Promises) -> None:
    """Measure what a warm call costs over a bare one."""
    print(f"A warm call over a bare one ({ROUNDS} x {CALLS} calls)")
    page = usual_page(PAGE)
    async with ProcessWorkers(preload=PARSERS, most=1, most_calls=10**9) as workers:
        for name, work in (
            ("nothing, page of 170 kB", partial(measure, page)),
            ("parsing, feed of 20 entries", reading(usual_feed(20))),
        ):
            walls, cpus = [], []
            for _ in range(ROUNDS):
                bare_wall, bare_cpu = await timed(partial(bare, work), CALLS)
                elsewhere = await called(workers, spent)
                wall, cpu = await timed(partial(called, workers, work), CALLS)
                cpu += (await called(workers, spent) - elsewhere) * 1000 / CALLS
                walls.append(wall - bare_wall)
                cpus.append(cpu - bare_cpu)
            # Other programs on the machine only ever add to it.
            promises.show(f"{name}, CPU", min(cpus), MOST_MS_A_CALL, "ms")
            promises.show(f"{name}, wall", min(walls), MOST_MS_A_CALL, "ms")


async def bare(work: Callable[[], object]) -> object:
    """Do work right here."""
    return work()


async def called(workers: ProcessWorkers, work: Callable[[], Any]) -> Any:  # noqa: ANN401
    """Have work done elsewhere."""
    return await workers.call(work, about="bench", within=WITHIN)


async def timed(call: Callable[[], Awaitable[object]], calls: int) -> tuple[float, float]:
    """Return the wall and CPU milliseconds of a call; the first is not counted."""
    await call()
    wall, cpu = time.perf_counter(), time.process_time()
    for _ in range(calls):
        await call()
    return (
        (time.perf_counter() - wall) * 1000 / calls,
        (time.process_time() - cpu) * 1000 / calls,
    )


async def holds(promises: Promises) -> None:
    """Measure the longest hold of the event loop while large things go to and fro."""
    print("The longest hold of the event loop")
    large = usual_page(8 * MB)
    async with ProcessWorkers(preload=PARSERS) as workers:
        for name, work in (
            ("a page of 8 MB there", partial(measure, large)),
            ("a text of 8 MB back", partial(text_of, 8 * MB)),
            ("a page of 8 MB looked at", partial(web_page, large)),
        ):
            calls = [partial(called, workers, work) for _ in range(8)]
            longest = min([await held(calls) for _ in range(HOLDS)])  # others only add to it
            promises.show(f"{name}, 8 at once", longest, MOST_HOLD_S, "s")


async def held(calls: list[Callable[[], Awaitable[object]]]) -> float:
    """Return by how much a clock beside the calls was late at most."""
    longest = 0.0

    async def tick() -> None:
        nonlocal longest
        while True:
            before = time.perf_counter()
            await asyncio.sleep(TICK_S)
            longest = max(longest, time.perf_counter() - before - TICK_S)

    ticking = asyncio.ensure_future(tick())
    await asyncio.gather(*(call() for call in calls))
    ticking.cancel()
    return longest


async def unguarded(promises: Promises) -> None:
    """End what never ends by itself, with no guard before it."""
    print(f"What never ends, with no guard before it, is ended ({WITHIN.total_seconds():g} s)")
    for name, work in (
        ("a loop", loop_forever),
        ("a pattern", match_forever),
        ("a hoard", grow_forever),
    ):
        await attacked(promises, name, work)


async def closed(promises: Promises) -> None:
    """Close while work hangs inside of C."""
    print("Closing while work hangs")
    found = []
    for _ in range(HOLDS):
        workers = ProcessWorkers(preload=PARSERS, most=1)
        await called(workers, spent)
        hanging = asyncio.ensure_future(called(workers, match_forever))
        await asyncio.sleep(SETTLED_S)
        began = time.perf_counter()
        await workers.close()
        found.append(time.perf_counter() - began)
        await asyncio.wait([hanging])
        hanging.exception()
    promises.show("until every process is gone", min(found), MOST_CLOSING_S, "s")


async def attacked(promises: Promises, name: str, work: Callable[[], object]) -> None:
    """Do work in a process of its own, and print what it cost and how it ended."""
    async with ProcessWorkers(preload=PARSERS, most=1) as workers:
        await called(workers, spent)  # the process is there, and asked for nothing yet
        peak = asyncio.ensure_future(watched())
        began = time.perf_counter()
        try:
            await called(workers, partial(discarded, work))
            end = "read"
        except NewsdeskError as error:
            end = str(error).removeprefix("bench: ")
        took = time.perf_counter() - began
        peak.cancel()
        cpu, memory = await peak
        await called(workers, spent)
    late = WITHIN.total_seconds() + MOST_LATE_S
    is_kept = took <= late and cpu <= MOST_CPU_S + TOLD_S and memory <= MOST_MEMORY_MB
    print(f"  {name:<40}{took:>6.2f} s {cpu:>6.2f} s CPU {memory:>5.0f} MB  {end[:60]}")
    if not is_kept:
        promises.broken.append(name)
        print("  ^ OVER")


def discarded(work: Callable[[], object]) -> None:
    """Do work for its own sake."""
    work()


async def watched() -> tuple[float, float]:
    """Return the CPU seconds and the peak of memory, in MB, of all processes below, once stopped.

    Looks every 20 ms: those that are killed take their own figures with them.
    """
    cpu = memory = 0.0
    before = {own: used for own, used, _ in below()}
    try:
        while True:
            for own, used, peak in below():
                cpu = max(cpu, used - before.get(own, 0.0))
                memory = max(memory, peak)
            await asyncio.sleep(0.02)
    except asyncio.CancelledError:
        return cpu, memory


def below() -> list[tuple[int, float, float]]:
    """Return each worker's process, with its CPU seconds and peak of memory in MB."""
    parents, rows = {os.getpid()}, {}
    for path in Path("/proc").glob("[0-9]*"):
        try:
            stat = (path / "stat").read_text().rpartition(")")[2].split()
            rows[int(path.name)] = (int(stat[1]), (int(stat[11]) + int(stat[12])) / TICKS)
        except (OSError, IndexError):
            continue
    for _ in range(2):  # the server, and what it forked
        parents |= {own for own, (parent, _) in rows.items() if parent in parents}
    return [
        (own, rows[own][1], peak_of(own))
        for own in parents - {os.getpid()}
        if rows[own][0] != os.getpid()
    ]


def peak_of(process: int) -> float:
    """Return the most memory that a process has held, in MB; 0 when it is gone."""
    try:
        status = Path(f"/proc/{process}/status").read_text("ascii")
    except OSError:
        return 0.0
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    return int(found[1]) / 1000 if found else 0.0


async def main(*, is_quick: bool) -> int:
    """Measure and print; return the exit status."""
    promises = Promises()
    await cost(promises)
    await holds(promises)
    await closed(promises)
    await unguarded(promises)
    if not is_quick:
        print(f"Documents built to hang ({MOST_CPU_S:g} s CPU, {MOST_MEMORY_MB:g} MB at most)")
        for attack in attacks():
            await attacked(promises, attack.name, attack.work)
    print("All kept." if not promises.broken else f"Broken: {', '.join(promises.broken)}")
    return 1 if promises.broken else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main(is_quick="--quick" in sys.argv)))
