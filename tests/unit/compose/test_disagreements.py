"""Promises of `bot.compose.disagreements`: what differs, side by side, and what does not.

Whole stories, three of them in other languages each, are in `tests/quality`.
"""

import pytest

from bot.compose.disagreements import disagreements, not_told
from bot.models import Difference, Disagreement
from tests.builders import HOUR, NOW, article, story, told


def found(*texts: str, language: str = "en", hours: int = 1) -> tuple[Disagreement, ...]:
    """Return what reports of one outlet each, an hour apart, differ about."""
    return disagreements(
        story(
            "s1",
            *(
                article(
                    f"a{at}",
                    text=text,
                    outlet=f"Paper {at}",
                    language=language,
                    at=NOW + at * hours * HOUR,
                )
                for at, text in enumerate(texts)
            ),
        )
    )


def sides(one: Disagreement) -> list[tuple[str, str]]:
    """Return who says what."""
    return [(side.by, side.value) for side in one.sides]


COUNTED = "Police put the number of marchers at 4,000. The Dockers' Union said 11,000 people came."


def test_each_side_has_its_words_its_speaker_and_its_time() -> None:
    """And its sentence, verbatim where it is cited."""
    text = f"A march went through Tarvel.\n\n{COUNTED}"

    (one,) = found(text)

    assert one.kind is Difference.FIGURE
    assert one.about == "marchers"
    assert sides(one) == [("Police", "4,000"), ("The Dockers' Union", "11,000")]
    for side in one.sides:
        (cite,) = side.sentence.cites
        assert text[cite.start : cite.end] == side.sentence.text
        assert side.at == NOW


def test_several_outlets_stand_for_one_side() -> None:
    """Three at most, each with its own sentence; in the language of the story."""
    more = "In {0} police put the number of marchers at 4,000. Much {0} rain fell."

    (one,) = found(COUNTED, *(more.format(name) for name in ("Tarvel", "Elm", "Dorm", "Gorm")))

    assert len([side for side in one.sides if side.value == "4,000"]) == 3


def test_a_denial_that_says_nothing_alone_is_told_with_what_follows() -> None:
    """And a claim of a mere "she" with what she said before; all of it verbatim."""
    text = (
        "The mayor, Ada Penn, said the ferry was sold in May. It went to a dealer, she said. "
        "The pilot Ilan Groff denied that. He sailed it in June, he said."
    )

    (one,) = found(text)

    assert one.kind is Difference.CLAIM
    assert [side.sentence.text for side in one.sides] == [
        text[: text.index(" The pilot")],
        text[text.index("The pilot") :],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The board accused Delta Lines of fraud, which the company denies.",
        "Delta Lines denied a claim by the Safety Board that checks were invented.",
        "Un porte-parole de Mme Kolar affirme que le parti a accepté, ce que M. Belic conteste.",
    ],
)
def test_one_sentence_may_hold_both_sides(text: str) -> None:
    """Who claims and who denies are told from its own words."""
    (one,) = found(text, language="fr" if "porte" in text else "en")

    assert len({by for by, _ in sides(one)}) == 2
    assert {side.sentence.text for side in one.sides} == {text}


@pytest.mark.parametrize(
    "texts",
    [
        ("Nobody denies the storm.",),
        ("The mayor said the quay is open. The mayor denied that it is shut.",),
        ("Ada Penn denied any wrongdoing.",),
        ("Two of the boats sank, police said. Three of the boats burnt, the union said.",),
        ("Police counted 20 boats and 30 cars. The union said 25 people came.",),
        ("Police said 20 boats sank.\n\nThe union said 25 boats sank last year.",),
        ("It believes that it cost 3.1 million dollars and not 2.4 million, as the council says.",),
        ("A storm of 2019 killed 31 people, the mayor said. It killed 4, the police said.",),
        ("There were no boats, police said. There were no boats at all, the union said.",),
        ("Police said 20 boats sank. Later 25 boats were found, it is said.",),
        (
            "Twelve people were hurt, the fire service said.",
            "Four pilots were among the hurt, a clinic said.",
        ),
    ],
)
def test_what_is_no_disagreement(texts: tuple[str, ...]) -> None:
    """Nobody against nobody, one against himself, two things, parts, and other years."""
    assert found(*texts) == ()


