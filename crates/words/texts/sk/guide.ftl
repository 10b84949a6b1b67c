### The family guide: for the person with the pump and the family, after the implant.

## Vaša pumpa, krok za krokom

guide-way = Vaša pumpa, krok za krokom
guide-way-pump = Pumpa leží pod kožou. Má malú nádržku, zásobník, naplnenú liekom baklofén. Tenkou hadičkou, katétrom, sa liek dostáva do tekutiny okolo miechy.
guide-way-little-in-blood = V krvi je lieku asi 100-krát menej než pri tabletách.
guide-way-tablets = Po implantácii vám klinika uberá tablety proti stuhnutosti, vždy len jeden druh naraz, ako prvý baklofén. Nikdy to nerobte na vlastnú päsť.
guide-way-refill = Pri návšteve na doplnenie prejde ihla cez kožu do zásobníka. Starý liek sa odsaje a odmeria a naplní sa nový liek.
guide-way-interval = Doplnenie je zvyčajne potrebné po 1 až 6 mesiacoch, najčastejšie po 3 až 4 mesiacoch, a 3 až 5 dní pred alarmom nízkeho stavu zásobníka. Platí dátum, ktorý vám dá vaša klinika.
guide-way-dates = Po každej návšteve potrebujete písomne tri veci: dátum alarmu nízkeho stavu zásobníka, dátum ďalšieho doplnenia a komu volať v núdzi.
guide-way-missed = Nikdy nevynechajte doplnenie. Ak ste ho vynechali, okamžite zavolajte na kliniku. Keď je pumpa prázdna, nasleduje abstinenčný stav a chod naprázdno môže pumpu poškodiť.
guide-way-replacement = Batéria vydrží 5 až 7 rokov, podľa toho, ako rýchlo pumpa pracuje. Potom sa pumpa pri operácii vymení. Od prvého znamenia, že je výmena potrebná, zostáva 90 dní, kým sa pumpa zastaví.
guide-way-replacement-date = Ak bude treba vašu pumpu vymeniť, operácia sa plánuje najmenej 3 mesiace vopred. Opýtajte sa kliniky kedy.

## Bežný život

guide-life = Bežný život
guide-life-tell = Pred každým ošetrením alebo vyšetrením prístrojom povedzte o pumpe každému lekárovi, zubárovi a terapeutovi.
guide-life-mri = Pred magnetickou rezonanciou (MR) zavolajte tímu pre pumpu. Čo treba urobiť pred vyšetrením a po ňom, závisí od pumpy. Pri niektorých pumpách MR nie je bezpečná.
guide-life-ultrasound = Ultrazvuková sonda musí zostať 15 cm od pumpy.
guide-life-rub = Pumpu pod kožou netrite ani neotáčajte.
guide-life-heat = Žiadna vírivka, sauna ani solárium nad 39 °C. Pri teple pumpa podáva viac lieku a to môže byť predávkovanie.
guide-life-diving = Nepotápajte sa hlbšie než 10 m.
guide-life-pressure-chamber = Pred liečbou v tlakovej komore sa opýtajte svojho lekára. Hranica sú 2 atmosféry absolútneho tlaku a pumpu treba predtým naplniť.
guide-life-high-up = Pri nízkom tlaku vzduchu, vo veľkej výške alebo počas letu, pumpa podáva viac lieku. Viac ho môže podávať aj po vašom návrate.
guide-life-ask = Teplo, potápanie, lietanie, tlakové komory a šport: opýtajte sa kliniky, čo platí pre vašu pumpu.
guide-life-driving = Pri vedení vozidla dávajte pozor. Opýtajte sa kliniky, či a kedy smiete šoférovať.
guide-life-alcohol = S alkoholom zaobchádzajte opatrne.
guide-life-medicines = Skôr než začnete užívať nový liek, opýtajte sa kliniky.
guide-life-gates = Detektory kovov a bezpečnostné brány môžu kvôli pumpe zapípať. Prejdite cez bránu, nezostávajte v nej a ukážte svoju kartu.
guide-life-clock = Hodiny vo vašej pumpe sa neprestavia na letný čas ani na iné časové pásmo. Časy vášho programu sa potom posunú. Pred cestou sa opýtajte kliniky.

## Čo mať so sebou

guide-carry = Čo mať so sebou
guide-carry-card = Kartu k pumpe, vždy.
guide-carry-plan = Núdzový plán od vašej kliniky s telefónnymi číslami.
guide-carry-tablets = Baklofénové tablety doma. Kedy ich užiť a koľko, to sa dohodne s klinikou vopred.
guide-carry-others = Ľudí, ktorí o tom vedia: niekto doma, v škole alebo v práci má vedieť, kde je karta a čo robiť.

