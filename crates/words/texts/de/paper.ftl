### The fixed words of the papers: emergency sheet, visit summary, programming sheet, refill record and the others.
### Places hold text that is already written in the language: dates, amounts with their unit, names.

## Jedes Papier

# A paper without a heading of its own.
paper-letter = Brief
paper-code-address = Scannen: Angaben von heute
paper-code-offline = Scannen: Angaben als Text, ohne Netz

## Notfallblatt

paper-emergency-title = NOTFALLBLATT: intrathekale Baclofenpumpe
# $name (String): title of the file.
paper-emergency-document = Notfallblatt: { $name }
paper-emergency-born = geboren
paper-emergency-record-number = Aktennummer
paper-emergency-pump = Pumpe
paper-emergency-serial = Seriennummer
paper-emergency-drug = Medikament
paper-emergency-strength = Stärke
paper-emergency-last-refill = Letzte Nachfüllung
paper-emergency-alarm = Alarm für niedrigen Füllstand
paper-emergency-empty = Leer etwa
paper-emergency-dose-not-known = Dosis nicht bekannt
# Stands under the dose.
paper-emergency-per-24-hours = pro 24 h
paper-emergency-mode = Modus:
paper-emergency-since = in der Pumpe seit:
paper-emergency-dose-stopped = PUMPE ANGEHALTEN. Letztes bestätigtes Programm:
paper-emergency-dose-not-sure = NICHT SICHER. Letztes bestätigtes Programm:
paper-emergency-order-unknown = VERORDNUNG NICHT IN DER PUMPE BESTÄTIGT: DIE DOSIS IST NICHT BEKANNT
paper-emergency-stopped = DIE PUMPE IST ANGEHALTEN
paper-emergency-critical-alarm = KRITISCHER ALARM OFFEN
paper-emergency-note = HINWEIS
paper-emergency-flex = Flex-Programm (Zeiten der Pumpenuhr)
paper-emergency-days = Tage
paper-emergency-time = Zeit
paper-emergency-amount = Menge
paper-emergency-call-now = JETZT ANRUFEN
paper-emergency-call-otherwise = Zu anderen Zeiten
paper-emergency-medicines = Medikamente
paper-emergency-allergies = Allergien
paper-emergency-withdrawal = ENTZUG: zu wenig Medikament
paper-emergency-overdose = ÜBERDOSIS: zu viel Medikament
paper-emergency-signs = Zeichen
paper-emergency-times = Veröffentlichte Zeiten
paper-emergency-steps = Erste Schritte
paper-emergency-never = Nicht tun
paper-emergency-both = Kann beides sein
paper-emergency-alarm-sounds = Alarmtöne
paper-emergency-alarm-not-known = Für diese Pumpe nicht bekannt: siehe ihr Handbuch.
paper-emergency-mri = MRT
paper-emergency-mri-not-known = Für diese Pumpe nicht bekannt: vor jeder MRT ihr Handbuch ansehen.
paper-emergency-warnings-more = { $count ->
        [one] und eine weitere Warnung, siehe Akte
       *[other] und { $count } weitere Warnungen, siehe Akte
    }
paper-emergency-scan = Scannen: Angaben ohne Netz
paper-emergency-scan-address = Scannen: Angaben von heute

## Warnungen

