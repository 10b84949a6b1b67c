### The pages that open from a link, without signing in: the emergency page of the card's QR code, and the patient page.
### Who reads: the person with the pump, parents, carers; on the emergency page also staff of a hospital that does not know the pump.

## Every page

page-skip = Metne geç
page-language = Dil
page-language-set = Dili değiştir
page-menu = Sayfalar
page-nav-home = Başlangıç
page-nav-beeps = Pompa ötüyor
page-nav-sounds = Alarm sesleri
page-nav-answers = Cevaplar
page-nav-diary = Günlük
page-nav-report = Kliniğe bildirin
page-nav-goals = Hedefler
page-nav-appointments = Randevular
page-back = Başlangıca dön
page-call-now = Şimdi kimi aramalı
page-call-others = Diğer numaralar
# $until (String): a time or a day with a time.
page-call-until = Şu zamana kadar cevap verir: { $until }.
page-call-always = Günün her saatinde cevap verir.
page-call-fallback = Başka kimse cevap vermezse.
page-call-missing = Kliniğiniz bu sayfa için telefon numarası vermedi. Şimdi yardıma ihtiyacınız varsa bulunduğunuz ülkenin acil çağrı numarasını arayın.
page-call-emergency = Tehlike varsa: bulunduğunuz ülkenin acil çağrı numarasını, sonra pompa ekibini arayın.
# $moment (String): day and time. $zone (String): name of a time zone.
page-facts-from = Bu bilgilerin tarihi: { $moment } ({ $zone }). Her randevuda değişirler.
# $moment (String): day and time.
page-saved = Bağlantı yok. Gördüğünüz, şu tarihte kaydedilendir: { $moment }. O zamandan beri değişmiş olabilir. Şüpheniz varsa arayın.
page-saved-note = Bu sayfa, ilk açışınızdan sonra bağlantı olmadan da açılır. O zaman en son kaydedileni gösterir.
page-private = Bu bağlantıya sahip olan herkes bu sayfayı görür. Onu yalnızca güvendiğiniz kişilere verin. Yanlış ellere geçerse kliniğinize söyleyin: bağlantıyı kapatabilirler.
page-not-sure = Emin değilim
page-not-known = Bilinmiyor. Kliniğinize sorun.
page-error-title = Lütfen buna yeniden bakın:

## A link that opens nothing, and one that is opened too often

page-gone-title = Bu bağlantı hiçbir şey açmıyor
page-gone-why = Yanlış yazılmış olabilir veya klinik onu kapatmış olabilir. Klinikten yeni bir bağlantı isteyin.
page-gone-emergency = Şimdi yardıma ihtiyacınız varsa bulunduğunuz ülkenin acil çağrı numarasını arayın ve şunu söyleyin: “Vücutta bir baklofen pompası var.”
page-often-title = Çok sık açıldı
page-often-why = Bu sayfa son bir saatte çok sık açıldı. Lütfen bekleyin ve daha sonra yeniden deneyin. Her zaman arayabilirsiniz.
page-often-guess = İnternet bağlantınızdan çok sayıda yanlış bağlantı denendi. Lütfen bir saat bekleyip yeniden deneyin.

## The emergency page: facts

page-emergency-title = Acil durum: baklofen pompası
page-emergency-lead = Bu kişinin derisinin altında, omuriliğin çevresindeki sıvıya baklofen veren bir pompa vardır. Çok azı veya çok fazlası öldürebilir.
page-emergency-warnings = Önce bunu okuyun
page-emergency-facts = Bilgiler
page-fact-name = Ad
page-fact-born = Doğum tarihi
# $date (String): the birth date. $age (Number): whole years.
page-fact-born-value = { $date } ({ $age ->
        [one] { $age } yaşında
       *[other] { $age } yaşında
    })
