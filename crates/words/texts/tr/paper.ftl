### The fixed words of the papers: emergency sheet, visit summary, programming sheet, refill record and the others.
### Places hold text that is already written in the language: dates, amounts with their unit, names.

## Every paper

# A paper without a heading of its own.
paper-letter = Mektup
paper-code-address = Bugünkü bilgiler için okutun
paper-code-offline = İnternetsiz, metin olarak bilgiler için okutun

## Emergency sheet

paper-emergency-title = ACİL DURUM SAYFASI: intratekal baklofen pompası
# $name (String): title of the file.
paper-emergency-document = Acil durum sayfası: { $name }
paper-emergency-born = doğum
paper-emergency-record-number = kayıt numarası
paper-emergency-pump = Pompa
paper-emergency-serial = Seri numarası
paper-emergency-drug = İlaç
paper-emergency-strength = Konsantrasyon
paper-emergency-last-refill = Son yapılan dolum
paper-emergency-alarm = Düşük rezervuar alarmı
paper-emergency-empty = Yaklaşık boşalma
paper-emergency-dose-not-known = doz bilinmiyor
# Stands under the dose.
paper-emergency-per-24-hours = 24 saatte
paper-emergency-mode = mod:
paper-emergency-since = pompada şu zamandan beri:
paper-emergency-dose-stopped = POMPA DURDURULMUŞ. Son doğrulanan program:
paper-emergency-dose-not-sure = KESİN DEĞİL. Son doğrulanan program:
paper-emergency-order-unknown = İSTEM POMPADA DOĞRULANMADI: DOZ BİLİNMİYOR
paper-emergency-stopped = POMPA DURDURULMUŞ
paper-emergency-critical-alarm = KRİTİK ALARM AÇIK
paper-emergency-note = NOT
paper-emergency-flex = Flex program (saatler pompanın saatine göre)
paper-emergency-days = Günler
paper-emergency-time = Saat
paper-emergency-amount = Miktar
paper-emergency-call-now = ŞİMDİ ARAYIN
paper-emergency-call-otherwise = Diğer zamanlarda
paper-emergency-medicines = İlaçlar
paper-emergency-allergies = Alerjiler
paper-emergency-withdrawal = YOKSUNLUK: çok az ilaç
paper-emergency-overdose = DOZ AŞIMI: çok fazla ilaç
paper-emergency-signs = Belirtiler
paper-emergency-times = Yayımlanmış süreler
paper-emergency-steps = İlk adımlar
paper-emergency-never = Yapmayın
paper-emergency-both = İkisinden biri olabilir
paper-emergency-alarm-sounds = Alarm sesleri
paper-emergency-alarm-not-known = Bu pompa için bilinmiyor: kullanım kılavuzuna bakın.
paper-emergency-mri = MR
paper-emergency-mri-not-known = Bu pompa için bilinmiyor: her çekimden önce kullanım kılavuzuna bakın.
paper-emergency-warnings-more = { $count ->
        [one] ve bir uyarı daha, kayda bakın
       *[other] ve { $count } uyarı daha, kayda bakın
    }
paper-emergency-scan = Okutun: internetsiz bilgiler
paper-emergency-scan-address = Okutun: bugünkü bilgiler

## Warnings

