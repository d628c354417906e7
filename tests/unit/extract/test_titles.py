"""Promises of `bot.extract.titles` and `bot.extract.headings`: the title by agreement."""

import pytest

from bot.extract.headings import candidates, opens
from bot.extract.html import content_of_html, parsed
from bot.extract.structured import Stated
from bot.extract.titles import Candidate, best_title, weighed

STORY = (
    "<p>Dockers in Halvenport have returned to work after a nine-day strike, their union said.</p>"
    "<p>The port authority expects the first ship to be unloaded by the evening of the day.</p>"
)
OPENING = "Dockers in Halvenport have returned to work after a nine-day strike, their union said."


def title(head: str = "", body: str = "", *, announced: str = "") -> str:
    """Return the title of a page with these parts."""
    html = f"<html><head>{head}</head><body>{body}</body></html>"
    return content_of_html(html, "https://courier.example/a", title=announced).title


def marked(body: str, text: str = OPENING) -> dict[str, frozenset[str]]:
    """Return what the headings of a page may be titles by, and what speaks for each."""
    root = parsed(f"<html><body>{body}</body></html>", "")
    found = candidates(root, linked=Stated(), meta=Stated(), text=text)
    return {one.text: one.marks for one in found if one.text}


def test_the_title_on_the_page_wins_over_one_made_for_search() -> None:
    """A heading above the text that linked data repeats beats what is told to searchers."""
    head = (
        "<title>Halvenport strike: latest on the harbour</title>"
        '<meta property="og:title" content="Halvenport strike: latest on the harbour">'
        '<script type="application/ld+json">{"@type": "NewsArticle",'
        '"headline": "Ships leave the harbour of Halvenport"}</script>'
    )
    body = f"<h1 class='entry-title'>Ships leave the harbour of Halvenport</h1>{STORY}"

    assert title(head, body) == "Ships leave the harbour of Halvenport"


def test_a_blog_s_own_name_is_no_title() -> None:
    """A logo that is the only first heading gives way to the heading above the text."""
    head = "<title>Quay Notes: Ships leave the harbour at last</title>"
    body = f"<h1 class='logo'>Quay Notes</h1><h2>Ships leave the harbour at last</h2>{STORY}"

    assert title(head, body) == "Ships leave the harbour at last"


def test_entities_in_what_machines_are_told_are_read() -> None:
    """Titles escaped once too often are spelled as readers see them."""
    head = '<meta property="og:title" content="Ships &amp;amp; pilots leave the harbour">'

    assert title(head, STORY) == "Ships & pilots leave the harbour"


def test_marks_tell_headings_apart() -> None:
    """Places, names of classes, furniture and the way to the text are noted."""
    found = marked(
        "<nav><h2>Sections of the paper</h2></nav><h1 class='headline'>Ships leave</h1>"
        "<div class='article-title'>Ships leave at last</div>"
        f"<div class='post-title'><h3>Pilots</h3></div><p>{OPENING}</p><h2>What follows</h2>"
    )

    assert {"h2", "furniture"} <= found["Sections of the paper"]
    assert {"h1", "named", "only-h1"} <= found["Ships leave"]
    assert {"class", "about"} <= found["Ships leave at last"]
    assert {"h3", "leads"} <= found["Pilots"]
    assert "below" in found["What follows"]


def test_a_heading_s_parts_are_candidates() -> None:
    """A kicker and a title in one heading are read apart, also when both lie in a link."""
    found = marked(
        "<h1><a><span>Harbour</span> <span>Ships leave at last</span></a></h1>"
        "<h2><b>One</b><b>Two</b><b>Three</b><b>Four</b><b>Five</b></h2><h2><i>All of it</i></h2>"
    )

    assert found["Ships leave at last"] == {"part"}
    assert "Two" not in found
    assert "h2" in found["All of it"]


def test_no_page_has_more_headings_than_are_looked_at() -> None:
    """The sixtieth heading is the last."""
    found = marked("".join(f"<h2>Heading {number}</h2>" for number in range(80)))

    assert "Heading 59" in found
    assert "Heading 60" not in found


@pytest.mark.parametrize(
    ("block", "begins"),
    [
        (f"<p><b>Dockers</b>{OPENING[7:]}</p>", True),
        (f"<div>{OPENING}</div>", True),
        ("<p>Dockers went home.</p>", False),
        ("<div><p>Dockers</p></div>", False),
        ("<p></p>", False),
    ],
)
def test_the_first_paragraph_is_known_by_its_start(block: str, *, begins: bool) -> None:
    """A block opens the text if it begins as the first long paragraph does."""
    element = next(parsed(f"<html><body>{block}</body></html>", "").iter("p", "div"))

    assert opens(f"Short.\n\n{OPENING}")(element) is begins


def test_signs_are_measured() -> None:
    """Agreement, likeness and length are told of each candidate."""
    pool = dict(
        weighed(
            [
                Candidate(text="Ships leave | Quay Courier", marks=frozenset(["page"])),
                Candidate(text="“Ships leave”", marks=frozenset(["linked"])),
                Candidate(text="Ships leave", marks=frozenset(["h1", "only-h1"])),
                Candidate(text="***", marks=frozenset(["meta"])),
                Candidate(text=" . ", marks=frozenset(["meta-other"])),
            ],
            sites=["Quay Courier", ""],
        )
    )

    assert pool["Ships leave"]["agree"] == 2
    assert pool["Ships leave"]["clean-h1"] == 1
    assert pool["Ships leave"]["in-page"] == 1
    assert pool["Ships leave | Quay Courier"]["sited"] == 1
    assert pool["Ships leave | Quay Courier"]["ends-outlet"] == 1
    assert pool["***"]["like-page"] == 0


def test_a_long_title_may_be_called_as_the_site_is() -> None:
    """Some pages give the article's title as the name of the site: a long name is a title."""
    name = "Ships leave the harbour of Halvenport at last"
    one = Candidate(text=name, marks=frozenset(["h1"]))

    assert best_title([one], sites=[name]) == name
    assert best_title([]) == ""
