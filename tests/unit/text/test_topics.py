"""Promises of `bot.text.topics`."""

import pytest

from bot.models import Topic
from bot.text.topics import ABOUT, fit, parse_topic, respelt


@pytest.mark.parametrize(
    ("typed", "topic"),
    [
        ("Harbour strike", {"words": ("harbour", "strike")}),
        ('"Port of Delta" -football', {"phrases": ("port of delta",), "excluded": ("football",)}),
        ("source:Herald port", {"sources": ("herald",), "words": ("port",)}),
        ('source:"Delta Herald"', {"sources": ("delta herald",)}),
        ("port -source:herald", {"words": ("port",), "excluded": ("source:herald",)}),
        ('port -"own goal"', {"words": ("port",), "excluded": ("own goal",)}),
        (
            "port AND strike NOT football OR x",
            {"words": ("port", "strike", "x"), "excluded": ("football",)},
        ),
        ("port OR quay strike", {"words": ("strike",), "choices": (("port", "quay"),)}),
        ("port|quay|pier", {"choices": (("port", "quay", "pier"),)}),
        ('"old port" | quay', {"choices": (("old port", "quay"),)}),
        ("port || quay OR port", {"choices": (("port", "quay"),)}),
        ("OR port OR", {"words": ("port",)}),
        ("port OR -quay pier", {"words": ("port", "pier"), "excluded": ("quay",)}),
        ("port OR the quay", {"words": ("port", "quay")}),
        ("port OR", {"words": ("port",)}),
        ("port port", {"words": ("port",)}),
        ("-port -port source:a source:a", {"excluded": ("port",), "sources": ("a",)}),
        ("strike in the port", {"words": ("strike", "port")}),
        ("the who", {"words": ("the", "who")}),
        ("US tariffs", {"words": ("us", "tariffs")}),
        ("covid-19 (port) port", {"words": ("covid-19", "port")}),
        ("“port strike”", {"phrases": ("port strike",)}),
        ('"port', {"words": ("port",)}),
        ("Öl", {"words": ("ol",)}),
        ("🔥", {"words": ("🔥",)}),
        ("إضراب", {"words": ("اضراب",)}),
        ('-source: - "" source: * ( NEAR/', {"words": ("near",)}),
        ("", {}),
    ],
)
def test_a_topic_is_taken_apart(typed: str, topic: dict[str, tuple[object, ...]]) -> None:
    """Words, phrases, exclusions and sources are told apart; noise is dropped."""
    parsed = parse_topic(typed)

    empty: dict[str, tuple[object, ...]] = dict.fromkeys(
        ("words", "phrases", "excluded", "sources", "choices"), ()
    )
    assert {name: getattr(parsed, name) for name in empty} == {**empty, **topic}


def test_nothing_typed_is_everything() -> None:
    """An empty topic wants every article."""
    assert parse_topic(" \x00 ").is_everything


def test_a_topic_is_capped() -> None:
    """No more than 200 characters and 20 terms are taken."""
    parsed = parse_topic(" ".join(f"w{number}" for number in range(300)))

    assert len(parsed.text) <= 200
    assert len(parsed.words) == 20


def share(typed: str, *, title: str = "", text: str = "", outlet: str = "Delta Herald") -> float:
    """Return how an invented article answers a topic."""
    return fit(parse_topic(typed), title=title, text=text, outlet=outlet)


