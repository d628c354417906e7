"""Tells a story in its own sentences: every one verbatim, with the place where it stands.

What is typical, stands early and carries hard news is told first; figures, accusations and
denials stay with those who gave them. An article without text gives a headline alone.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.condense._candidates import Candidate, as_sentence, candidates
from bot.condense._choosing import choose, may_be_told
from bot.condense._headline import headline
from bot.condense._latest import latest
from bot.condense._novelty import untold
from bot.condense._weighing import (
    WEIGHTS,
    Vector,
    Weighed,
    Weights,
    centroid,
    concepts,
    cosine,
    supports,
    unit,
    vectors,
    worth,
)
from bot.models import Article, Budget, Story, Summary, Told
from bot.ports import Condenser, Tools
from bot.text.facts import Fact
from bot.text.words import stems


def create(settings: object, tools: Tools) -> Condenser:  # noqa: ARG001 - the signature of parts
    """Return the condenser that needs no model."""
    return Extractive()


class Extractive:
    """Chooses sentences; makes none."""

    async def condense(self, story: Story, *, budget: Budget, told: Told | None = None) -> Summary:
        """Return the sentences of the story that say most, each verbatim where it is cited."""
        return await asyncio.to_thread(condensed, story, budget=budget, told=told)


def condensed(
    story: Story, *, budget: Budget, told: Told | None = None, weights: Weights = WEIGHTS
) -> Summary:
    """Return `story` told short in its own sentences."""
    found = candidates(story.articles)
    weighed = _current(_weighed(found, story, weights, priced=budget.words is not None), story)
    news = untold(found, story, told) if told else {}
    if told is None:
        budget = replace(budget, facts=None)  # only a follow-up grows
        weighed = _in_one_language(weighed, story)
    else:
        weighed = tuple(
            replace(
                one,
                worth=one.worth + news[id(one.candidate)].worth,
                colour=not news[id(one.candidate)].is_fact,
            )
            for one in weighed
            if id(one.candidate) in news
        )
    telling = concepts(found, _titles(story), weights)
    chosen = choose(weighed, budget, telling, weights)
    return Summary(
        story=story.id,
        headline=headline(story, told, beside=" ".join(one.candidate.text for one in chosen)),
        sentences=tuple(
            as_sentence(
                one.candidate,
                story,
                is_new=told is not None,
                change=news[id(one.candidate)].change if told else None,
            )
            for one in chosen
        ),
    )


def _weighed(
    found: Sequence[Candidate], story: Story, weights: Weights, *, priced: bool
) -> tuple[Weighed, ...]:
    """Return each sentence with what it is worth by itself."""
    directions = vectors(found)
    middle = centroid(directions)
    titles = _titles(story)
    language = _language(story)
    support = _support(found, directions, story, weights)
    aged = [weights.age * _days_behind(article, story) for article in story.articles]
    weighed = []
    for place, candidate in enumerate(found):
        vector = directions[place]
        typical = cosine(vector, middle)
        foreign = 0.0 if candidate.language == language else weights.foreign
        value = worth(
            candidate,
            typical=typical,
            title=cosine(vector, titles[candidate.article]),
            priced=priced,
            weights=weights,
        )
        weighed.append(
            Weighed(
                candidate=candidate,
                vector=vector,
                worth=value + weights.support * support[place] + foreign + aged[candidate.article],
                typical=typical,
            )
        )
    return tuple(weighed)


def _current(weighed: Sequence[Weighed], story: Story) -> tuple[Weighed, ...]:
    """Return the sentences that nothing later overtakes; in one article only tolls can be."""
    if len(story.articles) > 1 or any(article.posts for article in story.articles):
        return latest(weighed, story)
    counts = [one for one in weighed if Fact.TOLL in one.kinds]
    kept = latest(counts, story)
    return tuple(one for one in weighed if Fact.TOLL not in one.kinds or one in kept)


def _days_behind(article: Article, story: Story) -> float:
    """Return how many days older than the story's newest an article is, three at most."""
    return min((story.updated_at - article.dated_at) / timedelta(days=1), 3.0)


def _language(story: Story) -> str | None:
    """Return the language to tell a story in: that of most articles, else of the newest."""
    languages = [article.language for article in story.articles]
    return max(reversed(languages), key=languages.count, default=None)


def _in_one_language(weighed: Sequence[Weighed], story: Story) -> tuple[Weighed, ...]:
    """Return the sentences in the language of the story, or all if it has none to tell."""
    language = _language(story)
    own = tuple(one for one in weighed if one.candidate.language == language)
    return own if any(may_be_told(one) for one in own) else tuple(weighed)


def _titles(story: Story) -> list[Vector]:
    """Return the direction of each article's title."""
    return [
        unit(dict.fromkeys(stems(article.title, article.language), 1.0))
        for article in story.articles
    ]


def _support(
    found: Sequence[Candidate], directions: Sequence[Vector], story: Story, weights: Weights
) -> list[float]:
    """Return the share of other outlets that also say a sentence; 0 below four outlets.

    With fewer outlets the measure gains nothing: it was tried.
    """
    outlets = {article.outlet or article.source for article in story.articles}
    if len(outlets) < weights.support_from:
        return [0.0] * len(found)
    said = [(one.outlets, vector) for one, vector in zip(found, directions, strict=True)]
    return [
        supports(vector, said, one.outlets, least=weights.supports) / (len(outlets) - 1)
        for one, vector in zip(found, directions, strict=True)
    ]
