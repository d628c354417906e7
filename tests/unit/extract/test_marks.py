"""Promises of the small facts of an article: section, dateline, picture, pay-wall, language."""

import pytest

from bot.extract.content import Content
from bot.extract.html import content_of_html
from bot.extract.language import declared, detected, written_in
from bot.extract.pictures import picture_address
from bot.text.datelines import reported_from

STORY = (
    "<p>Dockers in Halvenport have returned to work after a nine-day strike, their union said.</p>"
    "<p>The port authority expects the first ship to be unloaded by the evening of the day.</p>"
    "<p>Supermarkets had warned that fresh fruit was running out in three of the countries.</p>"
)
LINKED = '<script type="application/ld+json">{}</script>'
TRAIL = LINKED.format(
    '{"@type": "BreadcrumbList", "itemListElement": [{"name": "Home"}, {"name": "Ports"},'
    ' {"name": "Ships leave the harbour"}]}'
)
PAID = LINKED.format('{"@type": "Article", "hasPart": {"isAccessibleForFree": "False"}}')
FREE = LINKED.format('{"@type": "Article", "isAccessibleForFree": true}')
NORWEGIAN = "Havnen i Halvenport er åpen igjen etter en lang streik. " * 5
GERMAN = "Die Arbeiter im Hafen haben am Montag ihren Streik beendet. " * 5


def read(head: str = "", *, above: str = "", below: str = "", story: str = STORY) -> Content:
    """Return the content of a page with these parts around its text."""
    body = f"{above}<h1>Ships leave the harbour</h1><article>{story}</article>{below}"
    html = f"<html lang='en'><head>{head}</head><body>{body}</body></html>"
    return content_of_html(html, "https://courier.example/world/ships")


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("HALVENPORT, Varland (Reuters) — The harbour reopened.", "HALVENPORT, Varland"),
        ("HALVENPORT, Oct 12, 2026 (AP) - The harbour reopened.", "HALVENPORT"),
        ("HALVENPORT, Oct. 12, 2026 /PRNewswire/ -- The harbour reopened.", "HALVENPORT"),
        ("HALVENPORT — The harbour reopened.", "HALVENPORT"),
        ("ST. ANN'S QUAY, Vt. – The harbour reopened.", "ST. ANN'S QUAY, Vt."),
        ("Halvenport (dpa) - Der Hafen ist wieder offen.", "Halvenport"),
        ("HALVENPORT kurier | Der Hafen ist wieder offen.", "HALVENPORT"),
        ("Der Hafen kurier | Der Hafen ist wieder offen.", ""),
        ("حلب - سانا: أعيد فتح الجسر", "حلب"),
        ("القاهرة (رويترز) - أعيد فتح الميناء", "القاهرة"),
        ("新华社北京4月24日电 港口重新开放", "北京"),
        ("【ロンドン共同】港は再開した。", "ロンドン"),
        ("The harbour — closed for days — reopened.", ""),
        ("UPDATE — The harbour reopened.", ""),
        ("Ida Grange (82) opened the harbour.", ""),
        ("VARLAND (82) is old.", ""),
        ("Why now? — The harbour reopened.", ""),
        ("The people of the harbour town of Halvenport (AP) — They came.", ""),
        ("US 12 — The harbour reopened.", ""),
        ("It reopened.", ""),
        ("", ""),
    ],
)
def test_a_dateline_gives_its_place(line: str, place: str) -> None:
    """The place before an agency or a dash is read in many customs; clauses are none."""
    assert reported_from(line) == place


def test_a_dateline_may_follow_a_standfirst() -> None:
    """The second paragraph counts too, in pages and in copies; the third does not."""
    line = "HALVENPORT (AP) — It reopened."

    assert reported_from(f"Ships leave at last.\n\n{line}") == "HALVENPORT"
    assert reported_from(f"One.\n\nTwo.\n\n{line}") == ""
    assert read(story=STORY.replace("<p>Dock", "<p>DELTA — Dock", 1)).dateline == "DELTA"


@pytest.mark.parametrize(
    ("head", "above", "section"),
    [
        ('<meta property="article:section" content="World &amp; Sea">', "", "World & Sea"),
        ('<meta name="section" content="News > World">', "", "News"),
        ('<meta name="section" content="latin-america">', "", "Latin america"),
        ('<meta name="section" content="undefined">', "", ""),
        ('<meta name="section" content="https://courier.example/world">', "", ""),
        ('<meta name="section" content="2026">', "", ""),
        ('<meta name="section" content="Ships leave the harbour">', "", ""),
        ('<meta name="section" content="Everything that happened at sea this week">', "", ""),
        ("", "<nav class='breadcrumb'><a>Home</a> <a>World</a> <a>Asia</a></nav>", "Asia"),
        ("", "<nav class='breadcrumb'>World</nav><ul><li>x</li></ul>", ""),
        ("", "<ol id='breadcrumbs'><a>Courier</a></ol>", ""),
        (
            TRAIL,
            "",
            "Ports",
        ),
    ],
)
def test_the_section_is_named_as_readers_know_it(head: str, above: str, section: str) -> None:
    """Tags first, then breadcrumbs; never the front page, the title or an address."""
    assert read(head, above=above).section == section


