### The pages that open from a link, without signing in: the emergency page of the card's QR code, and the patient page.
### Who reads: the person with the pump, parents, carers; on the emergency page also staff of a hospital that does not know the pump.

## Jede Seite

page-skip = Zum Text springen
page-language = Sprache
page-language-set = Sprache ändern
page-menu = Seiten
page-nav-home = Start
page-nav-beeps = Es piept
page-nav-sounds = Alarmtöne
page-nav-answers = Antworten
page-nav-diary = Tagebuch
page-nav-report = Der Klinik melden
page-nav-goals = Ziele
page-nav-appointments = Termine
page-back = Zurück zum Start
page-call-now = Wen Sie jetzt anrufen
page-call-others = Andere Nummern
# $until (String): a time or a day with a time.
page-call-until = Erreichbar bis { $until }.
page-call-always = Jederzeit erreichbar.
page-call-fallback = Wenn sonst niemand antwortet.
page-call-missing = Ihre Klinik hat für diese Seite keine Telefonnummer angegeben. Wenn Sie jetzt Hilfe brauchen, rufen Sie die Notrufnummer des Landes an, in dem Sie sind.
page-call-emergency = Bei Gefahr: Rufen Sie die Notrufnummer des Landes an, in dem Sie sind, dann das Pumpenteam.
# $moment (String): day and time. $zone (String): name of a time zone.
page-facts-from = Stand dieser Angaben: { $moment } ({ $zone }). Sie ändern sich bei jedem Termin.
# $moment (String): day and time.
page-saved = Keine Verbindung. Sie sehen, was am { $moment } gespeichert wurde. Es kann sich seitdem geändert haben. Im Zweifel rufen Sie an.
page-saved-note = Diese Seite öffnet sich nach Ihrem ersten Besuch auch ohne Verbindung. Sie zeigt dann, was zuletzt gespeichert wurde.
page-private = Wer diesen Link hat, sieht diese Seite. Geben Sie ihn nur Menschen, denen Sie vertrauen. Wenn er in falsche Hände gerät, sagen Sie es Ihrer Klinik: Sie kann ihn abschalten.
page-not-sure = Nicht sicher
page-not-known = Nicht bekannt. Fragen Sie Ihre Klinik.
page-error-title = Bitte sehen Sie sich das noch einmal an:

## Ein Link, der nichts öffnet, und einer, der zu oft geöffnet wird

page-gone-title = Dieser Link öffnet nichts
page-gone-why = Er kann falsch abgetippt sein, oder die Klinik hat ihn vielleicht abgeschaltet. Bitten Sie die Klinik um einen neuen Link.
page-gone-emergency = Wenn Sie jetzt Hilfe brauchen, rufen Sie die Notrufnummer des Landes an, in dem Sie sind, und sagen Sie: „Im Körper ist eine Baclofenpumpe.“
page-often-title = Zu oft geöffnet
page-often-why = Diese Seite wurde in der letzten Stunde sehr oft geöffnet. Bitte warten Sie und versuchen Sie es später noch einmal. Anrufen können Sie jederzeit.
page-often-guess = Von Ihrer Internetverbindung kamen viele falsche Links. Bitte warten Sie eine Stunde und versuchen Sie es noch einmal.

## Die Notfallseite: Angaben

page-emergency-title = Notfall: Baclofenpumpe
page-emergency-lead = Diese Person hat eine Pumpe unter der Haut, die Baclofen in die Flüssigkeit um das Rückenmark abgibt. Zu wenig oder zu viel davon kann tödlich sein.
page-emergency-warnings = Lesen Sie das zuerst
page-emergency-facts = Die Angaben
page-fact-name = Name
page-fact-born = Geboren
# $date (String): the birth date. $age (Number): whole years.
page-fact-born-value = { $date } ({ $age ->
        [one] { $age } Jahr
       *[other] { $age } Jahre
    })
