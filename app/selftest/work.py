"""Doing the work once: a made-up workspace is made, opened again, and a paper of it rendered."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path

from app.selftest.check import Facts, need

_DAY = date(2026, 9, 9)


def cipher(folder: Path) -> Facts:
    """Make an encrypted file, and read back every setting it must have."""
    import sqlcipher3.dbapi2 as sqlcipher
    from cryptography.hazmat.backends.openssl import backend

    from app.data.engine import SETTINGS, raw_connect

    path = folder / "cipher.fasthold"
    with closing(raw_connect(path, bytes(32), leak_ok=lambda _: True, create=True)) as connection:
        ask = connection.execute
        cipher_version = ask("PRAGMA cipher_version").fetchone()[0]
        provider = " ".join(ask(f"PRAGMA cipher_provider{part}").fetchone()[0] for part in _PARTS)
    need(not path.read_bytes().startswith(b"SQLite format 3"), "the file is not encrypted")
    return {
        "sqlcipher": str(cipher_version),
        "provider": provider,
        "sqlite": sqlcipher.sqlite_version,
        "openssl": backend.openssl_version_text(),
        "settings_read_back": len(SETTINGS),
    }


_PARTS = ("", "_version")


def workspace(folder: Path) -> Facts:
    """Make the made-up workspace, open it as its owner would, and render a paper."""
    from app.bootstrap import open_services
    from app.demo import PASSPHRASE, make_demo
    from app.services.file import FileService

    files, path = FileService(lambda: _DAY), folder / "made_up.fasthold"
    make_demo(path, _DAY, files=files)
    dek = files.open_by_passphrase(path, PASSPHRASE)
    services = open_services(path, dek, today=lambda: _DAY, files=files)
    with closing(services.vault):
        practices = services.practice.list_practices()
        held = next(row for row in services.visit.list_visits() if row.status == "held")
        paper = services.export.prepare_visit_summary(held.id, "da")
        services.export.save(paper, folder)
    need(bool(practices), "the made-up workspace is empty")
    need(paper.pdf.startswith(b"%PDF-"), "no paper was rendered")
    return {"practices": len(practices), "paper_bytes": len(paper.pdf)}
