"""Tells a story by how its newest report begins: the condenser that needs nothing."""

from bot.condense._candidates import Candidate, as_sentence, candidates
from bot.condense._headline import headline
from bot.condense._novelty import News, untold
from bot.models import Budget, Story, Summary, Told
from bot.ports import Condenser, Tools


def create(settings: object, tools: Tools) -> Condenser:  # noqa: ARG001 - the signature of parts
    """Return the condenser that tells the first sentences."""
    return Lead()


class Lead:
    """Tells the first sentences of one article."""

    async def condense(self, story: Story, *, budget: Budget, told: Told | None = None) -> Summary:
        """Return the first sentences of the newest article that has text, cited."""
        return led(story, budget=budget, told=told)


def led(story: Story, *, budget: Budget, told: Told | None = None) -> Summary:
    """Return the beginning of the newest article within `budget`, furniture left out."""
    found = candidates(story.articles)
    news: dict[int, News] = {}
    if told is not None:
        news = untold(found, story, told)
        found = tuple(one for one in found if id(one) in news)
    newest = max(
        (one.article for one in found),
        key=lambda number: story.articles[number].dated_at,
        default=0,
    )
    own = [one for one in found if one.article == newest and one.sentences == 1]
    kept = _within([one for one in own if not one.furniture], budget)
    return Summary(
        story=story.id,
        headline=headline(story, told),
        sentences=tuple(
            as_sentence(
                one,
                story,
                is_new=told is not None,
                change=news[id(one)].change if told else None,
            )
            for one in kept
        ),
    )


def _within(found: list[Candidate], budget: Budget) -> list[Candidate]:
    """Return the first candidates that the budget holds, whole."""
    kept: list[Candidate] = []
    words = 0
    for one in found[: budget.sentences]:
        words += one.length
        if budget.words is not None and words > budget.words:
            break
        kept.append(one)
    return kept
