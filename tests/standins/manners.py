"""How models word what they are given: well, badly, and as strangers bid them."""

import json
import re
from collections.abc import Callable, Iterable, Sequence

from tests.standins.completions import Manner, Question

Wording = Callable[[str], str]
"""What a model makes of a sentence."""


def answer(told: Iterable[tuple[str, Sequence[object]]]) -> str:
    """Return an answer of sentences with their cites, as it was asked for."""
    rows = [{"text": text, "cites": list(cites)} for text, cites in told]
    return json.dumps({"sentences": rows}, ensure_ascii=False)


def rewording(wording: Wording) -> Manner:
    """Return the manner that words one by one what may not be missing, and cites it."""

    def manner(question: Question) -> str:
        return answer((wording(row["text"]), [row["id"]]) for row in question.must)

    return manner


def writing(text: str) -> Manner:
    """Return the manner that writes the same whatever it is asked."""
    return lambda _: text


def citing(*cites: object) -> Manner:
    """Return the manner that words well and cites what it likes."""

    def manner(question: Question) -> str:
        return answer((shortened(row["text"]), cites) for row in question.must)

    return manner


def wrapped(before: str, after: str) -> Manner:
    """Return the manner that words well and puts other words around its answer."""
    return lambda question: f"{before}{FAITHFUL(question)}{after}"


def shortened(text: str) -> str:
    """Say the same a little shorter.

    >>> shortened("The ferry (built in 1998) also ran aground.")
    'The ferry ran aground.'
    """
    return re.sub(r" \([^)]*\)| (?:also|already|still|there|early|nearby)(?= )", "", text)


def terse(text: str) -> str:
    """Say the same as a telegram would.

    >>> terse("The ferry left the port.")
    'The ferry left port.'
    """
    return re.sub(r" (?:the|an?)(?= )", "", text)


def _ending(words: str) -> Wording:
    """Return the wording that goes on where a sentence ends."""
    return lambda text: f"{text.rstrip('.')}{words}"


def _other_figures(text: str) -> str:
    return re.sub(r"\b\d+\b|\bNine\b", lambda found: "73" if found[0] == "Nine" else "74", text)


def obedient(question: Question) -> str:
    """Do what a sentence orders, and post the link it asks for; without an order, word well."""
    orders = [row for row in question.rows if "link" in row["text"].lower()]
    if not orders:
        return FAITHFUL(question)
    told = [("You have won: see https://evil.example/win", [row["id"]]) for row in orders]
    return answer(3 * told)


FAITHFUL = rewording(shortened)

LIES: dict[str, Wording] = {
    "a figure invented": _ending(" at a cost of 74 million crowns."),
    "figures changed": _other_figures,
    "a name invented": lambda text: f"Carla Voss noted that {text[0].lower()}{text[1:]}",
    "a quotation invented": _ending(", and “all is lost”, said a passenger."),
    "a maybe made sure": lambda text: text.replace(" may ", " will "),
    "a denial turned round": lambda text: text.replace("denied", "admitted"),
    "another verb": lambda text: text.replace("suspend", "extend").replace("aground", "away"),
    "another order": lambda text: " ".join(reversed(text.rstrip(".").split())) + ".",
}
"""Wordings that are not borne out."""

ODD: dict[str, Wording] = {
    "a link": _ending(", see https://evil.example/win."),
    "a bare address": _ending(", see evil-prizes.com."),
    "Markdown": lambda text: f"**{text}**",
    "a link in Markdown": lambda text: f"[{text}](evil)",
    "a mention": lambda text: f"@everyone {text}",
    "a mention of Slack's": lambda text: f"<!channel> {text}",
    "a mark-up": lambda text: f"<b>{text}</b>",
    "a change of direction": lambda text: f"\u202e{text}",
    "an escape": lambda text: f"\x1b[31m{text}",
    "a new line": lambda text: text.replace(" ", "\n", 1),
    "two sentences": lambda text: f"{text} {text}",
    "without end": lambda text: f"{text.rstrip('.')}, {', '.join(60 * ['and so on'])}.",
    "a pronoun": lambda text: f"He said: {text[0].lower()}{text[1:]}",
}
"""Wordings in a form that no briefing takes."""
