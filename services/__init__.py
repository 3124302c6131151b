"""What touches the world: files, workbooks, settings. No Qt."""
