### The fixed words of the papers: emergency sheet, visit summary, programming sheet, refill record and the others.
### Places hold text that is already written in the language: dates, amounts with their unit, names.

## Every paper

# A paper without a heading of its own.
paper-letter = Letter
paper-code-address = Scan for the facts of today
paper-code-offline = Scan for the facts as text, without a network

## Emergency sheet

paper-emergency-title = EMERGENCY SHEET: intrathecal baclofen pump
# $name (String): title of the file.
paper-emergency-document = Emergency sheet: { $name }
paper-emergency-born = born
paper-emergency-record-number = record number
paper-emergency-pump = Pump
paper-emergency-serial = Serial number
paper-emergency-drug = Drug
paper-emergency-strength = Strength
paper-emergency-last-refill = Last refill
paper-emergency-alarm = Low-reservoir alarm
paper-emergency-empty = Empties about
paper-emergency-dose-not-known = dose not known
# Stands under the dose.
paper-emergency-per-24-hours = per 24 h
paper-emergency-mode = mode:
paper-emergency-since = in the pump since:
paper-emergency-dose-stopped = PUMP STOPPED. Last confirmed program:
paper-emergency-dose-not-sure = NOT SURE. Last confirmed program:
paper-emergency-order-unknown = ORDER NOT CONFIRMED IN THE PUMP: THE DOSE IS NOT KNOWN
paper-emergency-stopped = THE PUMP IS STOPPED
paper-emergency-critical-alarm = CRITICAL ALARM OPEN
paper-emergency-note = NOTE
paper-emergency-flex = Flex program (times of the pump’s clock)
paper-emergency-days = Days
paper-emergency-time = Time
paper-emergency-amount = Amount
paper-emergency-call-now = CALL NOW
paper-emergency-call-otherwise = At other times
paper-emergency-medicines = Medicines
paper-emergency-allergies = Allergies
paper-emergency-withdrawal = WITHDRAWAL: too little drug
paper-emergency-overdose = OVERDOSE: too much drug
paper-emergency-signs = Signs
paper-emergency-times = Published times
paper-emergency-steps = First steps
paper-emergency-never = Do not
paper-emergency-both = May be either
paper-emergency-alarm-sounds = Alarm sounds
paper-emergency-alarm-not-known = Not known for this pump: see its manual.
paper-emergency-mri = MRI
paper-emergency-mri-not-known = Not known for this pump: see its manual before any scan.
paper-emergency-warnings-more = { $count ->
        [one] and one more warning, see the record
       *[other] and { $count } more warnings, see the record
    }
paper-emergency-scan = Scan: facts without a network
paper-emergency-scan-address = Scan: the facts of today

## Warnings

paper-warning-died = By this record the patient died on { $date }.
paper-warning-no-pump = No pump is on this record.
# $why (String): as somebody wrote it.
paper-warning-explanted = The system was taken out on { $at }: { $why }
# $what (String): the order, such as "250 micrograms per 24 hours, continuous". $at (String): when it was signed.
paper-warning-order-ordered = Ordered: { $what }; signed { $at }. Nobody has said that it is in the pump. Interrogate the pump.
paper-warning-order-unknown = Ordered: { $what }; signed { $at }. A session was held and the pump was not seen running it. Interrogate the pump.
# The same for patients and families.
paper-warning-order-waits = A change was ordered on { $at }: { $what }. Nobody has confirmed that the pump runs it. What stands on this paper is the last program that was seen in the pump.
# $drug (String): what is in the reservoir.
paper-warning-not-baclofen = The reservoir holds “{ $drug }”, which is none of the listed baclofen products. The steps on this paper are for baclofen.
paper-warning-empty = The reservoir is empty by calculation since { $at }.
# $why (String): as it stands in the record.
paper-warning-nothing-since = Nothing is delivered since { $at }: { $why }
paper-warning-nothing = Nothing is delivered; since when is not known: { $why }
paper-warning-unsure-since = Whether the pump delivers is not known, since { $at }: { $why } Interrogate the pump.
paper-warning-unsure = Whether the pump delivers is not known, and neither is since when: { $why } Interrogate the pump.
paper-warning-stopped-by-order = The pump was stopped by order; since { $at }.
paper-warning-stopped-by-order-unknown = The pump was stopped by order; since when is not known.
paper-warning-nothing-recorded = By this record nothing is delivered.
paper-warning-not-programmed = No program has been seen in the pump yet.
paper-warning-minimum-rate = The pump runs at its minimum rate: it keeps the catheter open and treats nobody.
paper-warning-bolus-single = A single bolus runs until { $until }.
paper-warning-bolus-bridge = A bridge bolus (the old strength is still in the catheter: the dose on the programmer is not what the patient gets) runs until { $until }.
paper-warning-bolus-prime = A priming bolus runs until { $until }.
# $what (String): which alarm. $at (String): when it was recorded.
paper-warning-alarm = { $what }, recorded { $at }.
paper-warning-alarm-undated = A critical alarm is open.
# $what (String): English words of the record.
paper-warning-open = Open in the record: { $what }
paper-warning-refill-past = The refill was due by { $date }.

