"""Measures condensing: overlap with what people wrote, and faithfulness, beside other programs."""

import statistics
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from bench.quality.gain import interval
from bench.quality.gold import Gold, Row, newsdesk
from bench.quality.peers import Peer, peers_of_one, peers_of_several
from bench.quality.report import Basis, Goal, Part, Table, percent
from bot.models import Budget

SETS = ("cnndm", "inshorts", "writers")
PEERED = "cnndm"
SYSTEMS = {
    "summeval": {
        "pegasus": "PEGASUS",
        "bart": "BART",
        "t5": "T5",
        "pointer-gen": "pointer-generator",
        "neusum": "NeuSum (chooses sentences)",
        "gpt2-zero": "GPT-2",
    },
    "realsumm": {
        "bart": "BART",
        "t5_11B": "T5-11B",
        "unilm_v2": "UniLM",
        "matchsumm": "MatchSum (chooses sentences)",
        "presumm_ext_abs": "BertSumExtAbs",
    },
}
CLUSTERS = "allsides21-clusters"
OURS, LEAD = "`newsdesk condense`", "lead"
THREE = ("3 sentences", Budget(sentences=3), ("--sentences", "3"), (0.6, 1.5))
SIXTY = ("60 words", Budget(sentences=None, words=60), ("--words", "60"), (1.3, 2.5))
ABSENT = ("numbers", "names", "quotes")
HEAD = (
    "method",
    "words",
    "R1",
    "R2",
    "Lsum",
    "verbatim %",
    "claims with their source",
    "absent numbers / names / quotations",
    "orphans",
    "dangling %",
)

