### Questions of patients and families and their answers, in plain words: topics, questions, answers.
### Which answer holds for whom, and its sources, stand in crates/practice/answers/answers.toml.
### Paragraphs of an answer are parted by an empty line.

## Liečba

topic-therapy = Liečba

question-how-it-works = Ako pumpa funguje?
answer-how-it-works-constant-flow =
    Vaša pumpa leží pod kožou a liek má v malej nádržke, ktorá sa volá zásobník. Z pumpy vedie tenká hadička, katéter, do tekutiny okolo miechy. Liek tečie stálou rýchlosťou, ktorú nastavili vo výrobe.

    Keď treba zmeniť vašu dávku, ošetrujúci tím naplní pumpu silnejším alebo slabším roztokom lieku.

answer-how-it-works =
    Pumpa leží pod kožou a liek má v malej nádržke, ktorá sa volá zásobník. Z pumpy vedie tenká hadička, katéter, do tekutiny okolo miechy. Pumpa podáva liek stále, v riadenom množstve.

    Ošetrujúci tím môže zmeniť dávku tak, že pumpu naprogramuje. Pumpa pritom zostáva v tele.

question-what-is-it = Čo je intratekálny baklofén?
answer-what-is-it =
    Baklofén je liek proti spasticite, teda proti stuhnutým svalom a kŕčom. Intratekálny znamená: do tekutiny okolo miechy. Na to je liek rozpustený v soľnom roztoku.

    Liek z pumpy sa nikdy nepodáva do žily, do svalu, pod kožu ani do priestoru mimo obalu miechy.

question-why-if-tablets-failed = Prečo by mala pomôcť pumpa, keď tablety nepomohli?
answer-why-if-tablets-failed =
    Pumpa privádza baklofén priamo do tekutiny okolo miechy. V krvi je ho potom asi 100-krát menej než pri tabletách. Celková dávka je nižšia a zvyšok tela je zasiahnutý menej.

    V Spojených štátoch je liečba určená pre ľudí s ťažkou spasticitou. Ak je príčina v mieche, tablety predtým museli zlyhať alebo spôsobovať priveľa ťažkostí. Skúška pred operáciou ukáže, či liek u vás účinkuje.

question-cure = Vylieči ma to?
answer-cure =
    Liek zmierňuje spasticitu, kým tečie. Ak sa jeho prívod preruší, spasticita, ktorú ste mali predtým, sa vráti.

    Ostatné vám povie vaša klinika, najmä o chorobe alebo poranení, ktoré je príčinou spasticity.

question-severe-spasticity = Čo je ťažká spasticita?
answer-severe-spasticity =
    Spasticita znamená, že svaly sú príliš stuhnuté alebo sa sťahujú do kŕča bez toho, aby to človek chcel. Ťažká sa volá vtedy, keď prekáža pri pohybe, starostlivosti, pohodlí alebo v bežnom živote. Príkladmi sú ťažkosti pri chôdzi s pomôckami, ťažkosti pri sedení vo vozíku, prerušovaný spánok, bolesť alebo namáhavé obliekanie.

    Ošetrujúce tímy ju merajú aj bodovaním. Jedno britské pravidlo pre dospelých vyžaduje skóre stuhnutosti najmenej 4 v dvoch alebo viacerých skupinách svalov, alebo skóre kŕčov najmenej 3, alebo oboje.

question-what-may-improve = Čo sa môže v bežnom živote zlepšiť?
answer-what-may-improve =
    Cieľom je uľahčiť to, čo spasticita alebo dystónia (svaly, ktoré sa samy sťahujú a krútia) sťažuje. Môže to byť chôdza s pomôckami, sedenie vo vozíku, spánok, bolesť, terapia, obliekanie a starostlivosť alebo bežný život, ktorý prerušuje náhla stuhnutosť.

    Pred rozhodnutím sa s ošetrujúcim tímom dohodnete na cieľoch, ktoré sú pre vás reálne. Čo sa zlepší, je u každého človeka iné.

question-work-hobbies-relationships = Čo to znamená pre prácu, záľuby a vzťahy?

question-feels-like = Aký je to pocit, keď má človek túto liečbu?

question-others-like-me = Sú aj iní ľudia ako ja?
answer-others-like-me =
    Áno. Len jediný register sledoval 1743 pacientov s touto liečbou na 53 pracoviskách.

    Pýtajú sa na ňu ľudia s veľmi rozdielnymi chorobami. Patrí k nim detská mozgová obrna, poranenie miechy, skleróza multiplex, cievna mozgová príhoda a ťažká dystónia (svaly, ktoré sa samy sťahujú a krútia).

