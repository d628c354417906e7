"""Lines of a web page that belong to the page and not to the article, told by their shape.

The words are those that sites of many countries use for the same few things; no line of one
publisher is in here, and nothing rests on these words alone.
"""
# ruff: noqa: RUF001  dashes, quotes and letters of other scripts

import re

_RELATIVE = (
    r"\d{1,3}\s?(?:mins?|minutes?|h|hrs?|hours?|days?|weeks?|months?|minuten|stunden?|tagen?|tage"
    r"|heures?|jours?|horas?"
    r"|d[ií]as?|ore|giorni|uur|dagen|timmar|часов|часа|минут|дней|дня|saat|gün|godzin\w*|dni|時間|分"
    r"|小时|分钟|天)"
)
_AGED = (
    r"(?:published|posted|updated)?\s?(?:vor|il y a|hace|há|fa|för|منذ|قبل)?\s?"
    rf"{_RELATIVE}\s?(?:ago|fa|geleden|sedan|назад|önce|temu|前)?"
)
_AGE = re.compile(rf"{_AGED}$", re.IGNORECASE)
_FURNITURE = re.compile(
    r"^(?:"
    # moving about on the page
    r"(?:skip|jump|go|back|zum?|zur|direkt|aller|passer|ir|saltar|vai|ga|hoppa|spring"
    r"|перейти)\s+(?:directly\s+)?"
    r"(?:to|zum?|zur|au|à|aux|la|al|a|naar|till|til|к)\b.{0,40}$|.{0,30}\b(?:springen"
    r"|überspringen)$|(?:انتقل|تخط)\S*\s+.{1,30}$"
    # advertisements and sharing
    r"|(?:advertisement|advert|ad|ads|sponsored|promoted|anzeige|werbung|publicit[ée]|pub"
    r"|publicidad|anuncio|pubblicità"
    r"|advertentie|annons|реклама|reklam|reklama|إعلان|إعلانات|広告|广告)(?:\b.{0,30})?$"
    r"|(?:share|teilen|partager|compartir|condividi|delen|dela|поделиться|paylaş|udostępnij|شارك"
    r"|مشاركة|シェア|分享)\b.{0,60}$"
    r"|(?:facebook|twitter|x|whatsapp|telegram|linkedin|pinterest|reddit|e-?mail|print|drucken"
    r"|imprimer|imprimir|stampa"
    r"|copy link|link copied!?|link kopieren|copier le lien|copiar enlace|send|save|bookmark"
    r"|save article|flipboard|messenger"
    r"|bluesky|threads|mastodon|instagram|youtube|tiktok|طباعة|فيسبوك|تويتر|واتساب)(?:[\s,"
    r"|/·•]+\S+){0,8}$"
    r"|(?:list \d+ of \d+|list of \d+ items?|end of list)\b.*$"
    # what media players and galleries say of themselves
    r"|(?:▶|►|⏵)?\s?\d{1,2}:\d{2}(?::\d{2})?(?:\s?(?:min|minutes?|/\s?\d{1,2}:\d{2}))?$"
    r"|\d{1,3}\s?(?:min|minutes?|minuten|minutos|minuti)\.?(?:\s(?:read|lesezeit|de lecture"
    r"|de lectura|di lettura))?$|reading time\b.*$"
    r"|(?:image|photo|bild|foto)\s\d+\s(?:of|von|de|di|/)\s\d+.*$|\d+\s?/\s?\d+$|(?:image|photo"
    r"|video) caption\b.*$|image source\b.*$"
    r"|(?:this video|the media|your browser|javascript|to play this|dieses video"
    r"|ihr browser)\b.*$"
    r"|(?:view|show|open|close|enlarge|hide)\s(?:image|gallery|fullscreen|full screen|comments"
    r"|more|menu|all|in fullscreen)\b.*$"
    # ages and counts
    rf"|{_AGED}$|(?:منذ|قبل)\s.{{2,20}}$"
    r"|this article is more than \d+ (?:years?|months?) old$"
    r"|(?:map|chart|graphic|infographic|karte|grafik|carte|infographie|mapa|gráfico)\s"
    r"(?:of|showing|von|de|der|des)\b.{1,60}$"
    r"|\d[\d.,]*[km]?\s(?:comments?|kommentare?|commentaires?|comentarios?|shares?|views?|likes?"
    r"|reactions?|تعليق\S*)$"
    r"|(?:leave"
    r"|post|write|add|join)\s(?:a|the)\s(?:comment|reply|conversation|discussion)\b.*$"
    r"|(?:skip )?advertisement$|(?:story|article) continues\b.{0,40}$"
    r"|end of (?:story|article)$|(?:left|right|top|bottom|above|below|opposite)\s?[:：]$"
    # accounts and search
    r"|(?:sign in|sign up|log ?in|log ?out|register|subscribe|my account|account|search"
    r"|search\b.{0,20}|menu|navigation|home|homepage|startseite|accueil|inicio"
    r"|anmelden|abonnieren|abo|suche|suchen|se connecter|s'abonner|connexion|rechercher"
    r"|iniciar sesi[oó]n|suscr[ií]b\S*|buscar|accedi|cerca|abbonati"
    r"|log ind|logga in|sök|войти|поиск|giriş|ara|zaloguj|szukaj|بحث|تسجيل الدخول|اشترك|القائمة"
    r"|الرئيسية|skip|close|accept(?: all)?|decline|ok|next|previous|back|top)$"
    r")",
    re.IGNORECASE,
)
_READS_ON = re.compile(
    r"^(?:read (?:more|also|next|this|the full)|see also|also read|more:|recommended"
    r"|related(?: (?:stories|story|articles?|coverage))?:?"
    r"|read on|continue reading|click here"
    r"|keep reading|watch|watch:|watch now|listen|listen to"
    r"|play|play video|video|audio|live|gallery"
    r"|mehr (?:lesen|dazu|zum thema)|lesen sie auch|auch interessant|weiterlesen|siehe auch"
    r"|(?:à )?lire aussi|à lire|lire la suite|voir aussi|à voir"
    r"|m[aá]s informaci[oó]n|lea tambi[eé]n|lee tambi[eé]n|leer m[aá]s"
    r"|te puede interesar|ver también|leggi anche"
    r"|lees ook|läs också|читайте также|смотрите также"
    r"|ayrıca okuyun|czytaj (?:też|także|również)|اقرأ أيض\S*|اقرأ المزيد|شاهد"
    r"|المزيد)(?:\s*[:：–-].{0,160}|\b.{0,14}"
    # Copies glue the title on: "Read alsoFerry line cancels".
    r"|(?-i:(?=[A-ZÀ-ÝА-Я«“])).{1,160})$",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"^(?:more (?:on|from|in|about)\b.{0,50}|more (?:stories|news|coverage|top stories)"
    r"|most (?:read|viewed|popular|watched|shared|recent)\b.{0,20}"
    r"|related (?:stories|articles|topics?|content|news|links|coverage|items|posts)|top stories"
    r"|latest (?:news|stories|headlines|videos?|from)\b.{0,20}|editor'?s'? (?:picks?|choice)"
    r"|explore more|you (?:may|might) (?:also )?(?:like|be interested|have missed)\b.{0,30}"
    r"|what to read next|recommended (?:stories|for you|reading)|popular (?:now|stories)"
    r"|trending(?: now)?"
    r"|elsewhere on\b.{0,30}|around the web|from around the web|don'?t miss|in case you missed it"
    r"|read next|up next|keep exploring|topics|tags:?|keywords:?|in pictures|featured"
    r"|sponsored content|about the authors?|about us"
    r"|about (?:the )?(?-i:[A-Z][a-z]\w+(?: [A-Z]\w+){0,5})|enjoyed this\b.{0,30}|support us"
    r"|mehr (?:zum thema|aus|von|nachrichten)\b.{0,30}|meistgelesen\w*|meist gelesen\w*"
    r"|das könnte (?:sie|dich) auch interessieren|weitere (?:artikel|themen|nachrichten"
    r"|meldungen)\b.{0,20}"
    r"|themen|schlagw[oö]rter|ähnliche artikel|empfohlen\w*|verwandte (?:themen|artikel)"
    r"|aktuelle(?:s| nachrichten)?|top-?themen|neueste (?:artikel|nachrichten)"
    r"|(?:les )?plus lus|à lire (?:aussi|également)|sur le même (?:sujet|thème)"
    r"|dans la même rubrique|nos derniers articles|articles (?:liés|similaires|recommandés)"
    r"|en continu|contenus sponsorisés|mots-clés|l'essentiel|à la une"
    r"|m[aá]s (?:le[ií]d[oa]s|noticias|vistos|sobre)\b.{0,20}"
    r"|lo m[aá]s (?:le[ií]do|visto)|noticias relacionadas|art[ií]culos relacionados"
    r"|tambi[eé]n te puede interesar|te recomendamos|temas(?: relacionados)?|etiquetas"
    r"|[uú]ltimas noticias"
    r"|più letti|i più letti|articoli correlati|potrebbe interessarti|mais (?:lidas|notícias)"
    r"|leia também|meest gelezen|lees meer|mest l[æä]st\w*|läs mer"
    r"|(?:самое )?популярное|по теме|новости по теме|другие новости|ещё по теме|en çok okunanlar"
    r"|ilgili haberler|najczęściej czytane|powiązane|zobacz także"
    r"|الأكثر (?:قراءة|مشاهدة|تداولا\S*)|مواضيع (?:ذات صلة|متعلقة)|أخبار (?:ذات صلة|متعلقة)"
    r"|موضوعات متعلقة|مقالات ذات صلة|اقرأ أيضا\S*|المزيد من .{1,20}|قد يعجبك\b.{0,20}"
    r"|関連記事|関連ニュース"
    r"|相[关關](?:新[闻聞]|[阅閱][读讀]|文章)|[热熱][门門](?:文章|新[闻聞])|延伸[阅閱][读讀]"
    r"|推[荐薦][阅閱][读讀]|추천|관련기사)\s*[:：…>»]?$",
    re.IGNORECASE,
)
_LEGAL = re.compile(
    r"^(?:©|\(c\)\s|copyright\b)|\ball rights reserved\b|\balle rechte vorbehalten\b"
    r"|tous droits réservés|todos los derechos reservados|tutti i diritti"
    r"|جميع الحقوق محفوظة|все права защищены|tüm hakları|wszelkie prawa"
    r"|\b(?:cookies?|privacy policy|terms (?:of|and)|datenschutz\w*|nutzungsbedingungen|impressum"
    r"|mentions légales|politique de confidentialité"
    r"|aviso legal|política de privacidad|informativa sulla privacy|сookie|gizlilik"
    r"|polityk\w+ prywatności|سياسة الخصوصية|شروط الاستخدام|ملفات تعريف الارتباط)\b"
    r"|\bnewsletters?\b|\b(?:rund|news)?brief abonnieren\b|\binfolettre\b"
    r"|\bbolet[ií]n\b.{0,40}\b(?:suscr|recib|correo)|نشرتنا|النشرة البريدية|\bнаш[аеу]\w* рассылк"
    r"|\bsign up (?:to|for|here)\b|\bsubscribe (?:to|now|for)\b|\bfollow us\b|\bfolgen sie uns\b"
    r"|\bsuivez-nous\b|\bs[ií]guenos\b|\bdownload (?:our|the) app\b"
    r"|\bnot responsible for the content\b|\bexternal (?:sites|links)\b"
    r"|\b(?:enable|activate|allow|without|needs?|requires?|aktivier\w+|activez|active)\b.{0,30}"
    r"\bjavascript\b"
    r"|\bjavascript\b.{0,30}\b(?:enabled|disabled|required|aktivier\w+|deaktiviert|désactivé)\b"
    r"|\bunauthori[sz]ed use\b|\brespectful of copyright\b"
    r"|\bsupport (?:us|our (?:work|journalism|reporting))\b|\bbecome a (?:member|supporter)\b"
    r"|\bjetzt unterstützen\b|\bsoutenez-nous\b|\bap[oó]yanos\b"
    r"|\bad ?blocker\b|\bapp store\b|\bgoogle play\b",
    re.IGNORECASE,
)
_CLOSES = re.compile(
    r"^(?:\(?(?:reporting|additional reporting|writing|editing|edited|written|compiled|translated"
    r"|reviewed|report|adapted)\s(?:by|from)\b"
    r"|(?:redaktion|bearbeitet von|adaptiert|aus dem \w+ (?:adaptiert|übersetzt)|redigiert von"
    r"|mitarbeit|édité par|traduit par|editado por|a cura di|редактор)\b\s?:?)"
    r"|^.{0,160}\bcontributed (?:\w+ )?to this (?:report|story|article)\b"
    r"|^(?-i:[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+){1,3}(?:(?:,| and|, and) [A-ZÀ-Þ][\w.'’-]+"
    r"(?: [A-ZÀ-Þ][\w.'’-]+){1,3}){0,4}) reported from\b.{0,120}$"
    r"|^[（(]?\s?(?:责任编辑|责编|编辑|校对|監修)\s?[:：].{1,30}$"
    r"|^sources?\s?:.{0,60}\bagenc|^المصدر\s?:.{0,40}وكالات",
    re.IGNORECASE,
)
_CREDIT_CUE = (
    r"(?:image|images|photo|photos|photograph|photography|picture|pictures|pic|bild|bilder|foto"
    r"|fotos|fotografía|photographs|photographie|imagen|immagine"
    r"|imagem|crédits?|credits?|credit|bildquelle|copyright|illustration|grafik|graphic|map|video"
    r"|файл|фото|fotoğraf|zdjęcie|kép|kuva|صورة|الصورة|تصوير|撮影|写真|图片来源|图)"
)
_STARTS_CREDIT = re.compile(
    rf"^\[?\(?(?:{_CREDIT_CUE}(?:\s(?:by|von|de|source|credit|copyright))?\s?[:：]"
    rf"|photo(?:graph)?s? by\s|©|\(c\)\s)",
    re.IGNORECASE,
)
_STOCK = (
    r"(?:getty(?: images)?|shutterstock|alamy(?: stock photo)?|istock(?:photo)?"
    r"|picture[- ]alliance|imago(?: images)?|unsplash|epa(?:-efe)?|epa/efe|zuma(?: press)?"
    r"|sipa(?: usa| press)?|abaca(?:press)?|nurphoto|rex(?: features)?|handout|hand out|ap photo"
    r"|ap images?|afp photo|pool|white helmets|social media|courtesy|file photo|file image"
    r"|archivbild|archivfoto"
    r"|symbolbild|archives?|archivo|anadolu(?: agency| images)?|middle east images|le pictorium"
    r"|hans lucas|contributor|stringer|screenshot|maxar(?: technologies)?|planet labs|afptv"
    r"|xinhua|"
    r"afp|reuters|ap|dpa|tass|ansa|efe|pa|pa media|pa wire|sana|keystone|scanpix|tt|ntb|bloomberg"
    r"|corbis|polaris|magnum|capa|agency|رويترز|أ ف ب|الفرنسية|الأناضول|غيتي|الجزيرة|أسوشيتد برس"
    r"|フォト)"
)
_ENDS_CREDIT = re.compile(
    rf"(?:[\[(][^\[\]()]{{0,60}}?(?:{_STOCK}|photo|file|foto|archiv\w*)[^\[\]()]{{0,30}}[\])]"
    rf"|[\[(](?:{_CREDIT_CUE})\s?[:：][^\[\]()]{{1,80}}[\])]"
    rf"|(?:\s|^)(?:{_CREDIT_CUE}(?:\sby)?\s?[:：]|©|\(c\)\s)\s?(?-i:[^\Wa-z\d_]|[\"“])[^.!?]{{1,80}}"
    rf"|[|–—-]\s?[^|.!?]{{0,40}}\b{_STOCK}"
    rf"|(?<=\S)\s?/\s?{_STOCK})\s?\.?$",
    re.IGNORECASE,
)
_CREDIT_PARTS = re.compile(
    r"\s*(?:/|\||,|–|—|©|\s-\s|\bvia\b|\bfor\b|\bthrough\b)\s*", re.IGNORECASE
)
_STOCK_ALONE = re.compile(rf"{_STOCK}(?: (?:file|archive|photo|images?))?", re.IGNORECASE)
_NAMED_CREDIT = re.compile(
    rf"^[^\W\d_a-zà-ÿ][\w.'’\-]+(?:\s[^\W\d_][\w.'’\-]*){{0,3}}\s?[(\[](?i:{_STOCK})[)\]]$"
)
_SHARED = re.compile(r"\s(?:with|mit|avec|con)\s", re.IGNORECASE)
MAX_CUE = 200
_CREDIT_WORDS, _NAME_WORDS = 14, 4
_MOST_CREDITED = 3
_LEAD_WORDS = 5
_COMMENTS = re.compile(
    r"^(?:\d[\d.,]*\s)?(?:(?:readers'?|user)?\s?comments|(?:leser)?kommentare|commentaires"
    r"|comentarios|commenti|reacties|kommentarer|комментарии|yorumlar|تعليقات|التعليقات|评论|コメント)"
    r"(?:\s?[(（]?\d*[)）]?)?$"
    r"|^(?:join the (?:conversation|discussion)|leave a (?:comment|reply)|post a comment"
    r"|réagissez.{0,30}|add (?:a )?comment)$",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"^\d{1,2}[:.]\d{2}(?:\s?(?:uhr|h|[ap]\.?m\.?|gmt|utc))?$", re.IGNORECASE)


