"""Which articles are about one event. Pure."""

from bot.group.grouper import StoryGrouper

__all__ = ["StoryGrouper"]