question-are-pumps-new = Sú tieto pumpy nové?
answer-are-pumps-new =
    Nie. Správy o dopĺňaní takýchto púmp siahajú prinajmenšom do roku 1996.

    Jeden register sledoval, či ľudia pri liečbe zostávajú. Po 10 rokoch ju ešte používalo asi 87 zo 100 dospelých a asi 76 zo 100 detí a mladých ľudí.

question-available-everywhere = Sú liek a skúsený lekár dostupní všade?

## Je to pre mňa vhodné?

topic-deciding = Je to pre mňa vhodné?

question-suitable = Je liečba pre mňa vhodná?
answer-suitable =
    Môže byť, ak ťažká spasticita prekáža pri pohybe, starostlivosti, pohodlí alebo v bežnom živote. Skúšobná injekcia musela pomôcť, v tele musí byť pre pumpu miesto, nesmiete mať infekciu a nesmiete mať alergiu na baklofén.

    Niektoré veci hovoria proti nej, ale nevylučujú ju: ciele, ktoré sa nedajú dosiahnuť, alebo problémy s duševným zdravím, s pomermi doma alebo s nákladmi. Shunt, ktorý odvádza mozgovú tekutinu, proti nej nehovorí. Ošetrujúci tím s vami posúdi celok.

question-not-suitable = Pre koho liečba nie je vhodná?
answer-not-suitable =
    Liečba nie je pre ľudí, ktorí majú alergiu na baklofén, ktorí majú infekciu alebo ktorých telo je pre pumpu primalé. Nie je ani pre ľudí, u ktorých by pumpa musela ležať hlbšie než 2,5 cm alebo ktorých chrbtica má taký tvar, že umiestnenie častí by bolo ťažké.

    Ak nepomôže najväčšia skúšobná dávka, pumpa nie je správna cesta. Po poranení mozgu pri nehode treba podľa oficiálnej informácie o lieku čakať najmenej 1 rok.

question-allergy-baclofen = Čo ak mám alergiu na baklofén?
answer-allergy-baclofen =
    Povedzte to ošetrujúcemu tímu pred akoukoľvek skúškou. Ľudia s alergiou na baklofén nesmú mať túto liečbu.

question-body-size = Je moje telo alebo telo môjho dieťaťa dosť veľké?
answer-body-size =
    Telo musí byť dosť veľké, aby pumpu unieslo. Pumpa nesmie ležať hlbšie než 2,5 cm pod kožou.

    Nevieme o žiadnej najnižšej hmotnosti. Ošetrujúci tím meria a rozhoduje.

question-children = Je liečba aj pre deti?
answer-children =
    Áno. V Európe sa liek môže používať aj vo veku od 4 do menej než 18 rokov. Britské odporúčanie myslí na deti, ktoré majú spasticitu na oboch stranách tela a na pohyb potrebujú pomôcky alebo vozík.

    Primalé telo alebo infekcia hovoria proti nej. Pri epilepsii, poruchách krvácania, spevnenej chrbtici, slabej výžive alebo ťažkostiach s dýchaním je tím zvlášť opatrný.

question-which-illnesses = Pri ktorých chorobách sa o nej uvažuje?
answer-which-illnesses =
    Lekári o nej môžu uvažovať po poranení miechy, po cievnej mozgovej príhode alebo, vo vybraných prípadoch, po poranení mozgu alebo miechy. Môžu o nej uvažovať pri detskej mozgovej obrne, pri skleróze multiplex a podobných chorobách, pri ťažkej dystónii (svaly, ktoré sa samy sťahujú a krútia), po infekciách nervovej sústavy a pri niektorých druhoch nervovej bolesti.

    Samotný názov choroby nerozhoduje.

question-how-decided = Ako sa rozhoduje a kto rozhoduje?
answer-how-decided =
    Rozhodujete spolu vy, vaša rodina a ošetrujúci tím. Tím posudzuje nervy a svaly, čo ste už vyskúšali, čo dokážete a čo ešte možno dosiahnuť rehabilitáciou (cvičením a terapiou).

    Ciele musia byť reálne. Musí byť aj možné, aby ste dlhodobo chodili na kontroly.

question-other-options = Mám iné možnosti?
answer-other-options =
    Áno, porozprávajte sa o nich, skôr než sa rozhodnete. Existujú liečby bez operácie, prispôsobené vám. Existuje operácia, pri ktorej sa prerušia vybrané nervové korene pri chrbtici; volá sa selektívna dorzálna rizotómia. Sú aj prístroje, ktoré pôsobia na nervy slabým elektrickým prúdom, a injekcie látky, ktorá sa volá fenol.

    Ošetrujúci tím vám povie, ktoré z nich sú vhodné vo vašej situácii.

