"""What is asked in chat, asked from the shell: one question, one answer."""

from collections.abc import Mapping, Sequence
from typing import Annotated

import typer

from bot.app import App, opened
from bot.cli.configured import environment, settings_of
from bot.cli.gathering import gather as gather_visibly
from bot.cli.output import FAILED, json_line, run
from bot.cli.terminal import terminal_of
from bot.cli.texts import AsJson
from bot.config import Settings
from bot.models import Ask, Message, StoryCard
from bot.schedule.clock import SystemClock
from bot.text.commandline import command_line
from bot.text.plain import line_text, plain_text

Topic = Annotated[str, typer.Argument(help='Words, "a phrase", -without, source:name.')]


def latest(
    context: typer.Context,
    topic: Topic = "",
    *,
    count: Annotated[int, typer.Option(min=1, max=10, help="How many stories.")] = 5,
    since: Annotated[str, typer.Option(help="24h, 3d, yesterday or a date.")] = "",
    as_json: AsJson = False,
) -> None:
    """Tell the newest stories about a topic."""
    values = {"topic": topic, "count": str(count), "since": since}
    run(_ask(settings_of(context, quiet=True), ("latest",), values, as_json=as_json, first=True))


def search(context: typer.Context, words: list[str], *, as_json: AsJson = False) -> None:
    """Find stories by words."""
    values = {"words": " ".join(words)}
    run(_ask(settings_of(context, quiet=True), ("news", "search"), values, as_json=as_json))


def why(
    context: typer.Context,
    story: Annotated[str, typer.Argument(help="A story's or article's id, or a link.")] = "",
    *,
    as_json: AsJson = False,
) -> None:
    """Say why a story was told in the terminal, or why not."""
    values = {"story": story}
    run(_ask(settings_of(context, quiet=True), ("news", "why"), values, as_json=as_json))


def subscriptions(context: typer.Context, *, as_json: AsJson = False) -> None:
    """List every subscription of every channel."""
    run(_subscriptions(settings_of(context, quiet=True), as_json=as_json))


def gather(context: typer.Context, *, as_json: AsJson = False) -> None:
    """Visit the sources that are due, once, and print counts."""
    run(_gather(settings_of(context, quiet=True), as_json=as_json))


async def ask_line(settings: Settings, line: str, *, as_json: bool) -> None:
    """Ask one command line as the operator and print the answer."""
    async with opened(settings, environment(), clock=SystemClock()) as app:
        await _answer(app, line, as_json=as_json)


async def _ask(
    settings: Settings,
    words: Sequence[str],
    values: Mapping[str, str],
    *,
    as_json: bool,
    first: bool = False,
) -> None:
    """Ask a command; with `first` the sources are visited if they never were."""
    async with opened(settings, environment(), clock=SystemClock()) as app:
        if first and not await app.store.sources.visits():
            await gather_visibly(app)
        await _answer(app, command_line(words, values), as_json=as_json)


async def _answer(app: App, line: str, *, as_json: bool) -> None:
    screen = terminal_of(app)
    ask = Ask(line=line, actor=screen.operator, channel=screen.channel)
    reply = await app.catalogue.answer(ask)
    if not as_json:
        screen.show(reply.message)
        return
    for row in message_rows(reply.message):
        json_line(row)


def message_rows(message: Message) -> list[dict[str, object]]:
    """Return a record for each story of a message; of one without stories, its text."""
    cards = [block for block in message.blocks if isinstance(block, StoryCard)]
    if not cards:
        return [{"text": plain_text(message)}]
    return [
        {
            "story": card.story,
            "headline": card.headline,
            "url": card.url,
            "sentences": [line_text(line) for line in card.lines],
            "foot": line_text(card.foot),
        }
        for card in cards
    ]


async def _subscriptions(settings: Settings, *, as_json: bool) -> None:
    async with opened(settings, environment(), clock=SystemClock()) as app:
        for one in await app.store.subscriptions.all():
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
                typer.echo("  ".join(str(value) for value in row.values() if value is not None))


async def _gather(settings: Settings, *, as_json: bool) -> int:
    async with opened(settings, environment(), clock=SystemClock()) as app:
        counts = await gather_visibly(app)
    row = {"sources": counts.sources, "failed": counts.failed, "articles": counts.articles}
    if as_json:
        json_line(row)
    else:
        typer.echo(", ".join(f"{value} {name}" for name, value in row.items()))
    return FAILED if counts.sources and counts.failed == counts.sources else 0
