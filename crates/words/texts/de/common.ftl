### Units, days and the words that every paper and page shares.

common-micrograms = { $n ->
        [one] { $shown } Mikrogramm
       *[other] { $shown } Mikrogramm
    }
common-micrograms-per-24-hours = { $n ->
        [one] { $shown } Mikrogramm pro 24 Stunden
       *[other] { $shown } Mikrogramm pro 24 Stunden
    }
common-micrograms-per-hour = { $n ->
        [one] { $shown } Mikrogramm pro Stunde
       *[other] { $shown } Mikrogramm pro Stunde
    }
common-micrograms-per-millilitre = { $n ->
        [one] { $shown } Mikrogramm pro ml
       *[other] { $shown } Mikrogramm pro ml
    }
common-milligrams = { $shown } mg
common-millilitres = { $shown } ml
common-centimetres = { $shown } cm
common-seconds = { $n ->
        [one] { $shown } Sekunde
       *[other] { $shown } Sekunden
    }
common-minutes = { $n ->
        [one] { $shown } Minute
       *[other] { $shown } Minuten
    }
common-hours = { $n ->
        [one] { $shown } Stunde
       *[other] { $shown } Stunden
    }
common-days = { $n ->
        [one] { $shown } Tag
       *[other] { $shown } Tage
    }
common-months = { $n ->
        [one] { $shown } Monat
       *[other] { $shown } Monate
    }
common-years = { $n ->
        [one] { $shown } Jahr
       *[other] { $shown } Jahre
    }

common-date = { $day }. { $month } { $year }
common-weekday-and-date = { $weekday }, { $date }
common-moment = { $date }, { $time }
# In the form in which they stand in a date.
common-month-1 = Januar
common-month-2 = Februar
common-month-3 = März
common-month-4 = April
common-month-5 = Mai
common-month-6 = Juni
common-month-7 = Juli
common-month-8 = August
common-month-9 = September
common-month-10 = Oktober
common-month-11 = November
common-month-12 = Dezember
common-weekday-1 = Montag
common-weekday-2 = Dienstag
common-weekday-3 = Mittwoch
common-weekday-4 = Donnerstag
common-weekday-5 = Freitag
common-weekday-6 = Samstag
common-weekday-7 = Sonntag
common-every-day = jeden Tag
common-from-to = { $from } bis { $to }

common-not-known = nicht bekannt
common-none-known = keine bekannt
common-nothing-recorded = nichts eingetragen
common-yes = ja
common-no = nein
common-about = etwa { $value }
common-calculated = { $value }, berechnet
common-not-verified = nicht geprüft
common-cut = … (gekürzt)
common-and-more = { $count ->
        [one] und ein weiterer Eintrag, siehe Akte
       *[other] und { $count } weitere Einträge, siehe Akte
    }
common-source = Quelle
common-sources = Quellen
common-invented = ERFUNDENE PERSON: Vorführung, kein Patient
common-not-a-device = thecal ist kein zertifiziertes Medizinprodukt. Beurteilen Sie den Patienten, nicht das Papier.
common-translation-not-approved = Die Klinik hat diese Übersetzung noch nicht freigegeben. Wo ein Text nicht freigegeben ist, steht der englische Text daneben; es gilt der englische Text.
common-letters-missing = Einige Buchstaben lassen sich nicht drucken (�): siehe Akte.
common-printed = Gedruckt: { $at } ({ $zone }) · Version der Akte { $version } · Prüfsumme { $hash }
common-page-of = Seite { $page } von { $pages }
common-date-name-signature = Datum, Name, Unterschrift
common-not-signed = Nicht unterschrieben
common-true-on = Stand: { $date }. Das ändert sich bei jedem Termin.