question-too-late = Môže byť na liečbu neskoro?
answer-too-late =
    Panel expertov hovorí, že táto liečba nie je poslednou možnosťou. Nie je len na čas, keď už nič iné nezostáva. U detí, ktorým sa má chrbtica spevniť operáciou, treba podľa britského odporúčania zaviesť pumpu predtým.

    Nevieme o žiadnom veku ani čase, keď je už neskoro. Ostatné vám povie vaša klinika.

question-insurance = Zaplatí to moja poisťovňa?

question-second-opinion = Môžem získať druhý názor, aj z inej krajiny?
answer-second-opinion =
    Požiadajte oň, ak ste dostali rozdielne rady. Niektoré kliniky druhý názor ponúkajú a niektoré vyšetria pacientov z iných krajín po tom, ako si najprv prečítajú ich záznamy.

    Vaša vlastná klinika vám povie, čo ponúka ona.

## Skúška pred pumpou

topic-testing = Skúška pred pumpou

question-test-before = Môžem si to vyskúšať skôr, než sa zaviažem?
answer-test-before =
    Áno. Pred každou operáciou sa liek vyskúša injekciou do tekutiny v dolnej časti chrbta. Účinok skúšobnej dávky trvá 4 až 8 hodín.

    Skúška sa odloží, keď ochoriete: napríklad pri novom ataku vašej choroby, infekcii močového mechúra alebo preležanine.

question-test-how = Ako skúška prebieha?
answer-test-how =
    Lekár podá jednu dávku do tekutiny v dolnej časti chrbta. Prvá dávka je zvyčajne 50 mikrogramov a veľmi malé deti môžu začať s 25 mikrogramami. Tím vás potom 4 až 8 hodín pozoruje, kontroluje srdce a dýchanie a znova a znova meria stuhnutosť.

    Ak dávka nepomôže, môže nasledovať väčšia, najskôr o 24 hodín neskôr: najprv 75, potom najviac 100 mikrogramov. Povedzte tímu o všetkom, čo spozorujete, dobrom aj zlom.

question-test-chances = Aká je šanca, že skúška bude úspešná?
answer-test-chances =
    Podľa údajov výrobcu jedného roztoku baklofénu skúška pomohla 97 zo 100 ľudí, ktorých spasticita pochádza z miechy. Pomohla 94 zo 100 ľudí, ktorých spasticita pochádza z mozgu.

    To sú údaje o skupinách. Nehovoria, ako to bude u vás.

question-test-result = Kedy je skúška úspešná a čo ak nepomôže?
answer-test-result =
    Skúška je úspešná, keď sa svaly zreteľne uvoľnia a kŕče sú zreteľne zriedkavejšie alebo slabšie. Sleduje sa aj to, čo sa zlepší v bežnom živote.

    Ak nepomôže ani 100 mikrogramov, pumpa pre vás nie je správna cesta. Ošetrujúci tím sa potom s vami porozpráva o iných možnostiach.

## Návštevy a váš ošetrujúci tím

topic-visits = Návštevy a váš ošetrujúci tím

question-steps = Aké sú kroky od prvého rozhovoru po pumpu?
answer-steps =
    Najprv prídete na návštevu, na ktorej sa zistí, či je liečba vhodná. Potom skúšobná dávka ukáže, čo sa zlepší. Ak sa pre to spolu s tímom rozhodnete, naplánuje sa operácia. Po nej sa o vás stará jeden tím a chodíte na kontroly.

question-first-appointment = Čo môžem čakať na prvej návšteve?
answer-first-appointment =
    Tím chce vedieť, či je liečba vhodná, a poradí vám. Vyšetria sa nervy, svaly, kosti a kĺby a fyzioterapeuti sa pozrú, čo dokážete. Tím sa pýta, čo ste už vyskúšali a v čo dúfate.

    Prineste správy a nálezy od iných lekárov.

question-first-questions = Na čo sa mám opýtať pri prvej návšteve?
answer-first-questions =
    Vyberte si na týchto stránkach otázky, ktoré sú pre vás najdôležitejšie, a zapíšte si ich. Pridajte, čo chcete dokázať alebo čo má menej bolieť či byť ľahšie.

    Pýtajte sa aj na každú odpoveď, ktorej ste neporozumeli.

question-find-specialist = Ako nájdem odborníka?

question-send-files = Ako pošlem svoju žiadosť a nálezy a kedy dostanem odpoveď?

question-who-cares-after = Kto sa o mňa stará, keď už mám pumpu?
answer-who-cares-after =
    Stará sa o vás jeden tím zložený z viacerých odborov a chodíte k nemu ambulantne. Môžu to byť napríklad lekári pre nervy, kosti a chirurgiu, anestéziológovia a fyzioterapeuti.

    Tím upravuje dávku, kontroluje, ako pumpa funguje, a plánuje doplnenia.

