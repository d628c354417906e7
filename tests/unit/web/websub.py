"""A desk that hubs can reach, for the time of a block."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta

from bot.fetch.http import HttpFetcher
from bot.models import Hub, Push, Source, Visit
from bot.ports import Store
from bot.store.memory import open_memory
from bot.web.pulse import Pulse
from bot.web.site import Site, serving
from bot.web.subscriber import Subscriber
from tests.builders import DAY, NOW, source
from tests.fakes import FixedClock
from tests.standins.hub import HubStandin
from tests.unit.fetch.serving import fetcher_to

TOPIC = "https://herald.example/feed"
MAX_BYTES = 200_000
ENOUGH = timedelta(seconds=20)


@dataclass(slots=True, kw_only=True)
class Reached:
    """A desk with what there is behind it."""

    store: Store
    clock: FixedClock
    hub: HubStandin
    subscriber: Subscriber
    pulse: Pulse
    address: str

    async def offer(self, hub: str | None = None, *, of: Source | None = None) -> Source:
        """Have a feed offer a hub, or the one there is."""
        feed = of or source()
        await self.store.sources.save(feed)
        named = Hub(address=hub or self.hub.address, topic=TOPIC)
        await self.store.sources.record(
            Visit(source=feed.id, next_at=NOW + DAY, last_at=NOW, hub=named)
        )
        return feed

    async def agree(self) -> Push:
        """Have a feed offer the hub and agree with it; return what was agreed."""
        await self.offer()
        await self.subscriber.keep_up()
        return await self.one()

    async def one(self) -> Push:
        """Return the one agreement that there is."""
        (push,) = await self.store.pushes.all()
        return push


@asynccontextmanager
async def reached(
    *, prefix: str = "", poster: HttpFetcher | None = None, read_within: timedelta = ENOUGH
) -> AsyncIterator[Reached]:
    """Open a desk that a hub can reach."""
    clock, store = FixedClock(), await open_memory()
    async with HubStandin() as hub, poster or fetcher_to(hub.address) as fetcher:
        subscriber = Subscriber(store=store, poster=fetcher, clock=clock, public_url="")
        pulse = Pulse(clock)
        site = Site(
            subscriber=subscriber,
            pulse=pulse,
            clock=clock,
            max_bytes=MAX_BYTES,
            read_within=read_within,
        )
        async with serving(site.application(prefix), "127.0.0.1:0") as address:
            subscriber.public_url = f"{address}{prefix}"
            yield Reached(
                store=store,
                clock=clock,
                hub=hub,
                subscriber=subscriber,
                pulse=pulse,
                address=address,
            )
    await store.close()
