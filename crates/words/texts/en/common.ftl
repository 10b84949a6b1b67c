### Units, days and the words that every paper and page shares.

common-micrograms = { $n ->
        [one] { $shown } microgram
       *[other] { $shown } micrograms
    }
common-micrograms-per-24-hours = { $n ->
        [one] { $shown } microgram per 24 hours
       *[other] { $shown } micrograms per 24 hours
    }
common-micrograms-per-hour = { $n ->
        [one] { $shown } microgram per hour
       *[other] { $shown } micrograms per hour
    }
common-micrograms-per-millilitre = { $n ->
        [one] { $shown } microgram per mL
       *[other] { $shown } micrograms per mL
    }
common-milligrams = { $shown } mg
common-millilitres = { $shown } mL
common-centimetres = { $shown } cm
common-seconds = { $n ->
        [one] { $shown } second
       *[other] { $shown } seconds
    }
common-minutes = { $n ->
        [one] { $shown } minute
       *[other] { $shown } minutes
    }
common-hours = { $n ->
        [one] { $shown } hour
       *[other] { $shown } hours
    }
common-days = { $n ->
        [one] { $shown } day
       *[other] { $shown } days
    }
common-months = { $n ->
        [one] { $shown } month
       *[other] { $shown } months
    }
common-years = { $n ->
        [one] { $shown } year
       *[other] { $shown } years
    }

common-date = { $day } { $month } { $year }
common-weekday-and-date = { $weekday }, { $date }
common-moment = { $date }, { $time }
# In the form in which they stand in a date.
common-month-1 = January
common-month-2 = February
common-month-3 = March
common-month-4 = April
common-month-5 = May
common-month-6 = June
common-month-7 = July
common-month-8 = August
common-month-9 = September
common-month-10 = October
common-month-11 = November
common-month-12 = December
common-weekday-1 = Monday
common-weekday-2 = Tuesday
common-weekday-3 = Wednesday
common-weekday-4 = Thursday
common-weekday-5 = Friday
common-weekday-6 = Saturday
common-weekday-7 = Sunday
common-every-day = every day
common-from-to = { $from } to { $to }

common-not-known = not known
common-none-known = none known
common-nothing-recorded = nothing recorded
common-yes = yes
common-no = no
common-about = about { $value }
common-calculated = { $value }, by calculation
common-not-verified = not verified
common-cut = … (cut)
common-and-more = { $count ->
        [one] and one more, see the record
       *[other] and { $count } more, see the record
    }
common-source = Source
common-sources = Sources
common-invented = INVENTED PERSON: demonstration, not a patient
common-not-a-device = thecal is not a certified medical device. Judge the patient, not the paper.
common-translation-not-approved = The clinic has not yet approved this translation. Where a text is not approved, the English stands beside it; the English holds.
common-letters-missing = Some letters cannot be printed (�): see the record.
common-printed = Printed { $at } ({ $zone }) · record version { $version } · hash { $hash }
common-page-of = page { $page } of { $pages }
common-date-name-signature = Date, name, signature
common-not-signed = Not signed
common-true-on = True on { $date }. It changes at every visit.
