"""The words of a free retelling that its article does not bear out, each with what they are."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.compose.check.claim import Claim
from bot.compose.check.reading import Reading, are_kin, readings
from bot.compose.check.slots import Slots, in_place_of
from bot.text.figures import figures
from bot.text.quotations import quotations
from bot.text.stance import denied
from bot.text.thesaurus import are_alike, are_opposite
from bot.text.words import is_stop, names, words

_SHORTEST_QUOTATION = 2  # words
_MOST_DENIED = 0.6  # share of what the article denies that a sentence must state
_DAYS = frozenset(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Words that may be at fault. `plain` where they contradict the article beyond doubt.

    `kind` is the evidence that they count as; empty where they count as none.
    """

    rule: str
    words: str
    detail: str
    kind: str = ""
    plain: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Retold:
    """A sentence of ours, those of the article that come nearest to it, and the whole article.

    `stems` are those of the nearest sentences that say something.
    """

    own: Reading
    given: tuple[Reading, ...]
    stems: frozenset[str]
    article: str
    places: Slots


def elsewhere(one: Retold) -> Iterator[Fault]:
    """Yield the figures that the article has not, or not near what is retold."""
    language = one.own.language
    near = {figure.value for given in one.given for figure in figures(given.text, language)}
    for figure in figures(one.own.text, language):
        shown = one.own.text[figure.start : figure.end]
        if figure.value in near:
            continue
        if figure.value in _values(one.article, language):
            detail = "The article has this figure of something else."
            yield Fault(rule="figure", words=shown, detail=detail, kind="figures_elsewhere")
        else:
            detail = "The article has no such figure."
            yield Fault(
                rule="figure", words=shown, detail=detail, kind="figures_absent", plain=True
            )


@lru_cache(maxsize=64)
def _values(text: str, language: str | None) -> frozenset[object]:
    """Return the values of all figures of an article."""
    return frozenset(
        figure.value for one in readings(text, language) for figure in figures(one.text, language)
    )


@lru_cache(maxsize=64)
def _words(text: str) -> frozenset[str]:
    """Return the words of an article."""
    return frozenset(words(text))


def new_words(one: Retold) -> tuple[list[Fault], int]:
    """Return what may be wrong with words that are new, and how many have a likeness near."""
    found: list[Fault] = []
    alike = 0
    named = {part for name in names(one.own.text) for part in words(name)}
    for word, own in zip(one.own.words, one.own.stems, strict=True):
        if word[:1].isdigit() or is_stop(word, one.own.language) or own in one.stems:
            continue
        if word in named:
            found.append(_new_name(word, one))
        elif any(_are_like(own, other) for other in one.stems):
            alike += 1
        else:
            found.append(Fault(rule="wording", words=word, detail="The article does not say this."))
    return found, alike


def _new_name(word: str, one: Retold) -> Fault:
    """Return what may be wrong with a name that is not near."""
    if word in _words(one.article):
        return Fault(rule="name", words=word, detail="The article has this name elsewhere.")
    detail = "The article has no such name."
    return Fault(rule="name", words=word, detail=detail, kind="names_absent", plain=True)


def replaced(one: Retold) -> Iterator[Fault]:
    """Yield the words that stand where the article has their opposite, another day or figure."""
    for place, word in enumerate(one.own.words):
        if is_stop(word, one.own.language) and not _sort(word):
            continue
        own = one.own.stems[place]
        there = in_place_of(one.own, place, one.places)
        if not there or any(_are_like(own, other) for other in there):
            continue
        against = sorted(other for other in there if are_opposite(own, other))
        another = sorted(other for other in there if _sort(word) and _sort(other) == _sort(word))
        if any(own in given.stems for given in one.given):
            another = []  # it is said of something else beside it
        if against:
            detail = f"The article says the opposite: {against[0]}."
            yield Fault(rule="opposite", words=word, detail=detail, kind="opposites", plain=True)
        elif another:
            detail = f"The article has {another[0]} in this place."
            yield Fault(rule=_sort(word), words=word, detail=detail, kind="replaced", plain=True)


def _sort(word: str) -> str:
    """Return what sort of thing a word is that only the same thing may stand for."""
    if word[:1].isdigit():
        return "figure"
    return "day" if word in _DAYS else ""


def _are_like(one: str, other: str) -> bool:
    return are_alike(one, other) or are_kin(one, other)


def denials(one: Retold) -> Iterator[Fault]:
    """Yield what is denied that the article states, and stated that it denies."""
    language = one.own.language
    own = [found for found in denied(one.own.text, language) if found.firm]
    for found in own:
        if _is_stated(one, found.stems):
            shown = " ".join(found.stems[:2])
            detail = "The article does not deny this."
            yield Fault(
                rule="polarity", words=shown, detail=detail, kind="denials_added", plain=True
            )
    for found in denied(one.given[0].text, language) if one.given and not own else ():
        shared = [stem for stem in found.stems if stem in one.own.content]
        if found.firm and shared and len(shared) >= _MOST_DENIED * len(found.stems):
            shown = " ".join(shared[:2])
            detail = "The article says that it is not so."
            yield Fault(
                rule="polarity", words=shown, detail=detail, kind="denials_lost", plain=True
            )


def _is_stated(one: Retold, scope: tuple[str, ...]) -> bool:
    """Tell whether the article states what a sentence of ours denies, and nowhere denies it."""
    known = _denied(one.article, one.own.language)
    if any(_are_like(stem, other) for stem in scope for other in known):
        return False
    return any(len(set(scope) & given.content) >= max(1, len(scope) - 1) for given in one.given)


@lru_cache(maxsize=64)
def _denied(article: str, language: str | None) -> frozenset[str]:
    """Return the stems of all that an article denies."""
    return frozenset(
        stem
        for one in readings(article, language)
        for found in denied(one.text, language)
        for stem in found.stems
    )


def misquoted(claim: Claim) -> Iterator[Fault]:
    """Yield the quotations of a claim that are not literal."""
    plain = " ".join(word for text in claim.cited for word in words(text))
    for one in quotations(claim.text):
        if len(one.text.split()) < _SHORTEST_QUOTATION:
            continue
        if " ".join(words(one.text)) not in plain:
            detail = "The article does not have these words together."
            yield Fault(rule="quotation", words=one.text, detail=detail, kind="quotations_altered")
