"""The whole journey in German, French, Spanish and Arabic: from a feed to what a chat shows."""

import json
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime

import pytest
import pytest_asyncio

from adapters.discord.rendering import payload
from adapters.slack.rendering import blocks
from bot.models import Article, Plan
from bot.text.attribution import attribution, is_claim, is_orphan
from bot.text.days import named_days
from bot.text.direction import END, MARK, RIGHT_TO_LEFT
from bot.text.sentences import sentences
from tests.journeys.bureau import Bureau, bureau
from tests.journeys.press import LANGUAGES, MAKES, OUTLETS, press
from tests.journeys.reading import found_in, sentences_of

pytestmark = pytest.mark.asyncio(loop_scope="module")

EVENING = datetime(2026, 10, 13, 18, 0, tzinfo=UTC)
"""A Tuesday: all of it was printed that day."""

STRIKE = {"de": "streik", "fr": "grève", "es": "huelga", "ar": "إضراب"}
"""What the card of the strike says in each language."""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def desk(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Bureau]:
    """A desk that has read the press of four languages."""
    home = tmp_path_factory.mktemp("desk")
    async with (
        press() as (place, sources),
        bureau(home, at=EVENING, sources=sources, allow=[place]) as opened,
    ):
        await opened.gather()
        yield opened


async def _report(desk: Bureau, language: str, make: str) -> Article:
    outlet = OUTLETS[language][list(MAKES).index(make)]
    return next(one for one in await desk.articles() if one.outlet == outlet)


@pytest.mark.parametrize("make", MAKES)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_report_is_read_whole_and_alone(desk: Bureau, language: str, make: str) -> None:
    """Its language is told, its title and day found, and no menu or footer is in its text."""
    report = await _report(desk, language, make)

    assert report.language == language
    assert report.dated_at.date() == EVENING.date()
    assert not {"rss", "Impressum", "Cookies"} & set(report.text.split())
    assert not any(menu in report.text for menu in ("Startseite", "Accueil", "Portada", "الرئيسية"))
    if make != "toll":
        assert any(word in report.title for word in ("Elmen", "Elme", "Telmo", "إلمو"))


@pytest.mark.parametrize(
    ("language", "counts"),
    [("de", (9, 8, 9)), ("fr", (9, 8, 8)), ("es", (9, 8, 8)), ("ar", (9, 9, 8))],
)
async def test_sentences_end_where_they_end(
    desk: Bureau, language: str, counts: tuple[int, ...]
) -> None:
    """Abbreviations, ordinals and figures end none; guillemets and Arabic signs do as they do."""
    for make, count in zip(MAKES, counts, strict=True):
        report = await _report(desk, language, make)
        found = sentences(report.text, language)

        assert len(found) == count, found


@pytest.mark.parametrize(
    ("language", "make", "said", "day"),
    [
        ("de", "agency", "Dienstag", date(2026, 10, 13)),
        ("de", "toll", "Dienstag", date(2026, 10, 13)),
        ("fr", "agency", "mercredi", date(2026, 10, 14)),
        ("es", "agency", "miércoles", date(2026, 10, 14)),
        ("ar", "agency", "الثلاثاء", date(2026, 10, 13)),
        ("ar", "saved", "الثلاثاء", date(2026, 10, 13)),
    ],
)
async def test_weekdays_get_their_dates(
    desk: Bureau, language: str, make: str, said: str, day: date
) -> None:
    """A weekday stands for the day that it meant when the report was written."""
    report = await _report(desk, language, make)
    named = named_days(report.text, written_at=report.dated_at, language=language)

    days = {report.text[one.start : one.end]: one.day for one in named}
    assert {found for words, found in days.items() if said in words} == {day}, days


@pytest.mark.parametrize("language", LANGUAGES)
async def test_no_day_is_dated_wrong(desk: Bureau, language: str) -> None:
    """Every day that gets a date is one of those that the reports speak of."""
    for make in MAKES:
        report = await _report(desk, language, make)
        named = named_days(report.text, written_at=report.dated_at, language=language)

        assert {one.day for one in named} <= {date(2026, 10, day) for day in (13, 14, 15)}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_is_claimed_keeps_its_speaker(desk: Bureau, language: str) -> None:
    """An accusation and its denial are known for what they are, each with who says it."""
    report = await _report(desk, language, "toll")
    said = [attribution(one, language) for one in sentences(report.text, language)]

    kinds = {one.kind.value: one.speaker for one in said if one}
    assert kinds["accusation"]
    assert kinds["denial"]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_is_told_is_printed_and_no_orphan(desk: Bureau, language: str) -> None:
    """Every sentence told stands in a report, with its speaker where it claims or quotes."""
    shown = desk.shown((await desk.ask(f"latest language:{language} count:10")).message)
    articles = [one for one in await desk.articles() if one.language == language]

    told = found_in(shown, sentences_of(articles))
    assert len(told) >= 4
    for sentence in told:
        assert not is_orphan(sentence, language)
        if is_claim(sentence, language) and language != "de":  # German tells it one sentence on
            assert attribution(sentence, language) is not None, sentence


