"""Collects the sentences of the code, keeps the Danish catalogue and compiles it.

catalogue.py update    new sentences in, gone ones out, .mo compiled
catalogue.py check     says what is missing; exit 1 if anything is
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
PO = ROOT / "resources" / "locale" / "da" / "LC_MESSAGES" / "fasthold.po"
MO = PO.with_suffix(".mo")
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
METHODS = [("**.py", "python")]
# A fixed day: the same sentences always give the same bytes.
WRITTEN = datetime(2026, 1, 1, tzinfo=UTC)


def collect() -> Catalog:
    """Return every sentence the code marks, with where it stands and what its comment says."""
    found = _empty()
    for folder in ("app", "ui"):
        for name, _line, text, comments, context in sorted(
            _marked(folder), key=lambda mark: mark[:2]
        ):
            found.add(
                text, locations=[(f"{folder}/{name}", 0)], auto_comments=comments, context=context
            )
    return found


def read() -> Catalog:
    """Return the Danish catalogue, empty if there is none yet."""
    if not PO.exists():
        return _empty()
    with PO.open("rb") as file:
        return read_po(file, locale="da")


def compiled(catalogue: Catalog) -> bytes:
    """Return the .mo of `catalogue`."""
    written = io.BytesIO()
    write_mo(written, catalogue)
    return written.getvalue()


def update() -> None:
    """Bring the catalogue up to date with the code, and compile it."""
    catalogue = read()
    # No guesses from similar sentences: what is new stands there empty until someone writes it.
    catalogue.update(collect(), no_fuzzy_matching=True, update_creation_date=False)
    PO.parent.mkdir(parents=True, exist_ok=True)
    with PO.open("wb") as file:
        write_po(
            file,
            catalogue,
            width=100,
            sort_by_file=True,
            ignore_obsolete=True,
            include_lineno=False,
        )
    MO.write_bytes(compiled(read()))


def check() -> Iterator[str]:
    """Yield one line for each thing that is not as it should be."""
    catalogue = read()
    code, danish = (
        {_key(message): message for message in each if message.id}
        for each in (collect(), catalogue)
    )
    yield from (f"not in the catalogue: {key}" for key in code if key not in danish)
    yield from (f"no longer in the code: {key}" for key in danish if key not in code)
    yield from (f"given up: {key}" for key in catalogue.obsolete)
    for key, message in danish.items():
        yield from (f"{fault}: {key}" for fault in _faults(message))
    if not MO.exists() or MO.read_bytes() != compiled(catalogue):
        yield "the .mo is not compiled from this .po: run dev.py translate"


def _empty() -> Catalog:
    return Catalog(
        locale="da",
        project="Fasthold",
        header_comment="# The Danish sentences of Fasthold.",
        version="1",
        copyright_holder="Fasthold",
        msgid_bugs_address="Fasthold",
        last_translator="Fasthold",
        language_team="Danish",
        creation_date=WRITTEN,
        revision_date=WRITTEN,
        fuzzy=False,
    )


def _marked(folder: str) -> Iterator[tuple[str, int, str | tuple[str, ...], list[str], str | None]]:
    yield from extract_from_dir(
        ROOT / folder,
        method_map=METHODS,
        keywords=KEYWORDS,
        comment_tags=["i18n:"],
        strip_comment_tags=True,
    )


def _key(message: Message) -> tuple[str | None, str]:
    return message.context, message.id if isinstance(message.id, str) else message.id[0]


def _faults(message: Message) -> Iterator[str]:
    sources = (message.id,) if isinstance(message.id, str) else tuple(message.id)
    string = message.string or ""
    texts = (string,) if isinstance(string, str) else tuple(string)
    if not all(texts):
        yield "no Danish text"
        return
    if message.fuzzy:
        yield "fuzzy"
    # The singular may leave the number out in either language; the last form may not.
    if _places(texts[-1]) != _places(sources[-1]) or not _places(texts[0]) <= _places(sources[-1]):
        yield "other placeholders"
    if any(text != text.strip() for text in texts) and sources[0] == sources[0].strip():
        yield "space around it"


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


if __name__ == "__main__":
    if sys.argv[1:] == ["check"]:
        faults = list(check())
        print("\n".join(faults) or "The catalogue is complete.")
        sys.exit(bool(faults))
    update()
