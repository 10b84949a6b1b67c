### Questions of patients and families and their answers, in plain words: topics, questions, answers.
### Which answer holds for whom, and its sources, stand in crates/practice/answers/answers.toml.
### Paragraphs of an answer are parted by an empty line.

## Léčba

topic-therapy = Léčba

question-how-it-works = Jak pumpa funguje?
answer-how-it-works-constant-flow =
    Vaše pumpa leží pod kůží a lék má v malé nádržce, které se říká zásobník. Tenká hadička, katetr, vede z pumpy do tekutiny kolem míchy. Lék teče stálou rychlostí, která byla nastavena ve výrobě.

    Chce-li ošetřující tým změnit vaši dávku, naplní pumpu silnějším nebo slabším roztokem léku.

answer-how-it-works =
    Pumpa leží pod kůží a lék má v malé nádržce, které se říká zásobník. Tenká hadička, katetr, vede z pumpy do tekutiny kolem míchy. Pumpa podává lék stále, v řízeném množství.

    Ošetřující tým může dávku změnit naprogramováním pumpy. Pumpa při tom zůstává v těle.

question-what-is-it = Co je intratekální baklofen?
answer-what-is-it =
    Baklofen je lék proti spasticitě, to znamená proti ztuhlým svalům a křečím. Intratekální znamená: do tekutiny kolem míchy. Lék je k tomu rozpuštěn ve slané vodě.

    Lék určený do pumpy se nikdy nepodává do žíly, do svalu, pod kůži ani do prostoru vně obalu míchy.

question-why-if-tablets-failed = Proč by měla pumpa pomoci, když tablety nepomohly?
answer-why-if-tablets-failed =
    Pumpa přivádí baklofen přímo do tekutiny kolem míchy. V krvi je ho pak asi 100krát méně než při užívání tablet. Celková dávka je nižší a na zbytek těla působí méně.

    Ve Spojených státech je léčba určena pro lidi s těžkou spasticitou. Pokud je příčina v míše, musí platit, že tablety nepomohly nebo způsobily příliš velké potíže. Zkouška před operací ukáže, zda lék u vás účinkuje.

question-cure = Vyléčí mě to?
answer-cure =
    Lék mírní spasticitu, dokud teče. Pokud se jeho přívod přeruší, spasticita, kterou jste měli dříve, se vrátí.

    Ostatní vám řekne vaše klinika, hlavně o nemoci nebo poranění, které spasticitu způsobuje.

question-severe-spasticity = Co je těžká spasticita?
answer-severe-spasticity =
    Spasticita znamená, že svaly jsou příliš ztuhlé nebo se samy od sebe křečovitě stahují. Těžká se jí říká tehdy, když brání v pohybu, péči, pohodlí nebo každodenním životě. Příkladem jsou potíže při chůzi s pomůckami, potíže při sezení na vozíku, přerušovaný spánek, bolest nebo obtížné oblékání.

    Ošetřující týmy ji také měří pomocí bodů. Jedno britské pravidlo pro dospělé požaduje nejméně 4 body za ztuhlost ve dvou nebo více svalových skupinách, nebo nejméně 3 body za křeče, nebo obojí.

question-what-may-improve = Co se může v každodenním životě zlepšit?
answer-what-may-improve =
    Cílem je ulehčit to, co spasticita nebo dystonie (svaly, které se samy od sebe stahují a kroutí) ztěžuje. Může to být chůze s pomůckami, sezení na vozíku, spánek, bolest, terapie, oblékání a péče, nebo každodenní život, který narušuje náhlá ztuhlost.

    Před rozhodnutím se s ošetřujícím týmem dohodnete na cílech, které jsou pro vás reálné. Co se zlepší, je u každého člověka jiné.

question-work-hobbies-relationships = Co to znamená pro práci, koníčky a vztahy?

question-feels-like = Jaký je to pocit, mít tuto léčbu?

question-others-like-me = Jsou i jiní lidé jako já?
answer-others-like-me =
    Ano. Jen jeden registr sledoval 1743 pacientů s touto léčbou na 53 místech.

    Ptají se na ni lidé s velmi různými nemocemi. Patří k nim mozková obrna, poranění míchy, roztroušená skleróza, cévní mozková příhoda a těžká dystonie (svaly, které se samy od sebe stahují a kroutí).

