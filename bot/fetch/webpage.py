"""What a web page offers a reader: feeds it names, an article, a list of headlines. Pure."""

import re
from dataclasses import dataclass

from lxml import etree

from bot.errors import FormatError
from bot.fetch.blocks import headlines_of
from bot.fetch.guards import challenge, guard_in
from bot.fetch.headlines import Headline
from bot.fetch.items import absolute, plain
from bot.fetch.mend import has_endless_tag
from bot.fetch.selecting import marked, selected, suggestion
from bot.fetch.sniff import Shape, shape_of
from bot.models import Page
from bot.text.decode import decoded

_MAX_CHARS = 2_000_000
_MAX_TITLE = 300
_MAX_ATTRIBUTES = 5000
_FEED_TYPES = frozenset(
    {"application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml"}
)
_LD_ARTICLE = re.compile(
    r'"@type"\s{0,9}:\s{0,9}\[?\s{0,9}"(?:\w*NewsArticle|Article|(?:Live)?BlogPosting)"'
)
_HEADLINES_OF_A_LIST = 5
_PARAGRAPH_CHARS = 80
_PARAGRAPHS_OF_AN_ARTICLE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class WebPage:
    """What there is to read on a page.

    `feeds` are the addresses of the feeds that it names, those of its comments last.
    `headlines` are the links that read like headlines, each address once.
    """

    shape: Shape
    title: str = ""
    feeds: tuple[str, ...] = ()
    headlines: tuple[Headline, ...] = ()
    is_article: bool = False

    @property
    def is_list(self) -> bool:
        """Say whether the page is a list of headlines."""
        return len(self.headlines) >= _HEADLINES_OF_A_LIST


def web_page(page: Page, *, selector: str = "") -> WebPage:
    """Return what there is to read on a fetched page; of what is no page, the shape alone.

    With a selector its headlines are those that it chooses.

    Raises:
        FormatError: it is built to choke a parser, it is a guard's challenge, or the selector
            chooses nothing there.
    """
    return web_page_of(decoded(page.body, page.charset), page.url, selector=selector)


def web_page_of(text: str, url: str, *, selector: str = "") -> WebPage:
    """Return what there is to read in the text of a page, as `web_page`."""
    shape = shape_of(text)
    if shape is Shape.TEXT:
        return WebPage(shape=shape, is_article=_is_text_article(text))
    if shape is not Shape.HTML:
        return WebPage(shape=shape)
    markup = _Markup(text, url)
    headlines = _selected(text, url, selector) if selector else markup.headlines()
    found = WebPage(
        shape=shape,
        title=markup.title(),
        feeds=markup.feeds(),
        headlines=headlines,
        is_article=markup.is_article(headlines),
    )
    is_something = found.feeds or found.headlines or found.is_article
    guard = "" if is_something else guard_in(text)
    if guard:
        raise FormatError(url, challenge(guard))
    return found


class _Markup:
    """A parsed page."""

    def __init__(self, text: str, url: str) -> None:
        self._text = text[:_MAX_CHARS]
        if has_endless_tag(self._text, _MAX_ATTRIBUTES):
            raise FormatError(url, "a page with an endless tag; tell its publisher")
        parser = etree.HTMLParser(
            encoding="utf-8", no_network=True, recover=True, remove_comments=True, remove_pis=True
        )
        self._root = _parsed(self._text, parser)
        base = next((tag.get("href", "") for tag in self._root.iter("base")), "")
        self._base = absolute(base, url) or url
        self._url = url

    def title(self) -> str:
        """What the page calls itself: as it is shared, as its heading, as its window."""
        heading = next(self._root.iter("h1"), None)
        window = next(self._root.iter("title"), None)
        for words in (self._meta("og:title"), _words(heading), _words(window)):
            if words.strip():
                return plain(words, _MAX_TITLE)
        return ""

    def feeds(self) -> tuple[str, ...]:
        """Addresses of the feeds that the page names; those of its comments come last."""
        found: dict[str, bool] = {}
        for tag in self._root.iter("link"):
            kind = tag.get("type", "").partition(";")[0].strip().lower()
            if kind in _FEED_TYPES and "alternate" in tag.get("rel", "").lower().split():
                address = absolute(tag.get("href", ""), self._base)
                about = f"{tag.get('title', '')} {address}".lower()
                if address:
                    found.setdefault(address, "comment" in about)
        return tuple(sorted(found, key=found.__getitem__))

    def is_article(self, headlines: tuple[Headline, ...]) -> bool:
        """Say whether the page is one article: it says so, or it is mostly paragraphs."""
        kind = self._meta("og:type").lower()
        if kind:
            return kind.startswith("article")
        if _LD_ARTICLE.search(self._text):
            return True
        paragraphs = [len(_words(tag)) for tag in self._root.iter("p")]
        long = [size for size in paragraphs if size >= _PARAGRAPH_CHARS]
        linked = sum(len(headline.title) for headline in headlines)
        return len(long) >= _PARAGRAPHS_OF_AN_ARTICLE and sum(long) > linked

    def headlines(self) -> tuple[Headline, ...]:
        """Return the links that read like headlines, each address once."""
        return headlines_of(self._root, url=self._url, base=self._base)

    def selected(self, selector: str) -> tuple[Headline, ...]:
        """Return what is marked on the page as chosen by a selector."""
        return selected(self._root, url=self._url, base=self._base, selector=selector)

    def _meta(self, name: str) -> str:
        for tag in self._root.iter("meta"):
            if name in (tag.get("property"), tag.get("name")):
                return tag.get("content", "")
        return ""


def _selected(text: str, url: str, selector: str) -> tuple[Headline, ...]:
    """Return what a selector chooses; where that is nothing, the error says what else there is."""
    try:
        return _Markup(marked(text[:_MAX_CHARS], selector), url).selected(selector)
    except ValueError as error:
        raise suggestion(url, str(error), _Markup(text, url).headlines()) from error


def _is_text_article(text: str) -> bool:
    r"""Say whether plain text is the copy of an article: some of its lines are paragraphs.

    >>> _is_text_article("Menu\n" + "\n".join(["The harbour reopened on Monday. " * 4] * 3))
    True
    """
    paragraphs = sum(len(line.strip()) >= _PARAGRAPH_CHARS for line in text.splitlines())
    return paragraphs >= _PARAGRAPHS_OF_AN_ARTICLE


def _parsed(text: str, parser: etree.HTMLParser) -> etree._Element:
    """Return the root element; an empty one when there is nothing to parse."""
    try:
        root = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError:
        root = None
    return etree.Element("html") if root is None else root


def _words(tag: etree._Element | None) -> str:
    return "" if tag is None else " ".join("".join(map(str, tag.itertext())).split())
