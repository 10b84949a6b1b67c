### The pages that open from a link, without signing in: the emergency page of the card's QR code, and the patient page.
### Who reads: the person with the pump, parents, carers; on the emergency page also staff of a hospital that does not know the pump.

## Every page

page-skip = Skip to the text
page-language = Language
page-language-set = Change the language
page-menu = Pages
page-nav-home = Start
page-nav-beeps = It beeps
page-nav-sounds = Alarm sounds
page-nav-answers = Answers
page-nav-diary = Diary
page-nav-report = Tell the clinic
page-nav-goals = Goals
page-nav-appointments = Appointments
page-back = Back to the start
page-call-now = Whom to call now
page-call-others = Other numbers
# $until (String): a time or a day with a time.
page-call-until = Answers until { $until }.
page-call-always = Answers at any hour.
page-call-fallback = If nobody else answers.
page-call-missing = Your clinic has not given a telephone number for this page. If you need help now, call the emergency number of the country you are in.
page-call-emergency = In danger: call the emergency number of the country you are in, then the pump team.
# $moment (String): day and time. $zone (String): name of a time zone.
page-facts-from = These facts are from { $moment } ({ $zone }). They change at every visit.
# $moment (String): day and time.
page-saved = No connection. You see what was saved on { $moment }. It may have changed since. If in doubt, call.
page-saved-note = This page also opens without a connection after your first visit. It then shows what was saved last.
page-private = Whoever has this link sees this page. Give it only to people you trust. If it gets into wrong hands, tell your clinic: they can switch it off.
page-not-sure = Not sure
page-not-known = Not known. Ask your clinic.
page-error-title = Please look at this again:

## A link that opens nothing, and one that is opened too often

page-gone-title = This link opens nothing
page-gone-why = It may be mistyped, or the clinic may have switched it off. Ask the clinic for a new link.
page-gone-emergency = If you need help now, call the emergency number of the country you are in and say: “There is a baclofen pump in the body.”
page-often-title = Opened too often
page-often-why = This page was opened very often in the last hour. Please wait and try again later. You can call at any time.
page-often-guess = Many wrong links came from your internet connection. Please wait an hour and try again.

## The emergency page: facts

page-emergency-title = Emergency: baclofen pump
page-emergency-lead = This person has a pump under the skin that gives baclofen into the fluid around the spinal cord. Too little or too much of it can kill.
page-emergency-warnings = Read this first
page-emergency-facts = The facts
page-fact-name = Name
page-fact-born = Born
# $date (String): the birth date. $age (Number): whole years.
page-fact-born-value = { $date } ({ $age ->
        [one] { $age } year
       *[other] { $age } years
    })
page-fact-pump = Pump
page-fact-serial = Serial number
page-fact-drug = Medicine
page-fact-strength = Strength
page-fact-dose = Dose in 24 hours, as last seen in the pump
page-fact-mode = How the pump runs
page-fact-since = Since
page-fact-refill = Next refill at the latest
page-fact-alarm = Low-reservoir alarm, by calculation
page-fact-empty = Empty, by calculation
# $date (String): a day. $early (String): an earlier day.
page-fact-empty-early = { $date }, at the earliest { $early }
page-fact-allergies = Allergies
page-dose-stopped = The pump is stopped or empty. Last confirmed program:
page-dose-not-sure = Not sure. Last confirmed program:
# $vial (String): a strength.
page-strength-not-seen = { $vial } on the vial; not seen in the pump
# $told (String): a strength. $vial (String): a strength.
page-strength-differs = { $told } told to the pump; { $vial } on the vial
page-mode-continuous = the same all day
page-mode-flex = changes over the day
page-mode-minimum-rate = lowest rate
page-mode-stopped = stopped
page-mode-patient-bolus = The person can add extra doses.
page-since-read-back = { $moment }, read back from the pump
page-since-found = { $moment }, found in the pump
page-since-surgery = { $moment }, set at the operation

