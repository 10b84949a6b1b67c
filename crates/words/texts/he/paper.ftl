### The fixed words of the papers: emergency sheet, visit summary, programming sheet, refill record and the others.
### Places hold text that is already written in the language: dates, amounts with their unit, names.

## כל מסמך

# A paper without a heading of its own.
paper-letter = מכתב
paper-code-address = סרקו לנתונים של היום
paper-code-offline = סרקו לנתונים כטקסט, בלי רשת

## דף החירום

paper-emergency-title = דף חירום: משאבת baclofen אינטרתקלי
# $name (String): title of the file.
paper-emergency-document = דף חירום: { $name }
paper-emergency-born = תאריך לידה
paper-emergency-record-number = מספר רשומה
paper-emergency-pump = משאבה
paper-emergency-serial = מספר סידורי
paper-emergency-drug = תרופה
paper-emergency-strength = ריכוז
paper-emergency-last-refill = מילוי אחרון
paper-emergency-alarm = אזעקה על מפלס נמוך במאגר
paper-emergency-empty = תתרוקן בערך
paper-emergency-dose-not-known = המינון לא ידוע
# Stands under the dose.
paper-emergency-per-24-hours = ב־24 שעות
paper-emergency-mode = מצב:
paper-emergency-since = במשאבה מאז:
paper-emergency-dose-stopped = המשאבה עצורה. התוכנית האחרונה שאושרה:
paper-emergency-dose-not-sure = לא בטוח. התוכנית האחרונה שאושרה:
paper-emergency-order-unknown = הוראה לא אושרה במשאבה: המינון לא ידוע
paper-emergency-stopped = המשאבה עצורה
paper-emergency-critical-alarm = אזעקה קריטית פתוחה
paper-emergency-note = הערה
paper-emergency-flex = תוכנית Flex (זמנים לפי שעון המשאבה)
paper-emergency-days = ימים
paper-emergency-time = שעה
paper-emergency-amount = כמות
paper-emergency-call-now = להתקשר עכשיו
paper-emergency-call-otherwise = בזמנים אחרים
paper-emergency-medicines = תרופות
paper-emergency-allergies = אלרגיות
paper-emergency-withdrawal = תסמונת גמילה: מעט מדי תרופה
paper-emergency-overdose = מינון יתר: יותר מדי תרופה
paper-emergency-signs = סימנים
paper-emergency-times = זמנים שפורסמו
paper-emergency-steps = צעדים ראשונים
paper-emergency-never = מה לא לעשות
paper-emergency-both = ייתכן זה או זה
paper-emergency-alarm-sounds = צלילי האזעקה
paper-emergency-alarm-not-known = לא ידוע לגבי משאבה זו: ראו במדריך שלה.
paper-emergency-mri = MRI
paper-emergency-mri-not-known = לא ידוע לגבי משאבה זו: ראו במדריך שלה לפני כל סריקה.
paper-emergency-warnings-more = { $count ->
        [one] ועוד אזהרה אחת, ראו ברשומה
        [two] ועוד { $count } אזהרות, ראו ברשומה
       *[other] ועוד { $count } אזהרות, ראו ברשומה
    }
paper-emergency-scan = סרקו: נתונים בלי רשת
paper-emergency-scan-address = סרקו: הנתונים של היום

## אזהרות

