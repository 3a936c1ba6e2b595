"""The leak guard: no disguise gets a number through, no ordinary note is stopped."""

from __future__ import annotations

import re
import time
import unicodedata
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain import guard
from app.domain.guard import RULE_TEXTS, Finding, Rule, Severity, find_traces, is_clean, lists
from app.domain.guard.plain import plain
from app.domain.guard.spoken import spoken

DANISH = "nul en to tre fire fem seks syv otte ni"
ENGLISH = "zero one two three four five six seven eight nine"


def shifted(first: str) -> Callable[[str], str]:
    """Write digits in the script whose zero is `first`."""
    table = {ord("0") + digit: chr(ord(first) + digit) for digit in range(10)}
    return lambda text: text.translate(table)


def spelled(words: str) -> Callable[[str], str]:
    """Write digits as words."""
    names = words.split()
    return lambda text: " ".join(names[int(s)] if s.isdigit() else s for s in text if s != "-")


def between(mark: str) -> Callable[[str], str]:
    """Put `mark` between all signs."""
    return lambda text: mark.join(text.replace("-", ""))


def in_pairs(mark: str) -> Callable[[str], str]:
    """Put `mark` between pairs of signs."""
    return lambda text: mark.join(re.findall("..", text.replace("-", "")))


DISGUISES: dict[str, Callable[[str], str]] = {
    "as it is": lambda text: text,
    "no hyphen": lambda text: text.replace("-", ""),
    "space": lambda text: text.replace("-", " "),
    "en dash": lambda text: text.replace("-", "–"),
    "minus": lambda text: text.replace("-", "−"),
    "wide dash": lambda text: text.replace("-", " - "),
    "slash": lambda text: text.replace("-", "/"),
    "dots": in_pairs("."),
    "many dots": in_pairs("...."),
    "wide gaps": in_pairs("      "),
    "commas": in_pairs(", "),
    "bars": between("|"),
    "underscores": between("_"),
    "spaces": between(" "),
    "brackets": lambda text: "(" + ")(".join(re.findall("..", text.replace("-", ""))) + ")",
    "plus": in_pairs("+"),
    "tabs": in_pairs("\t"),
    "hard spaces": in_pairs("\xa0"),
    "emoji between": in_pairs("🙂"),
    "zero width": between("\u200b"),
    "soft hyphen": between("\xad"),
    "direction marks": between("\u202e"),
    "joiners": between("\u2060"),
    "struck through": between("\u0336"),
    "keycaps": between("\ufe0f\u20e3"),
    "full width": shifted("０"),
    "Arabic": shifted("٠"),
    "Persian": shifted("۰"),
    "Devanagari": shifted("०"),
    "bold": shifted("𝟎"),
    "monospace": shifted("𝟶"),
    "letter o": lambda text: text.replace("0", "o"),
    "capital O": lambda text: text.replace("0", "O"),
    "Danish Ø": lambda text: text.replace("0", "Ø"),
    "letter l": lambda text: text.replace("1", "l"),
    "capital I": lambda text: text.replace("1", "I").replace("0", "O"),
    "Danish words": spelled(DANISH),
    "English words": spelled(ENGLISH),
    "words in one": lambda text: spelled(DANISH)(text).replace(" ", ""),
    "split over lines": lambda text: text.replace("-", "\n"),
    "split in the middle": lambda text: text[:5] + "\n" + text[5:],
    "split in pairs": in_pairs("\n"),
}
NEEDS_DIGITS = {"Danish words", "English words", "words in one"}

SENTENCES = ("{}", "cpr {}", "Ring om {} i morgen", "({})", "Patienten {}.", "uge 37 {} siger hun")


