"""What the docs say of the sample newsroom is so."""

import re
from pathlib import Path

from bot.newsroom import load_articles, load_gold, load_outlets

DOCS = (Path(__file__).parents[3] / "docs" / "sample-newsroom.md").read_text("utf-8")


def test_the_docs_count_as_the_data_does() -> None:
    """The docs give the number of articles and of stories that there are."""
    stories = {article.story for article in load_articles()}

    assert f"publish {len(load_articles())} articles about {len(stories)} stories" in DOCS


def test_the_docs_list_every_outlet() -> None:
    """Every outlet has its line in the table, in the order of the sources."""
    names = re.findall(r"^\| ([^|`]+) \| (?:English|German|French)", DOCS, re.MULTILINE)

    assert names == [outlet.name for outlet in load_outlets()]


def test_the_docs_name_stories_and_articles_that_exist() -> None:
    """Every story or article that the docs name in code type exists."""
    known = {*load_gold().story_of, *load_gold().stories}
    named = re.findall(r"`([a-z]+-[a-z]+(?:-\d\d)?)`", DOCS)

    assert len(named) >= 10
    assert set(named) <= known
