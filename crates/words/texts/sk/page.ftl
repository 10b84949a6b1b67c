### The pages that open from a link, without signing in: the emergency page of the card's QR code, and the patient page.
### Who reads: the person with the pump, parents, carers; on the emergency page also staff of a hospital that does not know the pump.

## Každá stránka

page-skip = Prejsť na text
page-language = Jazyk
page-language-set = Zmeniť jazyk
page-menu = Stránky
page-nav-home = Začiatok
page-nav-beeps = Pumpa pípa
page-nav-sounds = Zvuky alarmu
page-nav-answers = Odpovede
page-nav-diary = Denník
page-nav-report = Oznámiť klinike
page-nav-goals = Ciele
page-nav-appointments = Termíny
page-back = Späť na začiatok
page-call-now = Komu volať hneď teraz
page-call-others = Ďalšie čísla
page-call-until = Dvíha do { $until }.
page-call-always = Dvíha v každú hodinu.
page-call-fallback = Ak nikto iný nedvíha.
page-call-missing = Vaša klinika pre túto stránku nezadala telefónne číslo. Ak potrebujete pomoc hneď teraz, volajte tiesňovú linku krajiny, v ktorej ste.
page-call-emergency = V nebezpečenstve: volajte tiesňovú linku krajiny, v ktorej ste, potom tím pre pumpu.
page-facts-from = Tieto údaje sú z { $moment } ({ $zone }). Menia sa pri každej návšteve.
page-saved = Bez spojenia. Vidíte, čo sa uložilo { $moment }. Odvtedy sa to mohlo zmeniť. Ak máte pochybnosti, volajte.
page-saved-note = Po prvom otvorení sa táto stránka otvorí aj bez spojenia. Vtedy ukazuje, čo sa uložilo naposledy.
page-private = Kto má tento odkaz, vidí túto stránku. Dajte ho iba ľuďom, ktorým dôverujete. Ak sa dostane do nesprávnych rúk, povedzte to svojej klinike: môže ho vypnúť.
page-not-sure = Nie je to isté
page-not-known = Nie je známe. Opýtajte sa svojej kliniky.
page-error-title = Pozrite sa, prosím, znova na toto:

## Odkaz, ktorý nič neotvára, a odkaz, ktorý sa otvára priveľmi často

page-gone-title = Tento odkaz nič neotvára
page-gone-why = Môže v ňom byť preklep alebo ho klinika mohla vypnúť. Požiadajte kliniku o nový odkaz.
page-gone-emergency = Ak potrebujete pomoc hneď teraz, volajte tiesňovú linku krajiny, v ktorej ste, a povedzte: „V tele je baklofénová pumpa.“
page-often-title = Otvorené priveľmi často
page-often-why = Táto stránka sa za poslednú hodinu otvorila veľmi často. Počkajte, prosím, a skúste to neskôr. Zavolať môžete kedykoľvek.
page-often-guess = Z vášho internetového pripojenia prišlo veľa nesprávnych odkazov. Počkajte, prosím, hodinu a skúste to znova.

## Núdzová stránka: údaje

page-emergency-title = Núdza: baklofénová pumpa
page-emergency-lead = Táto osoba má pod kožou pumpu, ktorá podáva baklofén do tekutiny okolo miechy. Primálo alebo priveľa môže zabiť.
page-emergency-warnings = Najprv si prečítajte toto
page-emergency-facts = Údaje
page-fact-name = Meno
page-fact-born = Dátum narodenia
page-fact-born-value = { $date } ({ $age ->
        [one] { $age } rok
        [few] { $age } roky
        [many] { $age } roka
       *[other] { $age } rokov
    })
