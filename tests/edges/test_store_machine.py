"""Whatever is done in whatever order, the SQLite store and the store in memory say the same."""

import datetime as dt
import tempfile
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from assessment.changes import Change, ChangeFilter, ChangeKind, ChangeMark
from assessment.edges import store_rules
from assessment.edges.memory_store import MemoryStore
from assessment.edges.store import open_store, rows
from assessment.engagement import Engagement, Person, Unit, Wave
from assessment.errors import GaplineError
from assessment.ports import RatingKey, Store
from assessment.ratings import Evidence, EvidenceLink, Finding, Rating, SignOff, Target

UNITS = [f"u{number}" for number in range(40)]
WAVES = ["w1", "w2", "w3"]
INDICATORS = ["a", "b"]
RATERS = ["li", "an"]
ITEMS = ["x", "y", "z"]
WORDS = ["", "churn", "chur", "客户流失", "流", 'a"b', "NEAR(churn)", "churn -流", "*", "CHÙRN"]
TEXTS = ["Churn is watched.", "客户流失每月分析。", 'He said "a"b', "churn 流失 a-b_c", "Ｃｈｕｒｎ"]
unit = st.sampled_from([UNITS[0], UNITS[1], UNITS[-1]])
wave = st.sampled_from(WAVES)
indicator = st.sampled_from(INDICATORS)
said = st.fixed_dictionaries(
    {
        "score": st.sampled_from([1.0, 2.5, None]),
        "note": st.sampled_from(["why", "because"]),
        "flagged": st.booleans(),
        "na": st.booleans(),
        "why": st.sampled_from(["", "they showed it"]),
    }
)
seen = st.sampled_from(["any", "current", 0, 1, 7])
by = st.sampled_from(RATERS)
links = st.lists(st.tuples(st.sampled_from(ITEMS), unit, wave, indicator), max_size=3)


