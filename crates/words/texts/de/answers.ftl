### Questions of patients and families and their answers, in plain words: topics, questions, answers.
### Which answer holds for whom, and its sources, stand in crates/practice/answers/answers.toml.
### Paragraphs of an answer are parted by an empty line.

## Die Therapie

topic-therapy = Die Therapie

question-how-it-works = Wie funktioniert die Pumpe?
answer-how-it-works-constant-flow =
    Ihre Pumpe liegt unter der Haut und enthält das Medikament in einem kleinen Tank, dem Reservoir. Ein dünner Schlauch, der Katheter, führt von der Pumpe in die Flüssigkeit um das Rückenmark. Das Medikament fließt mit einer festen Geschwindigkeit, die in der Fabrik eingestellt wurde.

    Um Ihre Dosis zu ändern, füllt das Behandlungsteam eine stärkere oder eine schwächere Lösung des Medikaments in die Pumpe.

answer-how-it-works =
    Die Pumpe liegt unter der Haut und enthält das Medikament in einem kleinen Tank, dem Reservoir. Ein dünner Schlauch, der Katheter, führt von der Pumpe in die Flüssigkeit um das Rückenmark. Die Pumpe gibt das Medikament die ganze Zeit ab, in einer gesteuerten Menge.

    Das Behandlungsteam kann die Dosis ändern, indem es die Pumpe programmiert. Die Pumpe bleibt dabei im Körper.

question-what-is-it = Was ist intrathekales Baclofen?
answer-what-is-it =
    Baclofen ist ein Medikament gegen Spastik, das heißt gegen steife Muskeln und Krämpfe. Intrathekal bedeutet: in die Flüssigkeit um das Rückenmark. Dafür ist das Medikament in Salzwasser gelöst.

    Das Medikament der Pumpe wird nie in eine Vene, in einen Muskel, unter die Haut oder in den Raum außerhalb der Hülle des Rückenmarks gegeben.

question-why-if-tablets-failed = Warum sollte die Pumpe wirken, wenn Tabletten nicht gewirkt haben?
answer-why-if-tablets-failed =
    Die Pumpe bringt Baclofen direkt in die Flüssigkeit um das Rückenmark. Im Blut ist dann etwa 100-mal weniger davon als bei Tabletten. Die Gesamtdosis ist niedriger, und der übrige Körper wird weniger belastet.

    In den Vereinigten Staaten ist die Therapie für Menschen mit schwerer Spastik gedacht. Wenn die Ursache im Rückenmark liegt, müssen Tabletten versagt oder zu viele Beschwerden gemacht haben. Ein Test vor der Operation zeigt, ob das Medikament bei Ihnen wirkt.

question-cure = Werde ich dadurch geheilt?
answer-cure =
    Das Medikament lindert die Spastik, solange es fließt. Wenn der Fluss unterbrochen wird, kommt die Spastik zurück, die Sie vorher hatten.

    Alles Weitere sagt Ihnen Ihre Klinik, vor allem zu der Krankheit oder Verletzung hinter der Spastik.

question-severe-spasticity = Was ist schwere Spastik?
answer-severe-spasticity =
    Spastik bedeutet, dass Muskeln zu steif sind oder sich ungewollt verkrampfen. Schwer heißt sie, wenn sie Bewegung, Pflege, Wohlbefinden oder Alltag behindert. Beispiele sind Mühe beim Gehen mit Hilfsmitteln, Mühe beim Sitzen im Rollstuhl, gestörter Schlaf, Schmerzen oder schwieriges Anziehen.

    Behandlungsteams messen sie auch mit Punktwerten. Eine britische Regel für Erwachsene verlangt einen Steifigkeitswert von mindestens 4 in zwei oder mehr Muskelgruppen oder einen Krampfwert von mindestens 3 oder beides.

question-what-may-improve = Was kann im Alltag besser werden?
answer-what-may-improve =
    Das Ziel ist, zu erleichtern, was Spastik oder Dystonie (Muskeln, die von selbst ziehen und sich verdrehen) schwer macht. Das kann das Gehen mit Hilfsmitteln sein, das Sitzen im Rollstuhl, Schlaf, Schmerzen, Therapie, Anziehen und Pflege oder ein Alltag, der von plötzlicher Steifigkeit unterbrochen wird.

    Vor der Entscheidung vereinbaren Sie mit Ihrem Behandlungsteam Ziele, die für Sie realistisch sind. Was besser wird, ist von Mensch zu Mensch verschieden.

question-work-hobbies-relationships = Was bedeutet sie für Arbeit, Hobbys und Beziehungen?

question-feels-like = Wie fühlt sich die Therapie an?

question-others-like-me = Gibt es andere wie mich?
answer-others-like-me =
    Ja. Allein ein Register hat 1743 Patientinnen und Patienten mit dieser Therapie begleitet, an 53 Orten.

    Menschen mit sehr verschiedenen Krankheiten fragen danach. Dazu gehören Zerebralparese, Rückenmarkverletzung, Multiple Sklerose, Schlaganfall und schwere Dystonie (Muskeln, die von selbst ziehen und sich verdrehen).