## The emergency page: warnings

page-warn-died = By this record this person died on { $date }.
page-warn-no-pump = There is no pump on this record.
page-warn-taken-out = The pump was taken out on { $moment }.
page-warn-order = An order was signed on { $moment }. It is not sure whether it is in the pump, so the dose is not sure. Have the pump read.
# $drug (String): a name that somebody typed.
page-warn-not-baclofen = The pump holds “{ $drug }”. This is none of the baclofen products that are listed here. The steps below are for baclofen.
page-warn-empty = The pump is empty, by calculation, since { $moment }.
page-warn-stopped = The pump gives nothing since { $moment }.
page-warn-stopped-unknown = The pump gives nothing. Since when is not known.
page-warn-doubtful = It is not known whether the pump gives medicine, since { $moment }. Have the pump read.
page-warn-doubtful-unknown = It is not known whether the pump gives medicine, and since when. Have the pump read.
page-warn-by-record = By this record the pump gives nothing.
page-warn-no-program = No program has been seen in the pump yet.
page-warn-critical-alarm = A serious alarm is open: the pump may no longer give medicine.
page-warn-minimum-rate = The pump runs at its lowest rate. That keeps the tube open and treats nobody.
page-warn-bolus-single = A single extra dose runs until { $moment }.
page-warn-bolus-bridge = A bridge bolus runs until { $moment }: the old strength is still in the catheter. The dose on the programmer is not what the person gets.
page-warn-bolus-prime = A priming bolus, which fills the tube, runs until { $moment }.
page-warn-open = Something serious about this pump is not settled. Ask the pump team.

## The emergency page: what to do

page-danger-withdrawal = Too little medicine: withdrawal
page-danger-overdose = Too much medicine: overdose
page-danger-either = May be either
page-danger-signs = Signs
page-danger-times = When
page-danger-steps = First steps
page-danger-never = Do not
page-danger-alarm = When the pump sounds
page-danger-mri = MRI
page-danger-mri-none = Nothing is listed here for this pump. No MRI before the pump team has said what holds for it.
page-danger-staff = The steps are for hospital staff.

## The start page

page-home-title = Your pump
# $name (String): the given name.
page-home-of = The pump of { $name }
page-home-beeps = It beeps now
page-home-beeps-hint = Answer a few questions. You learn whom to call, and how fast.
page-home-danger-now = Feeling ill, or the stiffness is back?
page-home-next = What comes next
page-home-refill = Next refill by
page-home-refill-late = This date has passed. Call your clinic now.
page-home-alarm = The low-reservoir alarm sounds about
page-home-empty = The pump is empty about
page-home-calculated = By calculation: nothing in the pump measures how much is left. Keep the refill date, do not wait for the alarm.
page-home-visit = Next appointment
page-home-visit-none = No appointment is booked.
page-home-runs = What is in the pump
page-home-doubt = Not everything about your pump is settled. Call your clinic and ask.
page-home-no-pump = There is no pump on this record now.
page-home-more = More
page-home-sounds-hint = How each alarm of your pump sounds, and what it means.
page-home-answers-hint = Questions and answers, for your pump.
page-home-diary-hint = Spasms, sleep, pain, side effects: a minute a day.
page-home-report-hint = Something is wrong or new? Write to your clinic.
page-home-goals-hint = What you want to reach.
page-home-appointments-hint = When and where.

## It beeps

