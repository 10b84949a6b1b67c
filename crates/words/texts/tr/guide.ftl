### The family guide: for the person with the pump and the family, after the implant.

## Your pump, step by step

guide-way = Adım adım pompanız
guide-way-pump = Pompa derinizin altındadır. İçinde baklofen adlı ilaçla dolu, rezervuar denen küçük bir hazne vardır. İlaç, kateter denen ince bir hortumdan geçerek omuriliğinizin çevresindeki sıvıya gider.
guide-way-little-in-blood = Kandaki ilaç miktarı, tabletlere göre yaklaşık 100 kat daha azdır.
guide-way-tablets = Pompa takıldıktan sonra klinik, sertliğe karşı aldığınız tabletleri azaltır: her seferinde birini, önce baklofeni. Bunu asla kendi başınıza yapmayın.
guide-way-refill = Dolum randevusunda bir iğne deriden geçerek hazneye girer. Eski ilaç çekilip ölçülür ve yeni ilaç doldurulur.
guide-way-interval = Dolum zamanı genellikle 1 ila 6 ay sonra, en sık 3 ila 4 ay sonra ve düşük rezervuar alarmından 3 ila 5 gün önce gelir. Geçerli olan, kliniğinizin size verdiği tarihtir.
guide-way-dates = Her randevudan sonra size üç şey yazılı olarak gerekir: düşük rezervuar alarmının tarihi, bir sonraki dolumun tarihi ve acil durumda kimi arayacağınız.
guide-way-missed = Dolumu asla kaçırmayın. Bir dolumu kaçırdıysanız kliniği hemen arayın. Pompa boşalınca ardından yoksunluk gelir ve boş çalışmak pompaya zarar verebilir.
guide-way-replacement = Pil, pompanın ne kadar hızlı çalıştığına bağlı olarak 5 ila 7 yıl dayanır. Sonra pompa bir ameliyatla değiştirilir. Değişim zamanının geldiğini gösteren ilk işaretten pompa durana kadar 90 gün vardır.
guide-way-replacement-date = Pompanızın değiştirilmesi gerekecekse ameliyat en az 3 ay önceden planlanır. Ne zaman olacağını kliniğe sorun.

## Daily life

guide-life = Günlük yaşam
guide-life-tell = Her tedaviden veya görüntülemeden önce her doktora, diş hekimine ve terapiste pompayı söyleyin.
guide-life-mri = MR çekiminden önce pompa ekibinizi arayın. Çekimden önce ve sonra ne yapılması gerektiği pompaya bağlıdır. Bazı pompalar için MR güvenli değildir.
guide-life-ultrasound = Ultrason başlığı pompadan 15 cm uzakta kalmalıdır.
guide-life-rub = Derinizin altındaki pompayı ovmayın veya döndürmeyin.
guide-life-heat = 39 °C’nin üzerinde jakuzi, sauna veya solaryum kullanmayın. Isı, pompanın daha fazla ilaç vermesine yol açar ve bu bir doz aşımı olabilir.
guide-life-diving = 10 m’den daha derine dalmayın.
guide-life-pressure-chamber = Basınç odasında tedaviden önce doktorunuza sorun. Sınır 2 mutlak atmosferdir ve önce pompanın doldurulması gerekir.
guide-life-high-up = Yüksek yerlerdeki veya uçuştaki düşük hava basıncı, pompanın daha fazla ilaç vermesine yol açar. Döndükten sonra da daha fazla vermeye devam edebilir.
guide-life-ask = Isı, dalış, uçuş, basınç odası ve spor: pompanız için neyin geçerli olduğunu kliniğe sorun.
guide-life-driving = Araç kullanırken dikkatli olun. Araç kullanıp kullanamayacağınızı ve ne zaman kullanabileceğinizi kliniğe sorun.
guide-life-alcohol = Alkol konusunda dikkatli olun.
guide-life-medicines = Yeni bir ilaç almadan önce kliniğe sorun.
guide-life-gates = Metal dedektörleri ve güvenlik kapıları pompa yüzünden ötebilir. Yürüyüp geçin, kapıda durmayın ve kartınızı gösterin.
guide-life-clock = Pompanızın saati yaz saatine veya başka bir saat dilimine geçmez. O zaman programınızın saatleri kayar. Yolculuktan önce kliniğe sorun.

## What to have with you

guide-carry = Yanınızda neler bulunmalı
guide-carry-card = Pompa kartı, her zaman.
guide-carry-plan = Kliniğinizin verdiği, telefon numaralarını içeren acil durum planı.
guide-carry-tablets = Evde baklofen tabletleri. Bunları ne zaman ve kaç tane alacağınız klinikle önceden kararlaştırılır.
guide-carry-others = Bilen kişiler: evde, okulda veya iş yerinde biri kartın nerede olduğunu ve ne yapılacağını bilmelidir.

