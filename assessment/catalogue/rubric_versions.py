"""Sentences about versions of a rubric: their differences, and moving an engagement between them."""

TEXTS = {
    "rubric-diff.line": (
        "{kind}: {what} ({name}) {part}: {before} → {after}",
        "{kind}：{what}（{name}）{part}：{before} → {after}",
    ),
    "rubric-diff.worded": (
        "{kind}: {name}, {part}: {before} → {after}",
        "{kind}：{name}，{part}：{before} → {after}",
    ),
    "rubric-diff.worded.whole": ("{kind}: {name}", "{kind}：{name}"),
    "rubric-diff.part.name": ("name", "名称"),
    "rubric-diff.part.weight": ("weight", "权重"),
    "rubric-diff.part.rule": ("rule", "计算规则"),
    "rubric-diff.part.met_at": ("met at", "达标分"),
    "rubric-diff.part.stage": ("stage", "阶段"),
    "rubric-diff.part.complexity": ("complexity", "实施复杂程度"),
    "rubric-diff.part.question": ("question", "访谈问题"),
    "rubric-diff.part.parent": ("stands under", "所属上级"),
    "rubric-diff.part.place": ("place among its siblings", "同级中的位置"),
    "rubric-diff.part.id": ("id", "编号"),
    "rubric-diff.part.descriptors": ("order of the levels", "等级顺序"),
    "rubric-diff.part.descriptors.number": ("level {number}", "等级 {number}"),
    "rubric-diff.part.evidence.number": ("evidence {number}", "证据 {number}"),
    "rubric-diff.part.scale.levels.number": ("name of level {number}", "等级 {number} 的名称"),
    "rubric-diff.part.source.title": ("source", "来源"),
    "rubric-diff.part.source.date": ("date of the source", "来源日期"),
    "rubric-diff.part.scale.min": ("lowest score", "最低分"),
    "rubric-diff.part.scale.max": ("highest score", "最高分"),
    "rubric-diff.part.scale.step": ("step", "步长"),
    "rubric-diff.part.scale.levels": ("order of the levels", "等级顺序"),
    "rubric-diff.part.importance": ("grades of importance", "重要性档次"),
    "rubric-diff.part.tiers": ("tiers", "层级"),
    "rubric-diff.part.min_coverage": ("minimum coverage", "最低覆盖率"),
    "rubric-diff.part.blank_as": ("blank answers", "空白答案"),
    "rubric-diff.part.layout": ("place in the picture", "图中位置"),
    "rubric-diff.rubric": ("the rubric", "量表"),
    "rubric-diff.nothing": ("–", "–"),
    "rubric-diff.more": ("… and {count} more.", "……另有 {count} 处。"),
    "rubric-diff.head": (
        "From {before} to {after}: {count} differences.",
        "从 {before} 到 {after}：共 {count} 处不同。",
    ),
    "rubric-diff.same": (
        "{before} and {after} say the same.",
        "{before} 与 {after} 内容相同。",
    ),
    "rubric-diff.kind.added": ("Added", "新增"),
    "rubric-diff.kind.removed": ("Removed", "删除"),
    "rubric-diff.kind.renamed": ("Renamed", "改名"),
    "rubric-diff.kind.renumbered": ("New id", "改编号"),
    "rubric-diff.kind.moved": ("Moved", "移动"),
    "rubric-diff.kind.reworded": ("Reworded", "改写"),
    "rubric-diff.kind.reweighted": ("Reweighted", "改权重"),
    "rubric-diff.kind.rescaled": ("Rescaled", "改刻度"),
    "rubric-diff.kind.rule": ("Rule changed", "改规则"),
    "rubric-diff.kind.setting": ("Setting changed", "改设置"),
    "rubric-diff.kind.translated": ("Translation changed", "改译文"),
    "problem.migration-from": (
        "There is no version {found} to come from. Versions on the shelf: {allowed}.",
        "没有可供迁出的版本 {found}。现有版本：{allowed}。",
    ),
    "problem.migration-from-itself": (
        'A version cannot be the one that it comes from. Write the version before it, such as "1".',
        '迁出的版本不能是它自身。请写出前一个版本，例如 "1"。',
    ),
    "problem.migration-unknown-old": (
        "The version to come from has no node `{found}`. Likely meant: {allowed}.",
        "迁出的版本中没有节点 `{found}`。可能应为：{allowed}。",
    ),
    "problem.migration-unknown-new": (
        "The new version has no node `{found}`. Likely meant: {allowed}. Write null to drop the node.",
        "新版本中没有节点 `{found}`。可能应为：{allowed}。如要删除该节点，请写 null。",
    ),
    "problem.migration-two-to-one": (
        "`{found}` already takes the ratings of `{allowed}`. Two nodes cannot become one: "
        "write null for the one whose ratings are to be left behind.",
        "`{found}` 已接收 `{allowed}` 的评分，两个节点不能合为一个。请将不再沿用评分的那个节点写作 null。",
    ),
    "problem.migration-left-out": (
        "The new version has no node `{found}`, and it is not said where it went. "
        "Add a line with its new id, or with null if it is dropped.",
        "新版本中没有节点 `{found}`，也未说明其去向。请补上一行，写明新编号；如已删除，请写 null。",
    ),
    "problem.migration-case": (
        "`{found}` and `{allowed}` differ only in capital letters. Keep the old spelling in the new version, "
        "or add the line `{found}: {allowed}`.",
        "`{found}` 与 `{allowed}` 仅大小写不同。请在新版本中保留原来的写法，"
        "或补上一行 `{found}: {allowed}`。",
    ),
    "problem.migration-still-there": (
        "`{found}` is still a node of the new version, so it cannot be dropped or become another one. "
        "Delete this line, or give the new node an id of its own.",
        "`{found}` 在新版本中仍然存在，不能删除，也不能改为其他节点。请删去这一行，或为新节点另取编号。",
    ),
    "problem.migration-id-reused": (
        "`{found}` is the id of another node in the old version. An id means one thing for ever: "
        "give this node a new one.",
        "`{found}` 在旧版本中是另一个节点的编号。编号一经使用，含义不变；请为此节点另取编号。",
    ),
    "problem.migration-kind": (
        "`{found}` is an indicator in one version and has children in the other, so its ratings have no "
        "place there. Give it a new id, or write null.",
        "`{found}` 在一个版本中是指标，在另一个版本中却有下级，评分无处安放。请另取编号，或写作 null。",
    ),
    "problem.migration-scores": (
        "`{found}` is no way to move scores. Write in-proportion, or leave the key out.",
        "`{found}` 不是有效的分数换算方式。请写 in-proportion，或省略这个键。",
    ),
    "problem.migration-scores-off-step": (
        "In proportion, {found} would become {allowed}, which cannot be given on the new scale. "
        "Leave `scores` out, so that the indicators are rated again.",
        "按比例换算，{found} 会变为 {allowed}，不在新刻度上。请省略 `scores`，改为重新评定。",
    ),
    "error.MigrationRefusedError": (
        "{engagement} was not moved to version {version}; nothing was changed.",
        "项目 {engagement} 未迁移到版本 {version}，数据未作任何改动。",
    ),
    "error.SameVersionError": (
        "{engagement} is on version {version} of its rubric already.",
        "项目 {engagement} 已在使用该量表的版本 {version}。",
    ),
    "error.SignedOffUnitsError": (
        "In {engagement}, units are signed off in open waves: {places}. Lock such a wave, so that "
        "it stays on its version, or open the units again; then move.",
        "项目 {engagement} 中有单位已在未锁定的轮次签署：{places}。"
        "请锁定该轮次（锁定后保留原版本），或重新打开这些单位，然后再迁移。",
    ),
    "error.StoreMovedOnError": (
        "Others kept writing to {engagement} while it was to be moved; nothing was changed. Try again.",
        "迁移 {engagement} 时其他人仍在写入，未作任何改动。请重试。",
    ),
    "error.ScalesDifferError": (
        "{before} and {after} are on different scales, so their levels cannot be subtracted. "
        "Compare waves whose rubrics have the same scale.",
        "{before} 与 {after} 的刻度不同，等级不能相减。请选择刻度相同的轮次进行比较。",
    ),
    "migration.kind.kept": ("kept", "保留"),
    "migration.kind.renamed": ("renamed", "改名"),
    "migration.kind.moved": ("moved", "移动"),
    "migration.kind.rescaled": ("rescaled", "改刻度"),
    "migration.kind.dropped": ("dropped", "删除"),
    "migration.kind.new": ("new", "新增"),
    "migration.line": (
        "{kinds}: {node} ({name}){ratings}",
        "{kinds}：{node}（{name}）{ratings}",
    ),
    "migration.arrow": ("{before} → {after}", "{before} → {after}"),
    "migration.and": (", ", "、"),
    "migration.ratings": (": {told}", "：{told}"),
    "migration.ratings.carried": ("{count} carried on", "沿用 {count} 条评分"),
    "migration.ratings.converted": ("{count} converted in proportion", "按比例换算 {count} 条"),
    "migration.ratings.returned": ("{count} come back", "恢复 {count} 条"),
    "migration.ratings.again": ("{count} to be rated again", "{count} 条需重新评定"),
    "migration.ratings.aside": (
        "{count} kept aside, readable in the history",
        "{count} 条留存，可在“修改历史”中查看",
    ),
    "migration.head": (
        "{engagement}: {rubric} {before} → {after}.",
        "{engagement}：{rubric} {before} → {after}。",
    ),
    "migration.locked": (
        "Locked waves stay on their version: {waves}.",
        "已锁定的轮次保留原版本：{waves}。",
    ),
    "migration.totals": (
        "{nodes} nodes: {told}.",
        "共 {nodes} 个节点：{told}。",
    ),
    "migration.dry": ("Nothing was written.", "未写入任何内容。"),
    "migration.done": (
        "{engagement} is on version {version} now. Moving back brings everything back.",
        "{engagement} 现已使用版本 {version}。迁回原版本即可恢复全部内容。",
    ),
    "versions.common": (
        "{before} and {after} of the rubric have {common} of their nodes in common; only these are compared.",
        "量表的版本 {before} 与 {after} 有 {common} 个共同节点，仅比较这些节点。",
    ),
    "versions.only": ("Only in {version}: {nodes}.", "仅版本 {version} 有：{nodes}。"),
}
