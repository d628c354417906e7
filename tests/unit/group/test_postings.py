"""Promises of `bot.group.postings`."""

from bot.group.postings import _MOST_GONE, Postings


def test_holders_come_in_the_order_of_arrival() -> None:
    """Each term knows who holds it and how many they are."""
    postings: Postings[str] = Postings()
    postings.add(1, ["port", "strike"])
    postings.add(2, ["port"])

    assert list(postings.holders("port")) == [1, 2]
    assert postings.counts["port"] == 2
    assert list(postings.holders("rain")) == []


def test_who_left_is_found_no_more() -> None:
    """Dropped places are gone at once, and counts with them."""
    postings: Postings[str] = Postings()
    postings.add(1, ["port", "strike"])
    postings.add(2, ["port"])

    postings.drop(1, ["port", "strike"])

    assert list(postings.holders("port")) == [2]
    assert (postings.counts["port"], postings.counts["strike"]) == (1, 0)


def test_what_was_given_beforehand_counts_too() -> None:
    """Words of the background are common before anyone holds them."""
    postings = Postings({"govern": 30})
    postings.add(1, ["govern"])

    assert postings.counts["govern"] == 31


def test_after_very_many_departures_those_who_stayed_are_still_there() -> None:
    """Sweeping out changes nothing that can be seen."""
    postings = Postings({"govern": 30})
    for place in range(_MOST_GONE + 2):
        postings.add(place, ["port", f"w{place}"])

    for place in range(_MOST_GONE + 1):
        postings.drop(place, ["port", f"w{place}"])

    assert list(postings.holders("port")) == [_MOST_GONE + 1]
    assert list(postings.holders("w0")) == []
    assert postings.counts == {"govern": 30, "port": 1, f"w{_MOST_GONE + 1}": 1}
