"""What a text is."""

import pytest

from bot.fetch.sniff import Shape, not_a_feed, shape_of
from tests.unit.fetch.pages import ARTICLE, FEED, TEXT


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        (FEED, Shape.XML_FEED),
        ("  \n<!-- hello --><rss>", Shape.XML_FEED),
        ('<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "b">]><rss>', Shape.XML_FEED),
        ('<?xml-stylesheet href="a.xsl"?><a:feed xmlns:a="x">', Shape.XML_FEED),
        ("<rdf:RDF>", Shape.XML_FEED),
        ("<entry><title>One</title></entry>", Shape.XML_FEED),
        ("Warning: line 3\n<rss><channel><title>x</title>", Shape.XML_FEED),
        (ARTICLE, Shape.HTML),
        ("<!doctype HTML><p>", Shape.HTML),
        ("<p>A piece of a page", Shape.HTML),
        ("Hello <title>x</title><rss>", Shape.HTML),
        ('<?xml version="1.0"?><urlset>', Shape.SITEMAP),
        ("<sitemapindex>", Shape.SITEMAP),
        ("<opml version='2.0'>", Shape.OPML),
        ("<note><to>you</to></note>", Shape.XML),
        ('{"version": "https://jsonfeed.org/version/1.1", "items": []}', Shape.JSON_FEED),
        ('{"version": "https:\\/\\/jsonfeed.org\\/version\\/1", "items": []}', Shape.JSON_FEED),
        ('{"items": [], "feed_url": "https://a.example/"}', Shape.JSON_FEED),
        ('{"items": []}', Shape.JSON),
        ('{"a": 1}', Shape.JSON),
        ("[1, 2]", Shape.JSON),
        ("{not json", Shape.TEXT),
        ("[" * 100_000, Shape.TEXT),
        (TEXT, Shape.TEXT),
        ("%PDF-1.7 ...", Shape.BINARY),
        ("\x89PNG\ufffd\ufffd\ufffd", Shape.BINARY),
        ("", Shape.EMPTY),
        (" \n" * 5000, Shape.EMPTY),
        (" " * 5000 + "word", Shape.TEXT),
    ],
)
def test_shape_is_recognised(text: str, shape: Shape) -> None:
    """The beginning of a text tells what it is."""
    assert shape_of(text) is shape


@pytest.mark.parametrize("shape", list(Shape))
def test_each_wrong_shape_has_its_cure(shape: Shape) -> None:
    """Whatever comes instead of a feed, the error says what it is and what to do."""
    error = not_a_feed("http://a.example/", shape)

    assert "feed" in str(error)
    assert not error.transient


def test_feed_of_a_page_is_named() -> None:
    """When a page names its feed, so does the error."""
    error = not_a_feed("http://a.example/", Shape.HTML, feeds=["http://a.example/rss"])

    assert "its feed is http://a.example/rss" in str(error)
