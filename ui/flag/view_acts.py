"""What can be done with views of the flags: the dialogs, and the removal that can be undone."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.domain.flag_view import ViewDraft
from app.domain.language import _
from app.domain.words import quoted
from ui.common.desk import Desk
from ui.flag.filter_bar import FilterBar
from ui.flag.view_dialog import ViewDialog


class ViewActs:
    """Does what the filter bar asks for; `page` is what dialogs open over."""

    def __init__(self, desk: Desk, filters: FilterBar, page: QWidget) -> None:
        self._desk, self._filters, self._page = desk, filters, page
        self._views = desk.services.flag_view
        filters.keep_requested.connect(self._on_keep)
        filters.rename_requested.connect(self._on_rename)
        filters.remove_requested.connect(self._on_remove)

    def _on_keep(self) -> None:
        shows, add = self._filters.asked(), self._views.add_view
        ViewDialog(_("Save as a view"), "", lambda draft: add(draft, shows), self._page).open()

    def _on_rename(self, name: str) -> None:
        rename = self._views.rename_view
        ViewDialog(_("Rename the view"), name, lambda draft: rename(name, draft), self._page).open()

    def _on_remove(self, name: str) -> None:
        shows = self._filters.asked()
        self._views.remove_view(name)
        self._desk.message.say(
            _("The view {name} is removed.").format(name=quoted(name)),
            undo=lambda: self._views.add_view(ViewDraft(name=name), shows),
        )
