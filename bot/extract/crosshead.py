"""Subheadings between paragraphs, told from the titles of other stories."""
# ruff: noqa: RUF001  signs of other scripts

from bot.extract.lines import Mark
from bot.extract.shapes import Shape

CROSSHEAD_WORDS, ASKING_WORDS, MARKED_WORDS = 6, 9, 14


def could_be_crosshead(shape: Shape) -> bool:
    """A crosshead is short, no link, and begins as a sentence does."""
    first = shape.text[0]
    if shape.block.mark in {Mark.LINK, Mark.ITEM} or first.islower() or first in "-–—•+":
        return False
    if shape.block.mark is Mark.HEADING:
        return shape.words <= MARKED_WORDS
    if shape.text.endswith(("?", "؟", "？")):
        return shape.words <= ASKING_WORDS
    return shape.words <= CROSSHEAD_WORDS
