### The pages that open from a link, without signing in: the emergency page of the card's QR code, and the patient page.
### Who reads: the person with the pump, parents, carers; on the emergency page also staff of a hospital that does not know the pump.

## Každá stránka

page-skip = Přeskočit na text
page-language = Jazyk
page-language-set = Změnit jazyk
page-menu = Stránky
page-nav-home = Začátek
page-nav-beeps = Pípá to
page-nav-sounds = Zvuky alarmů
page-nav-answers = Odpovědi
page-nav-diary = Deník
page-nav-report = Sdělit klinice
page-nav-goals = Cíle
page-nav-appointments = Termíny
page-back = Zpět na začátek
page-call-now = Komu volat hned
page-call-others = Další čísla
# $until (String): a time or a day with a time.
page-call-until = K zastižení do: { $until }.
page-call-always = K zastižení v kteroukoli hodinu.
page-call-fallback = Pokud nikdo jiný nezvedá telefon.
page-call-missing = Vaše klinika pro tuto stránku neuvedla telefonní číslo. Pokud potřebujete pomoc hned, volejte tísňovou linku země, ve které jste.
page-call-emergency = V nebezpečí: volejte tísňovou linku země, ve které jste, pak tým pro pumpu.
# $moment (String): day and time. $zone (String): name of a time zone.
page-facts-from = Tyto údaje jsou ze dne { $moment } ({ $zone }). Mění se při každé návštěvě.
# $moment (String): day and time.
page-saved = Není spojení. Vidíte, co bylo uloženo { $moment }. Od té doby se to mohlo změnit. V případě pochybností volejte.
page-saved-note = Tato stránka se po vaší první návštěvě otevře i bez spojení. Pak ukáže, co bylo uloženo naposledy.
page-private = Kdo má tento odkaz, vidí tuto stránku. Dávejte ho jen lidem, kterým věříte. Pokud se dostane do nesprávných rukou, řekněte to klinice: může ho vypnout.
page-not-sure = Není jisté
page-not-known = Není známo. Zeptejte se na klinice.
page-error-title = Podívejte se prosím ještě jednou na toto:

## Odkaz, který nic neotevírá, a odkaz otevíraný příliš často

page-gone-title = Tento odkaz nic neotevírá
page-gone-why = Může v něm být překlep nebo ho klinika mohla vypnout. Požádejte kliniku o nový odkaz.
page-gone-emergency = Pokud potřebujete pomoc hned, volejte tísňovou linku země, ve které jste, a řekněte: „V těle je baklofenová pumpa.“
page-often-title = Otevřeno příliš často
page-often-why = Tato stránka byla za poslední hodinu otevřena velmi často. Počkejte prosím a zkuste to později. Volat můžete kdykoli.
page-often-guess = Z vašeho připojení k internetu přišlo mnoho chybných odkazů. Počkejte prosím hodinu a zkuste to znovu.

## Nouzová stránka: údaje

page-emergency-title = Naléhavý stav: baklofenová pumpa
page-emergency-lead = Tento člověk má pod kůží pumpu, která podává baklofen do tekutiny kolem míchy. Příliš málo nebo příliš mnoho léku může zabít.
page-emergency-warnings = Nejdřív si přečtěte toto
page-emergency-facts = Údaje
page-fact-name = Jméno
page-fact-born = Datum narození
# $date (String): the birth date. $age (Number): whole years.
page-fact-born-value = { $date } ({ $age ->
        [one] { $age } rok
        [few] { $age } roky
        [many] { $age } roku
       *[other] { $age } let
    })
