"""Promises of the baselines and measures of `make quality`."""

from datetime import UTC, datetime, timedelta

from bench.quality.gain import interval
from bench.quality.grouping import batches, placed_in_batches, shuffles
from bench.quality.neardup import judged
from bench.quality.peers import beginning, filling
from bench.quality.searching import ANY_STEM, AS_IS, BASELINES, indexed, listing
from bench.quality.singlepass import seen, single_pass
from bot.models import Article, ArticleId, Budget, SourceId

DAY = datetime(2026, 11, 24, tzinfo=UTC)
FERRY = "The ferry Aurelie ran aground off Delta pier with ninety passengers."
BRIDGE = "The mayor of Orlo opened a bridge across the river Tamsin."
VOTE = "Parliament voted against the budget of the finance minister."


def report(name: str, text: str, *, day: int = 0) -> Article:
    """Return an article of some day."""
    at = DAY + timedelta(days=day)
    return Article(
        id=ArticleId(name),
        source=SourceId("s"),
        outlet="Delta Herald",
        url="",
        title="",
        text=text,
        fetched_at=at,
        published_at=at,
        language="en",
    )


def test_a_single_pass_joins_what_shares_rare_words() -> None:
    """Two reports of one event are one story, those of two events two."""
    row = [report("a", FERRY), report("b", FERRY), report("c", BRIDGE), report("d", VOTE)]

    placed = single_pass(seen(row), threshold=0.3)

    assert placed == {"a": "0", "b": "0", "c": "1", "d": "2"}


def test_a_single_pass_with_a_window_closes_old_stories() -> None:
    """What comes after the window begins a story of its own."""
    row = [report("a", FERRY), report("b", FERRY, day=3), report("c", FERRY, day=7)]
    row.append(report("d", BRIDGE))

    placed = single_pass(seen(row), threshold=0.3, days=3)

    assert placed["a"] == placed["b"] != placed["c"]


def test_a_desk_meets_every_article_once_in_any_order() -> None:
    """Shuffled and cut into batches, each article is placed, and the same seed gives the same."""
    row = [report(f"{at}", text) for at, text in enumerate([FERRY, FERRY, BRIDGE, VOTE])]
    order = shuffles(row)

    placed = placed_in_batches(batches(order(1)))

    assert placed.keys() == {"0", "1", "2", "3"}
    assert placed["0"] == placed["1"]
    assert order(1) == order(1)
    assert order(1) != order(2)


def test_a_wrong_link_is_with_another_original_instead() -> None:
    """A copy alone is lost, one in another story is wrong, one with its original neither."""
    truth = {"a": "ferry", "b": "bridge", "c": "vote"}
    cases = [{"id": f"{name}-cut", "of": name} for name in truth]
    placed = {"a": "1", "b": "2", "c": "3", "a-cut": "1", "b-cut": "1", "c-cut": "4"}

    assert judged(cases, truth, placed) == (1, 1)


def test_an_interval_is_the_same_in_every_run() -> None:
    """The bounds hold the mean between them, and do not change from run to run."""
    values = [float(value % 7) for value in range(100)]

    low, high = interval(values)

    assert low < sum(values) / len(values) < high
    assert interval(values) == (low, high)


def test_the_beginning_is_whole_sentences_in_a_row() -> None:
    """A lead never skips, whatever is told by rank does, and neither is ever empty."""
    found = ["One two three.", "Four five six.", "Seven."]
    words = Budget(sentences=None, words=4)

    assert beginning(found, words) == ["One two three."]
    assert filling(found, words) == ["One two three.", "Seven."]
    assert beginning(found, Budget(sentences=2)) == found[:2]
    assert beginning(found, Budget(sentences=None, words=1)) == found[:1]


def test_full_text_search_finds_all_words_or_any() -> None:
    """As it is, one word too many finds nothing; with any word and stems it finds the nearest."""
    articles = [
        {"id": "a", "title": "Ferry aground", "text": FERRY},
        {"id": "b", "title": "A bridge for Orlo", "text": BRIDGE},
    ]
    found = {
        method: listing(indexed(articles, tokenizer), "ferries aground in fog", between)
        for method, (between, tokenizer) in BASELINES.items()
    }

    assert found == {AS_IS: [], ANY_STEM: ["a"]}
