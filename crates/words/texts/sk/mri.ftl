### The MRI sheet of a pump model: for radiology and the patient.

## Kto to musí vedieť

mri-people = Kto to musí vedieť
mri-people-team = Zavolajte tímu pre pumpu skôr, než sa dohodne termín. Po vyšetrení musí byť poruke niekto, kto vie načítať údaje z tejto pumpy.
mri-people-model = Porovnajte model a sériové číslo na karte k pumpe s týmto listom. Podmienky jedného modelu neplatia pre iný.
mri-people-conditions = Tento list nenahrádza príručku: pred vyšetrením vyhľadajte všetky podmienky pre tento model.

## Pred vyšetrením

mri-before = Pred vyšetrením
mri-before-synchromed-ii-field = Podmienečne bezpečná v prostredí MR (MR conditional), do 3 T. Staršie odporúčanie, z roku 2008, hovorí o 1,5 T.
mri-before-synchromed-ii-running = Pumpu nechajte v chode. Neprogramujte zastavenie: oneskorí sa tým odhalenie zastavenia motora.
mri-before-prometra-ii-field = Podmienečne bezpečná v prostredí MR (MR conditional), do 1,5 T a do priestorového gradientu 2000 G/cm.
mri-before-prometra-ii-empty = Najprv vyprázdnite zásobník.
mri-before-prometra-unsafe = Nebezpečná v prostredí MR (MR unsafe) podľa jej označenia v EÚ, zmeneného v októbri 2019.
mri-before-prometra-empty = Ak označenie, ktoré platí tam, kde ste, vyšetrenie vôbec pripúšťa: najprv vyprázdnite zásobník.

## V prístroji

mri-during = V prístroji
mri-during-synchromed-ii-rotor = Rotor pumpy sa v magnetickom poli zastaví. Potom by sa mal znova rozbehnúť.
mri-during-synchromed-ii-alarm = Je možný dvojtónový alarm.
mri-during-prometra-ii-valve = Ventil sa v magnetickom poli zatvorí po tom, ako pretečie najviac 0,01 ml. Zostane zatvorený: liek netečie, kým sa ventil ručne neresetuje.
mri-during-prometra-valves = Ventily sa môžu v magnetickom poli otvoriť a vypustiť liek.

## Po vyšetrení

mri-after = Po vyšetrení
mri-after-synchromed-ii-interrogate = Načítajte údaje z pumpy.
mri-after-synchromed-ii-motor = Overte, že sa chod motora obnovil. Podľa jedného odporúčania môže opätovné spustenie trvať 2 až 24 h.
mri-after-synchromed-ii-usual = Podľa jednej správy sa motor zvyčajne znova rozbehne približne do 15 minút.
mri-after-synchromed-ii-log = Zastavenie aj obnovenie chodu sa zapisujú do záznamu udalostí. Ak o zázname máte pochybnosti, načítajte údaje druhýkrát: môže si to vyžiadať rušenie.
mri-after-synchromed-ii-telemetry = Ak znie dvojtónový alarm, infúzia môže byť vypnutá, kým sa z pumpy nenačítajú údaje. Nečakajte, že sa obnoví sama.
mri-after-prometra-ii-refill = Doplňte zásobník.
mri-after-prometra-ii-valve = Resetujte ventil aktivovaný prietokom. Zostane zatvorený, kým to niekto neurobí.
mri-after-prometra-ii-program = Pumpu znova naprogramujte.

## Na čo dávať pozor

mri-watch = Na čo dávať pozor
mri-watch-stay = Pre pacienta: zostaňte, kým tím pre pumpu nepovie, že pumpa je skontrolovaná.
mri-watch-little = Primálo lieku (abstinenčný stav) sa začína 1 až 3 dni po prerušení podávania: vracia sa stuhnutosť spred zavedenia pumpy, svrbenie bez vyrážky.
mri-watch-late = Neskoré príznaky: horúčka, zmätenosť, veľmi stuhnuté svaly. Abstinenčný stav môže zabiť.
mri-watch-much = Priveľa lieku (predávkovanie): ospalosť, závraty, svaly ochabujúce zdola nahor, slabé dýchanie, epileptické záchvaty, kóma.
mri-watch-call = Každý z týchto príznakov je núdzová situácia: volajte tiesňovú linku krajiny, v ktorej ste, potom tím pre pumpu.
