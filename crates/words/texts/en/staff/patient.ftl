### patient: what staff read on these pages. English only.

staff-patient-patient = Patient
staff-patient-born = Born
staff-patient-died = Died
staff-patient-gender = Gender
staff-patient-number = Number
staff-patient-pump = Pump
staff-patient-none = None
staff-patient-drug = Drug
staff-patient-not-known = Not Known
staff-patient-dose-per-24-hours = Dose per 24 hours
staff-patient-refill-by = Refill by
staff-patient-allergies = Allergies
staff-patient-no-known-allergies = No known allergies
staff-patient-not-recorded = Not recorded
staff-patient-warning = Warning
staff-patient-never-stop-abruptly = Never stop abruptly
staff-patient-this-patient = This patient
