"""What comparing says: references, changes and their parts, peers, agreement, in both languages."""

from collections.abc import Mapping, Sequence

from assessment.agreement import IndicatorAgreement, Workshop
from assessment.catalogue import Lang, text
from assessment.comparing import REFERENCES
from assessment.peers import FEWEST_PEERS, PeerSpread
from assessment.wave_change import ChangeKind


def reference_title(reference: str, lang: Lang, names: Mapping[str, str]) -> str:
    """What units are held against; `names` are those of waves, units and operators by id."""
    if reference in REFERENCES:
        return text(f"comparing.reference.{reference}", lang)
    return names.get(reference, reference)


def change_sentence(kind: ChangeKind, lang: Lang) -> str:
    """What a change is made of."""
    return text(f"comparing.change.{kind}", lang)


def peers_sentence(spread: PeerSpread, lang: Lang) -> str:
    """The quartiles with n, or that the peers are hidden; empty where only named figures are shown."""
    if spread.hidden:
        return text("comparing.peers.hidden", lang, count=spread.count, fewest=FEWEST_PEERS)
    if spread.q1 is None:
        return ""
    q1, median, q3 = map(_two, (spread.q1, spread.median, spread.q3))
    return text("comparing.peers.quartiles", lang, count=spread.count, q1=q1, median=median, q3=q3)


def agreement_sentences(workshop: Workshop, lang: Lang) -> tuple[str, ...]:
    """Alpha with its caveat, and the panel's reliability, each as far as it can be told."""
    alpha, panel = workshop.alpha, workshop.panel
    said = [
        text(
            f"agreement.alpha.{alpha.verdict}",
            lang,
            value=_two(alpha.value),
            raters=alpha.raters,
            items=alpha.items,
        )
    ]
    if alpha.verdict == "measured":
        said.append(text("agreement.alpha.caveat", lang))
    said.append(
        text(
            f"agreement.panel.{panel.verdict}",
            lang,
            single=_two(panel.single),
            panel=_two(panel.panel),
            raters=panel.raters,
        )
    )
    return tuple(said)


def light_words(one: IndicatorAgreement, lang: Lang) -> tuple[str, ...]:
    """The light's word, and what is special about the votes."""
    special = [("split", one.split), ("scope-disputed", one.scope_disputed)]
    found = [text(f"agreement.{name}", lang) for name, holds in special if holds]
    return (text(f"agreement.light.{one.light}", lang), *found)


def rounded_to_add_up(parts: Sequence[float], total: float, places: int = 2) -> tuple[float, ...]:
    """Parts rounded so that they add up to the rounded total, each by less than one last place.

    What rounding down leaves over goes to the parts that lose most by it (largest remainder); the parts
    themselves must add up to the total.
    """
    unit = 10**places
    floors = [int(part * unit // 1) for part in parts]
    over = round(total * unit) - sum(floors)
    by_loss = sorted(range(len(parts)), key=lambda place: floors[place] - parts[place] * unit)
    lifted = set(by_loss[: max(0, over)])
    return tuple((floor + (place in lifted)) / unit for place, floor in enumerate(floors))


def _two(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"
