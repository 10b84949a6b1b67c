### The pages that open from a link, without signing in: the emergency page of the card's QR code, and the patient page.
### Who reads: the person with the pump, parents, carers; on the emergency page also staff of a hospital that does not know the pump.

## כל דף

page-skip = דילוג אל הטקסט
page-language = שפה
page-language-set = החלפת השפה
page-menu = דפים
page-nav-home = דף הבית
page-nav-beeps = המשאבה מצפצפת
page-nav-sounds = צלילי האזעקה
page-nav-answers = תשובות
page-nav-diary = יומן
page-nav-report = ספרו למרפאה
page-nav-goals = מטרות
page-nav-appointments = תורים
page-back = חזרה לדף הבית
page-call-now = למי להתקשר עכשיו
page-call-others = מספרים אחרים
# $until (String): a time or a day with a time.
page-call-until = זמינים עד { $until }.
page-call-always = זמינים בכל שעה.
page-call-fallback = אם איש אחר אינו עונה.
page-call-missing = המרפאה שלכם לא מסרה מספר טלפון לדף זה. אם אתם זקוקים לעזרה עכשיו, התקשרו למספר החירום של המדינה שבה אתם נמצאים.
page-call-emergency = בסכנה: התקשרו למספר החירום של המדינה שבה אתם נמצאים, ואז לצוות המשאבה.
# $moment (String): day and time. $zone (String): name of a time zone.
page-facts-from = נתונים אלה הם מ־{ $moment } ({ $zone }). הם משתנים בכל ביקור.
# $moment (String): day and time.
page-saved = אין חיבור. אתם רואים מה שנשמר ב־{ $moment }. ייתכן שהנתונים השתנו מאז. אם יש ספק, התקשרו.
page-saved-note = אחרי הביקור הראשון שלכם, דף זה נפתח גם בלי חיבור. אז הוא מציג את מה שנשמר לאחרונה.
page-private = כל מי שיש לו קישור זה רואה את הדף הזה. תנו אותו רק לאנשים שאתם סומכים עליהם. אם הוא מגיע לידיים לא נכונות, אמרו זאת למרפאה שלכם: היא יכולה להשבית אותו.
page-not-sure = לא בטוח
page-not-known = לא ידוע. שאלו את המרפאה שלכם.
page-error-title = אנא בדקו זאת שוב:

## קישור שאינו פותח דבר, וקישור שנפתח לעיתים קרובות מדי

page-gone-title = קישור זה אינו פותח דבר
page-gone-why = ייתכן שהוא הוקלד בטעות, או שהמרפאה השביתה אותו. בקשו מהמרפאה קישור חדש.
page-gone-emergency = אם אתם זקוקים לעזרה עכשיו, התקשרו למספר החירום של המדינה שבה אתם נמצאים ואמרו: "יש משאבת בקלופן בגוף."
page-often-title = נפתח לעיתים קרובות מדי
page-often-why = דף זה נפתח פעמים רבות מאוד בשעה האחרונה. אנא חכו ונסו שוב מאוחר יותר. אתם יכולים להתקשר בכל עת.
page-often-guess = קישורים שגויים רבים הגיעו מחיבור האינטרנט שלכם. אנא חכו שעה ונסו שוב.

## דף החירום: נתונים

page-emergency-title = חירום: משאבת בקלופן (baclofen)
page-emergency-lead = לאדם זה יש משאבה מתחת לעור, שנותנת בקלופן (baclofen) אל הנוזל שסביב חוט השדרה. מעט מדי או יותר מדי ממנו עלול להרוג.
page-emergency-warnings = קראו זאת תחילה
page-emergency-facts = הנתונים
page-fact-name = שם
page-fact-born = תאריך לידה
# $date (String): the birth date. $age (Number): whole years.
page-fact-born-value = { $date } ({ $age ->
        [one] { $age } שנה
        [two] { $age } שנים
       *[other] { $age } שנים
    })
