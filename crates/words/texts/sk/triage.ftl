### "It beeps": the words of the page for the person with the pump, the family and carers.

## Zvuk

triage-ask-sound = Ako alarm znie?
triage-sound-two-tone = Dva striedavé tóny
triage-sound-single-tone = Jeden tón, opakovane
triage-sound-not-sure = Nie je to isté

## Ako často

triage-ask-often = Ako často znie v porovnaní s jedným tónom tejto pumpy?
triage-often-more-often = Častejšie než jeden tón tejto pumpy
triage-often-as-listed = Tak často ako jeden tón tejto pumpy alebo menej často
triage-often-once = Zatiaľ zaznel iba raz
triage-often-not-sure = Nie je to isté

## Príznaky

triage-ask-withdrawal = Sú tu príznaky, že lieku je primálo (abstinenčný stav)? Pozrite sa na osobu s pumpou a opýtajte sa jej. Zaškrtnite všetko, čo je prítomné.
triage-ask-overdose = Sú tu príznaky, že lieku je priveľa (predávkovanie)? Pozrite sa na osobu s pumpou a opýtajte sa jej. Zaškrtnite všetko, čo je prítomné.
triage-sign-spasticity = Vrátila sa stuhnutosť spred zavedenia pumpy
triage-sign-itching = Svrbenie, ale nevidno žiadnu vyrážku
triage-sign-fever = Horúčka
triage-sign-mental-state = Zmätenosť, nepokoj, iné správanie než zvyčajne
triage-sign-rigidity = Veľká stuhnutosť, väčšia než pred pumpou
triage-sign-drowsiness = Väčšia ospalosť než zvyčajne
triage-sign-dizziness = Závraty
triage-sign-tone-lost = Svaly ochabujú a postupuje to telom nahor
triage-sign-breathing = Dýchanie je pomalé, plytké alebo namáhavé
triage-sign-seizures = Epileptické záchvaty (záchvaty kŕčov)
triage-sign-coma = Osobu nemožno zobudiť (kóma)
triage-none = Nič z toho: niekto to skontroloval
triage-not-known = Nikto to nevie povedať

## Riziko

triage-ask-risk = Platí pre osobu s pumpou niečo z tohto? Miecha bola poranená na úrovni T6 alebo vyššie (T6 je šiesty stavec hrudnej časti chrbtice, počítané zhora; vyššie znamená bližšie k hlave). Alebo: nedokáže povedať druhým, ako sa cíti. Alebo: už mala abstinenčný stav.
triage-yes = Áno
triage-no = Nie
triage-not-sure = Nie je to isté

## Prečo je to také naliehavé

triage-row-overdose-sign = Je tu príznak, že lieku je priveľa (predávkovanie).
triage-row-overdose-not-known = Nikto nevie povedať, či sú tu príznaky, že lieku je priveľa. Preto sa to berie tak, akoby tu boli. Niekto sa musí na osobu s pumpou hneď teraz pozrieť.
triage-row-withdrawal-late = Je tu neskorý príznak, že lieku je primálo (abstinenčný stav). Môže zabiť.
triage-row-withdrawal-not-known = Nikto nevie povedať, či sú tu príznaky, že lieku je primálo. Preto sa to berie tak, akoby tu boli. Niekto sa musí na osobu s pumpou hneď teraz pozrieť.
triage-row-withdrawal-and-no-flow = Je tu včasný príznak, že lieku je primálo, a je možné, že pumpa už žiadny nepodáva.
triage-row-withdrawal-high-risk = Je tu včasný príznak, že lieku je primálo, a nebezpečenstvo je pre túto osobu väčšie (alebo to nikto nevie vylúčiť).
triage-row-two-tone = Dva striedavé tóny sú vážny alarm: je možné, že pumpa už nepodáva liek.
triage-row-sound-not-sure = Nikto nevie povedať, ako znie. Preto sa berie ako dva tóny, vážny alarm.
triage-row-tones-not-known = Čo znamenajú tóny tejto pumpy, tu nie je známe. Preto sa každý alarm berie ako vážny.
triage-row-too-often = Znie častejšie než jeden tón tejto pumpy alebo nikto nevie povedať, ako často. Preto sa berie ako dva tóny, vážny alarm.
triage-row-early-sign = Je tu včasný príznak, že lieku je primálo (abstinenčný stav).
triage-row-record-doubtful = Podľa záznamov o tejto pumpe nie je isté, či liek tečie. Pumpa je zastavená alebo môže byť prázdna, vážny alarm ešte nie je vyriešený alebo nikto nevie, ako je nastavená.
triage-row-no-record = O tejto pumpe tu nie sú žiadne záznamy. Čo podáva a koľko v nej zostáva, nie je známe.
triage-row-single-tone = Jeden tón, opakovane: liek sa míňa, pumpu treba čoskoro vymeniť alebo nastala malá chyba pamäte.

