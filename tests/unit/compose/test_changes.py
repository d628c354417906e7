"""Promises of `bot.compose.changes`: figures that moved, plans with a new day, corrections."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.compose.changes import changes
from bot.compose.statements import Statement, language_of, statements, told_statements
from bot.models import ArticleId, ChangeKind, Citation, Sentence, Told
from tests.builders import article, story, told

MONDAY = datetime(2026, 10, 12, 8, tzinfo=UTC)


def changed(
    first: str, second: str, *, hours: int = 24, languages: tuple[str, str] = ("en", "en")
) -> list[tuple[ChangeKind, str, str]]:
    """Return kind, new and old wording of what a second report changes of a first."""
    made = changes(
        story(
            "s1",
            article("a1", text=first, at=MONDAY, language=languages[0]),
            article(
                "a2",
                text=second,
                outlet="Quay Courier",
                at=MONDAY + timedelta(hours=hours),
                language=languages[1],
            ),
        )
    )
    return [(one.kind, one.now, one.was) for one in made]


TOLL = "Twelve people were injured in the harbour fire, the fire service said."


@pytest.mark.parametrize(
    ("first", "second", "now", "was"),
    [
        (TOLL, "The number of those hurt has risen to 19, a clinic said.", "19", "12"),
        (TOLL, "Nineteen people were hurt in the harbour fire, the fire service said.", "19", "12"),
        (TOLL, "Nineteen are hurt, a clinic said. Earlier 12 had been named as hurt.", "19", "12"),
        ("Twelve people were injured.", "Some 1,900 were injured in all.", None, None),
        ("Twelve people were injured.", "It injured 15 people.", "15", "12"),
        (
            "The repair costs 2 million euros, the council said.",
            "The repair costs 3 million euros, the council said.",
            "3 million",
            "2 million",
        ),
        (
            "It saves nine million crowns a year, the operator said.",
            "Savings fall from nine million crowns a year to five million, it wrote.",
            "five million",
            "nine million",
        ),
        (
            "Pilots hold 40 per cent of the seats.",
            "Pilots hold 45 per cent of the seats, up from 40 per cent.",
            "45",
            "40",
        ),
    ],
)  # fmt: skip
def test_a_later_figure_changes_an_earlier_one(
    first: str, second: str, now: str | None, was: str | None
) -> None:
    """If it says so, if the same speaker gives it, or if nobody is named and it is a toll."""
    found = changed(first, second)

    assert [(made[1].split(" per")[0], made[2].split(" per")[0]) for made in found] == (
        [(now, was)] if now else []
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (TOLL, "Fourteen people were injured in the harbour fire, the union said."),
        (TOLL, "Twelve people were hurt, four of them firefighters, the fire service said."),
        (TOLL, "Seven more people were injured, the fire service said."),
        (TOLL, "As many as 30 people could be injured, the fire service said."),
        ("It cut its rate from 4.25 to 4 per cent.", "It cut the rate from 4.25 to 4 per cent."),
        ("The pier has 12 lamps.", "It gives 1.9 per cent instead of 2.1, the bank said."),
        ("The council has 12 members.", "The pier is 15 metres long, the council said."),
    ],
)  # fmt: skip
def test_another_opinion_another_thing_and_a_part_are_no_change(first: str, second: str) -> None:
    """Nor what is told again, or what was never told as it was."""
    assert changed(first, second) == []


def test_a_change_is_told_once() -> None:
    """Ten reports of a new toll are one change, the first of them."""
    later = "The number of injured in the harbour fire has risen to 19, a clinic said."
    reports = [article("a1", text=TOLL, at=MONDAY)]
    reports += [
        article(f"b{at}", text=f"{later} Report {at} of {at}.", at=MONDAY + timedelta(hours=9 + at))
        for at in range(3)
    ]

    (made,) = changes(story("s1", *reports))

    assert made.new.article.id == "b0"
    assert made.old is not None
    assert made.old.article.id == "a1"


def test_the_newest_reports_of_a_long_story_are_read() -> None:
    """A story that runs for months costs no more than its last forty reports."""
    long = [
        article(f"a{at}", text=f"Report {at} of the long strike.", at=MONDAY + timedelta(hours=at))
        for at in range(45)
    ]

    read = statements(story("s1", *long))

    assert [bool(own) for own in read] == [False] * 5 + [True] * 40


OPENING = "The covered market will reopen on Friday 16 October, the council said."


@pytest.mark.parametrize(
    ("first", "second", "was"),
    [
        (
            OPENING,
            "The reopening of the covered market has been put off to Saturday 17 October.",
            "Friday 16 October",
        ),
        (
            "The quay will stay shut until Saturday, the harbour said.",
            "The quay is to reopen on Monday 19 October.",
            "Saturday 17 October",
        ),
        (
            "The council will publish the accounts of the market by the end of the year.",
            "The council will publish the accounts of the market on 15 November and not later.",
            "the end of the year",
        ),
        (OPENING, "If it rains, the covered market opens on Sunday 18 October.", None),
        (OPENING, "The covered market will reopen on Friday 16 October and not on Monday.", None),
        (OPENING, "The museum in Tarn shows old maps from Sunday 18 October on.", None),
    ],
)
def test_a_plan_that_moved_says_its_old_day(first: str, second: str, was: str | None) -> None:
    """In the words in which it was told, with the date."""
    assert [made[2] for made in changed(first, second)] == ([was] if was else [])


def test_a_plan_that_moved_is_known_in_another_language() -> None:
    """By its day: the words prove nothing there."""
    moved = "Le marché rouvrira samedi 17 octobre, un jour plus tard que prévu."

    (made,) = changed(OPENING, moved, languages=("en", "fr"))

    assert made == (ChangeKind.MOVED, "samedi 17 octobre", "Friday 16 October")


def test_a_toll_that_rose_is_known_in_another_language() -> None:
    """By who came to harm; the old figure is written as the new language writes it."""
    first = "The flood drove out people and 1,200 were injured, police said."
    later = "Die Zahl der Verletzten ist auf 2.600 gestiegen, sagte die Polizei."

    (made,) = changed(first, later, languages=("en", "de"))

    assert made == (ChangeKind.UP, "2.600", "1.200")


@pytest.mark.parametrize(
    ("text", "was"),
    [
        (
            "An earlier version said that two people were feared dead. That was wrong. None died.",
            "two people were feared dead",
        ),
        (
            "Correction: We wrongly named the mayor of Tarvel. The mayor of Tarvel is Ada Penn.",
            "the mayor of Tarvel",
        ),
        ("Correction: this was wrong. The pier is open.", None),
        ("Correction: The ferry sails. An earlier version said that nine people died.", None),
        ("An earlier version said that nine people died. The ferry sails.", None),
        ("An earlier version said that nine people died, but seven people died.",
         "nine people died"),
    ],
)  # fmt: skip
def test_a_correction_says_what_was_wrong(text: str, was: str | None) -> None:
    """The sentence that says what is right carries it."""
    found = [made for made in changed(TOLL, text) if made[0] is ChangeKind.CORRECTED]

    assert [made[2] for made in found] == ([was] if was else [])


def test_what_was_told_is_known_when_its_article_is_gone() -> None:
    """Sentences are remembered with their language, whatever the store still holds."""
    here = article("a1", text="Ships leave. Pilots stay.", at=MONDAY)
    own = statements(story("s1", here))
    cite = Citation(article=ArticleId("a1"), start=13, end=25)
    gone = Citation(article=ArticleId("gone"), start=40, end=60)
    memory = Told(
        story=told().story,
        articles=frozenset(),
        sentences=(
            Sentence(text="Pilots stay.", cites=(cite,)),
            Sentence(text="Die Lotsen bleiben bei der Arbeit.", cites=(gone,)),
            Sentence(text="No cite at all.", cites=()),
        ),
        at=MONDAY,
    )

    found = told_statements(memory, own)

    assert [one.text for one in found] == [one.text for one in memory.sentences]
    assert isinstance(found[0], Statement)
    assert found[0].article is here
    assert found[1].language == "de"
    assert language_of("Les pilotes restent dans le port") == "fr"
