"""Properties of grouping: true of any articles whatever."""

from collections import defaultdict
from collections.abc import Iterator
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.group import StoryGrouper
from bot.models import Article, ArticleId, Story, StoryId
from tests.unit.group.newsroom import NEWSROOM, article, story

LATIN = ("port", "strike", "Delta", "Mara Lind", "41", "7,5", "vote", "Arden.", "\n\n")
OTHERS = ("港口", "مارا ليند", "دلتا", "Мара Линд", "Дельта", "نبيل فاروق", "Nabil Farouk")
WORDS = st.lists(st.sampled_from((*LATIN, *OTHERS)), max_size=30).map(" ".join)
DRAWN = st.lists(
    st.tuples(WORDS, WORDS, st.floats(0, 30), st.sampled_from(["en", "de", "ar", "ru", None])),
    max_size=8,
).map(
    lambda rows: [
        article(f"a{at}", title, text, days=days, language=language)
        for at, (title, text, days, language) in enumerate(rows)
    ]
)


@given(DRAWN, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_order_makes_no_difference(articles: list[Article], chance: Random) -> None:
    """Shuffled articles get the same stories."""
    shuffled = list(articles)
    chance.shuffle(shuffled)

    assert StoryGrouper().group(articles, []) == StoryGrouper().group(shuffled, [])


@given(DRAWN, st.integers(0, 8))
@settings(max_examples=60, deadline=None)
def test_every_article_is_placed_and_no_story_lost(articles: list[Article], cut: int) -> None:
    """All that is given is placed in a known story that stays, or in a new one."""
    known: list[Story] = [story(f"k{one.id}", one) for one in articles[:cut]]
    grouping = StoryGrouper().group(articles[cut:], known)

    names = {one.id for one in known}
    assert grouping.placed.keys() == {one.id for one in articles[cut:]}
    assert grouping.merged.keys() <= names
    assert set(grouping.merged.values()) <= names - grouping.merged.keys()
    assert not grouping.merged.keys() & set(grouping.placed.values())


@given(DRAWN, st.lists(st.integers(1, 4), max_size=4), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_names_survive_merges_and_restarts(
    articles: list[Article], sizes: list[int], chance: Random
) -> None:
    """However they come in, a story's name leads to its articles for ever.

    A grouper that has run all along and one that starts afresh for each batch say the same.
    """
    chance.shuffle(articles)
    kept = StoryGrouper()
    placed: dict[ArticleId, StoryId] = {}
    gone: dict[StoryId, StoryId] = {}
    for batch in batches(articles, sizes):
        members: dict[StoryId, list[Article]] = defaultdict(list)
        for one in articles:
            if one.id in placed:
                members[placed[one.id]].append(one)
        known = [Story(id=name, articles=tuple(row)) for name, row in members.items()]
        before, grouping = dict(placed), kept.group(batch, known)
        assert grouping == StoryGrouper().group(batch, known)
        placed = {one: grouping.merged.get(name, name) for one, name in placed.items()}
        placed |= grouping.placed
        gone |= grouping.merged
        for article_id, name in before.items():
            assert placed[article_id] == gone.get(name, name)


def batches(articles: list[Article], sizes: list[int]) -> Iterator[list[Article]]:
    """Yield articles in batches of these sizes, and what is left in one more."""
    left = list(articles)
    for size in sizes:
        yield left[:size]
        left = left[size:]
    yield left


@given(st.permutations(NEWSROOM))
@settings(max_examples=20, deadline=None)
def test_a_second_run_finds_the_same_stories(articles: list[Article]) -> None:
    """Given again with the stories it made, an article stays where it is."""
    first = StoryGrouper().group(articles, [])
    stories = [
        Story(id=name, articles=tuple(one for one in articles if first.placed[one.id] == name))
        for name in set(first.placed.values())
    ]
    second = StoryGrouper().group(articles, stories)

    assert second.placed == first.placed
    assert second.merged == {}
