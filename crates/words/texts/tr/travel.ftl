### The travel letter: for airlines, security and customs staff, for a hospital abroad, and for the traveller.

## To whom it may concern: the device

travel-device = İlgililerin dikkatine: cihaz
travel-device-what = Yolcunun derisinin altına yerleştirilmiş bir pompası vardır. Bu pompa, baklofen adlı ilacı bir kateterle omuriliğin çevresindeki sıvıya verir.
travel-device-needed = Yolcu gece gündüz bu pompaya bağımlıdır. İlaç aniden kesilirse yoksunluk gelir ve bu öldürebilir.
travel-device-implanted = Pompa vücudun bir parçasıdır. Çıkarılamaz, açılamaz veya inceleme için teslim edilemez.

## At security

travel-security = Güvenlik kontrolünde
travel-security-detector = Pompa, metal dedektörlerinin ve güvenlik kapılarının ötmesine neden olabilir.
travel-security-gate = Lütfen yolcunun kapıda oyalanmadan yürüyüp geçmesine izin verin.
travel-security-card = Yolcu pompa kartını gösterebilir.

## Medicines carried

travel-medicines = Yanında taşınan ilaçlar
travel-medicines-tablets = Yolcu, pompanın bozulması durumuna karşı, klinikle kararlaştırıldığı gibi baklofen tabletleri taşıyabilir.
travel-medicines-keep = Lütfen bu ilaçları, pompa kartını ve bu mektubu yolcuda bırakın.
travel-medicines-luggage = Yolcuya: bunları el bagajınızda tutun, asla teslim edilen bagaja koymayın.

## Flying

travel-flying = Uçuş
travel-flying-pressure = Dışarıdaki düşük basınç bu pompanın akışını artırır; akış, programın %14,5’ten daha fazla üzerine çıkabilir. Artış dönüşten sonra da kalabilir.
travel-flying-signs = Çok fazla ilacın belirtileri: uyku hali, baş dönmesi, kasların aşağıdan yukarıya doğru gevşemesi, zayıf solunum, nöbetler, koma. Bunlardan her biri acil durumdur.
travel-flying-ask = Pompanız için neyin geçerli olduğunu uçuştan önce kliniğinize sorun.

## Time zones

travel-clock = Saat dilimleri
travel-clock-constant = Tek bir sabit hızı olan program her saatte aynı miktarı verir. Hiçbir şey kaymaz; yolculuk için en kolay programdır.
travel-clock-flex = Bu pompada gün içinde değişen bir program çalışır. Pompanın saati ne saat dilimlerine ne de yaz saatine uyar. Varış yerinde program düzeni saat farkı kadar kayar.
travel-clock-flex-call = Başka bir saat dilimine gitmeden önce kliniğinizi arayın ve program için ne yapılacağını sorun.

## Before a long journey

travel-before = Uzun bir yolculuktan önce
travel-before-refill = Yola çıkmadan önce pompayı doldurtun.
travel-before-dates = Düşük rezervuar alarmının tarihini ve bir sonraki dolumun tarihini, döneceğiniz günle karşılaştırın. Gecikme için zaman bırakın.
travel-before-tablets = Yanınıza baklofen tabletleri alın ve bunlar hakkında klinikle ne kararlaştırıldığını bilin.
travel-before-emergency-details = Acil durum bilgilerini yanınıza alın: acil durum sayfası, pompa kartı, pompa ekibinin telefon numaraları.
travel-before-where = Gideceğiniz yerde pompanızı nerede birinin okuyup doldurabileceğini kliniğinize sorun.

## In an emergency abroad

travel-emergency = Yurt dışında acil durumda
travel-emergency-number = Çok fazla veya çok az ilacın herhangi bir belirtisinde bulunduğunuz ülkenin acil çağrı numarasını arayın. Çok az ilacın belirtileri: pompadan önceki sertlik geri gelir, döküntüsüz kaşıntı, ateş, zihin karışıklığı, çok sert kaslar.
travel-emergency-onset = Yoksunluk, ilaç iletimi kesintiye uğradıktan 1 ila 3 gün sonra başlar.
travel-emergency-two-tone = İki tonlu alarm, ilacın artık akmıyor olabileceği anlamına gelir: şimdi harekete geçin, belirtileri beklemeyin.
travel-emergency-single-tone = Tek ton, yaklaşık saatte bir: düşük rezervuar, değişim zamanı geldi veya küçük bir bellek hatası. Kendi ülkenizdeki kliniği arayın.
travel-emergency-alarm = Kimsenin açıklayamadığı bir alarm ciddi sayılır: pompa ekibini şimdi arayın.
travel-emergency-staff = Hastane personeline: yoksunlukta intratekal ilaç iletimini aynı veya aynıya yakın dozda yeniden sağlayın. Bunun adımları ve doz aşımında izlenecek adımlar acil durum sayfasındadır.
travel-emergency-route = Hastane personeline: pompadaki baklofen asla IV, IM, SC veya epidural yolla verilmez.
travel-emergency-mri = Hastane personeline: bu pompa modelinin koşulları bilinmeden MR çekilmez.
travel-emergency-team = Orada saat kaç olursa olsun kendi ülkenizdeki pompa ekibini arayın.