paper-warning-died = Bu kayda göre hasta { $date } tarihinde öldü.
paper-warning-no-pump = Bu kayıtta pompa yok.
# $why (String): as somebody wrote it.
paper-warning-explanted = Sistem çıkarıldı ({ $at }): { $why }
# $what (String): the order, such as "250 micrograms per 24 hours, continuous". $at (String): when it was signed.
paper-warning-order-ordered = İstenen: { $what }; imza: { $at }. Pompada olduğunu kimse bildirmedi. Pompayı sorgulayın.
paper-warning-order-unknown = İstenen: { $what }; imza: { $at }. Bir seans yapıldı ve pompanın bunu çalıştırdığı görülmedi. Pompayı sorgulayın.
# The same for patients and families.
paper-warning-order-waits = Bir değişiklik istendi ({ $at }): { $what }. Pompanın bunu çalıştırdığını kimse doğrulamadı. Bu kâğıtta yazan, pompada görülen son programdır.
# $drug (String): what is in the reservoir.
paper-warning-not-baclofen = Rezervuarda “{ $drug }” var; bu, listedeki baklofen ürünlerinden hiçbiri değil. Bu kâğıttaki adımlar baklofen içindir.
paper-warning-empty = Rezervuar, hesaplamayla, { $at } tarihinden beri boş.
# $why (String): as it stands in the record.
paper-warning-nothing-since = { $at } tarihinden beri hiçbir şey verilmiyor: { $why }
paper-warning-nothing = Hiçbir şey verilmiyor; ne zamandan beri olduğu bilinmiyor: { $why }
paper-warning-unsure-since = Pompanın ilaç verip vermediği { $at } tarihinden beri bilinmiyor: { $why } Pompayı sorgulayın.
paper-warning-unsure = Pompanın ilaç verip vermediği bilinmiyor, ne zamandan beri olduğu da bilinmiyor: { $why } Pompayı sorgulayın.
paper-warning-stopped-by-order = Pompa istem üzerine durduruldu; şu zamandan beri: { $at }.
paper-warning-stopped-by-order-unknown = Pompa istem üzerine durduruldu; ne zamandan beri olduğu bilinmiyor.
paper-warning-nothing-recorded = Bu kayda göre hiçbir şey verilmiyor.
paper-warning-not-programmed = Pompada henüz hiçbir program görülmedi.
paper-warning-minimum-rate = Pompa minimum hızında çalışıyor: bu, kateteri açık tutar ve kimseyi tedavi etmez.
paper-warning-bolus-single = Tek bir bolus şu zamana kadar sürüyor: { $until }.
paper-warning-bolus-bridge = Bir köprü bolusu (kateterde hâlâ eski konsantrasyon var: programlama cihazındaki doz, hastanın aldığı doz değildir) şu zamana kadar sürüyor: { $until }.
paper-warning-bolus-prime = Bir hazırlama bolusu şu zamana kadar sürüyor: { $until }.
# $what (String): which alarm. $at (String): when it was recorded.
paper-warning-alarm = { $what }, kayıt: { $at }.
paper-warning-alarm-undated = Kritik bir alarm açık.
# $what (String): English words of the record.
paper-warning-open = Kayıtta açık: { $what }
paper-warning-refill-past = Dolumun en geç { $date } tarihinde yapılması gerekiyordu.

## Who and what: names of facts

paper-patient = Hasta
paper-born = Doğum tarihi
paper-what = Bilgi
paper-value = Değer
paper-born-with-age = { $n ->
        [one] { $date } ({ $n } yaşında)
       *[other] { $date } ({ $n } yaşında)
    }
paper-record-number = Kayıt numarası
paper-diagnosis = Tanı
paper-pump = Pompa
paper-pump-with-serial = { $pump }, seri numarası { $serial }
paper-implanted-on = Takıldığı tarih
paper-catheter = Kateter
paper-catheter-length = Kateterin vücuttaki uzunluğu
paper-catheter-volume = Kateterin aldığı hacim
paper-catheter-volume-unverified = { $volume }, doğrulanmamış bir sayıdan hesaplamayla
paper-tip = Ucun düzeyi
paper-drug = İlaç
paper-strength = Konsantrasyon
paper-strength-both = pompaya bildirilen { $told }; flakonda { $vial }
paper-strength-vial = flakonda { $vial }; pompada görülmedi
paper-dose = 24 saatlik doz
paper-dose-confirmed = 24 saatlik doz, pompada son doğrulandığı haliyle
paper-mode = Mod
paper-mode-continuous = sürekli
paper-mode-flex = flex
paper-mode-minimum-rate = minimum hız
paper-mode-stopped = durdurulmuş
paper-mode-with-patient-bolus = { $mode }; hasta bolus ekleyebilir
paper-since = Şu zamandan beri pompada
paper-since-read-back-by = { $at }, { $by } tarafından geri okundu
paper-since-read-back = { $at }, geri okundu
paper-since-telemetry-by = { $at }, telemetriyle okundu, { $by } tarafından kaydedildi
paper-since-telemetry = { $at }, telemetriyle okundu
paper-since-found-by = { $at }, kabulde { $by } tarafından saptandı
paper-since-found = { $at }, kabulde saptandı
paper-since-surgery-by = { $at }, ameliyatta { $by } tarafından kaydedildi
paper-since-surgery = { $at }, ameliyatta kaydedildi
paper-patient-bolus = Hastanın ekleyebileceği
paper-patient-bolus-says = { $count ->
        [one] { $over } boyunca { $dose }, sonra { $lockout } kilitli, 24 saatte en fazla bir kez
       *[other] { $over } boyunca { $dose }, sonra { $lockout } kilitli, 24 saatte en fazla { $count } kez
    }
