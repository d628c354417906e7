"""What the Discord stand-in remembers: posts, interactions, and faults to come."""

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.standins.discord_markdown import read


@dataclass(slots=True, kw_only=True)
class Fault:
    """What goes wrong with the next `times` requests that fit.

    `commit`: the request is carried out before its answer is spoilt. `reset` cuts the connection,
    `hang` never answers; else the answer is `status` with Discord's `code`. A 429 without `via`
    is how Cloudflare keeps a bot out.
    """

    method: str = "POST"
    path: str = ".*"
    times: int = 1
    commit: bool = False
    reset: bool = False
    hang: bool = False
    status: int = 500
    code: int = 0
    retry_after: float = 0.0
    via: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A message in a channel."""

    id: str
    channel: str
    body: dict[str, Any]

    @property
    def text(self) -> str:
        """What a reader sees."""
        return text_of(self.body)


@dataclass(slots=True, kw_only=True)
class Asked:
    """An interaction and what became of it."""

    id: str
    token: str
    kind: int
    sent_at: float
    acknowledged_after: float | None = None
    private: bool = False
    original: dict[str, Any] | None = None
    edits: list[dict[str, Any]] = field(default_factory=list)
    follow_ups: list[dict[str, Any]] = field(default_factory=list)
    choices: list[dict[str, Any]] | None = None
    answered: asyncio.Event = field(default_factory=asyncio.Event)
    touched: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def text(self) -> str:
        """What the asker reads in the answer."""
        return text_of(self.original or {})

    @property
    def buttons(self) -> dict[str, str]:
        """The labels of the answer's buttons, each with its custom_id."""
        return buttons_of(self.original or {})


def text_of(body: Mapping[str, Any]) -> str:
    """Return the words of a message, read as Discord shows them."""
    displays = [one["content"] for one in _flat(body.get("components") or ()) if one["type"] == 10]
    return "\n".join(read(text).words for text in displays)


def buttons_of(body: Mapping[str, Any]) -> dict[str, str]:
    """Return the buttons of a message: label to custom_id."""
    found = (one for one in _flat(body.get("components") or ()) if one["type"] == 2)
    return {one["label"]: one["custom_id"] for one in found}


def _flat(components: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return components and those inside them."""
    found: list[dict[str, Any]] = []
    for component in components:
        found += [dict(component), *_flat(component.get("components") or ())]
    return found