page-fact-pump = משאבה
page-fact-serial = מספר סידורי
page-fact-drug = תרופה
page-fact-strength = ריכוז
page-fact-dose = מינון ב־24 שעות, כפי שנראה לאחרונה במשאבה
page-fact-mode = איך המשאבה פועלת
page-fact-since = מאז
page-fact-refill = המילוי הבא לכל המאוחר
page-fact-alarm = אזעקה על מפלס נמוך במאגר, לפי חישוב
page-fact-empty = ריקה, לפי חישוב
# $date (String): a day. $early (String): an earlier day.
page-fact-empty-early = { $date }, לכל המוקדם { $early }
page-fact-allergies = אלרגיות
page-dose-stopped = המשאבה עצורה או ריקה. התוכנית האחרונה שאושרה:
page-dose-not-sure = לא בטוח. התוכנית האחרונה שאושרה:
# $vial (String): a strength.
page-strength-not-seen = { $vial } על הבקבוקון; לא נראה במשאבה
# $told (String): a strength. $vial (String): a strength.
page-strength-differs = { $told } הוזן למשאבה; { $vial } על הבקבוקון
page-mode-continuous = אותו הדבר כל היום
page-mode-flex = משתנה במהלך היום
page-mode-minimum-rate = הקצב הנמוך ביותר
page-mode-stopped = עצורה
page-mode-patient-bolus = האדם יכול להוסיף מנות נוספות.
page-since-read-back = { $moment }, אומת בקריאה חוזרת מהמשאבה
page-since-found = { $moment }, נמצא במשאבה
page-since-surgery = { $moment }, נקבע בניתוח

## דף החירום: אזהרות

page-warn-died = לפי רשומה זו, אדם זה נפטר ב־{ $date }.
page-warn-no-pump = אין משאבה ברשומה זו.
page-warn-taken-out = המשאבה הוצאה ב־{ $moment }.
page-warn-order = הוראה נחתמה ב־{ $moment }. לא בטוח אם היא במשאבה, ולכן המינון אינו בטוח. דאגו שהמשאבה תיקרא.
# $drug (String): a name that somebody typed.
page-warn-not-baclofen = המשאבה מכילה "{ $drug }". זה אינו אחד מתכשירי הבקלופן (baclofen) הרשומים כאן. הצעדים למטה מיועדים לבקלופן.
page-warn-empty = לפי חישוב, המשאבה ריקה מאז { $moment }.
page-warn-stopped = המשאבה אינה נותנת דבר מאז { $moment }.
page-warn-stopped-unknown = המשאבה אינה נותנת דבר. לא ידוע ממתי.
page-warn-doubtful = לא ידוע אם המשאבה נותנת תרופה, מאז { $moment }. דאגו שהמשאבה תיקרא.
page-warn-doubtful-unknown = לא ידוע אם המשאבה נותנת תרופה, ולא ידוע ממתי. דאגו שהמשאבה תיקרא.
page-warn-by-record = לפי רשומה זו, המשאבה אינה נותנת דבר.
page-warn-no-program = עדיין לא נראתה תוכנית במשאבה.
page-warn-critical-alarm = אזעקה חמורה פתוחה: ייתכן שהמשאבה כבר אינה נותנת תרופה.
page-warn-minimum-rate = המשאבה פועלת בקצב הנמוך ביותר שלה. זה שומר את הצינורית פתוחה ואינו מטפל באיש.
page-warn-bolus-single = מנה נוספת יחידה ניתנת עד { $moment }.
page-warn-bolus-bridge = בולוס גישור ניתן עד { $moment }: הריכוז הישן עדיין בצנתר. המינון שבמכשיר התכנות אינו מה שהאדם מקבל.
page-warn-bolus-prime = בולוס פריימינג, הממלא את הצינורית, ניתן עד { $moment }.
page-warn-open = משהו חמור לגבי משאבה זו אינו מוסדר. שאלו את צוות המשאבה.

## דף החירום: מה לעשות

page-danger-withdrawal = מעט מדי תרופה: תסמונת גמילה
page-danger-overdose = יותר מדי תרופה: מינון יתר
page-danger-either = ייתכן זה או זה
page-danger-signs = סימנים
page-danger-times = מתי
page-danger-steps = צעדים ראשונים
page-danger-never = מה לא לעשות
page-danger-alarm = כשהמשאבה משמיעה צליל
page-danger-mri = MRI
page-danger-mri-none = שום דבר אינו רשום כאן לגבי משאבה זו. אין לבצע MRI לפני שצוות המשאבה אמר מה נכון לגביה.
page-danger-staff = הצעדים מיועדים לצוות בית החולים.

## דף הבית

