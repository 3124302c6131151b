"""How fast the program is, as ratios: each subject beside a yardstick, in turn, in one run.

`python -m bench [NAME…] [--json]`. Seconds say more of the machine than of the program; a ratio to
the bare library doing the same work can be compared between machines. Nothing here fails for being slow.
"""
