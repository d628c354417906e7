"""Prints how the sample newsroom is told day by day: `bench/newsroom.py [--shown] [--grouped]`.

A fresh desk reads the articles as they appear, and one channel that follows everything is
briefed each morning at 8 and once more when all have appeared. Stories are as labelled, so that
what is counted is the telling; with `--grouped` they are as the desk groups them. What is counted:

- **new facts kept**: a follow-up owes the labelled facts that appeared since the last edition
  and stand in the language it is told in, but no more of them than it has sentences, and not a
  plan that was moved before the edition; kept are those told. `as briefed` is how the desk tells
  it: in three sentences, and up to eight of facts; `6 sentences` gives every follow-up the room of
  `/news story`; `unlimited` asks for each such fact whether it is offered at all.
- **told facts repeated**: sentences of follow-ups that say a labelled fact told before.
- **disagreements**: one that is found is right when its sides are sides of one labelled
  disagreement, of two `by` at least; one that is labelled is found when a right one names it.
- **attribution kept**: labelled claims told whose sentence names who speaks.
- **corrections told**: corrections of stories that were told before and that an edition tells.
- **changed figures**: labelled changes of what a channel was told, told with the old value.
"""

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from bot.compose.disagreements import disagreements
from bot.compose.language import in_one_language
from bot.compose.select import covered, select, stories_of, told_before, within_length
from bot.condense.extractive import condensed
from bot.models import (
    Article,
    ArticleId,
    Budget,
    ChangeKind,
    Disagreement,
    Grouping,
    Sentence,
    SourceId,
    Story,
    StoryId,
    Told,
)
from bot.newsroom import NEXT_MORNING, load_articles, load_gold
from bot.newsroom.articles import SampleArticle
from bot.newsroom.gold import Disagreement as Labelled
from bot.newsroom.gold import Figure, PlannedDay
from bot.pipeline.briefing import BRIEFED
from bot.ports import Grouper
from bot.text.attribution import attribution
from bot.text.figures import figures
from bot.text.topics import parse_topic

