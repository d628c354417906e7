"""Articles out of entries and their pages: the extractor of the desk."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.errors import ExtractError
from bot.extract.content import Content
from bot.extract.credits import credits_of
from bot.extract.further import continues
from bot.extract.html import content_of_html, text_of_markup
from bot.extract.joining import fuller, joined
from bot.extract.language import declared, detected
from bot.extract.names import names
from bot.extract.pagetext import looks_like_markup, page_text
from bot.extract.plaintext import content_of_text
from bot.models import Article, ArticleId, Entry, Page, Source
from bot.text.datelines import reported_from
from bot.text.ids import article_name
from bot.text.visible import one_line

_TITLE_LIMIT = 300


class ArticleExtractor:
    """Reads HTML pages, plain-text copies of pages, and what feeds themselves say."""

    def extract(
        self,
        entry: Entry,
        page: Page | None,
        *,
        parts: Sequence[Page] = (),
        source: Source,
        fetched_at: datetime,
    ) -> Article:
        """Return the article that `entry` announces; see `bot.ports.Extractor`."""
        content = _content(entry, page, parts)
        title = one_line(content.title or entry.title, limit=_TITLE_LIMIT)
        if not title or not content.text:
            raise ExtractError(entry.url or entry.id, "no article was found on the page")
        url = content.url or entry.url
        return Article(
            id=ArticleId(
                article_name(source.audience, source.id, url=entry.own_url, entry=entry.id)
            ),
            source=source.id,
            outlet=source.name,
            url=url,
            title=title,
            text=content.text,
            fetched_at=fetched_at,
            bylines=content.bylines or names([entry.author], outlets=[source.name]),
            published_at=content.published_at or entry.published_at,
            updated_at=content.updated_at,
            language=content.language or declared(entry.language) or source.language,
            agencies=content.agencies,
            audience=source.audience,
            section=content.section,
            dateline=content.dateline or reported_from(content.text),
            picture=content.picture,
            is_walled=content.is_walled,
            posts=content.posts,
            owner=source.owner,
        )


def article_from_page(page: Page, *, title: str = "") -> Content:
    """Return what a page holds; `title` is what its announcement called it.

    Raises:
        ExtractError: there is no article in it.
    """
    text = page_text(page)
    if looks_like_markup(text, page.content_type):
        return content_of_html(text, page.url, title=title)
    return content_of_text(text, page.url, title=title)


def article_from_pages(page: Page, parts: Sequence[Page], *, title: str = "") -> Content:
    """Return what a page and the further parts of its article hold; see `article_from_page`.

    Another version of the page is taken for it where it holds more.

    Raises:
        ExtractError: there is no article in any of them.
    """
    found: list[tuple[Page, Content]] = []
    problems: list[ExtractError] = []
    for one in (page, *parts):
        try:
            found.append((one, article_from_page(one, title=title)))
        except ExtractError as problem:
            problems.append(problem)
    if not found:
        raise problems[0]
    further = [content for one, content in found[1:] if continues(page.url, one.url)]
    whole = found[0][1]
    for one, content in found[1:]:
        if not continues(page.url, one.url):
            whole = fuller(whole, content)
    return joined(whole, further)


def _content(entry: Entry, page: Page | None, parts: Sequence[Page]) -> Content:
    """Take the page's text, or the feed's own when there is more of it."""
    told = text_of_markup(max(entry.content, entry.summary, key=len))
    if page is None:
        return _of_entry(told, entry)
    try:
        # An entry that is its own page was called by that page's words: no second opinion.
        content = article_from_pages(page, parts, title="" if entry.page else entry.title)
    except ExtractError:
        if not told:
            raise
        return _of_entry(told, entry)
    if len(content.text) >= len(told):
        return content
    agencies = credits_of(told.split("\n\n"), [entry.author])
    return replace(content, text=told, posts=(), agencies=content.agencies or agencies)


def _of_entry(told: str, entry: Entry) -> Content:
    return Content(
        text=told or one_line(entry.title),
        title=entry.title,
        url=entry.url,
        language=declared(entry.language) or detected(told),
        agencies=credits_of(told.split("\n\n"), [entry.author]),
    )
