"""How common words of the news are before any article is seen.

In a window of ten articles every word looks rare. These few hundred words, in three rough
classes of our own estimate, keep "government" and "people" from looking like evidence.
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from bot.text.words import stem, words

ARTICLES = 1_000
"""How many articles the background stands for."""

_IN_THREE_OF_TEN = (
    "new people first government million state country president including called used work "
    "according part number months report reported city officials news world national group "
    "public"
)
_IN_ONE_OF_TEN = (
    "police minister court house law company companies percent market plan plans leader "
    "leaders party vote election members support help home family children school women men "
    "office official spokesman spokeswoman statement added announced expected decision change "
    "services service local area street town region security military army war attack killed "
    "died death injured hospital health million billion money business bank price prices "
    "trade economy economic deal agreement talks meeting conference international foreign "
    "political policy power team game season win won lost play players second third half "
    "early late night morning evening north south east west left right high low long large "
    "small big open close start began end ended lead led move moved call calls run set place "
    "case cases charges charged investigation authorities workers union job jobs pay tax "
    "video photo media television website online phone technology system data research "
    "university study report chief head director executive former current likely possible "
    "problem problems issue issues question questions need want know think believe hope "
    "believe found find show showed come came give given hold held keep bring brought leave "
    "live life history future past several hundreds thousands dozens capital district "
    "department agency committee council parliament senate congress federal american british "
    "european german french russian chinese america britain europe germany france russia "
    "china london washington united states union january february march april june july "
    "august september october november december"
)
_IN_THREE_OF_A_HUNDRED = (
    "strike protest protesters crash fire storm flood earthquake explosion bomb shooting "
    "suspect arrested arrest trial judge jury prison lawyer victim rescue train plane flight "
    "airport port ship road bridge car bus driver oil gas energy climate water food weather "
    "film music star actor singer award match cup league coach club goal goals champion race "
    "virus vaccine patients doctors hospital drug drugs border refugees migrants sanctions "
    "nuclear missile troops rebels ceasefire peace treaty budget debt inflation rates shares "
    "stocks investors profit sales bid merger app software users google apple microsoft "
    "launch released release update security"
)


@cache
def background() -> Mapping[str, int]:
    """Return in how many of `ARTICLES` articles a stem or word stands; rare ones are left out.

    >>> background()["govern"]
    300
    """
    counts: dict[str, int] = {}
    for text, count in (
        (_IN_THREE_OF_A_HUNDRED, 30),
        (_IN_ONE_OF_TEN, 100),
        (_IN_THREE_OF_TEN, 300),
    ):
        for word in words(text):
            counts[word] = counts[stem(word)] = count
    return MappingProxyType(counts)
