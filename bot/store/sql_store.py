"""Everything kept in one SQL database, behind one door."""

from collections.abc import Callable

from bot.ports import (
    Channels,
    Ledger,
    Library,
    Mutes,
    Outbox,
    Pushes,
    Search,
    SkippedEntries,
    Sources,
    Spending,
    Subscriptions,
)
from bot.store.channels import SqlChannels, SqlSubscriptions
from bot.store.database import Database
from bot.store.fulltext import FullText
from bot.store.ledger import SqlLedger
from bot.store.library import SqlLibrary
from bot.store.mutes import SqlMutes
from bot.store.outbox import SqlOutbox
from bot.store.pushes import SqlPushes
from bot.store.search import SqlSearch
from bot.store.skipped import SqlSkipped
from bot.store.sources import SqlSources
from bot.store.spending import SqlSpending


def _nothing() -> None:
    """Do nothing when closed."""


class SqlStore:
    """The store, whatever the dialect. `when_closed` is called last."""

    def __init__(self, database: Database, *, when_closed: Callable[[], None] = _nothing) -> None:
        full_text = FullText()
        self._database = database
        self._when_closed = when_closed
        self._sources = SqlSources(database)
        self._pushes = SqlPushes(database)
        self._library = SqlLibrary(database, full_text)
        self._skipped = SqlSkipped(database)
        self._search = SqlSearch(database, full_text)
        self._channels = SqlChannels(database)
        self._subscriptions = SqlSubscriptions(database)
        self._ledger = SqlLedger(database)
        self._mutes = SqlMutes(database)
        self._spending = SqlSpending(database)
        self._outbox = SqlOutbox(database)

    @property
    def sources(self) -> Sources:
        """The sources."""
        return self._sources

    @property
    def pushes(self) -> Pushes:
        """What was agreed with their hubs."""
        return self._pushes

    @property
    def library(self) -> Library:
        """The articles and stories."""
        return self._library

    @property
    def skipped(self) -> SkippedEntries:
        """The entries that gave no article."""
        return self._skipped

    @property
    def search(self) -> Search:
        """The search over them."""
        return self._search

    @property
    def channels(self) -> Channels:
        """The channels and their plans."""
        return self._channels

    @property
    def subscriptions(self) -> Subscriptions:
        """The standing orders."""
        return self._subscriptions

    @property
    def ledger(self) -> Ledger:
        """What was told, and why."""
        return self._ledger

    @property
    def mutes(self) -> Mutes:
        """What channels do not want to hear of."""
        return self._mutes

    @property
    def spending(self) -> Spending:
        """What a model cost."""
        return self._spending

    @property
    def outbox(self) -> Outbox:
        """What is owed."""
        return self._outbox

    async def close(self) -> None:
        """Let go of the database."""
        try:
            await self._database.close()
        finally:
            self._when_closed()
