"""A selector chooses what announces an article, or says why it cannot."""

from datetime import UTC, datetime

import pytest

from bot.errors import FormatError
from bot.fetch.selecting import MAX_SELECTOR, fault_of
from bot.fetch.webpage import web_page_of

HOME = "https://www.quay.example/news"
TEASER = "The harbour office said on Monday that it had counted every berth twice."
BLOCKS = "".join(
    f'<div class="box"><a href="/label/{n}">At sea</a><a href="{url}"><img alt=""></a>'
    f'<h3><a href="{url}">{title}</a></h3><p>{TEASER}</p><time datetime="2026-03-0{n}"></time>'
    "</div>"
    for n, (url, title) in enumerate(
        [("/a/1", "Pier reopens"), ("https://else.example/2", "Canal"), ("/a/3#x", "Beavers")], 1
    )
)
FRONT = (
    "<!doctype html><html><body><nav><h3><a href='/s/1'>All of the sections here</a></h3></nav>"
    f"<main data-newsdesk-chosen>{BLOCKS}</main>"
    "<div class='more'><a href='/a/9'>Read more</a><h4>The ninth report</h4></div>"
    "<ul><li class=plain><a href='/a/10'>Council approves the repair of the bridge</a></li>"
    "<li class=plain><a href='/a/11'>Beavers move into the weir at Delta</a></li>"
    "<li class=plain><a href='/a/12'>Two trawlers collide off Reed Point</a></li></ul>"
    "<p class=dead>No link here</p><p class=here><a href='/news#top'>Up</a></p>"
    "<p class=mail><a href='mailto:desk@quay.example'>Write to us</a></p></body></html>"
)


@pytest.mark.parametrize(
    "selector", ["main h3 a", "main h3", "main .box", "div.box:has(time)", ".box > h3, .box img"]
)
def test_links_and_blocks_are_chosen_alike(selector: str) -> None:
    """A link, what lies in one, or the block around it: title, teaser and day come along.

    Words may be as short as they like, and links may lead to other sites: it was chosen so.
    """
    found = web_page_of(FRONT, HOME, selector=selector).headlines

    assert [(one.url, one.title, one.summary, one.published_at) for one in found] == [
        ("https://www.quay.example/a/1", "Pier reopens", TEASER, _day(1)),
        ("https://else.example/2", "Canal", TEASER, _day(2)),
        ("https://www.quay.example/a/3", "Beavers", TEASER, _day(3)),
    ]


def test_title_stands_beside_a_picture_or_read_more() -> None:
    """A link without words of its own is told by its block's heading."""
    found = web_page_of(FRONT, HOME, selector=".more").headlines
    pictures = web_page_of(FRONT, HOME, selector=".box img").headlines

    assert [one.title for one in found] == ["The ninth report"]
    assert [one.title for one in pictures] == ["Pier reopens", "Canal", "Beavers"]


def test_link_without_any_words_is_called_by_its_attributes() -> None:
    """A picture's link may have a title for the pointer or for who cannot see it."""
    page = (
        "<html><p><a href='/1' title='The pier reopens'><img></a></p>"
        "<p><a href='/2' aria-label='The canal is dredged'><img></a></p><p><a href='/3'></a></p>"
    )

    found = web_page_of(page, HOME, selector="a").headlines

    assert [one.title for one in found] == ["The pier reopens", "The canal is dredged", ""]


@pytest.mark.parametrize(
    ("selector", "problem"),
    [
        (".nowhere", "the selector “.nowhere” matches nothing on this page"),
        (".dead", "the selector “.dead” matches 1 element, but none with a link to read"),
        (".here, .mail", "“.here, .mail” matches 2 elements, but none with a link to read"),
        ("main h3 >", "the selector “main h3 >” is not CSS: it ends too early; write it as in"),
        ("//main/h3/a", "is not CSS: “/” has no place there; write it as in “main h3 a”"),
        ("a::before", "is not CSS: “before” has no place there"),
    ],
)
def test_selector_that_chooses_nothing_says_so(selector: str, problem: str) -> None:
    """What, where, and three headlines that the page would give without it."""
    with pytest.raises(FormatError) as caught:
        web_page_of(FRONT, HOME, selector=selector)

    assert caught.value.address == HOME
    assert problem in caught.value.problem
    assert caught.value.problem.endswith(
        "without a selector it would give “Council approves the repair of the bridge”, “Beavers "
        "move into the weir at Delta”, “Two trawlers collide off Reed Point”"
    )


def test_page_without_headlines_says_so_too() -> None:
    """There is nothing to suggest then."""
    with pytest.raises(FormatError, match="no headlines are found without one either"):
        web_page_of("<html><p>Hello", HOME, selector="h3 a")


def test_marks_of_the_page_s_own_choose_nothing() -> None:
    """Strangers do not know what marks a choice, and could not use it."""
    page = "<html><p DATA-newsdesk-chosen><a href='/1'>Not this</a></p><h3><a href='/2'>This</a>"

    found = web_page_of(page, HOME, selector="h3").headlines

    assert [one.title for one in found] == ["This"]


@pytest.mark.parametrize(
    ("selector", "fault"),
    [
        ("main h3 a", ""),
        (" ", "it is empty"),
        ("a[", "it ends too early"),
        ("a" * (MAX_SELECTOR + 1), "it is longer than 300 characters"),
    ],
)
def test_fault_of_a_selector_is_named(selector: str, fault: str) -> None:
    """Before any page is fetched."""
    assert fault_of(selector) == fault


def test_deep_page_is_survived() -> None:
    """A page of a hundred thousand nested elements costs no crash."""
    page = "<html><h3><a href='/1'>Reopened</a></h3>" + "<span>" * 100_000 + "x"

    assert [one.title for one in web_page_of(page, HOME, selector="h3").headlines] == ["Reopened"]


def test_selector_that_chooses_everything_costs_little() -> None:
    """A page of ten thousand links is read in a moment, whatever is chosen."""
    links = "".join(f"<li><a href='/{n}'>Council approves plan {n}</a></li>" for n in range(10_000))

    assert len(web_page_of(f"<html>{links}", HOME, selector="*").headlines) == 100


def _day(number: int) -> datetime:
    return datetime(2026, 3, number, tzinfo=UTC)
