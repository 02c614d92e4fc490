"""The outside: files, shelves and stores."""