question-are-pumps-new = Jsou tyto pumpy nové?
answer-are-pumps-new =
    Ne. Zprávy o doplňování takových pump sahají nejméně do roku 1996.

    Jeden registr zkoumal, zda lidé u léčby zůstávají. Po 10 letech ji stále používalo asi 87 ze 100 dospělých a asi 76 ze 100 dětí a mladých lidí.

question-available-everywhere = Jsou lék a zkušený lékař dostupní všude?

## Je to pro mě vhodné?

topic-deciding = Je to pro mě vhodné?

question-suitable = Je pro mě tato léčba vhodná?
answer-suitable =
    Může být, pokud těžká spasticita brání v pohybu, péči, pohodlí nebo každodenním životě. Zkušební injekce musí pomoci, ve vašem těle musí být místo pro pumpu, nesmíte mít infekci a nesmíte mít alergii na baklofen.

    Některé věci mluví proti léčbě, ale nevylučují ji: cíle, kterých nelze dosáhnout, nebo problémy s duševním zdravím, s domácí situací nebo s náklady. Shunt (spojka), který odvádí mozkomíšní mok, proti ní nemluví. Ošetřující tým s vámi posoudí celkovou situaci.

question-not-suitable = Pro koho není vhodná?
answer-not-suitable =
    Léčba není pro lidi, kteří mají alergii na baklofen, kteří mají infekci nebo jejichž tělo je pro pumpu příliš malé. Není ani pro lidi, u kterých by pumpa musela ležet hlouběji než 2,5 cm nebo jejichž páteř má takový tvar, že umístění částí je obtížné.

    Pokud největší zkušební dávka nepomůže, pumpa není správná cesta. Po úrazovém poranění mozku se má podle úředního textu k léku čekat nejméně 1 rok.

question-allergy-baclofen = Co když mám alergii na baklofen?
answer-allergy-baclofen =
    Řekněte to ošetřujícímu týmu před jakoukoli zkouškou. Lidé s alergií na baklofen tuto léčbu mít nesmějí.

question-body-size = Je moje tělo nebo tělo mého dítěte dost velké?
answer-body-size =
    Tělo musí být dost velké, aby pumpu uneslo. Pumpa nesmí ležet hlouběji než 2,5 cm pod kůží.

    O žádné nejnižší hmotnosti nevíme. Ošetřující tým změří a rozhodne.

question-children = Je léčba i pro děti?
answer-children =
    Ano. V Evropě se lék smí používat i od 4 let do věku pod 18 let. Britské doporučení myslí na děti, které mají spasticitu na obou stranách těla a které k pohybu potřebují pomůcky nebo vozík.

    Proti mluví příliš malé tělo nebo infekce. Při epilepsii, krvácivých poruchách, zpevněné páteři, špatné výživě nebo dýchacích potížích je tým zvlášť opatrný.

question-which-illnesses = Při kterých nemocech se o ní uvažuje?
answer-which-illnesses =
    Lékaři o ní mohou uvažovat po poranění míchy, po cévní mozkové příhodě nebo, ve vybraných případech, po poranění mozku nebo míchy. Mohou o ní uvažovat při mozkové obrně, při roztroušené skleróze a podobných nemocech, při těžké dystonii (svaly, které se samy od sebe stahují a kroutí), po infekcích nervového systému a při některých druzích nervové bolesti.

    Samotný název nemoci nerozhoduje.

question-how-decided = Jak se rozhoduje a kdo rozhoduje?
answer-how-decided =
    Rozhodujete společně vy, vaše rodina a ošetřující tým. Tým posoudí nervy a svaly, co jste už zkusili, co zvládnete a čeho může ještě dosáhnout rehabilitace (cvičení a terapie).

    Cíle musí být reálné. Musíte mít také možnost docházet dlouhou dobu na kontroly.

question-other-options = Mám jiné možnosti?
answer-other-options =
    Ano, promluvte si o nich, než se rozhodnete. Existují způsoby léčby bez operace, přizpůsobené vám. Existuje operace, při které se přetnou vybrané nervové kořeny u páteře, nazývá se selektivní dorzální rizotomie. Existují také přístroje, které působí na nervy slabým elektrickým proudem, a injekce látky zvané fenol.

    Ošetřující tým vám řekne, které z nich odpovídají vaší situaci.

