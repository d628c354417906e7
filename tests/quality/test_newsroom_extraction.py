"""How well the pages of the sample newsroom are read, as floors that only rise."""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache

import pytest

from bot.extract.article import ArticleExtractor
from bot.fetch.reader import SourceReader
from bot.models import Article, Page
from bot.newsroom import NEXT_MORNING
from bot.newsroom.articles import SampleArticle, load_articles, load_outlets
from bot.newsroom.gold import load_gold
from bot.newsroom.pages import Document, Pages
from bot.text.visible import visible
from bot.workers.inline import InlineWorkers

FORMS = ("html", "txt")
NO_PERSON = frozenset({"Tidewater news desk"})
"""A byline that names a desk: a page states it, and a text copy credits nobody."""


@dataclass(frozen=True, slots=True)
class OnePage:
    """A fetcher that has one page."""

    document: Document

    async def fetch(
        self, url: str, *, etag: str | None = None, last_modified: str | None = None
    ) -> Page | None:
        """Return the page, whatever is asked."""
        del etag, last_modified
        return Page(
            url=url,
            body=self.document.body,
            content_type=self.document.content_type,
            charset="utf-8",
        )


@cache
def published() -> tuple[SampleArticle, ...]:
    """Return every sample article, newest first."""
    return tuple(reversed(load_articles()))


async def read(sample: SampleArticle, form: str) -> Article:
    """Return the article that the desk reads from the sample's page or its text copy."""
    outlet = next(one for one in load_outlets() if one.slug == sample.outlet)
    shown = [one for one in published() if one.outlet == sample.outlet]
    pages = Pages("https://newsroom.example")
    copy = form == "txt"
    document = (pages.text_copy if copy else pages.article)(sample, outlet, shown)
    address = f"https://newsroom.example/{sample.outlet}/{sample.id}{'.txt' * copy}"
    source, reading = await SourceReader(OnePage(document), workers=InlineWorkers()).discover(
        address, itself=True
    )
    entry = reading.entries[0]
    return ArticleExtractor().extract(entry, entry.page, source=source, fetched_at=NEXT_MORNING)


@pytest.mark.parametrize("form", FORMS)
async def test_every_page_gives_its_article(form: str) -> None:
    """Title, byline, agencies and every paragraph come out, and nothing else."""
    for sample in published():
        article = await read(sample, form)

        assert article.title == visible(sample.title)
        assert article.text == sample.text, sample.id
        assert set(article.agencies) == set(sample.agencies), sample.id
        is_credited = sample.byline and (form == "html" or sample.byline not in NO_PERSON)
        persons = (sample.byline,) if is_credited else ()
        assert article.bylines == persons, sample.id


async def test_pages_tell_when_they_were_published() -> None:
    """A page gives the very instant, in the outlet's own offset."""
    for sample in published():
        article = await read(sample, "html")

        assert article.published_at is not None
        assert article.published_at == sample.published
        assert article.published_at.date() == sample.published.date()


async def test_copies_tell_the_time_of_day() -> None:
    """A text copy names no zone: its date and time of day are read as they stand."""
    for sample in published():
        article = await read(sample, "txt")

        assert article.published_at == _without_zone(sample.published), sample.id


@pytest.mark.parametrize("form", FORMS)
async def test_what_pages_hide_stays_hidden(form: str) -> None:
    """No text that a page hides is read."""
    for sample in published():
        article = await read(sample, form)

        assert not [words for words in load_gold().must_not_appear if words in article.text]


def _without_zone(moment: datetime) -> datetime:
    return moment.replace(second=0, tzinfo=UTC)
