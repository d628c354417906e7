"""Messages, sentences and schedules survive being stored."""

from datetime import UTC

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.models import (
    ArticleId,
    Button,
    Buttons,
    Citation,
    Divider,
    Heading,
    Link,
    Listing,
    Message,
    Moment,
    MomentForm,
    Note,
    Paragraph,
    Schedule,
    Sentence,
    StoryCard,
    StoryId,
    Text,
)
from bot.store import codec

texts = st.text(max_size=20)
instants = st.datetimes(timezones=st.just(UTC))
spans = (
    st.builds(Text, texts, bold=st.booleans(), italic=st.booleans())
    | st.builds(Link, texts, texts)
    | st.builds(Moment, instants, texts, st.sampled_from(MomentForm))
)
lines = st.lists(spans, max_size=3).map(tuple)
many_lines = st.lists(lines, max_size=3).map(tuple)
buttons = st.lists(
    st.builds(Button, label=texts, line=texts, primary=st.booleans()), max_size=3
).map(tuple)
blocks = st.one_of(
    st.builds(Heading, texts),
    st.builds(Paragraph, lines),
    st.builds(Note, lines),
    st.builds(Listing, many_lines),
    st.builds(
        StoryCard,
        story=texts.map(StoryId),
        headline=texts,
        url=texts,
        lines=many_lines,
        foot=lines,
        buttons=buttons,
    ),
    st.builds(Buttons, buttons),
    st.just(Divider()),
)
messages = st.builds(Message, title=texts, blocks=st.lists(blocks, max_size=5).map(tuple))
cites = st.builds(Citation, article=texts.map(ArticleId), start=st.integers(0), end=st.integers(0))
sentences = st.builds(
    Sentence, text=texts, cites=st.lists(cites, max_size=3).map(tuple), is_new=st.booleans()
)
schedules = st.builds(Schedule, at=st.times(), zone=texts, days=st.frozensets(st.integers(0, 6)))


@given(messages)
def test_messages_come_back(message: Message) -> None:
    """A message of any blocks and spans is the same after encoding and decoding."""
    assert codec.decode_message(codec.encode_message(message)) == message


@given(messages)
def test_encoded_messages_suit_every_database(message: Message) -> None:
    """What is stored is printable ASCII, whatever the message holds."""
    encoded = codec.encode_message(message)

    assert encoded.isascii()
    assert encoded.replace("\x7f", "").isprintable()


@given(st.lists(sentences, max_size=3).map(tuple))
def test_sentences_come_back(given_sentences: tuple[Sentence, ...]) -> None:
    """Cited sentences are the same after encoding and decoding."""
    encoded = codec.encode_sentences(given_sentences)

    assert codec.decode_sentences(encoded) == given_sentences


@given(schedules)
def test_schedules_come_back(schedule: Schedule) -> None:
    """A schedule is the same after encoding and decoding."""
    assert codec.decode_schedule(codec.encode_schedule(schedule)) == schedule


@given(st.lists(texts).map(tuple))
def test_words_come_back(words: tuple[str, ...]) -> None:
    """Words are the same after encoding and decoding."""
    assert codec.decode_words(codec.encode_words(words)) == words


@pytest.mark.parametrize(
    "stored",
    [
        '{"title":"","blocks":[{"kind":"hologram"}]}',
        '{"title":"","blocks":[{"kind":"note","line":[{"kind":"smell"}]}]}',
    ],
)
def test_what_a_newer_version_wrote_is_refused(stored: str) -> None:
    """A block or span of an unknown kind is an error, never left out in silence."""
    with pytest.raises(ValueError, match="no such"):
        codec.decode_message(stored)