paper-warning-died = Laut dieser Akte ist der Patient am { $date } gestorben.
paper-warning-no-pump = In dieser Akte steht keine Pumpe.
# $why (String): as somebody wrote it.
paper-warning-explanted = Das System wurde am { $at } herausgenommen: { $why }
# $what (String): the order, such as "250 micrograms per 24 hours, continuous". $at (String): when it was signed.
paper-warning-order-ordered = Verordnet: { $what }; unterschrieben am { $at }. Niemand hat angegeben, dass es in der Pumpe ist. Die Pumpe auslesen.
paper-warning-order-unknown = Verordnet: { $what }; unterschrieben am { $at }. Eine Sitzung fand statt, und es wurde nicht gesehen, dass die Pumpe damit läuft. Die Pumpe auslesen.
# The same for patients and families.
paper-warning-order-waits = Am { $at } wurde eine Änderung verordnet: { $what }. Niemand hat bestätigt, dass die Pumpe damit läuft. Auf diesem Papier steht das letzte Programm, das in der Pumpe gesehen wurde.
# $drug (String): what is in the reservoir.
paper-warning-not-baclofen = Das Reservoir enthält „{ $drug }“, keines der aufgeführten Baclofen-Produkte. Die Schritte auf diesem Papier gelten für Baclofen.
paper-warning-empty = Das Reservoir ist, berechnet, seit { $at } leer.
# $why (String): as it stands in the record.
paper-warning-nothing-since = Seit { $at } wird nichts abgegeben: { $why }
paper-warning-nothing = Es wird nichts abgegeben; seit wann, ist nicht bekannt: { $why }
paper-warning-unsure-since = Ob die Pumpe abgibt, ist nicht bekannt, seit { $at }: { $why } Die Pumpe auslesen.
paper-warning-unsure = Ob die Pumpe abgibt, ist nicht bekannt, und auch nicht, seit wann: { $why } Die Pumpe auslesen.
paper-warning-stopped-by-order = Die Pumpe wurde auf Verordnung angehalten; seit { $at }.
paper-warning-stopped-by-order-unknown = Die Pumpe wurde auf Verordnung angehalten; seit wann, ist nicht bekannt.
paper-warning-nothing-recorded = Laut dieser Akte wird nichts abgegeben.
paper-warning-not-programmed = In der Pumpe wurde noch kein Programm gesehen.
paper-warning-minimum-rate = Die Pumpe läuft mit ihrer niedrigsten Rate: Das hält den Katheter offen und behandelt niemanden.
paper-warning-bolus-single = Ein einzelner Bolus läuft bis { $until }.
paper-warning-bolus-bridge = Ein Überbrückungsbolus (im Katheter ist noch die alte Stärke: die Dosis auf dem Programmiergerät ist nicht das, was der Patient bekommt) läuft bis { $until }.
paper-warning-bolus-prime = Ein Priming-Bolus läuft bis { $until }.
# $what (String): which alarm. $at (String): when it was recorded.
paper-warning-alarm = { $what }, eingetragen am { $at }.
paper-warning-alarm-undated = Ein kritischer Alarm ist offen.
# $what (String): English words of the record.
paper-warning-open = Offen in der Akte: { $what }
paper-warning-refill-past = Die Nachfüllung war bis { $date } fällig.

## Wer und was: Namen der Angaben

paper-patient = Patient
paper-born = Geboren
paper-what = Was
paper-value = Wert
paper-born-with-age = { $n ->
        [one] { $date } ({ $n } Jahr)
       *[other] { $date } ({ $n } Jahre)
    }
paper-record-number = Aktennummer
paper-diagnosis = Diagnose
paper-pump = Pumpe
paper-pump-with-serial = { $pump }, Seriennummer { $serial }
paper-implanted-on = Implantiert am
paper-catheter = Katheter
paper-catheter-length = Länge des Katheters im Körper
paper-catheter-volume = Der Katheter fasst
paper-catheter-volume-unverified = { $volume }, berechnet aus einer nicht geprüften Zahl
paper-tip = Höhe der Spitze
paper-drug = Medikament
paper-strength = Stärke
paper-strength-both = { $told } in die Pumpe eingegeben; { $vial } auf der Durchstechflasche
paper-strength-vial = { $vial } auf der Durchstechflasche; in der Pumpe nicht gesehen
paper-dose = Dosis pro 24 Stunden
paper-dose-confirmed = Dosis pro 24 Stunden, wie zuletzt in der Pumpe bestätigt
paper-mode = Modus
paper-mode-continuous = gleichbleibend
paper-mode-flex = Flex
paper-mode-minimum-rate = niedrigste Rate
paper-mode-stopped = angehalten
paper-mode-with-patient-bolus = { $mode }; der Patient kann Boli hinzufügen
paper-since = In der Pumpe seit
paper-since-read-back-by = { $at }, zurückgelesen von { $by }
paper-since-read-back = { $at }, zurückgelesen
paper-since-telemetry-by = { $at }, per Telemetrie ausgelesen, eingetragen von { $by }
paper-since-telemetry = { $at }, per Telemetrie ausgelesen
paper-since-found-by = { $at }, bei der Aufnahme vorgefunden von { $by }
paper-since-found = { $at }, bei der Aufnahme vorgefunden
paper-since-surgery-by = { $at }, bei der Operation eingetragen von { $by }
paper-since-surgery = { $at }, bei der Operation eingetragen
paper-patient-bolus = Der Patient kann hinzufügen
paper-patient-bolus-says = { $count ->
        [one] { $dose } über { $over }, dann gesperrt für { $lockout }, höchstens ein Mal in 24 Stunden
       *[other] { $dose } über { $over }, dann gesperrt für { $lockout }, höchstens { $count } Mal in 24 Stunden
    }
