"""`newsdesk check`: does a summary say only what its sources bear out?"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from bot.app import opened
from bot.cli.configured import environment
from bot.cli.output import FAILED, json_line, out
from bot.cli.rows import WHOLE, article, rows, summary
from bot.compose.check import check as findings_of
from bot.config import Settings
from bot.errors import ConfigError
from bot.models import Article, ArticleId, Finding, Summary
from bot.schedule.clock import SystemClock


async def check(
    settings: Settings, path: Path, articles: Path | None, *, strict: bool, as_json: bool
) -> int:
    """Check every summary of a file and print what is not borne out."""
    given = {one.id: one for one in _articles(articles)}
    any_found = False
    for number, row in rows(path):
        told, carried = _row(row, number)
        known = {**given, **carried} or await _stored(settings, told)
        findings = findings_of(_within(told, known), known)
        any_found = any_found or bool(findings)
        _show(told, findings, as_json=as_json)
    return FAILED if strict and any_found else 0


def _articles(path: Path | None) -> Iterable[Article]:
    return [article(row, number) for number, row in rows(path)] if path else ()


def _row(row: Mapping[str, Any], number: int) -> tuple[Summary, dict[ArticleId, Article]]:
    """Return a row's summary and the articles that it carries."""
    if "claim" in row:
        row = {**row, "sentences": [{"text": row["claim"], "cites": row.get("cites")}]}
    elif "src" in row:
        row = {**row, **_whole(row)}
    carried = row.get("articles") or row.get("source") or ()
    if not isinstance(carried, (list, tuple)):
        raise ConfigError("", f"row {number}: articles must be a list of objects")
    made = [article(one, place) for place, one in enumerate(carried, start=1)]
    return summary(row, number), {one.id: one for one in made}


def _whole(row: Mapping[str, Any]) -> dict[str, Any]:
    """A summary beside its one article cites all of it."""
    told = row.get("summary")
    sentences = told if isinstance(told, list) else [told or ""]
    return {
        "sentences": [{"text": one, "cites": ["src"]} for one in sentences],
        "articles": [{"id": "src", "text": row["src"], "title": row.get("title", "")}],
    }


async def _stored(settings: Settings, told: Summary) -> dict[ArticleId, Article]:
    """Return the cited articles that the desk has stored."""
    found: dict[ArticleId, Article] = {}
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


def _show(told: Summary, findings: tuple[Finding, ...], *, as_json: bool) -> None:
    if as_json:
        rows_found = [
            {"sentence": one.sentence, "rule": one.rule, "words": one.words, "detail": one.detail}
            for one in findings
        ]
        json_line({"id": told.story, "ok": not findings, "findings": rows_found})
        return
    verdict = "borne out" if not findings else f"{len(findings)} not borne out"
    out.print(f"{told.story}: {verdict}", style="bold")
    for one in findings:
        out.print(f"  sentence {one.sentence + 1}, {one.rule}: “{one.words}”: {one.detail}")
