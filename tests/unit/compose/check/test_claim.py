"""Promises of `bot.compose.check.claim` and `bot.compose.check.reading`."""

from bot.compose.check.claim import nearest
from bot.compose.check.reading import are_kin, read, readings
from tests.claims import claim

LONG = "It rained. Nine boats sank off Keld. The council met. Lund left. Trees fell in Dorne."


def test_a_sentence_that_cites_an_article_is_held_to_what_comes_nearest() -> None:
    """Not to all of it; a second sentence that adds words counts too."""
    found = claim("Off Keld nine boats sank and trees fell.", LONG)

    assert found.is_wide
    assert [one.text for one in found.given] == [
        "Nine boats sank off Keld.",
        "Trees fell in Dorne.",
    ]


def test_a_short_citation_is_taken_whole() -> None:
    """Three sentences are no article."""
    found = claim("Nine boats sank.", "Nine boats sank. It rained. Lund left.")

    assert not found.is_wide
    assert len(found.given) == 3


def test_what_shares_no_word_comes_near_nothing() -> None:
    """There is nothing to hold it to."""
    assert nearest(read("Zebras graze.", "en"), readings(LONG, "en")) == ()


def test_no_more_than_three_sentences_come_near() -> None:
    """Who takes a word from everywhere retells nothing."""
    text = "Alder grows. Birch grows. Cedar grows. Elm grows. Oak grows."

    assert len(nearest(read("Alder birch cedar elm oak", "en"), readings(text, "en"))) == 3


def test_a_lone_source_is_what_is_retold() -> None:
    """However few words they share; among several it takes a third of them."""
    source = "The minister of energy closed the old pit at Keld for good on Monday."

    assert len(list(claim("A pit shut.", source).retold())) == 1
    assert (
        list(claim("A pit shut, miners and mayors and unions say.", source, "Rain.").retold()) == []
    )


def test_blank_text_is_not_verbatim() -> None:
    """Though every text has it."""
    assert not claim(" ", LONG).is_verbatim


def test_words_of_one_family_are_kin() -> None:
    """By how they begin, or with what Arabic sets before a word; not with what denies it."""
    assert are_kin("سيفتح", "يفتح")
    assert not are_kin("unfair", "fair")
    assert not are_kin("untrue", "true")
    assert not are_kin("cat", "catalogu")
