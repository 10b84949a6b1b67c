### The fixed words of the papers: emergency sheet, visit summary, programming sheet, refill record and the others.
### Places hold text that is already written in the language: dates, amounts with their unit, names.

## Každý papier

paper-letter = List
paper-code-address = Naskenujte: dnešné údaje
paper-code-offline = Naskenujte: údaje ako text, bez siete

## Núdzový list

paper-emergency-title = NÚDZOVÝ LIST: intratekálna baklofénová pumpa
paper-emergency-document = Núdzový list: { $name }
paper-emergency-born = nar.
paper-emergency-record-number = číslo záznamu
paper-emergency-pump = Pumpa
paper-emergency-serial = Sériové číslo
paper-emergency-drug = Liek
paper-emergency-strength = Koncentrácia
paper-emergency-last-refill = Posledné doplnenie
paper-emergency-alarm = Alarm nízkeho stavu zásobníka
paper-emergency-empty = Vyprázdni sa asi
paper-emergency-dose-not-known = dávka nie je známa
paper-emergency-per-24-hours = za 24 h
paper-emergency-mode = režim:
paper-emergency-since = v pumpe od:
paper-emergency-dose-stopped = PUMPA ZASTAVENÁ. Posledný potvrdený program:
paper-emergency-dose-not-sure = NIE JE ISTÉ. Posledný potvrdený program:
paper-emergency-order-unknown = PREDPIS NIE JE V PUMPE POTVRDENÝ: DÁVKA NIE JE ZNÁMA
paper-emergency-stopped = PUMPA JE ZASTAVENÁ
paper-emergency-critical-alarm = KRITICKÝ ALARM NEVYRIEŠENÝ
paper-emergency-note = POZNÁMKA
paper-emergency-flex = Program flex (časy podľa hodín pumpy)
paper-emergency-days = Dni
paper-emergency-time = Čas
paper-emergency-amount = Množstvo
paper-emergency-call-now = VOLAŤ HNEĎ TERAZ
paper-emergency-call-otherwise = V inom čase
paper-emergency-medicines = Lieky
paper-emergency-allergies = Alergie
paper-emergency-withdrawal = ABSTINENČNÝ STAV: primálo lieku
paper-emergency-overdose = PREDÁVKOVANIE: priveľa lieku
paper-emergency-signs = Príznaky
paper-emergency-times = Publikované časy
paper-emergency-steps = Prvé kroky
paper-emergency-never = Čo nerobiť
paper-emergency-both = Môže ísť o jedno alebo druhé
paper-emergency-alarm-sounds = Zvuky alarmu
paper-emergency-alarm-not-known = Pre túto pumpu nie je známe: pozrite jej príručku.
paper-emergency-mri = MR
paper-emergency-mri-not-known = Pre túto pumpu nie je známe: pred každým vyšetrením pozrite jej príručku.
paper-emergency-warnings-more = { $count ->
        [one] a ešte jedno varovanie, pozrite záznam
        [few] a ešte { $count } varovania, pozrite záznam
        [many] a ešte { $count } varovania, pozrite záznam
       *[other] a ešte { $count } varovaní, pozrite záznam
    }
paper-emergency-scan = Naskenujte: údaje bez siete
paper-emergency-scan-address = Naskenujte: dnešné údaje

## Varovania

paper-warning-died = Podľa tohto záznamu pacient zomrel { $date }.
paper-warning-no-pump = V tomto zázname nie je žiadna pumpa.
paper-warning-explanted = Systém bol vybratý { $at }: { $why }
paper-warning-order-ordered = Predpísané: { $what }; podpísané { $at }. Nikto neuviedol, že je to v pumpe. Načítajte údaje z pumpy.
paper-warning-order-unknown = Predpísané: { $what }; podpísané { $at }. Programovacie sedenie sa uskutočnilo a nevidelo sa, že by pumpa podľa toho bežala. Načítajte údaje z pumpy.
paper-warning-order-waits = { $at } bola predpísaná zmena: { $what }. Nikto nepotvrdil, že pumpa podľa nej beží. Na tomto papieri je posledný program, ktorý sa v pumpe videl.
paper-warning-not-baclofen = V zásobníku je „{ $drug }“, čo nie je žiadny z uvedených prípravkov baklofénu. Kroky na tomto papieri sú pre baklofén.
paper-warning-empty = Zásobník je podľa výpočtu prázdny od { $at }.
paper-warning-nothing-since = Nič sa nepodáva od { $at }: { $why }
paper-warning-nothing = Nič sa nepodáva; odkedy, nie je známe: { $why }
paper-warning-unsure-since = Nie je známe, či pumpa podáva, od { $at }: { $why } Načítajte údaje z pumpy.
paper-warning-unsure = Nie je známe, či pumpa podáva, ani odkedy: { $why } Načítajte údaje z pumpy.
paper-warning-stopped-by-order = Pumpa bola zastavená podľa predpisu; od { $at }.
paper-warning-stopped-by-order-unknown = Pumpa bola zastavená podľa predpisu; odkedy, nie je známe.
paper-warning-nothing-recorded = Podľa tohto záznamu sa nič nepodáva.
paper-warning-not-programmed = V pumpe sa ešte nevidel žiadny program.
paper-warning-minimum-rate = Pumpa beží minimálnou rýchlosťou: udržiava katéter priechodný a nikoho nelieči.
paper-warning-bolus-single = Jednorazový bolus beží do { $until }.
paper-warning-bolus-bridge = Premosťovací bolus (v katétri je ešte stará koncentrácia: dávka na programovacom prístroji nie je to, čo pacient dostáva) beží do { $until }.
paper-warning-bolus-prime = Plniaci bolus beží do { $until }.
paper-warning-alarm = { $what }, zaznamenané { $at }.
paper-warning-alarm-undated = Kritický alarm nie je vyriešený.
paper-warning-open = V zázname nevyriešené: { $what }
paper-warning-refill-past = Doplnenie malo byť do { $date }.

