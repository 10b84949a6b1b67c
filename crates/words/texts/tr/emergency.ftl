### The clinical words of the emergency sheet, on paper and on screen: one message for each statement of emergency.toml.

## Too little drug: withdrawal

statement-withdrawal-early = Erken: hastanın kendi spastisitesi geri döner; döküntüsüz kaşıntı.
statement-withdrawal-late = Geç: ateş, mental durum değişikliği, rebound rijidite, rabdomiyoliz, organ yetmezliği, ölüm.
statement-withdrawal-high-risk = Yüksek risk: T6 düzeyinde veya üzerinde omurilik yaralanması, iletişim kuramama, daha önce geçirilmiş yoksunluk.
statement-withdrawal-onset = İlaç iletimi kesintiye uğradıktan 1 ila 3 gün sonra başlar.
statement-withdrawal-progress = 24 ila 72 saat boyunca kötüleşir.
statement-withdrawal-restore = Pompa ekibini arayın. İntratekal ilaç iletimini aynı veya aynıya yakın dozda yeniden sağlayın.
statement-withdrawal-bridge = O zamana kadar: oral baklofen (daha uzun bir kesintide her 6 saatte bir 10 ila 20 mg), benzodiazepinler, yoğun bakımda propofol.
statement-withdrawal-interrogate = Pompayı sorgulayın: ayarlar, alarmlar, olay kaydı, motor. Rezervuar hacmini okuyun ve ölçülen hacimle karşılaştırın.
statement-withdrawal-other-cause = Başka bir neden arayın: öykü, muayene, kreatin kinazı da içeren laboratuvar testleri.
statement-withdrawal-x-ray = Tüm sistemin röntgenini çekin.
statement-withdrawal-no-blind-restart = Pompayı öylece doldurup yeniden başlatmayın: pompası gereğinden az ilaç vermiş bir çocukta, yeniden başlatmadan 10 dakika sonra neredeyse ölümcül bir doz aşımı oldu.

## Too much drug: overdose

statement-overdose-signs = Uyku hali, baş dönmesi, yukarı doğru ilerleyen kas tonusu kaybı, solunum depresyonu, nöbetler, koma.
statement-overdose-small = 25 mikrogram kadar düşük dozlardan sonra bile bildirilmiştir.
statement-overdose-bolus = Bolustan sonra: 0,5 ila 1 saatte başlar, yaklaşık 4 saatte doruğa ulaşır, 4 ila 8 saat sürer.
statement-overdose-continuous = Sürekli infüzyonun başlatılması veya değiştirilmesinden sonra: ilk etki 6 ila 8 saatte, en yüksek etki 24 ila 48 saatte.
statement-overdose-coma = 72 saate kadar koma.
statement-overdose-airway = Hava yolu ve solunum.
statement-overdose-stop = Pompa ekibini arayın. Pompayı durdurun veya rezervuarını boşaltın.
statement-overdose-needle = Rezervuar portu için septumdan parça koparmayan (non-coring) 22 gauge iğne kullanılır.
statement-overdose-lumbar-puncture = Kontrendike değilse lomber ponksiyonla 30 ila 40 mL beyin omurilik sıvısı alın.
statement-overdose-then-withdrawal = İlaç iletiminin kesintiye uğraması, 1 ila 3 gün sonra yoksunluğa yol açar: yeniden başlatmayı pompa ekibiyle planlayın.
statement-overdose-no-antidote = Fizostigmine güvenmeyin: eski ürün bilgilerinde adı geçer, uzman paneli çoğu durumda kullanılmamasını önerir, başarısız olduğu bildirilmiştir.

## May be either

statement-either-pocket-fill = Dolumdan sonra cep dolumunu düşünün (ilacın pompanın yanına verilmesi): yoksunluk olarak da doz aşımı olarak da ortaya çıkabilir.
statement-either-route = Pompadaki baklofen asla IV, IM, SC veya epidural yolla verilmez.
statement-either-access-port = Kateter erişim portu (kit 8540): bu porttan asla dolum yapmayın, ilacı ilerletmek için asla enjeksiyon yapmayın.

## The pump: alarms and MRI

statement-alarm-two-tone = İki tonlu, yaklaşık 3 saniye: rezervuar boş, hizmet süresinin sonu, motor durması, 48 saatten uzun süredir durdurulmuş, kritik bellek hatası veya düşük pil sıfırlaması. İlaç artık akmıyor olabilir: şimdi harekete geçin.
statement-alarm-single-tone = Tek ton, yaklaşık 1 saniye, yaklaşık saatte bir: düşük rezervuar, değişim zamanı geldi, küçük bellek hatası. Kliniği arayın.
statement-alarm-calculated = Rezervuar alarmı hesaba dayanır, hacmi ölçen hiçbir şey yoktur: pompa gereğinden fazla ilaç verdiğinde alarm çalmaz.
statement-mri-synchromed-ii = En fazla 3 T, koşullu: önce bu modelin koşullarına bakın. Pompayı çalışır durumda bırakın. Rotor manyetik alanda durur; yeniden çalışması 2 ila 24 saat sürebilir. Sonrasında sorgulayın: iki tonlu alarm çalarsa infüzyon sorgulamaya kadar kapalı kalabilir.
statement-mri-prometra-ii = En fazla 1,5 T, koşullu: önce rezervuarı boşaltın. Valf manyetik alanda kapanır; elle sıfırlanana kadar kapalı kalır ve ilaç akmaz.
statement-mri-prometra = 2019 tarihli AB etiketine göre MR güvenli değil: valfler manyetik alanda açılıp ilacı boşaltabilir.
