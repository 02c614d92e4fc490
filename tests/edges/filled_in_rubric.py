"""The template of a rubric, filled in as a person would."""

from pathlib import Path

from openpyxl import load_workbook

NODES = [  # id, above, name, name in Chinese, weight
    ("calls", None, "Calls", None, None),
    ("calls.answer", "calls", "Answering", None, 2),
    ("calls.solve", "calls", "Solving", None, None),
    ("calls.learn", "calls", "Learning", None, None),
    ("visits", None, "Visits", None, None),
    ("visits.plan", "visits", "Planning", None, None),
    ("visits.record", "visits", "Recording", None, None),
    ("visits.follow", "visits", "Following up", None, None),
]


def fill_in(path: Path) -> None:
    """What a person types into the template for six indicators."""
    book = load_workbook(path)
    book["Rubric"]["B2"], book["Rubric"]["C4"] = "care", "Customer care"
    indicators = [node for node in NODES if "." in node[0]]
    for row, node in enumerate(NODES, 2):
        for column, said in enumerate(node, 1):
            book["Nodes"].cell(row, column).value = said
    for row, node in enumerate(indicators, 2):
        book["Descriptors"].cell(row, 1).value = node[0]
        for column in range(3, 7):
            book["Descriptors"].cell(row, column).value = f"{node[2]} as seen at level {column - 3}"
    book["Nodes"]["J3"] = "How long did callers wait last week, and how do you know?"
    book["Evidence"]["A2"], book["Evidence"]["C2"] = "calls.answer", "Waiting-time report"
    book.save(path)
