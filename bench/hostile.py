"""Reads every case of a server that misbehaves, and says what came of each.

    python bench/hostile.py SERVER.py [NAME...]

SERVER.py is started as a program, by the `python3` of the path: it may need what this project
does not. It listens on loopback, prints one line of JSON with its `ports`, lists its cases
at `/_manifest`, what it saw at `/_stats`, and forgets that at `/_reset`. Nothing may ever connect
to its port `canary`. One fetcher reads all cases as if a person typed their addresses, so that a
host that asks for rest in one case does not end the others. Exits with 1 when a case is not as
its manifest expects, or when memory or the event loop suffer.
"""

import asyncio
import json
import shutil
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from bot.app import PARSERS
from bot.errors import NewsdeskError, StatusError
from bot.fetch.http import HttpFetcher, Limits, TypedFetcher
from bot.fetch.reader import SourceReader
from bot.models import Reading
from bot.schedule.clock import SystemClock
from bot.workers.processes import ProcessWorkers

MOST_GROWTH_MB = 150.0
MOST_HELD_MS = 250.0
HOST = "127.0.0.1"
LIMITS = Limits(pause=timedelta())
"""Those of the desk, without the pause between two cases on one host."""

STATED = frozenset(
    {
        *("outcome", "max_seconds", "max_hits", "max_rss_mb", "max_body", "max_items", "items"),
        *("canary", "retry_after_min", "no_text"),
    }
)


@dataclass(slots=True)
class Seen:
    """What came of a case."""

    reading: Reading | None = None
    error: Exception | None = None
    seconds: float = 0.0
    held_ms: float = 0.0
    growth_mb: float = 0.0
    wrong: list[str] = field(default_factory=list)


async def main(server: Path, names: Sequence[str]) -> int:
    """Run the cases and print what came of them; return 0 when all is as it should be."""
    with _running(server) as ports:
        open_ports = [f"{HOST}:{port}" for name, port in ports.items() if name != "canary"]
        fetcher = HttpFetcher(SystemClock(), allow_private=open_ports, limits=LIMITS)
        async with fetcher, ProcessWorkers(preload=PARSERS) as workers:
            reader = SourceReader(fetcher, workers=workers, typed=TypedFetcher(fetcher))
            cases = await _told(ports, "_manifest")
            cases = [case for case in cases if not names or case["name"] in names]
            await _warmed(reader, ports, cases)
            before = _resident_mb()
            results = [(case, await _case(reader, ports, case)) for case in cases]
            growth = max((seen.growth_mb for _, seen in results), default=0.0)
            left = _resident_mb() - before
        state = await _told(ports, "_stats")
    return _report(results, canary=state["canary_hits"], growth=max(growth, left))


async def _case(reader: SourceReader, ports: Mapping[str, int], case: Mapping[str, Any]) -> Seen:
    """Read the address of one case."""
    seen = Seen()
    resident = _resident_mb(reset=True)
    started = time.perf_counter()
    async with _watched(seen):
        try:
            _, seen.reading = await reader.discover(_address(ports, case))
        except NewsdeskError as error:
            seen.error = error
        except Exception as error:  # noqa: BLE001  what the bench is for
            seen.error = error
            seen.wrong.append(f"raised {type(error).__name__}")
    seen.seconds = time.perf_counter() - started
    seen.growth_mb = max(0.0, _peak_mb() - resident)
    if case["port"] in ports:
        seen.wrong += _faults(seen, case, await _told(ports, "_stats"))
    else:
        seen.wrong.append(f"the server has no port {case['port']}")
    return seen


def _address(ports: Mapping[str, int], case: Mapping[str, Any]) -> str:
    scheme = "https" if case["port"].startswith("tls") else "http"
    return f"{scheme}://{HOST}:{ports.get(case['port'], 9)}{case['path']}"


def _faults(seen: Seen, case: Mapping[str, Any], state: Mapping[str, Any]) -> Iterator[str]:
    """Yield what is not as the manifest expects."""
    expected = case["expect"]
    stats = state["stats"].get(case["name"], {})
    entries = seen.reading.entries if seen.reading else ()
    outcome = "ok" if seen.error is None else "error"
    if expected.get("outcome", "either") not in {"either", outcome}:
        yield f"{outcome} for {expected['outcome']}"
    figures = (
        ("max_seconds", seen.seconds, "s"),
        ("max_hits", stats.get("hits", 0), "requests"),
        ("max_rss_mb", seen.growth_mb, "MB"),
        ("max_body", stats.get("bytes", 0), "bytes sent"),
        ("max_items", len(entries), "entries"),
        ("canary", state["canary_hits"], "hits of the canary"),
    )
    for name, value, unit in figures:
        if name in expected and value > expected[name]:
            yield f"{value:g} {unit}, {expected[name]} at most"
    if "items" in expected and len(entries) != expected["items"]:
        yield f"{len(entries)} entries for {expected['items']}"
    if "retry_after_min" in expected and _waits(seen.error) < expected["retry_after_min"]:
        yield f"comes back in {_waits(seen.error):g} s, after {expected['retry_after_min']} s asked"
    for text in expected.get("no_text", ()):
        if any(text in repr(entry) or text in entry.id + entry.title for entry in entries):
            yield f"tells {text!r}"
    if unknown := expected.keys() - STATED:
        print(f"{case['name']}: not judged here: {', '.join(sorted(unknown))}")


