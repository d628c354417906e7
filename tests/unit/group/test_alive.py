"""Promises of `bot.group.alive`."""

from dataclasses import replace

from bot.group.alive import Alive
from tests.unit.group.newsroom import ELECTION, STRIKE, STRIKE_IN_GERMAN, article


def test_an_article_keeps_its_place_while_it_is_alive() -> None:
    """What was taken apart is not taken apart again, be it another copy of the same reading."""
    alive = Alive()
    alive.become([STRIKE, ELECTION])
    place = alive.place(STRIKE)

    alive.become([replace(STRIKE), ELECTION])

    assert alive.place(STRIKE) == place
    assert alive.name(place) == STRIKE.id


def test_an_article_that_changed_is_taken_apart_anew() -> None:
    """A corrected text, title or date is what counts from then on."""
    alive = Alive()
    alive.become([STRIKE])
    corrected = replace(STRIKE, title="Lighthouse reopened", text="")

    alive.become([corrected])

    assert len(alive.window) == 1
    assert alive.window.prints[alive.place(corrected)].is_bare


def test_who_is_not_named_is_alive_no_more() -> None:
    """Articles of closed stories are forgotten."""
    alive = Alive()
    alive.become([STRIKE, ELECTION])
    alive.become([ELECTION])

    assert [one.id for one in alive.window.prints.values()] == [ELECTION.id]


def test_languages_meet_only_while_there_are_several() -> None:
    """Names are compared across languages from the second language on, and while it lasts."""
    alive = Alive()
    unknown = article("x", "Port shut", language=None)
    alive.become([STRIKE, unknown])
    assert alive.abroad is None

    alive.become([STRIKE, STRIKE_IN_GERMAN])
    assert alive.abroad is not None
    alive.become([STRIKE, STRIKE_IN_GERMAN, ELECTION])
    assert alive.place(STRIKE_IN_GERMAN) in alive.abroad.companions(alive.place(STRIKE))

    alive.become([STRIKE_IN_GERMAN])
    assert alive.abroad is None