question-are-pumps-new = Sind diese Pumpen neu?
answer-are-pumps-new =
    Nein. Berichte über das Nachfüllen solcher Pumpen gibt es mindestens seit 1996.

    Ein Register hat untersucht, ob Menschen bei der Therapie bleiben. Nach 10 Jahren nutzten sie noch etwa 87 von 100 Erwachsenen und etwa 76 von 100 Kindern und Jugendlichen.

question-available-everywhere = Gibt es das Medikament und erfahrene Ärztinnen oder Ärzte überall?

## Ist sie das Richtige für mich?

topic-deciding = Ist sie das Richtige für mich?

question-suitable = Ist die Therapie für mich geeignet?
answer-suitable =
    Sie kann es sein, wenn schwere Spastik Bewegung, Pflege, Wohlbefinden oder Alltag behindert. Die Testspritze muss geholfen haben, Ihr Körper muss Platz für die Pumpe haben, Sie dürfen keine Infektion haben, und Sie dürfen nicht gegen Baclofen allergisch sein.

    Manches spricht dagegen, ohne die Therapie auszuschließen: Ziele, die nicht erreichbar sind, oder Probleme mit der seelischen Gesundheit, mit der Lage zu Hause oder mit den Kosten. Ein Shunt, der Hirnflüssigkeit ableitet, spricht nicht dagegen. Ihr Behandlungsteam betrachtet mit Ihnen das ganze Bild.

question-not-suitable = Für wen ist sie nicht geeignet?
answer-not-suitable =
    Die Therapie ist nichts für Menschen, die gegen Baclofen allergisch sind, die eine Infektion haben oder deren Körper für die Pumpe zu klein ist. Sie ist auch nichts für Menschen, bei denen die Pumpe tiefer als 2,5 cm liegen müsste oder deren Wirbelsäule so geformt ist, dass das Einsetzen der Teile schwierig wird.

    Wenn die größte Testdosis nicht hilft, ist die Pumpe nicht der richtige Weg. Nach einer Hirnverletzung durch einen Unfall soll man laut dem amtlichen Text zum Medikament mindestens 1 Jahr warten.

question-allergy-baclofen = Was ist, wenn ich gegen Baclofen allergisch bin?
answer-allergy-baclofen =
    Sagen Sie es Ihrem Behandlungsteam vor jedem Test. Menschen, die gegen Baclofen allergisch sind, dürfen diese Therapie nicht bekommen.

question-body-size = Ist mein Körper oder der Körper meines Kindes groß genug?
answer-body-size =
    Der Körper muss groß genug sein, um die Pumpe zu tragen. Die Pumpe darf nicht tiefer als 2,5 cm unter der Haut liegen.

    Uns ist kein niedrigstes Gewicht bekannt. Ihr Behandlungsteam misst und entscheidet.

question-children = Ist die Therapie auch für Kinder?
answer-children =
    Ja. In Europa darf das Medikament auch im Alter von 4 Jahren bis unter 18 Jahren verwendet werden. Eine britische Leitlinie denkt an Kinder, die auf beiden Körperseiten Spastik haben und die Hilfsmittel oder einen Rollstuhl brauchen, um sich fortzubewegen.

    Ein zu kleiner Körper oder eine Infektion spricht dagegen. Bei Epilepsie, Blutungsproblemen, versteifter Wirbelsäule, schlechter Ernährung oder Atemproblemen ist das Team besonders vorsichtig.

question-which-illnesses = Bei welchen Krankheiten wird sie erwogen?
answer-which-illnesses =
    Ärztinnen und Ärzte können sie nach einer Rückenmarkverletzung, einem Schlaganfall oder, in ausgewählten Fällen, einer Verletzung von Gehirn oder Rückenmark erwägen. Sie können sie bei Zerebralparese erwägen, bei Multipler Sklerose und ähnlichen Krankheiten, bei schwerer Dystonie (Muskeln, die von selbst ziehen und sich verdrehen), nach Infektionen des Nervensystems und bei manchen Arten von Nervenschmerzen.

    Der Name der Krankheit allein entscheidet nicht.

question-how-decided = Wie wird entschieden, und wer entscheidet?
answer-how-decided =
    Sie, Ihre Familie und das Behandlungsteam entscheiden gemeinsam. Das Team betrachtet die Nerven und Muskeln, was Sie schon versucht haben, was Sie können und was Rehabilitation (Training und Therapie) noch erreichen kann.

    Die Ziele müssen realistisch sein. Es muss Ihnen auch möglich sein, über lange Zeit zu Kontrollen zu kommen.

question-other-options = Habe ich andere Möglichkeiten?
answer-other-options =
    Ja, sprechen Sie darüber, bevor Sie entscheiden. Es gibt Behandlungen ohne Operation, die auf Sie zugeschnitten sind. Es gibt eine Operation, bei der ausgewählte Nervenwurzeln an der Wirbelsäule durchtrennt werden, genannt selektive dorsale Rhizotomie. Es gibt auch Geräte, die mit schwachem elektrischem Strom auf Nerven wirken, und Spritzen mit einem Stoff namens Phenol.

    Ihr Behandlungsteam sagt Ihnen, was davon zu Ihrer Lage passt.

