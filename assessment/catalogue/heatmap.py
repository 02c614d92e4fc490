"""Words of the Heat-map page."""

TEXTS = {
    "shell.page.heatmap": ("Heat-map", "热力图"),
    "empty.heatmap": (
        "Here all units stand side by side, a row each: their scores in every capability, or how far they "
        "are from a target, the average, the best, an operator or the last wave. It needs an engagement with "
        "ratings.",
        "这里将所有单位逐行并列：各项能力的得分，或与目标、平均、最佳、某家运营商、上一轮次的差距。需先有包含评分的项目。",
    ),
    "heatmap.nobody": (
        "Nobody has been rated in this wave yet. As soon as units have ratings, their scores stand here, "
        "a row per unit and a column per capability.",
        "本轮次尚无任何单位的评分。一旦有评分，这里会按单位逐行、按能力逐列显示得分。",
    ),
    "heatmap.to-branches": ("Rate several units on one grid", "多单位评分"),
    "heatmap.none-left": (
        "No rated unit is left: choose another part of the tree, or another tag.",
        "没有符合条件的已评分单位，请另选范围或标签。",
    ),
    "heatmap.title.one": (
        "{unit} reaches {score} of {max} overall",
        "{unit}总体得分 {score}（满分 {max} 分）",
    ),
    "heatmap.title.one.no-score": ("{unit} has no overall score yet", "{unit}暂无总体得分"),
    "heatmap.title.own": (
        "{unit} reaches {score} overall, among {count} units between {low} and {high}",
        "{unit}总体得分 {score}，{count} 个单位介于 {low} 与 {high} 之间",
    ),
    "heatmap.title.all-same": (
        "All {count} units that have a score reach {low} overall",
        "有得分的 {count} 个单位总体得分均为 {low}",
    ),
    "heatmap.title.own-same": (
        "{unit} reaches {score} overall, and so does everyone with a score",
        "{unit}总体得分 {score}，其他有得分的单位也是 {score}",
    ),
    "heatmap.title.all": (
        "{count} units lie between {low} and {high} overall",
        "{count} 个单位的总体得分介于 {low} 与 {high} 之间",
    ),
    "heatmap.title.no-score": (
        "None of {count} units has an overall score yet",
        "{count} 个单位均暂无总体得分",
    ),
    "heatmap.title.apart": (
        "{title}; they lie furthest apart in {node} ({low} to {high})",
        "{title}；差距最大的是{node}（{low} 至 {high}）",
    ),
    "heatmap.title.own.held": (
        "Against “{reference}”: {unit} is {difference} overall",
        "对照“{reference}”：{unit}总体 {difference}",
    ),
    "heatmap.title.own.behind": (
        "{title}, furthest behind in {node} ({difference})",
        "{title}；落后最多的是{node}（{difference}）",
    ),
    "heatmap.title.own.ahead": (
        "{title}, nowhere behind, least ahead in {node} ({difference})",
        "{title}；各项均未落后，优势最小的是{node}（{difference}）",
    ),
    "heatmap.title.all.held": (
        "Against “{reference}”: {below} of {count} units are behind overall, {above} ahead",
        "对照“{reference}”：{count} 个单位中，总体落后 {below} 个、领先 {above} 个",
    ),
    "heatmap.title.all.behind": (
        "{title}; most are behind in {node}: {below}",
        "{title}；落后单位最多的是{node}：{below} 个",
    ),
    "heatmap.title.not-held": (
        "No figure to hold these units against: {reference}",
        "没有可对照的数值：{reference}",
    ),
    "heatmap.tier": ("Columns", "列"),
    "heatmap.tier.all": ("All", "全部"),
    "heatmap.reference": ("Figures", "数值"),
    "heatmap.reference.scores": ("Scores", "得分"),
    "heatmap.reference.to": ("Difference: {reference}", "差异：{reference}"),
    "heatmap.below": ("Part of the tree", "范围"),
    "heatmap.below.all": ("All units", "全部单位"),
    "heatmap.below.some": ("Below {unit} ({count})", "{unit}下属（{count}）"),
    "heatmap.tag": ("Tag", "标签"),
    "heatmap.tag.any": ("Any tag", "不限标签"),
    "heatmap.tag.some": ("Tag {tag} ({count})", "标签 {tag}（{count}）"),
    "heatmap.unit": ("Unit", "单位"),
    "heatmap.own": ("Chosen unit", "所选单位"),
    "heatmap.click": (
        "Click a figure for what is behind it, a column's name to sort, a unit's name to keep it on top.",
        "点击数值查看依据，点击列名排序，点击单位名称将其固定在顶部。",
    ),
    "heatmap.count": ("{count} units", "{count} 个单位"),
    "heatmap.count.one": ("1 unit", "1 个单位"),
    "heatmap.unrated": (
        "Units without a rating in this wave have no row here: {count}.",
        "有 {count} 个单位在本轮次没有评分，未列出。",
    ),
    "heatmap.common": (
        "Both sides are scored on the indicators that apply to both.",
        "双方均按共同适用的指标计分。",
    ),
    "heatmap.parents": (
        "Where the unit above is not rated itself, the average of its rated units stands for it.",
        "上级单位本身没有评分时，以其下已评分单位的平均值代替。",
    ),
    "heatmap.copy": ("Copy the table", "复制表格"),
    "heatmap.copied": ("Copied: {count} rows", "已复制 {count} 行"),
    "heatmap.sort": ("Sort by {node}", "按{node}排序"),
    "heatmap.sort.tree": ("Order of the tree", "按组织结构排列"),
    "heatmap.pin": ("Keep {unit} on top", "将{unit}固定在顶部"),
    "heatmap.picture.cut": (
        "The picture holds the first {shown} of {count} units in this order, and the chosen one.",
        "图片只含按当前顺序排列的前 {shown} 个单位（共 {count} 个），所选单位始终在内。",
    ),
    "heatmap.picture.wide": (
        "As a picture it takes at most {most} columns: choose fewer.",
        "导出图片时最多 {most} 列，请减少列数。",
    ),
    "heatmap.table": ("Heat-map {wave}", "热力图 {wave}"),
    "heatmap.alt": (
        "Heat-map of {count} units and {columns} nodes; arrow keys move, Enter shows what is behind it.",
        "{count} 个单位、{columns} 个节点的热力图；方向键移动，回车查看数值依据。",
    ),
    "heatmap.cell.score": ("Score {score} of {max}", "得分 {score}（满分 {max} 分）"),
    "heatmap.cell.against": (
        "{difference}: {score} against {against}",
        "{difference}：{score} 对 {against}",
    ),
    "heatmap.cell.no-reference": ("{score}, no figure to hold it against", "{score}，没有可对照的数值"),
    "heatmap.cell.rank": ("Place {rank} of {count} in this column", "本列第 {rank} 位，共 {count} 个单位"),
    "heatmap.cell.coverage": ("{coverage} assessed", "已评估 {coverage}"),
    "heatmap.cell.dagger": ("† Rests on an inferred or illegible rating", "† 依据推断或难以辨认的评分"),
    "heatmap.short.na": ("n/a", "不适用"),
    "heatmap.short.unknown": ("open", "未评估"),
    "heatmap.short.no-data": ("no data", "数据不足"),
    "heatmap.short.no-reference": ("–", "–"),
    "heatmap.no-reference": ("nothing to hold it against", "没有可对照的数值"),
    "heatmap.legend.na": ("n/a: not applicable", "不适用"),
    "heatmap.legend.unknown": ("open: not assessed", "未评估"),
    "heatmap.legend.no-data": (
        "no data: less than {coverage} assessed, no score",
        "数据不足：已评估部分不足 {coverage}，无得分",
    ),
    "heatmap.legend.low": ("less than {coverage} assessed", "已评估部分不足 {coverage}"),
    "heatmap.legend.no-reference": ("–: nothing to hold it against", "–：没有可对照的数值"),
    "heatmap.legend.behind": ("behind", "落后"),
    "heatmap.legend.ahead": ("ahead", "领先"),
}
