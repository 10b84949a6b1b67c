### Questions of patients and families and their answers, in plain words: topics, questions, answers.
### Which answer holds for whom, and its sources, stand in crates/practice/answers/answers.toml.
### Paragraphs of an answer are parted by an empty line.

## The therapy

topic-therapy = Tedavi

question-how-it-works = Pompa nasıl çalışır?
answer-how-it-works-constant-flow =
    Pompanız derinin altındadır ve ilacı, rezervuar denen küçük bir haznede tutar. Kateter denen ince bir hortum pompadan omuriliğin çevresindeki sıvıya gider. İlaç, fabrikada ayarlanmış sabit bir hızla akar.

    Dozunuzu değiştirmek için tedavi ekibi pompaya ilacın daha güçlü veya daha zayıf bir çözeltisini doldurur.

answer-how-it-works =
    Pompa derinin altındadır ve ilacı, rezervuar denen küçük bir haznede tutar. Kateter denen ince bir hortum pompadan omuriliğin çevresindeki sıvıya gider. Pompa ilacı sürekli olarak, kontrollü bir miktarda verir.

    Tedavi ekibi pompayı programlayarak dozu değiştirebilir. Pompa bunun için vücutta kalır.

question-what-is-it = İntratekal baklofen nedir?
answer-what-is-it =
    Baklofen, spastisiteye, yani sert kaslara ve kramplara karşı bir ilaçtır. İntratekal, omuriliğin çevresindeki sıvının içine demektir. Bunun için ilaç tuzlu suda çözülür.

    Pompanın ilacı asla damara, kasa, deri altına veya omurilik zarının dışındaki boşluğa verilmez.

question-why-if-tablets-failed = Tabletler işe yaramadıysa pompa neden işe yarasın?
answer-why-if-tablets-failed =
    Pompa baklofeni doğrudan omuriliğin çevresindeki sıvıya götürür. O zaman kandaki baklofen, tabletlere göre yaklaşık 100 kat daha azdır. Toplam doz daha düşüktür ve vücudun geri kalanı daha az etkilenir.

    Amerika Birleşik Devletleri’nde tedavi, ağır spastisitesi olan kişiler içindir. Neden omurilikteyse tabletlerin işe yaramamış veya çok fazla sıkıntıya yol açmış olması gerekir. Ameliyattan önce yapılan bir test, ilacın sizde etki edip etmediğini gösterir.

question-cure = Bu beni iyileştirecek mi?
answer-cure =
    İlaç aktığı sürece spastisiteyi hafifletir. Akış kesintiye uğrarsa daha önceki spastisiteniz geri gelir.

    Gerisini, her şeyden önce spastisitenin arkasındaki hastalık veya yaralanmayla ilgili olanları, size kliniğiniz anlatır.

question-severe-spasticity = Ağır spastisite nedir?
answer-severe-spasticity =
    Spastisite, kasların fazla sert olması veya istemeden kramp girmesi demektir. Hareketi, bakımı, rahatlığı veya günlük yaşamı engellediğinde ağır denir. Yardımcı araçlarla yürümekte zorluk, tekerlekli sandalyede oturmakta zorluk, bölünen uyku, ağrı veya zor giyinme bunun örnekleridir.

    Tedavi ekipleri bunu puanlarla da ölçer. Yetişkinler için bir Britanya kuralı, iki veya daha fazla kas grubunda en az 4 sertlik puanı veya en az 3 kramp puanı ya da ikisini birden ister.

question-what-may-improve = Günlük yaşamda neler daha iyi olabilir?
answer-what-may-improve =
    Amaç, spastisitenin veya distoninin (kendiliğinden çeken ve bükülen kaslar) zorlaştırdığı şeyleri hafifletmektir. Bu, yardımcı araçlarla yürümek, tekerlekli sandalyede oturmak, uyku, ağrı, terapi, giyinme ve bakım veya ani sertlikle bölünen günlük yaşam olabilir.

    Karardan önce siz ve tedavi ekibiniz, sizin için gerçekçi olan hedefler üzerinde anlaşırsınız. Nelerin daha iyi olduğu kişiden kişiye değişir.

question-work-hobbies-relationships = İş, hobiler ve ilişkiler için ne anlama gelir?

question-feels-like = Tedavi nasıl hissedilir?

question-others-like-me = Benim gibi başkaları var mı?
answer-others-like-me =
    Evet. Tek bir hasta kayıt sistemi bile, bu tedaviyi gören 1743 hastayı 53 yerde izledi.

    Çok farklı hastalıkları olan insanlar bu tedaviyi soruyor. Bunların arasında serebral palsi, omurilik yaralanması, multipl skleroz, inme ve ağır distoni (kendiliğinden çeken ve bükülen kaslar) vardır.