question-too-late = Kann es für die Therapie zu spät sein?
answer-too-late =
    Ein Expertengremium sagt, dass diese Therapie kein letzter Ausweg ist. Sie ist nicht nur für die Zeit, in der nichts anderes mehr bleibt. Für Kinder, deren Wirbelsäule durch eine Operation versteift werden soll, sagt eine britische Leitlinie, dass die Pumpe davor eingesetzt werden soll.

    Uns ist kein Alter und kein Zeitpunkt bekannt, ab dem es zu spät ist. Alles Weitere sagt Ihnen Ihre Klinik.

question-insurance = Bezahlt meine Versicherung sie?

question-second-opinion = Kann ich eine Zweitmeinung bekommen, auch aus einem anderen Land?
answer-second-opinion =
    Bitten Sie darum, wenn man Ihnen Verschiedenes geraten hat. Manche Kliniken bieten eine Zweitmeinung an, und manche empfangen Patientinnen und Patienten aus anderen Ländern, nachdem sie zuerst deren Unterlagen gelesen haben.

    Ihre eigene Klinik sagt Ihnen, was sie anbietet.

## Der Test vor der Pumpe

topic-testing = Der Test vor der Pumpe

question-test-before = Kann ich sie testen, bevor ich mich festlege?
answer-test-before =
    Ja. Vor jeder Operation wird das Medikament mit einer Spritze in die Flüssigkeit am unteren Rücken getestet. Die Wirkung einer Testdosis hält 4 bis 8 Stunden an.

    Der Test wird verschoben, wenn Sie krank sind: zum Beispiel bei einem neuen Schub Ihrer Krankheit, einer Blasenentzündung oder einem Druckgeschwür.

question-test-how = Wie läuft der Test ab?
answer-test-how =
    Die Ärztin oder der Arzt gibt eine Dosis in die Flüssigkeit am unteren Rücken. Die erste Dosis beträgt meist 50 Mikrogramm, und sehr kleine Kinder können mit 25 Mikrogramm beginnen. Das Team beobachtet Sie dann 4 bis 8 Stunden lang, kontrolliert Herz und Atmung und misst immer wieder die Steifigkeit.

    Wenn die Dosis nicht hilft, kann eine größere folgen, frühestens 24 Stunden später: zuerst 75, dann höchstens 100 Mikrogramm. Sagen Sie dem Team alles, was Sie bemerken, Gutes oder Schlechtes.

question-test-chances = Wie groß ist die Chance, dass der Test gelingt?
answer-test-chances =
    Nach den Zahlen des Herstellers einer Baclofen-Lösung half der Test 97 von 100 Menschen, deren Spastik vom Rückenmark kommt. Er half 94 von 100 Menschen, deren Spastik vom Gehirn kommt.

    Das sind Zahlen für Gruppen. Sie sagen nicht, wie es bei Ihnen sein wird.

question-test-result = Wann ist der Test gelungen, und was ist, wenn er nicht hilft?
answer-test-result =
    Der Test ist gelungen, wenn die Muskeln deutlich weniger steif werden und die Krämpfe deutlich seltener oder schwächer. Es wird auch beobachtet, was im Alltag besser wird.

    Wenn selbst 100 Mikrogramm nicht helfen, ist die Pumpe nicht der richtige Weg für Sie. Ihr Behandlungsteam spricht dann mit Ihnen über andere Möglichkeiten.

## Termine und Ihr Behandlungsteam

topic-visits = Termine und Ihr Behandlungsteam

question-steps = Welche Schritte führen vom ersten Gespräch zur Pumpe?
answer-steps =
    Zuerst kommen Sie zu einem Termin, bei dem herausgefunden wird, ob die Therapie geeignet ist. Dann zeigt eine Testdosis, was besser wird. Wenn Sie und das Team sich gemeinsam dafür entscheiden, wird die Operation geplant. Danach betreut Sie ein Team, und Sie kommen zu Kontrollen.

question-first-appointment = Was erwartet mich beim ersten Termin?
answer-first-appointment =
    Das Team möchte wissen, ob die Therapie geeignet ist, und berät Sie. Nerven, Muskeln, Knochen und Gelenke werden untersucht, und Fachleute für Physiotherapie sehen sich an, was Sie können. Das Team fragt, was Sie schon versucht haben und was Sie sich erhoffen.

    Bringen Sie Briefe und Berichte von anderen Ärztinnen und Ärzten mit.

question-first-questions = Was soll ich beim ersten Termin fragen?
answer-first-questions =
    Suchen Sie auf diesen Seiten die Fragen aus, die Ihnen am wichtigsten sind, und schreiben Sie sie auf. Schreiben Sie dazu, was Sie können möchten oder was weniger wehtun oder leichter sein soll.

    Fragen Sie auch nach jeder Antwort, die Sie nicht verstanden haben.

question-find-specialist = Wie finde ich eine Spezialistin oder einen Spezialisten?

question-send-files = Wie schicke ich meine Anfrage und meine Berichte, und wann bekomme ich eine Antwort?

question-who-cares-after = Wer betreut mich, wenn ich die Pumpe habe?
answer-who-cares-after =
    Ein Team aus mehreren Berufen betreut Sie, und Sie kommen ambulant dorthin. Das können zum Beispiel Ärztinnen und Ärzte für Nerven, für Knochen und für Operationen, Ärztinnen und Ärzte für Narkose und Fachleute für Physiotherapie sein.

    Das Team passt die Dosis an, prüft, wie die Pumpe arbeitet, und plant die Nachfüllungen.

