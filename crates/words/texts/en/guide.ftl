### The family guide: for the person with the pump and the family, after the implant.

## Your pump, step by step

guide-way = Your pump, step by step
guide-way-pump = The pump lies under your skin. It has a small tank, the reservoir, filled with the medicine baclofen. Through a thin tube, the catheter, the medicine goes into the fluid around your spinal cord.
guide-way-little-in-blood = In the blood there is about 100 times less of the medicine than with tablets.
guide-way-tablets = After the implant the clinic lowers your tablets against stiffness one at a time, baclofen first. Never do this on your own.
guide-way-refill = At a refill visit a needle goes through the skin into the tank. The old medicine is drawn out and measured, and new medicine is filled in.
guide-way-interval = A refill is usually due after 1 to 6 months, most often after 3 to 4 months, and 3 to 5 days before the low-reservoir alarm. What counts is the date that your clinic gives you.
guide-way-dates = After every visit you need three things in writing: the date of the low-reservoir alarm, the date of the next refill, and whom to call in an emergency.
guide-way-missed = Never miss a refill. If you have missed one, call the clinic at once. When the pump is empty, withdrawal follows, and running empty can damage the pump.
guide-way-replacement = The battery lasts 5 to 7 years, depending on how fast the pump runs. Then an operation replaces the pump. From the first sign that it is due, there are 90 days until the pump stops.
guide-way-replacement-date = If your pump will have to be replaced, the operation is planned at least 3 months ahead. Ask the clinic when.

## Daily life

guide-life = Daily life
guide-life-tell = Tell every doctor, dentist and therapist about the pump before any treatment or scan.
guide-life-mri = Before an MRI, call your pump team. What has to be done before and after the scan depends on the pump. For some pumps an MRI is not safe.
guide-life-ultrasound = An ultrasound probe has to stay 15 cm away from the pump.
guide-life-rub = Do not rub or twist the pump under your skin.
guide-life-heat = No hot tub, sauna or sunbed above 39 °C. Heat makes the pump give more medicine, and that can be an overdose.
guide-life-diving = Do not dive deeper than 10 m.
guide-life-pressure-chamber = Before treatment in a pressure chamber, ask your doctor. The limit is 2 atmospheres absolute, and the pump has to be filled first.
guide-life-high-up = Low air pressure, high up or on a flight, makes the pump give more medicine. It may go on giving more after you are back.
guide-life-ask = Heat, diving, flying, pressure chambers and sport: ask the clinic what holds for your pump.
guide-life-driving = Be careful with driving. Ask the clinic whether and when you may drive.
guide-life-alcohol = Be careful with alcohol.
guide-life-medicines = Ask the clinic before you take a new medicine.
guide-life-gates = Metal detectors and security gates may sound because of the pump. Walk through, do not stay in the gate, and show your card.
guide-life-clock = The clock in your pump does not change to summer time or to another time zone. The times of your program then shift. Ask the clinic before you travel.

## What to have with you

guide-carry = What to have with you
guide-carry-card = The pump card, always.
guide-carry-plan = The emergency plan from your clinic, with the telephone numbers.
guide-carry-tablets = Baclofen tablets at home. When you take them, and how many, is agreed with the clinic beforehand.
guide-carry-others = People who know: somebody at home, at school or at work should know where the card is and what to do.

## When the pump beeps

guide-alarms = When the pump beeps
guide-alarm-two-tone = Two tones in turn, for about 3 seconds: the pump may no longer give medicine. Call now. Losing the medicine can put a life in danger.
guide-alarm-single-tone = One tone, for about 1 second, about once an hour: the medicine is running low, the pump must be replaced soon, or there is a small memory error. Call the clinic.
guide-alarm-calculated = The alarm does not notice everything. The pump only works out how much medicine is left; nothing measures it. If the pump gives too much, the alarm does not sound.
guide-alarm-listen = Ask the clinic to let you hear each alarm once. Then you know the sounds.
guide-alarm-not-sure = You do not know which sound it is, or what it means? Treat it as serious and call now.
guide-alarm-silent = The alarm has stopped? Call all the same. It may come back.

## Too little medicine: withdrawal

guide-little = Too little medicine: withdrawal
guide-little-start = It begins 1 to 3 days after the medicine stops flowing.
guide-little-early = Early: your stiffness from before the pump comes back. Itching, but no rash to see.
guide-little-late = Late: fever, confusion, very stiff muscles. Muscles and organs can be damaged. Withdrawal can kill.
guide-little-worse = It gets worse over 24 to 72 hours.
guide-little-risk = The danger is greater if your spinal cord was injured in the upper back or neck (at T6 or above), if you cannot tell others how you feel, or if you had withdrawal before.

## Too much medicine: overdose

guide-much = Too much medicine: overdose
guide-much-early = You are sleepy or dizzy. Your muscles go limp, and this moves up the body.
guide-much-late = Breathing gets weak. Seizures. Nobody can wake you.
guide-much-after-change = After the pump starts or its program changes, the first effect comes after 6 to 8 hours and the full effect after 24 to 48 hours.
guide-much-after-refill = After a refill, watch for both: too little and too much. Medicine may have gone beside the pump instead of into it.

## When to call, and how fast

guide-call = When to call, and how fast
guide-call-emergency = At once, the emergency number of the country you are in: any sign of too much medicine, or a late sign of too little. Then call the pump team.
guide-call-emergency-early = The emergency number too: an early sign of too little together with any one of these: you belong to those in greater danger; the alarm sounds; the pump may be empty or stopped.
guide-call-now = Now, day or night, the pump team: an early sign of too little, a missed refill, or an alarm that you do not know. If nobody answers, go to a hospital with your card, and let somebody else drive.
guide-call-now-two-tone = Now, the pump team: two tones in turn.
guide-call-today = Today, the pump team: one tone, about once an hour, and no sign.
guide-call-visit = At the next visit: questions about sport, travel and daily life, as long as there is no sign and no alarm.

## What never to do

guide-never = What never to do
guide-never-empty = Never let the pump run empty.
guide-never-stop = Never let the medicine stop suddenly.
guide-never-wait = Never wait for signs when an alarm sounds. The signs come after the medicine has stopped.
guide-never-mri = Never go into an MRI before your pump team has been asked.
guide-never-visit = Never leave a refill or programming visit without your new dates.
guide-never-card = Never go out without your card.