page-fact-pump = Pumpa
page-fact-serial = Sériové číslo
page-fact-drug = Liek
page-fact-strength = Koncentrácia
page-fact-dose = Dávka za 24 hodín, ako sa naposledy videla v pumpe
page-fact-mode = Ako pumpa beží
page-fact-since = Od
page-fact-refill = Ďalšie doplnenie najneskôr
page-fact-alarm = Alarm nízkeho stavu zásobníka, podľa výpočtu
page-fact-empty = Prázdna, podľa výpočtu
page-fact-empty-early = { $date }, najskôr { $early }
page-fact-allergies = Alergie
page-dose-stopped = Pumpa je zastavená alebo prázdna. Posledný potvrdený program:
page-dose-not-sure = Nie je to isté. Posledný potvrdený program:
page-strength-not-seen = { $vial } na fľaštičke; v pumpe nevidené
page-strength-differs = { $told } zadané pumpe; { $vial } na fľaštičke
page-mode-continuous = celý deň rovnako
page-mode-flex = mení sa počas dňa
page-mode-minimum-rate = najnižšia rýchlosť
page-mode-stopped = zastavená
page-mode-patient-bolus = Osoba si môže pridať ďalšie dávky.
page-since-read-back = { $moment }, spätne prečítané z pumpy
page-since-found = { $moment }, zistené v pumpe
page-since-surgery = { $moment }, nastavené pri operácii

## Núdzová stránka: varovania

page-warn-died = Podľa tohto záznamu táto osoba zomrela { $date }.
page-warn-no-pump = V tomto zázname nie je žiadna pumpa.
page-warn-taken-out = Pumpa bola vybratá { $moment }.
page-warn-order = { $moment } bol podpísaný predpis. Nie je isté, či je v pumpe, preto nie je istá dávka. Dajte načítať údaje z pumpy.
page-warn-not-baclofen = V pumpe je „{ $drug }“. Nie je to žiadny z prípravkov baklofénu, ktoré sú tu uvedené. Kroky nižšie sú pre baklofén.
page-warn-empty = Pumpa je podľa výpočtu prázdna od { $moment }.
page-warn-stopped = Pumpa nič nepodáva od { $moment }.
page-warn-stopped-unknown = Pumpa nič nepodáva. Odkedy, nie je známe.
page-warn-doubtful = Nie je známe, či pumpa podáva liek, od { $moment }. Dajte načítať údaje z pumpy.
page-warn-doubtful-unknown = Nie je známe, či pumpa podáva liek, ani odkedy. Dajte načítať údaje z pumpy.
page-warn-by-record = Podľa tohto záznamu pumpa nič nepodáva.
page-warn-no-program = V pumpe sa ešte nevidel žiadny program.
page-warn-critical-alarm = Vážny alarm nie je vyriešený: je možné, že pumpa už nepodáva liek.
page-warn-minimum-rate = Pumpa beží najnižšou rýchlosťou. Tá udržiava hadičku priechodnú a nikoho nelieči.
page-warn-bolus-single = Jednorazová dávka navyše beží do { $moment }.
page-warn-bolus-bridge = Premosťovací bolus beží do { $moment }: v katétri je ešte stará koncentrácia. Dávka na programovacom prístroji nie je to, čo osoba dostáva.
page-warn-bolus-prime = Plniaci bolus, ktorý naplní hadičku, beží do { $moment }.
page-warn-open = Niečo vážne o tejto pumpe nie je vyriešené. Opýtajte sa tímu pre pumpu.

## Núdzová stránka: čo robiť

page-danger-withdrawal = Primálo lieku: abstinenčný stav
page-danger-overdose = Priveľa lieku: predávkovanie
page-danger-either = Môže ísť o jedno alebo druhé
page-danger-signs = Príznaky
page-danger-times = Kedy
page-danger-steps = Prvé kroky
page-danger-never = Čo nerobiť
page-danger-alarm = Keď pumpa vydáva zvuk
page-danger-mri = MR
page-danger-mri-none = Pre túto pumpu tu nie je nič uvedené. Žiadna MR skôr, než tím pre pumpu povie, čo pre ňu platí.
page-danger-staff = Kroky sú určené personálu nemocnice.

## Začiatočná stránka

