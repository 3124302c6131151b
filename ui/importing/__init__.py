"""The import of foreign tables, step by step: source, columns, check, import."""
