"""Other programs at the work of `bench/gather.py`; needs nothing of this project.

    python peers.py reader|loop|bare FEEDS PORT FOLDER

Reads the feeds of `feedfarm.py` once, in its own way, and prints one line of JSON: the seconds
and CPU seconds it took, and the most memory it held. What it keeps is in FOLDER: the second run
finds nothing changed. `reader` is the library of that name, `loop` is feedparser behind aiohttp,
`bare` asks over aiohttp and looks at nothing.
"""

import asyncio
import io
import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

AT_ONCE = 16
_HOSTS = 250


def addresses(feeds: int, port: int) -> list[str]:
    """Return where the feeds are, as `feedfarm.address` has them."""
    return [f"http://127.0.{n // _HOSTS}.{n % _HOSTS + 1}:{port}/feed.xml" for n in range(feeds)]


def timed(work: Callable[[], int]) -> None:
    """Do the work, which returns how many entries it read, and print what it took."""
    cpu, wall = time.process_time(), time.perf_counter()
    entries = work()
    took = time.perf_counter() - wall
    used = time.process_time() - cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": took, "cpu": used, "mb": peak, "entries": entries}))


def with_reader(urls: list[str], folder: Path) -> None:
    """Update the feeds with `reader`."""
    from reader import make_reader

    desk = make_reader(str(folder / "reader.sqlite"))
    for url in urls:
        desk.add_feed(url, exist_ok=True)

    def update() -> int:
        desk.update_feeds(workers=AT_ONCE)
        return desk.get_entry_counts().total or 0

    timed(update)


def with_loop(urls: list[str], folder: Path, *, parses: bool) -> None:
    """Ask for the feeds with aiohttp, and parse them with feedparser; entries are not kept."""
    import aiohttp
    import feedparser

    kept = folder / "etags.json"
    etags: dict[str, str] = json.loads(kept.read_text("utf-8")) if kept.exists() else {}

    async def read() -> int:
        gate = asyncio.Semaphore(AT_ONCE)
        async with aiohttp.ClientSession() as session:

            async def one(url: str) -> int:
                headers = {"If-None-Match": etags[url]} if url in etags else {}
                async with gate, session.get(url, headers=headers) as answer:
                    body = await answer.read()
                    etags[url] = answer.headers["ETag"]
                    if answer.status != 200 or not parses:  # noqa: PLR2004
                        return 0
                return len(feedparser.parse(io.BytesIO(body)).entries)

            return sum(await asyncio.gather(*map(one, urls)))

    timed(lambda: asyncio.run(read()))
    kept.write_text(json.dumps(etags), "utf-8")


if __name__ == "__main__":
    name, feeds, port, folder = sys.argv[1:]
    farm = addresses(int(feeds), int(port))
    if name == "reader":
        with_reader(farm, Path(folder))
    else:
        with_loop(farm, Path(folder), parses=name == "loop")
