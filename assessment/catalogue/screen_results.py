"""Words of the pages Profile, Compare and Export, of their charts and of the explanations."""

TEXTS = {
    "profile.empty": (
        "Here you will see how a unit scores per dimension and capability, beside the benchmark. "
        "There is no engagement yet: start one, or load the 2003 example, on Home.",
        "这里将显示各单位在每个维度和能力上的得分，并与标杆对照。"
        "目前还没有项目：请在首页新建项目，或载入 2003 年示例。",
    ),
    "compare.empty": (
        "Here you will see units and published operators side by side. "
        "There is no engagement yet: start one, or load the 2003 example, on Home.",
        "这里将并排显示各单位与已公布得分的运营商。目前还没有项目：请在首页新建项目，或载入 2003 年示例。",
    ),
    "export.empty": (
        "Here you will make a PowerPoint deck and an Excel workbook of an assessment. "
        "There is no engagement yet: start one, or load the 2003 example, on Home.",
        "这里可以把评估结果导出为 PowerPoint 演示文稿和 Excel 工作簿。"
        "目前还没有项目：请在首页新建项目，或载入 2003 年示例。",
    ),
    "results.to-home": ("Go to Home", "前往首页"),
    "results.unrated": (
        "{unit} has no ratings in this wave yet. Scores, charts and findings appear here as soon as "
        "the first indicators are rated.",
        "{unit}在本轮次尚无评分。录入首批指标的评分后，这里即会显示得分、图表与发现。",
    ),
    "results.to-interview": ("Start the interview", "开始访谈评分"),
    "results.reference": ("Compare with", "对照对象"),
    "results.reference.best": (
        "Best practice (best of the published operators)",
        "最佳实践（已公布运营商中的最高分）",
    ),
    "results.reference.none": ("Nobody", "不对照"),
    "results.figures": ("Figures and downloads", "数据与下载"),
    "results.figures.category": ("Capability", "能力"),
    "results.download.csv": ("Table as CSV", "表格（CSV）"),
    "results.download.xlsx": ("Table for Excel", "表格（Excel）"),
    "results.download.png": ("Chart as PNG", "图表（PNG）"),
    "results.download.svg": ("Chart as SVG", "图表（SVG）"),
    "results.no-pictures": (
        "Charts can be downloaded as pictures once this is installed: pip install gapline[pictures]",
        "如需将图表下载为图片，请先安装：pip install gapline[pictures]",
    ),
    "results.no-chinese-font": (
        "No Chinese font is installed on this machine, so Chinese words are missing from pictures. "
        "Install one, for example Noto Sans CJK, and restart Gapline.",
        "本机未安装中文字体，导出的图片会缺少中文。请安装中文字体（如 Noto Sans CJK）后重新启动 Gapline。",
    ),
    "results.source": ("Source: {source}", "来源：{source}"),
    "profile.radar-tab": ("Radar", "雷达图"),
    "profile.overview": ("Dimensions", "维度"),
    "profile.capabilities": ("Capabilities", "能力"),
    "profile.click": (
        "Click a bar or a number to see what is behind it.",
        "点击条形或数字，即可查看得分依据。",
    ),
    "profile.findings": ("Scores and findings", "得分与发现"),
    "profile.dimension": ("Dimension", "维度"),
    "profile.all-scores": ("All scores with coverage", "全部得分与覆盖率"),
    "profile.targets": ("Importance and targets", "重要性与目标"),
    "compare.choose": ("Side by side", "并列显示"),
    "compare.choose-hint": ("Choose units and operators", "选择单位和运营商"),
    "compare.tier": ("Show", "显示"),
    "compare.tier.all": ("Dimensions and capabilities", "维度和能力"),
    "compare.tier.dimensions": ("Dimensions", "维度"),
    "compare.tier.capabilities": ("Capabilities", "能力"),
    "compare.tier.indicators": ("Indicators", "指标"),
    "compare.operator": ("{name} (published)", "{name}（公布值）"),
    "compare.nothing-chosen": (
        "Choose at least one unit or operator above to see its scores.",
        "请在上方至少选择一个单位或运营商。",
    ),
    "compare.tab.table": ("Table", "表格"),
    "compare.tab.chart": ("Chart", "图表"),
    "compare.tab.published": ("Published against computed", "公布值与计算值"),
    "compare.chart": ("{tier}: chosen units and operators side by side", "{tier}：所选单位与运营商对比"),
    "compare.crowded": (
        "The chart shows at most {count} units and operators; the table holds all that you chose.",
        "图表最多显示 {count} 个单位和运营商，全部所选对象见表格。",
    ),
    "compare.no-indicators": (
        "Published operators have no scores per indicator, so only units are shown here.",
        "已公布的运营商没有指标级得分，此处仅显示单位。",
    ),
    "compare.click": (
        "Click a unit's number to see what is behind it.",
        "点击单位的得分，即可查看得分依据。",
    ),
    "compare.no-published": (
        "This engagement has no published composites that could be recomputed.",
        "本项目没有可供复算的公布综合得分。",
    ),
    "export.title": ("Take {unit} with you", "导出{unit}的评估结果"),
    "export.lead": (
        "The deck and the workbook hold the same figures as the pages. Every chart stays editable.",
        "演示文稿和工作簿中的数据与页面完全一致，所有图表均可编辑。",
    ),
    "export.language": ("Language of the files", "文件语言"),
    "export.deck": ("PowerPoint deck", "PowerPoint 演示文稿"),
    "export.deck.about": (
        "Profile, one slide per capability, comparison, evidence: native charts and tables.",
        "能力画像、每项能力一页、对比与证据，均为原生图表和表格。",
    ),
    "export.workbook": ("Excel workbook", "Excel 工作簿"),
    "export.workbook.about": (
        "Scores per node with charts, ratings with evidence, published against computed.",
        "各节点得分与图表、评分与证据、公布值与计算值对照。",
    ),
    "export.make.deck": ("Make the deck", "生成演示文稿"),
    "export.make.workbook": ("Make the workbook", "生成工作簿"),
    "export.download.deck": ("Download the deck", "下载演示文稿"),
    "export.download.workbook": ("Download the workbook", "下载工作簿"),
    "export.stop": ("Stop", "停止"),
    "export.gathering": ("Gathering the figures", "正在汇总数据"),
    "export.working": ("Writing: {what}", "正在写入：{what}"),
    "export.ready": ("{name}: {size} KB, ready.", "{name}：{size} KB，已就绪。"),
    "export.data": ("Data", "数据"),
    "export.data.about": (
        "All units of this wave, for spreadsheets and other programs.",
        "本轮次全部单位的数据，可用于电子表格或其他程序。",
    ),
    "export.scores": ("Scores as CSV", "得分（CSV）"),
    "export.ratings": ("Ratings as CSV", "评分（CSV）"),
    "export.file.scores": ("scores", "得分"),
    "export.file.ratings": ("ratings", "评分"),
    "why.title": ("{unit}: why this score?", "{unit}：得分依据"),
    "why.choose": ("Why this score?", "查看得分依据"),
    "why.show": ("Show why", "查看依据"),
    "why.headline": ("{node}: {score}", "{node}：{score}"),
    "why.rule": (
        "{rule} of the parts below. {coverage} of what applies is assessed.",
        "由下列各项按{rule}得出，适用内容中已评估 {coverage}。",
    ),
    "why.rule.mean": ("Weighted mean", "加权平均"),
    "why.rule.geometric": ("Geometric mean", "几何平均"),
    "why.rule.harmonic": ("Harmonic mean", "调和平均"),
    "why.rule.median": ("Median", "中位数"),
    "why.rule.min": ("The weakest", "最弱项"),
    "why.rule.staged": ("The highest stage that is fully met", "全部达标的最高阶段"),
    "why.bounds": (
        "What is not assessed could move it between {low} and {high}: "
        "every open indicator counted as {min} or as {max}.",
        "若未评估指标全部按 {min} 或 {max} 计，得分介于 {low} 与 {high} 之间。",
    ),
    "why.no-data": (
        "No score: {coverage} of what applies is assessed, and a score needs {need}.",
        "暂无得分：适用内容中仅评估了 {coverage}，至少需要 {need} 才能计算得分。",
    ),
    "why.na": ("Nothing below this applies here, so there is no score.", "以下内容均不适用，因此没有得分。"),
    "why.parts": ("What it is made of", "构成"),
    "why.column.part": ("Part", "构成项"),
    "why.column.score": ("Score", "得分"),
    "why.column.weight": ("Weight", "权重"),
    "why.column.share": ("Share", "占比"),
    "why.column.contribution": ("Contribution", "贡献"),
    "why.left-out": ("left out", "未计入"),
    "why.no-rating": ("Nobody has rated this indicator yet.", "该指标尚未评分。"),
    "why.confidence": ("confidence: {confidence}", "把握程度：{confidence}"),
    "why.evidence": ("Evidence", "证据"),
    "why.no-evidence": ("No evidence is on record.", "尚无证据记录。"),
    "why.grade": ("grade: {grade}", "证据等级：{grade}"),
    "why.to-interview": ("Open this indicator in the interview", "在访谈评分中打开该指标"),
}
