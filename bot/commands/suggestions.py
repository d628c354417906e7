"""Completions of what is being typed."""

from collections.abc import Iterable
from typing import assert_never
from zoneinfo import available_timezones

from bot.commands.desk import Desk, everything
from bot.commands.muted import in_force, named_mutes
from bot.commands.replies import headline
from bot.commands.schedules import EVERYTHING
from bot.fetch.packs import packed_sources
from bot.models import Channel, Choice, Command, Suggests
from bot.text.words import fold

MOST = 25
MAX_LENGTH = 100
RECENT = 40


async def suggestions(
    desk: Desk, kind: Suggests, typed: str, channel: Channel, commands: tuple[Command, ...]
) -> tuple[Choice, ...]:
    """Return at most 25 completions of `typed`, best first."""
    match kind:
        case Suggests.ZONES:
            names = sorted(available_timezones())
            return _matching(typed, ((zone, zone) for zone in names))
        case Suggests.COMMANDS:
            return _matching(typed, ((f"/{one.name}", one.name) for one in commands))
        case Suggests.SOURCES:
            sources = await desk.store.sources.all(channel.workspace)
            return _matching(typed, ((one.name, one.name) for one in sources))
        case Suggests.OUTLETS:
            return _matching(typed, ((one.name, one.name) for one in packed_sources()))
        case Suggests.SUBSCRIPTIONS:
            standing = await desk.store.subscriptions.of(channel.id)
            topics = [one.topic or EVERYTHING for one in standing]
            return _matching(typed, ((topic, topic) for topic in topics))
        case Suggests.MUTES:
            muted = await named_mutes(desk, channel, await in_force(desk, channel))
            pairs = ((one.title, f"{one.mute.kind.value}:{one.mute.target}") for one in muted)
            return _matching(typed, pairs)
        case Suggests.STORIES:
            return _matching(typed, await _stories(desk, channel))
        case Suggests.TOPICS:
            return await _topics(desk, typed, channel)
        case _:
            assert_never(kind)


async def _stories(desk: Desk, channel: Channel) -> list[tuple[str, str]]:
    topic = everything()
    stories = await desk.store.search.search(topic, audience=channel.workspace, limit=RECENT)
    return [(headline(story), story.id) for story in stories]


async def _topics(desk: Desk, typed: str, channel: Channel) -> tuple[Choice, ...]:
    """The channel's own topics first, then words of the news; what was typed stays a choice."""
    standing = await desk.store.subscriptions.of(channel.id)
    own = [one.topic for one in standing if one.topic]
    before, _, last = typed.rpartition(" ")
    words = await desk.store.search.vocabulary(fold(last)) if last else ()
    completed = [f"{before} {word}".strip() for word in words]
    asked = [typed] if typed.strip() else []
    return _matching(typed, ((one, one) for one in [*asked, *own, *completed]))


def _matching(typed: str, pairs: Iterable[tuple[str, str]]) -> tuple[Choice, ...]:
    """Return the pairs whose label holds what was typed, those that start with it first."""
    wanted = fold(typed).strip()
    found = [
        (label, value)
        for label, value in dict.fromkeys(pairs)
        if wanted in fold(label) and 0 < len(value) <= MAX_LENGTH
    ]
    found.sort(key=lambda pair: not fold(pair[0]).startswith(wanted))
    return tuple(Choice(label=label[:MAX_LENGTH], value=value) for label, value in found[:MOST])
