"""Floors for checking on claims of our own writing: they only rise.

`articles.jsonl` holds invented reports, one sentence each; the other files hold claims about them,
each with what it cites and whether that bears it out. Each file was written before the rules were
run on it: what they first found is in docs/checking.md.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.cli.rows import article
from bot.compose.check import check
from bot.models import Article, ArticleId, Citation, Sentence, StoryId, Summary

FOLDER = Path(__file__).parent / "checking"
LET_THROUGH = {
    "claims": 0,
    "further": 0,
    "third": 0,
    "fourth": 1,
    "fifth": 0,
    "sixth": 4,
    "seventh": 1,
    "eighth": 0,
}
"""How many faulty claims are found borne out, at most."""

REFUSED = {
    "claims": 0,
    "further": 0,
    "third": 0,
    "fourth": 0,
    "fifth": 0,
    "sixth": 0,
    "seventh": 1,
    "eighth": 1,
}
"""How many true claims are found faulty, at most."""

GRAVE = frozenset(
    [
        "number",
        "figures_swapped",
        "sum_of_figures",
        "unit_swapped",
        "currency",
        "name_swapped",
        "subject_swapped",
        "quote_altered",
        "speaker_swapped",
        "harm_swapped",
        "thing_swapped",
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A claim, the articles of its story, and the kind of its error: empty when it is true."""

    name: str
    summary: Summary
    articles: dict[ArticleId, Article]
    error: str

    @property
    def stands(self) -> bool:
        """Whether the check finds nothing."""
        return not check(self.summary, self.articles)


def rows(name: str) -> Iterator[dict[str, Any]]:
    """Yield the rows of a file of the corpus."""
    for line in (FOLDER / f"{name}.jsonl").read_text("utf-8").splitlines():
        yield json.loads(line)


def cases(name: str) -> list[Case]:
    """Return the claims of a file."""
    stories: dict[str, dict[ArticleId, Article]] = {}
    for number, row in enumerate(rows("articles")):
        one = article(row, number)
        stories.setdefault(row["story"], {})[one.id] = one
    return [case(row, stories[row["story"]]) for row in rows(name)]


def case(row: dict[str, Any], articles: dict[ArticleId, Article]) -> Case:
    """Return the claim of a row."""
    cites = tuple(
        Citation(article=ArticleId(one), start=0, end=len(articles[ArticleId(one)].text))
        for one in row["cites"]
    )
    sentence = Sentence(text=row["claim"], cites=cites)
    return Case(
        name=row["id"],
        summary=Summary(story=StoryId(row["story"]), headline="", sentences=(sentence,)),
        articles=articles,
        error=row["error"] or "",
    )


@pytest.mark.parametrize("name", sorted(LET_THROUGH))
def test_faulty_claims_are_found(name: str) -> None:
    """All but so many, and never is a wrong number, name, speaker or quotation let through."""
    through = [one for one in cases(name) if one.error and one.stands]

    assert not [one.name for one in through if one.error in GRAVE]
    assert len(through) <= LET_THROUGH[name], [one.name for one in through]


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_true_claims_stand(name: str) -> None:
    """All but so many, though told in other words."""
    refused = [one.name for one in cases(name) if not one.error and not one.stands]

    assert len(refused) <= REFUSED[name], refused


@pytest.mark.parametrize("name", sorted(LET_THROUGH))
def test_what_is_cited_word_for_word_stands(name: str) -> None:
    """The sources themselves are never at fault."""
    for one in cases(name):
        for source in one.articles.values():
            cite = Citation(article=source.id, start=0, end=len(source.text))
            told = Sentence(text=source.text, cites=(cite,))
            summary = Summary(story=one.summary.story, headline="", sentences=(told,))

            assert check(summary, one.articles) == ()
