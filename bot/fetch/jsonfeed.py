"""JSON Feed 1.0 and 1.1, with the oddities that are met. Pure."""

import json
from collections.abc import Mapping
from typing import Any

from bot.errors import FormatError
from bot.fetch.dates import instant
from bot.fetch.items import Found, Item


def found_in_json(text: str, address: str, *, max_entries: int) -> Found:
    """Return the feed in a JSON document; items that are none are left out.

    Raises:
        FormatError: it is not JSON, or not the JSON of a feed.
    """
    try:
        feed = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise FormatError(address, "a JSON feed that is cut or broken; try again later") from error
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        raise FormatError(address, "a JSON feed without items; tell its publisher")
    return Found(
        title=_text(feed, "title"),
        link=_text(feed, "home_page_url"),
        language=_text(feed, "language"),
        items=tuple(_item(item) for item in items[:max_entries] if isinstance(item, dict)),
    )


def _item(item: Mapping[str, Any]) -> Item:
    return Item(
        id=_text(item, "id"),
        link=_text(item, "url") or _text(item, "external_url"),
        title=_text(item, "title"),
        summary=_text(item, "summary"),
        content=_text(item, "content_html") or _text(item, "content_text"),
        author=_author(item),
        date=instant(_text(item, "date_published") or _text(item, "date_modified")),
        language=_text(item, "language"),
    )


def _author(item: Mapping[str, Any]) -> str:
    """Return the names of the authors: a list since 1.1, one before."""
    authors = item.get("authors") or [item.get("author")]
    if not isinstance(authors, list):
        return ""
    names = (_text(author, "name") for author in authors if isinstance(author, dict))
    return ", ".join(filter(None, names))


def _text(fields: Mapping[str, Any], key: str) -> str:
    """Return a field as text. Numbers stand for ids in some feeds."""
    value = fields.get(key)
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""