@st.composite
def numbers(draw: st.DrawFn) -> str:
    """A CPR number as written, real or replacement; the check digit is right one time in eleven."""
    day = draw(st.integers(1, 31)) + draw(st.sampled_from((0, 60)))
    month, year = draw(st.integers(1, 12)), draw(st.integers(0, 99))
    serial = draw(st.from_regex(r"[0-9][0-9A-Za-z]{2}[0-9]", fullmatch=True))
    if not serial.isalnum() or not serial.isascii():
        serial = "1AB2"
    return f"{day:02}{month:02}{year:02}-{serial}"


@settings(deadline=None, max_examples=600, database=None)
@given(numbers(), st.sampled_from(sorted(DISGUISES)), st.sampled_from(SENTENCES))
def test_no_disguise_gets_a_cpr_number_through(number: str, disguise: str, sentence: str) -> None:
    if disguise in NEEDS_DIGITS:
        number = re.sub("[A-Za-z]", "4", number)
    assert not is_clean(sentence.format(DISGUISES[disguise](number)))


@settings(deadline=None, max_examples=300, database=None)
@given(st.from_regex(r"[2-9][0-9]{7}", fullmatch=True), st.sampled_from(sorted(DISGUISES)))
def test_no_disguise_gets_eight_digits_through(number: str, disguise: str) -> None:
    if "split" in disguise or not number.isascii():
        return  # a column of numbers is no phone number; see the broken phone below
    assert not is_clean("Ring " + DISGUISES[disguise](number))


@settings(deadline=None, max_examples=200, database=None)
@given(st.text(max_size=200), st.lists(st.text(max_size=12), max_size=4))
def test_any_text_gets_an_answer_with_places_inside_it(text: str, names: list[str]) -> None:
    found = find_traces(text, names)
    assert Rule.ERROR not in {finding.rule for finding in found}
    assert all(0 <= finding.start < finding.end <= len(text) for finding in found)
    assert all(left.end <= right.start for left, right in pairwise(found))


@settings(deadline=None, max_examples=200, database=None)
@given(numbers(), st.sampled_from(sorted(DISGUISES)))
def test_removing_what_was_found_leaves_a_clean_text(number: str, disguise: str) -> None:
    text = f"Vil gerne ringes op, {DISGUISES[disguise](number)} siger lægen"
    rest = guard.without_findings(text, find_traces(text))
    assert is_clean(rest)
    assert rest.startswith("Vil gerne ringes op")
    assert rest.endswith("siger lægen")


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("251248-9996", Rule.CPR),
        ("611248-9996", Rule.CPR),
        ("251248 1AB6", Rule.CPR),
        ("nul en nul en halvfems, tolv fireogtredive", Rule.CPR),
        ("01 01 90 1234 5678", Rule.CPR),
        ("født 010190", Rule.DIGITS),
        ("slut 12 34 56", Rule.DIGITS),
        ("00 00 00 00", Rule.DIGITS),
        ("20 12 34 56", Rule.PHONE),
        ("+45 20123456", Rule.PHONE),
        ("0046 70 123 45 67", Rule.PHONE),
        ("2012\n3456", Rule.PHONE),
        ("tlf. 1234", Rule.PHONE),
        ("nancy@firma.example", Rule.EMAIL),
        ("nancy (a) firma.example", Rule.EMAIL),
        ("nancy snabel-a firma punktum dk", Rule.EMAIL),
        ("nancy＠firma.example", Rule.EMAIL),
        ("https://firma.example/nancy", Rule.URL),
        ("se www.firma.example", Rule.URL),
        ("firma.dk", Rule.URL),
        ("firma . dk", Rule.URL),
        ("12. maj", Rule.DATE),
        ("12/5", Rule.DATE),
        ("d. 12.5", Rule.DATE),
        ("den 12. har hun fri", Rule.DATE),
        ("12.05.2026", Rule.DATE),
        ("2026-05-12", Rule.DATE),
        ("12 May", Rule.DATE),
        ("May 12th", Rule.DATE),
        ("den tolvte maj", Rule.DATE),
        ("onsdag den 12", Rule.DATE),
        ("Søndergade 12", Rule.ADDRESS),
        ("søndergade nr. 12, 2. tv", Rule.ADDRESS),
        ("Nørre Allé 4B", Rule.ADDRESS),
        ("Store Torv 1", Rule.ADDRESS),
        ("Solbakken 7", Rule.ADDRESS),
        ("Søndergade tolv", Rule.ADDRESS),
        ("12 Baker Street", Rule.ADDRESS),
        ("8000 Aarhus", Rule.POSTCODE),
        ("8000 aarhus c", Rule.POSTCODE),
        ("DK-5900 Rudkøbing", Rule.POSTCODE),
        ("2000 Frederiksberg", Rule.POSTCODE),
        ("Rudkøbing 5900", Rule.POSTCODE),
        ("sag 26/1234", Rule.CASE_NUMBER),
        ("j.nr. 26-451", Rule.CASE_NUMBER),
        ("CVR 12345678", Rule.CASE_NUMBER),
        ("AB 12 345", Rule.PLATE),
        ("ab12345", Rule.PLATE),
        ("J.H.", Rule.INITIALS),
        ("j.h.", Rule.INITIALS),
        ("Jens H.", Rule.INITIALS),
        ("hendes mand Jens", Rule.KINSHIP),
        ("søster til Mette på rådhuset", Rule.KINSHIP),
        ("her colleague Anna", Rule.KINSHIP),
        ("fru Jensen", Rule.NAME),
        ("hun hedder Mette", Rule.NAME),
    ],
)
def test_each_kind_of_trace_is_named_by_its_rule(text: str, rule: Rule) -> None:
    assert rule in {found.rule for found in find_traces(text)}
    assert not is_clean(text)


