"""From the text of a library of initiatives, and of its translation, to the checked model."""

from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from typing import Any, Final

from assessment.errors import Problem
from assessment.initiative_checks import Known, circle, defects
from assessment.initiatives import RISKS, TRACKS, Initiative, InitiativeLibrary, Lift, Prerequisite, Role
from assessment.mapping_parsing import check_keys, finished
from assessment.rubric import Rubric
from assessment.rubric_fields import Notes, check_id, check_text, is_number
from assessment.rubric_parsing import in_order, note_missing_texts, note_unknown_texts
from assessment.yaml_source import Path, TooManyProblemsError, capped, read_yaml

KEYS: Final = ("judged", "roles", "initiatives")
ROLE_KEYS: Final = ("id", "name", "staff")
TEXT_FIELDS: Final = ("name", "description", "risk_note")
"""What a translation holds of an initiative; of a role it is the name."""

_Read = Callable[[Notes, Path, Any], Any]


def parse_initiatives(
    text: str, source: str, rubric: Rubric, themes: Collection[str] | None = None
) -> tuple[InitiativeLibrary | None, list[Problem]]:
    """The library that a text describes, and everything that is wrong with it, in one pass.

    Args:
        text: the content of an `initiatives.yaml`.
        source: the file as the person named it.
        rubric: the rubric that the file stands beside.
        themes: ids of the solution themes; None where they are not known and not checked.

    Returns:
        The library in the author's language, None where there is an error (what helps nothing is a warning);
        the problems in the order of the file.
    """
    document, problems = read_yaml(text, source)
    if document is None:
        return None, problems
    notes, library = Notes(document), None
    with suppress(TooManyProblemsError):
        library = _library(notes, document.data, rubric, themes)
    good, problems = finished(notes, problems)
    return (library if good else None), problems


def translation_paths(library: InitiativeLibrary) -> dict[str, str]:
    """Every text of a library that is to be translated: its path -> the author's own words."""
    paths = {f"roles.{role.id}.name": role.name for role in library.roles}
    for one in library.initiatives:
        texts = {field: getattr(one, field) for field in TEXT_FIELDS}
        paths |= {f"{one.id}.{field}": words for field, words in texts.items() if words}
    return paths


def parse_texts(
    text: str, source: str, library: InitiativeLibrary
) -> tuple[InitiativeLibrary, list[Problem]]:
    """The library with its Chinese texts, and everything that is wrong with them, in one pass.

    Args:
        text: the content of an `initiatives.zh.yaml`, a flat list `path: text`.
        source: the file as the person named it.
        library: what is translated.
    """
    document, problems = read_yaml(text, source)
    if document is None:
        return library, problems
    if not isinstance(document.data, dict):
        return library, [*problems, document.problem("rubric-not-group", ())]
    known, notes = translation_paths(library), Notes(document, problems)
    with suppress(TooManyProblemsError):
        for path, words in document.data.items():
            if path in known:
                check_text(notes, (path,), words)
        mistyped = note_unknown_texts(notes, known)
        note_missing_texts(notes, {path: words for path, words in known.items() if path not in mistyped})
    texts = {path: words for path, words in document.data.items() if path in known and isinstance(words, str)}
    return _translated(library, texts), capped(in_order(problems), source)


def _translated(library: InitiativeLibrary, texts: Mapping[str, str]) -> InitiativeLibrary:
    roles = tuple(
        role.model_copy(update={"name_zh": texts.get(f"roles.{role.id}.name", "")}) for role in library.roles
    )
    initiatives = tuple(
        one.model_copy(
            update={f"{field}_zh": texts.get(f"{one.id}.{field}", "") for field in TEXT_FIELDS},
        )
        for one in library.initiatives
    )
    return library.model_copy(update={"roles": roles, "initiatives": initiatives})


def _library(
    notes: Notes,
    data: Any,  # noqa: ANN401 - plain data of any kind
    rubric: Rubric,
    themes: Collection[str] | None,
) -> InitiativeLibrary | None:
    if not check_keys(notes, (), data, KEYS, ("roles", "initiatives")):
        return None
    judged = _boolean(notes, ("judged",), data.get("judged", True))
    roles = [_role(notes, *item) for item in _items(notes, data, "roles")]
    listed = _items(notes, data, "initiatives")
    if not listed and data.get("initiatives") == []:
        notes.add("initiative-none", ("initiatives",))
    read = {path: _initiative(notes, path, item, judged=judged) for path, item in listed}
    found = {path: one for path, one in read.items() if one is not None}
    ids = [one.id for one in found.values()]
    known = Known(rubric, [role.id for role in roles if role], ids, themes)
    for path, one in found.items():
        for defect in defects(one, known):
            notes.add(defect.code, (*path, *defect.path), found=defect.found, allowed=defect.allowed)
    _note_circle(notes, found)
    _note_useless(notes, found)
    return InitiativeLibrary(
        rubric=rubric.id,
        version=rubric.version,
        roles=tuple(role for role in roles if role),
        initiatives=tuple(found.values()),
    )


