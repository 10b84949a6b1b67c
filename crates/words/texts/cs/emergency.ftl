### The clinical words of the emergency sheet, on paper and on screen: one message for each statement of emergency.toml.

## Příliš málo léku: abstinenční příznaky

statement-withdrawal-early = Časně: vrací se pacientova vlastní spasticita; svědění bez vyrážky.
statement-withdrawal-late = Pozdě: horečka, změněný duševní stav, rebound rigidita, rhabdomyolýza, selhání orgánů, smrt.
statement-withdrawal-high-risk = Vysoké riziko: poranění míchy v úrovni Th6 nebo výše, neschopnost komunikovat, abstinenční příznaky v minulosti.
statement-withdrawal-onset = Začínají 1 až 3 dny po přerušení podávání.
statement-withdrawal-progress = Zhoršují se během 24 až 72 h.
statement-withdrawal-restore = Volejte tým pro pumpu. Obnovte intratekální podávání ve stejné nebo téměř stejné dávce.
statement-withdrawal-bridge = Do té doby: perorální baklofen (10 až 20 mg každých 6 h při delším přerušení), benzodiazepiny, propofol v intenzivní péči.
statement-withdrawal-interrogate = Načtěte údaje z pumpy: nastavení, alarmy, záznam událostí, motor. Odečtěte objem zásobníku a porovnejte ho se změřeným objemem.
statement-withdrawal-other-cause = Hledejte jinou příčinu: anamnéza, vyšetření, laboratorní testy včetně kreatinkinázy.
statement-withdrawal-x-ray = Proveďte RTG celého systému.
statement-withdrawal-no-blind-restart = Pumpu jen tak nedoplňujte a znovu nespouštějte: dítě, jehož pumpa podávala příliš málo, mělo 10 minut po opětovném spuštění téměř smrtelné předávkování.

## Příliš mnoho léku: předávkování

statement-overdose-signs = Ospalost, závratě, ztráta svalového tonu postupující vzhůru, dechový útlum, epileptické záchvaty, kóma.
statement-overdose-small = Hlášeno už po pouhých 25 mikrogramech.
statement-overdose-bolus = Po bolusu: začíná za 0,5 až 1 h, vrcholí asi za 4 h, trvá 4 až 8 h.
statement-overdose-continuous = Po zahájení nebo změně kontinuální infuze: první účinek za 6 až 8 h, maximum za 24 až 48 h.
statement-overdose-coma = Kóma až 72 h.
statement-overdose-airway = Dýchací cesty a dýchání.
statement-overdose-stop = Volejte tým pro pumpu. Zastavte pumpu nebo vyprázdněte její zásobník.
statement-overdose-needle = Do portu zásobníku patří nevykrajující (non-coring) jehla 22 gauge.
statement-overdose-lumbar-puncture = Není-li to kontraindikováno, odeberte lumbální punkcí 30 až 40 ml mozkomíšního moku.
statement-overdose-then-withdrawal = Přerušené podávání vede k abstinenčním příznakům, o 1 až 3 dny později: opětovné spuštění naplánujte s týmem pro pumpu.
statement-overdose-no-antidote = Nespoléhejte na fyzostigmin: starší informace o přípravku ho uvádějí, panel odborníků od něj ve většině případů zrazuje, jsou hlášena selhání.

## Může jít o obojí

statement-either-pocket-fill = Po doplnění myslete na naplnění kapsy (lék vedle pumpy): může se projevit jako abstinenční příznaky, nebo jako předávkování.
statement-either-route = Baklofen určený do pumpy se nikdy nepodává i.v., i.m., s.c. ani epidurálně.
statement-either-access-port = Přístupový port katetru (sada 8540): nikdy přes něj nedoplňujte, nikdy do něj nevstřikujte s cílem posunout lék dál.

## Pumpa: alarmy a MR

statement-alarm-two-tone = Dva tóny, asi 3 s: prázdný zásobník, konec životnosti, zablokování motoru, zastavení delší než 48 h, kritická chyba paměti nebo reset při slabé baterii. Lék už možná neteče: jednejte hned.
statement-alarm-single-tone = Jeden tón, asi 1 s, asi jednou za hodinu: nízký stav zásobníku, potřebná výměna, menší chyba paměti. Volejte kliniku.
statement-alarm-calculated = Alarm zásobníku vychází z výpočtu, objem nic neměří: když pumpa podává příliš mnoho, nezazní.
statement-mri-synchromed-ii = Do 3 T, podmíněně: nejdřív vyhledejte podmínky pro tento model. Pumpu nechte běžet. Rotor se v poli zastaví; opětovné rozběhnutí může trvat 2 až 24 h. Poté načtěte údaje z pumpy: pokud zní alarm se dvěma tóny, infuze může do té doby zůstat vypnutá.
statement-mri-prometra-ii = Do 1,5 T, podmíněně: nejdřív vyprázdněte zásobník. Ventil se v poli zavře a zůstane zavřený, žádný lék neteče, dokud se ventil ručně neresetuje.
statement-mri-prometra = Podle označení pro EU z roku 2019 není při MR bezpečná (MR unsafe): ventily se v poli mohou otevřít a vypustit lék.
