"""A fetcher that needs no network: pages held in memory, and a record of who was asked."""

from dataclasses import dataclass, field

from bot.errors import FetchError, StatusError
from bot.fetch.kinds import Bounds, Means
from bot.models import Page, Source, SourceId
from bot.ports import Fetcher
from bot.workers.inline import InlineWorkers


@dataclass(slots=True)
class PagesAtHand:
    """Answers with the page kept for an address, and knows its validators."""

    pages: dict[str, Page | FetchError] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    async def fetch(
        self, url: str, *, etag: str | None = None, last_modified: str | None = None
    ) -> Page | None:
        """Return the page, None when its etag is known, or raise the error kept for it."""
        self.asked.append(url)
        found = self.pages.get(url, StatusError(url, 404, "404: the page is not there"))
        if isinstance(found, FetchError):
            raise found
        known = (found.etag, found.last_modified)
        return None if any(known) and known == (etag, last_modified) else found


def page(
    url: str,
    body: str | bytes,
    *,
    content_type: str = "",
    etag: str | None = None,
    last_modified: str | None = None,
) -> Page:
    """Return a page with a body."""
    raw = body if isinstance(body, bytes) else body.encode()
    return Page(
        url=url, body=raw, content_type=content_type, etag=etag, last_modified=last_modified
    )


def means(fetcher: Fetcher, bounds: Bounds | None = None) -> Means:
    """Return what a source is read with, without another process."""
    return Means(fetcher=fetcher, workers=InlineWorkers(), bounds=bounds or Bounds())


def source(kind: str, address: str) -> Source:
    """Return a source of a kind."""
    return Source(id=SourceId("s1"), kind=kind, address=address, name="Quay & Lantern")


FEED = (
    '<?xml version="1.0"?><rss version="2.0"><channel><title>Quay &amp; Lantern</title>'
    "<link>https://quay.example/</link><language>en</language>"
    "<item><title>Ferry pier reopens</title><link>https://quay.example/pier</link>"
    "<guid>https://quay.example/pier</guid></item></channel></rss>"
)
SITEMAP = (
    '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url>'
    "<loc>https://quay.example/pier</loc><news:news><news:publication>"
    "<news:name>Quay &amp; Lantern</news:name><news:language>en</news:language>"
    "</news:publication><news:publication_date>2026-11-24T08:00:00Z</news:publication_date>"
    "<news:title>Ferry pier reopens</news:title></news:news></url></urlset>"
)
ARTICLE = (
    "<!doctype html><html><head><title>Pier reopens | Quay</title>"
    '<meta property="og:type" content="article"><meta property="og:title" content="Pier reopens">'
    "</head><body><h1>Pier reopens</h1><p>The pier carried passengers again.</p></body></html>"
)
HEADLINES = "<html><head><title>Quay front page</title></head><body><nav>{nav}</nav>{links}</body>"
FRONT = HEADLINES.format(
    nav='<a href="/all">All of the sections that we have</a>',
    links="".join(
        f'<a href="/2026/{n}">Council approves bridge repair number {n}</a>' for n in range(6)
    ),
)
TEXT = "Menu\nSkip to content\n" + "\n\n".join(
    f"The council voted on Monday to repair bridge number {n}, after cracks had been found in it."
    for n in range(4)
)