question-too-late = Může být na léčbu příliš pozdě?
answer-too-late =
    Panel odborníků říká, že tato léčba není poslední možností. Není jen pro dobu, kdy už nic jiného nezbývá. U dětí, jejichž páteř bude operací zpevněna, se má podle britského doporučení pumpa umístit před touto operací.

    Nevíme o žádném věku ani době, kdy by už bylo příliš pozdě. Ostatní vám řekne vaše klinika.

question-insurance = Hradí to moje pojišťovna?

question-second-opinion = Mohu získat druhý názor, i z jiné země?
answer-second-opinion =
    Požádejte o něj, pokud vám radili různě. Některé kliniky nabízejí druhý názor a některé přijímají pacienty z jiných zemí poté, co si nejdřív přečtou jejich zprávy.

    Co nabízí vaše vlastní klinika, vám řekne ona sama.

## Zkouška před pumpou

topic-testing = Zkouška před pumpou

question-test-before = Mohu to vyzkoušet, než se zavážu?
answer-test-before =
    Ano. Před jakoukoli operací se lék vyzkouší injekcí do tekutiny v dolní části zad. Účinek zkušební dávky trvá 4 až 8 hodin.

    Zkouška se odloží, když jste nemocní: například při nové atace vaší nemoci, při zánětu močového měchýře nebo při proleženině.

question-test-how = Jak zkouška probíhá?
answer-test-how =
    Lékař podá jednu dávku do tekutiny v dolní části zad. První dávka je obvykle 50 mikrogramů, velmi malé děti mohou začít s 25 mikrogramy. Tým vás potom 4 až 8 hodin sleduje, kontroluje srdce a dýchání a opakovaně měří ztuhlost.

    Pokud dávka nepomůže, může následovat větší, nejdříve o 24 hodin později: nejdřív 75, pak nejvýše 100 mikrogramů. Řekněte týmu o všem, co zpozorujete, dobrém i špatném.

question-test-chances = Jaká je šance, že zkouška bude úspěšná?
answer-test-chances =
    Podle údajů výrobce jednoho roztoku baklofenu zkouška pomohla 97 ze 100 lidí, jejichž spasticita vychází z míchy. Pomohla 94 ze 100 lidí, jejichž spasticita vychází z mozku.

    To jsou čísla pro skupiny. Neříkají, jak to bude u vás.

question-test-result = Kdy byla zkouška úspěšná a co když nepomůže?
answer-test-result =
    Zkouška byla úspěšná, když jsou svaly zřetelně méně ztuhlé a křečí je zřetelně méně nebo jsou zřetelně slabší. Sleduje se také, co se zlepší v každodenním životě.

    Pokud nepomůže ani 100 mikrogramů, pumpa pro vás není správná cesta. Ošetřující tým si s vámi pak promluví o jiných možnostech.

## Návštěvy a ošetřující tým

topic-visits = Návštěvy a ošetřující tým

question-steps = Jaké jsou kroky od prvního rozhovoru k pumpě?
answer-steps =
    Nejdřív přijdete na návštěvu, při které se zjistí, zda je léčba vhodná. Potom zkušební dávka ukáže, co se zlepší. Pokud se pro ni s týmem společně rozhodnete, naplánuje se operace. Po ní se o vás stará jeden tým a vy docházíte na kontroly.

question-first-appointment = Co mám čekat při první návštěvě?
answer-first-appointment =
    Tým chce zjistit, zda je léčba vhodná, a poradí vám. Vyšetří se nervy, svaly, kosti a klouby a fyzioterapeuti se podívají, co zvládnete. Tým se zeptá, co jste už zkusili a v co doufáte.

    Přineste dopisy a zprávy od jiných lékařů.

question-first-questions = Na co se mám při první návštěvě zeptat?
answer-first-questions =
    Vyberte z těchto stránek otázky, které jsou pro vás nejdůležitější, a zapište si je. Připište, co byste chtěli zvládnout nebo co by mělo méně bolet či být snazší.

    Ptejte se i na každou odpověď, které jste nerozuměli.

question-find-specialist = Jak najdu specialistu?

question-send-files = Jak pošlu svou žádost a zprávy a kdy dostanu odpověď?

question-who-cares-after = Kdo se o mě stará, až budu mít pumpu?
answer-who-cares-after =
    Stará se o vás jeden tým složený z více profesí a docházíte k němu ambulantně. Mohou to být například lékaři pro nervy, kosti a chirurgii, anesteziologové a fyzioterapeuti.

    Tým upravuje dávku, kontroluje, jak pumpa funguje, a plánuje doplnění.

