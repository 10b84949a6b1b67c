### "It beeps": the words of the page for the person with the pump, the family and carers.

## The sound

triage-ask-sound = Alarm sesi nasıl?
triage-sound-two-tone = Sırayla iki ton
triage-sound-single-tone = Tek ton, tekrarlayan
triage-sound-not-sure = Emin değilim

## How often

triage-ask-often = Bu pompanın tek tonuna göre ne sıklıkta çalıyor?
triage-often-more-often = Bu pompanın tek tonundan daha sık
triage-often-as-listed = Bu pompanın tek tonu kadar sık veya daha seyrek
triage-often-once = Şimdiye kadar yalnızca bir kez duyuldu
triage-often-not-sure = Emin değilim

## The signs

triage-ask-withdrawal = Çok az ilaç (yoksunluk) belirtileri var mı? Pompası olan kişiye bakın ve sorun. Olan her şeyi işaretleyin.
triage-ask-overdose = Çok fazla ilaç (doz aşımı) belirtileri var mı? Pompası olan kişiye bakın ve sorun. Olan her şeyi işaretleyin.
triage-sign-spasticity = Pompadan önceki sertlik geri geldi
triage-sign-itching = Kaşıntı var ama döküntü görünmüyor
triage-sign-fever = Ateş
triage-sign-mental-state = Zihni karışık, huzursuz, her zamanki gibi değil
triage-sign-rigidity = Çok sert, pompadan öncekinden daha sert
triage-sign-drowsiness = Her zamankinden daha uykulu
triage-sign-dizziness = Başı dönüyor
triage-sign-tone-lost = Kaslar gevşiyor ve bu, vücutta yukarı doğru ilerliyor
triage-sign-breathing = Solunum yavaş, yüzeysel veya zor
triage-sign-seizures = Nöbetler (havale)
triage-sign-coma = Uyandırılamıyor (koma)
triage-none = Bunların hiçbiri yok: biri baktı
triage-not-known = Kimse bilemiyor

## The risk

triage-ask-risk = Pompası olan kişi için bunlardan biri doğru mu? Omurilik T6 düzeyinde veya üzerinde yaralandı (T6, omurganın göğüs bölümünün yukarıdan sayıldığında altıncı kemiğidir; üzerinde, başa daha yakın demektir). Veya: nasıl hissettiğini başkalarına anlatamıyor. Veya: daha önce yoksunluk geçirdi.
triage-yes = Evet
triage-no = Hayır
triage-not-sure = Emin değilim

## Why it is so urgent

triage-row-overdose-sign = Çok fazla ilacın (doz aşımı) bir belirtisi var.
triage-row-overdose-not-known = Çok fazla ilacın belirtileri olup olmadığını kimse bilemiyor. Bu yüzden varmış gibi sayılır. Biri, pompası olan kişiye şimdi bakmalıdır.
triage-row-withdrawal-late = Çok az ilacın (yoksunluk) geç bir belirtisi var. Bu öldürebilir.
triage-row-withdrawal-not-known = Çok az ilacın belirtileri olup olmadığını kimse bilemiyor. Bu yüzden varmış gibi sayılır. Biri, pompası olan kişiye şimdi bakmalıdır.
triage-row-withdrawal-and-no-flow = Çok az ilacın erken bir belirtisi var ve pompa artık hiç ilaç vermiyor olabilir.
triage-row-withdrawal-high-risk = Çok az ilacın erken bir belirtisi var ve bu kişi için tehlike daha büyük (veya kimse bunun böyle olmadığını söyleyemiyor).
triage-row-two-tone = Sırayla iki ton ciddi bir alarmdır: pompa artık ilaç vermiyor olabilir.
triage-row-sound-not-sure = Sesin nasıl olduğunu kimse bilemiyor. Bu yüzden iki ton, yani ciddi alarm sayılır.
triage-row-tones-not-known = Bu pompanın tonlarının ne anlama geldiği burada bilinmiyor. Bu yüzden her alarm ciddi sayılır.
triage-row-too-often = Bu pompanın tek tonundan daha sık çalıyor veya ne sıklıkta çaldığını kimse bilemiyor. Bu yüzden iki ton, yani ciddi alarm sayılır.
triage-row-early-sign = Çok az ilacın (yoksunluk) erken bir belirtisi var.
triage-row-record-doubtful = Bu pompayla ilgili kayıtlara göre ilacın aktığı kesin değil. Ya pompa durdurulmuş, ya boş olabilir, ya ciddi bir alarm hâlâ açık ya da pompanın nasıl ayarlandığını kimse bilmiyor.
triage-row-no-record = Bu pompayla ilgili burada kayıt yok. Ne verdiği ve içinde ne kadar kaldığı bilinmiyor.
triage-row-single-tone = Tek ton, tekrarlayan: ilaç azalıyor, pompanın yakında değiştirilmesi gerekiyor veya küçük bir bellek hatası var.

