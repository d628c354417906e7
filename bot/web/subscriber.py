"""Asks hubs to tell us of news, and takes their word for it that there is some (WebSub).

What a hub pushes is not read: it makes its source due, which is then visited as ever. So a hub
can put no words into a source's mouth, and the worst that a forged or repeated push can do is a
visit.
"""

import asyncio
import secrets
from dataclasses import dataclass, field

import structlog

from bot.errors import FetchError
from bot.models import Hub, Push, SourceId
from bot.ports import Clock, Poster, Store
from bot.web import agreements
from bot.web.agreements import Agenda, agenda, offered_hubs

PATH = "websub"
ASKED_AT_ONCE = 30
"""Hubs asked in one round: most sources share a few hubs, and each asks whether it was us."""

log = structlog.get_logger()


@dataclass(slots=True, kw_only=True)
class Subscriber:
    """Keeps the agreements with hubs. `public_url` is where hubs reach this desk."""

    store: Store
    poster: Poster
    clock: Clock
    public_url: str
    _changing: asyncio.Lock = field(default_factory=asyncio.Lock, init=False)

    async def start(self) -> None:
        """Take it that every hub told of news while nobody listened.

        Raises:
            StoreError: the database is unusable.
        """
        async with self._changing:
            for push in agreements.missed(await self.store.pushes.all(), self.clock.now()):
                await self.store.pushes.save(push)

    async def keep_up(self) -> None:
        """Ask the hubs whose turn it is; a hub that cannot be asked leaves its source to us.

        Raises:
            StoreError: the database is unusable.
        """
        async with self._changing:
            asked, left = await self._noted(await self._agenda())
        for push in asked:
            await self._send(push, "subscribe")
        for push in left:
            await self._send(push, "unsubscribe")

    async def known(self, token: str) -> Push | None:
        """Return the agreement that a hub speaks of, or None when there is none.

        Raises:
            StoreError: the database is unusable.
        """
        return await self.store.pushes.get(token)

    async def confirm(self, token: str, *, mode: str, topic: str, lease: str) -> bool:
        """Say whether we want what a hub says we asked for; if so it is agreed.

        Raises:
            StoreError: the database is unusable.
        """
        async with self._changing:
            push = await self.store.pushes.get(token)
            if push is None or push.hub.topic != topic:
                return False
            if mode == "unsubscribe":
                if push.is_leaving:
                    await self.store.pushes.remove(token)
                return push.is_leaving
            promised = agreements.lease_of(lease)
            if mode != "subscribe" or push.is_leaving or promised is None:
                return False
            await self._save(agreements.confirmed(push, promised, self.clock.now()))
            log.info("hub.agreed", source=push.source, lease_s=int(promised.total_seconds()))
            return True

    async def deny(self, token: str, *, topic: str) -> bool:
        """Say whether there was what a hub denies us; it is looked after by visits again.

        Raises:
            StoreError: the database is unusable.
        """
        async with self._changing:
            push = await self.store.pushes.get(token)
            if push is None or push.hub.topic != topic or push.is_leaving:
                return False
            await self._save(agreements.denied(push, self.clock.now()))
            log.warning("hub.denied", source=push.source)
            return True

    async def tell(self, token: str) -> None:
        """Make the source of an agreement due: its hub told of news.

        Raises:
            StoreError: the database is unusable.
        """
        async with self._changing:
            push = await self.store.pushes.get(token)
            if push is not None and not push.is_leaving:
                await self._save(agreements.told(push, self.clock.now()))
                log.info("hub.told", source=push.source)

    async def _agenda(self) -> Agenda:
        sources = await self.store.sources.all()
        offered = offered_hubs(sources, await self.store.sources.visits())
        pushes = await self.store.pushes.all()
        return agenda(pushes, offered, base=self._address(""), now=self.clock.now())

    async def _noted(self, todo: Agenda) -> tuple[list[Push], list[Push]]:
        """Write down what is about to be asked: hubs confirm before they have answered."""
        now = self.clock.now()
        ask = todo.ask[:ASKED_AT_ONCE]
        begin = todo.begin[: ASKED_AT_ONCE - len(ask)]
        new = [self._new(source, hub) for source, hub in begin]
        asked = [agreements.asked(push, now) for push in (*ask, *new)]
        left = [agreements.leaving(push, now) for push in todo.leave]
        for push in (*asked, *left):
            await self._save(push)
        for push in todo.forget:
            await self.store.pushes.remove(push.token)
        return asked, left

    def _new(self, source: SourceId, hub: Hub) -> Push:
        token = secrets.token_urlsafe(32)
        return Push(
            token=token,
            source=source,
            hub=hub,
            callback=self._address(token),
            secret=secrets.token_hex(32),
            ask_at=self.clock.now(),
        )

    def _address(self, token: str) -> str:
        return f"{self.public_url.rstrip('/')}/{PATH}/{token}"

    async def _save(self, push: Push) -> None:
        await self.store.pushes.save(push)

    async def _send(self, push: Push, mode: str) -> None:
        try:
            await self.poster.post(push.hub.address, agreements.form(push, mode))
        except FetchError as error:
            log.warning("hub.failed", source=push.source, mode=mode, problem=error.problem)


async def forget_all(store: Store) -> None:
    """Forget every agreement, where no hub can reach us any more.

    Raises:
        StoreError: the database is unusable.
    """
    for push in await store.pushes.all():
        await store.pushes.remove(push.token)