question-rehabilitation = Potřebuji s pumpou rehabilitaci a fyzioterapii?
answer-rehabilitation =
    Ano, cvičení je podstatnou součástí léčby. Učíte se novým způsobům pohybu, získáváte sílu, cvičíte pro každodenní život a předcházíte dalšímu poškození.

    O žádném pevně daném programu nevíme. Vaše klinika ho naplánuje s vámi.

## Operace

topic-surgery = Operace

question-surgery-risks = Bojím se operace. Jaká má rizika?
answer-surgery-risks =
    Řekněte ošetřujícímu týmu, že se bojíte, a zeptejte se na jeho vlastní čísla. Něco se může pokazit, nejčastěji s tenkou hadičkou. V jednom souboru 1362 operací bylo 558 problémů: 66 % s hadičkou, 27 % ze samotné operace a 7 % s pumpou. Počítají se tak problémy, ne lidé, a jeden člověk jich může mít několik.

    Ve studii 341 dětí mělo 14,6 % dětí někdy infekci. Docházelo i k úniku mozkomíšního moku. S novější hadičkou mělo problém 7 ze 126 pacientů.

question-therapy-risks = Jaká jsou rizika léčby?
answer-therapy-risks =
    Jsou dvě velká nebezpečí: příliš málo léku (abstinenční příznaky) a příliš mnoho (předávkování). Obojí může ohrozit život, proto se naučte jejich příznaky. Hadička nebo pumpa může selhat a pak může být potřeba operace.

    V jednom registru 1743 pacientů ukončilo léčbu kvůli škodlivé události 0,3 %.

question-anaesthesia = Budu při operaci spát?
answer-anaesthesia =
    Jedno centrum pro děti umisťuje pumpu v celkové anestezii. To znamená, že dítě hluboce spí a nic necítí.

    Jak to dělá vaše klinika, vám řekne ona.

question-after-surgery = Co mohu čekat po operaci?
answer-after-surgery =
    Podle průzkumu mezi lékaři lidé zůstávali v nemocnici 2 až 5 dní. Po spuštění pumpy vás tým sleduje nejméně 8 hodin. V prvních 24 hodinách se dávka nezvyšuje. Potom se zvyšuje po malých krocích, dokud není správná.

    Když jdete domů, dostanete kartu pumpy a nouzový plán. Obojí noste u sebe.

question-allergy-materials = Co když mám alergii na materiály a dá se to otestovat?

question-other-medicines-stop = Přestanu brát ostatní léky proti spasticitě?
answer-other-medicines-stop =
    Žádný lék nevysazujte na vlastní pěst. Po operaci může tým snižovat vaše tablety proti spasticitě, vždy jen jeden druh a v krocích o čtvrtinu až polovinu. Baklofenové tablety přijdou na řadu první.

    Přesto mějte baklofenové tablety doma, jak vám řekne ošetřující tým.

## Samotná pumpa

topic-pump = Samotná pumpa

question-pump-size = Jak je pumpa velká?
answer-pump-size-20 =
    Do vaší pumpy se vejde až 20 ml léku.

    Ostatní vám řekne vaše klinika a může vám ukázat, jak je pumpa velká zvenku.

answer-pump-size-40 =
    Do vaší pumpy se vejde až 40 ml léku.

    Ostatní vám řekne vaše klinika a může vám ukázat, jak je pumpa velká zvenku.

question-pump-feel = Jaký je to pocit, mít pumpu v těle?

question-pump-show = Bude pumpa vidět pod oblečením?
answer-pump-show =
    Pumpa nemusí být pod oblečením vidět, říká svým pacientům jedna klinika. Leží těsně pod kůží, nejvýše 2,5 cm hluboko.

    Jak moc je vidět, závisí na vás a na vaší pumpě. Zeptejte se na klinice.

question-pump-noise = Je pumpu slyšet?
answer-pump-noise-synchromed-ii =
    Vaše pumpa vydává tóny, když něco vyžaduje pozornost. Pokud uslyšíte tón, podívejte se k otázce, co dělat, když pumpa spustí alarm.

    Vaše klinika vám řekne, zda můžete slyšet ještě něco jiného.

