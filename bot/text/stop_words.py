"""The words of each language that carry no news, as they are written."""

# ruff: noqa: RUF001 (look-alike signs are what this file is about)

_EN = """
a about above after again against ago all almost also although always am among an and
another any are aren't around as at away back be became because been before behind being
below between both but by came can cannot can't could couldn't did didn't do does doesn't
doing don't done down during each either else even ever every few for from further get gets
getting go goes going got had hadn't has hasn't have haven't having he her here hers herself
him himself his how however i i'd i'll i'm i've if in into is isn't it its itself it's just
last least less let like made make makes many may me might mine more most much must my
myself near neither never new next no nor not now of off often on once one only onto or
other others our ours ourselves out over own per perhaps put rather really said same saw say
saying says see seen shall she should shouldn't since so some still such take takes taken
than that that's the their theirs them themselves then there these they they're this those
though through till to together too toward towards two under until up upon us very was
wasn't we well went were weren't what whatever when where whether which while who whole whom
whose why will with within without won't would wouldn't yes yet you your yours yourself told
according mr mrs ms year years day days week weeks month months time today yesterday
tomorrow monday tuesday wednesday thursday friday saturday sunday later earlier meanwhile
instead soon nearly
"""
_DE = """
ab aber alle allem allen aller alles als also am an andere anderen anderer anderes auch auf
aus bei beim bereits bin bis bist da dabei dadurch dafür dagegen damit danach dann daran
darauf daraus darf darum das dass daß davon dazu dein deine dem den denen denn der deren des
dessen deshalb die dies diese diesem diesen dieser dieses doch dort du durch ein eine einem
einen einer eines einige einmal er erst es etwa etwas euch euer für gab geben gegen
gegenüber gehen geht gibt habe haben hat hatte hatten hier hin hinter ich ihm ihn ihnen ihr
ihre ihrem ihren ihrer im immer in ins ist ja jede jedem jeden jeder jedes jedoch jetzt kann
kein keine keinen keiner können könnte könnten lassen laut machen man mehr mehrere mein
meine mit muss müssen nach nachdem neben nein neue neuen nicht nichts noch nun nur ob oder
ohne sagte sagt sehr sei seien sein seine seinem seinen seiner seit selbst sich sie sind so
sogar solche soll sollen sollte sondern sonst sowie über um und uns unser unter viel viele
vom von vor war waren was wegen weil weiter weitere weiteren welche wenn wer werde werden
wie wieder will wir wird wo wohl wollen worden wurde wurden während würde würden zu zum zur
zwar zwei zwischen montag dienstag mittwoch donnerstag freitag samstag sonntag heute gestern
morgen jahr jahre jahren tag tage uhr
"""
_FR = """
a afin ai ainsi alors après au aucun aussi autre autres aux avait avant avec avoir beaucoup
bien c car ce cela celle celles celui ces cet cette ceux chaque chez comme comment contre d
dans de depuis derrière des dès deux devant dit doit donc dont du elle elles en encore entre
est et étaient était été être eu eux fait faire fois font hier ici il ils j je jusqu l la là
le les leur leurs lors lui m ma mais me même mes moins mon n ne ni nos notre nous on ont ou
où par parce pas pendant peu peut plus plusieurs pour pourquoi qu quand que quel quelle
quelles quels qui s sa sans se selon sera seront ses si sien soit son sont sous sur t ta
tandis te tel tes toi ton tous tout toute toutes très trop tu un une vers voici vos votre
vous y lundi mardi mercredi jeudi vendredi samedi dimanche an ans année années jour jours
déclaré indiqué affirmé
"""
_ES = """
a al algo alguien algún alguna algunas alguno algunos ante antes aquel aquella aquello aquí
así aun aún aunque ayer bajo bien cada casi como cómo con contra cual cuál cuando cuándo de
del desde donde dónde dos durante e el él ella ellas ello ellos en entre era eran es esa
esas ese eso esos está están esta estas este esto estos fue fueron ha había habían han hasta
hay hace hacia hizo hoy la las le les lo los luego más me mi mientras mis mismo mucho muchos
muy nada ni no nos nosotros nuestra nuestro o os otra otras otro otros para pero poco por
porque pues que qué quien quién quienes se sea según ser será si sí sido sin sobre son su
sus también tan tanto te tiene tienen toda todas todo todos tras tu tus un una uno unos
usted y ya yo lunes martes miércoles jueves viernes sábado domingo año años día días dijo
afirmó señaló aseguró
"""
_IT = """
a ad ai al alla alle allo anche ancora avere aveva c che chi ci come con contro cosa così
cui d da dagli dai dal dalla dalle dallo degli dei del della delle dello dentro di dopo dove
due e è ed era erano essere fa fino fra gli ha hanno ho i il in io l la le lei li lo loro
lui ma me mentre mi mio molto ne né negli nei nel nella nelle nello noi non nostro o ogni
oggi oltre per perché più poi prima qua quale quando quanto quella quelle quelli quello
questa queste questi questo qui se sempre senza si sia sono sopra sotto su sua sue sugli sui
sul sulla sulle suo suoi tra tu tutti tutto un una uno vi anni anno giorno giorni ieri detto
"""
_PT = """
a à ainda ao aos aqui as às até cada com como contra da das de dela dele deles depois desde
do dos e é ela elas ele eles em entre era eram essa esse esta está estão este eu foi foram
há isso isto já lá mais mas me mesmo meu minha muito na nas nem no nos nós não o onde ontem
os ou para pela pelas pelo pelos por porque qual quando que quem se sem ser será seu seus si
sobre sua suas são só também te tem têm todo todos tudo um uma uns você ano anos dia dias
hoje disse afirmou segundo
"""
_NL = """
aan al alle als altijd andere ben bij daar dan dat de der deze die dit doen door dus een en
er ge geen geweest haar had heb hebben heeft hem het hier hij hoe hun iemand iets ik in is
ja je kan kon kunnen maar me meer men met mij mijn moet na naar niet niets nog nu of om
omdat onder ons ook op over reeds te tegen toch toen tot u uit uw van veel voor want waren
was wat we werd wezen wie wij wil worden wordt zal ze zei zelf zich zij zijn zo zonder zou
jaar dag gisteren vandaag volgens
"""
_AR = """
في من إلى على عن مع هذا هذه ذلك تلك التي الذي الذين اللذان كان كانت يكون تكون قد لقد لا لم
لن ما ماذا متى أين كيف كل بعض غير بين بعد قبل عند حتى حيث إن أن إذا أو أم ثم بل لكن هو هي هم
هن نحن أنا أنت كما كذلك أيضا فقط منذ خلال ضد حول تحت فوق أي أية ليس ليست قال قالت وقال وقالت
أضاف أكد وفي ومن وعلى وإلى وكان وكانت عليه عليها فيه فيها منه منها له لها به بها لدى سوف يوم
عام اليوم أمس و يا
"""
_RU = """
а без более бы был была были было быть в вам вас весь во вот все всего всех вы где да даже
для до его ее ей ему если есть еще же за здесь и из или им их к как когда который которые
которая кто ли между меня мне может мы на над надо нам нас не него нее нет ни них но о об
один он она они оно от перед по под после потом потому при про с сам свой себя со так также
там тем то того тоже только том ты у уже хотя чего чем через что чтобы эта эти это этого
этой этом этот я год года лет день сказал заявил сообщил
"""
_SV = """
alla allt än att av blev bli blir både då de dem den denna deras dess det detta dig din dock
du där efter ej eller en ett ett för från ha hade han hans har hennes här hon hur i icke in
inte inom jag ju kan kunde man med mellan men mig min mot mycket ni nu när någon några och
om oss på sade sedan sig sin sina själv ska skulle som så till under upp ut utan vad var
vara vi vid vilken vår år
"""

RAW: dict[str, frozenset[str]] = {
    "en": frozenset(_EN.split()),
    "de": frozenset(_DE.split()),
    "fr": frozenset(_FR.split()),
    "es": frozenset(_ES.split()),
    "it": frozenset(_IT.split()),
    "pt": frozenset(_PT.split()),
    "nl": frozenset(_NL.split()),
    "ar": frozenset(_AR.split()),
    "ru": frozenset(_RU.split()),
    "sv": frozenset(_SV.split()),
}
"""Stop words as they are written, by language code; `words.is_stop` folds them."""