## Kto a čo: názvy údajov

paper-patient = Pacient
paper-born = Dátum narodenia
paper-what = Údaj
paper-value = Hodnota
paper-born-with-age = { $n ->
        [one] { $date } ({ $n } rok)
        [few] { $date } ({ $n } roky)
        [many] { $date } ({ $n } roka)
       *[other] { $date } ({ $n } rokov)
    }
paper-record-number = Číslo záznamu
paper-diagnosis = Diagnóza
paper-pump = Pumpa
paper-pump-with-serial = { $pump }, sériové číslo { $serial }
paper-implanted-on = Implantované
paper-catheter = Katéter
paper-catheter-length = Dĺžka katétra v tele
paper-catheter-volume = Objem katétra
paper-catheter-volume-unverified = { $volume }, vypočítané z neovereného čísla
paper-tip = Výška hrotu
paper-drug = Liek
paper-strength = Koncentrácia
paper-strength-both = { $told } zadané pumpe; { $vial } na fľaštičke
paper-strength-vial = { $vial } na fľaštičke; v pumpe nevidené
paper-dose = Dávka za 24 hodín
paper-dose-confirmed = Dávka za 24 hodín, ako bola naposledy potvrdená v pumpe
paper-mode = Režim
paper-mode-continuous = kontinuálne
paper-mode-flex = flex
paper-mode-minimum-rate = minimálna rýchlosť
paper-mode-stopped = zastavené
paper-mode-with-patient-bolus = { $mode }; pacient si môže pridať bolusy
paper-since = V pumpe od
paper-since-read-back-by = { $at }, spätne prečítané: { $by }
paper-since-read-back = { $at }, spätne prečítané
paper-since-telemetry-by = { $at }, načítané telemetriou, zaznamenané: { $by }
paper-since-telemetry = { $at }, načítané telemetriou
paper-since-found-by = { $at }, zistené pri prijatí: { $by }
paper-since-found = { $at }, zistené pri prijatí
paper-since-surgery-by = { $at }, zaznamenané pri operácii: { $by }
paper-since-surgery = { $at }, zaznamenané pri operácii
paper-patient-bolus = Pacient si môže pridať
paper-patient-bolus-says = { $count ->
        [one] { $dose } počas { $over }, potom zablokované na { $lockout }, najviac jeden za 24 hodín
        [few] { $dose } počas { $over }, potom zablokované na { $lockout }, najviac { $count } za 24 hodín
        [many] { $dose } počas { $over }, potom zablokované na { $lockout }, najviac { $count } za 24 hodín
       *[other] { $dose } počas { $over }, potom zablokované na { $lockout }, najviac { $count } za 24 hodín
    }
