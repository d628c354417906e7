"""How numbers, hedges, money and months are written, language by language: data for figures."""

# ruff: noqa: RUF001 (look-alike signs are what this file is about)

from dataclasses import dataclass, field
from enum import StrEnum
from itertools import product


class Hedge(StrEnum):
    """How a figure is qualified. What is not hedged is given as exact."""

    NONE = ""
    AT_LEAST = "at least"
    AT_MOST = "up to"
    ABOUT = "about"


@dataclass(frozen=True, slots=True, kw_only=True)
class Numerals:
    """The words for numbers of one language.

    `words` maps number words, `scales` the words that multiply what stands before them,
    `halves` the words for one half. `links` may stand between two number words, `prefix` in
    front of a later one, `last` (a one) only after another. `point` is the decimal mark, and
    with `spaced` a plain space may part thousands.
    """

    words: dict[str, int]
    scales: dict[str, int]
    hedges: dict[str, Hedge]
    months: tuple[str, ...]
    links: tuple[str, ...] = ()
    prefix: str = ""
    last: tuple[str, ...] = ()
    halves: tuple[str, ...] = ()
    percent: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    money: tuple[str, ...] = ()
    clock: tuple[str, ...] = ()
    point: str = "."
    spaced: bool = False
    stops: frozenset[str] = field(default_factory=frozenset)


_ARABIC_ONES = ("واحد", "واحدة", "أحد", "إحدى")


def _series(text: str, *, start: int, step: int = 1) -> dict[str, int]:
    """Return the numbers of a row of words, `|` parting spellings of the same number.

    >>> _series("dix vingt|vingts", start=10, step=10)
    {'dix': 10, 'vingt': 20, 'vingts': 20}
    """
    rows = enumerate(text.split())
    return {word: start + place * step for place, row in rows for word in row.split("|")}


def _row(*lines: str) -> tuple[str, ...]:
    """Return the words of lines of words.

    >>> _row("one two", "three")
    ('one', 'two', 'three')
    """
    return tuple(word for line in lines for word in line.split())


def _german() -> dict[str, int]:
    """Return German's number words up to 999, which are written in one."""
    units = _series("ein zwei drei vier fünf sechs sieben acht neun", start=1)
    teens = _series(
        "zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn", start=10
    )
    tens = _series(
        "zwanzig dreißig|dreissig vierzig fünfzig sechzig siebzig achtzig neunzig",
        start=20,
        step=10,
    )
    pairs = product(units.items(), tens.items())
    small = units | teens | tens | {f"{a}und{b}": m + n for (a, m), (b, n) in pairs}
    hundreds = {f"{word}hundert": number * 100 for word, number in units.items()}
    large = {f"{a}{b}": m + n for (a, m), (b, n) in product(hundreds.items(), small.items())}
    return {w: n for w, n in (small | hundreds | large).items() if n > 1}


def _arabic() -> dict[str, int]:
    """Return Arabic's number words: hundreds are written in one, two of a thing has a form."""
    units = _series(
        "اثنان|اثنين|اثنا|اثني|اثنتان|اثنتين|اثنتا|اثنتي ثلاثة|ثلاث أربعة|أربع خمسة|خمس ستة|ست "
        "سبعة|سبع ثمانية|ثماني|ثمان تسعة|تسع عشرة|عشر",
        start=2,
    )
    tens = _series(
        "عشرون|عشرين ثلاثون|ثلاثين أربعون|أربعين خمسون|خمسين ستون|ستين سبعون|سبعين ثمانون|ثمانين "
        "تسعون|تسعين",
        start=20,
        step=10,
    )
    heads = _series("ثلاث أربع خمس ست سبع ثمان|ثماني تسع", start=3)
    hundreds = {
        f"{head}{hundred}": number * 100
        for (head, number), hundred in product(heads.items(), ("مئة", "مائة"))
    }
    twos = {
        f"{word}{ending}": 2 * number
        for (word, number), ending in product(
            {"مئت": 100, "مائت": 100, "ألف": 1000, "مليون": 10**6, "مليار": 10**9}.items(),
            ("ان", "ين", "ي"),
        )
    }
    hundred = {"مئة": 100, "مائة": 100}
    # "One and twenty": a one alone counts nothing, so that it is read with its ten alone.
    firsts = {f"{one} و{ten}": 1 + n for one, (ten, n) in product(_ARABIC_ONES, tens.items())}
    eleven = {"أحد عشر": 11, "إحدى عشرة": 11}
    return units | tens | hundreds | hundred | twos | firsts | eleven