page-home-title = Vaša pumpa
page-home-of = Pumpa: { $name }
page-home-beeps = Pumpa práve pípa
page-home-beeps-hint = Odpovedzte na niekoľko otázok. Dozviete sa, komu volať a ako rýchlo.
page-home-danger-now = Necítite sa dobre alebo sa vrátila stuhnutosť?
page-home-next = Čo bude nasledovať
page-home-refill = Ďalšie doplnenie do
page-home-refill-late = Tento dátum už uplynul. Zavolajte svojej klinike hneď teraz.
page-home-alarm = Alarm nízkeho stavu zásobníka zaznie asi
page-home-empty = Pumpa bude prázdna asi
page-home-calculated = Podľa výpočtu: nič v pumpe nemeria, koľko zostáva. Dodržte dátum doplnenia, nečakajte na alarm.
page-home-visit = Najbližší termín
page-home-visit-none = Nie je objednaný žiadny termín.
page-home-runs = Čo je v pumpe
page-home-doubt = Nie všetko o vašej pumpe je vyriešené. Zavolajte svojej klinike a opýtajte sa.
page-home-no-pump = V tomto zázname teraz nie je žiadna pumpa.
page-home-more = Ďalšie
page-home-sounds-hint = Ako znie každý alarm vašej pumpy a čo znamená.
page-home-answers-hint = Otázky a odpovede pre vašu pumpu.
page-home-diary-hint = Kŕče, spánok, bolesť, vedľajšie účinky: minúta denne.
page-home-report-hint = Je niečo zle alebo nové? Napíšte svojej klinike.
page-home-goals-hint = Čo chcete dosiahnuť.
page-home-appointments-hint = Kedy a kde.

## Pumpa pípa

page-beeps-title = Pumpa pípa
page-beeps-lead = Odpovedajte za osobu s pumpou. Ak to neviete iste, povedzte to: „nie je to isté“ je tiež odpoveď.
page-beeps-unsure = Ak si čímkoľvek nie ste istí alebo to trvá pridlho, volajte hneď teraz.
page-beeps-since = Odkedy? (vlastnými slovami)
page-beeps-judge = Ukázať, čo robiť
page-beeps-again = Odpovedať znova
page-beeps-why = Prečo
page-beeps-never = Čo nerobiť
page-beeps-record-title = Oznámiť klinike
page-beeps-record-why = Vaše odpovede sa tým zapíšu do zoznamu kliniky. Nenahrádza to telefonát: najprv zavolajte.
page-beeps-record-text = Niečo ďalšie (môžete nechať prázdne)
page-beeps-record = Poslať klinike
page-beeps-recorded = Vaša klinika to dostala. Ak ste ešte nevolali, volajte hneď teraz.
page-beeps-not-a-call = Možno to ešte nikto nečítal.
page-beeps-error-sound = Povedzte, ako to znie. „Nie je to isté“ je tiež odpoveď.
page-beeps-error-often = Povedzte, ako často to znie. „Nie je to isté“ je tiež odpoveď.
page-beeps-error-since = Povedzte, odkedy. „Nie je známe“ je tiež odpoveď.
page-beeps-error-withdrawal = Zaškrtnite príznaky, že lieku je primálo, alebo že žiadne nie sú, alebo že to nikto nevie povedať.
page-beeps-error-overdose = Zaškrtnite príznaky, že lieku je priveľa, alebo že žiadne nie sú, alebo že to nikto nevie povedať.
page-beeps-error-both = Zaškrtnite buď príznaky, alebo „nič z toho“, nie oboje.
page-beeps-error-risk = Odpovedzte na otázku o riziku. „Nie je to isté“ je tiež odpoveď.
page-beeps-saved-rule = Ste bez spojenia a tento formulár spojenie potrebuje. Nečakajte naň: volajte hneď teraz.

## Zvuky alarmu

