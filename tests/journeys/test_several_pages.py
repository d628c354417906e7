"""From the shell: an article on several pages, and one whose page is a script's shell."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiohttp import web
from structlog.testing import capture_logs

from bot.cli.texts import extract
from bot.config import Settings

TITLE = "Harbour reopens after nine days of strike"
PARTS = [
    [
        f"Dock {dock} was opened in the morning of day {day} by its pilots, who said that they "
        "were glad to be back at work."
        for dock in range(6)
    ]
    for day in range(1, 4)
]


def page(paragraphs: list[str], *, head: str = "", foot: str = "") -> web.Response:
    """Return a page that repeats title and standfirst."""
    body = "".join(f"<p>{one}</p>" for one in ["Nine days cost the islands dear.", *paragraphs])
    text = (
        f"<html lang=en><head><title>{TITLE}</title>{head}</head><body><article><h1>{TITLE}</h1>"
        f"{body}</article>{foot}</body></html>"
    )
    return web.Response(text=text, content_type="text/html")


async def story(request: web.Request) -> web.Response:
    """Serve one of three parts, with the numbers of all of them below."""
    number = int(request.query.get("page", 1))
    links = "".join(f'<a href="/story?page={n}">{n}</a> ' for n in range(1, 4))
    return page(PARTS[number - 1], foot=f"<div>{links}<a href='/other'>Next article</a></div>")


async def shell(request: web.Request) -> web.Response:
    """Serve a page without text that names its AMP version."""
    del request
    text = "<title>App</title><link rel=amphtml href=/amp><link rel=canonical href=/shell>"
    return web.Response(text=f"{text}<div id=root></div>", content_type="text/html")


async def amp(request: web.Request) -> web.Response:
    """Serve the AMP version, which names the page that it is of."""
    del request
    return page(PARTS[0], head="<link rel=canonical href=/shell>")


@asynccontextmanager
async def served() -> AsyncIterator[str]:
    """Serve the pages on loopback."""
    app = web.Application()
    for path, answer in (("/story", story), ("/shell", shell), ("/amp", amp)):
        app.router.add_get(path, answer)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


@pytest.mark.parametrize(
    ("path", "itself", "told"),
    [("story", "story", [*PARTS[0], *PARTS[1], *PARTS[2]]), ("shell", "shell", PARTS[0]),
     ("amp", "shell", PARTS[0])],
    ids=["three parts", "shell", "AMP"],
)  # fmt: skip
async def test_an_article_is_read_whole(
    capsys: pytest.CaptureFixture[str], path: str, itself: str, told: list[str]
) -> None:
    """Its parts are told in order and once, a shell in its other version, under one address."""
    async with served() as place:
        settings = Settings.model_validate({"fetch": {"allow_private": (place,), "pause_s": 0}})
        with capture_logs():
            status = await extract(settings, [f"http://{place}/{path}"], as_json=True)

    article = json.loads(capsys.readouterr().out)
    paragraphs = [one for one in article["text"].split("\n\n") if one.startswith("Dock ")]
    assert status == 0
    assert paragraphs == told
    assert article["text"].count("Nine days cost") <= 1
    assert article["title"] == TITLE
    assert article["url"] == f"http://{place}/{itself}"
