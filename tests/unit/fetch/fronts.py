"""Front pages of our own invention: each layout with the headlines that it should give."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

HOME = "https://www.quay.example/news"
SITE = "https://www.quay.example"
TITLES = (
    "Ferry pier reopens after the winter storm",
    "Council votes to dredge the old canal",
    "Beavers move into the weir at Delta",
    "Two trawlers collide off Reed Point",
    "Lighthouse keepers' strike enters week three",
    "Night train to the coast is back for good",
    "Salt price doubles in a dry summer",
    "School ship finds a wreck near the bar",
)
TEASER = "The harbour office said on Monday that it had counted every berth twice."
OLD = (
    "How the great flood of the spring began",
    "Ten walks along the northern breakwater",
    "What the new tide tables mean for you",
)
MENU = (
    '<header class="masthead"><a href="/">Quay and Lantern, the paper of the harbour</a>'
    '<nav><a href="/s/news">News from all of our islands</a><a href="/s/sea">At sea</a></nav>'
    "</header>"
)
FOOT = (
    '<footer><a href="/terms">Terms on which we let you read</a>'
    '<a href="/cookies">How we use your cookies here</a></footer>'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A headline as it is written into a layout."""

    url: str
    title: str
    day: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """A front page, and the headlines that it should give, in order; some say no day."""

    html: str
    rows: tuple[Row, ...]
    undated: frozenset[str] = frozenset()


Layout = Callable[[], Front]


def rows(count: int = len(TITLES)) -> tuple[Row, ...]:
    """Return so many headlines, the newest first."""
    return tuple(
        Row(url=f"/a/{n}", title=title, day=datetime(2026, 3, 20 - n, tzinfo=UTC))
        for n, title in enumerate(TITLES[:count])
    )


def page(main: str, told: tuple[Row, ...] = rows(), *, around: str = "{main}") -> Front:
    """Return a page with a masthead and a foot around its main part."""
    body = MENU + around.format(main=main) + FOOT
    return Front(html=f"<!doctype html><html><body>{body}</body></html>", rows=told)


def grid() -> Front:
    """Cards in a grid, each with picture, label, heading, teaser, byline and time."""
    return page(
        '<div class="grid">'
        + "".join(
            f'<div class="card"><a href="{one.url}"><img alt="{one.title}, in a picture"></a>'
            f'<a class="label" href="/topic/{n}">Harbours and their keepers</a>'
            f'<h3><a href="{one.url}">{one.title}</a></h3><p>{TEASER}</p>'
            f'<span class="by">By <a href="/by/{n}">Ida Quill of the harbour desk</a></span>'
            f'<time datetime="{one.day:%Y-%m-%d}T00:00:00Z">{one.day:%d %b}</time></div>'
            for n, one in enumerate(rows())
        )
        + "</div>"
    )


def linked_cards() -> Front:
    """The whole card is one link, its parts are spans; nothing is a heading."""
    return page(
        "".join(
            f'<a class="teaser" href="{one.url}"><span class="teaser__kicker">At sea</span>'
            f'<span class="teaser__title">{one.title}</span>'
            f'<span class="teaser__text">{TEASER}</span>'
            f'<time datetime="{one.day:%Y-%m-%d}">{one.day:%d %b}</time></a>'
            for one in rows()
        )
    )


def utility_classes() -> Front:
    """Classes that style alone say nothing: the heading is a div in bold."""
    return page(
        '<div class="mx-4 grid gap-2">'
        + "".join(
            f'<div class="p-2 flex"><a class="no-underline" href="{one.url}">'
            f'<div class="text-xs uppercase">Harbour</div>'
            f'<div class="text-lg font-bold">{one.title}</div>'
            f'<div class="text-sm">{TEASER}</div></a>'
            f'<div class="text-xs"><time>{one.day:%Y-%m-%d}</time></div></div>'
            for one in rows()
        )
        + "</div>"
    )


def plain_list() -> Front:
    """A bare list of links with the day before them."""
    return page(
        "<ul>"
        + "".join(
            f'<li>{one.day:%d.%m.%Y}: <a href="{one.url}">{one.title}</a></li>' for one in rows()
        )
        + "</ul>"
    )


