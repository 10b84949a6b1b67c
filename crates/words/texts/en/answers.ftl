### Questions of patients and families and their answers, in plain words: topics, questions, answers.
### Which answer holds for whom, and its sources, stand in crates/practice/answers/answers.toml.
### Paragraphs of an answer are parted by an empty line.

## The therapy

topic-therapy = The therapy

question-how-it-works = How does the pump work?
answer-how-it-works-constant-flow =
    Your pump lies under the skin and holds the medicine in a small tank, called the reservoir. A thin tube, the catheter, leads from the pump into the fluid around the spinal cord. The medicine flows at a fixed speed that was set in the factory.

    To change your dose, the care team fills the pump with a stronger or a weaker solution of the medicine.

answer-how-it-works =
    The pump lies under the skin and holds the medicine in a small tank, called the reservoir. A thin tube, the catheter, leads from the pump into the fluid around the spinal cord. The pump gives the medicine all the time, in a controlled amount.

    The care team can change the dose by programming the pump. The pump stays in the body for that.

question-what-is-it = What is intrathecal baclofen?
answer-what-is-it =
    Baclofen is a medicine against spasticity, that is, against stiff muscles and cramps. Intrathecal means: into the fluid around the spinal cord. For this the medicine is dissolved in salt water.

    The medicine of the pump is never given into a vein, into a muscle, under the skin or into the space outside the covering of the spinal cord.

question-why-if-tablets-failed = Why should the pump work if tablets did not?
answer-why-if-tablets-failed =
    The pump brings baclofen straight into the fluid around the spinal cord. In the blood there is then about 100 times less of it than with tablets. The total dose is lower, and the rest of the body is affected less.

    In the United States the therapy is meant for people with severe spasticity. If the cause is in the spinal cord, tablets must have failed or caused too much trouble. A test before the operation shows whether the medicine works for you.

question-cure = Will it cure me?
answer-cure =
    The medicine eases the spasticity while it flows. If the flow is interrupted, the spasticity you had before comes back.

    Your clinic tells you the rest, above all about the illness or injury behind the spasticity.

question-severe-spasticity = What is severe spasticity?
answer-severe-spasticity =
    Spasticity means that muscles are too stiff or cramp without being asked to. It is called severe when it gets in the way of moving, care, comfort or daily life. Examples are trouble walking with aids, trouble sitting in a wheelchair, broken sleep, pain, or dressing that is hard.

    Care teams also measure it with scores. One British rule for adults asks for a stiffness score of at least 4 in two or more muscle groups, or a cramp score of at least 3, or both.

question-what-may-improve = What may get better in daily life?
answer-what-may-improve =
    The aim is to ease what spasticity or dystonia (muscles that pull and twist by themselves) makes hard. This may be walking with aids, sitting in a wheelchair, sleep, pain, therapy, dressing and care, or everyday life that is broken by sudden stiffness.

    Before the decision you and your care team agree on goals that are realistic for you. What gets better differs from person to person.

question-work-hobbies-relationships = What does it mean for work, hobbies and relationships?

question-feels-like = What does the therapy feel like?

question-others-like-me = Are there others like me?
answer-others-like-me =
    Yes. One register alone followed 1743 patients with this therapy, at 53 places.

    People with very different illnesses ask about it. Among these are cerebral palsy, spinal injury, multiple sclerosis, stroke and severe dystonia (muscles that pull and twist by themselves).

question-are-pumps-new = Are these pumps new?
answer-are-pumps-new =
    No. Reports on the refilling of such pumps go back at least to 1996.

    One register looked at whether people stay with the therapy. After 10 years, about 87 of 100 adults and about 76 of 100 children and young people were still using it.

question-available-everywhere = Are the medicine and an experienced doctor available everywhere?

## Is it right for me?

topic-deciding = Is it right for me?

question-suitable = Is the therapy suitable for me?
answer-suitable =
    It may be, if severe spasticity gets in the way of moving, care, comfort or daily life. The test injection must have helped, your body must have room for the pump, you must not have an infection, and you must not be allergic to baclofen.

    Some things speak against it without ruling it out: goals that cannot be reached, or problems with mental health, with the situation at home or with cost. A shunt that drains brain fluid does not speak against it. Your care team looks at the whole picture with you.

