"""The characters of a page that may hold an article, and whether they are markup."""

import re

from bot.errors import ExtractError
from bot.models import Page
from bot.text.decode import decoded, unpacked

MAX_BYTES = 12_000_000
"""More than any article page; scripts and styles are cut before the parser sees them."""

_HEAD = 4096
_BINARY = (b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b")
_MARKUP = re.compile(
    r"<(?:!doctype|html|head|body|p|div|article|title|meta|span|br|a)\b", re.IGNORECASE
)


def page_text(page: Page) -> str:
    """Return the page's characters.

    Raises:
        ExtractError: it is too large, or no text at all.
    """
    body = unpacked(page.body)
    if len(body) > MAX_BYTES:
        raise ExtractError(page.url, f"the page has {len(body):,} bytes, more than we read")
    if body.startswith(_BINARY):
        raise ExtractError(page.url, "this is not text but a picture, an archive or a PDF")
    return decoded(body, page.charset)


def looks_like_markup(text: str, content_type: str) -> bool:
    """Tell HTML from a plain-text copy, by content where the content type is vague.

    >>> looks_like_markup("<!doctype html><p>Hello", "text/plain")
    True
    >>> looks_like_markup("Skip to content", "text/html")
    False
    """
    start = text[:_HEAD].lstrip("\ufeff \n\r\t").lower()
    if start.startswith(("<!doctype", "<html", "<?xml", "<!--")):
        return True
    if content_type.lower().startswith("text/plain"):
        return False
    return _MARKUP.search(text) is not None
