"""Promises of `adapters.html`: a page that shows everything and does nothing."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest

from adapters.html import payloads
from bot.models import (
    Block,
    Button,
    Buttons,
    Divider,
    Heading,
    Link,
    Listing,
    Message,
    Moment,
    Note,
    Paragraph,
    StoryCard,
    StoryId,
    Text,
)

PIER = "https://herald.example/pier"
AT = datetime(2026, 11, 24, 7, tzinfo=UTC)
INERT = {"html", "head", "meta", "title", "style", "body", "article", "h1", "h2", "p", "small"}
INERT |= {"ul", "li", "a", "b", "i", "time", "hr"}
VOID = frozenset({"meta", "hr"})

HOSTILE = (
    "<script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "<!-- bridge closed",
    "]]><svg/onload=alert(1)>",
    "&lt;script&gt;",
    "{{ 7 * 7 }} {% raw %}",
    "</p></article></body><form action=https://trap.example>",
    "@import url(https://trap.example/x.css)",
)


@dataclass(slots=True)
class Page:
    """A page as a browser reads it: its elements with their attributes, and its words."""

    elements: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)

    def named(self, name: str) -> list[dict[str, str | None]]:
        """Return the attributes of every element of a name."""
        return [attributes for element, attributes in self.elements if element == name]

    @property
    def text(self) -> str:
        """What is shown, without the style sheet."""
        return "".join(self.words)


class _Browser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.page.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.page.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.page.open.pop() == tag

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_data(self, data: str) -> None:
        if "style" not in self.page.open:
            self.page.words.append(data)


def read(*blocks: Block, title: str = "Morning") -> Page:
    """Return a message's page, read: whatever is opened is closed again."""
    (written,) = payloads(Message(title=title, blocks=blocks))
    browser = _Browser()
    browser.feed(written)
    browser.close()
    assert browser.page.open == []
    return browser.page


def card(headline: str = "Pier reopens", url: str = PIER, said: str = "Ships leave.") -> StoryCard:
    """Return a story of one sentence."""
    return StoryCard(
        story=StoryId("s1"),
        headline=headline,
        url=url,
        lines=((Text(said), Text(" "), Link("[1]", url)),),
        foot=(Link("[1] Delta Herald", url), Text(" · 1 report")),
        buttons=(Button(label="Why", line="news why s1"),),
    )


@pytest.mark.parametrize(
    ("block", "element", "shown"),
    [
        (Heading("Morning news"), "h1", "Morning news"),
        (Paragraph((Text("All is well."),)), "p", "All is well."),
        (Paragraph((Text("All", bold=True), Text(" is well."))), "b", "All is well."),
        (Paragraph((Text("All", italic=True), Text(" is well."))), "i", "All is well."),
        (Note((Text("Made early."),)), "small", "Made early."),
        (Listing(((Text("One"),), (Text("Two"),))), "li", "OneTwo"),
        (Paragraph((Link("the plan", PIER),)), "a", "the plan"),
        (
            Paragraph((Moment(AT, "Europe/Berlin"),)),
            "time",
            "Tue 24 Nov 2026, 08:00 (Europe/Berlin)",
        ),
        (card(), "article", "Pier reopensShips leave. [1][1] Delta Herald · 1 report"),
        (Divider(), "hr", ""),
    ],
)
def test_every_block_is_shown(block: Block, element: str, shown: str) -> None:
    """Each has an element of its own, and loses no word."""
    page = read(block)

    assert page.named(element)
    assert page.text.replace("\n", "") == f"Morning{shown}"


def test_a_page_has_no_buttons() -> None:
    """It cannot ask the desk."""
    page = read(Buttons((Button(label="Why", line="news why s1"),)), card())

    assert "Why" not in page.text
    assert not page.named("button")


def test_a_story_leads_to_its_reports() -> None:
    """Headline, citation and foot are links to the report."""
    assert [one["href"] for one in read(card()).named("a")] == [PIER, PIER, PIER]


def test_what_is_written_from_right_to_left_is_shown_so() -> None:
    """The direction of every block is its own words' affair."""
    page = read(
        Heading("أخبار الصباح"),
        Paragraph((Text("أعيد فتح الميناء"),)),
        Note((Text("تقرير واحد"),)),
        Listing(((Text("الميناء"),),)),
        card(headline="أعيد فتح الميناء", said="غادرت السفن."),
    )

    blocks = [one for name in ("h1", "h2", "p", "li") for one in page.named(name)]
    assert len(blocks) == 7
    assert all(one["dir"] == "auto" for one in blocks)


@pytest.mark.parametrize("words", HOSTILE)
def test_strangers_words_are_only_words(words: str) -> None:
    """Wherever they stand they are shown as written and make no element."""
    blocks = (
        Heading(words),
        Paragraph((Text(words, bold=True), Text(words, italic=True), Link(words, PIER))),
        Note((Text(words),)),
        Listing(((Link(words, words),),)),
        card(headline=words, said=words),
    )

    page = read(*blocks, title=words)

    assert {name for name, _ in page.elements} <= INERT
    assert page.text.count(words) == 9
    assert {name for _, attributes in page.elements for name in attributes} <= {
        *("lang", "charset", "name", "content", "http-equiv", "dir", "href", "datetime")
    }


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//trap.example",
        "https://herald.example@trap.example/",
        "https://",
        "",
    ],
)
def test_only_web_addresses_are_links(url: str) -> None:
    """Any other leaves its label as plain words."""
    page = read(Paragraph((Link("plan", url),)), card(url=url))

    assert page.named("a") == []
    assert "plan" in page.text


def test_an_address_cannot_leave_its_attribute() -> None:
    """Quotes and marks in it stay part of it."""
    url = 'https://a.example/"><script>alert(1)</script>'

    assert read(Paragraph((Link("plan", url),))).named("a") == [{"href": url}]


def test_no_character_turns_the_words_around() -> None:
    """What a reader cannot see is left out, as on every platform."""
    page = read(Heading("Har\u202ebour"), card(headline="Pi\u200ber\u2067"), title="Mor\u202ening")

    assert page.text.replace("\n", "").startswith("MorningHarbourPier")


def test_a_page_fetches_nothing() -> None:
    """It forbids scripts, pictures and frames, and tells no site where its reader came from."""
    metas = read(card()).named("meta")

    policy = next(one["content"] for one in metas if "http-equiv" in one)
    assert policy == "default-src 'none'; style-src 'unsafe-inline'"
    assert {"name": "referrer", "content": "no-referrer"} in metas