def _hedged(at_least: str, at_most: str, about: str) -> dict[str, Hedge]:
    """Return the phrases of each hedge, given parted by commas."""
    rows = ((Hedge.AT_LEAST, at_least), (Hedge.AT_MOST, at_most), (Hedge.ABOUT, about))
    return {phrase.strip(): hedge for hedge, row in rows for phrase in row.split(",")}


_ENGLISH = Numerals(
    words=_series(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen",
        start=2,
    )
    | _series("twenty thirty forty fifty sixty seventy eighty ninety", start=20, step=10),
    scales={
        "dozen": 12, "hundred": 100, "thousand": 1000, "lakh": 10**5, "million": 10**6,
        "crore": 10**7, "billion": 10**9, "trillion": 10**12,
        "k": 1000, "m": 10**6, "mn": 10**6, "b": 10**9, "bn": 10**9, "tn": 10**12,
    },
    hedges=_hedged(
        "at least, more than, over, no fewer than, no less than, not less than, upwards of, "
        "above",
        "up to, as many as, as much as, at most, no more than, fewer than, less than, under, "
        "below, a maximum of",
        "about, around, some, roughly, nearly, almost, approximately, close to, an estimated, "
        "estimated, just under, just over, circa",
    ),
    months=_row(
        "January February March April May June July August September October November ",
        "December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec",
    ),
    links=("and",),
    last=("one",),
    halves=("half a", "half"),
    percent=("percent", "per cent", "pct"),
    articles=("a", "an", "one"),
    money=("dollars", "dollar", "euros", "euro", "pounds", "yuan", "yen", "rupees", "francs"),
    clock=("a.m.", "p.m.", "am", "pm", "GMT", "UTC"),
    stops=frozenset(_row(
        "a an and are as at be been but by can could did do does for from had has have ",
        "he her his if in into is it its may might of on or over she should than that ",
        "the their them they this those to was were when where which while who will ",
        "with would after before during since until between against under about",
    )),
)  # fmt: skip

_GERMAN = Numerals(
    words=_german(),
    scales={
        "hundert": 100, "tausend": 1000, "million": 10**6, "millionen": 10**6, "mio": 10**6,
        "milliarde": 10**9, "milliarden": 10**9, "mrd": 10**9, "billion": 10**12,
        "billionen": 10**12, "dutzend": 12,
    },
    hedges=_hedged(
        "mindestens, mehr als, über, wenigstens, nicht weniger als",
        "bis zu, höchstens, maximal, weniger als, unter, nicht mehr als",
        "rund, etwa, ungefähr, circa, ca., fast, nahezu, knapp, schätzungsweise",
    ),
    months=_row(
        "Januar Februar März April Mai Juni Juli August September Oktober November ",
        "Dezember",
    ),
    halves=("eine halbe",),
    percent=("prozent",),
    articles=("eine", "ein", "einer"),
    money=("euro", "dollar", "franken", "pfund"),
    clock=("uhr",),
    point=",",
    spaced=True,
    stops=frozenset(_row(
        "am an auf aus bei bis das dass dem den der des die ein eine einem einen einer ",
        "für gegen im in ist mit nach oder seien sein sind und unter vom von vor waren ",
        "war werden wurden wurde zu zum zur",
    )),
)  # fmt: skip

