### The fixed words of the papers: emergency sheet, visit summary, programming sheet, refill record and the others.
### Places hold text that is already written in the language: dates, amounts with their unit, names.

## Každý dokument

# A paper without a heading of its own.
paper-letter = Dopis
paper-code-address = Naskenujte pro dnešní údaje
paper-code-offline = Naskenujte pro údaje jako text, bez sítě

## Nouzový list

paper-emergency-title = NOUZOVÝ LIST: intratekální baklofenová pumpa
# $name (String): title of the file.
paper-emergency-document = Nouzový list: { $name }
paper-emergency-born = nar.
paper-emergency-record-number = číslo záznamu
paper-emergency-pump = Pumpa
paper-emergency-serial = Výrobní číslo
paper-emergency-drug = Lék
paper-emergency-strength = Síla
paper-emergency-last-refill = Poslední doplnění
paper-emergency-alarm = Alarm nízkého stavu zásobníku
paper-emergency-empty = Vyprázdní se asi
paper-emergency-dose-not-known = dávka není známa
# Stands under the dose.
paper-emergency-per-24-hours = za 24 h
paper-emergency-mode = režim:
paper-emergency-since = v pumpě od:
paper-emergency-dose-stopped = PUMPA ZASTAVENA. Poslední potvrzený program:
paper-emergency-dose-not-sure = NENÍ JISTÉ. Poslední potvrzený program:
paper-emergency-order-unknown = PŘEDPIS NENÍ V PUMPĚ POTVRZEN: DÁVKA NENÍ ZNÁMA
paper-emergency-stopped = PUMPA JE ZASTAVENA
paper-emergency-critical-alarm = KRITICKÝ ALARM NEVYŘEŠEN
paper-emergency-note = POZNÁMKA
paper-emergency-flex = Flex program (časy podle hodin pumpy)
paper-emergency-days = Dny
paper-emergency-time = Čas
paper-emergency-amount = Množství
paper-emergency-call-now = VOLEJTE HNED
paper-emergency-call-otherwise = V jinou dobu
paper-emergency-medicines = Užívané léky
paper-emergency-allergies = Alergie
paper-emergency-withdrawal = ABSTINENČNÍ PŘÍZNAKY: příliš málo léku
paper-emergency-overdose = PŘEDÁVKOVÁNÍ: příliš mnoho léku
paper-emergency-signs = Příznaky
paper-emergency-times = Publikované časy
paper-emergency-steps = První kroky
paper-emergency-never = Nedělejte
paper-emergency-both = Může jít o jedno, nebo o druhé
paper-emergency-alarm-sounds = Zvuky alarmů
paper-emergency-alarm-not-known = Pro tuto pumpu není známo: viz její příručku.
paper-emergency-mri = MR
paper-emergency-mri-not-known = Pro tuto pumpu není známo: před jakýmkoli vyšetřením MR viz její příručku.
paper-emergency-warnings-more = { $count ->
        [one] a ještě jedno varování, viz záznam
        [few] a ještě { $count } varování, viz záznam
        [many] a ještě { $count } varování, viz záznam
       *[other] a ještě { $count } varování, viz záznam
    }
paper-emergency-scan = Naskenujte: údaje bez sítě
paper-emergency-scan-address = Naskenujte: dnešní údaje

## Varování

