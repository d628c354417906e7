"""The rules of polarity: what is denied stays denied, what rose did not fall, may is not will."""

from collections.abc import Iterator

from bot.compose.check.claim import Claim, same_word
from bot.compose.check.reading import Reading, are_kin
from bot.models import Finding
from bot.text.stance import Denied, denied, is_open, left_open, made_sure
from bot.text.thesaurus import are_alike, are_opposite, are_siblings
from bot.text.words import names, stems

_WHOLE = 0.6  # share of what is rejected that a claim must tell
_SCALES = frozenset(("million", "billion", "thousand", "percent"))
_WINDOW = 4  # words on each side that two opposites must share one of


def polarity(claim: Claim) -> Iterator[Finding]:
    """What the cited text denies is not affirmed, nor the other way round."""
    given = [found for one in claim.given for found in denied(one.text, claim.language)]
    own = denied(claim.text, claim.language)
    named = {s for one in names(claim.text) for s in stems(one, claim.language)}
    for word in _affirmed(claim, given, own):
        yield claim.finding("polarity", word, "The cited text says that it is not so.")
    for found in own:
        denied_here = [s for s in found.stems if s not in named]
        if found.firm and not _is_denied(denied_here, given, claim):
            detail = "The cited text does not deny this."
            yield claim.finding("polarity", " ".join(denied_here[:2]), detail)


def _affirmed(claim: Claim, given: list[Denied], own: tuple[Denied, ...]) -> Iterator[str]:
    """Yield what the cited text denies and the claim affirms."""
    scopes = {stem for found in own for stem in found.all}
    vague = any(found.firm and not found.stems for found in own)
    for found in given:
        if not found.stems:
            continue
        if not found.firm:
            yield from _undone(claim, found, own)
            continue
        head = found.stems[0]
        stated = [s for s in claim.own.content if s == head or are_kin(s, head)]
        kept = vague or any(same_word(a, b) for a in scopes for b in found.all)
        if stated and not kept and not _affirms(claim, head):
            yield stated[0]


def _undone(claim: Claim, found: Denied, own: tuple[Denied, ...]) -> Iterator[str]:
    """Yield what the cited text says was dropped or rejected, where a claim tells it as it was."""
    said = [s for s in found.stems if s in claim.own.content]
    whole = found.stems[0] in claim.own.content and len(said) >= _WHOLE * len(found.stems)
    if whole and not own and not any(same_word(found.by, s) for s in claim.own.content):
        yield said[0]


def _affirms(claim: Claim, word: str) -> bool:
    """Tell whether a given sentence also says that it is so: a word may stand twice."""
    return any(
        word in one.content
        and not any(word in found.stems for found in denied(one.text, claim.language))
        for one in claim.given
    )


def _is_denied(scope: list[str], given: list[Denied], claim: Claim) -> bool:
    """Tell whether the cited text denies, or says by an opposite, what a claim denies."""
    if any(same_word(a, b) for found in given for a in scope for b in found.all):
        return True
    stated = claim.stems
    if any(are_opposite(a, b) for a in scope for b in stated):
        return True
    return not any(a in stated for a in scope)


def opposite(claim: Claim) -> Iterator[Finding]:
    """What rose did not fall: no word stands in the place of its opposite."""
    stated = claim.stems
    refused = {s for found in denied(claim.text, claim.language) for s in found.stems}
    for place, word in enumerate(claim.own.stems):
        if word in stated or word in refused:
            continue
        like = max((_likeness(one, claim.own, place) for one in claim.given), default=0)
        for one in claim.given:
            found = _against(one, claim.own, place, more_than=like)
            if found:
                yield claim.finding("opposite", claim.own.words[place], f"The cited text {found}.")
                break


def _likeness(one: Reading, own: Reading, place: int) -> int:
    """Return how like its place is to that of a word of like meaning in a sentence."""
    found = (at for at, other in enumerate(one.stems) if are_alike(own.stems[place], other))
    return max((_shared(one, at, own, place) + 1 for at in found), default=0)


def _against(one: Reading, own: Reading, place: int, *, more_than: int) -> str:
    """Return what a sentence says instead of a word in a like place; empty when nothing."""
    word = own.stems[place]
    unsaid = {s for found in denied(one.text, one.language) for s in found.stems}
    for at, other in enumerate(one.stems):
        if other in own.stems or _shared(one, at, own, place) <= max(0, more_than - 1):
            continue
        if are_siblings(word, other):
            return f"has “{one.words[at]}” in this place"
        if are_opposite(word, other) and other not in unsaid:
            return f"says the opposite: “{one.words[at]}”"
    return ""


def _shared(one: Reading, at: int, own: Reading, place: int) -> int:
    """Return how much two places have in common: words that say something, figures twice."""
    both = _around(one, at) & _around(own, place)
    return len(both) + sum(word[:1].isdigit() for word in both)


def _around(one: Reading, place: int) -> set[str]:
    """Return the stems that say something in the words around a place, but for "million"."""
    said = [at for at, stem in enumerate(one.stems) if stem in one.content and at != place]
    before = [at for at in said if at < place][-_WINDOW:]
    after = [at for at in said if at > place][:_WINDOW]
    return {one.stems[at] for at in (*before, *after)} - _SCALES


def modality(claim: Claim) -> Iterator[Finding]:
    """What may be is not what will be, and what is planned has not been done."""
    for verb in made_sure(claim.text, claim.language):
        found = [one for one in claim.given if any(are_kin(verb, s) for s in one.stems)]
        if found and all(_only_maybe(one, verb) for one in found):
            yield claim.finding("modality", verb, "The cited text says only that it may.")
            return
    if is_open(claim.text, claim.language):
        return
    for one in claim.retold():
        for verb in left_open(one.text, claim.language):
            if any(same_word(verb, s) for s in claim.own.stems):
                yield claim.finding("modality", verb, "The cited text says only that it may.")
                return


def _only_maybe(one: Reading, verb: str) -> bool:
    """Tell whether a sentence leaves open what a verb says."""
    sure = any(are_kin(verb, s) for s in made_sure(one.text, one.language))
    return is_open(one.text, one.language) and not sure