## Who and what: names of facts

paper-patient = Patient
paper-born = Born
paper-what = What
paper-value = Value
paper-born-with-age = { $n ->
        [one] { $date } ({ $n } year)
       *[other] { $date } ({ $n } years)
    }
paper-record-number = Record number
paper-diagnosis = Diagnosis
paper-pump = Pump
paper-pump-with-serial = { $pump }, serial number { $serial }
paper-implanted-on = Implanted on
paper-catheter = Catheter
paper-catheter-length = Length of the catheter in the body
paper-catheter-volume = The catheter holds
paper-catheter-volume-unverified = { $volume }, by calculation from an unverified number
paper-tip = Level of the tip
paper-drug = Drug
paper-strength = Strength
paper-strength-both = { $told } told to the pump; { $vial } on the vial
paper-strength-vial = { $vial } on the vial; not seen in the pump
paper-dose = Dose per 24 hours
paper-dose-confirmed = Dose per 24 hours, as last confirmed in the pump
paper-mode = Mode
paper-mode-continuous = continuous
paper-mode-flex = flex
paper-mode-minimum-rate = minimum rate
paper-mode-stopped = stopped
paper-mode-with-patient-bolus = { $mode }; the patient can add boluses
paper-since = In the pump since
paper-since-read-back-by = { $at }, read back by { $by }
paper-since-read-back = { $at }, read back
paper-since-telemetry-by = { $at }, read by telemetry, recorded by { $by }
paper-since-telemetry = { $at }, read by telemetry
paper-since-found-by = { $at }, found on admission by { $by }
paper-since-found = { $at }, found on admission
paper-since-surgery-by = { $at }, recorded at surgery by { $by }
paper-since-surgery = { $at }, recorded at surgery
paper-patient-bolus = The patient can add
paper-patient-bolus-says = { $count ->
        [one] { $dose } over { $over }, then locked for { $lockout }, at most one in 24 hours
       *[other] { $dose } over { $over }, then locked for { $lockout }, at most { $count } in 24 hours
    }
paper-last-refill = Last refill
paper-last-refill-filled = { $date }, filled to { $volume }
paper-last-refill-elsewhere = { $date }, elsewhere; { $volume } left when read on { $read }
paper-last-refill-elsewhere-undated = elsewhere, day not known; { $volume } left when read on { $read }
paper-reservoir-now = In the reservoir now, by calculation
paper-alarm-on = Low-reservoir alarm, by calculation
paper-empty-about = Empties about, by calculation
paper-empty-earliest = Empty at the earliest
paper-empty-and-earliest = { $date }, at the earliest { $earliest }
paper-refill-by = Refill by
paper-next-visit = Next visit
paper-allergies = Allergies
paper-medicines = Medicines
paper-medicine-depressant = { $medicine } (depresses the central nervous system)
paper-medicine-kept = kept at home: { $stock }
paper-home-stock = Baclofen by mouth kept at home
paper-stock-out-of-date = { $what } (out of date since { $date })
paper-stock-keeps = { $what } (keeps until { $date })
paper-not-asked = not known: nobody has asked

## Days, hours and whom to call

