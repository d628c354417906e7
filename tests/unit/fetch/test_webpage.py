"""What a web page offers."""

import pytest

from bot.errors import FormatError
from bot.fetch.webpage import WebPage, web_page, web_page_of
from tests.unit.fetch.pages import ARTICLE, FRONT, TEXT, page

HOME = "https://www.quay.example/"


def head(tags: str) -> WebPage:
    """Return a page with these tags in its head."""
    return web_page_of(f"<html><head>{tags}</head><body><p>Hello</p></body></html>", HOME)


def test_feeds_are_those_that_the_page_names() -> None:
    """Feeds of every kind are found, once each, absolute; those of comments come last."""
    found = head(
        '<link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">'
        '<link rel="ALTERNATE home" type="application/atom+xml; charset=utf-8" href="news.atom">'
        "<link rel=alternate type=application/feed+json href=https://cdn.example/f.json>"
        '<link rel="alternate" type="application/rss+xml" href="/comments/feed">'
        '<link rel="alternate" type="text/html" hreflang="de" href="/de">'
        '<link rel="stylesheet" type="application/rss+xml" href="/style">'
        '<link rel="alternate" type="application/rss+xml" href="javascript:x()">'
    )

    assert found.feeds == (
        "https://www.quay.example/news.atom",
        "https://cdn.example/f.json",
        "https://www.quay.example/comments/feed",
    )


def test_base_moves_links() -> None:
    """Links count from the page's own base."""
    found = head('<base href="/news/"><link rel="alternate" type="application/rss+xml" href="rss">')

    assert found.feeds == ("https://www.quay.example/news/rss",)


@pytest.mark.parametrize(
    ("html", "title"),
    [
        ('<meta property="og:title" content="Shared &amp; told"><h1>H</h1><title>T</title>',
         "Shared & told"),
        ("<title>T | Quay</title><h1>The <em>heading</em></h1>", "The heading"),
        ("<title>The window</title><h1> </h1>", "The window"),
        ("<p>none</p>", ""),
        ("<!doctype html>", ""),
        ("<!doctype html><!-- nothing -->", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_title_is_the_page_s_own(html: str, title: str) -> None:
    """The title is the shared one, else the heading, else the window's."""
    assert web_page_of(html, HOME).title == title


PARAGRAPHS = "".join(
    f"<p>The council voted on Monday to repair bridge number {n}, after cracks were found "
    "in two of its arches.</p>"
    for n in range(4)
)


@pytest.mark.parametrize(
    ("html", "claim"),
    [
        (ARTICLE, True),
        (PARAGRAPHS, True),
        ('<script type="application/ld+json">{"@type": "NewsArticle"}</script>', True),
        ('<script type="application/ld+json">{"@type": "LiveBlogPosting"}</script>', True),
        ('<script type="application/ld+json">{"@type": ["Article"]}</script>', True),
        (f'<meta property="og:type" content="website">{PARAGRAPHS}', False),
        ("<p>Short.</p>" * 10, False),
        (FRONT, False),
    ],
)
def test_article_is_told_from_front_page(html: str, claim: bool) -> None:  # noqa: FBT001  a table
    """A page is an article when it says so, or when it is mostly paragraphs."""
    assert web_page_of(f"<html>{html}", HOME).is_article is claim


def test_headlines_are_links_that_read_like_headlines() -> None:
    """Labels, menus, other sites and the page itself are no headlines."""
    found = web_page_of(
        '<html><nav><a href="/1">All of the sections that we have</a></nav>'
        '<a href="/2">Home</a>'
        '<a href="https://ads.example/3">Buy one of our boats this winter</a>'
        '<a href="/">Quay and Lantern, news of the harbour</a>'
        '<a href="https://quay.example/4#top">Council approves <b>bridge</b> repair plan</a>'
        '<a href="/4b"><img></a><a href="/5">bridge plan: more on the council and its vote</a>'
        '<a href="/5">more</a><a href="/6">長崎港の桟橋が嵐の後に再開</a>',
        HOME,
    )

    assert tuple((one.url, one.title) for one in found.headlines) == (
        ("https://quay.example/4", "Council approves bridge repair plan"),
        ("https://www.quay.example/5", "bridge plan: more on the council and its vote"),
        ("https://www.quay.example/6", "長崎港の桟橋が嵐の後に再開"),
    )
    assert not found.is_list
    assert web_page_of(FRONT, HOME).is_list


def test_headlines_are_capped() -> None:
    """A page of a thousand links gives a hundred headlines."""
    links = "".join(f'<a href="/{n}">Council approves repair plan {n}</a>' for n in range(1000))

    assert len(web_page_of(f"<html>{links}", HOME).headlines) == 100


def test_deep_page_is_survived() -> None:
    """A page of twenty thousand nested elements is no error."""
    assert web_page_of("<title>Deep</title>" + "<span>" * 20_000 + "x", HOME).feeds == ()


def test_endless_tag_is_refused() -> None:
    """A tag of a hundred thousand attributes does not reach the parser."""
    with pytest.raises(FormatError, match="endless tag"):
        web_page_of("<p " + "a='1' " * 100_000 + ">", HOME)


def test_plain_copy_is_an_article() -> None:
    """Text with paragraphs is an article; a list of words is none."""
    assert web_page_of(TEXT, HOME).is_article
    assert not web_page_of("Menu\nHome\nAbout\n" * 20, HOME).is_article


def test_page_in_an_old_encoding_is_read() -> None:
    """A page is decoded as it says itself."""
    body = '<meta charset="windows-1252"><title>Brücke wieder offen</title>'.encode("cp1252")

    assert web_page(page(HOME, body)).title == "Brücke wieder offen"


CHALLENGE = "<html><title>Just a moment...</title><p>Checking.</p><script>{sign}</script></html>"


@pytest.mark.parametrize(
    ("sign", "guard"),
    [
        ("window._cf_chl_opt={}", "Cloudflare"),
        ("var dd={host:'geo.captcha-delivery.com'}", "DataDome"),
        ("//token.awswaf.com/challenge.js", "AWS"),
        ("/_Incapsula_Resource?x=1", "Imperva"),
    ],
)
def test_challenge_that_came_as_a_success_is_named(sign: str, guard: str) -> None:
    """A guard may answer 200 with a page that only a browser can pass."""
    with pytest.raises(FormatError, match=f"its guard, {guard}, wants proof that a person"):
        web_page_of(CHALLENGE.format(sign=sign), HOME)


def test_page_behind_a_guard_is_read_all_the_same() -> None:
    """Many sites carry their guard's script in every page."""
    script = "<script>window._cf_chl_opt={}</script>"

    assert web_page_of(FRONT + script, HOME).is_list
    assert web_page_of(f"<html>{PARAGRAPHS}{script}", HOME).is_article
    assert not web_page_of(f"<html>{'word ' * 200}{script}", HOME).is_article