question-rehabilitation = Brauche ich mit der Pumpe Rehabilitation und Physiotherapie?
answer-rehabilitation =
    Ja, Training ist ein wesentlicher Teil der Therapie. Sie lernen neue Bewegungen, gewinnen Kraft, üben für den Alltag und beugen weiteren Schäden vor.

    Uns ist kein festes Trainingsprogramm bekannt. Ihre Klinik plant es mit Ihnen.

## Die Operation

topic-surgery = Die Operation

question-surgery-risks = Ich habe Angst vor der Operation. Welche Risiken hat sie?
answer-surgery-risks =
    Sagen Sie Ihrem Behandlungsteam, dass Sie Angst haben, und fragen Sie es nach seinen eigenen Zahlen. Es kann etwas schiefgehen, am häufigsten mit dem dünnen Schlauch. In einer Sammlung von 1362 Operationen gab es 558 Probleme: 66 % mit dem Schlauch, 27 % durch die Operation selbst und 7 % mit der Pumpe. Das zählt Probleme, nicht Menschen, und ein Mensch kann mehrere haben.

    In einer Studie mit 341 Kindern hatten 14,6 % der Kinder irgendwann eine Infektion. Es kam auch vor, dass Rückenmarksflüssigkeit austrat. Mit einem neueren Schlauch hatten 7 von 126 Patientinnen und Patienten ein Problem damit.

question-therapy-risks = Welche Risiken hat die Therapie?
answer-therapy-risks =
    Es gibt zwei große Gefahren: zu wenig Medikament (Entzug) und zu viel (Überdosis). Beide können lebensbedrohlich sein, lernen Sie also ihre Zeichen. Der Schlauch oder die Pumpe kann versagen, und dann kann eine Operation nötig sein.

    In einem Register mit 1743 Patientinnen und Patienten beendeten 0,3 % die Therapie wegen eines schädlichen Ereignisses.

question-anaesthesia = Schlafe ich während der Operation?
answer-anaesthesia =
    Ein Zentrum für Kinder setzt die Pumpe unter Vollnarkose ein. Das bedeutet, dass das Kind tief schläft und nichts spürt.

    Ihre Klinik sagt Ihnen, wie sie das macht.

question-after-surgery = Was erwartet mich nach der Operation?
answer-after-surgery =
    In einer Umfrage unter Ärztinnen und Ärzten blieben die Menschen 2 bis 5 Tage im Krankenhaus. Nach dem Start der Pumpe beobachtet Sie das Team mindestens 8 Stunden lang. In den ersten 24 Stunden wird die Dosis nicht erhöht. Danach wird sie in kleinen Schritten erhöht, bis sie passt.

    Wenn Sie nach Hause gehen, bekommen Sie eine Pumpenkarte und einen Plan für Notfälle. Tragen Sie beides bei sich.

question-allergy-materials = Was ist, wenn ich gegen die Materialien allergisch bin, und kann man mich darauf testen?

question-other-medicines-stop = Werde ich meine anderen Medikamente gegen Spastik absetzen?
answer-other-medicines-stop =
    Setzen Sie kein Medikament von sich aus ab. Nach der Operation kann das Team Ihre Tabletten gegen Spastik verringern, eine Sorte nach der anderen und in Schritten von einem Viertel bis zur Hälfte. Baclofen-Tabletten kommen zuerst.

    Behalten Sie trotzdem Baclofen-Tabletten zu Hause, so wie Ihr Behandlungsteam es Ihnen sagt.

## Die Pumpe selbst

topic-pump = Die Pumpe selbst

question-pump-size = Wie groß ist die Pumpe?
answer-pump-size-20 =
    Ihre Pumpe fasst bis zu 20 ml Medikament.

    Alles Weitere sagt Ihnen Ihre Klinik, und sie kann Ihnen zeigen, wie groß die Pumpe von außen ist.

answer-pump-size-40 =
    Ihre Pumpe fasst bis zu 40 ml Medikament.

    Alles Weitere sagt Ihnen Ihre Klinik, und sie kann Ihnen zeigen, wie groß die Pumpe von außen ist.

question-pump-feel = Wie fühlt sich die Pumpe im Körper an?

question-pump-show = Sieht man die Pumpe unter meiner Kleidung?
answer-pump-show =
    Die Pumpe ist unter der Kleidung vielleicht nicht zu sehen, sagt eine Klinik ihren Patientinnen und Patienten. Sie liegt dicht unter der Haut, höchstens 2,5 cm tief.

    Wie sehr man sie sieht, hängt von Ihnen und Ihrer Pumpe ab. Fragen Sie Ihre Klinik.

question-pump-noise = Macht die Pumpe ein Geräusch?
answer-pump-noise-synchromed-ii =
    Ihre Pumpe gibt Töne ab, wenn etwas Aufmerksamkeit braucht. Wenn Sie einen Ton hören, sehen Sie bei der Frage nach, was zu tun ist, wenn die Pumpe Alarm gibt.

    Ihre Klinik sagt Ihnen, ob Sie sonst noch etwas hören können.

question-battery = Wie lange hält die Batterie?
answer-battery-synchromed-ii =
    Ihre Pumpe hält meist 5 bis 7 Jahre, höchstens 7 Jahre. Das hängt davon ab, wie schnell das Medikament fließt. Wenn das Ende nahe ist, gibt die Pumpe einen Einzelton ab. Sie läuft dann noch höchstens 90 Tage, und danach bleibt sie stehen, rufen Sie also Ihre Klinik an, wenn Sie den Ton hören.

