"""Words of news that mean the same, and those that mean the opposite: data for the thesaurus.

A row is words of one meaning; after a bar stand those of the opposite meaning. Forms that no
stemmer brings together are named one by one. A word may stand in several rows. Semicolons part
rows.
"""

ENGLISH = """
rise rose risen climb increase grow grew grown gain jump surge soar rocket swell expand up higher
upturn advance mount escalate | fall fell fallen drop decline decrease sink sank sunk plunge
tumble slump shrink shrank plummet dip slide slid down lower downturn dwindle ease recede reduce
diminish collapse contract weaken lessen reduction; raise increase hike lift boost up enhance |
cut lower reduce slash trim curb slashed lessen decrease; more greater higher extra additional
further | less fewer lower; most majority | few minority; many numerous several multiple plenty
scores dozens | few handful; above over exceed beyond | below under beneath; maximum most highest
top peak record | minimum least lowest bottom; large big huge massive vast enormous giant major
sizeable substantial great considerable hefty giant behemoth | small little tiny minor slight
modest minimal negligible; sharp steep dramatic drastic considerable significant strong severe
precipitous | slight gradual modest mild moderate gentle; strong powerful robust solid | weak
feeble fragile frail; fast quick rapid swift speedy prompt | slow sluggish gradual; early soon
premature | late delayed belated; before prior ahead previously earlier until | after following
afterwards later since subsequently; begin began begun start launch open commence initiate kick
embark | end stop finish conclude cease halt terminate close; open opened reopen unlock | close
closed shut shutter seal; first initial opening original | last final closing ultimate; new fresh
latest recent novel | old ancient former aged outdated; young youthful junior | old elderly
senior; win won victory triumph prevail beat succeed secure | lose lost defeat defeated loss;
winner victor champion | loser; success triumph breakthrough achievement | failure flop fiasco
setback; succeed manage accomplish | fail failed struggle; pass approve accept adopt back endorse
ratify agree authorise authorize permit allow grant | reject refuse deny turn decline veto block
oppose disapprove dismiss; support back favour favor endorse champion advocate supportive | oppose
resist reject fight protest opposition object against; supporter backer proponent advocate ally |
opponent critic adversary rival enemy foe; allow permit let enable authorise authorize | ban bar
prohibit forbid forbade block prevent outlaw stop; legal lawful legitimate | illegal unlawful
illegitimate illicit; legalise legalize decriminalise decriminalize | criminalise criminalize ban
outlaw; confirm verify acknowledge admit concede accept recognise recognize confess | deny denied
refute dispute dismiss reject; guilty convicted | innocent acquitted cleared; convict condemn |
acquit clear exonerate absolve; arrest detain custody jail imprison hold held captured capture nab
apprehend | release free freed liberate; charge accuse indict prosecute allege | clear acquit
exonerate; praise applaud laud commend hail welcome celebrate cheer | criticise criticize condemn
denounce slam blast attack lambast rebuke decry censure; praise compliment acclaim | criticism
condemnation censure; welcome glad greet embrace | regret lament deplore; agree agreement deal
accord consensus pact treaty settlement compromise | disagree disagreement dispute rift split;
include contain comprise feature incorporate | exclude omit; join enter enrol enroll joined |
leave left quit exit withdraw withdrew depart abandon; arrive come came reach land | depart leave
left go departed; enter entry | exit leave; add | remove subtract deduct; give gave given provide
offer supply donate grant hand deliver contribute | take took taken seize withdraw deprive; buy
bought purchase acquire acquisition takeover | sell sold sale divest; buyer purchaser customer
client shopper consumer | seller vendor supplier; import | export; lend lent loan | borrow; hire
recruit employ appoint | fire sack dismiss layoff redundant axe; appoint name elect install
nominate | oust remove dismiss sack depose; profit earnings gain | loss deficit; gain add attract
earn | lose lost shed; surplus | deficit shortfall shortage; cheap inexpensive affordable |
expensive costly dear pricey; rich wealthy affluent | poor impoverished needy; safe secure safety
| dangerous unsafe risky hazardous perilous risk danger; danger threat risk hazard menace peril;
threaten menace endanger jeopardise jeopardize | protect defend guard shield safeguard; attack
assault strike hit raid offensive bombard | defend defence defense protect; peace truce ceasefire
calm | war conflict fighting battle hostilities combat; peaceful calm quiet | violent turbulent;
build built construct erect | destroy demolish raze wreck ruin tear dismantle; create establish
found set form launch | abolish dissolve scrap destroy eliminate; improve better enhance recover
upgrade strengthen | worsen deteriorate worse degrade aggravate; better best superior | worse
worst inferior; good positive favourable favorable beneficial | bad negative unfavourable
unfavorable harmful poor; advantage benefit plus | disadvantage drawback; healthy well | ill sick
unhealthy unwell; live alive survive survived living | die died dead kill killed dying; birth born
| death died; save rescue saved | kill endanger abandon; survivor | victim fatality; hot warm heat
| cold cool chilly freezing; wet rain rainy flood | dry drought arid; high tall | low short; long
lengthy extended | short brief; longer | shorter; extend prolong lengthen | shorten curtail cut;
full complete entire whole total | empty partial; all every entire whole each | none no some;
always constantly permanently | never rarely seldom; often frequently regularly commonly | rarely
seldom infrequently; usually generally typically normally commonly mostly; common widespread
prevalent frequent usual typical | rare uncommon unusual scarce; public | private; male man men
boy gentleman | female woman women girl lady; father dad | mother mum mom; husband | wife; son |
daughter; brother | sister; uncle | aunt; king | queen; north northern | south southern; east
eastern | west western; left left-wing liberal | right right-wing conservative; inside indoors
within | outside outdoors; internal domestic home national local | external foreign international
overseas abroad; worldwide global globally international internationally world | local national
domestic; urban city | rural country countryside; same identical equal unchanged | different other
distinct; similar alike comparable | different unlike dissimilar; temporary interim provisional
short-term | permanent lasting long-term; stable steady unchanged constant | unstable volatile
fluctuating; true genuine real authentic correct accurate right | false fake untrue bogus wrong
incorrect inaccurate erroneous; certain sure definite | uncertain unsure doubtful; likely probable
expected | unlikely improbable; possible feasible | impossible; easy simple straightforward |
difficult hard complex tough challenging; optimistic hopeful upbeat confident | pessimistic
gloomy; happy pleased delighted glad satisfied | sad unhappy upset angry disappointed; love like
enjoy adore | hate dislike loathe; friend ally partner | enemy foe rival; encourage urge promote |
discourage deter; urge call appeal ask request demand plead exhort implore press; warn caution
alert | reassure; remember recall recollect | forget forgot forgotten; remain stay continue keep
kept persist leave left | change; continue proceed resume carry persist | stop halt cease suspend
pause interrupt; resume restart | suspend halt pause stop; cancel scrap abandon axe drop shelve
ditch withdraw call | confirm keep; postpone delay defer push | bring advance; accelerate hasten
speed quicken | slow delay brake; ahead forward | behind back; lead led top head | trail lag;
attract draw lure | repel deter; hide hid conceal cover | reveal disclose show expose uncover
unveil; reveal disclose announce unveil expose show | conceal hide; known famous familiar renowned
| unknown obscure anonymous; visible | invisible hidden; military armed army | civilian; voluntary
| compulsory mandatory obligatory forced; optional | mandatory required compulsory; single
unmarried | married; marry wed | divorce; win victory | defeat; majority | minority; maximum |
minimum; morning | evening night; day daytime | night overnight; upper | lower; front | rear back;
modern contemporary | ancient traditional; traditional conventional | modern; guilt | innocence;
free fair just | unfair unjust rigged; credit | debit debt; hope optimism | despair; trust
confidence faith belief | distrust doubt suspicion mistrust; respect | contempt; victory win
triumph | defeat loss; support backing | opposition resistance; increase rise growth gain uptick
hike jump surge boost | decrease fall drop decline reduction cut slump dip; expand enlarge broaden
widen grow | contract shrink narrow; tighten toughen strict stricter stringent harden | loosen
relax ease lax; harsh severe tough strict | lenient mild soft; employed working | unemployed
jobless; present attending attend | absent missing; lock | unlock; tie connect link join bind
associate relate | separate sever divide split; unite united | divide divided split; far distant
remote | near close nearby; heavy | light; wide broad | narrow; deep | shallow; thick | thin;
clean | dirty polluted contaminated; active | inactive dormant idle; lucky fortunate | unlucky
unfortunate; voluntarily willingly | reluctantly unwillingly forcibly; willing ready prepared
eager keen | reluctant unwilling; despite although though | because; criminal illegal | lawful;
effective successful | ineffective unsuccessful; efficient | inefficient wasteful; available
accessible | unavailable inaccessible; direct | indirect; major key main central principal chief
primary essential crucial important vital significant critical | minor peripheral secondary
trivial unimportant; say said tell told state declare announce report mention add comment note
remark explain describe claim assert; admit concede acknowledge confess recognise recognize accept
own; claim allege assert contend maintain argue insist; believe think thought consider regard view
see seen deem deemed feel judge perceive reckon; call name dub brand label term describe refer
refers; know known recognise recognize identify identified acknowledged described referred called
regarded; estimate reckon calculate project forecast predict expect anticipate foresee; plan
intend aim propose seek sought hope want wish; decide choose chose opt determine resolve pick
select; try attempt seek endeavour endeavor strive; help assist aid support back; show reveal
indicate demonstrate display exhibit suggest prove; find found discover detect locate uncover
spot; look search seek hunt examine explore; examine inspect study investigate probe review
analyse analyze assess scrutinise evaluate explore; investigation inquiry probe enquiry inquest
examination review; study research survey report analysis paper; scientist researcher academic
expert specialist; expert specialist analyst; make made produce create manufacture generate; cause
trigger prompt spark provoke lead led result bring brought induce ignite; use utilise utilize
employ apply deploy; get got gotten obtain receive gain acquire secure earn; keep kept retain
maintain preserve hold held; move shift transfer relocate; send sent dispatch ship deliver
transmit; carry transport convey; travel journey trip visit tour; fly flew flown flight; drive
drove driven; run ran operate manage; walk march stroll; meet met encounter meeting talks gather;
play meet face; gather assemble collect congregate meet; talk speak spoke discuss conversation
discussion chat; talks negotiations discussions dialogue; negotiate bargain; write wrote written
pen author; publish release issue print; release issue unveil launch publish; happen occur take
took place transpire; event incident occurrence; accident crash collision mishap incident; crash
collide smash collision wreck; explode explosion blast detonate bomb; fire blaze inferno burn
burnt flames wildfire; burn burnt torch scorch char; flood inundate deluge submerge swamp; storm
hurricane cyclone typhoon tempest; earthquake quake tremor; disaster catastrophe tragedy calamity;
emergency crisis; damage harm hurt injure wound hit impair; injure wound hurt injury; injury
wound; die died dead death decease perish pass passed demise killed fatality passing succumb; kill
killed slay murder slain; murder killing homicide slaying; victim casualty sufferer; disease
illness sickness ailment condition infection; sick ill unwell; infection case illness; virus
pathogen bug; doctor physician medic; patient sufferer; hospital clinic; medicine drug medication
treatment; treat cure heal; vaccine jab shot vaccination inoculation; outbreak epidemic pandemic;
police officer constable cop authorities; authorities officials government; official officer
representative authority spokesman spokeswoman spokesperson; government administration cabinet
state authorities ministers; minister secretary; president leader head; prime premier; leader head
chief boss president; boss chief head leader executive manager director ceo chairman; company firm
business corporation enterprise group; factory plant; worker employee staff labourer laborer
workforce; staff workforce personnel employees workers team; job post position role employment;
union guild federation; strike walkout stoppage; pay wage salary earnings compensation; pay paid
spend spent fund finance; money cash funds funding finance sum; cost price expense charge fee;
price cost; tax levy duty tariff; budget spending; debt borrowing loan; bank lender; market bourse
exchange; share stock equity; investor shareholder; economy economic; customer client shopper
consumer buyer user; product goods item; food meal; election poll vote ballot; vote ballot poll;
candidate contender nominee; voter elector electorate; party faction; parliament assembly
legislature congress; lawmaker legislator parliamentarian congressman senator deputy; law
legislation act statute bill rule regulation; rule regulation guideline law; court tribunal; judge
justice magistrate; lawyer attorney barrister solicitor counsel; trial case hearing proceedings
lawsuit; lawsuit suit case action; sue litigate; sentence jail imprison punishment punish; prison
jail; prisoner inmate detainee captive; crime offence offense felony; criminal offender
perpetrator culprit; suspect accused defendant; attacker assailant gunman shooter; thief robber
burglar; steal stole stolen theft rob robbery loot; protest demonstration rally march; protester
demonstrator activist campaigner; riot unrest disorder clash; clash fight battle skirmish
confrontation; soldier troop serviceman fighter trooper; troops soldiers forces army; rebel
insurgent militant guerrilla; weapon arm gun arms; missile rocket; war conflict; border frontier;
refugee migrant asylum displaced; flee fled escape run; evacuate leave clear; home house residence
dwelling property; building structure property; road street highway motorway route; car vehicle
automobile; truck lorry; plane aircraft jet airliner airplane; ship vessel boat; train rail
railway; airport airfield; city town municipality; village hamlet settlement; country nation
state; area region zone district territory part; place location site spot venue point; place spot
site location haunt hangout point area; meeting gathering assembly rendezvous; resident inhabitant
local citizen; citizen national resident; people persons individuals humans public folk; person
individual human; child kid youngster minor children; baby infant newborn; teenager teen
adolescent youth; woman female lady; man male; family relatives kin household; parent mother
father; friend pal; neighbour neighbor; student pupil learner; teacher educator instructor; school
college academy; university college; footballer player; player athlete; coach manager trainer;
team side squad club; match game fixture contest; tournament competition championship cup; goal
strike; score net; fan supporter; film movie picture; actor star performer; singer musician artist
vocalist; song track single; show programme program series; book novel; website site; phone
telephone mobile smartphone; call telephone phone; picture photo photograph image; video footage
clip film; internet web online; social media; technology tech; power electricity energy; oil
petroleum crude; gas fuel; climate environment; pollution contamination; animal creature beast;
bird fowl poultry; dog canine; year annual; month monthly; week weekly; decade; about around
roughly approximately some nearly almost circa; nearly almost about approximately close; only just
merely solely; also too additionally; however but yet though; because since due owing; via
through; per each; amid during among; during while amid throughout; suddenly abruptly
unexpectedly; immediately instantly promptly; probably likely; reportedly allegedly; currently now
presently today; recently lately; previously earlier formerly before; soon shortly; quickly
rapidly swiftly fast; significantly substantially considerably greatly markedly sharply; slightly
marginally modestly; mainly mostly primarily largely chiefly; completely totally fully entirely
wholly; especially particularly notably; shock stun surprise astonish amaze; angry furious
outraged irate; anger fury outrage rage; worry concern fear anxiety; fear dread worry concern;
afraid scared frightened fearful; sad unhappy sorrowful; important significant key crucial vital;
needed necessary required essential; need require must; enough sufficient adequate; huge enormous
giant massive; deadly fatal lethal; fatal deadly; serious severe grave critical; severe serious
acute intense; historic landmark historical; famous renowned celebrated well-known; popular
favourite favorite; special particular; controversial contentious disputed; alleged suspected;
fake counterfeit forged; hidden secret covert clandestine; secret confidential; complex
complicated; clear obvious evident; issue problem matter trouble difficulty; problem difficulty
issue trouble challenge; challenge test; solution answer remedy; answer reply respond response;
question query ask; idea concept notion; reason cause motive; result outcome consequence effect;
effect impact consequence influence; affect impact influence hit; goal aim target objective
purpose; target aim; step measure move action; measure step action; effort attempt bid; bid
attempt offer; offer proposal bid; proposal plan suggestion; suggest propose recommend advise
imply; recommend advise suggest; advise recommend counsel; order command instruct direct; instruct
order tell; force compel oblige make; pressure push press; push press drive; control rule command
govern; capture seize take took; seize grab confiscate capture take; block obstruct bar; stop halt
prevent cease block; prevent avert avoid stop; avoid evade prevent; protect guard shield defend;
monitor watch observe track supervise; watch see view observe; spread expand extend; share split
divide; divide split separate; split divide; damage destroy; repair fix mend restore; replace
substitute succeed swap; change alter modify adjust amend; change shift alteration; develop evolve
grow; complete finish accomplish; finish complete end; achieve attain reach accomplish; reach hit
attain arrive; exceed surpass top outstrip beat; match equal; double twofold twice; triple treble;
half halve; quarter fourth; vow pledge promise swear swore commit; promise pledge vow; threaten
warn; blame fault; responsible liable accountable; apologise apologize sorry; honour honor award
tribute; award prize; celebrate mark commemorate; mourn grieve; resign quit step stepped; retire;
replace succeed; return come back; visit tour trip; stay remain; wait await; expect await
anticipate; face confront; suffer endure experience undergo; experience undergo; lack shortage
want; shortage scarcity lack; supply provide; demand call; restrict limit curb constrain; limit
restrict cap; restriction curb limit; condition term; status state condition; situation
circumstances conditions; level rate degree; rate pace level; number total figure count; total sum
overall; amount quantity sum; part portion share section; section part; group band gang; kind type
sort form; way method manner; system scheme; scheme plan programme program project; project plan
scheme; programme program scheme; campaign drive; site location; fall tumble plunge plummet slip
drop trip dive; cliff clifftop bluff precipice; coast shore seaside; sea ocean; river stream;
mountain peak; forest wood woodland; farm ranch; farmer grower; crop harvest
"""

