"""What is particular about each tab, nothing else."""