paper-last-refill = Son yapılan dolum
paper-last-refill-filled = { $date }, toplam { $volume } olana kadar dolduruldu
paper-last-refill-elsewhere = { $date }, başka yerde; { $read } tarihinde okunduğunda { $volume } kalmıştı
paper-last-refill-elsewhere-undated = başka yerde, günü bilinmiyor; { $read } tarihinde okunduğunda { $volume } kalmıştı
paper-reservoir-now = Şu anda rezervuarda, hesaplamayla
paper-alarm-on = Düşük rezervuar alarmı, hesaplamayla
paper-empty-about = Yaklaşık boşalma, hesaplamayla
paper-empty-earliest = En erken boşalma
paper-empty-and-earliest = { $date }, en erken { $earliest }
paper-refill-by = En geç dolum
paper-next-visit = Bir sonraki randevu
paper-allergies = Alerjiler
paper-medicines = İlaçlar
paper-medicine-depressant = { $medicine } (merkezi sinir sistemini baskılar)
paper-medicine-kept = evde bulundurulan: { $stock }
paper-home-stock = Evde bulundurulan, ağızdan alınan baklofen
paper-stock-out-of-date = { $what } (kullanma süresi { $date } tarihinden beri geçmiş)
paper-stock-keeps = { $what } ({ $date } tarihine kadar kullanılabilir)
paper-not-asked = bilinmiyor: kimse sormadı

## Days, hours and whom to call

paper-days-range = { $from } – { $to }
paper-days-every-public-holiday = her resmî tatil
paper-days-public-holidays = resmî tatiller
paper-days-if-public-holiday = { $days } (resmî tatilse)
paper-days-except-public-holidays = { $days } (resmî tatiller hariç)
paper-days-and-public-holidays = { $days } ve her resmî tatil
paper-hours = { $days }, { $from } – { $until }
paper-hours-overnight = { $days }, { $from } – ertesi gün { $until }
paper-hours-any = günün her saatinde
paper-hours-if-nobody-else = başka kimse cevap vermezse günün her saatinde
paper-hours-until-today = bugün { $time } saatine kadar
paper-hours-until-tomorrow = yarın { $time } saatine kadar
paper-hours-until-on = { $date }, { $time } saatine kadar
paper-call = Kimi aramalı
paper-call-who = Kim
paper-call-telephone = Telefon
paper-call-when = Ne zaman
paper-call-nobody = Telefon numarası girilmemiş. Kliniğe sorun ve buraya yazın: ____________________
paper-call-emergency = Çok fazla ilacın herhangi bir belirtisinde veya çok az ilacın geç bir belirtisinde: bulunduğunuz ülkenin acil çağrı numarasını, sonra pompa ekibini arayın.
paper-call-early = Çok az ilacın erken bir belirtisinde veya emin değilseniz: pompa ekibini şimdi arayın, gece gündüz.

## Visit summary

paper-visit-summary = Randevu özeti
# $date (String): the day of the visit.
paper-visit-of = { $date } tarihli randevu
paper-visit-done = Yapılanlar
paper-visit-nothing = Bu gün hiçbir şey kaydedilmedi.
paper-visit-program = Şu anki program
paper-visit-program-says = Pompanın verdiği: { $dose }. İlaç: { $drug }, { $strength }.
paper-visit-program-not-known = Pompanın ne verdiği bilinmiyor: pompada hiçbir program görülmedi.
paper-visit-program-continuous = Günün her saatinde aynı.
paper-visit-program-flex = Günün bazı saatlerinde daha fazla, bazılarında daha az; tabloya bakın. Saatler pompanın saatine göredir.
paper-visit-program-minimum-rate = Minimum hızda pompa yalnızca kateteri açık tutar. Kimseyi tedavi etmez.
paper-visit-program-stopped = Pompa durdurulmuş. Hiçbir şey akmıyor.
paper-visit-change = Neler değişti
paper-visit-before = Önce
paper-visit-after = Sonra
paper-visit-difference = Değişiklik
paper-change-more = { $amount } daha fazla (%{ $percent })
paper-change-less = { $amount } daha az (%{ $percent })
paper-change-none = değişiklik yok
paper-change-first = bu ilk program
paper-visit-residual = Pompada kalmış olan
paper-visit-appointments = Sonraki randevular
paper-visit-no-appointments = Planlanmış randevu yok. “En geç dolum” tarihinden önce klinikten bir randevu isteyin.
paper-appointment-test = Deneme testi
paper-appointment-implant = Pompa takılması veya ameliyat
paper-appointment-refill = Dolum
paper-appointment-visit = Kontrol
paper-appointment-review = Ekip değerlendirmesi
paper-appointment-phone-contact = Kliniğin araması
# $when (String): day and time. $where (String): place.
paper-appointment-where = { $when }, { $where }
paper-visit-scores = Puanlar
paper-visit-scores-names = Ölçek ve kas adları kayıttaki gibi İngilizcedir.
paper-score = Puan
paper-score-before = Bir önceki
paper-score-this-day = Bu gün
paper-score-first = İlk
paper-score-last = Son
paper-visit-watch = Nelere dikkat etmeli

