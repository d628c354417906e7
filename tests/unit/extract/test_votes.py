"""What a library keeps is a vote for the blocks that it kept."""

import lxml.html

from bot.extract.blocks import blocks_of
from bot.extract.votes import NAMES, shares_in, votes_of

PAGE = lxml.html.document_fromstring(
    "<div><p>Rain fell on the harbour for days.</p><p>Share</p></div><p>—</p><p>Wind</p>"
)
KEPT = "Rain fell on the harbour for days.\nWind"


def test_blocks_are_found_again() -> None:
    """A block counts as kept as far as its words stand in the text in their order."""
    blocks = blocks_of(PAGE)[0]

    assert shares_in(blocks, KEPT) == [1, 0, 0, 1]
    assert shares_in(blocks, "Rain fell on the quay") == [0.25, 0, 0, 0]
    assert shares_in(blocks, "") == [0, 0, 0, 0]


def test_neighbours_and_boxes_vote_too() -> None:
    """A row tells of the block, its neighbours, its boxes and all that was kept before."""
    rows = votes_of(blocks_of(PAGE)[0], KEPT)

    share = dict(zip(NAMES, rows[1], strict=True))

    assert share["kept"] == 0
    assert (share["kept_before"], share["kept_after"]) == (1, 0)
    assert 0 < share["kept_outer"] < 1
    assert share["kept_so_far"] == 7 / 9


def test_no_blocks_no_votes() -> None:
    """An empty page has no rows."""
    assert votes_of([], "Rain") == []