@pytest.mark.parametrize(
    "text",
    [
        "Nancy Ann Test Berggren",
        "nancy har ondt",
        "BERGGREN ringer",
        "Berggrens chef",
        "n\u200bancy",
        "ＮＡＮＣＹ",
        "Nаncy",  # with a Cyrillic a
        "det er ann-marie",
        "Lauridsen",
        "Bo Li ringer",
    ],
)
def test_a_known_person_is_found_in_any_case_whole_or_in_part(text: str) -> None:
    people = ["Nancy Ann Test Berggren", "Einer Test Lauridsen", "Bo Li"]
    assert not is_clean(text, people)


@pytest.mark.parametrize(
    "text",
    [
        "to gange per uge",
        "tager hans vagter en dag om ugen",
        "en test af skærmen",
        "liv og energi",
        "rask igen",
        "Per uge tre vagter",
    ],
)
def test_a_name_that_is_also_a_word_stops_no_ordinary_sentence(text: str) -> None:
    assert is_clean(text, ["Per Test Dag", "Liv Rask", "Hans Test Hansen"])


def test_a_name_that_is_also_a_word_counts_with_a_capital_or_beside_its_other_part() -> None:
    assert not is_clean("talt med Liv om job", ["Liv Rask"])
    assert not is_clean("talt med liv rask om job", ["Liv Rask"])


def test_what_fits_one_person_only_asks_for_a_second_look() -> None:
    (found,) = find_traces("Eneste tandlæge i Rudkøbing")
    assert (found.rule, found.severity) == (Rule.SINGLED_OUT, Severity.WARN)
    assert is_clean("Eneste tandlæge i Rudkøbing")


def test_a_place_is_given_in_the_text_as_it_was_typed() -> None:
    text = "Ring: ２\u200b５1248–9996 nu"
    (found,) = find_traces(text)
    assert text[found.start : found.end] == "２\u200b５1248–9996"


def test_two_traces_that_meet_are_one_place_under_the_more_telling_rule() -> None:
    (found,) = find_traces("251248-9996 12345678")
    assert found == Finding(0, 20, Rule.CPR, Severity.REFUSE)


