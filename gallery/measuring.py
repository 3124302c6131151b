"""What is wrong with a page as it lies on the screen: cut texts, overlaps, what stands over an edge, no name.

Only what Qt knows is measured; what a delegate or a widget of our own paints is left to the eye.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QHeaderView,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QStackedLayout,
    QStyle,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QTabBar,
    QToolButton,
    QWidget,
)

from ui.window import MINIMUM

SLACK = 1
"""Pixels by which rounding may be out."""
MOST = 1000
CLEARS, ICON = "_q_qlineeditclearaction", 22
"""The button that empties a line, gone where it is empty; the room of an icon in a line."""
TAB_FOCUS = Qt.FocusPolicy.TabFocus


def faults(root: QWidget) -> list[str]:
    """Everything that is wrong in a window, a sentence each."""
    return [*cut_texts(root), *overlaps(root), *over_edges(root), *nameless(root), *too_large(root)]


def described(widget: QWidget) -> str:
    """Where a widget stands, from inside out."""
    names = [type(one).__name__ for one in ancestors(widget)]
    return " in ".join(names[:5])


def ancestors(widget: QWidget) -> Iterator[QWidget]:
    """The widget and what it stands in, up to the window."""
    at: QWidget | None = widget
    while at is not None:
        yield at
        at = at.parentWidget()


def on_screen(root: QWidget) -> list[QWidget]:
    """What of a window is visible and inside what scrolls."""
    return [each for each in root.findChildren(QWidget) if each.window() is root and each.isVisible()]


# Texts


def cut_texts(root: QWidget) -> list[str]:
    """Texts for which there is no room and which no tip tells whole."""
    found = []
    for each in on_screen(root):
        found += [f"cut: {described(each)} “{text}” lacks {lack}" for text, lack in _lacks(each)]
    return found


def _lacks(widget: QWidget) -> Iterator[tuple[str, int]]:
    lacks: list[tuple[str, float]] = []
    if isinstance(widget, QLabel):
        lacks = _label(widget)
    elif isinstance(widget, QToolButton | QPushButton | QCheckBox | QRadioButton):
        lacks = _button(widget)
    elif isinstance(widget, QTabBar):
        lacks = _tabs(widget)
    elif isinstance(widget, QHeaderView):
        lacks = _titles(widget)
    elif isinstance(widget, QComboBox):
        lacks = _choice(widget)
    elif isinstance(widget, QLineEdit):
        lacks = _line(widget)
    for text, lack in lacks:
        if lack > SLACK and not _is_told(widget, text):
            yield text, round(lack)


def _is_told(widget: QWidget, text: str) -> bool:
    """Whether the tip has the whole text; a word that fell away leaves an icon with a tip."""
    return bool(text) and text.rstrip("… ") in widget.toolTip()


def _label(label: QLabel) -> list[tuple[str, float]]:
    text = label.text()
    if not text or type(label) is not QLabel:
        return []
    if label.wordWrap():
        return [(_plain(text), label.heightForWidth(label.width()) - label.height())]
    wanted = label.sizeHint()
    if label.maximumWidth() < wanted.width():
        return [(_plain(text), wanted.width() - label.width())]
    return [(_plain(text), max(wanted.width() - label.width(), wanted.height() - label.height()))]


def _plain(text: str) -> str:
    document = QTextDocument()
    document.setHtml(text)
    return document.toPlainText() if "<" in text else text


def _button(button: QAbstractButton) -> list[tuple[str, float]]:
    text = button.text().replace("&", "")
    if not text:
        return []
    wanted = float(button.fontMetrics().horizontalAdvance(text))
    with_icon = not button.icon().isNull()
    if isinstance(button, QToolButton):
        style = button.toolButtonStyle()
        if style == Qt.ToolButtonStyle.ToolButtonIconOnly and with_icon:
            return []
        room: float = button.sizeHint().width()
        return [(text, room - button.width())]
    option = QStyleOptionButton()
    option.initFrom(button)
    kinds = {
        QCheckBox: QStyle.SubElement.SE_CheckBoxContents,
        QRadioButton: QStyle.SubElement.SE_RadioButtonContents,
    }
    element = next(
        (e for kind, e in kinds.items() if isinstance(button, kind)), QStyle.SubElement.SE_PushButtonContents
    )
    room = button.style().subElementRect(element, option, button).width()
    return [(text, wanted + (button.iconSize().width() + 4 if with_icon else 0) - room)]


def _tabs(bar: QTabBar) -> list[tuple[str, float]]:
    if not bar.count():
        return []
    last = bar.tabRect(bar.count() - 1)
    return [(f"{bar.tabText(bar.count() - 1)} (last tab)", last.right() - bar.width())]


def _titles(header: QHeaderView) -> list[tuple[str, float]]:
    if header.orientation() == Qt.Orientation.Vertical:
        return []
    found = []
    metrics = header.fontMetrics()
    for at in range(header.count()):
        if header.isSectionHidden(at):
            continue
        text = str(header.model().headerData(at, header.orientation()) or "")
        room = header.sectionSize(at) - 12
        widest = _widest_line(text, metrics.horizontalAdvance, room, header.height() // metrics.height())
        if widest > room and not _section_tip(header, at):
            found.append((text, widest - room))
    return found


def _widest_line(text: str, width: object, room: float, lines: int) -> float:
    """The widest of the lines into which a title can be broken."""
    assert callable(width)
    if width(text) <= room or lines < 2:
        return float(width(text))
    words = text.split(" ")
    if len(words) == 1:
        return float(width(text)) / min(lines, 2)
    broken = (max(width(" ".join(words[:at])), width(" ".join(words[at:]))) for at in range(1, len(words)))
    return float(min(broken))


def _section_tip(header: QHeaderView, at: int) -> bool:
    tip = header.model().headerData(at, header.orientation(), Qt.ItemDataRole.ToolTipRole)
    return bool(tip)


def _choice(combo: QComboBox) -> list[tuple[str, float]]:
    option = QStyleOptionComboBox()
    option.initFrom(combo)
    option.editable = combo.isEditable()
    field = QStyle.SubControl.SC_ComboBoxEditField
    room = combo.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, combo).width()
    text = combo.currentText() or combo.placeholderText()
    return [(text, combo.fontMetrics().horizontalAdvance(text) - room)] if text else []


def _line(line: QLineEdit) -> list[tuple[str, float]]:
    text = line.text() if line.isReadOnly() else "" if line.text() else line.placeholderText()
    if not text or isinstance(line.parentWidget(), QComboBox):
        return []
    margins = line.textMargins()
    option = QStyleOptionButton()
    option.initFrom(line)
    room = line.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, line).width()
    room -= margins.left() + margins.right() + 4
    shown = (each for each in line.findChildren(QToolButton) if each.isVisible())
    icons = sum(each.defaultAction() is None or each.defaultAction().objectName() != CLEARS for each in shown)
    return [(text, line.fontMetrics().horizontalAdvance(text) - room + ICON * icons)]


# Places


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    """The visible widgets of a layout and of those inside it.

    The layout is not asked for its items: PySide would take what comes to lie in their place for them later.
    """
    owner = layout.parentWidget()
    own = owner.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly) if owner else []
    yield from (each for each in own if each.isVisible() and layout.indexOf(each) >= 0)
    for inner in layout.children():
        if isinstance(inner, QLayout):
            yield from _laid_out(inner)


def _layouts(root: QWidget) -> Iterator[tuple[QWidget, list[QWidget]]]:
    for each in (root, *on_screen(root)):
        layout = each.layout()
        if layout is not None and not isinstance(layout, QStackedLayout):
            yield each, list(_laid_out(layout))


def overlaps(root: QWidget) -> list[str]:
    """Neighbours that lie on each other."""
    found = []
    for _, parts in _layouts(root):
        for one, other in combinations(parts, 2):
            both = one.geometry().intersected(other.geometry())
            if one.parentWidget() is other.parentWidget() and both.width() > SLACK and both.height() > SLACK:
                found.append(
                    f"overlap: {described(one)} and {type(other).__name__} by {both.width()}×{both.height()}"
                )
    return found


def over_edges(root: QWidget) -> list[str]:
    """What stands over the edge of what it is in, or is wider than what shows it."""
    found = []
    for parent, parts in _layouts(root):
        for each in parts:
            if each.parentWidget() is parent and each.width() and each.height():
                beyond = _beyond(parent.rect(), each.geometry())
                if beyond > SLACK:
                    found.append(f"edge: {described(each)} by {beyond}")
    for area in root.findChildren(QScrollArea):
        inside = area.widget()
        hidden = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if inside is not None and area.isVisible() and area.horizontalScrollBarPolicy() == hidden:
            beyond = inside.width() - area.viewport().width()
            if beyond > SLACK:
                found.append(f"edge: {described(inside)} wider by {beyond}")
    return found


def _beyond(outer: QRect, inner: QRect) -> int:
    return max(
        outer.left() - inner.left(), outer.top() - inner.top(),
        inner.right() - outer.right(), inner.bottom() - outer.bottom(),
    )  # fmt: skip


def too_large(root: QWidget) -> list[str]:
    """That a dialog is larger than the screen, which has at least the size of the smallest window."""
    room = root.screen().availableSize().expandedTo(QSize(*MINIMUM))
    over = root.size() - root.size().boundedTo(room)
    is_dialog = isinstance(root, QDialog) and not over.isNull()
    return [f"screen: {described(root)} by {over.width()}×{over.height()}"] if is_dialog else []


# Focus


def stops(root: QWidget) -> list[QWidget]:
    """What Tab should come to: every enabled control on the screen that can take the focus."""
    return [
        each
        for each in on_screen(root)
        if each.isEnabled() and each.focusPolicy() & TAB_FOCUS and each.focusProxy() is None
    ]


def told(widget: QWidget) -> str:
    """The name that a screen reader says."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return str(interface.text(QAccessible.Text.Name)).strip() if interface is not None else ""


