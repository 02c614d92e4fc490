"""Words of the page on which an engagement changes to another version of its rubric."""

TEXTS = {
    "shell.page.migration": ("Change version", "更换量表版本"),
    "empty.migration": (
        "Once an engagement is there, this page shows what another version of its rubric would change, "
        "before anything is written.",
        "有了项目之后，这里会在写入之前逐项说明更换量表版本将带来哪些变化。",
    ),
    "migration-page.stands": (
        "{engagement} is on version {version} of “{rubric}”.",
        "{engagement}目前使用《{rubric}》的版本 {version}。",
    ),
    "migration-page.only": (
        "There is no other version of this rubric. When a new one is published under “Write a rubric”, this "
        "page shows what moving would change.",
        "该量表没有其他版本。在“编写量表”页面发布新版本后，这里会说明更换版本将带来哪些变化。",
    ),
    "migration-page.to-authoring": ("Write a rubric", "编写量表"),
    "migration-page.to-rubric": ("The rubric", "评估量表"),
    "migration-page.version": ("Change to version", "改用版本"),
    "migration-page.newest": ("{version} (newest)", "{version}（最新）"),
    "migration-page.preview": ("From version {before} to {after}", "从版本 {before} 到版本 {after}"),
    "migration-page.count": ("{count} nodes", "{count} 个节点"),
    "migration-page.kind": ("{count} {kind}", "{kind} {count}"),
    "migration-page.ratings": ("Ratings: {told}.", "评分：{told}。"),
    "migration-page.ratings.none": (
        "No ratings are touched: none were given in waves that move.",
        "不涉及评分：随迁的轮次中尚无评分。",
    ),
    "migration-page.along": (
        "This is a preview: nothing is written before you confirm. Evidence, findings, importance and "
        "targets go with their nodes. Nothing is deleted: going back to version {before} brings everything "
        "back.",
        "以下为预览，确认之前不会写入任何内容。证据、结论、重要性和目标随节点一同迁移。"
        "数据不会删除，改回版本 {before} 即可全部恢复。",
    ),
    "migration-page.locked": (
        "Locked waves stay on their version, with the same figures as before: {waves}.",
        "已锁定的轮次保留原版本，数字不变：{waves}。",
    ),
    "migration-page.blocked": (
        "This cannot be done yet. Signed off, in waves that are still open: {places}. Either lock the wave, "
        "so that it stays on its version, or open these units again.",
        "暂时不能更换。以下单位已签署，但所在轮次尚未锁定：{places}。"
        "请锁定该轮次，使其保留原版本；或重新打开这些单位。",
    ),
    "migration-page.blocked.more": ("and {count} more", "另有 {count} 处"),
    "migration-page.to-waves": ("Lock the wave", "锁定轮次"),
    "migration-page.to-quality": ("Open {place} again", "重新打开{place}"),
    "migration-page.nobody": (
        "To change the version, say in the sidebar who you are.",
        "如需更换版本，请先在侧栏选择您的姓名。",
    ),
    "migration-page.ask": ("Change to version {version}", "改用版本 {version}"),
    "migration-page.sure": (
        "{engagement} is then rated and scored on version {version}, by everybody.",
        "此后，{engagement}的所有人都按版本 {version} 评分和计分。",
    ),
    "migration-page.now": ("Change now, as {name}", "以{name}的名义更换"),
    "migration-page.now.bare": ("Change now", "立即更换"),
    "migration-page.table": ("Nodes from version {before} to {after}", "版本 {before} 到 {after} 的节点变化"),
    "migration-page.column.kind": ("What happens", "变化"),
    "migration-page.column.node": ("Node", "节点"),
    "migration-page.column.above": ("Stands under", "所属上级"),
    "migration-page.column.ratings": ("Ratings", "评分"),
    "migration-page.ids": ("{name} (id {ids})", "{name}（编号 {ids}）"),
    "migration-page.filter": ("What happens", "变化"),
    "migration-page.search": ("Search nodes", "搜索节点"),
    "migration-page.none": (
        "No node fits these choices.",
        "没有符合条件的节点。",
    ),
    "migration-page.shown": (
        "{shown} of {count} nodes are shown. The files hold all of them.",
        "显示 {count} 个节点中的 {shown} 个，下载文件包含全部。",
    ),
    "migration-page.differs": (
        "Also different: wording, weights and rules ({count})",
        "此外的不同：措辞、权重和规则（{count}）",
    ),
    "migration-page.done": (
        "{engagement} is on version {version} now. {told}",
        "{engagement}现已使用版本 {version}。{told}",
    ),
    "migration-page.back": (
        "To go back, choose version {before} below; that brings everything back as it was.",
        "如需改回，请在下方选择版本 {before}，一切即恢复原样。",
    ),
    "migration-page.steps": ("Versions so far", "版本记录"),
    "migration-page.step.first": ("{time}: begun on version {version}", "{time}：以版本 {version} 开始"),
    "migration-page.step": (
        "{time}: {who} changed to version {version}",
        "{time}：{who}改用版本 {version}",
    ),
    "rubric-page.newer": (
        "Version {version} of this rubric is there. {engagement} is on version {own}.",
        "该量表已有版本 {version}，{engagement}目前使用版本 {own}。",
    ),
    "rubric-page.others": (
        "Other versions of this rubric: {versions}.",
        "该量表的其他版本：{versions}。",
    ),
    "rubric-page.look-at-move": ("See what changing would do", "查看更换版本的影响"),
    "rubric-page.kept-version": (
        "This wave is locked and stays on version {version}; the engagement is on version {own}.",
        "本轮次已锁定，保留版本 {version}；项目目前使用版本 {own}。",
    ),
    "rubric-page.decisions": ("Who decided the weights, and why", "权重由谁决定、依据何在"),
    "weights.column.group": ("Group", "分组"),
    "weights.column.weights": ("Points of 100", "分值（共 100 分）"),
    "weights.column.method": ("How", "方法"),
    "weights.column.by": ("Who", "决定人"),
    "weights.column.at": ("When", "时间"),
    "weights.column.why": ("Why", "理由"),
    "weights.method.pairs.ratio": (
        "Pair by pair, consistency ratio {ratio}",
        "两两比较，一致性比率 {ratio}",
    ),
    "weights.method.pairs.unsure": (
        "Pair by pair, consistency ratio {ratio}: the judgements contradict each other",
        "两两比较，一致性比率 {ratio}，判断之间有矛盾",
    ),
}
