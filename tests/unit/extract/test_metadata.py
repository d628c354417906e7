"""Title, date, byline, language and credits of HTML pages."""

import json
from datetime import UTC, datetime

import pytest

from bot.extract.content import Content
from bot.extract.html import content_of_html, text_of_markup

ADDRESS = "https://courier.example/harbour"
STORY = (
    "<p>Dockers in Halvenport have returned to work after a nine-day strike, their union said.</p>"
    "<p>The port authority expects the first ship to be unloaded by the evening of the day.</p>"
    "<p>Supermarkets had warned that fresh fruit was running out in three of the countries.</p>"
)


def read(head: str = "", body: str = STORY, *, title: str = "", tag: str = "") -> Content:
    """Return the content of a page with these parts."""
    html = f"<html {tag}><head>{head}</head><body><article>{body}</article></body></html>"
    return content_of_html(html, ADDRESS, title=title)


def linked(data: object) -> str:
    """Return linked data as a page carries it."""
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


ARTICLE = {
    "@type": ["NewsArticle"],
    "headline": "Harbour reopens",
    "datePublished": "2026-10-12T14:05:00+02:00",
    "dateModified": "2026-10-13T08:00:00Z",
    "author": [
        {"@type": "Person", "name": "Amira Haddad"},
        {"@id": "#jonas"},
        {"@type": "Organization", "name": "The Courier"},
        {"@type": "Person", "name": ["AFP"]},
        {"@id": "#nobody"},
        7,
    ],
    "publisher": {"name": "The Courier"},
    "inLanguage": "en-GB",
}


@pytest.mark.parametrize(
    "data",
    [
        {"@graph": [{"@type": "WebSite"}, {"@id": "#jonas", "name": "Jonas Petersen"}, ARTICLE]},
        [[ARTICLE], {"@id": "#jonas", "@type": "Person", "name": "Jonas Petersen"}],
    ],
)
def test_linked_data_is_read(data: object) -> None:
    """Graphs, lists and references give title, dates, who signed it and language."""
    content = read(linked(data))

    assert content.title == "Harbour reopens"
    assert content.published_at == datetime(2026, 10, 12, 12, 5, tzinfo=UTC)
    assert content.updated_at == datetime(2026, 10, 13, 8, tzinfo=UTC)
    assert content.bylines == ("Amira Haddad", "Jonas Petersen", "AFP")
    assert content.language == "en"


@pytest.mark.parametrize("broken", ["{", "[" * 5_000, "x" * 700_000, '{"@type": "WebPage"}', "7"])
def test_broken_linked_data_is_passed_over(broken: str) -> None:
    """Linked data that is wrong, deep, huge or of no article leaves the rest of the page."""
    script = f'<script type="application/ld+json">{broken}</script>'

    assert read(f"{script}<title>Harbour reopens | The Courier</title>").title


def test_body_of_linked_data_stands_in_for_an_empty_page() -> None:
    """A page that shows nothing of its text is told by its own linked data."""
    data = {**ARTICLE, "articleBody": "The harbour reopened. " * 30}

    assert read(linked(data), "<p>Subscribe.</p>").text.startswith("The harbour reopened.")


def test_meta_tags_are_read() -> None:
    """OpenGraph and plain meta tags give what linked data does not."""
    content = read(
        '<meta property="og:title" content="Harbour reopens - The Courier">'
        '<meta property="og:site_name" content="The Courier">'
        '<meta name="author" content="By Ana Cruz">'
        '<meta name="author" content="https://courier.example/ana">'
        '<meta property="article:published_time" content="20261012"><meta name="x" content="">'
        '<link rel="canonical" href="/harbour-reopens"><meta property="og:locale" content="en_GB">'
    )

    assert content.title == "Harbour reopens"
    assert content.bylines == ("Ana Cruz",)
    assert str(content.published_at)[:10] == "2026-10-12"
    assert content.url == "https://courier.example/harbour-reopens"
    assert content.language == "en"


@pytest.mark.parametrize("link", ["https://evil.example/a", "javascript:x()", "http://[", ""])
def test_foreign_canonical_links_are_not_believed(link: str) -> None:
    """A page speaks for addresses of its own site only."""
    assert read(f'<link rel="canonical" href="{link}">').url == ADDRESS


def test_times_of_other_stories_do_not_count() -> None:
    """A <time> in a list of other stories is not the article's."""
    body = (
        "<ul><li><time datetime='2020-01-01'></time></li></ul>"
        f"<time datetime='1791806700000'></time>{STORY}"
    )

    assert str(read(body=body).published_at)[:10] == "2026-10-12"


def test_the_only_heading_in_the_page_title_is_the_title() -> None:
    """The heading that the page's own title repeats wins over another."""
    body = f"<h1>The Courier</h1><h1>Harbour reopens</h1>{STORY}"

    assert read("<title>The Courier: Harbour reopens</title>", body).title == "Harbour reopens"


def test_announced_title_stands_in() -> None:
    """A page without any title takes the one of its announcement."""
    assert read(title="Harbour reopens").title == "Harbour reopens"


def test_agencies_are_taken_from_the_foot() -> None:
    """A last line that only credits agencies becomes credits and leaves the text."""
    content = read(body=f"{STORY}<p>mk/jd (AFP, dpa)</p>", tag="lang=en")

    assert content.agencies == ("AFP", "dpa")
    assert "AFP" not in content.text


def test_dateline_names_the_agency() -> None:
    """An agency in the dateline is credited, and the dateline stays."""
    content = read(body=STORY.replace("<p>Dockers", "<p>HALVENPORT (Reuters) - Dockers", 1))

    assert content.agencies == ("Reuters",)
    assert "HALVENPORT (Reuters)" in content.text


@pytest.mark.parametrize(("markup", "text"), [("", ""), ("Plain.", "Plain."), ("<!-- -->", "")])
def test_feed_markup_may_be_empty_or_plain(markup: str, text: str) -> None:
    """A feed's summary need hold no markup, and need hold nothing."""
    assert text_of_markup(markup) == text


def test_small_boxes_with_buttons_are_no_text() -> None:
    """A notice beside a button at the foot is not the article's last paragraph."""
    box = "<div><p>We bake cookies for our readers.</p><button>Fine</button></div>"

    assert "bake" not in read(body=STORY + box).text


def test_a_button_in_the_text_drops_nothing() -> None:
    """What stands with a button in a long box is the article."""
    long = f"<div>{STORY}{STORY.replace('Dockers', 'Pilots')}<button>Listen</button></div>"

    assert "fresh fruit" in read(body=long).text


def test_endless_linked_data_is_left() -> None:
    """Linked data that is too long or too nested names no title; the page still does."""
    long = linked({**ARTICLE, "headline": "x" * 700_000})
    deep = linked([*({"@type": "Thing"} for _ in range(3_000)), {**ARTICLE, "headline": "Last"}])

    assert read(long + deep + "<title>Harbour reopens</title>").title == "Harbour reopens"


def test_only_what_calls_itself_linked_data_is_read() -> None:
    """A script that merely speaks of linked data states nothing."""
    script = f"<script data-note='type=application/ld+json'>{json.dumps(ARTICLE)}</script>"

    assert read(script).published_at is None
