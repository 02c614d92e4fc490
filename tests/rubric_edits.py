"""Random rubrics, and random edits of them with what their author says about the way."""

from dataclasses import dataclass

from hypothesis import strategies as st

from assessment.rubric import Node, Rubric, Rule, Scale

SCALES = (
    Scale(),
    Scale(min=1, max=5, step=1),
    Scale(min=0, max=3, step=1),
    Scale(min=0, max=10, step=1),
    Scale(min=0, max=100, step=None),
)
GRADES = ({"low": 0.5, "high": 1.0}, {"low": 0.2, "medium": 0.6, "high": 1.0})
RULES: tuple[Rule, ...] = ("mean", "min")
words = st.sampled_from(["Calls", "Mail", "Shops", "Bills"])


@dataclass(frozen=True)
class Edit:
    """Another version, and where the nodes of the first went."""

    rubric: Rubric
    stated: dict[str, str | None]
    in_proportion: bool


@st.composite
def rubrics(draw: st.DrawFn, prefix: str = "n", version: str = "1") -> Rubric:
    """Two or three levels, up to nine indicators."""
    areas = draw(st.lists(st.integers(1, 3), min_size=1, max_size=3))
    tree = []
    for number, leaves in enumerate(areas):
        children = tuple(
            Node(
                id=f"{prefix}{number}.{leaf}",
                name=draw(words),
                weight=draw(st.sampled_from([1.0, 2.0])),
                question=draw(st.sampled_from(["", "Who?"])),
                evidence=draw(st.sampled_from([(), ("Log",), ("Log", "Plan")])),
            )
            for leaf in range(leaves)
        )
        rule: Rule = draw(st.sampled_from(RULES))
        tree.append(Node(id=f"{prefix}{number}", name=draw(words), rule=rule, children=children))
    return Rubric(
        id="r",
        version=version,
        name="R",
        scale=draw(st.sampled_from(SCALES)),
        importance=draw(st.sampled_from(GRADES)),
        tiers=("area", "indicator"),
        tree=tuple(tree),
    )


@st.composite
def edited(draw: st.DrawFn, rubric: Rubric, version: str = "2") -> Edit:
    """Nodes dropped, added, moved, renamed, with new ids; weights, words, scale and grades changed."""
    stated: dict[str, str | None] = {}
    areas: list[list[Node]] = []
    heads: list[Node] = []
    for area in rubric.tree:
        if not draw(st.sampled_from([True, True, True, False])):
            stated |= dict.fromkeys((node.id for node in area.walk()), None)
            continue
        heads.append(_changed(draw, area, stated))
        areas.append([])
        for leaf in area.children:
            if draw(st.sampled_from([True, True, True, False])):
                areas[draw(st.integers(0, len(areas) - 1))].append(_changed(draw, leaf, stated))
            else:
                stated[leaf.id] = None
    for number in range(draw(st.integers(0 if areas else 1, 2))):
        heads.append(Node(id=f"new{number}", name="New"))
        areas.append([Node(id=f"new{number}.{leaf}", name="New") for leaf in range(draw(st.integers(1, 2)))])
    pairs = zip(heads, areas, strict=True)
    tree = [
        head.model_copy(update={"children": tuple(draw(st.permutations(below)))})
        for head, below in pairs
        if below
    ]
    kept = {node.id for top in tree for node in top.walk()}
    gone = {node.id for top in rubric.tree for node in top.walk()}
    stated |= {old: None for old in gone if stated.get(old, old) not in kept}
    tree = tree or [Node(id="only", name="Only", children=(Node(id="only.0", name="One"),))]
    if draw(st.booleans()):
        _swap(draw, tree, stated)
    changes = {
        "version": version,
        "tree": tuple(tree),
        "scale": draw(st.sampled_from([rubric.scale, *SCALES])),
        "importance": draw(st.sampled_from([rubric.importance, *GRADES])),
    }
    return Edit(altered(rubric, **changes), stated, draw(st.booleans()))


def altered(rubric: Rubric, **changes: object) -> Rubric:
    """The rubric with other content; `model_copy` would keep what was worked out from the old."""
    return Rubric(**{**{name: getattr(rubric, name) for name in Rubric.model_fields}, **changes})


def _changed(draw: st.DrawFn, node: Node, stated: dict[str, str | None]) -> Node:
    update: dict[str, object] = {"children": ()} if node.children else {}
    if draw(st.sampled_from([True, False, False])):
        update |= {"id": f"{node.id}-b"}
        stated[node.id] = f"{node.id}-b"
    if draw(st.sampled_from([True, False, False])):
        update |= {"name": draw(words), "weight": draw(st.sampled_from([1.0, 3.0]))}
    return node.model_copy(update=update)


def _swap(draw: st.DrawFn, tree: list[Node], stated: dict[str, str | None]) -> None:
    """Two indicators take each other's id, as nobody should, but an author may."""
    leaves = [
        leaf.id for top in tree for leaf in top.children if leaf.id not in stated and "new" not in leaf.id
    ]
    leaves = [leaf for leaf in leaves if leaf not in stated.values() and not leaf.startswith("only")]
    if len(leaves) < 2:
        return
    one, other = draw(st.permutations(leaves))[:2]
    names = {one: other, other: one}
    stated |= {one: other, other: one}
    for place, top in enumerate(tree):
        children = tuple(c.model_copy(update={"id": names.get(c.id, c.id)}) for c in top.children)
        tree[place] = top.model_copy(update={"children": children})