## Keď pumpa pípa

guide-alarms = Keď pumpa pípa
guide-alarm-two-tone = Dva striedavé tóny, asi 3 sekundy: je možné, že pumpa už nepodáva liek. Volajte hneď. Strata lieku môže ohroziť život.
guide-alarm-single-tone = Jeden tón, asi 1 sekundu, asi raz za hodinu: liek sa míňa, pumpu treba čoskoro vymeniť alebo nastala malá chyba pamäte. Zavolajte na kliniku.
guide-alarm-calculated = Alarm si nevšimne všetko. Pumpa iba vypočítava, koľko lieku zostáva; nič to nemeria. Ak pumpa podáva priveľa, alarm neznie.
guide-alarm-listen = Požiadajte kliniku, aby vám každý alarm raz prehrala. Potom budete zvuky poznať.
guide-alarm-not-sure = Neviete, ktorý zvuk to je alebo čo znamená? Berte ho ako vážny a hneď volajte.
guide-alarm-silent = Alarm prestal? Aj tak zavolajte. Môže sa ozvať znova.

## Primálo lieku: abstinenčný stav

guide-little = Primálo lieku: abstinenčný stav
guide-little-start = Začína sa 1 až 3 dni po tom, ako liek prestane tiecť.
guide-little-early = Včasné príznaky: vracia sa stuhnutosť, akú ste mali pred pumpou. Svrbenie, ale nevidno žiadnu vyrážku.
guide-little-late = Neskoré príznaky: horúčka, zmätenosť, veľmi stuhnuté svaly. Svaly a orgány sa môžu poškodiť. Abstinenčný stav môže zabiť.
guide-little-worse = Zhoršuje sa v priebehu 24 až 72 hodín.
guide-little-risk = Nebezpečenstvo je väčšie, ak ste mali poranenú miechu v hornej časti chrbta alebo v krku (na úrovni T6 alebo vyššie), ak nedokážete povedať druhým, ako sa cítite, alebo ak ste už mali abstinenčný stav.

## Priveľa lieku: predávkovanie

guide-much = Priveľa lieku: predávkovanie
guide-much-early = Pociťujete ospalosť alebo závraty. Svaly ochabujú a postupuje to telom nahor.
guide-much-late = Dýchanie slabne. Epileptické záchvaty. Nikto vás nedokáže zobudiť.
guide-much-after-change = Po spustení pumpy alebo po zmene jej programu príde prvý účinok po 6 až 8 hodinách a plný účinok po 24 až 48 hodinách.
guide-much-after-refill = Po doplnení sledujte oboje: primálo aj priveľa. Liek sa mohol dostať vedľa pumpy namiesto do nej.

## Kedy volať a ako rýchlo

guide-call = Kedy volať a ako rýchlo
guide-call-emergency = Okamžite, na tiesňovú linku krajiny, v ktorej ste: akýkoľvek príznak, že lieku je priveľa, alebo neskorý príznak, že ho je primálo. Potom zavolajte tímu pre pumpu.
guide-call-emergency-early = Aj vtedy na tiesňovú linku: včasný príznak, že lieku je primálo, spolu s čímkoľvek z tohto: patríte medzi viac ohrozených; znie alarm; pumpa môže byť prázdna či zastavená.
guide-call-now = Hneď teraz, vo dne aj v noci, tímu pre pumpu: včasný príznak, že lieku je primálo, vynechané doplnenie alebo alarm, ktorý nepoznáte. Ak nikto nedvíha, choďte so svojou kartou do nemocnice a nechajte šoférovať niekoho iného.
guide-call-now-two-tone = Hneď teraz, tímu pre pumpu: dva striedavé tóny.
guide-call-today = Dnes, tímu pre pumpu: jeden tón, asi raz za hodinu, a žiadny príznak.
guide-call-visit = Pri najbližšej návšteve: otázky o športe, cestovaní a bežnom živote, pokiaľ nie je žiadny príznak ani alarm.

## Čo nikdy nerobiť

guide-never = Čo nikdy nerobiť
guide-never-empty = Nikdy nedovoľte, aby sa pumpa vyprázdnila.
guide-never-stop = Nikdy nedovoľte, aby liek náhle prestal tiecť.
guide-never-wait = Keď znie alarm, nikdy nečakajte na príznaky. Príznaky prídu až po tom, ako liek prestal tiecť.
guide-never-mri = Nikdy nechoďte na MR skôr, než sa opýtate tímu pre pumpu.
guide-never-visit = Nikdy neodíďte z návštevy na doplnenie alebo programovanie bez svojich nových dátumov.
guide-never-card = Nikdy nevychádzajte von bez svojej karty.