page-beeps-title = It beeps
page-beeps-lead = Answer for the person with the pump. If you are not sure, say so: “not sure” is an answer.
page-beeps-unsure = If you are not sure about anything, or this takes too long, call now.
page-beeps-since = Since when? (in your own words)
page-beeps-judge = Show what to do
page-beeps-again = Answer again
page-beeps-why = Why
page-beeps-never = Do not
page-beeps-record-title = Tell the clinic
page-beeps-record-why = This writes your answers into the clinic's list. It does not replace the call: call first.
page-beeps-record-text = Anything else (you may leave this empty)
page-beeps-record = Send to the clinic
page-beeps-recorded = Your clinic has received this. If you have not called yet, call now.
page-beeps-not-a-call = Nobody may have read it yet.
page-beeps-error-sound = Say what it sounds like. “Not sure” is an answer.
page-beeps-error-often = Say how often it sounds. “Not sure” is an answer.
page-beeps-error-since = Say since when. “Not known” is an answer.
page-beeps-error-withdrawal = Tick the signs of too little medicine, or that there are none, or that nobody can say.
page-beeps-error-overdose = Tick the signs of too much medicine, or that there are none, or that nobody can say.
page-beeps-error-both = Tick either signs or “none of these”, not both.
page-beeps-error-risk = Answer the question about the risk. “Not sure” is an answer.
page-beeps-saved-rule = You are offline and this form needs a connection. Do not wait for it: call now.

## Alarm sounds

page-sounds-title = How the alarms of your pump sound
page-sounds-lead = Listen to them once, so that you know them. If you hear one from your pump, go to “It beeps”.
page-sounds-pitch = The rhythm is made from what is listed for your pump. The pitch is our own choice: your pump may sound different. Ask your clinic to play its real tones for you.
page-sounds-unknown = How your pump sounds is not listed here, or not which pump you have. So any tone counts as serious: call at once. Ask your clinic to play the tones for you.
page-sounds-two-tone = Two tones in turn: serious
page-sounds-single-tone = One tone
page-sounds-two-tone-means = The pump may no longer give medicine. Call your pump team now, day or night.
page-sounds-single-tone-means = Call your pump team today. A refill or a new pump may be due.
page-sounds-lasts = One sound lasts
page-sounds-cadence = It comes again
# $span (String): a span of time, such as “1 hour”.
page-sounds-every = every { $span }
page-sounds-every-about = about every { $span }
page-sounds-not-found = not found in any source
# $value (String): how often it comes.
page-sounds-not-verified = { $value } (not verified: no source was seen for it)
page-sounds-kinds = It can mean
page-sounds-play = Play this sound
page-sounds-no-audio = Your browser cannot play it here. Download the sound instead.
page-sounds-calculated = No alarm sounds when the pump gives too much. Silence does not mean that all is well.
page-alarm-low-reservoir = Little medicine is left in the pump.
page-alarm-empty-reservoir = The pump is empty, by calculation.
page-alarm-elective-replacement = The pump will soon have to be replaced.
page-alarm-end-of-service = The battery is used up: the pump stops.
page-alarm-motor-stall = The motor stands still.
page-alarm-stopped-too-long = The pump has been stopped for too long.
page-alarm-memory-error-minor = A small memory error; the pump goes on giving medicine.
page-alarm-memory-error-critical = A serious memory error; the pump may not give medicine as it should.
page-alarm-low-battery-reset = The pump has started anew for want of battery and may give very little.

## Answers

page-answers-title = Questions and answers
page-answers-search = Search
page-answers-search-hint = For example: bath, flying, alarm
page-answers-search-go = Search
# $q (String): what was searched for. $n (Number): how many were found.
page-answers-found = { $n ->
        [0] Nothing was found for “{ $q }”.
        [one] { $n } question was found for “{ $q }”.
       *[other] { $n } questions were found for “{ $q }”.
    }
page-answers-all = All questions
page-answers-clinic = Your clinic answers this.
page-answers-clinic-why = No source that we trust answers this for your pump and your situation. So ask your clinic here.
page-answers-source = Source
page-answers-grade-a = From the makers, authorities or science
page-answers-grade-b = From a secondary source
page-answers-grade-d = From thecal itself
# $name (String): who approved it. $date (String): when.
page-answers-approved = Approved for your clinic by { $name } on { $date }.
page-answers-not-approved = Your clinic has not approved this answer yet. Ask them if you want to rely on it.
page-answers-yours = In your case
page-answers-ask = Ask your clinic
page-answers-ask-lead = For something that can wait. In danger, call.
page-answers-ask-text = Your question
page-answers-ask-more = Add something (you may leave this empty)
page-answers-ask-send = Send the question
page-answers-asked = Your question has reached the clinic. The answer will stand on this page.
page-answers-error-text = Write what you want to know.
page-answers-own = Your questions
# $date (String): a day.
page-answers-asked-on = Asked on { $date }
page-answers-answered-on = Your clinic, on { $date }
page-answers-waiting = Not answered yet.
page-answers-none = You have not asked anything yet.

