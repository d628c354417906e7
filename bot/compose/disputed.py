"""Claims of a story that somebody denies: an accusation and its denial, a thing and "no such"."""

# ruff: noqa: RUF001 (look-alike signs are what this file is about)

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.compose.counted import roots
from bot.compose.parties import mention
from bot.compose.speaking import speech
from bot.compose.statements import UNKNOWN, Statement, speaker_of
from bot.text.attribution import Cue
from bot.text.quotations import unquoted
from bot.text.words import stems

_BACK = 3  # sentences before a denial in which stands what "this" is
_FAR = 8  # ... before a denial that says itself what it denies
_BARE = 1  # roots that a denial may have and still say nothing by itself
_NEAR = 6  # sentences between a thing and its denial that share one word only
_SHARED = 2
_NOUNS = 3  # words after a negation among which stands what there is not
_CLAIM_BY = re.compile(
    r"(?i: (?:a |the |any |den |die |une |l['’]|las? )?(?:claims?|accusations?|allegations?|"
    r"charges?|reports?|Vorwürfe?|acusaci\w+) (?:by|of|from|von|vom|der|des?|du|por|del)) "
    r"(?P<by>(?:the |la |le |l['’])?[^,.;]{3,60}?)(?= that| dass| que| of| over|[,.;]|$)"
)
_WHICH = re.compile(
    r"(?i:, (?:which|what|a (?:claim|charge) (?:that )?|was|ce que|ce qu['’]|lo que|but|aber|"
    r"mais)) ?(?P<by>[^,;]{2,50}?) $"
)
_CLITIC = re.compile(r"(?i:(?<!\w)(?:l['’]|l[eao]s? )(?:a |ont |avait |ha |han |había )?$)")
_CHARGE = re.compile(
    r"(?i:accus|alleg|charge|claim|vorw|anschuld|behaupt|reproch|acusa)|اتهام|مزاعم"
)
_HE = re.compile(r"(?:He|She|They|Er|Sie|Il|Elle|Ils|Elles)\b")
_WHOM = re.compile(r"(?i:\b(?:accus|blam)\w+) (?P<by>[^,.;]{3,40}?) (?:on|of|over|for)\b")
_COMMON_FROM = 6  # sentences of a story that say a word, from which it is its subject
_COMMON = 0.12  # ... and the share of all its sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A claim and its denial. `of` are the roots that both are about, `words` what is denied."""

    claim: Statement
    denial: Statement
    of: frozenset[str]
    words: str
    points_back: bool = False


def disputes(told: Sequence[Sequence[Statement]]) -> Iterator[Dispute]:
    """Yield what is claimed by one and denied by another in the articles of a story."""
    for own in told:
        for place, one in enumerate(own):
            if one.in_correction:
                continue
            within = [*_denied(own, place)]
            yield from within or _denied_elsewhere(one, told)
    yield from _contrasts([one for own in told for one in own if not one.in_correction])


def _denied(own: Sequence[Statement], place: int) -> Iterator[Dispute]:
    """Yield the dispute that a sentence with a denial is the second side of."""
    one, forms = own[place], speech(own[place].language)
    plain = unquoted(one.text)
    cue = forms.denies.search(plain)
    if cue is None:
        return
    within = _within(one, plain, cue)
    if within is not None:
        yield within
        return
    if one.party < 0:
        return
    after = plain[cue.end() :]
    points = (
        forms.back.match(after.strip())
        or _before_verb(forms.back, plain[: cue.start()][-12:], one.language)
        or forms.back.search(cue[0])
    )
    content = (
        roots(one.stems) - roots(stems(one.by, one.language)) - roots(stems(cue[0], one.language))
    )
    far = _BACK if points else _FAR
    before = _before(own, place, far, wanted=None if points else content)
    if points and not _CHARGE.search(points[0]):
        before.sort(key=lambda other: -other.place)
    if not before:
        return
    denial = _with_next(own, place, bare=bool(points) and len(content) <= _BARE)
    for claim in _claims(own, before[0], one):
        yield Dispute(
            claim=claim,
            denial=denial,
            of=content,
            words=cue[0],
            points_back=bool(points),
        )


def _before_verb(back: re.Pattern[str], before: str, language: str | None) -> re.Match[str] | None:
    """Return the pronoun before a verb that points back; "le" before a noun is an article."""
    code = (language or "en")[:2].lower()
    return (_CLITIC if code in {"fr", "es"} else back).search(before)


def _denied_elsewhere(one: Statement, told: Sequence[Sequence[Statement]]) -> Iterator[Dispute]:
    """Yield the claim of another report that a denial is of: it is about the one who denies."""
    cue = speech(one.language).denies.search(unquoted(one.text))
    if cue is None or one.party < 0 or not _CHARGE.search(one.text[cue.end() :]):
        return
    by = roots(stems(one.by, one.language))
    content = roots(one.stems) - by - roots(stems(cue[0], one.language))
    for own in told:
        for other in own:
            if (
                other.party not in {-1, one.party}
                and other.article.id != one.article.id
                and other.at <= one.at
                and by & roots(other.stems)
                and content & _content(other)
            ):
                yield Dispute(claim=other, denial=one, of=content, words=cue[0])
                return


