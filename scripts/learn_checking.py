"""Learns how much other words prove: `python -m scripts.learn_checking GOLD... [--write]`.

GOLD is JSON Lines, gzipped or not, one sentence a row: `src` (the text of an article), `summary`
(a sentence that retells it freely) and `label` (1 when the article bears it out, else 0). The
same rows give the same weights, in whatever order they stand. With --write they go to
`bot/compose/check/weights.py`; no text does.

The first figure of a set is honest: each article's sentences are judged by weights that were
learnt from other articles. The second is not, and says only what the weights can do at best.
"""

# ruff: noqa: T201 (printing is what it does)

import argparse
import sys
from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields
from math import exp
from pathlib import Path

from bot.cli.rows import article, rows
from bot.compose.check import weights as table
from bot.compose.check.claim import Claim, claim_of
from bot.compose.check.evidence import Weights
from bot.compose.check.wording import judged
from bot.models import Citation, Sentence

RIDGE = 1.0
STEPS = 300
NAMES = tuple(field.name for field in fields(Weights))
MAY_BE_POSITIVE = frozenset({"none", "likenesses"})

Vector = tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A sentence: its article, the evidence on it, and whether it is borne out.

    `verdict` is what no weight can change: None when the weights decide.
    """

    article: str
    seen: Vector
    is_true: bool
    verdict: bool | None

    def judged_by(self, found: Vector) -> bool:
        """Return whether these weights find it borne out."""
        if self.verdict is not None:
            return self.verdict
        return sum(one * other for one, other in zip(found, self.seen, strict=True)) >= 0


def main(arguments: Sequence[str]) -> None:
    """Learn, print and, if asked, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args(arguments)
    cases = sorted(
        (case for path in asked.gold for case in read(path)),
        key=lambda case: (case.article, case.seen, case.is_true),
    )
    found = learnt(cases)
    print(f"balanced accuracy {left_out(cases):.1f} of articles left out of learning")
    print(f"{balanced(cases, [case.judged_by(found) for case in cases]):.1f} with these weights,")
    used = astuple(table.WEIGHTS)
    print(f"{balanced(cases, [case.judged_by(used) for case in cases]):.1f} with those in use")
    print(*(f"{name} {value}" for name, value in zip(NAMES, found, strict=True)), sep="\n")
    if asked.write:
        Path(table.__file__).write_text(written(found), encoding="utf-8")


def read(path: Path) -> list[Case]:
    """Return the sentences of a file that retell an article, with the evidence on each."""
    found = []
    for number, row in rows(path):
        source = article({"id": "src", "text": row["src"], "lang": row.get("lang")}, number)
        cite = Citation(article=source.id, start=0, end=len(source.text))
        sentence = Sentence(text=str(row["summary"]), cites=(cite,))
        claim = claim_of(0, sentence, {source.id: source})
        if claim.is_wide and not claim.is_verbatim:
            found.append(case_of(claim, is_true=row["label"] == 1))
    return found


def case_of(claim: Claim, *, is_true: bool) -> Case:
    """Return a claim as a case to learn from."""
    faults, evidence = judged(claim)
    verdict = None if faults else True
    if any(fault.plain for fault in faults):
        verdict = False
    seen = (1.0, *map(float, astuple(evidence)))
    return Case(article=claim.articles[0].text, seen=seen, is_true=is_true, verdict=verdict)


def left_out(cases: Sequence[Case]) -> float:
    """Return how well each article's sentences are judged by what the other articles teach."""
    found: dict[int, bool] = {}
    for left in sorted({case.article for case in cases}):
        weights = learnt([case for case in cases if case.article != left])
        for place, case in enumerate(cases):
            if case.article == left:
                found[place] = case.judged_by(weights)
    return balanced(cases, [found[place] for place in range(len(cases))])


def balanced(cases: Sequence[Case], judged_true: Sequence[bool]) -> float:
    """Return the mean of the shares of true and of untrue sentences judged right, in percent."""
    shares = []
    for label in (True, False):
        right = [
            said == label
            for case, said in zip(cases, judged_true, strict=True)
            if case.is_true == label
        ]
        shares.append(sum(right) / len(right) if right else 1.0)
    return 50 * sum(shares)


def learnt(cases: Sequence[Case]) -> Vector:
    """Return the weights of a ridge logistic regression in which faults never speak for.

    True and untrue sentences weigh alike in all. Each step follows the slope, scaled by how
    sharply it bends, and goes back to nought where a fault would count in a sentence's favour.
    """
    found = [0.0] * len(NAMES)
    trues = sum(case.is_true for case in cases)
    shares = {True: 0.5 * len(cases) / max(1, trues)}
    shares[False] = 0.5 * len(cases) / max(1, len(cases) - trues)
    for _ in range(STEPS):
        slope = [RIDGE * value if at else 0.0 for at, value in enumerate(found)]
        bend = [RIDGE] * len(found)
        for case in cases:
            logit = sum(one * other for one, other in zip(found, case.seen, strict=True))
            likely = 1 / (1 + exp(-max(-30.0, min(30.0, logit))))
            weight = shares[case.is_true] / 2
            for at, value in enumerate(case.seen):
                if value:
                    slope[at] += weight * (likely - case.is_true) * value
                    bend[at] += 2 * weight * likely * (1 - likely) * value * value
        for at, name in enumerate(NAMES):
            found[at] -= slope[at] / bend[at] / 2
            if name not in MAY_BE_POSITIVE:
                found[at] = min(0.0, found[at])
    return tuple(round(value, 2) + 0.0 for value in found)


def written(found: Vector) -> str:
    """Return the text of `bot/compose/check/weights.py` with other weights."""
    text = Path(table.__file__).read_text(encoding="utf-8")
    head = text[: text.index("WEIGHTS = ")]
    lines = "".join(f"    {name}={value},\n" for name, value in zip(NAMES, found, strict=True))
    return f"{head}WEIGHTS = Weights(\n{lines})\n"


if __name__ == "__main__":
    main(sys.argv[1:])