question-are-pumps-new = Bu pompalar yeni mi?
answer-are-pumps-new =
    Hayır. Bu tür pompaların doldurulmasına ilişkin raporlar en az 1996’ya kadar uzanır.

    Bir hasta kayıt sistemi, insanların tedaviyi sürdürüp sürdürmediğine baktı. 10 yıl sonra her 100 yetişkinden yaklaşık 87’si ve her 100 çocuk ve gençten yaklaşık 76’sı tedaviyi hâlâ kullanıyordu.

question-available-everywhere = İlaç ve deneyimli bir doktor her yerde var mı?

## Is it right for me?

topic-deciding = Benim için doğru mu?

question-suitable = Tedavi benim için uygun mu?
answer-suitable =
    Ağır spastisite hareketi, bakımı, rahatlığı veya günlük yaşamı engelliyorsa uygun olabilir. Test iğnesinin yardımcı olmuş olması, vücudunuzda pompa için yer olması, enfeksiyonunuzun olmaması ve baklofene alerjinizin olmaması gerekir.

    Bazı durumlar tedaviyi tamamen dışlamaz ama tedavinin aleyhinedir: ulaşılamayacak hedefler veya ruh sağlığıyla, evdeki durumla ya da maliyetle ilgili sorunlar. Beyin sıvısını boşaltan bir şant tedavinin aleyhine değildir. Tedavi ekibiniz sizinle birlikte bütüne bakar.

question-not-suitable = Kimler için uygun değildir?
answer-not-suitable =
    Tedavi, baklofene alerjisi olanlar, enfeksiyonu olanlar veya vücudu pompa için çok küçük olanlar için değildir. Pompanın 2,5 cm’den daha derine yerleştirilmesi gereken veya omurgasının biçimi parçaların yerleştirilmesini zorlaştıran kişiler için de değildir.

    En büyük test dozu yardımcı olmazsa pompa doğru yol değildir. Kazaya bağlı bir beyin yaralanmasından sonra, ilacın resmî metni en az 1 yıl beklemeyi söyler.

question-allergy-baclofen = Baklofene alerjim varsa ne olur?
answer-allergy-baclofen =
    Herhangi bir testten önce tedavi ekibinize söyleyin. Baklofene alerjisi olan kişilere bu tedavi uygulanmamalıdır.

question-body-size = Vücudum veya çocuğumun vücudu yeterince büyük mü?
answer-body-size =
    Vücut, pompayı taşıyacak kadar büyük olmalıdır. Pompa derinin altında 2,5 cm’den daha derinde olmamalıdır.

    Bildiğimiz bir en düşük kilo yoktur. Tedavi ekibiniz ölçer ve karar verir.

question-children = Tedavi çocuklar için de var mı?
answer-children =
    Evet. Avrupa’da ilaç, 4 yaşından başlayarak 18 yaşın altında olanlarda da kullanılabilir. Bir Britanya kılavuzu, vücudun iki tarafında spastisitesi olan ve hareket etmek için yardımcı araçlara veya tekerlekli sandalyeye ihtiyaç duyan çocukları göz önünde tutar.

    Çok küçük bir vücut veya enfeksiyon tedavinin aleyhinedir. Epilepsi, kanama sorunları, sertleştirilmiş omurga, kötü beslenme veya solunum sorunları varsa ekip özellikle dikkatlidir.

question-which-illnesses = Hangi hastalıklarda düşünülür?
answer-which-illnesses =
    Doktorlar bunu omurilik yaralanmasından, inmeden veya seçilmiş durumlarda beyin ya da omurilik hasarından sonra düşünebilir. Serebral palside, multipl skleroz ve benzeri hastalıklarda, ağır distonide (kendiliğinden çeken ve bükülen kaslar), sinir sistemi enfeksiyonlarından sonra ve bazı sinir ağrısı türlerinde de düşünebilirler.

    Yalnızca hastalığın adı belirleyici değildir.

question-how-decided = Nasıl karar verilir ve kim karar verir?
answer-how-decided =
    Siz, aileniz ve tedavi ekibi birlikte karar verirsiniz. Ekip sinirlere ve kaslara, denediklerinize, yapabildiklerinize ve rehabilitasyonun (egzersiz ve terapi) hâlâ neleri sağlayabileceğine bakar.

    Hedefler gerçekçi olmalıdır. Uzun süre kontrollere gelmeniz de mümkün olmalıdır.

question-other-options = Başka seçeneklerim var mı?
answer-other-options =
    Evet, karar vermeden önce bunları konuşun. Ameliyatsız, size göre düzenlenen tedaviler vardır. Selektif dorsal rizotomi denen, omurgadaki seçilmiş sinir köklerinin kesildiği bir ameliyat vardır. Ayrıca sinirlere zayıf elektrik akımıyla etki eden cihazlar ve fenol denen bir maddenin iğneleri vardır.

    Bunlardan hangilerinin durumunuza uyduğunu tedavi ekibiniz size söyler.

