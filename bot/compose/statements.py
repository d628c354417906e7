"""The sentences of a story, each with who says it and what it counts."""

# ruff: noqa: RUF001 (look-alike signs are what this file is about)

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from zlib import crc32

from bot.compose.counted import Count, counts
from bot.compose.parties import Parties, known_as, mention
from bot.compose.speaking import Speech, speech
from bot.models import Article, ArticleId, Citation, Sentence, SourceId, Story, Told
from bot.text.attribution import Attribution, attribution
from bot.text.copies import copies
from bot.text.facts import is_correction
from bot.text.quotations import unquoted
from bot.text.sentences import sentence_spans
from bot.text.visible import one_line
from bot.text.words import is_stop, stems, words

UNKNOWN = -2
"""The party of one whom a sentence names and who is not followed."""
_LONGEST = 8  # words of a subject before a verb
_SAID_LAST = re.compile(
    r"[,”\"] (?P<by>(?:[^\s,“”\"]+ ){0,7}[^\s,“”\"]+"
    r"(?:, [A-ZÀ-Ý][\w'’-]+(?: [A-ZÀ-Ý][\w'’-]+)+,)?) "
    r"(?:said|says|told|added|stressed|announced)\b"
)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|been|be)$")
_OFTEN_NOUNS = frozenset({"warning", "warn", "warned", "claim", "report", "agreed", "saying"})
_ARABIC = 2  # words that name a subject after its verb, where no comma ends it
_MOST_REPORTS = 40  # of one story, the newest: what older ones gave is given again or overtaken
_MOST = 60  # sentences of one article: what stands below is background
_IN = re.compile(r"\b(?:in|à|aux?|en|de|em|في|nach|aus) ([A-ZÀ-Ý][\w'’-]+)")
_RESTS = re.compile(
    r"(?: (?:has|had|have|also|now|still|later|earlier|since|again|then|meanwhile|did not|"
    r"a|ont|avait|avaient|n['’]a|ne|ha|han|había|no|se|hat|haben|hatte|hatten|habe|auch|es|wird|le|la|les|lo|los|las|l['’]))+$"
)
_DATELINE = re.compile(r"^[A-ZÀ-Ý][\w .,'-]{1,40}\([\w /-]{2,20}\)\s*[-–—]\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A sentence at its place, who says it (`by`; empty: the outlet itself), and since when.

    `party` numbers the speaker, -1 for the outlet's own voice. `voice` numbers whoever wrote the
    text: copies of one text have one.
    """

    article: Article
    text: str
    start: int
    place: int
    paragraph: int
    voice: int
    at: datetime
    stems: frozenset[str]
    counts: tuple[Count, ...]
    said: Attribution | None = None
    by: str = ""
    party: int = -1
    in_correction: bool = False

    @property
    def language(self) -> str | None:
        """The language of its article."""
        return self.article.language

    @property
    def sentence(self) -> Sentence:
        """The sentence, cited."""
        end = self.start + len(self.text)
        cite = Citation(article=self.article.id, start=self.start, end=end)
        return Sentence(text=self.text, cites=(cite,))

    @property
    def teller(self) -> str:
        """Who gives it: the speaker, else the outlet."""
        return self.by or self.article.outlet or self.article.source


def party_named(by: str, one: Statement, told: Iterable[Sequence[Statement]]) -> int:
    """Return the number of a speaker by his words: the one who is called so most.

    Somebody who is named nowhere else has a number of his own, below -100.
    """
    who = mention(by, one.language)
    wanted = who.names | who.offices
    same: dict[int, int] = {}
    for other in (other for own in told for other in own if other.party >= 0):
        known = mention(other.by, other.language)
        if wanted & (known.names | known.offices):
            same[other.party] = same.get(other.party, 0) + 1
    stranger = -100 - crc32(by.casefold().encode())
    return max(same, key=lambda party: same[party], default=stranger)


def told_statements(told: Told, known: Iterable[Sequence[Statement]]) -> tuple[Statement, ...]:
    """Return the sentences that a channel was told, those of articles that are gone too."""
    places = {(one.article.id, one.start): one for own in known for one in own}
    return tuple(
        next((places[at] for c in one.cites if (at := (c.article, c.start)) in places), None)
        or _remembered(one, told)
        for one in told.sentences
    )


def _remembered(one: Sentence, told: Told) -> Statement:
    """Return a sentence whose article is not at hand."""
    language = language_of(one.text)
    article = Article(
        id=one.cites[0].article if one.cites else ArticleId(""),
        source=SourceId(""),
        outlet="",
        url="",
        title="",
        text=one.text,
        fetched_at=told.at,
        language=language,
    )
    said = attribution(one.text, language)
    return Statement(
        article=article,
        text=one.text,
        start=one.cites[0].start if one.cites else 0,
        place=0,
        paragraph=0,
        voice=-1,
        at=told.at,
        stems=frozenset(stems(one.text, language)),
        counts=counts(one.text, language),
        said=said,
        by=speaker_of(one.text, said, language),
    )


def language_of(text: str) -> str:
    """Return the language of a sentence among those that are told apart by their small words.

    >>> language_of("Die Polizei sprach von einem Unfall"), language_of("نفت الوزارة ذلك")
    ('de', 'ar')
    """
    if re.search(r"[\u0600-\u06ff]", text):
        return "ar"
    found = words(text)
    counted = {
        code: sum(is_stop(word, code) for word in found) for code in ("en", "de", "fr", "es")
    }
    return max(counted, key=lambda code: counted[code])


def statements(story: Story) -> tuple[tuple[Statement, ...], ...]:
    """Return the sentences of each article of a story, those that copies repeat but once."""
    texts = [article.text for article in story.articles]
    voices = copies([article.text or article.title for article in story.articles])
    parties = Parties(_places(texts), known_as(texts))
    found: list[list[Statement]] = []
    printed: dict[int, set[str]] = defaultdict(set)
    late = len(story.articles) - _MOST_REPORTS
    for number, article in enumerate(story.articles):
        if number < late:
            found.append([])
            continue
        known = printed[voices[number]]
        new = [one for one in _of(article, voice=voices[number]) if one.text not in known]
        own = [replace(one, place=place) for place, one in enumerate(new)]
        known |= {one.text for one in own}
        found.append([*_spoken(own, parties)])
    # A speaker may turn out later to be one who was known.
    return tuple(
        tuple(replace(one, party=parties.kept(one.party)) if one.party >= 0 else one for one in own)
        for own in found
    )


def _of(article: Article, *, voice: int) -> Iterator[Statement]:
    """Yield the sentences of an article as they stand."""
    corrects = is_correction(article.title) or is_correction(article.text[:300])
    place, paragraph, last = 0, 0, 0
    for start, end in sentence_spans(article.text, article.language)[:_MOST]:
        text = article.text[start:end]
        if "\n" in text:
            continue
        paragraph += "\n\n" in article.text[last:start]
        last = end
        yield Statement(
            article=article,
            text=text,
            start=start,
            place=place,
            paragraph=paragraph,
            voice=voice,
            at=article.said_at(start),
            stems=frozenset(stems(text, article.language)),
            counts=counts(text, article.language),
            said=attribution(text, article.language),
            in_correction=corrects,
        )
        place += 1


def _spoken(own: Iterable[Statement], parties: Parties) -> Iterator[Statement]:
    """Yield the sentences with their speakers, who are followed from one to the next."""
    recent: list[int] = []
    named: dict[int, str] = {}
    before = -1
    for one in own:
        words_ = speaker_of(one.text, one.said, one.language)
        who = mention(words_, one.language)
        nearest = recent if not who.names else [before] * (before >= 0)
        party = parties.of(who, nearest) if words_ else None
        before = -1 if party is None else party
        if party is None:
            yield one
            continue
        recent.append(party)
        if not who.points_back or who.names:
            named[party] = one_line(shown(words_))
        yield replace(one, party=party, by=named.get(party) or one_line(shown(words_)))


def speaker_of(text: str, said: Attribution | None, language: str | None) -> str:
    """Return the words that name who says a sentence, with what he is; empty for nobody.

    >>> speaker_of("The council puts the sum at two million.", None, "en")
    'The council'
    """
    forms = speech(language)
    plain = unquoted(after_credit(text))
    found = _subject(plain, forms, arabic=(language or "")[:2] == "ar")
    if said is None or not said.speaker:
        return found
    if found and _is_short(found) and plain.find(found) < plain.find(said.cue):
        return found
    if (language or "")[:2] == "ar":
        return _arabic_name(said.speaker)
    ending = _SAID_LAST.search(plain)
    speaker = ending["by"] if ending and not _is_short(said.speaker) else said.speaker
    if ending and (said.cue.lower() in _OFTEN_NOUNS or _PASSIVE.search(said.speaker)):
        speaker = ending["by"]
    place = plain.find(speaker)
    after = plain[place + len(speaker) :] if place >= 0 else ""
    beside = re.match(r", ([^,.;]{3,60})", after)
    is_role = beside and forms.role.search(beside[1])
    return f"{speaker}, {beside[1]}" if beside and is_role else speaker


def _arabic_name(words_: str) -> str:
    """Return the subject after a verb: a noun with its article stands alone."""
    found = words_.split()[:_ARABIC]
    is_closed = len(found) == _ARABIC and found[0].startswith("ال") and found[1][:2] != "ال"
    return " ".join(found[:1] if is_closed else found)


def _is_short(speaker: str) -> bool:
    return len(speaker.split()) <= _LONGEST


def _subject(plain: str, forms: Speech, *, arabic: bool) -> str:
    """Return the subject of the first verb that denies, accuses or gives a figure."""
    verbs = (forms.denies.search(plain), forms.gives.search(plain), forms.accuses.search(plain))
    verb = min(filter(None, verbs), key=lambda match: match.start(), default=None)
    if verb is None:
        return ""
    if arabic:
        return _arabic_name(plain[verb.end() :])
    parts = re.split(
        r"[;:] |(?:^|[ ])(?:but|und|mais|while|während|that|dass|que) ", plain[: verb.start()]
    )
    commas = [part for part in parts[-1].strip().split(",") if part.strip()]
    closed = plain[: verb.start()].rstrip().endswith(",")
    named = ",".join(commas[-2:] if closed else commas[-1:]).strip()
    return named if 0 < len(named.split()) <= _LONGEST else ""


def shown(speaker: str) -> str:
    """Return a speaker as a label: without the verb's rests.

    >>> shown("The observatory later")
    'The observatory'
    """
    return _RESTS.sub("", speaker.strip(" ,"))


def after_credit(text: str) -> str:
    """Return a sentence without the place and agency that stand before it.

    >>> after_credit("DORN (LNA) - The bridge broke.")
    'The bridge broke.'
    """
    return _DATELINE.sub("", text)


def _places(texts: Sequence[str]) -> frozenset[str]:
    """Return the folded names that a story uses as places."""
    found: set[str] = set()
    for text in texts:
        for match in _IN.finditer(text):
            found |= {word[:6] for word in words(match[1])}
    return frozenset(found)
