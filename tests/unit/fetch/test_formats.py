"""Formats are called what their makers call them."""

import pytest

from bot.fetch.formats import format_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('<?xml version="1.0"?><rss version="0.91"><channel>', "RSS 0.91"),
        ("<rss xmlns:a='b' version = '2.0'>", "RSS 2.0"),
        ('<rdf:RDF xmlns="http://purl.org/rss/1.0/">', "RSS 1.0 (RDF)"),
        ('<a:feed xmlns:a="http://www.w3.org/2005/Atom">', "Atom"),
        ("<channel><item>", "RSS"),
        ('{"version": "https://jsonfeed.org/version/1.1", "items": []}', "JSON Feed 1.1"),
        ('{"feed_url": "https://a.example", "items": []}', "JSON Feed"),
        ('<urlset xmlns:news="http://x"><url><news:news>', "news sitemap"),
        ("<urlset><url>", "sitemap"),
        ("<!doctype html>", "web page"),
    ],
)
def test_format_is_named(text: str, name: str) -> None:
    """From how the text begins."""
    assert format_of(text) == name
