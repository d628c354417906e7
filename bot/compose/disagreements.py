"""What outlets or speakers of a story differ about, side by side, with sources and times.

A later report that overtakes an earlier one is no disagreement: of the same speaker, or one that
says that a figure has risen. Copies of one text are one voice.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from zlib import crc32

from bot.compose.appointed import apart
from bot.compose.counted import is_people, roots
from bot.compose.disputed import Dispute, disputes
from bot.compose.opinions import Given, given, opposed
from bot.compose.parties import is_name, mention
from bot.compose.statements import UNKNOWN, Statement, party_named, statements
from bot.models import Difference, Disagreement, Side, Story, Told
from bot.text.words import stems

_EVENTS = frozenset({Difference.DAY, Difference.PLACE})
_SHARED = 2  # roots in common of two sentences that count the same thing
_BACK = 4  # sentences between a figure and a denial of it
_OF_ONE = 3  # sentences that may stand for one side of a claim


def disagreements(story: Story) -> tuple[Disagreement, ...]:
    """Return what the reports of a story differ about, figures first."""
    told = statements(story)
    found = _figures(told, [*given(told)])
    found = [*_apart(told), *_with_claims(found, told)]
    languages = [article.language for article in story.articles]
    language = max(languages, key=languages.count)
    made = (one.disagreement(language) for one in found)
    return tuple(one for one in made if len({side.stand for side in one.sides}) > 1)


def not_told(found: Iterable[Disagreement], told: Told | None) -> tuple[Disagreement, ...]:
    """Return the disagreements to which a report that a channel was not told adds a side."""
    known = told.articles if told else frozenset()
    return tuple(
        one
        for one in found
        if any(cite.article not in known for side in one.sides for cite in side.sentence.cites)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stand:
    """Where somebody stands: `key` is the figure, or who it is."""

    key: Decimal | int
    by: str
    party: int
    value: str
    statement: Statement


@dataclass(slots=True)
class _Found:
    """A disagreement while it grows: the sides as they are found."""

    kind: Difference
    of: frozenset[str]
    sides: list[_Stand] = field(default_factory=list)

    @property
    def parties(self) -> frozenset[int]:
        """Who stands on a side."""
        return frozenset(side.party for side in self.sides)

    def disagreement(self, language: str | None) -> Disagreement:
        """Return it with the earliest sentences of each side, in the story's language if any."""
        known = [s for s in self._standing() if self.kind in _EVENTS or _is_speaker(s)]
        ordered = sorted(known, key=lambda side: _plainness(side, language))
        kept: list[_Stand] = []
        for side in ordered:
            own = [other for other in kept if other.key == side.key]
            said = {(other.statement.text, other.key) for other in kept}
            if len(own) >= _OF_ONE or (side.statement.text, side.key) in said:
                continue
            if own and side.statement.language != own[0].statement.language:
                continue
            if self.kind is Difference.CLAIM or not _has_article(own, side):
                kept.append(side)
        if self.kind is Difference.CLAIM:
            kept = _with_own_side(kept)
        stands = list(dict.fromkeys(side.key for side in kept))
        sides = tuple(
            Side(
                by=s.by,
                value=s.value,
                sentence=s.statement.sentence,
                at=s.statement.at,
                stand=stands.index(s.key),
            )
            for s in sorted(kept, key=lambda s: (s.statement.at, s.statement.place))
        )
        return Disagreement(kind=self.kind, about=self._about(language), sides=sides)

    def _standing(self) -> list[_Stand]:
        """Return the sides without the figures that their own speakers have overtaken."""
        if self.kind is not Difference.FIGURE:
            return self.sides
        newest: dict[int, _Stand] = {}
        for side in self.sides:
            known = newest.get(side.party)
            if known is None or side.statement.at > known.statement.at:
                newest[side.party] = side
        standing = [s for s in self.sides if s.party < 0 or s.key == newest[s.party].key]
        return standing if len({side.key for side in standing}) > 1 else self.sides

    def _about(self, language: str | None) -> str:
        """Return the word that says what it is about; empty when the sides share none."""
        words: dict[str, set[Decimal | int]] = {}
        own = [side for side in self.sides if side.statement.language == language]
        for side in own or self.sides:
            one = side.statement
            by = roots(stems(side.by, one.language))
            for word in re.findall(r"[^\W\d_]{4,}", one.text):
                root = next(iter(roots(stems(word, one.language))), "")
                if root and root not in by and not is_people(word):
                    words.setdefault(word.lower(), set()).add(side.key)
        wanted = self.of - {""}
        fit = [word for word in words if roots(stems(word, language)) & wanted]
        fit = fit or [word for word, keys in words.items() if len(keys) > 1]
        return max(fit, key=lambda word: (len(words[word]), len(word)), default="")


def _is_speaker(side: _Stand) -> bool:
    """Tell whether a side is given by an outlet, a name or an office: not by half a sentence."""
    one = side.statement
    return (not one.by and side.by == one.teller) or is_name(side.by, one.language)


def _with_own_side(kept: Sequence[_Stand]) -> list[_Stand]:
    """Return the sides of a claim, with one key for an office and whoever speaks for it."""
    found: list[_Stand] = []
    for side in kept:
        same = next((o for o in found if o.key != side.key and _is_one_side(o, side)), side)
        found.append(replace(side, key=same.key))
    return found


