### The MRI sheet of a pump model: for radiology and the patient.

## Who has to know

mri-people = Kimlerin bilmesi gerekir
mri-people-team = Randevu alınmadan önce pompa ekibini arayın. Çekimden sonra bu pompayı okuyabilen biri hazır bulunmalıdır.
mri-people-model = Pompa kartındaki model ve seri numarasını bu sayfayla karşılaştırın. Bir modelin koşulları başka bir model için geçerli değildir.
mri-people-conditions = Bu sayfa kullanım kılavuzunun yerine geçmez: çekimden önce bu modelin tüm koşullarına bakın.

## Before the scan

mri-before = Çekimden önce
mri-before-synchromed-ii-field = MR koşullu, en fazla 3 T. 2008 tarihli daha eski bir kılavuz 1,5 T değerinden söz eder.
mri-before-synchromed-ii-running = Pompayı çalışır durumda bırakın. Durdurma programlamayın: bu, motor durmasının fark edilmesini geciktirir.
mri-before-prometra-ii-field = MR koşullu, en fazla 1,5 T ve en fazla 2000 G/cm uzaysal gradyan.
mri-before-prometra-ii-empty = Önce rezervuarı boşaltın.
mri-before-prometra-unsafe = Ekim 2019’da değiştirilen AB etiketine göre MR güvenli değil.
mri-before-prometra-empty = Bulunduğunuz yerde geçerli olan etiket bir çekime herhangi bir şekilde izin veriyorsa: önce rezervuarı boşaltın.

## In the scanner

mri-during = MR cihazında
mri-during-synchromed-ii-rotor = Pompanın rotoru manyetik alanda durur. Sonrasında yeniden çalışmalıdır.
mri-during-synchromed-ii-alarm = İki tonlu alarm çalabilir.
mri-during-prometra-ii-valve = Manyetik alanda, en fazla 0,01 mL geçtikten sonra bir valf kapanır. Kapalı kalır: valf elle sıfırlanana kadar ilaç akmaz.
mri-during-prometra-valves = Valfler manyetik alanda açılıp ilacı boşaltabilir.

## After the scan

mri-after = Çekimden sonra
mri-after-synchromed-ii-interrogate = Pompayı sorgulayın.
mri-after-synchromed-ii-motor = Motorun yeniden çalıştığını doğrulayın. Bir kılavuza göre yeniden çalışması 2 ila 24 saat sürebilir.
mri-after-synchromed-ii-usual = Bir kaynağa göre motor genellikle yaklaşık 15 dakika içinde yeniden çalışır.
mri-after-synchromed-ii-log = Hem durma hem de yeniden çalışma olay kaydına geçer. Kayıttan emin olunamıyorsa ikinci kez sorgulayın: girişim bunu gerekli kılabilir.
mri-after-synchromed-ii-telemetry = İki tonlu alarm çalarsa, pompa sorgulanana kadar infüzyon kapalı olabilir. Kendiliğinden yeniden başlamasını beklemeyin.
mri-after-prometra-ii-refill = Rezervuarı doldurun.
mri-after-prometra-ii-valve = Akışla etkinleşen valfi sıfırlayın. Biri bunu yapana kadar kapalı kalır.
mri-after-prometra-ii-program = Pompayı yeniden programlayın.

## What to watch for

mri-watch = Nelere dikkat etmeli
mri-watch-stay = Hastaya: pompa ekibi pompanın kontrol edildiğini söyleyene kadar kalın.
mri-watch-little = Çok az ilaç (yoksunluk), ilaç iletimi kesintiye uğradıktan 1 ila 3 gün sonra başlar: pompadan önceki sertlik geri gelir, döküntüsüz kaşıntı.
mri-watch-late = Geç: ateş, zihin karışıklığı, çok sert kaslar. Yoksunluk öldürebilir.
mri-watch-much = Çok fazla ilaç (doz aşımı): uyku hali, baş dönmesi, kasların aşağıdan yukarıya doğru gevşemesi, zayıf solunum, nöbetler, koma.
mri-watch-call = Bu belirtilerden her biri acil durumdur: bulunduğunuz ülkenin acil çağrı numarasını, sonra pompa ekibini arayın.
