"""Words of the page Compare: two to eight units side by side."""

TEXTS = {
    "side.choose": ("Side by side (2 to {most} units)", "并列显示（2 至 {most} 个单位）"),
    "side.choose-peers": ("Published operators", "已公布的运营商"),
    "side.headline.widest": (
        "{high} and {low} are furthest apart in {node}: {top} against {bottom}.",
        "{high}与{low}在“{node}”上差距最大：{top} 比 {bottom}。",
    ),
    "side.headline.same": (
        "The units chosen have the same scores wherever more than one of them has one.",
        "所选单位在可比之处得分完全相同。",
    ),
    "side.headline.none": (
        "There is nothing to compare yet: fewer than two of the units chosen have a score anywhere.",
        "尚无可比内容：任一节点上有得分的所选单位不足两个。",
    ),
    "side.few": (
        "Choose at least two units above to see where they differ most.",
        "请在上方至少选择两个单位，以查看差异最大之处。",
    ),
    "side.one": (
        "Only one unit has ratings in this wave. As soon as a second one is rated, this page shows where "
        "they differ most, with what lies behind it.",
        "本轮次只有一个单位有评分。有第二个单位评分后，这里会显示差异最大之处及其依据。",
    ),
    "side.scope.note": (
        "Every score on this page stands on these indicators.",
        "本页所有得分均以这些指标为准。",
    ),
    "side.dumbbell": ("Largest differences: {tier}", "最大差异：{tier}"),
    "side.radar": ("Dimensions", "各维度"),
    "side.bars": ("{tier}: side by side", "{tier}：并列对比"),
    "side.table": ("Scores side by side", "得分并列对比"),
    "side.largest": ("The largest differences, and what lies behind them", "最大差异及其依据"),
    "side.row": (
        "{node}: {spread} apart, {high} {top}, {low} {bottom}",
        "{node}：相差 {spread}，{high} {top}，{low} {bottom}",
    ),
    "side.nothing-said": ("No finding, no evidence on record.", "没有发现，也没有证据记录。"),
    "side.finding": ("Finding", "发现"),
    "side.evidence": ("Evidence", "证据"),
    "side.rating": ("Note", "说明"),
    "side.tab.differences": ("Differences", "差异"),
    "side.tab.bars": ("Bars", "条形图"),
    "side.tab.table": ("Table", "表格"),
    "side.column.spread": ("Apart", "相差"),
}