paper-warning-died = לפי רשומה זו, המטופל נפטר ב־{ $date }.
paper-warning-no-pump = אין משאבה ברשומה זו.
# $why (String): as somebody wrote it.
paper-warning-explanted = המערכת הוצאה ב־{ $at }: { $why }
# $what (String): the order, such as "250 micrograms per 24 hours, continuous". $at (String): when it was signed.
paper-warning-order-ordered = ניתנה הוראה: { $what }; נחתמה ב־{ $at }. איש לא אמר שהיא במשאבה. יש לתשאל את המשאבה.
paper-warning-order-unknown = ניתנה הוראה: { $what }; נחתמה ב־{ $at }. התקיים מפגש תכנות והמשאבה לא נראתה פועלת לפיה. יש לתשאל את המשאבה.
# The same for patients and families.
paper-warning-order-waits = ב־{ $at } ניתנה הוראה לשינוי: { $what }. איש לא אישר שהמשאבה פועלת לפיה. מה שכתוב בדף זה הוא התוכנית האחרונה שנראתה במשאבה.
# $drug (String): what is in the reservoir.
paper-warning-not-baclofen = המאגר מכיל "{ $drug }", שאינו אחד מתכשירי ה־baclofen הרשומים. הצעדים בדף זה מיועדים ל־baclofen.
paper-warning-empty = לפי חישוב, המאגר ריק מאז { $at }.
# $why (String): as it stands in the record.
paper-warning-nothing-since = שום תרופה אינה ניתנת מאז { $at }: { $why }
paper-warning-nothing = שום תרופה אינה ניתנת; ממתי, לא ידוע: { $why }
paper-warning-unsure-since = לא ידוע אם המשאבה נותנת תרופה, מאז { $at }: { $why } יש לתשאל את המשאבה.
paper-warning-unsure = לא ידוע אם המשאבה נותנת תרופה, וגם לא ידוע ממתי: { $why } יש לתשאל את המשאבה.
paper-warning-stopped-by-order = המשאבה נעצרה לפי הוראה; מאז { $at }.
paper-warning-stopped-by-order-unknown = המשאבה נעצרה לפי הוראה; ממתי, לא ידוע.
paper-warning-nothing-recorded = לפי רשומה זו, שום תרופה אינה ניתנת.
paper-warning-not-programmed = עדיין לא נראתה תוכנית במשאבה.
paper-warning-minimum-rate = המשאבה פועלת בקצב המינימלי שלה: הוא שומר את הצנתר פתוח ואינו מטפל באיש.
paper-warning-bolus-single = בולוס יחיד ניתן עד { $until }.
paper-warning-bolus-bridge = בולוס גישור (הריכוז הישן עדיין בצנתר: המינון שבמכשיר התכנות אינו מה שהמטופל מקבל) ניתן עד { $until }.
paper-warning-bolus-prime = בולוס פריימינג ניתן עד { $until }.
# $what (String): which alarm. $at (String): when it was recorded.
paper-warning-alarm = { $what }, נרשמה ב־{ $at }.
paper-warning-alarm-undated = אזעקה קריטית פתוחה.
# $what (String): English words of the record.
paper-warning-open = פתוח ברשומה: { $what }
paper-warning-refill-past = את המילוי היה צריך לבצע עד { $date }.

## מי ומה: שמות של נתונים

paper-patient = מטופל
paper-born = תאריך לידה
paper-what = נתון
paper-value = ערך
paper-born-with-age = { $n ->
        [one] { $date } ({ $n } שנה)
        [two] { $date } ({ $n } שנים)
       *[other] { $date } ({ $n } שנים)
    }
paper-record-number = מספר רשומה
paper-diagnosis = אבחנה
paper-pump = משאבה
paper-pump-with-serial = { $pump }, מספר סידורי { $serial }
paper-implanted-on = תאריך ההשתלה
paper-catheter = צנתר
paper-catheter-length = אורך הצנתר בגוף
paper-catheter-volume = הצנתר מכיל
paper-catheter-volume-unverified = { $volume }, לפי חישוב ממספר שלא אומת
paper-tip = גובה קצה הצנתר
paper-drug = תרופה
paper-strength = ריכוז
paper-strength-both = { $told } הוזן למשאבה; { $vial } על הבקבוקון
paper-strength-vial = { $vial } על הבקבוקון; לא נראה במשאבה
paper-dose = מינון ל־24 שעות
paper-dose-confirmed = מינון ל־24 שעות, כפי שאושר לאחרונה במשאבה
paper-mode = מצב
paper-mode-continuous = רציף
paper-mode-flex = Flex
paper-mode-minimum-rate = קצב מינימלי
paper-mode-stopped = עצורה
paper-mode-with-patient-bolus = { $mode }; המטופל יכול להוסיף בולוסים
paper-since = במשאבה מאז
paper-since-read-back-by = { $at }, אומת בקריאה חוזרת על ידי { $by }
paper-since-read-back = { $at }, אומת בקריאה חוזרת
paper-since-telemetry-by = { $at }, נקרא בטלמטריה, נרשם על ידי { $by }
paper-since-telemetry = { $at }, נקרא בטלמטריה
paper-since-found-by = { $at }, נמצא בקבלה על ידי { $by }
paper-since-found = { $at }, נמצא בקבלה
paper-since-surgery-by = { $at }, נרשם בניתוח על ידי { $by }
paper-since-surgery = { $at }, נרשם בניתוח
paper-patient-bolus = המטופל יכול להוסיף
paper-patient-bolus-says = { $count ->
        [one] { $dose } במשך { $over }, אחר כך נעול למשך { $lockout }, לכל היותר אחד ב־24 שעות
        [two] { $dose } במשך { $over }, אחר כך נעול למשך { $lockout }, לכל היותר { $count } ב־24 שעות
       *[other] { $dose } במשך { $over }, אחר כך נעול למשך { $lockout }, לכל היותר { $count } ב־24 שעות
    }
