"""A client's template: opened with care, its layouts and placeholders found, its colours followed."""

from exports.template.opening import Logo, Template, opened_template
from exports.template.stage import Stage

__all__ = ["Logo", "Stage", "Template", "opened_template"]
