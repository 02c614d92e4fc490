"""Words of comparing: references, peers, changes between waves, agreement, the generated engagement."""

TEXTS = {
    "error.UnknownReferenceError": (
        "There is nothing called {reference} to compare with. Possible: {known}, or a rated unit's id.",
        "没有可供比较的“{reference}”。可选：{known}，或任一已评分单位的编号。",
    ),
    "error.ConsensusReasonError": (
        "No consensus was adopted for {indicator}: say in a few words why it stands for everybody.",
        "{indicator} 未采用共识评分：请简要说明采用的理由。",
    ),
    "error.NoPublishedError": (
        "The engagement {engagement} has no published data set to compare with. Choose one on Home.",
        "项目 {engagement} 没有可供比较的标杆数据集。请在首页选择。",
    ),
    "cli.generating": (
        "Making up an engagement of 400 branches; this takes half a minute.",
        "正在生成含 400 家分公司的示例项目，约需半分钟。",
    ),
    "cli.generated": (
        "Added {engagement}: generated data, nobody's.",
        "已添加 {engagement}：生成的数据，不属于任何运营商。",
    ),
    "comparing.reading": ("Reading the ratings", "正在读取评分"),
    "comparing.scope.both": (
        "{common} of {total} indicators apply to both.",
        "双方共同适用的指标：{common} 项（共 {total} 项）。",
    ),
    "comparing.scope.all": (
        "{common} of {total} indicators apply to all {count}.",
        "{count} 个单位共同适用的指标：{common} 项（共 {total} 项）。",
    ),
    "comparing.reference.average": ("Average of the units shown", "所示单位的平均"),
    "comparing.reference.best": ("Best of the units shown", "所示单位的最佳"),
    "comparing.reference.parent": ("Unit above", "上级单位"),
    "comparing.reference.target": ("Target", "目标"),
    "comparing.reference.wave": ("Wave before", "上一轮次"),
    "comparing.reference.unit": ("Unit {name}", "单位：{name}"),
    "comparing.reference.operator": ("Published: {name}", "公布值：{name}"),
    "comparing.parent.averaged": (
        "{parent} is not rated itself: the average of its {count} rated units stands for it.",
        "{parent}本身没有评分，以其下 {count} 个已评分单位的平均值代替。",
    ),
    "comparing.peers.hidden": (
        "Only {count} published operator(s) have a figure here: hidden below {fewest}, "
        "unless you ask for the operators by name.",
        "此处仅有 {count} 家运营商的公布值：少于 {fewest} 家时不显示，除非按名称逐一查看。",
    ),
    "comparing.peers.quartiles": (
        "Middle half {q1} to {q3}, median {median}, n = {count}.",
        "中间一半为 {q1} 至 {q3}，中位数 {median}，n = {count}。",
    ),
    "comparing.part.real": ("Real change", "实际变化"),
    "comparing.part.rerated": ("Judged anew, nothing changed", "重新评定（实际未变）"),
    "comparing.part.scope": ("Scope", "评估范围"),
    "comparing.part.rubric": ("Rubric version", "量表版本"),
    "comparing.part.total": ("Total", "合计"),
    "comparing.part.why.real": (
        "What the indicators assessed in both waves changed by.",
        "两轮均评估的指标的变化。",
    ),
    "comparing.part.why.rerated": (
        "Indicators whose raters tagged the new score as re-rated: they see it differently, nothing changed.",
        "评分人以“重评”标签注明的指标：看法不同，实际情况未变。",
    ),
    "comparing.part.why.scope": (
        "Indicators that came or went: not applicable, not assessed, or below the minimum coverage.",
        "新增或退出的指标：不适用、未评估，或低于最低覆盖率。",
    ),
    "comparing.part.why.rubric": (
        "Other weights or rules in the new version of the rubric, indicators that it added or dropped.",
        "新版量表的权重或规则不同，或增删了指标。",
    ),
    "comparing.change.real": ("All of the change is real.", "全部为实际变化。"),
    "comparing.change.rerated": (
        "Nothing changed: all of it is judging anew.",
        "实际未变：全部来自重新评定。",
    ),
    "comparing.change.scope": (
        "Nothing changed in what was assessed both times: all of it is scope.",
        "两轮均评估的部分没有变化：全部来自评估范围。",
    ),
    "comparing.change.rubric": ("All of it comes from the rubric's version.", "全部来自量表版本。"),
    "comparing.change.mixed": ("Several things changed: see the parts.", "多种原因并存，详见各部分。"),
    "comparing.change.unchanged": ("Unchanged.", "没有变化。"),
    "comparing.change.incomparable": (
        "One of the two waves has no score here.",
        "两轮中有一轮在此没有得分。",
    ),
    "comparing.first-wave": (
        "{wave} is the first wave: there is no earlier one to compare with.",
        "{wave} 是第一轮，没有更早的轮次可供比较。",
    ),
    "comparing.not-reassessed": (
        "{count} indicator(s) were scored in {before} and have no answer in {after}.",
        "{count} 项指标在{before}有评分，在{after}没有回答。",
    ),
    "agreement.light.green": ("Agree", "一致"),
    "agreement.light.amber": ("Discuss", "需讨论"),
    "agreement.light.red": ("Disputed", "分歧大"),
    "agreement.split": ("Two camps with nothing between them", "明显分成两派"),
    "agreement.scope-disputed": ("Some say that it does not apply", "有人认为不适用"),
    "agreement.alpha.measured": (
        "Krippendorff's alpha {value} (ordinal, {raters} raters, {items} indicators).",
        "Krippendorff α 为 {value}（顺序尺度，{raters} 位评分人，{items} 项指标）。",
    ),
    "agreement.alpha.no-spread": (
        "Full agreement, no spread: every vote is equal, so alpha cannot be computed.",
        "完全一致，没有差异：所有评分相同，无法计算 α。",
    ),
    "agreement.alpha.too-few": (
        "Too few votes for alpha: it takes 2 raters and 10 indicators that both scored.",
        "评分过少，无法计算 α：至少需要 2 位评分人和 10 项共同评分的指标。",
    ),
    "agreement.alpha.caveat": (
        "Alpha is low where the indicators lie close together, even if the raters differ little, and it "
        "moves much with few raters. Read it beside the lights; it does not say who is right.",
        "指标得分彼此接近时，即使评分人差异很小，α 也会偏低；评分人少时波动较大。"
        "请与各项信号灯一并参看；它并不说明谁对谁错。",
    ),
    "agreement.panel.measured": (
        "Reliability of the panel's mean: ICC(2,{raters}) {panel}; of one rater: ICC(2,1) {single}.",
        "小组均值的可靠性 ICC(2,{raters}) 为 {panel}；单个评分人 ICC(2,1) 为 {single}。",
    ),
    "agreement.panel.no-spread": (
        "Nothing varies: an ICC has no meaning here.",
        "评分没有差异，ICC 无意义。",
    ),
    "agreement.panel.too-few": (
        "The ICC takes 3 raters and 10 indicators that all of them scored.",
        "ICC 至少需要 3 位评分人和 10 项所有人都评过的指标。",
    ),
}
