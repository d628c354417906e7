"""The names of the months as newspapers write them, in some forty languages.

Taken from the Unicode CLDR (full and short forms), with the regional names that editors use.
"""
# ruff: noqa: RUF001  names in their own scripts

from types import MappingProxyType

_NAMES = (
    (
        "january|jan|januar|janvier|janv|enero|ene|gennaio|gen|janeiro|januari|tammikuuta|"
        "tammi|tammikuu|stycznia|sty|styczeń|ledna|led|leden|januára|január|січня|січ|січень|"
        "января|янв|январь|януари|яну|ianuarie|ian|ιανουαρίου|ιαν|ιανουάριοσ|ocak|oca|يناير|"
        "كانون الثاني|ژانویهٔ|ژانویه|rêbendan|rbn|ינואר|ינו׳|जनवरी|जन॰|জানুয়ারী|জানু|جنوری|"
        "gener|yanvar|yan|қаңтар|қаң|jänner|جانفي"
    ),
    (
        "february|feb|februar|février|févr|febrero|febbraio|fevereiro|fev|februari|"
        "helmikuuta|helmi|helmikuu|lutego|lut|luty|února|úno|únor|februára|február|лютого|"
        "лют|лютий|февраля|февр|февраль|февруари|фев|februarie|febr|φεβρουαρίου|φεβ|"
        "φεβρουάριοσ|şubat|şub|فبراير|شباط|فوریهٔ|فوریه|sibat|sbt|פברואר|פבר׳|फ़रवरी|फ़र॰|"
        "ফেব্রুয়ারী|ফেব|فروری|febrer|fevral|ақпан|ақп|فيفري"
    ),
    (
        "march|mar|märz|mär|mars|marzo|março|maart|mrt|marts|maaliskuuta|maalis|maaliskuu|"
        "marca|marzec|března|bře|březen|marec|березня|бер|березень|марта|мар|март|mart|"
        "martie|március|márc|μαρτίου|μαρ|μάρτιοσ|μάρ|مارس|آذار|adar|adr|מרץ|मार्च|মার্চ|مارچ|"
        "maret|mac|machi|març|наурыз|нау"
    ),
    (
        "april|apr|avril|avr|abril|abr|aprile|huhtikuuta|huhti|huhtikuu|kwietnia|kwi|"
        "kwiecień|dubna|dub|duben|apríla|apríl|квітня|квіт|квітень|апреля|апр|апрель|април|"
        "aprilie|április|ápr|απριλίου|απρ|απρίλιοσ|nisan|nis|أبريل|نيسان|آوریل|nîsan|nsn|"
        "אפריל|אפר׳|अप्रैल|এপ্রিল|এপ্রি|اپریل|aprili|aprel|сәуір|сәу|إبريل|ابريل|نیسان|أفريل"
    ),
    (
        "may|mai|mayo|maggio|mag|maio|mei|maj|toukokuuta|touko|toukokuu|maja|května|kvě|"
        "květen|mája|máj|травня|трав|травень|мая|май|május|μαΐου|μαΐ|μάιοσ|μάι|mayıs|mayis|"
        "مايو|أيار|مهٔ|gulan|gln|מאי|مئی|maig|мамыр|мам|ماي"
    ),
    (
        "june|jun|juni|juin|junio|giugno|giu|junho|kesäkuuta|kesä|kesäkuu|czerwca|cze|"
        "czerwiec|června|čvn|červen|júna|jún|червня|черв|червень|июня|июн|июнь|юни|iunie|iun|"
        "június|ιουνίου|ιουν|ιούνιοσ|ιούν|haziran|haz|يونيو|حزيران|ژوئن|hezîran|hzr|יוני|जून|"
        "জুন|جون|juny|iyun|iyn|маусым|мау|جوان"
    ),
    (
        "july|jul|juli|juillet|juil|julio|luglio|lug|julho|heinäkuuta|heinä|heinäkuu|lipca|"
        "lip|lipiec|července|čvc|červenec|júla|júl|липня|лип|липень|июля|июл|июль|юли|iulie|"
        "iul|július|ιουλίου|ιουλ|ιούλιοσ|ιούλ|temmuz|tem|يوليو|تموز|ژوئیهٔ|ژوئیه|tîrmeh|trm|"
        "יולי|जुलाई|जुल॰|জুলাই|জুল|جولائی|julai|juliol|iyul|iyl|шілде|шіл|جويلية"
    ),
    (
        "august|aug|août|agosto|ago|augustus|augusti|elokuuta|elo|elokuu|sierpnia|sie|"
        "sierpień|srpna|srp|srpen|augusta|серпня|серп|серпень|августа|авг|август|avgust|avg|"
        "augusztus|αυγούστου|αυγ|αύγουστοσ|αύγ|ağustos|ağu|أغسطس|اوت|tebax|tbx|אוגוסט|אוג׳|"
        "अगस्त|अग॰|আগস্ট|اگست|agustus|agu|ogos|ogo|agosti|agost|avqust|avq|тамыз|там|آب|"
        "اغسطس|أوت"
    ),
    (
        "september|sep|sept|septembre|septiembre|settembre|set|setembro|syyskuuta|syys|"
        "syyskuu|września|wrz|wrzesień|září|zář|septembra|вересня|вер|вересень|сентября|сент|"
        "сентябрь|септември|сеп|septembar|septembrie|szeptember|szept|σεπτεμβρίου|σεπ|"
        "σεπτέμβριοσ|eylül|eyl|سبتمبر|أيلول|سپتامبر|îlon|îln|ספטמבר|ספט׳|सितंबर|सित॰|"
        "সেপ্টেম্বর|সেপ|ستمبر|septemba|setembre|sentyabr|sen|қыркүйек|қыр"
    ),
    (
        "october|oct|oktober|okt|octobre|octubre|ottobre|ott|outubro|out|lokakuuta|loka|"
        "lokakuu|października|paź|październik|října|říj|říjen|októbra|október|жовтня|жовт|"
        "жовтень|октября|окт|октябрь|октомври|oktobar|octombrie|οκτωβρίου|οκτ|οκτώβριοσ|ekim|"
        "eki|أكتوبر|تشرين الأول|اکتبر|cotmeh|cot|אוקטובר|אוק׳|अक्टूबर|अक्टू॰|অক্টোবর|অক্টো|"
        "اکتوبر|oktoba|oktyabr|қазан|қаз|اكتوبر"
    ),
    (
        "november|nov|novembre|noviembre|novembro|marraskuuta|marras|marraskuu|listopada|lis|"
        "listopad|listopadu|novembra|листопада|лист|листопад|ноября|нояб|ноябрь|ноември|ное|"
        "novembar|noiembrie|νοεμβρίου|νοε|νοέμβριοσ|νοέ|kasım|kasim|kas|نوفمبر|تشرين الثاني|نوامبر|"
        "mijdar|mjd|נובמבר|נוב׳|नवंबर|नव॰|নভেম্বর|নভে|نومبر|novemba|noyabr|noy|қараша|қар"
    ),
    (
        "december|dec|dezember|dez|décembre|déc|diciembre|dic|dicembre|dezembro|desember|des|"
        "joulukuuta|joulu|joulukuu|grudnia|gru|grudzień|prosince|pro|prosinec|decembra|"
        "грудня|груд|грудень|декабря|дек|декабрь|декември|decembar|decembrie|δεκεμβρίου|δεκ|"
        "δεκέμβριοσ|aralık|aralik|ara|ديسمبر|كانون الأول|دسامبر|berfanbar|brf|דצמבר|דצמ׳|दिसंबर|"
        "दिस॰|ডিসেম্বর|ডিসে|دسمبر|disember|dis|desemba|desembre|dekabr|dek|желтоқсан|жел"
    ),
)

MONTHS = MappingProxyType(
    {name: number for number, names in enumerate(_NAMES, 1) for name in names.split("|")}
)
"""Case-folded name, without a full stop, to the number of the month."""
