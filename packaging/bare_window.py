"""The yardstick for starting: a window of PySide6 with an empty table, in an equal bundle."""

from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

app = QApplication([])
window = QMainWindow()
window.setCentralWidget(QTableView())
window.centralWidget().setModel(QStandardItemModel(25, 8))
window.resize(1366, 768)
window.show()
app.processEvents()
