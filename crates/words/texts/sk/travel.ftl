### The travel letter: for airlines, security and customs staff, for a hospital abroad, and for the traveller.

## Pre všetkých, ktorých sa to týka: zdravotnícka pomôcka

travel-device = Pre všetkých, ktorých sa to týka: zdravotnícka pomôcka
travel-device-what = Cestujúca osoba má pod kožou implantovanú pumpu. Pumpa podáva liek baklofén cez katéter do tekutiny okolo miechy.
travel-device-needed = Cestujúca osoba je od nej závislá vo dne aj v noci. Ak sa podávanie lieku náhle zastaví, nasleduje abstinenčný stav a ten môže zabiť.
travel-device-implanted = Pumpa je súčasťou tela. Nedá sa zložiť, otvoriť ani odovzdať na kontrolu.

## Pri bezpečnostnej kontrole

travel-security = Pri bezpečnostnej kontrole
travel-security-detector = Pumpa môže spustiť detektory kovov a bezpečnostné brány.
travel-security-gate = Nechajte, prosím, cestujúcu osobu prejsť cez bránu bez toho, aby sa v nej zdržiavala.
travel-security-card = Cestujúca osoba môže ukázať kartu k pumpe.

## Lieky so sebou

travel-medicines = Lieky so sebou
travel-medicines-tablets = Cestujúca osoba môže mať pri sebe baklofénové tablety, podľa dohody s klinikou, pre prípad zlyhania pumpy.
travel-medicines-keep = Nechajte, prosím, tieto lieky, kartu k pumpe a tento list cestujúcej osobe.
travel-medicines-luggage = Pre cestujúcu osobu: majte ich v príručnej batožine, nikdy nie v podanej batožine.

## Let

travel-flying = Let
travel-flying-pressure = Nízky vonkajší tlak zvyšuje prietok tejto pumpy, možno o viac než 14,5 % nad program. Zvýšenie môže pretrvať aj po návrate.
travel-flying-signs = Príznaky, že lieku je priveľa: ospalosť, závraty, svaly ochabujúce zdola nahor, slabé dýchanie, epileptické záchvaty, kóma. Každý z nich je núdzová situácia.
travel-flying-ask = Pred letom sa opýtajte svojej kliniky, čo platí pre vašu pumpu.

## Časové pásma

travel-clock = Časové pásma
travel-clock-constant = Program s jednou stálou rýchlosťou podáva v každú hodinu rovnako. Nič sa neposúva; s týmto programom sa cestuje najľahšie.
travel-clock-flex = Táto pumpa má program, ktorý sa počas dňa mení. Jej hodiny sa neriadia časovými pásmami ani letným časom. V cieli cesty sa priebeh posunie o časový rozdiel.
travel-clock-flex-call = Pred cestou do iného časového pásma zavolajte svojej klinike a opýtajte sa, čo robiť s programom.

## Pred dlhou cestou

travel-before = Pred dlhou cestou
travel-before-refill = Dajte si pumpu doplniť pred odchodom.
travel-before-dates = Porovnajte dátum alarmu nízkeho stavu zásobníka a dátum ďalšieho doplnenia s dňom svojho návratu. Nechajte si čas na prípadné zdržanie.
travel-before-tablets = Vezmite si so sebou baklofénové tablety a majte jasno v tom, čo je o nich dohodnuté s klinikou.
travel-before-emergency-details = Vezmite si so sebou údaje pre prípad núdze: núdzový list, kartu k pumpe, telefónne čísla tímu pre pumpu.
travel-before-where = Opýtajte sa svojej kliniky, kde vám v cieli cesty vie niekto načítať údaje z pumpy a doplniť ju.

## V núdzi v zahraničí

travel-emergency = V núdzi v zahraničí
travel-emergency-number = Volajte tiesňovú linku krajiny, v ktorej ste, pri každom príznaku, že lieku je priveľa alebo že ho je primálo: vracia sa stuhnutosť spred zavedenia pumpy, svrbenie bez vyrážky, horúčka, zmätenosť, veľmi stuhnuté svaly.
travel-emergency-onset = Abstinenčný stav sa začína 1 až 3 dni po prerušení podávania.
travel-emergency-two-tone = Dvojtónový alarm znamená, že liek už možno netečie: konajte hneď, nečakajte na príznaky.
travel-emergency-single-tone = Jeden tón, asi raz za hodinu: nízky stav zásobníka, potrebná výmena alebo malá chyba pamäte. Zavolajte svojej klinike doma.
travel-emergency-alarm = Alarm, ktorý nikto nevie vysvetliť, sa berie ako vážny: hneď zavolajte tímu pre pumpu.
travel-emergency-staff = Pre personál nemocnice: pri abstinenčnom stave obnovte intratekálne podávanie v rovnakej alebo takmer rovnakej dávke. Kroky, aj kroky pri predávkovaní, sú na núdzovom liste.
travel-emergency-route = Pre personál nemocnice: baklofén z pumpy sa nikdy nepodáva i.v., i.m., s.c. ani epidurálne.
travel-emergency-mri = Pre personál nemocnice: žiadna MR, kým nie sú známe podmienky pre tento model pumpy.
travel-emergency-team = Zavolajte svojmu tímu pre pumpu doma, nech je tam koľkokoľvek hodín.
