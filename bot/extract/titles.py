"""Which of a page's titles is the article's."""
# ruff: noqa: RUF001  signs of other scripts

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.text.visible import one_line

_SEPARATOR = re.compile(r"\s+[|\-–—·•»«:/]+\s+|\s*[|»]\s*|(?<=\w):\s+")
_QUOTES = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-"}
)
LONGEST = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A text that may be the title. `weight` is how often its place on the page is right."""

    text: str
    weight: float


def folded(text: str) -> str:
    """Return a title as it is compared: quotes, dashes, case and spaces do not count.

    >>> folded("“Harbour”  reopens") == folded('"harbour" reopens')
    True
    """
    text = unicodedata.normalize("NFKC", text).translate(_QUOTES).casefold()
    return " ".join(text.split()).strip(" .\"'")


def best_title(candidates: Sequence[Candidate], *, sites: Iterable[str] = ()) -> str:
    """Return the title that most places agree on, without the name of the site.

    >>> best_title([Candidate(text="Harbour reopens | Courier", weight=1),
    ...             Candidate(text="Harbour reopens", weight=1.5)])
    'Harbour reopens'
    """
    cleaned = [one for one in candidates if one.text]
    outlets = {folded(site) for site in sites if site}
    known = {folded(one.text) for one in cleaned}
    votes: dict[str, float] = {}
    spelled: dict[str, tuple[float, str]] = {}
    for one in cleaned:
        text = without_site(one.text, outlets, known)
        key = folded(text)
        votes[key] = votes.get(key, 0) + one.weight
        if one.weight > spelled.get(key, (0.0, ""))[0]:
            spelled[key] = (one.weight, text)
    fit = [key for key in votes if not is_outlet(key, outlets)]
    best = max(fit, key=lambda key: votes[key] + _support(key, votes), default=None)
    return spelled[best][1] if best else ""


def without_site(title: str, outlets: set[str], known: set[str]) -> str:
    """Cut the site's or section's name off a title, if another place on the page does too.

    >>> without_site("Harbour reopens - The Courier", {"the courier"}, set())
    'Harbour reopens'
    >>> without_site("Harbour: what now?", {"the courier"}, set())
    'Harbour: what now?'
    """
    title = one_line(title, limit=LONGEST)
    marks = list(_SEPARATOR.finditer(title))
    for mark in marks:
        head, tail = title[: mark.start()], title[mark.end() :]
        if head and folded(head) in known and not is_outlet(head, outlets):
            return head
        if (
            tail
            and folded(tail) in known
            and not is_outlet(tail, outlets)
            and len(tail) > len(head)
        ):
            return tail
    for mark in reversed(marks):
        if is_outlet(title[mark.end() :], outlets) and mark.start():
            return without_site(title[: mark.start()], outlets, known)
    if marks and is_outlet(title[: marks[0].start()], outlets):
        return title[marks[0].end() :]
    return title


def is_outlet(text: str, outlets: set[str]) -> bool:
    """Say whether a text is an outlet's name, give or take an article, a domain or a space.

    >>> is_outlet("Courier", {"the courier"}), is_outlet("harbour.example", {"harbour"})
    (True, True)
    """
    bare = _squeezed(text)
    return bool(bare) and any(bare == _squeezed(outlet) for outlet in outlets)


def _squeezed(text: str) -> str:
    text = re.sub(r"^(?:the|der|die|das|le|la|el|il)\s|\.\w{2,10}$|^@|^www\.", "", folded(text))
    return re.sub(r"\W+", "", text)


def _support(key: str, votes: dict[str, float]) -> float:
    """A title that begins a longer one, or nearly equals another, gains from both."""
    words = set(key.split())
    gain = 0.0
    for other, weight in votes.items():
        if other == key:
            continue
        theirs = set(other.split())
        shared = len(words & theirs)
        if shared:
            gain += 0.3 * weight * 2 * shared / (len(words) + len(theirs))
    return gain