page-fact-pump = Pompa
page-fact-serial = Seri numarası
page-fact-drug = İlaç
page-fact-strength = Konsantrasyon
page-fact-dose = 24 saatlik doz, pompada son görüldüğü haliyle
page-fact-mode = Pompanın çalışma şekli
page-fact-since = Şu zamandan beri
page-fact-refill = Bir sonraki dolum en geç
page-fact-alarm = Düşük rezervuar alarmı, hesaplamayla
page-fact-empty = Boşalma, hesaplamayla
# $date (String): a day. $early (String): an earlier day.
page-fact-empty-early = { $date }, en erken { $early }
page-fact-allergies = Alerjiler
page-dose-stopped = Pompa durdurulmuş veya boş. Son doğrulanan program:
page-dose-not-sure = Kesin değil. Son doğrulanan program:
# $vial (String): a strength.
page-strength-not-seen = flakonda { $vial }; pompada görülmedi
# $told (String): a strength. $vial (String): a strength.
page-strength-differs = pompaya bildirilen { $told }; flakonda { $vial }
page-mode-continuous = bütün gün aynı
page-mode-flex = gün içinde değişir
page-mode-minimum-rate = en düşük hız
page-mode-stopped = durdurulmuş
page-mode-patient-bolus = Kişi ek doz ekleyebilir.
page-since-read-back = { $moment }, pompadan geri okundu
page-since-found = { $moment }, pompada saptandı
page-since-surgery = { $moment }, ameliyatta ayarlandı

## The emergency page: warnings

page-warn-died = Bu kayda göre bu kişi { $date } tarihinde öldü.
page-warn-no-pump = Bu kayıtta pompa yok.
page-warn-taken-out = Pompa çıkarıldı: { $moment }.
page-warn-order = Bir istem imzalandı: { $moment }. Pompada olup olmadığı kesin değil, bu yüzden doz kesin değil. Pompayı okutun.
# $drug (String): a name that somebody typed.
page-warn-not-baclofen = Pompada “{ $drug }” var. Bu, burada listelenen baklofen ürünlerinden hiçbiri değil. Aşağıdaki adımlar baklofen içindir.
page-warn-empty = Pompa, hesaplamayla, { $moment } tarihinden beri boş.
page-warn-stopped = Pompa { $moment } tarihinden beri hiçbir şey vermiyor.
page-warn-stopped-unknown = Pompa hiçbir şey vermiyor. Ne zamandan beri olduğu bilinmiyor.
page-warn-doubtful = Pompanın ilaç verip vermediği { $moment } tarihinden beri bilinmiyor. Pompayı okutun.
page-warn-doubtful-unknown = Pompanın ilaç verip vermediği ve ne zamandan beri olduğu bilinmiyor. Pompayı okutun.
page-warn-by-record = Bu kayda göre pompa hiçbir şey vermiyor.
page-warn-no-program = Pompada henüz hiçbir program görülmedi.
page-warn-critical-alarm = Ciddi bir alarm açık: pompa artık ilaç vermiyor olabilir.
page-warn-minimum-rate = Pompa en düşük hızında çalışıyor. Bu, hortumu açık tutar ve kimseyi tedavi etmez.
page-warn-bolus-single = Tek bir ek doz şu zamana kadar sürüyor: { $moment }.
page-warn-bolus-bridge = Bir köprü bolusu şu zamana kadar sürüyor: { $moment }. Kateterde hâlâ eski konsantrasyon var. Programlama cihazındaki doz, kişinin aldığı doz değildir.
page-warn-bolus-prime = Hortumu dolduran bir hazırlama bolusu şu zamana kadar sürüyor: { $moment }.
page-warn-open = Bu pompayla ilgili ciddi bir konu açıklığa kavuşmadı. Pompa ekibine sorun.

## The emergency page: what to do

page-danger-withdrawal = Çok az ilaç: yoksunluk
page-danger-overdose = Çok fazla ilaç: doz aşımı
page-danger-either = İkisinden biri olabilir
page-danger-signs = Belirtiler
page-danger-times = Ne zaman
page-danger-steps = İlk adımlar
page-danger-never = Yapmayın
page-danger-alarm = Pompa ses verdiğinde
page-danger-mri = MR
page-danger-mri-none = Bu pompa için burada hiçbir şey listelenmemiş. Pompa ekibi bu pompa için neyin geçerli olduğunu söylemeden MR çekilmez.
page-danger-staff = Adımlar hastane personeli içindir.

## The start page

