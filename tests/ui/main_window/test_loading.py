"""What the rooms need is brought in once, and stays."""

from __future__ import annotations

import gc

from ui.main_window import loading


def test_the_clean_up_of_memory_passes_over_what_was_loaded() -> None:
    gc.unfreeze()
    loading._keep_what_is_loaded.cache_clear()
    loading.load()
    assert gc.get_freeze_count() > 0