question-battery = Jak dlouho vydrží baterie?
answer-battery-synchromed-ii =
    Vaše pumpa obvykle vydrží 5 až 7 let, nejvýše 7 let. Závisí to na tom, jak rychle lék teče. Když se blíží konec, pumpa vydává jeden tón. Potom běží ještě nejvýše 90 dní a pak se zastaví, proto zavolejte na kliniku, když tón uslyšíte.

answer-battery-medstream =
    Baterie vaší pumpy má podle údajů vydržet 8 let.

    Ostatní vám řekne vaše klinika.

question-pump-replaced = Kdy se pumpa vymění?
answer-pump-replaced-synchromed-ii =
    Vaše pumpa se vymění při operaci dříve, než se její baterie spotřebuje. To bývá po 5 až 7 letech. Naplánujte to s klinikou nejméně 3 měsíce předem. Pokud pumpa vydává jeden tón kvůli výměně, zavolejte na kliniku: pumpa se musí vyměnit do 90 dní.

answer-pump-replaced =
    Pumpa se vymění při operaci. Naplánujte to s klinikou nejméně 3 měsíce předem.

    Vaše klinika vám řekne, kdy je pro vaši pumpu čas.

question-catheter-replaced = Kdy se vymění tenká hadička, katetr?
answer-catheter-replaced =
    Hadička se opraví nebo vymění, když už nepřivádí lék tam, kam má. Tým to zjišťuje otázkami, rentgenem, zkouškou přes pumpu a někdy barvivem. V jedné skupině 167 pacientů potřebovalo 33 opravu systému pumpy při operaci.

    Pokud se vaše spasticita vrátí, zavolejte na kliniku. Ostatní vám řekne vaše klinika.

## Život s pumpou

topic-living = Život s pumpou

question-activity = Co při pohybu nesmím a smím pumpu třít nebo otáčet?
answer-activity =
    Pumpu přes kůži netřete ani neotáčejte.

    Zeptejte se na klinice na každý sport nebo činnost. Teplo, potápění, létání a lékařské výkony mají na těchto stránkách vlastní otázky.

question-contact-sport = Smím dělat kontaktní sporty?

question-driving = Smím řídit?
answer-driving =
    Buďte opatrní. Lék může způsobit ospalost.

    Než budete řídit, zeptejte se na klinice.

question-alcohol = Smím pít alkohol?
answer-alcohol =
    Buďte opatrní s alkoholem. Než nějaký vypijete, zeptejte se na klinice.

question-other-medicines = Které jiné léky smím užívat?

question-bath-shower = Smím si dát horkou koupel nebo sprchu?
answer-bath-shower-synchromed-ii =
    Buďte opatrní s teplem nad 39 °C. Výrobce vaší pumpy před ním varuje u horkých koupelí ve vířivce, saun a solárií: pumpa pak může podávat více léku, než má.

    Co platí pro koupel nebo sprchu doma, vám řekne vaše klinika.

question-heat = Smím do horké vířivky, sauny, parní lázně nebo solária?
answer-heat-synchromed-ii =
    Nechoďte do horkých vířivek, saun a solárií, které mají více než 39 °C. V teple teče lék rychleji a to může vést k předávkování. Kdo začne být v teple velmi ospalý, slabý nebo dušný, potřebuje pomoc hned: volejte tísňovou linku země, ve které jste.

    Na parní lázně se zeptejte na klinice.

question-diving = Smím se potápět?
answer-diving-synchromed-ii =
    Nepotápějte se hlouběji než 10 m. Voda na pumpu tlačí: po ponoru do 30 m se u jednoho člověka zjistilo, že dno pumpy je promáčknuté.

    Než se začnete vůbec potápět, zeptejte se na klinice.

question-microwave = Smím používat mikrovlnnou troubu?

question-pregnancy = Smím otěhotnět nebo kojit?

## Cestování

topic-travel = Cestování

question-security-gates = Smím projít rámy proti krádeži a detektory kovů?
answer-security-gates-synchromed-ii =
    Ano, projděte a uvnitř se nezdržujte. Pumpa může detektor rozeznít, proto ukažte svou kartu pumpy.

question-flying = Smím létat a co se stane na letišti?
answer-flying-synchromed-ii =
    Než poletíte, zeptejte se na klinice. Když tlak vzduchu kolem vás klesne, může pumpa podávat více léku, než má. Může to tak dělat i po vašem návratu.

    Na letišti může pumpa rozeznít detektory. Noste kartu pumpy u sebe a ukažte ji.

