"""Parts of tabs that stand for themselves: explanation, problems, time line, preview."""
