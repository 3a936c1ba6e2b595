"""How much of what tells a person the guard refuses, how much of what tells nobody, how fast."""

from __future__ import annotations

import os
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

sys.path.append(
    str(Path(__file__).parents[1])
)  # the bench is a script: it finds no tests otherwise

from app.domain.guard import find_traces, is_clean
from tests.identities import EXACT, IDENTITIES, Identity, disguised, identities, read_lines

NOTE = "Kniber med to-tre opgaver, 37 timer, LÆ 285 i uge 48-50, vil gerne ringes op af lægen."
PIECES = 8


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of the guard, and what it has to be."""

    what: str
    value: float
    unit: str
    least: float | None = None
    most: float | None = None

    @property
    def kept(self) -> bool:
        """Whether what is promised is kept."""
        enough = self.least is None or self.value >= self.least
        return enough and (self.most is None or self.value <= self.most)

    def __str__(self) -> str:
        promise = f"at least {self.least:g}" if self.least is not None else f"at most {self.most:g}"
        mark = "" if self.kept else "  BROKEN"
        return f"{self.what:<50}{self.value:9.2f} {self.unit:<4}{promise} {self.unit}{mark}"


def guard_figures(runs: int) -> list[Figure]:
    """Try every made-up identity in every disguise, every harmless note, and every key press."""
    return [*_refused(list(identities())), *_harmless(), _key_press(runs)]


def _refused(tried: list[Identity]) -> Iterator[Figure]:
    all_of, refused = Counter[str](), Counter[str]()
    pieces = [tried[start::PIECES] for start in range(PIECES)]
    with ProcessPoolExecutor(os.cpu_count()) as workers:
        for told, stopped in workers.map(_counted, pieces):
            all_of, refused = all_of + told, refused + stopped
    for kind in sorted(all_of):
        least = 100 if kind in EXACT else 98
        share = 100 * refused[kind] / all_of[kind]
        yield Figure(f"refused: {kind}, {all_of[kind]} notes", share, "%", least=least)
    share = 100 * refused.total() / all_of.total()
    yield Figure(f"refused: all of {IDENTITIES} in 25 disguises", share, "%", least=99.5)


def _counted(tried: list[Identity]) -> tuple[Counter[str], Counter[str]]:
    told, stopped = Counter[str](), Counter[str]()
    for identity in tried:
        for _name, note in disguised(identity):
            told[identity.kind] += 1
            stopped[identity.kind] += not is_clean(note)
    return told, stopped


def _harmless() -> Iterator[Figure]:
    for name, language in (("benign_da.txt", "Danish"), ("benign_en.txt", "English")):
        notes = read_lines(name)
        share = 100 * sum(not is_clean(note) for note in notes) / len(notes)
        yield Figure(f"refused: harmless {language}, {len(notes)} notes", share, "%", most=2)


def _key_press(runs: int) -> Figure:
    find_traces(NOTE)
    began = time.perf_counter()
    for _run in range(runs):
        for typed in range(len(NOTE)):
            find_traces(NOTE[: typed + 1])
    return Figure(
        "guard, per key press",
        (time.perf_counter() - began) * 1000 / runs / len(NOTE),
        "ms",
        most=5,
    )
