### The fixed words of the pump card (the size of a bank card): keep them short.

card-title = Baclofenpumpe – Notfallkarte
# Source: T3
card-never-stop = Nie plötzlich stoppen lassen: Entzug kann tödlich sein.
# Sources: T3, T19
card-too-little = Zu wenig: alte Steifigkeit wieder da, Juckreiz ohne Ausschlag, Fieber, Verwirrtheit.
# Source: T3
card-too-much = Zu viel: schläfrig, schwindlig, schlaff, Atemschwäche, Krampfanfälle, Koma.
card-call-now = Schon bei einem davon: jetzt den Notruf anrufen, dann das Pumpenteam.
card-pump = Pumpe
card-serial = Seriennummer
card-drug = Medikament
card-dose = Tagesdosis
card-mri = MRT: erst das Pumpenteam fragen.
card-scan = Scannen: Angaben von heute
# $date (String): the day for which the facts were printed.
card-true-on = Stand: { $date }. Ändert sich bei jedem Termin.
card-carry = Karte immer bei sich tragen
card-born = Geb.
card-refill-by = Füllen bis
card-offline = Diese Angaben, ohne Netz
