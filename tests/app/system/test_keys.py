from __future__ import annotations

import time
import unicodedata
from dataclasses import replace

import pytest

from app.domain.problem import FileDamaged
from app.system import keys
from app.system.key_file import Slot
from tests.workspaces import CHEAP, DEK, PHRASE

WID = "0123456789abcdef"


def opened(slot: Slot, phrase: str = PHRASE, wid: str = WID) -> bytes | None:
    return keys.opened(slot, wid, keys.passphrase_key(slot, phrase, CHEAP))


def test_the_passphrase_opens_its_slot_and_no_other_does() -> None:
    slot = keys.passphrase_slot(WID, DEK, PHRASE, CHEAP)
    assert opened(slot) == DEK
    assert opened(slot, "hest-kaffe-vindue-bro-lygte") is None


def test_letters_typed_on_another_system_are_the_same() -> None:
    phrase = "hejren går i åen, østpå"
    slot = keys.passphrase_slot(WID, DEK, unicodedata.normalize("NFD", phrase), CHEAP)
    assert opened(slot, phrase) == DEK
    assert opened(slot, phrase + "\n") == DEK
    assert opened(slot, phrase + " ") is None


def test_a_slot_is_bound_to_its_workspace_and_its_parameters() -> None:
    slot = keys.passphrase_slot(WID, DEK, PHRASE, CHEAP)
    assert opened(slot, wid="fedcba9876543210") is None
    assert opened(replace(slot, x={**slot.x, "t": 2})) is None
    assert opened(replace(slot, x={**slot.x, "note": "x"})) is None


@pytest.mark.parametrize(
    "change", [{"m": 32 * 1024}, {"t": 1}, {"m": 8 * 1024 * 1024}, {"t": 10_000}, {"p": 0}]
)
def test_a_slot_made_cheap_or_dear_is_refused_before_it_is_tried(change: dict[str, int]) -> None:
    slot = keys.passphrase_slot(WID, DEK, PHRASE, CHEAP)
    standard: dict[str, str | int] = {**slot.x, "m": 131_072, "t": 3, "p": 4}
    with pytest.raises(FileDamaged, match="changed by something else"):
        keys.passphrase_key(replace(slot, x={**standard, **change}), PHRASE, keys.FLOOR)


def test_what_is_made_is_above_the_floor_and_takes_its_time() -> None:
    start = time.perf_counter()
    slot = keys.passphrase_slot(WID, DEK, PHRASE, keys.STANDARD)
    assert time.perf_counter() - start > 0.1
    assert (slot.x["m"], slot.x["t"], slot.x["p"]) == (128 * 1024, 3, 4)
    assert keys.opened(slot, WID, keys.passphrase_key(slot, PHRASE, keys.FLOOR)) == DEK


def test_keys_for_different_purposes_differ() -> None:
    purposes = ("header", "state", "audit", "subject", "workspace")
    assert len({keys.sub_key(DEK, purpose) for purpose in purposes}) == len(purposes)


def test_a_keychain_secret_is_44_signs_and_rubbish_opens_nothing() -> None:
    key = keys.new_key()
    slot = keys.keychain_slot(WID, DEK, key, "Fasthold:x:1")
    assert len(keys.as_secret(key)) == 44
    assert keys.opened(slot, WID, keys.from_secret(keys.as_secret(key))) == DEK
    for rubbish in ("", "x", "å" * 44, keys.as_secret(keys.new_key()), "A" * 1280):
        assert keys.opened(slot, WID, keys.from_secret(rubbish)) is None
