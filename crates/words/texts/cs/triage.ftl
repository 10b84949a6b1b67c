### "It beeps": the words of the page for the person with the pump, the family and carers.

## Zvuk

triage-ask-sound = Jak alarm zní?
triage-sound-two-tone = Dva střídavé tóny
triage-sound-single-tone = Jeden tón, opakovaně
triage-sound-not-sure = Není jisté

## Jak často

triage-ask-often = Jak často zní ve srovnání s jedním tónem této pumpy?
triage-often-more-often = Častěji než jeden tón této pumpy
triage-often-as-listed = Stejně často jako jeden tón této pumpy, nebo méně často
triage-often-once = Zatím zazněl jen jednou
triage-often-not-sure = Není jisté

## Příznaky

triage-ask-withdrawal = Jsou tu příznaky, že je léku příliš málo (abstinenční příznaky)? Podívejte se na člověka s pumpou a zeptejte se. Zaškrtněte vše, co platí.
triage-ask-overdose = Jsou tu příznaky, že je léku příliš mnoho (předávkování)? Podívejte se na člověka s pumpou a zeptejte se. Zaškrtněte vše, co platí.
triage-sign-spasticity = Vrátila se ztuhlost z doby před pumpou
triage-sign-itching = Svědění, ale žádná vyrážka není vidět
triage-sign-fever = Horečka
triage-sign-mental-state = Zmatenost, neklid, chování jiné než obvykle
triage-sign-rigidity = Silná ztuhlost, silnější než před pumpou
triage-sign-drowsiness = Větší ospalost než obvykle
triage-sign-dizziness = Závratě
triage-sign-tone-lost = Svaly ochabují a postupuje to tělem vzhůru
triage-sign-breathing = Dýchání je pomalé, mělké nebo namáhavé
triage-sign-seizures = Záchvaty (epileptické záchvaty)
triage-sign-coma = Nelze probudit (kóma)
triage-none = Nic z toho: někdo se podíval
triage-not-known = Nikdo to nemůže říct

## Riziko

triage-ask-risk = Platí pro člověka s pumpou něco z tohoto? Mícha byla poraněna v úrovni Th6 nebo výše (Th6 je šestá kost hrudní části páteře, počítáno shora; výše znamená blíže k hlavě). Nebo: nedokáže ostatním říct, jak mu je. Nebo: už dříve u něj abstinenční příznaky nastaly.
triage-yes = Ano
triage-no = Ne
triage-not-sure = Není jisté

## Proč je to tak naléhavé

triage-row-overdose-sign = Je tu příznak, že je léku příliš mnoho (předávkování).
triage-row-overdose-not-known = Nikdo nemůže říct, zda jsou tu příznaky, že je léku příliš mnoho. Proto se počítá s tím, že tu jsou. Někdo se musí na člověka s pumpou hned podívat.
triage-row-withdrawal-late = Je tu pozdní příznak, že je léku příliš málo (abstinenční příznaky). Může to zabít.
triage-row-withdrawal-not-known = Nikdo nemůže říct, zda jsou tu příznaky, že je léku příliš málo. Proto se počítá s tím, že tu jsou. Někdo se musí na člověka s pumpou hned podívat.
triage-row-withdrawal-and-no-flow = Je tu časný příznak, že je léku příliš málo, a pumpa už možná žádný nepodává.
triage-row-withdrawal-high-risk = Je tu časný příznak, že je léku příliš málo, a nebezpečí je pro tohoto člověka větší (nebo to nikdo nemůže vyloučit).
triage-row-two-tone = Dva střídavé tóny jsou vážný alarm: pumpa už možná nepodává lék.
triage-row-sound-not-sure = Nikdo nemůže říct, jak alarm zní. Proto se počítá jako dva tóny, vážný alarm.
triage-row-tones-not-known = Co znamenají tóny této pumpy, tu není známo. Proto se každý alarm počítá jako vážný.
triage-row-too-often = Zní častěji než jeden tón této pumpy, nebo nikdo nemůže říct, jak často. Proto se počítá jako dva tóny, vážný alarm.
triage-row-early-sign = Je tu časný příznak, že je léku příliš málo (abstinenční příznaky).
triage-row-record-doubtful = Podle poznámek o této pumpě není jisté, že lék teče. Pumpa je zastavená nebo může být prázdná, vážný alarm je stále nevyřešený, nebo nikdo neví, jak je nastavená.
triage-row-no-record = Nejsou tu žádné poznámky o této pumpě. Co podává a kolik v ní zbývá, není známo.
triage-row-single-tone = Jeden tón, opakovaně: lék dochází, pumpu je třeba brzy vyměnit, nebo nastala malá chyba paměti.

