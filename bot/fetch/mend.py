"""Feeds and lists as they are become XML as it should be; absurd ones are cut down. Pure."""

import re
import sys
from collections import deque
from html.entities import html5

from bot.errors import FormatError
from bot.text.decode import NOT_TEXT

MAX_ENTRIES = 500
_MAX_ATTRIBUTES = 1000
_LONG_TAG = 3000
# Feeds with bare HTML in their texts never close a <br>: depth is no sin until it is absurd.
_MAX_DEPTH = 5000
_TAIL = 4096
_LONGEST_NUMBER = 10  # beyond Unicode; int() would be slow on megabytes
_C1 = range(0x80, 0xA0)
_HIGH, _LOW = range(0xD800, 0xDC00), range(0xDC00, 0xE000)
_XML_ENTITIES = frozenset({"amp", "lt", "gt", "quot", "apos"})
_DECLARATION = re.compile(r"<\?xml\b[^<>]{0,200}\?>", re.IGNORECASE)
_ROOTS = r"(?:\w+:)?(?:rss|RDF|feed|channel|entry|item|urlset|sitemapindex|opml)"
_START = re.compile(rf"<{_ROOTS}[\s>]", re.IGNORECASE)
_END = re.compile(rf"</{_ROOTS}\s*>", re.IGNORECASE)
_ITEM = re.compile(r"<(?:\w+:)?(?:item|entry)[\s>]", re.IGNORECASE)
_ITEM_END = re.compile(r"</(?:\w+:)?(?:item|entry)\s*>", re.IGNORECASE)
_ELEMENT_END = re.compile(r"</[\w:.-]+\s*>|/>")
_NAMED = re.compile(r"</(?:\w+:)?(?:link|guid|id)\s*>", re.IGNORECASE)
_PAIR = re.compile(
    r"&#(?:x[dD][89abAB][0-9a-fA-F]{2}|5[56]\d{3});&#(?:x[dD][c-fC-F][0-9a-fA-F]{2}|5[67]\d{3});"
)
_REFERENCE = re.compile(r"&(?:#([xX][0-9a-fA-F]+|[0-9]+);|([A-Za-z][A-Za-z0-9]{1,31});)?")
_BRACKETS = re.compile(r"<(?![^\W\d]|[/!?:])")
_TAG = re.compile(r"""<(/?)[A-Za-z](?:[^<>"']|"[^"<]*"|'[^'<]*')*>""")


def mended(text: str, address: str, *, max_entries: int = MAX_ENTRIES) -> str:
    """Return the document with one declaration, no document type and no broken reference.

    Without a document type no entity is expanded and nothing outside is loaded. Text in CDATA
    sections stays as it is.

    Raises:
        FormatError: it is built to choke a parser.
    """
    parts = _parts(_core(text))
    parts[::2] = [_mended_markup(part) for part in parts[::2]]
    _check(parts[::2], address)
    return '<?xml version="1.0" encoding="utf-8"?>' + _shortened(parts, max_entries)


def _core(text: str) -> str:
    """Return the feed's root element alone: no prologue, no document type, no junk around it."""
    start = _START.search(text)
    if start is None:
        return _DECLARATION.sub("", text).strip()
    end = _last(_END, text, max(start.start(), len(text) - _TAIL))
    return text[start.start() : end] + _begun(text[end:])


def _begun(rest: str) -> str:
    """Return what is whole of an entry in which the feed was cut off, if that names its page.

    >>> _begun("<item><title>Pier</title><link>https://a.example/1</link><description>Ha")
    '<item><title>Pier</title><link>https://a.example/1</link>'
    >>> _begun("<item><title>Pier</title><link>https://a.exam")
    ''
    """
    start = _ITEM.search(rest)
    if start is None:
        return ""
    open_text = rest.rfind("<![CDATA[")
    if open_text > rest.rfind("]]>"):
        rest = rest[:open_text]
    whole = rest[start.start() : _last(_ELEMENT_END, rest, start.end())]
    return whole if _NAMED.search(whole) else ""


def _last(tag: re.Pattern[str], text: str, start: int) -> int:
    """Return where the last `tag` after `start` ends, or the end of the text."""
    ends = deque((found.end() for found in tag.finditer(text, start)), maxlen=1)
    return ends[0] if ends else len(text)