paper-last-refill = Posledné doplnenie
paper-last-refill-filled = { $date }, naplnené na { $volume }
paper-last-refill-elsewhere = { $date }, inde; pri čítaní { $read } zostávalo { $volume }
paper-last-refill-elsewhere-undated = inde, deň nie je známy; pri čítaní { $read } zostávalo { $volume }
paper-reservoir-now = Teraz v zásobníku, podľa výpočtu
paper-alarm-on = Alarm nízkeho stavu zásobníka, podľa výpočtu
paper-empty-about = Vyprázdni sa asi, podľa výpočtu
paper-empty-earliest = Prázdna najskôr
paper-empty-and-earliest = { $date }, najskôr { $earliest }
paper-refill-by = Doplniť do
paper-next-visit = Najbližšia návšteva
paper-allergies = Alergie
paper-medicines = Lieky
paper-medicine-depressant = { $medicine } (tlmí centrálny nervový systém)
paper-medicine-kept = doma v zásobe: { $stock }
paper-home-stock = Baklofén na užívanie ústami, zásoba doma
paper-stock-out-of-date = { $what } (po dátume použiteľnosti od { $date })
paper-stock-keeps = { $what } (použiteľné do { $date })
paper-not-asked = nie je známe: nikto sa nepýtal

## Dni, hodiny a komu volať

paper-days-range = { $from } až { $to }
paper-days-every-public-holiday = každý sviatok
paper-days-public-holidays = sviatky
paper-days-if-public-holiday = { $days }, ak je sviatok
paper-days-except-public-holidays = { $days } okrem sviatkov
paper-days-and-public-holidays = { $days } a každý sviatok
paper-hours = { $days }, od { $from } do { $until }
paper-hours-overnight = { $days }, od { $from } do { $until } nasledujúceho dňa
paper-hours-any = v každú hodinu
paper-hours-if-nobody-else = v každú hodinu, ak nikto iný nedvíha
paper-hours-until-today = dnes do { $time }
paper-hours-until-tomorrow = do zajtra { $time }
paper-hours-until-on = do { $time } dňa { $date }
paper-call = Komu volať
paper-call-who = Kto
paper-call-telephone = Telefón
paper-call-when = Kedy
paper-call-nobody = Nie sú zadané žiadne telefónne čísla. Opýtajte sa kliniky a napíšte ich sem: ____________________
paper-call-emergency = Pri každom príznaku, že lieku je priveľa, alebo pri neskorom príznaku, že ho je primálo: volajte tiesňovú linku krajiny, v ktorej ste, potom tím pre pumpu.
paper-call-early = Pri včasnom príznaku, že lieku je primálo, alebo ak to neviete iste: volajte tím pre pumpu hneď teraz, vo dne aj v noci.

## Súhrn návštevy

paper-visit-summary = Súhrn návštevy
paper-visit-of = Návšteva { $date }
paper-visit-done = Čo sa urobilo
paper-visit-nothing = V tento deň sa nič nezaznamenalo.
paper-visit-program = Program teraz
paper-visit-program-says = Pumpa podáva { $dose }. Liek: { $drug }, { $strength }.
paper-visit-program-not-known = Čo pumpa podáva, nie je známe: nevidel sa v nej žiadny program.
paper-visit-program-continuous = V každú hodinu dňa rovnako.
paper-visit-program-flex = V niektorých časoch dňa viac a v iných menej; pozrite tabuľku. Časy sú podľa hodín pumpy.
paper-visit-program-minimum-rate = Pri minimálnej rýchlosti pumpa iba udržiava katéter priechodný. Nikoho nelieči.
paper-visit-program-stopped = Pumpa je zastavená. Nič netečie.
paper-visit-change = Čo sa zmenilo
paper-visit-before = Predtým
paper-visit-after = Potom
paper-visit-difference = Zmena
paper-change-more = o { $amount } viac ({ $percent } %)
paper-change-less = o { $amount } menej ({ $percent } %)
paper-change-none = bez zmeny
paper-change-first = toto je prvý program
paper-visit-residual = Čo v pumpe zostalo
paper-visit-appointments = Najbližšie termíny
paper-visit-no-appointments = Nie je objednaný žiadny termín. Požiadajte kliniku o termín pred dátumom „doplniť do“.
paper-appointment-test = Skúška pred pumpou
paper-appointment-implant = Implantácia alebo operácia
paper-appointment-refill = Doplnenie
paper-appointment-visit = Návšteva
paper-appointment-review = Posúdenie tímom
paper-appointment-phone-contact = Telefonát z kliniky
paper-appointment-where = { $when }, { $where }
paper-visit-scores = Skóre
paper-visit-scores-names = Názvy škál a svalov sú po anglicky, ako v zázname.
paper-score = Skóre
paper-score-before = Naposledy predtým
paper-score-this-day = V tento deň
paper-score-first = Prvé
paper-score-last = Posledné
paper-visit-watch = Na čo dávať pozor

