"""What of a model's sentences may be told: those that pass the check, else what they cite."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.compose.check import check
from bot.condense._model_answer import Draft
from bot.condense._model_compressing import is_compressed
from bot.condense._model_offer import Offer, strange
from bot.condense._openers import is_dangling
from bot.models import NamedDay, Sentence, Summary
from bot.text.days import named_days
from bot.text.sentences import sentence_spans
from bot.text.words import stems

_LONGEST = 60  # words
_LONGER = 1.25  # than all that it cites; a name in the place of "he" needs room
_ROOM = 3  # words, however short what is cited
_REPEATS = 0.8  # share of the words of the shorter of two; our own choice repeats up to 0.7


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """A story as it may be told, and what became of the model's sentences."""

    summary: Summary
    worded: int
    verbatim: int
    fell_back: bool


def verified(drafts: Sequence[Draft], given: Offer, *, worded_by: str) -> Verified:
    """Return the drafts that pass the check; others are replaced by what they cite, or dropped.

    Where fewer sentences remain than there are without a model, or one of those is not among what
    they rest on, as the denial beside an accusation, the story is told without it.
    """
    kept: list[Sentence] = []
    before: tuple[int, ...] = ()
    for draft in drafts:
        one = _passing(draft, given)
        if _is_clear(one, draft, before, given) and not any(
            _repeats(one, other, given) for other in kept
        ):
            kept.append(one)
            before = draft.cites
    told = _within(kept, given)
    if len(told) < _fewest(given) or not _are_covered(given.own, told):
        return Verified(
            summary=given.own, worded=0, verbatim=len(given.own.sentences), fell_back=True
        )
    worded = sum(one not in given.sentences for one in told)
    summary = replace(given.own, sentences=told, worded_by=worded_by if worded else "")
    return Verified(summary=summary, worded=worded, verbatim=len(told) - worded, fell_back=False)


def _fewest(given: Offer) -> int:
    """Return how many sentences there must be: within words, a few may say as much as many."""
    own = len(given.own.sentences)
    return own if given.budget.sentences is not None else min(2, own)


def _are_covered(own: Summary, told: Sequence[Sentence]) -> bool:
    """Tell whether all that is told without a model is among what the sentences rest on."""
    cited = {cite for one in told for cite in one.cites}
    return all(cited.issuperset(one.cites) for one in own.sentences)


def _is_clear(one: Sentence, draft: Draft, before: Sequence[int], given: Offer) -> bool:
    """Tell whether a sentence stands alone, or right after the one that its "he" points at."""
    follows = min(draft.cites) - 1 in before
    return follows or not is_dangling(one.text, given.language)


def _passing(draft: Draft, given: Offer) -> Sentence:
    """Return the draft as it may be told: as it is worded, or as what it cites stands."""
    cited = [given.sentences[number - 1] for number in draft.cites]
    same = next((one for one in cited if one.text == draft.text), None)
    if same is not None:
        return same
    if not _is_odd(draft.text, cited, given):
        worded = _worded(draft.text, cited, given)
        if _is_free(draft.text, cited, given) and _stands(worded, given):
            return worded
    return _verbatim(draft.text, cited, given)


def _is_odd(text: str, cited: Sequence[Sentence], given: Offer) -> bool:
    """Tell whether a wording is none to be told, whether or not its sources bear it out.

    What changes what a channel was told is told as it stands, since old and new stand beside it.
    """
    room = _LONGER * sum(_length(one.text) for one in cited) + _ROOM
    return (
        strange(text)
        or any(one.change for one in cited)
        or _length(text) > min(_LONGEST, room)
        or len(sentence_spans(text, given.language)) > 1
        or is_dangling(text, given.language)
    )


def _is_free(text: str, cited: Sequence[Sentence], given: Offer) -> bool:
    """Tell whether a wording takes no more freedom than it was given."""
    sources = [one.text for one in cited]
    return given.may_paraphrase or is_compressed(text, sources, given.language)


def _length(text: str) -> int:
    return len(text.split())


def _worded(text: str, cited: Sequence[Sentence], given: Offer) -> Sentence:
    """Return the sentence of a wording; its days are those that its sources name."""
    return Sentence(
        text=text,
        cites=tuple(dict.fromkeys(cite for one in cited for cite in one.cites)),
        is_new=given.is_new,
        days=_days(text, cited, given),
    )


def _days(text: str, cited: Sequence[Sentence], given: Offer) -> tuple[NamedDay, ...]:
    known = {day.day for one in cited for day in one.days}
    cite = cited[0].cites[0]
    at = given.articles[cite.article].said_at(cite.start)
    found = named_days(text, written_at=at, language=given.language) if known else ()
    return tuple(day for day in found if day.day in known)


def _stands(sentence: Sentence, given: Offer) -> bool:
    """Tell whether a sentence passes the check by itself."""
    return not check(replace(given.own, sentences=(sentence,)), given.articles)


def _verbatim(text: str, cited: Sequence[Sentence], given: Offer) -> Sentence:
    """Return the cited sentence nearest to a wording, of those that stand alone if there are."""
    alone = [one for one in cited if not is_dangling(one.text, given.language)]
    said = Counter(stems(text, given.language))

    def near(one: Sentence) -> float:
        own = Counter(stems(one.text, given.language))
        return (said & own).total() / max(1, (said | own).total())

    return max(alone or cited, key=near)


def _repeats(one: Sentence, told: Sentence, given: Offer) -> bool:
    """Tell whether most of a sentence's words stand in one that is told."""
    own, before = (set(stems(x.text, given.language)) for x in (one, told))
    return len(own & before) > _REPEATS * max(1, min(len(own), len(before)))


def _within(told: Sequence[Sentence], given: Offer) -> tuple[Sentence, ...]:
    """Return the sentences that the budget holds, from the first on: as many as without a model."""
    kept: list[Sentence] = []
    most, left = given.budget.sentences, given.budget.words
    for one in told[: None if most is None else max(most, len(given.own.sentences))]:
        length = _length(one.text)
        if left is None or length <= left:
            kept.append(one)
            left = None if left is None else left - length
    return tuple(kept)
