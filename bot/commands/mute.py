"""`/news mute`: keep a story, a topic or a source out of this channel's briefings for a while."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from bot.commands.desk import Desk
from bot.commands.muted import Named, in_force, line_of, named_mutes
from bot.commands.replies import listing, reply
from bot.commands.sources import named_source
from bot.commands.values import Values
from bot.compose.edition import zone_of
from bot.compose.silence import until_text
from bot.errors import CommandError
from bot.models import (
    Ask,
    ChannelId,
    Command,
    Mute,
    Muted,
    Option,
    OptionKind,
    Reply,
    StoryId,
    Suggests,
    Text,
)
from bot.text.commandline import command_line
from bot.text.topics import parse_topic
from bot.text.urls import is_web

COMMAND = Command(
    words=("news", "mute"),
    summary="Keep a topic, story or source out of briefings here",
    options=(
        Option(
            name="topic",
            description="Words that are not wanted here, as football",
            suggests=Suggests.TOPICS,
        ),
        Option(
            name="story",
            description="A story's id, or the link of one of its reports",
            suggests=Suggests.STORIES,
        ),
        Option(
            name="source", description="A source's name, address or id", suggests=Suggests.SOURCES
        ),
        Option(
            name="for",
            description="How long: 1d, 7d or ever (7d)",
            kind=OptionKind.CHOICE,
            choices=("1d", "7d", "ever"),
        ),
        Option(
            name="page",
            description="Which page of what is muted (1)",
            kind=OptionKind.COUNT,
            highest=100,
        ),
    ),
    manages=True,
)

MOST = 200
"""Mutes of one channel."""

A_PAGE = 20
USUALLY = "7d"
SPANS: Mapping[str, timedelta | None] = {
    "1d": timedelta(days=1),
    "7d": timedelta(days=7),
    "ever": None,
}

BACK = "muted-"
"""Before the token of a mute that was ended, where a topic would be named: it comes back."""


async def answer(desk: Desk, ask: Ask, values: Values) -> Reply:
    """Mute what is named, and offer to undo that; list what is muted when nothing is."""
    kinds = [kind for kind in Muted if values.text(kind.value)]
    if not kinds:
        return await _listed(desk, ask, values.count("page", 1))
    if len(kinds) > 1:
        raise CommandError("Name one thing to mute: a topic, a story or a source.")
    if values.text("topic").startswith(BACK):
        return await _again(desk, ask, values.text("topic").removeprefix(BACK))
    kind, target = await _thing(desk, ask, kinds[0], values.text(kinds[0].value))
    span, now = SPANS[values.text("for") or USUALLY], desk.now()
    mute = Mute(
        channel=ask.channel.id,
        kind=kind,
        target=target,
        until=now + span if span else None,
        by=ask.actor.name or ask.actor.id,
        at=now,
    )
    return await _mute(desk, ask, mute)


async def _mute(desk: Desk, ask: Ask, mute: Mute) -> Reply:
    """Mute something, unless too much is; the audit log has the line that would do it again."""
    now = desk.now()
    standing = await in_force(desk, ask.channel)
    same = [one for one in standing if _is_same(one, mute)]
    if len(standing) - len(same) >= MOST:
        raise CommandError(
            f"This channel has {MOST} things muted, which is the most. "
            "/news mute lists them, /news unmute ends one."
        )
    for one in same:  # the same topic in other letters
        await desk.store.mutes.remove(one.channel, one.kind, one.target)
    await desk.store.channels.save(ask.channel)
    await desk.store.mutes.save(mute)
    (named,) = await named_mutes(desk, ask.channel, [mute])
    zone = zone_of(await desk.store.channels.plan(ask.channel.id))
    until = until_text(mute.until, zone)
    line = f"{command_line(COMMAND.words, {mute.kind.value: mute.target})} ({until})"
    await desk.store.channels.audit(ask.channel.id, ask.actor, line, now)
    undo = desk.pending.button("Undo", line_of(mute), channel=ask.channel.id, now=now)
    return reply(f"{named.title} is muted here {until}. {_left(mute)}", buttons=[undo])


def _left(mute: Mute) -> str:
    """Say what a mute keeps out, and what it does not."""
    if mute.kind is Muted.SOURCE:
        return "Briefings and alerts neither count nor cite its reports; /latest still does."
    return "Briefings and alerts leave it out; /latest still finds it."


def _is_same(one: Mute, other: Mute) -> bool:
    return one.kind is other.kind and one.target.casefold() == other.target.casefold()


async def _thing(desk: Desk, ask: Ask, kind: Muted, typed: str) -> tuple[Muted, str]:
    """Return what is to be muted; an id or a link where words are asked for is a story's.

    Raises:
        CommandError: there is no such thing, or it would be everything.
    """
    if kind is Muted.SOURCE:
        sources = await desk.store.sources.all(ask.channel.workspace)
        return kind, named_source(typed, sources).id
    known = await desk.store.library.story(StoryId(typed), ask.channel.workspace)
    if kind is Muted.STORY or known or is_web(typed.strip("<>").split("|")[0]):
        return Muted.STORY, (await desk.story(typed, ask.channel)).id
    topic = parse_topic(typed)
    if topic.is_everything:
        raise CommandError(
            "That would mute everything. /news digest pause stops this channel's briefings."
        )
    return kind, topic.text


async def _listed(desk: Desk, ask: Ask, page: int) -> Reply:
    standing = await in_force(desk, ask.channel)
    if not standing:
        return reply("Nothing is muted here. /news mute <topic> keeps a topic out of briefings.")
    zone = zone_of(await desk.store.channels.plan(ask.channel.id))
    shown = await named_mutes(desk, ask.channel, standing[(page - 1) * A_PAGE : page * A_PAGE])
    items = [(Text(one.title, bold=True), Text(_state(one, zone))) for one in shown]
    pages = -(-len(standing) // A_PAGE)
    note = f"Page {page} of {pages}. /news unmute ends one."
    return Reply(message=listing("Muted here", items or [(Text("No such page."),)], note=note))


def _state(named: Named, zone: str) -> str:
    mute = named.mute
    return f" · {mute.kind.value} · {until_text(mute.until, zone)} · by {mute.by} · {mute.target}"


def kept(mute: Mute) -> tuple[str, ...]:
    """Return a mute as it is kept for the button that brings it back."""
    until = mute.until.isoformat() if mute.until else ""
    return (mute.kind.value, mute.target, until, mute.by)


async def _again(desk: Desk, ask: Ask, token: str) -> Reply:
    """Bring back a mute that was ended, as it was."""
    names = desk.pending.kept(token, channel=ask.channel.id, now=desk.now())
    if not names:
        raise CommandError("That has expired. /news mute <topic> mutes it anew.")
    return await _mute(desk, ask, _restored(names, ask.channel.id, desk.now()))


def _restored(names: tuple[str, ...], channel: ChannelId, now: datetime) -> Mute:
    kind, target, until, by = names
    return Mute(
        channel=channel,
        kind=Muted(kind),
        target=target,
        until=datetime.fromisoformat(until) if until else None,
        by=by,
        at=now,
    )