answer-battery-medstream =
    Die Batterie Ihrer Pumpe soll 8 Jahre halten.

    Alles Weitere sagt Ihnen Ihre Klinik.

question-pump-replaced = Wann wird die Pumpe ausgetauscht?
answer-pump-replaced-synchromed-ii =
    Ihre Pumpe wird in einer Operation ausgetauscht, bevor ihre Batterie verbraucht ist. Das ist meist nach 5 bis 7 Jahren. Planen Sie das mit Ihrer Klinik mindestens 3 Monate im Voraus. Wenn die Pumpe den Einzelton für den Austausch abgibt, rufen Sie Ihre Klinik an: Die Pumpe muss innerhalb von 90 Tagen ausgetauscht werden.

answer-pump-replaced =
    Die Pumpe wird in einer Operation ausgetauscht. Planen Sie das mit Ihrer Klinik mindestens 3 Monate im Voraus.

    Ihre Klinik sagt Ihnen, wann es bei Ihrer Pumpe so weit ist.

question-catheter-replaced = Wann wird der dünne Schlauch, der Katheter, ausgetauscht?
answer-catheter-replaced =
    Der Schlauch wird repariert oder ausgetauscht, wenn er das Medikament nicht mehr dorthin bringt, wohin es soll. Das Team prüft das mit Fragen, Röntgenbildern, einem Test durch die Pumpe und manchmal mit einem Kontrastmittel. In einer Gruppe von 167 Patientinnen und Patienten brauchten 33 eine Operation, um das Pumpensystem zu reparieren.

    Wenn Ihre Spastik zurückkommt, rufen Sie Ihre Klinik an. Alles Weitere sagt Ihnen Ihre Klinik.

## Leben mit der Pumpe

topic-living = Leben mit der Pumpe

question-activity = Welche Grenzen gibt es für meine Aktivität, und darf ich die Pumpe reiben oder drehen?
answer-activity =
    Reiben oder drehen Sie die Pumpe nicht durch die Haut hindurch.

    Fragen Sie Ihre Klinik nach jeder Sportart oder Aktivität. Zu Hitze, Tauchen, Fliegen und medizinischen Behandlungen gibt es auf diesen Seiten eigene Fragen.

question-contact-sport = Darf ich Kontaktsport treiben?

question-driving = Darf ich Auto fahren?
answer-driving =
    Seien Sie vorsichtig. Das Medikament kann Sie schläfrig machen.

    Fragen Sie Ihre Klinik, bevor Sie fahren.

question-alcohol = Darf ich Alkohol trinken?
answer-alcohol =
    Seien Sie vorsichtig mit Alkohol. Fragen Sie Ihre Klinik, bevor Sie welchen trinken.

question-other-medicines = Welche anderen Medikamente darf ich nehmen?

question-bath-shower = Darf ich heiß baden oder duschen?
answer-bath-shower-synchromed-ii =
    Seien Sie vorsichtig mit Hitze über 39 °C. Der Hersteller Ihrer Pumpe warnt davor bei Whirlpools, Saunen und Solarien: Ihre Pumpe kann dann mehr Medikament abgeben, als sie soll.

    Ihre Klinik sagt Ihnen, was für das Baden oder Duschen zu Hause gilt.

question-heat = Darf ich in einen Whirlpool, eine Sauna, ein Dampfbad oder ein Solarium?
answer-heat-synchromed-ii =
    Gehen Sie nicht in Whirlpools, Saunen und Solarien, die heißer als 39 °C sind. Durch die Hitze fließt das Medikament schneller, und das kann zu einer Überdosis führen. Wer in der Hitze sehr schläfrig, schwach oder kurzatmig wird, braucht jetzt Hilfe: Rufen Sie die Notrufnummer des Landes an, in dem Sie sind.

    Fragen Sie Ihre Klinik nach Dampfbädern.

question-diving = Darf ich tauchen?
answer-diving-synchromed-ii =
    Tauchen Sie nicht tiefer als 10 m. Wasser drückt auf die Pumpe: Nach einem Tauchgang auf 30 m fand man bei einer Person den Boden der Pumpe eingedrückt.

    Fragen Sie Ihre Klinik, bevor Sie überhaupt tauchen.

question-microwave = Darf ich einen Mikrowellenherd benutzen?

question-pregnancy = Darf ich schwanger werden oder stillen?

## Reisen

topic-travel = Reisen

question-security-gates = Darf ich durch Diebstahlschleusen und Metalldetektoren gehen?
answer-security-gates-synchromed-ii =
    Ja, gehen Sie hindurch und verweilen Sie nicht darin. Die Pumpe kann den Detektor auslösen, zeigen Sie also Ihre Pumpenkarte.

question-flying = Darf ich fliegen, und was geschieht am Flughafen?
answer-flying-synchromed-ii =
    Fragen Sie Ihre Klinik, bevor Sie fliegen. Wenn der Luftdruck um Sie herum sinkt, kann Ihre Pumpe mehr Medikament abgeben, als sie soll. Das kann auch nach Ihrer Rückkehr weitergehen.

    Am Flughafen kann die Pumpe die Detektoren auslösen. Tragen Sie Ihre Pumpenkarte bei sich und zeigen Sie sie.

