"""The characters of a page that may hold an article."""

import gzip

import pytest

from bot.errors import ExtractError
from bot.extract.pagetext import MAX_BYTES, looks_like_markup, page_text
from bot.models import Page


@pytest.mark.parametrize(
    "body",
    [
        b"\x89PNG\r\n",
        b"PK\x03\x04",
        b"x" * (MAX_BYTES + 1),
        b"\x1f\x8b not packed",
        gzip.compress(b"%PDF-1.7", mtime=0),
        gzip.compress(gzip.compress(b"twice", mtime=0), mtime=0),
    ],
)
def test_what_is_no_text_is_refused(body: bytes) -> None:
    """Pictures, archives and huge bodies are refused, packed or not."""
    with pytest.raises(ExtractError):
        page_text(Page(url="https://c.example/a", body=body))


def test_packed_page_is_read() -> None:
    """A gzip file that was sent as the page is read as the page."""
    packed = gzip.compress("<p>Hafen geöffnet".encode("latin-1"), mtime=0)

    page = Page(url="https://c.example/a", body=packed, charset="iso-8859-1")
    assert page_text(page) == "<p>Hafen geöffnet"


@pytest.mark.parametrize(
    ("text", "kind", "is_html"),
    [
        ("<!DOCTYPE html>", "text/plain", True),
        ("a <b and c> d", "", False),
        ("<p>Hello", "text/plain; charset=utf-8", False),
        ("<div>Hello", "", True),
    ],
)
def test_markup_is_told_from_text(text: str, kind: str, *, is_html: bool) -> None:
    """Content decides where the content type is vague."""
    assert looks_like_markup(text, kind) is is_html