paper-last-refill = Letzte Nachfüllung
paper-last-refill-filled = { $date }, gefüllt auf { $volume }
paper-last-refill-elsewhere = { $date }, anderswo; noch { $volume } beim Auslesen am { $read }
paper-last-refill-elsewhere-undated = anderswo, Tag nicht bekannt; noch { $volume } beim Auslesen am { $read }
paper-reservoir-now = Jetzt im Reservoir, berechnet
paper-alarm-on = Alarm für niedrigen Füllstand, berechnet
paper-empty-about = Leer etwa, berechnet
paper-empty-earliest = Leer frühestens
paper-empty-and-earliest = { $date }, frühestens { $earliest }
paper-refill-by = Nachfüllen bis
paper-next-visit = Nächster Termin
paper-allergies = Allergien
paper-medicines = Medikamente
paper-medicine-depressant = { $medicine } (dämpft das zentrale Nervensystem)
paper-medicine-kept = zu Hause vorrätig: { $stock }
paper-home-stock = Baclofen zum Einnehmen, zu Hause vorrätig
paper-stock-out-of-date = { $what } (abgelaufen seit { $date })
paper-stock-keeps = { $what } (haltbar bis { $date })
paper-not-asked = nicht bekannt: niemand hat gefragt

## Tage, Stunden und wen Sie anrufen

paper-days-range = { $from } bis { $to }
paper-days-every-public-holiday = jeden Feiertag
paper-days-public-holidays = Feiertage
paper-days-if-public-holiday = { $days }, wenn es ein Feiertag ist
paper-days-except-public-holidays = { $days } außer Feiertage
paper-days-and-public-holidays = { $days } und jeden Feiertag
paper-hours = { $days }, { $from } bis { $until }
paper-hours-overnight = { $days }, { $from } bis { $until } am nächsten Tag
paper-hours-any = jederzeit
paper-hours-if-nobody-else = jederzeit, wenn sonst niemand antwortet
paper-hours-until-today = bis heute, { $time }
paper-hours-until-tomorrow = bis morgen, { $time }
paper-hours-until-on = bis { $date }, { $time }
paper-call = Wen Sie anrufen
paper-call-who = Wer
paper-call-telephone = Telefon
paper-call-when = Wann
paper-call-nobody = Es sind keine Telefonnummern eingetragen. Fragen Sie die Klinik und schreiben Sie sie hier auf: ____________________
paper-call-emergency = Bei jedem Zeichen für zu viel Medikament oder bei einem späten Zeichen für zu wenig: Rufen Sie die Notrufnummer des Landes an, in dem Sie sind, dann das Pumpenteam.
paper-call-early = Bei einem frühen Zeichen für zu wenig oder wenn Sie nicht sicher sind: Rufen Sie jetzt das Pumpenteam an, bei Tag oder Nacht.

## Terminbericht

paper-visit-summary = Terminbericht
# $date (String): the day of the visit.
paper-visit-of = Termin vom { $date }
paper-visit-done = Was gemacht wurde
paper-visit-nothing = An diesem Tag wurde nichts eingetragen.
paper-visit-program = Das Programm jetzt
paper-visit-program-says = Die Pumpe gibt { $dose } ab. Medikament: { $drug }, { $strength }.
paper-visit-program-not-known = Was die Pumpe abgibt, ist nicht bekannt: In ihr wurde kein Programm gesehen.
paper-visit-program-continuous = Zu jeder Stunde des Tages gleich viel.
paper-visit-program-flex = Zu manchen Tageszeiten mehr und zu anderen weniger; siehe Tabelle. Die Zeiten sind die der Pumpenuhr.
paper-visit-program-minimum-rate = Mit der niedrigsten Rate hält die Pumpe nur den Katheter offen. Sie behandelt niemanden.
paper-visit-program-stopped = Die Pumpe ist angehalten. Nichts fließt.
paper-visit-change = Was sich geändert hat
paper-visit-before = Vorher
paper-visit-after = Nachher
paper-visit-difference = Änderung
paper-change-more = { $amount } mehr ({ $percent } %)
paper-change-less = { $amount } weniger ({ $percent } %)
paper-change-none = keine Änderung
paper-change-first = das ist das erste Programm
paper-visit-residual = Was noch in der Pumpe war
paper-visit-appointments = Nächste Termine
paper-visit-no-appointments = Es ist kein Termin vereinbart. Bitten Sie die Klinik um einen Termin vor dem Datum „Nachfüllen bis“.
paper-appointment-test = Screening-Test
paper-appointment-implant = Implantation oder Operation
paper-appointment-refill = Nachfüllung
paper-appointment-visit = Termin in der Klinik
paper-appointment-review = Besprechung durch das Team
paper-appointment-phone-contact = Anruf durch die Klinik
# $when (String): day and time. $where (String): place.
paper-appointment-where = { $when }, { $where }
paper-visit-scores = Punktwerte
paper-visit-scores-names = Namen von Skalen und Muskeln stehen auf Englisch da, wie in der Akte.
paper-score = Punktwert
paper-score-before = Letztes Mal davor
paper-score-this-day = Dieser Tag
paper-score-first = Erster
paper-score-last = Letzter
paper-visit-watch = Worauf zu achten ist

