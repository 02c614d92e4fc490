"""The words of sentences about plans: names of tasks, nodes and roles in both languages, amounts, lists."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from assessment.catalogue import Lang, text
from assessment.engagement import Named
from assessment.plan_numbers import BUDGET, Limit
from assessment.roadmap import PlanCase, Said, Task

Pair = tuple[str, str]
"""The same in English and in Chinese."""


class PlanWords:
    """Says things about one case in both languages at once."""

    def __init__(self, case: PlanCase) -> None:
        self._case = case
        self._tasks = _called((*case.offered, *case.tasks))
        self._nodes = _called(case.stakes)
        self._roles = _called(case.roles)

    def said(self, code: str, *tasks: str, **words: "Pair | str | int") -> Said:
        """The sentence `plan.<code>`; a word that is no pair is the same in both languages."""
        pairs = {
            key: word if isinstance(word, tuple) else (str(word), str(word)) for key, word in words.items()
        }
        return Said(
            code=code,
            tasks=tasks,
            english={key: pair[0] for key, pair in pairs.items()},
            chinese={key: pair[1] for key, pair in pairs.items()},
        )

    def task(self, task: str) -> Pair:
        """A task's name; its id where it has none, or is not there."""
        return self._tasks.get(task, (task, task))

    def node(self, node: str) -> Pair:
        """A node's name."""
        return self._nodes.get(node, (node, node))

    def role(self, role: str) -> Pair:
        """A role's name."""
        return self._roles.get(role, (role, role))

    def listed(self, tasks: Iterable[str]) -> Pair:
        """Names of tasks, one after the other."""
        return self.joined("list", tasks)

    def joined(self, between: str, tasks: Iterable[str]) -> Pair:
        """Names of tasks with the catalogue's `plan.<between>` between them."""
        return join(between, [self.task(task) for task in tasks])

    def resource(self, name: str) -> Pair:
        """A role's name, or the word for the budget."""
        return _both("plan.budget") if name == BUDGET else self.role(name)

    def amount(self, limit: Limit, units: int) -> Pair:
        """Person-months, or cost units."""
        return self._counted(limit, units / limit.unit)

    def most(self, limit: Limit, phases: Sequence[int]) -> Pair:
        """The most that there is of something in these phases, as it was set and after holidays."""
        return self._counted(limit, max(limit.available[phase - 1] for phase in phases))

    def _counted(self, limit: Limit, amount: Fraction) -> Pair:
        key = "plan.cost" if limit.name == BUDGET else "plan.person-months"
        return _both(key, figure=f"{round(float(amount), 3):g}")

    def phases(self, count: int) -> Pair:
        """A number of phases."""
        return _both("plan.phases.one") if count == 1 else _both("plan.phases", count=count)

    def window(self, task: Task) -> Pair:
        """In which phases a task may be, as it is set."""
        settings = self._case.settings
        if task.id in settings.pinned:
            return _both("plan.window.pinned", first=settings.pinned[task.id])
        first, last = settings.earliest.get(task.id, 1), settings.latest.get(task.id, settings.phases)
        return _both("plan.window", first=first, last=last)

    def too_large(self, task: Task, limit: Limit, load: int, phases: Sequence[int]) -> Said:
        """That a task takes more of something than any phase has in which it could be done."""
        return self.said(
            "problem.too-large",
            task.id,
            task=self.task(task.id),
            role=self.resource(limit.name),
            needed=self.amount(limit, load),
            most=self.most(limit, phases),
        )


def join(between: str, parts: Iterable[Pair]) -> Pair:
    """Texts in both languages with the catalogue's `plan.<between>` between them."""
    pairs = list(parts)
    mark = _both(f"plan.{between}")
    return mark[0].join(pair[0] for pair in pairs), mark[1].join(pair[1] for pair in pairs)


def _both(key: str, **words: object) -> Pair:
    return text(key, "en", **words), text(key, "zh", **words)


def _called(named: Iterable[Named]) -> dict[str, Pair]:
    languages: tuple[Lang, Lang] = ("en", "zh")
    return {one.id: (one.called(languages[0]), one.called(languages[1])) for one in named}