paper-did-refill = Pumpa bola doplnená: { $volume }, { $drug }, { $strength }.
paper-did-program = Bol zadaný nový program a videlo sa, že v pumpe beží: { $dose }.
paper-did-program-not-running = Bol zadaný nový program a nevidelo sa, že by podľa neho pumpa bežala.
paper-did-ordered = Bol predpísaný nový program: { $dose }.
paper-did-test-ordered = Bola predpísaná skúšobná dávka: { $dose }.
paper-did-refill-ordered = Bolo predpísané doplnenie.
paper-did-not-entered = Program, ktorý bol predpísaný, nebol zadaný.
paper-did-read-running = Údaje z pumpy boli načítané: pumpa beží.
paper-did-read-not-running = Údaje z pumpy boli načítané: pumpa nebeží.
paper-did-found = Pri prijatí sa zistilo, že pumpa beží: { $dose }.
paper-did-implanted = Pumpa a katéter boli implantované.
paper-did-surgery = Uskutočnila sa operácia pumpy alebo katétra.
paper-did-test = Bola podaná skúšobná dávka: { $dose }.
paper-did-test-helped = Skúšobná dávka { $dose } pomohla.
paper-did-test-not-helped = Skúšobná dávka { $dose } nepomohla.
paper-did-scores = { $count ->
        [one] Zistilo sa jedno skóre.
        [few] Zistili sa { $count } skóre.
        [many] Zistilo sa { $count } skóre.
       *[other] Zistilo sa { $count } skóre.
    }
paper-did-alarm = Bol zaznamenaný alarm: { $what }.
paper-did-gap = Bol zaznamenaný čas bez podávania: { $why }
paper-did-mri = Uskutočnilo sa vyšetrenie magnetickou rezonanciou.
paper-did-mri-checked-running = Pumpa bola po vyšetrení skontrolovaná: beží.
paper-did-mri-checked-not-running = Pumpa bola po vyšetrení skontrolovaná: nebeží.
paper-did-aspirated = Cez prístupový port bol aspirovaný katéter.
paper-did-injected = Cez prístupový port bolo niečo vstreknuté: { $what }
paper-did-side-effect = Bol zaznamenaný vedľajší účinok: { $what }
paper-did-booked = Najbližšia návšteva bola objednaná na { $date }.
paper-did-travel = Bola zaznamenaná cesta.
paper-did-medicine = Liek: { $what }
paper-did-medicine-stopped = Už sa neužíva: { $what }

paper-alarm-low-reservoir = nízky stav zásobníka
paper-alarm-empty-reservoir = prázdny zásobník
paper-alarm-elective-replacement = potrebná výmena
paper-alarm-end-of-service = koniec životnosti
paper-alarm-motor-stall = zastavenie motora
paper-alarm-stopped-too-long = pridlho zastavená
paper-alarm-memory-error-minor = malá chyba pamäte
paper-alarm-memory-error-critical = kritická chyba pamäte
paper-alarm-low-battery-reset = reset pri slabej batérii
paper-alarm-single-tone = jeden tón
paper-alarm-two-tone = dvojtónový alarm
paper-alarm-not-known = nie je známe, ktorý alarm

## Programovací list