paper-days-range = { $from } to { $to }
paper-days-every-public-holiday = every public holiday
paper-days-public-holidays = public holidays
paper-days-if-public-holiday = { $days } if it is a public holiday
paper-days-except-public-holidays = { $days } except public holidays
paper-days-and-public-holidays = { $days } and every public holiday
paper-hours = { $days }, { $from } to { $until }
paper-hours-overnight = { $days }, { $from } to { $until } the next day
paper-hours-any = at any hour
paper-hours-if-nobody-else = at any hour, if nobody else answers
paper-hours-until-today = until { $time } today
paper-hours-until-tomorrow = until { $time } tomorrow
paper-hours-until-on = until { $time } on { $date }
paper-call = Whom to call
paper-call-who = Who
paper-call-telephone = Telephone
paper-call-when = When
paper-call-nobody = No telephone numbers are entered. Ask the clinic and write them here: ____________________
paper-call-emergency = At any sign of too much medicine, or a late sign of too little: call the emergency number of the country you are in, then the pump team.
paper-call-early = At an early sign of too little, or if you are not sure: call the pump team now, day or night.

## Visit summary

paper-visit-summary = Visit summary
# $date (String): the day of the visit.
paper-visit-of = Visit of { $date }
paper-visit-done = What was done
paper-visit-nothing = Nothing was recorded on this day.
paper-visit-program = The program now
paper-visit-program-says = The pump gives { $dose }. Drug: { $drug }, { $strength }.
paper-visit-program-not-known = What the pump gives is not known: no program has been seen in it.
paper-visit-program-continuous = The same at every hour of the day.
paper-visit-program-flex = More at some times of the day and less at others; see the table. The times are those of the pump’s clock.
paper-visit-program-minimum-rate = At the minimum rate the pump only keeps the catheter open. It treats nobody.
paper-visit-program-stopped = The pump is stopped. Nothing flows.
paper-visit-change = What changed
paper-visit-before = Before
paper-visit-after = After
paper-visit-difference = Change
paper-change-more = { $amount } more ({ $percent } %)
paper-change-less = { $amount } less ({ $percent } %)
paper-change-none = no change
paper-change-first = this is the first program
paper-visit-residual = What was left in the pump
paper-visit-appointments = Next appointments
paper-visit-no-appointments = No appointment is booked. Ask the clinic for one before the date “refill by”.
paper-appointment-test = Screening test
paper-appointment-implant = Implant or surgery
paper-appointment-refill = Refill
paper-appointment-visit = Visit
paper-appointment-review = Review by the team
paper-appointment-phone-contact = Call by the clinic
# $when (String): day and time. $where (String): place.
paper-appointment-where = { $when }, { $where }
paper-visit-scores = Scores
paper-visit-scores-names = Names of scales and muscles stand in English, as in the record.
paper-score = Score
paper-score-before = Last time before
paper-score-this-day = This day
paper-score-first = First
paper-score-last = Last
paper-visit-watch = What to watch for

paper-did-refill = The pump was refilled: { $volume } of { $drug }, { $strength }.
paper-did-program = A new program was entered and seen running in the pump: { $dose }.
paper-did-program-not-running = A new program was entered, and the pump was not seen running it.
paper-did-ordered = A new program was ordered: { $dose }.
paper-did-test-ordered = A test dose was ordered: { $dose }.
paper-did-refill-ordered = A refill was ordered.
paper-did-not-entered = A program that had been ordered was not entered.
paper-did-read-running = The pump was read: it runs.
paper-did-read-not-running = The pump was read: it does not run.
paper-did-found = The pump was found running on admission: { $dose }.
paper-did-implanted = Pump and catheter were implanted.
paper-did-surgery = There was an operation on pump or catheter.
paper-did-test = A test dose was given: { $dose }.
paper-did-test-helped = The test dose of { $dose } helped.
paper-did-test-not-helped = The test dose of { $dose } did not help.
paper-did-scores = { $count ->
        [one] One score was taken.
       *[other] { $count } scores were taken.
    }
