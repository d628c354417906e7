"""Drops what a reader would not see: nobody speaks to the desk behind readers' backs."""

import re
from functools import lru_cache
from typing import cast

from lxml import etree
from lxml.html import HtmlElement

_NEVER_SHOWN = frozenset(
    [
        "script",
        "style",
        "template",
        "noscript",
        "textarea",
        "select",
        "datalist",
        "object",
        "iframe",
        "svg",
        "math",
        "canvas",
        "audio",
        "video",
        "map",
        "dialog",
        "input",
    ]
)
_ZERO = r"0*(?:\.0+)?(?:px|em|rem|%|pt|vw|vh)?\s*(?:!important)?\s*(?:;|$)"
_FAR = r"-\s*\d{3,}(?:\.\d+)?(?:px|em|rem|pt|vw|vh|%)|-\s*\d{2}(?:\.\d+)?(?:em|rem|vw|vh)"
_HIDING = re.compile(
    r"(?:^|;)\s*(?:"
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|content-visibility\s*:\s*hidden"
    rf"|opacity\s*:\s*{_ZERO}|opacity\s*:\s*0?\.0\d*\s*(?:;|$)"
    rf"|font-size\s*:\s*(?:{_ZERO}|0?\.\d+(?:px|pt)|1px)|font\s*:\s*0[\s/p]"
    rf"|(?:left|top|right|bottom|text-indent|margin(?:-\w+)?)\s*:\s*(?:{_FAR})"
    r"|color\s*:\s*(?:transparent|rgba\([^)]*,\s*0(?:\.0+)?\s*\)|#[0-9a-f]{6}00\b"
    r"|#[0-9a-f]{3}0\b)"
    r"|clip\s*:\s*rect\(\s*(?:0|1px)|clip-path\s*:\s*(?:inset\(\s*(?:50|100)%|circle\(\s*0)"
    rf"|(?:max-)?(?:height|width)\s*:\s*(?:{_ZERO}|1px)(?=.*overflow)"
    r"|transform\s*:\s*(?:scale[xy3d]*\(\s*0(?:\.0+)?\s*[,)]|translate[xy3d]*\(\s*-\d{3,})"
    r")",
    re.IGNORECASE | re.DOTALL,
)
_COLOUR = re.compile(r"(?:^|;)\s*(color|background(?:-color)?)\s*:\s*([^;!]+)", re.IGNORECASE)
_LONGEST_RULE, _SHORT_STYLE = 2_000, 200
_AT_RULE = re.compile(r"@(?<![^\s;{}]@)[a-zA-Z-]+")  # looked for by its first sign, not before it
_MARKS = re.compile(r"[{};]")
_SIMPLE = re.compile(r"\s*[a-z]*([.#][\w-]+)\s*")
_STYLED = re.compile(r"<style\b[^>]*>((?:[^<]++|<(?!/style))*+)</style", re.IGNORECASE)
# React streams a page's parts in hidden blocks S:0, S:1, … and moves each to its place B:0, P:1, …
_AWAITED = re.compile(r"""<template\s[^>]{0,40}?id="[BP]:([0-9a-f]{1,6})\"""")
MAX_STYLES = 400_000
# Found without a look at each element from Python; those of some names sooner than by a path.
_SUSPECTS = etree.XPath("./descendant::*[@style or @hidden or @aria-hidden]")
_CLASSED = etree.XPath("./descendant::*[@class]")
_WITH_ID = etree.XPath("./descendant::*[@id]")


def drop_hidden(root: HtmlElement, html: str) -> None:
    """Take out of the tree, in place, every element of the page `html` that is not shown."""
    hiding = hiding_selectors(html)
    awaited = {f"S:{number}" for number in _AWAITED.findall(html)}
    for element in root.iter("div"):
        if element.get("id") in awaited and "hidden" in element.attrib:
            del element.attrib["hidden"]
    for element in list(root.iterdescendants(*_NEVER_SHOWN)):
        _drop(element)
    for element in _elements(_SUSPECTS, root):
        if _is_hidden(element):
            _drop(element)
    classes = {one[1:] for one in hiding if one[0] == "."}
    for element in _elements(_CLASSED, root) if classes else ():
        if not classes.isdisjoint(element.get("class", "").split()):
            _drop(element)
    for element in _elements(_WITH_ID, root) if len(classes) < len(hiding) else ():
        if f"#{element.get('id')}" in hiding:
            _drop(element)


def hiding_selectors(html: str) -> frozenset[str]:
    """Return the plain class and id selectors that the page's own style sheet hides outright.

    Rules inside @media and the like are not read: they hide from some screens only.

    >>> sorted(hiding_selectors("<style>.a, p.b {display:none} @media print{.c{top:0}}</style>"))
    ['.a', '.b']
    """
    found: set[str] = set()
    sheets = "\n".join(match[1] for match in _STYLED.finditer(html[:MAX_STYLES]))
    for rule in _outside_at_rules(sheets).split("}"):
        selectors, _, declarations = rule.rpartition("{")
        simple = [match[1] for one in selectors.split(",") if (match := _SIMPLE.fullmatch(one))]
        # Most selectors are not simple, and most rules hide nothing: the dear look comes last.
        if simple and len(declarations) <= _LONGEST_RULE and hides(declarations):
            found.update(simple)
    return frozenset(found)


def hides(style: str) -> bool:
    """Say whether declarations of style keep an element from being seen.

    >>> hides("color:red; display : none"), hides("color:#fff;background:#FFF"), hides("top: 0")
    (True, True, False)
    """
    if _HIDING.search(style):
        return True
    colours = {name.lower()[:5]: value.strip().lower() for name, value in _COLOUR.findall(style)}
    return "color" in colours and colours["color"] == colours.get("backg")


def _elements(path: etree.XPath, root: HtmlElement) -> list[HtmlElement]:
    return cast("list[HtmlElement]", path(root))  # a path to elements finds nothing else


def _is_hidden(element: HtmlElement) -> bool:
    if element.get("hidden") is not None:
        return True
    if (element.get("aria-hidden") or "").strip().lower() == "true":
        return True
    style = element.get("style") or ""
    return _known(style) if len(style) <= _SHORT_STYLE else hides(style)


# A page repeats few styles often. Long ones are not remembered: there is no end to them.
@lru_cache(maxsize=4_096)
def _known(style: str) -> bool:
    return hides(style)


def _drop(element: HtmlElement) -> None:
    parent = next(element.iterancestors())
    tail, before = element.tail or "", element.getprevious()
    if before is None:
        parent.text = (parent.text or "") + tail
    else:
        before.tail = (before.tail or "") + tail
    parent.remove(element)


def _outside_at_rules(sheet: str) -> str:
    """Return the style sheet without its @-rules, however deep their blocks are."""
    kept: list[str] = []
    at = 0
    while rule := _AT_RULE.search(sheet, at):
        kept.append(sheet[at : rule.start()])
        at = _end_of_rule(sheet, rule.end())
    kept.append(sheet[at:])
    return "".join(kept)


def _end_of_rule(sheet: str, start: int) -> int:
    depth = 0
    for mark in _MARKS.finditer(sheet, start):
        if mark[0] == "{":
            depth += 1
        elif mark[0] == "}":
            depth -= 1
        if depth <= 0 and mark[0] != "{":  # @import has no block, and ends with a semicolon
            return mark.end()
    return len(sheet)
