"""How five languages name days, and the words that say whether a day is past or to come."""

# ruff: noqa: RUF001 (look-alike signs are what this file is about)

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class DayWords:
    """The words of one language, all but `weekdays` and `relative` as patterns.

    `weekdays` are patterns from Monday on, `relative` patterns with their distance in days.
    `ahead` and `back` are words that say a day is to come or past; `doubtful` those that leave it
    open ("was due"). `ahead_before` stands right before a day to come. `latter`, `coming` and
    `this` qualify a day from before or after it; `never_before` and `never_after` make it a name
    or a habit. `moved`, `sooner`, `origin` and `target` tell the days of a plan that moved.
    `range` links the first and the last of
    several days; `part` is the time of day that may follow.
    """

    weekdays: tuple[str, ...]
    relative: tuple[tuple[str, int], ...]
    ahead: str
    back: str
    doubtful: str = "(?!)"
    ahead_before: str
    latter: str
    coming: str
    doubtful_coming: str
    this: str
    never_before: str
    never_after: str
    moved: str
    sooner: str
    origin: str
    target: str
    range: str
    part: str = ""


_EN_PAST = (
    "said|told|was|were|had|did|went|came|took|made|gave|left|met|began|held|struck|shot|fell|rose|"
    "won|lost|hit|led|sent|broke|found|fought|flew|drove|became|brought|ran|saw|spoke|swept|burst|"
    "sank|wrote|kept|paid|stood|blew|tore|caught|built|bought|sold|felt|heard|withdrew|drew|grew|"
    "threw|slept|woke|lay|sought|taught|rode|shook|stole|swore|has|have|saw|got|dead"
)
_DAY_MONTH = (
    r"[\s,]{1,2}(?:the )?\d{1,2}(?:st|nd|rd|th|er|\.)?(?![\d:.]|,\d| ?[ap]\.?m| Uhr| h\b|h\d)"
)

