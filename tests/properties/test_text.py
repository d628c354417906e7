"""Properties of the word tools: true of any text whatever."""

import re

from hypothesis import given
from hypothesis import strategies as st

from bot.text.commandline import command_line, tokens
from bot.text.copies import copies
from bot.text.sentences import sentence_spans
from bot.text.topics import fit, parse_topic
from bot.text.visible import one_line, visible
from bot.text.words import fold, names, stems, words

PIECES = st.sampled_from(
    [
        *[
            "Mr. ",
            "U.S. ",
            "3.5 ",
            "12. Oktober ",
            "said. ",
            "“Go!” ",
            "« Oui ! » ",
            "… ",
            "。",
            "؟ ",
            "Delta ",
        ],
        *["the ", "x", " ", "'s ", "-", "source:", "🔥", "港口", "AND ", "*", "\n\n", "\n- ", '"'],
    ]
)
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join))
LANGUAGES = st.sampled_from([None, "en", "de", "fr", "es", "ar", "zh", "no", "xx", "en-GB", ""])


@given(TEXTS, LANGUAGES)
def test_spans_are_in_order_and_cover_all(text: str, language: str | None) -> None:
    """Spans are disjoint, stripped, within a paragraph, and leave only white space out."""
    at = 0
    for start, end in sentence_spans(text, language):
        assert at <= start < end <= len(text)
        assert not text[at:start].strip()
        assert text[start:end] == text[start:end].strip()
        assert not re.search(r"\n[^\S\n]*\n", text[start:end])
        at = end
    assert not text[at:].strip()


@given(TEXTS)
def test_folding_twice_is_folding_once(text: str) -> None:
    """What is folded stays as it is."""
    assert fold(fold(text)) == fold(text)


@given(TEXTS, LANGUAGES)
def test_words_are_never_empty(text: str, language: str | None) -> None:
    """No text yields an empty word, stem or name."""
    assert all(words(text))
    assert len(stems(text, language)) <= len(words(text))
    assert all(name.strip() for name in names(text))


@given(TEXTS, TEXTS, LANGUAGES)
def test_any_topic_can_be_asked_of_any_article(typed: str, text: str, language: str | None) -> None:
    """Parsing never raises, stays within its caps, and a fit lies between 0 and 1."""
    topic = parse_topic(typed)

    assert len(topic.text) <= 200
    assert 0 <= fit(topic, title=text[:40], text=text, outlet="Delta", language=language) <= 1


@given(TEXTS)
def test_what_is_visible_stays_visible(text: str) -> None:
    """Showing a text twice changes nothing more."""
    assert visible(visible(text)) == visible(text)
    assert "\n" not in one_line(text)


@given(TEXTS, st.integers(0, 20))
def test_a_line_is_no_longer_than_asked(text: str, limit: int) -> None:
    """A limit is kept whatever is cut."""
    assert len(one_line(text, limit=limit)) <= limit


@given(st.dictionaries(st.sampled_from(["topic", "since", "count"]), TEXTS))
def test_a_command_line_is_read_back(values: dict[str, str]) -> None:
    """Every value that says something comes back as one value under its name."""
    line = command_line(["news", "story"], values)

    said = {name for name, value in values.items() if value.replace("\x00", "").strip()}
    read = tokens(line, ["topic", "since", "count"])
    assert [name for name, _ in read[:2]] == ["", ""]
    assert {name for name, _ in read[2:]} == said


@given(st.lists(TEXTS, max_size=6))
def test_voices_are_numbered_as_they_speak_up(texts: list[str]) -> None:
    """Numbers start at 0, skip none, and the first text is always voice 0."""
    voices = copies(texts)

    assert len(voices) == len(texts)
    assert list(dict.fromkeys(voices)) == list(range(len(set(voices))))