def test_a_figure_that_somebody_takes_over_is_no_disagreement() -> None:
    """Police said 9, then say 14 as the union did."""
    union = "The union spoke of 14 arrests."

    assert found("Nine people were arrested, police said.", union)
    assert not found("Nine people were arrested, police said.", union, "Police count 14 arrests.")


def test_a_larger_toll_of_the_next_day_is_the_newer_one() -> None:
    """Unless who gave the smaller one repeats it."""
    first = "Nine people were killed, the army said."
    later = "Fourteen people were killed, a clinic said."

    assert not found(first, later, hours=20)
    assert found(first, later, "The army still says that nine people were killed.", hours=20)


def test_a_correction_is_no_side() -> None:
    """What was wrong is nobody's opinion."""
    wrong = "Correction: an earlier version said 9 people died. Four people died, the army said."

    assert found("Nine people died, the clinic said.", wrong) == ()


def test_two_places_and_two_days_of_one_event_differ() -> None:
    """Each once, however many reports give them."""
    crash = "A small plane with four people on board crashed near {} on Monday evening, {} said."
    day = "The fisheries summit of Norland will be held in Aldor on {} December, the {} said."

    (where,) = found(
        crash.format("Elmstad", "the army"),
        crash.format("Varholm", "the mayor"),
        crash.format("Varholm", "the police"),
    )
    (when,) = found(day.format("Tuesday 8", "mayor"), day.format("Thursday 10", "bishop"))

    assert where.kind is Difference.PLACE
    assert {side.value for side in where.sides} == {"Elmstad", "Varholm"}
    assert when.kind is Difference.DAY
    assert [side.value for side in when.sides] == ["Tuesday 8 December", "Thursday 10 December"]


def test_one_teller_and_one_place_do_not_differ() -> None:
    """Nor two places of which one report names both."""
    crash = "A small plane with four people on board crashed near {} on Monday evening, {} said."

    both = crash.format("Elmstad", "the army") + " Elmstad lies near Varholm."

    assert not found(both, crash.format("Varholm", "the mayor"))
    assert not found(crash.format("Elmstad", "the army"), crash.format("Varholm", "the army"))
    assert not found(
        "Un avion s'est écrasé près de Elmstad lundi soir.",
        "Ein Flugzeug ist bei Varholm zerschellt.",
    )


def test_what_a_channel_was_told_is_not_told_again() -> None:
    """A disagreement is news when a new report adds a side."""
    both = found(COUNTED)

    assert not_told(both, None) == both
    assert not_told(both, told("s1", "a0")) == ()
    assert not_told(both, told("s1", "a7")) == both


def test_several_may_deny_one_claim() -> None:
    """They stand together against who makes it; what others say beside it is no part of it."""
    text = (
        "The Safety Board accused both firms of fraud. Delta Lines denied the charge. Rain fell in "
        "Elm, police said.\n\nNorlund Lines denied the charge."
    )

    (one,) = found(text)

    assert [by for by, _ in sides(one)] == ["The Safety Board", "Delta Lines", "Norlund Lines"]
    assert "Rain fell" not in " ".join(side.sentence.text for side in one.sides)


def test_two_who_deny_the_same_words_stand_beside_each_other() -> None:
    """Whoever else they are, what they deny is one claim."""
    (one,) = found(
        "The operator said the pier was unsafe. The mayor denied that the pier was unsafe. "
        "The union denied that the pier was unsafe."
    )

    assert [by for by, _ in sides(one)] == ["The operator", "The mayor", "The union"]


def test_a_claim_of_a_pronoun_stays_within_its_paragraph() -> None:
    """And a bare denial takes nothing from others, nor from lines that are no sentence."""
    text = (
        "The mayor, Ada Penn, said the ferry is old.\n\nShe said it was sold in May. Ilan Groff "
        "denied that. The harbour authority said rain fell.\n\nA line\nbroken in two"
    )

    (one,) = found(text)

    assert [side.sentence.text for side in one.sides] == [
        "She said it was sold in May.",
        "Ilan Groff denied that.",
    ]


