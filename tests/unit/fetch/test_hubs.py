"""Promises of `bot.fetch.hubs`: where a feed says that its news is pushed from."""

import pytest

from bot.fetch.hubs import hub_of
from bot.fetch.parse import parse_feed
from bot.models import Hub
from tests.unit.fetch.pages import FEED

URL = "https://quay.example/rss"
HUB = Hub(address="https://hub.example/", topic="https://quay.example/feed")
ATOM = (
    '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Quay</title>'
    "<link href='/feed' rel='self'/><link rel=\"hub\" href=\"https://hub.example/\" />"
    '<entry><id>1</id><title>Pier</title><link rel="self" href="/1"/></entry></feed>'
)
JSON = (
    '{"version": "https://jsonfeed.org/version/1.1", "title": "Quay", "items": [],'
    '"feed_url": "https://quay.example/feed", "hubs": [{"type": "rssCloud", "url": "x"},'
    '{"type": "WebSub", "url": "https://hub.example/"}]}'
)
BARE = "<rss><channel><item>"


@pytest.mark.parametrize(
    ("text", "links"),
    [
        (ATOM, []),
        (JSON, []),
        (BARE, ['<https://hub.example/>; rel="hub", </feed>; rel="self"']),
        (BARE, ["<https://hub.example/>;rel=hub", '<https://quay.example/feed>; rel="self next"']),
        (
            ATOM.replace("https://hub.example/", "https://other.example/"),
            ["<https://hub.example/>; title=a; rel=hub"],
        ),
        (ATOM.replace("rel='self'", ""), ['</feed>; rel="self"']),
    ],
    ids=["atom", "json", "headers", "two-headers", "header-wins", "both"],
)
def test_a_hub_is_found_wherever_it_is_named(text: str, links: list[str]) -> None:
    """In the headers, in the feed, or half and half."""
    assert hub_of(text, links=links, url=URL) == HUB


@pytest.mark.parametrize(
    "text",
    [
        BARE,
        ATOM.replace("rel='self'", "rel='other'"),
        ATOM.replace('rel="hub"', 'rel="hubs"'),
        ATOM.replace("https://hub.example/", "javascript:x"),
        f"<rss><channel><item>{ATOM}",
        JSON.replace("WebSub", "rssCloud"),
        JSON.replace('"hubs": [', '"hubs": [7, '),
        '{"hubs": 7, "feed_url": [1]}',
        '{"hubs"',
    ],
    ids=["none", "no-self", "no-hub", "no-web", "in-entry", "cloud", "number", "odd", "cut"],
)
def test_half_a_hub_is_none(text: str) -> None:
    """Nor is one that an entry names, or one that is no address."""
    assert hub_of(text, url=URL) is None


def test_a_reading_carries_the_hub() -> None:
    """With what the headers of its page said."""
    headers = ["<https://hub.example/>; rel=hub", "</feed>; rel=self"]

    assert parse_feed(FEED.encode(), url=URL, links=headers).hub == HUB
    assert parse_feed(FEED.encode(), url=URL).hub is None