page-home-title = Pompanız
# $name (String): the given name.
page-home-of = { $name } adlı kişinin pompası
page-home-beeps = Şimdi ötüyor
page-home-beeps-hint = Birkaç soruyu cevaplayın. Kimi ve ne kadar hızlı arayacağınızı öğrenirsiniz.
page-home-danger-now = Kendinizi hasta mı hissediyorsunuz veya sertlik geri mi geldi?
page-home-next = Sırada ne var
page-home-refill = Bir sonraki dolum en geç
page-home-refill-late = Bu tarih geçti. Kliniğinizi şimdi arayın.
page-home-alarm = Düşük rezervuar alarmının çalacağı yaklaşık tarih
page-home-empty = Pompanın boşalacağı yaklaşık tarih
page-home-calculated = Hesaplamayla: pompada ne kadar ilaç kaldığını ölçen hiçbir şey yoktur. Dolum tarihine uyun, alarmı beklemeyin.
page-home-visit = Bir sonraki randevu
page-home-visit-none = Planlanmış randevu yok.
page-home-runs = Pompada ne var
page-home-doubt = Pompanızla ilgili her şey açıklığa kavuşmuş değil. Kliniğinizi arayın ve sorun.
page-home-no-pump = Bu kayıtta şu anda pompa yok.
page-home-more = Daha fazlası
page-home-sounds-hint = Pompanızın her alarmının nasıl ses verdiği ve ne anlama geldiği.
page-home-answers-hint = Pompanız için sorular ve cevaplar.
page-home-diary-hint = Spazmlar, uyku, ağrı, yan etkiler: günde bir dakika.
page-home-report-hint = Yanlış giden veya yeni bir şey mi var? Kliniğinize yazın.
page-home-goals-hint = Neye ulaşmak istediğiniz.
page-home-appointments-hint = Ne zaman ve nerede.

## It beeps

page-beeps-title = Pompa ötüyor
page-beeps-lead = Pompası olan kişi için cevaplayın. Emin değilseniz bunu söyleyin: “emin değilim” de bir cevaptır.
page-beeps-unsure = Herhangi bir şeyden emin değilseniz veya bu çok uzun sürüyorsa şimdi arayın.
page-beeps-since = Ne zamandan beri? (kendi sözlerinizle)
page-beeps-judge = Ne yapılacağını göster
page-beeps-again = Yeniden cevapla
page-beeps-why = Neden
page-beeps-never = Yapmayın
page-beeps-record-title = Kliniğe bildirin
page-beeps-record-why = Bu, cevaplarınızı kliniğin listesine yazar. Aramanın yerine geçmez: önce arayın.
page-beeps-record-text = Başka bir şey (bunu boş bırakabilirsiniz)
page-beeps-record = Kliniğe gönder
page-beeps-recorded = Bu, kliniğinize ulaştı. Henüz aramadıysanız şimdi arayın.
page-beeps-not-a-call = Bunu henüz kimse okumamış olabilir.
page-beeps-error-sound = Sesin nasıl olduğunu söyleyin. “Emin değilim” de bir cevaptır.
page-beeps-error-often = Ne sıklıkta çaldığını söyleyin. “Emin değilim” de bir cevaptır.
page-beeps-error-since = Ne zamandan beri olduğunu söyleyin. “Bilinmiyor” da bir cevaptır.
page-beeps-error-withdrawal = Çok az ilacın belirtilerini veya belirti olmadığını veya kimsenin bilemediğini işaretleyin.
page-beeps-error-overdose = Çok fazla ilacın belirtilerini veya belirti olmadığını veya kimsenin bilemediğini işaretleyin.
page-beeps-error-both = Ya belirtileri ya da “bunların hiçbiri yok” seçeneğini işaretleyin, ikisini birden değil.
page-beeps-error-risk = Riskle ilgili soruyu cevaplayın. “Emin değilim” de bir cevaptır.
page-beeps-saved-rule = Çevrimdışısınız ve bu form için bağlantı gerekiyor. Bunu beklemeyin: şimdi arayın.

## Alarm sounds

