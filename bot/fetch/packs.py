"""Packs of sources to start with, by region, language and topic, as they come with the desk."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from bot.fetch.items import source_id
from bot.models import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """Sources that are added together. `name` is what people type."""

    name: str
    title: str
    sources: tuple[Source, ...]


@cache
def packs() -> tuple[Pack, ...]:
    """Return every pack, in the order in which they are listed."""
    tables = tomllib.loads(files("bot").joinpath("packs.toml").read_text("utf-8"))
    return tuple(
        Pack(
            name=name,
            title=title,
            sources=tuple(_source(one) for one in tables["sources"] if name in one["packs"]),
        )
        for name, title in tables["packs"].items()
    )


def pack_of(name: str) -> Pack | None:
    """Return the pack of that name, or None when there is none."""
    wanted = "-".join(name.lower().split())
    return next((pack for pack in packs() if pack.name == wanted), None)


@cache
def packed_sources() -> tuple[Source, ...]:
    """Return the sources of all packs, each once, by name."""
    sources = {source.id: source for pack in packs() for source in pack.sources}
    return tuple(sorted(sources.values(), key=lambda source: source.name.casefold()))


def _source(table: dict[str, Any]) -> Source:
    kind, address = table.get("kind", "feed"), table["address"]
    return Source(
        id=source_id(kind, address),
        kind=kind,
        address=address,
        name=table["name"],
        topics=tuple(table["topics"]),
        language=table.get("language"),
    )
