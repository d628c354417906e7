"""Promises of `bot.group.pairs`."""

from bot.group.pairs import Pairs

PORT, PILOTS, RAIN = "port shut", "pilots strike", "rain fell"


def test_a_pair_is_shared_once_a_second_article_holds_it() -> None:
    """Only pairs that others hold are named; the rest are known by what they weigh together."""
    pairs = Pairs()
    pairs.add(1, {PORT: 1.0, PILOTS: 2.0})
    assert pairs.shared(1) == set()

    pairs.add(2, {PORT: 1.0})

    assert pairs.shared(1) == pairs.shared(2) == {PORT}
    assert pairs.weight(1) == 5.0
    assert pairs.counts == {PORT: 2}
    assert [pairs.count(pair) for pair in (PORT, PILOTS, RAIN)] == [2, 1, 0]


def test_a_pair_that_one_holder_left_is_held_by_the_other() -> None:
    """Counts fall with each departure, and a pair that comes back counts from there."""
    pairs = Pairs()
    for place in (1, 2):
        pairs.add(place, {PORT: 1.0, f"w{place} {PILOTS}": 1.0})

    pairs.drop(1, {PORT: 1.0, f"w1 {PILOTS}": 1.0})
    assert [pairs.count(pair) for pair in (PORT, f"w1 {PILOTS}")] == [1, 0]

    pairs.add(3, {PORT: 1.0})
    assert (pairs.count(PORT), pairs.shared(3)) == (2, {PORT})


def test_when_all_have_left_nothing_is_known() -> None:
    """A pair that no one holds any more leaves no trace."""
    pairs = Pairs()
    pairs.add(1, {PORT: 1.0})
    pairs.add(2, {PORT: 1.0})

    pairs.drop(1, {PORT: 1.0})
    pairs.drop(2, {PORT: 1.0})

    assert (pairs.count(PORT), dict(pairs.counts)) == (0, {})
    pairs.add(3, {PORT: 1.0})
    assert pairs.shared(3) == set()
