### The fixed words of the pump card (the size of a bank card): keep them short.

card-title = Baklofenová pumpa – nouzová karta
# Source: T3
card-never-stop = Nikdy náhle nepřerušit: abstinenční příznaky mohou zabít.
# Sources: T3, T19
card-too-little = Příliš málo: vrací se dřívější ztuhlost, svědění bez vyrážky, horečka, zmatenost.
# Source: T3
card-too-much = Příliš mnoho: ospalost, závratě, ochablost, slabý dech, záchvaty, kóma.
card-call-now = Kterýkoli z nich: volejte hned tísňovou linku, pak tým pro pumpu.
card-pump = Pumpa
card-serial = Výrobní číslo
card-drug = Lék
card-dose = Dávka za den
card-mri = MR: nejdřív dotaz na tým pro pumpu.
card-scan = Naskenujte pro dnešní údaje
# $date (String): the day for which the facts were printed.
card-true-on = Platí ke dni { $date }. Mění se při každé návštěvě.
card-carry = Noste kartu vždy u sebe
card-born = Nar.
card-refill-by = Doplnit do
card-offline = Tyto údaje, bez sítě
