"""Two dimensions with three indicators, for tests that need no more."""

from assessment.rubric import Node, Rubric

RUBRIC = Rubric(
    id="small",
    version="1",
    name="Small",
    tiers=("dimension", "indicator"),
    tree=(
        Node(id="a", name="A", children=(Node(id="a.1", name="A one"), Node(id="a.2", name="A two"))),
        Node(id="b", name="B", children=(Node(id="b.1", name="B one"),)),
    ),
)