def nameless(root: QWidget) -> list[str]:
    """Controls of which a screen reader cannot say what they are."""
    return [f"no name: {described(each)}" for each in stops(root) if not told(each)]


def walked(start: QWidget) -> list[QWidget]:
    """The controls in the order in which Tab comes to them."""
    start.setFocus(Qt.FocusReason.TabFocusReason)
    found: list[QWidget] = []
    for _ in range(MOST):
        now = QApplication.focusWidget()
        if now is None or now in found:
            break
        found.append(now)
        QWidget.focusNextPrevChild(now, True)
    return found


def unreached(root: QWidget, start: QWidget) -> list[str]:
    """Controls to which Tab does not come."""
    found = set(walked(start))
    return [described(each) for each in stops(root) if each not in found]


def _place(widget: QWidget) -> QRect:
    return QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())


def against_reading(root: QWidget, start: QWidget) -> list[str]:
    """Pairs of neighbours in one pane where Tab goes up although both stand in the same column."""
    order = [each for each in walked(start) if each in stops(root)]
    found = []
    for before, after in zip(order, order[1:], strict=False):
        one, other = _place(before), _place(after)
        same_column = one.left() < other.right() and other.left() < one.right()
        if before.parentWidget() is after.parentWidget() and same_column and other.bottom() <= one.top():
            found.append(f"{described(before)} “{told(before)}” → “{told(after)}”")
    return found
