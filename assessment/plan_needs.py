"""Why a level that a task needs is not reached, and what would bring it."""

from collections.abc import Collection, Iterable

from assessment.plan_numbers import LEVEL_UNITS, Missing, Numbers, levels_in_units
from assessment.plan_words import PlanWords
from assessment.roadmap import PlanCase, Said


class NeedWords:
    """Says of one case why a task's levels are not reached."""

    def __init__(self, case: PlanCase, numbers: Numbers) -> None:
        self._case = case
        self._numbers = numbers
        self._words = PlanWords(case)
        self._stakes = {stake.id: stake for stake in case.stakes}

    def short(self, place: int, there: Collection[int]) -> tuple[Missing, ...]:
        """The levels that a task needs and that these tasks do not reach together."""
        return tuple(
            missing
            for missing in self._numbers.missing
            if missing.task == place and _lifted(missing, there) < missing.amount
        )

    def never(self, missing: Missing, there: Collection[int]) -> Said:
        """Why a level is reached in no plan, where only these tasks can be in one."""
        stake = self._stakes.get(missing.node)
        if stake is None or stake.level is None:
            return self._said("problem.need-unscored", missing)
        if stake.target is not None and missing.amount > levels_in_units(stake.gap):
            return self._said("problem.need-target", missing, target=f"{stake.target:g}")
        stopped = [one for one in missing.gains if one not in there]
        reached = f"{self._reached(missing, there):g}"
        if bring := self._bringing(missing, there):
            names = self._words.listed(bring)
            return self._said("problem.need-pick", missing, reached=reached, names=names)
        if _lifted(missing, missing.gains) >= missing.amount:
            return self._waiting("problem.need-blocked", missing, stopped)
        return self._said("problem.unreachable", missing, reached=reached)

    def left_out(self, missing: Missing, there: Collection[int]) -> Said:
        """That a plan reaches a level only so far, and who of those that it leaves out would bring it."""
        return self._waiting("left-out.short", missing, [one for one in missing.gains if one not in there])

    def _waiting(self, code: str, missing: Missing, out: Iterable[int]) -> Said:
        ids = [self._numbers.tasks[one].id for one in out]
        there = {self._numbers.tasks[one].id for one in missing.gains} - {*ids}
        reached = self._reached(missing, [p for p in missing.gains if self._numbers.tasks[p].id in there])
        return self._said(code, missing, *ids, reached=f"{reached:g}", names=self._words.listed(ids))

    def _reached(self, missing: Missing, there: Iterable[int]) -> float:
        needed = levels_in_units(missing.level)
        return min(needed, needed - missing.amount + _lifted(missing, there)) / LEVEL_UNITS

    def _bringing(self, missing: Missing, there: Iterable[int]) -> list[str]:
        """Ids of what could be chosen besides and lifts far enough, the fewest; empty where nothing does."""
        lifted, node, found = _lifted(missing, there), missing.node, []
        offered = [one for one in self._case.offered if one.benefits.get(node, 0) > 0]
        for one in sorted(offered, key=lambda one: (-one.benefits[node], one.id)):
            if lifted >= missing.amount:
                break
            lifted += levels_in_units(one.benefits[node])
            found.append(one.id)
        return found if lifted >= missing.amount else []

    def _said(self, code: str, missing: Missing, *others: str, **words: tuple[str, str] | str) -> Said:
        task = self._numbers.tasks[missing.task].id
        return self._words.said(
            code,
            task,
            *others,
            task=self._words.task(task),
            node=self._words.node(missing.node),
            level=f"{missing.level:g}",
            **words,
        )


def _lifted(missing: Missing, there: Iterable[int]) -> int:
    return sum(missing.gains.get(one, 0) for one in there)
