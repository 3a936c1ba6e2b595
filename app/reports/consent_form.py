"""The consent form a citizen signs: nothing is ticked that the citizen did not choose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from app.domain.consent import (
    DIRECTION_SENTENCES,
    FORM_LABELS,
    INFORMATION_LABELS,
    ConsentForm,
    Information,
)
from app.domain.consent_form import ConsentFormRow, ConsentFormSheet, ConsentTerms
from app.domain.language import _
from app.domain.party import PARTY_LABELS, USUAL_WAYS, PartyKind
from app.domain.words import long_day, numeric_day
from app.reports import ink
from app.reports.arrangement import Stack, Told
from app.reports.contact import contact_block
from app.reports.facts import fact, opening
from app.reports.mark import Air, TickBox, WritingLine
from app.reports.piece import Piece, text
from app.reports.row import (
    Row,
    across,
    as_list,
    beside,
    heading,
    in_a_row,
    line,
    table_head,
    table_lines,
)
from app.reports.sheet import Paper, Rendered, print_paper
from app.reports.tags import Role

_HAND_WIDTH = 112.0
_HAND_HEIGHT = 17.0
_PLACE_WIDTH = 130.0
_WORDS_GAP = 6.0
_HALVES_GAP = 21.0
_TICK_GAP = 8.5
_PURPOSE_GAP = 2.0
_LINE = 14.5
_ASKED = (PartyKind.EMPLOYER, PartyKind.GP, PartyKind.UNION_REP, PartyKind.UNION)
_USUAL = tuple((kind, way) for kind in _ASKED for way in USUAL_WAYS[kind])


def render(sheet: ConsentFormSheet, *, large: bool = False) -> Rendered:
    """Print `sheet`, in `large` type for those who see less well; what is not filled in gets lines
    to write on."""
    number = _("Follow-up {number}").format(number=sheet.number)
    named = _("Consent, follow-up {number}").format(number=sheet.number)
    return print_paper(
        Paper(
            kind=_("Consent"),
            beside=f"{number if sheet.number else long_day(sheet.printed_on)} · {_version(sheet)}",
            name=named if sheet.number else _("Consent"),
            promise=_("Copy for the citizen. The municipality is the data controller."),
            contact=lambda width: contact_block(_("How to reach us"), sheet.sender, width),
            rows=lambda width: _rows(sheet, width),
            sender=sheet.sender,
            large=large,
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


def _is_full(sheet: ConsentFormSheet) -> bool:
    """Return whether there is so much to tell that its lines stand closer, to be on one page."""
    return len(sheet.rows) > len(_USUAL)


def _body(sheet: ConsentFormSheet) -> ink.Style:
    return ink.BODY_CLOSE if _is_full(sheet) else ink.BODY


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
    only = sheet.wording.purpose
    if not sheet.terms:
        yield Row(piece=Stack((WritingLine(width, 15), WritingLine(width, 17))), width=width)
        yield line(text(only), width, above=3)
    elif _alike(_told(sheet.terms, one) for one in sheet.terms):
        yield line(text(f"{sheet.terms[0].purpose}\n{only}"), width)
    else:
        yield from as_list(_each_purpose(sheet, width))
        yield line(text(only, _body(sheet)), width, above=3)


def _each_purpose(sheet: ConsentFormSheet, width: float) -> Iterator[Row]:
    """Return one line for each purpose, and the parties it is about after it."""
    about: dict[str, list[str]] = {}
    for row in sheet.rows:
        if row.terms is not None:
            who = f"{row.party}, {_(DIRECTION_SENTENCES[row.direction])}"
            about.setdefault(_told(sheet.terms, row.terms), []).append(who)
    for told, rows in about.items():
        names = text("; ".join(dict.fromkeys(rows)), _body(sheet), lead=told)
        yield line(names, width, above=_PURPOSE_GAP)


def _told(all_terms: Sequence[ConsentTerms], one: ConsentTerms) -> str:
    """Return the purpose, and what else of how it was given is not the same for every yes."""
    parts = [one.purpose.rstrip(".") + "."]
    if not _alike(other.given_on for other in all_terms):
        parts.append(_("Given on {day}.").format(day=long_day(one.given_on)))
    if not _alike((other.form, other.original_at) for other in all_terms):
        parts.append(f"{_(FORM_LABELS[one.form])}.")
        parts += [_original(one.original_at)] if one.original_at else []
    if not _alike(other.wording_version for other in all_terms):
        parts.append(_("Text {number}.").format(number=one.wording_version))
    return " ".join(parts)


def _original(place: str) -> str:
    return _("The original lies here: {place}").format(place=place)


def _matrix(sheet: ConsentFormSheet, width: float) -> Iterator[Row]:
    yield heading(_("2. Who, which way, and what"), width, above=9)
    labels = [_(INFORMATION_LABELS[information]) for information in Information]
    ends = not _alike(one.until for one in sheet.terms)
    labels += [_("Holds until")] if ends else []
    places = _matrix_places(labels, sheet.rows, width, tight=ends)
    titles = _who(text(_("Who"), ink.LABEL), text(_("We may"), ink.LABEL))
    titles += [text(label, ink.LABEL_CENTRE) for label in labels]
    head = table_head(titles, places, width, inside=(1, 3.5))
    yield head
    pad = 2.5 if _is_full(sheet) else 3.5
    lines = _matrix_lines(sheet.rows, ends=ends)
    row_heads = len(titles) - len(labels)
    yield from table_lines(head, lines, places, pad=pad, row_heads=row_heads)
    yield line(text(sheet.wording.employer, ink.CELL_QUIET), width, above=3)
    for row in sheet.rows:
        if row.terms is not None and row.terms.hold_back:
            words = _("Held back from {party}: {what}")
            words = words.format(party=row.party, what=row.terms.hold_back)
            yield line(text(words, ink.CELL), width, above=2)


def _who(party: Piece, way: Piece) -> list[Piece]:
    """Return party and direction side by side; in large type there is only room for one column."""
    return [Stack((party, way))] if ink.larger() > 1 else [party, way]


def _matrix_places(
    labels: Sequence[str], rows: Sequence[ConsentFormRow], width: float, *, tight: bool
) -> list[tuple[float, float]]:
    """Return the columns of words, then one for each label, wide enough for it."""
    pad, least = (4.0, 30.0) if tight else (8.0, 40.0)
    ticks = [max(text(label, ink.LABEL).natural + pad, least) for label in labels]
    rest = width - sum(ticks) - _WORDS_GAP
    after = [(x + rest + _WORDS_GAP, wide) for x, wide in in_a_row(ticks, 0)]
    if ink.larger() > 1:
        return [(0.0, rest), *after]
    names = max((text(row.party, ink.CELL_STRONG).longest for row in rows), default=0.0)
    ways = max(text(_(way), ink.CELL).longest for way in DIRECTION_SENTENCES.values())
    who = min(max(rest * 0.47, names + 0.5), rest - ways - 0.5)
    return in_a_row((who, rest - who), _WORDS_GAP) + after


def _matrix_lines(rows: Sequence[ConsentFormRow], *, ends: bool) -> Iterator[Sequence[Piece]]:
    tall = 13 * ink.larger()
    for row in rows or _usual_rows():
        ticks = [TickBox(kind in row.information, line=tall) for kind in Information]
        way = text(_(DIRECTION_SENTENCES[row.direction]), ink.CELL)
        until = text(numeric_day(row.terms.until), ink.CELL_CENTRE) if row.terms else Air()
        who = _who(text(row.party, ink.CELL_STRONG), way)
        yield [*who, *ticks, *([until] if ends else [])]
    if not rows:
        tall = _HAND_HEIGHT * ink.larger()
        ticks = [TickBox(ticked=False, line=tall) for _information in Information]
        yield [*_who(Air(), Air()), *ticks]


def _usual_rows() -> tuple[ConsentFormRow, ...]:
    """Return the parties most talks are about, with nothing ticked."""
    return tuple(
        ConsentFormRow(party=_(PARTY_LABELS[kind]), direction=way, information=frozenset())
        for kind, way in _USUAL
    )


def _rights(sheet: ConsentFormSheet, width: float) -> Iterator[Row]:
    voluntary, withdraw, ends = sheet.wording.told(sheet.sender.name)
    told = (
        (_("3. It is voluntary"), voluntary),
        (_("4. You can withdraw your consent"), withdraw),
        (_("5. How long it holds"), ends),
    )
    for title, words in told:
        yield heading(title, width, above=8)
        yield line(text(words, _body(sheet)), width)


def _endings(sheet: ConsentFormSheet, width: float) -> Iterator[Row]:
    tall = _LINE * ink.larger()
    got, heard = (
        Told(TickBox(ticked=False, words=text(words), line=tall), Role.ITEM)
        for words in (_("I have got a copy"), _("The text was read aloud to me"))
    )
    left = Told(Stack((got, Air(2.5), heard)), Role.LIST)
    told = _alike((one.form, one.original_at) for one in sheet.terms)
    half = (width - _HALVES_GAP) / 2
    right = _how_given(sheet.terms[0] if sheet.terms else None, half) if told else Air()
    yield Row(piece=beside((left, right), width, gap=_HALVES_GAP), width=width, above=9, keep=True)
    yield _signatures(sheet, width)


def _version(sheet: ConsentFormSheet) -> str:
    """Return which numbered text is printed, and the mark that tells it from any other."""
    mark = sheet.wording.fingerprint()[:8]
    return _("Text {number} · {mark}").format(number=sheet.wording_version, mark=mark)


def _how_given(terms: ConsentTerms | None, room: float) -> Piece:
    """Return how the yes was given, and where its original lies: a spoken yes has none."""
    forms = (
        (ConsentForm.WRITTEN, _("in writing")),
        (ConsentForm.SPOKEN, _("spoken")),
        (ConsentForm.DIGITAL, _("digitally")),
    )
    ticks = [
        TickBox(terms is not None and terms.form is form, text(words), _LINE * ink.larger())
        for form, words in forms
    ]
    label = text(_("Form:"), ink.NOTE)
    first, wide = label.natural + 0.5, [tick.natural + 0.5 for tick in ticks]
    gap = min(_TICK_GAP, (room - first - sum(wide)) / len(wide))
    choice = Told(across(ticks, in_a_row(wide, gap), Role.ITEM), Role.LIST)
    choices = across((label, choice), in_a_row((first, room - first - gap), gap))
    if terms is not None and terms.original_at:
        return Stack((choices, Air(2.5), text(_original(terms.original_at), ink.NOTE)))
    if terms is not None and terms.form is ConsentForm.SPOKEN:
        return choices
    words = text(_("The original lies here:"), ink.NOTE)
    wide_line = min(_PLACE_WIDTH, room - words.natural - 0.5 - _WORDS_GAP)
    place = (words, WritingLine(wide_line, _LINE * ink.larger()))
    widths = (words.natural + 0.5, wide_line)
    return Stack((choices, Air(2.5), across(place, in_a_row(widths, _WORDS_GAP))))


def _received(sheet: ConsentFormSheet) -> str:
    """Return who received the consent and where, if that is the same for every yes."""
    heard = {(one.received_by, one.received_place) for one in sheet.terms}
    name, place = heard.pop() if len(heard) == 1 else ("", "")
    name = name or sheet.sender.name
    if place:
        return _("Received by {name} · {place}").format(name=name, place=place)
    return _("Received by {name}").format(name=name)


def _signatures(sheet: ConsentFormSheet, width: float) -> Row:
    signed = _("Date and signature, {name}").format(name=sheet.citizen)
    labels = (
        signed if sheet.citizen else _("Date and signature"),
        _received(sheet),
    )
    half = (width - _HALVES_GAP) / 2
    tall = 21 if _is_full(sheet) else 24
    lines = [Stack((WritingLine(half, tall), Air(4), text(label, ink.CAPTION))) for label in labels]
    return Row(piece=beside(lines, width, gap=_HALVES_GAP), width=width)