## Dnes

triage-urgency-today = Zavolajte dnes svojmu tímu pre pumpu. Môže byť potrebné doplnenie alebo nová pumpa.
triage-urgency-today-steps = Čo robiť dnes
triage-step-today-1 = Zavolajte dnes svojmu tímu pre pumpu. Povedzte, ako to znie, ako často a odkedy.
triage-step-today-2 = Majte poruke kartu k pumpe. Povedzte tímu pre pumpu svoje dátumy alarmu nízkeho stavu zásobníka a ďalšieho doplnenia.
triage-step-today-3 = Požiadajte o termín skôr, než pumpa môže byť prázdna.
triage-step-today-4 = Naučte sa príznaky, že lieku je primálo, aj príznaky, že ho je priveľa. Okamžite zavolajte, ak sa zvuk zmení alebo sa objaví príznak.
triage-step-today-5 = Zapíšte si, kedy ste volali a čo vám povedali.
triage-never-today-1 = Nečakajte len na najbližšiu objednanú návštevu. Pumpa môže byť prázdna ešte pred ňou.
triage-never-today-2 = Nemyslite si, že ticho znamená, že je to opravené. Alarm, ktorý prestal, sa môže ozvať znova.

## Hneď teraz

triage-urgency-now = Zavolajte svojmu tímu pre pumpu hneď teraz, vo dne aj v noci. Je možné, že pumpa už nepodáva liek, a údaje z nej treba okamžite načítať.
triage-urgency-now-steps = Čo robiť hneď teraz
triage-step-now-1 = Zavolajte svojmu tímu pre pumpu hneď teraz, nech je koľkokoľvek hodín. Povedzte, že údaje z pumpy treba okamžite načítať.
triage-step-now-2 = Ak nikto nedvíha, choďte hneď teraz do nemocnice.
triage-step-now-3 = Príďte hneď teraz a s niekým. Šoférovať musí niekto iný.
triage-step-now-4 = Prineste kartu k pumpe, núdzový list a svoje baklofénové tablety. Povedzte tímu pre pumpu, aké tablety máte.
triage-step-now-5 = Ďalej sledujte príznaky, že lieku je primálo, aj príznaky, že ho je priveľa. Pri každom z nich volajte tiesňovú linku krajiny, v ktorej ste, a žiadajte sanitku.
triage-never-now-1 = Nečakajte na príznaky. Prídu až po tom, ako sa liek minul.
triage-never-now-2 = Nečakajte, kým klinika otvorí.
triage-never-now-3 = Nešoférujte, ak ste osoba s pumpou.
triage-never-now-4 = Nemyslite si, že ticho znamená, že je to opravené. Alarm, ktorý prestal, sa môže ozvať znova.

## Núdzová situácia

triage-urgency-emergency = Núdzová situácia: volajte hneď teraz tiesňovú linku krajiny, v ktorej ste. Osoba s pumpou musí byť okamžite v nemocnici.
triage-urgency-emergency-steps = Čo robiť okamžite
triage-step-emergency-1 = Volajte hneď teraz tiesňovú linku krajiny, v ktorej ste, a žiadajte sanitku. Zostaňte na telefóne.
triage-step-emergency-2 = Povedzte: „V tele je baklofénová pumpa. Možno podáva primálo alebo priveľa.“
triage-step-emergency-3 = Potom zavolajte tímu pre pumpu. Ak ste tam dvaja, jeden volá sanitku a druhý tím pre pumpu.
triage-step-emergency-4 = Dajte kartu k pumpe a núdzový list posádke sanitky a nemocnici.
triage-step-emergency-5 = Zostaňte pri osobe s pumpou. Ak ste to vy, nezostávajte bez spoločnosti.
triage-never-emergency-1 = Nečakajte, kým vám niekto zavolá späť.
triage-never-emergency-2 = Nešoférujte, ak ste osoba s pumpou.
triage-never-emergency-3 = Nedovoľte nikomu, aby podľa rady po telefóne menil program alebo dopĺňal pumpu.
