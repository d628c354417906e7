"""Rules of citing: each sentence names a few places, and all of them exist."""

from collections.abc import Iterator

from bot.compose.check.claim import Claim, exists
from bot.models import Finding

_MOST = 3  # articles; who cites more cites none in particular


def empty(claim: Claim) -> Iterator[Finding]:
    """A sentence says something."""
    if not claim.own.words:
        yield claim.finding("empty", claim.text.strip(), "The sentence says nothing.")


def cites(claim: Claim) -> Iterator[Finding]:
    """A sentence cites at least one article, only articles there are, and not all of them."""
    if not claim.sentence.cites:
        yield claim.finding("cites", "", "The sentence cites nothing.")
    for cite in claim.sentence.cites:
        if cite.article not in claim.story:
            yield claim.finding("cites", cite.article, "There is no such article.")
    ids = list(dict.fromkeys(cite.article for cite in claim.sentence.cites))
    if len(ids) > _MOST and not claim.is_verbatim:
        detail = f"The sentence cites {len(ids)} articles, more than {_MOST}."
        yield claim.finding("cites", " ".join(ids[_MOST:]), detail)


def span(claim: Claim) -> Iterator[Finding]:
    """A citation names characters that stand in its article."""
    for cite in claim.sentence.cites:
        article = claim.story.get(cite.article)
        if article is not None and not exists(cite, article):
            place = f"{cite.article} {cite.start}-{cite.end}"
            detail = f"The article has {len(article.text)} characters, and not these."
            yield claim.finding("span", place, detail)
