"""Promises of the forms that the command line prints: briefings, subscriptions, articles."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import time
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from structlog.testing import capture_logs
from typer.testing import CliRunner, Result

from bot.app import opened
from bot.cli.output import article_row, json_line, show_article
from bot.cli.program import program
from bot.cli.texts import extract
from bot.config import Settings
from bot.models import ChannelId, Mode, Schedule
from bot.schedule.clock import SystemClock
from tests.builders import HOUR, NOW, article, subscription

PAGE = """<!doctype html><html lang="en"><head><title>Pier of Delta reopens after storm</title>
</head><body><article><h1>Pier of Delta reopens after storm</h1>
<p>The pier of Delta reopened on Tuesday after a storm had closed it for nine days.</p>
<p>Engineers replaced forty planks and two lamps, the harbour office said on Tuesday.</p>
<p>Ferries to the islands will sail from Thursday, according to the harbour office.</p>
</article></body></html>"""
SENTENCE = "The pier of Delta reopened on Tuesday after a storm had closed it for nine days."
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Herald</title>
<link>{origin}/</link>
<item><title>Pier of Delta reopens</title><link>{origin}/pier</link></item>
<item><title>A pier again</title><link>{origin}/none</link><description>{text}</description></item>
</channel></rss>"""


def run(folder: Path, *line: str) -> Result:
    """Run a command with a home of its own."""
    return CliRunner(env={"NEWSDESK_HOME": str(folder)}).invoke(program, line)


@pytest.mark.parametrize(
    ("form", "begins"),
    [("text", "Briefing · "), ("json", '{"story": '), ("html", "<!doctype html>"), ("slack", "{")],
)
def test_a_briefing_has_a_form(tmp_path: Path, form: str, begins: str) -> None:
    """For people, for programs, for the web, for a platform."""
    page = tmp_path / "pier.html"
    page.write_text(PAGE, "utf-8")
    said = run(tmp_path, "brief", "--from", str(page), "--format", form)

    assert said.exit_code == 0, said.output
    assert said.stdout.startswith(begins)
    assert "Pier of Delta reopens after storm" in said.stdout


async def _subscribe(home: Path) -> None:
    channel = ChannelId("slack:T1/C2")
    at_eight = Schedule(at=time(8), zone="Europe/Rome")
    settings = Settings.model_validate({"home": str(home)})
    async with opened(settings, {}, clock=SystemClock(), sources=()) as app:
        orders = app.store.subscriptions
        await orders.save(subscription("harbour", name="s1", channel=channel, schedule=at_eight))
        await orders.save(subscription("storm", name="s2", channel=channel, mode=Mode.ALERT))


def test_subscriptions_are_listed(tmp_path: Path) -> None:
    """Alerts have no hour."""
    asyncio.run(_subscribe(tmp_path))
    printed = run(tmp_path, "subscriptions", "--json").stdout
    rows = [json.loads(line) for line in printed.splitlines()]
    said = run(tmp_path, "subscriptions").stdout

    assert rows == [
        {**ROW, "id": "s1", "topic": "harbour", "mode": "digest", "time": "08:00", "zone": ROME},
        {**ROW, "id": "s2", "topic": "storm", "mode": "alert", "time": None, "zone": None},
    ]
    assert "s1  slack:T1/C2  harbour  digest  08:00  Europe/Rome\n" in said
    assert "s2  slack:T1/C2  storm  alert\n" in said


ROW: dict[str, Any] = {"channel": "slack:T1/C2"}
ROME = "Europe/Rome"


@asynccontextmanager
async def served() -> AsyncIterator[str]:
    """Serve a feed whose first entry has a page, and whose second leads to none."""

    async def page(request: web.Request) -> web.Response:
        del request
        return web.Response(text=PAGE, content_type="text/html")

    async def feed(request: web.Request) -> web.Response:
        text = FEED.format(origin=f"http://{request.host}", text=SENTENCE)
        return web.Response(text=text, content_type="application/rss+xml")

    app = web.Application()
    app.router.add_get("/pier", page)
    app.router.add_get("/feed", feed)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


