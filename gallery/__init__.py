"""Pictures of everything that the window can show, to be looked at and measured, never shipped."""
