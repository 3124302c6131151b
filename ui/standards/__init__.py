"""The library of indicator frames on the screen: preview, comparison, and what can be done with them."""
