### test-dose: what staff read on these pages. English only.

staff-test-dose-error = Error:
staff-test-dose-test-dose = Test dose
staff-test-dose-no-test-dose-is-on-record = No test dose is on record.
staff-test-dose-record-a-test-dose-that-was-given = Record a test dose that was given, and its effect
staff-test-dose-all-orders = All orders
staff-test-dose-an-order-is-open = An order is open
staff-test-dose-order-a-test-dose = Order a test dose
staff-test-dose-through-a-lumbar-puncture-or-a-catheter = Through a lumbar puncture or a catheter for the test.
staff-test-dose-check-this-order = Check this order
staff-test-dose-test-dose-given = Test dose given
staff-test-dose-look-at-this-before-it-is-recorded = Look at this before it is recorded
staff-test-dose-if-you-mistyped-correct-it-below-if = If you mistyped, correct it below. If it was so, record it: what happened belongs into the record.
staff-test-dose-when-it-was-given = When it was given
staff-test-dose-dose-that-was-given = Dose that was given
staff-test-dose-did-tone-or-spasms-fall = Did tone or spasms fall?
staff-test-dose-how-long-the-effect-lasted = How long the effect lasted
staff-test-dose-without-it-no-starting-dose-can-be = Without it no starting dose can be worked out.
staff-test-dose-was-the-response-adverse = Was the response adverse?
staff-test-dose-record-the-test-dose = Record the test dose
staff-test-dose-record-it-as-it-was = Record it as it was
staff-test-dose-back = Back