def _is_one_side(one: _Stand, other: _Stand) -> bool:
    """Tell whether two are under one name."""
    mine, its = (mention(side.by, side.statement.language) for side in (one, other))
    return mine.names | mine.offices == its.names | its.offices


def _has_article(own: Iterable[_Stand], side: _Stand) -> bool:
    """Tell whether an article stands for a figure already."""
    return any(other.statement.article.id == side.statement.article.id for other in own)


def _plainness(side: _Stand, language: str | None) -> tuple[bool, bool, float, int]:
    """Return how fit a sentence is to stand for a side: smaller is fitter."""
    one = side.statement
    alone = len({count.value for count in one.counts}) < 2  # noqa: PLR2004
    return one.language != language, not alone, one.at.timestamp(), one.place


def _figures(told: Sequence[Sequence[Statement]], every: Sequence[Given]) -> list[_Found]:
    """Return the figures that differ, those of one thing together."""
    found: list[_Found] = []
    for one, other in opposed(every, told):
        values = {one.count.value, other.count.value}
        of = one.count.things | other.count.things | frozenset({one.count.unit, other.count.unit})
        home = next((f for f in found if _is_same(f, one, other, values)), None)
        if home is None:
            home = _Found(kind=Difference.FIGURE, of=of)
            found.append(home)
        home.sides += [_stand(one), _stand(other)]
        home.sides += [_stand(more) for more in every if _is_alike(more, (one, other))]
    return found


def _stand(one: Given) -> _Stand:
    return _Stand(
        key=one.count.value,
        by=one.by,
        party=one.party,
        value=one.count.words,
        statement=one.statement,
    )


def _is_alike(more: Given, known: Iterable[Given]) -> bool:
    """Tell whether somebody gives a figure that is known to be disputed."""
    return more.party != -1 and any(
        more.count.value == one.count.value and more.count.kind is one.count.kind for one in known
    )


def _is_same(found: _Found, one: Given, other: Given, values: set[Decimal]) -> bool:
    """Tell whether two figures belong to a disagreement that is known."""
    texts = {side.statement.text for side in found.sides}
    known = {one.statement.text, other.statement.text} & texts
    if values <= {side.key for side in found.sides}:
        foreign = one.statement.language not in {side.statement.language for side in found.sides}
        is_one = one.statement.text == other.statement.text in texts
        return foreign or is_one or not one.count.unit or one.count.unit in found.of
    return bool(known and found.of & (one.count.things | {one.count.unit}) - {""})


def _apart(told: Sequence[Sequence[Statement]]) -> list[_Found]:
    """Return the days and places that differ, those of one event together."""
    found: list[_Found] = []
    for one in apart(told):
        texts = {statement.text for statement, _ in one.sides}
        home = next((f for f in found if {s.statement.text for s in f.sides} & texts), None)
        if home is None:
            home = _Found(kind=one.kind, of=one.of)
            found.append(home)
        for statement, words in one.sides:
            key = crc32(words.casefold().encode())
            stand = _Stand(
                key=key,
                by=statement.teller,
                party=statement.party,
                value=words,
                statement=statement,
            )
            home.sides.append(stand)
    return found


def _with_claims(found: list[_Found], told: Sequence[Sequence[Statement]]) -> list[_Found]:
    """Return the disagreements with those about claims; what belongs to a figure joins it."""
    claims: list[_Found] = []
    for one in disputes(told):
        sides = [
            _claimed(one.claim, _value(one.claim, one), told),
            _claimed(one.denial, one.words, told),
        ]
        pair = frozenset(side.party for side in sides)
        if len(pair) == 1 or any(_is_of_figure(one, pair, home) for home in found):
            continue
        home = next((f for f in claims if _is_of_claim(one, pair, f)), None)
        if home is None:
            home = _Found(kind=Difference.CLAIM, of=frozenset() if one.points_back else one.of)
            claims.append(home)
        home.of |= frozenset() if one.points_back else one.of
        home.sides += sides
    return [*found, *claims]


def _claimed(one: Statement, value: str, told: Sequence[Sequence[Statement]]) -> _Stand:
    party = party_named(one.by, one, told) if one.party == UNKNOWN else one.party
    return _Stand(key=party, by=one.teller, party=party, value=value, statement=one)


def _value(claim: Statement, one: Dispute) -> str:
    """Return the words of a claim that are denied, or its verb."""
    for word in re.findall(r"[^\W\d_]+", claim.text):
        if next(iter(roots(stems(word, claim.language))), "") in one.of:
            return str(word)
    return claim.said.cue if claim.said else claim.text


def _is_of_figure(one: Dispute, pair: frozenset[int], home: _Found) -> bool:
    """Tell whether a denial that points back belongs to the figure about which the two differ."""
    near_by = any(
        s.article.id == one.denial.article.id and 0 <= one.denial.place - s.place <= _BACK
        for s in (side.statement for side in home.sides)
    )
    return one.points_back and near_by and pair <= home.parties


def _is_of_claim(one: Dispute, pair: frozenset[int], home: _Found) -> bool:
    """Tell whether two denials are of one thing: between the same two, about the same."""
    if len(pair) > 1 and pair <= home.parties:
        return True
    texts = {side.statement.text for side in home.sides}
    if one.claim.text in texts or one.denial.text in texts:
        return True
    return bool(pair & home.parties) and len(one.of & home.of) >= _SHARED
