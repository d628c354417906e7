"""Runs every rule over every sentence of a summary.

A sentence that stands word for word where it is cited needs no further proof. Any other, such
as one a model wrote, is compared with the sentences it cites; one that cites a whole article
with those that come nearest, and then more freely. A new rule is a new function in `STRICT`.
"""

from collections.abc import Iterator

from bot.compose.check.citations import cites, empty, span
from bot.compose.check.claim import Articles, Claim, Rule, claim_of
from bot.compose.check.cluster import disputed, superseded
from bot.compose.check.counting import figure
from bot.compose.check.dating import day, moved, time
from bot.compose.check.harming import harmed
from bot.compose.check.naming import name
from bot.compose.check.novelty import grave, support
from bot.compose.check.plans import planned
from bot.compose.check.polarity import modality, opposite, polarity
from bot.compose.check.roles import fused, subject, swapped
from bot.compose.check.speech import quotation, said
from bot.compose.check.things import replaced
from bot.compose.check.wording import wording
from bot.models import Finding, Summary

ALWAYS: tuple[Rule, ...] = (empty, cites, span)
STRICT: tuple[Rule, ...] = (
    *(figure, harmed, replaced, name, quotation, said),
    *(polarity, opposite, modality, day, time, moved, planned),
    *(support, grave, swapped, subject, fused, superseded, disputed),
)
WIDE: tuple[Rule, ...] = (wording,)


def check(summary: Summary, articles: Articles) -> tuple[Finding, ...]:
    """Return what in `summary` the articles do not bear out; nothing when all of it stands.

    Works for any summary, ours or a model's. `articles` are the sources by id, those of the
    same story that nothing cites too; citing one that is not there is a finding.
    """
    return tuple(
        finding
        for number, sentence in enumerate(summary.sentences)
        for finding in _found(claim_of(number, sentence, articles))
    )


def _found(claim: Claim) -> Iterator[Finding]:
    """Yield what is wrong with one sentence."""
    rules = ALWAYS
    if not claim.is_verbatim:
        rules += WIDE if claim.is_wide else STRICT
    for rule in rules:
        yield from rule(claim)