def is_furniture(line: str) -> bool:
    """Say whether a line is a control of the page: menu, share, advertisement, age, player.

    >>> [is_furniture(line) for line in ("Skip to main content", "Teilen", "02:13", "3 hours ago")]
    [True, True, True, True]
    >>> is_furniture("Harbour reopens after the strike")
    False
    """
    return len(line) <= MAX_CUE and (_FURNITURE.match(line) is not None or reads_on(line))


def heads_comments(line: str) -> bool:
    """Say whether a line heads what readers wrote.

    >>> [heads_comments(line) for line in ("Comments (12)", "24 commentaires", "Comment")]
    [True, True, False]
    """
    return _COMMENTS.match(line) is not None


def is_age(line: str) -> bool:
    """Say whether a line says how long ago something was.

    >>> is_age("3 hours ago"), is_age("vor 5 Minuten"), is_age("Long ago")
    (True, True, False)
    """
    return _AGE.match(line) is not None


def is_clock(line: str) -> bool:
    """Say whether a line is a time of day alone.

    >>> is_clock("16:48"), is_clock("16.48 Uhr"), is_clock("16:48 minutes")
    (True, True, False)
    """
    return _CLOCK.match(line) is not None


def reads_on(line: str) -> bool:
    """Say whether a line leads on to another story, a video or an audio.

    >>> reads_on("Read more: Ferry line cancels all sailings"), reads_on("Lire aussi")
    (True, True)
    """
    return _READS_ON.match(line) is not None


