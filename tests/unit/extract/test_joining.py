"""One article out of several pages."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.errors import ExtractError
from bot.extract.article import article_from_pages
from bot.extract.content import Content
from bot.extract.joining import fuller, joined
from bot.models import Page, Post

NOW = datetime(2026, 10, 12, 12, tzinfo=UTC)
STANDFIRST = "Nine days without a ferry have emptied the shops of the islands."
FIRST = Content(
    title="Harbour reopens",
    text=f"{STANDFIRST}\n\nDockers have returned to work.\n\nThe first ship came in and",
    agencies=("AFP",),
    bylines=("Ida Grange",),
)
SECOND = Content(
    title="Harbour reopens - page 2",
    text=f"Harbour reopens\n\nPage 2 of 3\n\n{STANDFIRST}\n\nleft again at noon.\n\nIt rained.",
    agencies=("XYZ",),
)


def test_parts_are_told_one_after_the_other() -> None:
    """Title, standfirst and page numbers are told once, and a cut sentence is whole."""
    made = joined(FIRST, [SECOND, replace(SECOND, text="And\n\n2 / 3\n\nSo it ended.")])

    assert made.text.split("\n\n") == [
        STANDFIRST,
        "Dockers have returned to work.",
        "The first ship came in and left again at noon.",
        "It rained.",
        "And",
        "So it ended.",
    ]
    assert made.agencies == ("AFP", "XYZ")
    assert made.title == "Harbour reopens"


def test_posts_of_further_parts_stand_where_their_text_does() -> None:
    """A live blog on two pages has the posts of both, each where its words begin."""
    posts = (Post(start=0, at=NOW), Post(start=12, at=NOW - timedelta(hours=1)))
    second = Content(text="It rained.\n\nIt snowed.", posts=posts)
    first = replace(second, text="It hailed.\n\nIt rained.")
    made = joined(first, [second])

    assert made.text == "It hailed.\n\nIt rained.\n\nIt snowed."
    assert [made.text[post.start :].split("\n\n")[0] for post in made.posts] == [
        "It hailed.", "It rained.", "It snowed."
    ]  # fmt: skip


def test_longer_version_is_taken_with_what_the_first_tells() -> None:
    """Text, title and credits are those of the version that has more, the rest the page's."""
    made = fuller(replace(FIRST, url="https://c.example/a"), replace(SECOND, text="x" * 500))

    assert made.text == "x" * 500
    assert (made.title, made.url) == (SECOND.title, "https://c.example/a")
    assert made.bylines == ("Ida Grange",)
    assert made.agencies == ("XYZ",)


def test_shorter_version_is_left() -> None:
    """A version with less text changes nothing."""
    assert fuller(SECOND, replace(FIRST, text="")) == SECOND


ADDRESS = "https://courier.example/harbour"


def html(*sentences: str, url: str = ADDRESS, title: str = "Harbour reopens on Monday") -> Page:
    """Return a page with these paragraphs."""
    body = "".join(f"<p>{one}</p>" for one in sentences)
    head = f"<title>{title}</title><link rel=canonical href='{ADDRESS}'>"
    return Page(url=url, body=f"<html>{head}<h1>{title}</h1><article>{body}".encode())


LONG = [
    f"Dock {n} was opened in the morning by {n + 4} pilots, who said that they were glad."
    for n in range(12)
]


def test_numbered_pages_are_parts_and_others_are_versions() -> None:
    """Parts go on where the page ends; another version is taken whole."""
    page, second = html(*LONG[:6]), html(*LONG[6:], url=f"{ADDRESS}?page=2")
    printed = html(*LONG, url="https://courier.example/print/harbour")

    parted = article_from_pages(page, [second])
    assert parted.text == "\n\n".join(LONG)
    assert parted.url == ADDRESS
    assert article_from_pages(html(LONG[0]), [printed]).text == "\n\n".join(LONG)
    assert article_from_pages(printed, []).url == ADDRESS


def test_broken_part_costs_itself_alone() -> None:
    """A part that holds nothing is left out, and so is a first page; all of them are an error."""
    broken = Page(url=f"{ADDRESS}?page=2", body=b"%PDF-1.7")
    shell = Page(url=ADDRESS, body=b"%PDF-1.7")

    assert article_from_pages(html(*LONG), [broken]).text == "\n\n".join(LONG)
    assert article_from_pages(shell, [html(*LONG)]).text == "\n\n".join(LONG)
    with pytest.raises(ExtractError):
        article_from_pages(shell, [broken])