paper-did-alarm = An alarm was recorded: { $what }.
paper-did-gap = A time without delivery was recorded: { $why }
paper-did-mri = A magnetic resonance scan was done.
paper-did-mri-checked-running = The pump was checked after the scan: it runs.
paper-did-mri-checked-not-running = The pump was checked after the scan: it does not run.
paper-did-aspirated = The catheter was aspirated through the access port.
paper-did-injected = Something was injected through the access port: { $what }
paper-did-side-effect = A side effect was recorded: { $what }
paper-did-booked = The next visit was booked for { $date }.
paper-did-travel = Travel was noted.
paper-did-medicine = Medicine: { $what }
paper-did-medicine-stopped = No longer taken: { $what }

paper-alarm-low-reservoir = low reservoir
paper-alarm-empty-reservoir = reservoir empty
paper-alarm-elective-replacement = replacement due
paper-alarm-end-of-service = end of service
paper-alarm-motor-stall = motor stall
paper-alarm-stopped-too-long = stopped for too long
paper-alarm-memory-error-minor = minor memory error
paper-alarm-memory-error-critical = critical memory error
paper-alarm-low-battery-reset = reset by a low battery
paper-alarm-single-tone = single tone
paper-alarm-two-tone = two-tone alarm
paper-alarm-not-known = which alarm is not known

## Programming sheet

paper-programming-sheet = Programming sheet
paper-state-ordered = ORDERED – NOT YET IN THE PUMP
paper-state-running = IN THE PUMP, { $how }
paper-state-how-read-back-by = read back { $at } by { $by }
paper-state-how-read-back = read back { $at }
paper-state-how-telemetry = read by telemetry { $at }
paper-state-replaced = NO LONGER IN THE PUMP – REPLACED BY A LATER PROGRAM
paper-state-not-entered = NOT ENTERED – DO NOT USE THIS SHEET
paper-state-unknown = NOT KNOWN WHETHER IT IS IN THE PUMP – INTERROGATE THE PUMP
paper-state-done = DONE
paper-ordered-at = Ordered
paper-ordered-by = Ordered by
paper-checked-by = Checked by a second person
paper-entered-by = Confirmed in the pump by
paper-reason = Reason given
paper-to-enter = What to enter
paper-setting = Setting
paper-now = Now
paper-new = New
paper-drug-as-on-vial = Drug, as on the vial
paper-strength-as-on-vial = Strength, as on the vial
paper-strength-to-type = Strength to type into the programmer
paper-per-hour = Per hour
paper-volume-per-day = Volume per 24 hours
paper-volume-per-day-says = { $volume } per 24 hours
paper-achieved = What this pump can give
paper-achieved-why = This pump gives whole steps only. The dates count with what it gives.
paper-mean-of-week = { $dose } (mean of the week)
paper-reservoir-to-type = Reservoir volume
paper-alarm-volume = Alarm volume
paper-tubing-volume = Tubing volume
paper-steps = Steps (times of the pump’s clock)
paper-step-days = Days
paper-step-time = Time
paper-step-rate = Rate
paper-step-amount = Gives
paper-day-total = Total of the day
paper-time-range = { $from } to { $until }
paper-boluses = First
paper-bolus-single = Single bolus
paper-bolus-bridge = Bridge bolus
paper-bolus-prime = Priming bolus
paper-bolus-says = { $dose } ({ $volume }) over { $over }
paper-bridge-why = The strength changes. Tubing and catheter still hold drug of the old strength; the bridge bolus moves it out at the old dose. Only then does the new program begin.
paper-prime-why = Tubing or catheter hold no drug of this strength yet; the priming bolus fills them. It gives the patient nothing else.
paper-single-why = It is given once, before the program begins.
paper-bridge-missing = The strength changes and there is no bridge bolus in this order. Ask the prescriber before anything is entered.
paper-duration-hours-minutes = { $hours } h { $minutes } min
paper-duration-hours = { $hours } h
paper-duration-minutes = { $minutes } min
paper-duration-seconds = { $seconds } s
paper-dates-with-order = Dates with this order
paper-alarm-to-set = Alarm date that the programmer should show
paper-read-back = Read back from the programmer
paper-read-back-how = After entering it: interrogate the pump, read aloud what the programmer shows, and write it here. Whoever listens compares it with this sheet.
paper-box-drug = Drug shown: ____________________
paper-box-strength = Strength shown: ____________________
paper-box-mode = Mode shown: ____________________
paper-box-dose = Dose per 24 hours shown: ____________________
paper-box-bridge = Bridge or priming bolus shown, dose and time: ____________________
paper-box-no-bridge = No bridge or priming bolus shown
paper-box-alarm-date = Alarm date shown: ____________________
paper-box-running = The pump runs
paper-box-patient-told = Patient or family know the new dose and dates
paper-box-read-by = Read by: ____________________ Compared by: ____________________
paper-order-refill = Fill
paper-order-refill-says = { $volume } of { $drug }, { $strength }

