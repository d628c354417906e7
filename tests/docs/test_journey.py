"""The picture of the journey shows what the stages gave, and nothing lies over anything else."""

from pathlib import Path

import pytest
from lxml import etree

PICTURE = Path(__file__).parents[2] / "docs" / "pictures" / "journey.svg"
SVG = "{http://www.w3.org/2000/svg}"
STAGES = "source entry page article story summary briefing message payload receipt".split()  # noqa: SIM905  reads best


@pytest.fixture(name="drawn", scope="module")
def _drawn() -> etree._Element:
    return etree.fromstring(PICTURE.read_bytes())


def test_every_stage_is_drawn_in_order(drawn: etree._Element) -> None:
    """Under the names that the code has for them."""
    names = [one.text for one in drawn.iter(f"{SVG}text") if one.get("font-size") == "18"]

    assert names == STAGES


def test_the_followed_sentence_is_marked_at_most_stages(drawn: etree._Element) -> None:
    """On the page, in the article, its summary, the message and the payload."""
    marked = [one for one in drawn.iter(f"{SVG}rect") if one.get("rx") == "3"]
    boxes = [one for one in drawn.iter(f"{SVG}rect") if one.get("rx") == "8"]
    holding = {
        index
        for index, box in enumerate(boxes)
        for mark in marked
        if _number(box, "y") < _number(mark, "y") < _number(box, "y") + _number(box, "height")
    }

    assert {STAGES[index] for index in holding} >= {"page", "article", "summary", "message"}


def test_words_stay_in_their_boxes(drawn: etree._Element) -> None:
    """No line leaves its box, and no two lie over each other."""
    (box, *_) = (one for one in drawn.iter(f"{SVG}rect") if one.get("rx") == "8")
    right = _number(box, "x") + _number(box, "width")
    rows: dict[float, list[tuple[float, float]]] = {}
    for text in drawn.iter(f"{SVG}text"):
        if text.get("textLength"):
            x = _number(text, "x")
            rows.setdefault(_number(text, "y"), []).append((x, x + _number(text, "textLength")))

    assert max(end for spans in rows.values() for _, end in spans) < right
    for spans in rows.values():
        ordered = sorted(spans)
        ends = [end for _, end in ordered]
        assert all(end <= start + 0.2 for end, (start, _) in zip(ends, ordered[1:], strict=False))


def test_it_has_a_ground_of_its_own(drawn: etree._Element) -> None:
    """So that it is legible on a dark page too, at the width that pages have."""
    ground = next(drawn.iter(f"{SVG}rect"))

    assert (ground.get("width"), ground.get("height")) == (drawn.get("width"), drawn.get("height"))
    assert _number(ground, "width") <= 900


def _number(tag: etree._Element, name: str) -> float:
    return float(tag.get(name, "0"))
