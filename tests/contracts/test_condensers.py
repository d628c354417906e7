"""What every condenser promises, whichever it is: one suite over all parts of the port."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.compose.check import check
from bot.models import Article, ArticleId, Budget, SourceId, Story, StoryId, Told
from bot.plugins import load, names
from bot.ports import Closing, Condenser, Tools
from tests.standins.completions import KEY, CompletionsStandin
from tests.standins.manners import FAITHFUL
from tests.standins.model_stories import ModelTable, Notebook, Table

AT = datetime(2026, 11, 24, 6, tzinfo=UTC)


class StoppedClock:
    """A clock that stands still."""

    def now(self) -> datetime:
        """Return the one instant."""
        return AT

    async def sleep(self, duration: timedelta) -> None:
        """Return at once."""


@pytest.fixture(params=names("bot.condense"))
async def condenser(request: pytest.FixtureRequest) -> AsyncIterator[Condenser]:
    """Give each condenser that there is; the model that one has behaves well."""
    create = load("bot.condense", request.param, setting="condense.part")
    async with CompletionsStandin(FAITHFUL) as standin:
        settings = Table(model=ModelTable(base_url=standin.base_url, api_key_env="KEY"))
        tools = Tools(clock=StoppedClock(), environment={"KEY": KEY}, home=".", spending=Notebook())
        part: Condenser = create(settings, tools)
        yield part
        if isinstance(part, Closing):
            await part.close()


def article(number: int, text: str, *, language: str | None = "en", title: str = "") -> Article:
    """Return an invented article; later numbers are newer."""
    return Article(
        id=ArticleId(f"a{number}"),
        source=SourceId(f"s{number}"),
        outlet=f"Outlet {number}",
        url=f"https://outlet{number}.example/news",
        title=title or f"Harbour news {number}",
        text=text,
        fetched_at=AT + timedelta(hours=number),
        language=language,
    )


def english() -> Story:
    """Two reports, the second with what is new."""
    first = article(
        1,
        "The harbour wall of Marrow broke on Monday in a storm.\n\n"
        "Nine people were injured, the fire service said.\n\nBoats were towed to Salin.",
    )
    second = article(
        2,
        "The harbour wall of Marrow broke on Monday in a storm.\n\n"
        "Engineers will close the harbour until 5 December, harbour master Tom Reyes said.",
    )
    return Story(id=StoryId("english"), articles=(first, second))


def one(text: str, language: str | None) -> Story:
    """Return a story of one text."""
    return Story(id=StoryId("one"), articles=(article(1, text, language=language),))


STORIES = {
    "two reports": english(),
    "German": one(
        "Die Hafenmauer von Brunnau ist am Montag gebrochen. Neun Menschen wurden verletzt, teilte "
        "die Feuerwehr mit.\n\nDie Fähre fährt ab Freitag wieder.",
        "de",
    ),
    "French": one(
        "Le mur du port s'est effondré lundi. Neuf personnes ont été blessées, selon les pompiers.",
        "fr",
    ),
    "Arabic": one("انهار جدار الميناء يوم الاثنين. أصيب تسعة أشخاص، بحسب فرق الإطفاء.", "ar"),
    "Japanese": one("港の壁が月曜日に崩れた。九人が負傷した。", "ja"),
    "of no known language": one("The wall broke. It rained.", None),
    "without text": one("", "en"),
    "of blanks": one("   \n\n  ", "en"),
    "without a full stop": one(
        "The harbour wall of Marrow broke on Monday in a storm at night", "en"
    ),
    "very long": one(" ".join(f"Boat {n} left the harbour of Marrow." for n in range(5000)), "en"),
}
BUDGETS = [
    Budget(),
    Budget(sentences=1),
    Budget(sentences=5, words=40),
    Budget(sentences=None, words=60),
    Budget(sentences=None, words=1),
]


@pytest.mark.parametrize("name", STORIES)
@pytest.mark.parametrize("budget", BUDGETS, ids=str)
async def test_a_summary_is_cited_and_within_its_budget(
    condenser: Condenser, name: str, budget: Budget
) -> None:
    """Whatever the story, every sentence is borne out and the budget holds."""
    story = STORIES[name]

    summary = await condenser.condense(story, budget=budget)

    assert summary.story == story.id
    assert check(summary, {one.id: one for one in story.articles}) == ()
    assert all(sentence.cites for sentence in summary.sentences)
    assert budget.sentences is None or len(summary.sentences) <= budget.sentences
    told_words = sum(len(sentence.text.split()) for sentence in summary.sentences)
    assert budget.words is None or told_words <= budget.words


@pytest.mark.parametrize("name", ["two reports", "German", "French", "Arabic", "Japanese"])
async def test_a_story_with_text_is_told(condenser: Condenser, name: str) -> None:
    """In every language there is a headline and at least one sentence, none marked as new."""
    summary = await condenser.condense(STORIES[name], budget=Budget())

    assert summary.headline
    assert summary.sentences
    assert not any(sentence.is_new for sentence in summary.sentences)


async def test_without_text_the_headline_remains(condenser: Condenser) -> None:
    """An article that is only a title gives that title and no sentences."""
    summary = await condenser.condense(STORIES["without text"], budget=Budget())

    assert (summary.headline, summary.sentences) == ("Harbour news 1", ())


async def test_the_same_story_is_told_the_same(condenser: Condenser) -> None:
    """Condensing again changes nothing."""
    story = english()

    assert await condenser.condense(story, budget=Budget()) == await condenser.condense(
        story, budget=Budget()
    )


async def test_nothing_told_is_told_again(condenser: Condenser) -> None:
    """After everything was told there is nothing new."""
    story = english()
    first = await condenser.condense(story, budget=Budget())
    told = Told(
        story=story.id,
        articles=frozenset(article.id for article in story.articles),
        sentences=first.sentences,
        at=AT,
    )

    assert (await condenser.condense(story, budget=Budget(), told=told)).sentences == ()


async def test_a_follow_up_is_told_and_marked(condenser: Condenser) -> None:
    """Only what the new article adds is told."""
    story = english()
    before = replace(story, articles=story.articles[:1])
    first = await condenser.condense(before, budget=Budget())
    told = Told(
        story=story.id,
        articles=frozenset({story.articles[0].id}),
        sentences=first.sentences,
        at=AT,
    )

    summary = await condenser.condense(story, budget=Budget(), told=told)

    assert summary.headline == "Harbour news 2"
    assert [(one.text[:23], one.is_new) for one in summary.sentences] == [
        ("Engineers will close th", True)
    ]