## Diary

page-diary-title = Diary
page-diary-lead = Your care team sees it. Leave empty what you do not want to say. It is not for emergencies: in danger, call.
page-diary-day = Day
page-diary-spasms = Spasms in that day (a number)
page-diary-sleep = How was the night?
page-diary-sleep-good = good
page-diary-sleep-broken = woken by spasms or pain
page-diary-sleep-bad = bad
page-diary-not-said = I do not say
page-diary-pain = Pain, from 0 (none) to 10 (the worst)
page-diary-side-effects = Side effects (in your own words)
page-diary-note = Anything else
page-diary-save = Save this day
page-diary-saved = Saved.
page-diary-past = The last 30 days
page-diary-empty = Nothing is written yet.
page-diary-column-spasms = Spasms
page-diary-column-sleep = Night
page-diary-column-pain = Pain
page-diary-column-other = Side effects and notes
page-diary-error-day = Choose a day from the last 31 days.
page-diary-error-spasms = Write a whole number from 0 to 999, or leave it empty.
page-diary-error-sleep = Choose one of the answers.
page-diary-error-pain = Choose a number from 0 to 10, or leave it empty.
page-diary-error-empty = Say at least one thing about the day.

## Telling the clinic

page-report-title = Tell the clinic
page-report-lead = For what you feel or see. If the pump sounds, use “It beeps”.
page-report-signs = Is one of these there? Tick everything that is there.
page-report-signs-little = Signs of too little medicine
page-report-signs-much = Signs of too much medicine
page-report-text = What is it?
page-report-since = Since when?
page-report-send = Send to the clinic
page-report-sent = Your clinic has received this.
page-report-sent-read = It will be read on a working day. If it gets worse, do not wait: call.
page-report-error-empty = Tick a sign, or write what it is.
page-report-error-long = This is too long. Shorten it and send it again.
page-report-error-many = Today more came from this link than the page takes. It was not sent. Please call your clinic.
page-report-error-failed = It was not sent. Try again, or call your clinic.
page-report-past = What you told the clinic
page-report-past-alarm = An alarm
page-report-past-symptom = Something felt or seen
page-report-seen = Your clinic has dealt with it.

## Goals

page-goals-title = Your goals
page-goals-lead = What you and your care team want to reach. They are looked at again at your visits.
page-goals-none = No goals are written down yet. Ask your care team.
page-goals-level-much-less = Much less than expected
page-goals-level-less = Less than expected
page-goals-level-expected = As expected
page-goals-level-more = More than expected
page-goals-level-much-more = Much more than expected
# $date (String): a day.
page-goals-rated = Where you stood on { $date }
page-goals-not-rated = Not looked at yet.
page-goals-language = Goals are in the words in which they were written down.

## Appointments

page-appointments-title = Your appointments
page-appointments-none = No appointment is booked. If you need one, call your clinic.
page-appointments-change = Cannot come? Call your clinic early. Never skip a refill.
page-appointments-refill-by = Your pump has to be refilled by
page-appointments-minutes = How long
page-appointments-where = Where
page-appointments-kind-test = Test
page-appointments-kind-implant = Operation
page-appointments-kind-refill = Refill of the pump
page-appointments-kind-visit = Visit
page-appointments-kind-review = Talk with the care team
page-appointments-kind-phone-contact = Telephone call
page-appointments-zone = Times are those of the clinic ({ $zone }).