def test_what_speakers_are_not_named_for_stays_apart() -> None:
    """A denial of another's claim far below, or of a claim elsewhere, finds what it is of."""
    far = (
        "Orla Penn said the truce had been broken by the northern militia. The talks go on.\n\n"
        "Rain fell on the hills. A dam is full. Roads are wet. Boats are moored. Trains are late."
    )
    denial = "The northern militia rejected claims that it broke the truce."
    other = "The southern militia rejected claims about its herds of goats."

    (one,) = found(far, denial)

    assert sides(one)[0][0] == "Orla Penn"
    assert found(far, other) == ()
    assert found("Orla Penn said nothing of it.", denial) == ()


def test_a_speaker_stands_by_the_last_figure_given() -> None:
    """What it was raised from, and what came on top, are no sides."""
    first = (
        "TARVEL (LNA) - At least 27 people were killed in a landslide at Dorn, "
        "the rescue service said."
    )
    later = (
        "Eleven people were killed in the landslide, the interior ministry said. The rescue "
        "service later raised its toll from 27 to 31, saying four people had died of their wounds."
    )

    (one,) = found(first, later)

    assert sides(one) == [("the interior ministry", "11"), ("The rescue service", "31")]


def test_a_speaker_is_named_without_dateline_and_adverb() -> None:
    """Neither the place of the report nor "still" is anybody's name."""
    text = (
        "DORN, Tarvel (LNA) - At least 12 people were killed and 60 hurt at Dorn, the rescue "
        "service said. The ministry still puts the number of the killed at 9."
    )

    named = {name for one in found(text) for name, _ in sides(one)}

    assert named == {"the rescue service", "The ministry"}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "Die Gewerkschaft fordert 7,5 Prozent mehr Lohn. Der Konzern spricht von 4,5 Prozent.",
            "de",
        ),
        ("The union demands a rise of 7.5 per cent. Delta Lines gives 4.5 per cent.", "en"),
        (
            "« Ça va », a déclaré Mme Ada Mével. Le groupe a démenti avoir embauché un gardien.",
            "fr",
        ),
        (
            "„Wir warten“, sagte Sprecherin Ada Mehl. Der Konzern bestritt, Aushilfen zu zahlen.",
            "de",
        ),
    ],
    ids=["demand", "demand-en", "unrelated-fr", "unrelated-de"],
)  # fmt: skip
def test_what_is_no_answer_is_no_disagreement(text: str, language: str) -> None:
    """What one demands and another gives, or a denial of what nobody said before it."""
    assert found(text, language=language) == ()


def test_a_pronoun_before_the_verb_points_back() -> None:
    """In French "le" is one there, and an article elsewhere; an auxiliary is no name."""
    (one,) = found(
        "Le parquet a accusé la société Bacs de Mével d’avoir menti. La société le conteste.",
        language="fr",
    )

    assert [side.by for side in one.sides] == ["Le parquet", "La société"]


def test_an_office_does_not_contradict_its_own_spokesman() -> None:
    """Whoever speaks for it stands on its side, and on one side alone."""
    (one,) = found(
        "The Port Safety Board accused Delta Lines of hiding a leak. "
        "“The hull had a hole,” board spokesman Teo Lund said. "
        "Delta Lines denied the accusation.",
        "Delta Lines denied a claim by the Port Safety Board that the hull leaked.",
    )
    boards = {side.stand for side in one.sides if "oard" in side.by}
    lines = {side.stand for side in one.sides if "Delta" in side.by}

    assert len(boards) == len(lines) == 1
    assert boards != lines


def test_an_arabic_name_ends_before_what_is_done() -> None:
    """A noun with its article stands alone."""
    (one,) = found(
        "واتهمت النيابة شركة الميناء بأنها لم تصلح الرافعة. ونفت الشركة هذا الاتهام.", language="ar"
    )

    assert [side.by for side in one.sides] == ["النيابة", "الشركة"]
