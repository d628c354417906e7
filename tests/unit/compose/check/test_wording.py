"""Promises of `bot.compose.check.wording`, of its faults, its places and its weights."""

import pytest

from bot.compose.check.evidence import Evidence
from bot.compose.check.weights import WEIGHTS
from bot.compose.check.wording import judged
from tests.claims import claim, findings

ARTICLE = (
    "The ferry Kittiwake sank off Port Salin on Monday after hitting a rock, "
    "the coast guard said.\n\n"
    "Rescuers saved 41 of its 44 passengers.\n\n"
    "Captain Jon Merrit was not on the bridge.\n\n"
    "“I heard a bang and then the lights went out,” said Ada Quill, a passenger.\n\n"
    "The ferry had passed an inspection in March, and its owner expects a report on Friday.\n\n"
    "Shares in the owner, Salin Lines, fell 12% in Tarn."
)


@pytest.mark.parametrize(
    "text",
    [
        "The ferry Kittiwake sank off Port Salin on Monday after striking a rock.",
        "Shares in Salin Lines dropped 12% in Tarn.",
        "Rescuers rescued 41 of 44 passengers of the ferry.",
        "Captain Jon Merrit was not on the bridge.",
    ],
)
def test_other_words_for_the_same_stand(text: str) -> None:
    """And so do the same words."""
    assert findings(text, ARTICLE) == ()


@pytest.mark.parametrize(
    ("text", "rule", "words"),
    [
        ("Rescuers saved 42 of the passengers.", "figure", "42"),
        ("Shares in the owner, Salin Lines, fell 44% in Tarn.", "figure", "44"),
        ("The ferry Kittiwake sank off Port Dorne on Monday.", "name", "dorne"),
        ("The ferry sank off Port Salin on Friday after hitting a rock.", "day", "friday"),
        ("Shares in the owner, Salin Lines, rose 12% in Tarn.", "opposite", "rose"),
        ("The ferry had not passed an inspection in March.", "polarity", "pass inspect"),
        ("Captain Jon Merrit was on the bridge.", "polarity", "bridg"),
        (
            "Ada Quill, a passenger, heard “a bang and then a scream”.",
            "quotation",
            "a bang and then a scream",
        ),
        ("A drunk helmsman steered the ferry.", "wording", "drunk"),
    ],
)
def test_what_the_article_does_not_say_is_found(text: str, rule: str, words: str) -> None:
    """Under the rule it breaks, with the words at fault."""
    assert (rule, words) in {(one.rule, one.words) for one in findings(text, ARTICLE)}


def test_faults_are_counted_by_kind() -> None:
    """And what stands for other words of its meaning is counted for the sentence."""
    faults, evidence = judged(
        claim(
            "Jon Merrit, Ada Quill, the ferry Kittiwake and 12 others; 99 “in the dark”.", ARTICLE
        )
    )

    assert evidence.figures_absent == evidence.figures_elsewhere == 1
    assert evidence.quotations_altered == 1
    assert {fault.rule for fault in faults} >= {"figure", "wording", "quotation"}


def test_a_name_from_elsewhere_in_the_article_may_be_wrong() -> None:
    """It is shown, but proves nothing alone."""
    text = "The captain was not on the bridge, rescuers saved passengers, shares fell, so Quill."
    faults, evidence = judged(claim(text, ARTICLE))

    assert evidence.names_absent == 0
    assert ("name", "quill") in {(one.rule, one.words) for one in faults}


def test_what_is_denied_too_stands() -> None:
    """A denial of the article's own, or of what it does not speak of, adds none."""
    assert judged(claim("Jon Merrit, the captain, was not on a bridge.", ARTICLE))[0] == []
    told = "A zebra never grazed. The ferry Kittiwake sank off Port Salin “on Monday”."
    faults, evidence = judged(claim(told, ARTICLE))

    assert evidence.denials_added == evidence.quotations_altered == 0
    assert faults


def test_a_denial_of_something_else_is_not_lost() -> None:
    """Only what the nearest sentence denies and ours states."""
    _, evidence = judged(claim("Captain Jon Merrit has a cabin, Jon Merrit said.", ARTICLE))

    assert evidence.denials_lost == 0


def test_a_sentence_near_nothing_is_all_fault() -> None:
    """Each of its words."""
    faults, evidence = judged(claim("Zebras graze quietly. “Hm” hums Zoe", ARTICLE))

    assert len([fault for fault in faults if fault.rule == "wording"]) > 2
    assert evidence == Evidence(names_absent=evidence.names_absent)


def test_faults_never_speak_for_a_sentence() -> None:
    """Whatever was learnt."""
    nothing = WEIGHTS.score(Evidence())

    for kind in Evidence.__slots__:
        changed = WEIGHTS.score(Evidence(**{kind: 1}))
        assert (changed >= nothing) if kind == "likenesses" else (changed <= nothing)
