"""What every test needs before anything else is imported: a Qt platform without a display."""

from __future__ import annotations

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"
