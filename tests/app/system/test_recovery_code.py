from __future__ import annotations

import random
import re

import pytest

from app.domain.problem import Rejected
from app.system.recovery_code import SIGNS, as_code, new_secret, read_code

SECRET = bytes(range(20))
CODE = as_code(SECRET)


def test_a_code_is_eight_groups_of_five_signs() -> None:
    assert re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{5}-){7}[0-9A-HJKMNP-TV-Z]{5}", CODE)
    assert len(CODE) == 47


def test_what_is_printed_is_read_back() -> None:
    for _ in range(200):
        secret = new_secret()
        assert read_code(as_code(secret)) == secret


@pytest.mark.parametrize(
    "typed",
    [
        CODE.lower(),
        CODE.replace("-", ""),
        CODE.replace("-", " "),
        f"  {CODE.replace('-', ' - ')}\n",
        CODE.replace("0", "o").replace("1", "l"),
        CODE.replace("0", "O").replace("1", "I"),
        CODE.replace("-", "\u2013"),
    ],
)
def test_small_letters_spaces_and_look_alikes_are_forgiven(typed: str) -> None:
    assert read_code(typed) == SECRET


def test_every_wrong_sign_is_noticed_and_its_group_named() -> None:
    for place, sign in enumerate(CODE):
        if sign == "-":
            continue
        for other in SIGNS.replace(sign, ""):
            with pytest.raises(Rejected, match=f"Group {place // 6 + 1} "):
                read_code(CODE[:place] + other + CODE[place + 1 :])


def test_every_swap_of_neighbours_in_a_group_is_noticed() -> None:
    dice = random.Random(1)
    for _ in range(2_000):
        code = as_code(dice.randbytes(20))
        place = dice.randrange(8) * 6 + dice.randrange(4)
        if code[place] == code[place + 1]:
            continue
        swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
        with pytest.raises(Rejected, match=f"Group {place // 6 + 1} "):
            read_code(swapped)


def test_swapped_groups_are_called_that() -> None:
    groups = CODE.split("-")
    groups[2], groups[5] = groups[5], groups[2]
    with pytest.raises(Rejected, match="another order"):
        read_code("-".join(groups))


@pytest.mark.parametrize("typed", ["", CODE[:20], CODE + "0", "   ", "\u00e6\u00f8\u00e5" * 20])
def test_half_a_code_says_how_many_signs_there_are(typed: str) -> None:
    with pytest.raises(Rejected, match="40 characters"):
        read_code(typed)


def test_a_sign_that_no_code_has_names_its_group() -> None:
    with pytest.raises(Rejected, match="Group 1 ") as caught:
        read_code("U" + CODE[1:])
    assert caught.value.problems[0].field == "code"
