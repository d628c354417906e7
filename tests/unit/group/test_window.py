"""Promises of `bot.group.window`."""

from bot.group.prints import VIEWS, print_of
from bot.group.window import _MOST_GONE, Window
from tests.unit.group.newsroom import NEWSROOM, STRIKE, STRIKE_TOLD_AGAIN, article


def test_companions_share_words_that_are_not_common() -> None:
    """A report that shares telling words is worth a look, one that shares none is not."""
    rain = article("rain", "Rain at the weekend", "Umbrellas sold out early, grocers say.")
    window = Window([print_of(each) for each in (STRIKE, STRIKE_TOLD_AGAIN, rain)])

    assert window.companions(0) == [1]
    assert window.companions(2) == []


def test_two_words_of_a_headline_are_enough() -> None:
    """With few words to go by, less need be shared, whichever of the two is the headline."""
    reports = [
        article("head", "Delta port shut"),
        article("report", "Ships wait", "Ships wait off Delta as its port is shut."),
        article("other", "Delta votes", "Voters in Delta chose a mayor."),
    ]
    window = Window([print_of(each) for each in reports])

    assert window.companions(0) == [1]
    assert window.companions(1) == [0]


def test_what_many_hold_is_not_looked_up() -> None:
    """Words of more than a tenth of a large window lead to no one."""
    crowd = [article(f"c{at}", "Delta port shut", f"w{at}x v{at}x.") for at in range(60)]
    few = [article(f"d{at}", f"u{at}x t{at}x", f"s{at}x.") for at in range(5)]
    window = Window([print_of(each) for each in (*crowd, *few)])

    assert window.companions(0) == []


def test_as_many_must_be_shared_as_is_asked() -> None:
    """Who asks for less gets more to look at."""
    one = article("one", "Ferry late", "The ferry to Arden came late, says Mara Lind.")
    other = article("other", "Vote held", "Nobody in Arden, says Tom Reed, stayed away.")
    window = Window([print_of(one), print_of(other)])

    assert window.companions(0) == []
    assert window.companions(0, fewest=2) == [1]


def test_what_left_is_as_if_it_had_never_been() -> None:
    """Counts and companions are those of a window that never saw the article."""
    window = Window([print_of(each) for each in NEWSROOM])
    for place, one in list(window.prints.items()):
        if one.id not in {STRIKE.id, STRIKE_TOLD_AGAIN.id}:
            window.drop(place)
    fresh = Window([print_of(each) for each in (STRIKE, STRIKE_TOLD_AGAIN)])

    assert len(window) == 2
    assert window.companions(0) == [1]
    for view in range(len(VIEWS)):
        kept = {term: many for term, many in window.counts(view).items() if many}
        assert kept == fresh.counts(view)


def test_after_very_many_departures_those_who_stayed_are_still_found() -> None:
    """Sweeping out changes nothing that can be seen."""
    window = Window([print_of(STRIKE)])
    for at in range(_MOST_GONE + 1):
        window.drop(window.add(print_of(article(f"a{at}", f"w{at}x v{at}x", STRIKE.text))))
    place = window.add(print_of(STRIKE_TOLD_AGAIN))

    assert window.companions(place) == [0]
    assert set(map(tuple, window.holders(place, 60))) <= {(0, place)}