paper-warning-died = Podle tohoto záznamu pacient zemřel { $date }.
paper-warning-no-pump = V tomto záznamu není žádná pumpa.
# $why (String): as somebody wrote it.
paper-warning-explanted = Systém byl vyjmut { $at }: { $why }
# $what (String): the order, such as "250 micrograms per 24 hours, continuous". $at (String): when it was signed.
paper-warning-order-ordered = Předepsáno: { $what }; podepsáno { $at }. Nikdo neuvedl, že je to v pumpě. Načtěte údaje z pumpy.
paper-warning-order-unknown = Předepsáno: { $what }; podepsáno { $at }. Sezení s programátorem proběhlo a nebylo vidět, že by to v pumpě běželo. Načtěte údaje z pumpy.
# The same for patients and families.
paper-warning-order-waits = Změna byla předepsána { $at }: { $what }. Nikdo nepotvrdil, že ji pumpa provádí. Na tomto papíru je poslední program, který byl v pumpě zjištěn.
# $drug (String): what is in the reservoir.
paper-warning-not-baclofen = V zásobníku je „{ $drug }“, což není žádný z uvedených baklofenových přípravků. Kroky na tomto papíru platí pro baklofen.
paper-warning-empty = Zásobník je podle výpočtu prázdný od { $at }.
# $why (String): as it stands in the record.
paper-warning-nothing-since = Nic se nepodává od { $at }: { $why }
paper-warning-nothing = Nic se nepodává; od kdy, není známo: { $why }
paper-warning-unsure-since = Není známo, zda pumpa podává, od { $at }: { $why } Načtěte údaje z pumpy.
paper-warning-unsure = Není známo, zda pumpa podává, ani od kdy: { $why } Načtěte údaje z pumpy.
paper-warning-stopped-by-order = Pumpa byla zastavena podle předpisu; od { $at }.
paper-warning-stopped-by-order-unknown = Pumpa byla zastavena podle předpisu; od kdy, není známo.
paper-warning-nothing-recorded = Podle tohoto záznamu se nic nepodává.
paper-warning-not-programmed = V pumpě zatím nebyl zjištěn žádný program.
paper-warning-minimum-rate = Pumpa běží minimální rychlostí: udržuje katetr průchodný a nikoho neléčí.
paper-warning-bolus-single = Jednorázový bolus běží do { $until }.
paper-warning-bolus-bridge = Přemosťovací bolus (v katetru je ještě lék staré síly: dávka na programátoru není to, co pacient dostává) běží do { $until }.
paper-warning-bolus-prime = Plnicí bolus běží do { $until }.
# $what (String): which alarm. $at (String): when it was recorded.
paper-warning-alarm = { $what }, zaznamenáno { $at }.
paper-warning-alarm-undated = Kritický alarm je nevyřešený.
# $what (String): English words of the record.
paper-warning-open = V záznamu nevyřešeno: { $what }
paper-warning-refill-past = Doplnění mělo proběhnout do { $date }.

## Kdo a co: názvy údajů

paper-patient = Pacient
paper-born = Datum narození
paper-what = Údaj
paper-value = Hodnota
paper-born-with-age = { $n ->
        [one] { $date } ({ $n } rok)
        [few] { $date } ({ $n } roky)
        [many] { $date } ({ $n } roku)
       *[other] { $date } ({ $n } let)
    }
paper-record-number = Číslo záznamu
paper-diagnosis = Diagnóza
paper-pump = Pumpa
paper-pump-with-serial = { $pump }, výrobní číslo { $serial }
paper-implanted-on = Datum implantace
paper-catheter = Katetr
paper-catheter-length = Délka katetru v těle
paper-catheter-volume = Objem katetru
paper-catheter-volume-unverified = { $volume }, podle výpočtu z neověřeného čísla
paper-tip = Výška hrotu katetru
paper-drug = Lék
paper-strength = Síla
paper-strength-both = { $told } zadáno do pumpy; { $vial } na lahvičce
paper-strength-vial = { $vial } na lahvičce; v pumpě to nebylo vidět
paper-dose = Dávka za 24 hodin
paper-dose-confirmed = Dávka za 24 hodin, jak byla naposledy potvrzena v pumpě
paper-mode = Režim
paper-mode-continuous = kontinuální
paper-mode-flex = flex
paper-mode-minimum-rate = minimální rychlost
paper-mode-stopped = zastavena
paper-mode-with-patient-bolus = { $mode }; pacient si může přidat bolusy
paper-since = V pumpě od
paper-since-read-back-by = { $at }, zpětně načteno, provedl(a): { $by }
paper-since-read-back = { $at }, zpětně načteno
paper-since-telemetry-by = { $at }, načteno telemetrií, zaznamenal(a): { $by }
paper-since-telemetry = { $at }, načteno telemetrií
paper-since-found-by = { $at }, zjištěno při přijetí, zjistil(a): { $by }
paper-since-found = { $at }, zjištěno při přijetí
paper-since-surgery-by = { $at }, zaznamenáno při operaci, zaznamenal(a): { $by }
paper-since-surgery = { $at }, zaznamenáno při operaci
paper-patient-bolus = Pacient si může přidat
paper-patient-bolus-says = { $count ->
        [one] { $dose }, doba podání { $over }, pak blokace { $lockout }, nejvýše jeden za 24 hodin
        [few] { $dose }, doba podání { $over }, pak blokace { $lockout }, nejvýše { $count } za 24 hodin
        [many] { $dose }, doba podání { $over }, pak blokace { $lockout }, nejvýše { $count } za 24 hodin
       *[other] { $dose }, doba podání { $over }, pak blokace { $lockout }, nejvýše { $count } za 24 hodin
    }
