"""The article's text, and nothing but it, out of pages of many makes."""

import lxml.html
import pytest

from bot.extract.blocks import blocks_of
from bot.extract.body import body_of, is_sure, text_of
from bot.extract.html import content_of_html
from bot.extract.signs import NAMES
from bot.extract.structured import Stated

STORY = (
    "Dockers in Halvenport have returned to work after a nine-day strike, their union said.",
    "The port authority expects the first ship to be unloaded by the evening of the same day.",
    "Members had voted on Sunday on an offer that adds 4.2 per cent to their pay over two years.",
    "“Nobody got all he wanted, and that is what an agreement is,” said the union's Mira Solberg.",
    "Some forty ships had been waiting in the roads, most of them with grain from the delta.",
    "Bakers in three towns had warned that they would run out of flour before the week was over.",
)
FRAME = """<html><head><title>Harbour reopens - The Courier</title></head><body>
<header class="top"><nav><ul><li><a href=a>Home</a><li><a href=b>Ports</a></ul></nav></header>
<main><article class="story"><h1>Harbour reopens</h1>{}</article></main>
<aside class="related"><h2>More stories</h2><ul><li><a href=c>Ferry line cancels sailings</a>
<li><a href=d>Museum finds its chess king again</a></ul></aside>
<footer class="footer"><p>The Courier, Quay 4, Halvenport. <a href=e>Imprint</a></p></footer>
</body></html>"""


def body(inside: str, *, frame: str = FRAME) -> list[str]:
    """Return the lines of the text found on a page."""
    return content_of_html(frame.format(inside), "https://c.example/a").text.split("\n\n")


def paragraphs(*lines: str) -> str:
    """Return lines as markup."""
    return "".join(f"<p>{line}</p>" for line in lines)


def test_a_plain_article_is_read_without_a_library() -> None:
    """A page as most are gives its paragraphs, and no second opinion is asked."""
    root = lxml.html.document_fromstring(FRAME.format(paragraphs(*STORY)))

    found = body_of(root, Stated())

    assert found.is_sure
    assert found.text.endswith("\n\n".join(STORY))


@pytest.mark.parametrize(
    "aside",
    [
        '<figure><img src=x><figcaption class="caption">The quay on Monday</figcaption></figure>',
        '<div class="newsletter-signup"><p>Get our letter.</p></div>',
        '<ul class="share-tools"><li><a href=x>Facebook</a><li><a href=y>Mail</a></ul>',
        '<div class="related-links"><a href=x>Ferry line cancels sailings</a></div>',
        '<ul class="tags"><li><a href=x>Ports</a><li><a href=y>Unions</a></ul>',
        "<p>Advertisement</p>",
        "<p>Image: Ana Cruz/AFP</p>",
    ],
)
def test_what_stands_between_paragraphs_is_cut(aside: str) -> None:
    """Captions, letters, share lines, related links, tags and advertisements are none of it."""
    inside = paragraphs(*STORY[:3]) + aside + paragraphs(*STORY[3:])

    assert body(inside) == list(STORY)


def test_subheadings_and_quotations_stay() -> None:
    """What libraries drop is kept in its place: crossheads and quoted paragraphs."""
    inside = (
        f"{paragraphs(*STORY[:3])}<h2>A long queue</h2>"
        f"<blockquote><p>{STORY[3]}</p></blockquote>{paragraphs(*STORY[4:])}"
    )

    assert body(inside) == [*STORY[:3], "A long queue", *STORY[3:]]


def test_a_heading_without_a_section_goes() -> None:
    """A heading below the last paragraph heads something else."""
    blocks = blocks_of(lxml.html.document_fromstring("<p>It rained.</p><h2>More</h2>"))[0]

    assert text_of(blocks, [0.9, 0.9]) == "It rained."
    assert text_of(blocks, [0.1, 0.9]) == ""


def test_a_second_layout_is_not_told_twice() -> None:
    """A page that holds its article once for each width of screen gives it once."""
    both = "".join(f'<div class="{size}">{paragraphs(*STORY)}</div>' for size in ("wide", "slim"))
    blocks = blocks_of(lxml.html.document_fromstring(both))[0]

    assert text_of(blocks, [0.9] * len(blocks)).split("\n\n") == list(STORY)


def test_a_refrain_is_told_as_often_as_it_stands() -> None:
    """Paragraphs that say the same side by side are the author's."""
    blocks = blocks_of(lxml.html.document_fromstring(paragraphs(STORY[0], STORY[0])))[0]

    assert text_of(blocks, [0.9, 0.9]).split("\n\n") == [STORY[0], STORY[0]]


def test_the_line_that_credits_agencies_comes_along() -> None:
    """A sign-off below the last paragraph is kept for its credits, which are read later."""
    blocks = blocks_of(lxml.html.document_fromstring("<p>It rained.</p><p>mk/jd (AFP, dpa)</p>"))[0]

    assert text_of(blocks, [0.9, 0.1]) == "It rained.\n\nmk/jd (AFP, dpa)"


def test_a_short_page_is_put_to_the_vote() -> None:
    """Where there is little text, or no blocks at all, a library is asked as well."""
    root = lxml.html.document_fromstring(f"<article>{paragraphs(*STORY[:2])}</article>")

    found = body_of(root, Stated())

    assert not found.is_sure
    assert STORY[0] in found.text
    assert body_of(lxml.html.document_fromstring("<p> </p>"), Stated()).text == ""


def test_doubt_is_weighed_by_words() -> None:
    """A page is sure when few of its words are in doubt."""
    row = (200.0,) + (0.0,) * (len(NAMES) - 1)

    assert is_sure([row, row], [0.99, 0.01])
    assert not is_sure([row, row], [0.99, 0.4])
    assert not is_sure([], [])


def test_the_head_is_taken_for_hints() -> None:
    """A description that repeats a paragraph, and meta tags without content, do no harm."""
    head = f'<meta name=description content="{STORY[0]}"><meta name=x><meta content=y>'
    frame = FRAME.replace("<title>", head + "<title>")

    assert body(paragraphs(*STORY), frame=frame) == list(STORY)
