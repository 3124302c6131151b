"""The formula language: a stranger's formula computes a number, a condition or a date, nothing else."""

from __future__ import annotations

from models.formula.errors import FormulaError
from models.formula.evaluation import Result, check, evaluate
from models.formula.parser import parse
from models.formula.parts import Outcome, Series, Sort
from models.formula.renaming import rename
from models.formula.scope import Found, Scope, Source, UnknownName, nearest_name
from models.formula.tree import Formula, Reference
from models.formula.words import FIGURES, FUNCTIONS

__all__ = [
    "FIGURES",
    "FUNCTIONS",
    "Formula",
    "FormulaError",
    "Found",
    "Outcome",
    "Reference",
    "Result",
    "Scope",
    "Series",
    "Sort",
    "Source",
    "UnknownName",
    "check",
    "evaluate",
    "nearest_name",
    "parse",
    "rename",
]