Told = Mapping[str, str | Sequence[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """One summary: its overlap with the first reference, and what the scorer found in it."""

    figures: Mapping[str, float]
    found: Mapping[str, Any]

    @property
    def both(self) -> float:
        """The mean of ROUGE-1 and ROUGE-2."""
        return (self.figures["rouge1"] + self.figures["rouge2"]) / 2


def measured(gold: Gold, length: str) -> Part:
    """Return the figures of single articles at one length, of each set and pooled."""
    name, budget, flags, (target, hoped) = THREE if length == "3" else SIXTY
    scorer = gold.scorer("condensing_score")
    tables: list[Table] = []
    pooled: dict[str, list[Scored]] = {}
    for which in SETS:
        rows = gold.rows("condensing", which)
        told = {OURS: _ours(gold, which, flags), **_theirs(rows, peers_of_one(scorer), budget)}
        scored = {method: scores(scorer, rows, found) for method, found in told.items()}
        tables.append(_table(f"One article, {name}: {which}", scored))
        for method, found in scored.items():
            pooled.setdefault(method, []).extend(found)
    table, gains = _gains(name, pooled)
    goal = Goal(
        figure=f"one article, {name}: gain over lead, mean of R1 and R2",
        ours=gains[OURS],
        beside=max(gains[peer] for peer in gains if peer not in {OURS, LEAD}),
        baseline="sumy",
        target=target,
        hoped=hoped,
        digits=2,
        basis=Basis.TUNED,
    )
    goals = (goal, *_faith(pooled[OURS], f"one article, {name}"))
    return Part(
        goals=goals, tables=(table, _table(f"One article, {name}: pooled", pooled), *tables)
    )


def clusters(gold: Gold) -> Part:
    """Return the figures of several reports of one story, in 60 words."""
    name, budget, flags, _ = SIXTY
    scorer = gold.scorer("condensing_score")
    rows = gold.rows("condensing", CLUSTERS)
    told = {OURS: _ours(gold, CLUSTERS, flags), **_theirs(rows, peers_of_several(scorer), budget)}
    scored = {method: scores(scorer, rows, found) for method, found in told.items()}
    bounds = (("rouge1", "R1", 37.4, 38.5), ("rouge2", "R2", 14.9, 16))
    goals = tuple(
        Goal(
            figure=f"cluster, {name} (allsides21): {label}",
            ours=_mean(scored[OURS], key),
            beside=_mean(scored["sumy LexRank"], key),
            baseline="sumy LexRank",
            target=target,
            hoped=hoped,
            basis=Basis.TUNED,
        )
        for key, label, target, hoped in bounds
    )
    table = _table(f"Several reports of one story, {name}: allsides21", scored)
    return Part(goals=(*goals, *_faith(scored[OURS], f"cluster, {name}")), tables=(table,))


def published(gold: Gold) -> Part:
    """Return the figures of what neural systems published, on the articles that they told."""
    _, budget, flags, _ = THREE
    scorer = gold.scorer("condensing_score")
    outputs = {row["id"]: row["systems"] for row in gold.rows("condensing", f"{PEERED}-peers")}
    ours = _ours(gold, PEERED, flags)
    tables = []
    for origin, systems in SYSTEMS.items():
        rows = [
            row
            for row in gold.rows("condensing", PEERED)
            if row["id"] in outputs and row["origin"] == origin
        ]
        lead = {LEAD: peers_of_one(scorer)[LEAD]}
        told: dict[str, Told] = {OURS: ours, **_theirs(rows, lead, budget)}
        for system, name in systems.items():
            told[name] = {row["id"]: outputs[row["id"]][system] for row in rows}
        scored = {method: scores(scorer, rows, found) for method, found in told.items()}
        tables.append(_table(f"Neural systems, as published: cnndm, {origin}", scored))
    return Part(tables=tuple(tables))


def scores(scorer: ModuleType, rows: Sequence[Row], told: Told) -> list[Scored]:
    """Return the score of each row's summary."""
    each = [scorer.score([row], {row["id"]: told[row["id"]]}) for row in rows]
    return [Scored(figures=figures, found=next(iter(found.values()))) for figures, found in each]


def _ours(gold: Gold, name: str, flags: Sequence[str]) -> Told:
    rows = newsdesk("condense", gold.path("condensing", name), *flags)
    return {row["id"]: row["summary"] for row in rows}


def _theirs(rows: Sequence[Row], peers: Mapping[str, Peer], budget: Budget) -> dict[str, Told]:
    return {name: {row["id"]: peer(row, budget) for row in rows} for name, peer in peers.items()}


def _table(title: str, scored: Mapping[str, Sequence[Scored]], *more: str) -> Table:
    """Return a row for each method; the note counts the summaries."""
    rows = tuple((method, *_cells(found)) for method, found in scored.items())
    many = len(next(iter(scored.values())))
    return Table(title=title, head=HEAD, rows=rows, notes=(f"{many} summaries.", *more))


def _cells(scored: Sequence[Scored]) -> tuple[str, ...]:
    told, kept = attribution(scored)
    sentences = sum(one.found["sentences"] for one in scored)
    verbatim = sum(one.found["verbatim"] for one in scored)
    return (
        *(f"{_mean(scored, key):.1f}" for key in ("words", "rouge1", "rouge2", "rougeLsum")),
        percent(verbatim / max(1, sentences)),
        f"{kept} of {told}",
        " / ".join(str(_count(scored, key)) for key in ABSENT),
        str(_count(scored, "orphans")),
        percent(_count(scored, "dangling") / max(1, sentences)),
    )


def _gains(name: str, pooled: Mapping[str, Sequence[Scored]]) -> tuple[Table, Mapping[str, float]]:
    """Return what each method gains over the beginning, over the articles of all sets."""
    rows, means = [], {}
    for method, found in pooled.items():
        gains = [one.both - lead.both for one, lead in zip(found, pooled[LEAD], strict=True)]
        means[method] = statistics.mean(gains)
        if method != LEAD:
            low, high = interval(gains)
            rows.append((method, f"{means[method]:+.2f}", f"{low:+.2f} to {high:+.2f}"))
    head = ("method", "gain over lead", "95 % interval")
    return Table(title=f"One article, {name}: gain, pooled", head=head, rows=tuple(rows)), means


def _faith(scored: Sequence[Scored], what: str) -> Iterator[Goal]:
    """Yield what may not be lost, and what may not be there."""
    told, kept = attribution(scored)
    orphans = _count(scored, "orphans")
    dangling = _count(scored, "dangling") / max(1, sum(one.found["sentences"] for one in scored))
    for figure, ours, target, hoped, digits in (
        ("share of attributed claims that keep their source", kept / max(1, told), 1, 1, 3),
        ("absent numbers, names and quotations", _count(scored, *ABSENT), 0, 0, 0),
        ("quotations without a speaker", orphans, 0, 0, 0),
        ("dangling sentences, %", 100 * dangling, 1, 1, 1),
    ):
        yield Goal(
            figure=f"{what}: {figure}",
            ours=ours,
            target=target,
            hoped=hoped,
            digits=digits,
            at_most=target != 1 or digits == 1,
            basis=Basis.TUNED,
        )


def _mean(scored: Sequence[Scored], key: str) -> float:
    return statistics.mean(one.figures[key] for one in scored)


def _count(scored: Sequence[Scored], *keys: str) -> int:
    return sum(len(one.found[key]) for one in scored for key in keys)


def attribution(scored: Sequence[Scored]) -> tuple[int, int]:
    """Return how many attributed sentences were told, and how many kept who said it."""
    told = sum(one.found["attributed"] for one in scored)
    return told, told - _count(scored, "attribution_lost")