def _waits(error: Exception | None) -> float:
    asked = error.retry_after if isinstance(error, StatusError) else None
    return asked.total_seconds() if asked else 0.0


def _report(
    results: Sequence[tuple[Mapping[str, Any], Seen]], *, canary: int, growth: float
) -> int:
    print(f"{'case':<34}{'seconds':>8}{'held ms':>9}{'MB':>7}  what came of it")
    for case, seen in results:
        mark = "  " if not seen.wrong else "! "
        told = "; ".join(seen.wrong) or _outcome(seen)
        print(
            f"{mark}{case['name'][:31]:<32}{seen.seconds:>8.2f}{seen.held_ms:>9.0f}"
            f"{seen.growth_mb:>7.0f}  {told}"
        )
    right = sum(not seen.wrong for _, seen in results)
    held = max((seen.held_ms for _, seen in results), default=0.0)
    print(f"as expected {right}/{len(results)}, connections to the canary {canary}")
    print(f"memory grew by {growth:.0f} MB ({MOST_GROWTH_MB:g} at most)")
    print(f"the event loop was held for {held:.0f} ms ({MOST_HELD_MS:g} at most)")
    is_well = growth <= MOST_GROWTH_MB and held <= MOST_HELD_MS and canary == 0
    return 0 if is_well and right == len(results) else 1


def _outcome(seen: Seen) -> str:
    if seen.error is None:
        return f"{len(seen.reading.entries) if seen.reading else 0} entries"
    return str(seen.error).partition(": ")[2][:90] or str(seen.error)


async def _warmed(
    reader: SourceReader, ports: Mapping[str, int], cases: Sequence[Mapping[str, Any]]
) -> None:
    """Load what a first reading loads: that is no case's doing."""
    good = [case for case in cases if case["category"] == "control"] or cases
    with suppress(NewsdeskError):
        await reader.discover(_address(ports, good[0]))
    await _told(ports, "_reset")


async def _told(ports: Mapping[str, int], name: str) -> Any:  # noqa: ANN401  the server's JSON
    """Return what the server says of itself; asked over a connection of its own."""
    reading, writing = await asyncio.open_connection(HOST, ports["http"])
    writing.write(f"GET /{name} HTTP/1.1\r\nHost: {HOST}\r\nConnection: close\r\n\r\n".encode())
    answer = await reading.read()
    writing.close()
    return json.loads(answer.partition(b"\r\n\r\n")[2])


@contextmanager
def _running(server: Path) -> Iterator[dict[str, int]]:
    """Run the server; yield its ports by name."""
    command = [shutil.which("python3") or sys.executable, str(server)]
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE) as child:
        try:
            yield json.loads((child.stdout or sys.stdin.buffer).readline())["ports"]
        finally:
            child.terminate()


@asynccontextmanager
async def _watched(seen: Seen) -> AsyncIterator[None]:
    """Note the longest time for which nothing else could run in the event loop."""
    step = 0.005

    async def watch() -> None:
        at = time.perf_counter()
        while True:
            await asyncio.sleep(step)
            now = time.perf_counter()
            seen.held_ms = max(seen.held_ms, (now - at - step) * 1000)
            at = now

    watching = asyncio.create_task(watch())
    try:
        await asyncio.sleep(0)
        yield
    finally:
        watching.cancel()


def _resident_mb(*, reset: bool = False) -> float:
    """Return the memory in use; with `reset` its peak is counted from here."""
    if reset:
        Path("/proc/self/clear_refs").write_text("5", "ascii")
    return _status_mb("VmRSS")


def _peak_mb() -> float:
    return _status_mb("VmHWM")


def _status_mb(name: str) -> float:
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(name))


if __name__ == "__main__":
    if len(sys.argv) < 2:  # noqa: PLR2004  the server's path
        sys.exit(__doc__)
    sys.exit(asyncio.run(main(Path(sys.argv[1]), sys.argv[2:])))