question-too-late = Tedavi için çok geç olabilir mi?
answer-too-late =
    Bir uzman paneli, bu tedavinin son çare olmadığını söylüyor. Tedavi yalnızca başka hiçbir şey kalmadığı zaman için değildir. Omurgası bir ameliyatla sertleştirilecek çocuklarda bir Britanya kılavuzu, pompanın bundan önce yerleştirilmesini söylüyor.

    Artık çok geç olduğunu gösteren bir yaş veya zaman bilmiyoruz. Gerisini size kliniğiniz anlatır.

question-insurance = Sigortam bunu öder mi?

question-second-opinion = Başka bir ülkeden de olsa ikinci bir görüş alabilir miyim?
answer-second-opinion =
    Size farklı öneriler verildiyse ikinci bir görüş isteyin. Bazı klinikler ikinci görüş verir ve bazıları, önce belgelerini okuyup sonra başka ülkelerden hastaları kabul eder.

    Kendi kliniğiniz neler sunduğunu size söyler.

## The test before the pump

topic-testing = Pompadan önceki test

question-test-before = Kesin karar vermeden önce deneyebilir miyim?
answer-test-before =
    Evet. Her ameliyattan önce ilaç, bel bölgesindeki sıvıya yapılan bir iğneyle denenir. Bir test dozunun etkisi 4 ila 8 saat sürer.

    Hasta olduğunuzda test ertelenir: örneğin hastalığınızın yeni bir atağında, mesane enfeksiyonunda veya bası yarasında.

question-test-how = Test nasıl yapılır?
answer-test-how =
    Doktor, bel bölgesindeki sıvıya bir doz verir. İlk doz genellikle 50 mikrogramdır ve çok küçük çocuklarda 25 mikrogramla başlanabilir. Ekip sonra sizi 4 ila 8 saat izler, kalbi ve solunumu kontrol eder ve sertliği tekrar tekrar ölçer.

    Doz yardımcı olmazsa en erken 24 saat sonra daha büyük bir doz verilebilir: önce 75, sonra en fazla 100 mikrogram. Fark ettiğiniz her şeyi, iyi veya kötü, ekibe söyleyin.

question-test-chances = Testin başarılı olma olasılığı nedir?
answer-test-chances =
    Bir baklofen çözeltisinin üreticisinin rakamlarına göre test, spastisitesi omurilikten kaynaklanan her 100 kişiden 97’sine yardımcı oldu. Spastisitesi beyinden kaynaklanan her 100 kişiden 94’üne yardımcı oldu.

    Bunlar gruplara ait rakamlardır. Sizde nasıl olacağını söylemezler.

question-test-result = Test ne zaman başarılı sayılır ve yardımcı olmazsa ne olur?
answer-test-result =
    Kasların sertliği belirgin biçimde azaldığında ve kramplar belirgin biçimde seyrekleştiğinde veya zayıfladığında test başarılıdır. Günlük yaşamda nelerin iyileştiğine de bakılır.

    100 mikrogram bile yardımcı olmazsa pompa sizin için doğru yol değildir. O zaman tedavi ekibiniz sizinle başka seçenekleri konuşur.

## Appointments and your care team

topic-visits = Randevular ve tedavi ekibiniz

question-steps = İlk görüşmeden pompaya kadar hangi adımlar vardır?
answer-steps =
    Önce tedavinin uygun olup olmadığını ortaya koyan bir randevuya gelirsiniz. Sonra bir test dozu nelerin iyileştiğini gösterir. Siz ve ekip birlikte tedaviden yana karar verirseniz ameliyat planlanır. Ameliyattan sonra bir ekip sizinle ilgilenir ve siz kontrollere gelirsiniz.

question-first-appointment = İlk randevuda beni ne bekliyor?
answer-first-appointment =
    Ekip, tedavinin uygun olup olmadığını öğrenmek ister ve size önerilerde bulunur. Sinirler, kaslar, kemikler ve eklemler muayene edilir; fizyoterapistler neler yapabildiğinize bakar. Ekip neleri denediğinizi ve ne umduğunuzu sorar.

    Başka doktorların mektuplarını ve raporlarını getirin.

question-first-questions = İlk randevuda neler sormalıyım?
answer-first-questions =
    Bu sayfalardaki sorulardan sizin için en önemli olanları seçin ve yazın. Neler yapabilmek istediğinizi veya nelerin daha az ağrılı ya da daha kolay olması gerektiğini ekleyin.

    Anlamadığınız her cevabı da sorun.

question-find-specialist = Bir uzmanı nasıl bulurum?

question-send-files = Başvurumu ve raporlarımı nasıl gönderirim ve ne zaman cevap alırım?