paper-last-refill = Poslední doplnění
paper-last-refill-filled = { $date }, naplněno na { $volume }
paper-last-refill-elsewhere = { $date }, jinde; při načtení { $read } zbývalo { $volume }
paper-last-refill-elsewhere-undated = jinde, den není znám; při načtení { $read } zbývalo { $volume }
paper-reservoir-now = Nyní v zásobníku, podle výpočtu
paper-alarm-on = Alarm nízkého stavu zásobníku, podle výpočtu
paper-empty-about = Vyprázdní se asi, podle výpočtu
paper-empty-earliest = Prázdná nejdříve
paper-empty-and-earliest = { $date }, nejdříve { $earliest }
paper-refill-by = Doplnit do
paper-next-visit = Příští návštěva
paper-allergies = Alergie
paper-medicines = Užívané léky
paper-medicine-depressant = { $medicine } (tlumí centrální nervový systém)
paper-medicine-kept = zásoba doma: { $stock }
paper-home-stock = Baklofen k užití ústy, zásoba doma
paper-stock-out-of-date = { $what } (prošlé od { $date })
paper-stock-keeps = { $what } (použitelné do { $date })
paper-not-asked = není známo: nikdo se neptal

## Dny, hodiny a komu volat

paper-days-range = { $from } až { $to }
paper-days-every-public-holiday = každý svátek
paper-days-public-holidays = svátky
paper-days-if-public-holiday = { $days }, pokud je svátek
paper-days-except-public-holidays = { $days } kromě svátků
paper-days-and-public-holidays = { $days } a každý svátek
paper-hours = { $days }, { $from } až { $until }
paper-hours-overnight = { $days }, { $from } až { $until } následujícího dne
paper-hours-any = v kteroukoli hodinu
paper-hours-if-nobody-else = v kteroukoli hodinu, pokud nikdo jiný nezvedá telefon
paper-hours-until-today = dnes do { $time }
paper-hours-until-tomorrow = do zítřka { $time }
paper-hours-until-on = do { $time }, { $date }
paper-call = Komu volat
paper-call-who = Kdo
paper-call-telephone = Telefon
paper-call-when = Kdy
paper-call-nobody = Nejsou zadána žádná telefonní čísla. Zeptejte se na klinice a zapište je sem: ____________________
paper-call-emergency = Při jakémkoli příznaku, že je léku příliš mnoho, nebo při pozdním příznaku, že je ho příliš málo: volejte tísňovou linku země, ve které jste, pak tým pro pumpu.
paper-call-early = Při časném příznaku, že je léku příliš málo, nebo když nemáte jistotu: volejte hned tým pro pumpu, ve dne i v noci.

## Souhrn návštěvy

paper-visit-summary = Souhrn návštěvy
# $date (String): the day of the visit.
paper-visit-of = Návštěva dne { $date }
paper-visit-done = Co se provedlo
paper-visit-nothing = V tento den nebylo nic zaznamenáno.
paper-visit-program = Program nyní
paper-visit-program-says = Pumpa podává: { $dose }. Lék: { $drug }, { $strength }.
paper-visit-program-not-known = Co pumpa podává, není známo: nebyl v ní zjištěn žádný program.
paper-visit-program-continuous = V každou hodinu dne stejně.
paper-visit-program-flex = V některých částech dne více a v jiných méně; viz tabulku. Časy jsou podle hodin pumpy.
paper-visit-program-minimum-rate = Při minimální rychlosti pumpa jen udržuje katetr průchodný. Nikoho neléčí.
paper-visit-program-stopped = Pumpa je zastavena. Nic neteče.
paper-visit-change = Co se změnilo
paper-visit-before = Předtím
paper-visit-after = Potom
paper-visit-difference = Změna
paper-change-more = o { $amount } více ({ $percent } %)
paper-change-less = o { $amount } méně ({ $percent } %)
paper-change-none = beze změny
paper-change-first = toto je první program
paper-visit-residual = Co zbylo v pumpě
paper-visit-appointments = Příští termíny
paper-visit-no-appointments = Není objednán žádný termín. Požádejte kliniku o termín před datem „Doplnit do“.
paper-appointment-test = Zkouška před pumpou
paper-appointment-implant = Implantace nebo operace
paper-appointment-refill = Doplnění
paper-appointment-visit = Návštěva
paper-appointment-review = Posouzení týmem
paper-appointment-phone-contact = Telefonát z kliniky
# $when (String): day and time. $where (String): place.
paper-appointment-where = { $when }, { $where }
paper-visit-scores = Skóre
paper-visit-scores-names = Názvy škál a svalů jsou anglicky, jako v záznamu.
paper-score = Skóre
paper-score-before = Naposledy předtím
paper-score-this-day = V tento den
paper-score-first = První
paper-score-last = Poslední
paper-visit-watch = Na co dávat pozor

