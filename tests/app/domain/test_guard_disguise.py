"""Texts written by hands that had not seen the guard: what they showed is kept right."""

from __future__ import annotations

import pytest

from app.domain.guard import Rule, find_traces, is_clean


@pytest.mark.parametrize(
    "text",
    [
        "sneJ er den der spørger",
        "Jenss har ringet igen",
        "Mettte vil gerne",
        "Henirk søvn",
        "Bir9itte kan ikke stå",
        "J 3 N S",
        "ɱette siger ja",
        "🅺🅰🆁🅴🅽 er tilbage",
        "ᴋᴀʀᴇɴ er tilbage",
        "Ama\nlie går på arb. på trods",
        "mettes arbejde er for tungt",
        "hørt om Lines nye job",
        "spurgt L1n3 om dagvagter",
        "seddel tilOle",
        "talt om Sιgηε sidst",
        "se Jeppetil næste besøg",
        "571n3 sover dårligt",
        "mor til E m i l i 3.b",
        "SØSTER TIL LONE I KANTINEN",
        "V.a.g.n fod",
        "Nikolajravnsborg it",
    ],
)
def test_a_name_in_another_hand_is_refused(text: str) -> None:
    assert not is_clean(text)


@pytest.mark.parametrize(
    "text",
    [
        "Storm skal ned på 20 timer",
        "Liv fra lageret er syg",
        "Mark fra bageriet",
        "Hans har sagt ja",
        "August på 19, lærling",
        "René er sat på B-opgaver",
        "ring til Maj når hun har fri",
        "søster liv er med som bisidder",
        "Doktor Lindekilde sagde nej",
        "Qvorsel på apotek",
        "hedder May og arbejder på hotel",
        "Palle (chaufføren) vil ned i tid",
        "Sus i receptionen",
        "lillesøster Maj passer hunden",
    ],
)
def test_a_word_that_does_what_only_people_do_is_a_name(text: str) -> None:
    assert not is_clean(text)


@pytest.mark.parametrize(
    "text",
    [
        "jh's mand ringer tit",
        "j. h. knæ",
        "initialer: K L",
        "Aa. N. er syg igen",
        "R S ryg (initialer)",
        "lægen om E.M.: slidt ned",
        "J . H . sover dårligt",
        "L M's leder er imod",
    ],
)
def test_initials_are_refused_however_they_are_written(text: str) -> None:
    assert Rule.INITIALS in {found.rule for found in find_traces(text)}


@pytest.mark.parametrize(
    "text",
    [
        "bor i opgang 3, Kanalgade",
        "husnr 14 på Elmevej",
        "nørre alle 45 kl",
        "kirkestr. 2",
        "Ahornv. 26",
        "Ahorn vej 26",
        "Strandpromenaden 12",
        "Skovbrynet 8",
        "bor i nummer 5 på Bøgebakken",
        "Havrεvængετ 96, st. τh.",
        "Śýŕéńv́éj́ 80",
        "8øg3p4rk3n 1084",
        "T v æ r g a d e 5",
    ],
)
def test_a_street_is_refused_however_it_is_written(text: str) -> None:
    assert Rule.ADDRESS in {found.rule for found in find_traces(text)}


@pytest.mark.parametrize(
    "text",
    [
        "fra 4900Nakskov",
        "4 3 2 0 Lejre",
        "7400-Herning",
        "RINGSTED 4100",
        "Lejre (4320)",
        "43-20 Lejre, truck",
        "DK-eight-five-zero-zero-Grenaa",
        "aarhus c 8000 og så ny plads",
        "obs J-X-7-3-2-1-5 presset på job",
        "VC27\n022\nvil gerne blive",
        "Gælder E_N_2_0_0_3_1",
        "J_u_n_e_8_,_1_9_6_5 svært",
        "2/m/a/j/1/9/5/5 svært",
        "se lo. februar l963 igen",
        "12. septe\nmber 1990 trapper op",
        "h77ps://x.c0m/kfischer",
        "wwẉ.lnịṣṣeṇ.dk sover dårligt",
        "spørg til I9o25IIJSo igen",
        "2 6 3 0 taastrup lager",
        "4320\nLejre, butik",
        "24937 Flensburg, pendler hertil",
        "elevnr 303\n132, skole",
        "sagsnr 26\n/12345 jobc.",
        "linkedin.\ncom/in/fake-person-88",
        "3.maj81",
        "den 14nde oktober",
        "www firma dk /personale",
        "FO-100 Tórshavn",
        "hendes gmail er tinab1984",
        "anemone _at_ example _dot_ net",
        "off since Feb 14th",
        "opsagt pr 30.6.",
        "den niende i tiende",
        "plade: ef/33/210",
        "mc: EM 20 20",
        "Jr.nr. 4-77-12",
        "three one, double zero, double zero, two one",
    ],
)
def test_places_and_numbers_are_refused_however_they_are_written(text: str) -> None:
    assert not is_clean(text)


@pytest.mark.parametrize(
    "text",
    [
        "hæve-sænkebord findes på arb.pl.",
        "seniorordning 80-80-100 drøftet",
        "100 - 60 - 80 per cent, so down then up",
        "6-10-14-18-22-26, en trappe over 12 uger",
        "samme bevægelse 8000 gange pr dag",
        "monterer småting, 1200 stk pr. dag",
        "ca. 1/3 af opgaverne kan fjernes",
        "AMR kan evt. lave apv på opgaven",
        "APV fra 2024 nævner støj og træk",
        "håber på andre opgaver i en periode",
        "Hans og hendes vagter passer ikke sammen",
        "skriv hvad pt KAN, skriv hvor længe",
        "arbejder i Kolding",
        "møde i Kolding 10-12",
        "Skemaet i WorkZone var tomt, udfyld igen",
        "Rating 4/5, brugbar første gang",
        "Dictation in Word instead of typing",
    ],
)
def test_what_hurried_hands_write_of_nobody_passes(text: str) -> None:
    assert is_clean(text)
