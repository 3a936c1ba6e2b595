"""The words Danish and English have for the numbers from 0 to 99, and for the days of a month."""

from __future__ import annotations

_ONES_DA = ["en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni"]
_TEENS_DA = [
    "ti",
    "elleve",
    "tolv",
    "tretten",
    "fjorten",
    "femten",
    "seksten",
    "sytten",
    "atten",
    "nitten",
]
_TENS_DA = {
    2: ["tyve"],
    3: ["tredive", "tredve"],
    4: ["fyrre", "fyrretyve"],
    5: ["halvtreds", "halvtredsindstyve"],
    6: ["tres", "tresindstyve"],
    7: ["halvfjerds", "halvfjerdsindstyve"],
    8: ["firs", "firsindstyve"],
    9: ["halvfems", "halvfemsindstyve"],
}
_ONES_EN = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS_EN = [
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS_EN = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_DAYS_DA = [
    "første",
    "andet",
    "tredje",
    "fjerde",
    "femte",
    "sjette",
    "syvende",
    "ottende",
    "niende",
    "tiende",
    "ellevte",
    "tolvte",
    "trettende",
    "fjortende",
    "femtende",
    "sekstende",
    "syttende",
    "attende",
    "nittende",
    "tyvende",
]
_DAYS_EN = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
]


def _danish() -> dict[str, str]:
    words = {"nul": "0", "et": "1", "ét": "1", "én": "1"}
    words |= {word: str(number) for number, word in enumerate(_ONES_DA, 1)}
    words |= {word: str(number) for number, word in enumerate(_TEENS_DA, 10)}
    for ten, spellings in _TENS_DA.items():
        words |= dict.fromkeys(spellings, f"{ten}0")
        for one, word in enumerate(_ONES_DA, 1):
            words |= {f"{word}og{spelling}": f"{ten}{one}" for spelling in spellings}
    return words


def _english() -> dict[str, str]:
    words = {"zero": "0", "nought": "0", "oh": "0"}
    words |= {word: str(number) for number, word in enumerate(_ONES_EN, 1)}
    words |= {word: str(number) for number, word in enumerate(_TEENS_EN, 10)}
    return words | {word: f"{ten}0" for ten, word in enumerate(_TENS_EN, 2)}


def _days() -> dict[str, str]:
    words = {"anden": "2.", "tredivte": "30.", "enogtredivte": "31.", "thirtieth": "30."}
    words |= {word: f"{day}." for day, word in enumerate(_DAYS_DA, 1)}
    words |= {word: f"{day}." for day, word in enumerate(_DAYS_EN, 1)}
    return words | {f"{word}ogtyvende": f"2{one}." for one, word in enumerate(_ONES_DA, 1)}


ENGLISH = _english()
NUMBERS = _danish() | ENGLISH
DAYS = _days()

# Danish numbers that more often mean something else; they count only among other numbers.
DOUBTFUL = frozenset({"en", "et", "to", "fire"})
