"""Promises of `bot.group.abroad`."""

from bot.group.abroad import _MOST_GONE, Abroad
from bot.group.marks import features_of
from bot.group.places import Places
from bot.models import Article
from bot.text.aliases import Aliases
from tests.unit.group.newsroom import ELECTION, STRIKE, STRIKE_IN_GERMAN, article

WALL = article(
    "wall-en",
    "Damascus wall to be rebuilt",
    "Mayor Nabil Farouk said in Damascus that 57 masons would rebuild the wall. Engineer Layla "
    "Rashid promised to publish what it costs, 2.7 million crowns by her count.",
)
WALL_IN_ARABIC = article(
    "wall-ar",
    "إعادة بناء سور دمشق",
    "قال رئيس البلدية نبيل فاروق في دمشق إن 57 عاملاً سيعيدون بناء السور. "
    "ووعدت المهندسة ليلى رشيد بنشر الكلفة.",
    language="ar",
)
WALL_IN_RUSSIAN = article(
    "wall-ru",
    "Стену в Дамаске восстановят",
    "Мэр Набиль Фарук заявил в Дамаске, что 57 каменщиков восстановят стену. "
    "Инженер Лейла Рашид обещала опубликовать расходы.",
    language="ru",
)
LISTING = article(
    "list-de",
    "Zahlen des Tages",
    "41, 43, 47, 53, 57, 2,7 Millionen, 7,5 Prozent, 3 Prozent.",
    language="de",
)


PLACES = Places(Aliases((("Damascus", "Дамаск", "دمشق"),)))


def logits(*articles: Article) -> Abroad:
    """Return the articles as readers of other languages know them."""
    abroad = Abroad()
    for place, each in enumerate(articles):
        abroad.add(place, features_of(each, PLACES))
    return abroad


def test_a_report_is_known_in_another_alphabet() -> None:
    """Names by their sound and figures by their value join Latin, Arabic and Cyrillic."""
    abroad = logits(WALL, WALL_IN_ARABIC, WALL_IN_RUSSIAN, ELECTION)

    for one, other in ((0, 1), (0, 2), (1, 2)):
        assert (abroad.logit(one, other) or -9) > 0
        assert abroad.logit(other, one) == abroad.logit(one, other)
        assert abroad.logit(one, 3) is None


def test_figures_alone_join_nothing() -> None:
    """A table shares figures with everything, and a story with nothing."""
    assert logits(STRIKE, LISTING).logit(0, 1) is None


def test_one_person_in_one_place_is_not_enough() -> None:
    """The same mayor in the same city on the same day may have done two things."""
    other = article("x", "Набиль Фарук в Дамаске", "Он открыл школу.", language="ru")

    assert logits(WALL, other).logit(0, 1) is None


def test_companions_share_what_few_have() -> None:
    """Who shares a name or figure is worth a look, unless very many do."""
    crowd = [article(f"c{at}", "Mara Lind", language="de") for at in range(60)]

    assert logits(STRIKE, STRIKE_IN_GERMAN, ELECTION).companions(0) >= {1}
    assert logits(article("one", "Mara Lind"), *crowd).companions(0) == set()


def test_who_has_left_is_no_companion() -> None:
    """An article that is dropped is found no more, and its marks are rarer for it."""
    abroad = logits(WALL, WALL_IN_ARABIC, WALL_IN_RUSSIAN)
    before = abroad.logit(0, 1) or 0

    abroad.drop(2)

    assert abroad.companions(0) == {1}
    assert abroad.logit(0, 1) != before


def test_those_who_left_are_swept_out_in_the_end() -> None:
    """However many came and went, those who stay are found as before."""
    abroad = logits(WALL, WALL_IN_ARABIC)
    before = abroad.logit(0, 1)

    for _ in range(_MOST_GONE + 1):
        abroad.add(2, features_of(ELECTION, PLACES))
        abroad.drop(2)

    assert abroad.companions(0) == {1}
    assert abroad.logit(0, 1) == before
