"""Every paper with little in it and with far too much, to be measured and to be looked at.

python -m tests.amounts OUT    makes them, and pictures of their pages where pdftoppm is installed
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from app.domain.language import in_language
from app.domain.sender import Sender
from app.reports import consent_form, flag_slip
from app.reports.sheet import Rendered
from tests.papers import CONSENT, PAPERS, SLIP

AMOUNTS = {"one": 1, "usual": 3, "ten-times": 30, "hundred-times": 300}  # lines in each list
WITHIN = 3  # as many at most in a list that stands in a line of another
LONGEST = 4  # times a text is repeated


def papers_of(amount: str) -> Iterator[tuple[str, Rendered]]:
    """Yield every paper with so much in it, and what it is called."""
    count = AMOUNTS[amount]
    for name, (render, view) in PAPERS.items():
        if name != "flag_slip":  # has but one page, and no lists
            yield name, render(grown(view, count))
    yield "consent_form_large", consent_form.render(grown(CONSENT, count), large=True)
    yield "slip_sheet", flag_slip.render_sheet([SLIP] * count)


def grown(view: Any, count: int) -> Any:
    """Return the view with `count` lines in each of its lists, no two of one length."""
    if not is_dataclass(view) or isinstance(view, type | Sender):
        return view
    told = {one.name: _grown(getattr(view, one.name), count) for one in fields(view)}
    return replace(view, **told)


def _grown(value: Any, count: int) -> Any:
    if isinstance(value, tuple) and value:
        lines = (value[place % len(value)] for place in range(count))
        return tuple(_another(grown(line, min(count, WITHIN)), n) for n, line in enumerate(lines))
    return grown(value, count)


def _another(line: Any, number: int) -> Any:
    """Return the line with longer texts and later days, so that it is not the one before."""
    if type(line) is str and " " in line:
        return " ".join([line] * (1 + number % LONGEST))
    if type(line) is date:
        return line + timedelta(weeks=number)
    if not is_dataclass(line) or isinstance(line, type):
        return line
    return replace(
        line, **{one.name: _another(getattr(line, one.name), number) for one in fields(line)}
    )


def main() -> int:
    """Make them in the folder that is named."""
    out = Path(sys.argv[1])
    for amount in AMOUNTS:
        folder = out / amount
        folder.mkdir(parents=True, exist_ok=True)
        with in_language("da"):
            for name, paper in papers_of(amount):
                place = folder / f"{name}.pdf"
                place.write_bytes(paper.pdf)
                if found := shutil.which("pdftoppm"):
                    subprocess.run([found, "-r", "60", "-png", place, folder / name], check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
