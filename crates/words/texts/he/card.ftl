### The fixed words of the pump card (the size of a bank card): keep them short.

card-title = משאבת בקלופן (baclofen) – כרטיס חירום
# Source: T3
card-never-stop = אסור שהתרופה תיפסק פתאום: תסמונת גמילה עלולה להרוג.
# Sources: T3, T19
card-too-little = מעט מדי: הנוקשות הישנה חוזרת, גרד בלי פריחה, חום, בלבול.
# Source: T3
card-too-much = יותר מדי: ישנוניות, סחרחורת, שרירים רפויים, נשימה חלשה, פרכוסים, תרדמת.
card-call-now = כל אחד מאלה: התקשרו עכשיו למספר החירום, ואז לצוות המשאבה.
card-pump = משאבה
card-serial = מספר סידורי
card-drug = תרופה
card-dose = מינון ליום
card-mri = MRI: שאלו קודם את צוות המשאבה.
card-scan = סרקו לנתונים של היום
# $date (String): the day for which the facts were printed.
card-true-on = נכון ל־{ $date }. משתנה בכל ביקור.
card-carry = שאו כרטיס זה תמיד
card-born = לידה
card-refill-by = מילוי עד
card-offline = נתונים אלה, בלי רשת