paper-did-refill = Pompa dolduruldu: { $volume } { $drug }, { $strength }.
paper-did-program = Yeni bir program girildi ve pompada çalıştığı görüldü: { $dose }.
paper-did-program-not-running = Yeni bir program girildi ve pompanın bunu çalıştırdığı görülmedi.
paper-did-ordered = Yeni bir program istendi: { $dose }.
paper-did-test-ordered = Bir test dozu istendi: { $dose }.
paper-did-refill-ordered = Bir dolum istendi.
paper-did-not-entered = İstenmiş olan bir program girilmedi.
paper-did-read-running = Pompa okundu: çalışıyor.
paper-did-read-not-running = Pompa okundu: çalışmıyor.
paper-did-found = Kabulde pompanın çalıştığı saptandı: { $dose }.
paper-did-implanted = Pompa ve kateter takıldı.
paper-did-surgery = Pompada veya kateterde bir ameliyat yapıldı.
paper-did-test = Bir test dozu verildi: { $dose }.
paper-did-test-helped = Test dozu yardımcı oldu: { $dose }.
paper-did-test-not-helped = Test dozu yardımcı olmadı: { $dose }.
paper-did-scores = { $count ->
        [one] Bir puan alındı.
       *[other] { $count } puan alındı.
    }
paper-did-alarm = Bir alarm kaydedildi: { $what }.
paper-did-gap = İlaç verilmeyen bir süre kaydedildi: { $why }
paper-did-mri = Bir MR çekimi yapıldı.
paper-did-mri-checked-running = Pompa çekimden sonra kontrol edildi: çalışıyor.
paper-did-mri-checked-not-running = Pompa çekimden sonra kontrol edildi: çalışmıyor.
paper-did-aspirated = Kateter, erişim portundan aspire edildi.
paper-did-injected = Erişim portundan bir şey enjekte edildi: { $what }
paper-did-side-effect = Bir yan etki kaydedildi: { $what }
paper-did-booked = Bir sonraki randevu verildi: { $date }.
paper-did-travel = Yolculuk not edildi.
paper-did-medicine = İlaç: { $what }
paper-did-medicine-stopped = Artık alınmıyor: { $what }

paper-alarm-low-reservoir = düşük rezervuar
paper-alarm-empty-reservoir = rezervuar boş
paper-alarm-elective-replacement = değişim zamanı geldi
paper-alarm-end-of-service = hizmet süresinin sonu
paper-alarm-motor-stall = motor durması
paper-alarm-stopped-too-long = fazla uzun süredir durdurulmuş
paper-alarm-memory-error-minor = küçük bellek hatası
paper-alarm-memory-error-critical = kritik bellek hatası
paper-alarm-low-battery-reset = düşük pil sıfırlaması
paper-alarm-single-tone = tek ton
paper-alarm-two-tone = iki tonlu alarm
paper-alarm-not-known = hangi alarm olduğu bilinmiyor

## Programming sheet