question-rehabilitation = Potrebujem s pumpou rehabilitáciu a fyzioterapiu?
answer-rehabilitation =
    Áno, cvičenie je nevyhnutnou súčasťou liečby. Učíte sa nové spôsoby pohybu, získavate silu, nacvičujete bežný život a predchádzate ďalšej ujme.

    Nevieme o žiadnom pevnom programe. Vaša klinika ho plánuje s vami.

## Operácia

topic-surgery = Operácia

question-surgery-risks = Bojím sa operácie. Aké sú jej riziká?
answer-surgery-risks =
    Povedzte ošetrujúcemu tímu, že sa bojíte, a opýtajte sa na jeho vlastné čísla. Niečo sa môže pokaziť, najčastejšie na tenkej hadičke. V jednom súbore 1362 operácií sa vyskytlo 558 problémov: 66 % s hadičkou, 27 % zo samotnej operácie a 7 % s pumpou. To je počet problémov, nie ľudí, a jeden človek ich môže mať viac.

    V štúdii s 341 deťmi malo niekedy infekciu 14,6 % detí. Vyskytol sa aj únik miechovej tekutiny. S novšou hadičkou malo problém 7 zo 126 pacientov.

question-therapy-risks = Aké sú riziká liečby?
answer-therapy-risks =
    Sú dve veľké nebezpečenstvá: primálo lieku (abstinenčný stav) a priveľa lieku (predávkovanie). Obe môžu ohroziť život, preto sa naučte ich príznaky. Hadička alebo pumpa môže zlyhať a potom môže byť potrebná operácia.

    V jednom registri s 1743 pacientmi ukončilo liečbu pre škodlivú udalosť 0,3 % pacientov.

question-anaesthesia = Budem počas operácie spať?
answer-anaesthesia =
    Jedno centrum pre deti zavádza pumpu v celkovej anestézii. To znamená, že dieťa hlboko spí a nič necíti.

    Vaša klinika vám povie, ako to robí ona.

question-after-surgery = Čo môžem čakať po operácii?
answer-after-surgery =
    Podľa prieskumu medzi lekármi ľudia zostali v nemocnici 2 až 5 dní. Po spustení pumpy vás tím pozoruje najmenej 8 hodín. Počas prvých 24 hodín sa dávka nezvyšuje. Potom sa zvyšuje po malých krokoch, až kým nie je pre vás správna.

    Keď idete domov, dostanete kartu k pumpe a plán pre prípad núdze. Noste oboje pri sebe.

question-allergy-materials = Čo ak mám alergiu na materiály a dá sa to otestovať?

question-other-medicines-stop = Prestanem užívať svoje ostatné lieky proti spasticite?
answer-other-medicines-stop =
    Žiadny liek nevysadzujte na vlastnú päsť. Po operácii môže tím uberať vaše tablety proti spasticite, vždy len jeden druh naraz a po krokoch od štvrtiny do polovice. Baklofénové tablety sú prvé.

    Baklofénové tablety však majte doma aj tak, ako vám povie ošetrujúci tím.

## Samotná pumpa

topic-pump = Samotná pumpa

question-pump-size = Aká veľká je pumpa?
answer-pump-size-20 =
    Do vašej pumpy sa zmestí najviac 20 ml lieku.

    Ostatné vám povie vaša klinika a môže vám ukázať, aká veľká je pumpa zvonka.

answer-pump-size-40 =
    Do vašej pumpy sa zmestí najviac 40 ml lieku.

    Ostatné vám povie vaša klinika a môže vám ukázať, aká veľká je pumpa zvonka.

question-pump-feel = Ako človek cíti pumpu v tele?

question-pump-show = Bude pumpu pod oblečením vidno?
answer-pump-show =
    Pumpu pod oblečením možno nebude vidno, hovorí jedna klinika svojim pacientom. Leží tesne pod kožou, najviac 2,5 cm hlboko.

    Ako veľmi ju vidno, závisí od vás a od vašej pumpy. Opýtajte sa svojej kliniky.

question-pump-noise = Vydáva pumpa nejaký zvuk?
answer-pump-noise-synchromed-ii =
    Vaša pumpa vydáva tóny, keď si niečo vyžaduje pozornosť. Ak počujete tón, pozrite si otázku, čo robiť, keď pumpa spustí alarm.

    Vaša klinika vám povie, či môžete počuť aj niečo iné.

