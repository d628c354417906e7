"""The rules of speech: quotations stand word for word, and what is claimed keeps its speaker."""

# ruff: noqa: RUF001 (dashes of every style)

import re
from collections.abc import Iterator

from bot.compose.check.claim import Claim, same_word
from bot.compose.check.giving import given_by
from bot.compose.check.reading import Reading, are_kin
from bot.models import Finding
from bot.text.attribution import Attribution, Cue, is_casualty_count
from bot.text.quotations import quotations
from bot.text.speech_cues import GENERIC, SIDES
from bot.text.stance import denied
from bot.text.words import fold, is_stop, names, stems, words

_TAKEN_UP = 0.6  # share of a quotation's words that a claim must have to take it up
_SHORTEST_QUOTATION = 2  # words
_PAUSE = re.compile(r"[,;:.()–—،؛]|\b(?:and|und|et|y|but)\b")
_LEFT_OUT = re.compile(r"\.\.\.|…|\[[^\]]*\]")


def quotation(claim: Claim) -> Iterator[Finding]:
    """What is quoted stands within one cited sentence."""
    given = [" ".join(one.words) for one in claim.given]
    if claim.is_wide:
        given = [" ".join(words(text)) for text in claim.cited]
    for one in quotations(claim.text):
        if len(one.text.split()) < _SHORTEST_QUOTATION:
            continue
        parts = [" ".join(words(part)) for part in _LEFT_OUT.split(one.text)]
        if not any(all(part in sentence for part in parts) for sentence in given):
            detail = "No cited sentence has these words."
            yield claim.finding("quotation", one.text, detail)


def said(claim: Claim) -> Iterator[Finding]:
    """An accusation, denial, claim, estimate, toll or quotation keeps its speaker."""
    mine = given_by(claim.text, claim.language)
    for one in claim.retold():
        theirs = given_by(one.text, claim.language)
        if theirs is None:
            continue
        if theirs.kind is Cue.DENIAL and _tells(claim, one, theirs) and not _denies(claim, mine):
            detail = "The cited text denies this, and the sentence does not say so."
            yield claim.finding("attribution", theirs.cue, detail)
            return
        if not theirs.speaker or theirs.is_pronoun:
            continue
        yield from _speaker_kept(claim, one, theirs=theirs, mine=mine)


def _tells(claim: Claim, one: Reading, theirs: Attribution) -> bool:
    """Tell whether a claim tells what a sentence denies: what follows "denied" up to a pause."""
    after = one.text.partition(theirs.cue)[2]
    what = stems(_PAUSE.split(after)[0], claim.language)
    return not what or any(same_word(s, own) for s in what for own in claim.own.content)


def _denies(claim: Claim, mine: Attribution | None) -> bool:
    """Tell whether a claim says that something is denied, or that it is not so."""
    if mine is not None and mine.kind is Cue.DENIAL:
        return True
    return bool(denied(claim.text, claim.language))


def _speaker_kept(
    claim: Claim, one: Reading, *, theirs: Attribution, mine: Attribution | None
) -> Iterator[Finding]:
    """Find a speaker left out or put in another's place."""
    speaker = _content(theirs.speaker, claim)
    if not speaker or not (_must_keep(claim, one, theirs) or _is_plain(claim, theirs, mine)):
        return
    if mine is not None and _is_called_by_name(mine, one, theirs=theirs):
        return
    # Who is named in other words ("officers" for the police) is named as who says so.
    is_same = same_word if mine is not None else _is_name
    if not any(is_same(a, b) for a in speaker for b in claim.own.stems):
        yield claim.finding("attribution", theirs.speaker, "Who said so is left out.")
    elif mine is not None and _is_another(claim, one, mine):
        detail = f"The cited text gives {theirs.speaker} as who said so."
        yield claim.finding("attribution", mine.speaker, detail)
    elif mine is None and theirs.kind is not Cue.SAID and not _is_told(claim, theirs):
        detail = f"The cited text tells this as what {theirs.speaker} {theirs.cue}."
        yield claim.finding("attribution", theirs.cue, detail)


def _is_plain(claim: Claim, theirs: Attribution, mine: Attribution | None) -> bool:
    """Tell whether a claim tells as fact what somebody says, but for what a firm says of itself."""
    if mine is not None:
        return False
    return not (re.search(GENERIC, fold(theirs.speaker)) and names(claim.text))


def _is_name(one: str, other: str) -> bool:
    """Tell whether two stems are one word or of one family."""
    return one == other or are_kin(one, other)


def _is_called_by_name(mine: Attribution, one: Reading, *, theirs: Attribution) -> bool:
    """Tell whether a claim calls "the company" by a name that the cited sentence has not."""
    if not mine.speaker or not re.search(GENERIC, fold(theirs.speaker)):
        return False
    last = mine.speaker.split()[-1]
    return last[:1].isupper() and not set(words(last)) & set(one.words)


def _content(speaker: str, claim: Claim) -> list[str]:
    """Return the stems that name a speaker."""
    return [s for s in stems(speaker, claim.language) if not is_stop(s, claim.language)]


def _must_keep(claim: Claim, one: Reading, theirs: Attribution) -> bool:
    """Tell whether a cited sentence is one whose speaker may not be lost."""
    quotes = any(_takes_up(claim, quoted.text) for quoted in quotations(one.text))
    sides = re.search(SIDES, fold(theirs.speaker)) is not None
    unsure = theirs.kind is not Cue.SAID
    return quotes or unsure or sides or is_casualty_count(claim.text, claim.language)


def _takes_up(claim: Claim, quoted: str) -> bool:
    """Tell whether a claim has words that somebody is quoted with, in marks or without."""
    if quotations(claim.text):
        return True
    what = set(stems(quoted, claim.language))
    return len(what & claim.own.content) > _TAKEN_UP * len(what)


def _is_another(claim: Claim, one: Reading, mine: Attribution) -> bool:
    """Tell whether a claim has said by one what another said."""
    own = _content(mine.speaker, claim)
    if not own or mine.is_pronoun:
        return False
    shared = len(one.content & claim.own.content)
    given = [
        stem
        for reading in claim.given
        if len(reading.content & claim.own.content) >= shared
        and (told := given_by(reading.text, claim.language))
        for stem in _content(told.speaker, claim)
    ]
    return bool(shared) and not any(same_word(a, b) for a in own for b in given)


def _is_told(claim: Claim, theirs: Attribution) -> bool:
    """Tell whether a claim without a cue of ours still has the verb of the cited one."""
    cue = stems(theirs.cue, claim.language)
    return any(same_word(a, b) for a in cue for b in claim.own.stems)
