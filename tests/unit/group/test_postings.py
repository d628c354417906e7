"""Promises of `bot.group.postings`."""

from bot.group.postings import Postings


def postings_of(*rows: list[str]) -> Postings[str]:
    """Return postings with rows of terms under the places 1, 2, ..."""
    postings: Postings[str] = Postings()
    for place, terms in enumerate(rows, start=1):
        postings.add(place, terms)
    return postings


def test_holders_come_in_the_order_of_arrival() -> None:
    """Each term knows who holds it."""
    postings = postings_of(["port", "strike"], ["port"], ["port"])

    assert list(postings.holders("port")) == [1, 2, 3]
    assert list(postings.holders("strike")) == [1]
    assert list(postings.holders("rain")) == []


def test_a_term_told_twice_has_one_holder() -> None:
    """A term that an article holds is entered once."""
    assert list(postings_of(["port", "port"]).holders("port")) == [1]


def test_who_is_not_alive_is_swept_out() -> None:
    """Those that stay keep their order."""
    postings = postings_of(["port", "strike"], ["port"], ["port", "rain"])

    postings.sweep({2, 3})

    assert list(postings.holders("port")) == [2, 3]
    assert list(postings.holders("strike")) == []
    assert list(postings.holders("rain")) == [3]