paper-programming-sheet = Programovací list
paper-state-ordered = PREDPÍSANÉ – EŠTE NIE JE V PUMPE
paper-state-running = V PUMPE, { $how }
paper-state-how-read-back-by = spätne prečítané { $at }: { $by }
paper-state-how-read-back = spätne prečítané { $at }
paper-state-how-telemetry = načítané telemetriou { $at }
paper-state-replaced = UŽ NIE JE V PUMPE – NAHRADENÉ NESKORŠÍM PROGRAMOM
paper-state-not-entered = NEZADANÉ – TENTO LIST NEPOUŽÍVAJTE
paper-state-unknown = NIE JE ZNÁME, ČI JE TO V PUMPE – NAČÍTAJTE ÚDAJE Z PUMPY
paper-state-done = VYKONANÉ
paper-ordered-at = Predpísané
paper-ordered-by = Kto predpísal
paper-checked-by = Skontrolovala druhá osoba
paper-entered-by = V pumpe potvrdil
paper-reason = Uvedený dôvod
paper-to-enter = Čo zadať
paper-setting = Nastavenie
paper-now = Teraz
paper-new = Nové
paper-drug-as-on-vial = Liek, ako je na fľaštičke
paper-strength-as-on-vial = Koncentrácia, ako je na fľaštičke
paper-strength-to-type = Koncentrácia na zadanie do programovacieho prístroja
paper-per-hour = Za hodinu
paper-volume-per-day = Objem za 24 hodín
paper-volume-per-day-says = { $volume } za 24 hodín
paper-achieved = Čo táto pumpa dokáže podať
paper-achieved-why = Táto pumpa podáva iba celé kroky. Dátumy počítajú s tým, čo podáva.
paper-mean-of-week = { $dose } (priemer za týždeň)
paper-reservoir-to-type = Objem zásobníka
paper-alarm-volume = Objem pre alarm
paper-tubing-volume = Objem hadičky
paper-steps = Kroky (časy podľa hodín pumpy)
paper-step-days = Dni
paper-step-time = Čas
paper-step-rate = Rýchlosť
paper-step-amount = Podáva
paper-day-total = Spolu za deň
paper-time-range = { $from } až { $until }
paper-boluses = Najprv
paper-bolus-single = Jednorazový bolus
paper-bolus-bridge = Premosťovací bolus
paper-bolus-prime = Plniaci bolus
paper-bolus-says = { $dose } ({ $volume }) počas { $over }
paper-bridge-why = Koncentrácia sa mení. V hadičke a katétri je ešte liek so starou koncentráciou; premosťovací bolus ho vytlačí von v starej dávke. Až potom sa začne nový program.
paper-prime-why = V hadičke alebo v katétri ešte nie je žiadny liek s touto koncentráciou; plniaci bolus ich naplní. Pacientovi nepodá nič iné.
paper-single-why = Podáva sa raz, skôr než sa začne program.
paper-bridge-missing = Koncentrácia sa mení a v tomto predpise nie je žiadny premosťovací bolus. Skôr než sa čokoľvek zadá, opýtajte sa toho, kto predpísal.
paper-duration-hours-minutes = { $hours } h { $minutes } min
paper-duration-hours = { $hours } h
paper-duration-minutes = { $minutes } min
paper-duration-seconds = { $seconds } s
paper-dates-with-order = Dátumy s týmto predpisom
paper-alarm-to-set = Dátum alarmu, ktorý má ukázať programovací prístroj
paper-read-back = Spätné prečítanie z programovacieho prístroja
paper-read-back-how = Po zadaní: načítajte údaje z pumpy, nahlas prečítajte, čo ukazuje programovací prístroj, a zapíšte to sem. Kto počúva, porovnáva to s týmto listom.
paper-box-drug = Zobrazený liek: ____________________
paper-box-strength = Zobrazená koncentrácia: ____________________
paper-box-mode = Zobrazený režim: ____________________
paper-box-dose = Zobrazená dávka za 24 hodín: ____________________
paper-box-bridge = Zobrazený premosťovací alebo plniaci bolus, dávka a čas: ____________________
paper-box-no-bridge = Žiadny premosťovací ani plniaci bolus sa nezobrazuje
paper-box-alarm-date = Zobrazený dátum alarmu: ____________________
paper-box-running = Pumpa beží
paper-box-patient-told = Pacient alebo rodina poznajú novú dávku a dátumy
paper-box-read-by = Čítal: ____________________ Porovnal: ____________________
paper-order-refill = Naplniť
paper-order-refill-says = { $volume }, { $drug }, { $strength }

## Záznam o doplnení

paper-refill-record = Záznam o doplnení
paper-refill-of = Doplnenie { $date }
paper-found = Čo sa zistilo
paper-expected = Očakávané, podľa výpočtu
paper-withdrawn = Odobraté
paper-left = Nedalo sa odobrať a zostalo vnútri
paper-measured = Namerané: odobraté a ponechané spolu
paper-not-measured = nemerané
paper-difference = Rozdiel
paper-difference-more = o { $volume } viac, než sa očakávalo
paper-difference-less = o { $volume } menej, než sa očakávalo
paper-difference-none = žiadny
paper-threshold = Rozdiel, od ktorého na tom záleží
paper-means = Čo to znamená
paper-means-fits = Súhlasí.
paper-means-more = Zostalo viac, než sa očakávalo: pumpa podala menej, než bolo naprogramované. Katéter alebo pumpa, bolus, ktorý nebol podaný, alebo sa pri poslednom plnení netrafil port.
paper-means-more-than-filled = Viac, než sa naplnilo: do zásobníka sa dostala tekutina alebo to nie je tá pumpa či ten záznam, za ktoré sa považovali.
paper-means-less = Zostalo menej, než sa očakávalo: pumpa podala viac, než bolo naprogramované, alebo netesní, alebo sa neodobralo všetko.
paper-means-first = Toto bolo prvé zaznamenané plnenie: nie je s čím porovnať.
paper-stop-rule = Pravidlo zastavenia
paper-stop-rule-none = Žiadne pravidlo zastavenia sa neuplatnilo.
paper-stop-rule-says = Rozdiel je nad hranicou: pred plnením to musel niekto riešiť.
paper-dealt-with = Ako sa to riešilo
paper-filled = Čo sa naplnilo
paper-product = Prípravok
paper-lot = Šarža
paper-expires = Použiteľné do
paper-volume-filled = Naplnené
paper-dates-after = Nové dátumy
paper-recorded-by = Zaznamenal
paper-recorded-at = Zaznamenané
paper-strength-changed = Koncentrácia na fľaštičke nie je koncentrácia zadaná pumpe. Je potrebný nový program s premosťovacím bolusom.