paper-programming-sheet = Programlama sayfası
paper-state-ordered = İSTENDİ – HENÜZ POMPADA DEĞİL
paper-state-running = POMPADA, { $how }
paper-state-how-read-back-by = { $at } { $by } tarafından geri okundu
paper-state-how-read-back = geri okundu: { $at }
paper-state-how-telemetry = telemetriyle okundu: { $at }
paper-state-replaced = ARTIK POMPADA DEĞİL – DAHA SONRAKİ BİR PROGRAMLA DEĞİŞTİRİLDİ
paper-state-not-entered = GİRİLMEDİ – BU SAYFAYI KULLANMAYIN
paper-state-unknown = POMPADA OLUP OLMADIĞI BİLİNMİYOR – POMPAYI SORGULAYIN
paper-state-done = YAPILDI
paper-ordered-at = İstem zamanı
paper-ordered-by = İstemi yapan
paper-checked-by = İkinci bir kişi tarafından kontrol
paper-entered-by = Pompada doğrulayan
paper-reason = Belirtilen neden
paper-to-enter = Girilecekler
paper-setting = Ayar
paper-now = Şimdi
paper-new = Yeni
paper-drug-as-on-vial = İlaç, flakondaki gibi
paper-strength-as-on-vial = Konsantrasyon, flakondaki gibi
paper-strength-to-type = Programlama cihazına yazılacak konsantrasyon
paper-per-hour = Saatte
paper-volume-per-day = 24 saatlik hacim
paper-volume-per-day-says = 24 saatte { $volume }
paper-achieved = Bu pompanın verebileceği
paper-achieved-why = Bu pompa yalnızca tam adımlarla verir. Tarihler, verdiğine göre hesaplanır.
paper-mean-of-week = { $dose } (haftanın ortalaması)
paper-reservoir-to-type = Rezervuar hacmi
paper-alarm-volume = Alarm hacmi
paper-tubing-volume = Hortum hacmi
paper-steps = Adımlar (saatler pompanın saatine göre)
paper-step-days = Günler
paper-step-time = Saat
paper-step-rate = Hız
paper-step-amount = Verdiği
paper-day-total = Günün toplamı
paper-time-range = { $from } – { $until }
paper-boluses = Önce
paper-bolus-single = Tek bolus
paper-bolus-bridge = Köprü bolusu
paper-bolus-prime = Hazırlama bolusu
paper-bolus-says = { $over } boyunca { $dose } ({ $volume })
paper-bridge-why = Konsantrasyon değişiyor. Hortumda ve kateterde hâlâ eski konsantrasyonda ilaç var; köprü bolusu bunu eski dozla dışarı iter. Yeni program ancak ondan sonra başlar.
paper-prime-why = Hortumda veya kateterde henüz bu konsantrasyonda ilaç yok; hazırlama bolusu onları doldurur. Hastaya başka bir şey vermez.
paper-single-why = Program başlamadan önce bir kez verilir.
paper-bridge-missing = Konsantrasyon değişiyor ve bu istemde köprü bolusu yok. Herhangi bir şey girilmeden önce istemi yapana sorun.
paper-duration-hours-minutes = { $hours } sa { $minutes } dk
paper-duration-hours = { $hours } sa
paper-duration-minutes = { $minutes } dk
paper-duration-seconds = { $seconds } sn
paper-dates-with-order = Bu istemle tarihler
paper-alarm-to-set = Programlama cihazının göstermesi gereken alarm tarihi
paper-read-back = Programlama cihazından geri okuma
paper-read-back-how = Girdikten sonra: pompayı sorgulayın, programlama cihazının gösterdiğini yüksek sesle okuyun ve buraya yazın. Dinleyen kişi bunu bu sayfayla karşılaştırır.
paper-box-drug = Gösterilen ilaç: ____________________
paper-box-strength = Gösterilen konsantrasyon: ____________________
paper-box-mode = Gösterilen mod: ____________________
paper-box-dose = Gösterilen 24 saatlik doz: ____________________
paper-box-bridge = Gösterilen köprü veya hazırlama bolusu, doz ve süre: ____________________
paper-box-no-bridge = Köprü veya hazırlama bolusu gösterilmiyor
paper-box-alarm-date = Gösterilen alarm tarihi: ____________________
paper-box-running = Pompa çalışıyor
paper-box-patient-told = Hasta veya aile yeni dozu ve tarihleri biliyor
paper-box-read-by = Okuyan: ____________________ Karşılaştıran: ____________________
paper-order-refill = Doldurun
paper-order-refill-says = { $volume } { $drug }, { $strength }

## Refill record

paper-refill-record = Dolum kaydı
paper-refill-of = { $date } tarihli dolum
paper-found = Bulunanlar
paper-expected = Beklenen, hesaplamayla
paper-withdrawn = Çekilen
paper-left = Çekilemeyip içeride kalan
paper-measured = Ölçülen: çekilen ve kalan birlikte
paper-not-measured = ölçülmedi
paper-difference = Fark
paper-difference-more = beklenenden { $volume } fazla
paper-difference-less = beklenenden { $volume } az
paper-difference-none = yok
paper-threshold = Farkın önemli olmaya başladığı değer
paper-means = Ne anlama gelir
paper-means-fits = Uyuyor.
paper-means-more = Beklenenden fazla kalmış: pompa programlanandan az vermiş. Kateter veya pompa, verilmemiş bir bolus ya da son dolumda portun ıskalanması.
paper-means-more-than-filled = Doldurulandan fazla: rezervuara sıvı girmiş ya da bu, sanılan pompa veya sanılan kayıt değil.
paper-means-less = Beklenenden az kalmış: pompa programlanandan fazla vermiş veya sızdırıyor veya tamamı çekilmemiş.
paper-means-first = Bu, kayıttaki ilk dolumdu: karşılaştırılacak bir şey yok.
paper-stop-rule = Durma kuralı
paper-stop-rule-none = Hiçbir durma kuralına dokunulmadı.
paper-stop-rule-says = Fark eşiğin üzerinde: dolumdan önce birinin bununla ilgilenmesi gerekiyordu.
paper-dealt-with = Bununla nasıl ilgilenildi
paper-filled = Doldurulanlar
paper-product = Ürün
paper-lot = Lot
paper-expires = Son kullanma tarihi
paper-volume-filled = Doldurulan
paper-dates-after = Yeni tarihler
paper-recorded-by = Kaydeden
paper-recorded-at = Kayıt zamanı
paper-strength-changed = Flakondaki konsantrasyon, pompaya bildirilen konsantrasyon değil. Köprü boluslu yeni bir program gerekiyor.

