"""Whatever comes over the wire, extraction gives an article or an ExtractError."""

from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import ExtractError
from bot.extract import ArticleExtractor
from bot.extract.html import content_of_html
from bot.extract.lines import blocks
from bot.models import Entry, Page, Source, SourceId
from bot.text.dates import instants

NOW = datetime(2026, 10, 12, tzinfo=UTC)
SOURCE = Source(id=SourceId("s"), kind="feed", address="https://c.example/f", name="The Courier")
WORDS = st.sampled_from(
    [
        "<p>", "</p>", "<div hidden>", "<h1>", "<script type='application/ld+json'>", "</script>",
        '{"@type":"NewsArticle",', '"headline":1}', "<meta property=og:title content='", "'>",
        "The harbour reopened on Monday.", "By Amira Haddad", "12 October 2026", "99/99/9999",
        "(AFP, dpa)", "&#xD800;", "\u202e", "<time datetime=", "Image: X/AFP", "<a href=", "\n",
        "[x](y)", "* ", "# ", "<style>.a{display:none}", "@media", "{", "}", "نشر ١٢", "。",
    ]
)  # fmt: skip
PAGES = st.one_of(
    st.binary(max_size=400), st.lists(WORDS, max_size=40).map(lambda words: "".join(words).encode())
)


@given(
    body=PAGES, kind=st.sampled_from(["", "text/html", "text/plain"]), title=st.text(max_size=20)
)
@settings(max_examples=150, deadline=None)
def test_nothing_but_an_extract_error_is_raised(body: bytes, kind: str, title: str) -> None:
    """Arbitrary bytes give an article with a title and text, or an ExtractError."""
    entry = Entry(id="e", url="https://c.example/a", title=title)
    page = Page(url=entry.url, body=body, content_type=kind)
    try:
        article = ArticleExtractor().extract(entry, page, source=SOURCE, fetched_at=NOW)
    except ExtractError:
        return

    assert article.title
    assert article.text
    assert "\n\n\n" not in article.text


@given(
    st.lists(
        st.sampled_from(["<p>It rained.</p>", "<div>", "</div>", "<b>", "<ul><li>x"]), max_size=12
    )
)
@settings(max_examples=60, deadline=None)
def test_hidden_text_never_comes_through(around: list[str]) -> None:
    """However a page is built around it, a hidden element stays out."""
    middle = len(around) // 2
    html = "".join([*around[:middle], "<p hidden>CANARY</p>", *around[middle:]])
    story = "<p>The harbour reopened on Monday after nine days, the port authority said.</p>"

    assert "CANARY" not in str(content_of_html(f"{story}{html}{story}", "https://c.example/a"))


@given(st.text(max_size=120))
@settings(deadline=None)
def test_dates_and_blocks_take_any_text(text: str) -> None:
    """Any text can be searched for dates, which are aware, and taken apart into blocks."""
    assert all(moment.tzinfo is not None for moment in instants(text))
    assert all(block.text for block in blocks(text))
