"""Promises of `bot.text.days`."""

from datetime import UTC, datetime

import pytest

from bot.text.days import named_days

TUESDAY = datetime(2026, 11, 24, 9, tzinfo=UTC)


def days(text: str, language: str | None = "en", at: datetime = TUESDAY) -> list[str]:
    """Return the days that a text names, as "words=day of November"."""
    found = named_days(text, written_at=at, language=language)
    return [f"{text[one.start : one.end]}={one.day:%-d}" for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministers will meet on Friday.", ["Friday=27"]),
        ("Two people were killed on Friday.", ["Friday=20"]),
        ("On Friday the council will vote.", ["Friday=27"]),
        ("On Friday, police arrested two men.", ["Friday=20"]),
        ("The hearing will be held on Friday.", ["Friday=27"]),
        ("The exhibition opens on Saturday.", ["Saturday=28"]),
        ("Results could be known by Saturday.", ["Saturday=28"]),
        ("The bridge is closed until Monday.", ["Monday=30"]),
        ("He may have been killed on Friday.", ["Friday=20"]),
        ("Friday night's storm killed two people.", ["Friday night=20"]),
        ("Nine people are dead after Sunday's fire.", ["Sunday's=22"]),
        ("By Friday!", ["Friday=27"]),
    ],
)
def test_the_verb_says_whether_a_weekday_is_past(text: str, expected: list[str]) -> None:
    """A verb that looks ahead gives the coming such day, one that looks back the last."""
    assert days(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Talks will resume on Friday, the UN said on Monday.", ["Friday=27", "Monday=23"]),
        ("The UN said on Monday talks would resume on Friday.", ["Monday=23", "Friday=27"]),
        ("Police said on Friday that two died on Thursday.", ["Friday=20", "Thursday=19"]),
    ],
)
def test_each_weekday_has_its_own_verb(text: str, expected: list[str]) -> None:
    """In one sentence one day may be past and another to come."""
    assert days(text) == expected


@pytest.mark.parametrize("text", ["It will end on Tuesday.", "It ended on Tuesday."])
def test_the_weekday_of_writing_is_that_day(text: str) -> None:
    """What is told on a Tuesday of "Tuesday" is of that day."""
    assert days(text) == ["Tuesday=24"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Last Friday's vote failed.", ["Last Friday's=20"]),
        ("It ended last Tuesday.", ["last Tuesday=17"]),
        ("A strike next Monday will halt trains.", ["next Monday=30"]),
        ("It will open this coming Friday.", ["this coming Friday=27"]),
        ("The bank said Friday of last week that it paid.", ["Friday of last week=20"]),
        ("They will vote on Wednesday next week.", ["Wednesday next week=2"]),
        ("This Friday the court will rule.", ["This Friday=27"]),
    ],
)
def test_a_qualified_weekday_is_that_of_its_week(text: str, expected: list[str]) -> None:
    """What is called last, next or coming is told without a verb."""
    assert days(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The vote is next Friday.",
        "He was due to be questioned on Friday.",
        "Talks on Friday",
        "The rain lasted until Friday.",
        "Black Friday sales rose.",
        "The Sunday Times told its readers.",
        "He comes every Friday.",
        "Fridays are quiet here.",
        "The office is open Monday to Friday.",
        "The trial begins on Friday, November 27.",
        "It begins on Friday 27 November.",
        "“We will win tomorrow,” he told them.",
        "Today's youth will vote.",
        "USA Today said so.",
    ],
)
def test_what_names_no_certain_day_is_left_alone(text: str) -> None:
    """Names, habits, dated days, quoted days and what could be either of two get no date."""
    assert days(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The port opened today.", ["today=24"]),
        ("Tomorrow the court will rule.", ["Tomorrow=25"]),
        ("The court ruled yesterday.", ["yesterday=23"]),
        ("It will rule the day after tomorrow.", ["the day after tomorrow=26"]),
        ("It was moved to Thursday from tomorrow.", ["Thursday=26", "tomorrow=25"]),
    ],
)
def test_today_and_its_neighbours_are_counted(text: str, expected: list[str]) -> None:
    """Words that count from the day of writing get their date."""
    assert days(text) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("A vote was put off from Thursday to Friday.", "en", ["Thursday=26", "Friday=27"]),
        (
            "A meeting planned for Thursday has been postponed to Monday.",
            "en",
            ["Thursday=26", "Monday=30"],
        ),
        ("It was brought forward from Monday to Friday.", "en", ["Monday=30", "Friday=27"]),
        ("Sie wurde von Mittwoch auf Freitag verschoben.", "de", ["Mittwoch=25", "Freitag=27"]),
        ("Le conseil prévu jeudi a été reporté à lundi.", "fr", ["jeudi=26", "lundi=30"]),
        ("Fue aplazada del jueves al viernes.", "es", ["jueves=26", "viernes=27"]),
        ("أعلنت تأجيل الجلسة من الأربعاء إلى الخميس.", "ar", ["الأربعاء=25", "الخميس=26"]),
    ],
)
def test_a_moved_plan_names_two_days_in_order(
    text: str, language: str, expected: list[str]
) -> None:
    """The day to which a plan moved lies ahead, and the other before it, or after it."""
    assert days(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Das Gericht wird am Freitag entscheiden.", "de", ["Freitag=27"]),
        ("Die Polizei nahm am Samstagabend zwei Männer fest.", "de", ["Samstagabend=21"]),
        ("Am Morgen war es ruhig; morgen beginnt der Prozess.", "de", ["morgen=25"]),
        ("Er kam am vergangenen Freitag.", "de", ["vergangenen Freitag=20"]),
        ("Freitags tagte der Rat.", "de", []),
        ("Il sera jugé vendredi.", "fr", ["vendredi=27"]),
        (
            "Le ministre a dit vendredi que la grève commencerait samedi.",
            "fr",
            ["vendredi=20", "samedi=28"],
        ),
        ("Le marché ouvre le samedi.", "fr", []),
        ("Un terremoto sacudió el domingo la sierra.", "es", ["domingo=22"]),
        ("Ayer dijo que mañana viajará.", "es", ["Ayer=23", "mañana=25"]),
        ("Salió por la mañana.", "es", []),
        ("قتل شخصان يوم الجمعة.", "ar", ["الجمعة=20"]),
        ("ستعقد الجلسة يوم الجمعة.", "ar", ["الجمعة=27"]),
        ("قال الوزير أمس الاثنين إن المؤتمر سيبدأ غدا.", "ar", ["أمس=23", "الاثنين=23", "غدا=25"]),
        ("خرج الناس بعد صلاة الجمعة.", "ar", []),
        ("金曜日に会う。", "ja", []),
    ],
)
def test_other_languages_name_days_too(text: str, language: str, expected: list[str]) -> None:
    """German, French, Spanish and Arabic are read as well; other languages are left alone."""
    assert days(text, language) == expected


def test_a_weekday_beside_yesterday_settles_the_date() -> None:
    """A text that was stored on the next day in UTC still means the weekday it names."""
    late = datetime(2026, 11, 24, 1, tzinfo=UTC)

    assert days("Le maire a dit hier dimanche non.", "fr", late) == ["hier=22", "dimanche=22"]


def test_a_weekday_within_another_word_of_time_counts_once() -> None:
    """What is both is told once."""
    assert days("He comes on Friday of next week and will stay.") == ["Friday of next week=4"]