def test_only_what_is_refused_is_removed() -> None:
    text = "Job i Rudkøbing, 251248-9996 og mere"
    assert guard.without_findings(text, find_traces(text)) == "Job i Rudkøbing, og mere"


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("251248-9996,", ""),
        ("Job i Rudkøbing, 251248-9996.", "Job i Rudkøbing"),
        ("251248-9996: arbejder om natten.", "arbejder om natten."),
        ("- 251248-9996 -", ""),
    ],
)
def test_what_parted_a_trace_from_the_rest_goes_with_it(text: str, rest: str) -> None:
    assert guard.without_findings(text, find_traces(text)) == rest


def test_a_text_that_cannot_be_checked_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_text: str) -> None:
        raise RecursionError

    monkeypatch.setattr("app.domain.guard.search.plain", broken)
    assert find_traces("helt fint") == (Finding(0, 9, Rule.ERROR, Severity.REFUSE),)
    assert not is_clean("helt fint")


def test_what_is_no_text_is_refused() -> None:
    nothing: str = None  # type: ignore[assignment]
    assert not is_clean(nothing)


def test_every_rule_says_what_to_do_without_the_text() -> None:
    assert set(RULE_TEXTS) == set(Rule)
    assert all(re.fullmatch(r"[A-Z][^{}]+[.?]( [A-Z][^{}]+\.)?", t) for t in RULE_TEXTS.values())


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\u200b\u200b",
        "\0",
        "\ud800",
        "🙂👩‍👩‍👧🏽",
        "é",
        "שלום",
        "\u202eabc",
        "ﬀ",
        "İ",
        "𝟘",
    ],
)
def test_odd_signs_alone_are_no_trace(text: str) -> None:
    assert is_clean(text)


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "1 2a ",
        "a.",
        "@",
        "vej 1 ",
        "seksten",
        "Søn ",
        "www.",
        "x@y ",
        "J. ",
        "(",
        "10-",
        "\n1",
    ],
)
def test_a_pasted_mountain_of_text_takes_time_in_proportion(piece: str) -> None:
    text = (piece * 60_000)[:60_000]
    started = time.process_time()
    find_traces(text, ["Nancy Ann Test Berggren"])
    assert time.process_time() - started < 6


def test_a_note_is_checked_between_two_key_presses() -> None:
    text = "Kniber med to-tre opgaver, 37 timer, LÆ 285 i uge 48-50, vil gerne ringes op af lægen."
    find_traces(text)
    started = time.process_time()
    for _time in range(100):
        find_traces(text)
    assert (time.process_time() - started) / 100 < 0.005


def test_plain_text_remembers_where_each_sign_stood() -> None:
    text = "a\u0301\u200b１½ ﬀ…  b"
    made = plain(text)
    assert made.text == unicodedata.normalize("NFKC", "á1½ ff. b").replace("\u2044", "⁄")
    assert text[made.original(0, 1)[0] : made.original(0, 1)[1]] == "a\u0301"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("nul et nul et ni nul", "0 1 0 1 9 0"),
        ("o1o19o", "010190"),
        ("26 oo 18 17", "26 00 18 17"),
        ("toogtyve", "22"),
        ("den tredje maj", "den 3. maj"),
        ("første gang en dag til to", "første gang en dag til to"),
        ("from ten to fifteen", "from 10 to 15"),
        ("I er to", "I er to"),
        ("2012 streg 3456", "2012 - 3456"),
    ],
)
def test_numbers_in_words_are_read_as_digits_only_where_they_are_numbers(
    text: str, read: str
) -> None:
    assert spoken(plain(text)).text == read


def test_once_warmed_up_the_first_key_press_reads_no_list() -> None:
    for each in (lists.names, lists.sounds):
        each.cache_clear()
    guard.warm_up()
    read = [each.cache_info().misses for each in (lists.names, lists.sounds)]
    find_traces("Talt med Zwqorb om job")
    assert [each.cache_info().misses for each in (lists.names, lists.sounds)] == read == [1, 1]
