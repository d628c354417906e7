"""Front pages of every make give their headlines, and nothing of what stands around them."""

import pytest

from bot.fetch.webpage import web_page_of
from tests.unit.fetch.fronts import HOME, LAYOUTS, Layout, expected
from tests.unit.fetch.fronts_built import BUILT


@pytest.mark.parametrize("layout", LAYOUTS + BUILT)
def test_front_page_gives_its_headlines_and_nothing_else(layout: Layout) -> None:
    """Each once, in the page's order, with its own title, link and day."""
    front = layout()

    found = web_page_of(front.html, HOME).headlines

    assert [(one.url, one.title, one.published_at) for one in found] == list(expected(front))
