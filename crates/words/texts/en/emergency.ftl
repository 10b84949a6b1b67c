### The clinical words of the emergency sheet, on paper and on screen: one message for each statement of emergency.toml.

## Too little drug: withdrawal

statement-withdrawal-early = Early: the patient's own spasticity returns; itching without a rash.
statement-withdrawal-late = Late: fever, altered mental state, rebound rigidity, rhabdomyolysis, organ failure, death.
statement-withdrawal-high-risk = High risk: spinal injury at T6 or above, cannot communicate, withdrawal before.
statement-withdrawal-onset = Begins 1 to 3 days after delivery is interrupted.
statement-withdrawal-progress = Gets worse over 24 to 72 h.
statement-withdrawal-restore = Call the pump team. Restore intrathecal delivery at or near the same dose.
statement-withdrawal-bridge = Until then: oral baclofen (10 to 20 mg every 6 h in a longer interruption), benzodiazepines, propofol in intensive care.
statement-withdrawal-interrogate = Interrogate the pump: settings, alarms, log, motor. Read the reservoir volume and compare it with the volume measured.
statement-withdrawal-other-cause = Look for another cause: history, examination, laboratory tests with creatine kinase.
statement-withdrawal-x-ray = X-ray the whole system.
statement-withdrawal-no-blind-restart = Do not just refill and restart: a child whose pump had under-delivered had a near-fatal overdose 10 minutes after the restart.

## Too much drug: overdose

statement-overdose-signs = Drowsiness, dizziness, loss of muscle tone that moves upward, respiratory depression, seizures, coma.
statement-overdose-small = Reported after as little as 25 micrograms.
statement-overdose-bolus = After a bolus: begins at 0.5 to 1 h, peaks at about 4 h, lasts 4 to 8 h.
statement-overdose-continuous = After a start or change of continuous infusion: first effect at 6 to 8 h, maximum at 24 to 48 h.
statement-overdose-coma = Coma up to 72 h.
statement-overdose-airway = Airway and breathing.
statement-overdose-stop = Call the pump team. Stop the pump or empty its reservoir.
statement-overdose-needle = The reservoir port takes a non-coring 22 gauge needle.
statement-overdose-lumbar-puncture = If not contraindicated, withdraw 30 to 40 mL of cerebrospinal fluid by lumbar puncture.
statement-overdose-then-withdrawal = Interrupted delivery leads to withdrawal, 1 to 3 days later: plan the restart with the pump team.
statement-overdose-no-antidote = Do not rely on physostigmine: older labels name it, the expert panel advises against it in most cases, failures are reported.

## May be either

statement-either-pocket-fill = After a refill, think of a pocket fill (drug beside the pump): it may show as withdrawal or as overdose.
statement-either-route = The pump's baclofen is never given IV, IM, SC or epidurally.
statement-either-access-port = Catheter access port (kit 8540): never refill through it, never inject to push drug forward.

## The pump: alarms and MRI

statement-alarm-two-tone = Two-tone, about 3 s: reservoir empty, end of service, motor stall, stopped for more than 48 h, critical memory error or low-battery reset. Drug may no longer flow: act now.
statement-alarm-single-tone = Single tone, about 1 s, about once an hour: low reservoir, replacement due, minor memory error. Call the clinic.
statement-alarm-calculated = The reservoir alarm is calculated, nothing measures the volume: it does not sound when the pump gives too much.
statement-mri-synchromed-ii = Up to 3 T, conditional: look up the conditions for this model first. Leave the pump running. The rotor stops in the field; restart may take 2 to 24 h. Interrogate afterwards: if a two-tone alarm sounds, infusion may stay off until then.
statement-mri-prometra-ii = Up to 1.5 T, conditional: empty the reservoir first. The valve closes in the field and stays closed, no drug flows, until it is reset by hand.
statement-mri-prometra = MR unsafe by its EU labelling of 2019: the valves may open in the field and discharge the drug.