## When the pump beeps

guide-alarms = Pompa öttüğünde
guide-alarm-two-tone = Sırayla iki ton, yaklaşık 3 saniye: pompa artık ilaç vermiyor olabilir. Şimdi arayın. İlacın kesilmesi bir hayatı tehlikeye sokabilir.
guide-alarm-single-tone = Tek ton, yaklaşık 1 saniye, yaklaşık saatte bir: ilaç azalıyor, pompanın yakında değiştirilmesi gerekiyor veya küçük bir bellek hatası var. Kliniği arayın.
guide-alarm-calculated = Alarm her şeyi fark etmez. Pompa ne kadar ilaç kaldığını yalnızca hesaplar; bunu hiçbir şey ölçmez. Pompa gereğinden fazla ilaç verirse alarm çalmaz.
guide-alarm-listen = Klinikten size her alarmı bir kez dinletmesini isteyin. Böylece sesleri tanırsınız.
guide-alarm-not-sure = Hangi ses olduğunu veya ne anlama geldiğini bilmiyor musunuz? Ciddi kabul edin ve şimdi arayın.
guide-alarm-silent = Alarm sustu mu? Yine de arayın. Geri gelebilir.

## Too little medicine: withdrawal

guide-little = Çok az ilaç: yoksunluk
guide-little-start = İlacın akışı durduktan 1 ila 3 gün sonra başlar.
guide-little-early = Erken: pompadan önceki sertliğiniz geri gelir. Kaşıntı olur ama döküntü görülmez.
guide-little-late = Geç: ateş, zihin karışıklığı, çok sert kaslar. Kaslar ve organlar zarar görebilir. Yoksunluk öldürebilir.
guide-little-worse = 24 ila 72 saat boyunca kötüleşir.
guide-little-risk = Omuriliğiniz sırtın üst kısmında veya boyunda (T6 düzeyinde veya üzerinde) yaralandıysa, nasıl hissettiğinizi başkalarına anlatamıyorsanız veya daha önce yoksunluk geçirdiyseniz tehlike daha büyüktür.

## Too much medicine: overdose

guide-much = Çok fazla ilaç: doz aşımı
guide-much-early = Uykunuz gelir veya başınız döner. Kaslarınız gevşer ve bu, vücutta yukarı doğru ilerler.
guide-much-late = Solunum zayıflar. Nöbetler. Sizi kimse uyandıramaz.
guide-much-after-change = Pompa çalışmaya başladıktan veya programı değiştikten sonra ilk etki 6 ila 8 saat sonra, tam etki 24 ila 48 saat sonra gelir.
guide-much-after-refill = Dolumdan sonra ikisine de dikkat edin: çok az ve çok fazla ilaca. İlaç pompanın içine değil, yanına gitmiş olabilir.

## When to call, and how fast

guide-call = Ne zaman ve ne kadar hızlı aramalı
guide-call-emergency = Hemen, bulunduğunuz ülkenin acil çağrı numarası: çok fazla ilacın herhangi bir belirtisi veya çok az ilacın geç bir belirtisi. Sonra pompa ekibini arayın.
guide-call-emergency-early = Yine acil çağrı numarası: çok az ilacın erken bir belirtisi ve onunla birlikte şunlardan herhangi biri: tehlikenin daha büyük olduğu kişilerdensiniz; alarm çalıyor; pompa boş veya durmuş olabilir.
guide-call-now = Şimdi, gece gündüz, pompa ekibi: çok az ilacın erken bir belirtisi, kaçırılmış bir dolum veya bilmediğiniz bir alarm. Kimse cevap vermezse kartınızla bir hastaneye gidin ve aracı bir başkası kullansın.
guide-call-now-two-tone = Şimdi, pompa ekibi: sırayla iki ton.
guide-call-today = Bugün, pompa ekibi: tek ton, yaklaşık saatte bir ve hiçbir belirti yok.
guide-call-visit = Bir sonraki randevuda: belirti ve alarm olmadığı sürece spor, yolculuk ve günlük yaşamla ilgili sorular.

## What never to do

guide-never = Asla yapılmaması gerekenler
guide-never-empty = Pompanın boşalmasına asla izin vermeyin.
guide-never-stop = İlacın aniden kesilmesine asla izin vermeyin.
guide-never-wait = Alarm çaldığında asla belirtileri beklemeyin. Belirtiler ilaç kesildikten sonra gelir.
guide-never-mri = Pompa ekibinize sorulmadan asla MR’a girmeyin.
guide-never-visit = Dolum veya programlama randevusundan yeni tarihlerinizi almadan asla ayrılmayın.
guide-never-card = Kartınız olmadan asla dışarı çıkmayın.
