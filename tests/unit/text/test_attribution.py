"""Promises of `bot.text.attribution`."""

import pytest

from bot.text.attribution import Cue, attribution, is_casualty_count, is_claim, is_orphan

SAID = [
    ("The coast guard said 14 people died.", "en", "The coast guard", Cue.SAID),
    ("14 people died, the coast guard said.", "en", "the coast guard", Cue.SAID),
    ("Lind, a spokesman for the union, hinted at a strike.", "en",
     "Lind, a spokesman for the union", Cue.HINT),
    ("Homes were flooded, the governor, Ines Marrow, said.", "en",
     "the governor, Ines Marrow", Cue.SAID),
    ('"We knew," said Petra Holm, a resident.', "en", "Petra Holm", Cue.SAID),
    ("Three people died, according to the ministry, which cited hospitals.", "en",
     "the ministry", Cue.SAID),
    ("The operator denied that the ferry was overloaded.", "en", "The operator", Cue.DENIAL),
    ("The union accused the owner of delay.", "en", "The union", Cue.ACCUSATION),
    ("Analysts estimated the damage at $5m.", "en", "Analysts", Cue.ESTIMATE),
    ("The former inspector claimed he was ignored.", "en", "The former inspector", Cue.CLAIM),
    ("The mayor was accused of fraud by two councillors.", "en", "two councillors", Cue.CLAIM),
    ("He said that it was over.", "en", "He", Cue.SAID),
    ("The captain reportedly fled.", "en", "", Cue.CLAIM),
    ("Die Opposition warf der Regierung vor, Deiche verfallen zu lassen.", "de",
     "Die Opposition", Cue.ACCUSATION),
    ("Die Straße ist gesperrt, teilte die Polizei mit.", "de", "die Polizei", Cue.SAID),
    ("Der Polizei zufolge ist niemand verletzt.", "de", "Der Polizei", Cue.SAID),
    ("Selon la préfecture, la route est fermée.", "fr", "la préfecture", Cue.SAID),
    ("Le maire a démenti tout retard.", "fr", "Le maire", Cue.DENIAL),
    ("La carretera está cortada, según la policía.", "es", "la policía", Cue.SAID),
    ("El sindicato acusó al gobierno de mentir.", "es", "El sindicato", Cue.ACCUSATION),
    ("وقال المتحدث باسم الوزارة إن الطريق مغلق.", "ar", "المتحدث باسم الوزارة", Cue.SAID),
    ("الطريق مغلق بحسب الشرطة.", "ar", "الشرطة", Cue.SAID),
    ("Der Hafen ist zu, wie die Stadt mitteilte.", "de", "die Stadt", Cue.SAID),
    ("Laut Hafenamt ruht z. Zt. die Arbeit.", "de", "Hafenamt", Cue.SAID),
    ("Nach Angaben der Gewerkschaft Nord ruht sie.", "de", "Gewerkschaft Nord", Cue.SAID),
    ("Der Vorwurf, 4,5 Prozent, sei falsch, sagte am Montag Dr. Heike Amsing.", "de",
     "Dr. Heike Amsing", Cue.SAID),
    ("Das teilte die Reederei mit.", "de", "die Reederei", Cue.SAID),
    ("Il vaut 4,5 %, a précisé mardi M. Weiss.", "fr", "M. Weiss", Cue.SAID),
    ("La compagnie l’a annoncé mardi.", "fr", "La compagnie", Cue.SAID),
    ("Vale un 4,5 %, precisó el martes la Sra. Calle.", "es", "la Sra. Calle", Cue.SAID),
    ("Los daños se calculan en dos millones, según la provincia.", "es", "la provincia", Cue.SAID),
    ("Lo anunció ayer la naviera.", "es", "la naviera", Cue.SAID),
    ("وبحسب الشرطة، الطريق مغلق.", "ar", "الشرطة", Cue.SAID),
    ("أعلنت ذلك الشركة.", "ar", "الشركة", Cue.SAID),
    ("وقالت د. هالة أمسين إن الطريق مغلق.", "ar", "د. هالة أمسين", Cue.SAID),
    ("ووصفت المعارضة، وهي أقلية، ذلك بأنه خطأ.", "ar", "المعارضة", Cue.CLAIM),
    ("The road is closed, said Dr. Petra Holm.", "en", "Dr. Petra Holm", Cue.SAID),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "language", "speaker", "kind"), SAID)
def test_the_speaker_is_found(sentence: str, language: str, speaker: str, kind: Cue) -> None:
    """Who said it, and how, is read off the sentence."""
    said = attribution(sentence, language)

    assert said is not None
    assert (said.speaker, said.kind) == (speaker, kind)


@pytest.mark.parametrize(
    "sentence",
    ["The bridge opened on Monday.", 'A banner read "they said it would never open".', ""],
)
def test_what_is_told_as_fact_has_no_speaker(sentence: str) -> None:
    """No cue, or one inside a quotation, attributes nothing."""
    assert attribution(sentence) is None


def test_a_named_speaker_wins_over_a_pronoun() -> None:
    """Where a sentence has two cues, the one that names somebody counts."""
    said = attribution("He said the road was closed, according to the harbour police.")

    assert said is not None
    assert said.speaker == "the harbour police"


@pytest.mark.parametrize(
    ("sentence", "language", "counts"),
    [
        ("At least five people were killed.", "en", True),
        ("Mindestens sieben Menschen starben.", "de", True),
        ("قتل 14 شخصا في القصف.", "ar", True),
        ("Five boats sank.", "en", False),
        ("He died after 16 years in office.", "en", False),
        ("The toll was not known.", "en", False),
    ],
)
def test_a_count_of_victims_is_known(sentence: str, language: str, *, counts: bool) -> None:
    """Dead, injured and missing are counted; years and boats are not."""
    assert is_casualty_count(sentence, language) is counts


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        ("The union accused the owner of delay.", True),
        ("Five people were killed.", True),
        ("The mayor said the bridge is open.", False),
        ("The bridge is open.", False),
    ],
)
def test_a_claim_needs_its_speaker(sentence: str, *, claims: bool) -> None:
    """Accusations and tolls are claims; plain telling is not."""
    assert is_claim(sentence) is claims


@pytest.mark.parametrize(
    ("sentence", "orphan"),
    [
        ("“We were told nothing until the water came.”", True),
        ("“We were told nothing.", True),
        ("“We were told nothing,” said Petra Holm.", False),
        ("The “lone wolf” was caught.", False),
        ("A film called “The Long Way Back Home” opened.", False),
        ("The bridge opened.", False),
    ],
)
def test_a_quotation_without_speaker_is_an_orphan(sentence: str, *, orphan: bool) -> None:
    """What somebody said needs somebody; names and single words do not."""
    assert is_orphan(sentence) is orphan


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Opponents, who say the line is dear, left.", "Opponents"),
        (
            "The group Free Choice rejected the call, saying the board lied.",
            "The group Free Choice",
        ),
        ("Off they went, saying nothing.", ""),
        ("Lotte Wren welcomed it but said the board should have listened.", "Lotte Wren"),
        ("Lind and said Holm: no.", "Holm"),
    ],
)
def test_who_speaks_beside_is_the_subject(text: str, speaker: str) -> None:
    """In a clause with "who" or with "saying"."""
    found = attribution(text, "en")

    assert found is not None
    assert found.speaker == speaker