paper-last-refill = מילוי אחרון
paper-last-refill-filled = { $date }, מולא עד { $volume }
paper-last-refill-elsewhere = { $date }, במקום אחר; נשארו { $volume } בקריאה ב־{ $read }
paper-last-refill-elsewhere-undated = במקום אחר, היום לא ידוע; נשארו { $volume } בקריאה ב־{ $read }
paper-reservoir-now = במאגר עכשיו, לפי חישוב
paper-alarm-on = אזעקה על מפלס נמוך במאגר, לפי חישוב
paper-empty-about = תתרוקן בערך, לפי חישוב
paper-empty-earliest = ריקה לכל המוקדם
paper-empty-and-earliest = { $date }, לכל המוקדם { $earliest }
paper-refill-by = מילוי עד
paper-next-visit = הביקור הבא
paper-allergies = אלרגיות
paper-medicines = תרופות
paper-medicine-depressant = { $medicine } (מדכאת את מערכת העצבים המרכזית)
paper-medicine-kept = מוחזק בבית: { $stock }
paper-home-stock = מלאי של baclofen פומי בבית
paper-stock-out-of-date = { $what } (פג תוקף מאז { $date })
paper-stock-keeps = { $what } (בתוקף עד { $date })
paper-not-asked = לא ידוע: איש לא שאל

## ימים, שעות ולמי להתקשר

paper-days-range = { $from } עד { $to }
paper-days-every-public-holiday = כל חג
paper-days-public-holidays = חגים
paper-days-if-public-holiday = { $days } אם זה חג
paper-days-except-public-holidays = { $days } חוץ מחגים
paper-days-and-public-holidays = { $days } וכל חג
paper-hours = { $days }, { $from } עד { $until }
paper-hours-overnight = { $days }, { $from } עד { $until } למחרת
paper-hours-any = בכל שעה
paper-hours-if-nobody-else = בכל שעה, אם איש אחר אינו עונה
paper-hours-until-today = היום עד { $time }
paper-hours-until-tomorrow = עד { $time } מחר
paper-hours-until-on = עד { $time } ב־{ $date }
paper-call = למי להתקשר
paper-call-who = מי
paper-call-telephone = טלפון
paper-call-when = מתי
paper-call-nobody = לא הוזנו מספרי טלפון. שאלו את המרפאה ורשמו אותם כאן: ____________________
paper-call-emergency = בכל סימן ליותר מדי תרופה, או בסימן מאוחר למעט מדי: התקשרו למספר החירום של המדינה שבה אתם נמצאים, ואז לצוות המשאבה.
paper-call-early = בסימן מוקדם למעט מדי, או אם אינכם בטוחים: התקשרו עכשיו לצוות המשאבה, ביום או בלילה.

## סיכום ביקור

paper-visit-summary = סיכום ביקור
# $date (String): the day of the visit.
paper-visit-of = ביקור מ־{ $date }
paper-visit-done = מה נעשה
paper-visit-nothing = לא נרשם דבר ביום זה.
paper-visit-program = התוכנית עכשיו
paper-visit-program-says = המשאבה נותנת { $dose }. תרופה: { $drug }, { $strength }.
paper-visit-program-not-known = לא ידוע מה המשאבה נותנת: לא נראתה בה תוכנית.
paper-visit-program-continuous = אותה כמות בכל שעה ביום.
paper-visit-program-flex = יותר בשעות מסוימות ביום ופחות באחרות; ראו בטבלה. הזמנים הם לפי שעון המשאבה.
paper-visit-program-minimum-rate = בקצב המינימלי המשאבה רק שומרת את הצנתר פתוח. היא אינה מטפלת באיש.
paper-visit-program-stopped = המשאבה עצורה. דבר אינו זורם.
paper-visit-change = מה השתנה
paper-visit-before = לפני
paper-visit-after = אחרי
paper-visit-difference = שינוי
paper-change-more = { $amount } יותר ({ $percent } אחוז)
paper-change-less = { $amount } פחות ({ $percent } אחוז)
paper-change-none = אין שינוי
paper-change-first = זו התוכנית הראשונה
paper-visit-residual = מה נשאר במשאבה
paper-visit-appointments = התורים הבאים
paper-visit-no-appointments = לא נקבע תור. בקשו מהמרפאה תור לפני התאריך של "מילוי עד".
paper-appointment-test = מבחן סינון
paper-appointment-implant = השתלה או ניתוח
paper-appointment-refill = מילוי
paper-appointment-visit = ביקור
paper-appointment-review = דיון של הצוות
paper-appointment-phone-contact = שיחת טלפון מהמרפאה
# $when (String): day and time. $where (String): place.
paper-appointment-where = { $when }, { $where }
paper-visit-scores = ציונים
paper-visit-scores-names = שמות הסולמות והשרירים כתובים באנגלית, כמו ברשומה.
paper-score = ציון
paper-score-before = בפעם הקודמת
paper-score-this-day = ביום זה
paper-score-first = ראשון
paper-score-last = אחרון
paper-visit-watch = למה לשים לב

