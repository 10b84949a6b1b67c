### "It beeps": the words of the page for the person with the pump, the family and carers.

## Der Ton

triage-ask-sound = Wie klingt der Alarm?
triage-sound-two-tone = Zwei Töne im Wechsel
triage-sound-single-tone = Ein Ton, der sich wiederholt
triage-sound-not-sure = Nicht sicher

## Wie oft

triage-ask-often = Wie oft ertönt er, verglichen mit dem Einzelton dieser Pumpe?
triage-often-more-often = Öfter als der Einzelton dieser Pumpe
triage-often-as-listed = So oft wie der Einzelton dieser Pumpe oder seltener
triage-often-once = Bisher nur einmal gehört
triage-often-not-sure = Nicht sicher

## Die Zeichen

triage-ask-withdrawal = Gibt es Zeichen für zu wenig Medikament (Entzug)? Sehen Sie die Person mit der Pumpe an und fragen Sie. Kreuzen Sie alles an, was zutrifft.
triage-ask-overdose = Gibt es Zeichen für zu viel Medikament (Überdosis)? Sehen Sie die Person mit der Pumpe an und fragen Sie. Kreuzen Sie alles an, was zutrifft.
triage-sign-spasticity = Die Steifigkeit aus der Zeit vor der Pumpe ist wieder da
triage-sign-itching = Juckreiz, aber kein Ausschlag zu sehen
triage-sign-fever = Fieber
triage-sign-mental-state = Verwirrt, unruhig, nicht wie sonst
triage-sign-rigidity = Sehr steif, steifer als vor der Pumpe
triage-sign-drowsiness = Schläfriger als sonst
triage-sign-dizziness = Schwindlig
triage-sign-tone-lost = Muskeln werden schlaff, und das steigt im Körper nach oben
triage-sign-breathing = Die Atmung ist langsam, flach oder schwer
triage-sign-seizures = Krampfanfälle
triage-sign-coma = Lässt sich nicht wecken (Koma)
triage-none = Nichts davon: Jemand hat nachgesehen
triage-not-known = Niemand kann es sagen

## Das Risiko

triage-ask-risk = Trifft eines davon auf die Person mit der Pumpe zu? Das Rückenmark wurde in Höhe Th6 oder darüber verletzt (Th6 ist der sechste Wirbel der Brustwirbelsäule, von oben gezählt; darüber heißt näher am Kopf). Oder: kann anderen nicht sagen, wie es ihr geht. Oder: hatte schon einmal einen Entzug.
triage-yes = Ja
triage-no = Nein
triage-not-sure = Nicht sicher

## Warum es so dringend ist

triage-row-overdose-sign = Es gibt ein Zeichen für zu viel Medikament (Überdosis).
triage-row-overdose-not-known = Niemand kann sagen, ob es Zeichen für zu viel Medikament gibt. Darum zählt es so, als gäbe es welche. Jemand muss jetzt nach der Person mit der Pumpe sehen.
triage-row-withdrawal-late = Es gibt ein spätes Zeichen für zu wenig Medikament (Entzug). Entzug kann tödlich sein.
triage-row-withdrawal-not-known = Niemand kann sagen, ob es Zeichen für zu wenig Medikament gibt. Darum zählt es so, als gäbe es welche. Jemand muss jetzt nach der Person mit der Pumpe sehen.
triage-row-withdrawal-and-no-flow = Es gibt ein frühes Zeichen für zu wenig Medikament, und die Pumpe gibt vielleicht keines mehr ab.
triage-row-withdrawal-high-risk = Es gibt ein frühes Zeichen für zu wenig Medikament, und die Gefahr für diese Person ist größer (oder niemand kann das ausschließen).
triage-row-two-tone = Zwei Töne im Wechsel sind ein ernster Alarm: Die Pumpe gibt vielleicht kein Medikament mehr ab.
triage-row-sound-not-sure = Niemand kann sagen, wie es klingt. Darum zählt es als zwei Töne, also als der ernste Alarm.
triage-row-tones-not-known = Was die Töne dieser Pumpe bedeuten, ist hier nicht bekannt. Darum gilt jeder Alarm als ernst.
triage-row-too-often = Es ertönt öfter als der Einzelton dieser Pumpe, oder niemand kann sagen, wie oft. Darum zählt es als zwei Töne, also als der ernste Alarm.
triage-row-early-sign = Es gibt ein frühes Zeichen für zu wenig Medikament (Entzug).
triage-row-record-doubtful = Nach den Aufzeichnungen über diese Pumpe ist nicht sicher, dass Medikament fließt. Die Pumpe ist angehalten oder vielleicht leer, ein ernster Alarm ist noch offen, oder niemand weiß, wie sie eingestellt ist.
triage-row-no-record = Hier gibt es keine Aufzeichnungen über diese Pumpe. Was sie abgibt und wie viel noch in ihr ist, ist nicht bekannt.
triage-row-single-tone = Ein Ton, der sich wiederholt: Das Medikament geht zur Neige, die Pumpe muss bald ausgetauscht werden, oder es gibt einen leichten Speicherfehler.

