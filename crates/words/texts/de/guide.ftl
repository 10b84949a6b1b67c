### The family guide: for the person with the pump and the family, after the implant.

## Ihre Pumpe, Schritt für Schritt

guide-way = Ihre Pumpe, Schritt für Schritt
guide-way-pump = Die Pumpe liegt unter Ihrer Haut. Sie hat einen kleinen Tank, das Reservoir, gefüllt mit dem Medikament Baclofen. Durch einen dünnen Schlauch, den Katheter, gelangt das Medikament in die Flüssigkeit um Ihr Rückenmark.
guide-way-little-in-blood = Im Blut ist etwa 100-mal weniger von dem Medikament als bei Tabletten.
guide-way-tablets = Nach der Implantation verringert die Klinik Ihre Tabletten gegen Steifigkeit, eine Sorte nach der anderen, Baclofen zuerst. Tun Sie das nie auf eigene Faust.
guide-way-refill = Bei einem Nachfülltermin wird eine Nadel durch die Haut in den Tank gestochen. Das alte Medikament wird herausgezogen und gemessen, und neues Medikament wird eingefüllt.
guide-way-interval = Eine Nachfüllung ist meist nach 1 bis 6 Monaten fällig, am häufigsten nach 3 bis 4 Monaten, und zwar 3 bis 5 Tage vor dem Alarm für niedrigen Füllstand. Es gilt das Datum, das Ihre Klinik Ihnen gibt.
guide-way-dates = Nach jedem Termin brauchen Sie drei Dinge schriftlich: das Datum des Alarms für niedrigen Füllstand, das Datum der nächsten Nachfüllung und wen Sie im Notfall anrufen.
guide-way-missed = Versäumen Sie nie eine Nachfüllung. Wenn Sie eine versäumt haben, rufen Sie sofort die Klinik an. Wenn die Pumpe leer ist, folgt der Entzug, und das Leerlaufen kann die Pumpe beschädigen.
guide-way-replacement = Die Batterie hält 5 bis 7 Jahre, je nachdem, wie schnell die Pumpe läuft. Dann wird die Pumpe in einer Operation ausgetauscht. Vom ersten Zeichen an, dass der Austausch fällig ist, sind es 90 Tage, bis die Pumpe stehen bleibt.
guide-way-replacement-date = Wenn Ihre Pumpe ausgetauscht werden muss, wird die Operation mindestens 3 Monate im Voraus geplant. Fragen Sie die Klinik, wann.

## Alltag

guide-life = Alltag
guide-life-tell = Sagen Sie vor jeder Behandlung oder Bildaufnahme (Scan) allen, die Sie ärztlich, zahnärztlich oder therapeutisch behandeln, dass Sie die Pumpe haben.
guide-life-mri = Rufen Sie vor einer MRT Ihr Pumpenteam an. Was vor und nach der MRT getan werden muss, hängt von der Pumpe ab. Bei manchen Pumpen ist eine MRT nicht sicher.
guide-life-ultrasound = Ein Ultraschallkopf muss 15 cm Abstand von der Pumpe halten.
guide-life-rub = Reiben oder drehen Sie die Pumpe unter Ihrer Haut nicht.
guide-life-heat = Kein Whirlpool, keine Sauna und kein Solarium über 39 °C. Durch Hitze gibt die Pumpe mehr Medikament ab, und das kann eine Überdosis sein.
guide-life-diving = Tauchen Sie nicht tiefer als 10 m.
guide-life-pressure-chamber = Fragen Sie vor einer Behandlung in einer Druckkammer Ihre Ärztin oder Ihren Arzt. Die Grenze liegt bei 2 Atmosphären absolut, und die Pumpe muss vorher gefüllt werden.
guide-life-high-up = Bei niedrigem Luftdruck, in großer Höhe oder auf einem Flug, gibt die Pumpe mehr Medikament ab. Es kann sein, dass sie auch nach Ihrer Rückkehr mehr abgibt.
guide-life-ask = Hitze, Tauchen, Fliegen, Druckkammern und Sport: Fragen Sie die Klinik, was für Ihre Pumpe gilt.
guide-life-driving = Seien Sie vorsichtig mit dem Autofahren. Fragen Sie die Klinik, ob und wann Sie fahren dürfen.
guide-life-alcohol = Seien Sie vorsichtig mit Alkohol.
guide-life-medicines = Fragen Sie die Klinik, bevor Sie ein neues Medikament nehmen.
guide-life-gates = Metalldetektoren und Sicherheitsschleusen können wegen der Pumpe anschlagen. Gehen Sie hindurch, bleiben Sie nicht in der Schleuse stehen und zeigen Sie Ihre Karte.
guide-life-clock = Die Uhr in Ihrer Pumpe stellt sich nicht auf Sommerzeit oder auf eine andere Zeitzone um. Die Zeiten Ihres Programms verschieben sich dann. Fragen Sie die Klinik, bevor Sie verreisen.

## Was Sie bei sich haben sollten

guide-carry = Was Sie bei sich haben sollten
guide-carry-card = Die Pumpenkarte, immer.
guide-carry-plan = Den Notfallplan Ihrer Klinik mit den Telefonnummern.
guide-carry-tablets = Baclofen-Tabletten zu Hause. Wann Sie sie nehmen und wie viele, wird vorher mit der Klinik vereinbart.
guide-carry-others = Menschen, die Bescheid wissen: Jemand zu Hause, in der Schule oder bei der Arbeit sollte wissen, wo die Karte ist und was zu tun ist.