page-home-title = המשאבה שלכם
# $name (String): the given name.
page-home-of = המשאבה של { $name }
page-home-beeps = המשאבה מצפצפת עכשיו
page-home-beeps-hint = ענו על כמה שאלות. תדעו למי להתקשר, וכמה מהר.
page-home-danger-now = מרגישים רע, או שהנוקשות חזרה?
page-home-next = מה הלאה
page-home-refill = המילוי הבא עד
page-home-refill-late = תאריך זה עבר. התקשרו עכשיו למרפאה שלכם.
page-home-alarm = האזעקה על מפלס נמוך במאגר תישמע בערך
page-home-empty = המשאבה תהיה ריקה בערך
page-home-calculated = לפי חישוב: דבר במשאבה אינו מודד כמה נשאר. הקפידו על תאריך המילוי, אל תחכו לאזעקה.
page-home-visit = התור הבא
page-home-visit-none = לא נקבע תור.
page-home-runs = מה יש במשאבה
page-home-doubt = לא הכול מוסדר לגבי המשאבה שלכם. התקשרו למרפאה שלכם ושאלו.
page-home-no-pump = אין עכשיו משאבה ברשומה זו.
page-home-more = עוד
page-home-sounds-hint = איך נשמעת כל אזעקה של המשאבה שלכם, ומה משמעותה.
page-home-answers-hint = שאלות ותשובות, לגבי המשאבה שלכם.
page-home-diary-hint = התכווצויות, שינה, כאב, תופעות לוואי: דקה ביום.
page-home-report-hint = משהו לא בסדר או חדש? כתבו למרפאה שלכם.
page-home-goals-hint = מה אתם רוצים להשיג.
page-home-appointments-hint = מתי והיכן.

## המשאבה מצפצפת

page-beeps-title = המשאבה מצפצפת
page-beeps-lead = ענו בשביל האדם עם המשאבה. אם אינכם בטוחים, אמרו זאת: "לא בטוח" היא תשובה.
page-beeps-unsure = אם אינכם בטוחים לגבי משהו, או אם זה נמשך יותר מדי זמן, התקשרו עכשיו.
page-beeps-since = ממתי? (במילים שלכם)
page-beeps-judge = הראו לי מה לעשות
page-beeps-again = לענות שוב
page-beeps-why = למה
page-beeps-never = מה לא לעשות
page-beeps-record-title = ספרו למרפאה
page-beeps-record-why = כאן התשובות שלכם נרשמות ברשימה של המרפאה. זה אינו מחליף את השיחה: קודם התקשרו.
page-beeps-record-text = עוד משהו (אפשר להשאיר ריק)
page-beeps-record = שליחה למרפאה
page-beeps-recorded = המרפאה שלכם קיבלה זאת. אם עדיין לא התקשרתם, התקשרו עכשיו.
page-beeps-not-a-call = ייתכן שאיש עדיין לא קרא זאת.
page-beeps-error-sound = אמרו איך זה נשמע. "לא בטוח" היא תשובה.
page-beeps-error-often = אמרו באיזו תדירות זה נשמע. "לא בטוח" היא תשובה.
page-beeps-error-since = אמרו ממתי. "לא ידוע" היא תשובה.
page-beeps-error-withdrawal = סמנו את הסימנים למעט מדי תרופה, או שאין כאלה, או שאיש אינו יכול לומר.
page-beeps-error-overdose = סמנו את הסימנים ליותר מדי תרופה, או שאין כאלה, או שאיש אינו יכול לומר.
page-beeps-error-both = סמנו סימנים או "אף אחד מאלה", לא את שניהם.
page-beeps-error-risk = ענו על השאלה בנוגע לסיכון. "לא בטוח" היא תשובה.
page-beeps-saved-rule = אין לכם חיבור, וטופס זה זקוק לחיבור. אל תחכו לו: התקשרו עכשיו.

## צלילי האזעקה