FRESH = timedelta(hours=48)
MORNINGS = tuple(datetime(2026, 10, day, 6, tzinfo=UTC) for day in (13, 14, 15, 16, 17))
SHORT, LONG, WHOLE = Budget(sentences=3), Budget(sentences=6), Budget(sentences=200)
MINUTES = 10
GROUPED = "--grouped"
LANGUAGES = {one.id: one.language for one in load_articles()}
GOLD = load_gold()


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One story in one edition. `before` is what the channel had been told."""

    name: str
    story: Story
    before: Told | None
    sentences: tuple[Sentence, ...]
    since: datetime
    until: datetime


@dataclass(slots=True)
class Ratio:
    """So many of so many."""

    of: int = 0
    all: int = 0
    missed: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        """Return the share; all of nothing is all."""
        return self.of / self.all if self.all else 1.0

    def count(self, *, hit: bool, what: str) -> None:
        """Count one more."""
        self.all += 1
        self.of += hit
        if not hit:
            self.missed.append(what)


def article_of(one: SampleArticle) -> Article:
    """Return a sample as the desk files it."""
    return Article(
        id=ArticleId(one.id),
        source=SourceId(one.outlet),
        outlet=one.outlet,
        url=f"https://{one.outlet}.example/{one.id}",
        title=one.title,
        text=one.text,
        fetched_at=one.appears,
        published_at=one.published.astimezone(UTC),
        language=one.language,
        agencies=one.agencies,
        bylines=(one.byline,) if one.byline else (),
    )


def editions(budget: Budget = SHORT) -> Iterator[Telling]:
    """Yield every story that the channel is told, in the order of telling."""
    grouper = _grouper()
    placed: dict[ArticleId, StoryId] = {}
    filed: list[Article] = []
    told: dict[StoryId, Told] = {}
    last = datetime(2026, 10, 1, tzinfo=UTC)
    for at in (*MORNINGS, NEXT_MORNING):
        batch = [article_of(one) for one in load_articles() if last < one.appears <= at]
        grouping = grouper.group(batch, _stories(filed, placed))
        placed = {one: grouping.merged.get(name, name) for one, name in placed.items()}
        placed |= grouping.placed
        filed += batch
        chosen = select(
            _stories(filed, placed), [parse_topic("")], told=told, since=at - FRESH, now=at
        )
        picks, rest = within_length(chosen.picks, stories_of(MINUTES))
        told |= {pick.story.id: covered(pick.story, at) for pick in rest}
        for pick in picks:
            story, before = pick.story, told_before(told.get(pick.story.id))
            spoken = in_one_language(story, preferred="en", told=before)
            sentences = condensed(spoken, budget=budget, told=before).sentences
            if before is None or sentences:
                told[story.id] = covered(story, at, (*_sentences(before), *sentences))
                yield Telling(
                    name=_gold_name(story),
                    story=spoken,
                    before=before,
                    sentences=sentences,
                    since=last,
                    until=at,
                )
        last = at


def _sentences(before: Told | None) -> tuple[Sentence, ...]:
    return before.sentences if before else ()


def _grouper() -> Grouper:
    if GROUPED not in sys.argv:
        return _AsLabelled()
    from bot.group import StoryGrouper

    return StoryGrouper()


class _AsLabelled:
    """Groups as the labels say."""

    def group(self, articles: Sequence[Article], known: Sequence[Story]) -> Grouping:
        """Place each article in its labelled story."""
        del known
        return Grouping(
            placed={one.id: StoryId(GOLD.story_of[one.id]) for one in articles}, merged={}
        )


def _stories(filed: Iterable[Article], placed: Mapping[ArticleId, StoryId]) -> list[Story]:
    members: dict[StoryId, list[Article]] = defaultdict(list)
    for article in sorted(filed, key=lambda one: one.dated_at):
        members[placed[article.id]].append(article)
    return [Story(id=name, articles=tuple(articles)) for name, articles in members.items()]


def _gold_name(story: Story) -> str:
    return GOLD.story_of[story.articles[0].id]


def told_facts(name: str, sentences: Iterable[Sentence]) -> set[str]:
    """Return the labelled facts that sentences say word for word."""
    texts = [one.text for one in sentences]
    return {
        fact.name
        for fact in GOLD.stories[name].new_facts
        if any(_same(fact.sentence, text) for text in texts)
    }


def _same(labelled: str, text: str) -> bool:
    return labelled in text or text in labelled


def owed_facts(one: Telling) -> set[str]:
    """Return the facts that a follow-up has to tell: not plans that moved by the same edition."""
    labels = GOLD.stories[one.name]
    here = {article.id for article in one.story.articles}
    lately = [plan for plan in labels.plans if plan.article in here]
    overtaken = {plan.sentence for plan in lately if any(plan.day == o.was for o in lately)}
    return {
        fact.name
        for fact in labels.new_facts
        if fact.article in here
        and one.since < fact.is_new_from <= one.until
        and fact.sentence not in overtaken
    }


def facts_kept(budget: Budget) -> Ratio:
    """Return how many owed facts follow-ups keep within a budget."""
    ratio = Ratio()
    for one in editions(budget):
        if one.before is None:
            continue
        owed = owed_facts(one)
        kept = told_facts(one.name, one.sentences) & owed
        most = min(len(owed), budget.facts or budget.sentences or len(owed))
        for number in range(most):
            missed = f"{one.name} {one.until:%d}: {', '.join(sorted(owed - kept))}"
            ratio.count(hit=number < len(kept), what=missed)
    return ratio


def facts_repeated(budget: Budget) -> Ratio:
    """Return how many sentences of follow-ups repeat; `missed` are those that do not."""
    ratio, told = Ratio(), defaultdict[str, set[str]](set)
    for one in editions(budget):
        for sentence in one.sentences:
            facts = told_facts(one.name, [sentence])
            if one.before is not None:
                again = bool(facts) and facts <= told[one.name]
                ratio.count(hit=again, what="" if not again else sentence.text)
        told[one.name] |= told_facts(one.name, one.sentences)
    return ratio


def attribution_kept(budget: Budget) -> Ratio:
    """Return how many claims that are told name their speaker."""
    ratio = Ratio()
    for one in editions(budget):
        for claim in GOLD.stories[one.name].claims:
            for sentence in one.sentences:
                if _same(claim.sentence, sentence.text):
                    said = attribution(sentence.text, LANGUAGES[claim.article])
                    named = claim.speaker.split()[-1] in sentence.text
                    ratio.count(hit=named or bool(said and said.speaker), what=sentence.text)
    return ratio


def corrections_told(budget: Budget) -> Ratio:
    """Return how many corrections of stories told are told, and marked as such."""
    ratio = Ratio()
    tellings = list(editions(budget))
    for name, labels in GOLD.stories.items():
        for one in labels.corrections:
            sentences = [s for t in tellings if t.name == name for s in t.sentences]
            hit = any(
                s.change is not None
                and s.change.kind is ChangeKind.CORRECTED
                and _same(one.sentence, s.text)
                for s in sentences
            )
            ratio.count(hit=hit, what=f"{name}: {one.sentence}")
    return ratio


def changes_told(budget: Budget) -> Ratio:
    """Return how many changes that follow-ups tell give the value that was told before."""
    ratio = Ratio()
    for one in editions(budget):
        labels = GOLD.stories[one.name]
        changed: list[Figure | PlannedDay] = [*labels.figures, *labels.plans]
        for label in (label for label in changed if label.was):
            for sentence in one.sentences:
                if one.before is None or not _same(label.sentence, sentence.text):
                    continue
                if _was_told(label, one):
                    what = f"{one.name}: {sentence.change} {sentence.text}"
                    ratio.count(hit=_says_was(sentence, label), what=what)
    return ratio


def _was_told(label: Figure | PlannedDay, one: Telling) -> bool:
    """Tell whether the value that was is in what the channel was told or covered by it."""
    ids = one.before.articles if one.before else frozenset()
    labels = GOLD.stories[one.name]
    rows = labels.figures if isinstance(label, Figure) else labels.plans
    return any(
        other.article in ids
        and other.what == label.what
        and (other.value if isinstance(other, Figure) else other.day) == label.was
        for other in rows
    )


def _says_was(sentence: Sentence, label: Figure | PlannedDay) -> bool:
    if sentence.change is None:
        return False
    values = {str(figure.value) for figure in figures(sentence.change.was)}
    wanted = str(label.was.day) if isinstance(label.was, date) else label.was
    return wanted in values


def whole_stories() -> dict[str, Story]:
    """Return the labelled stories with all their articles."""
    members: dict[str, list[Article]] = defaultdict(list)
    for one in load_articles():
        members[one.story].append(article_of(one))
    return {
        name: Story(id=StoryId(name), articles=tuple(sorted(row, key=lambda a: a.dated_at)))
        for name, row in members.items()
    }


def disagreements_found() -> tuple[Ratio, Ratio]:
    """Return precision and recall over the labelled stories."""
    precision, recall = Ratio(), Ratio()
    for name, story in whole_stories().items():
        labelled = GOLD.stories[name].disagreements
        found = disagreements(story)
        named = [_named(one, labelled) for one in found]
        for one, label in zip(found, named, strict=True):
            sides = " / ".join(f"{side.by}: {side.sentence.text}" for side in one.sides)
            precision.count(hit=label is not None, what=f"{name} {one.kind} {one.about}: {sides}")
        for label in labelled:
            recall.count(hit=label in named, what=f"{name}: {label.what}")
    return precision, recall


def _named(found: Disagreement, labelled: Sequence[Labelled]) -> Labelled | None:
    """Return the label whose sides a disagreement gives: of two speakers at least."""
    texts = [side.sentence.text for side in found.sides]
    for label in labelled:
        by = {side.by for side in label.sides if any(_same(side.sentence, t) for t in texts)}
        both = any(sum(_same(side.sentence, t) for side in label.sides) > 1 for t in texts)
        if len(by) > 1 or both:
            return label
    return None


def main(*, shown: bool) -> None:
    """Print the table; with `shown`, what is missed too."""
    precision, recall = disagreements_found()
    rows = {
        "new facts kept, as briefed": facts_kept(BRIEFED),
        "new facts kept, 3 sentences": facts_kept(SHORT),
        "new facts kept, 6 sentences": facts_kept(LONG),
        "new facts kept, unlimited": facts_kept(WHOLE),
        "told facts repeated, as briefed": facts_repeated(BRIEFED),
        "told facts repeated, 3 sentences": facts_repeated(SHORT),
        "told facts repeated, 6 sentences": facts_repeated(LONG),
        "told facts repeated, unlimited": facts_repeated(WHOLE),
        "disagreements, precision": precision,
        "disagreements, recall": recall,
        "attribution kept": attribution_kept(LONG),
        "corrections told": corrections_told(SHORT),
        "changed figures with the old value, 3 sentences": changes_told(SHORT),
        "changed figures with the old value, 6 sentences": changes_told(LONG),
    }
    for name, ratio in rows.items():
        print(f"{name:50} {ratio.share:7.1%} {ratio.of:4} of {ratio.all}")
        for missed in dict.fromkeys(ratio.missed) if shown else ():
            if missed:
                print(f"    {missed}")


if __name__ == "__main__":
    main(shown="--shown" in sys.argv)
