"""Made-up identities and the disguises people give them, to try the guard on.

Names are paired at random: half are common in Denmark today, half are on no list of the guard's.
Numbers are drawn from the shapes that exist, not from people. The tests take a fixed sample, the
bench takes all: 5,000 identities, each in 25 disguises.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).parent / "data"
IDENTITIES, SEED = 5_000, 20260909
NOTES = (
    "{} har ondt i ryggen og vil gerne ned i tid",
    "talt med {} om nye opgaver",
    "Ringer i morgen: {}",
    "Vil gerne blive i jobbet ({}), sover dårligt",
    "lægen siger at {} skal skånes i otte uger",
    "{}",
    "Sygemeldt i tre uger, {}, venter på scanning",
    "needs a quiet room, {} will ring after work",
)
TOWNS = [
    "Rudkøbing",
    "Svendborg",
    "Hobro",
    "Aarhus",
    "Tønder",
    "Kolding",
    "Struer",
    "Nakskov",
    "Ribe",
    "Skive",
]
STREETS = [
    "Søndergade",
    "Birkeallé",
    "Skolevej",
    "Kirkevænget",
    "Bakkedraget",
    "Havnepladsen",
    "Lærkevej",
]
HOSTS = ["firma.example", "post.example", "arbejdsplads.dk", "mail.com", "skolen.dk"]

Draw = random.Random
Disguise = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Identity:
    """What tells a person: a name, or a number, mail, web or postal address."""

    kind: str
    text: str


def read_lines(name: str) -> list[str]:
    """Return the lines of a file beside the tests, remarks left out."""
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def identities(count: int = IDENTITIES) -> Iterator[Identity]:
    """Yield as many made-up identities, always the same ones."""
    draw = Draw(SEED)
    pairs = [[line.split() for line in read_lines(name)] for name in NAME_FILES]
    for number in range(count):
        if number % 2:
            first, last = ([pair[part] for pair in pairs[number // 2 % 2]] for part in (0, 1))
            yield Identity("name", f"{draw.choice(first)} {draw.choice(last)}")
        else:
            kind = sorted(NUMBERS)[number // 2 % len(NUMBERS)]
            yield Identity(kind, NUMBERS[kind](draw))


def disguised(identity: Identity) -> Iterator[tuple[str, str]]:
    """Yield each disguise by name, and the note that holds the identity in it."""
    disguises = NAME_DISGUISES if identity.kind == "name" else NUMBER_DISGUISES
    for number, (name, disguise) in enumerate(disguises.items()):
        note = NOTES[(len(identity.text) + number) % len(NOTES)]
        yield name, note.format(disguise(identity.text))


def _cpr(draw: Draw) -> str:
    day = draw.randint(1, 28) + draw.choice((0, 0, 60))
    month, year, serial = draw.randint(1, 12), draw.randint(0, 99), draw.randint(0, 9999)
    return f"{day:02}{month:02}{year:02}-{serial:04}"


def _phone(draw: Draw) -> str:
    digits = f"{draw.randint(20, 99)}{draw.randint(0, 999999):06}"
    return draw.choice((digits, " ".join(re.findall("..", digits)), f"+45 {digits}"))


def _mail(draw: Draw) -> str:
    name = draw.choice(("nlp", "test.berggren", "x99", "kontakt-mig"))
    return f"{name}{draw.randint(1, 99)}@{draw.choice(HOSTS)}"


def _url(draw: Draw) -> str:
    start = draw.choice(("https:" + "//", "www.", "http:" + "//www."))
    return f"{start}{draw.choice(HOSTS)}/{draw.randint(1, 99)}"


def _address(draw: Draw) -> str:
    street = f"{draw.choice(STREETS)} {draw.randint(1, 199)}"
    town = f"{draw.randint(4000, 9990)} {draw.choice(TOWNS)}"
    return draw.choice((street, town, f"{street}, {town}"))


NAME_FILES = ("common_names.txt", "held_back_names.txt")
NUMBERS: dict[str, Callable[[Draw], str]] = {
    "cpr": _cpr,
    "phone": _phone,
    "mail": _mail,
    "url": _url,
    "address": _address,
}
EXACT = frozenset({"cpr", "phone", "mail", "url"})


def _first(text: str) -> str:
    return text.split()[0]


def _last(text: str) -> str:
    return text.split()[-1]


def _between(mark: str) -> Disguise:
    return lambda text: " ".join(mark.join(word) for word in text.split(" "))


def _shifted(capital: str, small: str, digit: str) -> Disguise:
    table = {ord("A") + place: ord(capital) + place for place in range(26)}
    table |= {ord("a") + place: ord(small) + place for place in range(26)}
    table |= {ord("0") + place: ord(digit) + place for place in range(10)}
    return lambda text: text.translate(table)


def _swapped(here: str, there: str) -> Disguise:
    return lambda text: text.translate(str.maketrans(here, there))


def _as_is(text: str) -> str:
    return text


FULL_WIDTH = _shifted("Ａ", "ａ", "０")
BOLD = _shifted("𝐀", "𝐚", "𝟎")
CYRILLIC = _swapped("AaEeOoCcPpXx", "АаЕеОоСсРрХх")
PLAIN = _swapped("øåéüöçşßłńśźżąęğıţşăâîèôð", "oaeuocssbnszzaegitsaaieod".replace("b", "l"))

NAME_DISGUISES: dict[str, Disguise] = {
    "as it is": _as_is,
    "small": str.lower,
    "capitals": str.upper,
    "genitive": lambda text: f"{text}s",
    "surname first": lambda text: f"{_last(text)}, {_first(text)}",
    "surname and initial": lambda text: f"{_first(text)[0]}. {_last(text)}",
    "first name and initial": lambda text: f"{_first(text)} {_last(text)[0]}.",
    "kinship": lambda text: f"søster til {_first(text)}",
    "title": lambda text: f"fru {_last(text)}",
    "patient": lambda text: f"patienten {_first(text)} {_last(text).lower()}",
    "spaced": _between(" "),
    "dotted": _between("."),
    "zero width": _between("\u200b"),
    "soft hyphens": _between("\xad"),
    "full width": FULL_WIDTH,
    "bold": BOLD,
    "Cyrillic": CYRILLIC,
    "digits for letters": _swapped("aeoi", "4301"),
    "humps": lambda text: text.replace(" ", ""),
    "underscore": lambda text: text.replace(" ", "_"),
    "hyphen": lambda text: text.replace(" ", "-"),
    "over two lines": lambda text: text.replace(" ", "\n"),
    "hard space": lambda text: text.replace(" ", "\xa0"),
    "no accents": lambda text: PLAIN(text.replace("æ", "ae").replace("Æ", "Ae")),
    "brackets": lambda text: f"({_first(text)}) [{_last(text)}]",
}
NUMBER_DISGUISES: dict[str, Disguise] = {
    "as it is": _as_is,
    "small": str.lower,
    "capitals": str.upper,
    "zero width": _between("\u200b"),
    "joiners": _between("\u2060"),
    "soft hyphens": _between("\xad"),
    "direction marks": _between("\u202e"),
    "struck through": _between("\u0336"),
    "full width": FULL_WIDTH,
    "bold": BOLD,
    "monospace": _shifted("𝙰", "𝚊", "𝟶"),
    "Arabic digits": _shifted("A", "a", "٠"),
    "Persian digits": _shifted("A", "a", "۰"),
    "Devanagari digits": _shifted("A", "a", "०"),
    "Bengali digits": _shifted("A", "a", "০"),
    "Cyrillic": CYRILLIC,
    "hard spaces": lambda text: text.replace(" ", "\xa0"),
    "tabs": lambda text: text.replace(" ", "\t"),
    "en dash": lambda text: text.replace("-", "–"),
    "minus": lambda text: text.replace("-", "−"),
    "wide dash": lambda text: text.replace("-", " - ") if text[0].isdigit() else text,
    "brackets": lambda text: f"({text})",
    "quotes": lambda text: f"»{text}«",
    "letter o": lambda text: text.replace("0", "o") if text.count("0") < 3 else text,
    "stars": lambda text: f"*{text}*",
}
