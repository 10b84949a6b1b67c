### The MRI sheet of a pump model: for radiology and the patient.

## Kdo to musí vědět

mri-people = Kdo to musí vědět
mri-people-team = Volejte tým pro pumpu dříve, než se domluví termín. Po vyšetření musí být k dispozici někdo, kdo umí načíst údaje z této pumpy.
mri-people-model = Porovnejte model a výrobní číslo na kartě pumpy s tímto listem. Podmínky jednoho modelu neplatí pro jiný.
mri-people-conditions = Tento list nenahrazuje příručku: před vyšetřením vyhledejte všechny podmínky pro tento model.

## Před vyšetřením

mri-before = Před vyšetřením
mri-before-synchromed-ii-field = Při MR bezpečná za určitých podmínek (MR conditional), do 3 T. Starší doporučení, z roku 2008, mluví o 1,5 T.
mri-before-synchromed-ii-running = Pumpu nechte běžet. Neprogramujte zastavení: oddaluje to rozpoznání zablokování motoru.
mri-before-prometra-ii-field = Při MR bezpečná za určitých podmínek (MR conditional), do 1,5 T a do prostorového gradientu 2000 G/cm.
mri-before-prometra-ii-empty = Nejdřív vyprázdněte zásobník.
mri-before-prometra-unsafe = Podle označení pro EU, změněného v říjnu 2019, není při MR bezpečná (MR unsafe).
mri-before-prometra-empty = Pokud označení platné tam, kde jste, vyšetření vůbec dovoluje: nejdřív vyprázdněte zásobník.

## V přístroji MR

mri-during = V přístroji MR
mri-during-synchromed-ii-rotor = Rotor pumpy se v magnetickém poli zastaví. Potom by se měl znovu rozběhnout.
mri-during-synchromed-ii-alarm = Může zaznít alarm se dvěma tóny.
mri-during-prometra-ii-valve = Ventil se v magnetickém poli zavře poté, co projde nejvýše 0,01 ml. Zůstane zavřený: žádný lék neteče, dokud se ventil ručně neresetuje.
mri-during-prometra-valves = Ventily se v magnetickém poli mohou otevřít a vypustit lék.

## Po vyšetření

mri-after = Po vyšetření
mri-after-synchromed-ii-interrogate = Načtěte údaje z pumpy.
mri-after-synchromed-ii-motor = Ověřte, že se motor znovu rozběhl. Podle jednoho doporučení může rozběhnutí trvat 2 až 24 h.
mri-after-synchromed-ii-usual = Podle jedné zprávy motor obvykle znovu běží asi do 15 minut.
mri-after-synchromed-ii-log = Zablokování i opětovné rozběhnutí motoru se zapisují do záznamu událostí. Je-li záznam nejistý, načtěte údaje podruhé: rušení si to může vyžádat.
mri-after-synchromed-ii-telemetry = Pokud zní alarm se dvěma tóny, infuze může být vypnutá, dokud se nenačtou údaje z pumpy. Nečekejte, že se obnoví sama.
mri-after-prometra-ii-refill = Doplňte zásobník.
mri-after-prometra-ii-valve = Resetujte průtokem aktivovaný ventil. Zůstane zavřený, dokud to někdo neudělá.
mri-after-prometra-ii-program = Pumpu znovu naprogramujte.

## Na co dávat pozor

mri-watch = Na co dávat pozor
mri-watch-stay = Pro pacienta: zůstaňte, dokud tým pro pumpu neřekne, že je pumpa zkontrolovaná.
mri-watch-little = Příliš málo léku (abstinenční příznaky) začíná 1 až 3 dny po přerušení podávání: vrací se ztuhlost z doby před pumpou, svědění bez vyrážky.
mri-watch-late = Pozdní: horečka, zmatenost, velmi ztuhlé svaly. Abstinenční příznaky mohou zabít.
mri-watch-much = Příliš mnoho léku (předávkování): ospalost, závratě, svaly ochabující zdola nahoru, slabé dýchání, epileptické záchvaty, kóma.
mri-watch-call = Kterýkoli z těchto příznaků je naléhavý stav: volejte tísňovou linku země, ve které jste, pak tým pro pumpu.