question-who-cares-after = Pompa takıldıktan sonra benimle kim ilgilenir?
answer-who-cares-after =
    Birkaç meslekten oluşan bir ekip sizinle ilgilenir ve siz hastanede yatmadan, ayaktan gelirsiniz. Bu ekipte örneğin sinir, kemik ve cerrahi doktorları, anestezi doktorları ve fizyoterapistler olabilir.

    Ekip dozu ayarlar, pompanın nasıl çalıştığını kontrol eder ve dolumları planlar.

question-rehabilitation = Pompayla birlikte rehabilitasyona ve fizyoterapiye ihtiyacım var mı?
answer-rehabilitation =
    Evet, egzersiz tedavinin temel bir parçasıdır. Yeni hareket biçimleri öğrenir, güç kazanır, günlük yaşam için alıştırma yapar ve daha fazla zararı önlersiniz.

    Bildiğimiz sabit bir program yoktur. Kliniğiniz bunu sizinle birlikte planlar.

## The operation

topic-surgery = Ameliyat

question-surgery-risks = Ameliyattan korkuyorum. Riskleri nelerdir?
answer-surgery-risks =
    Tedavi ekibinize korktuğunuzu söyleyin ve onlara kendi rakamlarını sorun. Bazı şeyler ters gidebilir, en sık da ince hortumla ilgili. 1362 ameliyatlık bir derlemede 558 sorun vardı: %66’sı hortumla ilgiliydi, %27’si ameliyatın kendisinden kaynaklanıyordu ve %7’si pompayla ilgiliydi. Bu sayı kişileri değil sorunları sayar ve bir kişide birden fazla sorun olabilir.

    341 çocukla yapılan bir çalışmada çocukların %14,6’sı herhangi bir zamanda enfeksiyon geçirdi. Omurilik sıvısı sızıntıları da oldu. Daha yeni bir hortumla 126 hastadan 7’sinde hortumla ilgili bir sorun oldu.

question-therapy-risks = Tedavinin riskleri nelerdir?
answer-therapy-risks =
    İki büyük tehlike vardır: çok az ilaç (yoksunluk) ve çok fazla ilaç (doz aşımı). İkisi de hayatı tehdit edebilir; bu yüzden belirtilerini öğrenin. Hortum veya pompa bozulabilir ve o zaman ameliyat gerekebilir.

    1743 hastalık bir hasta kayıt sisteminde hastaların %0,3’ü zararlı bir olay nedeniyle tedaviyi bıraktı.

question-anaesthesia = Ameliyat sırasında uyuyacak mıyım?
answer-anaesthesia =
    Çocuklara yönelik bir merkez pompayı genel anestezi (tam narkoz) altında yerleştiriyor. Bu, çocuğun derin uyuduğu ve hiçbir şey hissetmediği anlamına gelir.

    Kliniğiniz bunu nasıl yaptığını size söyler.

question-after-surgery = Ameliyattan sonra beni ne bekliyor?
answer-after-surgery =
    Doktorlar arasında yapılan bir ankete göre kişiler hastanede 2 ila 5 gün kaldı. Pompa çalışmaya başladıktan sonra ekip sizi en az 8 saat izler. İlk 24 saatte doz artırılmaz. Ondan sonra uygun olana kadar küçük adımlarla artırılır.

    Eve giderken bir pompa kartı ve acil durumlar için bir plan alırsınız. İkisini de yanınızda taşıyın.

question-allergy-materials = Malzemelere alerjim varsa ne olur ve test yaptırabilir miyim?

question-other-medicines-stop = Spastisiteye karşı aldığım diğer ilaçları bırakacak mıyım?
answer-other-medicines-stop =
    Hiçbir ilacı kendi başınıza bırakmayın. Ameliyattan sonra ekip, spastisiteye karşı aldığınız tabletleri azaltabilir: her seferinde bir türünü ve dozun dörtte biri ila yarısı kadar adımlarla. Önce baklofen tabletleri gelir.

    Yine de tedavi ekibinizin size söylediği gibi evde baklofen tabletleri bulundurun.

## The pump itself

topic-pump = Pompanın kendisi

question-pump-size = Pompa ne kadar büyük?
answer-pump-size-20 =
    Pompanız en fazla 20 mL ilaç alır.

    Gerisini size kliniğiniz anlatır ve pompanın dışarıdan ne kadar büyük olduğunu gösterebilir.

answer-pump-size-40 =
    Pompanız en fazla 40 mL ilaç alır.

    Gerisini size kliniğiniz anlatır ve pompanın dışarıdan ne kadar büyük olduğunu gösterebilir.

question-pump-feel = Pompa vücutta nasıl hissedilir?

question-pump-show = Pompa giysilerimin altından belli olur mu?
answer-pump-show =
    Bir klinik hastalarına, pompanın giysilerinin altından belli olmayabileceğini söylüyor. Pompa derinin hemen altında, en fazla 2,5 cm derinliktedir.

    Ne kadar belli olduğu size ve pompanıza bağlıdır. Kliniğinize sorun.

