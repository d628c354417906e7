"""Promises of `bot.compose.sidebyside`: disagreements and changes in words."""

import pytest

from bot.compose.changes import changes
from bot.compose.sidebyside import change_line, differing, marked, sides_of
from bot.models import ChangeKind, Difference, Disagreement, Link, Side
from bot.text.plain import line_text
from tests.builders import HOUR, NOW, article, sentence, story

LONG_NAME = "the provisional joint committee of harbour pilots, dockers and tugboat captains"


def side(by: str, value: str, text: str = "Nine people were held.", *, stand: int = 0) -> Side:
    """Return one side."""
    return Side(by=by, value=value, sentence=sentence(text, "a1"), at=NOW, stand=stand)


def differ(*sides: Side, kind: Difference = Difference.FIGURE, about: str = "") -> Disagreement:
    """Return a disagreement."""
    return Disagreement(kind=kind, about=about, sides=sides)


ARRESTS = differ(
    side("police", "9"), side("the union", "14"), side("a judge", "9"), about="arrests"
)
DENIED = differ(
    side("the board", "accused"), side("Delta Lines", "denied", stand=1), kind=Difference.CLAIM
)


def test_figures_are_named_with_who_gives_them() -> None:
    """Each figure once, with the first who gives it, and what it counts."""
    assert (
        differing([ARRESTS])
        == "sources differ on the number of arrests: 9 (police), 14 (the union)."
    )


def test_a_denied_claim_names_both_sides() -> None:
    """And no lone word of what it is about."""
    about = differ(*DENIED.sides, kind=Difference.CLAIM, about="warnings")

    assert differing([DENIED]) == "the board and Delta Lines contradict each other."
    assert differing([about]) == differing([DENIED])


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("The Port Board", "Police", "the Port Board and police contradict each other."),
        ("a spokesman for Kral", "Ode", "Ode and a spokesman for Kral contradict each other."),
        ("Its leader, Ida Holm", "Opel", "leader Ida Holm and Opel contradict each other."),
        (
            "Ada Marl, head of Delta Lines",
            "the union",
            "the union and Ada Marl, head of Delta Lines, contradict each other.",
        ),
    ],
    ids=["articles", "spokesman", "pronoun", "apposition"],
)
def test_a_name_reads_within_a_sentence(one: str, other: str, words: str) -> None:
    """Articles and offices are in lower case, and nobody speaks for two by mistake."""
    found = differ(side(one, "said"), side(other, "denied", stand=1), kind=Difference.CLAIM)

    assert differing([found]) == words


def test_one_side_alone_contradicts_nobody() -> None:
    """Whoever speaks for an office stands on its side."""
    found = differ(side("the board", "a"), side("its spokesman", "b"), kind=Difference.CLAIM)

    assert differing([found]) == ""


@pytest.mark.parametrize(
    ("values", "about", "kind", "words"),
    [
        (("2.4 million", "3.1 million"), "dollars", Difference.FIGURE, ": 2.4 million dollars (a)"),
        (("30 million", "20 million"), "crowns", Difference.FIGURE, ": 30 million crowns (a)"),
        (("$2 million", "$3 million"), "cost", Difference.FIGURE, ": $2 million (a)"),
        (("12", "14"), "toll", Difference.FIGURE, " on the toll: 12 (a)"),
        (("12", "14"), "held", Difference.FIGURE, ": 12 (a)"),
        (("12", "14"), "", Difference.FIGURE, ": 12 (a)"),
        (("Friday", "Sunday"), "gala", Difference.DAY, " on the day: Friday (a)"),
        (("Elme", "Wesse"), "gala", Difference.PLACE, " on the place: Elme (a)"),
    ],
    ids=["money", "scale", "sign", "singular", "verb", "unsaid", "day", "place"],
)
def test_figures_have_their_unit(
    values: tuple[str, str], about: str, kind: Difference, words: str
) -> None:
    """With each value, or as what is counted; a word that fits neither is left out."""
    sides = (side(by, value) for by, value in zip("ab", values, strict=True))

    assert differing([differ(*sides, about=about, kind=kind)]).startswith(f"sources differ{words}")


def test_two_disagreements_are_told_and_the_others_counted() -> None:
    """The line of a card stays one line."""
    assert differing([ARRESTS, DENIED, DENIED]).endswith("other; and 1 more.")
    assert differing([]) == ""


def test_a_long_name_is_cut() -> None:
    """Who gives a figure does not fill the line."""
    assert "…)" in differing([differ(side(LONG_NAME, "9"), side("police", "14"))])


def test_sides_stand_below_what_they_are_about() -> None:
    """Each with its figure, its speaker, its words, its source as a link, and its time."""
    articles = {one.id: one for one in (article("a1"), article("a2", url="pier.txt"))}

    about, lines = sides_of(ARRESTS, articles, zone="UTC")
    claim, denied = sides_of(DENIED, articles, zone="UTC")

    assert about == "How many: arrests"
    assert claim == "Whether it is so"
    assert line_text(lines[0]).startswith("9 · police: Nine people were held. Delta Herald · ")
    assert line_text(denied[0]).startswith("the board: Nine people")
    assert Link("Delta Herald", "https://herald.example/a1") in lines[0]


def test_a_change_says_what_is_and_what_was() -> None:
    """With who reports it and when; a file's report is named without a link."""
    told = story(
        "s1",
        article("a1", text="Seven miners were killed in the Corlen mine, police said."),
        article(
            "a2",
            text="The death toll in the Corlen mine has fallen to 5, police said.",
            url="toll.txt",
            at=NOW + HOUR,
        ),
        article(
            "a3",
            text="Correction: An earlier version of this report said that nine miners were killed. "
            "Seven miners were killed, police said.",
            at=NOW + 2 * HOUR,
        ),
    )

    lines = [line_text(change_line(one, zone="UTC")) for one in changes(told)]

    assert "5, down from 7:" in lines[0]
    assert lines[0].endswith("police said. Delta Herald")
    assert "Corrected, it said “nine miners were killed”:" in lines[1]


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (ChangeKind.UP, "New (up from 12)"),
        (ChangeKind.DOWN, "New (down from 12)"),
        (ChangeKind.MOVED, "New (moved from 12)"),
        (ChangeKind.CORRECTED, "Corrected (was 12)"),
    ],
)
def test_a_changed_sentence_is_marked(kind: ChangeKind, words: str) -> None:
    """The mark says how it changed and from what."""
    assert marked(kind, "12") == words
