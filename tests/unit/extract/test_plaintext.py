"""Plain-text copies of web pages, as samples beside what they should become."""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.errors import ExtractError
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
    assert content.published_at is not None
    assert content.published_at.date().isoformat() == want["date"]
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