page-sounds-title = איך נשמעות האזעקות של המשאבה שלכם
page-sounds-lead = האזינו להן פעם אחת, כדי שתכירו אותן. אם אתם שומעים אחת מהן מהמשאבה שלכם, עברו אל "המשאבה מצפצפת".
page-sounds-pitch = הקצב נוצר לפי מה שרשום לגבי המשאבה שלכם. גובה הצליל הוא בחירה שלנו: ייתכן שהמשאבה שלכם נשמעת אחרת. בקשו מהמרפאה שלכם להשמיע לכם את הצלילים האמיתיים שלה.
page-sounds-unknown = לא רשום כאן איך המשאבה שלכם נשמעת, או לא רשום איזו משאבה יש לכם. לכן כל צליל נחשב חמור: התקשרו מיד. בקשו מהמרפאה שלכם להשמיע לכם את הצלילים.
page-sounds-two-tone = שני צלילים לסירוגין: חמור
page-sounds-single-tone = צליל אחד
page-sounds-two-tone-means = ייתכן שהמשאבה כבר אינה נותנת תרופה. התקשרו עכשיו לצוות המשאבה שלכם, ביום או בלילה.
page-sounds-single-tone-means = התקשרו היום לצוות המשאבה שלכם. ייתכן שהגיע הזמן למילוי או למשאבה חדשה.
page-sounds-lasts = צליל נמשך
page-sounds-cadence = הוא חוזר
# $span (String): a span of time, such as “1 hour”.
page-sounds-every = כל { $span }
page-sounds-every-about = בערך כל { $span }
page-sounds-not-found = לא נמצא בשום מקור
# $value (String): how often it comes.
page-sounds-not-verified = { $value } (לא אומת: לא נראה לכך מקור)
page-sounds-kinds = זה יכול להיות
page-sounds-play = השמעת צליל זה
page-sounds-no-audio = הדפדפן שלכם אינו יכול להשמיע אותו כאן. הורידו את הצליל במקום זאת.
page-sounds-calculated = לא נשמעת אזעקה כשהמשאבה נותנת יותר מדי. שקט אינו אומר שהכול בסדר.
page-alarm-low-reservoir = נשארה מעט תרופה במשאבה.
page-alarm-empty-reservoir = המשאבה ריקה, לפי חישוב.
page-alarm-elective-replacement = בקרוב יהיה צורך להחליף את המשאבה.
page-alarm-end-of-service = הסוללה נגמרה: המשאבה נעצרת.
page-alarm-motor-stall = המנוע עומד.
page-alarm-stopped-too-long = המשאבה עצורה זמן רב מדי.
page-alarm-memory-error-minor = שגיאת זיכרון קטנה; המשאבה ממשיכה לתת תרופה.
page-alarm-memory-error-critical = שגיאת זיכרון חמורה; ייתכן שהמשאבה אינה נותנת תרופה כפי שצריך.
page-alarm-low-battery-reset = המשאבה התחילה מחדש מחוסר סוללה וייתכן שהיא נותנת מעט מאוד.

## תשובות

page-answers-title = שאלות ותשובות
page-answers-search = חיפוש
page-answers-search-hint = למשל: אמבטיה, טיסה, אזעקה
page-answers-search-go = חיפוש
# $q (String): what was searched for. $n (Number): how many were found.
page-answers-found = { $n ->
        [0] לא נמצא דבר עבור "{ $q }".
        [one] נמצאה { $n } שאלה עבור "{ $q }".
        [two] נמצאו { $n } שאלות עבור "{ $q }".
       *[other] נמצאו { $n } שאלות עבור "{ $q }".
    }
page-answers-all = כל השאלות
page-answers-clinic = המרפאה שלכם עונה על כך.
page-answers-clinic-why = שום מקור שאנו סומכים עליו אינו עונה על כך לגבי המשאבה שלכם והמצב שלכם. לכן שאלו כאן את המרפאה שלכם.
page-answers-source = מקור
page-answers-grade-a = מהיצרנים, מהרשויות או מהמדע
page-answers-grade-b = ממקור משני
page-answers-grade-d = מ־thecal עצמה
# $name (String): who approved it. $date (String): when.
page-answers-approved = אושר עבור המרפאה שלכם על ידי { $name } ב־{ $date }.
page-answers-not-approved = המרפאה שלכם עדיין לא אישרה תשובה זו. שאלו אותה אם אתם רוצים להסתמך עליה.
page-answers-yours = במקרה שלכם
page-answers-ask = שאלו את המרפאה שלכם
page-answers-ask-lead = לדבר שיכול לחכות. בסכנה, התקשרו.
page-answers-ask-text = השאלה שלכם
page-answers-ask-more = הוסיפו משהו (אפשר להשאיר ריק)
page-answers-ask-send = שליחת השאלה
page-answers-asked = השאלה שלכם הגיעה למרפאה. התשובה תופיע בדף זה.
page-answers-error-text = כתבו מה אתם רוצים לדעת.
page-answers-own = השאלות שלכם
# $date (String): a day.
page-answers-asked-on = נשאל ב־{ $date }
page-answers-answered-on = המרפאה שלכם, ב־{ $date }
page-answers-waiting = עדיין לא נענה.
page-answers-none = עדיין לא שאלתם דבר.

## יומן

