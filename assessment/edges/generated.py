"""A generated engagement that shows what comparing can find; its truths are known, and it says what it is."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from itertools import groupby, zip_longest
from random import Random
from typing import Final

from assessment.edges.generated_branches import Branch, Event, Level, Role, make_branch, votes
from assessment.edges.generated_places import PROVINCES, Province
from assessment.engagement import Engagement, Person, Unit, Wave
from assessment.errors import AlreadyThereError
from assessment.ports import Shelf, Store
from assessment.ratings import RERATED, Evidence, EvidenceLink, Rating, Target
from assessment.rubric import Rubric

RUBRIC: Final = "crm-five-capabilities"
BENCHMARK: Final = "operators-2003"
DEFAULT_SEED: Final = 2026

_WAVES: Final = (
    Wave(id="2024", name="2024 (generated)", name_zh="2024（生成数据）", date=dt.date(2024, 6, 30)),
    Wave(id="2025", name="2025 (generated)", name_zh="2025（生成数据）", date=dt.date(2025, 6, 30)),
    Wave(id="2026", name="2026 (generated)", name_zh="2026（生成数据）", date=dt.date(2026, 6, 30)),
)
_OPERATOR: Final = Unit(
    id="example-telecom", name="Example Telecom (generated)", name_zh="示例电信（生成数据）", kind="operator"
)
_SCALE: Final = (0.0, 5.0, 0.5)
_NOT_OFFERED: Final = "Not offered at this branch (generated) / 该分公司未提供（生成数据）"
_EVIDENCED: Final = 3
"""Indicators that one piece of generated evidence supports."""

_ROLES: Final = (
    Role((4.5, 2.5, 4.0, 3.0, 3.5)),  # 0 and 1 are tied: other strengths, the same overall
    Role((2.5, 4.5, 3.0, 4.0, 3.5)),
    Role((4.0, 2.0, 1.5, 2.5, 2.5)),  # 2 to 4 as well
    Role((2.0, 1.5, 4.0, 2.5, 2.5)),
    Role((1.5, 4.0, 2.0, 2.5, 2.5)),
    Role((3.5, 3.5, 3.5, 3.5, 3.5)),  # 5 is ahead of 6 at every node
    Role((2.5, 2.5, 2.5, 2.5, 2.5), disputed=3),
    Role((4.0, 4.0, 3.5, 2.0, 3.5)),  # 7 is clearly ahead of 8, though not in everything
    Role((3.0, 3.0, 2.5, 2.5, 2.5)),
    Role((2.5, 3.0, 2.0, 3.0, 2.5), last="improved"),
    Role((3.0, 2.0, 3.0, 2.0, 3.0), last="rerated"),
    Role((3.5, 2.0, 3.0, 3.5, 2.0), last="scope"),
    Role((2.0, 3.5, 3.0, 2.5, 3.0), last="lapsed"),
)
_TIED: Final = ((0, 1), (2, 3, 4))
_CLEAR: Final = ((7, 8), (5, 6), (0, 2))
_DOMINANT: Final = ((5, 6),)


@dataclass(frozen=True, slots=True)
class Shape:
    """How large a generated engagement is; every truth is built in from 13 branches a province.

    Attributes:
        provinces: 1..31.
        branches: over all provinces, at least one each.
        raters: fewest and most in a province's panel; the first province has the most.
    """

    provinces: int = 31
    branches: int = 400
    raters: tuple[int, int] = (2, 4)


@dataclass(frozen=True, slots=True)
class Truths:
    """What was built in; between waves, the last two are meant.

    Attributes:
        tied: groups of branches whose true overall levels are equal.
        clear: (better, worse), by far more than weights or rating noise can turn.
        dominant: (better, worse) at every node.
        events: branch -> what happened to it before the last wave; a branch is in no doubt about its kind.
        disputed: (branch, indicator) that the raters see in two camps.
    """

    tied: tuple[tuple[str, ...], ...]
    clear: tuple[tuple[str, str], ...]
    dominant: tuple[tuple[str, str], ...]
    events: Mapping[str, Event]
    disputed: tuple[tuple[str, str], ...]

    def of_kind(self, kind: str) -> tuple[str, ...]:
        """The branches to which this happened before the last wave."""
        return tuple(unit for unit, event in self.events.items() if event.kind == kind)


@dataclass(frozen=True, slots=True)
class Generated:
    """An engagement made up from a seed: the same seed and shape, the same engagement.

    Attributes:
        units: the operator, its provinces, their branches; only branches are rated.
        panels: branch -> ids of those who rate it in every wave.
    """

    engagement: Engagement
    units: tuple[Unit, ...]
    waves: tuple[Wave, ...]
    people: tuple[Person, ...]
    panels: Mapping[str, tuple[str, ...]]
    branches: tuple[Branch, ...]
    truths: Truths
    seed: int

    def ratings(self, wave: str, branches: Iterable[Branch] | None = None) -> Iterator[Rating]:
        """Every vote of a wave, branch by branch (all of them where none are named) and rater by rater."""
        number = [each.id for each in self.waves].index(wave)
        for branch in self.branches if branches is None else branches:
            event = branch.events[number]
            again = event.indicators if event.kind == "rerated" else ()
            for place, rater in enumerate(self.panels[branch.unit]):
                said = votes(branch, self.seed, rater, place)[number]
                make = partial(_rating, branch.unit, wave, rater)
                yield from (
                    make(leaf, level, RERATED if leaf in again else "")
                    for leaf, level in said.items()
                    if level != "open"
                )

    def evidence(self) -> tuple[list[Evidence], list[EvidenceLink]]:
        """For every real improvement, what was seen of it."""
        items, links = [], []
        for branch in self.branches:
            for wave, event in zip(self.waves, branch.events, strict=True):
                if event.kind == "improved":
                    item = _seen(branch.unit, wave, event)
                    items.append(item)
                    links += [
                        EvidenceLink(evidence=item.id, unit=branch.unit, wave=wave.id, indicator=leaf)
                        for leaf in event.indicators[:_EVIDENCED]
                    ]
        return items, links


def _check_fits(rubric: Rubric) -> None:
    """The examples' levels are written for five dimensions, 0 to 5 in half points."""
    wanted, found = len(_ROLES[0].profile), len(rubric.root.children)
    scale = (rubric.scale.min, rubric.scale.max, rubric.scale.step)
    if found != wanted or scale != _SCALE:
        raise ValueError(
            f"the generated examples need {wanted} dimensions on a scale of 0 to 5 in half points;"
            f" {rubric.id} has {found} on {scale[0]:g} to {scale[1]:g}"
        )


