### calendar: what staff read on these pages. English only.

staff-calendar-calendar = Calendar
staff-calendar-printed-made = · printed { $made }
staff-calendar-print = Print
staff-calendar-day = Day
staff-calendar-show = Show
staff-calendar-one-day = one day
staff-calendar-the-week = the week
staff-calendar-house = House
staff-calendar-appointments-with-their-hours-a-visit-that = Appointments with their hours. A visit that was booked for a day without an hour stands on
staff-calendar-today = Today
staff-calendar-days = Days
staff-calendar-week-before = Week before
staff-calendar-day-before = Day before
staff-calendar-week-after = Week after
staff-calendar-day-after = Day after
staff-calendar-1-appointment-clashes = 1 appointment clashes
staff-calendar-clashes-appointments-clash = { $clashes } appointments clash
staff-calendar-with-another-one = with another one.
staff-calendar-today-2 = today
staff-calendar-nothing-is-booked = Nothing is booked.
staff-calendar-time = Time
staff-calendar-patient = Patient
staff-calendar-what = What
staff-calendar-where = Where
staff-calendar-with = With
staff-calendar-since-the-day-before = since the day before,
