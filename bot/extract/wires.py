"""Agencies that no table knows, told by where they are named and by the shape of the name."""
# ruff: noqa: RUF001  dashes and quotes of other scripts

import re
from collections.abc import Callable, Iterator, Sequence

from bot.text.agencies import FILLER, LED, agency, parts_of
from bot.text.visible import one_line

_INITIALS = r"[a-zäöüß]{1,5}(?:[/,]\s?[a-zäöüß]{1,5})*"
_BRACKETED = re.compile(
    rf"^(?P<initials>{_INITIALS})?\s*[(\[]\s*(?P<inside>[^()\[\]]{{2,80}})[)\]]\s*\.?$"
)
_TRAILING = re.compile(r"[.!?…”\"»]\s*[(\[]\s*(?P<inside>[^()\[\]]{2,40})[)\]]\s*\.?$")
_DATELINE = re.compile(
    r"^(?P<place>[^\W\d_][^()\[\]\n—–]{1,60}?)\s*[(\[]\s*(?P<inside>[^()\[\]\n]{2,40})[)\]]"
    r"\s*[-–—―]+\s*(?P<next>\S)"
)
_DATED = re.compile(r"[,/]|\d")
_PLACE_WORDS = 4
_CAPITALS = re.compile(r"[^\W\d_]{2,5}")
_NAME = re.compile(r"[^\W\d_][\w'’\-]{2,19}")
_SORT = re.compile(
    r"\b(?:the|(?:news )?agency|(?:nachrichten)?agentur|agence|agencia|agenzia)\b", re.IGNORECASE
)
_ENDS = re.compile(r"[.!?…؟。][\"'”’»)\]]*$")
_TOLD = re.compile(
    r"(?:\b(?:told|tells|agency|agentur|agence|agencia|agenzia|gegenüber)|وكالة)\s$", re.IGNORECASE
)
_WITH = re.compile(r"\s(?:with|mit|avec|con|مع)\s(?:material (?:from|von)\s)?", re.IGNORECASE)
_NO_WIRES = frozenset(
    [
        # states and unions stand in brackets after places
        "us", "usa", "uk", "uae", "eu", "un", "drc", "gb", "nato", "dc", "ny", "ussr", "uno", "ue",
        # where readers' pictures and films come from, and who else may be a source
        "facebook", "twitter", "youtube", "instagram", "tiktok", "telegram", "whatsapp", "google",
        "wikipedia", "wikimedia", "shutterstock", "getty", "statista", "police", "polizei",
        "policía", "author", "authors", "autor", "autoren", "auteur", "supplied", "company",
        "own", "eigene", "archive", "archiv", "archives", "archivo", "government", "internet",
        # what speakers do, and what lists promise
        "laughs", "applause", "video", "audio", "live", "exclusive", "analysis", "opinion",
        "poll", "quiz", "more", "next", "prev", "print", "email", "share", "news", "top", "menu",
        "tags", "back", "close", "watch", "read", "home", "end", "update",
        "faq", "tv", "pdf", "ad", "ads", "sic", "none",
    ]
)  # fmt: skip


def wires_of(paragraphs: Sequence[str], below: Sequence[str] = ()) -> tuple[str, ...]:
    """Return agencies credited by shape alone: in a dateline, or at the foot.

    `below` are lines that follow the text. A name that the text goes on to speak of is a party
    to the news and no agency, unless it is credited at the head and at the foot.

    >>> wires_of(["HALVENPORT (XYZ) - The harbour reopened.", "With material from Ostfunk"])
    ('XYZ', 'Ostfunk')
    >>> wires_of(["The WHO warned of fever.", "Source: WHO"])
    ()
    """
    head = [name for line in paragraphs[:3] for name in _opening(line)]
    foot = list(_closing(paragraphs, below))
    named = dict.fromkeys(head + foot)
    text = "\n".join(_uncredited(line) for line in paragraphs) if named else ""
    return tuple(
        name
        for name in named
        if agency(name) or (name in head and name in foot) or not _speaks_of(text, name)
    )


