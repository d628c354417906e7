"""What a letter's markup says, where it can be read on the web, and what is no news in it. Pure.

What is hidden is left to the extractor, which knows how pages hide things. Pictures go here:
one of them tells the sender that the letter was opened.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import islice

from lxml import etree

from bot.errors import FormatError
from bot.fetch.items import absolute
from bot.fetch.mend import has_endless_tag

_MAX_CHARS = 1_500_000
_MAX_ATTRIBUTES = 5000
_MAX_LINKS = 500
"""The first are looked at for the way to the web, the last for the way out."""
_PICTURES = ("img", "picture", "source", "object", "embed", "video", "audio", "svg", "link", "meta")
_NEVER_READ = ("head/title", "script", "form", "map")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = _HEADINGS | {"td", "p", "div", "li", "tr", "table"}
_ROW_CHARS = 220
"""A row of links around "View in browser" is shorter than this; a paragraph of news is longer."""
_ROW_SHARE = 0.4
"""A short letter may be one block: what holds more of its letters than this is no row of links."""
_LINK_WORDS, _HERE_WORDS = 8, 3
_UNSEEN = re.compile("[\u00ad\u034f\u061c\u200b-\u200f\u2007\u2060-\u2064\ufeff]+")

_THIS = r"(?:(?:this|the|it|our|full|e-?mail|mail|message|newsletter|issue|edition|post|letter)\s+)"
_ON_THE_WEB = re.compile(
    rf"\b(?:view|read|see|open|display)\s+{_THIS}{{0,4}}(?:online|(?:in|on|as|with|using)\s+"
    r"(?:(?:your|the|my|a|an|web)\s+){0,2}(?:web\s?)?(?:browser|web|page))\b"
    r"|\b(?:web|online|browser)[\s-]?(?:version|view)\b|\bwebansicht\b|\bonline\s?version\b"
    r"|\bim\s+browser\b|\bin\s+(?:ihrem|deinem)\s+browser\b|\bonline\s+(?:lesen|ansehen|anzeigen)\b"
    r"|\b(?:dans|sur)\s+(?:votre|le|un|ton)\s+navigateur|\b(?:voir|lire|version)\s+en\s+ligne\b"
    r"|\ben\s+(?:el|tu|su)\s+navegador|\b(?:ver|leer)\s+(?:en\s+l[íi]nea|online)\b|\bversi[óo]n\s+web\b"
    r"|\bno\s+(?:seu\s+)?navegador|\bnel\s+(?:tuo\s+)?browser|\b(?:leggi|versione)\s+online\b"
    r"|\b(?:in|via)\s+(?:je|uw|de)\s+browser|\bonline\s+(?:bekijken|lezen)\b|\bwebversie\b"
    r"|\btaray\w{1,2}c\w{1,4}\s+g|\bi\s+(?:din\s+)?webbl[äa]saren?\b|\bi\s+nettleseren?\b"
    r"|\bw\s+przegl[ąa]darce|в\s+браузере|онлайн[\s-]верси|веб-верси"
    r"|المتصفح|浏览器|瀏覽器|网页版|網頁版|ブラウザ|브라우저",
    re.IGNORECASE,
)
_LEAVE = re.compile(
    r"unsubscribe|opt[\s-]?out|abmelden|abbestell|austragen|d[ée]sabonn|d[ée]sinscri"
    r"|darse\s+de\s+baja|cancelar\s+(?:la\s+|su\s+|tu\s+)?(?:suscripci|inscri|assinatura)"
    r"|disiscri|annulla\s+l.iscrizione|uitschrijv|afmelden|avregistrera|avprenumerera"
    r"|wypisz|отписа|إلغاء\s+الاشتراك|退订|取消订阅|取消訂閱|配信停止|수신\s*거부"
    r"|(?:manage|update|change)\s.{0,20}preferences",
    re.IGNORECASE,
)
_BARE_LINK = re.compile(r"https?://[^\s<>\"')\]]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Markup:
    """A letter's markup without what is no news, its words, and its own address on the web."""

    content: str = ""
    words: str = ""
    link: str = ""
    language: str = ""


