"""Commands without windows: a second front end of the same services.

What comes out on stdout is made for programs; sentences for people go to stderr. Nothing heavy is
imported before a command needs it: the first window has its command line read here too. The
answer to a command is its exit code: 0 done, 1 a text was refused, 2 the command could not be
carried out as given.
"""

from __future__ import annotations

import argparse
import re
import sys
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from app.domain.language import LANGUAGES, _, use_language
from app.domain.problem import FastholdError, Rejected

if TYPE_CHECKING:
    from app.bootstrap import Services
    from app.domain.guard import Finding
    from app.domain.plan_shape import Proposal
    from app.selftest import Check

DONE, REFUSED, WRONG = 0, 1, 2
LONGEST_WEEKS = 520
FIRST_YEAR, LAST_YEAR = 2000, 2100
DEMO_DAY = date(2026, 9, 9)
SCALES = YEAR, DECADE = "year", "decade"

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)?")


class Unusable(FastholdError):
    """The command cannot be carried out as given; the text says what to do."""


def parser() -> argparse.ArgumentParser:
    """Return the reader of the command line, for windows and commands alike."""
    reader = argparse.ArgumentParser(prog="fasthold")
    reader.add_argument("--file", type=Path, metavar="F", help=_("the file to open"))
    reader.add_argument("--lang", choices=LANGUAGES, help=_("the language to speak"))
    reader.add_argument("--version", action="store_true", help=_("say the version and stop"))
    whole = _("see whether this installation is whole, and stop")
    reader.add_argument("--selftest", action="store_true", help=whole)
    told = _("with --selftest: nothing but JSON")
    reader.add_argument("--json", action="store_true", dest="selftest_json", help=told)
    # Said outright, or argparse sets a help page to find it out.
    commands = reader.add_subparsers(dest="command", metavar="COMMAND", prog=reader.prog)
    _add_demo(commands.add_parser("demo", help=_("make a made-up workspace, papers and pictures")))
    _add_check(commands.add_parser("check-text", help=_("look for traces of a person in a text")))
    _add_plan(commands.add_parser("plan", help=_("say when each practice is visited, and why")))
    return reader


def run(arguments: argparse.Namespace | Sequence[str]) -> int:
    """Carry out one of `COMMANDS`, or say the version, and return the exit code."""
    if not isinstance(arguments, argparse.Namespace):
        arguments = parser().parse_args(arguments)
    if arguments.lang:
        use_language(arguments.lang)
    if arguments.version:
        from app.system.own_version import own_version

        _write(sys.stdout, f"fasthold {own_version()}")
        return DONE
    try:
        return COMMANDS[arguments.command](arguments)
    except Rejected as rejection:
        _tell(problem.text for problem in rejection.problems)
    except FastholdError as refusal:
        _tell([str(refusal)])
    return WRONG


def selftest(arguments: argparse.Namespace, more: Iterable[Check] = ()) -> int:
    """Try everything this installation needs, `more` too; tell what is there and what is not."""
    from app.selftest import run

    if arguments.lang:
        use_language(arguments.lang)
    passed = True
    for told in run(more):
        passed = passed and told.passed
        if arguments.selftest_json:
            _put(told.as_dict())
        else:
            _write(sys.stdout, told.as_line())
    return DONE if passed else REFUSED


def check_text(arguments: argparse.Namespace) -> int:
    """Say where a text holds traces of a person; never what stands there."""
    from app.domain.guard import RULE_TEXTS, Severity, find_traces

    text = _read_text(arguments.text)
    findings = find_traces(text)
    for line, start, end, found in _by_line(text, findings):
        place = {"line": line, "start": start, "end": end}
        _put({**place, "rule": found.rule.value, "severity": found.severity.value})
        if not arguments.json:
            sentence = _("Line {line}, sign {start} to {end}: {reason}")
            reason = _(RULE_TEXTS[found.rule])
            _tell([sentence.format(line=line, start=start + 1, end=end, reason=reason)])
    refused = any(found.severity is Severity.REFUSE for found in findings)
    return REFUSED if refused else DONE


