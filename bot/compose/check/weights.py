"""What each kind of evidence weighs: written by `python -m scripts.learn_checking`."""

from bot.compose.check.evidence import Weights

WEIGHTS = Weights(
    none=-0.23,
    figures_absent=-1.14,
    figures_elsewhere=-0.85,
    names_absent=-1.73,
    opposites=-1.31,
    replaced=-0.67,
    denials_added=-0.61,
    denials_lost=-0.55,
    quotations_altered=-1.33,
    likenesses=0.84,
)