question-not-suitable = Who is not suitable?
answer-not-suitable =
    The therapy is not for people who are allergic to baclofen, who have an infection, or whose body is too small for the pump. It is also not for people in whom the pump would have to lie deeper than 2.5 cm, or whose spine is shaped so that placing the parts becomes difficult.

    If the largest test dose does not help, the pump is not the right way. After a brain injury from an accident, the medicine's official text says to wait at least 1 year.

question-allergy-baclofen = What if I am allergic to baclofen?
answer-allergy-baclofen =
    Tell your care team before any test. People who are allergic to baclofen must not have this therapy.

question-body-size = Is my body, or my child's body, large enough?
answer-body-size =
    The body must be large enough to carry the pump. The pump must not lie deeper than 2.5 cm under the skin.

    We know of no lowest weight. Your care team measures and decides.

question-children = Is the therapy also for children?
answer-children =
    Yes. In Europe the medicine may also be used from 4 years to under 18 years of age. A British guideline has children in mind who have spasticity on both sides of the body and who need aids or a wheelchair to move.

    Too small a body or an infection speaks against it. With epilepsy, bleeding problems, a stiffened spine, poor nutrition or breathing problems the team is especially careful.

question-which-illnesses = For which illnesses is it considered?
answer-which-illnesses =
    Doctors may consider it after a spinal injury, a stroke or, in chosen cases, an injury of the brain or spinal cord. They may consider it for cerebral palsy, for multiple sclerosis and similar illnesses, for severe dystonia (muscles that pull and twist by themselves), after infections of the nervous system, and for some kinds of nerve pain.

    The name of the illness alone does not decide.

question-how-decided = How is it decided, and who decides?
answer-how-decided =
    You, your family and the care team decide together. The team looks at the nerves and muscles, at what you have tried, at what you can do and at what rehabilitation (training and therapy) can still reach.

    The goals must be realistic. It must also be possible for you to come to check-ups for a long time.

question-other-options = Do I have other options?
answer-other-options =
    Yes, talk about them before you decide. There are treatments without an operation, made to fit you. There is an operation in which chosen nerve roots at the spine are cut, called selective dorsal rhizotomy. There are also devices that act on nerves with weak electric current, and injections of a substance called phenol.

    Your care team tells you which of these fit your situation.

question-too-late = Can it be too late for the therapy?
answer-too-late =
    An expert panel says that this therapy is not a last resort. It is not only for the time when nothing else is left. For children whose spine will be stiffened by an operation, a British guideline says to place the pump before that.

    We know of no age or time at which it is too late. Your clinic tells you the rest.

question-insurance = Does my insurance pay for it?

question-second-opinion = Can I get a second opinion, also from another country?
answer-second-opinion =
    Ask for it if you have been given different advice. Some clinics offer a second opinion, and some see patients from other countries after reading their records first.

    Your own clinic tells you what it offers.

## The test before the pump

topic-testing = The test before the pump

question-test-before = Can I test it before I commit myself?
answer-test-before =
    Yes. Before any operation the medicine is tested with an injection into the fluid at the lower back. The effect of a test dose lasts 4 to 8 hours.

    The test is put off when you are ill: for example with a new attack of your illness, a bladder infection or a pressure wound.

question-test-how = How does the test go?
answer-test-how =
    The doctor gives one dose into the fluid at the lower back. The first dose is usually 50 micrograms, and very small children may start with 25 micrograms. The team then watches you for 4 to 8 hours, checks heart and breathing and measures the stiffness again and again.

    If the dose does not help, a larger one can follow, at the earliest 24 hours later: first 75, then at most 100 micrograms. Tell the team about everything you notice, good or bad.

question-test-chances = What are the chances that the test succeeds?
answer-test-chances =
    By the figures of the maker of one baclofen solution, the test helped 97 of 100 people whose spasticity comes from the spinal cord. It helped 94 of 100 people whose spasticity comes from the brain.

    These are figures for groups. They do not tell how it will be for you.

question-test-result = When has the test succeeded, and what if it does not help?
answer-test-result =
    The test has succeeded when the muscles become clearly less stiff, and cramps become clearly fewer or weaker. What becomes better in daily life is watched too.

    If even 100 micrograms do not help, the pump is not the right way for you. Your care team then talks with you about other options.