paper-did-refill = Die Pumpe wurde nachgefüllt: { $volume } { $drug }, { $strength }.
paper-did-program = Ein neues Programm wurde eingegeben, und es wurde gesehen, dass es in der Pumpe läuft: { $dose }.
paper-did-program-not-running = Ein neues Programm wurde eingegeben, und es wurde nicht gesehen, dass die Pumpe damit läuft.
paper-did-ordered = Ein neues Programm wurde verordnet: { $dose }.
paper-did-test-ordered = Eine Testdosis wurde verordnet: { $dose }.
paper-did-refill-ordered = Eine Nachfüllung wurde verordnet.
paper-did-not-entered = Ein verordnetes Programm wurde nicht eingegeben.
paper-did-read-running = Die Pumpe wurde ausgelesen: Sie läuft.
paper-did-read-not-running = Die Pumpe wurde ausgelesen: Sie läuft nicht.
paper-did-found = Die Pumpe wurde bei der Aufnahme laufend vorgefunden: { $dose }.
paper-did-implanted = Pumpe und Katheter wurden implantiert.
paper-did-surgery = Es gab eine Operation an Pumpe oder Katheter.
paper-did-test = Eine Testdosis wurde gegeben: { $dose }.
paper-did-test-helped = Die Testdosis von { $dose } hat geholfen.
paper-did-test-not-helped = Die Testdosis von { $dose } hat nicht geholfen.
paper-did-scores = { $count ->
        [one] Ein Punktwert wurde erhoben.
       *[other] { $count } Punktwerte wurden erhoben.
    }
paper-did-alarm = Ein Alarm wurde eingetragen: { $what }.
paper-did-gap = Eine Zeit ohne Abgabe wurde eingetragen: { $why }
paper-did-mri = Eine Magnetresonanztomographie (MRT) wurde gemacht.
paper-did-mri-checked-running = Die Pumpe wurde nach der MRT geprüft: Sie läuft.
paper-did-mri-checked-not-running = Die Pumpe wurde nach der MRT geprüft: Sie läuft nicht.
paper-did-aspirated = Der Katheter wurde über den Zugangsport aspiriert.
paper-did-injected = Über den Zugangsport wurde etwas eingespritzt: { $what }
paper-did-side-effect = Eine Nebenwirkung wurde eingetragen: { $what }
paper-did-booked = Der nächste Termin wurde für { $date } vereinbart.
paper-did-travel = Eine Reise wurde notiert.
paper-did-medicine = Medikament: { $what }
paper-did-medicine-stopped = Wird nicht mehr genommen: { $what }

paper-alarm-low-reservoir = niedriger Füllstand
paper-alarm-empty-reservoir = Reservoir leer
paper-alarm-elective-replacement = Austausch fällig
paper-alarm-end-of-service = Ende der Betriebszeit
paper-alarm-motor-stall = Motorstillstand
paper-alarm-stopped-too-long = zu lange angehalten
paper-alarm-memory-error-minor = leichter Speicherfehler
paper-alarm-memory-error-critical = kritischer Speicherfehler
paper-alarm-low-battery-reset = Reset bei schwacher Batterie
paper-alarm-single-tone = Einzelton
paper-alarm-two-tone = Zweitonalarm
paper-alarm-not-known = welcher Alarm, ist nicht bekannt

## Programmierblatt

