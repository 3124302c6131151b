"""Run by the bundle before the program: which input method Qt talks to.

Qt's own plug-ins speak to IBus only. Fcitx 5 answers in IBus's stead, so where a desktop names Fcitx, the
program asks for IBus; otherwise no Chinese could be typed.
"""

import os

if os.environ.get("QT_IM_MODULE", "").startswith("fcitx"):
    os.environ["QT_IM_MODULE"] = "ibus"
