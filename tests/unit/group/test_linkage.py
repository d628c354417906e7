"""Promises of `bot.group.linkage`."""

from bot.group.likeness import Strengths
from bot.group.linkage import joined


def strengths(*pairs: tuple[int, int, float]) -> Strengths:
    """Return strengths that hold both ways."""
    found: Strengths = {}
    for one, other, strength in pairs:
        found.setdefault(one, {})[other] = strength
        found.setdefault(other, {})[one] = strength
    return found


def test_the_strongest_pair_is_joined_first() -> None:
    """A weaker claim on the same member does not count once the mean falls below."""
    groups = joined(
        {0: [0], 1: [1], 2: [2]},
        strengths((0, 1, 0.6), (1, 2, 0.9)),
        needed=lambda _one, _other: 0.5,
        least=0.1,
    )

    assert groups == {0: [0], 1: [1, 2]}


def test_groups_join_when_the_mean_is_enough() -> None:
    """All pairs between two groups count, and the lower name stays."""
    groups = joined(
        {0: [0, 1], 1: [2, 3], 2: [4]},
        strengths((0, 2, 0.9), (0, 3, 0.8), (1, 2, 0.7), (1, 3, 0.6), (2, 3, 1.0)),
        needed=lambda _one, _other: 0.7,
    )

    assert groups == {0: [0, 1, 2, 3], 2: [4]}


def test_what_may_not_join_stays_apart() -> None:
    """The judge has the last word, however strong the pair."""
    groups = joined({0: [0], 1: [1]}, strengths((0, 1, 1.0)), needed=lambda _one, _other: 2.0)

    assert groups == {0: [0], 1: [1]}


def test_copies_weigh_as_one_report() -> None:
    """Three copies that know nothing of a report do not outvote the one that does."""
    pairs = strengths((0, 4, 0.9), (1, 4, 0.1), (2, 4, 0.1), (3, 4, 0.1))
    voices = dict.fromkeys((1, 2, 3), ("en", 1 / 3))
    groups = {0: [0, 1, 2, 3], 1: [4]}

    assert joined(groups, pairs, needed=lambda _one, _other: 0.4) == groups
    assert joined(groups, pairs, needed=lambda _one, _other: 0.4, voices=voices) != groups


def test_silence_between_languages_counts_little() -> None:
    """A report in another language that shares little does not keep two of one language apart."""
    pairs = strengths((0, 2, 0.6))
    voices = {0: ("en", 1.0), 1: ("de", 1.0), 2: ("en", 1.0)}
    groups = {0: [0, 1], 1: [2]}

    assert joined(groups, pairs, needed=lambda _one, _other: 0.4) == groups
    assert joined(groups, pairs, needed=lambda _one, _other: 0.4, voices=voices) == {0: [0, 1, 2]}
