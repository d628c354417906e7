"""The sample newsroom: invented outlets on loopback, and what is true of their articles."""

from bot.newsroom.articles import SampleArticle, SampleOutlet, load_articles, load_outlets
from bot.newsroom.gold import (
    Claim,
    Correction,
    Disagreement,
    Fact,
    Figure,
    GoldLabels,
    PlannedDay,
    Side,
    StoryLabels,
    Voice,
    load_gold,
)
from bot.newsroom.server import NEXT_MORNING, OPENING, SampleNewsroom

__all__ = [
    "NEXT_MORNING",
    "OPENING",
    "Claim",
    "Correction",
    "Disagreement",
    "Fact",
    "Figure",
    "GoldLabels",
    "PlannedDay",
    "SampleArticle",
    "SampleNewsroom",
    "SampleOutlet",
    "Side",
    "StoryLabels",
    "Voice",
    "load_articles",
    "load_gold",
    "load_outlets",
]
