"""Reads 1,000 feeds of 20 entries, cold and unchanged, beside other programs.

    python bench/gather.py [--feeds 1000] [--whole 100] [--peers PYTHON | --no-peers]

The feeds come from one process on loopback (`feedfarm.py`), each at a host of its own, so that
the pause and the one request at a time for each host stay as they are. Measured, each in a
process of its own:

- ours, reading: fetched, parsed where it can be ended, identified, looked up, visits stored;
- ours, whole: reading, and then extracting, grouping and storing articles (12 of a new feed;
  the feeds carry whole texts, so that no page is fetched), of fewer feeds;
- `reader` and feedparser behind aiohttp, installed into a folder that is thrown away (or found
  in PYTHON), and newsboat (Debian: `apt install newsboat`): left out with a word when not there;
- bare: aiohttp that looks at nothing, and each parser over the same bytes in memory.

Memory is that of all processes together, what they share counted once. Exits with 1 when what
is promised is not kept; rates depend on what else the machine does, ratios hardly.
"""

import argparse
import asyncio
import io
import json
import logging
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Self

import structlog
from feedfarm import address, feed

from bot.app import App, opened
from bot.config import Settings
from bot.fetch.items import source_id
from bot.fetch.parse import parse_feed
from bot.models import Source, Visit
from bot.pipeline.gathering import SOURCES_AT_ONCE
from bot.pipeline.lookup import Lookup
from bot.schedule.clock import SystemClock
from bot.schedule.visits import after_success, article_ids

HERE = Path(__file__).parent
WHOLE = "ours, whole"
FASTER_THAN_PEERS = 3.0
MOST_MB = 250.0
MOST_OF_PARSE = 1.5
"""CPU of reading a feed, of that of feedparser over the same bytes."""

