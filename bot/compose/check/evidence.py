"""What speaks for and against a free retelling of a whole article, counted."""

from dataclasses import astuple, dataclass
from operator import mul


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """How often each thing stands in a sentence that retells an article.

    Figures and names that the article has not, or not where the sentence takes its words from;
    words in the place of their opposite; denials added and lost; quotations that are not
    literal; and words that stand for others of their meaning.
    """

    figures_absent: int = 0
    figures_elsewhere: int = 0
    names_absent: int = 0
    opposites: int = 0
    replaced: int = 0
    denials_added: int = 0
    denials_lost: int = 0
    quotations_altered: int = 0
    likenesses: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What one of each thing weighs, and what a sentence weighs that has none of them."""

    none: float
    figures_absent: float
    figures_elsewhere: float
    names_absent: float
    opposites: float
    replaced: float
    denials_added: float
    denials_lost: float
    quotations_altered: float
    likenesses: float

    def score(self, evidence: Evidence) -> float:
        """Return how far a sentence seems borne out; from zero on it does.

        >>> weights = Weights(none=-0.5, figures_absent=-2, figures_elsewhere=-1, names_absent=-2,
        ...     opposites=-2, replaced=-1, denials_added=-1, denials_lost=-1, quotations_altered=-1,
        ...     likenesses=1)
        >>> weights.score(Evidence(likenesses=1)), weights.score(Evidence(figures_absent=1))
        (0.5, -2.5)
        """
        first, *rest = astuple(self)
        return float(first + sum(map(mul, rest, astuple(evidence))))