paper-did-refill = המשאבה מולאה: { $volume } של { $drug }, { $strength }.
paper-did-program = הוזנה תוכנית חדשה, והיא נראתה פועלת במשאבה: { $dose }.
paper-did-program-not-running = הוזנה תוכנית חדשה, והמשאבה לא נראתה פועלת לפיה.
paper-did-ordered = ניתנה הוראה לתוכנית חדשה: { $dose }.
paper-did-test-ordered = ניתנה הוראה למנת מבחן: { $dose }.
paper-did-refill-ordered = ניתנה הוראה למילוי.
paper-did-not-entered = תוכנית שלגביה ניתנה הוראה לא הוזנה.
paper-did-read-running = המשאבה נקראה: היא פועלת.
paper-did-read-not-running = המשאבה נקראה: היא אינה פועלת.
paper-did-found = המשאבה נמצאה פועלת בקבלה: { $dose }.
paper-did-implanted = המשאבה והצנתר הושתלו.
paper-did-surgery = בוצע ניתוח במשאבה או בצנתר.
paper-did-test = ניתנה מנת מבחן: { $dose }.
paper-did-test-helped = מנת המבחן של { $dose } עזרה.
paper-did-test-not-helped = מנת המבחן של { $dose } לא עזרה.
paper-did-scores = { $count ->
        [one] נמדד ציון אחד.
        [two] נמדדו { $count } ציונים.
       *[other] נמדדו { $count } ציונים.
    }
paper-did-alarm = נרשמה אזעקה: { $what }.
paper-did-gap = נרשם זמן בלי מתן תרופה: { $why }
paper-did-mri = בוצעה סריקת תהודה מגנטית.
paper-did-mri-checked-running = המשאבה נבדקה אחרי הסריקה: היא פועלת.
paper-did-mri-checked-not-running = המשאבה נבדקה אחרי הסריקה: היא אינה פועלת.
paper-did-aspirated = בוצעה שאיבה מהצנתר דרך פתח הגישה.
paper-did-injected = הוזרק משהו דרך פתח הגישה: { $what }
paper-did-side-effect = נרשמה תופעת לוואי: { $what }
paper-did-booked = הביקור הבא נקבע ל־{ $date }.
paper-did-travel = נרשמה נסיעה.
paper-did-medicine = תרופה: { $what }
paper-did-medicine-stopped = כבר לא בשימוש: { $what }

paper-alarm-low-reservoir = מפלס נמוך במאגר
paper-alarm-empty-reservoir = מאגר ריק
paper-alarm-elective-replacement = הגיע מועד ההחלפה
paper-alarm-end-of-service = סוף חיי השירות
paper-alarm-motor-stall = עצירת מנוע
paper-alarm-stopped-too-long = עצירה ממושכת מדי
paper-alarm-memory-error-minor = שגיאת זיכרון קלה
paper-alarm-memory-error-critical = שגיאת זיכרון קריטית
paper-alarm-low-battery-reset = איפוס עקב סוללה חלשה
paper-alarm-single-tone = צליל אחד
paper-alarm-two-tone = אזעקה של שני צלילים
paper-alarm-not-known = לא ידוע איזו אזעקה

## דף תכנות