page-sounds-title = Pompanızın alarmları nasıl ses verir
page-sounds-lead = Tanımak için onları bir kez dinleyin. Pompanızdan birini duyarsanız “Pompa ötüyor” sayfasına gidin.
page-sounds-pitch = Ritim, pompanız için listelenenlerden yapılmıştır. Ses yüksekliği (ince veya kalın oluşu) bizim seçimimizdir: pompanızın sesi farklı olabilir. Kliniğinizden gerçek tonlarını size dinletmesini isteyin.
page-sounds-unknown = Pompanızın nasıl ses verdiği veya hangi pompaya sahip olduğunuz burada listelenmemiş. Bu yüzden her ton ciddi sayılır: hemen arayın. Kliniğinizden tonları size dinletmesini isteyin.
page-sounds-two-tone = Sırayla iki ton: ciddi
page-sounds-single-tone = Tek ton
page-sounds-two-tone-means = Pompa artık ilaç vermiyor olabilir. Pompa ekibinizi şimdi arayın, gece gündüz.
page-sounds-single-tone-means = Pompa ekibinizi bugün arayın. Dolum veya yeni bir pompa zamanı gelmiş olabilir.
page-sounds-lasts = Bir sesin süresi
page-sounds-cadence = Yeniden gelişi
# $span (String): a span of time, such as “1 hour”.
page-sounds-every = { $span } arayla
page-sounds-every-about = yaklaşık { $span } arayla
page-sounds-not-found = hiçbir kaynakta bulunamadı
# $value (String): how often it comes.
page-sounds-not-verified = { $value } (doğrulanmadı: bunun için bir kaynak görülmedi)
page-sounds-kinds = Anlamı şu olabilir
page-sounds-play = Bu sesi çal
page-sounds-no-audio = Tarayıcınız bunu burada çalamıyor. Bunun yerine sesi indirin.
page-sounds-calculated = Pompa gereğinden fazla ilaç verdiğinde alarm çalmaz. Sessizlik her şeyin yolunda olduğu anlamına gelmez.
page-alarm-low-reservoir = Pompada az ilaç kaldı.
page-alarm-empty-reservoir = Pompa, hesaplamayla, boş.
page-alarm-elective-replacement = Pompanın yakında değiştirilmesi gerekecek.
page-alarm-end-of-service = Pil bitti: pompa durur.
page-alarm-motor-stall = Motor hareketsiz duruyor.
page-alarm-stopped-too-long = Pompa fazla uzun süredir durdurulmuş.
page-alarm-memory-error-minor = Küçük bir bellek hatası; pompa ilaç vermeye devam ediyor.
page-alarm-memory-error-critical = Ciddi bir bellek hatası; pompa ilacı gerektiği gibi vermiyor olabilir.
page-alarm-low-battery-reset = Pompa pil yetersizliğinden yeniden başladı ve çok az ilaç veriyor olabilir.

## Answers

page-answers-title = Sorular ve cevaplar
page-answers-search = Arama
page-answers-search-hint = Örneğin: banyo, uçmak, alarm
page-answers-search-go = Ara
# $q (String): what was searched for. $n (Number): how many were found.
page-answers-found = { $n ->
        [0] “{ $q }” için hiçbir şey bulunamadı.
        [one] “{ $q }” için { $n } soru bulundu.
       *[other] “{ $q }” için { $n } soru bulundu.
    }
page-answers-all = Bütün sorular
page-answers-clinic = Bunu kliniğiniz cevaplar.
page-answers-clinic-why = Güvendiğimiz hiçbir kaynak, pompanız ve durumunuz için bunu cevaplamıyor. Bu yüzden burada kliniğinize sorun.
page-answers-source = Kaynak
page-answers-grade-a = Üreticilerden, resmî makamlardan veya bilimden
page-answers-grade-b = İkincil bir kaynaktan
page-answers-grade-d = thecal’ın kendisinden
# $name (String): who approved it. $date (String): when.
page-answers-approved = Kliniğiniz için { $date } tarihinde { $name } tarafından onaylandı.
page-answers-not-approved = Kliniğiniz bu cevabı henüz onaylamadı. Buna güvenerek hareket etmek istiyorsanız onlara sorun.
page-answers-yours = Sizin durumunuzda
page-answers-ask = Kliniğinize sorun
page-answers-ask-lead = Bekleyebilecek şeyler için. Tehlike varsa arayın.
page-answers-ask-text = Sorunuz
page-answers-ask-more = Bir şey ekleyin (bunu boş bırakabilirsiniz)
page-answers-ask-send = Soruyu gönder
page-answers-asked = Sorunuz kliniğe ulaştı. Cevap bu sayfada yer alacak.
page-answers-error-text = Ne öğrenmek istediğinizi yazın.
page-answers-own = Sorularınız
# $date (String): a day.
page-answers-asked-on = Sorulduğu tarih: { $date }
page-answers-answered-on = Kliniğiniz, { $date }
page-answers-waiting = Henüz cevaplanmadı.
page-answers-none = Henüz bir şey sormadınız.

## Diary

