"""The declarations of every table, by subject; `models.schema` puts them together."""
