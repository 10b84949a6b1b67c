### observation: what staff read on these pages. English only.

staff-observation-error = Error:
staff-observation-observation = Observation
staff-observation-no-observation-runs = No observation runs.
staff-observation-since-began-until = Since { $began }, until
staff-observation-time-is-over-say-how-it-ended = time is over: say how it ended
staff-observation-runs = runs
staff-observation-where-the-time-comes-from = Where the time comes from
staff-observation-how-it-ended-what-was-seen-when = How it ended: what was seen, when the patient left
staff-observation-it-ends-before-its-time = It ends before its time
staff-observation-end-this-observation = End this observation
staff-observation-end-it = End it
staff-observation-ended = Ended
staff-observation-what-to-watch-for = What to watch for
staff-observation-overdose = Overdose
staff-observation-withdrawal = Withdrawal
staff-observation-published-times = Published times
staff-observation-act-now = Act now
staff-observation-emergency-sheet = Emergency sheet