question-battery = Ako dlho vydrží batéria?
answer-battery-synchromed-ii =
    Vaša pumpa zvyčajne vydrží 5 až 7 rokov, najviac 7 rokov. Závisí to od toho, ako rýchlo liek tečie. Keď sa blíži koniec, pumpa vydáva jeden tón. Potom pracuje najviac 90 dní a potom sa zastaví, preto keď tón počujete, zavolajte svojej klinike.

answer-battery-medstream =
    Batéria vašej pumpy má podľa údajov vydržať 8 rokov.

    Ostatné vám povie vaša klinika.

question-pump-replaced = Kedy sa pumpa vymieňa?
answer-pump-replaced-synchromed-ii =
    Vaša pumpa sa vymieňa pri operácii skôr, než sa jej batéria minie. Zvyčajne je to po 5 až 7 rokoch. Naplánujte to s klinikou najmenej 3 mesiace vopred. Ak pumpa vydáva jeden tón, ktorý upozorňuje na výmenu, zavolajte svojej klinike: pumpa sa musí vymeniť do 90 dní.

answer-pump-replaced =
    Pumpa sa vymieňa pri operácii. Naplánujte to s klinikou najmenej 3 mesiace vopred.

    Vaša klinika vám povie, kedy je čas na výmenu vašej pumpy.

question-catheter-replaced = Kedy sa vymieňa tenká hadička, katéter?
answer-catheter-replaced =
    Hadička sa opraví alebo vymení, keď už neprivádza liek tam, kam má. Tím to zisťuje otázkami, röntgenom, skúškou cez pumpu a niekedy kontrastnou látkou. V jednej skupine 167 pacientov potrebovalo 33 opravu pumpového systému operáciou.

    Ak sa vaša spasticita vráti, zavolajte svojej klinike. Ostatné vám povie vaša klinika.

## Život s pumpou

topic-living = Život s pumpou

question-activity = Aké obmedzenia mám pri aktivitách a smiem pumpu trieť alebo otáčať?
answer-activity =
    Pumpu cez kožu netrite ani neotáčajte.

    Na každý šport alebo aktivitu sa opýtajte svojej kliniky. Teplo, potápanie, lietanie a lekárske ošetrenia majú na týchto stránkach vlastné otázky.

question-contact-sport = Smiem robiť kontaktné športy?

question-driving = Smiem šoférovať?
answer-driving =
    Dávajte pozor. Liek môže spôsobiť ospalosť.

    Skôr než budete šoférovať, opýtajte sa svojej kliniky.

question-alcohol = Smiem piť alkohol?
answer-alcohol =
    S alkoholom zaobchádzajte opatrne. Skôr než nejaký vypijete, opýtajte sa svojej kliniky.

question-other-medicines = Ktoré iné lieky smiem užívať?

question-bath-shower = Smiem sa kúpať alebo sprchovať v horúcej vode?
answer-bath-shower-synchromed-ii =
    Dávajte pozor na teplo nad 39 °C. Výrobca vašej pumpy pred ním varuje pri vírivkách, saunách a soláriách: vaša pumpa potom môže podávať viac lieku, než má.

    Vaša klinika vám povie, čo platí pre kúpeľ alebo sprchu doma.

question-heat = Smiem ísť do vírivky, sauny, parného kúpeľa alebo solária?
answer-heat-synchromed-ii =
    Nechoďte do vírivky, sauny ani solária, kde je viac než 39 °C. Teplo spôsobuje, že liek tečie rýchlejšie, a to môže viesť k predávkovaniu. Kto v teple začne byť veľmi ospalý, slabý alebo dýchavičný, potrebuje pomoc hneď teraz: volajte tiesňovú linku krajiny, v ktorej ste.

    Na parné kúpele sa opýtajte svojej kliniky.

question-diving = Smiem sa potápať?
answer-diving-synchromed-ii =
    Nepotápajte sa hlbšie než 10 m. Voda na pumpu tlačí: po ponore do 30 m sa u jedného človeka zistilo, že spodok pumpy je vtlačený.

    Skôr než sa vôbec budete potápať, opýtajte sa svojej kliniky.

question-microwave = Smiem používať mikrovlnnú rúru?

question-pregnancy = Smiem otehotnieť alebo dojčiť?

## Cestovanie

topic-travel = Cestovanie

question-security-gates = Smiem prejsť cez detektory proti krádeži a detektory kovov?
answer-security-gates-synchromed-ii =
    Áno, prejdite cez ne a nezdržiavajte sa vnútri. Pumpa môže detektor spustiť, preto ukážte svoju kartu k pumpe.

