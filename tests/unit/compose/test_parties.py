"""Promises of `bot.compose.parties`: one number for all the names of a speaker."""

from bot.compose.parties import Parties, known_as, mention


def numbers(*words: str, parties: Parties | None = None) -> list[int | None]:
    """Return the numbers of speakers that are named one after the other."""
    parties = parties or Parties()
    found: list[int | None] = []
    for one in words:
        found.append(parties.of(mention(one), [n for n in found if n is not None]))
    return [None if number is None else parties.kept(number) for number in found]


def test_a_spokesman_is_his_office() -> None:
    """And a surname is the whole name, a pronoun the last who spoke."""
    union, tideman, she, police, ebbing = numbers(
        "The Dockers' Union",
        "union leader Rosa Tideman",
        "she",
        "Police",
        "police spokesman Ebbing",
    )

    assert union == tideman == she
    assert police == ebbing != union


def test_two_ministries_are_two() -> None:
    """A shared word of office joins nobody; who points at nobody is nobody."""
    foreign, interior, nobody = numbers("the foreign ministry", "the interior ministry", "said")

    assert foreign != interior
    assert nobody is None
    assert numbers("he") == [None]


def test_who_left_an_office_does_not_speak_for_it() -> None:
    """A former mate of a ship is not its owner."""
    lines, mate = numbers("Norlund Lines", "A former mate of the ferry Norlund Star")

    assert lines != mate


def test_the_company_is_the_one_that_a_story_names() -> None:
    """Also for one who speaks for it before it was named."""
    named = known_as(["The ferry company Norlund Lines sails. The firm Brask Storage does not."])

    lines, company, dahl = numbers(
        "Norlund Lines",
        "the company",
        "company spokeswoman Freya Dahl",
        parties=Parties(known_as=named),
    )
    first, then = numbers(
        "company spokeswoman Freya Dahl", "Norlund Lines", parties=Parties(known_as=named)
    )

    assert lines == company == dahl
    assert first != then
