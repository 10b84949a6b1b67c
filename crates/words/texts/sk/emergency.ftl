### The clinical words of the emergency sheet, on paper and on screen: one message for each statement of emergency.toml.

## Primálo lieku: abstinenčný stav

statement-withdrawal-early = Včasné: vracia sa pacientova vlastná spasticita; svrbenie bez vyrážky.
statement-withdrawal-late = Neskoré: horúčka, zmenený duševný stav, rebound rigidita, rabdomyolýza, zlyhanie orgánov, smrť.
statement-withdrawal-high-risk = Vysoké riziko: poranenie miechy na úrovni T6 alebo vyššie, neschopnosť komunikovať, abstinenčný stav v minulosti.
statement-withdrawal-onset = Začína sa 1 až 3 dni po prerušení podávania.
statement-withdrawal-progress = Zhoršuje sa v priebehu 24 až 72 h.
statement-withdrawal-restore = Volajte tím pre pumpu. Obnovte intratekálne podávanie v rovnakej alebo takmer rovnakej dávke.
statement-withdrawal-bridge = Dovtedy: perorálny baklofén (10 až 20 mg každých 6 h pri dlhšom prerušení), benzodiazepíny, propofol v intenzívnej starostlivosti.
statement-withdrawal-interrogate = Načítajte údaje z pumpy: nastavenia, alarmy, záznam udalostí, motor. Prečítajte objem v zásobníku a porovnajte ho s nameraným objemom.
statement-withdrawal-other-cause = Hľadajte inú príčinu: anamnéza, vyšetrenie, laboratórne testy vrátane kreatínkinázy.
statement-withdrawal-x-ray = Urobte röntgen celého systému.
statement-withdrawal-no-blind-restart = Pumpu len tak nedopĺňajte a znova nespúšťajte: dieťa, ktorého pumpa podávala primálo lieku, malo 10 minút po opätovnom spustení takmer smrteľné predávkovanie.

## Priveľa lieku: predávkovanie

statement-overdose-signs = Ospalosť, závraty, strata svalového tonusu postupujúca nahor, útlm dýchania, epileptické záchvaty, kóma.
statement-overdose-small = Opísané už po 25 mikrogramoch.
statement-overdose-bolus = Po boluse: začiatok po 0,5 až 1 h, vrchol asi po 4 h, trvanie 4 až 8 h.
statement-overdose-continuous = Po začatí alebo zmene kontinuálnej infúzie: prvý účinok po 6 až 8 h, maximum po 24 až 48 h.
statement-overdose-coma = Kóma v trvaní až 72 h.
statement-overdose-airway = Dýchacie cesty a dýchanie.
statement-overdose-stop = Volajte tím pre pumpu. Zastavte pumpu alebo vyprázdnite jej zásobník.
statement-overdose-needle = Do portu zásobníka patrí nevykrajujúca ihla (non-coring) 22 G.
statement-overdose-lumbar-puncture = Ak to nie je kontraindikované, odoberte lumbálnou punkciou 30 až 40 ml mozgovomiechového moku.
statement-overdose-then-withdrawal = Prerušené podávanie vedie k abstinenčnému stavu, o 1 až 3 dni neskôr: opätovné spustenie naplánujte s tímom pre pumpu.
statement-overdose-no-antidote = Nespoliehajte sa na fyzostigmín: staršie informácie o lieku ho uvádzajú, panel expertov odporúča vo väčšine prípadov ho nepoužívať, sú hlásené zlyhania.

## Môže ísť o jedno alebo druhé

statement-either-pocket-fill = Po doplnení myslite na naplnenie mimo pumpy („pocket fill“, liek vedľa pumpy): môže sa prejaviť ako abstinenčný stav alebo ako predávkovanie.
statement-either-route = Baklofén z pumpy sa nikdy nepodáva i.v., i.m., s.c. ani epidurálne.
statement-either-access-port = Prístupový port katétra (súprava 8540): nikdy cez neň nedopĺňajte, nikdy doň nevstrekujte, aby ste liek posunuli ďalej.

## Pumpa: alarmy a MR

statement-alarm-two-tone = Dva tóny, asi 3 s: prázdny zásobník, koniec životnosti, zastavenie motora, pumpa zastavená dlhšie než 48 h, kritická chyba pamäte alebo reset pri slabej batérii. Je možné, že liek už netečie: konajte hneď.
statement-alarm-single-tone = Jeden tón, asi 1 s, asi raz za hodinu: nízky stav zásobníka, potrebná výmena, malá chyba pamäte. Volajte kliniku.
statement-alarm-calculated = Alarm zásobníka sa riadi výpočtom, objem nič nemeria: keď pumpa podáva priveľa, alarm neznie.
statement-mri-synchromed-ii = Do 3 T, podmienečne: najprv vyhľadajte podmienky pre tento model. Pumpu nechajte v chode. Rotor sa v poli zastaví; opätovné spustenie môže trvať 2 až 24 h. Potom načítajte údaje z pumpy: ak znie dvojtónový alarm, infúzia môže zostať vypnutá, kým to neurobíte.
statement-mri-prometra-ii = Do 1,5 T, podmienečne: najprv vyprázdnite zásobník. Ventil sa v poli zatvorí a zostane zatvorený, liek netečie, kým sa ventil ručne neresetuje.
statement-mri-prometra = Podľa označenia v EÚ z roku 2019 nebezpečná v prostredí MR (MR unsafe): ventily sa môžu v poli otvoriť a vypustiť liek.