def generate(rubric: Rubric, seed: int = DEFAULT_SEED, shape: Shape | None = None) -> Generated:
    """Make an engagement up.

    Args:
        rubric: `crm-five-capabilities`; another one with five dimensions on its scale will do.
        seed: the same seed makes the same engagement on every machine.
        shape: how large it is.

    Raises:
        ValueError: the rubric has not as many dimensions as the examples, or another scale.
    """
    _check_fits(rubric)
    size = shape or Shape()
    units, people, branches = [_OPERATOR], list[Person](), list[Branch]()
    panels: dict[str, tuple[str, ...]] = {}
    each, more = divmod(size.branches, size.provinces)
    for number, province in enumerate(PROVINCES[: size.provinces]):
        below = [_branch_unit(province, place) for place in range(each + (number < more))]
        panel = _panel(province, _panel_size(seed, province, number, size))
        units += [_province_unit(province), *below]
        people += panel
        panels |= {unit.id: tuple(person.id for person in panel) for unit in below}
        branches += _branches(rubric, seed, below, _ROLES if number == 0 else ())
    return Generated(
        engagement=_engagement(rubric, seed, size),
        units=tuple(units),
        waves=_WAVES,
        people=tuple(people),
        panels=panels,
        branches=tuple(branches),
        truths=_truths(branches, [unit.id for unit in units if unit.parent == PROVINCES[0].id]),
        seed=seed,
    )


