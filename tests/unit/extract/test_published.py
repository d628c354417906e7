"""Promises of `bot.extract.published`: when an article was published and changed."""

import json

import pytest

from bot.extract.content import Content
from bot.extract.html import content_of_html

TITLE = "<h1>Ships leave the harbour of Halvenport</h1>"
STORY = (
    "<p>Dockers in Halvenport have returned to work after a nine-day strike, their union said.</p>"
    "<p>The port authority expects the first ship to be unloaded by the evening of the day.</p>"
    "<p>Supermarkets had warned that fresh fruit was running out in three of the countries.</p>"
)


def read(
    above: str = "",
    *,
    head: str = "",
    below: str = "",
    address: str = "https://courier.example/a",
    lang: str = "en-GB",
) -> Content:
    """Return the content of a page with these parts around its text."""
    body = f"<main>{TITLE}{above}<div>{STORY}</div>{below}</main>"
    html = f"<html lang='{lang}'><head>{head}</head><body>{body}</body></html>"
    return content_of_html(html, address)


def at(content: Content) -> str | None:
    """Return when it was published, as it is written in ISO 8601."""
    return content.published_at.isoformat() if content.published_at else None


@pytest.mark.parametrize(
    ("above", "day"),
    [
        ("<p>Published 12 October 2026</p>", "2026-10-12"),
        ("<time datetime='2026-10-12T14:05:00Z'>yesterday</time>", "2026-10-12"),
        ("<p class='meta'><time>12 October 2026</time></p>", "2026-10-12"),
        ("<p>By Amira Haddad on 12 October 2026</p>", "2026-10-12"),
        ("<ul><li>12.10.2026, 14:05 Uhr</li></ul>", "2026-10-12"),
        ("<p>Updated 13 October 2026</p><p>12 October 2026</p>", "2026-10-12"),
        ("<p>Broadcast: Radio Quay, 12 October 2026</p>", None),
        ("<p>On 12 October 2026 he said that it would be over soon for all the pilots</p>", None),
        ("<p>vor 2 Stunden</p><p>2 hours ago</p><time>just now</time>", None),
        ("<p>Published recently</p>", None),
    ],
)
def test_the_date_above_the_text_is_read(above: str, day: str | None) -> None:
    """A line that is a date, and a <time>, tell it; guesses and relative times do not."""
    assert (at(read(above)) or "")[:10] == (day or "")


def test_a_change_is_told_from_publication() -> None:
    """What a page calls an update is the time of its change, if it is not before."""
    above = (
        "<p>Published <time datetime='2026-10-12T08:00Z'></time></p>"
        "<p>Updated <time datetime='2026-10-13T09:00Z'></time></p>"
    )

    content = read(above)
    early = read(above, head='<meta name="lastmod" content="2020-01-01">')

    assert at(content) == "2026-10-12T08:00:00+00:00"
    assert str(content.updated_at) == "2026-10-13 09:00:00+00:00"
    assert early.updated_at is None


def test_the_hour_on_the_page_completes_the_day_that_is_stated() -> None:
    """A day of print yields to the hour shown; a date far from it does not."""
    head = '<meta name="date" content="2026-10-13">'

    assert at(read("<p>12 October 2026, 20:30</p>", head=head)) == "2026-10-12T20:30:00+00:00"
    assert at(read("<p>1 October 2026, 20:30</p>", head=head)) == "2026-10-13T00:00:00+00:00"
    assert at(read("<p>12 October 2026</p>", head=head)) == "2026-10-13T00:00:00+00:00"


@pytest.mark.parametrize(
    ("address", "lang", "shown", "stamp"),
    [
        (
            "https://hafenbote.de/a",
            "de",
            "24. November 2026, 14:05",
            "2026-11-24T14:05:00+01:00",
        ),
        ("https://hafenbote.de/a", "de", "24. Juli 2026, 14:05 Uhr", "2026-07-24T14:05:00+02:00"),
        (
            "https://quai.fr/a",
            "fr",
            "Le 24 novembre 2026 à 20h15",
            "2026-11-24T20:15:00+01:00",
        ),
        (
            "https://mina.test/a",
            "ar",
            "٢٤ نوفمبر/تشرين الثاني ٢٠٢٦",
            "2026-11-24T00:00:00+00:00",
        ),
        ("https://mina.eg/a", "ar", "٢٤ نوفمبر ٢٠٢٦ 02:05 م", "2026-11-24T14:05:00+02:00"),
        ("https://gangkou.cn/a", "zh", "2026年11月24日 14:05", "2026-11-24T14:05:00+08:00"),
        ("https://liman.com.tr/a", "tr", "24 KASIM 2026, 14:05", "2026-11-24T14:05:00+03:00"),
        ("https://minato.example/a", "ja", "2026年11月24日 14時05分", "2026-11-24T14:05:00+09:00"),
        ("https://quay.example/a", "en-US", "Posted 3/4/2026", "2026-03-04T00:00:00+00:00"),
        ("https://quay.co.uk/a", "en", "Posted 3/4/2026", "2026-04-03T00:00:00+01:00"),
        (
            "https://quay.example/a",
            "en-GB",
            "24 Nov 2026, 9:05 EST",
            "2026-11-24T09:05:00-05:00",
        ),
    ],
)
def test_dates_are_read_by_the_outlet_s_clock(
    address: str, lang: str, shown: str, stamp: str
) -> None:
    """A time without a zone is the country's own; a zone that is named counts more."""
    assert at(read(f"<p>{shown}</p>", address=address, lang=lang)) == stamp


def test_a_hijri_date_beside_a_gregorian_one_is_passed_over() -> None:
    """The year of another calendar is no year here."""
    shown = "<p>24 جمادى الآخرة 1448 هـ - 24 نوفمبر 2026</p>"

    assert (at(read(shown, lang="ar")) or "")[:10] == "2026-11-24"


@pytest.mark.parametrize(
    ("value", "day"),
    [("1791806700000", "2026-10-12"), ("1791806700", "2026-10-12"), ("20261012", "2026-10-12")],
)
def test_stamps_without_words_are_read(value: str, day: str) -> None:
    """Seconds and milliseconds since 1970, and eight digits, are dates."""
    content = read(head=f'<meta name="pubdate" content="{value}">')

    assert (at(content) or "")[:10] == day


def test_what_stands_elsewhere_is_a_last_resort() -> None:
    """A lone date further down counts, then the one in the address; comments never do."""
    far = "<p></p>" * 40
    comments = f"{far}<div class='comments'><p>Published 12 October 2026</p></div>"
    dated = "https://courier.example/2026/10/11/ships"

    assert (at(read(below=f"{far}<p>Post time: 12.10.2026</p>")) or "")[:10] == "2026-10-12"
    assert (at(read(below=comments, address=dated)) or "")[:10] == "2026-10-11"
    assert at(read(below=f"{far}<p>No date 1.1.1</p>")) is None


def test_a_later_version_of_the_data_is_the_change() -> None:
    """Linked data gives both instants with their offsets."""
    data = {
        "@type": "NewsArticle",
        "datePublished": "2026-10-12T23:30:00-05:00",
        "dateModified": "2026-10-13T08:00:00+02:00",
    }
    content = read(head=f'<script type="application/ld+json">{json.dumps(data)}</script>')

    assert at(content) == "2026-10-12T23:30:00-05:00"
    assert content.updated_at is not None
    assert content.updated_at.isoformat() == "2026-10-13T08:00:00+02:00"
