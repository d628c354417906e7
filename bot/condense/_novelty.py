"""What is news to a channel: what it was not told, and what nothing it was told covers."""

# ruff: noqa: RUF001 (look-alike signs are what this file is about)

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bot.compose.changes import changed
from bot.compose.disputed import disputes
from bot.compose.parties import is_office
from bot.compose.planned import days_of
from bot.compose.speaking import points_back, speech
from bot.compose.statements import Statement, statements, told_statements
from bot.condense._candidates import Candidate, candidates
from bot.models import Change, ChangeKind, Story, Told
from bot.text.facts import Fact, facts, is_correction
from bot.text.figures import FigureKind, figures
from bot.text.numerals import NUMERALS
from bot.text.quotations import unquoted
from bot.text.words import names, stems, words

_SAME = 0.6  # share of a sentence's words that stand in one told sentence
_COVERED = 0.85  # share that stands in everything told
_NEW_WORDS = 0.7  # share of known words below which a sentence says something new
_SHORT = 8  # words of a sentence that says a figure and little else
_LEADS = 0.8  # share of a report's first sentence that may stand in one told sentence
_CHANGED, _DENIED, _PLANNED, _COUNTED, _CLAIMED, _NAMED = 4.0, 1.2, 1.0, 0.8, 0.8, 0.2
_BEFELL, _STATED = 0.6, 0.4
"""What news is worth beside the worth of its sentence: facts are told before colour."""
_LEAD, _QUOTE, _POINTS_BACK = 0.8, -0.8, -0.6
_MOSTLY = 0.33  # share of a sentence within quotation marks, from which it is somebody's colour
_CLAIMS = frozenset({Fact.ACCUSATION, Fact.CLAIM, Fact.PLAN, Fact.TOLL})
_BEFALLS = re.compile(
    r"(?i:\b(?:first|found|rescued|freed|arrested|charged|released|questioned|sentenced|"
    r"resign(?:s|ed)|returned|reopen\w*|closed|cleared|evacuated|will|"
    r"erste[nrs]?|gefunden|gerettet|festgenommen|angeklagt|freigelassen|zurückgetreten|wieder|"
    r"geräumt|wird|werden|première?s?|retrouvée?s?|arrêtée?s?|inculpée?s?|libérée?s?|rouvr\w+|"
    r"démissionn\w+|évacuée?s?|primer[ao]?s?|hallad[ao]s?|encontrad[ao]s?|detenid[ao]s?|"
    r"liberad[ao]s?|reabr\w+|dimiti\w+|evacuad[ao]s?)\b)|عثر|اعتقل|أفرج|استقال|أول |إخلاء|سوف|"
    r"\bس[يت]"
)
"""What became of people and places, and what will."""
_DATELINE = re.compile(r"^[^\W\d_][\w .,'-]{1,40}\([\w /-]{2,20}\)\s*[-–—]\s+")
_CALENDAR = frozenset(
    word
    for row in (
        "monday tuesday wednesday thursday friday saturday sunday gmt utc",
        "montag dienstag mittwoch donnerstag freitag samstag sonntag",
        *(" ".join(data.months) for data in NUMERALS.values()),
    )
    for word in words(row)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What makes a sentence news: what it changes, and its `worth` beside other new ones.

    `now` is the figure, day or wording that is new. What is no fact is colour: other words.
    """

    change: Change | None
    worth: float
    now: str = ""
    is_fact: bool = True


def untold(found: Sequence[Candidate], story: Story, told: Told) -> dict[int, News]:
    """Return the news in `found` that `told` and the articles it covered do not hold, by `id`.

    An article that was covered holds nothing new: its text never changes. A sentence is new
    when its words are, or when it brings a figure, a name or a day, or changes or denies what
    was told. Facts are told before colour.
    """
    own = statements(story)
    known = _Known(story, told, own)
    new = {number for number, a in enumerate(story.articles) if a.id not in told.articles}
    found_news: dict[int, News] = {}
    said: set[tuple[Change, str]] = set()
    for one in found:
        if one.article not in new or any(cite.article in told.articles for cite in one.cites):
            continue
        news = known.news(one, _statement(one, own))
        if news is None or (news.change, news.now) in said:
            continue
        if news.change:
            said.add((news.change, news.now))
        found_news[id(one)] = news
    return _without_wrongs(found, found_news)


def _without_wrongs(found: Sequence[Candidate], news: dict[int, News]) -> dict[int, News]:
    """Return the news without what was wrong, where the same article says what is right."""
    right = {
        one.article
        for one in found
        if (change := getattr(news.get(id(one)), "change", None))
        and change.kind is ChangeKind.CORRECTED
    }
    wrong = {id(one) for one in found if one.article in right and is_correction(one.text)}
    return {key: one for key, one in news.items() if key not in wrong or one.change is not None}


def _statement(one: Candidate, own: Sequence[Sequence[Statement]]) -> Statement | None:
    """Return the sentence that a candidate was made of; copies of one text have none."""
    start = one.cites[0].start
    return next((s for s in own[one.article] if s.start <= start < s.start + len(s.text)), None)


class _Known:
    """Everything a channel knows of a story: what it was told, and the articles that covered."""

    def __init__(self, story: Story, told: Told, own: Sequence[Sequence[Statement]]) -> None:
        remembered = told_statements(told, own)
        spoken = {_code(one.language) for one in remembered}
        cited = {cite.article for one in told.sentences for cite in one.cites}
        covered = [
            a
            for a in story.articles
            if a.id in told.articles and (_code(a.language) in spoken or a.id in cited)
        ]
        names_ = {article.id for article in covered}
        sentences = [(one.text, one.language) for one in candidates(covered)]
        sentences += [(one.text, one.language) for one in remembered]
        self._languages = {_code(code) for _, code in sentences}
        self._texts = frozenset(text for text, _ in sentences)
        self._bags = {frozenset(stems(text, code)) for text, code in sentences}
        self._stems = frozenset(stem for bag in self._bags for stem in bag)
        self._words = _CALENDAR.union(*(words(text) for text in self._texts))
        self._values = frozenset(v for text, code in sentences for v in _values(text, code))
        self._days = frozenset(v for text, code in sentences for v in _days(text, code))
        passed = [one for said in own for one in said if one.article.id in names_]
        self._known = (*remembered, *passed)
        self._told = [one for said in own for one in said]
        self._dates = frozenset(day for one in self._known for day in _dates(one))
        self._answers = {
            (one.denial.article.id, one.denial.start)
            for one in disputes(own)
            if not one.points_back
        }

    def news(self, one: Candidate, said: Statement | None) -> News | None:
        """Return what is new in a sentence, or None.

        In a language that was not told before words prove nothing, and names are spelt anew:
        there only a new figure or day is news.
        """
        if one.text in self._texts or not one.stems:
            return None
        made = changed(said, self._known, beside=self._told) if said else None
        if made:
            return News(change=made.change, worth=_CHANGED, now=made.now)
        new = _values(one.text, one.language) - self._values - self._days
        dates = _dates(said) - self._dates if said else frozenset()
        if self._languages and _code(one.language) not in self._languages:
            days = _days(one.text, one.language) - self._days - self._values
            return News(change=None, worth=_COUNTED) if new | days or dates else None
        reasons = {
            _DENIED: said is not None and self._denies_anew(said),
            _PLANNED: bool(dates) or is_correction(one.text),
            _COUNTED: bool(new),
            _NAMED: self._new_names(one.text),
            0.0: self._is_worded_anew(one) or self._leads_anew(one),
        }
        if not any(reasons.values()):
            return None
        worth = max(worth for worth, holds in reasons.items() if holds)
        hard = facts(one.text, one.language)
        worth = max(
            worth,
            _CLAIMED * bool(hard.kinds & _CLAIMS),
            _BEFELL * (_BEFALLS.search(unquoted(one.text)) is not None),
            _STATED * (hard.said is not None and is_office(hard.said.speaker or "")),
        )
        if points_back(one.text, one.language):
            worth = _POINTS_BACK  # "denied that" says nothing without what was said
        is_fact = worth > 0 and (not _is_talk(one) or worth >= _DENIED)
        return News(change=None, worth=worth + _colour(one), is_fact=is_fact or not one.place)

    def _is_worded_anew(self, one: Candidate) -> bool:
        """Tell whether a sentence says in its words what no told one and not all together do.

        A short one whose every figure is known gives but that figure again.
        """
        own = frozenset(one.stems)
        values = _values(one.text, one.language)
        if one.place and values and values <= self._values and len(own) <= _SHORT:
            return False
        share = len(own & self._stems) / len(own)
        most = max((len(own & bag) for bag in self._bags), default=0) / len(own)
        return share < _NEW_WORDS or (most < _SAME and share < _COVERED)

    def _leads_anew(self, one: Candidate) -> bool:
        """Tell whether a report opens with it, in known words but to say something else.

        What a new report opens with is why it was written, even where every word is known.
        """
        if one.place:
            return False
        own = frozenset(one.stems)
        unknown = len(own - self._stems)
        most = max((len(own & bag) for bag in self._bags), default=0) / len(own)
        return bool(unknown) and most < (_LEADS if unknown > 1 else _SAME)

    def _denies_anew(self, one: Statement) -> bool:
        """Tell whether a sentence denies what nobody was told to deny."""
        if (one.article.id, one.start) in self._answers:
            return True
        if not speech(one.language).denies.search(one.text):
            return False
        return not any(
            speech(other.language).denies.search(other.text) and other.party == one.party
            for other in self._known
        )

    def _new_names(self, text: str) -> bool:
        """Tell whether a text names somebody or something that is not known."""
        told = names(_DATELINE.sub("", text))
        return any(word not in self._words for name in told for word in words(name))


def _values(text: str, language: str | None) -> frozenset[Decimal]:
    """Return the values that a text counts: not its dates and clock times."""
    timely = {FigureKind.DATE, FigureKind.TIME, FigureKind.YEAR}
    return frozenset(f.value for f in figures(text, language) if f.kind not in timely)


def _colour(one: Candidate) -> float:
    """Return what a sentence gains as the first of its report, and loses as mere talk."""
    return _LEAD * (one.place == 0) + _QUOTE * _is_talk(one)


def _is_talk(one: Candidate) -> bool:
    """Tell whether a sentence is for the most part somebody's own words."""
    quoted = len(one.text) - len(unquoted(one.text).replace(" ", "")) - one.text.count(" ")
    return quoted > _MOSTLY * len(one.text)


def _code(language: str | None) -> str:
    return (language or "en")[:2].lower()


def _dates(one: Statement) -> frozenset[date]:
    """Return the days to come that a sentence names, or that were to come when it did."""
    found = days_of(one.text, at=one.at, language=one.language)
    return frozenset(day.day for day in found if day.day > one.at.date())


def _days(text: str, language: str | None) -> frozenset[Decimal]:
    """Return the days of the month that a text names."""
    return frozenset(f.value for f in figures(text, language) if f.kind is FigureKind.DATE)
