"""Every table and field of a project file, declared once.

The SQLite tables, grids, forms, workbook sheets, messages, history and merge questions all follow
from these declarations. Columns are only ever appended: older changesets apply by position.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from models.fields import Table
from models.tables import contracts, findings, funds, indicators, papers, project, report

SCHEMA_VERSION = 2
"""Raised whenever a table or a column is appended; stored as the file's `user_version`."""

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
