### The travel letter: for airlines, security and customs staff, for a hospital abroad, and for the traveller.

## Všem, kterých se to týká: přístroj

travel-device = Všem, kterých se to týká: přístroj
travel-device-what = Cestující má pod kůží implantovanou pumpu. Pumpa podává lék baklofen katetrem do tekutiny kolem míchy.
travel-device-needed = Cestující je na ní ve dne v noci závislý. Pokud lék náhle přestane téct, následují abstinenční příznaky a ty mohou zabít.
travel-device-implanted = Pumpa je součástí těla. Nelze ji sejmout, otevřít ani předat ke kontrole.

## Při bezpečnostní kontrole

travel-security = Při bezpečnostní kontrole
travel-security-detector = Pumpa může rozeznít detektory kovů a bezpečnostní rámy.
travel-security-gate = Nechte prosím cestujícího projít rámem, aniž by se v něm zdržoval.
travel-security-card = Cestující může ukázat kartu pumpy.

## Léky na cestě

travel-medicines = Léky na cestě
travel-medicines-tablets = Cestující může mít u sebe baklofenové tablety, jak je domluveno s klinikou, pro případ selhání pumpy.
travel-medicines-keep = Ponechte prosím tyto léky, kartu pumpy a tento dopis u cestujícího.
travel-medicines-luggage = Pro cestujícího: mějte je v příručním zavazadle, nikdy v odbaveném zavazadle.

## Let

travel-flying = Let
travel-flying-pressure = Nízký okolní tlak zvyšuje průtok této pumpy, možná o více než 14,5 % nad program. Zvýšení může přetrvat i po návratu.
travel-flying-signs = Příznaky, že je léku příliš mnoho: ospalost, závratě, svaly ochabující zdola nahoru, slabé dýchání, epileptické záchvaty, kóma. Kterýkoli z nich je naléhavý stav.
travel-flying-ask = Před letem se zeptejte na své klinice, co platí pro vaši pumpu.

## Časová pásma

travel-clock = Časová pásma
travel-clock-constant = Program s jednou stálou rychlostí podává v každou hodinu totéž. Nic se neposouvá; s tímto programem se cestuje nejsnáze.
travel-clock-flex = Tato pumpa má program, který se během dne mění. Její hodiny se neřídí časovými pásmy ani letním časem. V cíli cesty se rozvrh posune o časový rozdíl.
travel-clock-flex-call = Před cestou do jiného časového pásma zavolejte na svou kliniku a zeptejte se, co udělat s programem.

## Před dlouhou cestou

travel-before = Před dlouhou cestou
travel-before-refill = Nechte pumpu doplnit, než odjedete.
travel-before-dates = Porovnejte datum alarmu nízkého stavu zásobníku a datum příštího doplnění se dnem svého návratu. Nechte si čas pro případ zpoždění.
travel-before-tablets = Vezměte si s sebou baklofenové tablety a vězte, co je o nich domluveno s klinikou.
travel-before-emergency-details = Vezměte si s sebou nouzové údaje: nouzový list, kartu pumpy, telefonní čísla týmu pro pumpu.
travel-before-where = Zeptejte se na své klinice, kde v cíli vaší cesty umí někdo načíst údaje z vaší pumpy a doplnit ji.

## V nouzi v zahraničí

travel-emergency = V nouzi v zahraničí
travel-emergency-number = Volejte tísňovou linku země, ve které jste, při jakémkoli příznaku, že je léku příliš mnoho, nebo že je ho příliš málo: vrací se ztuhlost z doby před pumpou, svědění bez vyrážky, horečka, zmatenost, velmi ztuhlé svaly.
travel-emergency-onset = Abstinenční příznaky začínají 1 až 3 dny po přerušení podávání.
travel-emergency-two-tone = Alarm se dvěma tóny znamená, že lék už možná neteče: jednejte hned, nečekejte na příznaky.
travel-emergency-single-tone = Jeden tón, asi jednou za hodinu: nízký stav zásobníku, potřebná výměna, nebo menší chyba paměti. Zavolejte na svou kliniku doma.
travel-emergency-alarm = Alarm, který nikdo neumí vysvětlit, se považuje za vážný: volejte hned tým pro pumpu.
travel-emergency-staff = Pro personál nemocnice: při abstinenčních příznacích obnovte intratekální podávání ve stejné nebo téměř stejné dávce. Postup, i postup při předávkování, je na nouzovém listu.
travel-emergency-route = Pro personál nemocnice: baklofen určený do pumpy se nikdy nepodává i.v., i.m., s.c. ani epidurálně.
travel-emergency-mri = Pro personál nemocnice: žádná MR, dokud nejsou známy podmínky pro tento model pumpy.
travel-emergency-team = Volejte tým pro pumpu doma, ať je tam jakákoli hodina.