page-diary-title = Günlük
page-diary-lead = Tedavi ekibiniz bunu görür. Söylemek istemediğinizi boş bırakın. Acil durumlar için değildir: tehlike varsa arayın.
page-diary-day = Gün
page-diary-spasms = O günkü spazmlar (sayı)
page-diary-sleep = Gece nasıldı?
page-diary-sleep-good = iyi
page-diary-sleep-broken = spazmlar veya ağrı uyandırdı
page-diary-sleep-bad = kötü
page-diary-not-said = Söylemiyorum
page-diary-pain = Ağrı, 0 (yok) ile 10 (en kötüsü) arasında
page-diary-side-effects = Yan etkiler (kendi sözlerinizle)
page-diary-note = Başka bir şey
page-diary-save = Bu günü kaydet
page-diary-saved = Kaydedildi.
page-diary-past = Son 30 gün
page-diary-empty = Henüz bir şey yazılmadı.
page-diary-column-spasms = Spazmlar
page-diary-column-sleep = Gece
page-diary-column-pain = Ağrı
page-diary-column-other = Yan etkiler ve notlar
page-diary-error-day = Son 31 günden bir gün seçin.
page-diary-error-spasms = 0 ile 999 arasında bir tam sayı yazın veya boş bırakın.
page-diary-error-sleep = Cevaplardan birini seçin.
page-diary-error-pain = 0 ile 10 arasında bir sayı seçin veya boş bırakın.
page-diary-error-empty = Gün hakkında en az bir şey söyleyin.

## Telling the clinic

page-report-title = Kliniğe bildirin
page-report-lead = Hissettikleriniz veya gördükleriniz için. Pompa ses veriyorsa “Pompa ötüyor” sayfasını kullanın.
page-report-signs = Bunlardan biri var mı? Olan her şeyi işaretleyin.
page-report-signs-little = Çok az ilacın belirtileri
page-report-signs-much = Çok fazla ilacın belirtileri
page-report-text = Nedir?
page-report-since = Ne zamandan beri?
page-report-send = Kliniğe gönder
page-report-sent = Bu, kliniğinize ulaştı.
page-report-sent-read = Bir iş gününde okunacak. Kötüleşirse beklemeyin: arayın.
page-report-error-empty = Bir belirtiyi işaretleyin veya ne olduğunu yazın.
page-report-error-long = Bu çok uzun. Kısaltın ve yeniden gönderin.
page-report-error-many = Bugün bu bağlantıdan sayfanın kabul ettiğinden fazlası geldi. Gönderilmedi. Lütfen kliniğinizi arayın.
page-report-error-failed = Gönderilmedi. Yeniden deneyin veya kliniğinizi arayın.
page-report-past = Kliniğe bildirdikleriniz
page-report-past-alarm = Bir alarm
page-report-past-symptom = Hissedilen veya görülen bir şey
page-report-seen = Kliniğiniz bununla ilgilendi.

## Goals

page-goals-title = Hedefleriniz
page-goals-lead = Sizin ve tedavi ekibinizin ulaşmak istedikleri. Randevularınızda bunlara yeniden bakılır.
page-goals-none = Henüz yazılmış hedef yok. Tedavi ekibinize sorun.
page-goals-level-much-less = Beklenenden çok daha az
page-goals-level-less = Beklenenden daha az
page-goals-level-expected = Beklendiği gibi
page-goals-level-more = Beklenenden daha fazla
page-goals-level-much-more = Beklenenden çok daha fazla
# $date (String): a day.
page-goals-rated = { $date } tarihinde neredeydiniz
page-goals-not-rated = Henüz bakılmadı.
page-goals-language = Hedefler, yazıldıkları sözcüklerle durur.

## Appointments

page-appointments-title = Randevularınız
page-appointments-none = Planlanmış randevu yok. Gerekiyorsa kliniğinizi arayın.
page-appointments-change = Gelemiyor musunuz? Kliniğinizi erkenden arayın. Hiçbir dolumu asla atlamayın.
page-appointments-refill-by = Pompanızın en geç doldurulması gereken tarih
page-appointments-minutes = Ne kadar sürer
page-appointments-where = Nerede
page-appointments-kind-test = Test
page-appointments-kind-implant = Ameliyat
page-appointments-kind-refill = Pompanın dolumu
page-appointments-kind-visit = Kontrol
page-appointments-kind-review = Tedavi ekibiyle görüşme
page-appointments-kind-phone-contact = Telefon görüşmesi
page-appointments-zone = Saatler kliniğin saatidir ({ $zone }).