page-fact-pump = Pumpa
page-fact-serial = Výrobní číslo
page-fact-drug = Lék
page-fact-strength = Síla
page-fact-dose = Dávka za 24 hodin, jak byla naposledy zjištěna v pumpě
page-fact-mode = Jak pumpa běží
page-fact-since = Od
page-fact-refill = Příští doplnění nejpozději
page-fact-alarm = Alarm nízkého stavu zásobníku, podle výpočtu
page-fact-empty = Prázdná, podle výpočtu
# $date (String): a day. $early (String): an earlier day.
page-fact-empty-early = { $date }, nejdříve { $early }
page-fact-allergies = Alergie
page-dose-stopped = Pumpa je zastavená nebo prázdná. Poslední potvrzený program:
page-dose-not-sure = Není jisté. Poslední potvrzený program:
# $vial (String): a strength.
page-strength-not-seen = { $vial } na lahvičce; v pumpě to nebylo vidět
# $told (String): a strength. $vial (String): a strength.
page-strength-differs = { $told } zadáno do pumpy; { $vial } na lahvičce
page-mode-continuous = celý den stejně
page-mode-flex = během dne se mění
page-mode-minimum-rate = nejnižší rychlost
page-mode-stopped = zastavená
page-mode-patient-bolus = Tento člověk si může přidat dávky navíc.
page-since-read-back = { $moment }, zpětně načteno z pumpy
page-since-found = { $moment }, zjištěno v pumpě
page-since-surgery = { $moment }, nastaveno při operaci

## Nouzová stránka: varování

page-warn-died = Podle tohoto záznamu tento člověk zemřel { $date }.
page-warn-no-pump = V tomto záznamu není žádná pumpa.
page-warn-taken-out = Pumpa byla vyjmuta { $moment }.
page-warn-order = Předpis byl podepsán { $moment }. Není jisté, zda je v pumpě, a proto není jistá dávka. Nechte načíst údaje z pumpy.
# $drug (String): a name that somebody typed.
page-warn-not-baclofen = V pumpě je „{ $drug }“. Není to žádný z baklofenových přípravků, které jsou tu uvedeny. Kroky níže platí pro baklofen.
page-warn-empty = Pumpa je podle výpočtu prázdná od { $moment }.
page-warn-stopped = Pumpa nic nepodává od { $moment }.
page-warn-stopped-unknown = Pumpa nic nepodává. Od kdy, není známo.
page-warn-doubtful = Není známo, zda pumpa podává lék, od { $moment }. Nechte načíst údaje z pumpy.
page-warn-doubtful-unknown = Není známo, zda pumpa podává lék, ani od kdy. Nechte načíst údaje z pumpy.
page-warn-by-record = Podle tohoto záznamu pumpa nic nepodává.
page-warn-no-program = V pumpě zatím nebyl zjištěn žádný program.
page-warn-critical-alarm = Vážný alarm je nevyřešený: pumpa už možná nepodává lék.
page-warn-minimum-rate = Pumpa běží nejnižší rychlostí. To udržuje hadičku průchodnou a nikoho to neléčí.
page-warn-bolus-single = Jednorázová dávka navíc běží do { $moment }.
page-warn-bolus-bridge = Přemosťovací bolus běží do { $moment }: v katetru je ještě lék staré síly. Dávka na programátoru není to, co člověk dostává.
page-warn-bolus-prime = Plnicí bolus, který naplňuje hadičku, běží do { $moment }.
page-warn-open = Něco vážného kolem této pumpy není vyřešeno. Zeptejte se týmu pro pumpu.

## Nouzová stránka: co dělat

page-danger-withdrawal = Příliš málo léku: abstinenční příznaky
page-danger-overdose = Příliš mnoho léku: předávkování
page-danger-either = Může jít o jedno, nebo o druhé
page-danger-signs = Příznaky
page-danger-times = Kdy
page-danger-steps = První kroky
page-danger-never = Nedělejte
page-danger-alarm = Když pumpa vydává zvuk
page-danger-mri = MR
page-danger-mri-none = Pro tuto pumpu tu není nic uvedeno. Žádná MR, dokud tým pro pumpu neřekne, co pro ni platí.
page-danger-staff = Kroky jsou určeny pro personál nemocnice.

## Úvodní stránka