page-diary-title = יומן
page-diary-lead = הצוות המטפל רואה אותו. השאירו ריק מה שאינכם רוצים לומר. הוא אינו למקרי חירום: בסכנה, התקשרו.
page-diary-day = יום
page-diary-spasms = התכווצויות באותו יום (מספר)
page-diary-sleep = איך היה הלילה?
page-diary-sleep-good = טוב
page-diary-sleep-broken = התעוררות מהתכווצויות או מכאב
page-diary-sleep-bad = רע
page-diary-not-said = בלי תשובה
page-diary-pain = כאב, מ־0 (אין) עד 10 (החזק ביותר)
page-diary-side-effects = תופעות לוואי (במילים שלכם)
page-diary-note = עוד משהו
page-diary-save = שמירת יום זה
page-diary-saved = נשמר.
page-diary-past = 30 הימים האחרונים
page-diary-empty = עדיין לא נכתב דבר.
page-diary-column-spasms = התכווצויות
page-diary-column-sleep = לילה
page-diary-column-pain = כאב
page-diary-column-other = תופעות לוואי והערות
page-diary-error-day = בחרו יום מתוך 31 הימים האחרונים.
page-diary-error-spasms = כתבו מספר שלם מ־0 עד 999, או השאירו ריק.
page-diary-error-sleep = בחרו אחת מהתשובות.
page-diary-error-pain = בחרו מספר מ־0 עד 10, או השאירו ריק.
page-diary-error-empty = אמרו לפחות דבר אחד על היום.

## לספר למרפאה

page-report-title = ספרו למרפאה
page-report-lead = למה שאתם מרגישים או רואים. אם המשאבה משמיעה צליל, השתמשו ב"המשאבה מצפצפת".
page-report-signs = האם יש אחד מאלה? סמנו את כל מה שיש.
page-report-signs-little = סימנים למעט מדי תרופה
page-report-signs-much = סימנים ליותר מדי תרופה
page-report-text = מה זה?
page-report-since = ממתי?
page-report-send = שליחה למרפאה
page-report-sent = המרפאה שלכם קיבלה זאת.
page-report-sent-read = זה ייקרא ביום עבודה. אם זה מחמיר, אל תחכו: התקשרו.
page-report-error-empty = סמנו סימן, או כתבו מה זה.
page-report-error-long = זה ארוך מדי. קצרו ושלחו שוב.
page-report-error-many = היום הגיעו מקישור זה יותר הודעות ממה שהדף מקבל. זה לא נשלח. אנא התקשרו למרפאה שלכם.
page-report-error-failed = זה לא נשלח. נסו שוב, או התקשרו למרפאה שלכם.
page-report-past = מה סיפרתם למרפאה
page-report-past-alarm = אזעקה
page-report-past-symptom = משהו שהרגישו או ראו
page-report-seen = המרפאה שלכם טיפלה בזה.

## מטרות

page-goals-title = המטרות שלכם
page-goals-lead = מה שאתם והצוות המטפל רוצים להשיג. בודקים אותן שוב בביקורים שלכם.
page-goals-none = עדיין לא נרשמו מטרות. שאלו את הצוות המטפל.
page-goals-level-much-less = הרבה פחות מהצפוי
page-goals-level-less = פחות מהצפוי
page-goals-level-expected = כצפוי
page-goals-level-more = יותר מהצפוי
page-goals-level-much-more = הרבה יותר מהצפוי
# $date (String): a day.
page-goals-rated = היכן עמדתם ב־{ $date }
page-goals-not-rated = עדיין לא נבדק.
page-goals-language = המטרות כתובות במילים שבהן נרשמו.

## תורים

page-appointments-title = התורים שלכם
page-appointments-none = לא נקבע תור. אם אתם צריכים תור, התקשרו למרפאה שלכם.
page-appointments-change = אינכם יכולים לבוא? התקשרו מוקדם למרפאה שלכם. לעולם אל תדלגו על מילוי.
page-appointments-refill-by = המשאבה שלכם צריכה להתמלא עד
page-appointments-minutes = כמה זמן
page-appointments-where = היכן
page-appointments-kind-test = מבחן
page-appointments-kind-implant = ניתוח
page-appointments-kind-refill = מילוי המשאבה
page-appointments-kind-visit = ביקור
page-appointments-kind-review = שיחה עם הצוות המטפל
page-appointments-kind-phone-contact = שיחת טלפון
page-appointments-zone = השעות הן לפי שעון המרפאה ({ $zone }).