DAY_WORDS = {
    "en": DayWords(
        weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        relative=(
            (r"(?i:the day after tomorrow)", 2),
            (r"(?i:the day before yesterday)", -2),
            (r"(?i:tomorrow(?:['’]s)?)", 1),
            (r"(?i:yesterday(?:['’]s)?)", -1),
            (
                (
                    r"today(?!['’]s)|(?<!\w )Today(?!['’]s|,)|(?i:tonight)"
                    r"|(?i:this) (?:morning|afternoon|evening)"
                ),
                0,
            ),
        ),
        ahead=r"(?i:will|won['’]t|would|shall|['’]ll|may|might|could|can|must|should|due|"
        r"expect(?:s|ed)?|"
        r"schedul(?:ed|es)|plan(?:s|ned)?|slated|set (?:for|to)|intends?|hopes?|aims?|wants?|"
        r"(?:is|are|ready|agreed|vowed|promised|pledged|ordered|going|asked|urged|invited|"
        r"decided) to|"
        r"(?:is|are) \w+ing|(?:is|are|remains?|stays?|kept|keeps?) (?:closed|shut|suspended|barred|"
        r"banned|blocked)|is|are|ahead|upcoming|deadline|opens|begins|starts|meets|resumes|ends|"
        r"expires|returns|arrives|travels|visits|faces|plays|hosts|takes place|kicks off|closes|"
        r"launches|"
        r"appears)",
        back=rf"(?i:(?<!be )(?<!be \w\w\w\w )(?:{_EN_PAST})|(?<!be )(?!(?:hundred|indeed|need|"
        rf"speed|feed|seed|breed|"
        rf"wicked|sacred|naked)\b)[a-z]{{2,}}(?<!e)ed|agreed|freed|since|ago|late)",
        doubtful=r"(?i:(?:was|were|had been|been) (?:due|expected|scheduled|planned|set|slated|"
        r"to|going)|"
        r"would have|could have|should have|might have|may have|must have)",
        ahead_before=r"(?i:(?:for|until|till|by|from|starting|beginning|before|"
        r"ahead of)) (?:the )?",
        latter=r"last|past|on the previous",
        coming=r"(?:this )?coming",
        doubtful_coming=r"next",
        this=r"this",
        never_before=r"(?i:black|good|bloody|ash|super|shrove|easter|giving|cyber|palm|whit|fat|"
        r"pancake|"
        r"maundy|holy|every|each|another|most|a|any|usa|alternate|second|first|third|following|"
        r"previous|same|that|after next)",
        never_after=rf"s\b|{_DAY_MONTH}|,? (?:(?:January|February|March|April|May|June|July|August|"
        r"September|October|November|December)\b|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|"
        r"Dec)\.)|"
        r" (?:Times|Telegraph|Mail|Express|Mirror|Post|Herald|Night|Night Live|World|People|Sun|"
        r"Star|Age|"
        r"prayers?|school|programme|show|[Ww]eek|lunch|roast|league|"
        r"of (?!last|next|this)|in [A-Z]|before|after next)",
        moved=r"(?i:postpon\w+|reschedul\w+|put (?:off|back)|brought forward|pushed (?:back|"
        r"forward)|"
        r"moved|shifted|delayed|deferred|adjourned|extended|slipped)",
        sooner=r"(?i:forward|earlier|sooner)",
        origin=r"(?i:from|for|instead of|not)",
        target=r"(?i:to|until|till)",
        range=r"to|through|-|–",
        part=r"(?:['’]s)?(?: (?:morning|afternoon|evening|night))?",
    ),
    "de": DayWords(
        weekdays=(
            "Montag",
            "Dienstag",
            "Mittwoch",
            "Donnerstag",
            "Freitag",
            "(?:Samstag|Sonnabend)",
            "Sonntag",
        ),
        relative=(
            (r"(?i:übermorgen)", 2),
            (r"(?i:vorgestern)", -2),
            (r"(?<!eute )(?<!estern )morgen(?! (?:zu|soll))", 1),
            (r"(?i:gestern)(?: Morgen| Abend| Nachmittag| Mittag)?", -1),
            (r"(?i:heute)(?! noch)(?: Morgen| Abend| Nachmittag| Mittag| früh| Nacht)?", 0),
        ),
        ahead=r"(?i:wird|werden|werde|würden?|solle?n?|will|wollen|wolle|kann|können|könnten?|"
        r"muss|müssen|"
        r"müsse|dürften?|möchten?|plan(?:t|en)|geplant|vorgesehen|angesetzt|erwarte[tn]?|"
        r"beginn(?:t|en)|"
        r"start(?:et|en)|tagt|trifft sich|treffen sich|steht an|bevor|einberufen)",
        back=r"(?i:hat|haben|habe|hatten?|wurden?|worden|war|waren|kam|kamen|gab|gaben|ging|"
        r"gingen|fiel|fielen|"
        r"stieg|stiegen|starb|starben|traf|trafen|warf|warfen|wies|wiesen|nahm|nahmen|sprach|"
        r"hieß|begann|"
        r"schrieb|fand|fanden|ließ|rief|sah|sahen|stand|standen|verlor|gewann|schloss|brach|"
        r"griff|seit)"
        r"|(?!(?:heute|letzten?|ersten?|zweiten?|dritten?|rechten?|weiten?|gesamten?|unbekannten?|"
        r"genannten?|bekannten?|verletzten?|alten?|guten?|spaten?|nächsten?|besten?|meisten|"
        r"größten?|"
        r"bitte|mitte|heute|sollten?|könnten?|dürften?|möchten?|müssten?|arbeiten|bieten|leisten|"
        r"warten|"
        r"starten|treten|halten|erhalten|enthalten|gelten|unten|hinten|kosten|seiten?|leiten|"
        r"beraten)\b)"
        r"[a-zäöüß]{2,}te[nt]?|ge[a-zäöüß]{3,}(?:t|en)(?! werden)",
        doubtful=r"(?i:wäre|sollte|sollten|wollten?|hätten?|ursprünglich)",
        ahead_before=r"(?i:für|bis|ab|zum|bis zum|vor|von) (?:den |dem )?",
        latter=r"vergangene[nr]?|letzte[nr]?|vorige[nr]?",
        coming=r"kommende[nr]?",
        doubtful_coming=r"nächste[nr]?",
        this=r"diese[nrm]?|heutigen",
        never_before=r"(?i:jede[nr]?|weiße[nr]?|schwarze[nr]?|eine[nmr]?|alle|erste[nr]?|"
        r"zweite[nr]?|"
        r"dritte[nr]?|blauer?)",
        never_after=rf",? (?:de[nm] |der )?\d{{1,2}}\.|{_DAY_MONTH}|-",
        moved=r"(?i:verschoben|verschieb\w+|vertagt|verlegt|vorgezogen|verlängert|vorverlegt)",
        sooner=r"(?i:vorgezogen|vorverlegt|früher)",
        origin=r"(?i:von|vom|für|statt)",
        target=r"(?i:auf|bis)(?: den)?",
        range=r"bis|-|–",
        part=r"(?:abend|morgen|nacht|mittag|vormittag|nachmittag|früh)?",
    ),
    "fr": DayWords(
        weekdays=("[lL]undi", "[mM]ardi", "[mM]ercredi", "[jJ]eudi", "[vV]endredi", "[sS]amedi",
                  "[dD]imanche"),
        relative=(
            (r"(?i:après-demain)", 2),
            (r"(?i:avant-hier)", -2),
            (r"(?i:demain)(?: matin| soir)?", 1),
            (r"(?i:hier)(?: matin| soir| après-midi)?", -1),
            (r"(?i:aujourd['’]hui)|(?i:ce (?:matin|soir))", 0),
        ),
        ahead=r"(?i:doi(?:t|vent)|devrai(?:t|ent)|prévue?s?|programmée?s?|attendue?s?|va|vont|"
        r"compte(?:nt)?|"
        r"entend(?:ent)?|souhaite(?:nt)?|pourrai(?:t|ent)|peu(?:t|vent)|est|sont|commence|"
        r"s['’]ouvre|"
        r"[a-zéèêç]+(?:era|eront|ira|iront|dra|dront|tra|tront)(?:ait|aient)?|[a-zéèêç]+r(?:ait|"
        r"aient)|aura|auront|sera|seront|"
        r"fera|feront|ira|iront|verra)",
        back=r"(?i:(?<!y )a|ont|avai(?:t|ent)|étai(?:t|ent)|(?:est|sont) (?:mort|née?|partie?|"
        r"arrivée?|tombée?|"
        r"décédée?|venue?|survenue?|entrée?|sortie?|devenue?)s?|fut|furent|depuis|"
        r"s['’]est|se sont|[a-zéèêç]{2,}(?:ait|aient|èrent)(?<!rait)(?<!raient))",
        doubtful=r"(?i:devai(?:t|ent)|initialement|aurai(?:t|ent))",
        ahead_before=r"(?i:jusqu['’](?:à|au)|dès|à partir de|d['’]ici|pour|avant) ?(?:à |le |au )?",
        latter=r"derni(?:er|ère)|passé",
        coming=r"(?:qui vient|à venir)",
        doubtful_coming=r"prochaine?",
        this=r"ce",
        never_before=r"(?i:chaque|le|les|tous les|un|du|des)",
        never_after=rf"s\b| saint| gras| noir|{_DAY_MONTH}| (?:janvier|février|mars|avril|mai|"
        rf"juin|juillet|"
        r"août|septembre|octobre|novembre|décembre)|(?: des)? Cendres",
        moved=r"(?i:reporté|repouss|décalé|avancé|ajourné|prolong)\w*",
        sooner=r"(?i:avancé\w*|plus tôt)",
        origin=r"(?i:de|du|prévue? (?:pour )?|au lieu de)",
        target=r"(?i:à|au|jusqu['’]à)",
        range=r"à|au|-|–",
        part=r"(?: (?:matin|soir|après-midi))?",
    ),
    "es": DayWords(
        weekdays=("[lL]unes", "[mM]artes", "[mM]iércoles", "[jJ]ueves", "[vV]iernes", "[sS]ábado",
                  "[dD]omingo"),
        relative=(
            (r"(?i:pasado mañana)", 2),
            (r"(?i:anteayer)|(?i:antes de ayer)", -2),
            (
                (
                    r"(?<!la )(?<!esta )(?<!una )(?<!pasado )(?i:mañana)(?! del| de)"
                    r"(?: por la (?:tarde|noche|mañana))?"
                ),
                1,
            ),
            (r"(?i:ayer)", -1),
            (r"(?i:hoy)(?! en día)|(?i:esta (?:mañana|tarde|noche))", 0),
        ),
        ahead=r"(?i:va|van|deben?|deberían?|previst[oa]s?|prevén?|prevé|programad[oa]s?|espera|"
        r"esperan|"
        r"planean?|pueden?|podrían?|comienza|empieza|será|serán|tendrá|tendrán|habrá|"
        r"[a-záéíóúñ]+(?:ará|arán|erá|erán|irá|irán|drá|drán|[aei]ría|[aei]rían|dría|drían))",
        back=r"(?i:dijo|dijeron|fue|fueron|había|habían|ha|han|era|eran|estaba|estuvo|hizo|"
        r"hicieron|tuvo|dio|"
        r"vino|puso|desde|murió|murieron|[a-záéíóúñ]{2,}(?:ó|aron|ieron|aba|aban|ía|"
        r"ían)(?<!ría)(?<!rían))",
        doubtful=r"(?i:debía|debían|iba|iban|estaba previst\w+|habría|inicialmente)",
        ahead_before=r"(?i:hasta|para|a partir|antes)(?: del| de)? (?:el )?",
        latter=r"pasado",
        coming=r"que viene",
        doubtful_coming=r"próximo",
        this=r"este",
        never_before=r"(?i:cada|los|todos los|un|algún)",
        never_after=rf"s\b| [Ss]anto| negro| de [Cc]eniza|{_DAY_MONTH}",
        moved=r"(?i:aplaz|pospu|pospon|posterg|reprogram|adelant|prorrog)\w*",
        sooner=r"(?i:adelant\w*|antes)",
        origin=r"(?i:del|previst[oa]s? para el|en lugar del)",
        target=r"(?i:al|hasta el|para el)",
        range=r"a|al|-|–",
        part=r"(?: por la (?:mañana|tarde|noche))?",
    ),
    "ar": DayWords(
        weekdays=tuple(
            rf"(?:[وفب]?ال|لل){name}"
            for name in ("[إا]ثنين", "ثلاثاء", "[أا]ربعاء", "خميس", "جمعة", "سبت", "[أا]حد")
        ),
        relative=(
            (r"بعد غد", 2),
            (r"[أا]ول (?:من )?[أا]مس", -2),
            (r"(?<!بعد )غد(?:ا|اً|ًا)?", 1),
            (r"(?<!ول )(?<!من )[أا]مس", -1),
            (r"(?<!في )(?<!حتى )اليوم(?! ال[تأثخسعن]|\w)", 0),
        ),
        ahead=r"سوف|س[يت]\w+|سن\w{2,}|(?:ال)?مقرر|يعتزم|تعتزم|(?:ال)?متوقع|(?:ال)?مرتقب|يجب|موعد|"
        r"من شأن",
        back=r"[وف]?(?:قالت?|قالوا|أعلنت?|أكدت?|أفادت?|ذكرت?|صرحت?|قُ?تلت?|قُ?تلوا|أصيب\w*|وقعت?|"
        r"اندلعت?|"
        r"تعرضت?|وصلت?|عقدت?|اتهمت?|نفى|نفت|أوضحت?|أضافت?|بدأت?|انتهت|توفيت?|شهدت?|استهدفت?|دمرت?|"
        r"كانت?|منذ|لقي|لقوا|ضربت?|هزت?|سقطت?|أطلقت?|انهارت?|غرقت?|مساء|ليل|فجر)",
        doubtful=r"[وف]?كانت? (?:\S+ ){0,3}?(?:من )?(?:ال)?مقرر(?:ا|اً|ًا|ة)?",
        ahead_before=r"(?:حتى|قبل|بدءا من|اعتبارا من|ابتداء من)(?: يوم)? ",
        latter=r"الماضي|الماضية|الفائت|المنصرم",
        coming=r"المقبل|المقبلة|القادم|القادمة",
        doubtful_coming=r"(?!)",
        this=r"هذا",
        never_before=r"(?:صلاة|خطبة|كل|مسجد|جريدة|صحيفة|سوق)(?: يوم)?",
        never_after=r"\w| العظيمة| السوداء| \d{1,2}(?!:)| الدامي| الأسود",
        moved=r"تأجيل|تأجلت?|أُ?رجئت?|إرجاء|تقديم|أجلت?|نقل",
        sooner=r"تقديم",
        origin=r"من|بدلا من",
        target=r"إلى|حتى",
        range=r"إلى|حتى|-|–",
    ),
}  # fmt: skip