paper-programming-sheet = Programmierblatt
paper-state-ordered = VERORDNET – NOCH NICHT IN DER PUMPE
paper-state-running = IN DER PUMPE, { $how }
paper-state-how-read-back-by = zurückgelesen am { $at } von { $by }
paper-state-how-read-back = zurückgelesen am { $at }
paper-state-how-telemetry = per Telemetrie ausgelesen am { $at }
paper-state-replaced = NICHT MEHR IN DER PUMPE – DURCH EIN SPÄTERES PROGRAMM ERSETZT
paper-state-not-entered = NICHT EINGEGEBEN – DIESES BLATT NICHT VERWENDEN
paper-state-unknown = NICHT BEKANNT, OB ES IN DER PUMPE IST – PUMPE AUSLESEN
paper-state-done = ERLEDIGT
paper-ordered-at = Verordnet
paper-ordered-by = Verordnet von
paper-checked-by = Von einer zweiten Person geprüft
paper-entered-by = In der Pumpe bestätigt von
paper-reason = Angegebener Grund
paper-to-enter = Was einzugeben ist
paper-setting = Einstellung
paper-now = Jetzt
paper-new = Neu
paper-drug-as-on-vial = Medikament, wie auf der Durchstechflasche
paper-strength-as-on-vial = Stärke, wie auf der Durchstechflasche
paper-strength-to-type = Stärke, ins Programmiergerät einzutippen
paper-per-hour = Pro Stunde
paper-volume-per-day = Volumen pro 24 Stunden
paper-volume-per-day-says = { $volume } pro 24 Stunden
paper-achieved = Was diese Pumpe abgeben kann
paper-achieved-why = Diese Pumpe gibt nur ganze Schritte ab. Die Datumsangaben rechnen mit dem, was sie abgibt.
paper-mean-of-week = { $dose } (Mittel der Woche)
paper-reservoir-to-type = Reservoirvolumen
paper-alarm-volume = Alarmvolumen
paper-tubing-volume = Volumen des Pumpenschlauchs
paper-steps = Schritte (Zeiten der Pumpenuhr)
paper-step-days = Tage
paper-step-time = Zeit
paper-step-rate = Rate
paper-step-amount = Gibt ab
paper-day-total = Tagessumme
paper-time-range = { $from } bis { $until }
paper-boluses = Zuerst
paper-bolus-single = Einzelner Bolus
paper-bolus-bridge = Überbrückungsbolus
paper-bolus-prime = Priming-Bolus
paper-bolus-says = { $dose } ({ $volume }) über { $over }
paper-bridge-why = Die Stärke ändert sich. Pumpenschlauch und Katheter enthalten noch Medikament der alten Stärke; der Überbrückungsbolus befördert es mit der alten Dosis hinaus. Erst dann beginnt das neue Programm.
paper-prime-why = Pumpenschlauch oder Katheter enthalten noch kein Medikament dieser Stärke; der Priming-Bolus füllt sie. Sonst gibt er dem Patienten nichts.
paper-single-why = Er wird einmal gegeben, bevor das Programm beginnt.
paper-bridge-missing = Die Stärke ändert sich, und in dieser Verordnung gibt es keinen Überbrückungsbolus. Die verordnende Person fragen, bevor irgendetwas eingegeben wird.
paper-duration-hours-minutes = { $hours } h { $minutes } min
paper-duration-hours = { $hours } h
paper-duration-minutes = { $minutes } min
paper-duration-seconds = { $seconds } s
paper-dates-with-order = Datumsangaben mit dieser Verordnung
paper-alarm-to-set = Alarmdatum, das das Programmiergerät zeigen soll
paper-read-back = Vom Programmiergerät zurücklesen
paper-read-back-how = Nach der Eingabe: die Pumpe auslesen, laut vorlesen, was das Programmiergerät zeigt, und es hier aufschreiben. Wer zuhört, vergleicht es mit diesem Blatt.
paper-box-drug = Angezeigtes Medikament: ____________________
paper-box-strength = Angezeigte Stärke: ____________________
paper-box-mode = Angezeigter Modus: ____________________
paper-box-dose = Angezeigte Dosis pro 24 Stunden: ____________________
paper-box-bridge = Angezeigter Überbrückungs- oder Priming-Bolus, Dosis und Zeit: ____________________
paper-box-no-bridge = Kein Überbrückungs- oder Priming-Bolus angezeigt
paper-box-alarm-date = Angezeigtes Alarmdatum: ____________________
paper-box-running = Die Pumpe läuft
paper-box-patient-told = Patient oder Familie kennen die neue Dosis und die neuen Datumsangaben
paper-box-read-by = Gelesen von: ____________________ Verglichen von: ____________________
paper-order-refill = Füllen
paper-order-refill-says = { $volume } { $drug }, { $strength }

## Nachfüllprotokoll

paper-refill-record = Nachfüllprotokoll
paper-refill-of = Nachfüllung vom { $date }
paper-found = Was vorgefunden wurde
paper-expected = Erwartet, berechnet
paper-withdrawn = Entnommen
paper-left = Ließ sich nicht entnehmen und blieb darin
paper-measured = Gemessen: entnommen und verblieben zusammen
paper-not-measured = nicht gemessen
paper-difference = Abweichung
paper-difference-more = { $volume } mehr als erwartet
paper-difference-less = { $volume } weniger als erwartet
paper-difference-none = keine
paper-threshold = Abweichung, ab der es darauf ankommt
paper-means = Was es bedeutet
paper-means-fits = Es passt.
paper-means-more = Es war mehr übrig als erwartet: Die Pumpe hat weniger abgegeben als programmiert. Katheter oder Pumpe, ein Bolus, der nicht gegeben wurde, oder der Port wurde bei der letzten Füllung verfehlt.
paper-means-more-than-filled = Mehr, als eingefüllt wurde: Flüssigkeit ist in das Reservoir gelangt, oder das ist nicht die Pumpe oder die Akte, für die sie gehalten wurde.
paper-means-less = Es war weniger übrig als erwartet: Die Pumpe hat mehr abgegeben als programmiert, oder sie ist undicht, oder es wurde nicht alles entnommen.
paper-means-first = Das war die erste Füllung in der Akte: Es gibt nichts, womit man vergleichen kann.
paper-stop-rule = Stopp-Regel
paper-stop-rule-none = Keine Stopp-Regel wurde ausgelöst.
paper-stop-rule-says = Die Abweichung liegt über der Schwelle: Vor der Füllung musste sich jemand darum kümmern.
paper-dealt-with = Wie damit umgegangen wurde
paper-filled = Was eingefüllt wurde
paper-product = Produkt
paper-lot = Charge
paper-expires = Verwendbar bis
paper-volume-filled = Eingefüllt
paper-dates-after = Neue Datumsangaben
paper-recorded-by = Eingetragen von
paper-recorded-at = Eingetragen
paper-strength-changed = Die Stärke auf der Durchstechflasche ist nicht die in die Pumpe eingegebene Stärke. Ein neues Programm mit einem Überbrückungsbolus ist nötig.

