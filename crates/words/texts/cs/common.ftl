### Units, days and the words that every paper and page shares.

common-micrograms = { $n ->
        [one] { $shown } mikrogram
        [few] { $shown } mikrogramy
        [many] { $shown } mikrogramu
       *[other] { $shown } mikrogramů
    }
common-micrograms-per-24-hours = { $n ->
        [one] { $shown } mikrogram za 24 hodin
        [few] { $shown } mikrogramy za 24 hodin
        [many] { $shown } mikrogramu za 24 hodin
       *[other] { $shown } mikrogramů za 24 hodin
    }
common-micrograms-per-hour = { $n ->
        [one] { $shown } mikrogram za hodinu
        [few] { $shown } mikrogramy za hodinu
        [many] { $shown } mikrogramu za hodinu
       *[other] { $shown } mikrogramů za hodinu
    }
common-micrograms-per-millilitre = { $n ->
        [one] { $shown } mikrogram na ml
        [few] { $shown } mikrogramy na ml
        [many] { $shown } mikrogramu na ml
       *[other] { $shown } mikrogramů na ml
    }
common-milligrams = { $shown } mg
common-millilitres = { $shown } ml
common-centimetres = { $shown } cm
common-seconds = { $n ->
        [one] { $shown } sekunda
        [few] { $shown } sekundy
        [many] { $shown } sekundy
       *[other] { $shown } sekund
    }
common-minutes = { $n ->
        [one] { $shown } minuta
        [few] { $shown } minuty
        [many] { $shown } minuty
       *[other] { $shown } minut
    }
common-hours = { $n ->
        [one] { $shown } hodina
        [few] { $shown } hodiny
        [many] { $shown } hodiny
       *[other] { $shown } hodin
    }
common-days = { $n ->
        [one] { $shown } den
        [few] { $shown } dny
        [many] { $shown } dne
       *[other] { $shown } dní
    }
common-months = { $n ->
        [one] { $shown } měsíc
        [few] { $shown } měsíce
        [many] { $shown } měsíce
       *[other] { $shown } měsíců
    }
common-years = { $n ->
        [one] { $shown } rok
        [few] { $shown } roky
        [many] { $shown } roku
       *[other] { $shown } let
    }

common-date = { $day }. { $month } { $year }
common-weekday-and-date = { $weekday } { $date }
common-moment = { $date }, { $time }
# In the form in which they stand in a date.
common-month-1 = ledna
common-month-2 = února
common-month-3 = března
common-month-4 = dubna
common-month-5 = května
common-month-6 = června
common-month-7 = července
common-month-8 = srpna
common-month-9 = září
common-month-10 = října
common-month-11 = listopadu
common-month-12 = prosince
common-weekday-1 = pondělí
common-weekday-2 = úterý
common-weekday-3 = středa
common-weekday-4 = čtvrtek
common-weekday-5 = pátek
common-weekday-6 = sobota
common-weekday-7 = neděle
common-every-day = každý den
common-from-to = { $from } až { $to }

common-not-known = není známo
common-none-known = žádné nejsou známy
common-nothing-recorded = nic není zaznamenáno
common-yes = ano
common-no = ne
common-about = asi { $value }
common-calculated = { $value }, podle výpočtu
common-not-verified = neověřeno
common-cut = … (zkráceno)
common-and-more = { $count ->
        [one] a ještě { $count } další, viz záznam
        [few] a ještě { $count } další, viz záznam
        [many] a ještě { $count } další, viz záznam
       *[other] a ještě { $count } dalších, viz záznam
    }
common-source = Zdroj
common-sources = Zdroje
common-invented = VYMYŠLENÁ OSOBA: ukázka, ne pacient
common-not-a-device = thecal není certifikovaný zdravotnický prostředek. Posuzujte pacienta, ne papír.
common-translation-not-approved = Klinika tento překlad zatím neschválila. Kde text není schválen, stojí vedle něj anglické znění; platí anglické znění.
common-letters-missing = Některé znaky nelze vytisknout (�): viz záznam.
common-printed = Vytištěno { $at } ({ $zone }) · verze záznamu { $version } · otisk { $hash }
common-page-of = strana { $page } z { $pages }
common-date-name-signature = Datum, jméno, podpis
common-not-signed = Nepodepsáno
common-true-on = Platí ke dni { $date }. Mění se při každé návštěvě.
