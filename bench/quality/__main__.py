"""Scores the desk on all gold sets beside other programs: `python -m bench.quality DATA SCORERS`.

Writes what it finds into docs/quality.md, between its two marks; --print writes nothing and
prints. Progress goes to standard error. The status is 2 when the data is not there.
"""

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from bench.quality import checking, condensing, grouping, neardup, newsroom, searching, speed
from bench.quality.gold import ROOT, Gold
from bench.quality.report import Part, figures, page_with

PAGE = ROOT / "docs" / "quality.md"
USAGE = 2
PACKAGES = ("rouge_score", "sumy")

Measure = Callable[[Gold], Part]

PARTS: Mapping[str, Measure] = {
    "grouping: ecbplus": partial(grouping.measured, name="ecbplus"),
    "grouping: allsides21": partial(grouping.measured, name="allsides21"),
    "grouping: headlines": partial(grouping.measured, name="uci14-headlines"),
    "grouping: stories left out": grouping.learning,
    "near-duplicates": neardup.measured,
    "condensing: 3 sentences": partial(condensing.measured, length="3"),
    "condensing: 60 words": partial(condensing.measured, length="60"),
    "condensing: clusters": condensing.clusters,
    "condensing: neural systems": condensing.published,
    "checking: grounding cases": checking.cases,
    "checking: SummEdits": checking.edits,
    "searching: /latest": searching.latest,
    "searching: TIME": searching.classic,
    "sample newsroom": newsroom.measured,
}
FIRST = ("grouping: headlines",)
"""What takes longest is begun first."""


def main(arguments: Sequence[str]) -> int:
    """Measure, write and return the status."""
    parser = argparse.ArgumentParser(prog="bench.quality", description=__doc__)
    parser.add_argument("data", type=Path, help="folder of the gold data")
    parser.add_argument("scorers", type=Path, help="folder of the scorers")
    parser.add_argument("--print", action="store_true", help="print the figures, write nothing")
    parser.add_argument("--only", default="", help="only parts whose name holds this; prints")
    asked = parser.parse_args(arguments)
    gold = Gold(data=asked.data.resolve(), scorers=asked.scorers.resolve())
    problem = problem_of(gold)
    if problem:
        print(f"quality: {problem}", file=sys.stderr)
        return USAGE
    wanted = [name for name in PARTS if asked.only in name]
    found = figures([*together(gold, wanted), *([] if asked.only else [speed.measured(gold)])])
    if asked.print or asked.only:
        print(found)
    else:
        PAGE.write_text(page_with(PAGE.read_text("utf-8"), found), "utf-8")
        say(f"wrote {PAGE.relative_to(ROOT)}")
    return 0


def problem_of(gold: Gold) -> str:
    """Return what is missing and what to do about it, or ""."""
    missing = gold.missing()
    if missing:
        return f"{missing[0]} is not there: name the gold data and the scorers, DATA=… SCORERS=…"
    lacking = [name for name in PACKAGES if find_spec(name) is None]
    if lacking:
        return f"{lacking[0]} is not installed: run scripts/environment quality"
    return ""


def together(gold: Gold, names: Sequence[str]) -> list[Part]:
    """Return the parts in order, measured in as many processes as there are cores."""
    found: dict[str, Part] = {}
    begun = time.monotonic()
    with ProcessPoolExecutor(os.cpu_count()) as processes:
        waiting = {processes.submit(PARTS[name], gold): name for name in longest_first(names)}
        for number, done in enumerate(as_completed(waiting), start=1):
            found[waiting[done]] = done.result()
            took = time.monotonic() - begun
            say(f"{number} of {len(names)}: {waiting[done]}, {took:.0f} s")
    return [found[name] for name in names]


def longest_first(names: Iterable[str]) -> list[str]:
    """Return names in the order in which they are begun."""
    return sorted(names, key=lambda name: name not in FIRST)


def say(words: str) -> None:
    """Tell how far it is."""
    print(f"quality: {words}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
