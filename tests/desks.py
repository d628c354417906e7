"""A whole desk in memory: real grouping, condensing and storing between fakes."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime

from bot.commands.catalogue import DeskCatalogue
from bot.commands.desk import Desk
from bot.commands.pending import Pending
from bot.condense.extractive import Extractive
from bot.condense.first_of import FirstOf
from bot.deliver.dispatch import Dispatcher
from bot.group.grouper import StoryGrouper
from bot.models import (
    Actor,
    Article,
    Ask,
    Button,
    Buttons,
    Channel,
    Message,
    Plan,
    Reply,
    StoryCard,
    Subscription,
)
from bot.pipeline import Pipeline
from bot.ports import Condenser, Parts, Store
from bot.store.memory import open_memory
from bot.text.aliases import Aliases
from bot.text.plain import plain_text
from bot.workers.inline import InlineWorkers
from tests.builders import NOW, channel
from tests.fakes import FakeFetcher, FakeReader, FixedClock, PlainExtractor, RecordingSender

ALIASES = (("Delta", "Deltaville", "دلتا"),)
"""What things are also called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDesk:
    """A desk that is open, with its fakes at hand."""

    clock: FixedClock
    store: Store
    reader: FakeReader
    fetcher: FakeFetcher
    sender: RecordingSender
    pipeline: Pipeline
    desk: Desk
    catalogue: DeskCatalogue
    dispatcher: Dispatcher

    async def ask(
        self,
        line: str,
        *,
        place: Channel | None = None,
        manages: bool = True,
        zone: str | None = "Europe/Berlin",
    ) -> Reply:
        """Ask a command line in a channel, as one who may manage it."""
        actor = Actor(id="U1", name="Ida", may_manage=manages, zone=zone)
        return await self.catalogue.answer(Ask(line=line, actor=actor, channel=place or channel()))

    async def answered(
        self,
        line: str,
        *,
        place: Channel | None = None,
        manages: bool = True,
        zone: str | None = "Europe/Berlin",
    ) -> str:
        """Ask a command line and return the answer as plain text."""
        reply = await self.ask(line, place=place, manages=manages, zone=zone)
        return plain_text(reply.message)

    async def add(self, *articles: Article) -> None:
        """File articles as if they had been gathered."""
        await self.pipeline.file(articles)

    async def subscribe(self, *orders: Subscription, plan: Plan | None = None) -> None:
        """Save standing orders and their channel."""
        await self.store.channels.save(channel())
        if plan:
            await self.store.channels.save_plan(plan)
        for order in orders:
            await self.store.subscriptions.save(order)


@asynccontextmanager
async def opened_desk(
    *condensers: Condenser, at: datetime = NOW, sender: RecordingSender | None = None
) -> AsyncIterator[OpenDesk]:
    """Open a desk for the time of a block."""
    clock, reader, fetcher = FixedClock(at), FakeReader(), FakeFetcher()
    sender = sender or RecordingSender()
    store = await open_memory()
    pipeline = Pipeline(
        Parts(
            clock=clock,
            store=store,
            reader=reader,
            fetcher=fetcher,
            workers=InlineWorkers(),
            extractor=PlainExtractor(),
            grouper=StoryGrouper(),
            condenser=FirstOf(condensers or (Extractive(),)),
            senders={sender.platform: sender},
            aliases=Aliases(ALIASES),
        )
    )
    desk = Desk(pipeline=pipeline, pending=Pending())
    try:
        yield OpenDesk(
            clock=clock,
            store=store,
            reader=reader,
            fetcher=fetcher,
            sender=sender,
            pipeline=pipeline,
            desk=desk,
            catalogue=DeskCatalogue(desk),
            dispatcher=Dispatcher(store.outbox, {sender.platform: sender}, clock),
        )
    finally:
        await store.close()


def buttons(reply: Reply) -> dict[str, Button]:
    """Return every button of an answer by its label; of stories', the first story's."""
    found: dict[str, Button] = {reply.confirm.label: reply.confirm} if reply.confirm else {}
    for block in reply.message.blocks:
        if isinstance(block, Buttons | StoryCard):
            for button in block.buttons:
                found.setdefault(button.label, button)
    return found


def cards(message: Message) -> list[StoryCard]:
    """Return the stories of a message."""
    return [block for block in message.blocks if isinstance(block, StoryCard)]
