"""How well plain-text copies are read, as floors that only rise."""

import json
from pathlib import Path

import pytest

from bot.extract.plaintext import content_of_text

PAGES = Path(__file__).parents[1] / "samples" / "pages"
SAMPLES = sorted(PAGES.glob("*.txt"))


def test_samples_cover_layouts_and_languages() -> None:
    """The samples show a dozen layouts in at least six languages."""
    expected = [json.loads(page.read_text("utf-8")) for page in PAGES.glob("*.expected.json")]

    assert len(SAMPLES) >= 12
    assert len({one["language"] for one in expected}) >= 6


@pytest.mark.parametrize("menu", ["", "Home\nWorld\nSport\nSign in\nSearch\n"])
@pytest.mark.parametrize(
    "tail", ["", "Related\nFerry line cancels sailings\nNo ferry goes in May.\n"]
)
def test_every_sample_survives_more_furniture(menu: str, tail: str) -> None:
    """More menu above and more teasers below change no word of any article."""
    texts = [page.read_text("utf-8") for page in SAMPLES]

    plain = [content_of_text(text, "x").text for text in texts]
    framed = [content_of_text(f"{menu}\n{text}\n{tail}", "x").text for text in texts]

    assert framed == plain