@pytest.mark.parametrize(
    ("candidate", "picture"),
    [
        ("/media/ships.jpg", "https://courier.example/media/ships.jpg"),
        ("https://img.example/a.jpg?w=1&amp;h=2", "https://img.example/a.jpg?w=1&h=2"),
        ("//img.example/a.jpg", "https://img.example/a.jpg"),
        ("/static/logo.png", ""),
        ("/img/default-share.jpg", ""),
        ("/img/ship.svg", ""),
        ("data:image/png;base64,AAAA", ""),
        ("https://[", ""),
        ("/a b.jpg", ""),
        (f"/{'x' * 2_001}.jpg", ""),
    ],
)
def test_a_picture_has_an_address_on_the_web(candidate: str, picture: str) -> None:
    """Logos, place holders, data and broken addresses are no pictures of an article."""
    assert picture_address(candidate, "https://courier.example/a") == picture


def test_the_lead_picture_is_the_first_that_is_one() -> None:
    """A logo gives way to the next place that names a picture."""
    head = (
        '<meta property="og:image" content="/logo.png"><link rel="image_src" href="/ships.jpg">'
        '<link rel="image_src"><link rel="stylesheet" href="/a.css">'
    )

    assert read(head).picture == "https://courier.example/ships.jpg"
    assert read().picture == ""


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:content_tier" content="locked">',
        '<meta name="is-paid" content="true">',
        PAID,
    ],
)
def test_a_stated_pay_wall_is_believed(head: str) -> None:
    """Tags and linked data that say that reading costs mark the article."""
    assert read(head).is_walled


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:content_tier" content="free">',
        FREE,
    ],
)
def test_a_page_that_says_it_is_free_is_free(head: str) -> None:
    """A box that asks for money does not count against a word of the page, or a free tier."""
    box = "<div class='paywall'>Subscribe to keep reading</div>" if "script" in head else ""

    assert not read(head, below=box).is_walled


@pytest.mark.parametrize(
    "box",
    [
        "<div class='paywall'><p>Subscribe from 1 a week.</p></div>",
        "<section><h3>Weiterlesen mit Abo</h3><button>Jetzt abonnieren</button></section>",
        "<div>Il vous reste 80 % de cet article à lire. Réservé aux abonnés.</div>",
        "<div>لقراءة المزيد اشترك الآن</div>",
        "<div>この記事は有料記事です。続きを読む</div>",
        "<div>Devamını oku: abone ol</div>",
        "<div>订阅后继续阅读全文</div>",
    ],
)
def test_an_offer_below_a_beginning_is_a_wall(box: str) -> None:
    """A small box that offers the rest to subscribers, in several languages, marks a teaser."""
    assert read(below=box).is_walled


@pytest.mark.parametrize(
    "box",
    [
        "<div>Subscribe to our newsletter.</div>",
        "<div>Keep reading: more of the harbour.</div>",
        f"<div class='paywall'>Subscribe to keep reading {'and reading ' * 80}</div>",
        "<p>Subscribe to keep reading</p>",
    ],
)
def test_other_boxes_are_no_wall(box: str) -> None:
    """Newsletters, links to more and long texts ask for no money."""
    assert not read(below=box).is_walled


def test_a_whole_article_is_not_walled_by_an_offer() -> None:
    """Below a long text an offer is advertising; above the text it is too."""
    offer = "<div class='paywall'>Subscribe to keep reading</div>"

    assert not read(below=offer, story=STORY * 12).is_walled
    assert not read(above=offer).is_walled


def test_the_language_of_the_text_beats_its_template() -> None:
    """A page made in English and filled in German is German; near languages are believed."""
    assert written_in(GERMAN, ["en"]) == "de"
    assert written_in(GERMAN, [None, "utf-8"]) == "de"
    assert written_in(GERMAN[:100], ["en"]) == "en"
    assert written_in(NORWEGIAN, ["nb"]) == "nb"
    assert written_in("1 2 3 4 5 " * 40, ["fr"]) == "fr"
    assert written_in("", [""]) is None
    assert detected("?") is None
    assert declared("und") is None