## Refill record

paper-refill-record = Refill record
paper-refill-of = Refill of { $date }
paper-found = What was found
paper-expected = Expected, by calculation
paper-withdrawn = Withdrawn
paper-left = Could not be withdrawn and stayed in
paper-measured = Measured: withdrawn and left together
paper-not-measured = not measured
paper-difference = Difference
paper-difference-more = { $volume } more than expected
paper-difference-less = { $volume } less than expected
paper-difference-none = none
paper-threshold = Difference from which on it matters
paper-means = What it means
paper-means-fits = It fits.
paper-means-more = More was left than expected: the pump has given less than programmed. Catheter or pump, a bolus that was not given, or the port was missed at the last fill.
paper-means-more-than-filled = More than was filled: fluid has come into the reservoir, or this is not the pump or the record it was taken for.
paper-means-less = Less was left than expected: the pump has given more than programmed, or it leaks, or not all was withdrawn.
paper-means-first = This was the first fill on record: there is nothing to compare with.
paper-stop-rule = Stop rule
paper-stop-rule-none = No stop rule was touched.
paper-stop-rule-says = The difference is above the threshold: before the fill somebody had to deal with it.
paper-dealt-with = How it was dealt with
paper-filled = What was filled
paper-product = Product
paper-lot = Lot
paper-expires = May be used until
paper-volume-filled = Filled
paper-dates-after = New dates
paper-recorded-by = Recorded by
paper-recorded-at = Recorded
paper-strength-changed = The strength on the vial is not the strength told to the pump. A new program with a bridge bolus is needed.

## Screening sheet

paper-screening-sheet = Screening test
paper-test-dose = Test dose
paper-test-dose-of = Test dose of { $dose }, { $at }
paper-test-route = Way
paper-test-route-lumbar = lumbar puncture
paper-test-route-catheter = test catheter
paper-test-looks = What was seen
paper-test-no-looks = Nobody recorded what was seen.
paper-test-when = Time
paper-test-after = { $hours } h { $minutes } min after
paper-test-pressure = Blood pressure
paper-test-pulse = Pulse
paper-test-breaths = Breaths
paper-test-oxygen = Oxygen
paper-test-awake = Awake
paper-test-answer = How the patient answers
paper-awake-alert = awake as before
paper-awake-voice = answers when spoken to
paper-awake-pain = answers to pain only
paper-awake-unresponsive = does not answer
paper-answer-as-hoped = nothing out of the way
paper-answer-excessive = excessive: too weak, drowsy
paper-answer-adverse = adverse: breathing, circulation, seizure, other harm
paper-test-result = Result
paper-test-helped = It helped.
paper-test-not-helped = It did not help.
paper-test-adverse = The response was adverse.
paper-test-effect = The effect lasted { $hours }.
paper-test-no-result = Nobody has said yet what this dose did.
paper-test-doses = Doses
paper-test-catheter = Test catheter
paper-test-catheter-in = placed { $at }, tip at { $level }; still in
paper-test-catheter-out = placed { $at }, tip at { $level }; removed { $removed }
paper-test-scores = Scores before and after

## Implant record

paper-implant-record = Implant record
paper-operation-implant = Implant
paper-operation-revision = Revision
paper-operation-replacement = Replacement
paper-operation-catheter-change = Catheter change
paper-operation-explant = Removal of the system
paper-operation-of = { $operation }, { $date }
paper-surgeon = Surgeon
paper-pump-lot = Lot of the pump
paper-pump-udi = Label of the pump (UDI)
paper-catheter-lot = Lot of the catheter
paper-catheter-udi = Label of the catheter (UDI)
paper-catheter-basis = How the volume is known
paper-trimmed = Length cut off
paper-pocket = Pocket
paper-depth = Depth under the skin
paper-priming = How it was primed
paper-note = Note
paper-built = Built
paper-clock = The pump’s clock
paper-clock-says = UTC { $offset }; it knows no summer time
paper-replacement-from = Plan the replacement from
paper-service-ends = Service ends by
paper-back-table = Priming on the back table
paper-question = Question
paper-answer = Answer
paper-answered-on = Answered on { $date }
paper-answered-by = as entered in the record
paper-in-record-words = Answers stand as they were written in the record.
paper-answers-missing = { $count ->
        [one] One answer is missing
       *[other] { $count } answers are missing
    }
