"""Bytes of a page as text."""

import codecs
import re

from bot.errors import ExtractError
from bot.models import Page

MAX_BYTES = 12_000_000
"""More than any article page; scripts and styles are cut before the parser sees them."""

_HEAD = 4096
_BINARY = (b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_MARKUP = re.compile(
    r"<(?:!doctype|html|head|body|p|div|article|title|meta|span|br|a)\b", re.IGNORECASE
)


def page_text(page: Page) -> str:
    """Return the page's characters.

    Raises:
        ExtractError: it is too large, or no text at all.
    """
    body = page.body
    if len(body) > MAX_BYTES:
        raise ExtractError(page.url, f"the page has {len(body):,} bytes, more than we read")
    if body.startswith(_BINARY):
        raise ExtractError(page.url, "this is not text but a picture, an archive or a PDF")
    return decoded(body, page.charset).replace("\x00", "")


def decoded(body: bytes, charset: str | None = None) -> str:
    r"""Decode by byte order mark, then as UTF-8, then as declared, then as Western.

    UTF-8 goes before what is declared: text that is valid UTF-8 by chance is rare, wrong
    declarations are not.

    >>> decoded(b"caf\xe9", "iso-8859-1"), decoded("café".encode(), "iso-8859-1")
    ('café', 'café')
    """
    for mark, name in _MARKS:
        if body.startswith(mark):
            return body.decode(name, errors="replace")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        pass
    declared = _DECLARED.search(body[:_HEAD])
    for codec in (charset, declared[1].decode("ascii") if declared else None):
        if codec and _is_text_codec(codec):
            return body.decode(codec, errors="replace")
    return body.decode("cp1252", errors="replace")


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


def _is_text_codec(name: str) -> bool:
    """UTF-8 has been tried, and codecs such as "hex" give no text."""
    try:
        found = codecs.lookup(name)
    except LookupError:
        return False
    return found.name != "utf-8" and getattr(found, "_is_text_encoding", True)
