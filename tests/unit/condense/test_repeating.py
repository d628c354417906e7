"""Promises on what is not told twice within one summary."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.condense.extractive import condensed
from bot.models import Article, ArticleId, Budget, SourceId, Story, StoryId

AT = datetime(2026, 11, 24, 6, tzinfo=UTC)


def told(*texts: str, sentences: int = 3) -> list[str]:
    """Return the sentences told of reports that came in an hour apart."""
    articles = tuple(
        Article(
            id=ArticleId(f"a{number}"),
            source=SourceId(f"s{number}"),
            outlet=f"Outlet {number}",
            url="",
            title="",
            text=text,
            fetched_at=AT + timedelta(hours=number),
            language="en",
        )
        for number, text in enumerate(texts)
    )
    story = Story(id=StoryId("x"), articles=articles)
    return [one.text for one in condensed(story, budget=Budget(sentences=sentences)).sentences]


def test_one_toll_is_told_once() -> None:
    """A second report that counts the same injured in other words adds nothing."""
    found = told(
        "A fire in the mill of Orlo injured 12 people, the fire service said.\n\n"
        "The owner, Petra Brask, had asked for more water pipes in spring.",
        "Twelve people were hurt as flames swept through the Orlo mill, the fire service said.\n\n"
        "The road to the mill stays closed until Friday.",
    )

    assert sum("injured" in one or "hurt" in one for one in found) == 1
    assert len(found) > 1


def test_a_toll_of_other_people_is_told_as_well() -> None:
    """The dead do not stand for the injured, however alike the sentences are."""
    found = told(
        "The fire in the mill of Orlo killed 12 people, the fire service said.",
        "The fire in the barn of the Orlo mill left 12 workers injured, Saint Agnes Hospital said.",
    )

    assert len(found) == 2


def test_a_moved_plan_is_told_once() -> None:
    """The same new day of the same talks is not told again by another report."""
    found = told(
        "The talks on the Tamsin have been postponed to 21 October, the ministry said.\n\n"
        "Fishermen had waited for a year for them.",
        "The ministers will meet later than planned: their talks were moved to 21 October.\n\n"
        "The harbour of Salin will send three envoys.",
    )

    assert sum("21 October" in one for one in found) == 1
    assert len(found) > 1


@pytest.mark.parametrize(
    "background",
    [
        "More than 310,000 people have been killed since the war began in 2011.",
        "Some 4,000 people were injured in the area over the past ten years.",
    ],
)
def test_what_years_have_cost_is_no_news(background: str) -> None:
    """The day's toll is told before what the war has cost since it began."""
    toll = "Shells hit two streets on Tuesday and killed 27 people, the Observatory said."
    found = told(
        f"Fighting shook the east of Marrow again on Tuesday.\n\n{background}\n\n{toll}",
        sentences=2,
    )

    assert toll in found
    assert background not in found
