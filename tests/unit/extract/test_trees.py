"""Trees read from a table."""

import pytest

from bot.extract.trees import chances


def test_answers_lead_to_a_weight() -> None:
    """Up to the limit a row goes to the first answer, above it to the second."""
    table = "0<2 1<0.5 -1 0 1"

    low, even, high = chances(table, [(2, 0.5), (2, 0.6), (3, 0)])

    assert low < even < high
    assert even == pytest.approx(0.5)


def test_trees_are_added_up() -> None:
    """Two trees that agree are surer than one."""
    one, two = chances(".5", [()]), chances(".5\n\n.5", [()])

    assert 0.5 < one[0] < two[0]


def test_a_clear_sum_ends_the_reading() -> None:
    """When the first trees leave no doubt, the others are not asked."""
    table = "\n\n".join([".2"] * 15 + ["-9"])

    assert chances(table, [()])[0] > 0.95