def archive_table() -> Front:
    """A table of day, headline, desk and number of letters."""
    return page(
        "<table><tr><th>Day</th><th>Report</th><th>Desk</th><th>Letters</th></tr>"
        + "".join(
            f'<tr><td>{one.day:%d %B %Y}</td><td><a href="{one.url}">{one.title}</a></td>'
            f'<td><a href="/desk/{n % 2}">Desk of the outer harbour</a></td>'
            f'<td><a href="{one.url}/letters">{n + 3} letters from readers</a></td></tr>'
            for n, one in enumerate(rows())
        )
        + "</table>"
    )


def two_columns() -> Front:
    """Reports on the left, what is read most on the right, in a box that says so."""
    left = "".join(
        f'<article><h2><a href="{one.url}">{one.title}</a></h2><p>{TEASER}</p>'
        f'<span class="date">{one.day:%B %d, %Y}</span></article>'
        for one in rows()
    )
    right = "".join(f'<li><a href="/old/{n}">{title}</a></li>' for n, title in enumerate(OLD))
    return page(
        f'<div class="row"><div class="col-8">{left}</div>'
        f'<div class="col-4 most-read"><h4>Most read</h4><ol>{right}</ol></div></div>'
    )


def ranked_without_a_name() -> Front:
    """A numbered list beside dated reports: a ranking, whatever its box is called."""
    left = "".join(
        f'<div class="item"><h3><a href="{one.url}">{one.title}</a></h3>'
        f'<time datetime="{one.day:%Y-%m-%d}"></time></div>'
        for one in rows()
    )
    right = "".join(
        f'<li><a href="/old/{n}"><h3>{title}</h3></a></li>' for n, title in enumerate(OLD)
    )
    return page(f'<main>{left}</main><div class="c7"><b>Top 3</b><ol>{right}</ol></div>')


def live_ticker() -> Front:
    """Lines with the hour in the link; the day stands in each time's attribute."""
    return page(
        '<ul class="ticker">'
        + "".join(
            f'<li><a href="{one.url}"><time datetime="{one.day:%Y-%m-%dT00:00:00+00:00}">14:{n}2'
            f'</time> <span class="tag">Breaking</span> {one.title}</a></li>'
            for n, one in enumerate(rows())
        )
        + "</ul>"
    )


def ticker_by_days() -> Front:
    """Each day is a heading with its reports in a list below it."""
    made = "".join(
        f"<h4>{one.day:%A, %d %B %Y}</h4><ul><li><span>09:3{n}</span> "
        f'<a href="{one.url}">{one.title}</a></li></ul>'
        for n, one in enumerate(rows())
    )
    return page(f'<section class="latest">{made}</section>')


def paged() -> Front:
    """Older pages are linked in words below the list, in boxes without a name."""
    listed = "".join(
        f'<div class="post"><div class="post-title"><a href="{one.url}">{one.title}</a></div>'
        f'<div class="post-meta">{one.day:%d %b %Y}</div></div>'
        for one in rows()
    )
    turns = "".join(
        f'<div class="post"><div class="post-title"><a href="/news?page={n}">'
        f"Older reports, page number {n}</a></div></div>"
        for n in range(2, 6)
    )
    further = '<a href="/news/page/2">Go on to the older reports</a>'
    return page(f"<div>{listed}</div><div>{turns}</div>{further}")


def front_with_lead() -> Front:
    """A lead, two beside it and a list; the lead has related links below its teaser."""
    made = []
    for n, one in enumerate(rows()):
        level, kind = ("h1", "lead") if n == 0 else ("h2", "pair") if n < 3 else ("h4", "item")
        made.append(
            f'<article class="{kind}"><a href="{one.url}"><img alt="A picture"></a>'
            f'<header><{level}><a href="{one.url}">{one.title}</a></{level}></header>'
            f'<p>{TEASER}</p><meta itemprop="datePublished" content="{one.day:%Y-%m-%d}T00:00:00Z">'
            f'<a href="{one.url}#go">Read on: the whole of this report</a></article>'
        )
    return page("<main>" + "".join(made) + "</main>")


