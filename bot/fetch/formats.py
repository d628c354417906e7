"""What a feed is called by those who make it: RSS 2.0, Atom, JSON Feed 1.1. Pure."""

import re

from bot.fetch.sniff import Shape, shape_of

_HEAD = 4096
_VERSION = re.compile(r"<rss[^>]{0,2000}?\sversion\s*=\s*[\"']([\d.]{1,8})", re.IGNORECASE)
_RDF = re.compile(r"<(?:\w+:)?RDF[\s>]")
_ATOM = re.compile(r"<(?:\w+:)?feed[\s>]", re.IGNORECASE)
_JSON = re.compile(r"jsonfeed\.org\\?/version\\?/([\d.]{1,8})", re.IGNORECASE)
_NEWS = re.compile(r"<(?:\w+:)?news[\s>:]|schemas/sitemap-news", re.IGNORECASE)


def format_of(text: str) -> str:
    """Return the name of a text's format.

    >>> format_of('<rss version="2.0"><channel>'), format_of('<feed xmlns="x">')
    ('RSS 2.0', 'Atom')
    """
    shape, head = shape_of(text), text[:_HEAD]
    match shape:
        case Shape.XML_FEED:
            return _xml_format(head)
        case Shape.JSON_FEED:
            found = _JSON.search(head)
            return f"JSON Feed {found[1]}" if found else "JSON Feed"
        case Shape.SITEMAP:
            return "news sitemap" if _NEWS.search(text) else "sitemap"
        case _:
            return str(shape)


def _xml_format(head: str) -> str:
    version = _VERSION.search(head)
    if version:
        return f"RSS {version[1]}"
    if _RDF.search(head):
        return "RSS 1.0 (RDF)"
    return "Atom" if _ATOM.search(head) else "RSS"
