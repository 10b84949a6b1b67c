### The family guide: for the person with the pump and the family, after the implant.

## Vaše pumpa krok za krokem

guide-way = Vaše pumpa krok za krokem
guide-way-pump = Pumpa leží pod kůží. Má malou nádržku, zásobník, naplněnou lékem baklofenem. Tenkou hadičkou, katetrem, teče lék do tekutiny kolem míchy.
guide-way-little-in-blood = V krvi je léku asi 100krát méně než při užívání tablet.
guide-way-tablets = Po implantaci vám klinika snižuje tablety proti ztuhlosti, vždy jen jeden lék, nejdřív baklofen. Nikdy to nedělejte na vlastní pěst.
guide-way-refill = Při doplnění se jehla vpíchne přes kůži do nádržky. Starý lék se odsaje a změří a naplní se nový lék.
guide-way-interval = Doplnění bývá potřeba po 1 až 6 měsících, nejčastěji po 3 až 4 měsících, a to 3 až 5 dní před alarmem nízkého stavu zásobníku. Platí datum, které vám dá vaše klinika.
guide-way-dates = Po každé návštěvě potřebujete písemně tři věci: datum alarmu nízkého stavu zásobníku, datum příštího doplnění a komu volat v nouzi.
guide-way-missed = Nikdy nezmeškejte doplnění. Pokud se to stalo, okamžitě zavolejte na kliniku. Když je pumpa prázdná, následují abstinenční příznaky, a běh naprázdno může pumpu poškodit.
guide-way-replacement = Baterie vydrží 5 až 7 let, podle toho, jak rychle pumpa běží. Potom se pumpa vymění při operaci. Od prvního znamení, že je výměna potřeba, zbývá 90 dní, než se pumpa zastaví.
guide-way-replacement-date = Pokud bude třeba pumpu vyměnit, operace se plánuje nejméně 3 měsíce předem. Zeptejte se na klinice kdy.

## Každodenní život

guide-life = Každodenní život
guide-life-tell = Řekněte o pumpě každému lékaři, zubaři a terapeutovi před každým ošetřením nebo zobrazovacím vyšetřením.
guide-life-mri = Před magnetickou rezonancí (MR) zavolejte svému týmu pro pumpu. Co se musí udělat před vyšetřením a po něm, závisí na pumpě. Pro některé pumpy není MR bezpečná.
guide-life-ultrasound = Ultrazvuková sonda musí zůstat 15 cm od pumpy.
guide-life-rub = Pumpu pod kůží netřete ani neotáčejte.
guide-life-heat = Žádná horká koupel ve vířivce, sauna ani solárium nad 39 °C. V teple pumpa podává více léku a to může být předávkování.
guide-life-diving = Nepotápějte se hlouběji než 10 m.
guide-life-pressure-chamber = Před léčbou v přetlakové komoře se zeptejte svého lékaře. Hranicí jsou 2 atmosféry absolutního tlaku a pumpa se musí předem naplnit.
guide-life-high-up = Při nízkém tlaku vzduchu, ve velké výšce nebo v letadle, pumpa podává více léku. Může podávat více i po vašem návratu.
guide-life-ask = Teplo, potápění, létání, přetlakové komory a sport: zeptejte se na klinice, co platí pro vaši pumpu.
guide-life-driving = Buďte opatrní s řízením. Zeptejte se na klinice, zda a kdy smíte řídit.
guide-life-alcohol = Buďte opatrní s alkoholem.
guide-life-medicines = Než začnete užívat nový lék, zeptejte se na klinice.
guide-life-gates = Detektory kovů a bezpečnostní rámy se mohou kvůli pumpě rozeznít. Projděte, v rámu nezůstávejte a ukažte svou kartu.
guide-life-clock = Hodiny ve vaší pumpě se nepřestaví na letní čas ani na jiné časové pásmo. Časy vašeho programu se pak posunou. Než se vydáte na cestu, zeptejte se na klinice.

## Co mít u sebe

guide-carry = Co mít u sebe
guide-carry-card = Kartu pumpy, vždy.
guide-carry-plan = Nouzový plán od vaší kliniky s telefonními čísly.
guide-carry-tablets = Baklofenové tablety doma. Kdy je vzít a kolik, je předem domluveno s klinikou.
guide-carry-others = Lidi, kteří o tom vědí: někdo doma, ve škole nebo v práci by měl vědět, kde je karta a co dělat.

