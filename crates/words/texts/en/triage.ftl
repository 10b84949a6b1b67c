### "It beeps": the words of the page for the person with the pump, the family and carers.

## The sound

triage-ask-sound = What does the alarm sound like?
triage-sound-two-tone = Two tones in turn
triage-sound-single-tone = One tone, repeated
triage-sound-not-sure = Not sure

## How often

triage-ask-often = How often does it sound, compared with the single tone of this pump?
triage-often-more-often = More often than the single tone of this pump
triage-often-as-listed = As often as the single tone of this pump, or less often
triage-often-once = Heard only once so far
triage-often-not-sure = Not sure

## The signs

triage-ask-withdrawal = Are there signs of too little medicine (withdrawal)? Look at the person with the pump, and ask. Tick everything that is there.
triage-ask-overdose = Are there signs of too much medicine (overdose)? Look at the person with the pump, and ask. Tick everything that is there.
triage-sign-spasticity = The stiffness from before the pump is back
triage-sign-itching = Itching, but no rash to see
triage-sign-fever = Fever
triage-sign-mental-state = Confused, restless, not as usual
triage-sign-rigidity = Very stiff, stiffer than before the pump
triage-sign-drowsiness = Sleepier than usual
triage-sign-dizziness = Dizzy
triage-sign-tone-lost = Muscles go limp, and this moves up the body
triage-sign-breathing = Breathing is slow, shallow or hard
triage-sign-seizures = Seizures (fits)
triage-sign-coma = Cannot be woken (coma)
triage-none = None of these: somebody looked
triage-not-known = Nobody can say

## The risk

triage-ask-risk = Is one of these true for the person with the pump? The spinal cord was injured at T6 or above (T6 is the sixth bone of the chest part of the spine, counted from the top; above means nearer to the head). Or: cannot tell others how they feel. Or: has had withdrawal before.
triage-yes = Yes
triage-no = No
triage-not-sure = Not sure

## Why it is so urgent

triage-row-overdose-sign = There is a sign of too much medicine (overdose).
triage-row-overdose-not-known = Nobody can say whether there are signs of too much medicine. So it counts as if there were. Somebody has to look at the person with the pump now.
triage-row-withdrawal-late = There is a late sign of too little medicine (withdrawal). It can kill.
triage-row-withdrawal-not-known = Nobody can say whether there are signs of too little medicine. So it counts as if there were. Somebody has to look at the person with the pump now.
triage-row-withdrawal-and-no-flow = There is an early sign of too little medicine, and the pump may no longer give any.
triage-row-withdrawal-high-risk = There is an early sign of too little medicine, and the danger for this person is greater (or nobody can rule that out).
triage-row-two-tone = Two tones in turn are a serious alarm: the pump may no longer give medicine.
triage-row-sound-not-sure = Nobody can say how it sounds. So it counts as two tones, the serious alarm.
triage-row-tones-not-known = What the tones of this pump mean is not known here. So any alarm counts as serious.
triage-row-too-often = It sounds more often than the single tone of this pump, or nobody can say how often. So it counts as two tones, the serious alarm.
triage-row-early-sign = There is an early sign of too little medicine (withdrawal).
triage-row-record-doubtful = From the notes about this pump it is not sure that medicine flows. The pump is stopped or may be empty, a serious alarm is still open, or nobody knows how it is set.
triage-row-no-record = There are no notes about this pump here. What it gives and how much is left in it is not known.
triage-row-single-tone = One tone, repeated: the medicine is running low, the pump must be replaced soon, or there is a small memory error.

## Today

triage-urgency-today = Call your pump team today. A refill or a new pump may be due.
triage-urgency-today-steps = What to do today
triage-step-today-1 = Call your pump team today. Say how it sounds, how often, and since when.
triage-step-today-2 = Have the pump card ready. Tell the pump team your dates of the low-reservoir alarm and of the next refill.
triage-step-today-3 = Ask for an appointment before the pump can be empty.
triage-step-today-4 = Learn the signs of too little and of too much medicine. Call at once if the sound changes or a sign comes.
triage-step-today-5 = Write down when you called, and what you were told.
triage-never-today-1 = Do not just wait for the next booked visit. The pump may be empty before then.
triage-never-today-2 = Do not think that silence means repaired. An alarm that has stopped may come back.

## Now

triage-urgency-now = Call your pump team now, day or night. The pump may no longer give medicine and has to be read at once.
triage-urgency-now-steps = What to do now
triage-step-now-1 = Call your pump team now, whatever the hour. Say that the pump has to be read at once.
triage-step-now-2 = If nobody answers, go to a hospital now.
triage-step-now-3 = Come now, and with somebody. Somebody else has to drive.
triage-step-now-4 = Bring the pump card, the emergency sheet and your baclofen tablets. Tell the pump team which tablets you have.
triage-step-now-5 = Keep looking for signs of too little and of too much medicine. With any of them, call the emergency number of the country you are in and ask for an ambulance.
triage-never-now-1 = Do not wait for signs. They come after the medicine has run out.
triage-never-now-2 = Do not wait until the clinic opens.
triage-never-now-3 = Do not drive if you are the person with the pump.
triage-never-now-4 = Do not think that silence means repaired. An alarm that has stopped may come back.

## Emergency

triage-urgency-emergency = Emergency: call the emergency number of the country you are in now. The person with the pump has to be in a hospital at once.
triage-urgency-emergency-steps = What to do at once
triage-step-emergency-1 = Call the emergency number of the country you are in now, and ask for an ambulance. Stay on the phone.
triage-step-emergency-2 = Say: “There is a baclofen pump in the body. It may be giving too little or too much.”
triage-step-emergency-3 = Then call the pump team. If two of you are there, one calls the ambulance and the other calls the pump team.
triage-step-emergency-4 = Give the pump card and the emergency sheet to the ambulance crew and to the hospital.
triage-step-emergency-5 = Stay with the person with the pump. If you are that person, do not stay alone.
triage-never-emergency-1 = Do not wait for a call back.
triage-never-emergency-2 = Do not drive if you are the person with the pump.
triage-never-emergency-3 = Do not let anybody change the program or refill the pump by advice over the telephone.