## Screening-Blatt

paper-screening-sheet = Screening-Test
paper-test-dose = Testdosis
paper-test-dose-of = Testdosis von { $dose }, { $at }
paper-test-route = Weg
paper-test-route-lumbar = Lumbalpunktion
paper-test-route-catheter = Testkatheter
paper-test-looks = Was gesehen wurde
paper-test-no-looks = Niemand hat eingetragen, was gesehen wurde.
paper-test-when = Zeit
paper-test-after = { $hours } h { $minutes } min danach
paper-test-pressure = Blutdruck
paper-test-pulse = Puls
paper-test-breaths = Atemzüge
paper-test-oxygen = Sauerstoff
paper-test-awake = Wach
paper-test-answer = Wie der Patient anspricht
paper-awake-alert = wach wie zuvor
paper-awake-voice = reagiert, wenn angesprochen
paper-awake-pain = reagiert nur auf Schmerz
paper-awake-unresponsive = reagiert nicht
paper-answer-as-hoped = nichts Auffälliges
paper-answer-excessive = übermäßig: zu schwach, schläfrig
paper-answer-adverse = schädlich: Atmung, Kreislauf, Krampfanfall, anderer Schaden
paper-test-result = Ergebnis
paper-test-helped = Sie hat geholfen.
paper-test-not-helped = Sie hat nicht geholfen.
paper-test-adverse = Die Reaktion war schädlich.
paper-test-effect = Die Wirkung hielt { $hours } an.
paper-test-no-result = Noch hat niemand angegeben, was diese Dosis bewirkt hat.
paper-test-doses = Dosen
paper-test-catheter = Testkatheter
paper-test-catheter-in = gelegt am { $at }, Spitze bei { $level }; liegt noch
paper-test-catheter-out = gelegt am { $at }, Spitze bei { $level }; entfernt am { $removed }
paper-test-scores = Punktwerte vorher und nachher

## Implantationsprotokoll

paper-implant-record = Implantationsprotokoll
paper-operation-implant = Implantation
paper-operation-revision = Revision
paper-operation-replacement = Austausch
paper-operation-catheter-change = Katheterwechsel
paper-operation-explant = Entfernung des Systems
paper-operation-of = { $operation }, { $date }
paper-surgeon = Operiert von
paper-pump-lot = Charge der Pumpe
paper-pump-udi = Etikett der Pumpe (UDI)
paper-catheter-lot = Charge des Katheters
paper-catheter-udi = Etikett des Katheters (UDI)
paper-catheter-basis = Woher das Volumen bekannt ist
paper-trimmed = Abgeschnittene Länge
paper-pocket = Pumpentasche
paper-depth = Tiefe unter der Haut
paper-priming = Wie das Priming erfolgte
paper-note = Notiz
paper-built = Gebaut
paper-clock = Die Pumpenuhr
paper-clock-says = UTC { $offset }; sie kennt keine Sommerzeit
paper-replacement-from = Austausch planen ab
paper-service-ends = Betriebszeit endet spätestens
paper-back-table = Priming auf dem Instrumententisch
paper-question = Frage
paper-answer = Antwort
paper-answered-on = Beantwortet am { $date }
paper-answered-by = wie in der Akte eingetragen
paper-in-record-words = Antworten stehen so da, wie sie in die Akte geschrieben wurden.
paper-answers-missing = { $count ->
        [one] Eine Antwort fehlt
       *[other] { $count } Antworten fehlen
    }
