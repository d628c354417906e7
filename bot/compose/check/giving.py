"""Who gives a figure: "put the toll at", "schätzt die Polizei", beside what all texts say."""

import re

from bot.text.attribution import Attribution, Cue, attribution

_WHO = r"(?P<who>[^,;.\d]{2,60}?)"
_TOLL = (
    r"(?:the |its |his |her |their )?(?:[\w-]{1,20} ){0,3}?(?:toll|number|figure|count|total|"
    r"damage|loss(?:es)?|cost|bill|dead|injured|missing|turnout|crowd)\b[^,;.]{0,40}? (?:at|as) "
)
_PUT = r"(?P<cue>(?:has |have )?(?:puts?|set|gave|placed?))"
_GIVES = {
    language: re.compile(pattern)
    for language, pattern in {
        "en": rf"(?:^|[,;] ){_WHO} {_PUT} {_TOLL}",
        "de": (
            r"(?P<cue>(?:schätz|beziffer|veranschlag)(?:te|ten|t|en)) "
            r"(?P<who>d(?:er|ie|as) [^,;.\d]{2,40}?)(?= (?:den|auf|mit|die Zahl|zunächst)\b|,|\.|$)"
        ),
        "fr": (
            rf"^{_WHO} (?P<cue>(?:a|ont) (?:chiffré|évalué|établi)|chiffre|évalue|"
            r"f(?:ai|on)t état)\b"
        ),
        "es": rf"^{_WHO} (?P<cue>cifr(?:ó|aron|a|an)|situ(?:ó|aron)|elev(?:ó|aron)) ",
    }.items()
}
_TURNED = {
    "en": re.compile(
        r"\b(?P<cue>(?:was|is|were|been) put at) [^,;.]{0,60}? by (?P<who>[^,;.\d]{2,60})"
    ),
    "de": re.compile(rf"^{_WHO} (?P<cue>beziffer(?:te|ten|t|n)) "),
}


def given_by(text: str, language: str | None = None) -> Attribution | None:
    """Return who says what a sentence tells, also by "put the toll at" that says it of a figure.

    >>> given_by("State radio put the toll at 11.").speaker
    'State radio'
    """
    code = (language or "en")[:2].lower()
    for patterns in (_GIVES, _TURNED):
        match = patterns[code].search(text) if code in patterns else None
        if match:
            return Attribution(speaker=match["who"].strip(), cue=match["cue"], kind=Cue.ESTIMATE)
    return attribution(text, language)