## List o skúške

paper-screening-sheet = Skúška pred pumpou
paper-test-dose = Skúšobná dávka
paper-test-dose-of = Skúšobná dávka { $dose }, { $at }
paper-test-route = Cesta
paper-test-route-lumbar = lumbálna punkcia
paper-test-route-catheter = skúšobný katéter
paper-test-looks = Čo sa pozorovalo
paper-test-no-looks = Nikto nezaznamenal, čo sa pozorovalo.
paper-test-when = Čas
paper-test-after = po { $hours } h { $minutes } min
paper-test-pressure = Krvný tlak
paper-test-pulse = Pulz
paper-test-breaths = Dychy
paper-test-oxygen = Kyslík
paper-test-awake = Bdelosť
paper-test-answer = Ako pacient reaguje
paper-awake-alert = bdelosť ako predtým
paper-awake-voice = odpovedá na oslovenie
paper-awake-pain = odpovedá iba na bolesť
paper-awake-unresponsive = neodpovedá
paper-answer-as-hoped = nič mimoriadne
paper-answer-excessive = nadmerne: prílišná slabosť, ospalosť
paper-answer-adverse = nežiaduco: dýchanie, obeh, epileptický záchvat, iná ujma
paper-test-result = Výsledok
paper-test-helped = Pomohla.
paper-test-not-helped = Nepomohla.
paper-test-adverse = Reakcia bola nežiaduca.
paper-test-effect = Trvanie účinku: { $hours }.
paper-test-no-result = Nikto zatiaľ nepovedal, čo táto dávka spôsobila.
paper-test-doses = Dávky
paper-test-catheter = Skúšobný katéter
paper-test-catheter-in = zavedený { $at }, hrot na úrovni { $level }; stále zavedený
paper-test-catheter-out = zavedený { $at }, hrot na úrovni { $level }; odstránený { $removed }
paper-test-scores = Skóre predtým a potom

## Záznam o implantácii

paper-implant-record = Záznam o implantácii
paper-operation-implant = Implantácia
paper-operation-revision = Revízia
paper-operation-replacement = Výmena
paper-operation-catheter-change = Výmena katétra
paper-operation-explant = Odstránenie systému
paper-operation-of = { $operation }, { $date }
paper-surgeon = Chirurg
paper-pump-lot = Šarža pumpy
paper-pump-udi = Označenie pumpy (UDI)
paper-catheter-lot = Šarža katétra
paper-catheter-udi = Označenie katétra (UDI)
paper-catheter-basis = Odkiaľ je objem známy
paper-trimmed = Odstrihnutá dĺžka
paper-pocket = Podkožné vrecko
paper-depth = Hĺbka pod kožou
paper-priming = Ako sa systém naplnil (priming)
paper-note = Poznámka
paper-built = Vyrobené
paper-clock = Hodiny pumpy
paper-clock-says = UTC { $offset }; nepoznajú letný čas
paper-replacement-from = Výmenu plánovať od
paper-service-ends = Životnosť sa končí do
paper-back-table = Naplnenie (priming) na prípravnom stole
paper-question = Otázka
paper-answer = Odpoveď
paper-answered-on = Zodpovedané { $date }
paper-answered-by = ako je zadané v zázname
paper-in-record-words = Odpovede sú uvedené tak, ako boli napísané v zázname.
paper-answers-missing = { $count ->
        [one] Chýba jedna odpoveď
        [few] Chýbajú { $count } odpovede
        [many] Chýba { $count } odpovede
       *[other] Chýba { $count } odpovedí
    }
