"""The rule of novelty: most of what a sentence says is said in what it cites."""

# ruff: noqa: SIM905 (word lists read best as prose)

from collections.abc import Iterator

from bot.compose.check.claim import Claim, same_word
from bot.models import Finding
from bot.text.figures import figures
from bot.text.stance import denied
from bot.text.thesaurus import are_opposite
from bot.text.words import names, stem, stems

_SUPPORTED = 0.7  # share of the words of a paraphrase that its sources have
_GRAVE = frozenset(
    stem(word)
    for word in (
        "crash collide explode explosion bomb kill killed die died dead death murder rape shoot "
        "shot stab attack assault invade war terror arrest jail convict guilty fraud bribe "
        "corruption steal stole abuse poison collapse bankrupt resign sack coup hostage kidnap "
        "massacre drown suicide"
    ).split()
)
_LINKED = 0.6  # the same where so few words are new that they may only link the others
_LONG = 6  # words that a sentence must say for that
_MOST_NEW = 2  # words that no article of the story has


def grave(claim: Claim) -> Iterator[Finding]:
    """No crash, crime or death is told that the cited text does not tell."""
    for word, own in zip(claim.own.words, claim.own.stems, strict=True):
        if own in _GRAVE and not _is_stated(own, claim.stems):
            yield claim.finding("support", word, "The cited text does not say this.")


def support(claim: Claim) -> Iterator[Finding]:
    """Most of what a sentence says is said in what it cites, and little is said nowhere."""
    own = sorted(claim.own.content)
    judged = _judged_elsewhere(claim)
    stated = claim.stems
    turned = {s for one in claim.given for d in denied(one.text, claim.language) for s in d.stems}
    refused = {s for d in denied(claim.text, claim.language) for s in d.stems}
    missing = [
        word
        for word in own
        if word not in judged
        and not _is_stated(word, stated)
        and not any(are_opposite(word, s) for s in turned)
        and not (word in refused and any(same_word(word, s.removeprefix("un")) for s in stated))
    ]
    links = len(missing) <= _MOST_NEW and len(own) >= _LONG
    unsaid = (1 - (_LINKED if links else _SUPPORTED)) * len(own)
    if claim.given and own and len(missing) > unsaid:
        detail = "Too much of the sentence is not in the cited text."
        yield claim.finding("support", " ".join(missing), detail)
        return
    if len(missing) > _MOST_NEW:
        everywhere = frozenset(
            stem for article in claim.articles for stem in stems(article.text, claim.language)
        )
        new = [word for word in missing if not _is_stated(word, everywhere)]
        if len(new) > _MOST_NEW:
            yield claim.finding("support", " ".join(new), "No article has these words.")


def _judged_elsewhere(claim: Claim) -> frozenset[str]:
    """Return the stems of names and figures, at which rules of their own look, and of "people"."""
    named = [*names(claim.text), "people"]
    counted = [claim.text[f.start : f.end] for f in figures(claim.text, claim.language)]
    return frozenset(s for text in (*named, *counted) for s in stems(text, claim.language))


def _is_stated(word: str, stated: frozenset[str]) -> bool:
    """Tell whether a text has a word, or one of its family or meaning."""
    if word in stated or word.removeprefix("un") in stated:
        return True
    return any(same_word(word, other) for other in stated)
