"""Promises of `bot.compose.check.roles`."""

import pytest

from bot.compose.check.roles import fused, subject, swapped
from tests.claims import claim

COURT = (
    "A jury in Kessel found the treasurer Paul Ondry guilty of fraud and cleared his deputy, "
    "Lena Voss, of all charges."
)
GAME = "Rovers beat City 3-1 on Saturday."
FIRE = "Two people were hurt in a fire in Keld on Monday."
RAID = "Police raided a house in Dorne and seized 40 guns."


@pytest.mark.parametrize(
    ("text", "cited", "count"),
    [
        ("Paul Ondry was found guilty of fraud and Lena Voss cleared of all charges.", COURT, 0),
        ("A jury found Lena Voss guilty of fraud and cleared Paul Ondry of all charges.", COURT, 1),
        ("City beat Rovers 3-1 on Saturday.", GAME, 1),
        ("City was beaten by Rovers 3-1.", GAME, 0),
        ("Belmark accused Arvania of shelling.", "Arvania accused Belmark of shelling.", 1),
        (
            "Arvania, it says in a long letter to all of its friends and enemies, met Belmark.",
            "Belmark met Arvania.",
            0,
        ),
    ],
)
def test_names_keep_their_places(text: str, cited: str, count: int) -> None:
    """Who did what to whom, in the active and the passive."""
    assert len(list(swapped(claim(text, cited)))) == count


def test_german_capitals_show_no_roles() -> None:
    """Nouns cannot be told from names."""
    source = "Hunde beißen Katzen."

    assert list(swapped(claim("Katzen beißen Hunde.", source, language="de"))) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Two people were hurt in Keld; police seized 40 guns in Dorne.", 0),
        ("Two people were hurt in Dorne.", 1),
        ("Two people were hurt in Keld because police raided a house in Dorne.", 1),
        ("Police seized 40 guns.", 0),
        ("In 2018 it was $5m.", 0),
    ],
)
def test_two_events_are_not_told_as_one(text: str, count: int) -> None:
    """A count stays with its place, and no cause is made up."""
    assert len(list(fused(claim(text, FIRE, RAID)))) == count


def test_a_cause_that_a_source_gives_stands() -> None:
    """In its words or in other order."""
    source = "A strike at Keld, caused by low pay, went on."

    assert list(fused(claim("There was a strike because of low pay.", source, FIRE))) == []
    assert list(fused(claim("Two people were hurt in Keld because of a fire.", FIRE, RAID))) == []


def test_one_cited_sentence_is_one_event() -> None:
    """Nothing can be mixed up."""
    assert list(fused(claim("Two people were hurt in Dorne.", FIRE))) == []


def test_a_count_in_two_sources_belongs_to_both() -> None:
    """And so to the places of both."""
    again = "Two people were seen in Dorne."

    assert list(fused(claim("Two people were hurt in Dorne.", FIRE, again))) == []


def test_a_place_of_both_sources_is_nobodys() -> None:
    """It may be where both happened; and who is new to both is another rule's."""
    again = "Two dogs were hurt in Keld near Dorne."

    assert list(fused(claim("Forty dogs were seized in Dorne.", again, RAID))) == []
    assert list(fused(claim("Two people were hurt in Elm, Ida Lund says.", FIRE, RAID))) == []


def test_a_source_without_names_has_no_place_to_lose() -> None:
    """Where it was, another may say."""
    source = "two people were hurt."

    assert list(fused(claim("Two people were hurt in Dorne.", source, RAID))) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The federation welcomed the decision.", 1),
        ("Campaigner Lotte Wren welcomed the decision.", 0),
        ("The federation called it a disaster.", 0),
        ("A minister welcomed the decision.", 0),
        ("Welcome news.", 0),
    ],
)
def test_nobody_does_what_another_did(text: str, count: int) -> None:
    """Of two who are cited for two things."""
    one = "Campaigner Lotte Wren welcomed the decision."
    other = "The federation called it a disaster."

    assert len(list(subject(claim(text, one, other)))) == count


def test_a_pronoun_may_be_anybody() -> None:
    """It names nobody else."""
    one, other = "She welcomed the decision.", "The federation called it a disaster."

    assert list(subject(claim("The federation welcomed the decision.", one, other))) == []