paper-back-table-pump = Pumpa
paper-back-table-catheter = Katéter
paper-back-table-afterwards = Potom
paper-back-table-identity = Pumpu a sériové číslo prečítali dvaja ľudia a súhlasia s plánom?
paper-back-table-purged = Z pumpy bola odstránená výrobná tekutina a pumpa bola naplnená?
paper-back-table-drug-checked = Liek a koncentráciu prečítali dvaja ľudia?
paper-back-table-pump-primed = Pumpa bola naplnená (priming) pred vložením?
paper-back-table-implanted-length = Dĺžka ponechaného katétra
paper-back-table-trimmed = Odstrihnutá dĺžka
paper-back-table-fluid-seen = Bol z katétra pred pripojením viditeľný mozgovomiechový mok?
paper-back-table-tip-seen = Bol hrot na snímke videný v plánovanej výške?
paper-back-table-catheter-holds = V katétri je
paper-back-table-catheter-holds-fluid = mozgovomiechový mok
paper-back-table-catheter-holds-drug = liek
paper-back-table-catheter-holds-empty = nič
paper-back-table-priming-bolus = Bol predpísaný plniaci bolus pre to, čo je ešte prázdne?
paper-back-table-priming-bolus-yes = áno
paper-back-table-priming-bolus-not-needed = nie je potrebný: všetko je naplnené
paper-back-table-priming-bolus-later = neskôr, s dôvodom
paper-back-table-running-seen = Videlo sa pred odchodom z operačnej sály, že pumpa beží?
paper-back-table-words = Čokoľvek, čo neprebehlo podľa plánu

## Plán pri prepustení

paper-discharge-plan = Plán pri prepustení
paper-discharge-plan-taken-home = Odnesené domov
paper-discharge-plan-next = Ďalej
paper-discharge-plan-card = Karta k pumpe a núdzový list odovzdané?
paper-discharge-plan-alarm-date = Dátum alarmu povedaný a zapísaný?
paper-discharge-plan-refill-booked = Doplnenie objednané?
paper-discharge-plan-contacts = Komu volať cez deň a v noci, zapísané?
paper-discharge-plan-signs = Príznaky abstinenčného stavu a predávkovania vysvetlené a späť zopakované?
paper-discharge-plan-alarm-heard = Tóny alarmu vypočuté?
paper-discharge-plan-oral-at-home = Baklofén na užívanie ústami doma pre prípad núdze?
paper-discharge-plan-wound = Starostlivosť o ranu a stehy
paper-discharge-plan-oral-plan = Lieky na užívanie ústami odteraz
paper-discharge-plan-activity = Čo sa smie robiť a odkedy
paper-discharge-plan-first-call = Prvý telefonát z kliniky
paper-discharge-plan-first-visit = Prvá návšteva
paper-discharge-plan-rehabilitation = Rehabilitácia sa začína
paper-discharge-plan-explained-to = Komu sa to vysvetlilo

## List o MR

paper-mri-sheet = MR s touto pumpou
paper-mri-not-known = Pre túto pumpu nie je známe: pred každým vyšetrením pozrite jej príručku. Volajte tím pre pumpu.
paper-mri-planned = Plánované
paper-mri-boxes-before = Zaškrtnúť pred vyšetrením
paper-mri-boxes-after = Zaškrtnúť po vyšetrení
paper-mri-box-team-called = Zavolané tímu pre pumpu a poruke je niekto, kto vie načítať údaje z tejto pumpy
paper-mri-box-model-compared = Model a sériové číslo porovnané s kartou k pumpe
paper-mri-box-conditions = Všetky podmienky pre tento model vyhľadané v príručke
paper-mri-box-read-before = Údaje z pumpy načítané pred vyšetrením: program a objem zapísané
paper-mri-box-scan-done = Vyšetrenie urobené, od ________ do ________
paper-mri-box-read-after = Údaje z pumpy načítané po vyšetrení
paper-mri-box-running = Pumpa beží a jej program je ten istý ako predtým
paper-mri-box-patient-told = Pacientovi bolo povedané, na čo dávať pozor a komu volať
paper-mri-box-by = Kto: ____________________

## Cestovný list

paper-travel-letter = Cestovný list
paper-travel-where = Cieľ cesty
paper-travel-when = Odkedy dokedy
paper-travel-dates = { $from } až { $until }
paper-travel-program = Program podľa hodín pumpy
paper-travel-clock = Hodiny pumpy zostávajú na UTC { $offset }. Nemenia sa s časovými pásmami ani na letný čas.
paper-travel-drugs = Lieky, ktoré má cestujúca osoba pri sebe
paper-travel-refill-before-return = Dátum „doplniť do“ je pred dňom návratu: dajte si pumpu doplniť pred odchodom.
paper-travel-alarm-before-return = Alarm nízkeho stavu zásobníka sa očakáva pred dňom návratu: porozprávajte sa s klinikou pred odchodom.

## Príručka pre rodinu

paper-family-guide = Život s pumpou: príručka pre rodinu

## Cvičenia doma

paper-exercises = Cvičenia na doma
paper-exercise-how-often = Ako často: { $often }
paper-exercise-caution = Pozor: { $caution }
paper-exercises-with-pump = S pumpou
paper-exercises-with-pump-says = Pumpu pod kožou netrite ani neotáčajte. Okamžite prestaňte, ak pociťujete ospalosť, závraty alebo slabosť, ak sa ťažko dýcha alebo ak sa objaví stuhnutosť, svrbenie či horúčka. Potom urobte, čo hovorí núdzový list: pri niektorých z týchto príznakov treba volať tiesňovú linku.

