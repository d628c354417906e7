"""What became of an article, or of a story, in a channel: the one final reason.

What was told comes first, since it cannot be taken back; then what the last briefing made of
it; then, for what none has looked at, what one would make of it now.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.compose.age import latest
from bot.compose.card import coverage
from bot.compose.freshness import original
from bot.compose.reasons import AHEAD
from bot.compose.select import Pick
from bot.compose.silence import muted_text
from bot.compose.standing import Case, Standing, copy_text, place_text
from bot.models import Article, Reason, Skipped, Told, Verdict
from bot.text.counts import counted

_BEGINS = {
    Reason.NOT_ABOUT: "was not told here",
    Reason.ALREADY_TOLD: "was not told again",
    Reason.TOO_OLD: "was not told here, because it is too old",
    Reason.MUTED: "was not told here",
    Reason.FILTERED: "was filtered out here",
    Reason.OVER_LENGTH: "was left out for length",
}

_OF_THE_STORY = frozenset({Reason.NOT_ABOUT, Reason.MUTED})
"""Reasons that hold for all of a story's reports alike; the others are a report's own."""

WALLED = "Only its beginning is known: its page is behind a pay-wall."

LOOKED_AT = "it looks at the newest 1,000 stories of two days"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate:
    """The one final reason, and in words.

    `at` is when it was decided, None for what was found out by asking. `sentences` are the
    numbers, from 1 on, of the sentences of that telling in which an article is cited.
    """

    reason: Reason
    said: str
    at: datetime | None = None
    sentences: tuple[int, ...] = ()


def skipped_fate(skipped: Skipped) -> Fate:
    """Return the reason of an entry that gave no article."""
    said = f"It gave no article: {skipped.reason}."
    return Fate(reason=Reason.FILTERED, said=said, at=skipped.at)


def article_fate(article: Article, case: Case, standing: Standing) -> Fate:
    """Return the one final reason of an article in a channel."""
    found = _told(article, case, standing) or _muted(article, case, standing)
    found = found or _passed_over(article, case, standing) or _untold(article, case, standing)
    return replace(found, said=f"{found.said} {WALLED}") if article.is_walled else found


def story_fate(case: Case, standing: Standing) -> Fate:
    """Return the one final reason of a story in a channel, with its coverage."""
    facts = f"It has {coverage(case.story)}, the latest {latest(case.story, standing.now)}."
    if case.told:
        found = _told_story(case, standing)
    else:
        found = _passed_over(None, case, standing) or _untold(None, case, standing)
    return Fate(reason=found.reason, said=f"{found.said} {facts}", at=found.at)


def _muted(article: Article, case: Case, standing: Standing) -> Fate | None:
    """Say that its source is muted."""
    mute = standing.silence.of(article)
    if mute is None:
        return None
    said = muted_text(mute, standing.zone, source=article.outlet)
    others = " Its story was told from other reports." if case.told else ""
    return Fate(reason=Reason.MUTED, said=f"It was not told here: {said}.{others}", at=mute.at)


def _told(article: Article, case: Case, standing: Standing) -> Fate | None:
    """Say when it was told, or its story with it."""
    place, has_others = place_text(case.story), len(case.story.articles) > 1
    beside = f" Its story is {place}." if has_others else ""
    for telling in case.told:
        cited = tuple(
            number
            for number, sentence in enumerate(telling.sentences, start=1)
            if any(cite.article == article.id for cite in sentence.cites)
        )
        if cited or (not has_others and article.id in telling.articles):
            how = f"as {_sentences(cited)}" if cited else "by its headline"
            said = f"It was told here {_briefing(telling, standing)}, {how}.{beside}"
            return Fate(reason=Reason.TOLD, said=said, at=telling.at, sentences=cited)
    return _grouped(article, case, standing)


def _grouped(article: Article, case: Case, standing: Standing) -> Fate | None:
    """Say when its story was told without it, and why without it."""
    telling = next((one for one in case.told if article.id in one.articles), None)
    if telling is None:
        return None
    copied = copy_text(article, case.story, cited=_cited(telling))
    when, why = _briefing(telling, standing), copied or "its own sentences were not needed"
    said = f"It was grouped into {place_text(case.story)}, which was told here {when}; {why}."
    return Fate(reason=Reason.GROUPED, said=said, at=telling.at)


def _passed_over(article: Article | None, case: Case, standing: Standing) -> Fate | None:
    """Say in which briefing it was left out for length, or found to say nothing new."""
    last = article or max(case.story.articles, key=lambda one: one.fetched_at)
    telling = next((one for one in case.passed_over if last.id in one.articles), None)
    if telling is None:
        return None
    before = next((one for one in reversed(case.told) if one.at <= telling.at), None)
    if before is None:
        begins = f"{_subject(case, article)} {_BEGINS[Reason.OVER_LENGTH]}"
        said = f"{begins} {_briefing(telling, standing)}: {AHEAD}."
        return Fate(reason=Reason.OVER_LENGTH, said=said, at=telling.at)
    why = copy_text(last, case.story) or "this report says nothing that was not told"
    when = _briefing(before, standing)
    said = f"Its story {place_text(case.story)} was told here {when}; {why}."
    return Fate(reason=Reason.ALREADY_TOLD, said=said, at=telling.at)


def _untold(article: Article | None, case: Case, standing: Standing) -> Fate:
    """Say why it was not told: by the last verdict, or by what a briefing would say now.

    It is the whole story's reason where no article is given.
    """
    decided, judged = case.decided_on(article), case.judged(standing)
    objection = judged if isinstance(judged, Verdict) else None
    if decided and _still_holds(decided, objection, standing):
        return _said(decided, case, standing, article, at=decided.at)
    if isinstance(judged, Pick) and (article is None or article.id in judged.news):
        return _waiting(article, case, standing)
    if objection and (article is None or objection.reason in _OF_THE_STORY):
        return _said(objection, case, standing, article)
    return _too_old(article or case.story.articles[-1], case, standing)


def _still_holds(decided: Verdict, objection: Verdict | None, standing: Standing) -> bool:
    """Return whether what a briefing said is the last word, whatever one would say now.

    A mute that ended and a topic that was subscribed since are reasons no more while the story
    is fresh; once it is too old, they were the reason why it never was told.
    """
    match decided.reason:
        case Reason.FILTERED:
            return True
        case Reason.MUTED:
            return objection is not None and objection.reason is not Reason.NOT_ABOUT
        case Reason.NOT_ABOUT:
            is_other = objection is not None and objection.reason is not Reason.MUTED
            return is_other or not standing.is_subscribed
        case _:
            return False


def _said(
    found: Verdict,
    case: Case,
    standing: Standing,
    article: Article | None,
    *,
    at: datetime | None = None,
) -> Fate:
    begins = f"{_subject(case, article)} {_BEGINS[found.reason]}"
    when = f" in the briefing of {standing.moment(at)}" if at else ""
    return Fate(reason=found.reason, said=f"{begins}{when}: {found.detail}.", at=at)


def _too_old(article: Article, case: Case, standing: Standing) -> Fate:
    """Say how old an article is; a reprint is as old as what it reprints."""
    first = original(article, case.story.articles)
    if first is not None and first.dated_at < min(article.dated_at, standing.since):
        how = f"it is a reprint of a text of {_day(first.dated_at)}"
    else:
        how = f"it is of {_day(article.dated_at)}"
    beside = f" Its story is {place_text(case.story)}." if len(case.story.articles) > 1 else ""
    said = f"It {_BEGINS[Reason.TOO_OLD]}: {how}.{beside}"
    return Fate(reason=Reason.TOO_OLD, said=said)


def _waiting(article: Article | None, case: Case, standing: Standing) -> Fate:
    """Say what comes next for what no briefing has looked at."""
    last = case.decided_on(article)
    came_at = max(one.fetched_at for one in ([article] if article else case.story.articles))
    if article and case.told:
        when = _briefing(case.told[-1], standing)
        said = f"Its story {place_text(case.story)} was told here {when}; this report came in since"
    elif last and last.reason is Reason.TOLD:
        said = f"The briefing of {standing.moment(last.at)}, which told it, did not arrive"
    elif standing.last_at and standing.last_at > came_at and last is None:
        said = (
            f"The briefing of {standing.moment(standing.last_at)} did not look at it: {LOOKED_AT}"
        )
    else:
        said = "No briefing of this channel has looked at it yet"
    return Fate(reason=Reason.NOT_YET, said=f"{said}. {standing.ahead}".strip())


def _told_story(case: Case, standing: Standing) -> Fate:
    telling = case.told[-1]
    count = len(telling.sentences)
    how = f", in {counted(count, 'sentence')}" if count else ", by its headline"
    is_why = case.verdict is not None and case.verdict.reason is Reason.TOLD
    why = f": {case.verdict.detail}" if is_why and case.verdict else ""
    done = {article for one in case.tellings for article in one.articles}
    late = sum(article.id not in done for article in case.story.articles)
    since = f" {counted(late, 'report')} came in since." if late else ""
    said = f"It was told here {_briefing(telling, standing)}{how}{why}.{since}"
    return Fate(reason=Reason.TOLD, said=said, at=telling.at)


def _subject(case: Case, article: Article | None) -> str:
    """Return what a reason is about: the story itself, or the story of an article among others."""
    if article is None or len(case.story.articles) == 1:
        return "It"
    return f"It was grouped into {place_text(case.story)}, which"


def _briefing(telling: Told, standing: Standing) -> str:
    return f"in the briefing of {standing.moment(telling.at)}"


def _cited(telling: Told) -> set[str]:
    return {cite.article for sentence in telling.sentences for cite in sentence.cites}


def _sentences(numbers: tuple[int, ...]) -> str:
    """Return numbers of sentences as they are spoken of.

    >>> _sentences((2,)), _sentences((1, 3))
    ('sentence 2', 'sentences 1 and 3')
    """
    *others, last = map(str, numbers)
    return f"sentences {', '.join(others)} and {last}" if others else f"sentence {last}"


def _day(at: datetime) -> str:
    return f"{at.day} {at:%B %Y}"
