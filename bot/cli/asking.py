"""What is asked in chat, asked from the shell: one question, one answer."""

from collections import Counter
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace

import typer

from bot.app import App, opened
from bot.cli.addresses import refuse_missing
from bot.cli.configured import environment
from bot.cli.gathering import gather
from bot.cli.output import errors, iso, json_line
from bot.cli.terminal import terminal_of
from bot.commands.asked import Asked, all_fates, asked
from bot.commands.desk import Desk
from bot.commands.pending import Pending
from bot.commands.replies import headline
from bot.commands.wanted import understood
from bot.compose.select import best_first, fitting
from bot.compose.voices import voices
from bot.config import Settings
from bot.models import Ask, Buttons, Message, Reply, Story, StoryCard, StoryId, Topic, Verdict
from bot.schedule.clock import SystemClock
from bot.text.commandline import command_line
from bot.text.plain import line_text, plain_text

WHY_SHOWN = 100
"""Verdicts printed as records when no story is named."""


async def latest(settings: Settings, values: Mapping[str, str], *, as_json: bool) -> None:
    """Tell the newest stories; if no source was ever read, all are read first."""
    async with _opened(settings) as app:
        await _read_first(app)
        reply = await _reply(app, ("latest",), values)
        if as_json:
            _print_rows([await _covered(app, row) for row in card_rows(reply.message)], reply)
        else:
            _show(app, reply)


async def search(settings: Settings, typed: str, *, as_json: bool) -> None:
    """Find stories by words; if no source was ever read, all are read first."""
    async with _opened(settings) as app:
        await _read_first(app)
        reply = await _reply(app, ("news", "search"), {"words": typed})
        if as_json:
            _print_rows(await _found(app, typed), reply)
        else:
            _show(app, reply)


async def why(settings: Settings, reference: str, *, every: bool, as_json: bool) -> None:
    """Say the one final reason for an article or a story, the latest reasons, or every one."""
    async with _opened(settings) as app:
        if every:
            await _every_reason(app, as_json=as_json)
            return
        reply = await _reply(app, ("news", "why"), {"story": reference})
        if as_json:
            _print_rows(await _reasons(app, reference), reply)
        else:
            _show(app, reply)


async def ask(settings: Settings, words: Sequence[str], values: Mapping[str, str]) -> None:
    """Ask a command as the operator and print the answer.

    Raises:
        CommandError: it could not be done; says why.
        FormatError: it is about a file that is not there.
    """
    refuse_missing(values.get("address", ""))
    async with _opened(settings) as app:
        reply = await _reply(app, words, values)
        _show(app, replace(reply, message=unpressed(reply.message)))


def unpressed(message: Message) -> Message:
    """Return a message without its rows of buttons: the shell's next command is another desk's."""
    kept = tuple(block for block in message.blocks if not isinstance(block, Buttons))
    return replace(message, blocks=kept)


async def subscriptions(settings: Settings, *, as_json: bool) -> None:
    """Print every subscription of every channel."""
    async with _opened(settings) as app:
        standing = await app.store.subscriptions.all()
    if not standing:
        errors.print("There are no subscriptions. In chat, /subscribe makes one.")
    for one in standing:
        at = one.schedule
        row = {
            "id": one.id,
            "channel": one.channel,
            "topic": one.topic,
            "mode": one.mode.value,
            "time": f"{at.at:%H:%M}" if at else None,
            "zone": at.zone if at else None,
        }
        if as_json:
            json_line(row)
        else:
            typer.echo("  ".join(str(value) for value in row.values() if value))


def card_rows(message: Message) -> list[dict[str, object]]:
    """Return a record for each story that a message tells."""
    return [
        {
            "story": card.story,
            "headline": card.headline,
            "url": card.url,
            "sentences": [line_text(line) for line in card.lines],
            "foot": line_text(card.foot),
        }
        for card in message.blocks
        if isinstance(card, StoryCard)
    ]


