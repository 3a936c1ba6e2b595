"""`override` for what the first window needs.

Loading all of `typing_extensions` for one mark takes a twentieth of the time to that window; what
is loaded later may take it from there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing_extensions import override as override
else:

    def override(method: Any) -> Any:
        """Mark a method that takes the place of Qt's own."""
        return method