page-sounds-title = Ako znejú alarmy vašej pumpy
page-sounds-lead = Vypočujte si ich raz, aby ste ich poznali. Ak niektorý počujete zo svojej pumpy, prejdite na „Pumpa pípa“.
page-sounds-pitch = Rytmus je vytvorený podľa toho, čo je uvedené pre vašu pumpu. Výšku tónu sme zvolili sami: vaša pumpa môže znieť inak. Požiadajte kliniku, aby vám prehrala jej skutočné tóny.
page-sounds-unknown = Nie je tu uvedené, ako vaša pumpa znie, alebo to, akú pumpu máte. Preto sa každý tón berie ako vážny: okamžite volajte. Požiadajte kliniku, aby vám tóny prehrala.
page-sounds-two-tone = Dva striedavé tóny: vážne
page-sounds-single-tone = Jeden tón
page-sounds-two-tone-means = Je možné, že pumpa už nepodáva liek. Zavolajte svojmu tímu pre pumpu hneď teraz, vo dne aj v noci.
page-sounds-single-tone-means = Zavolajte dnes svojmu tímu pre pumpu. Môže byť potrebné doplnenie alebo nová pumpa.
page-sounds-lasts = Jeden zvuk trvá
page-sounds-cadence = Ozve sa znova
page-sounds-every = v intervale: { $span }
page-sounds-every-about = v intervale asi: { $span }
page-sounds-not-found = nenašlo sa v žiadnom zdroji
page-sounds-not-verified = { $value } (neoverené: zdroj pre to sa nevidel)
page-sounds-kinds = Môže to znamenať
page-sounds-play = Prehrať tento zvuk
page-sounds-no-audio = Váš prehliadač to tu nevie prehrať. Namiesto toho si zvuk stiahnite.
page-sounds-calculated = Keď pumpa podáva priveľa, neznie žiadny alarm. Ticho neznamená, že je všetko v poriadku.
page-alarm-low-reservoir = V pumpe zostáva málo lieku.
page-alarm-empty-reservoir = Pumpa je podľa výpočtu prázdna.
page-alarm-elective-replacement = Pumpu bude treba čoskoro vymeniť.
page-alarm-end-of-service = Batéria je vybitá: pumpa sa zastavuje.
page-alarm-motor-stall = Motor stojí.
page-alarm-stopped-too-long = Pumpa je zastavená pridlho.
page-alarm-memory-error-minor = Malá chyba pamäte; pumpa ďalej podáva liek.
page-alarm-memory-error-critical = Vážna chyba pamäte; pumpa možno nepodáva liek tak, ako má.
page-alarm-low-battery-reset = Pumpa sa pre slabú batériu spustila odznova a môže podávať veľmi málo.

## Odpovede

page-answers-title = Otázky a odpovede
page-answers-search = Hľadanie
page-answers-search-hint = Napríklad: kúpeľ, lietanie, alarm
page-answers-search-go = Hľadať
page-answers-found = { $n ->
        [0] Pre „{ $q }“ sa nič nenašlo.
        [one] Pre „{ $q }“ sa našla { $n } otázka.
        [few] Pre „{ $q }“ sa našli { $n } otázky.
        [many] Pre „{ $q }“ sa našlo { $n } otázky.
       *[other] Pre „{ $q }“ sa našlo { $n } otázok.
    }
page-answers-all = Všetky otázky
page-answers-clinic = Na toto odpovedá vaša klinika.
page-answers-clinic-why = Žiadny zdroj, ktorému dôverujeme, na to pre vašu pumpu a vašu situáciu neodpovedá. Preto sa opýtajte svojej kliniky tu.
page-answers-source = Zdroj
page-answers-grade-a = Od výrobcov, úradov alebo z vedy
page-answers-grade-b = Zo sekundárneho zdroja
page-answers-grade-d = Od samotného programu thecal
page-answers-approved = Pre vašu kliniku schválené: { $name }, { $date }.
page-answers-not-approved = Vaša klinika túto odpoveď ešte neschválila. Ak sa na ňu chcete spoľahnúť, opýtajte sa jej.
page-answers-yours = Vo vašom prípade
page-answers-ask = Opýtať sa kliniky
page-answers-ask-lead = Na to, čo môže počkať. V nebezpečenstve volajte.
page-answers-ask-text = Vaša otázka
page-answers-ask-more = Niečo pridať (môžete nechať prázdne)
page-answers-ask-send = Poslať otázku
page-answers-asked = Vaša otázka prišla na kliniku. Odpoveď bude na tejto stránke.
page-answers-error-text = Napíšte, čo chcete vedieť.
page-answers-own = Vaše otázky
page-answers-asked-on = Otázka z { $date }
page-answers-answered-on = Vaša klinika, { $date }
page-answers-waiting = Zatiaľ bez odpovede.
page-answers-none = Zatiaľ ste sa nič neopýtali.

## Denník

