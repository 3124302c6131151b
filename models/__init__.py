"""What an evaluation is: pure Python, no Qt, no SQL, no files, no clock."""
