"""Words of the page Capability map."""

TEXTS = {
    "shell.page.map": ("Capability map", "能力地图"),
    "empty.map": (
        "Here the whole rubric is one picture: a box for every capability, coloured by its level, its gap or "
        "its urgency. It needs an engagement with ratings.",
        "这里用一张图呈现整套量表：每项能力一个方框，按水平、差距或迫切性着色。需先有包含评分的项目。",
    ),
    "map.colour": ("Colour by", "着色依据"),
    "map.colour.level": ("Level", "水平"),
    "map.colour.gap": ("Gap", "差距"),
    "map.colour.urgency": ("Urgency", "迫切性"),
    "map.which": ("Map", "地图"),
    "map.own": ("{rubric} – own ratings", "{rubric}（本项目评分）"),
    "map.read": ("{rubric} – read from {source}", "{rubric}（由《{source}》的评分推得）"),
    "map.title.level": (
        "{unit} reaches {score} of {max}: highest in {high} ({most}), lowest in {low} ({least})",
        "{unit}总体得分 {score}（满分 {max} 分）：{high}最高（{most}），{low}最低（{least}）",
    ),
    "map.title.level.whole": ("{unit} reaches {score} of {max}", "{unit}总体得分 {score}（满分 {max} 分）"),
    "map.title.level.parts": (
        "{unit}: highest in {high} ({most}), lowest in {low} ({least}); too little is known for the whole",
        "{unit}：{high}最高（{most}），{low}最低（{least}）；总体数据不足",
    ),
    "map.title.none": (
        "{unit}: nothing on this map can be said yet",
        "{unit}：这张图上暂时还得不出结果",
    ),
    "map.title.gap": (
        "{unit}: {count} of {all} lie below target, {node} furthest ({gap})",
        "{unit}：{all} 项中有 {count} 项低于目标，{node}差距最大（{gap}）",
    ),
    "map.title.gap.none": (
        "{unit}: none of {all} lies below target",
        "{unit}：{all} 项均未低于目标",
    ),
    "map.title.urgency": (
        "{unit}: {now} of {all} call for change now, {soon} soon; {node} is the most urgent ({urgency})",
        "{unit}：{all} 项中 {now} 项须立即改进，{soon} 项须尽快改进；最迫切的是{node}（{urgency}）",
    ),
    "map.title.urgency.soon": (
        "{unit}: {soon} of {all} call for change soon, none at once; {node} is the most urgent ({urgency})",
        "{unit}：{all} 项中没有须立即改进的，{soon} 项须尽快改进；最迫切的是{node}（{urgency}）",
    ),
    "map.title.urgency.later": (
        "{unit}: none of {all} calls for change soon; {node} is the most urgent ({urgency})",
        "{unit}：{all} 项中没有须立即或尽快改进的；最迫切的是{node}（{urgency}）",
    ),
    "map.title.urgency.none": (
        "{unit}: no importance is set yet, so nothing can be called urgent",
        "{unit}：尚未设定重要性，无法判断迫切性",
    ),
    "map.held": (
        "Targets: {kinds}.",
        "目标取自：{kinds}。",
    ),
    "map.held.target": (
        "as set ({count})",
        "已设定的目标（{count} 项）",
    ),
    "map.held.best": (
        "published best practice ({count})",
        "公布的最佳实践（{count} 项）",
    ),
    "map.held.top": (
        "top of the scale ({count})",
        "量表最高等级（{count} 项）",
    ),
    "map.held.mixed": (
        "several kinds together ({count})",
        "多种依据合并计算（{count} 项）",
    ),
    "map.formula": (
        "Urgency is √(importance × gap), the gap as a share of the scale.",
        "迫切性 = √(重要性 × 差距)，差距按占量表全程的比例计。",
    ),
    "map.coverage": (
        "Read from the ratings of “{source}”: its questions reach {linked} of {all} boxes ({share}), {read} "
        "of them have a level. Nobody rated this map itself; what is not reached stays open.",
        "由《{source}》的评分推得：其问题涉及 {all} 项中的 {linked} 项（{share}），其中 {read} 项得出水平。"
        "这张图本身未经评分，未涉及的各项留空。",
    ),
    "map.coverage.carried": (
        "Importance and targets come over in the same way.",
        "重要性与目标也按同样方式换算。",
    ),
    "map.click": (
        "A box opens what is behind it; Tab and Enter do the same without a mouse.",
        "点击方框可查看其依据；也可用 Tab 键和回车键操作。",
    ),
    "map.complexity": (
        "implementation complexity, one dot (low) to five (high)",
        "实施复杂程度：一点为低，五点为高",
    ),
    "map.alt": ("{rubric}: {count} boxes in {panels} panels", "{rubric}：{panels} 个区域，{count} 个方框"),
    "map.gap.0": (
        "on target",
        "达到目标",
    ),
    "map.gap.near": ("up to {near} below", "低 {near} 以内"),
    "map.gap.middle": ("up to {middle} below", "低 {middle} 以内"),
    "map.gap.far": ("more than {middle} below", "低 {middle} 以上"),
    "map.watch": ("watch (below 0.25)", "持续关注（低于 0.25）"),
    "map.plan": ("plan (from 0.25)", "列入计划（0.25 起）"),
    "map.soon": ("soon (from 0.5)", "尽快（0.5 起）"),
    "map.now": ("now (from 0.75)", "立即（0.75 起）"),
    "map.state.na": ("not applicable", "不适用"),
    "map.state.unknown": ("not assessed", "未评估"),
    "map.state.no-data": ("not enough data", "数据不足"),
    "map.state.unread": ("not asked about", "未涉及"),
    "map.state.no-importance": ("no importance", "未设重要性"),
    "map.state.no-aim": (
        "no target",
        "无目标水平",
    ),
    "map.said.level": ("level {level} of {max}", "水平 {level}（满分 {max} 分）"),
    "map.said.held.target": ("target {level}", "目标 {level}"),
    "map.said.held.best": (
        "target: best practice {level}",
        "目标：最佳实践 {level}",
    ),
    "map.said.held.top": (
        "target: top of the scale, {level}",
        "目标：最高等级 {level}",
    ),
    "map.said.held.mixed": (
        "target {level}",
        "目标 {level}",
    ),
    "map.said.gap": ("gap {gap}", "差距 {gap}"),
    "map.said.above": (
        "{gap} above target",
        "高于目标 {gap}",
    ),
    "map.said.importance": ("importance {importance}", "重要性 {importance}"),
    "map.said.no-importance": ("no importance set", "未设重要性"),
    "map.said.urgency": ("urgency {urgency}: {class}", "迫切性 {urgency}：{class}"),
    "map.said.coverage": ("{coverage} assessed", "已评估 {coverage}"),
    "map.said.complexity": ("complexity: {grade}", "实施复杂程度：{grade}"),
    "map.told.title": ("What stands behind this level of {unit}", "{unit}这一水平的由来"),
    "map.told.from": (
        "Read from “{source}”, each level in proportion to its scale:",
        "由《{source}》推得，各项水平按量表比例换算：",
    ),
    "map.told.parts": ("Made of the boxes below it:", "由以下各项汇总："),
    "map.told.unread": (
        "No question of “{source}” speaks of it. To know more, rate it on the map’s own rubric.",
        "《{source}》没有涉及这一项的问题。如需了解，请用能力地图的量表直接评分。",
    ),
    "map.told.too-little": (
        "Too few of the following have a score.",
        "以下各项中有得分的太少。",
    ),
    "map.column.node": ("Read from", "来源"),
    "map.column.level": ("Its level", "其水平"),
    "map.column.weight": ("Weight", "权重"),
    "map.column.name": ("Capability", "能力"),
    "map.column.area": ("Area", "领域"),
    "map.column.shown": ("Level", "水平"),
    "map.column.state": ("State", "状态"),
    "map.column.aim": (
        "Target",
        "目标",
    ),
    "map.column.aim-kind": (
        "Target is",
        "目标依据",
    ),
    "map.column.gap": ("Gap", "差距"),
    "map.column.importance": ("Importance", "重要性"),
    "map.column.urgency": ("Urgency", "迫切性"),
    "map.column.class": ("Class", "类别"),
    "map.column.complexity": ("Complexity", "实施复杂程度"),
    "map.aim.target": (
        "set",
        "已设定",
    ),
    "map.aim.best": ("best practice", "最佳实践"),
    "map.aim.top": ("top of the scale", "最高等级"),
    "map.aim.mixed": ("several", "多种"),
    "map.table": ("The boxes as a table", "以表格查看"),
}