GERMAN = """
stieg stiegen steigt gestiegen zugenommen wuchs | fiel fielen sank sanken sinkt gesunken gefallen
abgenommen schrumpfte; erhöht erhöhte erhöhen | gesenkt senkte senken gekürzt; öffnen geöffnet
öffnet offen eröffnet | schließen geschlossen schließt gesperrt; gewann gewonnen gewinnt siegte |
verlor verloren verliert; mehr höher | weniger niedriger; vor | nach; über | unter; angenommen
zugestimmt gebilligt akzeptiert | abgelehnt verworfen zurückgewiesen; bestätigt bestätigte |
dementiert bestritt bestritten; begonnen begann startete | beendet endete; verhaftet festgenommen
| freigelassen entlassen; schuldig verurteilt | unschuldig freigesprochen; gekauft kaufte |
verkauft verkaufte; Erfolg | Misserfolg Niederlage; Gewinn | Verlust; stark | schwach; neu neue |
alt alte; Norden | Süden; Osten | Westen; früher | später; schneller | langsamer; größer |
kleiner; legal | illegal; getötet tot gestorben
"""

FRENCH = """
augmenté augmente augmentation monté hausse progressé grimpé | baissé baisse diminué diminue chuté
recul reculé; ouvert ouverte ouvrir rouvrir rouvert ouvre | fermé fermée fermer ferme clos; gagné
remporté gagne | perdu perd; plus davantage | moins; avant | après; accepté approuvé adopté |
refusé rejeté; confirmé confirme admis reconnu | démenti nié; commencé débuté commence | terminé
fini achevé; arrêté arrêtée | libéré libérée relâché; coupable | innocent acquitté; acheté |
vendu; succès | échec; bénéfice profit | perte; fort | faible; nouveau nouvelle | ancien ancienne;
nord | sud; est | ouest; plus tôt | plus tard; rapide | lent; légal | illégal; condamné condamnée
| acquitté acquittée relaxé; construit | détruit; manifesté défilé; mort morts tué tués décédé
"""