## Když pumpa pípá

guide-alarms = Když pumpa pípá
guide-alarm-two-tone = Dva střídavé tóny, asi 3 sekundy: pumpa už možná nepodává lék. Volejte hned. Výpadek léku může ohrozit život.
guide-alarm-single-tone = Jeden tón, asi 1 sekundu, asi jednou za hodinu: lék dochází, pumpu je třeba brzy vyměnit, nebo nastala malá chyba paměti. Zavolejte na kliniku.
guide-alarm-calculated = Alarm si nevšimne všeho. Pumpa jen počítá, kolik léku zbývá; nic to neměří. Když pumpa podává příliš mnoho, alarm nezazní.
guide-alarm-listen = Požádejte na klinice, aby vám každý alarm jednou přehráli. Pak budete zvuky znát.
guide-alarm-not-sure = Nevíte, který zvuk to je nebo co znamená? Berte ho jako vážný a volejte hned.
guide-alarm-silent = Alarm přestal? Přesto zavolejte. Může se vrátit.

## Příliš málo léku: abstinenční příznaky

guide-little = Příliš málo léku: abstinenční příznaky
guide-little-start = Začínají 1 až 3 dny poté, co lék přestane téct.
guide-little-early = Časné: vrací se vaše ztuhlost z doby před pumpou. Svědění, ale žádná vyrážka není vidět.
guide-little-late = Pozdní: horečka, zmatenost, velmi ztuhlé svaly. Může dojít k poškození svalů a orgánů. Abstinenční příznaky mohou zabít.
guide-little-worse = Zhoršují se během 24 až 72 hodin.
guide-little-risk = Nebezpečí je větší, pokud máte míchu poraněnou v horní části zad nebo v krku (v úrovni Th6 nebo výše), pokud nedokážete ostatním říct, jak vám je, nebo pokud u vás už dříve abstinenční příznaky nastaly.

## Příliš mnoho léku: předávkování

guide-much = Příliš mnoho léku: předávkování
guide-much-early = Cítíte ospalost nebo závratě. Svaly ochabují a postupuje to tělem vzhůru.
guide-much-late = Dýchání slábne. Epileptické záchvaty. Nikdo vás nemůže probudit.
guide-much-after-change = Po spuštění pumpy nebo po změně jejího programu přijde první účinek za 6 až 8 hodin a plný účinek za 24 až 48 hodin.
guide-much-after-refill = Po doplnění sledujte obojí: příliš málo i příliš mnoho. Lék se mohl dostat vedle pumpy místo do ní.

## Kdy volat a jak rychle

guide-call = Kdy volat a jak rychle
guide-call-emergency = Okamžitě tísňovou linku země, ve které jste: jakýkoli příznak, že je léku příliš mnoho, nebo pozdní příznak, že je ho příliš málo. Pak volejte tým pro pumpu.
guide-call-emergency-early = Také tísňovou linku: časný příznak, že je léku příliš málo, a k tomu kterákoli z těchto věcí: patříte k lidem ve větším nebezpečí; zní alarm; pumpa může být prázdná nebo zastavená.
guide-call-now = Hned, ve dne i v noci, tým pro pumpu: časný příznak, že je léku příliš málo, zmeškané doplnění, nebo alarm, který neznáte. Když nikdo nezvedá telefon, jeďte do nemocnice se svou kartou a řídit nechte někoho jiného.
guide-call-now-two-tone = Hned tým pro pumpu: dva střídavé tóny.
guide-call-today = Dnes tým pro pumpu: jeden tón, asi jednou za hodinu, a žádný příznak.
guide-call-visit = Při příští návštěvě: otázky ke sportu, cestování a každodennímu životu, pokud není žádný příznak ani alarm.

## Co nikdy nedělat

guide-never = Co nikdy nedělat
guide-never-empty = Nikdy nenechte pumpu vyprázdnit.
guide-never-stop = Nikdy nedopusťte, aby lék náhle přestal téct.
guide-never-wait = Když zní alarm, nikdy nečekejte na příznaky. Příznaky přijdou až poté, co lék přestal téct.
guide-never-mri = Nikdy nechoďte na MR, dokud se nikdo nezeptal vašeho týmu pro pumpu.
guide-never-visit = Nikdy neodcházejte z doplnění nebo z programování bez nových dat.
guide-never-card = Nikdy nechoďte ven bez své karty.