## Appointments and your care team

topic-visits = Appointments and your care team

question-steps = What are the steps from the first talk to the pump?
answer-steps =
    First you come to an appointment that finds out whether the therapy is suitable. Then a test dose shows what gets better. If you and the team decide for it together, the operation is planned. After it, one team looks after you and you come for check-ups.

question-first-appointment = What should I expect at the first appointment?
answer-first-appointment =
    The team wants to know whether the therapy is suitable, and gives you advice. Nerves, muscles, bones and joints are examined, and physiotherapists look at what you can do. The team asks what you have tried and what you hope for.

    Bring letters and reports from other doctors.

question-first-questions = What should I ask at the first visit?
answer-first-questions =
    Pick the questions on these pages that matter most to you and write them down. Add what you want to be able to do, or what should hurt less or be easier.

    Ask also about each answer that you did not understand.

question-find-specialist = How do I find a specialist?

question-send-files = How do I send my request and my reports, and when do I get a reply?

question-who-cares-after = Who looks after me once I have the pump?
answer-who-cares-after =
    One team of several professions looks after you, and you come to it as an outpatient. This may be, for example, doctors for nerves, bones and surgery, doctors for anaesthesia, and physiotherapists.

    The team adjusts the dose, checks how the pump works and plans the refills.

question-rehabilitation = Do I need rehabilitation and physiotherapy with the pump?
answer-rehabilitation =
    Yes, training is an essential part of the therapy. You learn new ways to move, gain strength, practise for daily life and prevent further harm.

    We know of no fixed programme. Your clinic plans it with you.

## The operation

topic-surgery = The operation

question-surgery-risks = I am afraid of the operation. What are its risks?
answer-surgery-risks =
    Tell your care team that you are afraid and ask them about their own numbers. Things can go wrong, most often with the thin tube. In one collection of 1362 operations there were 558 problems: 66% with the tube, 27% from the operation itself and 7% with the pump. That counts problems, not people, and one person can have several.

    In a study of 341 children, 14.6% of the children had an infection at some time. Leaks of spinal fluid happened too. With a newer tube, 7 of 126 patients had a problem with it.

question-therapy-risks = What are the risks of the therapy?
answer-therapy-risks =
    There are two great dangers: too little medicine (withdrawal) and too much (overdose). Both can threaten life, so learn their signs. The tube or the pump can fail, and then an operation may be needed.

    In one register of 1743 patients, 0.3% stopped the therapy because of a harmful event.

question-anaesthesia = Will I be asleep during the operation?
answer-anaesthesia =
    One centre for children places the pump under a full anaesthetic. That means the child sleeps deeply and feels nothing.

    Your clinic tells you how it does this.

question-after-surgery = What can I expect after the operation?
answer-after-surgery =
    In a survey of doctors, people stayed in hospital for 2 to 5 days. After the pump starts, the team watches you for at least 8 hours. In the first 24 hours the dose is not raised. After that it is raised in small steps until it fits.

    When you go home you get a pump card and a plan for emergencies. Carry both with you.

question-allergy-materials = What if I am allergic to the materials, and can I be tested?

question-other-medicines-stop = Will I stop my other medicines against spasticity?
answer-other-medicines-stop =
    Do not stop any medicine by yourself. After the operation the team may lower your tablets against spasticity, one kind at a time and in steps of a quarter to a half. Baclofen tablets come first.

    Keep baclofen tablets at home all the same, as your care team tells you.

## The pump itself

topic-pump = The pump itself

question-pump-size = How large is the pump?
answer-pump-size-20 =
    Your pump holds up to 20 mL of medicine.

    Your clinic tells you the rest and can show you how large the pump is from outside.

answer-pump-size-40 =
    Your pump holds up to 40 mL of medicine.

    Your clinic tells you the rest and can show you how large the pump is from outside.

question-pump-feel = How does the pump feel in the body?

question-pump-show = Will the pump show under my clothes?
answer-pump-show =
    The pump may not show under your clothes, one clinic tells its patients. It lies close under the skin, at most 2.5 cm deep.

    How much it shows depends on you and your pump. Ask your clinic.

