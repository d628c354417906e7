"""Plain-text copies of web pages, as samples beside what they should become."""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.errors import ExtractError
from bot.extract.lines import blocks
from bot.extract.plaintext import content_of_text

PAGES = Path(__file__).parents[2] / "samples" / "pages"
SAMPLES = sorted(PAGES.glob("*.txt"))


def expected(sample: Path) -> dict[str, Any]:
    """Return what a sample should become; JSON has no narrower type."""
    found: dict[str, Any] = json.loads(sample.with_suffix(".expected.json").read_text("utf-8"))
    return found


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.stem)
def test_title_date_and_names_are_read(sample: Path) -> None:
    """A copy gives its title, dates, bylines, language and agencies."""
    content = content_of_text(sample.read_text("utf-8"), sample.name)
    want = expected(sample)

    assert content.title == want["title"]
    assert str(content.published_at)[:10] == str(want["date"])
    assert str(content.updated_at)[:10] == want.get("updated", "None")
    assert list(content.bylines) == want["bylines"]
    assert content.language == want["language"]
    assert list(content.agencies) == want["agencies"]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.stem)
def test_body_is_kept(sample: Path) -> None:
    """Every paragraph and subheading of the article stands in the text."""
    text = content_of_text(sample.read_text("utf-8"), sample.name).text

    assert [line for line in expected(sample)["have"] if line not in text] == []


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.stem)
def test_furniture_is_dropped(sample: Path) -> None:
    """No menu, caption, credit, advertisement or teaser stands in the text."""
    text = content_of_text(sample.read_text("utf-8"), sample.name).text

    assert [line for line in expected(sample)["lack"] if line in text] == []


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.stem)
def test_paragraphs_are_parted_by_one_empty_line(sample: Path) -> None:
    """Paragraphs stand on one line each, with exactly one empty line between."""
    text = content_of_text(sample.read_text("utf-8"), sample.name).text

    assert all(part and part == part.strip() and "\n" not in part for part in text.split("\n\n"))


def test_windows_line_ends_change_nothing() -> None:
    """A copy saved with other line ends gives the same article."""
    text = SAMPLES[0].read_text("utf-8")

    assert content_of_text(text.replace("\n", "\r\n"), "x") == content_of_text(text, "x")


def test_menu_alone_is_no_article() -> None:
    """A page without running text is refused."""
    with pytest.raises(ExtractError):
        content_of_text("Home\nNews\nSport\nSearch\nSign in\n", "menu.txt")


def test_announced_title_is_preferred() -> None:
    """Of two lines above the text, the one that the feed announced is the title."""
    story = "The harbour reopened on Monday after nine days, and the first ships left. " * 3
    text = f"Harbour reopens after strike\nShips leave Halvenport\n{story}\nMore of it. {story}"

    content = content_of_text(text, "x", title="Ships leave Halvenport")

    assert content.title == "Ships leave Halvenport"


def test_title_is_the_announced_one_when_the_copy_has_none() -> None:
    """Without a line that could be the title, the announced one is taken."""
    story = "The harbour reopened on Monday after nine days, and the first ships left."

    assert content_of_text(f"{story}\n\n{story[:-1]} early.", "x", title="Port").title == "Port"


STORY = "The harbour reopened on Monday after nine days, and the first ships left at noon."


def test_items_after_a_colon_are_text() -> None:
    """A list that a paragraph announces belongs to the article."""
    text = f"Harbour reopens\n{STORY}\n{STORY[4:]}\nThese ships left, said the port on Monday:\n"
    text += f"* the Agnes\n* the Berta\nMore of it. {STORY}\nLess of it. {STORY}\n"

    assert "the Agnes\n\nthe Berta" in content_of_text(text, "x").text


def test_items_after_a_sentence_are_furniture() -> None:
    """A list that nothing announces is the page's."""
    text = f"Harbour reopens\n{STORY}\n{STORY[4:]}\n* Ferries\nMore of it. {STORY}\nLess. {STORY}\n"

    assert "Ferries" not in content_of_text(text, "x").text


def test_date_of_a_dateline_is_the_articles() -> None:
    """Where no line says when, the first paragraph may."""
    text = f"Harbour reopens\nHALVENPORT, 12 October 2026 (XYZ) - {STORY}\nMore of it. {STORY}"
    content = content_of_text(text, "x")

    assert content.published_at is not None
    assert content.published_at.date().isoformat() == "2026-10-12"
    assert content.agencies == ("XYZ",)


def test_box_that_never_closes_hides_nothing() -> None:
    """A page that announces a list and never ends it is read all the same."""
    text = f"Harbour reopens\n{STORY}\nlist of 3 items\nMore of it. {STORY}\nLess. {STORY}"

    assert "Less." in content_of_text(text, "x").text


def test_lone_links_stay_as_they_were_written() -> None:
    """One pair of brackets does not make a copy Markdown."""
    text = f"Harbour reopens\n{STORY}\nMore of [it](https://c.example/it). {STORY}"

    assert "[it](https://c.example/it)" in content_of_text(text, "x").text


def test_caption_with_an_unknown_agency_is_no_title() -> None:
    """A sentence and an acronym behind it are a caption and whose picture it is."""
    text = f"Port reopens\nThe harbour on Monday after nine days. XYZ\n{STORY}\nMore of it. {STORY}"

    assert content_of_text(text, "x").title == "Port reopens"


def test_line_above_a_list_of_links_is_no_title() -> None:
    """What is followed by links heads a menu."""
    links = "\n".join(f"[Ships {n}](http://c.example/{n})" for n in range(4))
    text = f"Harbour ships\n{links}\n# Harbour reopens on Monday\n{STORY}\nMore of it. {STORY}"

    assert content_of_text(text, "x").title == "Harbour reopens on Monday"


def test_line_right_below_a_title_within_the_text_is_no_crosshead() -> None:
    """Where a teaser stands above the title, the text still begins below it."""
    told = "\n".join(f"{n} ships left. {STORY}" for n in range(2, 8))
    masthead = "Harbour reopened, first ships left\nFerries\nBy Ida Grange"
    teaser = f"A teaser of the day. {STORY}\nAnother one of the day. {STORY}"
    text = f"{teaser}\n{masthead}\n{told}"
    content = content_of_text(text, "x")

    assert content.title == "Harbour reopened, first ships left"
    assert content.text.startswith("2 ships left.")


def test_copy_that_begins_with_a_list_is_read() -> None:
    """Items that nothing announces, above all else, are no part of the text's lists."""
    items = f"* {STORY}\n* Ferries\n* {STORY[4:]}\nMore of it. {STORY}\nLess of it. {STORY}"

    assert "Ferries" not in content_of_text(items, "x").text


def test_lines_of_one_word_are_not_wrapped() -> None:
    """A copy of single words has no width."""
    assert [block.text for block in blocks("Home\nNews")] == ["Home", "News"]


def test_nothing_at_all_is_no_article() -> None:
    """An empty copy is refused as one without running text."""
    with pytest.raises(ExtractError):
        content_of_text("", "empty.txt")
