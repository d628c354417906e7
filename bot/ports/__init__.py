"""What the core asks of the world. The docstrings are the contract."""

from bot.ports.channels import Channels, Ledger, Mutes, Subscriptions
from bot.ports.chat import Catalogue, Examined, Listener, Sender
from bot.ports.library import Library, Pushes, Search, SkippedEntries, Sources
from bot.ports.parts import Parts
from bot.ports.stages import (
    Closing,
    Condenser,
    Embedder,
    Extractor,
    Fetcher,
    Grouper,
    Poster,
    Rationed,
    Reader,
)
from bot.ports.store import Outbox, Spending, Store
from bot.ports.work import Workers
from bot.ports.world import Clock, Tools

__all__ = [
    "Catalogue",
    "Channels",
    "Clock",
    "Closing",
    "Condenser",
    "Embedder",
    "Examined",
    "Extractor",
    "Fetcher",
    "Grouper",
    "Ledger",
    "Library",
    "Listener",
    "Mutes",
    "Outbox",
    "Parts",
    "Poster",
    "Pushes",
    "Rationed",
    "Reader",
    "Search",
    "Sender",
    "SkippedEntries",
    "Sources",
    "Spending",
    "Store",
    "Subscriptions",
    "Tools",
    "Workers",
]
