"""Pages built to hang a parser."""

import time

import pytest

from bot.errors import ExtractError
from bot.extract.guard import MAX_CHARACTERS, guarded, without_opaque
from bot.extract.html import content_of_html, text_of_markup

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


@pytest.mark.parametrize("html", ["<div></div>" * 2_000, f'<p class="{"x" * 2_000}">Rain</p>'])
def test_large_pages_are_no_bombs(html: str) -> None:
    """A page of many tags, or of a long one, is as good as any."""
    assert guarded(html, "") == html


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


def test_marks_inside_what_is_cut_are_cut_with_it() -> None:
    """A style within a script is part of the script."""
    assert without_opaque("<script>'<style>'</script>x") == "x"


def test_hostile_markup_in_a_feed_says_nothing() -> None:
    """A bomb inside an entry leaves the entry without text."""
    assert text_of_markup(BOMBS["nesting"]) == ""