def short_headlines() -> Front:
    """Headings of two or three words, as in German: the heading says that they are one."""
    titles = ("Hafenbrücke gesperrt", "Fährpreise steigen", "Leuchtturm brennt", "Streik beendet")
    told = tuple(
        Row(url=f"/a/{n}", title=title, day=rows()[n].day) for n, title in enumerate(titles)
    )
    return page(
        "".join(
            f'<article><h3><a href="{one.url}">{one.title}</a></h3>'
            f'<time datetime="{one.day:%Y-%m-%d}"></time></article>'
            for one in told
        ),
        told,
    )


def wide_script() -> Front:
    """Headlines in a script without spaces, the day in its own way of writing."""
    titles = (
        "港の桟橋が嵐の後に再開された",
        "市議会は古い運河の浚渫を決定",
        "灯台守のストは三週目に入る",
    )
    told = tuple(
        Row(url=f"/a/{n}", title=title, day=rows()[n].day) for n, title in enumerate(titles)
    )
    return page(
        "<ul>"
        + "".join(
            f'<li><a href="{one.url}">{one.title}</a><span>{one.day.year}年{one.day.month}月'
            f"{one.day.day}日</span></li>"
            for one in told
        )
        + "</ul>",
        told,
    )


def other_months() -> Front:
    """Days with the month's name in another language."""
    made = "".join(
        f'<div class="item"><h3><a href="{one.url}">{one.title}</a></h3>'
        f"<span>{one.day.day}. März 2026</span></div>"
        for one in rows()
    )
    return page(made)


def promoted() -> Front:
    """Cards of partners, of the same make, between the reports: they lead elsewhere."""
    made = "".join(
        f'<div class="card"><h3><a href="{one.url}">{one.title}</a></h3>'
        f"<time>{one.day:%Y-%m-%d}</time></div>"
        '<div class="card"><h3><a href="https://shop.example/x">Buy a boat for the winter now</a>'
        "</h3></div>"
        for one in rows()
    )
    return page(made)


def videos() -> Front:
    """Links around a picture, its length and a title; the length is no part of the title."""
    return page(
        "".join(
            f'<div class="clip"><a href="{one.url}"><div class="thumb"><img><span class="duration">'
            f'02:1{n}</span></div><div class="clip-headline">{one.title}</div></a>'
            f'<div class="clip-date">{one.day:%d/%m/%Y}</div></div>'
            for n, one in enumerate(rows())
        )
    )


def sections() -> Front:
    """Sections of four, each under a link to the section; the last cards repeat the first."""
    made = ""
    for start in (0, 4):
        cards = "".join(
            f'<div class="story"><h3><a href="{one.url}">{one.title}</a></h3>'
            f'<time datetime="{one.day:%Y-%m-%d}"></time></div>'
            for one in rows()[start : start + 4]
        )
        made += (
            f'<section><h2><a href="/s/{start}">All the news of section {start}</a></h2>'
            f'{cards}<a class="more" href="/s/{start}">Show all of this section now</a></section>'
        )
    again = "".join(f'<li><a href="{one.url}">{one.title}</a></li>' for one in rows()[:3])
    return page(f'{made}<div class="latest"><ul>{again}</ul></div>')


def definition_list() -> Front:
    """A list of terms: the day is the term, the headline what it means."""
    made = "".join(
        f'<dt>{one.day:%-d %B %Y}</dt><dd><a href="{one.url}">{one.title}</a></dd>'
        for one in rows()
    )
    return page(f"<dl>{made}</dl>")


def titled_links() -> Front:
    """The words of the link are cut; its title attribute has the whole headline."""
    made = "".join(
        f'<div class="row-item"><a href="{one.url}" title="{one.title}">{one.title[:24]}…</a>'
        f'<i class="when">{one.day:%Y-%m-%d}</i></div>'
        for one in rows()
    )
    return page(made)


LAYOUTS: tuple[Layout, ...] = (
    grid, linked_cards, utility_classes, plain_list, archive_table, two_columns,
    ranked_without_a_name, live_ticker, ticker_by_days, paged, front_with_lead, short_headlines,
    wide_script, other_months, promoted, videos, sections, definition_list, titled_links,
)  # fmt: skip


def expected(front: Front) -> Iterator[tuple[str, str, datetime | None]]:
    """Yield the address, title and day of each headline."""
    for one in front.rows:
        yield f"{SITE}{one.url}", one.title, None if one.url in front.undated else one.day
