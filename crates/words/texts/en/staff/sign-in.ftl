### sign-in: what staff read on these pages. English only.

staff-sign-in-go-on-with-your-form = Go on with your form
staff-sign-in-you-are-signed-in-again-nothing-has = You are signed in again. Nothing has been saved yet. This is what you had typed:
staff-sign-in-back-to-the-form-with-this = Back to the form with this
staff-sign-in-leave-it = Leave it
staff-sign-in-error = Error:
staff-sign-in-sign-in = Sign in
staff-sign-in-there-is-a-problem = There is a problem
staff-sign-in-you-were-signed-out-before-this-was = You were signed out before this was sent, and it could not be kept. Nothing was saved. After signing in, enter it again.
staff-sign-in-you-were-signed-out-before-this-form = You were signed out before this form was sent.
staff-sign-in-nothing-was-saved-and-nothing-that-you = Nothing was saved, and nothing that you typed is lost
staff-sign-in-sign-in-to-go-on-with-it = : sign in to go on with it.
staff-sign-in-you-were-signed-out-because-nothing-happened = You were signed out because nothing happened for a while.
staff-sign-in-login-name = Login name
staff-sign-in-password = Password
staff-sign-in-who-you-can-be = Who you can be
staff-sign-in-the-password-of-each-is = The password of each is
staff-sign-in-you-do-not-work-here = You do not work here?
staff-sign-in-write-to-the-clinic = Write to the clinic
staff-sign-in-without-signing-in = without signing in.
staff-sign-in-to-look-around-first-open-the = To look around first, open the
staff-sign-in-demonstration-with-invented-patients = demonstration with invented patients
