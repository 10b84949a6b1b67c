### Units, days and the words that every paper and page shares.

common-micrograms = { $n ->
        [one] { $shown } mikrogram
        [few] { $shown } mikrogramy
        [many] { $shown } mikrogramu
       *[other] { $shown } mikrogramov
    }
common-micrograms-per-24-hours = { $n ->
        [one] { $shown } mikrogram za 24 hodín
        [few] { $shown } mikrogramy za 24 hodín
        [many] { $shown } mikrogramu za 24 hodín
       *[other] { $shown } mikrogramov za 24 hodín
    }
common-micrograms-per-hour = { $n ->
        [one] { $shown } mikrogram za hodinu
        [few] { $shown } mikrogramy za hodinu
        [many] { $shown } mikrogramu za hodinu
       *[other] { $shown } mikrogramov za hodinu
    }
common-micrograms-per-millilitre = { $n ->
        [one] { $shown } mikrogram na ml
        [few] { $shown } mikrogramy na ml
        [many] { $shown } mikrogramu na ml
       *[other] { $shown } mikrogramov na ml
    }
common-milligrams = { $shown } mg
common-millilitres = { $shown } ml
common-centimetres = { $shown } cm
common-seconds = { $n ->
        [one] { $shown } sekunda
        [few] { $shown } sekundy
        [many] { $shown } sekundy
       *[other] { $shown } sekúnd
    }
common-minutes = { $n ->
        [one] { $shown } minúta
        [few] { $shown } minúty
        [many] { $shown } minúty
       *[other] { $shown } minút
    }
common-hours = { $n ->
        [one] { $shown } hodina
        [few] { $shown } hodiny
        [many] { $shown } hodiny
       *[other] { $shown } hodín
    }
common-days = { $n ->
        [one] { $shown } deň
        [few] { $shown } dni
        [many] { $shown } dňa
       *[other] { $shown } dní
    }
common-months = { $n ->
        [one] { $shown } mesiac
        [few] { $shown } mesiace
        [many] { $shown } mesiaca
       *[other] { $shown } mesiacov
    }
common-years = { $n ->
        [one] { $shown } rok
        [few] { $shown } roky
        [many] { $shown } roka
       *[other] { $shown } rokov
    }

common-date = { $day }. { $month } { $year }
common-weekday-and-date = { $weekday } { $date }
common-moment = { $date }, { $time }
# In the form in which they stand in a date.
common-month-1 = januára
common-month-2 = februára
common-month-3 = marca
common-month-4 = apríla
common-month-5 = mája
common-month-6 = júna
common-month-7 = júla
common-month-8 = augusta
common-month-9 = septembra
common-month-10 = októbra
common-month-11 = novembra
common-month-12 = decembra
common-weekday-1 = pondelok
common-weekday-2 = utorok
common-weekday-3 = streda
common-weekday-4 = štvrtok
common-weekday-5 = piatok
common-weekday-6 = sobota
common-weekday-7 = nedeľa
common-every-day = každý deň
common-from-to = { $from } až { $to }

common-not-known = nie je známe
common-none-known = žiadne známe
common-nothing-recorded = nič nie je zaznamenané
common-yes = áno
common-no = nie
common-about = asi { $value }
common-calculated = { $value }, podľa výpočtu
common-not-verified = neoverené
common-cut = … (skrátené)
common-and-more = { $count ->
        [one] a ešte jedna položka, pozrite záznam
        [few] a ešte { $count } položky, pozrite záznam
        [many] a ešte { $count } položky, pozrite záznam
       *[other] a ešte { $count } položiek, pozrite záznam
    }
common-source = Zdroj
common-sources = Zdroje
common-invented = VYMYSLENÁ OSOBA: ukážka, nie pacient
common-not-a-device = thecal nie je certifikovaná zdravotnícka pomôcka. Posudzujte pacienta, nie papier.
common-translation-not-approved = Klinika tento preklad ešte neschválila. Kde text nie je schválený, stojí vedľa neho anglické znenie; platí anglické znenie.
common-letters-missing = Niektoré písmená sa nedajú vytlačiť (�): pozrite záznam.
common-printed = Vytlačené { $at } ({ $zone }) · verzia záznamu { $version } · hash { $hash }
common-page-of = strana { $page } z { $pages }
common-date-name-signature = Dátum, meno, podpis
common-not-signed = Nepodpísané
common-true-on = Stav ku dňu { $date }. Mení sa pri každej návšteve.