def foot_credit(line: str) -> tuple[str, ...]:
    """Return the agencies of a line at the foot that does nothing but credit them; else nothing.

    >>> foot_credit("jk/ab (XYZ, ABC)"), foot_credit("Source: Ostfunk"), foot_credit("XYZ")
    (('XYZ', 'ABC'), ('Ostfunk',), ('XYZ',))
    >>> foot_credit("Source: the harbour master"), foot_credit("Ostfunk")
    ((), ())
    """
    line = one_line(line)
    bracketed = _BRACKETED.match(line)
    if bracketed:
        return _named(bracketed["inside"], _is_wire)
    led = LED.match(line)
    if led:
        return _named(line[led.end() :], _is_wire)
    return _named(line, _is_acronym)


def beside_names(byline: str) -> tuple[str, ...]:
    """Return the agencies whose material a byline says was used.

    >>> beside_names("Ida Grange with XYZ, Reuters"), beside_names("Ida Grange, XYZ")
    (('XYZ', 'Reuters'), ())
    """
    parts = _WITH.split(one_line(byline), maxsplit=1)
    return _named(parts[1], _is_acronym) if len(parts) > 1 else ()


def _opening(line: str) -> tuple[str, ...]:
    """Return what a dateline credits: PLACE (XYZ) - or Place, Oct 12 (XYZ) -."""
    match = _DATELINE.match(line.strip())
    if match is None:
        return ()
    place = match["place"]
    if place.isupper() or _DATED.search(place):
        return _named(match["inside"], _is_wire)
    # "Halvenport (XYZ) - The", but not "Ida Grange (XYZ) - the party's leader - said"
    sure = len(place.split()) <= _PLACE_WORDS and place[0].isupper()
    opens = match["next"].isupper() or match["next"] in "\"“„«'‘"
    return _named(match["inside"], _is_acronym) if sure and opens else ()


def _closing(paragraphs: Sequence[str], below: Sequence[str]) -> Iterator[str]:
    """Yield what the foot credits, up from its last line and down from the text's end."""
    lines = (*paragraphs[-3:], *below)
    start = len(lines) - len(below)
    for index in range(start - 1, -1, -1):
        found = _alone(lines, index)
        yield from found or _at_end(lines[index])
        if not found:
            break
    for index in range(start, len(lines)):
        yield from _alone(lines, index)


def _alone(lines: Sequence[str], index: int) -> tuple[str, ...]:
    """Return what a line credits. An acronym by itself must follow a sentence, or it is a tag."""
    line = lines[index].strip()
    bare = not _BRACKETED.match(line) and not LED.match(line)
    if bare and (index == 0 or not _ENDS.search(lines[index - 1])):
        return ()
    return foot_credit(line)


def _at_end(paragraph: str) -> tuple[str, ...]:
    trailing = _TRAILING.search(paragraph)
    return _named(trailing["inside"], _is_acronym) if trailing else ()


def _named(credit: str, fits: Callable[[str], bool]) -> tuple[str, ...]:
    """Return the names in a credit, if every part of it is an agency or has an agency's shape."""
    found: dict[str, None] = {}
    for bare in parts_of(one_line(credit).strip(" .")):
        if not FILLER.sub("", bare).strip():  # "agencies", "staff"
            continue
        name = agency(bare) or _SORT.sub(" ", bare).strip()
        if not agency(name) and not fits(name):
            return ()
        found[name] = None
    return tuple(found)


def _is_acronym(name: str) -> bool:
    fits = _CAPITALS.fullmatch(name) is not None and name.isupper()
    return fits and name.casefold() not in _NO_WIRES


def _is_wire(name: str) -> bool:
    """An acronym, or one word with a capital."""
    fits = _NAME.fullmatch(name) is not None and name[0].isupper()
    return _is_acronym(name) or (fits and name.casefold() not in _NO_WIRES)


def _uncredited(line: str) -> str:
    """Return a paragraph without its dateline and its credit."""
    if foot_credit(line):
        return ""
    if _opening(line):
        line = line[line.index(")") :] if ")" in line else line
    return _TRAILING.sub("", line)


def _speaks_of(text: str, name: str) -> bool:
    """Say whether a text names a party, other than as the agency that it was told."""
    mentions = re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)
    return any(not _TOLD.search(text, max(0, one.start() - 20), one.start()) for one in mentions)
