"""Words of the page Benchmark: a unit beside published operators, and one's own data sets."""

TEXTS = {
    "shell.page.benchmark": ("Benchmark", "标杆对照"),
    "empty.benchmark": (
        "Here you see a unit beside published operators: best, median, quartiles, the gap to best practice. "
        "It needs an engagement first: load the 2003 example or start your own on Home.",
        "在这里将单位与已公布得分的运营商对照：最佳、中位数、四分位数及与最佳实践的差距。"
        "请先在首页载入 2003 年示例或新建项目。",
    ),
    "benchmark.best": ("best practice", "最佳实践"),
    "benchmark.operators": ("Published operators", "已公布的运营商"),
    "benchmark.headline.some": (
        "{unit} lies behind {reference} in {behind} of {count}; the widest gap is {gap}, in {node}.",
        "{unit}在 {count} 项中有 {behind} 项落后于{reference}，差距最大的是{node}，相差 {gap}。",
    ),
    "benchmark.headline.all": (
        "{unit} lies behind {reference} in all {count}; the widest gap is {gap}, in {node}.",
        "{unit}在全部 {count} 项中均落后于{reference}，差距最大的是{node}，相差 {gap}。",
    ),
    "benchmark.headline.ahead": (
        "{unit} is level with {reference} or ahead of it in all {count}.",
        "{unit}在全部 {count} 项中均不低于{reference}。",
    ),
    "benchmark.headline.none": (
        "No gap of {unit} to {reference} can be told here: a score or a published figure is missing.",
        "{unit}与{reference}的差距无法判断：缺少得分或公布值。",
    ),
    "benchmark.headline.hidden": (
        "{unit} against {reference}: fewer than {fewest} operators have a figure here, so theirs are hidden.",
        "{unit}与{reference}：此处有公布值的运营商不足 {fewest} 家，其得分未予显示。",
    ),
    "benchmark.hidden": ("hidden (n < {fewest})", "未显示（n < {fewest}）"),
    "benchmark.no-gap": ("no comparison", "无法比较"),
    "benchmark.column.gap": ("Gap", "差距"),
    "benchmark.standings": ("{unit} against published operators", "{unit}与已公布运营商对照"),
    "benchmark.by-name": ("Each operator by name", "逐一列出各运营商"),
    "benchmark.spread": (
        "{unit} over the middle half of the operators",
        "{unit}在各运营商中间一半区间上的位置",
    ),
    "benchmark.gaps": ("{unit} and {reference}, widest gap first", "{unit}与{reference}（差距由大到小）"),
    "benchmark.radar": ("{unit} and {reference}", "{unit}与{reference}"),
    "benchmark.bars": ("{node}: every operator by name", "{node}：各运营商得分"),
    "benchmark.note.quartiles": (
        "Boxes: lower to upper quartile, the line inside is the median; n from the top: {counts}.",
        "方框为下四分位数至上四分位数，框内竖线为中位数；自上而下 n 为 {counts}。",
    ),
    "benchmark.set": ("Published data", "标杆数据"),
    "benchmark.set.named": ("{title} ({year}, {count} operators)", "{title}（{year} 年，{count} 家运营商）"),
    "benchmark.against": ("Gap to", "差距对象"),
    "benchmark.tier": ("Show", "显示层级"),
    "benchmark.named": (
        "Show fewer than {fewest} by name",
        "少于 {fewest} 家时也按名称显示",
    ),
    "benchmark.shown": ("As", "显示方式"),
    "benchmark.tab.charts": ("Charts", "图表"),
    "benchmark.tab.gaps": ("Table of gaps", "差距表"),
    "benchmark.tab.names": ("Every operator", "各运营商"),
    "benchmark.tab.recomputed": ("Published against computed", "公布值与计算值"),
    "benchmark.tab.add": ("Add data", "添加数据"),
    "benchmark.all-hidden": (
        "At {count} of {total} fewer than {fewest} operators have a figure. "
        "Their figures are hidden unless you ask for them by name.",
        "{total} 项中有 {count} 项的公布值不足 {fewest} 家，除非要求按名称显示，否则不予显示。",
    ),
    "benchmark.no-set": (
        "This engagement has no published data to compare with. "
        "Add a data set below: a manifest and its CSV files.",
        "本项目没有可供对照的标杆数据。请在下方添加：一个清单文件及其 CSV 文件。",
    ),
    "benchmark.source": (
        "Source: {title}, {publisher}, {date}. {obtained}",
        "来源：{title}，{publisher}，{date}。{obtained}",
    ),
    "benchmark.click": (
        "Click a row to see what is behind the unit's score.",
        "点击任一行，可查看单位得分的依据。",
    ),
    "benchmark.add.about": (
        "Hand in a manifest (YAML) and the CSV files that it names. Everything is checked first; "
        "nothing is written until you add it.",
        "请上传清单文件（YAML）及其列出的 CSV 文件。系统会先全面检查，确认添加前不会写入任何内容。",
    ),
    "benchmark.add.files": ("Manifest and CSV files", "清单与 CSV 文件"),
    "benchmark.add.template": ("Example to fill in", "下载填写示例"),
    "benchmark.add.refused": (
        "{count} problem(s): mend them and hand the files in again. Nothing was written.",
        "发现 {count} 个问题，请修改后重新上传。未写入任何内容。",
    ),
    "benchmark.add.ready": (
        "“{title}” by {publisher}: {operators} operators, {scores} figures, {findings} findings.",
        "“{title}”（{publisher}）：{operators} 家运营商，{scores} 个得分，{findings} 条发现。",
    ),
    "benchmark.add.same": (
        "This data set is here already, figure by figure.",
        "该数据集已存在，内容完全一致。",
    ),
    "benchmark.add.replaces": (
        "A data set of this id is here already; adding this one replaces it.",
        "已有同编号的数据集，添加后将替换原有数据。",
    ),
    "benchmark.add.button": ("Add the data set", "添加数据集"),
    "benchmark.add.done": ("“{title}” was added.", "已添加“{title}”。"),
    "problem.published-id-on-shelf": (
        "The id “{found}” belongs to a data set that comes with Gapline. Choose another id in the manifest.",
        "编号“{found}”属于随 Gapline 提供的数据集，请在清单中改用其他编号。",
    ),
}
