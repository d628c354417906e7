"""Where an article goes on, or stands whole: its next part, its AMP and its print version.

All is read off the tags by patterns that take linear time: no parser is asked, so that a page
built to hang one costs nothing here.
"""
# ruff: noqa: RUF001  signs of other scripts

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from itertools import islice
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

from bot.extract.shapes import word_count
from bot.models import Page
from bot.text.decode import decoded, unpacked
from bot.text.urls import canonical_url, is_web

_MOST_CHARS = 3_000_000
_LONGEST_ADDRESS = 2_000
_MOST_LINKS = 1_500
_FEWEST_WORDS, _SENTENCE_WORDS = 80, 9
_LINK = re.compile(
    r"<(?P<name>a|link)\s(?P<inside>[^<>]{1,1500})>(?=(?P<after>[^\x00]{0,200}))", re.IGNORECASE
)
_ATTRIBUTE = re.compile(
    r"(?<![\w-])(?P<name>[a-z-]{1,20})\s?=\s?(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'"
    r"|(?P<bare>[^\s\"']+))",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"</a\b.*", re.IGNORECASE | re.DOTALL)
_MARKUP = re.compile(r"<[^<>]{0,2000}>")
_UNSEEN = re.compile(
    r"<(script|style|template|noscript|svg|head|nav|footer)\b[^<>]{0,2000}>.*?(?:</\1\s*>|\Z)"
    r"|<!--.*?(?:-->|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_STATED_BODY = re.compile(r'"articleBody"\s{0,5}:\s{0,5}"[^"]{500}')

_PARAMETERS = frozenset(
    [
        "page", "p", "pg", "paged", "pageno", "page_no", "pagenum", "pagenumber", "part", "seite",
        "teil", "artikelseite", "partie", "pagina", "página", "sida", "side", "strona", "sayfa",
    ]
)  # fmt: skip
_WORD = r"(?:pages?|p|pg|part|seite|s|teil|partie|p[aá]gina|sida|side|strona|sayfa|страница)"
_NUMBERED = re.compile(
    rf"(?P<stem>.*?)(?P<mark>[/_,.-]{_WORD}[-_,=/]?|[/_,-])(?P<number>[1-9]\d?)"
    r"(?P<ending>\.[a-z]{2,5})?",
    re.IGNORECASE | re.DOTALL,
)
_ENDING = re.compile(r"\.[a-z]{2,5}$", re.IGNORECASE)
_GOES_ON = re.compile(
    r"^(?:next(?: page)?|continue(?: reading)?|nächste(?: seite)?|weiter|page suivante|suivante?"
    r"|(?:página |pagina )?(?:siguiente|seguinte|successiva)|volgende(?: pagina)?|nästa(?: sida)?"
    r"|следующая(?: страница)?|далее|sonraki(?: sayfa)?|(?:الصفحة )?التالية?|下一页|下一頁|次へ"
    r"|次のページ|다음)?\s*[>›»→]*$",
    re.IGNORECASE,
)
_PRINTS = re.compile(
    r"^(?:print(?:er)?[\s-]?(?:version|view|article|page|edition|this (?:page|article)|friendly.*)?"
    r"|(?:artikel )?drucken|druck(?:version|ansicht)|(?:version )?imprim(?:er|able|ir)"
    r"|versión para imprimir|(?:versione )?stampa(?:bile)?|afdrukken|skriv ut|yazdır"
    r"|версия для печати|распечатать|طباعة|نسخة للطباعة|打印(?:本页)?|印刷(?:する)?)$",
    re.IGNORECASE,
)
_PRINT_ADDRESS = re.compile(
    r"(?<![a-z])(?:print(?:able)?|druck(?:en)?|imprim\w*)(?![a-z])", re.IGNORECASE
)
_OTHER_VERSION = re.compile(r"amphtml|print|druck|imprim", re.IGNORECASE)
_PREFIX = re.compile(r"^(?:www|amp|m|mobile|mobil)\.")


@dataclass(frozen=True, slots=True)
class _Link:
    address: str
    rel: str
    media: str
    words: str


def next_part(page: Page, *, first: str, number: int) -> str:
    """Return the address of an article's part `number`, if `page` leads to it; else nothing.

    `first` is the address of the first part that was had, from which the others differ by
    their number alone: the next article is no next part.
    """
    wanted = max((own for base, own, mark in _numbered(first) if len(mark) > 1), default=1)
    wanted += number - 1
    for link in _links(_text(page), page.url, having=re.compile(str(wanted))):
        mark = _mark(first, link.address, wanted)
        says_so = "next" in link.rel.split() or link.words == str(wanted)
        if mark and (says_so or len(mark) > 1 or _GOES_ON.match(link.words or "-")):
            return link.address
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Onward:
    """Where an article's first page leads: to the whole of it, or to its second part; "" is no."""

    whole: str
    part: str


def onward(page: Page) -> Onward:
    """Return where an article's first page leads."""
    return Onward(whole=whole_version(page), part=next_part(page, first=page.url, number=2))


def continues(first: str, address: str) -> bool:
    """Say whether an address is that of a further part of the article at `first`.

    >>> continues("https://c.example/port", "https://c.example/port?page=2")
    True
    >>> continues("https://c.example/port-7", "https://c.example/port-8")
    False
    """
    theirs = _bases(first)
    return any(base in theirs and number > 1 for base, number, _ in _numbered(address))


def whole_version(page: Page) -> str:
    """Return the address of a page's AMP or print version where the page itself shows no text."""
    if not is_web(page.url):
        return ""
    text = _text(page)
    if _STATED_BODY.search(text) or _shown_words(text) >= _FEWEST_WORDS:
        return ""
    found = _links(text, page.url, having=_OTHER_VERSION)
    links = [one for one in found if _same_site(one.address, page.url)]
    amp = (one.address for one in links if "amphtml" in one.rel.split())
    printed = (one.address for one in links if _is_print(one))
    return next((one for one in (*amp, *printed) if one != page.url), "")


def _text(page: Page) -> str:
    if not is_web(page.url):
        return ""
    return decoded(unpacked(page.body), page.charset)[:_MOST_CHARS]


def _links(text: str, address: str, *, having: re.Pattern[str]) -> Iterator[_Link]:
    """Yield the links of a page to other pages of the web whose tags hold what is looked for."""
    tags = (match for match in _LINK.finditer(text) if having.search(match["inside"]))
    for match in islice(tags, _MOST_LINKS):
        found = {
            one["name"].lower(): unescape(one["double"] or one["single"] or one["bare"] or "")
            for one in _ATTRIBUTE.finditer(match["inside"])
        }
        address_of = _resolved(found.get("href", ""), address)
        if address_of:
            words = _MARKUP.sub(" ", _CLOSED.sub("", match["after"]))
            yield _Link(
                address_of,
                found.get("rel", "").lower(),
                found.get("media", "").lower(),
                " ".join(unescape(words).split()) if match["name"].lower() == "a" else "",
            )


def _resolved(link: str, address: str) -> str:
    try:
        full = urljoin(address, link.strip()).split("#")[0] if link else ""
    except ValueError:
        return ""
    return full if is_web(full) and len(full) <= _LONGEST_ADDRESS else ""


def _mark(first: str, address: str, wanted: int) -> str:
    """Return the sign by which an address is part `wanted` of an article, or nothing."""
    theirs = _bases(first)
    for base, number, mark in _numbered(address):
        if number == wanted and base in theirs:
            return mark
    return ""


def _bases(first: str) -> frozenset[str]:
    """Return what the addresses of an article's parts have in common, each way they are built."""
    numbered = [base for base, _, mark in _numbered(first) if len(mark) > 1]
    plain = canonical_url(first)
    return frozenset([plain, _ENDING.sub("", plain), *numbered])


def _numbered(address: str) -> Iterator[tuple[str, int, str]]:
    """Yield an address without its number, the number, and the sign that sets it apart.

    >>> [one[1:] for one in _numbered("https://c.example/port/2")]
    [(2, '/')]
    """
    address = canonical_url(address)
    parts = urlsplit(address)
    query = parse_qsl(parts.query, keep_blank_values=True)
    for name, value in query:
        if name.lower() in _PARAMETERS and re.fullmatch(r"[1-9]\d?", value):
            rest = urlencode([one for one in query if one[0] != name])
            base = canonical_url(parts._replace(query=rest).geturl())
            yield base, int(value), f"?{name}"
    match = _NUMBERED.fullmatch(parts.path)
    if match:
        for ending in dict.fromkeys([match["ending"] or "", ""]):
            base = canonical_url(parts._replace(path=match["stem"] + ending).geturl())
            yield base, int(match["number"]), match["mark"]


def _is_print(link: _Link) -> bool:
    if "print" in link.media.split(",") and "stylesheet" not in link.rel:
        return True
    return _PRINTS.match(link.words) is not None and bool(_PRINT_ADDRESS.search(link.address))


def _same_site(link: str, address: str) -> bool:
    theirs, ours = (_PREFIX.sub("", urlsplit(one).netloc.lower()) for one in (link, address))
    return theirs == ours or theirs.endswith(f".{ours}")


def _shown_words(text: str) -> int:
    """Return how many words a page shows in runs as long as a sentence."""
    runs = _MARKUP.split(_UNSEEN.sub(" ", text))
    counted = (word_count(run) for run in runs)
    return sum(words for words in counted if words >= _SENTENCE_WORDS)
