"""Live text: the evaluator's words with fields in them that follow the data."""