paper-programming-sheet = דף תכנות
paper-state-ordered = ניתנה הוראה – עדיין לא במשאבה
paper-state-running = במשאבה, { $how }
paper-state-how-read-back-by = אומת בקריאה חוזרת ב־{ $at } על ידי { $by }
paper-state-how-read-back = אומת בקריאה חוזרת ב־{ $at }
paper-state-how-telemetry = נקרא בטלמטריה ב־{ $at }
paper-state-replaced = כבר לא במשאבה – הוחלפה בתוכנית מאוחרת יותר
paper-state-not-entered = לא הוזנה – אין להשתמש בדף זה
paper-state-unknown = לא ידוע אם היא במשאבה – יש לתשאל את המשאבה
paper-state-done = בוצע
paper-ordered-at = מועד ההוראה
paper-ordered-by = ההוראה ניתנה על ידי
paper-checked-by = נבדק על ידי אדם שני
paper-entered-by = אושר במשאבה על ידי
paper-reason = הסיבה שניתנה
paper-to-enter = מה להזין
paper-setting = הגדרה
paper-now = עכשיו
paper-new = חדש
paper-drug-as-on-vial = תרופה, כפי שעל הבקבוקון
paper-strength-as-on-vial = ריכוז, כפי שעל הבקבוקון
paper-strength-to-type = ריכוז להקלדה במכשיר התכנות
paper-per-hour = לשעה
paper-volume-per-day = נפח ל־24 שעות
paper-volume-per-day-says = { $volume } ב־24 שעות
paper-achieved = מה שמשאבה זו יכולה לתת
paper-achieved-why = משאבה זו נותנת רק צעדים שלמים. התאריכים מחושבים לפי מה שהיא נותנת.
paper-mean-of-week = { $dose } (ממוצע השבוע)
paper-reservoir-to-type = נפח המאגר
paper-alarm-volume = נפח האזעקה
paper-tubing-volume = נפח הצינוריות
paper-steps = צעדים (זמנים לפי שעון המשאבה)
paper-step-days = ימים
paper-step-time = שעה
paper-step-rate = קצב
paper-step-amount = נותנת
paper-day-total = סך הכול ליום
paper-time-range = { $from } עד { $until }
paper-boluses = תחילה
paper-bolus-single = בולוס יחיד
paper-bolus-bridge = בולוס גישור
paper-bolus-prime = בולוס פריימינג
paper-bolus-says = { $dose } ({ $volume }) במשך { $over }
paper-bridge-why = הריכוז משתנה. בצינוריות ובצנתר עדיין יש תרופה בריכוז הישן; בולוס הגישור מוציא אותה במינון הישן. רק אז מתחילה התוכנית החדשה.
paper-prime-why = בצינוריות או בצנתר עדיין אין תרופה בריכוז זה; בולוס הפריימינג ממלא אותם. מעבר לכך הוא אינו נותן למטופל דבר.
paper-single-why = הוא ניתן פעם אחת, לפני שהתוכנית מתחילה.
paper-bridge-missing = הריכוז משתנה ואין בולוס גישור בהוראה זו. יש לשאול את נותן ההוראה לפני שמזינים משהו.
paper-duration-hours-minutes = { $hours } שע׳ { $minutes } דק׳
paper-duration-hours = { $hours } שע׳
paper-duration-minutes = { $minutes } דק׳
paper-duration-seconds = { $seconds } שנ׳
paper-dates-with-order = תאריכים לפי הוראה זו
paper-alarm-to-set = תאריך האזעקה שמכשיר התכנות אמור להציג
paper-read-back = קריאה חוזרת ממכשיר התכנות
paper-read-back-how = לאחר ההזנה: יש לתשאל את המשאבה, לקרוא בקול מה שמכשיר התכנות מציג, ולרשום זאת כאן. מי שמקשיב משווה לדף זה.
paper-box-drug = תרופה מוצגת: ____________________
paper-box-strength = ריכוז מוצג: ____________________
paper-box-mode = מצב מוצג: ____________________
paper-box-dose = מינון מוצג ל־24 שעות: ____________________
paper-box-bridge = בולוס גישור או פריימינג מוצג, מינון וזמן: ____________________
paper-box-no-bridge = לא מוצג בולוס גישור או פריימינג
paper-box-alarm-date = תאריך אזעקה מוצג: ____________________
paper-box-running = המשאבה פועלת
paper-box-patient-told = המטופל או המשפחה יודעים את המינון ואת התאריכים החדשים
paper-box-read-by = הוקרא על ידי: ____________________ הושווה על ידי: ____________________
paper-order-refill = מילוי
paper-order-refill-says = { $volume } של { $drug }, { $strength }

## רישום מילוי

paper-refill-record = רישום מילוי
paper-refill-of = מילוי מ־{ $date }
paper-found = מה נמצא
paper-expected = צפוי, לפי חישוב
paper-withdrawn = נשאב
paper-left = לא ניתן היה לשאוב ונשאר בפנים
paper-measured = נמדד: מה שנשאב ומה שנשאר יחד
paper-not-measured = לא נמדד
paper-difference = הפרש
paper-difference-more = { $volume } יותר מהצפוי
paper-difference-less = { $volume } פחות מהצפוי
paper-difference-none = אין
paper-threshold = ההפרש שממנו והלאה יש לו משמעות
paper-means = מה המשמעות
paper-means-fits = זה תואם.
paper-means-more = נשאר יותר מהצפוי: המשאבה נתנה פחות ממה שתוכנת. צנתר או משאבה, בולוס שלא ניתן, או שפתח המילוי הוחמץ במילוי האחרון.
paper-means-more-than-filled = יותר ממה שמולא: נוזל נכנס למאגר, או שזו אינה המשאבה או הרשומה שחשבו שהיא.
paper-means-less = נשאר פחות מהצפוי: המשאבה נתנה יותר ממה שתוכנת, או שהיא דולפת, או שלא הכול נשאב.
paper-means-first = זה היה המילוי הראשון הרשום: אין למה להשוות.
paper-stop-rule = כלל עצירה
paper-stop-rule-none = לא הופעל שום כלל עצירה.
paper-stop-rule-says = ההפרש הוא מעל הסף: לפני המילוי מישהו היה צריך לטפל בו.
paper-dealt-with = איך טופל
paper-filled = מה מולא
paper-product = תכשיר
paper-lot = אצווה
paper-expires = מותר לשימוש עד
paper-volume-filled = מולא
paper-dates-after = תאריכים חדשים
paper-recorded-by = נרשם על ידי
paper-recorded-at = מועד הרישום
paper-strength-changed = הריכוז שעל הבקבוקון אינו הריכוז שהוזן למשאבה. דרושה תוכנית חדשה עם בולוס גישור.