question-pump-noise = Does the pump make a noise?
answer-pump-noise-synchromed-ii =
    Your pump sounds tones when something needs attention. If you hear a tone, look under the question on what to do when the pump sounds an alarm.

    Your clinic tells you whether you may hear anything else.

question-battery = How long does the battery last?
answer-battery-synchromed-ii =
    Your pump usually lasts 5 to 7 years, at most 7 years. It depends on how fast the medicine flows. When the end is near, the pump sounds a single tone. It then runs for 90 days at most, and then it stops, so call your clinic when you hear the tone.

answer-battery-medstream =
    The battery of your pump is said to last 8 years.

    Your clinic tells you the rest.

question-pump-replaced = When is the pump replaced?
answer-pump-replaced-synchromed-ii =
    Your pump is replaced by an operation before its battery is used up. That is usually after 5 to 7 years. Plan it with your clinic at least 3 months ahead. If the pump sounds the single tone for replacement, call your clinic: the pump must be replaced within 90 days.

answer-pump-replaced =
    The pump is replaced by an operation. Plan it with your clinic at least 3 months ahead.

    Your clinic tells you when it is time for your pump.

question-catheter-replaced = When is the thin tube, the catheter, replaced?
answer-catheter-replaced =
    The tube is repaired or replaced when it no longer brings the medicine where it should. The team looks for that with questions, X-rays, a test through the pump and sometimes a dye. In one group of 167 patients, 33 needed a repair of the pump system by operation.

    If your spasticity comes back, call your clinic. Your clinic tells you the rest.

## Living with the pump

topic-living = Living with the pump

question-activity = What are the limits on my activity, and may I rub or turn the pump?
answer-activity =
    Do not rub or twist the pump through your skin.

    Ask your clinic about each sport or activity. Heat, diving, flying and medical treatments have questions of their own on these pages.

question-contact-sport = May I do contact sports?

question-driving = May I drive?
answer-driving =
    Be careful. The medicine can make you sleepy.

    Ask your clinic before you drive.

question-alcohol = May I drink alcohol?
answer-alcohol =
    Be careful with alcohol. Ask your clinic before you drink any.

question-other-medicines = Which other medicines may I take?

question-bath-shower = May I take a hot bath or shower?
answer-bath-shower-synchromed-ii =
    Be careful with heat above 39 °C. The maker of your pump warns of it for hot tubs, saunas and tanning beds: your pump can then give more medicine than it should.

    Your clinic tells you what holds for a bath or a shower at home.

question-heat = May I use a hot tub, sauna, steam room or tanning bed?
answer-heat-synchromed-ii =
    Stay out of hot tubs, saunas and tanning beds that are hotter than 39 °C. The heat makes the medicine flow faster, and that can lead to an overdose. Somebody who becomes very sleepy, weak or short of breath in the heat needs help now: call the emergency number of the country you are in.

    Ask your clinic about steam rooms.

question-diving = May I dive?
answer-diving-synchromed-ii =
    Do not dive deeper than 10 m. Water presses on the pump: after a dive to 30 m, the bottom of one person's pump was found pressed in.

    Ask your clinic before you dive at all.

question-microwave = May I use a microwave oven?

question-pregnancy = May I become pregnant or breast-feed?

## Travel

topic-travel = Travel

question-security-gates = May I walk through theft detectors and metal detectors?
answer-security-gates-synchromed-ii =
    Yes, walk through and do not linger inside. The pump can set off the detector, so show your pump card.

question-flying = May I fly, and what happens at the airport?
answer-flying-synchromed-ii =
    Ask your clinic before you fly. When the air pressure around you falls, your pump can give more medicine than it should. It may go on doing so after you are back.

    At the airport the pump can set off the detectors. Carry your pump card and show it.

question-travel-abroad = What do I do before a long journey or a journey abroad?
answer-travel-abroad =
    Talk to your clinic early. Have the pump refilled before you leave. Take baclofen tablets and your details for emergencies with you.

question-time-zones = What about time zones and summer time?
answer-time-zones-flex =
    Call your clinic before you travel to another time zone. Your dose changes over the day, and the clock of the pump does not adjust itself. So the changes come earlier or later than you are used to, by the number of hours between the places. The same happens when the clocks change to summer or winter time.