paper-did-refill = Pumpa byla doplněna: { $volume }, { $drug }, { $strength }.
paper-did-program = Nový program byl zadán a bylo vidět, že v pumpě běží: { $dose }.
paper-did-program-not-running = Nový program byl zadán a nebylo vidět, že by ho pumpa prováděla.
paper-did-ordered = Byl předepsán nový program: { $dose }.
paper-did-test-ordered = Byla předepsána zkušební dávka: { $dose }.
paper-did-refill-ordered = Bylo předepsáno doplnění.
paper-did-not-entered = Předepsaný program nebyl zadán.
paper-did-read-running = Údaje z pumpy byly načteny: pumpa běží.
paper-did-read-not-running = Údaje z pumpy byly načteny: pumpa neběží.
paper-did-found = Při přijetí bylo zjištěno, že pumpa běží: { $dose }.
paper-did-implanted = Pumpa a katetr byly implantovány.
paper-did-surgery = Proběhla operace pumpy nebo katetru.
paper-did-test = Byla podána zkušební dávka: { $dose }.
paper-did-test-helped = Zkušební dávka ({ $dose }) pomohla.
paper-did-test-not-helped = Zkušební dávka ({ $dose }) nepomohla.
paper-did-scores = { $count ->
        [one] Bylo zjištěno jedno skóre.
        [few] Byla zjištěna { $count } skóre.
        [many] Bylo zjištěno { $count } skóre.
       *[other] Bylo zjištěno { $count } skóre.
    }
paper-did-alarm = Byl zaznamenán alarm: { $what }.
paper-did-gap = Byla zaznamenána doba bez podávání: { $why }
paper-did-mri = Byla provedena magnetická rezonance.
paper-did-mri-checked-running = Pumpa byla po vyšetření zkontrolována: běží.
paper-did-mri-checked-not-running = Pumpa byla po vyšetření zkontrolována: neběží.
paper-did-aspirated = Přes přístupový port byl z katetru odsát obsah.
paper-did-injected = Přes přístupový port bylo něco vstříknuto: { $what }
paper-did-side-effect = Byl zaznamenán nežádoucí účinek: { $what }
paper-did-booked = Příští návštěva byla objednána na: { $date }.
paper-did-travel = Byla zaznamenána cesta.
paper-did-medicine = Lék: { $what }
paper-did-medicine-stopped = Už se neužívá: { $what }

paper-alarm-low-reservoir = nízký stav zásobníku
paper-alarm-empty-reservoir = prázdný zásobník
paper-alarm-elective-replacement = potřebná výměna
paper-alarm-end-of-service = konec životnosti
paper-alarm-motor-stall = zablokování motoru
paper-alarm-stopped-too-long = příliš dlouhé zastavení
paper-alarm-memory-error-minor = menší chyba paměti
paper-alarm-memory-error-critical = kritická chyba paměti
paper-alarm-low-battery-reset = reset při slabé baterii
paper-alarm-single-tone = jeden tón
paper-alarm-two-tone = alarm se dvěma tóny
paper-alarm-not-known = který alarm, není známo

## Programovací list