## מבחן סינון

paper-screening-sheet = מבחן סינון
paper-test-dose = מנת מבחן
paper-test-dose-of = מנת מבחן של { $dose }, { $at }
paper-test-route = דרך מתן
paper-test-route-lumbar = ניקור מותני
paper-test-route-catheter = צנתר מבחן
paper-test-looks = מה נראה
paper-test-no-looks = איש לא רשם מה נראה.
paper-test-when = זמן
paper-test-after = { $hours } שע׳ { $minutes } דק׳ אחרי
paper-test-pressure = לחץ דם
paper-test-pulse = דופק
paper-test-breaths = נשימות
paper-test-oxygen = חמצן
paper-test-awake = ערות
paper-test-answer = איך המטופל מגיב
paper-awake-alert = ערני כמו קודם
paper-awake-voice = מגיב כשמדברים אליו
paper-awake-pain = מגיב לכאב בלבד
paper-awake-unresponsive = אינו מגיב
paper-answer-as-hoped = שום דבר חריג
paper-answer-excessive = מוגזמת: חלש מדי, ישנוני
paper-answer-adverse = מזיקה: נשימה, מחזור הדם, פרכוס, נזק אחר
paper-test-result = תוצאה
paper-test-helped = זה עזר.
paper-test-not-helped = זה לא עזר.
paper-test-adverse = התגובה הייתה מזיקה.
paper-test-effect = ההשפעה נמשכה { $hours }.
paper-test-no-result = איש עדיין לא אמר מה עשתה מנה זו.
paper-test-doses = מנות
paper-test-catheter = צנתר מבחן
paper-test-catheter-in = הוכנס ב־{ $at }, הקצה בגובה { $level }; עדיין במקומו
paper-test-catheter-out = הוכנס ב־{ $at }, הקצה בגובה { $level }; הוצא ב־{ $removed }
paper-test-scores = ציונים לפני ואחרי

## רישום השתלה

paper-implant-record = רישום השתלה
paper-operation-implant = השתלה
paper-operation-revision = רוויזיה
paper-operation-replacement = החלפה
paper-operation-catheter-change = החלפת צנתר
paper-operation-explant = הוצאת המערכת
paper-operation-of = { $operation }, { $date }
paper-surgeon = מנתח
paper-pump-lot = אצוות המשאבה
paper-pump-udi = תווית המשאבה (UDI)
paper-catheter-lot = אצוות הצנתר
paper-catheter-udi = תווית הצנתר (UDI)
paper-catheter-basis = איך הנפח ידוע
paper-trimmed = אורך שנחתך
paper-pocket = כיס
paper-depth = עומק מתחת לעור
paper-priming = איך בוצע הפריימינג
paper-note = הערה
paper-built = תאריך ייצור
paper-clock = שעון המשאבה
paper-clock-says = UTC { $offset }; אינו מכיר שעון קיץ
paper-replacement-from = לתכנן את ההחלפה החל מתאריך
paper-service-ends = השירות מסתיים עד
paper-back-table = פריימינג על שולחן ההכנה
paper-question = שאלה
paper-answer = תשובה
paper-answered-on = נענה ב־{ $date }
paper-answered-by = כפי שהוזן ברשומה
paper-in-record-words = התשובות מופיעות כפי שנכתבו ברשומה.
paper-answers-missing = { $count ->
        [one] חסרה תשובה אחת
        [two] חסרות { $count } תשובות
       *[other] חסרות { $count } תשובות
    }
paper-back-table-pump = משאבה
paper-back-table-catheter = צנתר
paper-back-table-afterwards = לאחר מכן
paper-back-table-identity = האם המשאבה והמספר הסידורי נקראו על ידי שני אנשים ותואמים את התכנון?
paper-back-table-purged = האם המשאבה רוקנה מנוזל האריזה שלה ומולאה?
paper-back-table-drug-checked = האם התרופה והריכוז נקראו על ידי שני אנשים?
paper-back-table-pump-primed = האם בוצע פריימינג למשאבה לפני שהוכנסה?
paper-back-table-implanted-length = אורך הצנתר שנשאר בפנים
paper-back-table-trimmed = אורך שנחתך
paper-back-table-fluid-seen = האם נראה נוזל מוח־שדרה מהצנתר לפני שחובר?
paper-back-table-tip-seen = האם קצה הצנתר נראה בצילום בגובה המתוכנן?
paper-back-table-catheter-holds = הצנתר מכיל
paper-back-table-catheter-holds-fluid = נוזל מוח־שדרה
paper-back-table-catheter-holds-drug = תרופה
paper-back-table-catheter-holds-empty = כלום
paper-back-table-priming-bolus = האם ניתנה הוראה לבולוס פריימינג למה שעדיין ריק?
paper-back-table-priming-bolus-yes = כן
paper-back-table-priming-bolus-not-needed = אין צורך: הכול מלא
paper-back-table-priming-bolus-later = מאוחר יותר, עם סיבה
paper-back-table-running-seen = האם המשאבה נראתה פועלת לפני היציאה מחדר הניתוח?
paper-back-table-words = כל דבר שלא התנהל כמתוכנן

