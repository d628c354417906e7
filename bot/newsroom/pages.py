"""Renders the outlets: home pages, feeds, article pages and plain-text copies of them."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from functools import cache
from html import escape
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from bot.newsroom.articles import SampleArticle, SampleOutlet

FEED_ITEMS = 20
RELATED = 3
_FULL = frozenset({"rss_full", "atom_full"})
_DATES = {
    "en": "%-d %B %Y, %H:%M",
    "de": "%d.%m.%Y, %H:%M Uhr",
    "fr": "%d/%m/%Y à %H h %M",
    "ar": "%Y/%m/%d %H:%M",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What is served at one address. `modified` is when the newest thing in it appeared."""

    body: bytes
    content_type: str
    modified: datetime


class Pages:
    """Renders what one outlet serves. `origin` is the server's own "http://host:port"."""

    def __init__(self, origin: str) -> None:
        self._origin = origin

    def home(self, outlet: SampleOutlet, shown: Sequence[SampleArticle]) -> Document:
        """Return the outlet's home page, which names its feed."""
        items = [self._item(article, outlet) for article in shown]
        body = self._render("home.html", outlet=outlet, items=items, feed=feed_type(outlet))
        return _document(body.encode(), "text/html; charset=utf-8", shown)

    def feed(self, outlet: SampleOutlet, shown: Sequence[SampleArticle]) -> Document:
        """Return the outlet's feed in its own format and encoding."""
        recent = shown[:FEED_ITEMS]
        items = [self._item(article, outlet) for article in recent]
        if outlet.form == "json":
            body = json.dumps(self._json_feed(outlet, items), ensure_ascii=False, indent=1).encode()
            return _document(body, "application/feed+json", recent)
        encoding = "windows-1252" if outlet.form == "rss_windows_1252" else "utf-8"
        name = "atom.xml" if outlet.form.startswith("atom") else "rss.xml"
        text = self._render(
            name,
            outlet=outlet,
            items=items,
            encoding=encoding,
            full=outlet.form in _FULL,
            updated=_newest(recent).isoformat(),
        )
        # No charset in the header: a reader must heed the XML declaration.
        return _document(text.encode(encoding, "xmlcharrefreplace"), feed_type(outlet), recent)

    def article(
        self, article: SampleArticle, outlet: SampleOutlet, shown: Sequence[SampleArticle]
    ) -> Document:
        """Return the article's page in its outlet's layout, furniture and all."""
        body = self._render(f"{outlet.slug}.html", **self._context(article, outlet, shown))
        return _document(body.encode(), "text/html; charset=utf-8", shown)

    def text_copy(
        self, article: SampleArticle, outlet: SampleOutlet, shown: Sequence[SampleArticle]
    ) -> Document:
        """Return the page as a browser saves it as text: menus, captions and teasers stay."""
        body = self._render("saved.txt", **self._context(article, outlet, shown))
        return _document(body.encode(), "text/plain; charset=utf-8", shown)

    def _render(self, name: str, **context: object) -> str:
        return _templates().get_template(name).render(origin=self._origin, **context)

    def _context(
        self, article: SampleArticle, outlet: SampleOutlet, shown: Sequence[SampleArticle]
    ) -> dict[str, object]:
        others = [one for one in shown if one.id != article.id][:RELATED]
        item = self._item(article, outlet)
        return {
            "article": article,
            "outlet": outlet,
            "words": outlet.words,
            "item": item,
            "credit": outlet.credit.format(", ".join(article.agencies)) if article.agencies else "",
            "related": [self._item(one, outlet) for one in others],
            "metadata": _metadata(article, outlet, str(item["url"])),
        }

    def _item(self, article: SampleArticle, outlet: SampleOutlet) -> dict[str, object]:
        """Return what lists of articles say of one. `teaser` and `content` are HTML."""
        paragraphs = [escape(text, quote=False) for text in article.paragraphs]
        return {
            "id": f"urn:newsroom:{article.id}",
            "url": f"{self._origin}/{outlet.slug}/{article.id}",
            "title": article.title,
            "lede": article.paragraphs[0],
            "teaser": paragraphs[0],
            "content": "".join(f"<p>{text}</p>" for text in paragraphs),
            "author": article.byline,
            "section": article.section,
            "language": article.language,
            "iso": article.published.isoformat(),
            "mail_date": format_datetime(article.published),
            "when": article.published.strftime(_DATES[article.language]),
        }

    def _json_feed(
        self, outlet: SampleOutlet, items: Sequence[dict[str, object]]
    ) -> dict[str, object]:
        return {
            "version": "https://jsonfeed.org/version/1.1",
            "title": outlet.name,
            "home_page_url": f"{self._origin}/{outlet.slug}/",
            "feed_url": f"{self._origin}/{outlet.slug}/{outlet.feed}",
            "language": outlet.language,
            "items": [
                {
                    "id": item["id"],
                    "url": item["url"],
                    "title": item["title"],
                    "summary": item["lede"],
                    "content_html": item["content"],
                    "date_published": item["iso"],
                    "authors": [{"name": item["author"]}] if item["author"] else [],
                }
                for item in items
            ],
        }


@cache
def _templates() -> Environment:
    """Return the templates: kept, since compiling them takes longer than filling them in."""
    return Environment(
        loader=PackageLoader("bot.newsroom", "data/templates"),
        # A plain-text copy is no markup: escaping would change its words.
        autoescape=select_autoescape(disabled_extensions=("txt",), default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def feed_type(outlet: SampleOutlet) -> str:
    """Return the media type of the outlet's feed."""
    if outlet.form == "json":
        return "application/feed+json"
    return "application/atom+xml" if outlet.form.startswith("atom") else "application/rss+xml"


def _metadata(article: SampleArticle, outlet: SampleOutlet, url: str) -> dict[str, Any]:
    """Return the article as schema.org describes it; only some layouts carry it."""
    return {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.title,
        "datePublished": article.published.isoformat(),
        "inLanguage": article.language,
        "articleSection": article.section,
        "author": [{"@type": "Person", "name": article.byline}] if article.byline else [],
        "publisher": {"@type": "Organization", "name": outlet.name},
        "mainEntityOfPage": url,
    }


def _document(body: bytes, content_type: str, shown: Sequence[SampleArticle]) -> Document:
    return Document(body=body, content_type=content_type, modified=_newest(shown))


def _newest(shown: Sequence[SampleArticle]) -> datetime:
    return max(article.appears for article in shown)
