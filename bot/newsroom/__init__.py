"""The sample newsroom: invented outlets on loopback, and what is true of their articles."""

from bot.newsroom.articles import SampleArticle, SampleOutlet, load_articles, load_outlets
from bot.newsroom.gold import (
    Claim,
    Disagreement,
    Fact,
    Figure,
    GoldLabels,
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
    "Disagreement",
    "Fact",
    "Figure",
    "GoldLabels",
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