def plan(arguments: argparse.Namespace) -> int:
    """Say when each practice is visited, booked visits included, and why on that day."""
    from app.domain.audit import Word
    from app.domain.words import long_day

    if arguments.file is None:
        raise Unusable(_("Say which file to open, with --file."))
    services = _open(arguments.file, _read_passphrase())
    with closing(services.vault):
        names = {str(row.id): row.name for row in services.practice.list_practices()}
        planned = services.plan.plan(arguments.first, arguments.weeks)
        services.audit.note_locked(Word.CLOSED)
    visits = [_visit(visit, names) for visit in planned.visits]
    if arguments.json:
        _put(visits)
    else:
        for visit in visits:
            _put(visit)
    _tell(f"{names[one.key]}, {long_day(one.day)}: {one.reason}" for one in planned.impossible)
    return DONE


COMMANDS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "check-text": check_text,
    "plan": plan,
}


def _add_demo(command: argparse.ArgumentParser) -> None:
    command.add_argument("out", type=Path, metavar="OUT", help=_("the folder to write into"))
    command.add_argument("--seed", type=int, default=1, metavar="N")
    command.add_argument("--today", type=_day, default=DEMO_DAY, metavar="DATE")
    scale = _("a year with papers and pictures, or ten years of a busy office, data only")
    command.add_argument("--scale", choices=SCALES, default=YEAR, help=scale)


def _add_check(command: argparse.ArgumentParser) -> None:
    command.add_argument("text", nargs="?", default="-", metavar="FILE", help=_("- reads stdin"))
    command.add_argument("--json", action="store_true", help=_("nothing but JSON, no sentences"))


def _add_plan(command: argparse.ArgumentParser) -> None:
    # Without a default of its own, so that `--file` may stand before the command too.
    command.add_argument("--file", type=Path, metavar="F", default=argparse.SUPPRESS)
    command.add_argument("--passphrase-stdin", action="store_true", required=True)
    command.add_argument("--from", dest="first", type=_day, required=True, metavar="DATE")
    command.add_argument("--weeks", type=_weeks, required=True, metavar="N")
    command.add_argument("--json", action="store_true", help=_("one array, not a line per visit"))


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        sentence = _("Write the day like 2026-09-09.")
        raise argparse.ArgumentTypeError(sentence) from error
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise argparse.ArgumentTypeError(_("Write a year between 2000 and 2100."))
    return day


def _weeks(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,3}", text) or not 1 <= int(text) <= LONGEST_WEEKS:
        sentence = _("Write a whole number from {low} to {high}.")
        raise argparse.ArgumentTypeError(sentence.format(low=1, high=LONGEST_WEEKS))
    return int(text)


def _read_text(place: str) -> str:
    try:
        data = sys.stdin.buffer.read() if place == "-" else Path(place).read_bytes()
    except (OSError, ValueError) as error:
        raise Unusable(_("This file cannot be read. Check its name and place.")) from error
    return _decoded(data)


def _read_passphrase() -> str:
    return _decoded(sys.stdin.buffer.readline()).rstrip("\r\n")


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unusable(_("This is not UTF-8 text. Save it as UTF-8 and try again.")) from error


def _by_line(text: str, findings: Iterable[Finding]) -> Iterator[tuple[int, int, int, Finding]]:
    """Yield each finding with its line and its place there; what runs on is cut at the line."""
    lines = list(_LINE.finditer(text))
    starts = [line.start() for line in lines]
    for found in findings:
        number = bisect_right(starts, found.start)
        line = lines[number - 1]
        length = len(line[0].rstrip("\r\n"))
        yield number, found.start - line.start(), min(found.end - line.start(), length), found


def _open(path: Path, passphrase: str) -> Services:
    from app.bootstrap import open_services  # brings the database, which check-text never needs
    from app.services.file import FileService

    files = FileService()
    return open_services(path, files.open_by_passphrase(path, passphrase), files=files)


def _visit(visit: Proposal, names: Mapping[str, str]) -> Mapping[str, object]:
    return {
        "practice": names[visit.key],
        "start": f"{visit.start:%Y-%m-%dT%H:%M}",
        "minutes": visit.minutes,
        "reasons": list(visit.reasons),
    }


def _put(value: object) -> None:
    import json

    _write(sys.stdout, json.dumps(value, ensure_ascii=False))


def _tell(sentences: Iterable[str]) -> None:
    for sentence in sentences:
        _write(sys.stderr, sentence)


def _write(stream: TextIO, line: str) -> None:
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(encoding="utf-8")  # whatever the terminal speaks
    stream.write(f"{line}\n")