paper-programming-sheet = Programovací list
paper-state-ordered = PŘEDEPSÁNO – JEŠTĚ NENÍ V PUMPĚ
paper-state-running = V PUMPĚ, { $how }
paper-state-how-read-back-by = zpětně načteno { $at }, provedl(a): { $by }
paper-state-how-read-back = zpětně načteno { $at }
paper-state-how-telemetry = načteno telemetrií { $at }
paper-state-replaced = UŽ NENÍ V PUMPĚ – NAHRAZENO POZDĚJŠÍM PROGRAMEM
paper-state-not-entered = NEZADÁNO – TENTO LIST NEPOUŽÍVEJTE
paper-state-unknown = NENÍ ZNÁMO, ZDA JE V PUMPĚ – NAČTĚTE ÚDAJE Z PUMPY
paper-state-done = PROVEDENO
paper-ordered-at = Předepsáno
paper-ordered-by = Předepsal(a)
paper-checked-by = Zkontrolovala druhá osoba
paper-entered-by = V pumpě potvrdil(a)
paper-reason = Uvedený důvod
paper-to-enter = Co zadat
paper-setting = Nastavení
paper-now = Nyní
paper-new = Nově
paper-drug-as-on-vial = Lék, jak je na lahvičce
paper-strength-as-on-vial = Síla, jak je na lahvičce
paper-strength-to-type = Síla, kterou zadat do programátoru
paper-per-hour = Za hodinu
paper-volume-per-day = Objem za 24 hodin
paper-volume-per-day-says = { $volume } za 24 hodin
paper-achieved = Co tato pumpa může podat
paper-achieved-why = Tato pumpa podává jen v celých krocích. Data počítají s tím, co podává.
paper-mean-of-week = { $dose } (týdenní průměr)
paper-reservoir-to-type = Objem zásobníku
paper-alarm-volume = Objem pro alarm
paper-tubing-volume = Objem hadiček
paper-steps = Kroky (časy podle hodin pumpy)
paper-step-days = Dny
paper-step-time = Čas
paper-step-rate = Rychlost
paper-step-amount = Podá
paper-day-total = Celkem za den
paper-time-range = { $from } až { $until }
paper-boluses = Nejdřív
paper-bolus-single = Jednorázový bolus
paper-bolus-bridge = Přemosťovací bolus
paper-bolus-prime = Plnicí bolus
paper-bolus-says = { $dose } ({ $volume }), doba podání { $over }
paper-bridge-why = Síla se mění. Hadičky a katetr ještě obsahují lék staré síly; přemosťovací bolus ho vytlačí ve staré dávce. Teprve potom začne nový program.
paper-prime-why = Hadičky nebo katetr ještě neobsahují lék této síly; plnicí bolus je naplní. Pacientovi nic dalšího nepodá.
paper-single-why = Podá se jednou, než začne program.
paper-bridge-missing = Síla se mění a v tomto předpisu není přemosťovací bolus. Než se cokoli zadá, zeptejte se předepisujícího lékaře.
paper-duration-hours-minutes = { $hours } h { $minutes } min
paper-duration-hours = { $hours } h
paper-duration-minutes = { $minutes } min
paper-duration-seconds = { $seconds } s
paper-dates-with-order = Data s tímto předpisem
paper-alarm-to-set = Datum alarmu, které by měl programátor ukázat
paper-read-back = Zpětné načtení z programátoru
paper-read-back-how = Po zadání: načtěte údaje z pumpy, čtěte nahlas, co programátor ukazuje, a zapište to sem. Kdo poslouchá, porovnává to s tímto listem.
paper-box-drug = Zobrazený lék: ____________________
paper-box-strength = Zobrazená síla: ____________________
paper-box-mode = Zobrazený režim: ____________________
paper-box-dose = Zobrazená dávka za 24 hodin: ____________________
paper-box-bridge = Zobrazený přemosťovací nebo plnicí bolus, dávka a čas: ____________________
paper-box-no-bridge = Nezobrazen žádný přemosťovací ani plnicí bolus
paper-box-alarm-date = Zobrazené datum alarmu: ____________________
paper-box-running = Pumpa běží
paper-box-patient-told = Pacient nebo rodina znají novou dávku a data
paper-box-read-by = Četl(a): ____________________ Porovnal(a): ____________________
paper-order-refill = Naplnit
paper-order-refill-says = { $volume }, { $drug }, { $strength }

## Záznam o doplnění

paper-refill-record = Záznam o doplnění
paper-refill-of = Doplnění dne { $date }
paper-found = Co bylo zjištěno
paper-expected = Očekáváno, podle výpočtu
paper-withdrawn = Odsáto
paper-left = Nešlo odsát a zůstalo uvnitř
paper-measured = Změřeno: odsáté a zbylé dohromady
paper-not-measured = nezměřeno
paper-difference = Rozdíl
paper-difference-more = o { $volume } více, než se čekalo
paper-difference-less = o { $volume } méně, než se čekalo
paper-difference-none = žádný
paper-threshold = Rozdíl, od kterého na něm záleží
paper-means = Co to znamená
paper-means-fits = Odpovídá to.
paper-means-more = Zbylo více, než se čekalo: pumpa podala méně, než bylo naprogramováno. Katetr nebo pumpa, bolus, který nebyl podán, nebo byl při posledním plnění minut port.
paper-means-more-than-filled = Více, než bylo naplněno: do zásobníku se dostala tekutina, nebo to není ta pumpa či ten záznam, za které byly považovány.
paper-means-less = Zbylo méně, než se čekalo: pumpa podala více, než bylo naprogramováno, nebo z ní uniká, nebo nebylo odsáto vše.
paper-means-first = Toto bylo první zaznamenané plnění: není s čím porovnat.
paper-stop-rule = Pravidlo zastavení
paper-stop-rule-none = Žádné pravidlo zastavení nebylo dotčeno.
paper-stop-rule-says = Rozdíl je nad prahem: před plněním se tím někdo musel zabývat.
paper-dealt-with = Jak se to řešilo
paper-filled = Co bylo naplněno
paper-product = Přípravek
paper-lot = Šarže
paper-expires = Použitelné do
paper-volume-filled = Naplněno
paper-dates-after = Nová data
paper-recorded-by = Zaznamenal(a)
paper-recorded-at = Zaznamenáno
paper-strength-changed = Síla na lahvičce není síla zadaná do pumpy. Je potřeba nový program s přemosťovacím bolusem.

