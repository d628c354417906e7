"""The rules of roles: who did what to whom is as cited, and two events are not told as one."""

# ruff: noqa: RUF001 (dashes of every style)

import re
from collections.abc import Iterator

from bot.compose.check.claim import Claim
from bot.compose.check.reading import Reading
from bot.models import Finding
from bot.text.figures import FigureKind, figures
from bot.text.thesaurus import are_alike
from bot.text.words import fold, is_stop, names, stem, words

_FIRST_WORDS = 8  # in which the verb of a plain sentence stands
_VERB = re.compile(r"\w{2,}ed|won|lost|met|left|made|took|gave|held|told|sold|bought")
_PRONOUNS = frozenset(("he", "she", "it", "they", "we", "who", "its", "his", "her", "their"))
_NEXT = 4  # words that say something, after or before a name, and tell what it did
_PASSIVE = re.compile(r"\b(?:by|par|por)(?: \w+){0,3}$")
_CLAUSE = re.compile(r"[;:()–—؛]|, (?:and|but|while|und|aber|et|mais|y|pero) ")
_CAUSE = re.compile(
    r"\b(?:because(?: of)?|due to|caused by|as a result of|led to|thanks to|blamed on|triggered by|"
    r"wegen|weil|aufgrund|a cause de|en raison de|parce que|debido a|porque|a causa de)\b"
)


def swapped(claim: Claim) -> Iterator[Finding]:
    """Two names do not stand in each other's place. German capitals show no names."""
    if (claim.language or "").startswith("de"):
        return
    for one in claim.given:
        named = dict.fromkeys((*_heads(claim.own), *_heads(one), *_capitals(claim.own, one)))
        both = [name for name in named if name in claim.own.words and name in one.words]
        for place, first in enumerate(both):
            for second in both[place + 1 :]:
                if _are_swapped(claim, one, first, second):
                    detail = f"The cited text has “{first}” and “{second}” the other way round."
                    yield claim.finding("roles", f"{first} {second}", detail)
                    return


def _heads(one: Reading) -> list[str]:
    """Return the last word of each name of a sentence, folded."""
    return [parts[-1] for name in names(one.text) if (parts := words(name))]


def subject(claim: Claim) -> Iterator[Finding]:
    """Who does a thing in one cited sentence does not do what somebody does in another."""
    who, deed = _subject(claim.own)
    if not who:
        return
    subjects = [_subject(one) for one in claim.given]
    for other, done in subjects:
        if deed != done or other & who or other & _PRONOUNS:
            continue
        if any(who & another for another, did in subjects if did != deed):
            detail = "The cited text says this of somebody else."
            yield claim.finding("roles", " ".join(sorted(who)), detail)
            return


def _subject(one: Reading) -> tuple[set[str], str]:
    """Return the words that open a sentence up to its first verb, and the stem of that."""
    for place, word in enumerate(one.words[:_FIRST_WORDS]):
        if place and _VERB.fullmatch(word):
            who = {w for w in one.words[:place] if not is_stop(w, one.language) or w in _PRONOUNS}
            return who, one.stems[place]
    return set(), ""


def _capitals(own: Reading, one: Reading) -> list[str]:
    """Return the words that two sentences have with a capital: names may open both."""
    found = [
        {fold(word) for word in re.findall(r"\w[\w-]+", text) if word[0].isupper()}
        for text in (own.text, one.text)
    ]
    return sorted(word for word in found[0] & found[1] if not is_stop(word, own.language))


def _are_swapped(claim: Claim, one: Reading, first: str, second: str) -> bool:
    """Tell whether what two names are said to do or be is the other's in the cited sentence."""
    own, given = claim.own, one
    mine = (_deeds(own, first), _deeds(own, second))
    theirs = (_deeds(given, first), _deeds(given, second))
    alone = (theirs[0] - theirs[1], theirs[1] - theirs[0])
    straight = len(mine[0] & alone[0]) + len(mine[1] & alone[1])
    crossed = (len(mine[0] & alone[1]), len(mine[1] & alone[0]))
    if min(crossed) and sum(crossed) > 2 * straight:
        return True
    return any(
        _acts_on(own, one_, other) & _acts_on(given, other, one_)
        for one_, other in ((first, second), (second, first))
    )


