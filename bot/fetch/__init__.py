"""Goes out and reads: pages over HTTP, and sources of every kind."""

from bot.fetch.http import HttpFetcher, Limits
from bot.fetch.items import source_id
from bot.fetch.kinds import Bounds
from bot.fetch.reader import SourceReader

__all__ = ["Bounds", "HttpFetcher", "Limits", "SourceReader", "source_id"]
