"""What comes up while one works: editors, lists, bars, strips, notices, menus."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from gallery.pages import chapter, detail, indicator, open_side, page, records, turn
from gallery.stage import Scene, calm
from ui.actions import MENUS
from ui.faults import LastResort
from ui.window import MainWindow

Key = Qt.Key
PAUSE = 400


def after(scene: Scene) -> Any:
    """Go on from another scene: what is written is done after it, and taken back before it."""

    def given(doing: Any) -> Scene:
        def whole(window: MainWindow) -> Iterator[None]:
            before = scene(window)
            next(before)
            calm(window)
            yield from doing(window)
            for _ in before:
                pass

        return whole

    return given


def _edited(name: str, text: str = "") -> Scene:
    """A cell of the contracts with its editor open."""

    def scene(window: MainWindow) -> Iterator[None]:
        tab = turn(window, "contracts")
        open_side(tab)
        grid = tab.grid
        row = records(window).live("contract")[3]["id"]
        if name == "paid_on":
            tab.detail.show_page("payment")
            grid = tab.detail.grids["payment"]
            row = grid.model.lines[0].key
        grid.view.setFocus()
        grid.select(row, name)
        QTest.keyClick(grid.view, Key.Key_F2)
        if text:
            editor = QApplication.focusWidget()
            assert editor is not None
            editor.selectAll()  # type: ignore[attr-defined]
            QTest.keyClicks(editor, text)
            QTest.keyClick(editor, Key.Key_Return)
        elif name in ("procurement", "fund", "vendor"):
            QTest.keyClick(QApplication.focusWidget(), Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        yield
        QTest.keyClick(QApplication.focusWidget() or grid.view, Key.Key_Escape)
        QTest.keyClick(QApplication.focusWidget() or grid.view, Key.Key_Escape)
        grid.strip.hide()

    return scene


@after(page("contracts"))
def _filtered(window: MainWindow) -> Iterator[None]:
    field = turn(window, "contracts").filter_field
    field.setText("没有这样的合同")
    QTest.qWait(PAUSE)
    yield
    field.clear()


@after(page("contracts"))
def _replacing(window: MainWindow) -> Iterator[None]:
    panel = turn(window, "contracts").grid.replacing
    panel.open()
    panel.find.setText("运维")
    panel.instead.setText("运行维护")
    yield
    panel.put_away()


def _menu(window: MainWindow, make: Any) -> Iterator[None]:
    grid = turn(window, "contracts").grid
    menu: QMenu = make(grid)
    menu.popup(grid.view.viewport().mapToGlobal(QPoint(80, 60)))
    yield
    menu.close()


@after(page("contracts"))
def _column_menu(window: MainWindow) -> Iterator[None]:
    yield from _menu(window, lambda grid: grid.column_menu(grid))


@after(page("contracts"))
def _title_menu(window: MainWindow) -> Iterator[None]:
    yield from _menu(window, lambda grid: grid.title_menu(2))


@after(page("contracts"))
def _cell_menu(window: MainWindow) -> Iterator[None]:
    yield from _menu(window, lambda grid: grid.menu())


@after(page("contracts"))
def _filter_popup(window: MainWindow) -> Iterator[None]:
    grid = turn(window, "contracts").grid
    at = [column.name for column in grid.model.columns].index("amount")
    grid.ask_filter(at)
    yield
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()


@after(page("indicators"))
def _trying(window: MainWindow) -> Iterator[None]:
    context = window.context
    assert context is not None
    context.begin_trial()
    row = records(window).find("indicator", "B22")[0]
    context.typed("indicator", str(row["id"]), "weight", "2")
    yield
    context.drop_trial()


@after(page("indicators"))
def _sensitivity(window: MainWindow) -> Iterator[None]:
    tab = turn(window, "indicators")
    tab._toggle_sensitivity()
    QTest.qWait(PAUSE)
    yield
    tab._toggle_sensitivity()


@after(page("indicators"))
def _weights(window: MainWindow) -> Iterator[None]:
    context = window.context
    assert context is not None
    context.typed("indicator", str(records(window).find("indicator", "B11")[0]["id"]), "weight", "6")
    yield
    context.workspace.undo()


@after(indicator("why"))
def _adjusting(window: MainWindow) -> Iterator[None]:
    panel = turn(window, "indicators").panel
    panel.ask_adjustment()
    yield
    panel.adjust.hide()
    panel.adjust.show_row(panel.row_id)


def _formula(text: str) -> Scene:
    @after(indicator("measure"))
    def scene(window: MainWindow) -> Iterator[None]:
        editor = turn(window, "indicators").panel.measure.formula
        editor.field.setFocus()
        editor.field.selectAll()
        editor.field.insertPlainText(text)
        calm(window)
        yield
        editor.give_up()

    return scene  # type: ignore[no-any-return]


@after(chapter("findings"))
def _chip(window: MainWindow) -> Iterator[None]:
    editor = turn(window, "report").pane.editor
    editor.setFocus()
    editor.show_position(next(iter(editor.live.chips())).end)
    yield


@after(chapter("findings"))
def _insert(window: MainWindow) -> Iterator[None]:
    pane = turn(window, "report").pane
    pane.editor.setFocus()
    pane.ask_action.trigger()
    yield
    pane.editor.proposals.hide()


@after(chapter("findings"))
def _rewritten(window: MainWindow) -> Iterator[None]:
    pane = turn(window, "report").pane
    assert window.context is not None
    pane.door.write_text(pane.chapter, "（一）另写的标题\n改写过的正文{已支付}，{没有这个数}。")
    calm(window)
    pane.review("differences")
    yield
    pane.show_text()
    window.context.workspace.undo()


@after(chapter("findings"))
def _preview_find(window: MainWindow) -> Iterator[None]:
    pane = turn(window, "report").preview_pane
    pane.find_button.setChecked(True)
    yield
    pane.find_button.setChecked(False)


def _find(words: str) -> Scene:
    def scene(window: MainWindow) -> Iterator[None]:
        turn(window, "overview")
        field = window.corner.find
        field.setFocus()
        field.setText(words)
        field.textEdited.emit(words)
        QTest.qWait(2 * PAUSE)
        yield
        QTest.keyClick(field, Key.Key_Escape)

    return scene


def _fault(window: MainWindow) -> Iterator[None]:
    turn(window, "funds")
    LastResort(window.look, window)._complain()
    yield
    window.forgive()


def _toast(window: MainWindow) -> Iterator[None]:
    turn(window, "contracts")
    window.toast("已粘贴 42 行付款", "撤销", lambda: None)
    yield
    window.toasts.put_away()


def _tour(step: int) -> Scene:
    def scene(window: MainWindow) -> Iterator[None]:
        window.commands.begin_tour()
        tour = window.commands.tour
        assert tour.panel is not None
        for _ in range(step):
            tour.panel.next.click()
        tour.show_way()
        yield
        tour.end()
        window.toasts.put_away()

    return scene


def _menu_of(at: int) -> Scene:
    def scene(window: MainWindow) -> Iterator[None]:
        turn(window, "overview")
        bar = window.menuBar()
        action = bar.actions()[at]
        menu = action.menu()
        assert isinstance(menu, QMenu)
        window.menu_actions.draw_icons()
        menu.popup(bar.mapToGlobal(bar.actionGeometry(action).bottomLeft()))
        yield
        menu.close()

    return scene


def _evidence(window: MainWindow) -> Iterator[None]:
    before = detail("contracts", "evidence")(window)
    next(before)
    tab = turn(window, "contracts")
    open_side(tab)
    tab.ask_evidence()
    yield
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()


DOINGS: Mapping[str, Scene] = {
    "editing-date": _edited("paid_on"),
    "editing-reference": _edited("vendor"),
    "editing-amount": _edited("amount"),
    "editing-refused": _edited("amount", "5,63.4x"),
    "filter-without-hits": _filtered,
    "replace-bar": _replacing,
    "column-menu": _column_menu,
    "title-menu": _title_menu,
    "cell-menu": _cell_menu,
    "filter-popup": _filter_popup,
    "what-if": _trying,
    "sensitivity": _sensitivity,
    "weights-off": _weights,
    "adjusting": _adjusting,
    "formula-proposals": _formula("已支"),
    "formula-mistake": _formula("已支付 / 没有"),
    "report-number": _chip,
    "report-insert": _insert,
    "report-differences": _rewritten,
    "report-find": _preview_find,
    "find": _find("运维"),
    "find-nothing": _find("没有这样的词"),
    "fault": _fault,
    "toast": _toast,
    "evidence-offer": _evidence,
    **{f"menu-{at + 1}": _menu_of(at) for at in range(len(MENUS))},
}

TOURS: Mapping[str, Scene] = {"tour-1": _tour(0), "tour-4": _tour(3), "tour-10": _tour(9)}
"""They open a project of their own, so they come last."""
