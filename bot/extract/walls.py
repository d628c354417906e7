"""Whether a page shows but the beginning of its article, and asks for money for the rest."""
# ruff: noqa: RUF001  signs of other scripts

import re

from lxml.html import HtmlElement

from bot.extract.headings import opens
from bot.extract.structured import Stated
from bot.text.visible import one_line

_ACCESS = re.compile(
    r"content_?-?tier|paywall|premium|access-?_?(?:level|type|status)|is-?_?locked|is-?_?paid"
    r"|subscri(?:ber|ption)-?_?only",
    re.IGNORECASE,
)
_CLOSED = frozenset(
    [
        "locked",
        "paid",
        "premium",
        "subscriber",
        "subscribers",
        "subscription",
        "plus",
        "hard",
        "true",
        "yes",
        "1",
        "restricted",
        "closed",
        "payant",
        "abo",
    ]
)
_BOX = re.compile(
    r"(?<![a-z])(?:pay-?wall\w*|reg-?wall|sub(?:scri\w*)?-?wall|premium-?(?:wall|box|teaser|offer)"
    r"|abo-?(?:wall|box|teaser|offer\w*)|plus-?(?:wall|box)|subscri\w*-?(?:box|promo|offer|gate)"
    r"|paid-?content|article-?gate|piano\w*|offer-?page|tp-container)(?![a-z])",
    re.IGNORECASE,
)
_PAYING = re.compile(
    r"\bsubscri(?:be|ber|bers|ption)\b|\babonn|\babonnement|\babo\b|abonnés|réservé aux"
    r"|suscr[ií]|suscriptor|abbonat|abbonament|assinant|assine\b|prenumer|tilaaj|abone ol"
    r"|aboneler|подпис|подпіс|اشترك|المشترك|اشتراك|订阅|訂閱|会员|會員|購読|有料|구독|מנוי",
    re.IGNORECASE,
)
_GOING_ON = re.compile(
    r"(?:continue|keep|to) reading|read (?:the )?(?:full|whole|rest)|full (?:article|story|access)"
    r"|unlimited access|weiterlesen|weiter lesen|vollständig\w* (?:artikel|zugriff|lesen)"
    r"|jetzt testen|lire la suite|poursuiv\w+ (?:la|votre) lecture|reste à lire|il vous reste"
    r"|article complet|(?:seguir|sigue|continúa|continuar) leyendo|acceso ilimitado"
    r"|(?:continua|continuare) a leggere|contin(?:ue|uar) (?:a ler|lendo)|lees verder|verder lezen"
    r"|läs vidare|devamını oku|tamamını oku|читать (?:далее|дальше|полностью)|полный доступ"
    r"|لقراءة المزيد|متابعة القراءة|لمواصلة القراءة|继续阅读|繼續閱讀|阅读全文|閱讀全文|続きを読む"
    r"|全文を読む|계속 읽",
    re.IGNORECASE,
)
_BOX_WORDS, _TEASER_WORDS = 120, 400
"""A box says little; what stands before it is no whole article."""


def is_walled(root: HtmlElement, *, linked: Stated, meta: Stated, text: str) -> bool:
    """Say whether the page states that its article costs, or ends in an offer to subscribe."""
    if linked.is_free is not None:
        return not linked.is_free
    for name, values in (meta.tags or {}).items():
        if _ACCESS.search(name) and any(value.lower() in _CLOSED for value in values):
            return True
    return len(text.split()) < _TEASER_WORDS and _ends_in_offer(root, text)


def _ends_in_offer(root: HtmlElement, text: str) -> bool:
    """Say whether a small box below the article's beginning offers the rest to subscribers."""
    if not _PAYING.search(str(root.text_content())):
        return False
    begins = opens(text)
    has_begun = False
    for element in root.iter("p", "div", "section", "aside"):
        has_begun = has_begun or begins(element)
        if not has_begun:
            continue
        is_box = _BOX.search(f"{element.get('class') or ''} {element.get('id') or ''}") is not None
        if (is_box or element.tag != "p") and _offers(element, is_box=is_box):
            return True
    return False


def _offers(element: HtmlElement, *, is_box: bool) -> bool:
    said: list[str] = []
    for piece in element.itertext():
        said += str(piece).split()
        if len(said) > _BOX_WORDS:
            return False
    line = one_line(" ".join(said))
    return bool(_PAYING.search(line)) and (is_box or bool(_GOING_ON.search(line)))
