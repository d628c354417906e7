"""How well the sample newsroom is grouped, as floors that only rise."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.config import Settings, known_aliases
from bot.group import StoryGrouper
from bot.models import Article, ArticleId, SourceId, Story, StoryId
from bot.newsroom import load_articles, load_gold

ALIASES = known_aliases(Settings())
SATURDAY = date(2026, 10, 17)
GOLD = load_gold().story_of
APPEARS = {ArticleId(one.id): one.appears for one in load_articles()}
ARTICLES = tuple(
    Article(
        id=ArticleId(one.id),
        source=SourceId(one.outlet),
        outlet=one.outlet,
        url=f"https://{one.outlet}.example/{one.id}",
        title=one.title,
        text=one.text,
        fetched_at=one.appears,
        published_at=one.published.astimezone(UTC),
        language=one.language,
    )
    for one in load_articles()
)


def homes(batches: Sequence[Sequence[Article]]) -> dict[ArticleId, StoryId]:
    """Return each article's story after the batches were filed one after the other."""
    placed: dict[ArticleId, StoryId] = {}
    filed: list[Article] = []
    grouper = StoryGrouper(aliases=ALIASES)
    for batch in batches:
        members: dict[StoryId, list[Article]] = defaultdict(list)
        for article in filed:
            members[placed[article.id]].append(article)
        known = [Story(id=name, articles=tuple(row)) for name, row in members.items()]
        grouping = grouper.group(batch, known)
        placed = {one: grouping.merged.get(name, name) for one, name in placed.items()}
        placed.update(grouping.placed)
        filed.extend(batch)
    return placed


def bcubed(placed: Mapping[ArticleId, StoryId]) -> tuple[float, float]:
    """Return precision and recall: how pure and how whole the story of an article is."""
    found, true = Counter(placed.values()), Counter(GOLD[name] for name in placed)
    both = Counter((home, GOLD[name]) for name, home in placed.items())
    precision = sum(count**2 / found[home] for (home, _), count in both.items())
    recall = sum(count**2 / true[name] for (_, name), count in both.items())
    return precision / len(placed), recall / len(placed)


def day_of(article: Article) -> date:
    """Return the day on which an article came into its feed."""
    return APPEARS[article.id].astimezone(UTC).date()


def all_at_once() -> list[list[Article]]:
    """Return everything in one batch: a desk that is switched on for the first time."""
    return [list(ARTICLES)]


def two_days() -> list[list[Article]]:
    """Return what is there by Friday night, then what Saturday morning adds."""
    early = [one for one in ARTICLES if day_of(one) < SATURDAY]
    early.sort(key=lambda one: one.dated_at)
    return [early, [one for one in ARTICLES if day_of(one) >= SATURDAY]]


def day_by_day() -> list[list[Article]]:
    """Return a batch for each day of the week."""
    days: dict[date, list[Article]] = defaultdict(list)
    for article in ARTICLES:
        days[day_of(article)].append(article)
    return [days[day] for day in sorted(days)]


def one_by_one() -> list[list[Article]]:
    """Return each article by itself, in the order of appearance."""
    return [[article] for article in ARTICLES]


@pytest.mark.parametrize(
    ("batches", "floor"),
    [(all_at_once(), 0.951), (two_days(), 0.976), (day_by_day(), 0.976), (one_by_one(), 0.976)],
    ids=["all_at_once", "two_days", "day_by_day", "one_by_one"],
)
def test_the_newsroom_falls_into_its_stories(
    batches: Sequence[Sequence[Article]], floor: float
) -> None:
    """Reports of one event are one story, and of two events two, however they come in."""
    precision, recall = bcubed(homes(batches))

    assert precision == 1.0
    assert recall >= floor


def test_bare_headlines_fall_into_their_stories() -> None:
    """With nothing but English headlines, most of a story is found and little is mixed up."""
    bare = [replace(one, text="") for one in ARTICLES if one.language == "en"]

    precision, recall = bcubed(homes([bare]))

    assert precision >= 0.917
    assert recall >= 0.875


def test_follow_ups_of_the_next_day_join_their_story() -> None:
    """What Saturday adds to a story of Friday comes under the name that Friday gave it."""
    early, late = two_days()
    friday, saturday = homes([early]), homes([early, late])

    names = {GOLD[one]: home for one, home in friday.items()}
    assert {one.id: saturday[one.id] for one in late} == {
        one.id: names[GOLD[one.id]] for one in late
    }


@pytest.mark.parametrize("language", ["de", "fr", "ar"])
def test_reports_in_other_languages_join_the_english_ones(language: str) -> None:
    """Of the reports whose event is told in English too, all stand with English ones."""
    placed = homes(all_at_once())
    english = {placed[one.id] for one in ARTICLES if one.language == "en"}
    told = {GOLD[one.id] for one in ARTICLES if one.language == "en"}
    theirs = [one for one in ARTICLES if one.language == language and GOLD[one.id] in told]

    assert theirs
    assert {one.id for one in theirs if placed[one.id] not in english} == set()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("pellworth-chess-03", "pellworth-fair-01"),
        ("marrowick-flood-01", "theater-brennau-01"),
        ("marrowick-flood-01", "ister-talks-01"),
        ("corvenia-coalition-03", "ister-talks-05"),
        ("harbour-fire-01", "crane-collapse-01"),
    ],
)
def test_one_town_may_have_two_stories(one: str, other: str) -> None:
    """Shared places and people do not make two events one."""
    placed = homes(all_at_once())

    assert placed[ArticleId(one)] != placed[ArticleId(other)]


def test_the_order_of_reading_makes_no_difference() -> None:
    """Sorted by title, the newsroom falls into the same stories under the same names."""
    by_title = sorted(ARTICLES, key=lambda one: one.title)

    assert homes([by_title]) == homes(all_at_once())


def test_the_newsroom_is_dated_as_expected() -> None:
    """Saturday morning adds some articles to a full week; else these floors measure nothing."""
    early, late = two_days()

    assert len(early) > 10 * len(late) > 0
    assert max(map(day_of, ARTICLES)) == SATURDAY
    assert min(APPEARS.values()) > datetime(2026, 10, 1, tzinfo=UTC)
