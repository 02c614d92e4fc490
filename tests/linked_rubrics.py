"""A rubric that is rated, one of problems, and the links between them, for tests that need no more."""

from assessment.rubric import Node, Rubric, Scale

LEVELS = {0.0: "None", 2.0: "Some", 5.0: "All"}


def _leaf(node: str, weight: float = 1) -> Node:
    looks = {0.0: f"no {node}", 2.0: f"some {node}", 5.0: f"all {node}"}
    return Node(id=node, name=node.upper(), weight=weight, descriptors=looks)


RATED = Rubric(
    id="rated",
    version="1",
    name="Rated",
    tiers=("part", "indicator"),
    scale=Scale(levels=LEVELS),
    tree=(
        Node(id="data", name="Data", children=(_leaf("data.get"), _leaf("data.keep"), _leaf("data.share"))),
        Node(id="care", name="Care", children=(_leaf("care.shop"), _leaf("care.call"))),
    ),
)
ILLS = Rubric(
    id="ills",
    version="1",
    name="Ills",
    tiers=("part", "indicator"),
    scale=Scale(min=0, max=4, step=1),
    tree=(
        Node(
            id="problems",
            name="Problems",
            children=(Node(id="problems.slow", name="Slow"), Node(id="problems.blind", name="Blind")),
        ),
        Node(
            id="causes",
            name="Causes",
            children=(Node(id="causes.silos", name="Silos"), Node(id="causes.root", name="Root")),
        ),
    ),
)
RUBRICS = {"rated": RATED, "ills": ILLS}
LINKS = """
themes:
  - {id: care, name: Better care, name_zh: 改善服务, area: Operations, area_zh: 经营运作}
  - {id: systems, name: One system, name_zh: 统一系统}
goals:
  - {id: G1, name: Faster, name_zh: 更快}
  - {id: G2, name: Closer, name_zh: 更近}
analytics:
  - {id: A1, name: Churn, name_zh: 流失}
links:
  problems.slow:
    theme: care
    goals: [G2]
    causes: [causes.silos]
    shows_in:
      rated: {care.shop: 1, care.call: 3}
  problems.blind:
    theme: systems
    analytics: [A1]
    causes: [causes.silos, causes.root]
    shows_in:
      rated: {data.get: 2, data.keep: 1, data.share: 1}
  causes.silos:
    origin: own
    theme: systems
    goals: [G1]
    causes: [causes.root]
    shows_in:
      rated: {data.share: 1}
  causes.root:
    theme: systems
    shows_in:
      rated: {data.keep: 1}
"""
MAPPING = """
from: rated
to: ills
links:
  problems.slow: {care.shop: 1, care.call: 3}
  problems.blind: {data: 1}
"""
