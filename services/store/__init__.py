"""What the project file needs beside `services.project`: the only modules that know SQLite."""