question-pump-noise = Pompa ses çıkarır mı?
answer-pump-noise-synchromed-ii =
    Bir şeyle ilgilenilmesi gerektiğinde pompanız tonlar çalar. Bir ton duyarsanız, pompa alarm verdiğinde ne yapılacağıyla ilgili soruya bakın.

    Başka bir şey duyup duymayabileceğinizi size kliniğiniz söyler.

question-battery = Pil ne kadar dayanır?
answer-battery-synchromed-ii =
    Pompanız genellikle 5 ila 7 yıl, en fazla 7 yıl dayanır. Bu, ilacın ne kadar hızlı aktığına bağlıdır. Sonu yaklaştığında pompa tek bir ton çalar. Ondan sonra en fazla 90 gün çalışır ve sonra durur; bu yüzden tonu duyduğunuzda kliniğinizi arayın.

answer-battery-medstream =
    Pompanızın pilinin 8 yıl dayandığı belirtiliyor.

    Gerisini size kliniğiniz anlatır.

question-pump-replaced = Pompa ne zaman değiştirilir?
answer-pump-replaced-synchromed-ii =
    Pompanız, pili bitmeden önce bir ameliyatla değiştirilir. Bu genellikle 5 ila 7 yıl sonradır. Bunu kliniğinizle en az 3 ay önceden planlayın. Pompa değişim için olan tek tonu çalarsa kliniğinizi arayın: pompanın 90 gün içinde değiştirilmesi gerekir.

answer-pump-replaced =
    Pompa bir ameliyatla değiştirilir. Bunu kliniğinizle en az 3 ay önceden planlayın.

    Pompanız için zamanın ne zaman geldiğini size kliniğiniz söyler.

question-catheter-replaced = İnce hortum, yani kateter ne zaman değiştirilir?
answer-catheter-replaced =
    Hortum, ilacı artık gitmesi gereken yere götürmediğinde onarılır veya değiştirilir. Ekip bunu sorularla, röntgenle, pompa üzerinden yapılan bir testle ve bazen bir boya maddesiyle araştırır. 167 hastalık bir grupta 33 hastanın pompa sisteminin ameliyatla onarılması gerekti.

    Spastisiteniz geri gelirse kliniğinizi arayın. Gerisini size kliniğiniz anlatır.

## Living with the pump

topic-living = Pompayla yaşamak

question-activity = Hareketlerim için sınırlar nelerdir ve pompayı ovabilir veya çevirebilir miyim?
answer-activity =
    Pompayı derinizin üzerinden ovmayın veya döndürmeyin.

    Her spor veya etkinlik için kliniğinize sorun. Isı, dalış, uçuş ve tıbbi tedaviler için bu sayfalarda ayrı sorular vardır.

question-contact-sport = Temaslı spor yapabilir miyim?

question-driving = Araç kullanabilir miyim?
answer-driving =
    Dikkatli olun. İlaç uykunuzu getirebilir.

    Araç kullanmadan önce kliniğinize sorun.

question-alcohol = Alkol içebilir miyim?
answer-alcohol =
    Alkol konusunda dikkatli olun. Alkol içmeden önce kliniğinize sorun.

question-other-medicines = Başka hangi ilaçları alabilirim?

question-bath-shower = Sıcak banyo veya duş yapabilir miyim?
answer-bath-shower-synchromed-ii =
    39 °C’nin üzerindeki ısıya dikkat edin. Pompanızın üreticisi jakuzi, sauna ve solaryum için bu konuda uyarıyor: o zaman pompanız vermesi gerekenden daha fazla ilaç verebilir.

    Evde banyo veya duş için neyin geçerli olduğunu size kliniğiniz söyler.

question-heat = Jakuzi, sauna, buhar odası veya solaryum kullanabilir miyim?
answer-heat-synchromed-ii =
    39 °C’den sıcak jakuzi, sauna ve solaryumlardan uzak durun. Isı ilacın daha hızlı akmasına neden olur ve bu doz aşımına yol açabilir. Sıcakta çok uykulu hale gelen, güçsüzleşen veya nefesi daralan birinin şimdi yardıma ihtiyacı vardır: bulunduğunuz ülkenin acil çağrı numarasını arayın.

    Buhar odalarını kliniğinize sorun.

question-diving = Dalış yapabilir miyim?
answer-diving-synchromed-ii =
    10 m’den daha derine dalmayın. Su pompaya baskı yapar: 30 m’ye yapılan bir dalıştan sonra bir kişinin pompasının alt yüzü içe çökmüş bulundu.

    Hiç dalmadan önce kliniğinize sorun.

question-microwave = Mikrodalga fırın kullanabilir miyim?

question-pregnancy = Hamile kalabilir veya emzirebilir miyim?

## Travel

topic-travel = Yolculuk

