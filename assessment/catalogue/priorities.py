"""Words of priorities: classes of urgency, the two charts, the ranked list."""

TEXTS = {
    "cli.priorities.what": (
        "Say what it is about: --engagement, or --rubric with --ratings.",
        "请说明对象：--engagement，或 --rubric 加 --ratings。",
    ),
    "cli.priorities.tier": (
        "The rubric has no tier “{tier}”. Possible: {allowed}.",
        "评估量表没有层级“{tier}”。可用：{allowed}。",
    ),
    "urgency.now": ("now", "立即"),
    "urgency.soon": ("soon", "尽快"),
    "urgency.plan": ("plan", "列入计划"),
    "urgency.watch": ("watch", "持续关注"),
    "urgency.above": ("above target", "已超目标"),
    "urgency.none": ("no urgency known", "迫切性未知"),
    "priorities.comma": (", ", "、"),
    "priorities.chart.gap": ("{unit}: gap against importance", "{unit}：差距与重要性"),
    "priorities.chart.level": ("{unit}: level against importance", "{unit}：水平与重要性"),
    "priorities.chart.required": (
        "{unit}: level against what its importance asks for",
        "{unit}：水平与重要性所要求的水平",
    ),
    "priorities.view.gap": ("Gap × importance", "差距 × 重要性"),
    "priorities.view.level": ("Level × importance", "水平 × 重要性"),
    "priorities.view.required": ("Required level", "应达水平"),
    "priorities.formula.gap": (
        "Urgency = √(importance × gap ÷ {span})",
        "迫切性 = √（重要性 × 差距 ÷ {span}）",
    ),
    "priorities.formula.level": (
        "Urgency = √(importance × (target − level) ÷ {span})",
        "迫切性 = √（重要性 ×（目标 − 水平）÷ {span}）",
    ),
    "priorities.formula.required": (
        "Urgency = (required level − level) ÷ {span}",
        "迫切性 =（应达水平 − 水平）÷ {span}",
    ),
    "priorities.axis.importance": ("Importance", "重要性"),
    "priorities.axis.gap": ("Gap to target, in levels", "与目标的差距（级）"),
    "priorities.axis.level": ("Level", "水平（级）"),
    "priorities.contour": ("{value} {standing}", "{value} {standing}"),
    "priorities.contour.required": ("required level", "应达水平"),
    "priorities.alt.class": ("{standing}: {nodes}", "{standing}：{nodes}"),
    "priorities.alt.join": (". ", "。"),
    "priorities.alt.none": ("Nothing can be placed yet.", "暂无可标示的内容。"),
    "priorities.note.whisker": (
        "Thin line: rating noise, the range that the level lies in with 95 % probability.",
        "细线表示评分误差：水平有 95% 的可能落在这一范围内。",
    ),
    "priorities.note.complexity": (
        "The larger the mark, the harder a better level is to put into practice.",
        "标记越大，表示提升水平的实施难度越高。",
    ),
    "priorities.note.no-complexity": (
        "This rubric does not grade implementation complexity, so all marks are of one size.",
        "本评估量表未给出实施复杂程度，各标记大小一致。",
    ),
    "priorities.note.aside": (
        "Marks side by side at the same grade are equally important; the curve that counts for a mark is"
        " the one at its grade.",
        "同一重要性等级上并排的标记，重要性相同；看曲线时以该等级所在位置为准。",
    ),
    "priorities.note.usual-target": (
        "Targets differ, so the curves are drawn for their mean, {target}; the colour goes by each one’s"
        " own target.",
        "各项目标不尽相同，曲线按平均目标 {target} 绘制；颜色按各自的目标判定。",
    ),
    "priorities.note.above": (
        "What is above its target has no gap and stands on the lower edge.",
        "已超目标的没有差距，标在下沿。",
    ),
    "priorities.unnamed": (
        "No room for the names of: {nodes}. They are in the list below.",
        "以下名称图中放不下，见下方列表：{nodes}。",
    ),
    "priorities.no-importance": (
        "Not on the chart, because no importance is set: {nodes}.",
        "未设定重要性，图中未标示：{nodes}。",
    ),
    "priorities.no-level": (
        "Not on the chart, because there is no score: {nodes}.",
        "没有得分，图中未标示：{nodes}。",
    ),
    "priorities.list": ("In order of urgency: {unit}", "按迫切性排序：{unit}"),
    "priorities.column.rank": ("Rank", "名次"),
    "priorities.column.node": ("Name", "名称"),
    "priorities.column.class": ("Class", "类别"),
    "priorities.column.urgency": ("Urgency", "迫切性"),
    "priorities.column.importance": ("Importance", "重要性"),
    "priorities.column.people": ("Opinions", "各人意见"),
    "priorities.column.level": ("Level", "水平"),
    "priorities.column.aim": ("Target", "目标"),
    "priorities.column.source": ("Target from", "目标来源"),
    "priorities.column.due": ("By", "期限"),
    "priorities.column.gap": ("Gap", "差距"),
    "priorities.column.noise": ("Rating noise", "评分误差"),
    "priorities.column.kept": ("Class kept", "类别稳定度"),
    "priorities.column.complexity": ("Complexity", "复杂程度"),
    "priorities.column.before": ("As set", "按现设定"),
    "priorities.source.own": ("own target", "本单位目标"),
    "priorities.source.inherited": ("inherited target", "沿用上级目标"),
    "priorities.source.benchmark": ("best practice: {operator}", "最佳实践：{operator}"),
    "priorities.source.top": ("top of the scale", "量表最高级"),
    "priorities.source.required": ("asked for by importance", "按重要性推算"),
    "priorities.unset": ("not set", "未设定"),
    "priorities.not-judged": ("not judged", "未判断"),
    "priorities.no-weights": ("no weights below", "下无权重"),
    "priorities.votes": ("{low} to {high}, {count} people", "{low}至{high}，{count} 人"),
    "priorities.votes.same": ("{count} people, all {grade}", "{count} 人，均为{grade}"),
    "priorities.votes.none": ("none", "无"),
    "priorities.note.kept": (
        "Class kept: share of {draws} draws in which the class stays the same when every weight below may be"
        " off by {spread} % (seed {seed}).",
        "类别稳定度：下级各权重在 ±{spread}% 内变动时，{draws} 次抽样中类别保持不变的比例"
        "（随机种子 {seed}）。",
    ),
    "priorities.note.missing": (
        "Without a score or an importance there is no urgency; nothing is guessed.",
        "缺少得分或重要性时不计算迫切性，不作猜测。",
    ),
    "priorities.tracks": ("{unit}: today against best practice", "{unit}：现状与最佳实践"),
    "priorities.track.level": ("Today", "现状"),
    "priorities.track.last": ("Last wave", "上一轮次"),
    "priorities.track.target": ("Target", "目标"),
    "priorities.track.best": ("Best practice", "最佳实践"),
    "priorities.track.importance": ("Importance", "重要性"),
    "priorities.track.note": (
        "The bar is the gap to the target, or to best practice where no target is set. The ball on the right"
        " fills with importance.",
        "横条为与目标的差距；未设目标时为与最佳实践的差距。右侧圆标填充越满，重要性越高。",
    ),
}
