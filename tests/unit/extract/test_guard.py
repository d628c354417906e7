"""Pages built to hang a parser."""

import time

import pytest

from bot.errors import ExtractError
from bot.extract.decode import MAX_BYTES, decoded, looks_like_markup, page_text
from bot.extract.guard import MAX_CHARACTERS, guarded, without_opaque
from bot.extract.html import content_of_html
from bot.models import Page

BOMBS = {
    "attributes": "<p " + " ".join(f"a{n}=1" for n in range(200_000)) + ">x</p>",
    "valueless attributes": "<p " + " ".join(f"a{n}" for n in range(200_000)) + ">x</p>",
    "attributes behind quotes": '<p x=y"z ' + " ".join(f"a{n}" for n in range(100_000)) + ' w="">',
    "nesting": "<div>" * 100_000,
    "tags": "<br>" * 200_000,
    "size": "<p>" + "x" * MAX_CHARACTERS,
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_bombs_are_refused_at_once(bomb: str) -> None:
    """A page that would keep a parser busy is refused within a second."""
    begun = time.process_time()
    with pytest.raises(ExtractError):
        guarded(BOMBS[bomb], "https://c.example/a")

    assert time.process_time() - begun < 2


@pytest.mark.parametrize("mark", ["<script", "<script ", "<!--", "<style>", "<p a='", '<p "', "<"])
def test_unclosed_marks_cost_little(mark: str) -> None:
    """A mark that opens many times and never closes is read in one pass."""
    begun = time.process_time()
    without_opaque(mark * 100_000)

    assert time.process_time() - begun < 2


def test_linked_data_stays() -> None:
    """Scripts go, but what a page states for machines is kept."""
    html = (
        '<script type="application/ld+json">{}</script><script>x</script ><b>y</b><style>z</style'
    )

    assert guarded(html, "") == '<script type="application/ld+json">{}</script><b>y</b>'


@pytest.mark.parametrize("html", ["", "   ", "<!-- -->", "\x00"])
def test_empty_page_is_no_article(html: str) -> None:
    """A page with nothing on it is refused."""
    with pytest.raises(ExtractError):
        content_of_html(html, "https://c.example/a")


@pytest.mark.parametrize(
    ("body", "charset", "text"),
    [
        (b"\xef\xbb\xbfcaf\xc3\xa9", None, "café"),
        (b"\xff\xfec\x00a\x00f\x00\xe9\x00", None, "café"),
        (b"caf\xe9", "iso-8859-1", "café"),
        (b"caf\xe9", "no-such-charset", "café"),
        (b"caf\xe9", "hex", "café"),
        (
            b'<meta charset="windows-1251">\xcf\xee\xf0\xf2',
            None,
            '<meta charset="windows-1251">Порт',
        ),
    ],
)
def test_bytes_become_text(body: bytes, charset: str | None, text: str) -> None:
    """A byte order mark, UTF-8, the declared charset and Western text are understood."""
    assert decoded(body, charset) == text


@pytest.mark.parametrize("body", [b"\x89PNG\r\n", b"PK\x03\x04", b"x" * (MAX_BYTES + 1)])
def test_what_is_no_text_is_refused(body: bytes) -> None:
    """Pictures, archives and huge bodies are refused."""
    with pytest.raises(ExtractError):
        page_text(Page(url="https://c.example/a", body=body))


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
