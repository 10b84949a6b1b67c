### parts: what staff read on these pages. English only.

staff-parts-call-now = Call now
staff-parts-nobody-has-duty-at-this-hour-the = Nobody has duty at this hour: the emergency desk answers.
staff-parts-public-holiday-holiday = Public holiday: { $holiday }.
staff-parts-until-until = Until { $until }
staff-parts-then = , then
staff-parts-who-to-call-by-day-and-hour = Who to call, by day and hour
staff-parts-nobody-has-entered-whom-to-call = Nobody has entered whom to call.
staff-parts-use-the-numbers-that-hang-in-the = Use the numbers that hang in the clinic.
staff-parts-how-to-set-it = How to set it
staff-parts-the-same-as-a-table = The same as a table
staff-parts-unverified-number = unverified number
staff-parts-what-can-be-done = What can be done:
staff-parts-why = Why
staff-parts-rule-formula-source-source = { $rule }: { $formula }. Source: { $source }.
staff-parts-opened-by = Opened by
staff-parts-it-follows-from-the-therapy-as-it = It follows from the therapy as it stands now, and ends when that ends.
staff-parts-by-the-record = By the record
staff-parts-medicines-that-add-to-sedation = Medicines that add to sedation
staff-parts-none-recorded = None recorded
staff-parts-rule-formula-source-source-2 = { $rule }. { $formula }. Source: { $source }.
staff-parts-source = Source
staff-parts-error = Error:
staff-parts-source-tag = { "[" }{ $tag }; grade { $grade }]
