"""Sentences of following a roadmap through: editing initiatives, progress, what is due, projected scores."""

TEXTS = {
    "error.RoadmapChangedError": (
        "{by} changed {name} at {at}, after you opened it. Theirs is saved, yours is not: look at it as it is "
        "now, then change it again.",
        "{by} 已于 {at} 修改了“{name}”，晚于您打开的时间。对方的修改已保存，您的修改未保存：请查看最新内容后"
        "再修改。",
    ),
}
