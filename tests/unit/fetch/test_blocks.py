"""Headlines are found in the layouts that pages of links have, with their dates, and no menus."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from bot.fetch.headlines import Headline, day_in
from bot.fetch.webpage import web_page_of

HOME = "https://www.quay.example/news"
TITLES = (
    "Ferry pier reopens after the winter storm",
    "Council votes to dredge the old canal",
    "Beavers move into the weir at Delta",
    "Two trawlers collide off Reed Point",
    "Lighthouse keepers' strike enters week three",
    "Night train to the coast is back for good",
)
DAYS = tuple(datetime(2026, 3, day, tzinfo=UTC) for day in (9, 8, 7, 6, 5, 4))
TEASER = "The harbour office said on Monday that it had counted every berth twice."
FURNITURE = """<div class="site-menu"><ul><li><a href="/s/1">News from all of our islands</a></li>
<li><a href="/s/2">Weather for the whole coast</a></li><li><a href="/s/3">Tide tables and sailing
times</a></li></ul></div><div class="promo"><a href="/join">Become a member of the Quay today</a>
</div>{main}<div id="footer"><a href="/legal/1">Terms on which we let you read</a>
<a href="/legal/2">How we use your cookies here</a></div>
<div><a href="/about">Write to the people at the desk</a></div>"""

Layout = Callable[[], str]


def rows() -> list[tuple[str, str, datetime]]:
    """Return address, title and day of each headline."""
    return [
        (f"/a/{n}", title, day) for n, (title, day) in enumerate(zip(TITLES, DAYS, strict=True))
    ]


def cards() -> str:
    """A grid: the card is one link around picture, heading and teaser."""
    return "".join(
        f'<div class="card"><a href="{url}"><img><h3>{title}</h3><p>{TEASER}</p></a>'
        f'<time datetime="{day:%Y-%m-%d}">{day:%d %b}</time></div>'
        for url, title, day in rows()
    )


def list_of_links() -> str:
    """A list, dotted dates beside its links."""
    items = (
        f'<li><span>{day:%d.%m.%Y}</span> <a href="{url}">{title}</a></li>'
        for url, title, day in rows()
    )
    return f"<ul>{''.join(items)}</ul>"


def table() -> str:
    """A table, the day in a cell of its own, and a second link to comments."""
    lines = (
        f'<tr><td>{day:%B %d, %Y}</td><td><a href="{url}">{title}</a></td>'
        f'<td><a href="{url}#c">Comments on this report: none</a></td></tr>'
        for url, title, day in rows()
    )
    return f"<table>{''.join(lines)}</table>"


def terms() -> str:
    """A list of terms: the day is the term, the headline what it means."""
    terms = (
        f'<dt>{day:%-d %B %Y}</dt><dd><a href="{url}">{title}</a></dd>'
        for url, title, day in rows()
    )
    return f"<dl>{''.join(terms)}</dl>"


def front_page() -> str:
    """A hero, a pair and a list, with headings; pictures and "read on" lead there too."""
    made = []
    for n, (url, title, day) in enumerate(rows()):
        level, kind = ("h1", "hero") if n == 0 else ("h2", "pair") if n < 3 else ("h4", "item-7")
        made.append(
            f'<article class="{kind}"><a href="{url}"><img alt="A picture"></a>'
            f'<header><{level}><a href="{url}">{title}</a></{level}></header><p>{TEASER}</p>'
            f'<meta itemprop="datePublished" content="{day:%Y-%m-%d}T00:00:00Z">'
            f'<a href="{url}">Read on: the whole of this report</a></article>'
        )
    return "<main>" + "".join(made) + "</main>"


LAYOUTS = (cards, list_of_links, table, terms, front_page)


def found(main: str) -> tuple[Headline, ...]:
    """Return the headlines of a page with menus around its main part."""
    return web_page_of(f"<html><body>{FURNITURE.format(main=main)}</body></html>", HOME).headlines


@pytest.mark.parametrize("layout", LAYOUTS)
def test_headlines_are_found_and_nothing_else(layout: Layout) -> None:
    """Each once, in order, with its own title, link and day."""
    headlines = found(layout())

    assert [(one.url, one.title, one.published_at) for one in headlines] == [
        (f"https://www.quay.example{url}", title, day) for url, title, day in rows()
    ]


@pytest.mark.parametrize("layout", [cards, front_page])
def test_teaser_is_kept(layout: Layout) -> None:
    """What a block says beside its title is its summary."""
    assert {one.summary for one in found(layout())} == {TEASER}


def test_date_in_the_address_will_do() -> None:
    """Many sites have the day there and nowhere else; what is no day is none."""
    links = "".join(
        f'<p><a href="/2026/{month}/02/x{month}">{title}</a></p>'
        for month, title in zip(("03", "02", "17"), TITLES, strict=False)
    )

    assert [one.published_at for one in found(links)] == [
        datetime(2026, 3, 2, tzinfo=UTC),
        datetime(2026, 2, 2, tzinfo=UTC),
        None,
    ]


def test_page_of_menus_alone_is_still_read() -> None:
    """Where all links are in boxes that call themselves menus, they are the list."""
    links = "".join(f'<li><a href="{url}">{title}</a></li>' for url, title, _ in rows())

    assert len(web_page_of(f'<html><ul class="news-menu">{links}</ul>', HOME).headlines) == 6


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-03-09", 9),
        ("9. 3. 2026", 9),
        ("Mar. 9th, 2026", 9),
        ("31.02.2026", None),
        ("9 Ships 2026", None),
        ("", None),
    ],
)
def test_days_are_read_as_written(text: str, day: int | None) -> None:
    """In figures or with the name of a month; what is no day is none."""
    assert day_in(text) == (datetime(2026, 3, day, tzinfo=UTC) if day else None)
