"""Every table and field of a project file, declared once.

The SQLite tables, grids, forms, workbook sheets, messages, history and merge questions all follow
from these declarations. Columns are only ever appended, each with the version since which it exists:
older changesets apply by position, and the schema of every older file follows from the same tables.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from models.fields import Table
from models.tables import contracts, findings, funds, indicators, papers, project, report

SCHEMA_VERSION = 2
"""Raised whenever a table or a column is appended with `since`; stored as the file's `user_version`."""

TABLES: tuple[Table, ...] = (
    *project.TABLES,
    *funds.TABLES,
    *contracts.TABLES,
    *indicators.TABLES,
    *findings.TABLES,
    *papers.TABLES,
    *report.TABLES,
)

SCHEMA: Mapping[str, Table] = MappingProxyType({table.name: table for table in TABLES})

BY_LABEL: Mapping[str, Table] = MappingProxyType({table.label: table for table in TABLES})


def tables_as_of(version: int) -> tuple[Table, ...]:
    """The tables that a file of that schema version has, with the fields that they had then."""
    return tuple(table.as_of(version) for table in TABLES if table.since <= version)
