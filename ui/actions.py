"""One table of all actions: words, keys, tip and picture; menus, tool tips and the key list use it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from ui.language import LANGUAGES
from ui.look import Look
from ui.words import listed

NOTHING, PROJECT, WRITING = "", "project", "writing"


@dataclass(frozen=True, slots=True)
class Spec:
    """One action. `needs` says when it can be used: always, with a project, or with one that can be changed.

    `group` names the choice it belongs to (the word before the dot of its name), `keys` may name several.
    """

    name: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    tip: str = ""
    needs: str = NOTHING
    group: str = ""


def _t(text: str) -> str:
    return QCoreApplication.translate("Actions", text)


def _tip(spec: Spec) -> str:
    tip = _t(spec.tip) if spec.tip else _t(spec.text)
    return f"{tip}　{spec.keys[0]}" if spec.keys else tip


def _choice(group: str, value: str, text: str, keys: tuple[str, ...] = (), needs: str = NOTHING) -> Spec:
    return Spec(f"{group}.{value}", text, keys, group=group, needs=needs)


_N = QT_TRANSLATE_NOOP
ACTIONS: tuple[Spec, ...] = (
    Spec("new", _N("Actions", "新建项目…"), ("Ctrl+N",), "new", _N("Actions", "建立一个新的评价项目文件")),
    Spec("open", _N("Actions", "打开…"), ("Ctrl+O",), "open", _N("Actions", "打开已有的项目文件")),
    Spec("sample", _N("Actions", "打开样例…"), (), "standards", _N("Actions", "另存一份样例项目并打开")),
    Spec("backup", _N("Actions", "备份副本"), ("Ctrl+S",), "backup",
         _N("Actions", "每次修改都已存盘；这里另存一份带日期的副本"), WRITING),
    Spec("export-report", _N("Actions", "导出报告 PDF…"), ("Ctrl+E",), "report",
         _N("Actions", "按当前数据生成报告"), PROJECT),
    Spec("export-report-word", _N("Actions", "导出报告 Word…"), (), "report",
         _N("Actions", "同一份报告，可在 Word 或 WPS 里接着改"), PROJECT),
    Spec("export-report-public", _N("Actions", "导出公开版 PDF…"), (), "report",
         _N("Actions", "人名、电话、证件号和邮箱隐去的报告"), PROJECT),
    Spec("freeze-version", _N("Actions", "定稿…"), (), "frozen",
         _N("Actions", "把现在的报告连同数据存为一个版本"), WRITING),
    Spec("compare-versions", _N("Actions", "报告版本…"), (), "compare",
         _N("Actions", "列出已定稿的版本，比较两个版本，原样导出"), PROJECT),
    Spec("export-tables", _N("Actions", "导出表格 Excel…"), (), "export",
         _N("Actions", "全部数据表，改好后可再导入"), PROJECT),
    Spec("export-data", _N("Actions", "导出数据 JSON…"), (), "export",
         _N("Actions", "供其他软件读取"), PROJECT),
    Spec("export-forms", _N("Actions", "导出自评表 PDF…"), (), "report",
         _N("Actions", "每个资金项目一份项目支出绩效自评表"), PROJECT),
    Spec("export-forms-tables", _N("Actions", "导出自评表 Excel…"), (), "export",
         _N("Actions", "每个资金项目一份，合计带公式"), PROJECT),
    Spec("close", _N("Actions", "关闭项目"), ("Ctrl+W",), "close", _N("Actions", "回到开始页"), PROJECT),
    Spec("quit", _N("Actions", "退出"), ("Ctrl+Q",), "", _N("Actions", "所有修改都已存盘")),
    Spec("undo", _N("Actions", "撤销"), ("Ctrl+Z",), "undo", _N("Actions", "撤销最近一次修改"), WRITING),
    Spec("redo", _N("Actions", "重做"), ("Ctrl+Y", "Ctrl+Shift+Z"), "redo",
         _N("Actions", "重做刚撤销的修改"), WRITING),
    Spec("find", _N("Actions", "查找"), ("Ctrl+F",), "find",
         _N("Actions", "查找文字、数字、日期，也可用拼音首字母"), PROJECT),
    Spec("history", _N("Actions", "修改历史"), ("Ctrl+Shift+H",), "history",
         _N("Actions", "谁在何时改了什么"), PROJECT),
    Spec("cell-history", _N("Actions", "此格的修改历史"), (), "history",
         _N("Actions", "谁在何时改过光标所在的格"), PROJECT),
    Spec("panel", _N("Actions", "右侧面板"), ("Ctrl+\\",), "panel",
         _N("Actions", "显示或收起右侧面板"), PROJECT),
    Spec("next-pane", _N("Actions", "下一个窗格"), ("F6",), "go",
         _N("Actions", "光标移到下一个窗格"), PROJECT),
    Spec("full-screen", _N("Actions", "全屏"), ("F11",), "", _N("Actions", "占满屏幕或恢复")),
    _choice("theme", "system", _N("Actions", "跟随系统")),
    _choice("theme", "light", _N("Actions", "浅色")),
    _choice("theme", "dark", _N("Actions", "深色")),
    _choice("theme", "contrast", _N("Actions", "高对比")),
    _choice("size", "小", _N("Actions", "小")),
    _choice("size", "标准", _N("Actions", "标准")),
    _choice("size", "大", _N("Actions", "大")),
    _choice("size", "特大", _N("Actions", "特大")),
    *(_choice("language", key, word) for key, word in LANGUAGES.items()),
    Spec("import", _N("Actions", "导入表格…"), ("Ctrl+Shift+I",), "import",
         _N("Actions", "从 Excel、CSV 或 Word 读入，先看清变化再导入"), WRITING),
    Spec("paste-table", _N("Actions", "粘贴为表格…"), ("Ctrl+Shift+V",), "paste",
         _N("Actions", "把剪贴板里的整张表读入：认出表头、单位和小计，看清再导入"), WRITING),
    Spec("project", _N("Actions", "项目信息"), (), "edited",
         _N("Actions", "标题、被评价单位、年度、阶段"), PROJECT),
    Spec("settings", _N("Actions", "项目设置"), (), "settings",
         _N("Actions", "等次界限、分母、标准值"), PROJECT),
    _choice("unit", "万元", _N("Actions", "万元"), needs=WRITING),
    _choice("unit", "元", _N("Actions", "元"), needs=WRITING),
    Spec("next-problem", _N("Actions", "下一个问题"), ("F8",), "check",
         _N("Actions", "依次跳到校核发现的问题"), PROJECT),
    Spec("standards", _N("Actions", "指标体系…"), (), "standards",
         _N("Actions", "选用、比较、保存和交换指标体系"), PROJECT),
    Spec("what-if", _N("Actions", "假设"), (), "what-if",
         _N("Actions", "在副本上试改，看总分和等次怎样变，再决定是否保留"), WRITING),
    Spec("verify", _N("Actions", "核对文件"), (), "done",
         _N("Actions", "核对结构、数据、修改历史和附件"), PROJECT),
    Spec("person", _N("Actions", "使用人…"), (), "people", _N("Actions", "记入修改历史的姓名")),
    Spec("help", _N("Actions", "使用帮助"), ("F1",), "help", _N("Actions", "打开与当前页面有关的帮助")),
    Spec("tour", _N("Actions", "用样例学一遍"), (), "", _N("Actions", "在样例的副本上一步一步做一遍")),
    Spec("keys", _N("Actions", "快捷键"), (), "", _N("Actions", "所有快捷键")),
    Spec("about", _N("Actions", "关于绩衡"), (), "", _N("Actions", "版本与许可")),
)  # fmt: skip

MENUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (_N("Actions", "项目(&P)"), ("new", "open", ">recent", "sample", "-", "backup", "-", "freeze-version",
     "compare-versions", "-", "export-report", "export-report-word", "export-report-public",
     "export-tables", "export-data", "export-forms", "export-forms-tables", "-",
     "close", "quit")),
    (_N("Actions", "编辑(&E)"), ("undo", "redo", "-", "find", "history", "cell-history")),
    (_N("Actions", "视图(&V)"), (">tabs", "-", "panel", "next-pane", "-", ">theme", ">size", ">language",
     "full-screen")),
    (_N("Actions", "数据(&D)"), ("import", "paste-table", "-", "project", "settings", ">unit")),
    (_N("Actions", "工具(&T)"), ("standards", "what-if", "-", "next-problem", "verify", "-", "person")),
    (_N("Actions", "帮助(&H)"), ("help", "tour", "keys", "-", "about")),
)  # fmt: skip

SUBMENUS = {
    "recent": _N("Actions", "最近打开"),
    "tabs": _N("Actions", "页面"),
    "theme": _N("Actions", "主题"),
    "size": _N("Actions", "字号"),
    "language": _N("Actions", "语言 Language"),
    "unit": _N("Actions", "金额单位"),
}


class Actions(QObject):
    """The window's actions by name, and the menus made of them."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self._specs = {spec.name: spec for spec in ACTIONS}
        self._groups: dict[str, QActionGroup] = {}
        self._made = {spec.name: self._make(spec) for spec in ACTIONS}
        self.menus: dict[str, QMenu] = {}
        self._have_icons = False
        look.changed.connect(self._restyle)

    def __getitem__(self, name: str) -> QAction:
        """The action of that name; KeyError if there is none."""
        return self._made[name]

    def __iter__(self) -> Iterator[QAction]:
        """Every action in the order of the table."""
        return iter(self._made.values())

    def _make(self, spec: Spec) -> QAction:
        action = QAction(_t(spec.text), self)
        action.setObjectName(spec.name)
        action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
        action.setToolTip(_tip(spec))
        if spec.group:
            action.setCheckable(True)
            self.group(spec.group).addAction(action)
        return action

    def group(self, name: str) -> QActionGroup:
        """The actions of one choice, of which one is ticked."""
        if name not in self._groups:
            self._groups[name] = QActionGroup(self)
        return self._groups[name]

    def on(self, name: str, run: Callable[[], object]) -> None:
        """What the action does."""
        self._made[name].triggered.connect(lambda _checked=False: run())

    def choose(self, name: str) -> None:
        """Tick the action of a choice without carrying it out."""
        self._made[name].setChecked(True)

    def allow(self, *, has_project: bool, can_write: bool) -> None:
        """Switch on what can be used now; the tips of the others say why they cannot."""
        for name, action in self._made.items():
            needs = self._specs[name].needs
            possible = needs == NOTHING or (has_project and (needs == PROJECT or can_write))
            action.setEnabled(possible)

    def hold(self, names: Iterable[str], why_not: str) -> None:
        """Switch off what cannot be done for the moment; without a reason their tips are as ever."""
        for name in names:
            spec = self._specs[name]
            self._made[name].setToolTip(why_not or _tip(spec))
            if why_not:
                self._made[name].setEnabled(False)

    def say(self, name: str, what: str, *, possible: bool, why_not: str = "") -> None:
        """Write after an action what it would concern, such as the edit that would be undone."""
        spec = self._specs[name]
        shown = what if len(what) <= 40 else f"{what[:39]}…"
        self._made[name].setText(f"{_t(spec.text)} {shown}".replace("&", "&&").strip())
        tip = f"{_t(spec.text)} {what}　{spec.keys[0]}" if possible else why_not or _t(spec.tip)
        self._made[name].setToolTip(tip)
        self._made[name].setEnabled(possible)

    def fill(self, bar: QMenuBar) -> None:
        """Put the menus on the bar; `menus` has the submenus by name for what is filled at run time."""
        for title, names in MENUS:
            menu = bar.addMenu(_t(title))
            menu.setToolTipsVisible(True)
            menu.aboutToShow.connect(self.draw_icons)
            for name in names:
                self._add(menu, name)

    def _add(self, menu: QMenu, name: str) -> None:
        if name == "-":
            menu.addSeparator()
        elif name.startswith(">"):
            below = menu.addMenu(_t(SUBMENUS[name[1:]]))
            below.addActions([self._made[spec.name] for spec in ACTIONS if spec.group == name[1:]])
            self.menus[name[1:]] = below
        else:
            menu.addAction(self._made[name])

    def draw_icons(self) -> None:
        """Draw the icons when they are first to be seen: the window need not wait for them."""
        if not self._have_icons:
            self._have_icons = True
            self._restyle()

    def _restyle(self) -> None:
        for name, action in self._made.items():
            if self._have_icons and self._specs[name].icon:
                action.setIcon(self._look.icon(self._specs[name].icon))


def key_list() -> list[tuple[str, str]]:
    """Words and keys of every action that has keys, for the page of keys."""
    return [(_t(spec.text).removesuffix("…"), listed(spec.keys)) for spec in ACTIONS if spec.keys]
