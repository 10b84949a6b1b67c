### assessments: what staff read on these pages. English only.

staff-assessments-assessments = Assessments
staff-assessments-nothing-is-rated-yet = Nothing is rated yet.
staff-assessments-rate-again = Rate again
staff-assessments-on-name = on { $name }
staff-assessments-rate-on-a-scale = Rate on a scale
staff-assessments-scales-of-domain = Scales of { $domain }
staff-assessments-variants-are-scales-of-their-own-their = Variants are scales of their own: their scores are never drawn on one line.
staff-assessments-error = Error:
staff-assessments-unverified = unverified
staff-assessments-when = When
staff-assessments-who-rated = Who rated
staff-assessments-what-the-values-mean = What the values mean
staff-assessments-in-degrees = , in degrees.
staff-assessments-leave-empty-what-was-not-examined = Leave empty what was not examined.
staff-assessments-muscle-group = Muscle group
staff-assessments-left = Left
staff-assessments-right = Right
staff-assessments-items-of-label = Items of { $label }
staff-assessments-item = Item
staff-assessments-value = Value
staff-assessments-total-alone = Total alone
staff-assessments-name-of-the-goal = Name of the goal
staff-assessments-record = Record
staff-assessments-show-the-total = Show the total
staff-assessments-cancel = Cancel
