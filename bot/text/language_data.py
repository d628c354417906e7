"""What sentence splitting and word counting must know of each language."""

# ruff: noqa: RUF001 (look-alike signs are what this file is about)
# ruff: noqa: SIM905 (word lists read best as prose)

CAPITALISED_ABBREVIATIONS: dict[str, frozenset[str]] = {
    "en": frozenset(
        "Mr Mrs Ms Mx Dr Prof Gen Col Lt Sgt Capt Cpl Maj Cmdr Adm Sen Rep Reps Sens Gov Rev Hon "
        "Pres Supt Insp Det Messrs Brig St Mt Ft Jr Sr Inc Ltd Co Corp Bros Jan Feb Mar Apr Jun "
        "Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thurs Fri Ave Blvd Rd Calif Fla Ga Ill "
        "Ind Kan Ky La Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis "
        "Ariz Ark Colo Conn Del Md Ala Alta Ont Ph Dept Univ Assn Ald Atty Esq".split()
    ),
    "de": frozenset(
        "Dr Prof Hr Fr Frl Ing Dipl Mag Nr Abs Art Bd Hrsg Str Tel Jan Feb Apr Aug Sept Okt Nov "
        "Dez Mio Mrd Tsd St Jh Jhd Kap Std Min Sek".split()
    ),
    "fr": frozenset(
        "M MM Mme Mmes Mlle Mlles Me Mgr Dr Pr Prof St Ste Cie Sté Éts Janv Févr Avr Juil Sept Oct "
        "Nov Déc".split()
    ),
    "es": frozenset(
        "Sr Sra Sres Sras Srta Dr Dra Dres Prof Profa D Dña Ud Uds Vd Vds Lic Ing Arq Gral Cnel "
        "Cap Sto Sta EE UU FF AA CC OO Avda Av Cía Mons Excmo Pdte Fdo".split()
    ),
    "ar": frozenset(),
}
"""Abbreviations that are words of their own, or ends of sentences, when not capitalised."""

ABBREVIATIONS: dict[str, frozenset[str]] = {
    "en": frozenset(
        "vs etc est approx cf al eg ie ca sq ft oz lb lbs hrs mins min max dept gov jr sr "
        "inc ltd corp plc viz".split()
    ),
    "de": frozenset(
        "bzw ca etc evtl ggf inkl exkl max min mind mio mrd vgl usw usf bspw sog geb gest verh "
        "zzgl zz abzgl allg entspr gem insb jährl kath ev langj lt od stellv tägl u urspr v z d"
        " s i o a h ä nr str rd gegr beisp tel zt".split()
    ),
    "fr": frozenset(
        "etc env ex cf av apr janv févr avr juil sept oct nov déc éd coll hab tél".split()
    ),
    "es": frozenset("etc aprox p.ej ej máx mín tel pág págs cf hab admón dpto".split()),
    "ar": frozenset("د أ م ص ب هـ ه ق".split()),
}
"""Abbreviations however they are written (compared in lower case)."""

BEFORE_NUMBERS: frozenset[str] = frozenset(
    "no nos nr núm num n° nº art arts fig figs p pp s vol ch chap sec para abs pág págs bd kap "
    "ziff tel op v vv jan feb mar apr may jun jul aug sep sept oct nov dec sat sun ext ref".split()
)
"""Abbreviations only when a number follows: "No. 5", but "He said no. Then he left." """

OPENERS: dict[str, frozenset[str]] = {
    "en": frozenset(
        "the a an he she it they we i you this that these those there in on at but and or so if "
        "when while as after before however his her its their our my your not no for from with "
        "what who why how where meanwhile more some many most all both each one two".split()
    ),
    "de": frozenset(
        "der die das den dem des ein eine einen einem einer er sie es wir ich ihr man dies diese "
        "dieser dieses in im am an auf aus bei mit nach von vor zu zum zur für und aber doch denn "
        "dann danach dort da so wenn als während jedoch auch nicht noch nun wie was wer warum "
        "seine ihre alle viele beide zudem damit".split()
    ),
    "fr": frozenset(
        "le la les un une des il elle ils elles on nous je vous ce cet cette ces dans en au aux à "
        "mais et ou donc or ni car si quand comme après avant selon pour par sur son sa ses leur "
        "leurs c'est l'".split()
    ),
    "es": frozenset(
        "el la los las un una unos unas él ella ellos ellas yo nosotros este esta estos estas ese "
        "esa eso en a al con de del por para según pero y o si cuando como después antes su sus "
        "no se lo también además".split()
    ),
    "ar": frozenset(),
}
"""Words that, capitalised after a doubtful stop, show that a new sentence begins."""

MONTHS: frozenset[str] = frozenset(
    "januar jänner februar feber märz april mai juni juli august september oktober november "
    "dezember january february march may june july october december janvier février mars avril "
    "juin juillet août septembre octobre novembre décembre januari februari maart mei augustus "
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre "
    "jahrhundert jahrestag".split()
)
"""Names that follow an ordinal written with a stop: "12. Oktober"."""

SPEECH_VERBS = (
    "said|says|asked|asks|added|adds|told|tells|replied|wrote|writes|warned|insisted|argued|"
    "tweeted|posted|demanded|wondered|shouted|declared|recalled|continued|explained|joked"
)
"""What follows a speaker's name after a quotation that ends in ? or ! (English)."""
