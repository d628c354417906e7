"""Promises of `bot.extract.embedded`: articles that a page carries as data for its scripts."""

import json

import pytest

from bot.extract.embedded import embedded, embedded_body, with_embedded
from bot.extract.html import content_of_html
from bot.extract.structured import Stated

LINE = "Dockers in Halvenport have returned to work after a nine-day strike, their union said."
LINES = [f"{LINE} {number}" for number in range(8)]
ARTICLE = {
    "headline": "Ships leave the harbour",
    "body": "\n".join(LINES),
    "publishedAt": "2026-10-12T14:05:00+02:00",
    "updatedAt": 1_791_900_000,
    "authors": [{"name": "Amira Haddad"}, "Ida Grange", {"role": "editor"}, " "],
}


def script(data: object, *, before: str = "", tag: str = "") -> str:
    """Return a script with data, as a page has it."""
    return f"<script {tag}>{before}{json.dumps(data)}</script>"


@pytest.mark.parametrize(
    ("before", "tag"),
    [
        ("", 'id="__NEXT_DATA__" type="application/json"'),
        ("window.__INITIAL_STATE__ = ", ""),
        ("var a = 1; Fusion.globalContent=", 'type="text/javascript"'),
    ],
)
def test_an_article_is_found_by_its_shape(before: str, tag: str) -> None:
    """However the data is kept, the object with a headline and a long text is the article."""
    data = {"props": {"ads": [{"title": "Buy a boat today"}], "page": {"story": [ARTICLE]}}}

    content = content_of_html(
        f"<html><body><div id='root'></div>{script(data, before=before, tag=tag)}</body></html>",
        "https://courier.example/a",
    )

    assert content.title == "Ships leave the harbour"
    assert content.text.split("\n\n") == LINES
    assert str(content.published_at) == "2026-10-12 14:05:00+02:00"
    assert content.updated_at is not None
    assert content.bylines == ("Amira Haddad", "Ida Grange")


@pytest.mark.parametrize(
    "member",
    [
        {"content_elements": [{"type": "text", "content": line} for line in LINES]},
        {"paragraphs": [*LINES, "boat"]},
        {"bodyHtml": "".join(f"<p>{line}</p>" for line in LINES)},
        {"body": {"type": "doc", "children": [{"text": line} for line in LINES]}},
        {
            "blocks": [
                {"type": "image", "text": "A boat at sea, seen from the pier"},
                {"type": "advert", "text": "Buy a boat"},
                *({"__typename": "Paragraph", "value": line} for line in LINES),
                {"type": "text"},
                7,
            ]
        },
    ],
)
def test_bodies_of_many_shapes_are_gathered(member: dict[str, object]) -> None:
    """Lists of parts, markup and nested documents give their paragraphs; pictures none."""
    html = script({"headlines": {"basic": "Ships leave the harbour"}, **member})

    told = embedded(html)

    assert told.titles == ("Ships leave the harbour",)
    assert all(line in told.body for line in LINES)
    assert "boat" not in told.body


@pytest.mark.parametrize(
    "html",
    [
        "<p>No script.</p>",
        "<script>var title = 1; call()</script>",
        script({"headline": "Ships leave the harbour", "body": "Too short to be one."}),
        script({"headline": "Ships", "body": " ".join(LINES)}),
        script({"headline": {"basic": 7}, "body": " ".join(LINES)}),
        script(ARTICLE, tag='type="application/ld+json"'),
        script([[ARTICLE] * 2, {"title": "x" * 400, "body": " ".join(LINES)}]).replace("{", "{,"),
    ],
)
def test_what_has_another_shape_is_no_article(html: str) -> None:
    """Short texts, titles that are none, other scripts and broken data give nothing."""
    assert embedded(html) == Stated()
    assert embedded_body(html) == ""


def test_data_without_end_is_read_to_a_bound() -> None:
    """Neither a hundred scripts, nor deep nesting, nor thousands of objects hold the desk up."""
    deep: object = LINE
    for _ in range(20):
        deep = [deep]
    nested: object = {"name": "Amira Haddad"}
    for _ in range(20):
        nested = {"items": [nested]}
    many = script({"title": "A short notice", "items": [{"n": n} for n in range(25_000)]})

    assert embedded(script({"headline": "Ships leave the harbour", "body": deep})) == Stated()
    assert embedded(script({**ARTICLE, "authors": nested})).signed == ()
    assert embedded(many) == Stated()
    assert embedded("<script>x</script>" * 300 + script(ARTICLE)) == Stated()
    assert embedded(f"<script>{'x' * 3_000_001}</script>{script(ARTICLE)}").titles
    assert embedded(f"<script>{json.dumps(ARTICLE)}") == Stated()


def test_only_gaps_are_filled() -> None:
    """What linked data states stays; a page that states everything is not searched."""
    stated = Stated(titles=("Ships leave",))
    whole = Stated(titles=("A",), published=("2026-10-12",), signed=("Ida Grange",))

    filled = with_embedded(stated, script(ARTICLE))

    assert filled.titles == ("Ships leave",)
    assert filled.published == ("2026-10-12T14:05:00+02:00",)
    assert filled.body
    assert with_embedded(whole, script(ARTICLE)) is whole
