"""The stages on their own: read, extract, group and condense; nothing is stored."""

from collections import defaultdict
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from bot.app import fetcher_of, tools_of, workers_here
from bot.cli.addresses import refuse_missing
from bot.cli.configured import environment
from bot.cli.output import FAILED, article_row, errors, json_line, show_article, summary_row
from bot.cli.progress import counted
from bot.cli.rows import articles_of, rows, story_of
from bot.config import Settings, known_aliases
from bot.errors import NewsdeskError, SourceError
from bot.extract.article import ArticleExtractor
from bot.fetch.http import TypedFetcher
from bot.fetch.reader import SourceReader
from bot.fetch.sources.files import stem_of
from bot.fetch.witness import Noting
from bot.group.grouper import StoryGrouper
from bot.models import Article, ArticleId, Budget, Entry, Reading, Source, Story, StoryId
from bot.pipeline.gathering import EXTRACT_WITHIN
from bot.pipeline.pages import pages_of
from bot.plugins import condensing, embedder_of
from bot.ports import Fetcher, Workers
from bot.schedule.clock import SystemClock


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tools:
    """What reading needs when nothing is stored."""

    fetcher: Fetcher
    workers: Workers
    reader: SourceReader


@asynccontextmanager
async def _opened(settings: Settings) -> AsyncIterator[_Tools]:
    async with (
        fetcher_of(settings, SystemClock()) as fetcher,
        workers_here(at_once=True) as workers,
    ):
        reader = SourceReader(
            fetcher, workers=workers, typed=TypedFetcher(fetcher), allow_files=True
        )
        yield _Tools(fetcher=fetcher, workers=workers, reader=reader)


async def read(settings: Settings, addresses: Sequence[str]) -> int:
    """Print the entries of sources, one record a source."""
    failed = 0
    async with _opened(settings) as tools:
        with counted("Reading sources", len(addresses)) as count:
            for address in addresses:
                try:
                    refuse_missing(address)
                    source, reading = await tools.reader.discover(address)
                    json_line(_reading_row(address, source, reading))
                except SourceError as error:
                    json_line({"id": _name(address), "error": error.problem})
                    failed += 1
                count.done()
    return FAILED if failed == len(addresses) else 0


async def extract(settings: Settings, addresses: Sequence[str], *, as_json: bool) -> int:
    """Print the articles that addresses lead to, each as soon as it is there.

    One that cannot be had does not stop the others.
    """
    found = 0
    async with _opened(settings) as tools:
        with counted("Extracting articles", len(addresses)) as count:
            for address in addresses:
                try:
                    refuse_missing(address)
                    source, reading = await tools.reader.discover(address, itself=True)
                except SourceError as error:
                    _say_failed(_name(address), error, as_json=as_json)
                    count.done()
                    continue
                count.more(len(reading.entries) - 1)
                for entry in reading.entries:
                    found += await _show(source, entry, tools, as_json=as_json)
                    count.done()
    return 0 if found else FAILED


async def _show(source: Source, entry: Entry, tools: _Tools, *, as_json: bool) -> bool:
    """Print an entry's article, and why its page was not had; or why there is none."""
    noting = Noting(tools.fetcher)
    try:
        article = await _article(source, entry, replace(tools, fetcher=noting))
    except NewsdeskError as error:
        _say_failed(entry.id, error, as_json=as_json)
        return False
    if as_json:
        json_line(article_row(article) | ({"refused": noting.problem} if noting.problem else {}))
        return True
    show_article(article)
    if noting.problem:
        errors.print(
            f"Its page cannot be had, this is the feed's: {noting.problem}", style="yellow"
        )
    return True


def _say_failed(name: str, error: NewsdeskError, *, as_json: bool) -> None:
    if as_json:
        json_line({"id": name, "error": str(error)})
    else:
        errors.print(str(error), style="yellow")


async def _article(source: Source, entry: Entry, tools: _Tools) -> Article:
    """Return the entry's article under the entry's own name; its pages are fetched if needed."""
    pages = await pages_of(entry, tools.fetcher, tools.workers)
    work = partial(
        ArticleExtractor().extract,
        entry,
        pages[0] if pages else None,
        parts=pages[1:],
        source=source,
        fetched_at=SystemClock().now(),
    )
    made = await tools.workers.call(work, about=entry.url or entry.id, within=EXTRACT_WITHIN)
    return replace(made, id=ArticleId(entry.id))


async def group(settings: Settings, path: Path) -> None:
    """Place the articles in the order of the file, as a desk would that met them so."""
    articles = [one for number, row in rows(path) for one in articles_of(row, number)]
    embedder = embedder_of(settings, tools_of(settings, environment(), SystemClock()))
    grouper = StoryGrouper(aliases=known_aliases(settings), embedder=embedder)
    grouping = grouper.group(articles, ())
    for one in articles:
        json_line({"article": one.id, "story": grouping.placed[one.id]})


async def condense(
    settings: Settings, path: Path, *, sentences: int | None, words: int | None
) -> None:
    """Tell articles short, one summary a story: a row that carries its articles is one."""
    budget = Budget(sentences=sentences, words=words) if sentences or words else Budget()
    stories: dict[str, list[Article]] = defaultdict(list)
    for number, row in rows(path):
        stories[story_of(row, number)].extend(articles_of(row, number))
    tools = tools_of(settings, environment(), SystemClock())
    async with condensing(settings, tools) as condensers:
        for name, members in stories.items():
            ordered = tuple(sorted(members, key=lambda one: one.dated_at))
            story = Story(id=StoryId(name), articles=ordered)
            condenser = condensers.for_briefing()  # each story is one: nobody waits for an answer
            json_line(summary_row(await condenser.condense(story, budget=budget)))


def _name(address: str) -> str:
    """A file is called by its stem, anything else by its address."""
    if "://" in address:
        return address
    return stem_of(Path(address))


def _reading_row(address: str, source: Source, reading: Reading) -> dict[str, object]:
    return {
        "id": _name(address),
        "title": reading.title or source.name,
        "link": reading.link or source.address,
        "entries": [
            {
                "id": entry.id,
                "title": entry.title,
                "link": entry.url,
                "date": entry.published_at.isoformat() if entry.published_at else None,
                "author": entry.author,
                "summary": entry.summary or entry.content,
                "content": entry.content or entry.summary,
            }
            for entry in reading.entries
        ],
    }