def _deeds(one: Reading, name: str) -> set[str]:
    """Return the stems that say what a name does or is: those next to it up to another name."""
    others = {part for other in names(one.text) for part in words(other)}
    place = one.words.index(name)
    after: list[str] = []
    for word, s in zip(one.words[place + 1 :], one.stems[place + 1 :], strict=True):
        if word in others or len(after) == _NEXT:
            break
        if s in one.content:
            after.append(s)
    before: list[str] = []
    start = place
    while start and one.words[start - 1] in others:
        start -= 1
    for word, s in zip(reversed(one.words[:start]), reversed(one.stems[:start]), strict=True):
        if word in others or len(before) == _NEXT // 2:
            break
        if s in one.content:
            before.append(s)
    return {*after, *before}


def _acts_on(one: Reading, actor: str, other: str) -> set[str]:
    """Return the stems of what one name does to another: they stand between the two."""
    a, b = one.words.index(actor), one.words.index(other)
    if abs(a - b) > 2 * _NEXT + 2:
        return set()
    low, high = min(a, b), max(a, b)
    between = one.words[low + 1 : high]
    passive = bool(_PASSIVE.search(" ".join(between)))
    if (a < b) == passive:
        return set()
    return {s for s in one.stems[low + 1 : high] if s in one.content}


def fused(claim: Claim) -> Iterator[Finding]:
    """What one cited sentence counts is not told of the place or day of another."""
    if len(claim.given) < 2 or claim.is_wide:  # noqa: PLR2004 (one cannot be mixed up)
        return
    yield from _caused(claim)
    for clause in _CLAUSE.split(claim.text):
        for value, source in _counted_once(clause, claim):
            for name in _only_elsewhere(clause, source, claim):
                detail = "The cited text counts this of something else."
                yield claim.finding("fused", f"{value} {name}", detail)
                return


def _counted_once(clause: str, claim: Claim) -> Iterator[tuple[str, Reading]]:
    """Yield the figures of a clause that one cited sentence alone has, with that sentence."""
    for figure in figures(clause, claim.language):
        if figure.kind is not FigureKind.COUNT:
            continue
        having = [
            one
            for one in claim.given
            if any(f.value == figure.value for f in figures(one.text, claim.language))
        ]
        if len(having) == 1:
            yield clause[figure.start : figure.end], having[0]


def _only_elsewhere(clause: str, source: Reading, claim: Claim) -> Iterator[str]:
    """Yield the names of a clause that another cited sentence has, where the source's are gone."""
    told = set(words(clause))
    own = {part for name in names(source.text) for part in words(name)}
    dropped = [part for part in own if part not in told]
    if not own or len(dropped) < len(own):
        return
    for name in names(clause):
        parts = set(words(name))
        elsewhere = any(parts <= set(one.words) for one in claim.given if one is not source)
        if elsewhere and not parts & set(source.words):
            yield name


def _caused(claim: Claim) -> Iterator[Finding]:
    """Find a cause that no cited sentence gives."""
    match = _CAUSE.search(fold(claim.text))
    if match and not any(_CAUSE.search(fold(one.text)) for one in claim.given):
        before, after = claim.text[: match.start()], claim.text[match.end() :]
        if not any(_shares(before, one) and _shares(after, one) for one in claim.given):
            detail = "The cited text does not say that one caused the other."
            yield claim.finding("fused", match[0], detail)


def _shares(part: str, one: Reading) -> bool:
    """Tell whether a sentence has something of a part of another."""
    stems = {stem(word, one.language) for word in words(part)}
    return any(s in one.content or any(are_alike(s, o) for o in one.content) for s in stems)
