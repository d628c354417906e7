"""How a page falls into blocks."""

import lxml.html
import pytest

from bot.extract.blocks import blocks_of


def lines(markup: str) -> list[str]:
    """Return the text of each block."""
    return [block.text for block in blocks_of(lxml.html.document_fromstring(markup))[0]]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>It <b>rained</b> in <a href=x>Lund</a>.</p>", ["It rained in Lund."]),
        ("<div>Loose<p>Held</p>tail</div>", ["Loose", "Held", "tail"]),
        ("<ul><li>Rain<li>Wind</ul>", ["Rain", "Wind"]),
        ("<p>One<br>line<br><br>Two</p>", ["One line", "Two"]),
        ("<p>It rained.<br>Ships left.<br></p>", ["It rained.", "Ships left."]),
        ("<p><br>Rain</p>", ["Rain"]),
        ("<p>Rain<button>Share</button><select><option>x</select> fell</p>", ["Rain fell"]),
        ("<title>Rain</title><article>Dry.</article>", ["Dry."]),
        ("<quay-note>Rain <em>and</em> wind</quay-note>", ["Rain and wind"]),
        ("<p> \n </p>", []),
    ],
)
def test_text_is_parted_where_a_reader_sees_it(markup: str, expected: list[str]) -> None:
    """Elements that stand in a line part nothing, all others do, and so do two line breaks."""
    assert lines(markup) == expected


def test_links_and_bold_are_measured() -> None:
    """A block knows how many of its characters are links and how many are bold."""
    root = lxml.html.document_fromstring("<p>Rain <a>in <b>Lund</b></a> <i>today</i></p>")

    block = blocks_of(root)[0][0]

    assert (block.linked, block.bold) == (6, 9)


def test_boxes_hold_each_other() -> None:
    """A block's boxes lead outwards, each with its class and id."""
    root = lxml.html.document_fromstring('<main id=m><div class="a b"><p>Rain</p></div></main>')

    box = blocks_of(root)[0][0].box

    assert (box.tag, box.names) == ("p", "")
    assert box.outer is not None
    assert box.outer.names == "a b"
    assert box.outer.outer is not None
    assert box.outer.outer.names == "m"


def test_depth_is_no_obstacle() -> None:
    """A page may nest deeper than Python calls."""
    assert lines("<div>" * 1_200 + "Rain") == ["Rain"] or lines("<div>" * 1_200 + "Rain") == []