## List zkoušky

paper-screening-sheet = Zkouška před pumpou
paper-test-dose = Zkušební dávka
paper-test-dose-of = Zkušební dávka: { $dose }, { $at }
paper-test-route = Způsob podání
paper-test-route-lumbar = lumbální punkce
paper-test-route-catheter = zkušební katetr
paper-test-looks = Co bylo vidět
paper-test-no-looks = Nikdo nezaznamenal, co bylo vidět.
paper-test-when = Čas
paper-test-after = { $hours } h { $minutes } min poté
paper-test-pressure = Krevní tlak
paper-test-pulse = Tep
paper-test-breaths = Dechy
paper-test-oxygen = Kyslík
paper-test-awake = Bdělost
paper-test-answer = Jak pacient reaguje
paper-awake-alert = bdělý stav jako předtím
paper-awake-voice = odpovídá na oslovení
paper-awake-pain = odpovídá jen na bolest
paper-awake-unresponsive = neodpovídá
paper-answer-as-hoped = nic neobvyklého
paper-answer-excessive = nadměrná reakce: přílišná slabost, ospalost
paper-answer-adverse = nežádoucí reakce: dýchání, krevní oběh, epileptický záchvat, jiná újma
paper-test-result = Výsledek
paper-test-helped = Pomohla.
paper-test-not-helped = Nepomohla.
paper-test-adverse = Reakce byla nežádoucí.
paper-test-effect = Trvání účinku: { $hours }.
paper-test-no-result = Nikdo zatím neuvedl, co tato dávka způsobila.
paper-test-doses = Dávky
paper-test-catheter = Zkušební katetr
paper-test-catheter-in = zaveden { $at }, hrot v úrovni { $level }; stále zaveden
paper-test-catheter-out = zaveden { $at }, hrot v úrovni { $level }; odstraněn { $removed }
paper-test-scores = Skóre před a po

## Záznam o implantaci

paper-implant-record = Záznam o implantaci
paper-operation-implant = Implantace
paper-operation-revision = Revize
paper-operation-replacement = Výměna
paper-operation-catheter-change = Výměna katetru
paper-operation-explant = Odstranění systému
paper-operation-of = { $operation }, { $date }
paper-surgeon = Operatér
paper-pump-lot = Šarže pumpy
paper-pump-udi = Označení pumpy (UDI)
paper-catheter-lot = Šarže katetru
paper-catheter-udi = Označení katetru (UDI)
paper-catheter-basis = Jak je objem znám
paper-trimmed = Odstřižená délka
paper-pocket = Kapsa
paper-depth = Hloubka pod kůží
paper-priming = Jak proběhlo předplnění
paper-note = Poznámka
paper-built = Vyrobeno
paper-clock = Hodiny pumpy
paper-clock-says = UTC { $offset }; neznají letní čas
paper-replacement-from = Výměnu plánovat od
paper-service-ends = Konec životnosti nejpozději
paper-back-table = Předplnění na sterilním stolku
paper-question = Otázka
paper-answer = Odpověď
paper-answered-on = Zodpovězeno { $date }
paper-answered-by = jak je uvedeno v záznamu
paper-in-record-words = Odpovědi jsou uvedeny tak, jak byly zapsány v záznamu.
paper-answers-missing = { $count ->
        [one] Chybí jedna odpověď
        [few] Chybí { $count } odpovědi
        [many] Chybí { $count } odpovědi
       *[other] Chybí { $count } odpovědí
    }