answer-time-zones =
    If your pump gives the same dose all day, other time zones are easiest. If your dose changes over the day, call your clinic before you travel, because the clock of the pump does not adjust itself.

## Scans and other treatments

topic-treatments = Scans and other treatments

question-mri = May I have an MRI scan?
answer-mri-synchromed-ii =
    Tell the scan team and your clinic about the pump before the scan. Your pump may be scanned under certain conditions, up to 3 tesla, and the team must look these up first. The strong magnet stops the motor of the pump. It should start again by itself, but this can take 2 to 24 hours.

    Have the pump checked after the scan. If you hear the two-tone alarm, call your clinic now: the medicine may stay off until the pump has been read.

answer-mri-prometra-ii =
    Tell the scan team and your clinic about the pump before the scan. Your pump may be scanned under certain conditions, up to 1.5 tesla. The clinic must empty the pump first. In the magnet a valve closes, and it stays closed until somebody resets it by hand.

    Until then no medicine flows. So go to your clinic for that without delay after the scan.

answer-mri-prometra =
    Do not go into an MRI scanner. Tell everybody who plans a scan about the pump, and ask your clinic what to do instead. The European papers of your pump say since 2019 that it is not safe there. The valves of the pump may open in the magnet and let the medicine out.

question-hyperbaric = May I go into a pressure chamber (hyperbaric chamber)?
answer-hyperbaric-synchromed-ii =
    Ask your doctor first. The pressure must not be higher than 2 atmospheres, counted with the normal air pressure. The pump must be filled up before, and the dose stays as it is. Under high pressure your pump gives less medicine.

question-ultrasound = May I have an ultrasound or other treatments?
answer-ultrasound-synchromed-ii =
    Tell the staff about the pump before any scan or treatment. The ultrasound head must stay 15 cm away from the pump.

    If they are not sure, ask them to call your clinic first.

## Refills, dose and tablets

topic-follow-up = Refills, dose and tablets

question-follow-up-visits = What happens at the check-ups?
answer-follow-up-visits =
    The team adjusts your dose, checks how the pump works and plans the next refill. Say what has become better and what has become worse.

question-refill-visit = What is a refill visit like?
answer-refill-visit-synchromed-ii =
    A clinic says that it takes about 10 minutes. The team first reads the pump and sees how much should be left. Then a needle goes through the skin into the pump. The old medicine is drawn out and its amount is compared with what was expected, and new medicine goes in slowly.

    Ask for the date of the next refill and of the next alarm.

answer-refill-visit =
    You come to the clinic for it. One clinic says that it takes about 10 minutes.

    Your clinic tells you the rest.

question-refill-how-often = How often must the pump be refilled?
answer-refill-how-often =
    Most people come every 3 to 4 months. It can be anything from 1 to 6 months, depending on the pump and the dose. The medicine must not stay in the pump longer than 180 days, and one children's centre refills within 11 weeks.

    The refill is best done 3 to 5 days before the date on which the alarm would sound.

question-dose-change = How is the dose changed?
answer-dose-change-constant-flow =
    Your pump gives its medicine at a fixed speed. To change the dose, the clinic fills in a stronger or a weaker solution.

answer-dose-change =
    The care team changes it by programming the pump from outside with a special device. The pump stays in your body. The strength of the medicine in the pump can be changed too.

question-tablets-at-home = Should I keep baclofen tablets at home?
answer-tablets-at-home =
    Yes, keep a supply of baclofen tablets at home. Ask your clinic for the plan: when to take them, how many, and whom to call. Do not start or stop them outside this plan.

question-home-refill = Can the pump be refilled at home?
answer-home-refill =
    It exists in some places. One service does it, and can be reached day and night. In one study a hospital refilled 20 patients at home, with ultrasound watched from afar, and half of the visits took 26 minutes or less.

    Your clinic tells you whether it is possible where you live.

## Danger signs and calling for help

topic-danger = Danger signs and calling for help

question-missed-refill = What if I miss a refill?
answer-missed-refill-synchromed-ii =
    Call your clinic at once, even if you feel well. When the pump is empty, no medicine flows. Withdrawal, the illness from too little medicine, can begin 1 to 3 days later and can threaten life. Running empty can also harm the pump.

    Watch for the spasticity coming back and for itching without a rash. With fever, confusion or great stiffness, call the emergency number of the country you are in.

