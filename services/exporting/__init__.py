"""Writers that turn report blocks and tables into files."""
