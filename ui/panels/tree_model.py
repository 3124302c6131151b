"""The indicator tree as rows and cells: what stands in each column, what can be typed, what is marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt

from models.checks import Problem
from models.evaluation import Node, Role
from models.fields import Field
from models.schema import SCHEMA
from services import pinyin
from services.workspace import Change
from ui.context import Context
from ui.grid.columns import Cell
from ui.grid.editing import Index
from ui.grid.lines import GRAVITY
from ui.grid.typed import typed_form
from ui.panels.four_lines import paragraph
from ui.panels.tree_cells import (
    bar_cell,
    has_loss,
    is_open,
    loses,
    measure_words,
    score_cell,
    shown_points,
    tree_columns,
    tried_score,
    typed_field,
)
from ui.words import calculated, listed, told, worded_parts


@dataclass(slots=True)
class Entry:
    """One line of the tree; its cells are prepared when first painted."""

    node: Node
    parent: int
    at: int
    children: list[int] = field(default_factory=list)
    cells: list[Cell] | None = None


class TreeModel(QAbstractItemModel):
    """Follows the workspace: one reset when lines come or go, dataChanged when only cells change."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.columns = tree_columns()
        self.entries: list[Entry] = []
        self.roots: list[int] = []
        self.heaviest: dict[int, Decimal] = {}
        self.locked: set[str] = set()
        self._filter, self._only_lost = "", False
        self._marks: dict[tuple[str, str], list[Problem]] = {}
        self._load()
        context.changed.connect(self._on_change)

    # Lines

    def _load(self) -> None:
        self.entries, self.heaviest = [], {}
        self._read_marks()
        kept = self._kept(self.context.evaluation.roots)
        self.roots = [self._add(root, -1, at) for at, root in enumerate(kept)]
        for entry in self.entries:
            level, weight = entry.node.level, entry.node.weight or Decimal(0)
            self.heaviest[level] = max(self.heaviest.get(level, weight), weight)

    def _read_marks(self) -> None:
        self._marks = {}
        for problem in self.context.problems:
            if problem.place.table == "indicator":
                self._marks.setdefault((problem.place.row, problem.place.field), []).append(problem)

    def _add(self, node: Node, parent: int, at: int) -> int:
        number = len(self.entries)
        entry = Entry(node, parent, at)
        self.entries.append(entry)
        kept = self._kept(node.children)
        entry.children = [self._add(child, number, place) for place, child in enumerate(kept)]
        return number

    def _kept(self, nodes: Sequence[Node]) -> list[Node]:
        return [node for node in nodes if self._is_kept(node)]

    def _is_kept(self, node: Node) -> bool:
        if self._only_lost and node.role is not Role.POINT and not loses(node):
            return False
        return not self._filter or self._has_words(node) or any(map(self._is_kept, node.children))

    def _has_words(self, node: Node) -> bool:
        above = self.context.records.get("indicator", node.row["parent"])
        words = [
            node.value_text,
            *(row[name] for row in (node.row, above) if row for name in ("code", "name")),
        ]
        return any(word and pinyin.found(self._filter, word) is not None for word in words)

    def _on_change(self, change: Change) -> None:
        before = [(entry.node.id, entry.parent) for entry in self.entries]
        old = self.entries, self.roots, self.heaviest
        self._load()
        if [(entry.node.id, entry.parent) for entry in self.entries] != before:
            fresh = self.entries, self.roots, self.heaviest
            self.entries, self.roots, self.heaviest = old
            self.beginResetModel()
            self.entries, self.roots, self.heaviest = fresh
            self.endResetModel()
            return
        last = len(self.columns) - 1
        for parent in (-1, *range(len(self.entries))):
            if rows := self._under(parent):
                above = self._index_of(parent)
                self.dataChanged.emit(self.index(0, 0, above), self.index(len(rows) - 1, last, above))

    def _under(self, number: int) -> list[int]:
        return self.roots if number < 0 else self.entries[number].children

    def _index_of(self, number: int, column: int = 0) -> QModelIndex:
        if number < 0:
            return QModelIndex()
        return self.createIndex(self.entries[number].at, column, number + 1)

    def set_filter(self, text: str) -> None:
        """Show only indicators with this text, and what is above them."""
        self._filter = text.strip().lower()
        self._reload()

    def show_only_lost(self, only: bool) -> None:
        """Show only indicators that lose points or have no score yet."""
        self._only_lost = only
        self._reload()

    @property
    def is_filtered(self) -> bool:
        """Whether some lines may be hidden."""
        return bool(self._filter) or self._only_lost

    def _reload(self) -> None:
        self.beginResetModel()
        self._load()
        self.endResetModel()

    def entry(self, index: Index) -> Entry:
        """The line behind an index."""
        return self.entries[index.internalId() - 1]

    def index_of(self, row_id: str, column: int = 0) -> QModelIndex:
        """The index of an indicator's cell; invalid when it is not shown."""
        number = next((at for at, entry in enumerate(self.entries) if entry.node.id == row_id), -1)
        return self._index_of(number, column)

    # Cells

    def cell(self, index: Index) -> Cell:
        """What stands in a cell."""
        entry = self.entry(index)
        if entry.cells is None:
            entry.cells = [self._cell(entry.node, column.key) for column in self.columns]
        return entry.cells[index.column()]

    def _cell(self, node: Node, key: str) -> Cell:
        match key:
            case "name":
                return Cell(str(node.row["name"] or self.tr("未命名")))
            case "weight":
                return Cell(shown_points(node.weight), node.weight)
            case "measure":
                return Cell(measure_words(node), tone="muted")
            case "value":
                shown = worded_parts(told(node.value_text))
                return Cell(shown or self.tr("未评") if is_open(node) else shown)
            case "score":
                return self._tried(node) or score_cell(node)
            case "bar":
                return bar_cell(node)
            case "lost":
                tone = "error" if node.role is Role.LEAF else "muted"
                return Cell(shown_points(-node.lost) if has_loss(node) else "", node.lost, tone)
            case "findings":
                return self._findings(node)
        links = self.context.records.of("evidence_link", "on_row", node.id)
        found = [link for link in links if link["on_table"] == "indicator"]
        return Cell(str(len(found)) if found else "", len(found), "muted")

    def _tried(self, node: Node) -> Cell | None:
        trial = self.context.trial
        return None if trial is None else tried_score(node, trial.base.evaluation.index.get(node.id))

    @property
    def shows_two_scores(self) -> bool:
        """Whether a score stands beside another one: adjusted, or other than in the file."""
        nodes = [entry.node for entry in self.entries]
        return any(node.adjusted or self._tried(node) is not None for node in nodes)

    def _findings(self, node: Node) -> Cell:
        if node.role is not Role.LEAF:
            return Cell()
        records = self.context.records
        deductions = records.of("deduction", "indicator", node.id)
        found = [records.get("finding", row["finding"]) for row in deductions]
        codes = [str(row["code"] or "※") for row in found if row is not None]
        if codes:
            return Cell(listed(dict.fromkeys(codes)), tone="link")
        return Cell(self.tr("未关联"), tone="doubt") if has_loss(node) else Cell()

    def is_computed(self, index: Index) -> bool:
        """Whether the program computes what stands here, so that the cell is tinted."""
        key = self.columns[index.column()].key
        if key in ("score", "lost"):
            return True
        return key in ("weight", "value") and self.field(index) is None and bool(self.cell(index).text)

    def field(self, index: Index) -> Field | None:
        """The field that is typed in a cell; None where nothing can be typed."""
        node, key = self.entry(index).node, self.columns[index.column()].key
        name = typed_field(node, key)
        return SCHEMA["indicator"].field(name) if name else None

    def can_edit(self, index: Index) -> bool:
        """Whether a person may type here."""
        return (
            index.isValid() and not self.context.workspace.project.read_only and self.field(index) is not None
        )

    def edit_text(self, index: Index) -> str:
        """What the editor starts with."""
        declared = self.field(index)
        if declared is None:
            return ""
        return typed_form(declared, self.entry(index).node.row[declared.name], self.context.records)

    def problems_at(self, index: Index) -> Sequence[Problem]:
        """The problems that are marked in a cell, gravest first."""
        row_id = self.entry(index).node.id
        names = self.columns[index.column()].marks
        found = [each for name in names for each in self._marks.get((row_id, name), ()) if not each.settled]
        return sorted(found, key=lambda each: GRAVITY[each.severity])

    # Qt's questions

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """The index of a place."""
        under = self._under(parent.internalId() - 1 if parent.isValid() else -1)
        if not (0 <= row < len(under) and 0 <= column < len(self.columns)):
            return QModelIndex()
        return self.createIndex(row, column, under[row] + 1)

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        """The line above."""
        return self._index_of(self.entry(index).parent) if index.isValid() else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Lines under a line."""
        if parent.isValid() and parent.column() > 0:
            return 0
        return len(self._under(parent.internalId() - 1 if parent.isValid() else -1))

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Columns."""
        return len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, tip and spoken text of a cell; the delegate asks the model itself for the rest."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cell(index).text
        if role == Qt.ItemDataRole.EditRole:
            return self.edit_text(index)
        if role == Qt.ItemDataRole.ToolTipRole:
            tips = [told(each.message) for each in self.problems_at(index)]
            return "\n".join(tips) or self._tip(index)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            locked = self.tr("已锁定") if self.shows_lock(index) else ""
            return f"{self.columns[index.column()].title} {self.cell(index).text} {locked}".strip()
        return None

    def shows_lock(self, index: Index) -> bool:
        """Whether the cell is a weight that spreading leaves alone."""
        return self.columns[index.column()].key == "weight" and self.entry(index).node.id in self.locked

    def _tip(self, index: Index) -> str:
        node, key = self.entry(index).node, self.columns[index.column()].key
        if self.shows_lock(index):
            return self.tr("分值已锁定，分摊差额时不变　Ctrl+L")
        if key in ("value", "score", "bar"):
            return calculated(node.reason) or paragraph(node.explanation)
        return self.cell(index).text

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Column titles."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.columns[section].align | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Everything can be selected; what is typed can be edited."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if self.can_edit(index) else flags