answer-missed-refill =
    Call your clinic at once, even if you feel well. When the pump is empty, no medicine flows. Withdrawal, the illness from too little medicine, can begin 1 to 3 days later and can threaten life.

    Watch for the spasticity coming back and for itching without a rash. With fever, confusion or great stiffness, call the emergency number of the country you are in.

question-alarm-sound = What does a pump alarm sound like?
answer-alarm-sound-synchromed-ii =
    If you hear two tones, call your clinic now. Your pump has two kinds of alarm. One is a single tone of about 1 second, which comes about once an hour. The other is a two-tone sound of about 3 seconds, and it is the dangerous one. Ask your clinic to play both tones for you with its programmer.

    Watch for signs of too much or too little medicine even if no alarm sounds. Nothing in your pump measures how much medicine is left: it works this out from its program, so no alarm sounds when it gives too much.

question-alarm-do = What do I do when the pump sounds an alarm?
answer-alarm-do-synchromed-ii =
    Two tones: call your clinic now, day or night. The medicine may have stopped flowing, and that can threaten life. If you cannot reach anybody, go to a hospital now or call the emergency number of the country you are in.

    A single tone: call your clinic today. The pump may need a refill or must be replaced within 90 days. Tell them which of the two you heard, how often, and since when.

question-withdrawal-signs = What are the signs of withdrawal (too little medicine)?
answer-withdrawal-signs =
    Early signs are that the spasticity comes back, or that the skin itches without a rash: call your clinic at once, day or night. Late signs are fever, confusion and great stiffness: with any one of them call the emergency number of the country you are in, and say “baclofen pump, perhaps withdrawal”.

    Call the emergency number also when you have an early sign and any one of these is true: you cannot reach the clinic; the pump sounds an alarm; it may be empty or stopped; you are at special risk.

    At special risk are people with a spinal cord injury in the upper back or neck (at T6 or above), people who cannot say how they feel, and people who had withdrawal before. Withdrawal begins 1 to 3 days after the medicine stops and can lead to death. Muscles and organs can be harmed.


question-withdrawal-prevent = How do I prevent withdrawal?
answer-withdrawal-prevent =
    Never miss a refill, and write its date down. It is best 3 to 5 days before the date of the alarm. Take every alarm seriously and call. Keep baclofen tablets at home, and know your plan. Carry your pump card.

question-overdose-signs = What are the signs of overdose (too much medicine)?
answer-overdose-signs =
    Call the emergency number of the country you are in with any of these signs: drowsy, dizzy, weakness that moves upwards in the body, trouble breathing, a seizure, or somebody who cannot be woken. Say: baclofen pump, perhaps overdose. Then call the clinic.

    After a change of dose the effect is greatest after 24 to 48 hours.

question-side-effects = What are common side effects?
answer-side-effects =
    Drowsiness, dizziness, new weakness, a seizure and trouble breathing can mean too much medicine: call the emergency number of the country you are in. For anything else new that bothers you, call your clinic.

    Weak, floppy muscles are the most common side effect: about 35 of 100 people. About 21 of 100 are sleepy, about 11 of 100 have a headache, and 10 of 100 have a seizure.


question-when-to-call = When should I call the doctor or nurse?
answer-when-to-call =
    Call your clinic at once when you missed a refill, when the pump sounds two tones or a sound that you do not know, when the spasticity comes back, or when the skin itches without a rash. With a single tone call it today.

    With any one of these do not wait, call the emergency number of the country you are in: fever, great stiffness, confusion, drowsiness, dizziness, new weakness, a seizure, trouble breathing, or somebody who cannot be woken.


question-whom-to-call = Whom do I call by day, at night and at the weekend?

question-help-with-pump = When do I seek help with the pump itself?
answer-help-with-pump-synchromed-ii =
    Call your clinic at once when the pump sounds two tones. A single tone means call too. Call at once too when you have missed a refill. Ask your clinic what else you should watch for.

question-need-to-know = What do I need to know while using the pump?
answer-need-to-know =
    Know the date of your next refill and never miss it. Know the signs of too little and of too much medicine, and whom to call. Keep baclofen tablets at home and carry your pump card.

    Before any treatment or scan, tell the staff about the pump.
