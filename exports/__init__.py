"""A report in, bytes out: deck, workbook, and one style for both and for the screen."""