question-travel-abroad = Co mám udělat před dlouhou cestou nebo cestou do zahraničí?
answer-travel-abroad =
    Promluvte si s klinikou včas. Nechte pumpu doplnit, než odjedete. Vezměte si s sebou baklofenové tablety a své nouzové údaje.

question-time-zones = Jak je to s časovými pásmy a letním časem?
answer-time-zones-flex =
    Než pojedete do jiného časového pásma, zavolejte na kliniku. Vaše dávka se během dne mění a hodiny pumpy se samy nepřestaví. Změny tak přijdou dříve nebo později, než jste zvyklí, o tolik hodin, kolik je rozdíl mezi místy. Totéž se stane, když se čas mění na letní nebo zimní.

answer-time-zones =
    Pokud vaše pumpa podává celý den stejnou dávku, jsou jiná časová pásma nejsnazší. Pokud se vaše dávka během dne mění, zavolejte před cestou na kliniku, protože hodiny pumpy se samy nepřestaví.

## Zobrazovací vyšetření a jiné výkony

topic-treatments = Zobrazovací vyšetření a jiné výkony

question-mri = Smím na magnetickou rezonanci (MR)?
answer-mri-synchromed-ii =
    Řekněte o pumpě před vyšetřením týmu, který ho provádí, i své klinice. S vaší pumpou lze vyšetření udělat za určitých podmínek, do 3 tesla, a tým je musí nejdřív vyhledat. Silný magnet zastaví motor pumpy. Měl by se znovu rozběhnout sám, ale může to trvat 2 až 24 hodin.

    Po vyšetření nechte pumpu zkontrolovat. Pokud uslyšíte alarm se dvěma tóny, volejte kliniku hned: lék může zůstat vypnutý, dokud se údaje z pumpy nenačtou.

answer-mri-prometra-ii =
    Řekněte o pumpě před vyšetřením týmu, který ho provádí, i své klinice. S vaší pumpou lze vyšetření udělat za určitých podmínek, do 1,5 tesla. Klinika musí pumpu nejdřív vyprázdnit. V magnetu se zavře ventil a zůstane zavřený, dokud ho někdo ručně neresetuje.

    Do té doby žádný lék neteče. Proto jeďte kvůli tomu po vyšetření bez odkladu na kliniku.

answer-mri-prometra =
    Nechoďte do přístroje magnetické rezonance. Řekněte o pumpě každému, kdo plánuje vyšetření, a zeptejte se na klinice, co udělat místo toho. Evropské dokumenty k vaší pumpě od roku 2019 říkají, že tam není bezpečná. Ventily pumpy se v magnetu mohou otevřít a pustit lék ven.

question-hyperbaric = Smím do přetlakové (hyperbarické) komory?
answer-hyperbaric-synchromed-ii =
    Nejdřív se zeptejte svého lékaře. Tlak nesmí být vyšší než 2 atmosféry, počítáno včetně běžného tlaku vzduchu. Pumpa se musí předem naplnit a dávka zůstává, jak je. Pod vysokým tlakem podává vaše pumpa méně léku.

question-ultrasound = Smím na ultrazvuk nebo jiné výkony?
answer-ultrasound-synchromed-ii =
    Řekněte o pumpě personálu před každým vyšetřením nebo výkonem. Hlavice ultrazvuku musí zůstat 15 cm od pumpy.

    Pokud si nejsou jisti, požádejte je, aby nejdřív zavolali na vaši kliniku.

## Doplnění, dávka a tablety

topic-follow-up = Doplnění, dávka a tablety

question-follow-up-visits = Co se děje při kontrolách?
answer-follow-up-visits =
    Tým upraví vaši dávku, zkontroluje, jak pumpa funguje, a naplánuje příští doplnění. Řekněte, co se zlepšilo a co se zhoršilo.

question-refill-visit = Jak probíhá doplnění?
answer-refill-visit-synchromed-ii =
    Jedna klinika říká, že to trvá asi 10 minut. Tým nejdřív načte údaje z pumpy a vidí, kolik by mělo zbývat. Potom se jehla vpíchne přes kůži do pumpy. Starý lék se odsaje a jeho množství se porovná s očekávaným a nový lék se pomalu naplní.

    Zeptejte se na datum příštího doplnění a příštího alarmu.