paper-back-table-pump = Pumpa
paper-back-table-catheter = Katetr
paper-back-table-afterwards = Potom
paper-back-table-identity = Pumpa a výrobní číslo přečteny dvěma lidmi a podle plánu?
paper-back-table-purged = Pumpa vyprázdněna od tekutiny z výroby a naplněna?
paper-back-table-drug-checked = Lék a síla přečteny dvěma lidmi?
paper-back-table-pump-primed = Pumpa předplněna před vložením?
paper-back-table-implanted-length = Délka katetru ponechaná v těle
paper-back-table-trimmed = Odstřižená délka
paper-back-table-fluid-seen = Mozkomíšní mok z katetru viděn před připojením?
paper-back-table-tip-seen = Hrot viděn na snímku v plánované úrovni?
paper-back-table-catheter-holds = Katetr obsahuje
paper-back-table-catheter-holds-fluid = mozkomíšní mok
paper-back-table-catheter-holds-drug = lék
paper-back-table-catheter-holds-empty = nic
paper-back-table-priming-bolus = Plnicí bolus předepsán pro to, co je ještě prázdné?
paper-back-table-priming-bolus-yes = ano
paper-back-table-priming-bolus-not-needed = není potřeba: vše je naplněno
paper-back-table-priming-bolus-later = později, s důvodem
paper-back-table-running-seen = Viděno, že pumpa běží, před opuštěním operačního sálu?
paper-back-table-words = Cokoli, co neproběhlo podle plánu

## Plán při propuštění

paper-discharge-plan = Plán při propuštění
paper-discharge-plan-taken-home = Na cestu domů
paper-discharge-plan-next = Co dál
paper-discharge-plan-card = Karta pumpy a nouzový list předány?
paper-discharge-plan-alarm-date = Datum alarmu sděleno a zapsáno?
paper-discharge-plan-refill-booked = Doplnění objednáno?
paper-discharge-plan-contacts = Komu volat ve dne a v noci, zapsáno?
paper-discharge-plan-signs = Abstinenční příznaky a příznaky předávkování vysvětleny a zpětně zopakovány?
paper-discharge-plan-alarm-heard = Tóny alarmů vyslechnuty?
paper-discharge-plan-oral-at-home = Baklofen k užití ústy doma pro případ nouze?
paper-discharge-plan-wound = Péče o ránu a stehy
paper-discharge-plan-oral-plan = Léky užívané ústy od nynějška
paper-discharge-plan-activity = Co se smí dělat a od kdy
paper-discharge-plan-first-call = První telefonát z kliniky
paper-discharge-plan-first-visit = První návštěva
paper-discharge-plan-rehabilitation = Rehabilitace začíná
paper-discharge-plan-explained-to = Vysvětleno komu

## List pro MR

paper-mri-sheet = MR s touto pumpou
paper-mri-not-known = Pro tuto pumpu není známo: před jakýmkoli vyšetřením MR viz její příručku. Volejte tým pro pumpu.
paper-mri-planned = Plánováno
paper-mri-boxes-before = Zaškrtnout před vyšetřením
paper-mri-boxes-after = Zaškrtnout po vyšetření
paper-mri-box-team-called = Týmu pro pumpu bylo voláno a je k dispozici někdo, kdo umí načíst údaje z této pumpy
paper-mri-box-model-compared = Model a výrobní číslo porovnány s kartou pumpy
paper-mri-box-conditions = Všechny podmínky pro tento model vyhledány v příručce
paper-mri-box-read-before = Údaje z pumpy načteny před vyšetřením: program a objem zapsány
paper-mri-box-scan-done = Vyšetření provedeno, od ________ do ________
paper-mri-box-read-after = Údaje z pumpy načteny po vyšetření
paper-mri-box-running = Pumpa běží a její program je stejný jako předtím
paper-mri-box-patient-told = Pacientovi řečeno, na co dávat pozor a komu volat
paper-mri-box-by = Provedl(a): ____________________

## Cestovní dopis

paper-travel-letter = Cestovní dopis
paper-travel-where = Cíl cesty
paper-travel-when = Od a do
paper-travel-dates = { $from } až { $until }
paper-travel-program = Program podle hodin pumpy
paper-travel-clock = Hodiny pumpy zůstávají na UTC { $offset }. Nemění se podle časových pásem ani na letní čas.
paper-travel-drugs = Léky, které má cestující u sebe
paper-travel-refill-before-return = „Doplnit do“ je před dnem návratu: nechte pumpu doplnit, než odjedete.
paper-travel-alarm-before-return = Alarm nízkého stavu zásobníku se čeká před dnem návratu: promluvte si s klinikou, než odjedete.

## Průvodce pro rodinu

paper-family-guide = Život s pumpou: průvodce pro rodinu

## Domácí cvičení