page-fact-pump = Pumpe
page-fact-serial = Seriennummer
page-fact-drug = Medikament
page-fact-strength = Stärke
page-fact-dose = Dosis in 24 Stunden, wie zuletzt in der Pumpe gesehen
page-fact-mode = Wie die Pumpe läuft
page-fact-since = Seit
page-fact-refill = Nächste Nachfüllung spätestens
page-fact-alarm = Alarm für niedrigen Füllstand, berechnet
page-fact-empty = Leer, berechnet
# $date (String): a day. $early (String): an earlier day.
page-fact-empty-early = { $date }, frühestens { $early }
page-fact-allergies = Allergien
page-dose-stopped = Die Pumpe ist angehalten oder leer. Letztes bestätigtes Programm:
page-dose-not-sure = Nicht sicher. Letztes bestätigtes Programm:
# $vial (String): a strength.
page-strength-not-seen = { $vial } auf der Durchstechflasche; in der Pumpe nicht gesehen
# $told (String): a strength. $vial (String): a strength.
page-strength-differs = { $told } in die Pumpe eingegeben; { $vial } auf der Durchstechflasche
page-mode-continuous = den ganzen Tag gleich
page-mode-flex = ändert sich über den Tag
page-mode-minimum-rate = niedrigste Rate
page-mode-stopped = angehalten
page-mode-patient-bolus = Die Person kann zusätzliche Dosen abrufen.
page-since-read-back = { $moment }, aus der Pumpe zurückgelesen
page-since-found = { $moment }, in der Pumpe vorgefunden
page-since-surgery = { $moment }, bei der Operation eingestellt

## Die Notfallseite: Warnungen

page-warn-died = Laut dieser Akte ist diese Person am { $date } gestorben.
page-warn-no-pump = In dieser Akte steht keine Pumpe.
page-warn-taken-out = Die Pumpe wurde am { $moment } herausgenommen.
page-warn-order = Eine Verordnung wurde am { $moment } unterschrieben. Es ist nicht sicher, ob sie in der Pumpe ist, darum ist die Dosis nicht sicher. Lassen Sie die Pumpe auslesen.
# $drug (String): a name that somebody typed.
page-warn-not-baclofen = Die Pumpe enthält „{ $drug }“. Das ist keines der Baclofen-Produkte, die hier aufgeführt sind. Die Schritte unten gelten für Baclofen.
page-warn-empty = Die Pumpe ist, berechnet, seit { $moment } leer.
page-warn-stopped = Die Pumpe gibt seit { $moment } nichts ab.
page-warn-stopped-unknown = Die Pumpe gibt nichts ab. Seit wann, ist nicht bekannt.
page-warn-doubtful = Es ist nicht bekannt, ob die Pumpe Medikament abgibt, seit { $moment }. Lassen Sie die Pumpe auslesen.
page-warn-doubtful-unknown = Es ist nicht bekannt, ob die Pumpe Medikament abgibt, und auch nicht, seit wann. Lassen Sie die Pumpe auslesen.
page-warn-by-record = Laut dieser Akte gibt die Pumpe nichts ab.
page-warn-no-program = In der Pumpe wurde noch kein Programm gesehen.
page-warn-critical-alarm = Ein ernster Alarm ist offen: Die Pumpe gibt vielleicht kein Medikament mehr ab.
page-warn-minimum-rate = Die Pumpe läuft mit ihrer niedrigsten Rate. Das hält den Schlauch offen und behandelt niemanden.
page-warn-bolus-single = Eine einzelne zusätzliche Dosis läuft bis { $moment }.
page-warn-bolus-bridge = Ein Überbrückungsbolus läuft bis { $moment }: Im Katheter ist noch die alte Stärke. Die Dosis auf dem Programmiergerät ist nicht das, was die Person bekommt.
page-warn-bolus-prime = Ein Priming-Bolus, der den Schlauch füllt, läuft bis { $moment }.
page-warn-open = Etwas Ernstes an dieser Pumpe ist nicht geklärt. Fragen Sie das Pumpenteam.

## Die Notfallseite: was zu tun ist

page-danger-withdrawal = Zu wenig Medikament: Entzug
page-danger-overdose = Zu viel Medikament: Überdosis
page-danger-either = Kann beides sein
page-danger-signs = Zeichen
page-danger-times = Wann
page-danger-steps = Erste Schritte
page-danger-never = Nicht tun
page-danger-alarm = Wenn die Pumpe einen Ton abgibt
page-danger-mri = MRT
page-danger-mri-none = Für diese Pumpe ist hier nichts aufgeführt. Keine MRT, bevor das Pumpenteam gesagt hat, was für sie gilt.
page-danger-staff = Die Schritte sind für das Krankenhauspersonal.

## Die Startseite