@pytest.mark.parametrize("language", LANGUAGES)
async def test_reports_of_one_event_are_one_story(desk: Bureau, language: str) -> None:
    """The agency's report and the saved page tell of the same strike; the ferry is another."""
    stories = {
        article.outlet: story.id
        for story in await desk.app.store.library.stories(since=datetime.min.replace(tzinfo=UTC),
                                                          audience=None)
        for article in story.articles
    }  # fmt: skip
    saved, agency, toll = (stories[outlet] for outlet in OUTLETS[language])

    assert saved == agency != toll


@pytest.mark.parametrize(
    ("typed", "language"),
    [
        ("streik", "de"), ("streiks", "de"), ("häfen", "de"), ("haefen", "de"),
        ("GESPRÄCHE", "de"), ("kran", "de"), ('"jürgen weiss"', "de"), ("gewerkschaften", "de"),
        ("grève", "fr"), ("greves", "fr"), ("opposition", "fr"), ("négociation", "fr"),
        ('"presque tout effectif"', "fr"), ("dockers OR pompiers", "fr"),
        ("huelgas", "es"), ("oposicion", "es"), ("estibador", "es"), ("barco", "es"),
        ("إضراب", "ar"), ("اضراب", "ar"), ("الاضراب", "ar"), ("معارضة", "ar"),
        ("للمعارضة", "ar"), ("ميناء", "ar"), ("بالميناء", "ar"), ("نقابة", "ar"),
    ],
)  # fmt: skip
async def test_a_topic_is_found_by_words_of_its_language(
    desk: Bureau, typed: str, language: str
) -> None:
    """Whatever its endings, accents, umlauts, elisions and what is written as one with it."""
    shown = await desk.answered(f"latest {typed}")

    assert STRIKE[language] in shown.split("\n\n")[1].lower()


@pytest.mark.parametrize(
    ("typed", "language"), [("euro", "de"), ("tuesday market", None), ("ميناء -إضراب", None)]
)
async def test_what_is_not_there_is_not_found(
    desk: Bureau, typed: str, language: str | None
) -> None:
    """A word of all languages finds its reports, a word of none or an excluded one nothing."""
    shown = await desk.answered(f"latest {typed}")

    assert ("Nothing about" in shown) == (language is None)


async def test_a_slip_is_mended_in_any_language(desk: Bureau) -> None:
    """The nearest word of the news is taken, accents or not, and the answer says so."""
    assert "taken for “hafenarbeiter”" in await desk.answered("latest hafenarbieter")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_language_of_the_channel_is_told(desk: Bureau, language: str) -> None:
    """An option limits an answer to a language; a channel's own is told where there is a choice."""
    here = desk.terminal.channel
    await desk.app.store.channels.save_plan(Plan(channel=here.id, language=language))
    preview = await desk.answered("news digest preview")
    await desk.app.store.channels.save_plan(Plan(channel=here.id))
    only = await desk.answered(f"latest language:{language}")

    assert STRIKE[language] in preview.lower()
    assert STRIKE[language] in only.lower()
    assert not any(word in only.lower() for code, word in STRIKE.items() if code != language)


async def test_arabic_keeps_its_marks_and_ages(desk: Bureau) -> None:
    """A sentence takes its mark with it, and an age behind an Arabic name stays an age."""
    message = (await desk.ask("latest إضراب language:ar")).message
    shown = {
        "console": desk.shown(message),
        "slack": json.dumps(blocks(message), ensure_ascii=False),
        "discord": json.dumps(payload(message), ensure_ascii=False),
    }

    for platform, said in shown.items():
        plain = said.replace("\\", "")
        assert f"{MARK}{RIGHT_TO_LEFT}" in plain, platform
        assert any(f"{RIGHT_TO_LEFT}[1] {name}{END}" in plain for name in OUTLETS["ar"]), platform
        assert plain.count(RIGHT_TO_LEFT) <= plain.count(END), platform


@pytest.mark.parametrize("typed", ["geneva", "Genf", "genève", "Ginebra", "جنيف", "geneva|zzz"])
async def test_a_thing_is_found_in_every_language(desk: Bureau, typed: str) -> None:
    """Under whatever name it is asked for, English or one of those it is printed by."""
    shown = await desk.answered(f"latest {typed} count:10")

    assert all(OUTLETS[language][0] in shown for language in LANGUAGES)


@pytest.mark.parametrize(
    ("typed", "is_found"),
    [
        ("streik OR zzz", True),
        ("huelga|zzz -source:Bote", True),
        ('"seit dem 3. oktober" | zzz', True),
        ("streik hafen OR flughafen", True),
        ("streik -gewerkschaft", False),
        ('streik source:"Elmener Bote"', True),
        ("streik source:Faro", False),
        ("octubre huelga -transbordador", True),
    ],
)
async def test_choices_exclusions_and_sources_hold(
    desk: Bureau, typed: str, *, is_found: bool
) -> None:
    """In an answer, in a search and in the preview of a subscription alike."""
    titles = {one.title for one in await desk.articles()}
    lines = (f"latest {typed}", f"news search {typed}", f"subscribe {typed}")

    for line in lines:
        shown = await desk.answered(line)
        assert any(title in shown for title in titles) == is_found, shown
