"""The consent form a citizen signs: nothing is ticked that the citizen did not choose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from app.domain.consent import (
    DIRECTION_SENTENCES,
    FORM_LABELS,
    INFORMATION_LABELS,
    ConsentForm,
    Direction,
    Information,
)
from app.domain.consent_form import ConsentFormRow, ConsentFormSheet, ConsentTerms
from app.domain.language import _
from app.domain.party import PARTY_LABELS, PartyKind
from app.domain.words import long_day, numeric_day
from app.reports import ink
from app.reports.arrangement import Stack
from app.reports.contact import contact_block
from app.reports.facts import fact, opening
from app.reports.mark import Air, TickBox, WritingLine
from app.reports.piece import Piece, text
from app.reports.row import Row, across, beside, heading, in_a_row, line, table_lines
from app.reports.sheet import Paper, Rendered, print_paper
from app.reports.tagging import Role

_HAND_WIDTH = 112.0
_HAND_HEIGHT = 17.0
_PLACE_WIDTH = 130.0
_WORDS_GAP = 6.0
_USUAL = (
    (PartyKind.EMPLOYER, Direction.PASS_ON),
    (PartyKind.GP, Direction.OBTAIN),
    (PartyKind.GP, Direction.FEEDBACK),
    (PartyKind.UNION_REP, Direction.TAKE_PART),
    (PartyKind.UNION, Direction.PASS_ON),
)


def render(sheet: ConsentFormSheet) -> Rendered:
    """Print `sheet`; what is not filled in gets lines to write on."""
    number = _("Follow-up {number}").format(number=sheet.number)
    named = _("Consent, follow-up {number}").format(number=sheet.number)
    return print_paper(
        Paper(
            kind=_("Consent"),
            beside=number if sheet.number else long_day(sheet.printed_on),
            name=named if sheet.number else _("Consent"),
            promise=_("Copy for the citizen. The municipality is the data controller."),
            contact=lambda width: contact_block(_("How to reach us"), sheet.sender, width),
            rows=lambda width: _rows(sheet, width),
            sender=sheet.sender,
        )
    )


def _rows(sheet: ConsentFormSheet, width: float) -> Iterator[Row]:
    title = _("Consent to working together on your job")
    lead = _("You decide who the municipality may talk to, and about what.")
    filled = _("The fields were filled in together with you.")
    lead = f"{lead} {filled}" if sheet.terms else lead
    yield from opening(title, lead, _facts(sheet), width)
    yield from _purposes(sheet, width)
    yield from _matrix(sheet, width)
    yield from _rights(sheet, width)
    yield from _endings(sheet, width)


def _alike(values: Iterable[object]) -> bool:
    """Return whether one line says it for all of them."""
    return len(set(values)) < 2


def _facts(sheet: ConsentFormSheet) -> tuple[Piece, ...]:
    given = sorted({one.given_on for one in sheet.terms})
    until = sorted({one.until for one in sheet.terms})
    facts = [
        _fact_or_line(_("Name"), sheet.citizen, 130),
        # i18n: Danish: »CPR-nr., skrives i hånden«
        _fact_or_line(_("CPR number, by hand"), "", _HAND_WIDTH),
    ]
    # What is not the same for every row stands with the row.
    if _alike(given):
        facts.append(_fact_or_line(_("Given"), _day(given), 80))
    if _alike(until):
        facts.append(_fact_or_line(_("Holds until"), _day(until), 80, strong=True))
    return tuple(facts)


def _day(days: Sequence[date]) -> str:
    return long_day(days[0]) if days else ""


def _fact_or_line(label: str, value: str, width: float, *, strong: bool = False) -> Piece:
    if value:
        return fact(label, value, strong=strong)
    return Stack((text(label, ink.LABEL), WritingLine(width, 17)))


def _purposes(sheet: ConsentFormSheet, width: float) -> Iterator[Row]:
    yield heading(_("1. What the consent is for"), width, above=10)
    only = _("The consent covers that purpose only.")
    if not sheet.terms:
        yield Row(piece=Stack((WritingLine(width, 15), WritingLine(width, 17))), width=width)
        yield line(text(only), width, above=3)
    elif _alike(_told(sheet.terms, one) for one in sheet.terms):
        yield line(text(f"{sheet.terms[0].purpose}\n{only}"), width)
    else:
        yield from _each_purpose(sheet, width)
        yield line(text(_("Each yes covers its own purpose only.")), width, above=3)


def _each_purpose(sheet: ConsentFormSheet, width: float) -> Iterator[Row]:
    """Return one line for each purpose, with the parties it is about."""
    about: dict[str, list[str]] = {}
    for row in sheet.rows:
        if row.terms is not None:
            who = f"{row.party}, {_(DIRECTION_SENTENCES[row.direction])}"
            about.setdefault(_told(sheet.terms, row.terms), []).append(who)
    for told, rows in about.items():
        names = text("; ".join(dict.fromkeys(rows)), ink.NOTE)
        yield Row(piece=Stack((text(told), names)), width=width, inside=(0, 3))


def _told(all_terms: Sequence[ConsentTerms], one: ConsentTerms) -> str:
    """Return the purpose, and what else of how it was given is not the same for every yes."""
    parts = [one.purpose.rstrip(".") + "."]
    if not _alike(other.given_on for other in all_terms):
        parts.append(_("Given on {day}.").format(day=long_day(one.given_on)))
    if not _alike((other.form, other.original_at) for other in all_terms):
        parts.append(f"{_(FORM_LABELS[one.form])}.")
        parts += [_original(one.original_at)] if one.original_at else []
    return " ".join(parts)


def _original(place: str) -> str:
    return _("The original lies here: {place}").format(place=place)


def _matrix(sheet: ConsentFormSheet, width: float) -> Iterator[Row]:
    yield heading(_("2. Who, which way, and what"), width, above=9)
    labels = [_(INFORMATION_LABELS[information]) for information in Information]
    ends = not _alike(one.until for one in sheet.terms)
    labels += [_("Holds until")] if ends else []
    places = _matrix_places(labels, sheet.rows, width, tight=ends)
    titles = [text(_("Who"), ink.LABEL), text(_("We may"), ink.LABEL)]
    titles += [text(label, ink.LABEL_CENTRE) for label in labels]
    head = Row(
        piece=across(titles, places, Role.COLUMN_HEAD),
        width=width,
        inside=(1, 3.5),
        rule=ink.STRONG_RULE,
        keep=True,
    )
    yield head
    yield from table_lines(head, _matrix_lines(sheet.rows, ends=ends), places, pad=3.5)
    never = _(
        "The employer never gets diagnosis, treatment, medicine or statements from the doctor, not "
        "even with a tick."
    )
    yield line(text(never, ink.CELL_QUIET), width, above=3)


def _matrix_places(
    labels: Sequence[str], rows: Sequence[ConsentFormRow], width: float, *, tight: bool
) -> list[tuple[float, float]]:
    """Return the two columns of words, then one for each label, wide enough for it."""
    pad, least = (4.0, 30.0) if tight else (8.0, 40.0)
    ticks = [max(text(label, ink.LABEL).natural + pad, least) for label in labels]
    rest = width - sum(ticks) - _WORDS_GAP
    names = max((text(row.party, ink.CELL_STRONG).longest for row in rows), default=0.0)
    ways = max(text(_(way), ink.CELL).longest for way in DIRECTION_SENTENCES.values())
    who = min(max(rest * 0.47, names + 0.5), rest - ways - 0.5)
    return in_a_row((who, rest - who), _WORDS_GAP) + [
        (x + rest + _WORDS_GAP, wide) for x, wide in in_a_row(ticks, 0)
    ]


def _matrix_lines(rows: Sequence[ConsentFormRow], *, ends: bool) -> Iterator[Sequence[Piece]]:
    for row in rows or _usual_rows():
        ticks = [TickBox(information in row.information) for information in Information]
        way = text(_(DIRECTION_SENTENCES[row.direction]), ink.CELL)
        until = text(numeric_day(row.terms.until), ink.CELL_CENTRE) if row.terms else Air()
        yield [text(row.party, ink.CELL_STRONG), way, *ticks, *([until] if ends else [])]
    if not rows:
        ticks = [TickBox(ticked=False, line=_HAND_HEIGHT) for _information in Information]
        yield [Air(), Air(), *ticks]


def _usual_rows() -> tuple[ConsentFormRow, ...]:
    """Return the parties most talks are about, with nothing ticked."""
    return tuple(
        ConsentFormRow(party=_(PARTY_LABELS[kind]), direction=way, information=frozenset())
        for kind, way in _USUAL
    )


def _rights(sheet: ConsentFormSheet, width: float) -> Iterator[Row]:
    withdraw = _(
        "Ring, write or say so to {name}, for all of it or for single fields. We stop at once, and "
        "tell those who got information. What was lawfully shared before, we cannot call back."
    )
    told = (
        (
            _("3. It is voluntary"),
            _(
                "You can say yes to some of it and no to the rest. You need not give a reason. If "
                "you say no, you can still get guidance, but we cannot contact the others for you. "
                "If you have a case with the municipality, a no can mean that it is decided "
                "without the information."
            ),
        ),
        (_("4. You can withdraw your consent"), withdraw.format(name=sheet.sender.name)),
        (
            _("5. How long it holds"),
            _how_long(sheet),
        ),
    )
    for title, words in told:
        yield heading(title, width, above=8)
        yield line(text(words), width)


def _how_long(sheet: ConsentFormSheet) -> str:
    if _alike(one.until for one in sheet.terms):
        return _(
            "Until the purpose is reached, and at the latest until the date at the top. A "
            "consent never holds for more than 12 months."
        )
    return _(
        "Until the purpose is reached, and at the latest until the date in the row. A "
        "consent never holds for more than 12 months."
    )


def _endings(sheet: ConsentFormSheet, width: float) -> Iterator[Row]:
    left = Stack(
        (
            TickBox(ticked=False, words=text(_("I have got a copy")), line=14.5),
            Air(2.5),
            TickBox(ticked=False, words=text(_("The text was read aloud to me")), line=14.5),
        )
    )
    told = _alike((one.form, one.original_at) for one in sheet.terms)
    right = _how_given(sheet.terms[0] if sheet.terms else None) if told else Air()
    yield Row(piece=beside((left, right), width, gap=21), width=width, above=9, keep=True)
    yield _signatures(sheet, width)


def _how_given(terms: ConsentTerms | None) -> Piece:
    """Return how the yes was given, and where its original lies: a spoken yes has none."""
    forms = (
        (ConsentForm.WRITTEN, _("in writing")),
        (ConsentForm.SPOKEN, _("spoken")),
        (ConsentForm.DIGITAL, _("digitally")),
    )
    ticks = [
        TickBox(terms is not None and terms.form is form, text(words), 14.5)
        for form, words in forms
    ]
    form: list[Piece] = [text(_("Form:"), ink.NOTE), *ticks]
    choices = across(form, in_a_row([piece.natural + 0.5 for piece in form], 8.5))
    if terms is not None and terms.original_at:
        return Stack((choices, Air(2.5), text(_original(terms.original_at), ink.NOTE)))
    if terms is not None and terms.form is ConsentForm.SPOKEN:
        return choices
    words = text(_("The original lies here:"), ink.NOTE)
    place = (words, WritingLine(_PLACE_WIDTH, 14.5))
    widths = (words.natural + 0.5, _PLACE_WIDTH)
    return Stack((choices, Air(2.5), across(place, in_a_row(widths, _WORDS_GAP))))


def _signatures(sheet: ConsentFormSheet, width: float) -> Row:
    signed = _("Date and signature, {name}").format(name=sheet.citizen)
    labels = (
        signed if sheet.citizen else _("Date and signature"),
        _("Received by {name}").format(name=sheet.sender.name),
    )
    half = (width - 21) / 2
    lines = [Stack((WritingLine(half, 24), Air(4), text(label, ink.CAPTION))) for label in labels]
    return Row(piece=beside(lines, width, gap=21), width=width)