def _items(notes: Notes, data: dict[str, Any], key: str) -> list[tuple[Path, dict[str, Any]]]:
    """The groups of a list with their places, each id once."""
    if key not in data:
        return []
    if not isinstance(data[key], list):
        notes.add("rubric-not-list", (key,))
        return []
    found: list[tuple[Path, dict[str, Any]]] = []
    seen: dict[str, Path] = {}
    for position, item in enumerate(data[key]):
        path: Path = (key, position)
        if not check_keys(
            notes, path, item, ROLE_KEYS if key == "roles" else INITIATIVE_KEYS, ("id", "name")
        ):
            continue
        if "id" in item:
            check_id(notes, (*path, "id"), item["id"])
        first = seen.setdefault(str(item.get("id", path)).casefold(), path)
        if first != path:
            line, _ = notes.document.line_and_column((*first, "id"))
            notes.add("links-id-twice", (*path, "id"), allowed=str(line))
        found.append((path, item))
    return found


def _role(notes: Notes, path: Path, item: dict[str, Any]) -> Role | None:
    if "name" in item:
        check_text(notes, (*path, "name"), item["name"])
    staff = item.get("staff", 0)
    if not is_number(staff) or staff < 0:
        notes.add("initiative-staff", (*path, "staff"))
        staff = 0
    return Role(id=str(item["id"]), name=str(item.get("name")), staff=staff) if "id" in item else None


def _initiative(notes: Notes, path: Path, item: dict[str, Any], *, judged: bool) -> Initiative | None:
    """What can be understood of an initiative; what cannot is noted and left at its default."""
    for field in ("name", "description", "risk_note", "source", "owner", "theme"):
        if field in item:
            check_text(notes, (*path, field), item[field])
    given = {key: item[key] for key in FIELDS if key in item}
    values = {key: FIELDS[key](notes, (*path, key), value) for key, value in given.items()}
    values = {key: value for key, value in values.items() if value is not None}
    return Initiative.model_validate({"judged": judged, "name": "?", **values}) if "id" in item else None


def _id(_notes: Notes, _path: Path, value: object) -> str:
    return str(value)


def _text(_notes: Notes, _path: Path, value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _boolean(notes: Notes, path: Path, value: object) -> bool:
    if not isinstance(value, bool):
        notes.add("initiative-not-bool", path)
        return True
    return value


def _one_of(known: tuple[str, ...], code: str) -> _Read:
    def read(notes: Notes, path: Path, value: object) -> str | None:
        if value in known:
            return str(value)
        notes.add(code, path, allowed=", ".join(known))
        return None

    return read


def _months(notes: Notes, path: Path, value: object) -> int | None:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    notes.add("initiative-whole", path)
    return None


def _cost(notes: Notes, path: Path, value: object) -> tuple[float, float] | None:
    if isinstance(value, list) and len(value) == 2 and all(map(is_number, value)):  # noqa: PLR2004 - low and high
        return value[0], value[1]
    notes.add("initiative-range", path)
    return None


def _ids(notes: Notes, path: Path, value: object) -> tuple[str, ...] | None:
    if isinstance(value, list):
        return tuple(map(str, value))
    notes.add("rubric-not-list", path)
    return None


def _numbers(notes: Notes, path: Path, value: object) -> dict[str, float] | None:
    """A group `id: number`; what is no number is noted and left out."""
    if not isinstance(value, dict):
        notes.add("rubric-not-group", path)
        return None
    for key, number in value.items():
        if not is_number(number):
            notes.add("rubric-not-number", (*path, key))
    return {str(key): number for key, number in value.items() if is_number(number)}


def _lifts(notes: Notes, path: Path, value: object) -> tuple[Lift, ...] | None:
    found = _numbers(notes, path, value)
    return None if found is None else tuple(Lift(node=node, levels=n) for node, n in found.items())


def _needs(notes: Notes, path: Path, value: object) -> tuple[Prerequisite, ...] | None:
    found = _numbers(notes, path, value)
    return None if found is None else tuple(Prerequisite(node=node, level=n) for node, n in found.items())


FIELDS: Final[dict[str, _Read]] = {
    "id": _id,
    "name": _text,
    "source": _text,
    "judged": _boolean,
    "track": _one_of(TRACKS, "initiative-track"),
    "description": _text,
    "lifts": _lifts,
    "months": _months,
    "effort": _numbers,
    "cost": _cost,
    "predecessors": _ids,
    "needs": _needs,
    "owner": _text,
    "risk": _one_of(RISKS, "initiative-risk"),
    "risk_note": _text,
    "theme": _text,
}
"""Every key that an initiative may hold, and how its value is read."""
INITIATIVE_KEYS: Final = tuple(FIELDS)


def _note_circle(notes: Notes, found: Mapping[Path, Initiative]) -> None:
    """Where initiatives wait for one another; one that waits for itself was noted before."""
    places = {one.id: path for path, one in found.items()}
    before = {one.id: [name for name in one.predecessors if name != one.id] for one in found.values()}
    round_ = circle(before)
    if round_:
        waits = round_[1]
        position = found[places[waits]].predecessors.index(round_[0])
        path = (*places[waits], "predecessors", position)
        notes.add("initiative-circle", path, found="", allowed=" → ".join(round_))


def _note_useless(notes: Notes, found: Mapping[Path, Initiative]) -> None:
    """Warn of what lifts nothing and prepares nothing."""
    wanted = _all_predecessors(found.values())
    for path, one in found.items():
        if not one.lifts and one.id not in wanted:
            notes.add("initiative-useless", path, found=one.id, severity="warning")


def _all_predecessors(initiatives: Iterable[Initiative]) -> set[str]:
    return {name for one in initiatives for name in one.predecessors}