question-flying = Smiem lietať a čo sa deje na letisku?
answer-flying-synchromed-ii =
    Skôr než poletíte, opýtajte sa svojej kliniky. Keď tlak vzduchu okolo vás klesne, vaša pumpa môže podávať viac lieku, než má. Môže v tom pokračovať aj po vašom návrate.

    Na letisku môže pumpa spustiť detektory. Noste pri sebe kartu k pumpe a ukážte ju.

question-travel-abroad = Čo mám urobiť pred dlhou cestou alebo cestou do zahraničia?
answer-travel-abroad =
    Porozprávajte sa s klinikou včas. Dajte si pumpu doplniť pred odchodom. Vezmite si so sebou baklofénové tablety a svoje údaje pre prípad núdze.

question-time-zones = Čo s časovými pásmami a letným časom?
answer-time-zones-flex =
    Pred cestou do iného časového pásma zavolajte svojej klinike. Vaša dávka sa počas dňa mení a hodiny pumpy sa samy neprestavia. Zmeny preto prídu skôr alebo neskôr, než ste zvyknutí, o toľko hodín, aký je časový rozdiel medzi miestami. To isté sa stane, keď sa prechádza na letný alebo zimný čas.

answer-time-zones =
    Ak vaša pumpa podáva celý deň rovnakú dávku, iné časové pásma sú najľahšie. Ak sa vaša dávka počas dňa mení, pred cestou zavolajte svojej klinike, lebo hodiny pumpy sa samy neprestavia.

## Vyšetrenia prístrojmi a iné ošetrenia

topic-treatments = Vyšetrenia prístrojmi a iné ošetrenia

question-mri = Smiem ísť na magnetickú rezonanciu (MR)?
answer-mri-synchromed-ii =
    Pred vyšetrením povedzte o pumpe tímu, ktorý vyšetruje, aj svojej klinike. S vašou pumpou sa smie vyšetrovať za určitých podmienok, do 3 tesla, a tím ich musí najprv vyhľadať. Silný magnet zastaví motor pumpy. Mal by sa znova rozbehnúť sám, ale môže to trvať 2 až 24 hodín.

    Po vyšetrení si dajte pumpu skontrolovať. Ak počujete dvojtónový alarm, hneď zavolajte svojej klinike: liek môže zostať vypnutý, kým sa z pumpy nenačítajú údaje.

answer-mri-prometra-ii =
    Pred vyšetrením povedzte o pumpe tímu, ktorý vyšetruje, aj svojej klinike. S vašou pumpou sa smie vyšetrovať za určitých podmienok, do 1,5 tesla. Klinika musí pumpu najprv vyprázdniť. V magnete sa zatvorí ventil a zostane zatvorený, kým ho niekto ručne neresetuje.

    Dovtedy netečie žiadny liek. Preto choďte po vyšetrení na to bez meškania do svojej kliniky.

answer-mri-prometra =
    Nechoďte do prístroja MR. O pumpe povedzte každému, kto plánuje vyšetrenie, a opýtajte sa svojej kliniky, čo robiť namiesto toho. Európske dokumenty k vašej pumpe od roku 2019 uvádzajú, že tam nie je bezpečná. Ventily pumpy sa môžu v magnete otvoriť a vypustiť liek.

question-hyperbaric = Smiem ísť do tlakovej komory (hyperbarickej komory)?
answer-hyperbaric-synchromed-ii =
    Opýtajte sa najprv svojho lekára. Tlak nesmie byť vyšší než 2 atmosféry, počítané spolu s normálnym tlakom vzduchu. Pumpa musí byť predtým naplnená a dávka zostáva taká, aká je. Pri vysokom tlaku podáva vaša pumpa menej lieku.

question-ultrasound = Smiem ísť na ultrazvuk alebo iné ošetrenia?
answer-ultrasound-synchromed-ii =
    Pred každým vyšetrením prístrojom alebo ošetrením povedzte personálu o pumpe. Ultrazvuková sonda musí zostať 15 cm od pumpy.

    Ak si nie sú istí, požiadajte ich, aby najprv zavolali vašej klinike.

## Doplnenia, dávka a tablety

topic-follow-up = Doplnenia, dávka a tablety

question-follow-up-visits = Čo sa deje na kontrolách?
answer-follow-up-visits =
    Tím upraví vašu dávku, skontroluje, ako pumpa funguje, a naplánuje ďalšie doplnenie. Povedzte, čo sa zlepšilo a čo sa zhoršilo.

question-refill-visit = Ako prebieha návšteva na doplnenie?
answer-refill-visit-synchromed-ii =
    Jedna klinika hovorí, že to trvá asi 10 minút. Tím najprv načíta údaje z pumpy a vidí, koľko by v nej malo zostávať. Potom prejde ihla cez kožu do pumpy. Starý liek sa odsaje, jeho množstvo sa porovná s očakávaným a pomaly sa vpustí nový liek.

    Opýtajte sa na dátum ďalšieho doplnenia a ďalšieho alarmu.

