"""Promises of `bot.group.window`."""

from bot.group.prints import ALL, NUMBERS, PAIRS, print_of
from bot.group.window import Window
from tests.unit.group.newsroom import NEWSROOM, STRIKE, STRIKE_TOLD_AGAIN, article


def test_companions_share_words_that_are_not_common() -> None:
    """A report that shares telling words is worth a look, one that shares none is not."""
    rain = article("rain", "Rain at the weekend", "Umbrellas sold out early, grocers say.")
    window = Window([print_of(each) for each in (STRIKE, STRIKE_TOLD_AGAIN, rain)])

    assert window.companions(0) == [1]
    assert window.companions(2) == []


def test_a_headline_is_looked_up_by_all_its_words() -> None:
    """With few words to go by, even a common one leads somewhere."""
    crowd = [article(f"c{at}", "Delta", f"Delta w{at}.") for at in range(60)]
    window = Window([print_of(each) for each in (article("head", "Delta shut"), *crowd)])

    assert len(window.companions(0)) == 60
    assert window.companions(1) == []


def test_only_the_rarest_words_of_a_report_are_looked_up() -> None:
    """In a window of hundreds a look-up ends when enough holders were seen."""
    rare, common = ([f"{kind}{at}x" for at in range(110)] for kind in ("rare", "common"))
    reports = [article(f"a{at}", "x", " ".join(rare)) for at in range(50)]
    reports += [article(f"b{at}", "x", " ".join(common)) for at in range(55)]
    reports += [article(f"c{at}", f"filler{at}y") for at in range(500)]
    window = Window(map(print_of, reports))

    place = window.add(print_of(article("one", "x", " ".join([*common, *rare]))))

    assert set(window.companions(place)) == set(range(50))


def test_what_left_is_as_if_it_had_never_been() -> None:
    """Counts and companions are those of a window that never saw the article."""
    window = Window([print_of(each) for each in NEWSROOM])
    for place, one in list(window.prints.items()):
        if one.id not in {STRIKE.id, STRIKE_TOLD_AGAIN.id}:
            window.drop(place)
    fresh = Window([print_of(each) for each in (STRIKE, STRIKE_TOLD_AGAIN)])

    assert len(window) == 2
    assert window.companions(0) == [1]
    assert window.counts(NUMBERS) == fresh.counts(NUMBERS)
    for pair in {pair for one in map(print_of, NEWSROOM) for pair in one.views[PAIRS]}:
        assert window.pairs.count(pair) == fresh.pairs.count(pair)
    assert +window.indexed[ALL].counts == +fresh.indexed[ALL].counts