paper-back-table-pump = Pumpe
paper-back-table-catheter = Katheter
paper-back-table-afterwards = Danach
paper-back-table-identity = Pumpe und Seriennummer von zwei Personen gelesen und wie geplant?
paper-back-table-purged = Lieferflüssigkeit aus der Pumpe entleert und Pumpe gefüllt?
paper-back-table-drug-checked = Medikament und Stärke von zwei Personen gelesen?
paper-back-table-pump-primed = Priming der Pumpe vor dem Einsetzen erfolgt?
paper-back-table-implanted-length = Im Körper belassene Länge des Katheters
paper-back-table-trimmed = Abgeschnittene Länge
paper-back-table-fluid-seen = Liquor aus dem Katheter gesehen, bevor er angeschlossen wurde?
paper-back-table-tip-seen = Spitze auf einem Bild in der geplanten Höhe gesehen?
paper-back-table-catheter-holds = Der Katheter enthält
paper-back-table-catheter-holds-fluid = Liquor
paper-back-table-catheter-holds-drug = Medikament
paper-back-table-catheter-holds-empty = nichts
paper-back-table-priming-bolus = Priming-Bolus verordnet für das, was noch leer ist?
paper-back-table-priming-bolus-yes = ja
paper-back-table-priming-bolus-not-needed = nicht nötig: alles ist gefüllt
paper-back-table-priming-bolus-later = später, mit Begründung
paper-back-table-running-seen = Pumpe vor Verlassen des Operationssaals laufend gesehen?
paper-back-table-words = Alles, was nicht wie geplant verlief

## Entlassungsplan

paper-discharge-plan = Entlassungsplan
paper-discharge-plan-taken-home = Mit nach Hause genommen
paper-discharge-plan-next = Als Nächstes
paper-discharge-plan-card = Pumpenkarte und Notfallblatt übergeben?
paper-discharge-plan-alarm-date = Alarmdatum gesagt und aufgeschrieben?
paper-discharge-plan-refill-booked = Nachfüllung vereinbart?
paper-discharge-plan-contacts = Wen man bei Tag und bei Nacht anruft: aufgeschrieben?
paper-discharge-plan-signs = Zeichen von Entzug und Überdosis erklärt und wiederholen lassen?
paper-discharge-plan-alarm-heard = Alarmtöne gehört?
paper-discharge-plan-oral-at-home = Baclofen zum Einnehmen zu Hause für einen Notfall?
paper-discharge-plan-wound = Pflege von Wunde und Fäden
paper-discharge-plan-oral-plan = Medikamente zum Einnehmen von jetzt an
paper-discharge-plan-activity = Was erlaubt ist und ab wann
paper-discharge-plan-first-call = Erster Anruf durch die Klinik
paper-discharge-plan-first-visit = Erster Termin
paper-discharge-plan-rehabilitation = Rehabilitation beginnt
paper-discharge-plan-explained-to = Erklärt wem

## MRT-Blatt

paper-mri-sheet = MRT mit dieser Pumpe
paper-mri-not-known = Für diese Pumpe nicht bekannt: vor jeder MRT ihr Handbuch ansehen. Rufen Sie das Pumpenteam an.
paper-mri-planned = Geplant
paper-mri-boxes-before = Vor der MRT anzukreuzen
paper-mri-boxes-after = Nach der MRT anzukreuzen
paper-mri-box-team-called = Pumpenteam angerufen, und jemand, der diese Pumpe auslesen kann, ist zur Stelle
paper-mri-box-model-compared = Modell und Seriennummer mit der Pumpenkarte verglichen
paper-mri-box-conditions = Alle Bedingungen für dieses Modell im Handbuch nachgeschlagen
paper-mri-box-read-before = Pumpe vor der MRT ausgelesen: Programm und Volumen aufgeschrieben
paper-mri-box-scan-done = MRT durchgeführt, von ________ bis ________
paper-mri-box-read-after = Pumpe nach der MRT ausgelesen
paper-mri-box-running = Die Pumpe läuft, und ihr Programm ist das von vorher
paper-mri-box-patient-told = Dem Patienten gesagt, worauf zu achten und wer anzurufen ist
paper-mri-box-by = Von: ____________________

## Reisebrief

paper-travel-letter = Reisebrief
paper-travel-where = Reiseziel
paper-travel-when = Von und bis
paper-travel-dates = { $from } bis { $until }
paper-travel-program = Das Programm, nach der Pumpenuhr
paper-travel-clock = Die Pumpenuhr bleibt auf UTC { $offset }. Sie ändert sich weder mit Zeitzonen noch zur Sommerzeit.
paper-travel-drugs = Medikamente, die die reisende Person mitführt
paper-travel-refill-before-return = „Nachfüllen bis“ liegt vor dem Tag der Rückkehr: Lassen Sie die Pumpe vor der Abreise nachfüllen.
paper-travel-alarm-before-return = Der Alarm für niedrigen Füllstand wird vor dem Tag der Rückkehr erwartet: Sprechen Sie vor der Abreise mit der Klinik.

## Familienratgeber

paper-family-guide = Leben mit der Pumpe: ein Ratgeber für die Familie

## Übungen für zu Hause

paper-exercises = Übungen für zu Hause
paper-exercise-how-often = Wie oft: { $often }
paper-exercise-caution = Vorsicht: { $caution }
paper-exercises-with-pump = Mit der Pumpe
paper-exercises-with-pump-says = Reiben oder drehen Sie die Pumpe unter der Haut nicht. Hören Sie sofort auf, wenn Sie sich schläfrig, schwindlig oder schwach fühlen, wenn das Atmen schwerfällt oder wenn Sie steif werden, Juckreiz bekommen oder Fieber haben. Tun Sie dann, was auf dem Notfallblatt steht: Bei manchen dieser Zeichen muss die Notrufnummer angerufen werden.

