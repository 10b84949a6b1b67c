### The MRI sheet of a pump model: for radiology and the patient.

## Who has to know

mri-people = Who has to know
mri-people-team = Call the pump team before the appointment is made. Somebody who can read this pump has to be at hand after the scan.
mri-people-model = Compare model and serial number on the pump card with this sheet. The conditions of one model do not hold for another.
mri-people-conditions = This sheet does not replace the manual: look up all conditions for this model before the scan.

## Before the scan

mri-before = Before the scan
mri-before-synchromed-ii-field = MR conditional, up to 3 T. An older guideline, of 2008, speaks of 1.5 T.
mri-before-synchromed-ii-running = Leave the pump running. Do not program a stop: it delays the detection of a motor stall.
mri-before-prometra-ii-field = MR conditional, up to 1.5 T and a spatial gradient of up to 2000 G/cm.
mri-before-prometra-ii-empty = Empty the reservoir first.
mri-before-prometra-unsafe = MR unsafe by its EU labelling, changed in October 2019.
mri-before-prometra-empty = If the labelling that applies where you are allows a scan at all: empty the reservoir first.

## In the scanner

mri-during = In the scanner
mri-during-synchromed-ii-rotor = The rotor of the pump stops in the magnetic field. It should run again afterwards.
mri-during-synchromed-ii-alarm = A two-tone alarm is possible.
mri-during-prometra-ii-valve = A valve closes in the magnetic field, after at most 0.01 mL has passed. It stays closed: no drug flows until the valve is reset by hand.
mri-during-prometra-valves = The valves may open in the magnetic field and discharge the drug.

## After the scan

mri-after = After the scan
mri-after-synchromed-ii-interrogate = Interrogate the pump.
mri-after-synchromed-ii-motor = Confirm that the motor has recovered. By one guideline the restart may take 2 to 24 h.
mri-after-synchromed-ii-usual = By one account the motor usually runs again within about 15 minutes.
mri-after-synchromed-ii-log = Stall and recovery are both logged. If the log is in doubt, interrogate a second time: interference may make this necessary.
mri-after-synchromed-ii-telemetry = If the two-tone alarm sounds, infusion may be off until the pump has been interrogated. Do not wait for it to come back by itself.
mri-after-prometra-ii-refill = Refill the reservoir.
mri-after-prometra-ii-valve = Reset the flow-activated valve. It stays closed until somebody does.
mri-after-prometra-ii-program = Program the pump again.

## What to watch for

mri-watch = What to watch for
mri-watch-stay = For the patient: stay until the pump team says that the pump has been checked.
mri-watch-little = Too little drug (withdrawal) begins 1 to 3 days after delivery is interrupted: the stiffness from before the pump comes back, itching without a rash.
mri-watch-late = Late: fever, confusion, very stiff muscles. Withdrawal can kill.
mri-watch-much = Too much drug (overdose): drowsiness, dizziness, muscles going limp from below upward, weak breathing, seizures, coma.
mri-watch-call = Any of these signs is an emergency: call the emergency number of the country you are in, then the pump team.