paper-back-table-pump = Pump
paper-back-table-catheter = Catheter
paper-back-table-afterwards = Afterwards
paper-back-table-identity = Pump and serial number read by two people and as planned?
paper-back-table-purged = Pump emptied of its packing fluid and filled?
paper-back-table-drug-checked = Drug and strength read by two people?
paper-back-table-pump-primed = Pump primed before it went in?
paper-back-table-implanted-length = Length of the catheter left in
paper-back-table-trimmed = Length cut off
paper-back-table-fluid-seen = Cerebrospinal fluid seen from the catheter before it was connected?
paper-back-table-tip-seen = Tip seen on a picture at the planned level?
paper-back-table-catheter-holds = The catheter holds
paper-back-table-catheter-holds-fluid = cerebrospinal fluid
paper-back-table-catheter-holds-drug = drug
paper-back-table-catheter-holds-empty = nothing
paper-back-table-priming-bolus = Priming bolus ordered for what is still empty?
paper-back-table-priming-bolus-yes = yes
paper-back-table-priming-bolus-not-needed = not needed: everything is filled
paper-back-table-priming-bolus-later = later, with a reason
paper-back-table-running-seen = Pump seen running before leaving the operating room?
paper-back-table-words = Anything that did not go as planned

## Discharge plan

paper-discharge-plan = Discharge plan
paper-discharge-plan-taken-home = Taken home
paper-discharge-plan-next = Next
paper-discharge-plan-card = Pump card and emergency sheet handed over?
paper-discharge-plan-alarm-date = Alarm date told and written down?
paper-discharge-plan-refill-booked = Refill booked?
paper-discharge-plan-contacts = Whom to call by day and by night, written down?
paper-discharge-plan-signs = Signs of withdrawal and overdose explained, and said back?
paper-discharge-plan-alarm-heard = Alarm tones heard?
paper-discharge-plan-oral-at-home = Baclofen by mouth at home for an emergency?
paper-discharge-plan-wound = Care of the wound and stitches
paper-discharge-plan-oral-plan = Medicines by mouth from now on
paper-discharge-plan-activity = What may be done, and from when
paper-discharge-plan-first-call = First call by the clinic
paper-discharge-plan-first-visit = First visit
paper-discharge-plan-rehabilitation = Rehabilitation begins
paper-discharge-plan-explained-to = Explained to

## MRI sheet

paper-mri-sheet = MRI with this pump
paper-mri-not-known = Not known for this pump: see its manual before any scan. Call the pump team.
paper-mri-planned = Planned
paper-mri-boxes-before = To tick before the scan
paper-mri-boxes-after = To tick after the scan
paper-mri-box-team-called = Pump team called, and somebody who can read this pump is at hand
paper-mri-box-model-compared = Model and serial number compared with the pump card
paper-mri-box-conditions = All conditions for this model looked up in the manual
paper-mri-box-read-before = Pump read before the scan: program and volume written down
paper-mri-box-scan-done = Scan done, from ________ to ________
paper-mri-box-read-after = Pump read after the scan
paper-mri-box-running = The pump runs and its program is the one from before
paper-mri-box-patient-told = Patient told what to watch for and whom to call
paper-mri-box-by = By: ____________________

## Travel letter

paper-travel-letter = Travel letter
paper-travel-where = Destination
paper-travel-when = From and to
paper-travel-dates = { $from } to { $until }
paper-travel-program = The program, by the pump’s clock
paper-travel-clock = The pump’s clock stays at UTC { $offset }. It changes neither with time zones nor to summer time.
paper-travel-drugs = Medicines that the traveller carries
paper-travel-refill-before-return = “Refill by” lies before the day of return: have the pump refilled before you leave.
paper-travel-alarm-before-return = The low-reservoir alarm is expected before the day of return: talk to the clinic before you leave.

