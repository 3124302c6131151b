"""The report as plain blocks: what it says, without any file format."""
