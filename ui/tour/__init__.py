"""The first tour through the sample: its panel, what it points at, and its course."""