## תוכנית שחרור

paper-discharge-plan = תוכנית שחרור
paper-discharge-plan-taken-home = מה לוקחים הביתה
paper-discharge-plan-next = בהמשך
paper-discharge-plan-card = האם כרטיס המשאבה ודף החירום נמסרו?
paper-discharge-plan-alarm-date = האם תאריך האזעקה נאמר ונרשם?
paper-discharge-plan-refill-booked = האם נקבע תור למילוי?
paper-discharge-plan-contacts = האם נרשם למי להתקשר ביום ולמי בלילה?
paper-discharge-plan-signs = האם סימני תסמונת גמילה ומינון יתר הוסברו, וחזרו עליהם בקול?
paper-discharge-plan-alarm-heard = האם שמעו את צלילי האזעקה?
paper-discharge-plan-oral-at-home = האם יש בבית baclofen פומי למקרה חירום?
paper-discharge-plan-wound = טיפול בפצע ובתפרים
paper-discharge-plan-oral-plan = תרופות פומיות מעתה והלאה
paper-discharge-plan-activity = מה מותר לעשות, וממתי
paper-discharge-plan-first-call = שיחת טלפון ראשונה מהמרפאה
paper-discharge-plan-first-visit = ביקור ראשון
paper-discharge-plan-rehabilitation = תחילת השיקום
paper-discharge-plan-explained-to = למי הוסבר

## דף MRI

paper-mri-sheet = MRI עם משאבה זו
paper-mri-not-known = לא ידוע לגבי משאבה זו: ראו במדריך שלה לפני כל סריקה. התקשרו לצוות המשאבה.
paper-mri-planned = מתוכנן
paper-mri-boxes-before = לסימון לפני הסריקה
paper-mri-boxes-after = לסימון אחרי הסריקה
paper-mri-box-team-called = התקשרו לצוות המשאבה, ומישהו שיכול לקרוא משאבה זו זמין
paper-mri-box-model-compared = הדגם והמספר הסידורי הושוו לכרטיס המשאבה
paper-mri-box-conditions = כל התנאים לדגם זה נבדקו במדריך
paper-mri-box-read-before = המשאבה נקראה לפני הסריקה: התוכנית והנפח נרשמו
paper-mri-box-scan-done = הסריקה בוצעה, מ־________ עד ________
paper-mri-box-read-after = המשאבה נקראה אחרי הסריקה
paper-mri-box-running = המשאבה פועלת והתוכנית שלה היא זו שמלפני הסריקה
paper-mri-box-patient-told = למטופל נאמר למה לשים לב ולמי להתקשר
paper-mri-box-by = על ידי: ____________________

## מכתב נסיעה

paper-travel-letter = מכתב נסיעה
paper-travel-where = יעד
paper-travel-when = ממתי ועד מתי
paper-travel-dates = { $from } עד { $until }
paper-travel-program = התוכנית, לפי שעון המשאבה
paper-travel-clock = שעון המשאבה נשאר ב־UTC { $offset }. הוא אינו משתנה לפי אזורי זמן וגם לא לשעון קיץ.
paper-travel-drugs = תרופות שהנוסע/ת נושא/ת
paper-travel-refill-before-return = "מילוי עד" חל לפני יום החזרה: דאגו שהמשאבה תמולא לפני שאתם יוצאים.
paper-travel-alarm-before-return = האזעקה על מפלס נמוך במאגר צפויה לפני יום החזרה: דברו עם המרפאה לפני שאתם יוצאים.

## מדריך למשפחה

paper-family-guide = לחיות עם המשאבה: מדריך למשפחה

## תרגילים לבית

paper-exercises = תרגילים לבית
paper-exercise-how-often = באיזו תדירות: { $often }
paper-exercise-caution = היזהרו: { $caution }
paper-exercises-with-pump = עם המשאבה
paper-exercises-with-pump-says = אל תשפשפו ואל תסובבו את המשאבה מתחת לעור. הפסיקו מיד אם אתם מרגישים ישנוניות, סחרחורת או חולשה, אם קשה לכם לנשום, או אם אתם נעשים נוקשים, אם מגרד לכם או אם יש לכם חום. אחר כך עשו מה שדף החירום אומר: חלק מאלה דורשים להתקשר למספר החירום.

