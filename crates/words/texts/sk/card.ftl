### The fixed words of the pump card (the size of a bank card): keep them short.

card-title = Baklofénová pumpa – núdzová karta
# Source: T3
card-never-stop = Nikdy sa nesmie náhle zastaviť: abstinenčný stav môže zabiť.
# Sources: T3, T19
card-too-little = Primálo: pôvodná stuhnutosť späť, svrbenie bez vyrážky, horúčka, zmätenosť.
# Source: T3
card-too-much = Priveľa: ospalosť, závraty, ochabnutosť, slabý dych, záchvaty kŕčov, kóma.
card-call-now = Čokoľvek z toho: hneď volať tiesňovú linku, potom tím pre pumpu.
card-pump = Pumpa
card-serial = Sériové číslo
card-drug = Liek
card-dose = Dávka na deň
card-mri = MR: najprv sa spýtať tímu pre pumpu.
card-scan = Dnešné údaje: naskenujte
# $date (String): the day for which the facts were printed.
card-true-on = Stav ku dňu { $date }. Mení sa pri každej návšteve.
card-carry = Kartu noste vždy pri sebe
card-born = Nar.
card-refill-by = Doplniť do
card-offline = Tieto údaje, bez siete
