"""What a text denies and what it leaves open."""

# ruff: noqa: RUF001 (dashes of every style)

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from bot.text.stance_words import StanceWords, stance_words
from bot.text.words import fold, is_stop, stem, words

_REACH = 6  # words that say something after a "not" and are denied by it
_UP_TO_VERB = 3  # words in which "probably" stands before its verb
_TO = 4  # words up to which its "to" follows a "failed"
_BEFORE = 3  # where none follow
_AFTER_MAYBE = 5  # words in which the verb stands that a "may" governs
_MONTH = re.compile(r"(?<!^)(?<![.!?] )\bMay\b|^May (?=\d)")
_UNDONE = re.compile(r"fail|refus|declin|unable")  # "failed to agree": they did not
_HELPING = frozenset(("able", "yet", "longer", "even", "immediately", "ever", "plan", "plans"))
_CLAUSE = re.compile(r"[,;:.!?()–—،؛؟]|\b(?:but|aber|sondern|mais|pero|sino)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Denied:
    """Stems that a text denies, in order: `stems` follow the "not", `before` precede it.

    Where none follow, `stems` are those before; both may be empty. `firm` when by a "not", not by
    a verb that refuses. `by` is the stem of that word.
    """

    stems: tuple[str, ...]
    before: tuple[str, ...]
    firm: bool
    by: str = ""

    @property
    def all(self) -> frozenset[str]:
        """The stems on both sides."""
        return frozenset((*self.stems, *self.before))


@lru_cache(maxsize=8192)
def denied(text: str, language: str | None = None) -> tuple[Denied, ...]:
    """Return what `text` denies, one by one.

    >>> denied("The dam was not damaged, but no boats may leave.")[0].stems
    ('damag',)
    >>> [d.firm for d in denied("She refused to resign and rejected a deal.")]
    [True, False]
    """
    form = stance_words(language)
    plain = re.sub(form.figurative, " ", fold(text))
    return tuple(
        found for clause in _CLAUSE.split(plain) for found in _within(words(clause), form, language)
    )


def _within(clause: list[str], form: StanceWords, language: str | None) -> list[Denied]:
    """Return what one clause denies."""
    found = []
    for place, word in enumerate(clause):
        firm = word in form.negations
        if not firm and not re.fullmatch(form.refusals, word):
            continue
        firm = firm or ("to" in clause[place + 1 : place + _TO] and bool(_UNDONE.match(word)))
        reach = tuple(_stems(clause[place + 1 :], form, language)[:_REACH])
        before = tuple(_stems(clause[:place], form, language)[-_BEFORE:])
        found.append(
            Denied(stems=reach or before, before=before, firm=firm, by=stem(word, language))
        )
    return found


def _stems(clause: list[str], form: StanceWords, language: str | None) -> list[str]:
    """Return the stems of the words that say something and deny nothing."""
    return [
        stem(word, language)
        for word in clause
        if not is_stop(word, language) and word not in form.negations and word not in _HELPING
    ]


@cache
def _maybe(language: str) -> re.Pattern[str]:
    return re.compile(stance_words(language).maybes)


@cache
def _sure(language: str) -> re.Pattern[str]:
    return re.compile(stance_words(language).surely)


def is_open(text: str, language: str | None = None) -> bool:
    """Tell whether `text` leaves something open: "may", "plans to", "likely".

    >>> is_open("They may strike."), is_open("They struck on 3 May.")
    (True, False)
    """
    return _maybe((language or "en")[:2].lower()).search(_without_month(text)) is not None


def _without_month(text: str) -> str:
    """Return a text folded, without the month that English writes like "may"."""
    return fold(_MONTH.sub(" ", text))


@lru_cache(maxsize=8192)
def left_open(text: str, language: str | None = None) -> tuple[str, ...]:
    """Return the stems right after each word that leaves open: one of them is the verb.

    >>> left_open("The union may ballot its members.")
    ('ballot',)
    """
    form, folded = stance_words(language), _without_month(text)
    found: list[str] = []
    for match in _maybe((language or "en")[:2].lower()).finditer(folded):
        clause = words(_CLAUSE.split(folded[match.end() :])[0])
        said = [word for word in clause[:_AFTER_MAYBE] if not is_stop(word, language)]
        if form.infinitive_last:
            said = [word for word in clause if not is_stop(word, language)][-1:]
        found.extend(stem(word, language) for word in said[:1])
    return tuple(found)


def made_sure(text: str, language: str | None = None) -> tuple[str, ...]:
    """Return the stems right after each word that makes sure: "will", "did".

    >>> made_sure("They will strike over pay.")
    ('strike',)
    """
    form, folded = stance_words(language), fold(text)
    found: list[str] = []
    for match in _sure((language or "en")[:2].lower()).finditer(folded):
        clause = words(_CLAUSE.split(folded[match.end() :])[0])
        said = [word for word in clause if not is_stop(word, language)]
        if is_open(" ".join(clause[:_UP_TO_VERB]), language):
            continue
        said = said[-1:] if form.infinitive_last else said[:1]
        found.extend(stem(word, language) for word in said)
    return tuple(found)