def load_generated(store: Store, shelf: Shelf, seed: int = DEFAULT_SEED, shape: Shape | None = None) -> str:
    """Put a generated engagement into a store; only what is not there yet is added.

    Returns:
        The engagement's id.

    Raises:
        UnknownRubricError, FileRefusedError: the shelf lacks the shipped rubric.
        StoreRefusedError: the store takes no writes.
    """
    made = generate(shelf.rubric(RUBRIC), seed, shape)
    engagement = made.engagement.id
    if all(found.id != engagement for found in store.engagements()):
        with suppress(AlreadyThereError):  # another process may be quicker: the rest is completed below
            store.keep_rubric(shelf.rubric(RUBRIC))
            store.add_engagement(made.engagement, made.units, made.waves, made.people)
    for _, together in groupby(made.branches, lambda branch: made.panels[branch.unit]):
        province = list(together)
        for wave in made.waves:  # saved in one piece: where the last branch is rated, all of a province are
            if not store.ratings(engagement, province[-1].unit, wave.id):
                store.save_ratings(engagement, made.ratings(wave.id, province))
    if not store.evidence(engagement):
        store.add_evidence(engagement, *made.evidence())
    if not store.targets(engagement):
        capabilities = [node.id for node in shelf.rubric(RUBRIC).nodes if not node.is_indicator]
        store.set_targets(engagement, {("", node): Target(level=4.0) for node in capabilities})
    return engagement


def _engagement(rubric: Rubric, seed: int, size: Shape) -> Engagement:
    return Engagement(
        id=f"generated-{seed}",
        name=f"Generated example: {size.provinces} provinces, {size.branches} branches",
        name_zh=f"生成的示例：{size.provinces} 省 {size.branches} 家分公司",
        rubric=rubric.id,
        rubric_version=rubric.version,
        rubric_fingerprint=rubric.fingerprint,
        benchmark=BENCHMARK,
        illustrative=True,
    )


def _province_unit(province: Province) -> Unit:
    return Unit(
        id=province.id, name=province.name, name_zh=province.name_zh, kind="province", parent=_OPERATOR.id
    )


def _branches(rubric: Rubric, seed: int, units: list[Unit], roles: tuple[Role, ...]) -> list[Branch]:
    return [
        make_branch(rubric, seed, unit.id, len(_WAVES), role)
        for unit, role in zip_longest(units, roles[: len(units)])
    ]


def _branch_unit(province: Province, place: int) -> Unit:
    number = f"{place + 1:02}"
    return Unit(
        id=f"{province.id}-{number}",
        name=f"{province.name} {number}",
        name_zh=f"{province.name_zh} {number}",
        parent=province.id,
    )


def _panel_size(seed: int, province: Province, number: int, size: Shape) -> int:
    fewest, most = size.raters
    chance = Random(f"{seed}/{province.id}")  # noqa: S311 - an example, no secret
    return most if number == 0 else chance.randint(fewest, most)


def _panel(province: Province, count: int) -> list[Person]:
    return [
        Person(
            id=f"{province.id}-{letter.lower()}",
            name=f"Rater {letter}, {province.name} (generated)",
            name_zh=f"{province.name_zh}评分人 {letter}（生成数据）",
            role="generated",
        )
        for letter in "ABCDEFGH"[:count]
    ]


def _rating(unit: str, wave: str, rater: str, indicator: str, level: Level, tag: str) -> Rating:
    if isinstance(level, str):
        return Rating(unit=unit, wave=wave, rater=rater, indicator=indicator, state="na", note=_NOT_OFFERED)
    return Rating(unit=unit, wave=wave, rater=rater, indicator=indicator, score=level, tag=tag)


def _seen(unit: str, wave: Wave, event: Event) -> Evidence:
    return Evidence(
        id=f"{wave.id}:{unit}:{event.indicators[0]}",
        kind="observation",
        text="Generated: the new way of working was seen in use since the last wave.",
        text_zh="生成数据：上一轮之后，现场已见到新的做法。",
        source="Generated example",
        source_zh="生成的示例",
        date=wave.date - dt.timedelta(days=30),
        grade="strong",
    )


def _truths(branches: list[Branch], shown: list[str]) -> Truths:
    """`shown`: branches with roles, in their order; a truth that lacks one of its branches is left out."""

    def named(groups: tuple[tuple[int, ...], ...]) -> list[tuple[str, ...]]:
        return [tuple(shown[k] for k in group) for group in groups if max(group) < len(shown)]

    return Truths(
        tied=tuple(named(_TIED)),
        clear=tuple((better, worse) for better, worse in named(_CLEAR)),
        dominant=tuple((better, worse) for better, worse in named(_DOMINANT)),
        events={branch.unit: branch.events[-1] for branch in branches},
        disputed=tuple((branch.unit, leaf) for branch in branches for leaf in branch.disputed),
    )
