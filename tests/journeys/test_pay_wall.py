"""A page behind a pay-wall is marked wherever its story is told."""

import json
from collections.abc import Callable

import pytest

from adapters.discord.rendering import payload
from adapters.slack.rendering import blocks
from bot.compose.card import story_card
from bot.extract.article import ArticleExtractor
from bot.models import Entry, Message, Page, Source, SourceId
from bot.text.plain import plain_text
from tests.builders import HARBOUR, HOUR, NOW, sentence, story, summary

PAGE = f"""<!doctype html><html lang="en"><head><title>Harbour reopens</title>
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Harbour reopens",
"isAccessibleForFree": false}}</script></head>
<body><article><h1>Harbour reopens</h1><p>{HARBOUR}</p></article></body></html>"""


def on_slack(message: Message) -> str:
    """Return what Slack is sent."""
    return json.dumps(blocks(message), ensure_ascii=False)


def on_discord(message: Message) -> str:
    """Return what Discord is sent."""
    return json.dumps(payload(message), ensure_ascii=False)


@pytest.mark.parametrize("shown", [plain_text, on_slack, on_discord])
def test_a_reader_sees_that_a_report_costs(shown: Callable[[Message], str]) -> None:
    """From the page's own word to the foot of the card, on every platform."""
    url = "https://herald.example/a1"
    source = Source(id=SourceId("herald"), kind="page", address=url, name="Delta Herald")
    entry = Entry(id="a1", url=url, title="Harbour reopens")
    page = Page(url=url, body=PAGE.encode(), content_type="text/html", charset="utf-8")

    found = ArticleExtractor().extract(entry, page, source=source, fetched_at=NOW)
    told = summary(sentence("Ships leave.", found.id))
    card = story_card(told, story("s1", found), now=NOW + HOUR)
    said = shown(Message(title="News", blocks=(card,)))

    assert "Delta Herald" in said
    assert "(pay-wall)" in said
