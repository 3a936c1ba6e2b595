"""A PDF that opens only with a password (AES-256, revision 6)."""

from __future__ import annotations

import io
import unicodedata

LONGEST = 127  # bytes; readers pass over what comes after
_BASE, _LEVEL = "1.7", 8  # how an older version says that it holds the newer encryption


def fits(password: str) -> bool:
    """Return whether the whole of `password` counts."""
    return len(_as_read(password)) <= LONGEST


def locked(pdf: bytes, password: str) -> bytes:
    """Return `pdf` as a file that opens only with `password`.

    Words, tags and what it says about itself are as they were. A screen reader may read it, and
    whoever has the password may print and copy it. Salts are drawn anew each time: no two files
    are alike, so such a file has a hash of its own.
    """
    # A tenth of a second to import, for what is seldom asked for.
    from pypdf import PdfWriter
    from pypdf.generic import DictionaryObject, NameObject, NumberObject

    writer = PdfWriter(clone_from=io.BytesIO(pdf))
    newer = {
        NameObject("/BaseVersion"): NameObject(f"/{_BASE}"),
        NameObject("/ExtensionLevel"): NumberObject(_LEVEL),
    }
    extensions = DictionaryObject({NameObject("/ADBE"): DictionaryObject(newer)})
    writer.root_object[NameObject("/Extensions")] = extensions
    writer.pdf_header = f"%PDF-{_BASE}"
    writer.encrypt(_as_read(password).decode("utf-8"), algorithm="AES-256")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _as_read(password: str) -> bytes:
    """Return the password as a reader of PDF takes it, however its letters were typed."""
    return unicodedata.normalize("NFKC", password).encode("utf-8")