class Stores(RuleBasedStateMachine):
    """Both stores, given the same; a clock that also goes backwards."""

    @initialize(units=st.sampled_from([1, 3, 40]))
    def start(self, units: int) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.sqlite = open_store(Path(self.folder.name, "store.sqlite3"))
        self.memory = MemoryStore()
        self.fixed: dict[tuple[str, str], object] = {}
        self.patch = pytest.MonkeyPatch()
        self.now = dt.datetime(2003, 9, 28, tzinfo=dt.UTC)
        for module in (store_rules, rows):
            self.patch.setattr(module, "utc_now", lambda: self.now)
        engagement = Engagement(id="e", name="E", rubric="r", rubric_version="1")
        self.units = [Unit(id=each, name=each) for each in UNITS[:units]]
        waves = [Wave(id=each, name=each, date=dt.date(2003, 9, 28)) for each in WAVES[:2]]
        for store in (self.sqlite, self.memory):
            store.add_engagement(engagement, self.units, waves)

    def teardown(self) -> None:
        if hasattr(self, "patch"):
            self.patch.undo()
            self.sqlite.close()
            self.folder.cleanup()

    def place(self, of: str) -> str:
        return self.units[UNITS.index(of) % len(self.units)].id

    def both(self, act: Callable[[Store], Any]) -> None:
        before = self.memory.revision()
        answers = [answered(act, store) for store in (self.sqlite, self.memory)]
        assert answers[0] == answers[1]
        assert self.sqlite.revision() == self.memory.revision()
        changes = [without_time(store.changes("e", before)) for store in (self.sqlite, self.memory)]
        assert changes[0] == changes[1]

    def key(self, of: str, in_wave: str, rater: str, what: str) -> RatingKey:
        return (self.place(of), in_wave, rater, what)

    def saw(self, key: RatingKey, which: str | int) -> int | None:
        if which == "current":
            return len(self.memory.history("e", key))
        return None if which == "any" else int(which)

    @rule(hours=st.integers(-48, 48))
    def time_passes_or_the_clock_is_set(self, hours: int) -> None:
        self.now += dt.timedelta(hours=hours)

    @rule(of=unit, in_wave=wave, rater=by, what=indicator, content=said, which=seen)
    def save(
        self, of: str, in_wave: str, rater: str, what: str, content: dict[str, Any], which: str | int
    ) -> None:
        one = rating(self.key(of, in_wave, rater, what), content)
        self.both(lambda store: store.save_rating("e", one, self.saw(one.key, which)))

    @rule(
        many=st.lists(st.tuples(unit, wave, by, indicator, said, seen), max_size=4),
    )
    def save_many(self, many: list[tuple[str, str, str, str, dict[str, Any], str | int]]) -> None:
        ratings = [rating(self.key(*place), content) for *place, content, _ in many]
        saw = {one.key: self.saw(one.key, which) for one, (*_, which) in zip(ratings, many, strict=True)}
        known = {key: number for key, number in saw.items() if number is not None}
        self.both(lambda store: store.save_ratings("e", ratings, known))

    @rule(
        many=st.lists(st.tuples(unit, wave, by, indicator, said, seen), max_size=3),
        names=st.lists(st.sampled_from(ITEMS), max_size=2),
        who=st.sampled_from(["li", "zoe"]),
    )
    def bring_in(
        self, many: list[tuple[str, str, str, str, dict[str, Any], str | int]], names: list[str], who: str
    ) -> None:
        ratings = [rating(self.key(*place), content) for *place, content, _ in many]
        saw = {one.key: self.saw(one.key, which) for one, (*_, which) in zip(ratings, many, strict=True)}
        known = {key: number for key, number in saw.items() if number is not None}
        linked = self.linked([(name, "u0", "w1", "a") for name in names])
        items = [(Evidence(id=link.evidence, text="Brought in."), link) for link in linked]
        people = [Person(id=who, name=who)]
        self.both(lambda store: store.bring_in("e", ratings, known, items, people, who))

    @rule(
        of=st.none() | unit,
        in_wave=st.none() | wave,
        who=st.none() | by,
        what=st.sampled_from([None, (), ("a",), ("a", "b")]),
        kind=st.sampled_from(get_args(ChangeKind)),
        limit=st.integers(1, 3),
    )
    def look_back(
        self,
        of: str | None,
        in_wave: str | None,
        who: str | None,
        what: tuple[str, ...] | None,
        kind: ChangeKind,
        limit: int,
    ) -> None:
        only = ChangeFilter(of and self.place(of), in_wave, who, what, kind)
        found = [pages(store, only, limit) for store in (self.sqlite, self.memory)]
        assert found[0] == found[1]
        assert found[0] == changes_of(self.sqlite.revisions("e", only, 10_000))

    @rule(of=unit, in_wave=wave, rater=by, what=indicator, who=by, which=seen)
    def undo(self, of: str, in_wave: str, rater: str, what: str, who: str, which: str | int) -> None:
        key = self.key(of, in_wave, rater, what)
        self.both(lambda store: store.undo("e", key, who, self.saw(key, which)))

    @rule(old=wave, new=wave, who=by)
    def carry_over(self, old: str, new: str, who: str) -> None:
        self.both(lambda store: store.carry_over("e", old, new, who))

    @rule(places=st.lists(st.tuples(unit, wave, by, indicator), max_size=5), who=by)
    def confirm(self, places: list[tuple[str, str, str, str]], who: str) -> None:
        keys = [self.key(*place) for place in places]
        self.both(lambda store: store.confirm("e", keys, who))

    @rule(of=unit, in_wave=wave, who=by)
    def sign_off(self, of: str, in_wave: str, who: str) -> None:
        self.both(lambda store: store.sign_off("e", self.place(of), in_wave, who))

    @rule(of=unit, in_wave=wave, who=by, reason=st.sampled_from(["late", " "]))
    def reopen(self, of: str, in_wave: str, who: str, reason: str) -> None:
        self.both(lambda store: store.reopen("e", self.place(of), in_wave, who, reason))

    @rule(day=st.integers(1, 3))
    def add_wave(self, day: int) -> None:
        later = Wave(id="w3", name="w3", date=dt.date(2004, 1, day))
        self.both(lambda store: store.add_wave("e", later))

    @rule(in_wave=wave, sure=st.integers(0, 9))
    def lock_wave(self, in_wave: str, sure: int) -> None:
        if not sure:
            self.both(lambda store: store.lock_wave("e", in_wave))

    @rule(
        names=st.lists(st.sampled_from(ITEMS), max_size=3),
        text=st.sampled_from(TEXTS),
        supported=links,
    )
    def add_evidence(self, names: list[str], text: str, supported: list[tuple[str, str, str, str]]) -> None:
        items = [Evidence(id=name, text=text, text_zh=TEXTS[len(name) % 5]) for name in names]
        self.both(lambda store: store.add_evidence("e", items, self.linked(supported), "li"))

    @rule(name=st.sampled_from(ITEMS))
    def delete_evidence(self, name: str) -> None:
        self.both(lambda store: store.delete_evidence("e", name, "li"))

    @rule(supported=links)
    def unlink_evidence(self, supported: list[tuple[str, str, str, str]]) -> None:
        self.both(lambda store: store.unlink_evidence("e", self.linked(supported)))

    @rule(
        name=st.sampled_from(["f", "g"]),
        of=unit,
        in_wave=wave,
        text=st.sampled_from(TEXTS),
        rests=st.lists(st.sampled_from(ITEMS), max_size=2),
        deleted=st.booleans(),
    )
    def add_finding(
        self, name: str, of: str, in_wave: str, text: str, rests: list[str], *, deleted: bool
    ) -> None:
        found = Finding(
            id=name,
            unit=self.place(of),
            wave=in_wave,
            node="a",
            kind="strength",
            text=text,
            evidence=tuple(rests),
            deleted=deleted,
        )
        self.both(lambda store: store.add_findings("e", [found], "li"))

    @rule(of=st.sampled_from(["", "u0", "u9"]), grade=st.sampled_from(["high", "low", None]))
    def set_importance(self, of: str, grade: str | None) -> None:
        self.both(lambda store: store.set_importance("e", {(of, "a"): grade}, "li"))

    @rule(of=st.sampled_from(["", "u0", "u9"]), person=by, grade=st.sampled_from(["high", "low", None]))
    def vote(self, of: str, person: str, grade: str | None) -> None:
        self.both(lambda store: store.vote_importance("e", {(of, "a", person): grade}, "li"))

    @rule(of=st.sampled_from(["", "u0"]), level=st.sampled_from([3.0, 4.0, None]))
    def set_target(self, of: str, level: float | None) -> None:
        target = None if level is None else Target(level=level, due=dt.date(2004, 1, int(level)))
        self.both(lambda store: store.set_targets("e", {(of, "a"): target}, "li"))

    @rule(severity=st.sampled_from(["off", "error"]))
    def set_quality_rule(self, severity: str) -> None:
        self.both(lambda store: store.set_quality_rules("e", {"expired": severity}, "li"))

    @rule(name=by, called=st.sampled_from(["Li", "An"]))
    def add_person(self, name: str, called: str) -> None:
        self.both(lambda store: store.add_person("e", Person(id=name, name=called)))

    @rule()
    def open_again(self) -> None:
        self.sqlite.close()
        self.sqlite = open_store(self.sqlite.path)

    @rule(words=st.sampled_from(WORDS))
    def search(self, words: str) -> None:
        found = [store.search_evidence("e", words) for store in (self.sqlite, self.memory)]
        assert sorted(found[0]) == sorted(found[1])

    @invariant()
    def both_say_the_same(self) -> None:
        if hasattr(self, "memory"):
            assert everything(self.sqlite) == everything(self.memory)

    @invariant()
    def what_is_signed_off_stays_as_it_is(self) -> None:
        if not hasattr(self, "memory"):
            return
        locked = {one.id for one in self.memory.waves("e") if one.locked}
        signed = {(one.unit, one.wave): one.signed for one in self.memory.sign_offs("e")}
        every = [(one.id, wave.id) for one in self.units[:3] for wave in self.memory.waves("e")]
        closed = [place for place in every if place[1] in locked or signed.get(place)]
        now = {place: of_place(self.memory, *place) for place in closed}
        assert {**now, **{place: said for place, said in self.fixed.items() if place in now}} == now
        self.fixed = now

    @invariant()
    def what_holds_is_the_last_sign_off_of_a_place(self) -> None:
        last: dict[tuple[str, str], int] = {}
        for one in self.sqlite.sign_offs("e") if hasattr(self, "memory") else ():
            assert one.revision == last.get((one.unit, one.wave), 0) + 1
            last[one.unit, one.wave] = one.revision

    def linked(self, supported: Collection[tuple[str, str, str, str]]) -> list[EvidenceLink]:
        return [
            EvidenceLink(evidence=name, unit=self.place(of), wave=in_wave, indicator=what)
            for name, of, in_wave, what in supported
        ]


