"""Numbers that point to nobody: hours, weeks, times, years, form numbers, sections of the law.

They are blanked before numbers are judged, so that they neither count nor join their neighbours.
Each shape is narrow on purpose: what fits none of them is judged.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from app.domain.flag_code import read_flag_code

# What is counted, in Danish and English. "20 hours" and "3 colleagues" are no house numbers.
UNIT = (
    r"(?:%|pct|procent|percent|timers?|t|uger?s?|ugentlig[te]?|dage?s?|døgn|nætter|gange?|måned(?:er)?s?"
    r"|mdr|år|årig[te]?|min|minut(?:ter)?s?|sek|sekunder|kr|kroner|kg|kilo|km|meter|skridt|mg|ml"
    r"|børn|kolleger?|ansatte|medarbejdere?|personer|læger?|møder?|besøg|samtaler?|opgaver?|vagter?"
    r"|skift|trin|point|pauser?|flag|sedler|attester?|forløb|stk|hours?|hrs?|h|weeks?|weekly|days?|times?"
    r"|months?|years?|minutes?|mins?|people|colleagues|employees|doctors|visits?|meetings?|breaks?"
    r"|shifts?|steps?|children|flags?)(?![^\W_])"
)
_FORM = r"(?:1[0-6][15]|2[2-8][15])"
_LIST = r"(?: ?[,/+&-] ?| og | eller | and | or | til | to )"
_MARK = r"[^0-9a-zæøåéü\n]"
# No other number just before; in a list, or in brackets after one, it stands alone too.
ALONE = rf"(?<!\d)(?<!\d{_MARK})(?<!\d[^0-9a-z\n,][^0-9a-z\n(])(?<!\d{_MARK}{_MARK}{_MARK})"
_END = rf"(?!(?!, | \(){_MARK}{{0,3}}\d)"
_HOUR = r"(?:[01]?\d|2[0-3])"
_FIVE_MINUTES = rf"{_HOUR}(?:[.:][0-5][05])?"
_NUMBER = r"\d{1,3}(?:[.,]\d{1,2})?"
_WEEK = r"(?:0?[1-9]|[1-4]\d|5[0-3])"
_SECTION = r"[1-9]\d{0,2}(?: ?[a-z]\b)?"

_FORMS = re.compile(rf"\b(?:læ|ud)[. -]?{_FORM}(?:{_LIST}(?:læ ?)?{_FORM})*(?!\d)")
_SECTIONS = re.compile(rf"§ ?{_SECTION}(?:{_LIST}{_SECTION}){{0,4}}{_END}")
_WEEKS = re.compile(rf"\b(?:uge|ugerne|uger|weeks?)\.? ?{_WEEK}(?:{_LIST}{_WEEK}){{0,5}}{_END}")
_SPAN = re.compile(
    rf"{ALONE}(?P<at>\b(?:kl|klokken|at)\.? ?)?(?P<first>{_FIVE_MINUTES}) ?- ?"
    rf"(?P<last>{_FIVE_MINUTES}){_END}"
)
_TIME = re.compile(rf"\b(?:kl|klokken)\.? ?{_HOUR}(?:[.:][0-5]\d)?{_END}")
_YEARS = re.compile(rf"{ALONE}(20[1-4]\d) ?[-/] ?((?:20)?[1-4]\d){_END}")
_SCALE = re.compile(
    r"(?:smerte|rating|karakter|humør|vurder(?:et|ing)|energi|skala|score|arbejdsevne|belastning|stress|søvn|nrs|vas|pain|energy|scale"
    rf"|work ability)(?:[^\d\n.]{{0,25}}(?:10|\d)/(?:10|5)){{1,4}}{_END}"
)
# Hours, pay and pension of a scheme for seniors, in percent: 80-90-100.
_SENIORS = re.compile(
    rf"{ALONE}(?:[5-9]0|100)(?: ?[-/] ?(?:[5-9]0|100)){{1,2}}(?= ?(?:%|pct|procent"
    rf"|per ?cent)|{_END})"
)
_OUT_OF = re.compile(
    rf"{ALONE}(?:10|\d)/10,? (?:i|på|for|in|of) "
    r"(?:energi|smerte|søvn|humør|stress|lyst|tro|energy|pain)"
)
_PART_OF = re.compile(
    rf"{ALONE}(?:1/2|[12]/3|[1-3]/4|[1-4]/5) (?:af|of|fraværende|tid|stilling){_END}"
)
_EVEN_STEPS = re.compile(rf"{ALONE}\d{{1,2}}(?: ?[-,/>→] ?\d{{1,2}}){{3,7}}{_END}")
_ALL_DAY = re.compile(rf"{ALONE}24/7{_END}")
_MEASURE = re.compile(rf"{ALONE}({_NUMBER}(?: ?(?:->|[-/,>→]) ?{_NUMBER}){{0,6}}) ?{UNIT}")
_CODE = re.compile(rf"(?<![^\W_]){ALONE}[2-9a-hj-np-z]{{2}}-[2-9a-hj-np-z]{{2}}(?![^\W_]){_END}")
_WEEK_OF_WORK = 40
_EVENING, _NOON = 18 * 60, 12 * 60
_SPLIT = re.compile(r"[^\d.,]+")


def blank_harmless(low: str) -> str:
    """Return `low` (plain, lower case) with harmless numbers overwritten, sign for sign."""
    for pattern, blanked in _SHAPES:
        low = pattern.sub(blanked, low)
    return low


def _blanked(found: re.Match[str]) -> str:
    return "x" * len(found[0])


def _span_of_time(found: re.Match[str]) -> str:
    told = found["at"] or set(".:") & set(found["first"] + found["last"])
    first, last = _clock(found["first"]), _clock(found["last"])
    overnight = first >= _EVENING and last <= _NOON
    return _blanked(found) if told and (first < last or overnight) else found[0]


def _clock(text: str) -> int:
    hour, _mark, minute = text.replace(":", ".").partition(".")
    return int(hour) * 60 + int(minute or 0)


def _years_in_a_row(found: re.Match[str]) -> str:
    first, last = int(found[1][-2:]), int(found[2][-2:])
    return _blanked(found) if 12 < last == first + 1 else found[0]


def _ladder(found: re.Match[str]) -> str:
    """Blank numbers that only rise or only fall, as hours step by step do."""
    steps = [float(part.replace(",", ".")) for part in _SPLIT.split(found[1]) if part.strip(".,")]
    rises = all(left < right for left, right in pairwise(steps))
    falls = all(left > right for left, right in pairwise(steps))
    small = len(steps) == 1 or max(steps) <= 100
    return _blanked(found) if small and (rises or falls) else found[0]


def _hundreds(found: re.Match[str]) -> str:
    """Blank shares of hours, pay and pension; 60-80 alone could be part of a number."""
    return _blanked(found) if "100" in found[0] else found[0]


def _even_steps(found: re.Match[str]) -> str:
    """Blank hours that rise or fall by the same number each time, up to a week's."""
    steps = [int(part) for part in re.findall(r"\d+", found[0])]
    apart = {right - left for left, right in pairwise(steps)}
    even = len(apart) == 1 and not apart & {-1, 0, 1} and 10 <= max(steps) <= _WEEK_OF_WORK
    return _blanked(found) if even else found[0]


def _flag_code(found: re.Match[str]) -> str:
    lettered = not found[0].replace("-", "").isdigit()
    return _blanked(found) if lettered and read_flag_code(found[0]) else found[0]


_SHAPES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (_CODE, _flag_code),
    (_FORMS, _blanked),
    (_SECTIONS, _blanked),
    (_WEEKS, _blanked),
    (_SPAN, _span_of_time),
    (_TIME, _blanked),
    (_YEARS, _years_in_a_row),
    (_OUT_OF, _blanked),
    (_SCALE, _blanked),
    (_ALL_DAY, _blanked),
    (_SENIORS, _hundreds),
    (_PART_OF, _blanked),
    (_EVEN_STEPS, _even_steps),
    (_MEASURE, _ladder),
)
