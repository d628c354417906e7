"""Promises of `bot.group.linkage`."""

from collections.abc import Mapping, Sequence

from bot.group.likeness import Strengths
from bot.group.linkage import Group, Judge, Member, joined


def strengths(*pairs: tuple[int, int, float]) -> Strengths:
    """Return strengths that hold both ways."""
    found: Strengths = {}
    for one, other, strength in pairs:
        found.setdefault(one, {})[other] = strength
        found.setdefault(other, {})[one] = strength
    return found


def at_least(mean: float) -> Judge:
    """Return a judge who asks the same of everybody."""
    return lambda _one, _other: mean


def places(
    rows: Mapping[int, Sequence[int]],
    found: Strengths,
    needed: Judge,
    members: Mapping[int, Member] | None = None,
) -> dict[int, list[int]]:
    """Return the places of each group after joining."""
    groups = {name: Group() for name in rows}
    for name, row in rows.items():
        groups[name].extend((members or {}).get(place, Member(place=place)) for place in row)
    groups = joined(groups, found, needed=needed)
    return {name: [one.place for one in group.members] for name, group in groups.items()}


def test_the_clearest_pair_is_joined_first() -> None:
    """A weaker claim on the same member does not count once the mean falls below."""
    found = strengths((0, 1, 0.6), (1, 2, 0.9))

    assert places({0: [0], 1: [1], 2: [2]}, found, at_least(0.5)) == {0: [0], 1: [1, 2]}


def test_the_pair_that_exceeds_its_bar_the_most_is_the_clearest() -> None:
    """Where two kinds of groups ask for different means, a low mean may be the clearer one."""
    found = strengths((0, 1, 0.6), (1, 2, 0.5))

    def needed(one: Group, other: Group) -> float:
        return 0.2 if {one.members[0].place, other.members[0].place} == {1, 2} else 0.55

    assert places({0: [0], 1: [1], 2: [2]}, found, needed) == {0: [0], 1: [1, 2]}


def test_groups_join_when_the_mean_is_enough() -> None:
    """All pairs between two groups count, and the lower name stays."""
    found = strengths((0, 2, 0.9), (0, 3, 0.8), (1, 2, 0.7), (1, 3, 0.6), (2, 3, 1.0))

    assert places({0: [0, 1], 1: [2, 3], 2: [4]}, found, at_least(0.7)) == {
        0: [0, 1, 2, 3],
        2: [4],
    }


def test_a_group_that_grew_is_judged_anew() -> None:
    """Three that belong together become one, whichever pair was first."""
    found = strengths((0, 1, 0.9), (0, 2, 0.8), (1, 2, 0.8))

    assert places({0: [0], 1: [1], 2: [2]}, found, at_least(0.5)) == {0: [0, 1, 2]}


def test_what_may_not_join_stays_apart() -> None:
    """The judge has the last word, however strong the pair."""
    found = strengths((0, 1, 1.0))

    assert places({0: [0], 1: [1]}, found, at_least(2.0)) == {0: [0], 1: [1]}


def test_copies_weigh_as_one_report() -> None:
    """Three copies that know nothing of a report do not outvote the one that does."""
    pairs = strengths((0, 4, 0.9), (1, 4, 0.1), (2, 4, 0.1), (3, 4, 0.1))
    copies = {at: Member(place=at, weight=1 / 3) for at in (1, 2, 3)}
    rows = {0: [0, 1, 2, 3], 1: [4]}

    assert places(rows, pairs, at_least(0.4)) == rows
    assert places(rows, pairs, at_least(0.4), copies) == {0: [0, 1, 2, 3, 4]}


def test_silence_between_languages_counts_little() -> None:
    """A report in another language that shares little does not keep two of one language apart."""
    pairs = strengths((0, 2, 0.6))
    spoken = {at: Member(place=at, language=code) for at, code in ((0, "en"), (1, "de"), (2, "en"))}
    rows = {0: [0, 1], 1: [2]}

    assert places(rows, pairs, at_least(0.4)) == rows
    assert places(rows, pairs, at_least(0.4), spoken) == {0: [0, 1, 2]}