page-home-title = Vaše pumpa
# $name (String): the given name.
page-home-of = Pumpa: { $name }
page-home-beeps = Teď to pípá
page-home-beeps-hint = Odpovězte na několik otázek. Dozvíte se, komu volat a jak rychle.
page-home-danger-now = Je vám zle nebo se vrátila ztuhlost?
page-home-next = Co bude dál
page-home-refill = Příští doplnění do
page-home-refill-late = Toto datum už minulo. Volejte hned kliniku.
page-home-alarm = Alarm nízkého stavu zásobníku zazní asi
page-home-empty = Pumpa bude prázdná asi
page-home-calculated = Podle výpočtu: nic v pumpě neměří, kolik zbývá. Dodržte datum doplnění, nečekejte na alarm.
page-home-visit = Příští termín
page-home-visit-none = Není objednán žádný termín.
page-home-runs = Co je v pumpě
page-home-doubt = Ne všechno kolem vaší pumpy je vyřešeno. Zavolejte na kliniku a zeptejte se.
page-home-no-pump = V tomto záznamu teď není žádná pumpa.
page-home-more = Další
page-home-sounds-hint = Jak zní každý alarm vaší pumpy a co znamená.
page-home-answers-hint = Otázky a odpovědi pro vaši pumpu.
page-home-diary-hint = Křeče, spánek, bolest, nežádoucí účinky: minuta denně.
page-home-report-hint = Něco není v pořádku nebo je nové? Napište na kliniku.
page-home-goals-hint = Čeho chcete dosáhnout.
page-home-appointments-hint = Kdy a kde.

## Pípá to

page-beeps-title = Pípá to
page-beeps-lead = Odpovídejte za člověka s pumpou. Když nemáte jistotu, řekněte to: „není jisté“ je také odpověď.
page-beeps-unsure = Pokud si čímkoli nejste jisti nebo to trvá příliš dlouho, volejte hned.
page-beeps-since = Od kdy? (vlastními slovy)
page-beeps-judge = Ukázat, co dělat
page-beeps-again = Odpovědět znovu
page-beeps-why = Proč
page-beeps-never = Nedělejte
page-beeps-record-title = Sdělit klinice
page-beeps-record-why = Tím se vaše odpovědi zapíšou do seznamu kliniky. Nenahrazuje to telefonát: nejdřív volejte.
page-beeps-record-text = Něco dalšího (můžete nechat prázdné)
page-beeps-record = Poslat klinice
page-beeps-recorded = Vaše klinika to dostala. Pokud jste ještě nevolali, volejte hned.
page-beeps-not-a-call = Možná to ještě nikdo nečetl.
page-beeps-error-sound = Řekněte, jak to zní. „Není jisté“ je také odpověď.
page-beeps-error-often = Řekněte, jak často to zní. „Není jisté“ je také odpověď.
page-beeps-error-since = Řekněte, od kdy. „Není známo“ je také odpověď.
page-beeps-error-withdrawal = Zaškrtněte příznaky, že je léku příliš málo, nebo že žádné nejsou, nebo že to nikdo nemůže říct.
page-beeps-error-overdose = Zaškrtněte příznaky, že je léku příliš mnoho, nebo že žádné nejsou, nebo že to nikdo nemůže říct.
page-beeps-error-both = Zaškrtněte buď příznaky, nebo „nic z toho“, ne obojí.
page-beeps-error-risk = Odpovězte na otázku o riziku. „Není jisté“ je také odpověď.
page-beeps-saved-rule = Jste bez spojení a tento formulář spojení potřebuje. Nečekejte na něj: volejte hned.

## Zvuky alarmů