## Family guide

paper-family-guide = Living with the pump: a guide for the family

## Home exercises

paper-exercises = Exercises for home
paper-exercise-how-often = How often: { $often }
paper-exercise-caution = Take care: { $caution }
paper-exercises-with-pump = With the pump
paper-exercises-with-pump-says = Do not rub or twist the pump under the skin. Stop at once if you feel sleepy, dizzy or weak, if breathing is hard, or if you get stiff, itch or have a fever. Then do what the emergency sheet says: some of these need the emergency number.

## Transfer letter

paper-transfer-letter = Transfer letter: intrathecal baclofen therapy
paper-transfer-story = The course in dates
paper-transfer-registered = Known here since
paper-transfer-first-test = First test dose
paper-transfer-best-test = Test dose that helped
paper-transfer-no-test = no test dose on record
paper-transfer-implanted = System implanted
paper-transfer-titration-finished = Titration finished
paper-transfer-programs = Programs of the last 12 months
paper-transfer-program-since = Since
paper-transfer-no-programs = No program was seen in the pump in this time.
paper-transfer-refills = Refills of the last 12 months
paper-transfer-refill-on = Day
paper-transfer-complications = Complications
paper-transfer-complication = Complication
paper-transfer-began = Began
paper-transfer-ended = Over
paper-transfer-related = Related to the therapy
paper-transfer-no-complications = No complications are on record.
paper-transfer-scores = Scores
paper-transfer-open = Open points
paper-transfer-none-open = Nothing is open.
paper-transfer-orders = Orders that nobody has confirmed in the pump
paper-transfer-no-orders = None.
paper-related-related = yes
paper-related-not-related = no
paper-related-not-known = not known
paper-complication-wound-infection = Infection of wound or pocket
paper-complication-meningitis = Meningitis
paper-complication-fluid-leak = Leak of cerebrospinal fluid
paper-complication-seroma = Fluid or blood in the pocket
paper-complication-dehiscence = Wound opens, skin over the pump breaks
paper-complication-catheter = Catheter: kink, leak, break, disconnection, migration, occlusion
paper-complication-pump = Pump: stall, early end of service, over- or under-infusion, turned over
paper-complication-withdrawal = Withdrawal
paper-complication-overdose = Overdose
paper-complication-side-effect = Side effect of the drug
paper-complication-new-deficit = New neurological deficit
paper-complication-other = Something else
paper-diagnosis-spinal-cord-injury = spinal cord injury
paper-diagnosis-multiple-sclerosis = multiple sclerosis
paper-diagnosis-hereditary-spastic-paraplegia = hereditary spastic paraplegia
paper-diagnosis-myelopathy = myelopathy
paper-diagnosis-spinal = spinal cause
paper-diagnosis-cerebral-palsy = cerebral palsy
paper-diagnosis-stroke = stroke
paper-diagnosis-brain-injury = brain injury
paper-diagnosis-hypoxic-brain-damage = hypoxic brain damage
paper-diagnosis-dystonia = dystonia
paper-diagnosis-cerebral = cerebral cause

## Opinion letter

paper-opinion = Opinion on records that were sent
paper-opinion-about = About
paper-opinion-enquiry = Enquiry
paper-opinion-draft = DRAFT: not signed
paper-opinion-replaced = REPLACED by version { $number }: do not use this one
paper-opinion-asked = What was asked
paper-opinion-seen = What was looked at
paper-opinion-options = Options
paper-opinion-option = Option
paper-opinion-for = What speaks for it here
paper-opinion-against = What speaks against it here
paper-opinion-suggested = What is suggested, and why
paper-opinion-missing = What is missing
paper-opinion-next = What to do next
paper-opinion-nature = What this letter is
paper-opinion-nature-says = It rests on what was sent. Nobody of this clinic has examined the patient for it, unless the letter says so. It is an aid to a decision that patient, family and treating physicians take together.
paper-signed = signed in the record { $at }, with the password given again
paper-entered-on = entered on { $date }
paper-version = Version { $number }
paper-role-as-recorded = as entered in the record

