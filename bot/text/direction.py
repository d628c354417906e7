"""Right-to-left words set apart, so that figures and marks beside them stand where they belong.

After the Unicode Bidirectional Algorithm (UAX 9): an isolate keeps the order within from the
order around it. Without one, "[1]" behind an Arabic sentence is torn apart, and the age behind
an Arabic name changes places with it.
"""

import re
from dataclasses import dataclass

_LEFT = re.compile("[A-Za-z\u00c0-\u024f\u0370-\u052f]")
_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")

_FIGURES = re.compile(r"[^\W_]")

RIGHT_TO_LEFT, LEFT_TO_RIGHT, END = "\u2067", "\u2066", "\u2069"
MARK = "\u200f"
"""Tells a platform that lays out each paragraph by its first letter which way this one goes."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands before and after a line, and how each of its pieces is set apart."""

    before: str = ""
    after: str = ""
    pieces_run_right: bool = False

    def piece(self, text: str) -> str:
        """Return a piece of the line, set apart where the line itself is not."""
        if self.after or not self.pieces_run_right:
            return text
        return isolated(text) if is_right_to_left(text) else _apart(text, LEFT_TO_RIGHT)


def setting(told: str, whole: str) -> Setting:
    r"""Return how a line is set: `told` is what it says of its own, `whole` with its labels.

    A sentence that runs from right to left takes its marks with it. Elsewhere each piece stays
    by itself, wherever the platform begins the line.

    >>> setting("قالت الشرطة. ", "قالت الشرطة. [1]").before
    '\u200f\u2067'
    >>> setting(" · 2 reports", "[1] البلد · 2 reports").piece(" · 2 reports")
    ' \u2066· 2 reports\u2069'
    >>> setting("The police said.", "The police said.") == Setting()
    True
    """
    if is_right_to_left(told):
        return Setting(MARK + RIGHT_TO_LEFT, END)
    return Setting(pieces_run_right=True) if _RIGHT.search(whole) else Setting()


def is_right_to_left(text: str) -> bool:
    """Say whether most letters of a text are of scripts that run from right to left.

    >>> is_right_to_left("سوق Aleppo في حلب القديمة"), is_right_to_left("Aleppo (حلب)")
    (True, False)
    """
    right = len(_RIGHT.findall(text))
    return bool(right) and right > len(_LEFT.findall(text))


def isolated(text: str) -> str:
    r"""Return a text set apart if it runs from right to left; any other as it is.

    >>> isolated("حلب "), isolated("Aleppo")
    ('\u2067حلب\u2069 ', 'Aleppo')
    """
    return _apart(text, RIGHT_TO_LEFT) if is_right_to_left(text) else text


def _apart(text: str, mark: str) -> str:
    """Return a text set apart; spaces at its ends stay outside, they part it from others."""
    if not _FIGURES.search(text):
        return text
    body = text.strip()
    before, _, after = text.partition(body)
    return f"{before}{mark}{body}{END}{after}"
