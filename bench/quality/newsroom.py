"""Measures what a channel is told over the week of the sample newsroom, by `bench/newsroom.py`."""

from bench import newsroom
from bench.newsroom import LONG, SHORT, WHOLE, Ratio
from bench.quality.gold import Gold
from bench.quality.report import Basis, Goal, Part, Table, percent


def measured(gold: Gold) -> Part:
    """Return what is kept, repeated, disagreed on and attributed. The newsroom is our own."""
    del gold
    precision, recall = newsroom.disagreements_found()
    kept, repeated = newsroom.facts_kept(LONG), newsroom.facts_repeated(SHORT)
    attributed = newsroom.attribution_kept(LONG)
    rows: dict[str, Ratio] = {
        "new facts kept, 3 sentences": newsroom.facts_kept(SHORT),
        "new facts kept, 6 sentences": kept,
        "new facts kept, no limit": newsroom.facts_kept(WHOLE),
        "told facts repeated, 3 sentences": repeated,
        "told facts repeated, 6 sentences": newsroom.facts_repeated(LONG),
        "told facts repeated, no limit": newsroom.facts_repeated(WHOLE),
        "disagreements shown that are some": precision,
        "disagreements found": recall,
        "claims told with their speaker": attributed,
        "corrections told as such": newsroom.corrections_told(SHORT),
        "changed figures told with the old one": newsroom.changes_told(LONG),
    }
    table = Table(
        title="The sample newsroom: a channel's week",
        head=("what", "%", "of"),
        rows=tuple((name, percent(one.share), str(one.all)) for name, one in rows.items()),
        notes=("Five mornings and one more, told in editions of ten minutes.",),
    )
    goals = (
        _goal("new facts kept, %", kept, target=95, hoped=100),
        _goal("told facts repeated, %", repeated, target=3, hoped=0, at_most=True),
        _goal("disagreements, precision, %", precision, target=90, hoped=100),
        _goal("disagreements, recall, %", recall, target=80, hoped=100),
        _goal("claims told with their speaker, %", attributed, target=100, hoped=100),
    )
    return Part(goals=goals, tables=(table,))


def _goal(figure: str, ratio: Ratio, *, target: float, hoped: float, at_most: bool = False) -> Goal:
    return Goal(
        figure=f"sample newsroom: {figure}",
        ours=100 * ratio.share,
        target=target,
        hoped=hoped,
        at_most=at_most,
        basis=Basis.TUNED,
    )
