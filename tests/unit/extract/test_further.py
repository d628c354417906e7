"""Where an article goes on, and where it stands whole."""

import pytest

from bot.extract.further import continues, next_part, whole_version
from bot.models import Page

FIRST = "https://courier.example/2026/10/harbour-strike"
STORY = "<p>Dockers in Halvenport have returned to work after a strike of nine days, they said.</p>"


def page(body: str, url: str = FIRST) -> Page:
    """Return a page of the outlet."""
    return Page(url=url, body=body.encode())


def second(link: str, first: str = FIRST) -> str:
    """Return the address of the second part that a page with this link leads to."""
    return next_part(page(f"<p>It rained.</p>{link}", first), first=first, number=2)


@pytest.mark.parametrize(
    ("first", "link"),
    [
        (FIRST, f"{FIRST}?page=2"),
        (FIRST, f"{FIRST}/2/"),
        (FIRST, f"{FIRST}/page/2"),
        (FIRST, f"{FIRST}/seite-2"),
        (FIRST, f"{FIRST},2"),
        (FIRST, f"{FIRST}-2"),
        (f"{FIRST}.html", f"{FIRST}-2.html"),
        (f"{FIRST}.html", f"{FIRST}.html/2"),
        (f"{FIRST}.html", f"{FIRST}/2"),
        (f"{FIRST}?id=7", f"{FIRST}?id=7&p=2"),
        (f"{FIRST}?page=1", f"{FIRST}?page=2"),
        (f"{FIRST}/page/1", f"{FIRST}/page/2"),
        (f"{FIRST}?page=3", f"{FIRST}?page=4"),
        (f"{FIRST}-7", f"{FIRST}-7/2"),
    ],
)
def test_next_part_differs_by_its_number_alone(first: str, link: str) -> None:
    """However a site numbers the parts of an article, the next one is found and belongs to it."""
    assert second(f'<link rel="next" href="{link}">', first) == link
    assert continues(first, link)


@pytest.mark.parametrize(
    ("first", "link"),
    [
        (FIRST, "https://courier.example/2026/10/ferry-sinks"),
        (f"{FIRST}-7", f"{FIRST}-8"),
        ("https://courier.example/news/12", "https://courier.example/news/13"),
        (f"{FIRST}?id=7", f"{FIRST}?id=8"),
        (FIRST, f"{FIRST}?page=3"),
        (FIRST, f"{FIRST}?page=two"),
        (FIRST, f"{FIRST}?comments=2"),
        (FIRST, "https://other.example/2026/10/harbour-strike?page=2"),
        (FIRST, "javascript:next(2)"),
        (FIRST, "https://[courier/2"),
    ],
)
def test_next_article_is_no_next_part(first: str, link: str) -> None:
    """What a page calls the next is not followed when it is another article, or no page."""
    assert second(f'<link rel="next" href="{link}">', first) == ""


@pytest.mark.parametrize(
    ("link", "found"),
    [
        ("<a href='/2026/10/harbour-strike/2'>2</a>", True),
        ("<a href=/2026/10/harbour-strike/2><span>Nächste Seite</span> ›</a>", True),
        ("<a href='harbour-strike-2'>التالي</a>", True),
        ("<a href='?page=2'>To the inquest</a>", True),
        ("<a href='harbour-strike-2'>Strike at the harbour, day two</a>", False),
        ("<a href='harbour-strike-2'></a>", False),
        ("<a href='harbour-strike'>2</a>", False),
        ("<a>2</a>", False),
    ],
)
def test_bare_number_needs_a_word_for_it(link: str, *, found: bool) -> None:
    """An address with a bare number is a part only if its link says so."""
    assert bool(second(link)) is found


def test_links_that_stand_close_together_are_all_read() -> None:
    """Of a row of numbers each part leads to the one after it."""
    row = "".join(f'<a href="{FIRST}?page={n}">{n}</a>' for n in range(1, 5))

    assert next_part(page(row, f"{FIRST}?page=2"), first=FIRST, number=3) == f"{FIRST}?page=3"
    assert next_part(page(row), first=FIRST, number=5) == ""


def test_files_lead_nowhere() -> None:
    """A page from the disk has no further pages on the web."""
    body = '<link rel="next" href="?page=2"><link rel="amphtml" href="https://c.example/amp">'

    assert next_part(page(body, "/srv/a.html"), first="/srv/a.html", number=2) == ""
    assert whole_version(page(body, "/srv/a.html")) == ""


AMP = "https://amp.courier.example/harbour-strike"


@pytest.mark.parametrize(
    ("links", "found"),
    [
        (f'<link rel="amphtml" href="{AMP}">', AMP),
        (f'<a href="/print/harbour-strike">Print</a><link rel=amphtml href="{AMP}">', AMP),
        ('<a href="/druck/7">Artikel drucken</a>', "https://courier.example/druck/7"),
        ('<link media=print rel=alternate href="/p/7">', "https://courier.example/p/7"),
        ('<link media=print rel=stylesheet href="/print.css">', ""),
        ('<a href="javascript:print()">Print</a><a href="/prints">Prints</a>', ""),
        ('<link rel="amphtml" href="https://cache.example/c/courier">', ""),
        (f'<link rel="amphtml" href="{FIRST}">', ""),
    ],
)
def test_shell_has_another_version(links: str, found: str) -> None:
    """A page that shows no text leads to its AMP or print version on the same site."""
    assert whole_version(page(f"<head>{links}</head><div id=app>Loading</div>{links}")) == found


@pytest.mark.parametrize(
    "body",
    [STORY * 8, '<script>{"articleBody": "' + "It rained on Monday. " * 40 + '"}</script>'],
    ids=["shown", "stated"],
)
def test_page_with_a_text_needs_no_other_version(body: str) -> None:
    """Where the text is at hand nothing else is asked for."""
    assert whole_version(page(f'<link rel="amphtml" href="{AMP}">{body}')) == ""