## Screening sheet

paper-screening-sheet = Deneme testi
paper-test-dose = Test dozu
paper-test-dose-of = Test dozu: { $dose }, { $at }
paper-test-route = Yol
paper-test-route-lumbar = lomber ponksiyon
paper-test-route-catheter = test kateteri
paper-test-looks = Görülenler
paper-test-no-looks = Neler görüldüğünü kimse kaydetmedi.
paper-test-when = Zaman
paper-test-after = { $hours } sa { $minutes } dk sonra
paper-test-pressure = Kan basıncı
paper-test-pulse = Nabız
paper-test-breaths = Solunum sayısı
paper-test-oxygen = Oksijen
paper-test-awake = Uyanıklık
paper-test-answer = Hastanın yanıtı
paper-awake-alert = önceki gibi uyanık
paper-awake-voice = konuşulunca cevap veriyor
paper-awake-pain = yalnızca ağrıya cevap veriyor
paper-awake-unresponsive = cevap vermiyor
paper-answer-as-hoped = olağan dışı bir şey yok
paper-answer-excessive = aşırı: fazla güçsüz, uykulu
paper-answer-adverse = istenmeyen: solunum, dolaşım, nöbet, başka zarar
paper-test-result = Sonuç
paper-test-helped = Yardımcı oldu.
paper-test-not-helped = Yardımcı olmadı.
paper-test-adverse = Yanıt istenmeyen türdeydi.
paper-test-effect = Etki { $hours } sürdü.
paper-test-no-result = Bu dozun ne yaptığını henüz kimse söylemedi.
paper-test-doses = Dozlar
paper-test-catheter = Test kateteri
paper-test-catheter-in = yerleştirildi: { $at }, uç: { $level }; hâlâ içeride
paper-test-catheter-out = yerleştirildi: { $at }, uç: { $level }; çıkarıldı: { $removed }
paper-test-scores = Önceki ve sonraki puanlar

## Implant record

paper-implant-record = İmplant kaydı
paper-operation-implant = Takılma
paper-operation-revision = Revizyon
paper-operation-replacement = Değişim
paper-operation-catheter-change = Kateter değişimi
paper-operation-explant = Sistemin çıkarılması
paper-operation-of = { $operation }, { $date }
paper-surgeon = Cerrah
paper-pump-lot = Pompanın lotu
paper-pump-udi = Pompanın etiketi (UDI)
paper-catheter-lot = Kateterin lotu
paper-catheter-udi = Kateterin etiketi (UDI)
paper-catheter-basis = Hacmin nasıl bilindiği
paper-trimmed = Kesilip atılan uzunluk
paper-pocket = Cep
paper-depth = Deri altındaki derinlik
paper-priming = Nasıl hazırlandığı (priming)
paper-note = Not
paper-built = Üretim tarihi
paper-clock = Pompanın saati
paper-clock-says = UTC { $offset }; yaz saatini bilmez
paper-replacement-from = Değişimi planlama başlangıcı
paper-service-ends = Hizmet süresi en geç şu tarihte biter
paper-back-table = Steril masada hazırlama (priming)
paper-question = Soru
paper-answer = Cevap
paper-answered-on = Cevaplandı: { $date }
paper-answered-by = kayda girildiği gibi
paper-in-record-words = Cevaplar kayda yazıldıkları gibi durur.
paper-answers-missing = { $count ->
        [one] Bir cevap eksik
       *[other] { $count } cevap eksik
    }
paper-back-table-pump = Pompa
paper-back-table-catheter = Kateter
paper-back-table-afterwards = Sonrasında
paper-back-table-identity = Pompa ve seri numarası iki kişi tarafından okundu mu ve planlandığı gibi mi?
paper-back-table-purged = Pompanın içindeki ambalaj sıvısı boşaltılıp pompa dolduruldu mu?
paper-back-table-drug-checked = İlaç ve konsantrasyon iki kişi tarafından okundu mu?
paper-back-table-pump-primed = Pompa yerleştirilmeden önce hazırlandı mı (priming)?
paper-back-table-implanted-length = İçeride bırakılan kateter uzunluğu
paper-back-table-trimmed = Kesilip atılan uzunluk
paper-back-table-fluid-seen = Bağlanmadan önce kateterden beyin omurilik sıvısı geldiği görüldü mü?
paper-back-table-tip-seen = Ucun planlanan düzeyde olduğu bir görüntüde görüldü mü?
paper-back-table-catheter-holds = Kateterin içinde olan
paper-back-table-catheter-holds-fluid = beyin omurilik sıvısı
paper-back-table-catheter-holds-drug = ilaç
paper-back-table-catheter-holds-empty = hiçbir şey
paper-back-table-priming-bolus = Hâlâ boş olan yer için hazırlama bolusu istendi mi?
paper-back-table-priming-bolus-yes = evet
paper-back-table-priming-bolus-not-needed = gerekli değil: her yer dolu
paper-back-table-priming-bolus-later = daha sonra, gerekçesiyle
paper-back-table-running-seen = Ameliyathaneden çıkmadan önce pompanın çalıştığı görüldü mü?
paper-back-table-words = Planlandığı gibi gitmeyen her şey