MOST_OF_NETWORK = 3.0
"""CPU of an unchanged feed, of that of asking for it and looking at nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Took:
    """What reading all feeds took."""

    seconds: float
    cpu: float
    mb: float = 0.0
    entries: int = 0


def main(options: argparse.Namespace) -> int:
    """Measure and print; return 0 when every promise is kept."""
    feeds: int = options.feeds
    with tempfile.TemporaryDirectory() as folder, _farm(feeds) as port:
        home = Path(folder)
        rows: dict[str, list[Took]] = {}
        for name, command in _contenders(options, home, port):
            (home / name).mkdir()
            rows[name] = [_run(command, home / name) for _ in ("cold", "unchanged")]
            _show(name, rows[name], options.whole if name == WHOLE else feeds)
    parsers = _parsers(feeds)
    for name, took in parsers.items():
        _show(name, [took], feeds)
    return _judged(rows, parsers)


def _contenders(
    options: argparse.Namespace, home: Path, port: int
) -> Iterator[tuple[str, list[str]]]:
    """Yield the programs, each with what it is started with but for its folder."""
    # Not by its file: processes that parse would load this program and all that it needs anew.
    run = f"import sys; sys.path.insert(0, {str(HERE)!r}); import gather; gather.tell_ours()"
    ours = [sys.executable, "-c", run]
    at = [str(options.feeds), str(port)]
    heads = f"{'':<20}{'':<11}{'feeds/s':>9}{'CPU s':>8}{'CPU ms/feed':>13}{'MB':>7}{'entries':>9}"
    print(heads)
    yield "ours, reading", [*ours, "reading", *at]
    if options.whole:
        yield WHOLE, [*ours, "whole", str(options.whole), str(port)]
    python = None if options.no_peers else options.peers or _installed(home / "venv")
    peers = [python, str(HERE / "peers.py")]
    for name in ("reader", "loop", "bare") if python else ():
        yield name, [*map(str, peers), name, *at]
    if shutil.which("newsboat") and not options.no_peers:
        yield "newsboat", [sys.executable, str(HERE / "boat.py"), *at]
    elif not options.no_peers:
        print("newsboat is not there: apt install newsboat")


def _installed(folder: Path) -> Path | None:
    """Return a Python that has the peers, made for this run; None when they cannot be had."""
    python = folder / "bin" / "python"
    packages = ["reader", "sgmllib3k", "feedparser", "aiohttp"]
    try:
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True, timeout=120)
        command = [str(python), "-m", "pip", "install", "-q", *packages]
        subprocess.run(command, check=True, timeout=300, stderr=subprocess.DEVNULL)
    except (subprocess.SubprocessError, OSError) as error:
        print(f"peers cannot be installed ({error}): give a Python that has them with --peers")
        return None
    return python


def _run(command: Sequence[str], folder: Path) -> Took:
    made = subprocess.run([*command, str(folder)], check=True, capture_output=True, text=True)
    return Took(**json.loads(made.stdout.splitlines()[-1]))


def _show(name: str, took: Sequence[Took], feeds: int) -> None:
    for state, one in zip(("cold", "unchanged"), took, strict=False):
        print(
            f"{name:<20}{state:<11}{feeds / one.seconds:>9.0f}{one.cpu:>8.2f}"
            f"{one.cpu / feeds * 1000:>13.2f}{one.mb:>7.0f}{one.entries:>9}",
            flush=True,
        )


def _judged(rows: dict[str, list[Took]], parsers: dict[str, Took]) -> int:
    """Print the ratios, and whether what is promised is kept."""
    cold, unchanged = rows["ours, reading"]
    slow = parsers["feedparser alone"].cpu
    claims = [
        ("CPU, of feedparser alone", cold.cpu / slow, MOST_OF_PARSE),
        ("memory, MB", max(cold.mb, unchanged.mb), MOST_MB),
    ]
    fast = cold.cpu / parsers["fastfeedparser alone"].cpu
    print(f"CPU, of fastfeedparser alone: {fast:.1f} (no promise: it looks at nothing twice)")
    for name in ("reader", "loop", "newsboat"):
        if name in rows:
            ratio = rows[name][0].seconds / cold.seconds
            work = rows[name][0].cpu / cold.cpu
            print(f"{name}: {ratio:.1f} times our time, {work:.1f} times our CPU, cold")
    peers = [rows[name][0] for name in ("reader", "loop") if name in rows]
    if peers:
        best = min(peer.seconds for peer in peers)
        claims.append(("time, of the best peer's third", cold.seconds * 3 / best, 1.0))
    if "bare" in rows:
        bare = rows["bare"][1]
        print(f"unchanged: {unchanged.seconds / bare.seconds:.1f} times the bare network's time")
        claims.append(
            ("CPU unchanged, of the bare network", unchanged.cpu / bare.cpu, MOST_OF_NETWORK)
        )
    for name, value, most in claims:
        print(f"{'kept' if value <= most else 'BROKEN'}: {name}: {value:.2f} ({most:g} at most)")
    return 1 if any(value > most for _, value, most in claims) else 0


def _parsers(feeds: int) -> dict[str, Took]:
    """Return what parsing alone takes, over the same bytes, in this process."""
    import fastfeedparser
    import feedparser

    bodies = [feed(number) for number in range(0, feeds, 10)]
    parsers: dict[str, Callable[[bytes], object]] = {
        "fastfeedparser alone": fastfeedparser.parse,
        "ours alone": parse_feed,
        "feedparser alone": lambda body: feedparser.parse(io.BytesIO(body)),
    }
    took = {}
    for name, parse in parsers.items():
        parse(bodies[0])
        cpu, wall = time.process_time(), time.perf_counter()
        for body in bodies:
            parse(body)
        times = feeds / len(bodies)
        took[name] = Took(
            seconds=(time.perf_counter() - wall) * times, cpu=(time.process_time() - cpu) * times
        )
    return took


@contextmanager
def _farm(feeds: int) -> Iterator[int]:
    command = [sys.executable, str(HERE / "feedfarm.py"), str(feeds)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as child:
        if child.stdout is None:
            raise OSError("the farm has no output")
        yield int(child.stdout.readline())
        child.communicate("")


async def ours(how: str, feeds: int, port: int, folder: str) -> Took:
    """Read the feeds as the desk does; the store is in the folder."""
    sources = tuple(_source(address(number, port)) for number in range(feeds))
    hosts = [source.address.split("/")[2] for source in sources]
    settings = Settings.model_validate(
        {"store": {"path": f"{folder}/desk.sqlite3"}, "fetch": {"allow_private": hosts}}
    )
    async with opened(
        settings, {"NEWSDESK_HOME": folder}, clock=SystemClock(), sources=sources
    ) as app:
        await _warmed(app)
        with Together() as together:
            wall = time.perf_counter()
            entries = await (_whole(app, sources) if how == "whole" else _reading(app, sources))
            seconds = time.perf_counter() - wall
            cpu = together.cpu()
        return Took(seconds=seconds, cpu=cpu, mb=together.peak_mb, entries=entries)


def _source(url: str) -> Source:
    return Source(id=source_id("feed", url), kind="feed", address=url, name=url)


async def _warmed(app: App) -> None:
    """Have each process load what it needs, as other programs have when their time begins."""
    works = [partial(parse_feed, feed(number)) for number in range(4)]
    workers = app.pipeline.parts.workers
    await asyncio.gather(
        *(workers.call(work, about="warm", within=timedelta(seconds=60)) for work in works)
    )


async def _whole(app: App, sources: Sequence[Source]) -> int:
    return (await app.pipeline.gather(sources)).articles


async def _reading(app: App, sources: Sequence[Source]) -> int:
    """Read the sources, look their entries up, and store the visits."""
    parts = app.pipeline.parts
    visits = await parts.store.sources.visits()
    gate, lookup = asyncio.Semaphore(SOURCES_AT_ONCE), Lookup(parts.store.library)

    async def read(source: Source) -> tuple[Visit, int]:
        visit = visits.get(source.id)
        async with gate:
            reading = await parts.reader.read(source, visit)
            await lookup.known(article_ids(source, reading.entries))
        made = after_success(source, visit, reading, parts.clock.now())
        return made, len(reading.entries)

    results = await asyncio.gather(*map(read, sources))
    await parts.store.sources.record(*(visit for visit, _ in results))
    return sum(count for _, count in results)


class Together:
    """This process and those it started: their CPU from here on, and the most they hold."""

    def __init__(self) -> None:
        self.peak_mb = 0.0
        self._is_over = threading.Event()
        self._watch = threading.Thread(target=self._watched, daemon=True)
        self._before = 0.0

    def __enter__(self) -> Self:
        self._before = self._used()
        self._watch.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._is_over.set()
        self._watch.join()

    def cpu(self) -> float:
        """Return the CPU seconds since the start, also of processes that have ended since."""
        return self._used() - self._before

    def _used(self) -> float:
        ticks = os.sysconf("SC_CLK_TCK")
        used = [Path(f"/proc/{pid}/stat").read_text("ascii") for pid in _family()]
        fields = [line.rpartition(")")[2].split()[11:15] for line in used]
        return sum(int(value) for line in fields for value in line) / ticks

    def _watched(self) -> None:
        while not self._is_over.wait(0.2):
            self.peak_mb = max(self.peak_mb, sum(map(_own_mb, _family())))


def _family() -> list[int]:
    """Return the processes that descend from this one, with itself."""
    parents = {}
    for path in Path("/proc").iterdir():
        if path.name.isdecimal():
            try:
                stat = (path / "stat").read_text("ascii", "replace")
            except OSError:
                continue
            parents[int(path.name)] = int(stat.rpartition(")")[2].split()[1])
    family = [os.getpid()]
    for one in family:
        family += [child for child, parent in parents.items() if parent == one]
    return family


def _own_mb(pid: int) -> float:
    """Return the memory of a process; what it shares with others is shared out among them."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines()
    except OSError:
        return 0.0
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:"))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--feeds", type=int, default=1000)
    parser.add_argument("--peers", help="a Python that has reader, feedparser and aiohttp")
    parser.add_argument("--no-peers", action="store_true")
    parser.add_argument("--whole", type=int, default=100, help="feeds of the whole round")
    return parser.parse_args()


def tell_ours() -> None:
    """Print what reading takes, in the process that is asked to read."""
    how, feeds, port, folder = sys.argv[1:]
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    took = asyncio.run(ours(how, int(feeds), int(port), folder))
    print(json.dumps(asdict(took)))


if __name__ == "__main__":
    sys.exit(main(_arguments()))
