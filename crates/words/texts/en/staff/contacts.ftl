### contacts: what staff read on these pages. English only.

staff-contacts-who-to-call-now = Who to call now
staff-contacts-every-desk = Every desk
staff-contacts-no-hours-entered = no hours entered
staff-contacts-email-for-what-can-wait = { $email }, for what can wait
staff-contacts-the-next-seven-days = The next seven days
staff-contacts-day = Day
staff-contacts-hours = Hours
staff-contacts-who-in-this-order = Who, in this order
staff-contacts-today = today
staff-contacts-from-to-until = { $from } to { $until }
staff-contacts-now = now
staff-contacts-hours-of-the-clock-in-zone = Hours of the clock in { $zone }.
staff-contacts-nobody-has-entered-whom-to-call = Nobody has entered whom to call.
staff-contacts-until-then-no-page-and-no-paper = Until then no page and no paper can say it: use the numbers that hang in the clinic.
staff-contacts-enter-the-desks-and-their-hours-under = Enter the desks and their hours under
staff-contacts-settings-contacts = Settings, contacts
staff-contacts-and-public-holidays-under = , and public holidays under
staff-contacts-settings-holidays = Settings, holidays
staff-contacts-an-administrator-enters-the-desks-and-their = An administrator enters the desks and their hours under Settings, contacts.
staff-contacts-public-holidays-in-year = Public holidays in { $year }
staff-contacts-none-no-region-is-chosen-in-the = None: no region is chosen in the settings, and no own day falls into this year.
staff-contacts-holiday = Holiday
staff-contacts-from-from = , from { $from }
