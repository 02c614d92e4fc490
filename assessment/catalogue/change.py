"""Words of the page Change: what became of the scores between two waves."""

TEXTS = {
    "shell.page.change": ("Change", "轮次变化"),
    "empty.change": (
        "Here you see what changed between two waves, and how much of it is real. "
        "It needs an engagement first: load the 2003 example or start your own on Home.",
        "在这里查看两个轮次之间的变化，以及其中有多少属于实际变化。请先在首页载入 2003 年示例或新建项目。",
    ),
    "change.headline.one": (
        "{name} went from {low} in {before} to {high} in {after}, {total}. {made}",
        "{name}：从{before}的 {low} 到{after}的 {high}，{total}。{made}",
    ),
    "change.headline.mean": (
        "{name}: from {low} in {before} to {high} in {after}, {total}; n = {units}. {made}",
        "{name}：从{before}的 {low} 到{after}的 {high}，{total}，n = {units}。{made}",
    ),
    "change.headline.same": (
        "{name} stays at {high} from {before} to {after}. {made}",
        "{name}：{before}至{after}保持在 {high}。{made}",
    ),
    "change.headline.none": (
        "{name} has no overall score in {before} or in {after}: no change can be told.",
        "{name}在{before}或{after}没有总分，无法判断变化。",
    ),
    "change.part": ("{part} {figure}", "{part} {figure}"),
    "change.made-of": ("Made of: {parts}.", "构成：{parts}。"),
    "change.since": ("Since", "对比轮次"),
    "change.whose": ("Whose change", "变化对象"),
    "change.whose.unit": ("{unit}", "{unit}"),
    "change.whose.below": ("Average of {count} units below {unit}", "{unit}下属 {count} 个单位的平均"),
    "change.whose.all": ("Average of all {count} rated units", "全部 {count} 个已评分单位的平均"),
    "change.tier": ("Show", "显示层级"),
    "change.first": (
        "{wave} is the first wave of this engagement. As soon as there is a second one, this page shows what "
        "changed: how much is real, how much was only judged anew, and what was not assessed again.",
        "{wave}是本项目的第一轮。有了第二轮之后，这里会显示变化：多少是实际变化，多少只是重新评定，哪些未重新评估。",
    ),
    "change.to-waves": ("Start the next wave", "开始下一轮"),
    "change.unrated": (
        "{name} has no ratings in {before} or in {after} yet; there is nothing to compare.",
        "{name}在{before}或{after}尚无评分，没有可比较的内容。",
    ),
    "change.table": ("{name}: change from {before} to {after}", "{name}：{before}至{after}的变化"),
    "change.units": (
        "{node}: change by unit, {before} to {after}",
        "{node}：各单位变化（{before}至{after}）",
    ),
    "change.parts": (
        "{name}: what the change from {before} to {after} is made of",
        "{name}：{before}至{after}变化的构成",
    ),
    "change.slope": ("{name}: levels in both waves", "{name}：两轮的水平"),
    "change.axis": ("Change in levels", "等级变化"),
    "change.no-score": ("no score", "无得分"),
    "change.no-comparison": ("no comparison", "无法比较"),
    "change.column.common": ("In both waves", "两轮均有"),
    "change.column.came": ("Came", "新增"),
    "change.column.went": ("Went", "退出"),
    "change.column.left": ("Not re-assessed", "未重新评估"),
    "change.column.units": ("Units (n)", "单位数（n）"),
    "change.left.title": ("Not re-assessed ({count})", "未重新评估（{count} 项）"),
    "change.left.none": (
        "Everything that had a score in {before} was assessed again in {after}.",
        "{before}有评分的指标在{after}均已重新评估。",
    ),
    "change.left.about": (
        "These had a score in {before} and have no answer in {after}. Open one to rate it.",
        "以下指标在{before}有评分，在{after}没有回答。点击即可评分。",
    ),
    "change.left.several": (
        "{count} of {total} units were not assessed again in full; the most open: {names}.",
        "{total} 个单位中有 {count} 个未完整重新评估，缺项最多的是：{names}。",
    ),
    "change.left.unit": ("{unit} ({count})", "{unit}（{count} 项）"),
    "change.click": (
        "Click a row to see what is behind the later score.",
        "点击任一行，可查看后一轮得分的依据。",
    ),
    "change.click-unit": (
        "Click a row to look at that unit.",
        "点击任一行，可查看该单位。",
    ),
    "change.method": (
        "The parts add up to the total. Real: indicators assessed in both waves. "
        "Judged anew: tagged “re-rated”. "
        "Scope: indicators that came or went. Rubric: other weights or rules.",
        "各部分之和等于合计。实际变化：两轮均评估的指标；重新评定：标注“重评”的指标；"
        "评估范围：新增或退出的指标；量表版本：权重或规则变化。",
    ),
}
