from __future__ import annotations

import unicodedata
from io import BytesIO

import pikepdf
import pytest
from pypdf import PdfReader

from app.reports import employer_sheet
from app.reports.lock import fits, locked
from tests.papers import EMPLOYER
from tests.tagged import faults_of

PASSWORD = "havre-kaffe-vindue-bro-lygte"
PDF = employer_sheet.render(EMPLOYER).pdf


@pytest.fixture(scope="module")
def file() -> bytes:
    return locked(PDF, PASSWORD)


def test_it_opens_with_the_password_only(file: bytes) -> None:
    for wrong in ("", PASSWORD.upper(), PASSWORD + "!"):
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(BytesIO(file), password=wrong)
    with pikepdf.open(BytesIO(file), password=PASSWORD) as pdf:
        assert pdf.encryption.R == 6
        assert "aesv3" in str(pdf.encryption.stream_method)


def test_opened_it_is_the_paper_it_was_for_screen_readers_and_in_what_it_says_of_itself(
    file: bytes,
) -> None:
    opened = BytesIO()
    with pikepdf.open(BytesIO(file), password=PASSWORD) as pdf:
        assert pdf.allow.accessibility
        del pdf.Root.Extensions  # says that it is locked the newer way
        pdf.save(opened)
    assert faults_of(opened.getvalue()) == []
    assert _words(opened.getvalue()) == _words(PDF)


def test_locked_it_tells_nothing(file: bytes) -> None:
    assert b"Eksempel Kommune" in PDF
    for told in (b"Eksempel Kommune", b"pypdf", PASSWORD.encode()):
        assert told not in file


def test_no_two_are_alike(file: bytes) -> None:
    assert locked(PDF, PASSWORD) != file


def test_a_password_opens_it_however_its_letters_were_typed() -> None:
    apart = unicodedata.normalize("NFD", "blåbærgrød på køl")
    file = locked(PDF, apart)
    with pikepdf.open(BytesIO(file), password="blåbærgrød på køl") as opened:
        assert len(opened.pages) == len(PdfReader(BytesIO(PDF)).pages)


def test_what_a_reader_would_pass_over_is_too_long() -> None:
    assert fits("å" * 63)
    assert not fits("å" * 64)


def _words(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]