page-home-title = Ihre Pumpe
# $name (String): the given name.
page-home-of = Die Pumpe von { $name }
page-home-beeps = Es piept jetzt
page-home-beeps-hint = Beantworten Sie ein paar Fragen. Sie erfahren, wen Sie anrufen und wie schnell.
page-home-danger-now = Fühlen Sie sich krank, oder ist die Steifigkeit wieder da?
page-home-next = Was als Nächstes kommt
page-home-refill = Nächste Nachfüllung bis
page-home-refill-late = Dieses Datum ist vorbei. Rufen Sie jetzt Ihre Klinik an.
page-home-alarm = Der Alarm für niedrigen Füllstand ertönt etwa am
page-home-empty = Die Pumpe ist leer etwa am
page-home-calculated = Berechnet: Nichts in der Pumpe misst, wie viel noch da ist. Halten Sie das Datum der Nachfüllung ein, warten Sie nicht auf den Alarm.
page-home-visit = Nächster Termin
page-home-visit-none = Es ist kein Termin vereinbart.
page-home-runs = Was in der Pumpe ist
page-home-doubt = Nicht alles an Ihrer Pumpe ist geklärt. Rufen Sie Ihre Klinik an und fragen Sie.
page-home-no-pump = In dieser Akte steht jetzt keine Pumpe.
page-home-more = Mehr
page-home-sounds-hint = Wie jeder Alarm Ihrer Pumpe klingt und was er bedeutet.
page-home-answers-hint = Fragen und Antworten, für Ihre Pumpe.
page-home-diary-hint = Muskelkrämpfe, Schlaf, Schmerzen, Nebenwirkungen: eine Minute am Tag.
page-home-report-hint = Stimmt etwas nicht, oder ist etwas neu? Schreiben Sie Ihrer Klinik.
page-home-goals-hint = Was Sie erreichen möchten.
page-home-appointments-hint = Wann und wo.

## Es piept

page-beeps-title = Es piept
page-beeps-lead = Antworten Sie für die Person mit der Pumpe. Wenn Sie nicht sicher sind, sagen Sie es: „Nicht sicher“ ist eine Antwort.
page-beeps-unsure = Wenn Sie bei irgendetwas nicht sicher sind oder das hier zu lange dauert, rufen Sie jetzt an.
page-beeps-since = Seit wann? (in Ihren eigenen Worten)
page-beeps-judge = Zeigen, was zu tun ist
page-beeps-again = Noch einmal antworten
page-beeps-why = Warum
page-beeps-never = Nicht tun
page-beeps-record-title = Der Klinik melden
page-beeps-record-why = Damit werden Ihre Antworten in die Liste der Klinik geschrieben. Das ersetzt den Anruf nicht: Rufen Sie zuerst an.
page-beeps-record-text = Sonst noch etwas (Sie können das leer lassen)
page-beeps-record = An die Klinik senden
page-beeps-recorded = Ihre Klinik hat das erhalten. Wenn Sie noch nicht angerufen haben, rufen Sie jetzt an.
page-beeps-not-a-call = Vielleicht hat es noch niemand gelesen.
page-beeps-error-sound = Sagen Sie, wie es klingt. „Nicht sicher“ ist eine Antwort.
page-beeps-error-often = Sagen Sie, wie oft es ertönt. „Nicht sicher“ ist eine Antwort.
page-beeps-error-since = Sagen Sie, seit wann. „Nicht bekannt“ ist eine Antwort.
page-beeps-error-withdrawal = Kreuzen Sie die Zeichen für zu wenig Medikament an, oder dass es keine gibt, oder dass niemand es sagen kann.
page-beeps-error-overdose = Kreuzen Sie die Zeichen für zu viel Medikament an, oder dass es keine gibt, oder dass niemand es sagen kann.
page-beeps-error-both = Kreuzen Sie entweder Zeichen an oder „Nichts davon“, nicht beides.
page-beeps-error-risk = Beantworten Sie die Frage zum Risiko. „Nicht sicher“ ist eine Antwort.
page-beeps-saved-rule = Sie sind offline, und dieses Formular braucht eine Verbindung. Warten Sie nicht darauf: Rufen Sie jetzt an.

## Alarmtöne