SPANISH = """
subió subieron aumentó aumentaron creció alza aumento | bajó bajaron cayó cayeron disminuyó
descendió redujo baja; abrió abierto abierta abrir reabrir reabrió | cerró cerrado cerrada cerrar;
ganó ganaron | perdió perdieron; más | menos; antes | después; aceptó aprobó aprobaron adoptó |
rechazó rechazaron vetó; confirmó admitió reconoció | negó desmintió; empezó comenzó inició |
terminó acabó finalizó; detenido detenida arrestado | liberado liberada; culpable condenado
condenada | inocente absuelto absuelta; compró | vendió; éxito | fracaso; beneficio ganancia |
pérdida; fuerte | débil; nuevo nueva | antiguo antigua viejo; norte | sur; este | oeste; rápido |
lento; legal | ilegal; construyó | destruyó; muertos murieron fallecieron fallecidos muerto murió
"""

ARABIC = """
ارتفع ارتفعت ارتفاع زاد زادت | انخفض انخفضت انخفاض تراجع تراجعت هبط; فتح فتحت يفتح مفتوح | أغلق
أغلقت إغلاق مغلق; فاز فازت | خسر خسرت; أكثر | أقل; قبل | بعد; وافق وافقت قبلت | رفض رفضت; أكد أكدت
| نفى نفت; بدأ بدأت | انتهى انتهت; اعتقل اعتقلت | أفرج أطلق; شمال | جنوب; شرق | غرب; قتل قتلت مقتل
قتلى
"""

SIBLINGS = """
millimetre centimetre metre kilometre mile foot feet inch yard; gram kilogram tonne ton pound
ounce; hectare acre; minute hour day week month year decade century; first second third fourth
fifth sixth seventh eighth ninth tenth; spring summer autumn winter; north south east west; son
daughter brother sister mother father uncle aunt husband wife; Tag Woche Monat Jahr Stunde; jour
semaine mois an heure; día semana mes año hora; erste zweite dritte vierte fünfte; premier
deuxième troisième quatrième cinquième; primero segundo tercero cuarto quinto
"""
