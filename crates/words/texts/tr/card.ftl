### The fixed words of the pump card (the size of a bank card): keep them short.

card-title = Baklofen pompası – acil durum kartı
# Source: T3
card-never-stop = Aniden durmasına asla izin vermeyin: yoksunluk öldürebilir.
# Sources: T3, T19
card-too-little = Çok az: eski sertlik geri gelir, döküntüsüz kaşıntı, ateş, zihin karışıklığı.
# Source: T3
card-too-much = Çok fazla: uyku hali, baş dönmesi, gevşek kaslar, zayıf solunum, nöbet, koma.
card-call-now = Bunlardan biri varsa: şimdi acil çağrı numarasını, sonra pompa ekibini arayın.
card-pump = Pompa
card-serial = Seri numarası
card-drug = İlaç
card-dose = Günlük doz
card-mri = MR: önce pompa ekibine sorun.
card-scan = Bugünkü bilgi için okutun
# $date (String): the day for which the facts were printed.
card-true-on = { $date } tarihinde geçerli. Her randevuda değişir.
card-carry = Bu kartı hep taşıyın
card-born = Doğum
card-refill-by = En geç dolum
card-offline = Bu bilgiler, internetsiz
