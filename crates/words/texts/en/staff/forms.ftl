### forms: what staff read on these pages. English only.

staff-forms-nothing-was-saved-the-record-has-changed = Nothing was saved: the record has changed since you opened this form
staff-forms-what-you-typed-is-still-here-look = What you typed is still here. Look at what was recorded meanwhile, then decide whether it still holds and send it again.
staff-forms-there-is-a-problem = There is a problem
staff-forms-error = Error:
staff-forms-label-day = { $label }, day
staff-forms-label-time-of-day = { $label }, time of day
staff-forms-choose = Choose
