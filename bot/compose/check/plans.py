"""The rule of plans: what will be has not been, and nothing is called off that the source keeps."""

import re
from collections.abc import Iterator

from bot.compose.check.claim import Claim, same_word
from bot.models import Finding
from bot.text.stance_words import stance_words
from bot.text.words import fold, is_stop, stem, stems

_TO_COME = {
    "en": r"\b(?:will|shall|(?:is|are) (?:to|due to|set to|going to|expected to|scheduled to))"
    r" (?:(?:now|then|also|not|only|soon|\w+ly) )?(\w+)",
    "de": r"\b(?:wird|werden|soll|sollen)\b[^,.;]*? (\w+en)(?= |,|\.|$)",
    "fr": r"\b(?:va|vont|doit|doivent) (\w+(?:er|ir|re))\b|\b(\w{2,}r)(?:a|ont)\b",
    "es": r"\b(?:va|van) a (\w+[aei]r)\b|\b(\w{2,}[aei]r)(?:á|án)(?!\w)",
    "ar": r"(?<!\w)س[يت](\w{2,})",
}
_DONE = {
    "en": r"\b(\w{2,}ed|began|begun|met|held|took|made|came|went|left|built|sent)\b",
    "de": r"\b(?:hat|haben|ist|sind|wurde|wurden)\b[^,.;]*? (ge\w+|\w+t)(?= |,|\.|$)"
    r"|\b(begann(?:en)?|\w{3,}ten?)\b",
    "fr": r"\b(?:a|ont|est|sont) (\w{2,}(?:ée?s?|i|u|ert))(?!\w)",
    "es": r"\b(\w{2,}(?:ó|aron|ieron))(?!\w)",
    "ar": r"(?<!\w)(بدأت?|عقدت?|افتتحت?|انتهت?|وصلت?)(?!\w)",
}
_STILL_OPEN = {
    "en": r"\b(?:will|shall|would|to be|due|planned|scheduled|set to|going to|expected|moved|"
    r"postponed|delayed|rescheduled|put off|brought forward|is to|are to)\b",
    "de": r"\b(?:wird|werden|soll|sollen|geplant|verschoben|verlegt|vorgezogen|vertagt)\b",
    "fr": r"\b(?:va|vont|doit|doivent|prévue?s?|report|avanc|repouss|\w{2,}r(?:a|ont)\b)",
    "es": r"\b(?:va a|van a|previst|aplaz|adelant|\w{2,}[aei]r(?:á|án)(?!\w))",
    "ar": r"(?<!\w)س[يت]\w|تأجيل|مقرر|أجل",
}
_CALLED_OFF = re.compile(
    r"(?i:\b(?:call(?:ed|s) off|cancel\w*|scrap(?:ped|s)|abandon\w*|abgesagt|gestrichen|annul\w+|"
    r"supprim\w+|cancelad\w+|cancel[óo]\w*|suspendid\w+))|ألغ|إلغاء"
)


def planned(claim: Claim) -> Iterator[Finding]:
    """What the cited text says will be is not told as done, nor as called off."""
    off = _CALLED_OFF.search(claim.text)
    if off and not _is_off(off[0], claim):
        yield claim.finding("time", off[0], "The cited text does not say that it was called off.")
        return
    code = (claim.language or "en")[:2].lower()
    if code not in _DONE or re.search(_STILL_OPEN[code], claim.text):
        return
    done = _verbs(_DONE[code], claim.text, claim.language)
    for one in claim.retold():
        already = _verbs(_DONE[code], one.text, claim.language)
        coming = _verbs(_TO_COME[code], one.text, claim.language)
        for verb, own in done.items():
            if own in already.values() or fold(verb) in one.words:
                continue
            if any(same_word(own, other) for other in coming.values()):
                yield claim.finding("modality", verb, "The cited text says that it is to come.")
                return


def _is_off(word: str, claim: Claim) -> bool:
    """Tell whether the cited text calls something off, in these words or others."""
    if any(_CALLED_OFF.search(one.text) for one in claim.given):
        return True
    refusals = stance_words(claim.language).refusals
    if any(re.fullmatch(refusals, other) for one in claim.given for other in one.words):
        return True
    own = stems(word, claim.language)
    return any(same_word(a, b) for a in own for b in claim.stems)


def _verbs(pattern: str, text: str, language: str | None) -> dict[str, str]:
    """Return the verbs that a pattern finds, each with its stem."""
    found = (next(filter(None, match.groups())) for match in re.finditer(pattern, text))
    return {word: stem(fold(word), language) for word in found if not is_stop(fold(word), language)}