## Today

triage-urgency-today = Pompa ekibinizi bugün arayın. Dolum veya yeni bir pompa zamanı gelmiş olabilir.
triage-urgency-today-steps = Bugün ne yapmalı
triage-step-today-1 = Pompa ekibinizi bugün arayın. Sesin nasıl olduğunu, ne sıklıkta ve ne zamandan beri çaldığını söyleyin.
triage-step-today-2 = Pompa kartını hazır tutun. Pompa ekibine düşük rezervuar alarmı ve bir sonraki dolum için sizdeki tarihleri söyleyin.
triage-step-today-3 = Pompanın boşalmış olabileceği zamandan önce bir randevu isteyin.
triage-step-today-4 = Çok az ve çok fazla ilacın belirtilerini öğrenin. Ses değişirse veya bir belirti ortaya çıkarsa hemen arayın.
triage-step-today-5 = Ne zaman aradığınızı ve size ne söylendiğini yazın.
triage-never-today-1 = Bir sonraki planlı randevuyu öylece beklemeyin. Pompa o zamandan önce boşalmış olabilir.
triage-never-today-2 = Sessizliğin, sorunun giderildiği anlamına geldiğini düşünmeyin. Susmuş bir alarm geri gelebilir.

## Now

triage-urgency-now = Pompa ekibinizi şimdi arayın, gece gündüz. Pompa artık ilaç vermiyor olabilir ve hemen okunması gerekir.
triage-urgency-now-steps = Şimdi ne yapmalı
triage-step-now-1 = Saat kaç olursa olsun pompa ekibinizi şimdi arayın. Pompanın hemen okunması gerektiğini söyleyin.
triage-step-now-2 = Kimse cevap vermezse şimdi bir hastaneye gidin.
triage-step-now-3 = Şimdi ve biriyle birlikte gelin. Aracı bir başkası kullanmalıdır.
triage-step-now-4 = Pompa kartını, acil durum sayfasını ve baklofen tabletlerinizi getirin. Pompa ekibine hangi tabletlerin sizde olduğunu söyleyin.
triage-step-now-5 = Çok az ve çok fazla ilacın belirtilerine bakmaya devam edin. Bunlardan herhangi birinde bulunduğunuz ülkenin acil çağrı numarasını arayın ve ambulans isteyin.
triage-never-now-1 = Belirtileri beklemeyin. Belirtiler ilaç bittikten sonra gelir.
triage-never-now-2 = Klinik açılana kadar beklemeyin.
triage-never-now-3 = Pompası olan kişi sizseniz araç kullanmayın.
triage-never-now-4 = Sessizliğin, sorunun giderildiği anlamına geldiğini düşünmeyin. Susmuş bir alarm geri gelebilir.

## Emergency

triage-urgency-emergency = Acil durum: bulunduğunuz ülkenin acil çağrı numarasını şimdi arayın. Pompası olan kişi hemen hastanede olmalıdır.
triage-urgency-emergency-steps = Hemen ne yapmalı
triage-step-emergency-1 = Bulunduğunuz ülkenin acil çağrı numarasını şimdi arayın ve ambulans isteyin. Telefonu kapatmayın.
triage-step-emergency-2 = Şunu söyleyin: “Vücutta bir baklofen pompası var. Çok az veya çok fazla ilaç veriyor olabilir.”
triage-step-emergency-3 = Sonra pompa ekibini arayın. İki kişiyseniz biri ambulansı, diğeri pompa ekibini arasın.
triage-step-emergency-4 = Pompa kartını ve acil durum sayfasını ambulans ekibine ve hastaneye verin.
triage-step-emergency-5 = Pompası olan kişinin yanında kalın. O kişi sizseniz yalnız kalmayın.
triage-never-emergency-1 = Geri aranmayı beklemeyin.
triage-never-emergency-2 = Pompası olan kişi sizseniz araç kullanmayın.
triage-never-emergency-3 = Telefonda verilen öğütle kimsenin programı değiştirmesine veya pompayı doldurmasına izin vermeyin.