@pytest.mark.parametrize(
    ("typed", "title", "text"),
    [
        ("harbour", "Harbours shut", ""),
        ("harbor strike", "Harbours shut by strikes", ""),
        ('"harbour strike"', "", "A harbor strike began."),
        ("covid-19", "Covid 19 returns", ""),
        ("🔥", "Hot 🔥", ""),
        ("source:herald", "Anything", ""),
        ("source:delta -source:times", "Anything", ""),
        ("strike -football", "Strike", "At the port."),
        ("strike OR walkout", "Walkouts", ""),
        ('port OR "old quay" strike', "Strike", "On the old quays."),
        ("ceasefire", "Cease-fire holds", ""),
        ("cease-fire", "Ceasefire holds", ""),
        ("cease fire", "", "A fire. They cease."),
        ("january mount lind", "On Mt Lind in Jan.", ""),
        ("", "Anything", ""),
    ],
)
def test_an_article_that_holds_all_is_about_it(typed: str, title: str, text: str) -> None:
    """Inflection and spelling make no difference, nor where the words stand."""
    assert share(typed, title=title, text=text) >= ABOUT


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("strike -football", "The strike; football later."),
        ('strike -"own goal"', "A strike, an own goal."),
        ("source:times", "Strike"),
        ("strike -source:herald", "Strike"),
        ('"port strike"', "A strike in the port."),
        ("airport", "Port"),
        ("strike OR walkout", "Port"),
        ("ceasefire", "The fire will cease."),
    ],
)
def test_what_is_ruled_out_does_not_fit(typed: str, text: str) -> None:
    """An excluded word, another source, a missing phrase or word make it 0."""
    assert share(typed, text=text) == 0.0


@pytest.mark.parametrize(
    ("typed", "text", "language"),
    [
        ("streik", "Die Streiks gehen weiter.", "de"),
        ("häfen", "Im Hafen ruht die Arbeit.", "de"),
        ("haefen", "Die Häfen ruhen.", "de-AT"),
        ("strassen", "In jeder Straße.", "de"),
        ("opposition", "Ce qu'a dit l’opposition.", "fr"),
        ("greve", "Les grèves continuent.", "fr"),
        ("elecciones", "La elección se aplaza.", "es"),
        ("معارضة", "قالت المعارضة", "ar"),
        ("المعارضة", "من معارضة", "ar"),
        ("معارضة", "ومعارضة وبالمعارضة", "ar"),
        ("معارضة", "للمعارضة", "ar"),
        ("إضراب", "بعد يوم وإضراب", "ar"),
        ("اضراب", "بإضراب", "ar"),
        ("إضراب", "للإضراب", None),
        ('"إضراب الميناء"', "بإضراب الميناء", "ar"),
    ],
)
def test_words_are_found_in_the_forms_of_their_language(
    typed: str, text: str, language: str | None
) -> None:
    """Endings, umlauts, elisions and what Arabic writes onto a word make no difference."""
    assert fit(parse_topic(typed), title="", text=text, outlet="", language=language) >= ABOUT


def test_the_title_parts_equals() -> None:
    """Of two articles that hold all words, the one with them in its title fits better."""
    on_top = share("port strike", title="Port strike")
    below = share("port strike", title="News", text="The port saw a strike.")

    assert on_top == 1.0
    assert ABOUT <= below < on_top


def test_half_of_the_words_is_less_than_all() -> None:
    """The share of the words found decides before the title does."""
    half = share("port strike", title="Port")

    assert 0 < half < ABOUT


def test_the_opening_of_a_text_without_a_title_stands_for_one() -> None:
    """A post has no title: what it opens with counts as if it were one, the rest does not."""
    topic = parse_topic("harbour")
    post, later = "The harbour is shut.\nGo round.", "Go round.\nThe harbour is shut."

    assert fit(topic, title="", text=post, outlet="") == 1.0
    assert fit(topic, title="", text=later, outlet="") == ABOUT
    assert fit(topic, title="Go round", text=post, outlet="") == ABOUT


def test_a_hand_made_topic_without_words_fits_by_its_sources() -> None:
    """A topic of sources alone takes all they print, and a source without words takes nothing."""
    assert fit(Topic(text="", sources=("delta",)), title="", text="", outlet="Delta") == 1.0
    assert fit(Topic(text="", sources=("!",)), title="", text="", outlet="Delta") == 0.0


def test_a_choice_is_respelt_too() -> None:
    """Slips are mended in every word, be it one of several; phrases stay as typed."""
    topic = respelt(parse_topic("prot OR quya pire"), {"prot": "port", "quya": "quay"})

    assert topic.choices == (("port", "quay"),)
    assert topic.words == ("pire",)
