### papers: what staff read on these pages. English only.

staff-papers-papers = Papers
staff-papers-in-the-patients-language-with-the-english = In the patient’s language, with the English beside every text whose translation nobody has approved. A paper shows the record as of its printing: its version, time and hash stand at the foot.
staff-papers-the-record-says-that-the-patients-language = The record says that the patient’s language is { $written }: no paper is written in it yet.
staff-papers-language-of-the-papers = Language of the papers
staff-papers-not-yet-why = Not yet: { $why }
staff-papers-of = Which one
staff-papers-destination = Destination
staff-papers-from = From
staff-papers-until = Until
staff-papers-pdf = PDF
staff-papers-on-screen = On screen
staff-papers-summary-for-another-clinician = Summary for another clinician
staff-papers-what-runs-what-is-in-the-pump = What runs, what is in the pump, how the patient is, what has changed. Print it from the browser.
staff-papers-open = Open
staff-papers-timeline = Timeline
staff-papers-everything-on-this-record-with-author-and = Everything on this record, with author and reason. Print it from the browser.
staff-papers-there-is-no-such-paper-yet-why = There is no such paper yet. { $why }
staff-papers-all-papers = All papers
staff-papers-card-and-patient-page = Card and patient page
staff-papers-links-that-open-without-signing-in = Links that open without signing in: the emergency page for the code on card and sheet, the patient’s own page; and what came back from it.
