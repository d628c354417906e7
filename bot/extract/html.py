"""The article of an HTML page."""

import re

import lxml.html
from lxml.etree import ElementDefaultClassLookup, ParserError
from lxml.html import HtmlElement

from bot.errors import ExtractError
from bot.extract.body import body_of
from bot.extract.content import Content
from bot.extract.embedded import embedded_body, with_embedded
from bot.extract.guard import guarded
from bot.extract.hidden import drop_hidden
from bot.extract.liveblog import stated_posts, with_posts
from bot.extract.metadata import Head, read_head
from bot.extract.structured import linked_data
from bot.text.decode import NOT_TEXT
from bot.text.visible import one_line

_ENOUGH_WORDS = 60
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")


def content_of_html(html: str, address: str, *, title: str = "") -> Content:
    """Return the article of a page; `title` is what its announcement called it.

    Raises:
        ExtractError: the page is built to hang a parser, or is no page at all.
    """
    root = parsed(html, address)
    data = with_embedded(linked_data(root), html)
    drop_hidden(root, html)
    elements = tuple(root.iter())  # held, or each walk would make all of them again
    text = body_of(root, data).text
    if len(text.split()) < _ENOUGH_WORDS:
        text = max(text, text_of_markup(data.body or embedded_body(html)), key=len)
    head = Head(root=root, elements=elements, data=data, address=address, announced=title)
    updates = stated_posts(data.updates, text_of_markup)
    return with_posts(read_head(head, text), root, updates)


def parsed(html: str, address: str) -> HtmlElement:
    """Return the page as a tree that is safe to walk.

    Raises:
        ExtractError: no parser can take it.
    """
    lean = guarded(NOT_TEXT.sub("", html), address)
    declared = _DECLARATION.match(lean)
    lean = lean[declared.end() :] if declared else lean
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    # One class for all elements: to choose one by its name would call Python for each of them.
    parser.set_element_class_lookup(ElementDefaultClassLookup(element=HtmlElement))
    try:
        return lxml.html.document_fromstring(lean.encode("utf-8", "replace"), parser=parser)
    except (ParserError, ValueError) as error:
        raise ExtractError(address, "there is nothing on the page") from error


def paragraphs(text: str) -> str:
    r"""Return lines as paragraphs: one empty line between, no marks of lists.

    >>> paragraphs("One.\n- two \n\n\nThree.")
    'One.\n\ntwo\n\nThree.'
    """
    lines = (one_line(re.sub(r"^\s*-\s+", "", line)) for line in text.splitlines())
    return "\n\n".join(line for line in lines if line)


def text_of_markup(markup: str) -> str:
    r"""Return what a feed's own markup says, as paragraphs.

    >>> text_of_markup("<p>Harbour <b>reopens</b>.</p><p hidden>Psst.</p><p>Ships left.</p>")
    'Harbour reopens.\n\nShips left.'
    """
    if "<" not in markup and "&" not in markup:
        return paragraphs(markup)
    try:
        root = parsed(f"<div>{markup}</div>", "")
    except ExtractError:
        return ""
    drop_hidden(root, markup)
    for element in root.iter():
        if element.tag in _BLOCKS:
            element.text = "\n" + (element.text or "")
            element.tail = "\n" + (element.tail or "")
    return paragraphs(str(root.text_content()))


_BLOCKS = frozenset(
    [
        "p",
        "div",
        "br",
        "li",
        "ul",
        "ol",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "tr",
        "table",
        "section",
        "article",
        "header",
        "footer",
        "figure",
        "figcaption",
        "hr",
        "dl",
        "dt",
        "dd",
        "pre",
    ]
)
