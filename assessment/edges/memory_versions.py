"""The part of the store in memory that keeps rubrics as they were published, and moves engagements."""

from dataclasses import replace

from assessment.edges.memory_evidence import MemoryEvidence
from assessment.edges.memory_kept import Kept, appended, last, settled
from assessment.edges.roadmap_rules import next_initiatives
from assessment.edges.store_rules import moved_revision, utc_now
from assessment.engagement import Engagement
from assessment.holdings import Holdings, Moves, RubricStep
from assessment.rubric import Rubric


class MemoryVersions(MemoryEvidence):
    """Versions of rubrics in memory."""

    def __init__(self) -> None:
        super().__init__()
        self._rubrics: dict[str, Rubric] = {}

    def keep_rubric(self, rubric: Rubric) -> None:
        """Keep a rubric's content as it is now; the same again changes nothing."""
        with self._lock:
            if rubric.fingerprint not in self._rubrics:
                self._rubrics[rubric.fingerprint] = rubric.model_copy(update={"translations": {}})
                self._revision += 1

    def kept_rubric(self, fingerprint: str) -> Rubric | None:
        """The content that was kept under a fingerprint, without translations; None where none was."""
        return self._rubrics.get(fingerprint)

    def rubric_steps(self, engagement: str) -> list[RubricStep]:
        """The versions that an engagement was on, oldest first, the present one last."""
        return [step for kept in self._found(engagement) for step in kept.steps]

    def holdings(self, engagement: str) -> Holdings:
        """Everything that an engagement holds by node, at one moment, also what is set aside."""
        with self._lock:
            kept = self._known(engagement)
            shown = {item.id for item in kept.evidence.values() if not item.deleted}
            places = {(one.unit, one.wave) for one in kept.sign_offs}
            return Holdings(
                revision=self._revision,
                waves=tuple(sorted(kept.waves.values(), key=lambda wave: wave.date)),
                ratings=tuple(kept.ratings[key][-1] for key in sorted(kept.ratings)),
                importance=kept.importance,
                votes=kept.votes,
                targets=kept.targets,
                links=frozenset(link for link in kept.links if link.evidence in shown),
                findings=tuple(item for item in kept.findings.values() if not item.deleted),
                initiatives=tuple(last(kept.initiatives).values()),
                aside=kept.aside,
                signed=frozenset(place for place in places if kept.signed(*place)),
            )

    def move(self, engagement: str, moves: Moves, by: str) -> bool:
        """Write a move to another version, all of it or nothing; False where the store changed meanwhile."""
        with self._lock:
            kept = self._known(engagement)
            if self._revision != moves.seen:
                return False
            self._keep(_moved(kept, moves, by, self._revision + 1))
            return True


def first_step(engagement: Engagement) -> RubricStep:
    """The version that an engagement is made on."""
    return RubricStep(1, engagement.rubric_version, engagement.rubric_fingerprint, "", utc_now())


def _moved(kept: Kept, moves: Moves, by: str, count: int) -> Kept:
    ratings, changed = dict(kept.ratings), dict(kept.changed)
    for rating in moves.ratings:
        revisions = ratings.get(rating.key, ())
        saved = moved_revision(revisions[-1] if revisions else None, rating)
        ratings[rating.key] = (*revisions, saved)
        changed[rating.key] = (*changed.get(rating.key, ()), count)
    waves = dict(kept.waves)
    for wave, version, fingerprint in moves.keeps:
        now_on = {"rubric_version": version, "rubric_fingerprint": fingerprint}
        waves[wave] = waves[wave].model_copy(update=now_on)
    step = RubricStep(len(kept.steps) + 1, moves.version, moves.fingerprint, by, utc_now())
    now_on = {"rubric_version": moves.version, "rubric_fingerprint": moves.fingerprint}
    return replace(
        kept,
        engagement=kept.engagement.model_copy(update=now_on),
        waves=waves,
        ratings=ratings,
        changed=changed,
        importance=settled(kept.importance, moves.importance),
        votes=settled(kept.votes, moves.votes),
        targets=settled(kept.targets, moves.targets),
        links=(kept.links - moves.unlinked) | moves.links,
        findings={**kept.findings, **{item.id: item for item in moves.findings}},
        initiatives=appended(
            kept.initiatives,
            [(one.key, one) for one in next_initiatives(last(kept.initiatives), moves.initiatives, by, None)],
        ),
        aside=moves.aside,
        steps=(*kept.steps, step),
    )