page-sounds-title = Jak znějí alarmy vaší pumpy
page-sounds-lead = Jednou si je poslechněte, abyste je znali. Pokud některý uslyšíte ze své pumpy, jděte na „Pípá to“.
page-sounds-pitch = Rytmus odpovídá tomu, co je uvedeno pro vaši pumpu. Výšku tónu jsme zvolili sami: vaše pumpa může znít jinak. Požádejte na klinice, aby vám přehráli její skutečné tóny.
page-sounds-unknown = Jak vaše pumpa zní, tu není uvedeno, nebo tu není uvedeno, kterou pumpu máte. Proto se každý tón počítá jako vážný: okamžitě volejte. Požádejte na klinice, aby vám tóny přehráli.
page-sounds-two-tone = Dva střídavé tóny: vážné
page-sounds-single-tone = Jeden tón
page-sounds-two-tone-means = Pumpa už možná nepodává lék. Volejte hned svůj tým pro pumpu, ve dne i v noci.
page-sounds-single-tone-means = Zavolejte dnes svému týmu pro pumpu. Může být potřeba doplnění nebo nová pumpa.
page-sounds-lasts = Jeden zvuk trvá
page-sounds-cadence = Opakuje se
# $span (String): a span of time, such as “1 hour”.
page-sounds-every = v intervalu { $span }
page-sounds-every-about = v intervalu asi { $span }
page-sounds-not-found = nenalezeno v žádném zdroji
# $value (String): how often it comes.
page-sounds-not-verified = { $value } (neověřeno: nebyl k tomu nalezen žádný zdroj)
page-sounds-kinds = Může to znamenat
page-sounds-play = Přehrát tento zvuk
page-sounds-no-audio = Váš prohlížeč ho tu neumí přehrát. Místo toho si zvuk stáhněte.
page-sounds-calculated = Když pumpa podává příliš mnoho, žádný alarm nezazní. Ticho neznamená, že je vše v pořádku.
page-alarm-low-reservoir = V pumpě zbývá málo léku.
page-alarm-empty-reservoir = Pumpa je podle výpočtu prázdná.
page-alarm-elective-replacement = Pumpu bude třeba brzy vyměnit.
page-alarm-end-of-service = Baterie je vybitá: pumpa se zastavuje.
page-alarm-motor-stall = Motor stojí.
page-alarm-stopped-too-long = Pumpa je zastavená příliš dlouho.
page-alarm-memory-error-minor = Malá chyba paměti; pumpa dál podává lék.
page-alarm-memory-error-critical = Vážná chyba paměti; pumpa možná nepodává lék tak, jak má.
page-alarm-low-battery-reset = Pumpa se kvůli slabé baterii spustila znovu a možná podává velmi málo.

## Odpovědi

page-answers-title = Otázky a odpovědi
page-answers-search = Hledání
page-answers-search-hint = Například: koupel, létání, alarm
page-answers-search-go = Hledat
# $q (String): what was searched for. $n (Number): how many were found.
page-answers-found = { $n ->
        [0] Pro „{ $q }“ se nic nenašlo.
        [one] Pro „{ $q }“ byla nalezena { $n } otázka.
        [few] Pro „{ $q }“ byly nalezeny { $n } otázky.
        [many] Pro „{ $q }“ bylo nalezeno { $n } otázky.
       *[other] Pro „{ $q }“ bylo nalezeno { $n } otázek.
    }
page-answers-all = Všechny otázky
page-answers-clinic = Na to odpovídá vaše klinika.
page-answers-clinic-why = Žádný zdroj, kterému věříme, na to pro vaši pumpu a vaši situaci neodpovídá. Zeptejte se proto tady své kliniky.
page-answers-source = Zdroj
page-answers-grade-a = Od výrobců, úřadů nebo z vědy
page-answers-grade-b = Z druhotného zdroje
page-answers-grade-d = Od samotného projektu thecal
# $name (String): who approved it. $date (String): when.
page-answers-approved = Schváleno pro vaši kliniku: { $name }, { $date }.
page-answers-not-approved = Vaše klinika tuto odpověď zatím neschválila. Pokud se na ni chcete spolehnout, zeptejte se tam.
page-answers-yours = Ve vašem případě
page-answers-ask = Zeptejte se kliniky
page-answers-ask-lead = Pro to, co může počkat. V nebezpečí volejte.
page-answers-ask-text = Vaše otázka
page-answers-ask-more = Něco dodat (můžete nechat prázdné)
page-answers-ask-send = Odeslat otázku
page-answers-asked = Vaše otázka došla klinice. Odpověď bude na této stránce.
page-answers-error-text = Napište, co chcete vědět.
page-answers-own = Vaše otázky
# $date (String): a day.
page-answers-asked-on = Dotaz ze dne { $date }
page-answers-answered-on = Vaše klinika, { $date }
page-answers-waiting = Zatím bez odpovědi.
page-answers-none = Zatím jste se na nic neptali.

## Deník

