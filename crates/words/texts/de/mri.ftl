### The MRI sheet of a pump model: for radiology and the patient.

## Wer Bescheid wissen muss

mri-people = Wer Bescheid wissen muss
mri-people-team = Rufen Sie das Pumpenteam an, bevor der Termin vereinbart wird. Nach der MRT muss jemand zur Stelle sein, der diese Pumpe auslesen kann.
mri-people-model = Vergleichen Sie Modell und Seriennummer auf der Pumpenkarte mit diesem Blatt. Die Bedingungen eines Modells gelten nicht für ein anderes.
mri-people-conditions = Dieses Blatt ersetzt das Handbuch nicht: Schlagen Sie vor der MRT alle Bedingungen für dieses Modell nach.

## Vor der MRT

mri-before = Vor der MRT
mri-before-synchromed-ii-field = Bedingt MR-sicher, bis 3 T. Eine ältere Leitlinie von 2008 spricht von 1,5 T.
mri-before-synchromed-ii-running = Lassen Sie die Pumpe laufen. Programmieren Sie keinen Stopp: Er verzögert die Erkennung eines Motorstillstands.
mri-before-prometra-ii-field = Bedingt MR-sicher, bis 1,5 T und bis zu einem räumlichen Gradienten von 2000 G/cm.
mri-before-prometra-ii-empty = Zuerst das Reservoir entleeren.
mri-before-prometra-unsafe = MR-unsicher („MR unsafe“) nach ihrer EU-Kennzeichnung, geändert im Oktober 2019.
mri-before-prometra-empty = Wenn die bei Ihnen geltende Kennzeichnung eine MRT überhaupt erlaubt: zuerst das Reservoir entleeren.

## Im Scanner

mri-during = Im Scanner
mri-during-synchromed-ii-rotor = Der Rotor der Pumpe bleibt im Magnetfeld stehen. Danach sollte er wieder laufen.
mri-during-synchromed-ii-alarm = Ein Zweitonalarm ist möglich.
mri-during-prometra-ii-valve = Ein Ventil schließt im Magnetfeld, nachdem höchstens 0,01 ml durchgelaufen sind. Es bleibt geschlossen: Kein Medikament fließt, bis das Ventil von Hand zurückgesetzt wird.
mri-during-prometra-valves = Die Ventile können sich im Magnetfeld öffnen und das Medikament freisetzen.

## Nach der MRT

mri-after = Nach der MRT
mri-after-synchromed-ii-interrogate = Lesen Sie die Pumpe aus.
mri-after-synchromed-ii-motor = Bestätigen Sie, dass der Motor wieder läuft. Nach einer Leitlinie kann der Wiederanlauf 2 bis 24 h dauern.
mri-after-synchromed-ii-usual = Nach einem Bericht läuft der Motor meist innerhalb von etwa 15 Minuten wieder.
mri-after-synchromed-ii-log = Stillstand und Wiederanlauf werden beide im Protokoll vermerkt. Ist das Protokoll zweifelhaft, lesen Sie ein zweites Mal aus: Störungen können das nötig machen.
mri-after-synchromed-ii-telemetry = Wenn der Zweitonalarm ertönt, kann die Infusion unterbrochen sein, bis die Pumpe ausgelesen wurde. Warten Sie nicht darauf, dass sie von selbst wieder anläuft.
mri-after-prometra-ii-refill = Füllen Sie das Reservoir wieder auf.
mri-after-prometra-ii-valve = Setzen Sie das flussaktivierte Ventil zurück. Es bleibt geschlossen, bis jemand das tut.
mri-after-prometra-ii-program = Programmieren Sie die Pumpe neu.

## Worauf zu achten ist

mri-watch = Worauf zu achten ist
mri-watch-stay = Für die Patientin oder den Patienten: Bleiben Sie, bis das Pumpenteam sagt, dass die Pumpe geprüft ist.
mri-watch-little = Zu wenig Medikament (Entzug) beginnt 1 bis 3 Tage nach Unterbrechung der Zufuhr: Die Steifigkeit aus der Zeit vor der Pumpe kommt zurück, Juckreiz ohne Ausschlag.
mri-watch-late = Spät: Fieber, Verwirrtheit, sehr steife Muskeln. Entzug kann tödlich sein.
mri-watch-much = Zu viel Medikament (Überdosis): Schläfrigkeit, Schwindel, Muskeln, die von unten nach oben schlaff werden, schwache Atmung, Krampfanfälle, Koma.
mri-watch-call = Jedes dieser Zeichen ist ein Notfall: Rufen Sie die Notrufnummer des Landes an, in dem Sie sind, dann das Pumpenteam.