def coverage_row(story: Story) -> dict[str, object]:
    """Return how many reports a story has, and how many voices, as a part of a record."""
    return {"reports": len(story.articles), "independent": voices(story.articles)}


def found_row(story: Story, topic: Topic) -> dict[str, object]:
    """Return a story that was found as a record, with the ids of its articles, best first."""
    newest = max(story.articles, key=lambda article: article.dated_at)
    return {
        "story": story.id,
        "headline": headline(story),
        "url": newest.url,
        **coverage_row(story),
        "updated": iso(story.updated_at),
        "articles": [article.id for article in best_first(topic, story)],
    }


def verdict_row(story: Story, found: Verdict) -> dict[str, object]:
    """Return a briefing's verdict on a story as a record."""
    return {
        "story": story.id,
        "article": None,
        "headline": headline(story),
        "url": None,
        "reason": found.reason.value,
        "detail": found.detail,
        "at": iso(found.at),
        "sentences": [],
    }


def why_row(found: Asked) -> dict[str, object]:
    """Return what became of an article or a story as a record."""
    return {
        "story": found.story,
        "article": found.article,
        "headline": found.title,
        "url": found.url or None,
        "reason": found.fate.reason.value,
        "detail": found.fate.said,
        "at": iso(found.fate.at) if found.fate.at else None,
        "sentences": list(found.fate.sentences),
    }


@asynccontextmanager
async def _opened(settings: Settings) -> AsyncIterator[App]:
    async with opened(settings, environment(), clock=SystemClock()) as app:
        yield app


async def _read_first(app: App) -> None:
    if not await app.store.sources.visits():
        await gather(app)


async def _reply(app: App, words: Sequence[str], values: Mapping[str, str]) -> Reply:
    screen = terminal_of(app)
    line = command_line(words, values)
    return await app.catalogue.attempt(
        Ask(line=line, actor=screen.operator, channel=screen.channel)
    )


async def _found(app: App, typed: str) -> list[dict[str, object]]:
    here = terminal_of(app).channel
    aliases = app.pipeline.parts.aliases
    wanted = await understood(app.store, typed, audience=here.workspace, aliases=aliases)
    found = await app.store.search.search(wanted.topic, audience=here.workspace)
    return [found_row(story, wanted.topic) for story in fitting(found, wanted.topic)]


async def _covered(app: App, row: dict[str, object]) -> dict[str, object]:
    """Return a card's record with the coverage of its story."""
    here = terminal_of(app).channel
    story = await app.store.library.story(StoryId(str(row["story"])), here.workspace)
    return row | coverage_row(story) if story else row


async def _reasons(app: App, reference: str) -> list[dict[str, object]]:
    here, library, ledger = terminal_of(app).channel, app.store.library, app.store.ledger
    if reference:
        return [why_row(await asked(_desk(app), here, reference))]
    verdicts = await ledger.verdicts(here.id, limit=WHY_SHOWN)
    told = [(await library.story(one.story, here.workspace), one) for one in verdicts]
    return [verdict_row(story, one) for story, one in told if story]


def _desk(app: App) -> Desk:
    """Return the tools that answering takes; nothing waits for a button here."""
    return Desk(pipeline=app.pipeline, pending=Pending(), zone=app.settings.desk.zone)


async def _every_reason(app: App, *, as_json: bool) -> None:
    """Print a record for all that was fetched, or how many there are of each reason."""
    found = await all_fates(_desk(app), terminal_of(app).channel)
    if as_json:
        for one in found:
            json_line(why_row(one))
        return
    for reason, count in Counter(one.fate.reason.value for one in found).most_common():
        typer.echo(f"{count:>6}  {reason}")
    typer.echo(f"{len(found):>6}  in all")


def _show(app: App, reply: Reply) -> None:
    terminal_of(app).show(reply.message)


def _print_rows(rows: Iterable[Mapping[str, object]], reply: Reply) -> None:
    """Print records; when there are none, the answer's words say why on standard error."""
    any_row = False
    for row in rows:
        json_line(row)
        any_row = True
    if not any_row:
        errors.print(plain_text(reply.message))