def _parts(text: str) -> list[str]:
    """Return markup and CDATA sections in turn, markup first.

    >>> _parts("<a><![CDATA[&]]></a>")
    ['<a>', '<![CDATA[&]]>', '</a>']
    """
    parts: list[str] = []
    at = 0
    while (start := text.find("<![CDATA[", at)) >= 0 and (end := text.find("]]>", start)) >= 0:
        parts += [text[at:start], text[start : end + 3]]
        at = end + 3
    return [*parts, text[at:]]


def _mended_markup(markup: str) -> str:
    if "&" in markup:
        markup = _PAIR.sub(_joined, markup)
        markup = _REFERENCE.sub(_reference, markup)
    return _BRACKETS.sub("&lt;", markup)


def _joined(pair: re.Match[str]) -> str:
    """Return the character that two halves stand for: JSON's way, wrong in XML."""
    high, low = (_number(half) for half in pair[0].replace("&#", "").rstrip(";").split(";"))
    if high not in _HIGH or low not in _LOW:
        return ""
    return chr(0x10000 + ((high - _HIGH.start) << 10) + (low - _LOW.start))


def _reference(found: re.Match[str]) -> str:
    r"""Return a reference that every parser reads alike; a bare ampersand becomes one.

    >>> _REFERENCE.sub(_reference, "Q&A &nbsp;&amp;&#133;&#xD800;&nosuch;")
    'Q&amp;A \xa0&amp;…&amp;nosuch;'
    """
    if found[1]:
        return _character(_number(found[1]))
    name = found[2]
    if name in _XML_ENTITIES:
        return found[0]
    if name and f"{name};" in html5:
        return html5[f"{name};"]
    return f"&amp;{found[0][1:]}"


def _number(digits: str) -> int:
    digits = digits.lower()
    if len(digits) > _LONGEST_NUMBER:
        return 0
    return int(digits[1:], 16) if digits.startswith("x") else int(digits)


def _character(code: int) -> str:
    if code in _C1:
        return bytes([code]).decode("cp1252", "ignore")
    if code > sys.maxunicode or NOT_TEXT.match(chr(code)):
        return ""
    return f"&#{code};" if chr(code) in "<>&\"'\n\r\t" else chr(code)


def has_endless_tag(markup: str, max_attributes: int) -> bool:
    """Say whether a tag has so many attributes that parsers choke: they take quadratic time.

    >>> has_endless_tag("<p " + "a='1' " * 5000 + ">", 1000), has_endless_tag("<p a='1'>", 1000)
    (True, False)
    """
    return any(
        tag.end() - tag.start() > _LONG_TAG and tag[0].count("=") > max_attributes
        for tag in _TAG.finditer(markup)
    )


def _check(markup: list[str], address: str) -> None:
    """Refuse what costs parsers quadratic time: a tag of attributes, a tower of elements."""
    # What cannot be is not looked for: nearly all feeds are through here.
    if sum(part.count("=") for part in markup) > _MAX_ATTRIBUTES and any(
        has_endless_tag(part, _MAX_ATTRIBUTES) for part in markup
    ):
        raise FormatError(address, "a feed with an endless tag; tell its publisher")
    if sum(part.count("<") - part.count("</") for part in markup) <= _MAX_DEPTH:
        return
    depth = 0
    for part in markup:
        for tag in _TAG.finditer(part):
            depth += -1 if tag[1] else part[tag.end() - 2] != "/"
            if depth > _MAX_DEPTH:
                raise FormatError(address, "a feed nested beyond reason; tell its publisher")


def _shortened(parts: list[str], max_entries: int) -> str:
    """Return the feed without the entries after `max_entries`, if it has too many."""
    if sum(len(_ITEM.findall(part)) for part in parts[::2]) <= max_entries:
        return "".join(parts)
    seen, at, cut = 0, 0, -1
    for index, part in enumerate(parts):
        if index % 2 == 0:
            for item in _ITEM.finditer(part):
                seen += 1
                if seen == max_entries + 1:
                    cut = at + item.start()
        at += len(part)
    whole = "".join(parts)
    return whole[:cut] + whole[_last(_ITEM_END, whole, cut) :]
