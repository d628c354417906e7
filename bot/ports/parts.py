"""What a pipeline runs on: one part of each port, and what things are called."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.ports.chat import Sender
from bot.ports.stages import Condenser, Extractor, Fetcher, Grouper, Reader
from bot.ports.store import Store
from bot.ports.work import Workers
from bot.ports.world import Clock
from bot.text.aliases import NO_ALIASES, Aliases


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The parts that a pipeline runs on."""

    clock: Clock
    store: Store
    reader: Reader
    fetcher: Fetcher
    workers: Workers
    extractor: Extractor
    grouper: Grouper
    condenser: Condenser
    senders: Mapping[str, Sender]
    aliases: Aliases = NO_ALIASES
