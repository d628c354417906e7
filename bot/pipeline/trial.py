"""A source on trial: the steps that a visit takes, each with its outcome, and nothing stored."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bot.errors import (
    ExtractError,
    FetchError,
    RefusedError,
    SourceError,
    UnreachableError,
    WorkError,
)
from bot.fetch.address import Opened
from bot.fetch.formats import format_of
from bot.fetch.items import source_id
from bot.fetch.lookup import looked_up
from bot.fetch.queries import host_of
from bot.fetch.robots import ObedientFetcher
from bot.fetch.witness import Noting, Witness
from bot.models import Article, Entry, Reading, Source
from bot.pipeline.gathering import EXTRACT_WITHIN
from bot.pipeline.pages import pages_of
from bot.pipeline.steps import Outcome, Step, entries, fetched, told, visits
from bot.ports import Clock, Extractor, Fetcher, Reader, Workers
from bot.text.decode import decoded
from bot.text.visible import one_line

ENTRIES_TRIED = 3
_FOR_PEOPLE = frozenset({"article", "page"})
_SEARCH = "search"


@dataclass(slots=True, kw_only=True)
class Trial:
    """Tries sources. With `witness`, `robots` and `allowed` it can tell of the way there too."""

    reader: Reader
    fetcher: Fetcher
    workers: Workers
    extractor: Extractor
    clock: Clock
    witness: Witness | None = None
    robots: ObedientFetcher | None = None
    allowed: Opened = frozenset()
    source: Source | None = None
    reading: Reading | None = None
    _closed: bool = False

    async def steps(self, address: str, *, selector: str = "") -> AsyncIterator[Step]:
        """Yield the steps of a visit to an address, up to the first that fails."""
        if self.witness and not _is_file(address):
            way = [step async for step in self._way(address)]
            for step in way:
                yield step
            if way[-1].outcome is Outcome.FAILED:
                return
        found = await self._found(address, selector)
        if self.witness and (asked := self.witness.of()):
            yield fetched(asked)
            if asked.error:
                return
        if isinstance(found, Step):
            yield found
            return
        self.source, self.reading = found
        yield self._shape(*found)
        yield entries(self.reading, self.clock.now())
        article = await self._article(*found)
        yield article
        if article.outcome is not Outcome.FAILED:
            yield self._visits(*found)

    async def _way(self, address: str) -> AsyncIterator[Step]:
        """Yield what stands before the door: where the address leads, and the site's wishes."""
        try:
            url, machines = await looked_up(address, allowed=self.allowed)
        except FetchError as error:
            facts = {"refused": isinstance(error, RefusedError)}
            yield Step(name="address", outcome=Outcome.FAILED, said=error.problem, facts=facts)
            return
        said = f"{url} leads to {', '.join(machines[:3])}, which may be visited"
        there: dict[str, object] = {"url": url, "machines": list(machines)}
        yield Step(name="address", outcome=Outcome.OK, said=said, facts=there)
        yield await self._wishes(url)

    async def _wishes(self, url: str) -> Step:
        if self.robots is None:
            said = "not asked: fetch.obey_robots is off"
            return Step(name="robots.txt", outcome=Outcome.LEFT_OUT, said=said)
        try:
            await self.robots.admit(url)
        except RefusedError:
            self._closed = True
            said = "asks bots to stay away from this address; obeyed for pages, not for feeds"
        except UnreachableError:
            said = "cannot be read for now; pages of this site wait until it can, feeds do not"
        else:
            return Step(
                name="robots.txt", outcome=Outcome.OK, said="lets bots read this address",
                facts={"allows": True},
            )  # fmt: skip
        facts = {"allows": not self._closed}
        return Step(name="robots.txt", outcome=Outcome.NOTE, said=said, facts=facts)

    async def _found(self, address: str, selector: str) -> tuple[Source, Reading] | Step:
        """Return the source that is there, or the step at which it turned out that none is."""
        try:
            if not selector:
                return await self.reader.discover(address)
            source = Source(
                id=source_id("page", address), kind="page", address=address,
                name=host_of(address), selector=selector,
            )  # fmt: skip
            return source, await self.reader.read(source)
        except SourceError as error:
            name = "fetch" if isinstance(error, FetchError) else "shape"
            facts = {"address": error.address}
            return Step(name=name, outcome=Outcome.FAILED, said=error.problem, facts=facts)

    def _shape(self, source: Source, reading: Reading) -> Step:
        """Say what kind of source was found, and in which format it is."""
        asked = self.witness.of(source.address) if self.witness else None
        first = self.witness.of() if self.witness else None
        page = asked.page if asked else None
        form = format_of(decoded(page.body, page.charset)) if page else ""
        named = f"{source.kind} ({form})" if form and form != source.kind else source.kind
        said = f"{named} at {source.address}"
        if first and asked and first is not asked:
            said += ", which the page names"
        if reading.title:
            said += f", which calls itself “{one_line(reading.title, limit=80)}”"
        facts = {"kind": source.kind, "format": form, "source": source.address}
        return Step(name="shape", outcome=Outcome.OK, said=said, facts=facts)

    async def _article(self, source: Source, reading: Reading) -> Step:
        """Extract the first entry that gives an article."""
        problem = ""
        for entry in reading.entries[:ENTRIES_TRIED]:
            noting = Noting(self.fetcher)
            try:
                article = await self._extracted(source, entry, noting)
            except (ExtractError, WorkError) as error:
                problem = problem or noting.problem or str(error)
                continue
            return told(article, entry, noting.problem)
        if not reading.entries:
            return Step(name="article", outcome=Outcome.LEFT_OUT, said="there is none to try")
        said = f"none of its first entries gives an article: {problem}"
        return Step(name="article", outcome=Outcome.FAILED, said=said)

    async def _extracted(self, source: Source, entry: Entry, fetcher: Fetcher) -> Article:
        pages = await pages_of(entry, fetcher, self.workers)
        work = partial(
            self.extractor.extract,
            entry,
            pages[0] if pages else None,
            parts=pages[1:],
            source=source,
            fetched_at=self.clock.now(),
        )
        return await self.workers.call(work, about=entry.url or entry.id, within=EXTRACT_WITHIN)

    def _visits(self, source: Source, reading: Reading) -> Step:
        """Say when it would be visited next, and what a visit costs."""
        if source.kind in _FOR_PEOPLE and self._closed:
            said = "its robots.txt closes this page to bots, and visits obey; use the site's feed"
            return Step(name="visits", outcome=Outcome.FAILED, said=said)
        if source.kind == _SEARCH:
            said = "none: it is asked when /latest finds nothing"
            return Step(name="visits", outcome=Outcome.OK, said=said)
        return visits(source, reading, self.clock.now())


def _is_file(address: str) -> bool:
    try:
        return "://" not in address and Path(address).expanduser().exists()
    except (OSError, ValueError, RuntimeError):
        return False
