### Units, days and the words that every paper and page shares.

common-micrograms = { $n ->
        [one] { $shown } mikrogram
       *[other] { $shown } mikrogram
    }
common-micrograms-per-24-hours = { $n ->
        [one] { $shown } mikrogram / 24 saat
       *[other] { $shown } mikrogram / 24 saat
    }
common-micrograms-per-hour = { $n ->
        [one] { $shown } mikrogram / saat
       *[other] { $shown } mikrogram / saat
    }
common-micrograms-per-millilitre = { $n ->
        [one] { $shown } mikrogram / mL
       *[other] { $shown } mikrogram / mL
    }
common-milligrams = { $shown } mg
common-millilitres = { $shown } mL
common-centimetres = { $shown } cm
common-seconds = { $n ->
        [one] { $shown } saniye
       *[other] { $shown } saniye
    }
common-minutes = { $n ->
        [one] { $shown } dakika
       *[other] { $shown } dakika
    }
common-hours = { $n ->
        [one] { $shown } saat
       *[other] { $shown } saat
    }
common-days = { $n ->
        [one] { $shown } gün
       *[other] { $shown } gün
    }
common-months = { $n ->
        [one] { $shown } ay
       *[other] { $shown } ay
    }
common-years = { $n ->
        [one] { $shown } yıl
       *[other] { $shown } yıl
    }

common-date = { $day } { $month } { $year }
common-weekday-and-date = { $date } { $weekday }
common-moment = { $date }, { $time }
# In the form in which they stand in a date.
common-month-1 = Ocak
common-month-2 = Şubat
common-month-3 = Mart
common-month-4 = Nisan
common-month-5 = Mayıs
common-month-6 = Haziran
common-month-7 = Temmuz
common-month-8 = Ağustos
common-month-9 = Eylül
common-month-10 = Ekim
common-month-11 = Kasım
common-month-12 = Aralık
common-weekday-1 = Pazartesi
common-weekday-2 = Salı
common-weekday-3 = Çarşamba
common-weekday-4 = Perşembe
common-weekday-5 = Cuma
common-weekday-6 = Cumartesi
common-weekday-7 = Pazar
common-every-day = her gün
common-from-to = { $from } – { $to }

common-not-known = bilinmiyor
common-none-known = bilinen yok
common-nothing-recorded = hiçbir şey kaydedilmemiş
common-yes = evet
common-no = hayır
common-about = yaklaşık { $value }
common-calculated = { $value }, hesaplamayla
common-not-verified = doğrulanmadı
common-cut = … (kesildi)
common-and-more = { $count ->
        [one] ve bir tane daha, kayda bakın
       *[other] ve { $count } tane daha, kayda bakın
    }
common-source = Kaynak
common-sources = Kaynaklar
common-invented = KURGUSAL KİŞİ: gösterim amaçlı, hasta değil
common-not-a-device = thecal sertifikalı bir tıbbi cihaz değildir. Kâğıdı değil, hastayı değerlendirin.
common-translation-not-approved = Klinik bu çeviriyi henüz onaylamadı. Bir metin onaylanmamışsa yanında İngilizcesi durur; geçerli olan İngilizcesidir.
common-letters-missing = Bazı harfler basılamıyor (�): kayda bakın.
common-printed = Basım: { $at } ({ $zone }) · kayıt sürümü { $version } · hash { $hash }
common-page-of = sayfa { $page } / { $pages }
common-date-name-signature = Tarih, ad, imza
common-not-signed = İmzalanmadı
common-true-on = { $date } tarihinde geçerli. Her randevuda değişir.