question-travel-abroad = Was tue ich vor einer langen Reise oder einer Reise ins Ausland?
answer-travel-abroad =
    Sprechen Sie früh mit Ihrer Klinik. Lassen Sie die Pumpe vor der Abreise nachfüllen. Nehmen Sie Baclofen-Tabletten und Ihre Notfallangaben mit.

question-time-zones = Was ist mit Zeitzonen und Sommerzeit?
answer-time-zones-flex =
    Rufen Sie Ihre Klinik an, bevor Sie in eine andere Zeitzone reisen. Ihre Dosis ändert sich über den Tag, und die Uhr der Pumpe stellt sich nicht selbst um. Darum kommen die Änderungen früher oder später, als Sie es gewohnt sind, und zwar um die Zahl der Stunden zwischen den Orten. Dasselbe geschieht, wenn die Uhren auf Sommer- oder Winterzeit umgestellt werden.

answer-time-zones =
    Wenn Ihre Pumpe den ganzen Tag die gleiche Dosis gibt, sind andere Zeitzonen am einfachsten. Wenn Ihre Dosis sich über den Tag ändert, rufen Sie Ihre Klinik an, bevor Sie reisen, denn die Uhr der Pumpe stellt sich nicht selbst um.

## Bildaufnahmen und andere Behandlungen

topic-treatments = Bildaufnahmen und andere Behandlungen

question-mri = Darf ich eine MRT bekommen?
answer-mri-synchromed-ii =
    Sagen Sie dem MRT-Team und Ihrer Klinik vor der MRT, dass Sie die Pumpe haben. Mit Ihrer Pumpe ist eine MRT unter bestimmten Bedingungen erlaubt, bis 3 Tesla, und das Team muss diese zuerst nachschlagen. Der starke Magnet hält den Motor der Pumpe an. Er sollte von selbst wieder anlaufen, aber das kann 2 bis 24 Stunden dauern.

    Lassen Sie die Pumpe nach der MRT prüfen. Wenn Sie den Zweitonalarm hören, rufen Sie jetzt Ihre Klinik an: Das Medikament kann ausbleiben, bis die Pumpe ausgelesen wurde.

answer-mri-prometra-ii =
    Sagen Sie dem MRT-Team und Ihrer Klinik vor der MRT, dass Sie die Pumpe haben. Mit Ihrer Pumpe ist eine MRT unter bestimmten Bedingungen erlaubt, bis 1,5 Tesla. Die Klinik muss die Pumpe zuerst entleeren. Im Magneten schließt ein Ventil, und es bleibt geschlossen, bis jemand es von Hand zurücksetzt.

    Bis dahin fließt kein Medikament. Gehen Sie dafür also nach der MRT ohne Verzögerung in Ihre Klinik.

answer-mri-prometra =
    Gehen Sie nicht in ein MRT-Gerät. Sagen Sie allen, die eine Bildaufnahme planen, dass Sie die Pumpe haben, und fragen Sie Ihre Klinik, was stattdessen zu tun ist. Die europäischen Papiere Ihrer Pumpe sagen seit 2019, dass sie dort nicht sicher ist. Die Ventile der Pumpe können sich im Magneten öffnen und das Medikament herauslassen.

question-hyperbaric = Darf ich in eine Druckkammer (Überdruckkammer)?
answer-hyperbaric-synchromed-ii =
    Fragen Sie zuerst Ihre Ärztin oder Ihren Arzt. Der Druck darf nicht höher als 2 Atmosphären sein, den normalen Luftdruck mitgerechnet. Die Pumpe muss vorher aufgefüllt werden, und die Dosis bleibt, wie sie ist. Unter hohem Druck gibt Ihre Pumpe weniger Medikament ab.

question-ultrasound = Darf ich Ultraschall oder andere Behandlungen bekommen?
answer-ultrasound-synchromed-ii =
    Sagen Sie dem Personal vor jeder Bildaufnahme oder Behandlung, dass Sie die Pumpe haben. Der Ultraschallkopf muss 15 cm Abstand von der Pumpe halten.

    Wenn das Personal nicht sicher ist, bitten Sie es, zuerst Ihre Klinik anzurufen.

## Nachfüllungen, Dosis und Tabletten

topic-follow-up = Nachfüllungen, Dosis und Tabletten

question-follow-up-visits = Was geschieht bei den Kontrollen?
answer-follow-up-visits =
    Das Team passt Ihre Dosis an, prüft, wie die Pumpe arbeitet, und plant die nächste Nachfüllung. Sagen Sie, was besser und was schlechter geworden ist.

question-refill-visit = Wie läuft ein Nachfülltermin ab?
answer-refill-visit-synchromed-ii =
    Eine Klinik sagt, dass er etwa 10 Minuten dauert. Das Team liest zuerst die Pumpe aus und sieht, wie viel noch da sein sollte. Dann wird eine Nadel durch die Haut in die Pumpe gestochen. Das alte Medikament wird herausgezogen, seine Menge wird mit der erwarteten verglichen, und neues Medikament wird langsam eingefüllt.

    Fragen Sie nach dem Datum der nächsten Nachfüllung und des nächsten Alarms.

