"""Topics as people type them: `harbour strike "port of delta" -football source:herald`."""

# ruff: noqa: SIM905 (word lists read best as prose)

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from bot.models import Topic
from bot.text.visible import one_line
from bot.text.words import fold, is_stop, stem, words

MAX_CHARACTERS = 200
MAX_TERMS = 20

ABOUT = 0.75
"""From this fit on an article holds all that a topic wants."""

_TERM = re.compile(
    r"(?P<minus>-?)(?P<source>source:)?(?:\"(?P<quoted>[^\"]*)(?:\"|$)|(?P<bare>[^\s\"]+))",
    re.IGNORECASE,
)
_QUOTES = str.maketrans(dict.fromkeys("“”„«»", '"'))
_SOURCE = "source:"
_OPERATORS = frozenset({"AND", "OR", "NOT"})

# Two spellings of one word; the search knows more, this is for words people follow.
_SPELLINGS = dict(
    pair.split("/")
    for pair in (
        "harbour/harbor labour/labor defence/defense centre/center colour/color honour/honor "
        "neighbour/neighbor behaviour/behavior favour/favor rumour/rumor armour/armor "
        "theatre/theater litre/liter metre/meter licence/license offence/offense "
        "programme/program tyre/tire aluminium/aluminum cheque/check grey/gray plough/plow "
        "organisation/organization organise/organize jewellery/jewelry manoeuvre/maneuver"
    ).split()
)
_LONGEST_ENDING = 3
_TITLE_SHARE = 0.1  # only to part equals: a title hit never outweighs one word more


def parse_topic(text: str) -> Topic:
    """Return a topic taken apart; nothing that can be typed is an error.

    A word with a hyphen stays one word. `-source:name` is kept among the excluded, as
    "source:name". At most 200 characters and 20 terms count.

    >>> parse_topic('Harbour "Port of Delta" -football source:herald').phrases
    ('port of delta',)
    >>> parse_topic("strike in the harbour").words
    ('strike', 'harbour')
    """
    clean = one_line(text, limit=MAX_CHARACTERS)
    wanted: dict[str, list[str]] = {"words": [], "phrases": [], "excluded": [], "sources": []}
    small: list[str] = []
    negated = False
    for match in list(_TERM.finditer(clean.translate(_QUOTES)))[:MAX_TERMS]:
        if match[0] in _OPERATORS:
            negated = match[0] == "NOT"
            continue
        kind, term = _term(match, negated=negated)
        negated = False
        if kind == "words" and match[0].islower() and is_stop(term):
            small.append(term)
        elif term and term not in wanted[kind]:
            wanted[kind].append(term)
    if not (wanted["words"] or wanted["phrases"] or wanted["sources"]):
        wanted["words"] = list(dict.fromkeys(small))
    return Topic(
        text=clean,
        words=tuple(wanted["words"]),
        phrases=tuple(wanted["phrases"]),
        excluded=tuple(wanted["excluded"]),
        sources=tuple(wanted["sources"]),
    )


def _term(match: re.Match[str], *, negated: bool) -> tuple[str, str]:
    """Return where a term belongs and how it reads there; "" when nothing is left of it."""
    quoted = match["quoted"] is not None
    said = fold(match["quoted"] if quoted else match["bare"])
    term = " ".join(words(said)) if quoted else _bare(said)
    if match["minus"] or negated:
        return "excluded", f"{_SOURCE}{term}" if match["source"] and term else term
    if match["source"]:
        return "sources", term
    return ("phrases" if quoted and " " in term else "words"), term


def _bare(said: str) -> str:
    """Return a folded word without the punctuation around it; a lone emoji stays itself."""
    if said == _SOURCE:
        return ""
    trimmed = re.sub(r"^[^\w]+|[^\w]+$", "", said).replace("_", "")
    return trimmed if words(trimmed) else re.sub(r"[!-/:-@\[-`{-~\s]", "", said)


