"""The grammar of typed commands: words, "quoted words" and name:value pairs."""

import re
from collections.abc import Mapping, Sequence

_TOKEN = re.compile(
    r"(?P<minus>-?)(?:(?P<name>[a-z][a-z_]*):)?"
    r'(?:"(?P<quoted>(?:[^"\\]|\\.)*)(?:"|\\?$)|(?P<bare>[^\s"]+))',
    re.IGNORECASE | re.DOTALL,
)
_BARE = re.compile(r"[^\s\"\\“”„«»]+")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})


def tokens(line: str, names: Sequence[str] = ()) -> list[tuple[str, str]]:
    """Take a command line apart into (name, value) pairs; free words have the name "".

    Only `names` are names: any other word with a colon is a free word, so that
    `08:00` and `source:delta` stay whole. A quotation that is never closed ends with the line.
    Quoted free words keep their quotes, since they mean a phrase in a topic, and so does the
    minus before them.

    >>> tokens('latest "port strike" count:3 08:00', ["count"])
    [('', 'latest'), ('', '"port strike"'), ('count', '3'), ('', '08:00')]
    >>> tokens('latest topic:"port strike"', ["topic"])
    [('', 'latest'), ('topic', 'port strike')]
    """
    known = set(names)
    found: list[tuple[str, str]] = []
    for match in _TOKEN.finditer(line.translate(_QUOTES).replace("\x00", "")):
        name, quoted = (match["name"] or "").lower(), match["quoted"]
        if name in known and not match["minus"]:
            found.append((name, match["bare"] if quoted is None else _ESCAPED.sub(r"\1", quoted)))
        else:
            found.append(("", match[0]))
    return found


def command_line(words: Sequence[str], values: Mapping[str, str]) -> str:
    """Return the command line that asks for `words` with option `values`; empty ones left out.

    A double quote inside a value is escaped by a backslash, which `tokens` takes off again.

    >>> command_line(["news", "story"], {"story": "s1", "view": "", "since": "last week"})
    'news story story:s1 since:"last week"'
    >>> tokens(command_line(["latest"], {"topic": '"port strike" -x'}), ["topic"])[1]
    ('topic', '"port strike" -x')
    """
    parts = list(words)
    for name, value in values.items():
        clean = " ".join(value.translate(_QUOTES).replace("\x00", "").split())
        if clean:
            parts.append(
                f"{name}:{clean}" if _BARE.fullmatch(clean) else f'{name}:"{_escaped(clean)}"'
            )
    return " ".join(parts)


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace('"', '\\"')