answer-refill-visit =
    Sie kommen dafür in die Klinik. Eine Klinik sagt, dass es etwa 10 Minuten dauert.

    Alles Weitere sagt Ihnen Ihre Klinik.

question-refill-how-often = Wie oft muss die Pumpe nachgefüllt werden?
answer-refill-how-often =
    Die meisten Menschen kommen alle 3 bis 4 Monate. Je nach Pumpe und Dosis kann alles von 1 bis 6 Monaten vorkommen. Das Medikament darf nicht länger als 180 Tage in der Pumpe bleiben, und ein Zentrum für Kinder füllt innerhalb von 11 Wochen nach.

    Am besten wird 3 bis 5 Tage vor dem Datum nachgefüllt, an dem der Alarm ertönen würde.

question-dose-change = Wie wird die Dosis geändert?
answer-dose-change-constant-flow =
    Ihre Pumpe gibt ihr Medikament mit einer festen Geschwindigkeit ab. Um die Dosis zu ändern, füllt die Klinik eine stärkere oder eine schwächere Lösung ein.

answer-dose-change =
    Das Behandlungsteam ändert sie, indem es die Pumpe von außen mit einem besonderen Gerät programmiert. Die Pumpe bleibt in Ihrem Körper. Auch die Stärke des Medikaments in der Pumpe kann geändert werden.

question-tablets-at-home = Soll ich Baclofen-Tabletten zu Hause haben?
answer-tablets-at-home =
    Ja, halten Sie zu Hause einen Vorrat an Baclofen-Tabletten bereit. Fragen Sie Ihre Klinik nach dem Plan: wann Sie sie nehmen, wie viele und wen Sie anrufen. Beginnen oder beenden Sie die Einnahme nicht außerhalb dieses Plans.

question-home-refill = Kann die Pumpe zu Hause nachgefüllt werden?
answer-home-refill =
    Das gibt es an manchen Orten. Ein Dienst macht das und ist Tag und Nacht erreichbar. In einer Studie füllte ein Krankenhaus bei 20 Patientinnen und Patienten zu Hause nach, wobei der Ultraschall aus der Ferne mitverfolgt wurde, und die Hälfte der Besuche dauerte 26 Minuten oder weniger.

    Ihre Klinik sagt Ihnen, ob es dort möglich ist, wo Sie wohnen.

## Gefahrenzeichen und Hilfe rufen

topic-danger = Gefahrenzeichen und Hilfe rufen

question-missed-refill = Was ist, wenn ich eine Nachfüllung versäume?
answer-missed-refill-synchromed-ii =
    Rufen Sie sofort Ihre Klinik an, auch wenn Sie sich wohlfühlen. Wenn die Pumpe leer ist, fließt kein Medikament. Der Entzug, die Krankheit durch zu wenig Medikament, kann 1 bis 3 Tage später beginnen und lebensbedrohlich sein. Das Leerlaufen kann auch der Pumpe schaden.

    Achten Sie darauf, ob die Spastik zurückkommt, und auf Juckreiz ohne Ausschlag. Bei Fieber, Verwirrtheit oder starker Steifigkeit rufen Sie die Notrufnummer des Landes an, in dem Sie sind.

answer-missed-refill =
    Rufen Sie sofort Ihre Klinik an, auch wenn Sie sich wohlfühlen. Wenn die Pumpe leer ist, fließt kein Medikament. Der Entzug, die Krankheit durch zu wenig Medikament, kann 1 bis 3 Tage später beginnen und lebensbedrohlich sein.

    Achten Sie darauf, ob die Spastik zurückkommt, und auf Juckreiz ohne Ausschlag. Bei Fieber, Verwirrtheit oder starker Steifigkeit rufen Sie die Notrufnummer des Landes an, in dem Sie sind.

question-alarm-sound = Wie klingt ein Alarm der Pumpe?
answer-alarm-sound-synchromed-ii =
    Wenn Sie zwei Töne hören, rufen Sie jetzt Ihre Klinik an. Ihre Pumpe hat zwei Arten von Alarm. Der eine ist ein Einzelton von etwa 1 Sekunde, der etwa einmal pro Stunde kommt. Der andere ist ein Zweiton von etwa 3 Sekunden, und er ist der gefährliche. Bitten Sie Ihre Klinik, Ihnen beide Töne mit ihrem Programmiergerät vorzuspielen.

    Achten Sie auf Zeichen für zu viel oder zu wenig Medikament, auch wenn kein Alarm ertönt. Nichts in Ihrer Pumpe misst, wie viel Medikament noch da ist: Sie rechnet es aus ihrem Programm aus, darum ertönt kein Alarm, wenn sie zu viel abgibt.

question-alarm-do = Was tue ich, wenn die Pumpe Alarm gibt?
answer-alarm-do-synchromed-ii =
    Zwei Töne: Rufen Sie jetzt Ihre Klinik an, bei Tag oder Nacht. Das Medikament fließt vielleicht nicht mehr, und das kann lebensbedrohlich sein. Wenn Sie niemanden erreichen, begeben Sie sich jetzt in ein Krankenhaus oder rufen Sie die Notrufnummer des Landes an, in dem Sie sind.

    Ein Einzelton: Rufen Sie heute Ihre Klinik an. Die Pumpe braucht vielleicht eine Nachfüllung, oder sie muss innerhalb von 90 Tagen ausgetauscht werden. Sagen Sie, welchen der beiden Sie gehört haben, wie oft und seit wann.

