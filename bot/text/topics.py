"""Topics as people type them: `harbour strike OR walkout "port of delta" -football`."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from bot.models import Topic
from bot.text.roots import apart, root, with_joined
from bot.text.visible import one_line
from bot.text.words import fold, is_stop, words

MAX_CHARACTERS = 200
MAX_TERMS = 20

ABOUT = 0.75
"""From this fit on an article holds all that a topic wants."""

_TERM = re.compile(
    r"(?P<minus>-?)(?P<source>source:)?(?:\"(?P<quoted>[^\"]*)(?:\"|$)|(?P<bare>[^\s\"|]+))"
    r"(?P<either>\|?)|(?P<bar>\|+)",
    re.IGNORECASE,
)
_QUOTES = str.maketrans(dict.fromkeys("“”„«»", '"'))
_Run = tuple[frozenset[str], ...]
_SOURCE = "source:"
_EITHER = frozenset({"OR", "|", "||"})
_OPERATORS = frozenset({"AND", "NOT", *_EITHER})

_LONGEST_OPENING = 30  # words
_TITLE_SHARE = 0.1  # only to part equals: a title hit never outweighs one word more


def parse_topic(text: str) -> Topic:
    """Return a topic taken apart; nothing that can be typed is an error.

    A word with a hyphen stays one word. `-source:name` is kept among the excluded, as
    "source:name". OR, or a bar, makes the words beside it a choice and binds closer than the
    space between others. At most 200 characters and 20 terms count.

    >>> parse_topic('Harbour "Port of Delta" -football source:herald').phrases
    ('port of delta',)
    >>> parse_topic("strike in the harbour").words
    ('strike', 'harbour')
    >>> parse_topic("harbour strike OR walkout|lockout").choices
    (('strike', 'walkout', 'lockout'),)
    """
    clean = one_line(text, limit=MAX_CHARACTERS)
    typed = _Typed()
    for match in list(_TERM.finditer(clean.translate(_QUOTES)))[:MAX_TERMS]:
        typed.take(match)
    return typed.topic(clean)


class _Typed:
    """What was typed so far, each kind of it in order."""

    def __init__(self) -> None:
        self._small: list[str] = []
        self._runs: list[list[str]] = []
        self._phrases: set[str] = set()
        self._ruled: dict[str, list[str]] = {"excluded": [], "sources": []}
        self._negated = self._or = self._is_open = False

    def take(self, match: re.Match[str]) -> None:
        """Take a term or an operator."""
        if match[0] in _OPERATORS:
            self._negated, self._or = match[0] == "NOT", match[0] in _EITHER
            return
        kind, term = _term(match, negated=self._negated)
        joined, self._negated, self._or = self._or and self._is_open, False, bool(match["either"])
        self._is_open = False
        if not term:
            return
        if kind in self._ruled:
            self._ruled[kind] += [term] if term not in self._ruled[kind] else []
        elif match["bare"] and match["bare"].islower() and is_stop(term):
            self._small.append(term)
        else:
            self._is_open = True
            self._want(term, joined=joined)
            self._phrases.update([term] if kind == "phrases" else [])

    def _want(self, term: str, *, joined: bool) -> None:
        if joined and self._runs:
            self._runs[-1] += [term] if term not in self._runs[-1] else []
        elif [term] not in self._runs:
            self._runs.append([term])

    def topic(self, text: str) -> Topic:
        """Return what it makes together; small words alone are what is wanted."""
        runs = self._runs
        if not (runs or self._ruled["sources"]):
            runs = [[small] for small in dict.fromkeys(self._small)]
        single = [run[0] for run in runs if len(run) == 1]
        return Topic(
            text=text,
            words=tuple(one for one in single if one not in self._phrases),
            phrases=tuple(one for one in single if one in self._phrases),
            choices=tuple(tuple(run) for run in runs if len(run) > 1),
            excluded=tuple(self._ruled["excluded"]),
            sources=tuple(self._ruled["sources"]),
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
    if topic.is_everything and not topic.excluded:
        return 1.0  # everything is asked for: no need to look at the words
    return _fit(topic, title, text, outlet, language)


@lru_cache(maxsize=512)  # a search asks twice or thrice: which, in which order, best report first
def _fit(topic: Topic, title: str, text: str, outlet: str, language: str | None) -> float:
    headline, printed = _prints(title, text, outlet, language)
    if any(printed.excludes(term) for term in topic.excluded):
        return 0.0
    if topic.sources and not any(printed.is_from(name) for name in topic.sources):
        return 0.0
    if not all(_tells_of(printed, (phrase,), topic) for phrase in topic.phrases):
        return 0.0
    wanted = (*((term,) for term in (*topic.words, *topic.phrases)), *topic.choices)
    if not wanted:
        return 1.0
    found = sum(_tells_of(printed, choice, topic) for choice in wanted) / len(wanted)
    on_top = sum(_tells_of(headline, choice, topic) for choice in wanted) / len(wanted)
    if found < 1:
        return ABOUT * (found * (1 - _TITLE_SHARE) + on_top * _TITLE_SHARE)
    return ABOUT + (1 - ABOUT) * on_top


def respelt(topic: Topic, spelling: Mapping[str, str]) -> Topic:
    """Return the topic with words put in the place of mistyped ones; `text` stays as typed.

    >>> respelt(parse_topic("alepo strike"), {"alepo": "aleppo"}).words
    ('aleppo', 'strike')
    """
    choices = (tuple(spelling.get(one, one) for one in choice) for choice in topic.choices)
    meant = (spelling.get(word, word) for word in topic.words)
    return replace(topic, words=tuple(dict.fromkeys(meant)), choices=tuple(choices))


def _tells_of(printed: "_Print", choice: Sequence[str], topic: Topic) -> bool:
    """Whether one of some terms is there, or the thing that it names under another name."""
    return any(printed.holds(term) for term in choice) or any(
        any(term in thing.words for term in choice) and any(map(printed.holds, thing.names))
        for thing in topic.things
    )


@lru_cache(maxsize=64)  # the articles of a story are held against one topic after the other
def _prints(title: str, text: str, outlet: str, language: str | None) -> tuple["_Print", "_Print"]:
    """Return an article's title, and the whole of it, ready to be asked for words.

    Where there is no title, the opening of the text is one: posts and some feeds have none.
    """
    headline = title or " ".join(text.lstrip().partition("\n")[0].split()[:_LONGEST_OPENING])
    return (
        _Print(words(headline), headline, [], language),
        _Print([*words(title), "", *words(text)], f"{title}\n{text}", words(outlet), language),
    )


class _Print:
    """What is printed, ready to be asked for words."""

    def __init__(
        self, printed: Sequence[str], text: str, outlet: Sequence[str], language: str | None
    ) -> None:
        self._words = printed
        self._roots = frozenset([root(word, language) for word in frozenset(printed)])
        self._text = text
        self._outlet = outlet
        self._language = language

    def holds(self, term: str) -> bool:
        """Whether a word or phrase is there; a sign that is no word counts as written."""
        runs = _runs(term, self._language)
        return any(map(self._has, runs)) if runs else term in fold(self._text)

    def _has(self, run: _Run) -> bool:
        """Whether roots are there, one after the other."""
        if any(self._roots.isdisjoint(forms) for forms in run):
            return False
        return len(run) == 1 or _contains([root(one, self._language) for one in self._words], run)

    def is_from(self, source: str) -> bool:
        """Whether the outlet's name holds `source`."""
        wanted = tuple(frozenset([word]) for word in words(source))
        return bool(wanted) and _contains(self._outlet, wanted)

    def excludes(self, term: str) -> bool:
        """Whether an excluded word, phrase or source rules this article out."""
        if term.startswith(_SOURCE):
            return self.is_from(term.removeprefix(_SOURCE))
        return self.holds(term)


def _contains(row: Sequence[str], run: _Run) -> bool:
    size = len(run)
    return any(
        all(word in forms for word, forms in zip(row[at : at + size], run, strict=True))
        for at in range(len(row) - size + 1)
    )


@lru_cache(maxsize=4096)  # a term is held against every article of a search
def _runs(term: str, language: str | None) -> tuple[_Run, ...]:
    """Return the ways in which a term may be printed: root by root, each with its joined forms."""
    said = tuple(words(term))
    ways = dict.fromkeys((said, *apart(said))) if said else ()
    return tuple(
        tuple(frozenset(with_joined(root(word, language))) for word in way) for way in ways
    )
