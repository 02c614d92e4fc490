"""The app's entry: `gapline app` serves this file."""

from assessment.ui.shell import run

run()
