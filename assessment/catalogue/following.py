"""Sentences of following a roadmap through: editing initiatives, progress, what is due, projected scores."""

TEXTS = {
    "migration.initiatives": (
        "Initiatives whose lifts go with their nodes: {count}.",
        "提升效果随节点迁移的举措：{count} 项。",
    ),
    "migration.initiatives.aside": (
        "Initiatives whose lifts go with their nodes: {count}. Lifts and prerequisites without a place in "
        "this version, set aside until the engagement moves back: {aside}.",
        "提升效果随节点迁移的举措：{count} 项。在该版本中没有对应位置的提升效果和前提条件有 {aside} 条，"
        "暂予搁置，迁回后恢复。",
    ),
    "error.RoadmapChangedError": (
        "{by} changed {name} at {at}, after you opened it. Theirs is saved, yours is not: look at it as it "
        "is now, then change it again.",
        "{by} 已于 {at} 修改了“{name}”，晚于您打开的时间。对方的修改已保存，您的修改未保存：请查看最新内容后"
        "再修改。",
    ),
}