question-security-gates = Hırsızlık ve metal dedektörlerinden geçebilir miyim?
answer-security-gates-synchromed-ii =
    Evet, yürüyüp geçin ve içinde oyalanmayın. Pompa dedektörü öttürebilir; bu yüzden pompa kartınızı gösterin.

question-flying = Uçağa binebilir miyim ve havaalanında ne olur?
answer-flying-synchromed-ii =
    Uçmadan önce kliniğinize sorun. Çevrenizdeki hava basıncı düştüğünde pompanız vermesi gerekenden daha fazla ilaç verebilir. Döndükten sonra da böyle devam edebilir.

    Havaalanında pompa dedektörleri öttürebilir. Pompa kartınızı taşıyın ve gösterin.

question-travel-abroad = Uzun bir yolculuktan veya yurt dışı yolculuğundan önce ne yapmalıyım?
answer-travel-abroad =
    Kliniğinizle erkenden konuşun. Yola çıkmadan önce pompayı doldurtun. Baklofen tabletlerini ve acil durum bilgilerinizi yanınıza alın.

question-time-zones = Saat dilimleri ve yaz saati için ne geçerli?
answer-time-zones-flex =
    Başka bir saat dilimine gitmeden önce kliniğinizi arayın. Dozunuz gün içinde değişir ve pompanın saati kendini ayarlamaz. Bu yüzden değişiklikler, iki yer arasındaki saat farkı kadar, alıştığınızdan daha erken veya daha geç gelir. Saatler yaz veya kış saatine geçtiğinde de aynısı olur.

answer-time-zones =
    Pompanız bütün gün aynı dozu veriyorsa başka saat dilimleri en kolayıdır. Dozunuz gün içinde değişiyorsa yolculuktan önce kliniğinizi arayın, çünkü pompanın saati kendini ayarlamaz.

## Scans and other treatments

topic-treatments = Görüntülemeler ve diğer tedaviler

question-mri = MR çektirebilir miyim?
answer-mri-synchromed-ii =
    Çekimden önce MR ekibine ve kliniğinize pompayı söyleyin. Pompanızla belirli koşullarda, 3 teslaya kadar çekim yapılabilir ve ekip önce bu koşullara bakmalıdır. Güçlü mıknatıs pompanın motorunu durdurur. Motor kendiliğinden yeniden çalışmalıdır ama bu 2 ila 24 saat sürebilir.

    Çekimden sonra pompayı kontrol ettirin. İki tonlu alarmı duyarsanız kliniğinizi şimdi arayın: pompa okunana kadar ilaç akışı kapalı kalabilir.

answer-mri-prometra-ii =
    Çekimden önce MR ekibine ve kliniğinize pompayı söyleyin. Pompanızla belirli koşullarda, 1,5 teslaya kadar çekim yapılabilir. Klinik önce pompayı boşaltmalıdır. Mıknatısta bir valf kapanır ve biri onu elle sıfırlayana kadar kapalı kalır.

    O zamana kadar ilaç akmaz. Bu yüzden çekimden sonra bunun için gecikmeden kliniğinize gidin.

answer-mri-prometra =
    MR cihazına girmeyin. Görüntüleme planlayan herkese pompayı söyleyin ve bunun yerine ne yapılacağını kliniğinize sorun. Pompanızın Avrupa’daki belgeleri, 2019’dan beri pompanın orada güvenli olmadığını söylüyor. Pompanın valfleri mıknatısta açılıp ilacı dışarı bırakabilir.

question-hyperbaric = Basınç odasına (hiperbarik oda) girebilir miyim?
answer-hyperbaric-synchromed-ii =
    Önce doktorunuza sorun. Basınç, normal hava basıncı da sayılarak 2 atmosferden yüksek olmamalıdır. Pompa önceden tam doldurulmalıdır ve doz olduğu gibi kalır. Yüksek basınç altında pompanız daha az ilaç verir.

question-ultrasound = Ultrason veya başka tedaviler yaptırabilir miyim?
answer-ultrasound-synchromed-ii =
    Her görüntüleme veya tedaviden önce personele pompayı söyleyin. Ultrason başlığı pompadan 15 cm uzakta kalmalıdır.

    Emin değillerse önce kliniğinizi aramalarını isteyin.

## Refills, dose and tablets

topic-follow-up = Dolumlar, doz ve tabletler

question-follow-up-visits = Kontrollerde neler yapılır?
answer-follow-up-visits =
    Ekip dozunuzu ayarlar, pompanın nasıl çalıştığını kontrol eder ve bir sonraki dolumu planlar. Nelerin iyileştiğini ve nelerin kötüleştiğini söyleyin.

question-refill-visit = Dolum randevusu nasıl geçer?
answer-refill-visit-synchromed-ii =
    Bir klinik yaklaşık 10 dakika sürdüğünü söylüyor. Ekip önce pompayı okur ve ne kadar ilaç kalmış olması gerektiğini görür. Sonra bir iğne deriden geçerek pompaya girer. Eski ilaç çekilir, miktarı beklenenle karşılaştırılır ve yeni ilaç yavaşça verilir.

    Bir sonraki dolumun ve bir sonraki alarmın tarihini isteyin.