def _claims(own: Sequence[Statement], claim: Statement, denial: Statement) -> Iterator[Statement]:
    """Yield the claim that is denied, and what else its speaker says of it before the denial."""
    yield _with_before(own, claim)
    if _charges(claim):
        yield from [
            other
            for other in own[claim.place + 1 : denial.place]
            if other.party == claim.party and other.paragraph == claim.paragraph + 1
        ][:1]


def _with_before(own: Sequence[Statement], one: Statement) -> Statement:
    """Return a claim whose speaker is a pronoun with the sentence before it."""
    words = speaker_of(one.text, one.said, one.language)
    who = mention(words, one.language)
    if one.place == 0 or not who.points_back or who.names:
        return one
    before = own[one.place - 1]
    if before.party != one.party or before.paragraph != one.paragraph:
        return one
    text = one.article.text[before.start : one.start + len(one.text)]
    return replace(before, text=text, stems=before.stems | one.stems)


def _before(
    own: Sequence[Statement], place: int, far: int, *, wanted: frozenset[str] | None
) -> list[Statement]:
    """Return the claims of others before a denial, the likeliest first."""
    one = own[place]
    others = [
        other for other in own[max(0, place - far) : place] if other.party not in {-1, one.party}
    ]
    others.reverse()
    if wanted is not None:
        others = [o for o in others if _charges(o) or roots(o.stems) & wanted] or (
            others[:1] if len(wanted) <= _BARE else []
        )
    charges = [other for other in others if _charges(other)]
    return charges or others


def _charges(one: Statement) -> bool:
    said = one.said
    if said is not None and said.kind in {Cue.ACCUSATION, Cue.CLAIM}:
        return True
    return speech(one.language).accuses.search(one.text) is not None


def _within(one: Statement, plain: str, cue: re.Match[str]) -> Dispute | None:
    """Return the dispute that one sentence tells whole: "accused ..., which it denies"."""
    before, after = plain[: cue.start()], plain[cue.end() :]
    which = _WHICH.search(before)
    if which and one.by:
        whom = _WHOM.search(before)
        by = _named(which["by"], one) or (whom["by"] if whom else "")
        denier = replace(one, by=by, party=UNKNOWN)
        return Dispute(claim=one, denial=denier, of=roots(one.stems), words=cue[0])
    by = _CLAIM_BY.match(after)
    if by and one.by:
        claimant = replace(one, by=by["by"], party=UNKNOWN)
        return Dispute(claim=claimant, denial=one, of=roots(one.stems), words=cue[0])
    return None


def _named(words: str, one: Statement) -> str:
    who = mention(words, one.language)
    return words if who.names or who.offices else ""


def _with_next(own: Sequence[Statement], place: int, *, bare: bool) -> Statement:
    """Return a denial with the sentence after it, when it says nothing by itself."""
    one = own[place]
    if not bare or place + 1 >= len(own):
        return one
    following = own[place + 1]
    if following.paragraph != one.paragraph:
        return one
    if following.party not in {-1, one.party} and not _HE.match(following.text):
        return one
    end = following.start + len(following.text)
    return replace(one, text=one.article.text[one.start : end])


def _contrasts(told: Sequence[Statement]) -> Iterator[Dispute]:
    """Yield pairs in which one says that there is none of what another says there is."""
    often = Counter(root for one in told for root in roots(one.stems))
    common = max(_COMMON_FROM, _COMMON * len(told))
    for one in told:
        if one.party < 0:
            continue
        for word, root in _denied_things(one):
            if often[root] > common:
                continue
            best = [
                other
                for other in told
                if other.party >= 0
                and other.party != one.party
                and (other.language or "en")[:2] == (one.language or "en")[:2]
                and root in roots(other.stems)
                and root not in {r for _, r in _denied_things(other)}
                and _is_close(one, other)
            ]
            best.sort(
                key=lambda other: (other.article.id != one.article.id, abs(other.place - one.place))
            )
            for other in best[:1]:
                yield Dispute(claim=other, denial=one, of=frozenset({root}), words=word)


def _is_close(one: Statement, other: Statement) -> bool:
    if one.article.id == other.article.id and abs(one.place - other.place) <= _NEAR:
        return True
    return len(_content(one) & _content(other)) >= _SHARED


def _content(one: Statement) -> frozenset[str]:
    return roots(one.stems) - roots(stems(one.by, one.language))


def _denied_things(one: Statement) -> list[tuple[str, str]]:
    """Return what a sentence says there is none of: the words, and the root of the noun."""
    found = []
    for match in speech(one.language).no.finditer(one.text):
        after = re.split(r"[,.;:”»]", one.text[match.end() :], maxsplit=1)[0].split()[:_NOUNS]
        content = [stem for stem in stems(" ".join(after), one.language) if not stem[:1].isdigit()]
        if content and after:
            found.append((f"{match[0]} {after[0]}", next(iter(roots(content[:1])))))
    return found
