"""What `docs/topics.md` says of topics is so."""

import re
from pathlib import Path

import pytest

from bot.text.aliases import Aliases, parse_aliases
from bot.text.topics import ABOUT, fit, parse_topic

PAGE = (Path(__file__).parents[2] / "docs" / "topics.md").read_text("utf-8")
ROWS = re.findall(r"^\| `(.+?)` \| (.+?) \| (.+?) \|$", PAGE, re.MULTILINE)
FORMS = re.findall(r"^\| `(.+?)` \| [^|]+ \|$", PAGE, re.MULTILINE)


def answers(typed: str, said: str) -> bool:
    """Say whether a report is about a topic; a code before it names its language."""
    language, _, text = said.rpartition(": ")
    outlet = "Delta Herald"
    found = fit(parse_topic(typed), title="", text=text, outlet=outlet, language=language or "en")
    return found >= ABOUT


@pytest.mark.parametrize(("typed", "finds", "not_finds"), ROWS)
def test_a_topic_finds_what_the_page_says(typed: str, finds: str, not_finds: str) -> None:
    """Each row's report is about its topic, and the other one is not."""
    assert answers(typed, finds)
    assert not answers(typed, not_finds)


@pytest.mark.parametrize("typed", FORMS)
def test_every_form_of_a_topic_is_one(typed: str) -> None:
    """What the page lists is taken apart into something wanted."""
    assert not parse_topic(typed.replace("\\|", "|")).is_everything


def test_there_are_rows() -> None:
    """The tables are found: had they moved, the tests above would be empty."""
    assert len(ROWS) > 10
    assert len(FORMS) > 5


def test_the_list_of_names_is_one() -> None:
    """The page's own list of names is read, and its names stand for each other."""
    named = re.search(r"```\n(.+?)```", PAGE, re.DOTALL)
    assert named

    topic = Aliases(parse_aliases(named[1])).of(parse_topic('"delta harbour"'))
    title = "Hafen von Delta wieder offen"
    assert fit(topic, title=title, text="", outlet="", language="de") >= ABOUT
