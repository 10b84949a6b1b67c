### The clinical words of the emergency sheet, on paper and on screen: one message for each statement of emergency.toml.

## Zu wenig Medikament: Entzug

statement-withdrawal-early = Früh: Die eigene Spastik des Patienten kehrt zurück; Juckreiz ohne Ausschlag.
statement-withdrawal-late = Spät: Fieber, veränderte Bewusstseinslage, Rebound-Rigidität, Rhabdomyolyse, Organversagen, Tod.
statement-withdrawal-high-risk = Hohes Risiko: Rückenmarkverletzung in Höhe Th6 oder darüber, kann sich nicht mitteilen, früherer Entzug.
statement-withdrawal-onset = Beginnt 1 bis 3 Tage nach Unterbrechung der Zufuhr.
statement-withdrawal-progress = Verschlimmert sich über 24 bis 72 h.
statement-withdrawal-restore = Pumpenteam anrufen. Intrathekale Zufuhr in gleicher oder annähernd gleicher Dosis wiederherstellen.
statement-withdrawal-bridge = Bis dahin: Baclofen oral (10 bis 20 mg alle 6 h bei längerer Unterbrechung), Benzodiazepine, Propofol auf der Intensivstation.
statement-withdrawal-interrogate = Pumpe auslesen: Einstellungen, Alarme, Protokoll, Motor. Das Reservoirvolumen ablesen und mit dem gemessenen Volumen vergleichen.
statement-withdrawal-other-cause = Nach einer anderen Ursache suchen: Anamnese, Untersuchung, Laborwerte mit Kreatinkinase.
statement-withdrawal-x-ray = Das ganze System röntgen.
statement-withdrawal-no-blind-restart = Nicht einfach nachfüllen und neu starten: Ein Kind, dessen Pumpe zu wenig abgegeben hatte, erlitt 10 Minuten nach dem Neustart eine fast tödliche Überdosis.

## Zu viel Medikament: Überdosis

statement-overdose-signs = Schläfrigkeit, Schwindel, nach oben fortschreitender Verlust des Muskeltonus, Atemdepression, Krampfanfälle, Koma.
statement-overdose-small = Schon nach nur 25 Mikrogramm berichtet.
statement-overdose-bolus = Nach einem Bolus: Beginn nach 0,5 bis 1 h, Maximum nach etwa 4 h, Dauer 4 bis 8 h.
statement-overdose-continuous = Nach Beginn oder Änderung der Dauerinfusion: erste Wirkung nach 6 bis 8 h, Maximum nach 24 bis 48 h.
statement-overdose-coma = Koma bis zu 72 h.
statement-overdose-airway = Atemwege und Atmung.
statement-overdose-stop = Pumpenteam anrufen. Die Pumpe anhalten oder ihr Reservoir entleeren.
statement-overdose-needle = Für den Reservoirport: eine nicht stanzende Nadel, 22 Gauge.
statement-overdose-lumbar-puncture = Wenn nicht kontraindiziert, 30 bis 40 ml Liquor durch Lumbalpunktion entnehmen.
statement-overdose-then-withdrawal = Unterbrochene Zufuhr führt zum Entzug, 1 bis 3 Tage später: den Neustart mit dem Pumpenteam planen.
statement-overdose-no-antidote = Nicht auf Physostigmin verlassen: Ältere Produktinformationen nennen es, das Expertengremium rät in den meisten Fällen davon ab, Fehlschläge sind berichtet.

## Kann beides sein

statement-either-pocket-fill = Nach einer Nachfüllung an eine Fehlfüllung der Pumpentasche denken („pocket fill“: Medikament neben der Pumpe): Sie kann sich als Entzug oder als Überdosis zeigen.
statement-either-route = Das Baclofen der Pumpe wird nie i. v., i. m., s. c. oder epidural gegeben.
statement-either-access-port = Katheterzugangsport (Kit 8540): nie darüber nachfüllen, nie hineinspritzen, um Medikament vorwärtszuschieben.

## Die Pumpe: Alarme und MRT

statement-alarm-two-tone = Zweiton, etwa 3 s: Reservoir leer, Ende der Betriebszeit, Motorstillstand, mehr als 48 h angehalten, kritischer Speicherfehler oder Reset bei schwacher Batterie. Möglicherweise fließt kein Medikament mehr: jetzt handeln.
statement-alarm-single-tone = Einzelton, etwa 1 s, etwa einmal pro Stunde: niedriger Füllstand, Austausch fällig, leichter Speicherfehler. Klinik anrufen.
statement-alarm-calculated = Der Reservoiralarm wird berechnet, nichts misst das Volumen: Er ertönt nicht, wenn die Pumpe zu viel abgibt.
statement-mri-synchromed-ii = Bis 3 T, bedingt MR-sicher: zuerst die Bedingungen für dieses Modell nachschlagen. Die Pumpe laufen lassen. Der Rotor bleibt im Feld stehen; der Wiederanlauf kann 2 bis 24 h dauern. Danach auslesen: Ertönt ein Zweitonalarm, kann die Infusion bis zum Auslesen unterbrochen bleiben.
statement-mri-prometra-ii = Bis 1,5 T, bedingt MR-sicher: zuerst das Reservoir entleeren. Das Ventil schließt im Feld und bleibt geschlossen, kein Medikament fließt, bis es von Hand zurückgesetzt wird.
statement-mri-prometra = MR-unsicher („MR unsafe“) nach der EU-Kennzeichnung von 2019: Die Ventile können sich im Feld öffnen und das Medikament freisetzen.
