### The travel letter: for airlines, security and customs staff, for a hospital abroad, and for the traveller.

## An alle zuständigen Stellen: das Gerät

travel-device = An alle zuständigen Stellen: das Gerät
travel-device-what = Die reisende Person hat eine implantierte Pumpe unter der Haut. Sie gibt das Medikament Baclofen durch einen Katheter in die Flüssigkeit um das Rückenmark ab.
travel-device-needed = Die reisende Person ist Tag und Nacht darauf angewiesen. Wenn das Medikament plötzlich ausbleibt, folgt der Entzug, und er kann tödlich sein.
travel-device-implanted = Die Pumpe ist Teil des Körpers. Sie kann nicht abgenommen, geöffnet oder zur Kontrolle abgegeben werden.

## An der Sicherheitskontrolle

travel-security = An der Sicherheitskontrolle
travel-security-detector = Die Pumpe kann Metalldetektoren und Sicherheitsschleusen auslösen.
travel-security-gate = Bitte lassen Sie die reisende Person durch die Schleuse gehen, ohne dass sie darin verweilt.
travel-security-card = Die reisende Person kann die Pumpenkarte zeigen.

## Mitgeführte Medikamente

travel-medicines = Mitgeführte Medikamente
travel-medicines-tablets = Die reisende Person führt möglicherweise Baclofen-Tabletten mit, wie mit der Klinik vereinbart, für den Fall, dass die Pumpe versagt.
travel-medicines-keep = Bitte lassen Sie diese Medikamente, die Pumpenkarte und diesen Brief bei der reisenden Person.
travel-medicines-luggage = Für die reisende Person: Behalten Sie sie im Handgepäck, nie im aufgegebenen Gepäck.

## Fliegen

travel-flying = Fliegen
travel-flying-pressure = Niedriger Außendruck erhöht den Fluss dieser Pumpe, möglicherweise um mehr als 14,5 % über das Programm hinaus. Die Erhöhung kann nach der Rückkehr bestehen bleiben.
travel-flying-signs = Zeichen für zu viel Medikament: Schläfrigkeit, Schwindel, Muskeln, die von unten nach oben schlaff werden, schwache Atmung, Krampfanfälle, Koma. Jedes davon ist ein Notfall.
travel-flying-ask = Fragen Sie vor dem Flug Ihre Klinik, was für Ihre Pumpe gilt.

## Zeitzonen

travel-clock = Zeitzonen
travel-clock-constant = Ein Programm mit einer gleichbleibenden Rate gibt zu jeder Stunde gleich viel ab. Nichts verschiebt sich; mit diesem Programm reist man am einfachsten.
travel-clock-flex = Diese Pumpe läuft mit einem Programm, das sich über den Tag ändert. Ihre Uhr folgt weder Zeitzonen noch der Sommerzeit. Am Reiseziel verschiebt sich das Muster um den Zeitunterschied.
travel-clock-flex-call = Rufen Sie Ihre Klinik an, bevor Sie in eine andere Zeitzone reisen, und fragen Sie, was mit dem Programm zu tun ist.

## Vor einer langen Reise

travel-before = Vor einer langen Reise
travel-before-refill = Lassen Sie die Pumpe vor der Abreise nachfüllen.
travel-before-dates = Vergleichen Sie das Datum des Alarms für niedrigen Füllstand und das Datum der nächsten Nachfüllung mit dem Tag Ihrer Rückkehr. Planen Sie Zeit für eine Verspätung ein.
travel-before-tablets = Nehmen Sie Baclofen-Tabletten mit, und wissen Sie, was mit der Klinik darüber vereinbart wurde.
travel-before-emergency-details = Nehmen Sie die Notfallunterlagen mit: Notfallblatt, Pumpenkarte, Telefonnummern des Pumpenteams.
travel-before-where = Fragen Sie Ihre Klinik, wo an Ihrem Reiseziel jemand Ihre Pumpe auslesen und nachfüllen kann.

## Bei einem Notfall im Ausland

travel-emergency = Bei einem Notfall im Ausland
travel-emergency-number = Rufen Sie die Notrufnummer des Landes an, in dem Sie sind, bei jedem Zeichen für zu viel Medikament oder für zu wenig: Die Steifigkeit aus der Zeit vor der Pumpe kommt zurück, Juckreiz ohne Ausschlag, Fieber, Verwirrtheit, sehr steife Muskeln.
travel-emergency-onset = Der Entzug beginnt 1 bis 3 Tage nach Unterbrechung der Zufuhr.
travel-emergency-two-tone = Ein Zweitonalarm bedeutet, dass das Medikament vielleicht nicht mehr fließt: Handeln Sie jetzt, warten Sie nicht auf Zeichen.
travel-emergency-single-tone = Ein Einzelton, etwa einmal pro Stunde: niedriger Füllstand, Austausch fällig oder ein leichter Speicherfehler. Rufen Sie die Klinik zu Hause an.
travel-emergency-alarm = Ein Alarm, den niemand erklären kann, gilt als ernst: Rufen Sie jetzt das Pumpenteam an.
travel-emergency-staff = Für das Krankenhauspersonal: Bei Entzug die intrathekale Zufuhr in gleicher oder annähernd gleicher Dosis wiederherstellen. Die Schritte, auch die Schritte bei Überdosis, stehen auf dem Notfallblatt.
travel-emergency-route = Für das Krankenhauspersonal: Das Baclofen der Pumpe wird nie i. v., i. m., s. c. oder epidural gegeben.
travel-emergency-mri = Für das Krankenhauspersonal: keine MRT, bevor die Bedingungen für dieses Pumpenmodell bekannt sind.
travel-emergency-team = Rufen Sie das Pumpenteam zu Hause an, egal wie spät es dort ist.