answer-refill-visit =
    Bunun için kliniğe gelirsiniz. Bir klinik yaklaşık 10 dakika sürdüğünü söylüyor.

    Gerisini size kliniğiniz anlatır.

question-refill-how-often = Pompa ne sıklıkta doldurulmalıdır?
answer-refill-how-often =
    Çoğu kişi 3 ila 4 ayda bir gelir. Pompaya ve doza bağlı olarak 1 ila 6 ay arasında herhangi bir süre olabilir. İlaç pompada 180 günden uzun kalmamalıdır ve bir çocuk merkezi 11 hafta içinde dolum yapar.

    Dolumun, alarmın çalacağı tarihten 3 ila 5 gün önce yapılması en iyisidir.

question-dose-change = Doz nasıl değiştirilir?
answer-dose-change-constant-flow =
    Pompanız ilacını sabit bir hızla verir. Dozu değiştirmek için klinik daha güçlü veya daha zayıf bir çözelti doldurur.

answer-dose-change =
    Tedavi ekibi dozu, pompayı özel bir cihazla dışarıdan programlayarak değiştirir. Pompa vücudunuzda kalır. Pompadaki ilacın gücü (konsantrasyonu) de değiştirilebilir.

question-tablets-at-home = Evde baklofen tabletleri bulundurmalı mıyım?
answer-tablets-at-home =
    Evet, evde yedek baklofen tabletleri bulundurun. Kliniğinizden planı isteyin: ne zaman alınacağı, kaç tane alınacağı ve kimin aranacağı. Bu planın dışında tabletlere başlamayın veya onları bırakmayın.

question-home-refill = Pompa evde doldurulabilir mi?
answer-home-refill =
    Bazı yerlerde bu var. Bir hizmet bunu yapıyor ve ona gece gündüz ulaşılabiliyor. Bir çalışmada bir hastane, uzaktan izlenen ultrasonla 20 hastaya evde dolum yaptı ve ziyaretlerin yarısı 26 dakika veya daha az sürdü.

    Yaşadığınız yerde mümkün olup olmadığını size kliniğiniz söyler.

## Danger signs and calling for help

topic-danger = Tehlike belirtileri ve yardım çağırmak

question-missed-refill = Bir dolumu kaçırırsam ne olur?
answer-missed-refill-synchromed-ii =
    Kendinizi iyi hissetseniz bile kliniğinizi hemen arayın. Pompa boşaldığında ilaç akmaz. Çok az ilaçtan kaynaklanan hastalık olan yoksunluk, 1 ila 3 gün sonra başlayabilir ve hayatı tehdit edebilir. Boş çalışmak pompaya da zarar verebilir.

    Spastisitenin geri gelmesine ve döküntüsüz kaşıntıya dikkat edin. Ateş, zihin karışıklığı veya şiddetli sertlik varsa bulunduğunuz ülkenin acil çağrı numarasını arayın.

answer-missed-refill =
    Kendinizi iyi hissetseniz bile kliniğinizi hemen arayın. Pompa boşaldığında ilaç akmaz. Çok az ilaçtan kaynaklanan hastalık olan yoksunluk, 1 ila 3 gün sonra başlayabilir ve hayatı tehdit edebilir.

    Spastisitenin geri gelmesine ve döküntüsüz kaşıntıya dikkat edin. Ateş, zihin karışıklığı veya şiddetli sertlik varsa bulunduğunuz ülkenin acil çağrı numarasını arayın.

question-alarm-sound = Pompa alarmının sesi nasıldır?
answer-alarm-sound-synchromed-ii =
    İki ton duyarsanız kliniğinizi şimdi arayın. Pompanızın iki tür alarmı vardır. Biri yaklaşık 1 saniyelik tek bir tondur ve yaklaşık saatte bir gelir. Diğeri yaklaşık 3 saniyelik iki tonlu bir sestir ve tehlikeli olan budur. Kliniğinizden programlama cihazıyla size iki sesi de dinletmesini isteyin.

    Alarm çalmasa bile çok fazla veya çok az ilacın belirtilerine dikkat edin. Pompanızda ne kadar ilaç kaldığını ölçen hiçbir şey yoktur: pompa bunu programından hesaplar; bu yüzden gereğinden fazla ilaç verdiğinde alarm çalmaz.

question-alarm-do = Pompa alarm verdiğinde ne yapmalıyım?
answer-alarm-do-synchromed-ii =
    İki ton: kliniğinizi şimdi arayın, gece gündüz. İlacın akışı durmuş olabilir ve bu hayatı tehdit edebilir. Kimseye ulaşamazsanız şimdi bir hastaneye gidin veya bulunduğunuz ülkenin acil çağrı numarasını arayın.

    Tek ton: kliniğinizi bugün arayın. Pompanın doldurulması gerekiyor olabilir veya 90 gün içinde değiştirilmesi gerekir. İkisinden hangisini duyduğunuzu, ne sıklıkta ve ne zamandan beri çaldığını söyleyin.

