"""What dev.py does: the standard library only, because nothing else is there yet."""
