"""What a part of the measuring found, and how a page shows it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

BEGIN = "<!-- Figures: `make quality` writes what follows. -->"
END = "<!-- End of figures. -->"


class Basis(StrEnum):
    """What a method knew of the set that judges it."""

    TUNED = "tuned"
    LEFT_OUT = "left out"
    UNSEEN = "not tuned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """A figure with what it should be; more is better unless `at_most`.

    `beside` is what the best baseline of the same run reaches, None where there is none.
    """

    figure: str
    ours: float
    target: float
    hoped: float
    basis: Basis
    beside: float | None = None
    baseline: str = ""
    digits: int = 1
    at_most: bool = False

    @property
    def verdict(self) -> str:
        """Whether the figure, as it is printed, reaches what was hoped for, or the target."""
        if self._reaches(self.hoped):
            return "hoped for"
        return "met" if self._reaches(self.target) else "below"

    def _reaches(self, bar: float) -> bool:
        shown = round(self.ours, self.digits)
        return shown <= bar if self.at_most else shown >= bar

    @property
    def cells(self) -> tuple[str, ...]:
        """The row of the page's first table."""
        beside = "" if self.beside is None else f"{self._shown(self.beside)} ({self.baseline})"
        bounds = (self._shown(self.target), self._shown(self.hoped))
        return (self.figure, self._shown(self.ours), beside, *bounds, self.verdict, self.basis)

    def _shown(self, value: float) -> str:
        return f"{value:.{self.digits}f}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under a title; `notes` are sentences above it. The first column is words."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """All that one part of the measuring found."""

    goals: tuple[Goal, ...] = ()
    tables: tuple[Table, ...] = ()


GLANCE = ("figure", "ours", "best baseline", "target", "hoped for", "verdict", "basis")


def figures(parts: Sequence[Part]) -> str:
    """Return the written part of the page: all goals first, then every table."""
    goals = [goal.cells for part in parts for goal in part.goals]
    glance = Table(title="At a glance", head=GLANCE, rows=tuple(goals))
    tables = [glance, *(table for part in parts for table in part.tables)]
    return "\n\n".join(["## Figures", *map(shown, tables)])


def shown(table: Table) -> str:
    """Return a table as Markdown, figures to the right.

    >>> print(shown(Table(title="Size", head=("what", "m"), rows=(("pier", "4"),))))
    ### Size
    <BLANKLINE>
    | what | m |
    | --- | ---: |
    | pier | 4 |
    """
    bars = ["---", *("---:" for _ in table.head[1:])]
    lines = [f"### {table.title}", "", *table.notes, *([""] if table.notes else [])]
    return "\n".join([*lines, *map(_line, (table.head, bars, *table.rows))])


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def page_with(page: str, written: str) -> str:
    """Return a page with other figures between its two marks.

    >>> page_with(f"Hand-written. {BEGIN} old {END}", "new").splitlines()[2]
    'new'

    Raises:
        ValueError: the page lacks a mark.
    """
    head, rest = page.split(BEGIN)
    _, tail = rest.split(END)
    return f"{head}{BEGIN}\n\n{written}\n\n{END}{tail}"


def percent(share: float) -> str:
    """Return a share in percent with one digit.

    >>> percent(0.9124)
    '91.2'
    """
    return f"{100 * share:.1f}"