answer-refill-visit =
    Prídete kvôli tomu na kliniku. Jedna klinika hovorí, že to trvá asi 10 minút.

    Ostatné vám povie vaša klinika.

question-refill-how-often = Ako často sa musí pumpa doplniť?
answer-refill-how-often =
    Väčšina ľudí prichádza každé 3 až 4 mesiace. Môže to byť od 1 do 6 mesiacov, podľa pumpy a dávky. Liek nesmie v pumpe zostať dlhšie než 180 dní a jedno centrum pre deti dopĺňa do 11 týždňov.

    Doplnenie je najlepšie urobiť 3 až 5 dní pred dátumom, keď by zaznel alarm.

question-dose-change = Ako sa mení dávka?
answer-dose-change-constant-flow =
    Vaša pumpa podáva liek stálou rýchlosťou. Keď treba zmeniť dávku, klinika naplní silnejší alebo slabší roztok.

answer-dose-change =
    Ošetrujúci tím ju mení tak, že pumpu zvonka naprogramuje špeciálnym prístrojom. Pumpa zostáva v tele. Zmeniť sa dá aj koncentrácia lieku v pumpe.

question-tablets-at-home = Mám mať doma baklofénové tablety?
answer-tablets-at-home =
    Áno, majte doma zásobu baklofénových tabliet. Požiadajte kliniku o plán: kedy ich užiť, koľko a komu zavolať. Mimo tohto plánu ich nezačínajte užívať ani nevysadzujte.

question-home-refill = Dá sa pumpa doplniť doma?
answer-home-refill =
    Na niektorých miestach to existuje. Robí to jedna služba, ktorá je dostupná vo dne aj v noci. V jednej štúdii nemocnica doplnila pumpu doma 20 pacientom, s ultrazvukom sledovaným na diaľku, a polovica návštev trvala 26 minút alebo menej.

    Vaša klinika vám povie, či je to možné tam, kde bývate.

## Varovné príznaky a volanie o pomoc

topic-danger = Varovné príznaky a volanie o pomoc

question-missed-refill = Čo ak vynechám doplnenie?
answer-missed-refill-synchromed-ii =
    Okamžite zavolajte svojej klinike, aj keď sa cítite dobre. Keď je pumpa prázdna, netečie žiadny liek. Abstinenčný stav, ochorenie z nedostatku lieku, sa môže začať o 1 až 3 dni a môže ohroziť život. Chod naprázdno môže poškodiť aj pumpu.

    Sledujte, či sa nevracia spasticita a či nesvrbí koža bez vyrážky. Pri horúčke, zmätenosti alebo veľkej stuhnutosti volajte tiesňovú linku krajiny, v ktorej ste.

answer-missed-refill =
    Okamžite zavolajte svojej klinike, aj keď sa cítite dobre. Keď je pumpa prázdna, netečie žiadny liek. Abstinenčný stav, ochorenie z nedostatku lieku, sa môže začať o 1 až 3 dni a môže ohroziť život.

    Sledujte, či sa nevracia spasticita a či nesvrbí koža bez vyrážky. Pri horúčke, zmätenosti alebo veľkej stuhnutosti volajte tiesňovú linku krajiny, v ktorej ste.

question-alarm-sound = Ako znie alarm pumpy?
answer-alarm-sound-synchromed-ii =
    Ak počujete dva tóny, hneď zavolajte svojej klinike. Vaša pumpa má dva druhy alarmu. Jeden je jediný tón, ktorý trvá asi 1 sekundu a ozýva sa asi raz za hodinu. Druhý je dvojtónový zvuk, ktorý trvá asi 3 sekundy, a ten je nebezpečný. Požiadajte kliniku, aby vám oba tóny prehrala svojím programovacím prístrojom.

    Sledujte príznaky, že lieku je priveľa alebo primálo, aj keď žiadny alarm neznie. Nič vo vašej pumpe nemeria, koľko lieku zostáva: pumpa to vypočítava zo svojho programu, preto keď podáva priveľa, žiadny alarm neznie.

question-alarm-do = Čo mám robiť, keď pumpa spustí alarm?
answer-alarm-do-synchromed-ii =
    Dva tóny: zavolajte svojej klinike hneď teraz, vo dne aj v noci. Je možné, že liek prestal tiecť, a to môže ohroziť život. Ak sa nikomu neviete dovolať, choďte hneď teraz do nemocnice alebo volajte tiesňovú linku krajiny, v ktorej ste.

    Jeden tón: zavolajte svojej klinike dnes. Pumpu možno treba doplniť alebo sa musí vymeniť do 90 dní. Povedzte, ktorý z tých dvoch zvukov ste počuli, ako často a odkedy.

