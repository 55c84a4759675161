"""A text that is not English gets the severe notice; short and odd English texts do not."""

import pytest

from source_audit.parse.language import language_of

# Our own sentences: the council closes the old bridge; "we have no choice", says the mayor; work begins in May.
OTHERS = {
    "de": "Der Stadtrat hat am Montag beschlossen, die alte Brücke zu schließen. „Wir haben keine Wahl“, sagte die Bürgermeisterin.",
    "fr": "Le conseil municipal a décidé lundi de fermer le vieux pont. « Nous n’avons pas le choix », a déclaré la maire. Les travaux doivent commencer en mai.",
    "es": "El ayuntamiento decidió el lunes cerrar el puente viejo. «No tenemos otra opción», dijo la alcaldesa. Las obras empezarán en mayo y durarán un año.",
    "it": "Il consiglio comunale ha deciso lunedì di chiudere il vecchio ponte. «Non abbiamo scelta», ha detto la sindaca.",
    "pt": "A câmara municipal decidiu na segunda-feira fechar a ponte velha. “Não temos escolha”, disse a presidente. As obras começam em maio.",
    "nl": "De gemeenteraad heeft maandag besloten de oude brug te sluiten. ‘Wij hebben geen keuze’, zei de burgemeester.",
    "sv": "Kommunfullmäktige beslutade på måndagen att stänga den gamla bron. ”Vi har inget val”, sade borgmästaren. Arbetet ska börja i maj.",
    "fi": "Kaupunginvaltuusto päätti maanantaina sulkea vanhan sillan. ”Meillä ei ole vaihtoehtoa”, pormestari sanoi. Työt alkavat toukokuussa.",
    "pl": "Rada miasta zdecydowała w poniedziałek o zamknięciu starego mostu. „Nie mamy wyboru”, powiedziała burmistrz. Prace rozpoczną się w maju.",
    "cs": "Zastupitelstvo v pondělí rozhodlo o uzavření starého mostu. „Nemáme na výběr,“ řekla starostka. Práce začnou v květnu.",
    "id": "Dewan kota pada hari Senin memutuskan untuk menutup jembatan lama itu. “Kami tidak punya pilihan,” kata wali kota.",
    "ro": "Consiliul local a decis luni să închidă podul vechi. „Nu avem de ales”, a spus primărița. Lucrările vor începe în luna mai.",
    "hu": "A városi tanács hétfőn úgy döntött, hogy lezárja a régi hidat. „Nincs más választásunk” – mondta a polgármester. A munkák májusban kezdődnek.",
    "vi": "Hội đồng thành phố hôm thứ Hai quyết định đóng cửa cây cầu cũ. “Chúng tôi không có lựa chọn nào khác”, thị trưởng nói.",
    "sw": "Baraza la jiji liliamua Jumatatu kulifunga daraja la zamani. “Hatuna chaguo,” alisema meya. Kazi itaanza mwezi wa Mei.",
    "ca": "L’ajuntament va decidir dilluns tancar el pont vell. «No tenim cap altra opció», va dir l’alcaldessa. Les obres començaran al maig.",
}
UNNAMED = {
    "Danish or Norwegian": "Byrådet besluttede mandag at lukke den gamle bro. »Vi har ikke noget valg,« sagde borgmesteren. Arbejdet skal begynde i maj.",
    "Turkish": "Belediye meclisi pazartesi günü eski köprünün kapatılmasına karar verdi. “Başka seçeneğimiz yok” dedi başkan. Çalışmalar mayısta başlayacak.",
    "Russian": "Городской совет в понедельник решил закрыть старый мост. «У нас нет выбора», — сказала мэр.",
    "Greek": "Το δημοτικό συμβούλιο αποφάσισε τη Δευτέρα να κλείσει την παλιά γέφυρα. «Δεν έχουμε επιλογή», είπε η δήμαρχος.",
    "Arabic": "قرر مجلس المدينة يوم الاثنين إغلاق الجسر القديم. وقالت العمدة: «ليس لدينا خيار».",
    "Hindi": "नगर परिषद ने सोमवार को पुराने पुल को बंद करने का फैसला किया। मेयर ने कहा, “हमारे पास कोई विकल्प नहीं है।”",
    "Japanese": "市議会は月曜日、古い橋を閉鎖することを決めた。「ほかに選択肢はない」と市長は述べた。",
    "Korean": "시의회는 월요일 오래된 다리를 폐쇄하기로 결정했다. “우리에게는 선택의 여지가 없다”고 시장이 말했다.",
    "Chinese": "市议会周一决定关闭旧桥。“我们别无选择，”市长说。工程将于五月开始。",
}
ENGLISH = {
    "a sentence": "The council voted on Monday to close the old bridge.",
    "two words": "Bridge closed.",
    "a headline": "BREAKING: Fire at Marlow mill, three hurt",
    "a long headline": "Bridge closed until May, mayor says; repairs cost 3 million, workers told to expect delays, bus routes changed",
    "results": "Results: Marlow 3, Tarn Hill 2; Ambry 1, Quill 0; Pell 4, Roe 4; Doe 2, Lindqvist 1; Hale 0, Corley 2.",
    "a recipe": "Apple pie: 6 apples, 200 g flour, 100 g butter, 80 g sugar, 1 egg, cinnamon, salt. Mix flour, butter, sugar. Slice apples. Bake.",
    "names": "Senators Ruiz, Pell, Hale, Corley, Marsh, Quill, Roe and Doe voted yes; Lindqvist, Aldous and Crane voted no.",
    "short sentences": "Stocks fell sharply Tuesday. Tech shares led losses. Oil prices rose. Bond yields slipped. Gold gained.",
    "foreign words": "The mayor of Łódź, Zofia Żak, told “Gazeta Łódzka” that the Kościuszko bridge would close in May for repairs.",
    "Spanish names": "Los Angeles, San Diego, La Jolla, El Cajon, Las Vegas and Santa Fe will host the games in May, the league said.",
}


@pytest.mark.parametrize("declared", [None, "en", "en-US"])
@pytest.mark.parametrize(("code", "text"), OTHERS.items(), ids=OTHERS)
def test_other_languages_are_named_and_refused(code: str, text: str, declared: str | None) -> None:
    stated, notices = language_of(text, declared)

    assert stated is not None
    assert (stated.value, stated.origin) == (code, "text")
    assert [notice.severe for notice in notices] == [True]


@pytest.mark.parametrize("text", UNNAMED.values(), ids=UNNAMED)
def test_languages_without_a_list_or_too_alike_are_refused_too(text: str) -> None:
    stated, notices = language_of(text, "en")

    assert stated is not None
    assert stated.value == "und"
    assert [notice.severe for notice in notices] == [True]


def test_the_page_names_the_language_that_the_words_do_not() -> None:
    stated, notices = language_of(UNNAMED["Greek"], "el-GR")

    assert stated is not None
    assert (stated.value, stated.origin) == ("el-GR", "meta")
    assert "el-GR" in notices[0].message


@pytest.mark.parametrize("declared", [None, "en", "de"])
@pytest.mark.parametrize("times", [1, 5])
@pytest.mark.parametrize("text", ENGLISH.values(), ids=ENGLISH)
def test_english_is_never_refused(text: str, times: int, declared: str | None) -> None:
    assert language_of(" ".join([text] * times), declared)[1] == ()