def markup_of(text: str, *, unsubscribe: Collection[str] = ()) -> Markup:
    """Return what a letter's markup says. `unsubscribe` are the addresses that end the order.

    Raises:
        FormatError: it is built to choke a parser.
    """
    text = text[:_MAX_CHARS]
    if has_endless_tag(text, _MAX_ATTRIBUTES):
        raise FormatError("", "a letter with an endless tag")
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, recover=True, remove_comments=True, remove_pis=True
    )
    root = etree.fromstring(text.encode("utf-8", "replace"), parser) if text.strip() else None
    if root is None:
        return Markup()
    language = root.get("lang", "")
    for tag in list(root.iter(*_PICTURES)):
        _drop(tag)
    for path in _NEVER_READ:
        for tag in root.findall(f".//{path}"):
            _drop(tag)
    on_the_web = next(_web_links(root), None)
    last = list(root.iter("a", "p"))[-_MAX_LINKS:]
    rows = [one for one in last if _ends_the_order(one, unsubscribe)]
    for tag in (*([on_the_web[0]] if on_the_web else ()), *rows):
        _drop(_row(tag) if tag.tag == "a" else tag)
    return Markup(
        content=_UNSEEN.sub("", etree.tostring(root, encoding="unicode", method="html")),
        words=_words(root),
        link=on_the_web[1] if on_the_web else "",
        language=language,
    )


def _web_links(root: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """Yield the places that lead to the letter on the web, with the address there."""
    for tag in islice(root.iter("a"), _MAX_LINKS):
        if _is_to_the_web(tag) and (address := absolute(tag.get("href", ""), "")):
            yield tag, address
    for tag in islice(root.iter("p"), _MAX_LINKS):
        words = _words(tag)
        bare = _BARE_LINK.search(words)
        rest = _BARE_LINK.sub("", words)
        if bare and len(rest) <= _ROW_CHARS and _ON_THE_WEB.search(rest):
            yield tag, absolute(bare[0].rstrip(".,;"), "")


def _is_to_the_web(link: etree._Element) -> bool:
    """Say whether a link says that it shows the letter in a browser, or the row around it does.

    A headline may speak of browsers too, but it is longer or a heading.
    """
    words = _words(link)
    if any(one.tag in _HEADINGS for one in (*link.iterancestors(), *link.iter())):
        return False
    if len(words.split()) <= _LINK_WORDS and _ON_THE_WEB.search(words):
        return True
    row = _row(link)
    is_here = 0 < len(words.split()) <= _HERE_WORDS
    return is_here and row is not link and _ON_THE_WEB.search(_words(row)) is not None


def _ends_the_order(tag: etree._Element, unsubscribe: Collection[str]) -> bool:
    """Say whether a link ends the order of such letters, or a plain row names one that does."""
    words = _words(tag)
    if tag.tag == "a":
        is_short = len(words.split()) <= _HERE_WORDS
        return tag.get("href", "").strip() in unsubscribe or bool(is_short and _LEAVE.search(words))
    rest = _BARE_LINK.sub("", words)
    return rest != words and len(rest) <= _ROW_CHARS and _LEAVE.search(rest) is not None


def _row(link: etree._Element) -> etree._Element:
    """Return the block around a link if it is no more than a row of links, else the link."""
    block = next((one for one in link.iterancestors() if one.tag in _BLOCKS), None)
    if block is None or _length(block, _ROW_CHARS) > _ROW_CHARS:
        return link
    enough = round(_length(block, _ROW_CHARS) / _ROW_SHARE)
    return block if _length(link.getroottree().getroot(), enough) >= enough else link


def _length(tag: etree._Element, enough: int) -> int:
    """Return how many characters of words an element has, not counted beyond `enough`."""
    length = 0
    for text in tag.itertext():
        length += len("".join(_UNSEEN.sub("", str(text)).split()))
        if length > enough:
            break
    return length


def _drop(tag: etree._Element) -> None:
    parent = tag.getparent()
    if parent is None:
        return
    tail, before = tag.tail or "", tag.getprevious()
    if before is None:
        parent.text = (parent.text or "") + tail
    else:
        before.tail = (before.tail or "") + tail
    parent.remove(tag)


def _words(tag: etree._Element) -> str:
    return " ".join(_UNSEEN.sub("", "".join(map(str, tag.itertext()))).split())
