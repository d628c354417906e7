"""Places that other languages call by another name: data. The first name is the one we keep."""

from bot.text.words import fold

# One place a line, as it is called in English, German, French, Spanish, Arabic and Russian,
# inflected where Russian would be. One word each: that is what texts are compared by. Only
# those whose names share too few letters, or whose letters other alphabets do not show.
_NAMES = """
aleppo alep haleb halab alepo حلب алеппо
algiers algier alger argel algerien algerie argelia algeria الجزائر алжир
athens athen athenes atenas أثينا афины афинах
austria osterreich autriche النمسا австрия австрии
baghdad bagdad بغداد багдад багдаде
beirut beyrouth bairut بيروت бейрут бейруте
belgium belgien belgique belgica بلجيكا бельгия бельгии
brazil brasilien bresil brasil البرازيل бразилия бразилии
brussels brussel bruxelles bruselas بروكسل брюссель брюсселе
cairo kairo caire القاهرة каир каире
china chine الصين китай китае китая
cologne koln colonia كولونيا кельн кельне
copenhagen kopenhagen copenhague كوبنهاغن копенгаген копенгагене
damascus damaskus damas damasco دمشق дамаск дамаске
egypt agypten egypte egipto مصر египет египте египта
france frankreich francia فرنسا франция франции
geneva genf geneve ginebra جنيف женева женеве
germany deutschland allemagne alemania ألمانيا германия германии
greece griechenland grece grecia اليونان греция греции
homs حمص хомс
hungary ungarn hongrie hungria المجر венгрия венгрии
india indien inde الهند индия индии
iraq irak العراق ирак ираке ирака
israel إسرائيل израиль израиле израиля
italy italien italie italia إيطاليا италия италии
japan japon اليابان япония японии
jerusalem jerusalen القدس иерусалим иерусалиме
jordan jordanien jordanie jordania الأردن иордания иордании
kyiv kiev kiew كييف киев киеве киева
lebanon libanon liban libano لبنان ливан ливане ливана
lisbon lissabon lisbonne lisboa لشبونة лиссабон лиссабоне
london londres لندن лондон лондоне лондона
milan mailand milano ميلانو милан милане
morocco marokko maroc marruecos المغرب марокко
moscow moskau moscou moscu موسكو москва москве москвы
munich munchen ميونخ мюнхен мюнхене
netherlands niederlande niederlanden هولندا нидерланды нидерландах
norway norwegen norvege noruega النرويج норвегия норвегии
poland polen pologne polonia بولندا польша польше польши
prague prag praga براغ прага праге праги
rome rom roma روما рим риме рима
russia russland russie rusia روسيا россия россии
spain spanien espagne espana إسبانيا испания испании
sweden schweden suede suecia السويد швеция швеции
switzerland schweiz suisse suiza سويسرا швейцария швейцарии
syria syrien syrie siria سوريا سورية сирия сирии
tehran teheran teheran طهران тегеран тегеране
tripoli tripolis طرابلس триполи
tunis tunisia tunesien tunisie tunez تونس тунис тунисе туниса
turkey turkei turquie turquia تركيا турция турции
ukraine ucrania أوكرانيا украина украине украины
venice venedig venise venecia البندقية венеция венеции
vienna wien vienne viena فيينا вена вене вены
warsaw warschau varsovie varsovia وارسو варшава варшаве
"""
PLACES = {fold(name): row.split()[0] for row in _NAMES.strip().splitlines() for name in row.split()}
"""The name we keep of each name of a place, folded."""
