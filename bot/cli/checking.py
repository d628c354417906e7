"""`newsdesk check`: does a summary say only what its sources bear out?"""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from bot.app import opened
from bot.cli.configured import environment
from bot.cli.output import FAILED, json_line, out
from bot.cli.rows import WHOLE, Row, articles_of, carried, rows, story_of, summary
from bot.compose.check import check as findings_of
from bot.config import Settings
from bot.errors import ConfigError
from bot.models import Article, ArticleId, Finding, Summary
from bot.schedule.clock import SystemClock

Shelf = dict[ArticleId, Article]


async def check(
    settings: Settings, path: Path, articles: Path | None, *, strict: bool, as_json: bool
) -> int:
    """Check every summary of a file and print what is not borne out."""
    given = _given(articles)
    everything = {name: one for shelf in given.values() for name, one in shelf.items()}
    verdicts: list[bool] = []
    for number, row in rows(path):
        own = _carried(row, number)
        shelf = own or given.get(story_of(row, number), {})
        told = summary({**row, "sentences": _sentences(row, number, shelf)}, number)
        known = _known(told, shelf, everything) or await _stored(settings, told)
        findings = findings_of(_within(told, known), known)
        verdicts.append(not findings)
        _show(str(row.get("id") or told.story), told, findings, as_json=as_json)
    if len(verdicts) > 1 and not as_json:
        out.print(f"{sum(verdicts)} of {len(verdicts)} borne out", style="bold")
    return FAILED if strict and not all(verdicts) else 0


def _known(told: Summary, shelf: Shelf, everything: Shelf) -> Shelf:
    """Return the articles that a summary is held to: its story's, unless it cites others too."""
    cited = {cite.article for sentence in told.sentences for cite in sentence.cites}
    return shelf if shelf and cited <= shelf.keys() else {**everything, **shelf}


def read_row(row: Row, number: int) -> tuple[Summary, Shelf]:
    """Return the summary of a row that carries its articles, and those.

    Raises:
        ConfigError: it carries no summary, or one that cannot be read.
    """
    shelf = _carried(row, number)
    told = summary({**row, "sentences": _sentences(row, number, shelf)}, number)
    return _within(told, shelf), shelf


def _given(path: Path | None) -> dict[str, Shelf]:
    """Return the articles of a file by story: ids need be unique within a story only."""
    found: dict[str, Shelf] = {}
    for number, row in rows(path) if path else ():
        shelf = {one.id: one for one in articles_of(row, number)}
        found.setdefault(story_of(row, number), {}).update(shelf)
    return found


def _carried(row: Row, number: int) -> Shelf:
    """Return the articles that a summary's row carries; under `source` may also be an outlet."""
    listed: object = None
    if "src" in row:
        if not isinstance(row["src"], str):
            raise ConfigError("", f"row {number}: src must be the text of an article")
        known = ("title", "date", "lang", "language")
        listed = [{"id": "src", "text": row["src"], **{k: row[k] for k in known if k in row}}]
    elif row.get("articles") is not None:
        listed = row["articles"]
    elif isinstance(row.get("source"), list):
        listed = row["source"]
    return {} if listed is None else {one.id: one for one in carried(listed, number)}


def _sentences(row: Row, number: int, shelf: Shelf) -> list[object]:
    """Return the sentences of a row; a text that cites nothing cites the whole of its articles."""
    if isinstance(row.get("sentences"), list):
        return list(row["sentences"])
    if "claim" in row:
        return [{"text": row["claim"], "cites": row.get("cites") or list(shelf)}]
    if "summary" not in row:
        raise ConfigError("", f"row {number}: has no sentences, no summary and no claim")
    told = row["summary"]
    texts = told if isinstance(told, list) else [told]
    if not all(isinstance(one, str) for one in texts):
        raise ConfigError("", f"row {number}: summary must be a text or a list of sentences")
    return [{"text": one, "cites": list(shelf)} for one in texts]


async def _stored(settings: Settings, told: Summary) -> Shelf:
    """Return the cited articles that the desk has stored."""
    found: Shelf = {}
    async with opened(settings, environment(), clock=SystemClock()) as app:
        for cite in {cite.article for sentence in told.sentences for cite in sentence.cites}:
            story = await app.store.library.locate(cite, None)
            found |= {one.id: one for one in story.articles} if story else {}
    return found


def _within(told: Summary, known: Mapping[ArticleId, Article]) -> Summary:
    """End the citations of whole articles where those end."""
    sentences = []
    for sentence in told.sentences:
        cites = tuple(
            replace(cite, end=min(cite.end, len(known[cite.article].text)))
            if cite.article in known and cite.end == WHOLE
            else cite
            for cite in sentence.cites
        )
        sentences.append(replace(sentence, cites=cites))
    return replace(told, sentences=tuple(sentences))


def _show(name: str, told: Summary, findings: tuple[Finding, ...], *, as_json: bool) -> None:
    """Print a verdict; to people each sentence that is at fault, with all that is wrong in it."""
    if as_json:
        rows_found = [
            {"sentence": one.sentence, "rule": one.rule, "words": one.words, "detail": one.detail}
            for one in findings
        ]
        json_line({"id": name, "ok": not findings, "findings": rows_found})
        return
    verdict = "borne out" if not findings else f"{len(findings)} not borne out"
    out.print(f"{name}: {verdict}", style="bold")
    for number, sentence in enumerate(told.sentences):
        mine = [one for one in findings if one.sentence == number]
        if mine:
            out.print(f"  sentence {number + 1}: {sentence.text}")
        for one in mine:
            words = f" “{one.words}”" if one.words else ""
            out.print(f"    {one.rule}{words}: {one.detail}", style="red")
