### The fixed words of the pump card (the size of a bank card): keep them short.

card-title = Baclofen pump – emergency card
# Source: T3
card-never-stop = Never let it stop suddenly: withdrawal can kill.
# Sources: T3, T19
card-too-little = Too little: old stiffness back, itching without a rash, fever, confusion.
# Source: T3
card-too-much = Too much: sleepy, dizzy, limp, weak breathing, seizures, coma.
card-call-now = Any of these: call the emergency number now, then the pump team.
card-pump = Pump
card-serial = Serial number
card-drug = Medicine
card-dose = Dose per day
card-mri = MRI: ask the pump team first.
card-scan = Scan for today’s facts
# $date (String): the day for which the facts were printed.
card-true-on = True on { $date }. It changes at every visit.
card-carry = Carry this card always
card-born = Born
card-refill-by = Refill by
card-offline = These facts, without a network
