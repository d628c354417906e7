"""What each kind of evidence weighs: written by `python -m scripts.learn_checking`."""

from bot.compose.check.evidence import Weights

WEIGHTS = Weights(
    none=-0.15,
    figures_absent=-0.94,
    figures_elsewhere=-0.76,
    names_absent=-1.78,
    opposites=-1.41,
    replaced=-1.25,
    denials_added=-0.67,
    denials_lost=-0.62,
    quotations_altered=-1.33,
    likenesses=0.79,
)