## Wenn die Pumpe piept

guide-alarms = Wenn die Pumpe piept
guide-alarm-two-tone = Zwei Töne im Wechsel, etwa 3 Sekunden lang: Die Pumpe gibt vielleicht kein Medikament mehr ab. Rufen Sie jetzt an. Wenn das Medikament ausbleibt, kann das Leben in Gefahr sein.
guide-alarm-single-tone = Ein Ton, etwa 1 Sekunde lang, etwa einmal pro Stunde: Das Medikament geht zur Neige, die Pumpe muss bald ausgetauscht werden, oder es gibt einen leichten Speicherfehler. Rufen Sie die Klinik an.
guide-alarm-calculated = Der Alarm bemerkt nicht alles. Die Pumpe rechnet nur aus, wie viel Medikament noch da ist; nichts misst es. Wenn die Pumpe zu viel abgibt, ertönt der Alarm nicht.
guide-alarm-listen = Bitten Sie die Klinik, Ihnen jeden Alarm einmal vorzuspielen. Dann kennen Sie die Töne.
guide-alarm-not-sure = Sie wissen nicht, welcher Ton es ist oder was er bedeutet? Nehmen Sie ihn ernst und rufen Sie jetzt an.
guide-alarm-silent = Der Alarm hat aufgehört? Rufen Sie trotzdem an. Er kann wiederkommen.

## Zu wenig Medikament: Entzug

guide-little = Zu wenig Medikament: Entzug
guide-little-start = Er beginnt 1 bis 3 Tage, nachdem das Medikament aufgehört hat zu fließen.
guide-little-early = Früh: Ihre Steifigkeit aus der Zeit vor der Pumpe kommt zurück. Juckreiz, aber kein Ausschlag zu sehen.
guide-little-late = Spät: Fieber, Verwirrtheit, sehr steife Muskeln. Muskeln und Organe können geschädigt werden. Entzug kann tödlich sein.
guide-little-worse = Er wird über 24 bis 72 Stunden schlimmer.
guide-little-risk = Die Gefahr ist größer, wenn Ihr Rückenmark im oberen Rücken oder im Hals verletzt wurde (in Höhe Th6 oder darüber), wenn Sie anderen nicht sagen können, wie es Ihnen geht, oder wenn Sie schon einmal einen Entzug hatten.

## Zu viel Medikament: Überdosis

guide-much = Zu viel Medikament: Überdosis
guide-much-early = Sie sind schläfrig, oder Ihnen ist schwindlig. Ihre Muskeln werden schlaff, und das steigt im Körper nach oben.
guide-much-late = Die Atmung wird schwach. Krampfanfälle. Niemand kann Sie wecken.
guide-much-after-change = Nachdem die Pumpe gestartet oder ihr Programm geändert wurde, kommt die erste Wirkung nach 6 bis 8 Stunden und die volle Wirkung nach 24 bis 48 Stunden.
guide-much-after-refill = Achten Sie nach einer Nachfüllung auf beides: zu wenig und zu viel. Vielleicht ist Medikament neben die Pumpe statt in die Pumpe gelangt.

## Wann und wie schnell Sie anrufen

guide-call = Wann und wie schnell Sie anrufen
guide-call-emergency = Sofort, die Notrufnummer des Landes, in dem Sie sind: bei jedem Zeichen für zu viel Medikament oder bei einem späten Zeichen für zu wenig. Rufen Sie dann das Pumpenteam an.
guide-call-emergency-early = Auch die Notrufnummer: bei einem frühen Zeichen für zu wenig zusammen mit mindestens einem davon: Sie gehören zu denen, die in größerer Gefahr sind; der Alarm ertönt; die Pumpe ist vielleicht leer oder angehalten.
guide-call-now = Jetzt, bei Tag oder Nacht, das Pumpenteam: bei einem frühen Zeichen für zu wenig, bei einer versäumten Nachfüllung oder bei einem Alarm, den Sie nicht kennen. Wenn niemand antwortet, begeben Sie sich mit Ihrer Karte in ein Krankenhaus, und lassen Sie jemand anderen fahren.
guide-call-now-two-tone = Jetzt, das Pumpenteam: bei zwei Tönen im Wechsel.
guide-call-today = Heute, das Pumpenteam: bei einem Ton, etwa einmal pro Stunde, und keinem Zeichen.
guide-call-visit = Beim nächsten Termin: Fragen zu Sport, Reisen und Alltag, solange es kein Zeichen und keinen Alarm gibt.

## Was Sie nie tun dürfen

guide-never = Was Sie nie tun dürfen
guide-never-empty = Lassen Sie die Pumpe nie leerlaufen.
guide-never-stop = Lassen Sie es nie zu, dass das Medikament plötzlich ausbleibt.
guide-never-wait = Warten Sie nie auf Zeichen, wenn ein Alarm ertönt. Die Zeichen kommen erst, nachdem das Medikament ausgeblieben ist.
guide-never-mri = Gehen Sie nie in eine MRT, bevor Ihr Pumpenteam gefragt wurde.
guide-never-visit = Verlassen Sie einen Termin zum Nachfüllen oder Programmieren nie ohne Ihre neuen Datumsangaben.
guide-never-card = Gehen Sie nie ohne Ihre Karte aus dem Haus.
