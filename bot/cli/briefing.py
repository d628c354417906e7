"""`newsdesk brief`: one briefing, now, from the desk's sources or from what is given."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.app import App, opened
from bot.cli.addresses import refuse_missing
from bot.cli.arguments.options import Format
from bot.cli.configured import environment
from bot.cli.gathering import gather
from bot.cli.output import FAILED, errors, json_line, out, sentence_rows
from bot.cli.terminal import terminal_of
from bot.compose.edition import Edition
from bot.config import Settings
from bot.errors import SourceError
from bot.models import Article, Plan, Reading, Source
from bot.plugins import load
from bot.schedule.clock import SystemClock
from bot.schedule.visits import article_id
from bot.text.plain import line_text

BEGINNING = datetime.min.replace(tzinfo=UTC) + timedelta(days=1)
"""Before every article: what is given is briefed on however old it is."""


async def from_desk(settings: Settings, topic: str, form: Format) -> None:
    """Visit the sources that are due and print what the terminal has not been told yet."""
    async with opened(settings, environment(), clock=SystemClock(), gathers=True) as app:
        await gather(app)
        made = await tell_terminal(app, topic)
        _print(app, made, form)


async def tell_terminal(app: App, topic: str = "") -> Edition:
    """Return what the terminal has not been told yet, and record it as told."""
    here = terminal_of(app).channel
    plan = await app.store.channels.plan(here.id)
    made = await app.pipeline.edition(here, [app.pipeline.topic(topic)], plan=plan)
    await app.store.ledger.tell(here.id, made.covered)
    await app.store.ledger.note(here.id, made.decided)
    return made


async def from_given(
    settings: Settings, topic: str, given: Sequence[str], form: Format
) -> int | None:
    """Brief from what is given alone, however old it is."""
    store = settings.store.model_copy(update={"use": "memory"})
    settings = settings.model_copy(update={"store": store})
    async with opened(
        settings, environment(), clock=SystemClock(), sources=(), gathers=True
    ) as app:
        failed = [address for address in given if not await _taken(app, address)]
        if len(failed) == len(given):
            return FAILED
        here = terminal_of(app).channel
        plan = Plan(channel=here.id, minutes=10)
        topics = [app.pipeline.topic(topic)]
        made = await app.pipeline.edition(here, topics, plan=plan, since=BEGINNING)
        _print(app, made, form)
    return None


async def _taken(app: App, address: str) -> bool:
    """Take up everything that an address offers; what cannot be read is said."""
    try:
        refuse_missing(address)
        source, reading = await app.pipeline.parts.reader.discover(address, itself=True)
    except SourceError as error:
        errors.print(f"{error.address}: {error.problem}", style="yellow")
        return False
    articles = await app.pipeline.articles(source, reading.entries)
    await app.pipeline.file([_clipping(article, source, reading) for article in articles])
    return True


def _clipping(article: Article, source: Source, reading: Reading) -> Article:
    """Return an article that is a file of a folder under the file's name: it is its own voice."""
    files = {article_id(source, entry): entry.id for entry in reading.entries if entry.page}
    if source.kind != "files" or len(files) == 1 or article.id not in files:
        return article
    return replace(article, outlet=files[article.id])


def _print(app: App, made: Edition, form: Format) -> None:
    match form:
        case Format.TEXT:
            terminal_of(app).show(made.message)
        case Format.JSON:
            for card, told in zip(made.cards, made.told, strict=True):
                json_line(
                    {
                        "story": told.story,
                        "headline": card.headline,
                        "url": card.url,
                        "sentences": sentence_rows(told.sentences),
                        "foot": line_text(card.foot),
                    }
                )
        case Format.SLACK | Format.DISCORD | Format.HTML:
            payloads = load("adapters", f"adapters.{form.value}:payloads", setting="--format")
            for payload in payloads(made.message):
                out.print(payload, soft_wrap=True) if form is Format.HTML else json_line(payload)
