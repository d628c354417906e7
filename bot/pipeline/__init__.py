"""The journey of an article, from its source to a channel.

    source -> entry -> page -> article -> story -> summary -> briefing -> message -> delivery
     read     fetch    extract   group    select    condense    compose    lay out     owe

Two loops drive it, a file each. `gather` visits the sources that are due and files what they
bring; `brief` makes the briefings that fell due and owes them to their channels. The outbox is
worked off by `bot.deliver`. Nothing is decided here: what is new, due or worth telling are pure
functions of the floors below, and the world stands behind ports.
"""

from bot.pipeline.briefing import ALERTS_AT_LATEST, Pipeline
from bot.pipeline.gathering import Gathered

__all__ = ["ALERTS_AT_LATEST", "Gathered", "Pipeline"]
