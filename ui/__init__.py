"""What is seen. Qt is imported only here and in main.py."""
