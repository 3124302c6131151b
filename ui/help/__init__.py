"""The help: a window of its own with contents, search and pages, and which page belongs where."""
