from __future__ import annotations

import pytest

from app.domain.flag_choice import NextStep
from app.domain.language import use_language
from tests.ui.conftest import Show
from ui.common.button import Size
from ui.flag.flag_fields import StepField

IN_THE_ROOM = 583  # px beside the captions of a flag, on a screen of 1366
GAP = 6


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("step", NextStep)
def test_the_next_steps_fit_on_one_line_whichever_is_chosen(
    show: Show, step: NextStep, language: str
) -> None:
    use_language(language)
    field = StepField(Size.STANDARD)
    show(field)
    field.set_value(step.value)
    widths = [chip.sizeHint().width() for chip in field.chips()]
    assert sum(widths) + GAP * (len(widths) - 1) <= IN_THE_ROOM
