"""A small library of initiatives over a small rubric, for tests that need no more."""

from assessment.initiatives import Initiative, Lift, Prerequisite
from tests.linked_rubrics import RATED

LIBRARY = """
judged: true
roles:
  - {id: it, name: IT, staff: 2}
  - {id: sales, name: Sales}
initiatives:
  - id: one-file
    name: One file
    source: roadmap operational 1
    track: operational
    description: One record for each customer.
    lifts: {data.keep: 1, data.share: 0.5}
    months: 5
    effort: {it: 4, sales: 1}
    cost: [10, 20]
    owner: it
    risk: high
    risk_note: Old systems differ.
    theme: systems
  - id: churn-model
    name: Churn model
    track: analytical
    lifts: {care.call: 2}
    months: 3
    effort: {it: 2}
    cost: [0, 5]
    predecessors: [one-file]
    needs: {data.get: 2}
    owner: it
    risk: medium
"""
TEXTS = """
roles.it.name: 信息技术
roles.sales.name: 销售
one-file.name: 统一档案
one-file.description: 每位客户一份记录。
one-file.risk_note: 旧系统各不相同。
churn-model.name: 流失模型
"""
RUBRIC = RATED


def initiative(
    name: str,
    lifts: dict[str, float],
    effort: float = 1.0,
    predecessors: tuple[str, ...] = (),
    needs: dict[str, float] | None = None,
) -> Initiative:
    """One that is told in a line."""
    return Initiative(
        id=name,
        name=name.upper(),
        name_zh=f"举措{name}",
        lifts=tuple(Lift(node=node, levels=levels) for node, levels in lifts.items()),
        effort={"it": effort},
        predecessors=predecessors,
        needs=tuple(Prerequisite(node=node, level=level) for node, level in (needs or {}).items()),
    )
