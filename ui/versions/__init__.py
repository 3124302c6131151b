"""报告版本: freeze the report, look at what was frozen, compare, export."""
