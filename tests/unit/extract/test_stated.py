"""Promises of `bot.extract.structured` and `bot.extract.scriptdata`: what machines are told."""

import json

import pytest

from bot.extract.html import parsed
from bot.extract.scriptdata import MAX_SCRIPT, data_of
from bot.extract.structured import MAX_NODES, Stated, linked_data, meta_tags


def page(head: str = "", body: str = "") -> Stated:
    """Return what meta tags and marks of a page state."""
    html = f"<html><head>{head}</head><body>{body}</body></html>"
    return meta_tags(parsed(html, ""))


def linked(*data: object) -> Stated:
    """Return what linked data states."""
    scripts = "".join(
        f'<script type="application/ld+json">{json.dumps(one)}</script>' for one in data
    )
    return linked_data(parsed(f"<html><head>{scripts}<script>x = 1</script></head></html>", ""))


@pytest.mark.parametrize(
    "script",
    [
        '{"headline": "Ships leave"}',
        '{"headline": "Ships leave",}',
        '{"headline": "Ships leave", /* soon */ }',
        '{"headline": "Ships leave" // soon\n}',
        '<!-- {"headline": "Ships leave"} -->',
        '//<![CDATA[\n{"headline": "Ships leave"}\n//]]>',
        "{&quot;headline&quot;: &quot;Ships leave&quot;}",
        '{"headline": "Ships leave"};',
        '{"headline": "Ships leave"} {"headline": "Twice"}',
        '{"headline": "Ships\\ leave"}',
    ],
)
def test_broken_json_is_mended(script: str) -> None:
    """Commas, comments, frames, entities, escapes and a second object do no harm."""
    assert data_of(script) == {"headline": "Ships leave"}


def test_strings_keep_what_looks_like_comments() -> None:
    """An address and a slash in a string are no comments, and lines may break."""
    data = data_of('{"url": "https://courier.example/a", "text": "One /* two */\nthree",}')

    assert data == {"url": "https://courier.example/a", "text": "One /* two */\nthree"}


@pytest.mark.parametrize(
    "script",
    ['{"a": "b', '{"a": 1 /* b', "", "{", "[" * 5_000, "window.x()", "x" * (MAX_SCRIPT + 1)],
)
def test_what_is_no_data_is_none(script: str) -> None:
    """Broken beyond mending, too deep or too large: nothing is read."""
    assert data_of(script) is None


def test_large_data_is_read_but_not_mended() -> None:
    """Mending costs too much on what is larger than any article's own data."""
    large = json.dumps({"a": "x" * MAX_SCRIPT})

    assert data_of(large, most=2 * MAX_SCRIPT) is not None
    assert data_of(f"{large[:-1]},}}", most=2 * MAX_SCRIPT) is None


def test_the_article_with_a_headline_is_taken() -> None:
    """Among several, the one that says most is the page's own."""
    told = linked(
        {"@type": "Review", "itemReviewed": {"name": "A boat"}},
        {"@type": "NewsArticle", "headline": "Ships leave", "isAccessibleForFree": True},
    )

    assert told.titles == ("Ships leave",)
    assert told.is_free is True


@pytest.mark.parametrize(
    ("members", "is_free"),
    [
        ({}, None),
        ({"isAccessibleForFree": "False"}, False),
        ({"isAccessibleForFree": False}, False),
        ({"isAccessibleForFree": "http://schema.org/False"}, False),
        ({"isAccessibleForFree": True, "hasPart": {"isAccessibleForFree": "false"}}, False),
        ({"hasPart": [{"isAccessibleForFree": False}, 7]}, False),
        ({"isAccessibleForFree": "true", "hasPart": 7}, True),
    ],
)
def test_access_is_read_with_its_parts(members: dict[str, object], *, is_free: bool | None) -> None:
    """An article of which a part costs is not free."""
    assert linked({"@type": "Article", "headline": "Ships", **members}).is_free is is_free


def test_pictures_sections_and_breadcrumbs_are_read() -> None:
    """Addresses in any form, sections and the trail from the front page come out."""
    trail = {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"name": "Home"},
            {"item": {"name": "World"}},
            {"item": "https://courier.example/asia"},
            7,
        ],
    }
    told = linked(
        trail,
        {"@id": "#p", "@type": "ImageObject", "url": "https://courier.example/p.jpg"},
        {
            "@type": "Article",
            "headline": "Ships",
            "articleSection": ["World", "Asia"],
            "image": [{"@id": "#p"}, "/q.jpg", {"contentUrl": ["/r.jpg", 7]}, 7],
            "creator": {"name": "Amira &amp; Haddad"},
            "liveBlogUpdate": [{"headline": "One"}, 7],
        },
    )

    assert told.trail == ("Home", "World")
    assert told.sections == ("World", "Asia")
    assert told.pictures == ("https://courier.example/p.jpg", "/q.jpg", "/r.jpg")
    assert told.signed == ("Amira & Haddad",)
    assert [one["headline"] for one in told.updates] == ["One"]


def test_data_without_article_keeps_its_trail() -> None:
    """Breadcrumbs are read where nothing else is."""
    told = linked({"@type": "BreadcrumbList", "itemListElement": {"name": "World"}})

    assert told == Stated(trail=("World",))
    assert linked().trail == ()


def test_endless_data_is_read_to_a_bound() -> None:
    """Thousands of objects are not all looked at."""
    many = [{"n": number} for number in range(MAX_NODES + 1)]

    assert linked([*many, {"@type": "Article", "headline": "Ships"}]) == Stated()


def test_tags_of_every_make_are_read() -> None:
    """Dublin Core with a colon, several names in one property, and `value` are understood."""
    told = page(
        '<meta property="dc:title x:other" content="Ships leave"><meta name="DCTERMS.creator"'
        ' content="Amira Haddad"><meta name="author" value="Ida Grange"><meta name="author">'
        '<meta content="nameless"><meta property="og:image" content="/a.jpg">'
        '<meta name="article:section" content="World">'
    )

    assert told.titles == ("Ships leave",)
    assert told.authors == ("Ida Grange", "Amira Haddad")
    assert told.sections == ("World",)
    assert told.pictures == ("/a.jpg",)
    assert (told.tags or {})["x:other"] == ("Ships leave",)


def test_marks_in_the_page_are_read() -> None:
    """Microdata and RDFa give titles, dates and sections; other marks are passed over."""
    told = page(
        "",
        '<h1 itemprop="headline">Ships leave</h1><span property="schema:datePublished"'
        ' content="2026-10-12"></span><i itemprop="dateModified" datetime="2026-10-13"></i>'
        '<b itemprop="articleSection">World</b><b itemprop="headline"></b>'
        '<b itemprop="price">7</b>',
    )

    assert told.titles == ("Ships leave",)
    assert told.published == ("2026-10-12",)
    assert told.modified == ("2026-10-13",)
    assert told.sections == ("World",)