page-diary-title = Deník
page-diary-lead = Vidí ho váš ošetřující tým. Co nechcete říct, nechte prázdné. Není pro naléhavé stavy: v nebezpečí volejte.
page-diary-day = Den
page-diary-spasms = Křeče v ten den (počet)
page-diary-sleep = Jaká byla noc?
page-diary-sleep-good = dobrá
page-diary-sleep-broken = probuzení kvůli křečím nebo bolesti
page-diary-sleep-bad = špatná
page-diary-not-said = Neuvádím
page-diary-pain = Bolest, od 0 (žádná) do 10 (nejhorší)
page-diary-side-effects = Nežádoucí účinky (vlastními slovy)
page-diary-note = Něco dalšího
page-diary-save = Uložit tento den
page-diary-saved = Uloženo.
page-diary-past = Posledních 30 dní
page-diary-empty = Zatím není nic zapsáno.
page-diary-column-spasms = Křeče
page-diary-column-sleep = Noc
page-diary-column-pain = Bolest
page-diary-column-other = Nežádoucí účinky a poznámky
page-diary-error-day = Vyberte den z posledních 31 dní.
page-diary-error-spasms = Napište celé číslo od 0 do 999 nebo nechte prázdné.
page-diary-error-sleep = Vyberte jednu z odpovědí.
page-diary-error-pain = Vyberte číslo od 0 do 10 nebo nechte prázdné.
page-diary-error-empty = Řekněte o tomto dni aspoň jednu věc.

## Sdělení klinice

page-report-title = Sdělit klinice
page-report-lead = Pro to, co cítíte nebo vidíte. Pokud pumpa vydává zvuk, použijte „Pípá to“.
page-report-signs = Platí něco z tohoto? Zaškrtněte vše, co platí.
page-report-signs-little = Příznaky, že je léku příliš málo
page-report-signs-much = Příznaky, že je léku příliš mnoho
page-report-text = Co se děje?
page-report-since = Od kdy?
page-report-send = Poslat klinice
page-report-sent = Vaše klinika to dostala.
page-report-sent-read = Přečte se to v pracovní den. Pokud se to zhorší, nečekejte: volejte.
page-report-error-empty = Zaškrtněte příznak nebo napište, co se děje.
page-report-error-long = Je to příliš dlouhé. Zkraťte to a pošlete znovu.
page-report-error-many = Dnes z tohoto odkazu přišlo více, než stránka přijme. Nebylo to odesláno. Zavolejte prosím na kliniku.
page-report-error-failed = Nebylo to odesláno. Zkuste to znovu nebo zavolejte na kliniku.
page-report-past = Co jste klinice sdělili
page-report-past-alarm = Alarm
page-report-past-symptom = Něco, co bylo cítit nebo vidět
page-report-seen = Vaše klinika se tím už zabývala.

## Cíle

page-goals-title = Vaše cíle
page-goals-lead = Čeho chcete vy a váš ošetřující tým dosáhnout. Při vašich návštěvách se cíle znovu posuzují.
page-goals-none = Zatím nejsou zapsány žádné cíle. Zeptejte se ošetřujícího týmu.
page-goals-level-much-less = Mnohem méně, než se čekalo
page-goals-level-less = Méně, než se čekalo
page-goals-level-expected = Tak, jak se čekalo
page-goals-level-more = Více, než se čekalo
page-goals-level-much-more = Mnohem více, než se čekalo
# $date (String): a day.
page-goals-rated = Kam jste došli ke dni { $date }
page-goals-not-rated = Zatím neposouzeno.
page-goals-language = Cíle jsou ve slovech, ve kterých byly zapsány.

## Termíny

page-appointments-title = Vaše termíny
page-appointments-none = Není objednán žádný termín. Pokud nějaký potřebujete, zavolejte na kliniku.
page-appointments-change = Nemůžete přijít? Zavolejte na kliniku včas. Nikdy nevynechejte doplnění.
page-appointments-refill-by = Vaše pumpa musí být doplněna do
page-appointments-minutes = Jak dlouho
page-appointments-where = Kde
page-appointments-kind-test = Zkouška
page-appointments-kind-implant = Operace
page-appointments-kind-refill = Doplnění pumpy
page-appointments-kind-visit = Návštěva
page-appointments-kind-review = Rozhovor s ošetřujícím týmem
page-appointments-kind-phone-contact = Telefonát
page-appointments-zone = Časy jsou časy kliniky ({ $zone }).