question-withdrawal-signs = Aké sú príznaky abstinenčného stavu (primálo lieku)?
answer-withdrawal-signs =
    Včasné príznaky sú, že sa vracia spasticita alebo že svrbí koža bez vyrážky: okamžite zavolajte svojej klinike, vo dne aj v noci. Neskoré príznaky sú horúčka, zmätenosť a veľká stuhnutosť: pri ktoromkoľvek z nich volajte tiesňovú linku krajiny, v ktorej ste, a povedzte „baklofénová pumpa, možno abstinenčný stav“.

    Tiesňovú linku volajte aj vtedy, keď máte včasný príznak a zároveň platí čokoľvek z tohto: na kliniku sa neviete dovolať; znie alarm pumpy; pumpa môže byť prázdna či zastavená; patríte medzi zvlášť ohrozených.

    Zvlášť ohrození sú ľudia s poranením miechy v hornej časti chrbta alebo v krku (na úrovni T6 alebo vyššie), ľudia, ktorí nevedia povedať, ako sa cítia, a ľudia, ktorí už mali abstinenčný stav. Abstinenčný stav sa začína 1 až 3 dni po tom, ako sa liek zastaví, a môže viesť k smrti. Svaly a orgány sa môžu poškodiť.

question-withdrawal-prevent = Ako predídem abstinenčnému stavu?
answer-withdrawal-prevent =
    Nikdy nevynechajte doplnenie a zapíšte si jeho dátum. Najlepšie je 3 až 5 dní pred dátumom alarmu. Každý alarm berte vážne a zavolajte. Majte doma baklofénové tablety a poznajte svoj plán. Noste pri sebe kartu k pumpe.

question-overdose-signs = Aké sú príznaky predávkovania (priveľa lieku)?
answer-overdose-signs =
    Volajte tiesňovú linku krajiny, v ktorej ste, pri ktoromkoľvek z týchto príznakov: ospalosť, závraty, slabosť, ktorá postupuje telom nahor, ťažké dýchanie, epileptický záchvat alebo keď sa niekto nedá zobudiť. Povedzte: baklofénová pumpa, možno predávkovanie. Potom zavolajte klinike.

    Po zmene dávky je účinok najväčší po 24 až 48 hodinách.

question-side-effects = Aké sú časté vedľajšie účinky?
answer-side-effects =
    Ospalosť, závraty, nová slabosť, epileptický záchvat aj ťažké dýchanie môžu znamenať, že lieku je priveľa: volajte tiesňovú linku krajiny, v ktorej ste. Pri všetkom inom novom, čo vás trápi, zavolajte svojej klinike.

    Najčastejším vedľajším účinkom sú slabé, ochabnuté svaly: asi 35 zo 100 ľudí. Asi 21 zo 100 je ospalých, asi 11 zo 100 bolí hlava a epileptický záchvat má 10 zo 100.

question-when-to-call = Kedy mám volať lekára alebo sestru?
answer-when-to-call =
    Okamžite zavolajte svojej klinike, keď ste vynechali doplnenie, keď pumpa vydáva dva tóny alebo zvuk, ktorý nepoznáte, keď sa vracia spasticita alebo keď svrbí koža bez vyrážky. Pri jednom tóne jej zavolajte dnes.

    Pri ktoromkoľvek z týchto príznakov nečakajte, volajte tiesňovú linku krajiny, v ktorej ste: horúčka, veľká stuhnutosť, zmätenosť, ospalosť, závraty, nová slabosť, epileptický záchvat, ťažké dýchanie alebo keď sa niekto nedá zobudiť.

question-whom-to-call = Komu volám cez deň, v noci a cez víkend?

question-help-with-pump = Kedy mám hľadať pomoc pre samotnú pumpu?
answer-help-with-pump-synchromed-ii =
    Okamžite zavolajte svojej klinike, keď pumpa vydáva dva tóny. Aj jeden tón znamená, že máte zavolať. Okamžite zavolajte aj vtedy, keď ste vynechali doplnenie. Opýtajte sa svojej kliniky, čo ešte máte sledovať.

question-need-to-know = Čo potrebujem vedieť, kým používam pumpu?
answer-need-to-know =
    Poznajte dátum svojho ďalšieho doplnenia a nikdy ho nevynechajte. Poznajte príznaky, že lieku je primálo, aj príznaky, že ho je priveľa, a vedzte, komu volať. Majte doma baklofénové tablety a noste pri sebe kartu k pumpe.

    Pred každým ošetrením alebo vyšetrením prístrojom povedzte personálu o pumpe.