answer-refill-visit =
    Přijdete kvůli tomu na kliniku. Jedna klinika říká, že to trvá asi 10 minut.

    Ostatní vám řekne vaše klinika.

question-refill-how-often = Jak často se musí pumpa doplňovat?
answer-refill-how-often =
    Většina lidí přichází každé 3 až 4 měsíce. Může to být cokoli od 1 do 6 měsíců, podle pumpy a dávky. Lék nesmí v pumpě zůstat déle než 180 dní a jedno dětské centrum doplňuje do 11 týdnů.

    Doplnění je nejlepší 3 až 5 dní před datem, kdy by zazněl alarm.

question-dose-change = Jak se mění dávka?
answer-dose-change-constant-flow =
    Vaše pumpa podává lék stálou rychlostí. Aby se dávka změnila, klinika naplní silnější nebo slabší roztok.

answer-dose-change =
    Ošetřující tým ji mění tím, že pumpu zvenku naprogramuje zvláštním přístrojem. Pumpa zůstává ve vašem těle. Změnit lze i sílu léku v pumpě.

question-tablets-at-home = Mám mít doma baklofenové tablety?
answer-tablets-at-home =
    Ano, mějte doma zásobu baklofenových tablet. Požádejte kliniku o plán: kdy je vzít, kolik a komu volat. Mimo tento plán je nezačínejte brát ani nevysazujte.

question-home-refill = Dá se pumpa doplnit doma?
answer-home-refill =
    Na některých místech to existuje. Jedna služba to dělá a je k zastižení ve dne i v noci. V jedné studii nemocnice doplnila pumpu 20 pacientům doma, s ultrazvukem sledovaným na dálku, a polovina návštěv trvala 26 minut nebo méně.

    Vaše klinika vám řekne, zda je to možné tam, kde žijete.

## Příznaky nebezpečí a volání o pomoc

topic-danger = Příznaky nebezpečí a volání o pomoc

question-missed-refill = Co když zmeškám doplnění?
answer-missed-refill-synchromed-ii =
    Zavolejte okamžitě na kliniku, i když se cítíte dobře. Když je pumpa prázdná, žádný lék neteče. Abstinenční příznaky, tedy onemocnění z nedostatku léku, mohou začít o 1 až 3 dny později a mohou ohrozit život. Běh naprázdno může také poškodit pumpu.

    Sledujte, zda se nevrací spasticita a zda nesvědí kůže bez vyrážky. Při horečce, zmatenosti nebo velké ztuhlosti volejte tísňovou linku země, ve které jste.

answer-missed-refill =
    Zavolejte okamžitě na kliniku, i když se cítíte dobře. Když je pumpa prázdná, žádný lék neteče. Abstinenční příznaky, tedy onemocnění z nedostatku léku, mohou začít o 1 až 3 dny později a mohou ohrozit život.

    Sledujte, zda se nevrací spasticita a zda nesvědí kůže bez vyrážky. Při horečce, zmatenosti nebo velké ztuhlosti volejte tísňovou linku země, ve které jste.

question-alarm-sound = Jak zní alarm pumpy?
answer-alarm-sound-synchromed-ii =
    Pokud slyšíte dva tóny, volejte hned kliniku. Vaše pumpa má dva druhy alarmu. Jeden je jediný tón dlouhý asi 1 sekundu, který přichází asi jednou za hodinu. Druhý je zvuk ze dvou tónů dlouhý asi 3 sekundy a ten je nebezpečný. Požádejte na klinice, aby vám oba tóny přehráli svým programátorem.

    Sledujte, zda se neobjeví příznaky, že je léku příliš mnoho nebo příliš málo, i když žádný alarm nezní. Nic ve vaší pumpě neměří, kolik léku zbývá: pumpa to počítá ze svého programu, takže když podává příliš mnoho, žádný alarm nezazní.

question-alarm-do = Co mám dělat, když pumpa spustí alarm?
answer-alarm-do-synchromed-ii =
    Dva tóny: volejte hned kliniku, ve dne i v noci. Lék možná přestal téct a to může ohrozit život. Pokud se nikoho nedovoláte, jeďte hned do nemocnice nebo volejte tísňovou linku země, ve které jste.

    Jeden tón: zavolejte dnes na kliniku. Pumpa možná potřebuje doplnit nebo se musí do 90 dní vyměnit. Řekněte jim, který z obou zvuků jste slyšeli, jak často a od kdy.

