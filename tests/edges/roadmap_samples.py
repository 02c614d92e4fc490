"""Initiatives, progress and plans of Shenzhen, for the tests of the stores."""

import datetime as dt

from assessment.initiatives import Initiative, Lift, Prerequisite
from assessment.roadmap import LeftOut, Plan, PlanSettings, Said
from assessment.roadmap_records import DepartmentPart, KeptPlan, PickedInitiative, Progress, Promise

LOYALTY = Initiative(
    id="loyalty",
    name="Loyalty programme",
    name_zh="忠诚度计划",
    description="Points and levels for residential customers.",
    description_zh="面向公众客户的积分与等级。",
    track="analytical",
    lifts=(Lift(node="insight", levels=1.5), Lift(node="product", levels=0.5)),
    effort={"it": 6.0, "business": 2.5},
    months=5,
    cost=(120.0, 180.0),
    predecessors=("data", "card"),
    needs=(Prerequisite(node="insight", level=2.0),),
    owner="business",
    risk="high",
    risk_note="Nobody owns the points.",
    risk_note_zh="积分无人负责。",
    theme="theme-1",
    source="roadmap operational 12",
)
PARTS = (
    DepartmentPart(
        department="IT",
        work="Data feed",
        head="Chen",
        due=dt.date(2027, 3, 1),
        percent=40,
        reason="late server",
    ),
    DepartmentPart(department="市场部", work="规则"),
)


def picked(initiative: str = "loyalty", unit: str = "shenzhen", **changes: object) -> PickedInitiative:
    own = LOYALTY.model_copy(update={"id": initiative, **changes})
    return PickedInitiative(unit=unit, initiative=own)


def running(percent: int = 30, **changes: object) -> Progress:
    usual = {"unit": "shenzhen", "initiative": "loyalty", "status": "running", "percent": percent}
    return Progress.model_validate({**usual, "parts": PARTS, "owner": "Wang", **changes})


def kept_plan(key: str = "p1", name: str = "First plan", **changes: object) -> KeptPlan:
    usual: dict[str, object] = {
        "id": key,
        "unit": "shenzhen",
        "wave": "first",
        "name": name,
        "settings": PlanSettings(
            phases=3,
            start=dt.date(2027, 1, 1),
            capacity={"it": (3.0, 3.0, 2.5), "business": (1.0, 1.0, 1.0)},
            budget=(100.0, 0.0, 50.0),
            holidays=(dt.date(2027, 2, 17), dt.date(2027, 2, 18)),
            lost=(0.25, 0.0, 0.0),
            pinned={"loyalty": 2},
            required=("data",),
            excluded=("shop",),
            either_or=(("a", "b"), ("c", "d", "e")),
            earliest={"card": 2},
            latest={"card": 3},
        ),
        "plan": Plan(
            starts={"data": 1, "loyalty": 2},
            left_out=(
                LeftOut(
                    task="shop",
                    code="no-room",
                    why=Said(
                        code="no-room",
                        tasks=("shop", "data"),
                        english={"task": "Shop", "role": "IT"},
                        chinese={"task": "商店", "role": "信息技术"},
                    ),
                ),
            ),
            value=4.25,
            effort=17.0,
            bound=4.5,
            finished=3,
            greedy_value=4.0,
            greedy_starts={"loyalty": 1},
            stopped=True,
        ),
        "promises": (
            Promise(phase=0, node="insight", score=1.5, low=1.5, high=1.5),
            Promise(phase=3, node="insight", score=2.5, low=2.0, high=3.0),
            Promise(phase=3, node="product"),
        ),
        "seed": 2003,
        "recipe": "crm 2003.1 abc",
    }
    return KeptPlan.model_validate({**usual, **changes})