## Dnes

triage-urgency-today = Zavolejte dnes svému týmu pro pumpu. Může být potřeba doplnění nebo nová pumpa.
triage-urgency-today-steps = Co udělat dnes
triage-step-today-1 = Zavolejte dnes svému týmu pro pumpu. Řekněte, jak alarm zní, jak často a od kdy.
triage-step-today-2 = Mějte po ruce kartu pumpy. Řekněte týmu pro pumpu svá data alarmu nízkého stavu zásobníku a příštího doplnění.
triage-step-today-3 = Požádejte o termín dříve, než může být pumpa prázdná.
triage-step-today-4 = Naučte se příznaky, že je léku příliš málo a že je ho příliš mnoho. Okamžitě volejte, když se zvuk změní nebo se objeví příznak.
triage-step-today-5 = Zapište si, kdy jste volali a co vám řekli.
triage-never-today-1 = Nečekejte jen na příští objednanou návštěvu. Pumpa může být do té doby prázdná.
triage-never-today-2 = Nemyslete si, že ticho znamená opraveno. Alarm, který přestal, se může vrátit.

## Hned

triage-urgency-now = Volejte hned svůj tým pro pumpu, ve dne i v noci. Pumpa už možná nepodává lék a údaje z ní se musí okamžitě načíst.
triage-urgency-now-steps = Co udělat hned
triage-step-now-1 = Volejte hned svůj tým pro pumpu, ať je jakákoli hodina. Řekněte, že se údaje z pumpy musí okamžitě načíst.
triage-step-now-2 = Když nikdo nezvedá telefon, jeďte hned do nemocnice.
triage-step-now-3 = Přijeďte hned, a s doprovodem. Řídit musí někdo jiný.
triage-step-now-4 = Vezměte s sebou kartu pumpy, nouzový list a své baklofenové tablety. Řekněte týmu pro pumpu, jaké tablety máte.
triage-step-now-5 = Stále sledujte příznaky, že je léku příliš málo, i příznaky, že je ho příliš mnoho. Při kterémkoli z nich volejte tísňovou linku země, ve které jste, a požádejte o sanitku.
triage-never-now-1 = Nečekejte na příznaky. Přijdou až poté, co lék došel.
triage-never-now-2 = Nečekejte, až klinika otevře.
triage-never-now-3 = Neřiďte, pokud jste člověk s pumpou.
triage-never-now-4 = Nemyslete si, že ticho znamená opraveno. Alarm, který přestal, se může vrátit.

## Naléhavý stav

triage-urgency-emergency = Naléhavý stav: volejte hned tísňovou linku země, ve které jste. Člověk s pumpou musí být okamžitě v nemocnici.
triage-urgency-emergency-steps = Co udělat okamžitě
triage-step-emergency-1 = Volejte hned tísňovou linku země, ve které jste, a požádejte o sanitku. Zůstaňte na telefonu.
triage-step-emergency-2 = Řekněte: „V těle je baklofenová pumpa. Možná podává příliš málo, nebo příliš mnoho.“
triage-step-emergency-3 = Potom volejte tým pro pumpu. Pokud jste na místě dva, jeden volá sanitku a druhý volá tým pro pumpu.
triage-step-emergency-4 = Dejte kartu pumpy a nouzový list posádce sanitky a nemocnici.
triage-step-emergency-5 = Zůstaňte u člověka s pumpou. Pokud jste tím člověkem vy, nezůstávejte o samotě.
triage-never-emergency-1 = Nečekejte, až vám zavolají zpět.
triage-never-emergency-2 = Neřiďte, pokud jste člověk s pumpou.
triage-never-emergency-3 = Nedovolte nikomu měnit program nebo doplňovat pumpu podle rad po telefonu.