def titles_another(line: str) -> bool:
    """Say whether a line leads on to another story and names it itself.

    >>> titles_another("Read also: Ferry line cancels all sailings"), titles_another("Read also")
    (True, False)
    """
    return reads_on(line) and len(line.split()) > _LEAD_WORDS


def heads_tail(line: str) -> bool:
    """Say whether a line heads a block of other stories.

    >>> heads_tail("More on this story"), heads_tail("Meistgelesen"), heads_tail("More ships left")
    (True, True, False)
    """
    return len(line) <= MAX_CUE and _TAIL.match(line) is not None


def is_legal(line: str) -> bool:
    """Say whether a line speaks of rights, cookies, newsletters or the site's apps."""
    return _LEGAL.search(line) is not None


def closes(line: str) -> bool:
    """Say whether a line names who edited: the article ends above it.

    >>> closes("Edited by: Lena Kraft"), closes("Reporting by A. Haddad; Editing by J. Petersen")
    (True, True)
    """
    return _CLOSES.match(line) is not None


def is_credit(line: str) -> bool:
    """Say whether a line only says whose picture it was.

    >>> [is_credit(line) for line in ("Image: Ana Cruz/AFP", "© Getty Images", "Getty Images")]
    [True, True, True]
    >>> is_credit("Image is everything for the port")
    False
    """
    if len(line.split()) > _CREDIT_WORDS:
        return False
    if _STARTS_CREDIT.match(line) or _NAMED_CREDIT.match(line):
        return True
    parts = [part.strip("()[] .") for part in _CREDIT_PARTS.split(line)]
    stock = [part for part in parts if _STOCK_ALONE.fullmatch(part)]
    # "Ida Grange with AFP, Reuters" is a byline.
    return (
        bool(stock)
        and len(parts) <= _MOST_CREDITED  # more of them are a menu
        and not _SHARED.search(line)
        and all(len(part.split()) <= _NAME_WORDS for part in parts)
    )


def ends_in_credit(line: str) -> bool:
    """Say whether a line is a caption: it ends with whose picture it is.

    >>> ends_in_credit("The pier on Monday [Ana Cruz/AP Photo]")
    True
    >>> ends_in_credit("The harbour reopened (Reuters).")
    False
    """
    return _ENDS_CREDIT.search(line[-MAX_CUE:]) is not None and not line.endswith(").")
