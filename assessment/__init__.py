"""Gapline: capability assessment and benchmarking for telecom operators."""

__version__ = "0.1.0"