## מכתב העברה

paper-transfer-letter = מכתב העברה: טיפול ב־baclofen אינטרתקלי
paper-transfer-story = המהלך לפי תאריכים
paper-transfer-registered = מוכר כאן מאז
paper-transfer-first-test = מנת מבחן ראשונה
paper-transfer-best-test = מנת מבחן שעזרה
paper-transfer-no-test = אין מנת מבחן ברשומה
paper-transfer-implanted = השתלת המערכת
paper-transfer-titration-finished = סיום הטיטרציה
paper-transfer-programs = תוכניות ב־12 החודשים האחרונים
paper-transfer-program-since = מאז
paper-transfer-no-programs = לא נראתה תוכנית במשאבה בזמן זה.
paper-transfer-refills = מילויים ב־12 החודשים האחרונים
paper-transfer-refill-on = יום
paper-transfer-complications = סיבוכים
paper-transfer-complication = סיבוך
paper-transfer-began = התחיל
paper-transfer-ended = הסתיים
paper-transfer-related = קשור לטיפול
paper-transfer-no-complications = אין סיבוכים ברשומה.
paper-transfer-scores = ציונים
paper-transfer-open = נקודות פתוחות
paper-transfer-none-open = אין דבר פתוח.
paper-transfer-orders = הוראות שאיש לא אישר במשאבה
paper-transfer-no-orders = אין.
paper-related-related = כן
paper-related-not-related = לא
paper-related-not-known = לא ידוע
paper-complication-wound-infection = זיהום של הפצע או הכיס
paper-complication-meningitis = דלקת קרום המוח
paper-complication-fluid-leak = דליפה של נוזל מוח־שדרה
paper-complication-seroma = נוזל או דם בכיס
paper-complication-dehiscence = הפצע נפתח, העור שמעל המשאבה נפרץ
paper-complication-catheter = צנתר: קיפול, דליפה, שבר, התנתקות, נדידה, חסימה
paper-complication-pump = משאבה: עצירה, סוף מוקדם של חיי השירות, עירוי יתר או עירוי חסר, התהפכות
paper-complication-withdrawal = תסמונת גמילה
paper-complication-overdose = מינון יתר
paper-complication-side-effect = תופעת לוואי של התרופה
paper-complication-new-deficit = חסר נוירולוגי חדש
paper-complication-other = משהו אחר
paper-diagnosis-spinal-cord-injury = פגיעת חוט שדרה
paper-diagnosis-multiple-sclerosis = טרשת נפוצה
paper-diagnosis-hereditary-spastic-paraplegia = פרפלגיה ספסטית תורשתית
paper-diagnosis-myelopathy = מיאלופתיה
paper-diagnosis-spinal = סיבה ספינלית
paper-diagnosis-cerebral-palsy = שיתוק מוחין
paper-diagnosis-stroke = שבץ מוחי
paper-diagnosis-brain-injury = פגיעה מוחית
paper-diagnosis-hypoxic-brain-damage = נזק מוחי היפוקסי
paper-diagnosis-dystonia = דיסטוניה
paper-diagnosis-cerebral = סיבה מוחית

## חוות דעת

paper-opinion = חוות דעת על רשומות שנשלחו
paper-opinion-about = לגבי
paper-opinion-enquiry = פנייה
paper-opinion-draft = טיוטה: לא נחתמה
paper-opinion-replaced = הוחלפה בגרסה { $number }: אין להשתמש בזו
paper-opinion-asked = מה נשאל
paper-opinion-seen = במה עיינו
paper-opinion-options = אפשרויות
paper-opinion-option = אפשרות
paper-opinion-for = מה מדבר בעדה כאן
paper-opinion-against = מה מדבר נגדה כאן
paper-opinion-suggested = מה מוצע, ולמה
paper-opinion-missing = מה חסר
paper-opinion-next = מה לעשות בהמשך
paper-opinion-nature = מהו מכתב זה
paper-opinion-nature-says = הוא מבוסס על מה שנשלח. איש ממרפאה זו לא בדק את המטופל לצורך זה, אלא אם המכתב אומר זאת. הוא עזר להחלטה שהמטופל, המשפחה והרופאים המטפלים מקבלים יחד.
paper-signed = נחתם ברשומה ב־{ $at }, עם הזנה חוזרת של הסיסמה
paper-entered-on = הוזן ב־{ $date }
paper-version = גרסה { $number }
paper-role-as-recorded = כפי שהוזן ברשומה

