### The travel letter: for airlines, security and customs staff, for a hospital abroad, and for the traveller.

## To whom it may concern: the device

travel-device = What this device is
travel-device-what = The traveller has an implanted pump under the skin. It gives the medicine baclofen through a catheter into the fluid around the spinal cord.
travel-device-needed = The traveller depends on it day and night. If the medicine stops suddenly, withdrawal follows, and it can kill.
travel-device-implanted = The pump is part of the body. It cannot be taken off, opened or handed over for inspection.

## At security

travel-security = At security
travel-security-detector = The pump may set off metal detectors and security gates.
travel-security-gate = Please let the traveller walk through the gate without lingering in it.
travel-security-card = The traveller can show the pump card.

## Medicines carried

travel-medicines = Medicines carried
travel-medicines-tablets = The traveller may carry baclofen tablets, as agreed with the clinic, in case the pump fails.
travel-medicines-keep = Please leave these medicines, the pump card and this letter with the traveller.
travel-medicines-luggage = For the traveller: keep them in your hand luggage, never in checked baggage.

## Flying

travel-flying = Flying
travel-flying-pressure = Low outside pressure raises the flow of this pump, possibly more than 14.5 % above the program. The rise may stay after the return.
travel-flying-signs = Signs of too much medicine: drowsiness, dizziness, muscles going limp from below upward, weak breathing, seizures, coma. Any of them is an emergency.
travel-flying-ask = Ask your clinic before the flight what holds for your pump.

## Time zones

travel-clock = Time zones
travel-clock-constant = A program with one constant rate gives the same at every hour. Nothing shifts; it is the easiest program to travel with.
travel-clock-flex = This pump runs a program that changes over the day. Its clock follows neither time zones nor summer time. At the destination the pattern shifts by the difference in time.
travel-clock-flex-call = Call your clinic before you travel to another time zone, and ask what to do about the program.

## Before a long journey

travel-before = Before a long journey
travel-before-refill = Have the pump refilled before you leave.
travel-before-dates = Compare the date of the low-reservoir alarm and the date of the next refill with the day you come back. Leave time for a delay.
travel-before-tablets = Take baclofen tablets with you, and know what was agreed with the clinic about them.
travel-before-emergency-details = Take the emergency details with you: emergency sheet, pump card, telephone numbers of the pump team.
travel-before-where = Ask your clinic where, at your destination, somebody can read and refill your pump.

## In an emergency abroad

travel-emergency = In an emergency abroad
travel-emergency-number = Call the emergency number of the country you are in at any sign of too much medicine, or of too little: stiffness from before the pump comes back, itching without a rash, fever, confusion, very stiff muscles.
travel-emergency-onset = Withdrawal begins 1 to 3 days after delivery is interrupted.
travel-emergency-two-tone = A two-tone alarm means that the medicine may no longer flow: act now, do not wait for signs.
travel-emergency-single-tone = A single tone, about once an hour: low reservoir, replacement due, or a minor memory error. Call the clinic at home.
travel-emergency-alarm = An alarm that nobody can explain counts as serious: call the pump team now.
travel-emergency-staff = For hospital staff: in withdrawal, restore intrathecal delivery at or near the same dose. The steps, and the steps for overdose, are on the emergency sheet.
travel-emergency-route = For hospital staff: the pump's baclofen is never given IV, IM, SC or epidurally.
travel-emergency-mri = For hospital staff: no MRI before the conditions for this pump model are known.
travel-emergency-team = Call the pump team at home, whatever the hour there.
