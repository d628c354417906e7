"""The rule for what cites whole articles: no word was swapped, added or turned round.

Surface rules cannot certify a paraphrase. What plainly contradicts the article is found always.
Other words that the article lacks are found unless enough of the sentence is seen to be other
words for what it says; how much is enough is learnt (`python -m scripts.learn_checking`).
"""

from collections.abc import Iterator

from bot.compose.check.claim import Claim, nearest
from bot.compose.check.evidence import Evidence
from bot.compose.check.faults import (
    Fault,
    Retold,
    denials,
    elsewhere,
    misquoted,
    new_words,
    replaced,
)
from bot.compose.check.reading import readings
from bot.compose.check.slots import slots
from bot.compose.check.weights import WEIGHTS
from bot.models import Finding


def wording(claim: Claim) -> Iterator[Finding]:
    """What a sentence says otherwise than its article is that in other words."""
    faults, evidence = judged(claim)
    shown = [fault for fault in faults if fault.plain]
    if not shown and WEIGHTS.score(evidence) < 0:
        shown = faults
    for fault in shown:
        yield claim.finding(fault.rule, fault.words, fault.detail)


def judged(claim: Claim) -> tuple[list[Fault], Evidence]:
    """Return the words of a claim that may be at fault, and all the evidence on it, counted."""
    faults: list[Fault] = []
    likenesses = 0
    for one in _parts(claim):
        unlike, alike = new_words(one)
        likenesses += alike
        faults.extend((*elsewhere(one), *unlike, *replaced(one), *denials(one)))
    faults.extend(misquoted(claim))
    counts = dict.fromkeys(Evidence.__slots__, 0) | {"likenesses": likenesses}
    for fault in faults:
        if fault.kind:
            counts[fault.kind] += 1
    return faults, Evidence(**counts)


def _parts(claim: Claim) -> Iterator[Retold]:
    """Yield the sentences of a claim, each with what it seems to retell."""
    article = "\n\n".join(dict.fromkeys(claim.cited))
    passages = readings(article, claim.language)
    for own in readings(claim.text, claim.language):
        given = tuple(passages[place] for place in nearest(own, passages))
        yield Retold(
            own=own,
            given=given,
            stems=frozenset(stem for one in given for stem in one.content),
            article=article,
            places=slots(article, claim.language),
        )
