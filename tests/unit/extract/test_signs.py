"""The numbers that tell an article's blocks from others."""

import lxml.html

from bot.extract.blocks import blocks_of
from bot.extract.signs import NAMES, Hints, signs_of

RAIN = "Rain fell on the harbour of Halvenport for nine days, and no ship left the quay at all."
PAGE = f"""<nav class="main-menu"><a href=x>Home</a></nav>
<article class="story"><h1>Rain in Halvenport</h1><p>{RAIN}</p><h2>More</h2><p>{RAIN}</p></article>
<aside class="related"><h3>Related stories</h3><ul><li><a href=y>Wind in Lund</a></ul></aside>"""


def signs(markup: str, hints: Hints | None = None) -> dict[str, dict[str, float]]:
    """Return the named numbers of each block, by its text; of two that say the same, the last."""
    blocks, boxes = blocks_of(lxml.html.document_fromstring(markup))
    rows = signs_of(blocks, boxes, hints or Hints())
    named = [dict(zip(NAMES, row, strict=True)) for row in rows]
    return {block.text: one for block, one in zip(blocks, named, strict=True)}


def test_prose_is_told_from_links() -> None:
    """Paragraphs are prose; headings and menus are not, and links are weighed."""
    found = signs(PAGE)

    assert found[RAIN]["is_prose"]
    assert not found["Rain in Halvenport"]["is_prose"]
    assert found["Home"]["link"] == 1
    assert found[RAIN]["link"] == 0


def test_the_box_with_most_prose_is_the_best() -> None:
    """What stands in the article's box is nearer to it than menus and related links are."""
    found = signs(PAGE)

    assert found["More"]["up"] == 0
    assert found["Home"]["up"] > 0
    assert found["Wind in Lund"]["up"] > 0
    assert found[RAIN]["up_share"] == 1


def test_names_and_elements_count() -> None:
    """A block knows which kinds of boxes and which elements it stands in."""
    found = signs(PAGE)

    assert found["Home"]["named_frame"] == 3
    assert found[RAIN]["named_body"] == 2
    assert found[RAIN]["in_article"]
    assert found["Wind in Lund"]["named_related"] == 1
    assert found["Wind in Lund"]["in_aside"]
    assert found["Wind in Lund"]["is_li"]


def test_neighbours_count() -> None:
    """A block knows the words and links before and after it; beyond the page there are none."""
    found = signs(PAGE)

    assert found["Home"]["words_before"] == found["Home"]["link_before2"] == -1
    assert found["Home"]["words_after"] == 3
    assert found["More"]["words_before"] == found["More"]["words_after"] == 18


def test_the_course_of_the_page_counts() -> None:
    """A block knows how far below the title and a block of other stories it stands."""
    found = signs(PAGE)

    assert found["More"]["from_h1"] == 2
    assert found[RAIN]["seen"] == 2
    assert found["Wind in Lund"]["below_tail"] == 1
    assert found["More"]["below_tail"] == 61
    assert found["Wind in Lund"]["before_share"] == 1


def test_hints_are_compared() -> None:
    """What the page says elsewhere of its article is found again in the blocks."""
    hints = Hints(
        titles=("Rain in Halvenport",), description=RAIN, body=f"{RAIN} " * 6 + "No more."
    )

    found = signs(PAGE, hints)

    assert found["Rain in Halvenport"]["title_share"] == 1
    assert found["Wind in Lund"]["title_share"] == 1 / 3
    assert found[RAIN]["is_description"]
    assert found[RAIN]["in_body"] == 2
    assert found["Home"]["in_body"] == 1
    assert signs(PAGE)[RAIN]["in_body"] == 0


def test_a_page_without_prose_has_no_best_box() -> None:
    """A page of links alone gets its numbers all the same; an empty one gets none."""
    found = signs("<ul><li><a href=x>Rain</a><li><a href=y>—</a></ul><h1>Wind</h1>")

    assert found["Rain"]["total"] == 1
    assert found["Rain"]["up"] == 9
    assert found["—"]["title_share"] == 0
    assert signs("<p> </p>") == {}


def test_words_of_dense_scripts_are_counted() -> None:
    """Where words are not parted, two characters count as one."""
    assert (
        signs("<p>港は九日間閉ざされ、船は一隻も出なかったと当局は述べた。</p>")[
            "港は九日間閉ざされ、船は一隻も出なかったと当局は述べた。"
        ]["words"]
        == 13
    )
