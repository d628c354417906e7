"""What changed in a story: figures that moved, plans with a new day, and corrections."""

# ruff: noqa: RUF001 (look-alike signs are what this file is about)

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from bot.compose.counted import UPDATES, Count, alike, grouped, near, roots
from bot.compose.planned import Day, days_of
from bot.compose.statements import Statement, statements
from bot.models import Change, ChangeKind, Story
from bot.text.facts import HARMS, Fact, facts, is_correction
from bot.text.figures import FigureKind

_FACTOR = 20  # by which a figure may have moved and still be of the same thing
_SHARED = 2  # roots in common of two sentences that count the same thing
_SHARED_BY_PLANS = 2  # ... of a plan that is said to have moved and the plan as it was
_SHARED_UNSAID = 4  # ... of two plans of which neither is said to have moved
_LATER = timedelta(hours=1)
_FROM_TO = re.compile(r"(?i:\b(?:from|von|de|desde)\b|من)[^,;]{0,6}$", re.IGNORECASE)
_TO = re.compile(r"(?i:\b(?:to|auf|à|a)\b|إلى)[^,;\d]{0,12}$")
_NOT = re.compile(
    r"(?i:\b(?:(?:and )?not|rather than|instead of|up from|down from|und nicht|nicht|statt|"
    r"et non|au lieu de|y no|en vez de)\b|وليس|لا)[^.;]{0,24}$"
)
_SHUT_UNTIL = re.compile(
    r"(?i:\b(?:shut|closed|suspended|stay\w*|remain\w*|gesperrt|geschlossen|fermée?s?|cerrad\w+)\b)"
    r"[^.]{0,40}(?i:\b(?:until|till|bis|jusqu\w*|hasta)\b)"
)
_OPENS = re.compile(
    r"(?i:\b(?:re-?open\w*|open(?:s|ed|ing)?(?: again)?|resum\w+|(?:wieder )?öffne\w*|rouvr\w+|"
    r"reabr\w+)\b)"
)
_IF = re.compile(r"(?i:\b(?:if|unless|whether|wenn|falls|sollte|ob|si)\b)|إذا")
_SAID_WRONG = re.compile(
    r"(?i:\b(?:said|stated|reported|gave|put|wrote|claimed|hieß es|berichtete[n]?|stand|"
    r"indiquait|affirmait|decía|afirmaba)\b|ذكر|قال).{0,60}?"
    r"(?:\b(?:that|dass|daß|que|qu['’])|أن) ?(?P<wrong>[^.;]+)"
)
_GAVE_WRONG = re.compile(
    r"(?i:\b(?:misstated|misspelt|misspelled|misidentified|gave (?:a|the) wrong|wrongly (?:said|"
    r"gave|named|put)|falsch angegeben)\b) ?(?P<wrong>[^.;]+)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """One change: what `new` says now, as `now`, and what `was`; `old` said that, if known."""

    kind: ChangeKind
    was: str
    now: str
    new: Statement
    old: Statement | None = None

    @property
    def change(self) -> Change:
        """The change as a sentence carries it."""
        return Change(kind=self.kind, was=self.was)


def changes(story: Story) -> tuple[Changed, ...]:
    """Return what changed in a story in the order of time, each change once."""
    told = [one for own in statements(story) for one in own]
    told.sort(key=lambda one: (one.at, one.article.id, one.place))
    found: dict[tuple[ChangeKind, str, str], Changed] = {}
    for number, one in enumerate(told):
        known = [other for other in told[:number] if other.article.id != one.article.id]
        made = changed(one, known, beside=told)
        if made:
            found.setdefault((made.kind, _plain(made.was), _plain(made.now)), made)
    return tuple(found.values())


def _plain(words: str) -> str:
    digits = re.sub(r"\D", "", words)
    return digits or words.casefold()


def changed(
    one: Statement, known: Sequence[Statement], *, beside: Iterable[Statement] = ()
) -> Changed | None:
    """Return how a sentence changes what is `known`, or None.

    `known` is in order of weight: what was told comes before what was only covered. `beside` are
    other sentences of the story: those of its own article say what a correction corrects.
    """
    own = [other for other in beside if other.article.id == one.article.id]
    return _corrected(one, known, own) or _moved(one, known) or _recounted(one, known, own)


def _corrected(
    one: Statement, known: Sequence[Statement], own: Sequence[Statement]
) -> Changed | None:
    """Return the correction that a sentence makes: of what its article says was wrong."""
    if not one.in_correction:
        return None
    for other in own:
        match = is_correction(other.text) and (
            _SAID_WRONG.search(other.text) or _GAVE_WRONG.search(other.text)
        )
        if not match:
            continue
        wrong = match["wrong"].strip(' ”“"')
        if other.start == one.start:
            wrong, comma, _ = wrong.partition(",")  # "... said that nine died, but seven did"
            if not comma:
                continue
        elif not _is_about(one, wrong, other):
            continue
        old = next((k for k in known if roots(k.stems) & roots(_stems(wrong, k))), None)
        return Changed(kind=ChangeKind.CORRECTED, was=wrong, now=one.text, new=one, old=old)
    return None


def _stems(words: str, one: Statement) -> frozenset[str]:
    return frozenset(stem for stem in one.stems if stem in words.casefold())


def _is_about(one: Statement, wrong: str, other: Statement) -> bool:
    """Tell whether a sentence of a correction says what is right of the thing that was wrong."""
    if is_correction(one.text) or one.place < other.place:
        return False
    harms = {harm for harm, form in HARMS.items() if form.search(wrong)}
    if any(HARMS[harm].search(one.text) for harm in harms):
        return True
    said = {stem for stem in other.stems if stem[:4] in wrong.casefold()}
    return len(roots(one.stems) & roots(said)) >= _SHARED


def _moved(one: Statement, known: Sequence[Statement]) -> Changed | None:
    """Return the move of a plan: another day for what is known to have been planned."""
    news = _ahead(one)
    if not news or _IF.search(one.text):
        return None
    moves = Fact.PLAN in facts(one.text, one.language).kinds or bool(
        _NOT.search(one.text[: news[-1].start])
    )
    best: tuple[int, Statement, Day] | None = None
    new = news[0] if len(news) == 1 else new_day(one.text, news)
    for other in known:
        olds = [day for day in _ahead(other) if day.day != new.day]
        if not olds or other.at > one.at:
            continue
        need, shared = _need(one, other, moves=moves), len(_content(one) & _content(other))
        foreign = (one.language or "en")[:2] != (other.language or "en")[:2]
        if foreign and moves and best is None:
            best = (0, other, olds[0])
        elif not foreign and shared >= need and (best is None or shared > best[0]):
            best = (shared, other, olds[0])
    if best is None or any(
        new.day in {day.day for day in _ahead(other)} and _same_plan(one, other) for other in known
    ):
        return None
    return Changed(kind=ChangeKind.MOVED, was=best[2].words, now=new.words, new=one, old=best[1])


def _same_plan(one: Statement, other: Statement) -> bool:
    """Tell whether two sentences with one day are of one plan; across languages the day decides."""
    if (one.language or "en")[:2] != (other.language or "en")[:2]:
        return True
    return len(_content(one) & _content(other)) >= _SHARED_BY_PLANS


def new_day(text: str, days: Sequence[Day]) -> Day:
    """Return the day to which a text moves a plan: after "to", not after "from" or "not"."""
    kept = [
        day
        for day in days
        if not _NOT.search(text[: day.start]) and not _FROM_TO.search(text[: day.start])
    ]
    return kept[0] if kept else days[0]


def _ahead(one: Statement) -> list[Day]:
    """Return the days to come that a sentence names."""
    found = days_of(one.text, at=one.at, language=one.language)
    return [day for day in found if day.day > one.at.date()]


def _need(one: Statement, other: Statement, *, moves: bool) -> int:
    """Return how much two plans must have in common."""
    if _OPENS.search(one.text) and _SHUT_UNTIL.search(other.text):
        return 1
    return _SHARED_BY_PLANS if moves else _SHARED_UNSAID


def _content(one: Statement) -> frozenset[str]:
    """Return the roots of what a sentence says, but for its days and who says it."""
    days = days_of(one.text, at=one.at, language=one.language)
    timely = {root for day in days for root in roots(day.words.casefold().split())}
    by = roots(one.by.casefold().replace(",", "").split())
    return roots(one.stems) - timely - by


def _recounted(
    one: Statement, known: Sequence[Statement], own: Sequence[Statement]
) -> Changed | None:
    """Return the change of a figure that is known."""
    for count in one.counts:
        if count.is_past or count.is_part:
            continue
        was = _named_before(one, count) or None
        if was is not None:
            holds = [k for k in known if any(_is(was, other) for other in k.counts)]
            if holds and not any(_is(count, other) for k in holds for other in k.counts):
                return _change(one, count, was, holds[0])
            continue
        if count.is_expected or any(_is(count, other) for k in known for other in k.counts):
            continue
        for other in known:
            for before in other.counts:
                if _overtakes(one, count, other, before, own):
                    return _change(one, count, before, other)
    return None


def _is(count: Count, other: Count) -> bool:
    return count.value == other.value and count.kind is other.kind


def _change(one: Statement, count: Count, was: Count, old: Statement) -> Changed:
    kind = ChangeKind.UP if count.value > was.value else ChangeKind.DOWN
    words = was.words
    if (one.language or "en")[:2] != (old.language or "en")[:2] and was.value < 1_000_000:  # noqa: PLR2004
        words = grouped(was.value, one.language)
    return Changed(kind=kind, was=words, now=count.words, new=one, old=old)


def _named_before(one: Statement, count: Count) -> Count | None:
    """Return the figure that a sentence itself names as what was: "from 4.25 to 4.00"."""
    for other in one.counts:
        if other is count or (other.kind is not count.kind and other.unit):
            continue
        before = one.text[: other.start]
        between = one.text[other.end : count.start]
        if other.end <= count.start and _FROM_TO.search(before) and _TO.search(between):
            return other
        if other.start > count.end and (
            other.is_past or _NOT.search(one.text[count.end : other.start])
        ):
            return other
    return None


def _overtakes(
    one: Statement, count: Count, other: Statement, before: Count, own: Iterable[Statement]
) -> bool:
    """Tell whether a count is the newer state of one that is known."""
    if other.at > one.at or before.is_expected or before.is_past:
        return False
    if not alike(count, before) or not near(count, before, factor=_FACTOR):
        return False
    shared = len(_content(one) & _content(other) - count.things)
    if count.kind is not FigureKind.COUNT or not count.harm:
        by_same = one.party >= 0 and one.party == other.party
        if shared < (1 if by_same else _SHARED):
            return False
    return _is_update(one, count, other, before, own)


def _is_update(
    one: Statement, count: Count, other: Statement, before: Count, own: Iterable[Statement]
) -> bool:
    """Tell a later state from another opinion: it says so, or the same speaker gives it."""
    if one.party >= 0 and one.party == other.party:
        return True
    if UPDATES.search(one.text):
        return True
    if any(past.is_past and _is(past, before) for near_by in own for past in near_by.counts):
        return True
    unsaid = one.party < 0 or other.party < 0
    return (
        unsaid and bool(count.harm) and one.at - other.at >= _LATER and count.value > before.value
    )
