"""Numbers that point to a person: CPR, phone, dates with a day, case numbers, plates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.domain.guard.harmless import ALONE, UNIT
from app.domain.guard.rule import Place, Rule

_MARKS = r"[\W_]{0,3}"
_LINE_MARKS = r"(?:(?!\n)[\W_]){0,3}"

# DDMMYY and four signs; 61-91 are the days of replacement numbers, whose eighth and ninth sign
# may be letters (CPR office and health sector). Never by modulus 11: since 2007 numbers that fail
# it are issued and valid.
_CPR = re.compile(
    _MARKS.join(
        (
            r"(?<!\d)(?:0{m}[1-9]|[12]{m}\d|3{m}[01]|6{m}[1-9]|[78]{m}\d|9{m}[01])",
            r"(?:0{m}[1-9]|1{m}[0-2])",
            r"\d{m}\d",
            r"\d",
            r"[0-9a-z]{m}[0-9a-z]",
            r"\d",
        )
    ).replace("{m}", _MARKS)
)
# With letters for the digits of the day too: »I9o251-IJS0«.
_LETTERED_CPR = re.compile(
    r"(?<![^\W_])((?=[oilø]{0,5}\d)[0-9oilø]{6})-?([0-9oil][0-9a-z]{2}[0-9oi])(?![^\W_])"
)
_LETTERS_FOR_DIGITS = str.maketrans("oøil", "0011")
_BROKEN = re.compile(r"\n|\d[a-z]|[a-z]\d")
_SIX_DIGITS = re.compile(rf"(?<!\d)\d(?:{_LINE_MARKS}\d){{5,}}")
_BROKEN_PHONE = re.compile(
    rf"(?<!\d)\d(?:{_LINE_MARKS}\d){{2,4}}{_MARKS}\n{_MARKS}\d(?:{_LINE_MARKS}\d){{2,4}}(?!\d)"
)
_BROKEN_DIGITS = re.compile(r"(?<!\d)\d{3,}[^\w\n]{0,2}\n[^\w\n]{0,2}\d{3,}(?!\d)")
_NAMED_PHONE = re.compile(
    r"\b(?:tlf|telefon|mobil|mob|tel|phone|lokal)[a-z]{0,6}[.:]{0,2} ?\+?"
    rf"\d(?:{_LINE_MARKS}\d){{3,}}"
)

_MONTH = (
    r"(?:jan(?:uar|uary)?|feb(?:ruar|ruary)?|mar(?:ts|ch)?|apr(?:il)?|maj|may|juni?|june|juli?|july"
    r"|aug(?:ust)?|sept?(?:ember)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![^\W\d_])"
)
_MONTH_FIRST = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH_NUMBER = r"(?:0?[1-9]|1[0-2])"
_NOT_A_DAY = (
    r"(?! ?(?:gang|uge|samtale|dag|måned|time|besøg|periode|forsøg|runde|møde|del|fase|trin|år|"
    r"kvartal|halvår|sygemelding|visit|flag|attest|statusattest|opfølgning|årsag|led))"
)
_DATES = (
    re.compile(rf"{ALONE}{_DAY} ?([./ -]) ?{_MONTH_NUMBER} ?\1 ?(?:\d{{4}}|\d\d)(?!{_MARKS}\d)"),
    re.compile(r"(?<!\d)(?:19|20)\d\d ?([./ -]) ?\d{1,2} ?\1 ?\d{1,2}(?!\d)"),
    re.compile(
        rf"(?<![\d/]){_DAY} ?/ ?{_MONTH_NUMBER}(?![\d/])(?! ?(?:{UNIT}|stilling|tid|fuld|post))"
    ),
    re.compile(rf"(?<!\d){_DAY}(?:st|nd|rd|th|e?nde|te)?[., ]{{0,3}}(?:of )?{_MONTH}"),
    re.compile(rf"\b{_MONTH_FIRST} ?(?:the )?{_DAY}(?:st|nd|rd|th)?(?!\d)(?! ?{UNIT})"),
    # »lo. februar«, »l. august«: letters for digits.
    re.compile(rf"(?<![^\W_])(?=[0-3]?[oli])[0-3oli]{{1,2}}\. ?{_MONTH}"),
    re.compile(rf"\b{_MONTH}\.? (?:the )?{_DAY}(?:st|nd|rd|th)(?![^\W_])"),
    re.compile(
        rf"\b(?:d\.|d|den|dato:?|pr\.?|siden|fra|inden|senest|on) ?{_DAY}\.{_MONTH_NUMBER}\b"
        rf"(?![.,]?\d| ?{UNIT})"
    ),
    re.compile(rf"\bd\. ?{_DAY}(?![\d.,-]*\d)"),
    re.compile(
        r"\bden [a-zæøå]{2,15}(?:nde|tte|fte|ste|rde|dje|anden) i [a-zæøå]{2,12}(?:nde|te|de|dje)\b"
    ),
    re.compile(rf"\bden {_DAY}\. i {_MONTH_NUMBER}\."),
    re.compile(rf"\bden {_DAY}\.{_NOT_A_DAY}(?!\d)"),
    re.compile(rf"\b(?:man|tirs|ons|tors|fre|lør|søn)dag (?:d\.|den) ?{_DAY}(?!\d)"),
    re.compile(rf"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day (?:the )?{_DAY}(?:st|nd|rd|th)\b"),
)
_CASE = re.compile(
    r"\b(?:sag(?:s?(?:nr|nummer|id))?|jr?\. ?nr|jr?nr|journal(?:nr|nummer)?|case(?: ?no| number)?"
    r"|cvr|ref)(?![a-zæøå])"
    r"[.:# ]{0,3}(?:nr\.? ?)?(?:[a-z]{1,4}[-/ ]?)?(?:\d{2,4}\n?[-/.]\n?\d{1,7}(?:[-/.]\d+)?"
    r"|\d[-/.]\d{1,7}[-/.]\d+|\d{4,})"
)
_NAMED_PLATE = re.compile(
    r"\b(?:nummerplade|nr\.? ?plade|plade|reg\.? ?nr|mc|knallert|trailer|påhængsvogn|moped|plate)"
    r"[:. ]{1,2}[a-zæøå]{2}[ .-]?\d\d[ .-]?\d\d(?!\d)"
)
_CAPITAL_PLATE = re.compile(r"[a-zæøå][\W_]{0,2}([a-zæøå])[\W_]{0,3}\d(?:[\W_]{0,2}\d){4}(?!\d)")
_BRITISH_PLATE = re.compile(r"\breg(?:istration|\.)?:? ?[a-z]{2} ?\d\d ?[a-z]{3}(?![^\W_])")
_PLATE = re.compile(r"(?<![^\W_])[a-zæøå][ .]?[a-zæøå][ ./-]{0,2}\d ?\d[ ./-]{0,2}\d ?\d ?\d(?!\d)")


def find_numbers(low: str, blanked: str) -> Iterator[Place]:
    """Yield telling numbers in `low` (plain, spoken, lower case) and in it with harmless blanked.

    A CPR number broken over lines, or with letters in it, is looked for in both: a piece of it
    can look harmless.
    """
    for found in _CPR.finditer(blanked):
        if _is_one_number(found[0]):
            yield found.start(), found.end(), Rule.CPR
    for found in _CPR.finditer(low):
        if _BROKEN.search(found[0]) and _is_one_number(found[0]):
            yield found.start(), found.end(), Rule.CPR
    for found in _LETTERED_CPR.finditer(low):
        if _CPR.fullmatch((found[1] + found[2]).translate(_LETTERS_FOR_DIGITS)):
            yield found.start(), found.end(), Rule.CPR
    yield from _shapes(blanked)


def find_plates(text: str, blanked: str) -> Iterator[Place]:
    """Yield number plates in capitals, whatever signs stand in them; `blanked` is `text` in small
    letters with harmless numbers blanked."""
    for found in _CAPITAL_PLATE.finditer(blanked):
        start, second = found.start(), found.start(1)
        before = text[start - 1 : start]
        if text[start].isupper() and text[second].isupper() and not before.isupper():
            yield start, found.end(), Rule.PLATE


def _shapes(low: str) -> Iterator[Place]:
    for found in _SIX_DIGITS.finditer(low):
        yield _telling_digits(found, low)
    for found in _BROKEN_PHONE.finditer(low):
        if _is_phone(found[0]):
            yield found.start(), found.end(), Rule.PHONE
    for pattern, rule in _SHAPES:
        for found in pattern.finditer(low):
            yield found.start(), found.end(), rule


_SHAPES = (
    (_BROKEN_DIGITS, Rule.DIGITS),
    *((pattern, Rule.DATE) for pattern in _DATES),
    (_NAMED_PHONE, Rule.PHONE),
    (_CASE, Rule.CASE_NUMBER),
    (_PLATE, Rule.PLATE),
    (_NAMED_PLATE, Rule.PLATE),
    (_BRITISH_PLATE, Rule.PLATE),
)


def _is_one_number(text: str) -> bool:
    """Return whether `text` is one number, not a column of small ones under each other."""
    lines = text.split("\n")
    return len(lines) == 1 or (
        len(lines) <= 5 and all(sum(sign.isalnum() for sign in line) > 1 for line in lines)
    )


def _telling_digits(found: re.Match[str], low: str) -> Place:
    start = found.start()
    if _is_phone(found[0]):
        return start - (low[max(0, start - 1) : start] == "+"), found.end(), Rule.PHONE
    return start, found.end(), Rule.DIGITS


def _is_phone(text: str) -> bool:
    digits = re.sub(r"\D", "", text)
    if not 8 <= len(digits) <= 15 or re.fullmatch(r"20[1-4]\d20[1-4]\d", digits):
        return False
    return _is_dialled(digits)


def _is_dialled(digits: str) -> bool:
    import phonenumbers  # slow to load, and needed only once something was found

    for spelling in (digits, f"+{digits.removeprefix('00')}"):
        try:
            number = phonenumbers.parse(spelling, "DK")
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number(number):
            return True
    return False
