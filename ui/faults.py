"""The last resort: a fault of the program is told in a sentence with details to copy, and the work goes on.

Every edit is on the disk when it is made, and Qt calls each slot by itself: what fails is one panel's
refresh, one paint event or one piece of work, never the project.
"""

from __future__ import annotations

import contextlib
import sys
import threading
import traceback
from dataclasses import dataclass
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton, QWidget

from services import failure_log
from services.errors import UserProblem
from ui.dialogs import Frame
from ui.look import Look
from ui.messages import Choice
from ui.window import MainWindow
from ui.words import told_of

MOST = 20
"""How many different faults are kept to be copied."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What was not caught: a sentence for the person, or the details of a fault of the program.

    `mark` is where it was raised: the same place again is the same fault.
    """

    sentence: str
    details: str
    mark: tuple[str, str, int]


class FailureDialog(Frame):
    """What the program could not finish, with details to send to those who maintain it."""

    def __init__(self, look: Look, details: str, parent: QWidget | None = None) -> None:
        super().__init__(look, "", parent=parent)
        self.setWindowTitle(self.tr("程序出错"))
        sentence = QLabel(
            self.tr(
                "刚才的操作没有完成，是程序的错误，不是您的错误。此前的修改都已存盘，没有丢失。\n"
                "可以继续工作；若再次出现，请复制下面的详情交给维护人员。"
            ),
            self,
        )
        sentence.setWordWrap(True)
        self.body.addWidget(sentence)
        self.details = QPlainTextEdit(details, self)
        self.details.setReadOnly(True)
        self.details.setTabChangesFocus(True)
        self.details.setAccessibleName(self.tr("错误详情"))
        self.body.addWidget(self.details, 1)
        copy = QPushButton(self.tr("复制详情"), self)
        copy.setAutoDefault(False)
        copy.clicked.connect(lambda: QApplication.clipboard().setText(details))
        self.foot.insertWidget(self.foot.indexOf(self.main), copy)
        self.open_at_size(640, 360)


class LastResort(QObject):
    """Hears of every exception that nothing else has caught, in any thread; called as `sys.excepthook` is.

    What it says comes a moment later, from the event loop: a fault may have been met while painting.
    """

    _heard = Signal(object)

    def __init__(self, look: Look, window: MainWindow) -> None:
        super().__init__(window)
        self._look, self._window = look, window
        self._faults: dict[tuple[str, str, int], Fault] = {}
        self.dialog: FailureDialog | None = None
        self._heard.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Hear of everything from now on."""
        sys.excepthook = self
        threading.excepthook = lambda told: self(
            told.exc_type, told.exc_value or told.exc_type(), told.exc_traceback
        )

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Take an exception; its frames let go of what they hold, such as a painter at work."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        fault = _fault_of(kind, error, trace)
        is_new = bool(fault.sentence) or self._keep(error, fault)
        if trace is not None:
            traceback.clear_frames(trace)
        if is_new:
            with contextlib.suppress(RuntimeError):  # the window has gone
                self._heard.emit(fault)

    def _keep(self, error: BaseException, fault: Fault) -> bool:
        """Write a fault down, once; False for one that was met before."""
        if fault.mark in self._faults or len(self._faults) == MOST:
            return False
        self._faults[fault.mark] = fault
        failure_log.keep(error, ("window",))
        if sys.stderr is not None:
            sys.stderr.write(fault.details)
        return True

    def _tell(self, fault: Fault) -> None:
        if fault.sentence:
            self._window.complain(fault.sentence)
        elif (modal := QApplication.activeModalWidget()) is not None:
            if self.dialog is None:
                self._open(modal)
        else:
            self._complain()

    def _complain(self) -> None:
        self._window.complain(
            self.tr("程序有一处出错，可能没有显示完整。修改都已存盘，没有丢失，可以继续工作"),
            (
                Choice(self.tr("复制详情"), self._copy),
                Choice(self.tr("看详情"), lambda: self._open(self._window)),
            ),
        )

    @property
    def details(self) -> str:
        """The details of all faults so far."""
        return "\n".join(fault.details for fault in self._faults.values())

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.details)
        self._window.say(self.tr("详情已复制，可以粘贴到邮件里"))

    def _open(self, parent: QWidget) -> None:
        if self.dialog is not None:
            self.dialog.close()
        self.dialog = FailureDialog(self._look, self.details, parent)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.destroyed.connect(self._closed)
        self.dialog.open()

    def _closed(self) -> None:
        self.dialog = None


def _fault_of(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> Fault:
    places = traceback.extract_tb(trace)
    last = places[-1] if places else None
    mark = (kind.__name__, last.filename if last else "", (last.lineno or 0) if last else 0)
    if isinstance(error, UserProblem):
        return Fault(told_of(error), "", mark)
    return Fault("", "".join(traceback.format_exception(kind, error, trace)), mark)
