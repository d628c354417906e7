"""Measures checking: does `newsdesk check` pass what is borne out, and refuse what is not?"""

from collections import Counter
from collections.abc import Mapping, Sequence

from bench.quality.gold import Gold, newsdesk
from bench.quality.report import Basis, Goal, Part, Table
from scripts.learn_checking import left_out, read

CASES, EDITS = "grounding-cases", "summedits-news"
WRONG = ("number", "fused", "name", "quot")

Passed = Mapping[str, bool]


def cases(gold: Gold) -> Part:
    """Return how the hand-written cases are judged."""
    rows = gold.rows("condensing", CASES)
    truth = {row["id"]: row["label"] == "supported" for row in rows}
    verbatim = {
        row["id"]: any(_stands(gold, row["claim"], one["text"]) for one in row["source"])
        for row in rows
    }
    ours = _passed(gold, CASES)
    let = Counter(row["error"] for row in rows if ours[row["id"]] and not truth[row["id"]])
    table = _table("Checking: grounding cases, written by hand", truth, ours, verbatim)
    right, beside = (_right(truth, one) for one in (ours, verbatim))
    goals = (
        Goal(
            figure=f"grounding cases judged rightly, of {len(rows)}",
            ours=right,
            beside=beside,
            baseline="verbatim only",
            target=18,
            hoped=20,
            digits=0,
            basis=Basis.TUNED,
        ),
        Goal(
            figure="grounding cases: wrong numbers, names and quotations let through",
            ours=sum(many for error, many in let.items() if str(error).startswith(WRONG)),
            target=0,
            hoped=0,
            digits=0,
            at_most=True,
            basis=Basis.TUNED,
        ),
    )
    return Part(goals=goals, tables=(table,))


def edits(gold: Gold) -> Part:
    """Return how edited summaries of news are judged."""
    rows = gold.rows("condensing", EDITS)
    truth = {row["id"]: int(row["label"]) == 1 for row in rows}
    verbatim = {row["id"]: _stands(gold, row["summary"], row["src"]) for row in rows}
    ours = _passed(gold, EDITS)
    table = _table("Checking: edited summaries (SummEdits, news)", truth, ours, verbatim)
    honest = left_out(read(gold.path("condensing", EDITS)))
    beside = 100 * balanced(truth, verbatim)
    goals = tuple(
        Goal(
            figure=f"SummEdits news: balanced accuracy{of}",
            ours=figure,
            beside=beside,
            baseline="verbatim only",
            target=62,
            hoped=70,
            basis=basis,
        )
        for of, figure, basis in (
            (" of `newsdesk check`", 100 * balanced(truth, ours), Basis.TUNED),
            (", articles left out of learning", honest, Basis.LEFT_OUT),
        )
    )
    return Part(goals=goals, tables=(table,))


def balanced(truth: Passed, passed: Passed) -> float:
    """Return the mean of the share of sound ones passed and of unsound ones refused.

    >>> balanced({"a": True, "b": False, "c": False}, {"a": True, "b": True, "c": False})
    0.75
    """
    return sum(_share(truth, passed, sound=sound) for sound in (True, False)) / 2


def _share(truth: Passed, passed: Passed, *, sound: bool) -> float:
    of = [name for name, true in truth.items() if true is sound]
    return sum(passed[name] is sound for name in of) / len(of)


def _right(truth: Passed, passed: Passed) -> int:
    return sum(passed[name] is sound for name, sound in truth.items())


def _passed(gold: Gold, name: str) -> Passed:
    rows = newsdesk("check", gold.path("condensing", name), "--json")
    return {row["id"]: row["ok"] for row in rows}


def _stands(gold: Gold, claim: str, text: str) -> bool:
    """Tell whether a claim stands word for word in a text, whatever its signs."""
    bare = gold.scorer("condensing_score").bare
    return f" {bare(claim)} " in f" {bare(text)} "


def _table(title: str, truth: Passed, ours: Passed, verbatim: Passed) -> Table:
    sound = sum(truth.values())
    commonest = dict.fromkeys(truth, 2 * sound >= len(truth))
    methods = (
        ("`newsdesk check`", ours),
        ("verbatim only", verbatim),
        ("the commoner answer to all", commonest),
    )
    return Table(
        title=title,
        head=("method", "right", "sound ones passed", "unsound ones refused", "balanced accuracy"),
        rows=tuple((method, *_cells(truth, passed)) for method, passed in methods),
        notes=(f"{sound} sound, {len(truth) - sound} unsound.",),
    )


def _cells(truth: Passed, passed: Passed) -> Sequence[str]:
    shares = (_share(truth, passed, sound=True), _share(truth, passed, sound=False))
    figures = (*shares, balanced(truth, passed))
    return (str(_right(truth, passed)), *(f"{100 * figure:.1f}" for figure in figures))
