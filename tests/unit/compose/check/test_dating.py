"""Promises of `bot.compose.check.dating`."""

import pytest

from bot.compose.check.dating import day, moved, time
from tests.claims import claim, report, rules

QUIET = "In 2018 a fire in the pit killed 12 people."
MOVED = "A ceasefire planned for Sunday was put off until 8 June, mediator Karin Ost said."


def days(text: str, cited: str, language: str = "en") -> list[str]:
    """Return the days at fault in a claim."""
    return [one.words for one in day(claim(text, cited, language=language))]


@pytest.mark.parametrize(
    ("text", "cited", "language"),
    [
        ("It opens on Friday.", "On Friday it opens.", "en"),
        ("It opened on 12 Sept.", "It opened on 12 September.", "en"),
        ("It opened on Monday, 23 November.", "It opened yesterday.", "en"),
        ("It may open.", "It might open.", "en"),
        ("Er kam am 23. November.", "Er kam am Montag.", "de"),
        ("Er kam am Montag.", "Er kam am Montagabend.", "de"),
        ("Zij kwam.", "Zij kwam.", "nl"),
    ],
)
def test_a_day_of_the_source_stands(text: str, cited: str, language: str) -> None:
    """By its name, its abbreviation, or the date that our calendar makes of it."""
    assert days(text, cited, language) == []


@pytest.mark.parametrize(
    ("text", "cited", "language", "found"),
    [
        ("It opens on Friday.", "On Monday it opens.", "en", ["Friday"]),
        ("It opened on 3 May.", "It opened on 3 March.", "en", ["May"]),
        ("It opened on 23 June.", "It opened yesterday.", "en", ["June"]),
        ("Er kam am Freitagmorgen.", "Er kam am Montagmorgen.", "de", ["Freitagmorgen"]),
        ("Il ouvre jeudi.", "Il ouvre lundi.", "fr", ["jeudi"]),
        ("يفتح يوم الاثنين.", "يفتح يوم الأحد.", "ar", ["الاثنين"]),
    ],
)
def test_another_day_is_found(text: str, cited: str, language: str, found: list[str]) -> None:
    """In each language that has its days."""
    assert days(text, cited, language) == found


def test_an_undated_article_makes_no_dates() -> None:
    """Nobody knows which Monday it means."""
    source = report("It opened yesterday.", at=None)

    assert [one.words for one in day(claim("It opened on Monday.", source))] == ["Monday"]


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("In 2018 a fire killed 12 people in the pit.", QUIET),
        ("An earlier fire in the pit killed 12 people.", QUIET),
        ("The pit will close.", "The pit will close by the end of 2027."),
        ("The firm plans a railway.", "The firm plans a railway in 2030."),
        (
            "Farmers say the board ignored a leak.",
            "Farmers accused the board of ignoring a leak in 2018.",
        ),
        (
            "A driver said the alarm is new.",
            "The alarm is new, said a driver, who had left it in 2018.",
        ),
    ],
)
def test_what_is_not_told_as_new_stands(text: str, cited: str) -> None:
    """The year is kept, or is still to come, or belongs to something else."""
    assert list(time(claim(text, cited))) == []


@pytest.mark.parametrize(
    ("text", "cited", "language"),
    [
        ("A fire in the pit killed 12 people.", QUIET, "en"),
        ("Auditors found nothing.", "Two years ago auditors found nothing.", "en"),
        ("A plane overran the runway.", "It was in 1998, when a plane overran the runway.", "en"),
        ("Die Brücke wurde geprüft.", "Vor zwei Jahren wurde die Brücke geprüft.", "de"),
    ],
)
def test_what_is_old_is_not_told_as_new(text: str, cited: str, language: str) -> None:
    """A past year or "ago" in the cited clause must be kept."""
    assert [one.rule for one in time(claim(text, cited, language=language))] == ["time"]


def test_an_undated_article_has_past_years_too() -> None:
    """A year that a text looks back on is past, whenever it was written."""
    assert list(time(claim("A fire in the pit killed 12 people.", report(QUIET, at=None))))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("A ceasefire begins on Sunday, mediator Karin Ost said.", 1),
        ("The ceasefire was put off to 8 June, mediator Karin Ost said.", 0),
        ("A ceasefire begins on 8 June, mediator Karin Ost said.", 0),
    ],
)
def test_a_plan_that_moved_is_not_told_as_it_was(text: str, count: int) -> None:
    """The old day alone is no news any more."""
    assert len(list(moved(claim(text, MOVED)))) == count


def test_only_the_clause_of_the_year_is_past() -> None:
    """What stands before it and after it is told as it is."""
    source = "The pit of Keld closed; an old inspection came in 2018; Lund left, crying."

    assert list(time(claim("The pit of Keld closed.", source))) == []
    assert list(time(claim("An old inspection came.", source)))


def test_a_comparison_with_another_time_is_not_of_that_time() -> None:
    """The figure before "a year earlier" is old, the sentence is new."""
    source = "The profit rose to 18 million, up from 11 million a year earlier."

    assert list(time(claim("The profit rose to 18 million from 11 million.", source))) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It will be closed until Saturday.", 1),
        ("It stays closed until at least Saturday.", 0),
        ("It is closed.", 0),
    ],
)
def test_the_earliest_day_is_not_the_day(text: str, count: int) -> None:
    """“At least Saturday” may be Sunday."""
    assert len(days(text, "It will stay closed until at least Saturday.")) == count


@pytest.mark.parametrize(
    ("language", "cited", "text"),
    [
        (
            "en",
            "The talks, which had been due to open on Friday, will now start on Saturday.",
            "The talks, which had been due to open on Saturday, will now start on Friday.",
        ),
        (
            "en",
            "The vote was moved from Monday to Wednesday.",
            "The vote was moved from Wednesday to Monday.",
        ),
        (
            "de",
            "Die Wahl beginnt statt am Montag nun am Freitag.",
            "Die Wahl beginnt statt am Freitag nun am Montag.",
        ),
        (
            "fr",
            "Le vote initialement prévu lundi est reporté à mardi.",
            "Le vote initialement prévu mardi est reporté à lundi.",
        ),
    ],
)
def test_the_old_and_the_new_day_keep_their_places(language: str, cited: str, text: str) -> None:
    """A plan goes from its old day to its new one, and nowhere else."""
    assert not [*moved(claim(cited, cited, language=language))]
    assert [one.rule for one in moved(claim(text, cited, language=language))] == ["time"]


def test_a_plan_that_did_not_move_has_no_old_day() -> None:
    """What was due on a day will be on that day."""
    cited = "The trial was due to open on Friday in Lorn."

    assert not [*moved(claim("The trial in Lorn will open on Friday.", cited))]


def test_a_weekday_may_be_told_with_its_date() -> None:
    """The date that the calendar makes of a cited weekday is no new figure or name."""
    cited = "Five boats sank off Keld on Thursday."

    assert rules("Five boats sank off Keld on Thursday (19 November).", cited) == set()
    assert rules("Five boats sank off Keld on Thursday (20 November).", cited) == {"figure"}
