"""What to show: the immutable report that every renderer reads."""

from assessment.report.shapes import Cell, ChartSpec, Column, Recipe, Report, Section, Series, Table, Workings

__all__ = ["Cell", "ChartSpec", "Column", "Recipe", "Report", "Section", "Series", "Table", "Workings"]
