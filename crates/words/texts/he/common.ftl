### Units, days and the words that every paper and page shares.

common-micrograms = { $n ->
        [one] { $shown } מיקרוגרם
        [two] { $shown } מיקרוגרם
       *[other] { $shown } מיקרוגרם
    }
common-micrograms-per-24-hours = { $n ->
        [one] { $shown } מיקרוגרם ב־24 שעות
        [two] { $shown } מיקרוגרם ב־24 שעות
       *[other] { $shown } מיקרוגרם ב־24 שעות
    }
common-micrograms-per-hour = { $n ->
        [one] { $shown } מיקרוגרם לשעה
        [two] { $shown } מיקרוגרם לשעה
       *[other] { $shown } מיקרוגרם לשעה
    }
common-micrograms-per-millilitre = { $n ->
        [one] { $shown } מיקרוגרם למ״ל
        [two] { $shown } מיקרוגרם למ״ל
       *[other] { $shown } מיקרוגרם למ״ל
    }
common-milligrams = { $shown } מ״ג
common-millilitres = { $shown } מ״ל
common-centimetres = { $shown } ס״מ
common-seconds = { $n ->
        [one] { $shown } שנייה
        [two] { $shown } שניות
       *[other] { $shown } שניות
    }
common-minutes = { $n ->
        [one] { $shown } דקה
        [two] { $shown } דקות
       *[other] { $shown } דקות
    }
common-hours = { $n ->
        [one] { $shown } שעה
        [two] { $shown } שעות
       *[other] { $shown } שעות
    }
common-days = { $n ->
        [one] { $shown } יום
        [two] { $shown } ימים
       *[other] { $shown } ימים
    }
common-months = { $n ->
        [one] { $shown } חודש
        [two] { $shown } חודשים
       *[other] { $shown } חודשים
    }
common-years = { $n ->
        [one] { $shown } שנה
        [two] { $shown } שנים
       *[other] { $shown } שנים
    }

common-date = { $day } ב{ $month } { $year }
common-weekday-and-date = { $weekday }, { $date }
common-moment = { $date }, { $time }
# In the form in which they stand in a date.
common-month-1 = ינואר
common-month-2 = פברואר
common-month-3 = מרץ
common-month-4 = אפריל
common-month-5 = מאי
common-month-6 = יוני
common-month-7 = יולי
common-month-8 = אוגוסט
common-month-9 = ספטמבר
common-month-10 = אוקטובר
common-month-11 = נובמבר
common-month-12 = דצמבר
common-weekday-1 = יום שני
common-weekday-2 = יום שלישי
common-weekday-3 = יום רביעי
common-weekday-4 = יום חמישי
common-weekday-5 = יום שישי
common-weekday-6 = יום שבת
common-weekday-7 = יום ראשון
common-every-day = כל יום
common-from-to = { $from } עד { $to }

common-not-known = לא ידוע
common-none-known = לא ידוע על כאלה
common-nothing-recorded = לא נרשם דבר
common-yes = כן
common-no = לא
common-about = בערך { $value }
common-calculated = { $value }, לפי חישוב
common-not-verified = לא אומת
common-cut = … (נקטע)
common-and-more = { $count ->
        [one] ועוד אחד, ראו ברשומה
        [two] ועוד { $count }, ראו ברשומה
       *[other] ועוד { $count }, ראו ברשומה
    }
common-source = מקור
common-sources = מקורות
common-invented = אדם בדוי: הדגמה, לא מטופל
common-not-a-device = התוכנה thecal אינה מכשיר רפואי מאושר. יש להעריך את המטופל, לא את הנייר.
common-translation-not-approved = המרפאה עדיין לא אישרה תרגום זה. במקום שבו הטקסט לא אושר, הנוסח האנגלי מופיע לצידו; הנוסח האנגלי הוא הקובע.
common-letters-missing = יש אותיות שאי אפשר להדפיס (�): ראו ברשומה.
common-printed = הודפס: { $at } ({ $zone }) · גרסת הרשומה { $version } · גיבוב { $hash }
common-page-of = עמוד { $page } מתוך { $pages }
common-date-name-signature = תאריך, שם, חתימה
common-not-signed = לא נחתם
common-true-on = נכון ל־{ $date }. משתנה בכל ביקור.