page-sounds-title = Wie die Alarme Ihrer Pumpe klingen
page-sounds-lead = Hören Sie sie einmal an, damit Sie sie kennen. Wenn Sie einen davon von Ihrer Pumpe hören, gehen Sie zu „Es piept“.
page-sounds-pitch = Der Rhythmus ist nach dem gemacht, was für Ihre Pumpe aufgeführt ist. Die Tonhöhe haben wir selbst gewählt: Ihre Pumpe kann anders klingen. Bitten Sie Ihre Klinik, Ihnen ihre echten Töne vorzuspielen.
page-sounds-unknown = Wie Ihre Pumpe klingt, ist hier nicht aufgeführt, oder nicht, welche Pumpe Sie haben. Darum gilt jeder Ton als ernst: Rufen Sie sofort an. Bitten Sie Ihre Klinik, Ihnen die Töne vorzuspielen.
page-sounds-two-tone = Zwei Töne im Wechsel: ernst
page-sounds-single-tone = Ein Ton
page-sounds-two-tone-means = Die Pumpe gibt vielleicht kein Medikament mehr ab. Rufen Sie jetzt Ihr Pumpenteam an, bei Tag oder Nacht.
page-sounds-single-tone-means = Rufen Sie heute Ihr Pumpenteam an. Eine Nachfüllung oder eine neue Pumpe kann fällig sein.
page-sounds-lasts = Ein Signal dauert
page-sounds-cadence = Es kommt wieder
# $span (String): a span of time, such as “1 hour”.
page-sounds-every = im Abstand von { $span }
page-sounds-every-about = im Abstand von etwa { $span }
page-sounds-not-found = in keiner Quelle gefunden
# $value (String): how often it comes.
page-sounds-not-verified = { $value } (nicht geprüft: Dafür wurde keine Quelle gesehen)
page-sounds-kinds = Es kann bedeuten
page-sounds-play = Dieses Signal abspielen
page-sounds-no-audio = Ihr Browser kann es hier nicht abspielen. Laden Sie das Signal stattdessen herunter.
page-sounds-calculated = Es ertönt kein Alarm, wenn die Pumpe zu viel abgibt. Stille bedeutet nicht, dass alles in Ordnung ist.
page-alarm-low-reservoir = In der Pumpe ist nur noch wenig Medikament.
page-alarm-empty-reservoir = Die Pumpe ist leer, berechnet.
page-alarm-elective-replacement = Die Pumpe muss bald ausgetauscht werden.
page-alarm-end-of-service = Die Batterie ist verbraucht: Die Pumpe bleibt stehen.
page-alarm-motor-stall = Der Motor steht still.
page-alarm-stopped-too-long = Die Pumpe ist seit zu langer Zeit angehalten.
page-alarm-memory-error-minor = Ein leichter Speicherfehler; die Pumpe gibt weiter Medikament ab.
page-alarm-memory-error-critical = Ein ernster Speicherfehler; die Pumpe gibt das Medikament vielleicht nicht so ab, wie sie soll.
page-alarm-low-battery-reset = Die Pumpe hat wegen zu schwacher Batterie neu gestartet und gibt vielleicht sehr wenig ab.

## Antworten

page-answers-title = Fragen und Antworten
page-answers-search = Suche
page-answers-search-hint = Zum Beispiel: Bad, Fliegen, Alarm
page-answers-search-go = Suchen
# $q (String): what was searched for. $n (Number): how many were found.
page-answers-found = { $n ->
        [0] Für „{ $q }“ wurde nichts gefunden.
        [one] Für „{ $q }“ wurde { $n } Frage gefunden.
       *[other] Für „{ $q }“ wurden { $n } Fragen gefunden.
    }
page-answers-all = Alle Fragen
page-answers-clinic = Das beantwortet Ihre Klinik.
page-answers-clinic-why = Keine Quelle, der wir vertrauen, beantwortet das für Ihre Pumpe und Ihre Lage. Fragen Sie darum hier Ihre Klinik.
page-answers-source = Quelle
page-answers-grade-a = Von Herstellern, Behörden oder aus der Wissenschaft
page-answers-grade-b = Aus einer Sekundärquelle
page-answers-grade-d = Von thecal selbst
# $name (String): who approved it. $date (String): when.
page-answers-approved = Für Ihre Klinik freigegeben von { $name } am { $date }.
page-answers-not-approved = Ihre Klinik hat diese Antwort noch nicht freigegeben. Fragen Sie dort nach, wenn Sie sich darauf verlassen möchten.
page-answers-yours = In Ihrem Fall
page-answers-ask = Fragen Sie Ihre Klinik
page-answers-ask-lead = Für etwas, das warten kann. Bei Gefahr rufen Sie an.
page-answers-ask-text = Ihre Frage
page-answers-ask-more = Etwas hinzufügen (Sie können das leer lassen)
page-answers-ask-send = Frage senden
page-answers-asked = Ihre Frage hat die Klinik erreicht. Die Antwort wird auf dieser Seite stehen.
page-answers-error-text = Schreiben Sie, was Sie wissen möchten.
page-answers-own = Ihre Fragen
# $date (String): a day.
page-answers-asked-on = Gefragt am { $date }
page-answers-answered-on = Ihre Klinik, am { $date }
page-answers-waiting = Noch nicht beantwortet.
page-answers-none = Sie haben noch nichts gefragt.

## Tagebuch

