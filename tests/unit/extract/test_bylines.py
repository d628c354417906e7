"""Promises of `bot.extract.bylines` and `bot.extract.front`: who signed an article."""

import json

import pytest

from bot.extract.bylines import signature
from bot.extract.html import content_of_html

TITLE = "<h1>Ships leave the harbour of Halvenport</h1>"
STORY = (
    "<p>Dockers in Halvenport have returned to work after a nine-day strike, their union said.</p>"
    "<p>The port authority expects the first ship to be unloaded by the evening of the day.</p>"
    "<p>Supermarkets had warned that fresh fruit was running out in three of the countries.</p>"
)


def signers(above: str = "", *, head: str = "", below: str = "", title: str = TITLE) -> list[str]:
    """Return who signed a page with these parts around its text."""
    body = f"<main>{title}{above}<div>{STORY}</div>{below}</main>"
    html = f"<html><head>{head}</head><body>{body}</body></html>"
    return list(content_of_html(html, "https://courier.example/a").bylines)


def linked(**members: object) -> str:
    """Return linked data of an article with these members."""
    data = {"@type": "NewsArticle", "headline": "Ships leave the harbour", **members}
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def person(name: str) -> dict[str, str]:
    """Return a person as linked data has it."""
    return {"@type": "Person", "name": name}


@pytest.mark.parametrize(
    ("line", "names"),
    [
        (
            "By Amira Haddad and Jonas Petersen May 3, 2026, 7:08pm",
            "Amira Haddad and Jonas Petersen",
        ),
        ("3 May 2026 – Amira Haddad", "Amira Haddad"),
        ("Amira Haddad Transport correspondent", "Amira Haddad"),
        ("Amira Haddad Follow @amira", "Amira Haddad"),
        ("Posted in Ports by Amira Haddad on Mon 3 May 2026", "Amira Haddad"),
        ("Amira Haddad im Gespräch mit Ida Grange", "Amira Haddad & Ida Grange"),
        ("@amira", "@amira"),
        ("2026", "2026"),
    ],
)
def test_a_signature_is_freed_of_what_stands_beside_it(line: str, names: str) -> None:
    """Dates, offices, invitations and words of introduction fall away."""
    assert signature(line) == names


@pytest.mark.parametrize(
    "above",
    [
        "<div class='byline'>By <a rel='author'>Amira Haddad</a></div>",
        "<p>By Amira Haddad</p>",
        "<div><span>12 October 2026 | Amira Haddad</span></div>",
        "<ul><li><a class='author-name'>Amira Haddad</a></li></ul>",
        "<p>Posted on 12 October 2026 by Amira Haddad</p>",
        "<p>By bus to the quay</p><p>By Amira Haddad</p>",
    ],
)
def test_bylines_above_the_text_are_read(above: str) -> None:
    """What a page calls a byline, and a line that opens as one, name the author."""
    assert signers(above) == ["Amira Haddad"]


def test_authors_side_by_side_sign_together() -> None:
    """Two links to authors in one place are one byline."""
    above = "<div><a rel='author'>Amira Haddad</a> and <a rel='author'>Jonas Petersen</a></div>"

    assert signers(above) == ["Amira Haddad", "Jonas Petersen"]


def test_a_byline_with_more_than_names_is_read_by_its_parts() -> None:
    """The name inside is taken, not the words about it."""
    above = (
        "<div class='author-box'><div class='author-info'><a class='author-link'>Amira Haddad</a>"
        "</div> our expert in shipping, freight and sea law</div>"
    )

    assert signers(above) == ["Amira Haddad"]


@pytest.mark.parametrize(
    "others",
    [
        "<div class='comments'><span class='author'>Salty Dog</span></div>",
        "<aside><span class='author'>Clara Winslow</span></aside>",
        "<div class='related'><p>By Clara Winslow</p></div>",
        "<ul class='teasers'><li><p>By Clara Winslow</p></li></ul><p>By Ida Grange</p>",
        f"<div class='{'quay ' * 60}related'><p>By Clara Winslow</p></div>",
    ],
)
def test_others_do_not_sign(others: str) -> None:
    """Comments, other stories and boxes about people name no author of this one."""
    assert "Clara Winslow" not in signers("", below="<p></p>" * 30 + others)
    assert "Salty Dog" not in signers("", below=others)


def test_the_one_byline_at_the_foot_counts() -> None:
    """A line far below the text signs it, unless another differs."""
    far = "<p></p>" * 40

    assert signers("", below=f"{far}<p>Written by Amira Haddad</p>") == ["Amira Haddad"]
    assert signers("", below=f"{far}<p>By Amira Haddad</p><p>By Ida Grange</p>") == []


def test_a_byline_that_names_more_than_is_stated_is_believed() -> None:
    """Machines are often told the first name only."""
    above = "<p class='byline'>By Amira Haddad and Jonas Petersen</p>"

    assert signers(above, head=linked(author=person("Amira Haddad"))) == [
        "Amira Haddad",
        "Jonas Petersen",
    ]


def test_a_person_is_taken_before_a_pen_name() -> None:
    """Where linked data has a word of one piece and a tag a full name, the name counts."""
    head = f"{linked(author=person('amira.h'))}<meta name='author' content='Amira Haddad'>"

    assert signers(head=head) == ["Amira Haddad"]


def test_agencies_stand_beside_people_and_outlets_do_not() -> None:
    """Who else is stated stays, but for the outlet itself, which readers see anyway."""
    head = linked(
        author=[person("Amira Haddad und Ida Grange, dpa"), {"name": "Port Watch Group"}],
        publisher={"name": "Quay Courier"},
    )
    own = linked(
        author=[person("Amira Haddad"), {"name": "Quay Courier"}],
        publisher={"name": "Quay Courier"},
    )

    assert signers(head=head)[:3] == ["Amira Haddad", "Ida Grange", "dpa"]
    assert signers(head=own) == ["Amira Haddad"]


@pytest.mark.parametrize(
    ("above", "head", "names"),
    [
        ("", linked(author=person("Courier Staff")), ["Courier Staff"]),
        ("", '<meta name="author" content="Newsroom">', ["Newsroom"]),
        ("<p class='author'>salty_dog</p>", "", ["salty_dog"]),
        ("<p class='byline'>By our staff</p>", "", ["our staff"]),
        ("", '<meta name="author" content="12 minutes">', []),
        ("", '<meta name="author" content="https://courier.example">', []),
        ("<p class='author'>our own people who write about ships</p>", "", []),
    ],
)
def test_staff_signs_where_nobody_is_named(above: str, head: str, names: list[str]) -> None:
    """A newsroom or a pen name stands as it is written; what is neither does not."""
    assert signers(above, head=head) == names


def test_a_page_without_title_is_searched_too() -> None:
    """Its byline is found above the text."""
    assert signers("<p>By Amira Haddad</p>", title="") == ["Amira Haddad"]


def test_deep_pages_are_walked_without_falling() -> None:
    """A byline under a thousand boxes is found."""
    deep = "<div>" * 1_200 + "<p>By Amira Haddad</p>" + "</div>" * 1_200

    assert signers(deep) in (["Amira Haddad"], [])