## Discharge plan

paper-discharge-plan = Taburculuk planı
paper-discharge-plan-taken-home = Eve götürülenler
paper-discharge-plan-next = Sırada ne var
paper-discharge-plan-card = Pompa kartı ve acil durum sayfası verildi mi?
paper-discharge-plan-alarm-date = Alarm tarihi söylendi ve yazıldı mı?
paper-discharge-plan-refill-booked = Dolum randevusu alındı mı?
paper-discharge-plan-contacts = Gündüz ve gece kimin aranacağı yazıldı mı?
paper-discharge-plan-signs = Yoksunluk ve doz aşımı belirtileri anlatıldı ve tekrar ettirildi mi?
paper-discharge-plan-alarm-heard = Alarm tonları dinlendi mi?
paper-discharge-plan-oral-at-home = Acil durum için evde ağızdan alınan baklofen var mı?
paper-discharge-plan-wound = Yara ve dikiş bakımı
paper-discharge-plan-oral-plan = Bundan sonra ağızdan alınacak ilaçlar
paper-discharge-plan-activity = Ne zamandan itibaren neler yapılabilir
paper-discharge-plan-first-call = Kliniğin ilk araması
paper-discharge-plan-first-visit = İlk randevu
paper-discharge-plan-rehabilitation = Rehabilitasyonun başlangıcı
paper-discharge-plan-explained-to = Kime anlatıldı

## MRI sheet

paper-mri-sheet = Bu pompayla MR
paper-mri-not-known = Bu pompa için bilinmiyor: her çekimden önce kullanım kılavuzuna bakın. Pompa ekibini arayın.
paper-mri-planned = Planlanan
paper-mri-boxes-before = Çekimden önce işaretlenecekler
paper-mri-boxes-after = Çekimden sonra işaretlenecekler
paper-mri-box-team-called = Pompa ekibi arandı ve bu pompayı okuyabilen biri hazır
paper-mri-box-model-compared = Model ve seri numarası pompa kartıyla karşılaştırıldı
paper-mri-box-conditions = Bu modelin tüm koşullarına kullanım kılavuzunda bakıldı
paper-mri-box-read-before = Pompa çekimden önce okundu: program ve hacim yazıldı
paper-mri-box-scan-done = Çekim yapıldı, başlangıç ________ bitiş ________
paper-mri-box-read-after = Pompa çekimden sonra okundu
paper-mri-box-running = Pompa çalışıyor ve programı önceki programdır
paper-mri-box-patient-told = Hastaya nelere dikkat edeceği ve kimi arayacağı söylendi
paper-mri-box-by = Yapan: ____________________

## Travel letter

paper-travel-letter = Yolculuk mektubu
paper-travel-where = Gidilecek yer
paper-travel-when = Başlangıç ve bitiş
paper-travel-dates = { $from } – { $until }
paper-travel-program = Pompanın saatine göre program
paper-travel-clock = Pompanın saati UTC { $offset } olarak kalır. Ne saat dilimleriyle ne de yaz saatiyle değişir.
paper-travel-drugs = Yolcunun taşıdığı ilaçlar
paper-travel-refill-before-return = “En geç dolum” tarihi dönüş gününden önce: yola çıkmadan önce pompayı doldurtun.
paper-travel-alarm-before-return = Düşük rezervuar alarmı dönüş gününden önce bekleniyor: yola çıkmadan önce klinikle konuşun.

## Family guide

paper-family-guide = Pompayla yaşamak: aile için bir rehber

## Home exercises

paper-exercises = Ev için egzersizler
paper-exercise-how-often = Ne sıklıkta: { $often }
paper-exercise-caution = Dikkat edin: { $caution }
paper-exercises-with-pump = Pompayla
paper-exercises-with-pump-says = Derinin altındaki pompayı ovmayın veya döndürmeyin. Uykunuz gelirse, başınız dönerse veya güçsüz hissederseniz, solunum zorlaşırsa ya da sertleşirseniz, kaşınırsanız veya ateşiniz olursa hemen durun. Sonra acil durum sayfasının söylediğini yapın: bunların bazılarında acil çağrı numarasını aramak gerekir.