page-diary-title = Tagebuch
page-diary-lead = Ihr Behandlungsteam sieht es. Lassen Sie leer, was Sie nicht sagen möchten. Es ist nicht für Notfälle: Bei Gefahr rufen Sie an.
page-diary-day = Tag
page-diary-spasms = Muskelkrämpfe an diesem Tag (eine Zahl)
page-diary-sleep = Wie war die Nacht?
page-diary-sleep-good = gut
page-diary-sleep-broken = von Muskelkrämpfen oder Schmerzen geweckt
page-diary-sleep-bad = schlecht
page-diary-not-said = Keine Angabe
page-diary-pain = Schmerzen, von 0 (keine) bis 10 (die schlimmsten)
page-diary-side-effects = Nebenwirkungen (in Ihren eigenen Worten)
page-diary-note = Sonst noch etwas
page-diary-save = Diesen Tag speichern
page-diary-saved = Gespeichert.
page-diary-past = Die letzten 30 Tage
page-diary-empty = Es ist noch nichts eingetragen.
page-diary-column-spasms = Muskelkrämpfe
page-diary-column-sleep = Nacht
page-diary-column-pain = Schmerzen
page-diary-column-other = Nebenwirkungen und Notizen
page-diary-error-day = Wählen Sie einen Tag aus den letzten 31 Tagen.
page-diary-error-spasms = Schreiben Sie eine ganze Zahl von 0 bis 999, oder lassen Sie es leer.
page-diary-error-sleep = Wählen Sie eine der Antworten.
page-diary-error-pain = Wählen Sie eine Zahl von 0 bis 10, oder lassen Sie es leer.
page-diary-error-empty = Sagen Sie mindestens eines über den Tag.

## Der Klinik melden

page-report-title = Der Klinik melden
page-report-lead = Für das, was Sie spüren oder sehen. Wenn die Pumpe einen Ton abgibt, nutzen Sie „Es piept“.
page-report-signs = Ist eines davon da? Kreuzen Sie alles an, was zutrifft.
page-report-signs-little = Zeichen für zu wenig Medikament
page-report-signs-much = Zeichen für zu viel Medikament
page-report-text = Was ist es?
page-report-since = Seit wann?
page-report-send = An die Klinik senden
page-report-sent = Ihre Klinik hat das erhalten.
page-report-sent-read = Es wird an einem Werktag gelesen. Wenn es schlimmer wird, warten Sie nicht: Rufen Sie an.
page-report-error-empty = Kreuzen Sie ein Zeichen an, oder schreiben Sie, was es ist.
page-report-error-long = Das ist zu lang. Kürzen Sie es und senden Sie es noch einmal.
page-report-error-many = Heute kam von diesem Link mehr, als die Seite annimmt. Es wurde nicht gesendet. Bitte rufen Sie Ihre Klinik an.
page-report-error-failed = Es wurde nicht gesendet. Versuchen Sie es noch einmal, oder rufen Sie Ihre Klinik an.
page-report-past = Was Sie der Klinik gemeldet haben
page-report-past-alarm = Ein Alarm
page-report-past-symptom = Etwas Gespürtes oder Gesehenes
page-report-seen = Ihre Klinik hat sich darum gekümmert.

## Ziele

page-goals-title = Ihre Ziele
page-goals-lead = Was Sie und Ihr Behandlungsteam erreichen möchten. Bei Ihren Terminen werden sie wieder angesehen.
page-goals-none = Es sind noch keine Ziele aufgeschrieben. Fragen Sie Ihr Behandlungsteam.
page-goals-level-much-less = Viel weniger als erwartet
page-goals-level-less = Weniger als erwartet
page-goals-level-expected = Wie erwartet
page-goals-level-more = Mehr als erwartet
page-goals-level-much-more = Viel mehr als erwartet
# $date (String): a day.
page-goals-rated = Wo Sie am { $date } standen
page-goals-not-rated = Noch nicht angesehen.
page-goals-language = Ziele stehen in den Worten da, in denen sie aufgeschrieben wurden.

## Termine

page-appointments-title = Ihre Termine
page-appointments-none = Es ist kein Termin vereinbart. Wenn Sie einen brauchen, rufen Sie Ihre Klinik an.
page-appointments-change = Können Sie nicht kommen? Rufen Sie Ihre Klinik früh an. Lassen Sie nie eine Nachfüllung ausfallen.
page-appointments-refill-by = Ihre Pumpe muss nachgefüllt werden bis
page-appointments-minutes = Wie lange
page-appointments-where = Wo
page-appointments-kind-test = Test
page-appointments-kind-implant = Operation
page-appointments-kind-refill = Nachfüllung der Pumpe
page-appointments-kind-visit = Termin in der Klinik
page-appointments-kind-review = Gespräch mit dem Behandlungsteam
page-appointments-kind-phone-contact = Telefonanruf
page-appointments-zone = Die Zeiten sind die der Klinik ({ $zone }).
