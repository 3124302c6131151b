"""What the program is, which files it was delivered with, and what it is made of."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QPushButton, QTextEdit, QWidget

from services.installation import Delivery, delivery
from services.resources import resource
from services.version import PROGRAM_VERSION
from ui.dialogs import Frame
from ui.look import Look
from ui.words import listed, sayings


class AboutDialog(Frame):
    """Version and checksum, what has changed, and the licences of everything that comes with the program."""

    def __init__(
        self, look: Look, parent: QWidget | None = None, *, delivered: Delivery | None = None
    ) -> None:
        super().__init__(look, "", parent=parent)
        self._delivered = delivered or delivery()
        self.setWindowTitle(self.tr("关于绩衡"))
        title = QLabel(self.tr("绩衡 {0}").format(PROGRAM_VERSION), self)
        title.setProperty("role", "title")
        self.body.addWidget(title)
        words = self.tr(
            "专项资金绩效评价工作台。绩衡自身的代码按 MIT 许可发布；界面使用 Qt {0}（LGPL-3.0），其库是"
            "单独的文件，可以替换，源代码的出处见“Qt README”。以下是更新记录和各项组件的许可原文。"
        )
        about = QLabel(words.format(QLibraryInfo.version().toString()), self)
        about.setWordWrap(True)
        self.body.addWidget(about)
        self._add_files()
        self._add_papers()
        self.open_at_size(820, 560)

    def _add_files(self) -> None:
        """The line about the program's files, with a button that compares them; from sources only a word."""
        row = QHBoxLayout()
        self.files = QLabel(self.tr("从源代码运行，没有随附的校验和。"), self)
        self.files.setWordWrap(True)
        self.files.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(self.files, 1)
        if self._delivered is not None:
            count, checksum = len(self._delivered.sums), self._delivered.checksum
            self.files.setText(self.tr("程序文件 {0} 个，清单校验和（SHA-256）：{1}").format(count, checksum))
            self.compare = QPushButton(self.tr("核对程序文件"), self)
            self.compare.setAutoDefault(False)
            self.compare.clicked.connect(self._compare)
            row.addWidget(self.compare)
        self.body.addLayout(row)

    def _compare(self) -> None:
        assert self._delivered is not None
        self.files.setText(files_sentence(self._delivered))

    def _add_papers(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(self.look.px(12))
        self.names = QListWidget(self)
        self.names.setFixedWidth(self.look.px(200))
        self.names.setAccessibleName(self.tr("组件"))
        self.text = QTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("原文"))
        self._papers = papers()
        self.names.addItems(list(self._papers))
        self.names.currentTextChanged.connect(self._show)
        row.addWidget(self.names)
        row.addWidget(self.text, 1)
        self.body.addLayout(row, 1)
        self.names.setCurrentRow(0)

    def _show(self, name: str) -> None:
        path = self._papers[name]
        words = path.read_text("utf-8", errors="replace")
        if path.suffix == ".md":
            self.text.setMarkdown(words)
        else:
            self.text.setPlainText(words)


def files_sentence(delivered: Delivery) -> str:
    """Whether the program's files are as delivered; exchanged libraries of Qt are named, not blamed."""
    missing, changed = delivered.missing(), delivered.changed()
    if not missing and not changed:
        return _tr("{0} 个程序文件与发布时一致。").format(len(delivered.sums))
    parts = [_tr("缺少 {0} 个：{1}").format(len(missing), listed(missing[:3]))] if missing else []
    parts += [_tr("与发布时不同 {0} 个：{1}").format(len(changed), listed(changed[:3]))] if changed else []
    return _tr("{0}。若不是自己替换的，请重新安装。").format(sayings(parts))


def papers() -> dict[str, Path]:
    """The change log and the licence texts that come with the program, by the name of what they are about."""
    kept = resource("licences")
    top = kept.parent.parent
    found = {_tr("更新记录"): top / "CHANGELOG.md", _tr("绩衡"): top / "LICENSE"}
    found |= {_tr("全部组件"): kept / "README.md"}
    found |= {f"Qt {path.stem}": path for path in sorted(kept.glob("qt/*.*"))}
    for folder in ("python", "system"):
        found |= {path.stem: path for path in sorted(kept.glob(f"{folder}/*.txt"))}
    found |= {path.stem.removeprefix("OFL-"): path for path in sorted(resource("fonts").glob("OFL-*.txt"))}
    found["Lucide"] = resource("icons", "LICENSE")
    return {name: path for name, path in found.items() if path.is_file()}


def _tr(text: str) -> str:
    return QCoreApplication.translate("AboutDialog", text)