## List pri odovzdaní do inej starostlivosti

paper-transfer-letter = Odovzdávajúci list: intratekálna baklofénová liečba
paper-transfer-story = Priebeh v dátumoch
paper-transfer-registered = Tu v evidencii od
paper-transfer-first-test = Prvá skúšobná dávka
paper-transfer-best-test = Skúšobná dávka, ktorá pomohla
paper-transfer-no-test = žiadna skúšobná dávka v zázname
paper-transfer-implanted = Systém implantovaný
paper-transfer-titration-finished = Titrácia ukončená
paper-transfer-programs = Programy za posledných 12 mesiacov
paper-transfer-program-since = Od
paper-transfer-no-programs = V tomto čase sa v pumpe nevidel žiadny program.
paper-transfer-refills = Doplnenia za posledných 12 mesiacov
paper-transfer-refill-on = Deň
paper-transfer-complications = Komplikácie
paper-transfer-complication = Komplikácia
paper-transfer-began = Začiatok
paper-transfer-ended = Koniec
paper-transfer-related = Súvisí s liečbou
paper-transfer-no-complications = V zázname nie sú žiadne komplikácie.
paper-transfer-scores = Skóre
paper-transfer-open = Otvorené body
paper-transfer-none-open = Nič nie je otvorené.
paper-transfer-orders = Predpisy, ktoré v pumpe nikto nepotvrdil
paper-transfer-no-orders = Žiadne.
paper-related-related = áno
paper-related-not-related = nie
paper-related-not-known = nie je známe
paper-complication-wound-infection = Infekcia rany alebo vrecka
paper-complication-meningitis = Meningitída
paper-complication-fluid-leak = Únik mozgovomiechového moku
paper-complication-seroma = Tekutina alebo krv vo vrecku
paper-complication-dehiscence = Rana sa otvára, koža nad pumpou praská
paper-complication-catheter = Katéter: zalomenie, únik, prasknutie, rozpojenie, posunutie, upchatie
paper-complication-pump = Pumpa: zastavenie, predčasný koniec životnosti, nadmerná alebo nedostatočná infúzia, prevrátenie
paper-complication-withdrawal = Abstinenčný stav
paper-complication-overdose = Predávkovanie
paper-complication-side-effect = Vedľajší účinok lieku
paper-complication-new-deficit = Nový neurologický deficit
paper-complication-other = Niečo iné
paper-diagnosis-spinal-cord-injury = poranenie miechy
paper-diagnosis-multiple-sclerosis = skleróza multiplex
paper-diagnosis-hereditary-spastic-paraplegia = hereditárna spastická paraplégia
paper-diagnosis-myelopathy = myelopatia
paper-diagnosis-spinal = spinálna príčina
paper-diagnosis-cerebral-palsy = detská mozgová obrna
paper-diagnosis-stroke = cievna mozgová príhoda
paper-diagnosis-brain-injury = poranenie mozgu
paper-diagnosis-hypoxic-brain-damage = hypoxické poškodenie mozgu
paper-diagnosis-dystonia = dystónia
paper-diagnosis-cerebral = cerebrálna príčina

## List s názorom

paper-opinion = Odborný názor na zaslané záznamy
paper-opinion-about = Koho sa týka
paper-opinion-enquiry = Žiadosť
paper-opinion-draft = NÁVRH: nepodpísané
paper-opinion-replaced = NAHRADENÉ verziou { $number }: túto nepoužívajte
paper-opinion-asked = Čo bolo otázkou
paper-opinion-seen = Čo sa posudzovalo
paper-opinion-options = Možnosti
paper-opinion-option = Možnosť
paper-opinion-for = Čo tu hovorí za ňu
paper-opinion-against = Čo tu hovorí proti nej
paper-opinion-suggested = Čo sa navrhuje a prečo
paper-opinion-missing = Čo chýba
paper-opinion-next = Čo robiť ďalej
paper-opinion-nature = Čo je tento list
paper-opinion-nature-says = Zakladá sa na tom, čo bolo zaslané. Nikto z tejto kliniky kvôli nemu pacienta nevyšetril, ak to list neuvádza. Je pomôckou pre rozhodnutie, ktoré pacient, rodina a ošetrujúci lekári robia spolu.
paper-signed = podpísané v zázname { $at }, s opätovným zadaním hesla
paper-entered-on = zadané { $date }
paper-version = Verzia { $number }
paper-role-as-recorded = ako je zadané v zázname

