"""What the bot said, as a test looks at it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted:
    """Something that the bot said: by which method, where, and its payload."""

    method: str
    channel: str
    payload: Mapping[str, Any]
    ts: str
    response_url: str = ""

    @property
    def is_private(self) -> bool:
        """Whether only one person sees it."""
        kind = self.payload.get("response_type", "ephemeral")
        is_whisper = self.method == "response_url" and kind == "ephemeral"
        return is_whisper or self.method == "chat.postEphemeral"

    @property
    def buttons(self) -> dict[str, Mapping[str, Any]]:
        """The buttons by their labels."""
        return {
            element["text"]["text"]: element
            for block in self.payload.get("blocks", [])
            if block["type"] == "actions"
            for element in block["elements"]
        }

    @property
    def lines(self) -> list[str]:
        """What blocks show, a line of rich text, a header or a button each, in reading order."""
        return _lines(self.payload.get("blocks", []))

    @property
    def words(self) -> str:
        """Everything that blocks show."""
        return " ".join(self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ack:
    """How an envelope was acknowledged, and after how many seconds."""

    seconds: float
    payload: Mapping[str, Any] | None


def _lines(value: object) -> list[str]:
    """Return the texts in blocks; the spans of one line of rich text together."""
    if isinstance(value, list):
        return [line for one in value for line in _lines(one)]
    if not isinstance(value, dict):
        return []
    if value.get("type") == "rich_text_section":
        spans = value["elements"]
        return ["".join(str(span.get("text", span.get("fallback", ""))) for span in spans)]
    own = value.get("text")
    found = [own] if isinstance(own, str) else []
    return found + [line for inner in value.values() for line in _lines(inner)]