question-withdrawal-signs = Yoksunluğun (çok az ilaç) belirtileri nelerdir?
answer-withdrawal-signs =
    Erken belirtiler, spastisitenin geri gelmesi veya derinin döküntüsüz kaşınmasıdır: kliniğinizi hemen arayın, gece gündüz. Geç belirtiler ateş, zihin karışıklığı ve şiddetli sertliktir: bunlardan herhangi biri varsa bulunduğunuz ülkenin acil çağrı numarasını arayın ve “baklofen pompası, belki yoksunluk” deyin.

    Erken bir belirtiyle birlikte şunlardan herhangi biri varsa da acil çağrı numarasını arayın: kliniğe ulaşamıyorsunuz; pompa alarm veriyor; pompa boş veya durmuş olabilir; özel risk altındasınız.

    Sırtın üst kısmında veya boyunda (T6 düzeyinde veya üzerinde) omurilik yaralanması olanlar, nasıl hissettiğini söyleyemeyenler ve daha önce yoksunluk geçirmiş olanlar özel risk altındadır. Yoksunluk, ilaç kesildikten 1 ila 3 gün sonra başlar ve ölüme yol açabilir. Kaslar ve organlar zarar görebilir.

question-withdrawal-prevent = Yoksunluğu nasıl önlerim?
answer-withdrawal-prevent =
    Hiçbir dolumu asla kaçırmayın ve tarihini yazın. En iyisi, alarm tarihinden 3 ila 5 gün öncesidir. Her alarmı ciddiye alın ve arayın. Evde baklofen tabletleri bulundurun ve planınızı bilin. Pompa kartınızı taşıyın.

question-overdose-signs = Doz aşımının (çok fazla ilaç) belirtileri nelerdir?
answer-overdose-signs =
    Şu belirtilerden herhangi birinde bulunduğunuz ülkenin acil çağrı numarasını arayın: uyku hali, baş dönmesi, vücutta yukarı doğru ilerleyen güçsüzlük, solunum güçlüğü, nöbet veya uyandırılamayan biri. Şunu söyleyin: baklofen pompası, belki doz aşımı. Sonra kliniği arayın.

    Doz değişikliğinden sonra etki 24 ila 48 saat sonra en büyüktür.

question-side-effects = Sık görülen yan etkiler nelerdir?
answer-side-effects =
    Uyku hali, baş dönmesi, yeni güçsüzlük, nöbet veya solunum güçlüğü, çok fazla ilaç anlamına gelebilir: bulunduğunuz ülkenin acil çağrı numarasını arayın. Sizi rahatsız eden başka yeni bir şey varsa kliniğinizi arayın.

    En sık görülen yan etki, güçsüz ve gevşek kaslardır: her 100 kişiden yaklaşık 35’inde görülür. Her 100 kişiden yaklaşık 21’i uykuludur, her 100 kişiden yaklaşık 11’inin başı ağrır ve her 100 kişiden 10’u nöbet geçirir.

question-when-to-call = Doktoru veya hemşireyi ne zaman aramalıyım?
answer-when-to-call =
    Bir dolumu kaçırdığınızda, pompa iki ton veya bilmediğiniz bir ses çaldığında, spastisite geri geldiğinde veya deri döküntüsüz kaşındığında kliniğinizi hemen arayın. Tek tonda kliniğinizi bugün arayın.

    Şunlardan herhangi birinde beklemeyin, bulunduğunuz ülkenin acil çağrı numarasını arayın: ateş, şiddetli sertlik, zihin karışıklığı, uyku hali, baş dönmesi, yeni güçsüzlük, nöbet, solunum güçlüğü veya uyandırılamayan biri.

question-whom-to-call = Gündüz, gece ve hafta sonu kimi ararım?

question-help-with-pump = Pompanın kendisi için ne zaman yardım istemeliyim?
answer-help-with-pump-synchromed-ii =
    Pompa iki ton çaldığında kliniğinizi hemen arayın. Tek ton da arayın demektir. Bir dolumu kaçırdığınızda da hemen arayın. Başka nelere dikkat etmeniz gerektiğini kliniğinize sorun.

question-need-to-know = Pompayı kullanırken neleri bilmem gerekir?
answer-need-to-know =
    Bir sonraki dolumunuzun tarihini bilin ve onu asla kaçırmayın. Çok az ve çok fazla ilacın belirtilerini ve kimi arayacağınızı bilin. Evde baklofen tabletleri bulundurun ve pompa kartınızı taşıyın.

    Her tedavi veya görüntülemeden önce personele pompayı söyleyin.