## Heute

triage-urgency-today = Rufen Sie heute Ihr Pumpenteam an. Eine Nachfüllung oder eine neue Pumpe kann fällig sein.
triage-urgency-today-steps = Was heute zu tun ist
triage-step-today-1 = Rufen Sie heute Ihr Pumpenteam an. Sagen Sie, wie es klingt, wie oft und seit wann.
triage-step-today-2 = Halten Sie die Pumpenkarte bereit. Nennen Sie dem Pumpenteam Ihre Daten: wann der Alarm für niedrigen Füllstand und wann die nächste Nachfüllung ist.
triage-step-today-3 = Bitten Sie um einen Termin, bevor die Pumpe leer sein kann.
triage-step-today-4 = Lernen Sie die Zeichen für zu wenig und für zu viel Medikament. Rufen Sie sofort an, wenn der Ton sich ändert oder ein Zeichen auftritt.
triage-step-today-5 = Schreiben Sie auf, wann Sie angerufen haben und was Ihnen gesagt wurde.
triage-never-today-1 = Warten Sie nicht einfach auf den nächsten vereinbarten Termin. Die Pumpe kann vorher leer sein.
triage-never-today-2 = Denken Sie nicht, dass Stille „repariert“ bedeutet. Ein Alarm, der aufgehört hat, kann wiederkommen.

## Jetzt

triage-urgency-now = Rufen Sie jetzt Ihr Pumpenteam an, bei Tag oder Nacht. Die Pumpe gibt vielleicht kein Medikament mehr ab und muss sofort ausgelesen werden.
triage-urgency-now-steps = Was jetzt zu tun ist
triage-step-now-1 = Rufen Sie jetzt Ihr Pumpenteam an, egal wie spät es ist. Sagen Sie, dass die Pumpe sofort ausgelesen werden muss.
triage-step-now-2 = Wenn niemand antwortet, begeben Sie sich jetzt in ein Krankenhaus.
triage-step-now-3 = Kommen Sie jetzt, und in Begleitung. Jemand anderes muss fahren.
triage-step-now-4 = Bringen Sie die Pumpenkarte, das Notfallblatt und Ihre Baclofen-Tabletten mit. Sagen Sie dem Pumpenteam, welche Tabletten Sie haben.
triage-step-now-5 = Achten Sie weiter auf Zeichen für zu wenig und für zu viel Medikament. Rufen Sie bei jedem davon die Notrufnummer des Landes an, in dem Sie sind, und bitten Sie um einen Rettungswagen.
triage-never-now-1 = Warten Sie nicht auf Zeichen. Sie kommen erst, nachdem das Medikament ausgegangen ist.
triage-never-now-2 = Warten Sie nicht, bis die Klinik öffnet.
triage-never-now-3 = Fahren Sie nicht selbst, wenn Sie die Person mit der Pumpe sind.
triage-never-now-4 = Denken Sie nicht, dass Stille „repariert“ bedeutet. Ein Alarm, der aufgehört hat, kann wiederkommen.

## Notfall

triage-urgency-emergency = Notfall: Rufen Sie jetzt die Notrufnummer des Landes an, in dem Sie sind. Die Person mit der Pumpe muss sofort in ein Krankenhaus.
triage-urgency-emergency-steps = Was sofort zu tun ist
triage-step-emergency-1 = Rufen Sie jetzt die Notrufnummer des Landes an, in dem Sie sind, und bitten Sie um einen Rettungswagen. Bleiben Sie am Telefon.
triage-step-emergency-2 = Sagen Sie: „Im Körper ist eine Baclofenpumpe. Vielleicht gibt sie zu wenig oder zu viel ab.“
triage-step-emergency-3 = Rufen Sie dann das Pumpenteam an. Wenn Sie zu zweit sind, ruft eine Person den Rettungswagen und die andere das Pumpenteam.
triage-step-emergency-4 = Geben Sie die Pumpenkarte und das Notfallblatt dem Rettungsdienst und dem Krankenhaus.
triage-step-emergency-5 = Bleiben Sie bei der Person mit der Pumpe. Wenn Sie diese Person sind, bleiben Sie nicht allein.
triage-never-emergency-1 = Warten Sie nicht auf einen Rückruf.
triage-never-emergency-2 = Fahren Sie nicht selbst, wenn Sie die Person mit der Pumpe sind.
triage-never-emergency-3 = Lassen Sie niemanden nach Anweisung am Telefon das Programm ändern oder die Pumpe nachfüllen.
