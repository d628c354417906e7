"""A press in four languages on loopback: a feed for each, and the pages that it names."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from html import escape
from pathlib import Path

from aiohttp import web

from bot.models import Source, SourceId

SAMPLES = Path(__file__).parent.parent / "samples" / "languages"
LANGUAGES = ("de", "fr", "es", "ar")
TYPES = {".html": "text/html", ".txt": "text/plain"}
OUTLETS = {
    "de": ("Küstenblatt", "Elmener Bote", "Wesser Zeitung"),
    "fr": ("Le Phare", "La Gazette d’Elme", "Le Courrier de Wesse"),
    "es": ("El Faro", "La Gaceta de Telmo", "El Correo del Vesa"),
    "ar": ("منارة الساحل", "جريدة إلمو", "بريد الويس"),
}
"""Who prints what is saved, what comes from an agency, and what tells of the ferry."""
MAKES = {"saved": ".txt", "agency": ".html", "toll": ".html"}


async def _feed(request: web.Request) -> web.Response:
    """Serve the feed of one outlet, which names its one page."""
    code, make = request.match_info["language"], request.match_info["make"]
    link = f"{request.url.origin()}/{code}/{make}{MAKES[make]}"
    name = escape(OUTLETS[code][list(MAKES).index(make)])
    item = f"<item><title>{make}</title><link>{link}</link><guid>{link}</guid></item>"
    body = f'<rss version="2.0"><channel><title>{name}</title>{item}</channel></rss>'
    return web.Response(text=body, content_type="application/rss+xml")


async def _page(request: web.Request) -> web.Response:
    """Serve one page as its outlet does: what is saved as text, the rest as HTML."""
    path = SAMPLES / request.match_info["language"] / request.match_info["page"]
    return web.Response(body=path.read_bytes(), content_type=TYPES[path.suffix], charset="utf-8")


@asynccontextmanager
async def press() -> AsyncIterator[tuple[str, list[Source]]]:
    """Serve all of it; give the address that must be allowed, and the sources."""
    app = web.Application()
    app.router.add_get("/{language}/{make}.rss", _feed)
    app.router.add_get("/{language}/{page}", _page)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    place = f"127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield (
            place,
            [
                Source(
                    id=SourceId(f"{code}-{make}"),
                    kind="feed",
                    address=f"http://{place}/{code}/{make}.rss",
                    name=name,
                )
                for code in LANGUAGES
                for make, name in zip(MAKES, OUTLETS[code], strict=True)
            ],
        )
    finally:
        await runner.cleanup()
