"""Ordinary notes, as a consultant writes them: none of them may be stopped."""

from __future__ import annotations

import pytest

from app.domain.guard import find_traces, is_clean
from app.domain.guard.rule import Severity

DANISH = """
uge 48-50
kl. 10-12
kl. 12.30–13.00
37 timer
LÆ 285
LÆ 125 og 145
LÆ 125/145 eller LÆ 285
K7-QX
flag K7-QX nævnt igen, 3. gang
15 timer/uge
§ 56
§ 56-aftale drøftet
§§ 40-44, 56 og 58 a
3. gang
2-3 gange om ugen
under 8 uger
Kniber med at nå opgaverne, vil gerne ringes op
Arbejder 37 timer, ønsker 30 i en periode
Fra 37 til 20 timer, gerne fordelt på 4 dage
Optrapning 10-15-20-25 timer over 8 uger
Optrapning 25-50-75-100 %
Sover 4-5 timer, træt på arbejde
Ondt i ryggen efter 2-3 timers stillesiddende arbejde
Kan løfte 5-10 kg, ikke over skulderhøjde
Sygemeldt siden juni, delvist raskmeldt i uge 34
Sygemeldt i uge 36, 37 og 38
Delvist sygemeldt i 2025/2026
Tredje sygemelding på to år
Første samtale om skånehensyn
Den 3. gang i år, den 2. samtale på to måneder
Mulighedserklæring sendt, afventer svar
Statusattest LÆ 125 er nok, lægen har set patienten
Har brug for pauser hver 45. minut
Har brug for 10-15 min pause 3 gange dagligt
Møder kl. 8.30-14 fire dage om ugen
Møder kl. 8.15, går kl. 14
Kan arbejde mandag 8-12 og torsdag 10-14
Nattevagter 23.00-07.00 er det svære
Vagter 7.00-15.00 og 15.00-23.00
Svært ved skærm mere end 20-30 minutter
Smerter 7/10 om aftenen, 3/10 om morgenen
Arbejdsevne 6/10, energi 4/10
Koncentration i 1/2 time ad gangen
Deltid 25/37 siden sommer
Ringer efter 14 dage
Lægen spørger patienten inden for 14 dage
Patienten ringer selv, seddel givet
Mand og to børn, presset økonomi
Mor til 3, alene med dem hver anden uge
Fire kolleger sygemeldt, travlt på arbejdspladsen
På arbejdspladsen 3 dage om ugen
På vej 2 gange mod fuld tid
Cykler på arbejde, ca. 10 km
Har 5000 skridt som mål
Får 20.000 kr. mindre om året
Bor langt væk, kører 1 time hver vej
Arbejder i børnehaven 3 dage om ugen
Vil gerne beholde jobbet, chefen er positiv
Lederen vil tilpasse opgaverne
Kollega tager telefonen i 4 uger
Søn starter i skole, derfor faste tider
Vi så alle 5 læger i dag
I to må gerne aftale det
I må gerne ringe mellem 10 og 12
Svært at huske p.g.a. søvn, bl.a. navne og tal
Svimmel m.m., f.eks. ved skift
Drøftet m.h.t. skånehensyn, evt. ny opgave
P.t. hjemme, o.s.v.
D-vitamin. Vitamin D. er tjekket
Gruppe B. og type A. drøftet
Hjælpemiddel: hæve-sænkebord, 2 skærme
Konflikt med 1-2 kolleger
Arbejder 24/7 i hovedet
Stress siden omstruktureringen i 2025
Ny leder siden januar 2026
Møde i uge 3
Opfølgning i oktober
Halvt på tid: 50 %, 18,5 timer
7,5 timer om dagen
Efter 4/5/8 uger
To-tre dage om ugen
Fem-seks gange på et år
En til to gange om ugen, et par timer
Prøver to til tre ting
90 dage og 14 dage
Tema: smerter. Funktion: gå, stå
Skift mellem 2 opgaver, max 15 min
3 x 10 minutter øvelser
Diagnose nævnes ikke
Kan ikke køre bil, tager bus og tog
Frygter fyring, 10 års anciennitet
Rundbord ønskes i uge 40-42
Fagforening inddrages, samtykke mangler
Bedst eftermiddag
Ø-hjælp drøftet
24 t/uge i 6 uger, derefter 30 t/uge
Aftalt: lægen taler med patienten
Vurdering efter ferien (uge 33)
0-10 skala: 4
WAI 32 af 49
5-8 uger
Uge 53
Nævnt 2 gange
Stk. 2 i loven
Lov 1555 af 2019
Vil prøve igen efter påske
Tager 3-4 pauser à 10 min
"""

ENGLISH = """
Works 37 hours, would like 30 for a while
From 37 to 20 hours over 4 days
Back to 20 hours, up to 3-4 days a week
From ten to fifteen hours
From 8 to 12:30
12:30 to 13:00 suits best
Needs breaks of 10-15 minutes, 3 times a day
Third time mentioned
Second sick leave in two years
Partly back in week 34
Weeks 36, 37 and 38
Pain 7/10 in the evening
Cannot lift over 5-10 kg
LÆ 285 asked for, LÆ 125 is enough
Code K7-QX given to the patient
Wants to keep the job, the manager is positive
Two of four colleagues are on leave
Husband and two children, money is tight
Mother of three
May need a new task in May
March was hard
One to two days at home
Sleeps 4-5 hours
50 % since the summer of 2026
Section 56 was talked about
Next step within 14 days
Night shifts 23:00-07:00 are hard
Doctor asks the patient
Ramp up 10-15-20-25 hours
e.g. a sit-stand desk, i.e. 2 positions
Noise at work, needs a quiet room
First contact by the union
Works 24/7 in the head
Difficult to concentrate for 1/2 hour
Fears being fired after ten years
"""


def lines(block: str) -> list[str]:
    return block.strip().splitlines()


@pytest.mark.parametrize("text", lines(DANISH) + lines(ENGLISH))
def test_an_ordinary_note_passes(text: str) -> None:
    refused = [found.rule for found in find_traces(text) if found.severity is Severity.REFUSE]
    assert refused == []


def test_ordinary_notes_under_each_other_pass_too() -> None:
    assert is_clean(DANISH)
    assert is_clean(ENGLISH)
