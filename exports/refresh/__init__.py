"""Newer figures in a deck that people have edited."""