## Überleitungsbrief

paper-transfer-letter = Überleitungsbrief: intrathekale Baclofentherapie
paper-transfer-story = Der Verlauf nach Datum
paper-transfer-registered = Hier bekannt seit
paper-transfer-first-test = Erste Testdosis
paper-transfer-best-test = Testdosis, die geholfen hat
paper-transfer-no-test = keine Testdosis in der Akte
paper-transfer-implanted = System implantiert
paper-transfer-titration-finished = Titration abgeschlossen
paper-transfer-programs = Programme der letzten 12 Monate
paper-transfer-program-since = Seit
paper-transfer-no-programs = In dieser Zeit wurde kein Programm in der Pumpe gesehen.
paper-transfer-refills = Nachfüllungen der letzten 12 Monate
paper-transfer-refill-on = Tag
paper-transfer-complications = Komplikationen
paper-transfer-complication = Komplikation
paper-transfer-began = Begonnen
paper-transfer-ended = Vorüber
paper-transfer-related = Mit der Therapie zusammenhängend
paper-transfer-no-complications = In der Akte stehen keine Komplikationen.
paper-transfer-scores = Punktwerte
paper-transfer-open = Offene Punkte
paper-transfer-none-open = Nichts ist offen.
paper-transfer-orders = Verordnungen, die niemand in der Pumpe bestätigt hat
paper-transfer-no-orders = Keine.
paper-related-related = ja
paper-related-not-related = nein
paper-related-not-known = nicht bekannt
paper-complication-wound-infection = Infektion von Wunde oder Pumpentasche
paper-complication-meningitis = Meningitis
paper-complication-fluid-leak = Austritt von Liquor
paper-complication-seroma = Flüssigkeit oder Blut in der Pumpentasche
paper-complication-dehiscence = Wunde öffnet sich, Haut über der Pumpe bricht auf
paper-complication-catheter = Katheter: Knick, Leck, Bruch, Diskonnektion, Verlagerung, Verschluss
paper-complication-pump = Pumpe: Stillstand, vorzeitiges Ende der Betriebszeit, Über- oder Unterinfusion, umgedreht
paper-complication-withdrawal = Entzug
paper-complication-overdose = Überdosis
paper-complication-side-effect = Nebenwirkung des Medikaments
paper-complication-new-deficit = Neues neurologisches Defizit
paper-complication-other = Etwas anderes
paper-diagnosis-spinal-cord-injury = Rückenmarkverletzung
paper-diagnosis-multiple-sclerosis = Multiple Sklerose
paper-diagnosis-hereditary-spastic-paraplegia = hereditäre spastische Paraplegie
paper-diagnosis-myelopathy = Myelopathie
paper-diagnosis-spinal = spinale Ursache
paper-diagnosis-cerebral-palsy = Zerebralparese
paper-diagnosis-stroke = Schlaganfall
paper-diagnosis-brain-injury = Hirnverletzung
paper-diagnosis-hypoxic-brain-damage = hypoxischer Hirnschaden
paper-diagnosis-dystonia = Dystonie
paper-diagnosis-cerebral = zerebrale Ursache

## Stellungnahme

paper-opinion = Stellungnahme zu eingesandten Unterlagen
paper-opinion-about = Betrifft
paper-opinion-enquiry = Anfrage
paper-opinion-draft = ENTWURF: nicht unterschrieben
paper-opinion-replaced = ERSETZT durch Version { $number }: diese nicht verwenden
paper-opinion-asked = Was gefragt wurde
paper-opinion-seen = Was angesehen wurde
paper-opinion-options = Möglichkeiten
paper-opinion-option = Möglichkeit
paper-opinion-for = Was hier dafür spricht
paper-opinion-against = Was hier dagegen spricht
paper-opinion-suggested = Was vorgeschlagen wird und warum
paper-opinion-missing = Was fehlt
paper-opinion-next = Was als Nächstes zu tun ist
paper-opinion-nature = Was dieser Brief ist
paper-opinion-nature-says = Er beruht auf dem, was eingesandt wurde. Niemand aus dieser Klinik hat den Patienten dafür untersucht, außer der Brief sagt es. Er ist eine Hilfe für eine Entscheidung, die Patient, Familie und behandelnde Ärztinnen und Ärzte gemeinsam treffen.
paper-signed = in der Akte unterschrieben am { $at }, mit erneut eingegebenem Passwort
paper-entered-on = eingetragen am { $date }
paper-version = Version { $number }
paper-role-as-recorded = wie in der Akte eingetragen