def fit(topic: Topic, *, title: str, text: str, outlet: str, language: str | None = None) -> float:
    """Return how well an article answers a topic, from 0 (not at all) to 1.

    `ABOUT` and more means that all wanted words are there; the rest tells how many of them the
    title holds. Below stands the share of the words found. An excluded word, another source or
    a missing phrase makes it 0.

    >>> strike = parse_topic("harbor strike")
    >>> fit(strike, title="Harbours shut by strikes", text="", outlet="Delta Herald")
    1.0
    >>> fit(strike, title="Football", text="A strike late on.", outlet="Delta Herald")
    0.3375
    """
    if not (topic.words or topic.phrases or topic.sources or topic.excluded):
        return 1.0  # everything is asked for: no need to look at the words
    headline, printed = _prints(title, text, outlet, language)
    if any(printed.excludes(term) for term in topic.excluded):
        return 0.0
    if topic.sources and not any(printed.is_from(name) for name in topic.sources):
        return 0.0
    if not all(_tells_of(printed, phrase, topic) for phrase in topic.phrases):
        return 0.0
    wanted = (*topic.words, *topic.phrases)
    if not wanted:
        return 1.0
    found = sum(_tells_of(printed, term, topic) for term in wanted) / len(wanted)
    on_top = sum(_tells_of(headline, term, topic) for term in wanted) / len(wanted)
    if found < 1:
        return ABOUT * (found * (1 - _TITLE_SHARE) + on_top * _TITLE_SHARE)
    return ABOUT + (1 - ABOUT) * on_top


def respelt(topic: Topic, spelling: Mapping[str, str]) -> Topic:
    """Return the topic with words put in the place of mistyped ones; `text` stays as typed.

    >>> respelt(parse_topic("alepo strike"), {"alepo": "aleppo"}).words
    ('aleppo', 'strike')
    """
    meant = (spelling.get(word, word) for word in topic.words)
    return replace(topic, words=tuple(dict.fromkeys(meant)))


def _tells_of(printed: "_Print", term: str, topic: Topic) -> bool:
    """Whether a word or phrase is there, or the thing that it names under another name."""
    return printed.holds(term) or any(
        term in thing.words and any(printed.holds(name) for name in thing.names)
        for thing in topic.things
    )


@lru_cache(maxsize=64)  # the articles of a story are held against one topic after the other
def _prints(title: str, text: str, outlet: str, language: str | None) -> tuple["_Print", "_Print"]:
    """Return an article's title, and the whole of it, ready to be asked for words."""
    in_title = _stemmed(words(title), language)
    everywhere = [*in_title, "", *_stemmed(words(text), language)]
    return (
        _Print(in_title, fold(title), [], language),
        _Print(everywhere, fold(f"{title}\n{text}"), words(outlet), language),
    )


class _Print:
    """What is printed, ready to be asked for words."""

    def __init__(
        self, printed: Sequence[str], folded: str, outlet: Sequence[str], language: str | None
    ) -> None:
        self._stems = printed
        self._set: Collection[str] = frozenset(printed)
        self._folded = folded
        self._outlet = outlet
        self._language = language

    def holds(self, term: str) -> bool:
        """Whether a word or phrase is there; a sign that is no word counts as written."""
        wanted = _stemmed(words(term), self._language)
        if len(wanted) == 1:
            return wanted[0] in self._set
        if not wanted:
            return term in self._folded
        return set(wanted) <= set(self._set) and _contains(self._stems, wanted)

    def is_from(self, source: str) -> bool:
        """Whether the outlet's name holds `source`."""
        return _contains(self._outlet, words(source))

    def excludes(self, term: str) -> bool:
        """Whether an excluded word, phrase or source rules this article out."""
        if term.startswith(_SOURCE):
            return self.is_from(term.removeprefix(_SOURCE))
        return self.holds(term)


def _contains(row: Sequence[str], wanted: Sequence[str]) -> bool:
    size = len(wanted)
    return bool(size) and any(
        list(row[at : at + size]) == list(wanted) for at in range(len(row) - size + 1)
    )


def _stemmed(found: Iterable[str], language: str | None) -> list[str]:
    return [_respelt_stem(word, language) for word in found]


@lru_cache(maxsize=100_000)
def _respelt_stem(word: str, language: str | None) -> str:
    return stem(_respelt(word), language)


def _respelt(word: str) -> str:
    """Return the American spelling of a British word, its ending kept."""
    for length in range(len(word), max(3, len(word) - _LONGEST_ENDING - 1), -1):
        american = _SPELLINGS.get(word[:length])
        if american:
            return american + word[length:]
    return word