def rating(key: RatingKey, content: dict[str, Any]) -> Rating:
    place = dict(zip(("unit", "wave", "rater", "indicator"), key, strict=True))
    state = "scored" if content["score"] is not None else "na" if content["na"] else "unknown"
    rest = {name: value for name, value in content.items() if name != "na"}
    return Rating.model_validate({**place, **rest, "state": state})


def answered(act: Callable[[Store], Any], store: Store) -> object:
    """What a store answers, or why it refuses."""
    try:
        return without_time(act(store))
    except GaplineError as error:
        return (type(error), error.sentence("en"))
    except ValueError as error:
        return (type(error), str(error))


def without_time(answer: object) -> object:
    """The two stores look at the clock one after the other."""
    if isinstance(answer, list):
        return [without_time(one) for one in answer]
    return answer.model_copy(update={"at": None}) if isinstance(answer, Rating | SignOff) else answer


def changes_of(found: list[Change]) -> list[object]:
    return [(without_time([one.rating, one.before]), one.count) for one in found]


def pages(store: Store, only: ChangeFilter, limit: int) -> list[object]:
    """All changes that are asked for, a few at a time."""
    found: list[object] = []
    before: ChangeMark | None = None
    while page := store.revisions("e", only, limit, before):
        found += changes_of(page)
        before = page[-1].mark
    return found


def of_place(store: Store, unit: str, wave: str) -> object:
    """What is on record of a unit's wave."""
    links = store.evidence_links("e", unit, wave)
    linked = {link.evidence for link in links}
    items = [item for item in store.evidence("e") if item.id in linked]
    return (store.ratings("e", unit, wave), links, items, store.findings("e", unit, wave))


def everything(store: Store) -> dict[str, object]:
    ratings = store.ratings("e")
    signed = sorted(store.sign_offs("e"), key=lambda one: (one.unit, one.wave, one.revision))
    return {
        "ratings": without_time(ratings),
        "of a place": without_time(store.ratings("e", "u0", "w2")),
        "history": [without_time(store.history("e", one.key)) for one in ratings],
        "sign-offs": without_time(signed),
        "waves": store.waves("e"),
        "people": store.people("e"),
        "evidence": store.evidence("e"),
        "links": store.evidence_links("e"),
        "links of a wave": store.evidence_links("e", wave="w1"),
        "findings": store.findings("e"),
        "importance": store.importance("e"),
        "votes": store.importance_votes("e"),
        "targets": store.targets("e"),
        "rules": store.quality_rules("e"),
    }


TestStores = Stores.TestCase
TestStores.settings = settings(
    max_examples=60,
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