paper-exercises = Cvičení na doma
paper-exercise-how-often = Jak často: { $often }
paper-exercise-caution = Pozor: { $caution }
paper-exercises-with-pump = S pumpou
paper-exercises-with-pump-says = Pumpu pod kůží netřete ani neotáčejte. Okamžitě přestaňte, pokud cítíte ospalost, závratě nebo slabost, pokud se těžko dýchá, nebo pokud přijde ztuhlost, svědění nebo horečka. Potom udělejte, co říká nouzový list: při některých z těchto příznaků je třeba volat tísňovou linku.

## Předávací zpráva

paper-transfer-letter = Předávací zpráva: intratekální léčba baklofenem
paper-transfer-story = Průběh v datech
paper-transfer-registered = V evidenci zde od
paper-transfer-first-test = První zkušební dávka
paper-transfer-best-test = Zkušební dávka, která pomohla
paper-transfer-no-test = v záznamu není žádná zkušební dávka
paper-transfer-implanted = Systém implantován
paper-transfer-titration-finished = Titrace ukončena
paper-transfer-programs = Programy za posledních 12 měsíců
paper-transfer-program-since = Od
paper-transfer-no-programs = V této době nebyl v pumpě zjištěn žádný program.
paper-transfer-refills = Doplnění za posledních 12 měsíců
paper-transfer-refill-on = Den
paper-transfer-complications = Komplikace
paper-transfer-complication = Komplikace
paper-transfer-began = Začátek
paper-transfer-ended = Konec
paper-transfer-related = Souvisí s léčbou
paper-transfer-no-complications = V záznamu nejsou žádné komplikace.
paper-transfer-scores = Skóre
paper-transfer-open = Otevřené body
paper-transfer-none-open = Nic není otevřené.
paper-transfer-orders = Předpisy, které nikdo v pumpě nepotvrdil
paper-transfer-no-orders = Žádné.
paper-related-related = ano
paper-related-not-related = ne
paper-related-not-known = není známo
paper-complication-wound-infection = Infekce rány nebo kapsy
paper-complication-meningitis = Meningitida
paper-complication-fluid-leak = Únik mozkomíšního moku
paper-complication-seroma = Tekutina nebo krev v kapse
paper-complication-dehiscence = Rána se otevírá, kůže nad pumpou praská
paper-complication-catheter = Katetr: zalomení, únik, prasknutí, rozpojení, posun, ucpání
paper-complication-pump = Pumpa: zablokování, předčasný konec životnosti, nadměrná nebo nedostatečná infuze, převrácení
paper-complication-withdrawal = Abstinenční příznaky
paper-complication-overdose = Předávkování
paper-complication-side-effect = Nežádoucí účinek léku
paper-complication-new-deficit = Nový neurologický deficit
paper-complication-other = Něco jiného
paper-diagnosis-spinal-cord-injury = poranění míchy
paper-diagnosis-multiple-sclerosis = roztroušená skleróza
paper-diagnosis-hereditary-spastic-paraplegia = hereditární spastická paraplegie
paper-diagnosis-myelopathy = myelopatie
paper-diagnosis-spinal = spinální příčina
paper-diagnosis-cerebral-palsy = mozková obrna
paper-diagnosis-stroke = cévní mozková příhoda
paper-diagnosis-brain-injury = poranění mozku
paper-diagnosis-hypoxic-brain-damage = hypoxické poškození mozku
paper-diagnosis-dystonia = dystonie
paper-diagnosis-cerebral = cerebrální příčina

## Stanovisko

paper-opinion = Stanovisko k zaslané dokumentaci
paper-opinion-about = Týká se
paper-opinion-enquiry = Dotaz
paper-opinion-draft = NÁVRH: nepodepsáno
paper-opinion-replaced = NAHRAZENO verzí { $number }: tuto nepoužívejte
paper-opinion-asked = Na co byl dotaz
paper-opinion-seen = Co bylo posouzeno
paper-opinion-options = Možnosti
paper-opinion-option = Možnost
paper-opinion-for = Co zde mluví pro
paper-opinion-against = Co zde mluví proti
paper-opinion-suggested = Co se navrhuje a proč
paper-opinion-missing = Co chybí
paper-opinion-next = Co dělat dál
paper-opinion-nature = Co je tento dopis
paper-opinion-nature-says = Opírá se o to, co bylo zasláno. Nikdo z této kliniky pacienta kvůli němu nevyšetřil, pokud to v dopisu není uvedeno. Je to pomoc k rozhodnutí, které společně činí pacient, rodina a ošetřující lékaři.
paper-signed = podepsáno v záznamu { $at }, s opětovným zadáním hesla
paper-entered-on = zapsáno dne { $date }
paper-version = Verze { $number }
paper-role-as-recorded = jak je uvedeno v záznamu