question-withdrawal-signs = Was sind die Zeichen des Entzugs (zu wenig Medikament)?
answer-withdrawal-signs =
    Frühe Zeichen sind, dass die Spastik zurückkommt oder dass die Haut ohne Ausschlag juckt: Rufen Sie sofort Ihre Klinik an, bei Tag oder Nacht. Späte Zeichen sind Fieber, Verwirrtheit und starke Steifigkeit: Schon bei einem davon rufen Sie die Notrufnummer des Landes an, in dem Sie sind, und sagen Sie „Baclofenpumpe, vielleicht Entzug“.

    Rufen Sie die Notrufnummer auch an, wenn Sie ein frühes Zeichen haben und mindestens einer dieser Punkte zutrifft: Sie erreichen die Klinik nicht; die Pumpe gibt Alarm; sie ist vielleicht leer oder angehalten; Sie sind besonders gefährdet.

    Besonders gefährdet sind Menschen mit einer Rückenmarkverletzung im oberen Rücken oder im Hals (in Höhe Th6 oder darüber), Menschen, die nicht sagen können, wie es ihnen geht, und Menschen, die schon einmal einen Entzug hatten. Der Entzug beginnt 1 bis 3 Tage, nachdem das Medikament aufgehört hat zu fließen, und kann zum Tod führen. Muskeln und Organe können geschädigt werden.

question-withdrawal-prevent = Wie beuge ich einem Entzug vor?
answer-withdrawal-prevent =
    Versäumen Sie nie eine Nachfüllung, und schreiben Sie sich das Datum auf. Am besten liegt sie 3 bis 5 Tage vor dem Datum des Alarms. Nehmen Sie jeden Alarm ernst und rufen Sie an. Halten Sie zu Hause Baclofen-Tabletten bereit, und kennen Sie Ihren Plan. Tragen Sie Ihre Pumpenkarte bei sich.

question-overdose-signs = Was sind die Zeichen einer Überdosis (zu viel Medikament)?
answer-overdose-signs =
    Rufen Sie die Notrufnummer des Landes an, in dem Sie sind, bei jedem dieser Zeichen: Schläfrigkeit, Schwindel, Schwäche, die im Körper nach oben steigt, Probleme beim Atmen, ein Krampfanfall, oder wenn sich jemand nicht wecken lässt. Sagen Sie: Baclofenpumpe, vielleicht Überdosis. Rufen Sie dann die Klinik an.

    Nach einer Änderung der Dosis ist die Wirkung nach 24 bis 48 Stunden am größten.

question-side-effects = Was sind häufige Nebenwirkungen?
answer-side-effects =
    Schläfrigkeit, Schwindel, neue Schwäche, ein Krampfanfall und Probleme beim Atmen können zu viel Medikament bedeuten: Rufen Sie die Notrufnummer des Landes an, in dem Sie sind. Wenn Sie etwas anderes Neues stört, rufen Sie Ihre Klinik an.

    Schwache, schlaffe Muskeln sind die häufigste Nebenwirkung: bei etwa 35 von 100 Menschen. Etwa 21 von 100 sind schläfrig, Kopfschmerzen haben etwa 11 von 100, und einen Krampfanfall haben 10 von 100.

question-when-to-call = Wann soll ich die Ärztin, den Arzt oder die Pflegekraft anrufen?
answer-when-to-call =
    Rufen Sie sofort Ihre Klinik an, wenn Sie eine Nachfüllung versäumt haben, wenn die Pumpe zwei Töne oder ein Signal abgibt, das Sie nicht kennen, wenn die Spastik zurückkommt oder wenn die Haut ohne Ausschlag juckt. Bei einem Einzelton rufen Sie Ihre Klinik heute an.

    Schon bei einem dieser Zeichen warten Sie nicht, rufen Sie die Notrufnummer des Landes an, in dem Sie sind: Fieber, starke Steifigkeit, Verwirrtheit, Schläfrigkeit, Schwindel, neue Schwäche, ein Krampfanfall, Probleme beim Atmen, oder wenn sich jemand nicht wecken lässt.

question-whom-to-call = Wen rufe ich tagsüber, nachts und am Wochenende an?

question-help-with-pump = Wann suche ich Hilfe für die Pumpe selbst?
answer-help-with-pump-synchromed-ii =
    Rufen Sie sofort Ihre Klinik an, wenn die Pumpe zwei Töne abgibt. Auch ein Einzelton bedeutet: anrufen. Rufen Sie auch sofort an, wenn Sie eine Nachfüllung versäumt haben. Fragen Sie Ihre Klinik, worauf Sie sonst noch achten sollen.

question-need-to-know = Was muss ich wissen, während ich die Pumpe nutze?
answer-need-to-know =
    Kennen Sie das Datum Ihrer nächsten Nachfüllung, und versäumen Sie sie nie. Kennen Sie die Zeichen für zu wenig und für zu viel Medikament, und wissen Sie, wen Sie anrufen. Halten Sie zu Hause Baclofen-Tabletten bereit, und tragen Sie Ihre Pumpenkarte bei sich.

    Sagen Sie dem Personal vor jeder Behandlung oder Bildaufnahme, dass Sie die Pumpe haben.