question-withdrawal-signs = Jaké jsou abstinenční příznaky (příliš málo léku)?
answer-withdrawal-signs =
    Časné příznaky jsou, že se vrací spasticita nebo že svědí kůže bez vyrážky: okamžitě volejte kliniku, ve dne i v noci. Pozdní příznaky jsou horečka, zmatenost a velká ztuhlost: už při kterémkoli jediném z nich volejte tísňovou linku země, ve které jste, a řekněte „baklofenová pumpa, možná abstinenční příznaky“.

    Tísňovou linku volejte také tehdy, když máte časný příznak a zároveň platí kterákoli z těchto věcí: na kliniku se nedovoláte; zní alarm pumpy; pumpa může být prázdná či zastavená; patříte k lidem, kteří jsou zvlášť ohroženi.

    Zvlášť ohroženi jsou lidé s poraněním míchy v horní části zad nebo v krku (v úrovni Th6 nebo výše), lidé, kteří nedokážou říct, jak jim je, a lidé, u nichž už dříve abstinenční příznaky nastaly. Abstinenční příznaky začínají 1 až 3 dny poté, co lék přestane téct, a mohou vést ke smrti. Může dojít k poškození svalů a orgánů.

question-withdrawal-prevent = Jak abstinenčním příznakům předejdu?
answer-withdrawal-prevent =
    Nikdy nezmeškejte doplnění a zapište si jeho datum. Doplnění je nejlepší 3 až 5 dní před datem alarmu. Berte každý alarm vážně a volejte. Mějte doma baklofenové tablety a znejte svůj plán. Noste u sebe kartu pumpy.

question-overdose-signs = Jaké jsou příznaky předávkování (příliš mnoho léku)?
answer-overdose-signs =
    Volejte tísňovou linku země, ve které jste, při kterémkoli z těchto příznaků: ospalost, závratě, slabost, která postupuje tělem vzhůru, potíže s dýcháním, epileptický záchvat, nebo když člověka nelze probudit. Řekněte: baklofenová pumpa, možná předávkování. Pak volejte kliniku.

    Po změně dávky je účinek největší za 24 až 48 hodin.

question-side-effects = Jaké jsou časté nežádoucí účinky?
answer-side-effects =
    Ospalost, závratě, nová slabost, epileptický záchvat nebo potíže s dýcháním mohou znamenat, že je léku příliš mnoho: volejte tísňovou linku země, ve které jste. Když vás trápí cokoli jiného nového, zavolejte na kliniku.

    Nejčastějším nežádoucím účinkem jsou slabé, ochablé svaly: asi 35 ze 100 lidí. Asi 21 ze 100 je ospalých, asi 11 ze 100 bolí hlava a 10 ze 100 má epileptický záchvat.

question-when-to-call = Kdy mám volat lékaře nebo sestru?
answer-when-to-call =
    Okamžitě volejte kliniku, když jste zmeškali doplnění, když pumpa vydává dva tóny nebo zvuk, který neznáte, když se vrací spasticita nebo když svědí kůže bez vyrážky. Při jednom tónu tam zavolejte dnes.

    Už při kterémkoli jediném z těchto příznaků nečekejte, volejte tísňovou linku země, ve které jste: horečka, velká ztuhlost, zmatenost, ospalost, závratě, nová slabost, epileptický záchvat, potíže s dýcháním, nebo když někoho nelze probudit.

question-whom-to-call = Komu volám ve dne, v noci a o víkendu?

question-help-with-pump = Kdy vyhledat pomoc kvůli samotné pumpě?
answer-help-with-pump-synchromed-ii =
    Okamžitě volejte kliniku, když pumpa vydává dva tóny. I jeden tón znamená volat. Okamžitě volejte i tehdy, když jste zmeškali doplnění. Zeptejte se na klinice, na co dalšího máte dávat pozor.

question-need-to-know = Co potřebuji vědět, když mám pumpu?
answer-need-to-know =
    Znejte datum svého příštího doplnění a nikdy ho nezmeškejte. Znejte příznaky, že je léku příliš málo a že je ho příliš mnoho, a vězte, komu volat. Mějte doma baklofenové tablety a noste u sebe kartu pumpy.

    Před každým výkonem nebo vyšetřením řekněte personálu o pumpě.