_FRENCH = Numerals(
    words=_series(
        "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize",
        start=2,
    )
    | _series(
        "vingt trente quarante cinquante soixante septante huitante nonante", start=20, step=10
    )
    | {"quatre-vingt": 80, "quatre-vingts": 80},
    scales={
        "cent": 100, "cents": 100, "mille": 1000, "millier": 1000, "million": 10**6,
        "millions": 10**6, "milliard": 10**9, "milliards": 10**9, "douzaine": 12,
    },
    hedges=_hedged(
        "au moins, plus de, pas moins de",
        "jusqu'à, jusqu’à, au plus, moins de, au maximum",
        "environ, près de, quelque, autour de, presque, à peu près",
    ),
    months=_row(
        "janvier février mars avril mai juin juillet août septembre octobre novembre ",
        "décembre",
    ),
    links=("et",),
    last=("un", "une"),
    halves=("un demi",),
    percent=("pour cent",),
    articles=("un", "une"),
    money=("euros", "euro", "dollars", "francs"),
    clock=("heures", "heure"),
    point=",",
    spaced=True,
    stops=frozenset(_row(
        "a à au aux avant avec ce ces d dans de des depuis du elle en est et ils l la ",
        "le les leur mais ont ou où par pour qu que qui sa se selon ses son sont sous ",
        "sur un une vers étaient été",
    )),
)  # fmt: skip

_SPANISH = Numerals(
    words=_series(
        "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince "
        "dieciséis diecisiete dieciocho diecinueve veinte veintiuno|veintiún veintidós "
        "veintitrés "
        "veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve",
        start=2,
    )
    | _series("treinta cuarenta cincuenta sesenta setenta ochenta noventa", start=30, step=10)
    | _series("cien|ciento doscientos|doscientas trescientos|trescientas", start=100, step=100)
    | {"cuatrocientos": 400, "quinientos": 500, "seiscientos": 600},
    scales={"mil": 1000, "millón": 10**6, "millones": 10**6, "docena": 12},
    hedges=_hedged(
        "al menos, más de, por lo menos, no menos de",
        "hasta, como máximo, menos de",
        "cerca de, unos, unas, alrededor de, aproximadamente, casi, en torno a",
    ),
    months=_row(
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre ",
        "diciembre",
    ),
    links=("y",),
    last=("un", "uno", "una"),
    halves=("medio",),
    percent=("por ciento",),
    articles=("un", "una"),
    money=("euros", "euro", "dólares", "pesos"),
    clock=("horas", "hora"),
    point=",",
    spaced=True,
    stops=frozenset(_row(
        "a al ante antes como con contra cuando de del desde e el ella en entre era es ",
        "esta este fue fueron ha han hasta la las lo los más o para pero por que se ",
        "según ser si sin sobre son su sus un una y",
    )),
)  # fmt: skip

_ARABIC = Numerals(
    words=_arabic(),
    scales={
        "مئة": 100, "مائة": 100, "ألف": 1000, "ألفا": 1000, "آلاف": 1000, "مليون": 10**6,
        "مليونا": 10**6, "ملايين": 10**6, "مليار": 10**9, "مليارا": 10**9, "مليارات": 10**9,
    },
    hedges=_hedged(
        "ما لا يقل عن, أكثر من, لا يقل عن",
        "ما يصل إلى, أقل من, حتى",
        "نحو, حوالي, قرابة, زهاء, ما يقارب",
    ),
    months=(
        *_row(
            "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
            "شباط آذار نيسان أيار حزيران تموز آب أيلول",
        ),
        "كانون الأول",
        "كانون الثاني",
        "تشرين الأول",
        "تشرين الثاني",
    ),
    prefix="و",
    last=_ARABIC_ONES,
    percent=("في المئة", "في المائة", "بالمئة", "بالمائة"),
    money=("دولار", "دولارات", "يورو", "ليرة", "جنيه"),
    point="٫",
    stops=frozenset(_row(
        "في من على إلى عن أن إن منذ بعد قبل خلال مع بين التي الذي كان كانت",
    )),
)  # fmt: skip

NUMERALS = {"en": _ENGLISH, "de": _GERMAN, "fr": _FRENCH, "es": _SPANISH, "ar": _ARABIC}


def numerals(language: str | None) -> Numerals:
    """Return how `language` writes numbers; English where it is not known.

    >>> numerals("de-AT").point
    ','
    """
    return NUMERALS.get((language or "en")[:2].lower(), _ENGLISH)
