"""The catalogue of adjustments: what a workplace can do where a function is limited.

The catalogue is data in both languages (resources/reference/adjustment.toml); what a consultant
adds to it stands first. It holds ideas, never a person.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NewType
from uuid import UUID

from app.domain.flag_choice import FUNCTION_LABELS, Function
from app.domain.guard import RULE_TEXTS, About, Finding, find_traces, first_refused
from app.domain.language import LANGUAGES, _, in_language, mark
from app.domain.search import finder
from app.domain.settling import Settling
from app.domain.typed import read_required

AdjustmentId = NewType("AdjustmentId", UUID)

CATALOGUE = Path(__file__).parents[2] / "resources" / "reference" / "adjustment.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class AdjustmentDraft:
    """An adjustment of one's own as typed."""

    function: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AdjustmentFacts:
    """An adjustment, and the function it is for."""

    function: Function
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AdjustmentRow:
    """One line of the catalogue. `code` is what it is kept under, `id` that of one's own, `icf` the
    classes of its function, and `found_by` all that a search may hit, in both languages. `checked`:
    the idea stands in a public list too."""

    code: str
    id: AdjustmentId | None
    checked: bool
    facts: AdjustmentFacts
    icf: tuple[str, ...]
    found_by: str


def shipped_adjustments(spoken: str) -> tuple[AdjustmentRow, ...]:
    """Return the lines that come with Fasthold, in the language `spoken` (`da` or `en`)."""
    return tuple(
        AdjustmentRow(
            code=line["code"],
            id=None,
            checked=entry["checked"],
            facts=AdjustmentFacts(function=Function(entry["code"]), text=mark(line[spoken])),
            icf=tuple(entry["icf"]),
            found_by=_found_by(Function(entry["code"]), line["da"], line["en"]),
        )
        for entry in _entries()
        for line in entry["adjustment"]
    )


def own_adjustment(adjustment_id: AdjustmentId, facts: AdjustmentFacts) -> AdjustmentRow:
    """Return a line of one's own as one of the catalogue."""
    return AdjustmentRow(
        code=adjustment_id.hex,
        id=adjustment_id,
        checked=False,
        facts=facts,
        icf=icf_of(facts.function),
        found_by=_found_by(facts.function, facts.text),
    )


def icf_of(function: Function) -> tuple[str, ...]:
    """Return the ICF classes of a function."""
    return next(tuple(entry["icf"]) for entry in _entries() if entry["code"] == function.value)


def function_name(function: Function, spoken: str) -> str:
    """Return what the function is called in the language `spoken`."""
    with in_language(spoken):
        return _(FUNCTION_LABELS[function])


def shipped_codes() -> frozenset[str]:
    """Return the codes of all lines that come with Fasthold."""
    return frozenset(line["code"] for entry in _entries() for line in entry["adjustment"])


def matching(rows: Iterable[AdjustmentRow], words: str) -> tuple[AdjustmentRow, ...]:
    """Return the lines in which every word stands: in the line, in its function or its ICF class,
    in either language."""
    holds = finder(words)
    return tuple(row for row in rows if holds(row.found_by))


def settle_adjustment(draft: AdjustmentDraft, known_names: Collection[str] = ()) -> AdjustmentFacts:
    """Return the adjustment as facts, or raise `Rejected`; an employer must be able to read it."""
    form = Settling()
    facts = AdjustmentFacts(
        function=form.choose("function", draft.function, Function, Function.CONCENTRATION),
        text=form.read("text", lambda: read_required(draft.text), ""),
    )
    stop = first_refused(traces_in_idea(draft.text, known_names))
    if stop is not None:
        form.refuse("text", _(RULE_TEXTS[stop.rule]), stop.rule)
    form.finish()
    return facts


def traces_in_idea(text: str, known_names: Collection[str] = ()) -> tuple[Finding, ...]:
    """Return every trace of a person in a line of the catalogue, else what no employer may read."""
    person = find_traces(text, known_names)
    return person if first_refused(person) else find_traces(text, about=About.EMPLOYER) or person


def _found_by(function: Function, *lines: str) -> str:
    names = (function_name(function, spoken) for spoken in LANGUAGES)
    return " ".join((*lines, *names, *icf_of(function)))


@cache
def _entries() -> Sequence[Mapping[str, Any]]:
    read: Sequence[Mapping[str, Any]] = tomllib.loads(CATALOGUE.read_text(encoding="utf-8"))[
        "function"
    ]
    return read