page-diary-title = Denník
page-diary-lead = Vidí ho váš ošetrujúci tím. Čo nechcete povedať, nechajte prázdne. Nie je na núdzové situácie: v nebezpečenstve volajte.
page-diary-day = Deň
page-diary-spasms = Kŕče v ten deň (číslo)
page-diary-sleep = Aká bola noc?
page-diary-sleep-good = dobrá
page-diary-sleep-broken = prebúdzanie pre kŕče alebo bolesť
page-diary-sleep-bad = zlá
page-diary-not-said = Neuvádzam
page-diary-pain = Bolesť, od 0 (žiadna) do 10 (najhoršia)
page-diary-side-effects = Vedľajšie účinky (vlastnými slovami)
page-diary-note = Niečo ďalšie
page-diary-save = Uložiť tento deň
page-diary-saved = Uložené.
page-diary-past = Posledných 30 dní
page-diary-empty = Zatiaľ nie je nič napísané.
page-diary-column-spasms = Kŕče
page-diary-column-sleep = Noc
page-diary-column-pain = Bolesť
page-diary-column-other = Vedľajšie účinky a poznámky
page-diary-error-day = Vyberte deň z posledných 31 dní.
page-diary-error-spasms = Napíšte celé číslo od 0 do 999 alebo to nechajte prázdne.
page-diary-error-sleep = Vyberte jednu z odpovedí.
page-diary-error-pain = Vyberte číslo od 0 do 10 alebo to nechajte prázdne.
page-diary-error-empty = Povedzte o tom dni aspoň jednu vec.

## Oznámenie klinike

page-report-title = Oznámiť klinike
page-report-lead = Na to, čo cítite alebo vidíte. Ak pumpa vydáva zvuk, použite „Pumpa pípa“.
page-report-signs = Je tu niečo z tohto? Zaškrtnite všetko, čo je prítomné.
page-report-signs-little = Príznaky, že lieku je primálo
page-report-signs-much = Príznaky, že lieku je priveľa
page-report-text = O čo ide?
page-report-since = Odkedy?
page-report-send = Poslať klinike
page-report-sent = Vaša klinika to dostala.
page-report-sent-read = Prečíta sa to v pracovný deň. Ak sa to zhorší, nečakajte: volajte.
page-report-error-empty = Zaškrtnite príznak alebo napíšte, o čo ide.
page-report-error-long = Je to pridlhé. Skráťte to a pošlite znova.
page-report-error-many = Dnes prišlo z tohto odkazu viac, než stránka prijíma. Nebolo to odoslané. Zavolajte, prosím, svojej klinike.
page-report-error-failed = Nebolo to odoslané. Skúste to znova alebo zavolajte svojej klinike.
page-report-past = Čo ste oznámili klinike
page-report-past-alarm = Alarm
page-report-past-symptom = Niečo, čo ste pocítili alebo videli
page-report-seen = Vaša klinika to vybavila.

## Ciele

page-goals-title = Vaše ciele
page-goals-lead = Čo chcete s ošetrujúcim tímom dosiahnuť. Na návštevách sa na ne znova pozriete.
page-goals-none = Zatiaľ nie sú zapísané žiadne ciele. Opýtajte sa ošetrujúceho tímu.
page-goals-level-much-less = Oveľa menej, než sa očakávalo
page-goals-level-less = Menej, než sa očakávalo
page-goals-level-expected = Tak, ako sa očakávalo
page-goals-level-more = Viac, než sa očakávalo
page-goals-level-much-more = Oveľa viac, než sa očakávalo
page-goals-rated = Kde ste boli { $date }
page-goals-not-rated = Zatiaľ neposúdené.
page-goals-language = Ciele sú napísané slovami, ktorými boli zapísané.

## Termíny

page-appointments-title = Vaše termíny
page-appointments-none = Nie je objednaný žiadny termín. Ak nejaký potrebujete, zavolajte svojej klinike.
page-appointments-change = Nemôžete prísť? Zavolajte svojej klinike včas. Doplnenie nikdy nevynechajte.
page-appointments-refill-by = Vaša pumpa sa musí doplniť do
page-appointments-minutes = Ako dlho
page-appointments-where = Kde
page-appointments-kind-test = Skúška
page-appointments-kind-implant = Operácia
page-appointments-kind-refill = Doplnenie pumpy
page-appointments-kind-visit = Návšteva
page-appointments-kind-review = Rozhovor s ošetrujúcim tímom
page-appointments-kind-phone-contact = Telefonát
page-appointments-zone = Časy sú podľa času kliniky ({ $zone }).