async def test_the_articles_of_a_feed_are_fetched(capsys: pytest.CaptureFixture[str]) -> None:
    """Where a page cannot be had, the entry's own text is what is left."""
    async with served() as place:
        settings = Settings.model_validate({"fetch": {"allow_private": (place,), "pause_s": 0}})
        with capture_logs():
            status = await extract(settings, [f"http://{place}/feed"], as_json=True)

    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert status == 0
    assert "Engineers replaced forty planks" in first["text"]
    assert second["text"] == SENTENCE


@pytest.mark.parametrize("command", ["extract", "read"])
def test_what_is_not_reached_is_called_by_its_address(tmp_path: Path, command: str) -> None:
    """And says why."""
    result = run(tmp_path, command, "--json", "http://127.0.0.1:8999/feed")

    row = json.loads(result.stdout)
    assert result.exit_code == 1
    assert row["id"] == "http://127.0.0.1:8999/feed"
    assert "private network" in row["error"]


def test_an_article_s_facts_stand_on_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    """Its hour in one zone, by name; what is not known is left out."""
    show_article(article("a1", agencies=("MPA",), language=None))

    facts = capsys.readouterr().out.splitlines()[1]
    assert facts == "Tue 24 Nov 2026, 12:00 (UTC) · with MPA · https://herald.example/a1"


def test_what_is_known_besides_stands_below(capsys: pytest.CaptureFixture[str]) -> None:
    """Section, place, pay-wall and picture have a line; a change of the text has its hour."""
    told = replace(
        article("a1", language=None),
        updated_at=NOW + HOUR,
        section="World",
        dateline="HALVENPORT, Varland",
        picture="https://herald.example/a1.jpg",
        is_walled=True,
    )

    show_article(told)

    _, facts, more, *_ = capsys.readouterr().out.splitlines()
    assert "12:00 (UTC) · updated Tue 24 Nov 2026, 13:00 (UTC) · https://" in facts
    assert more == (
        "World · from HALVENPORT, Varland · pay-wall: the page shows its beginning only"
        " · picture https://herald.example/a1.jpg"
    )


def test_records_are_lines_of_words(capsys: pytest.CaptureFixture[str]) -> None:
    """Letters of every script stand as they are."""
    json_line(article_row(article("a1", title="Häfen öffnen")))

    assert '"title": "Häfen öffnen"' in capsys.readouterr().out


@pytest.mark.parametrize("command", ["extract", "brief", "read"])
def test_one_page_that_is_missing_fails_alone(tmp_path: Path, command: str) -> None:
    """What can be read is."""
    page = tmp_path / "pier.html"
    page.write_text(PAGE, "utf-8")
    given = [f"--from={page}", "--from=none.html"] if command == "brief" else [str(page), "x.html"]
    result = run(tmp_path, command, *given)

    assert result.exit_code == 0
    assert "no such file or folder" in result.output
    assert "Pier of Delta reopens after storm" in result.stdout


def test_clippings_of_a_folder_are_told_by_their_files(tmp_path: Path) -> None:
    """Two files of one folder are two voices, each called by its name."""
    folder = tmp_path / "clippings"
    folder.mkdir()
    for name in ("herald", "post"):
        (folder / f"{name}.html").write_text(PAGE, "utf-8")
    result = run(tmp_path, "brief", f"--from={folder}")

    assert "[1] herald" in result.stdout
    assert "[1] clippings" not in result.stdout


def test_a_day_that_is_none_is_refused(tmp_path: Path) -> None:
    """A typing error must not become every day."""
    result = run(tmp_path, "digest", "next", "--time", "08:00", "--days", "mun-fri")

    assert result.exit_code == 2
    assert "--days 'mun-fri'" in result.stderr
