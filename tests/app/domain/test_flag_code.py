"""Codes of flags: made at random, read however they are written, never read wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import product
from random import Random

import pytest

from app.domain.flag_code import (
    ALPHABET,
    check_sign,
    looks_like_a_code,
    near_flag_codes,
    new_flag_code,
    read_flag_code,
)
from app.domain.guard import find_traces, first_refused
from app.domain.problem import Refused


def all_bodies() -> list[str]:
    return ["".join(signs) for signs in product(ALPHABET, repeat=3)]


def dice(seed: int) -> Callable[[Sequence[str]], str]:
    return Random(seed).choice


def test_the_alphabet_has_no_look_alikes() -> None:
    assert len(set(ALPHABET)) == 32
    assert not set("01IO") & set(ALPHABET)


def test_a_new_code_reads_back_as_itself() -> None:
    code = new_flag_code(())
    assert read_flag_code(code) == code


def test_a_new_code_is_never_only_letters_or_only_digits() -> None:
    choose = dice(1)
    codes = [new_flag_code((), choose) for _ in range(2_000)]
    assert not [code for code in codes if code.replace("-", "").isalpha()]
    assert not [code for code in codes if code.replace("-", "").isdigit()]


def test_no_code_is_given_that_the_guard_takes_for_a_name() -> None:
    signs = iter("AYA7EV2BEK7Q")
    code = new_flag_code((), lambda _of: next(signs))
    assert first_refused(find_traces("AY-A6")) is not None
    assert code[:4] == "K7-Q"


def test_a_taken_code_is_not_given_again() -> None:
    first = new_flag_code((), dice(7))
    assert new_flag_code({first}, dice(7)) != first


def test_the_same_dice_give_the_same_code() -> None:
    assert new_flag_code((), dice(3)) == new_flag_code((), dice(3))


def test_when_no_code_is_free_it_is_said() -> None:
    with pytest.raises(Refused):
        new_flag_code((), lambda signs: signs[0])


@pytest.mark.parametrize("typed", ["K7-QX", "k7qx", " k7 qx ", "K7–QX", "Ｋ７－ＱＸ", "k.7.q.x"])
def test_case_spaces_and_hyphen_do_not_matter(typed: str) -> None:
    assert read_flag_code(typed) == "K7-QX"


@pytest.mark.parametrize(
    "typed", ["", "K7", "K7-QY", "K7-QXX", "K0-QX", "Ki-QX", "K7-Q\0", "ß7-QX"]
)
def test_what_is_no_code_is_not_read_as_one(typed: str) -> None:
    assert read_flag_code(typed) is None


@pytest.mark.parametrize("typed", ["K1-QX", "k7-0x", "KTOX"])
def test_a_sign_no_code_has_is_read_for_the_one_it_stands_for(typed: str) -> None:
    meant = {"KTOX": None}.get(typed, "K7-QX")
    assert read_flag_code(typed) == meant


def test_a_sign_that_stands_for_another_is_never_read_two_ways() -> None:
    for body in all_bodies()[::61]:
        code = body + check_sign(body)
        for place, sign in product(range(4), "01IO"):
            read = read_flag_code(code[:place] + sign + code[place + 1 :])
            assert read in (None, f"{code[:2]}-{code[2:]}")


@pytest.mark.parametrize("typed", ["K7-GX", "kt-qx", "k9qx", "7KQX", "k7xq", "KO-QX"])
def test_one_wrong_sign_or_two_swapped_are_told_and_not_taken_for_right(typed: str) -> None:
    assert read_flag_code(typed) is None
    assert "K7-QX" in near_flag_codes(typed)


def test_few_codes_are_near_a_wrong_one() -> None:
    for body in all_bodies()[::109]:
        wrong = body + ALPHABET[ALPHABET.index(check_sign(body)) - 1]
        assert 0 < len(near_flag_codes(wrong)) <= 7


@pytest.mark.parametrize("typed", ["K7-QX", "hello", "", "K7-Q", "\0\0\0\0"])
def test_what_is_right_or_no_code_at_all_is_near_none(typed: str) -> None:
    assert near_flag_codes(typed) == ()


@pytest.mark.parametrize(
    ("typed", "meant"), [("K7-QY", True), ("k7qy", True), ("Bent", False), ("K7-QXX", False)]
)
def test_it_is_seen_that_a_code_is_meant(typed: str, meant: bool) -> None:
    assert looks_like_a_code(typed) is meant


def test_every_single_wrong_sign_is_noticed() -> None:
    for body in all_bodies()[::109]:
        code = body + check_sign(body)
        for place, sign in product(range(4), ALPHABET):
            wrong = code[:place] + sign + code[place + 1 :]
            assert (read_flag_code(wrong) is None) == (wrong != code)


def test_every_swap_of_two_signs_is_noticed() -> None:
    for body in all_bodies():
        signs = list(body + check_sign(body))
        for left, right in ((0, 1), (1, 2), (2, 3), (0, 2), (1, 3), (0, 3)):
            swapped = signs.copy()
            swapped[left], swapped[right] = swapped[right], swapped[left]
            assert swapped == signs or check_sign("".join(swapped[:3])) != swapped[3]
