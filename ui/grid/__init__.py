"""One grid for every declared table: model, delegate, editors, clipboard."""
