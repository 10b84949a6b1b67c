### frame: what staff read on these pages. English only.

staff-frame-see-what-is-there-now = See what is there now
staff-frame-go-to-the-start = Go to the start
staff-frame-thecal = thecal
staff-frame-skip-to-the-content = Skip to the content
staff-frame-demonstration = Demonstration:
staff-frame-invented-patients-enter-no-real-person-here = invented patients. Enter no real person here.
staff-frame-main = Main
staff-frame-today = Today
staff-frame-calendar = Calendar
staff-frame-patients = Patients
staff-frame-board = Board
staff-frame-enquiries = Enquiries
staff-frame-recalls = Recalls
staff-frame-outcomes = Outcomes
staff-frame-settings = Settings
staff-frame-sign-out = Sign out
staff-frame-emergency = Emergency
staff-frame-it-beeps-withdrawal-overdose = it beeps, withdrawal, overdose
staff-frame-page-of-made = page of { $made }
staff-frame-colours = Colours
staff-frame-thecal-is-not-a-certified-medical-device = thecal is not a certified medical device. Whoever treats decides.