## Transfer letter

paper-transfer-letter = Devir mektubu: intratekal baklofen tedavisi
paper-transfer-story = Tarihlerle seyir
paper-transfer-registered = Burada şu zamandan beri tanınıyor
paper-transfer-first-test = İlk test dozu
paper-transfer-best-test = Yardımcı olan test dozu
paper-transfer-no-test = kayıtta test dozu yok
paper-transfer-implanted = Sistemin takılması
paper-transfer-titration-finished = Titrasyonun bitmesi
paper-transfer-programs = Son 12 ayın programları
paper-transfer-program-since = Şu zamandan beri
paper-transfer-no-programs = Bu sürede pompada hiçbir program görülmedi.
paper-transfer-refills = Son 12 ayın dolumları
paper-transfer-refill-on = Gün
paper-transfer-complications = Komplikasyonlar
paper-transfer-complication = Komplikasyon
paper-transfer-began = Başlangıç
paper-transfer-ended = Bitiş
paper-transfer-related = Tedaviyle ilişkili
paper-transfer-no-complications = Kayıtta komplikasyon yok.
paper-transfer-scores = Puanlar
paper-transfer-open = Açık konular
paper-transfer-none-open = Açık konu yok.
paper-transfer-orders = Pompada kimsenin doğrulamadığı istemler
paper-transfer-no-orders = Yok.
paper-related-related = evet
paper-related-not-related = hayır
paper-related-not-known = bilinmiyor
paper-complication-wound-infection = Yara veya cep enfeksiyonu
paper-complication-meningitis = Menenjit
paper-complication-fluid-leak = Beyin omurilik sıvısı kaçağı
paper-complication-seroma = Cepte sıvı veya kan
paper-complication-dehiscence = Yara açılması, pompanın üzerindeki derinin yırtılması
paper-complication-catheter = Kateter: bükülme, sızıntı, kırılma, bağlantı kopması, yer değiştirme, tıkanma
paper-complication-pump = Pompa: durma, hizmet süresinin erken sonu, fazla veya az infüzyon, ters dönme
paper-complication-withdrawal = Yoksunluk
paper-complication-overdose = Doz aşımı
paper-complication-side-effect = İlacın yan etkisi
paper-complication-new-deficit = Yeni nörolojik kayıp
paper-complication-other = Başka bir şey
paper-diagnosis-spinal-cord-injury = omurilik yaralanması
paper-diagnosis-multiple-sclerosis = multipl skleroz
paper-diagnosis-hereditary-spastic-paraplegia = herediter spastik parapleji
paper-diagnosis-myelopathy = miyelopati
paper-diagnosis-spinal = spinal neden
paper-diagnosis-cerebral-palsy = serebral palsi
paper-diagnosis-stroke = inme
paper-diagnosis-brain-injury = beyin yaralanması
paper-diagnosis-hypoxic-brain-damage = hipoksik beyin hasarı
paper-diagnosis-dystonia = distoni
paper-diagnosis-cerebral = serebral neden

## Opinion letter

paper-opinion = Gönderilen kayıtlar hakkında görüş
paper-opinion-about = Konu
paper-opinion-enquiry = Başvuru
paper-opinion-draft = TASLAK: imzalanmadı
paper-opinion-replaced = DEĞİŞTİRİLDİ (yerine sürüm { $number } geçti): bu eski sürümü kullanmayın
paper-opinion-asked = Ne soruldu
paper-opinion-seen = Nelere bakıldı
paper-opinion-options = Seçenekler
paper-opinion-option = Seçenek
paper-opinion-for = Burada lehine olanlar
paper-opinion-against = Burada aleyhine olanlar
paper-opinion-suggested = Ne öneriliyor ve neden
paper-opinion-missing = Neler eksik
paper-opinion-next = Bundan sonra ne yapılmalı
paper-opinion-nature = Bu mektup nedir
paper-opinion-nature-says = Gönderilenlere dayanır. Mektupta aksi yazmıyorsa bu klinikten hiç kimse bunun için hastayı muayene etmemiştir. Hastanın, ailenin ve tedavi eden hekimlerin birlikte aldığı bir karara yardımcı olur.
paper-signed = kayıtta imzalandı: { $at }, parola yeniden girilerek
paper-entered-on = girildi: { $date }
paper-version = Sürüm { $number }
paper-role-as-recorded = kayda girildiği gibi

