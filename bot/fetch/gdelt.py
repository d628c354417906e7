"""What GDELT's DOC 2.0 service answers: articles as JSON, or a complaint as text. Pure."""

import json
import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

from bot.errors import FormatError
from bot.fetch.items import Found, Item
from bot.text.urls import is_web
from bot.text.visible import one_line

_MAX_WORDS = 160
_BARE_BACKSLASH = re.compile(r'\\(?!["\\/bfnrtu])')
_LANGUAGES = {
    "arabic": "ar",
    "bengali": "bn",
    "bulgarian": "bg",
    "chinese": "zh",
    "croatian": "hr",
    "czech": "cs",
    "danish": "da",
    "dutch": "nl",
    "english": "en",
    "finnish": "fi",
    "french": "fr",
    "german": "de",
    "greek": "el",
    "hebrew": "he",
    "hindi": "hi",
    "hungarian": "hu",
    "indonesian": "id",
    "italian": "it",
    "japanese": "ja",
    "korean": "ko",
    "norwegian": "no",
    "persian": "fa",
    "polish": "pl",
    "portuguese": "pt",
    "romanian": "ro",
    "russian": "ru",
    "serbian": "sr",
    "spanish": "es",
    "swedish": "sv",
    "thai": "th",
    "turkish": "tr",
    "ukrainian": "uk",
    "urdu": "ur",
    "vietnamese": "vi",
}


def found_by_gdelt(text: str, address: str) -> Found | None:
    """Return the articles that GDELT lists, or None when the answer is not of its form.

    It answers `{}` when it found nothing, and leaves backslashes in titles bare.
    """
    try:
        answer = json.loads(_BARE_BACKSLASH.sub(r"\\\\", text), strict=False)
    except (ValueError, RecursionError):
        return None
    if not isinstance(answer, dict) or answer.keys() - {"articles"}:
        return None
    listed = answer.get("articles", [])
    if not isinstance(listed, list):
        return None
    items = (_item(one) for one in listed if isinstance(one, dict))
    return Found(link=address, items=tuple(item for item in items if is_web(item.link)))


def complaint(text: str, address: str) -> FormatError:
    """Return the error for an answer in words: GDELT says what is wrong with a query that way."""
    return FormatError(address, f"the search says: {one_line(text, limit=_MAX_WORDS)}")


def _item(listed: Mapping[str, Any]) -> Item:
    return Item(
        link=_text(listed, "url"),
        title=_text(listed, "title"),
        date=_seen_at(_text(listed, "seendate")),
        language=_LANGUAGES.get(_text(listed, "language").lower(), ""),
    )


def _seen_at(text: str) -> datetime | None:
    """Return when GDELT saw an article: it checks every quarter of an hour.

    >>> _seen_at("20261124T081500Z")
    datetime.datetime(2026, 11, 24, 8, 15, tzinfo=datetime.timezone.utc)
    """
    with suppress(ValueError):
        return datetime.strptime(text, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    return None


def _text(listed: Mapping[str, Any], key: str) -> str:
    value = listed.get(key)
    return value if isinstance(value, str) else ""
