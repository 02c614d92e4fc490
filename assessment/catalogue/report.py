"""Wording of the report: titles that say the finding, columns, notes, source lines."""

TEXTS = {
    "report.title": ("{rubric}: {unit}", "{unit}：{rubric}"),
    "report.subtitle": ("{engagement} · {wave} · {date}", "{engagement} · {wave} · {date}"),
    "report.origin.ratings": ("{engagement}, {wave}, {date}", "{engagement}，{wave}，{date}"),
    "report.origin.published": ("{title}, {publisher}, {date}", "{title}，{publisher}，{date}"),
    "report.source.ratings": ("Ratings: {origin}.", "评分来源：{origin}。"),
    "report.source.published": ("Published figures: {origin}.", "公布数据来源：{origin}。"),
    "report.source.evidence": ("Evidence: {sources}.", "证据来源：{sources}。"),
    "report.axis.level": ("Level, {low} to {high}", "等级（{low}～{high}）"),
    "report.not-published": ("not published", "未公布"),
    "report.illegible": ("illegible", "无法辨认"),
    "report.no-comparison": ("no comparison", "无法比较"),
    "report.no-computed": ("not enough data", "数据不足"),
    "report.no-finding": ("no finding recorded", "没有记录发现"),
    "report.not-set": ("not set", "未设定"),
    "report.not-stated": ("not stated", "未注明"),
    "report.note.mark": (
        "{dagger} {reason} ({who}: {indicators})",
        "{dagger} {reason}（{who}：{indicators}）",
    ),
    "report.note.print": (
        "{dagger} {operator}, {node}: printed as {printed}, taken as {taken}.",
        "{dagger} {operator}“{node}”：原文印作 {printed}，按 {taken} 计。",
    ),
    # columns
    "report.column.tier": ("Tier", "层级"),
    "report.column.above": ("Belongs to", "所属能力"),
    "report.column.score": ("Score", "得分"),
    "report.column.low": ("Low", "下限"),
    "report.column.high": ("High", "上限"),
    "report.column.coverage": ("Coverage", "覆盖率"),
    "report.column.published": ("Published", "公布值"),
    "report.column.computed": ("Computed", "计算值"),
    "report.column.published-difference": ("Published − computed", "公布值减计算值"),
    "report.column.against": ("Difference", "差异"),
    "report.column.to-target": ("Score − target", "得分减目标"),
    "report.column.state": ("State", "状态"),
    "report.column.operator": ("Operator", "运营商"),
    "report.column.verdict": ("Can weights explain it?", "权重能否解释"),
    "report.column.weight-low": ("Lowest weight", "权重下限"),
    "report.column.weight-high": ("Highest weight", "权重上限"),
    "report.column.confidence": ("Confidence", "把握程度"),
    "report.column.source": ("Source", "来源"),
    "report.column.note": ("Note", "备注"),
    "report.column.level": ("Level", "等级"),
    "report.column.meaning": ("Meaning", "含义"),
    "report.column.mark": ("Mark", "标记"),
    "report.column.figures": ("What", "内容"),
    "report.column.recipe": ("Recipe", "计算依据"),
    "report.column.value": ("Value", "取值"),
    # workbook
    "report.sheet.guide": ("Read me", "阅读说明"),
    "report.sheet.profile": ("Scores", "得分"),
    "report.sheet.capabilities": ("Capabilities", "各项能力"),
    "report.sheet.evidence": ("Ratings and evidence", "评分与证据"),
    "report.sheet.comparison": ("Comparison", "对比"),
    "report.sheet.priorities": ("Priorities", "优先事项"),
    "report.sheet.roadmap": ("Plan", "计划"),
    "report.sheet.published": ("Published against computed", "公布值与计算值"),
    "report.sheet.rubric": ("Rubric", "评估量表"),
    "report.sheet.levels": ("Levels", "等级描述"),
    "report.sheet.workings": ("Roll-up", "得分计算"),
    "report.sheet.writing": ("Writing the sheet “{sheet}”", "正在生成工作表“{sheet}”"),
    "report.sheet.packing": ("Packing the workbook", "正在打包工作簿"),
    "report.sheet.statements": ("What stands out", "要点"),
    "report.sheet.remark": ("Without a figure", "无数据项"),
    "report.sheet.page": ("Page {page} of {pages}", "第 {page} 页，共 {pages} 页"),
    # guide
    "report.guide.title": (
        "How to read it: every score is a level from {low} to {high}",
        "阅读说明：所有得分均为 {low} 至 {high} 级",
    ),
    "report.guide.lead": (
        "A score is the weighted mean of what lies below it, unless the rubric names another rule. "
        "Figures are rounded for display only; differences are taken before rounding. "
        "Below {coverage} coverage there is no score.",
        "除评估量表另有规定外，得分为下一级得分的加权平均。数字仅在显示时取整，差异按取整前的数值计算。"
        "覆盖率低于 {coverage} 时不给出得分。",
    ),
    "report.guide.scale": ("The scale", "等级"),
    "report.guide.states": ("The four states of a figure", "数据的四种状态"),
    "report.guide.marks": ("Marks", "标记"),
    "report.guide.sources": ("Sources", "数据来源"),
    "report.guide.recipe": ("What the figures were made from", "计算依据"),
    "report.guide.state.scored": (
        "Rated, or computed from what is rated below. A score of zero is a score.",
        "已评分，或由下一级得分计算得出。零分也是得分。",
    ),
    "report.guide.state.na": (
        "Left out on purpose, with a reason. Its weight goes to its siblings; coverage is not reduced.",
        "因故不适用，并注明理由。其权重由同级各项分担，不影响覆盖率。",
    ),
    "report.guide.state.unknown": (
        "Nobody rated it, or nobody knew. Its weight goes to its siblings; coverage is reduced.",
        "尚未评分或情况不明。其权重由同级各项分担，覆盖率相应降低。",
    ),
    "report.guide.state.no-data": (
        "Less than {coverage} of the weight below is assessed, so there is no score; the low and high bounds "
        "still hold.",
        "下一级已评估的权重不足 {coverage}，因此不给出得分；上限和下限仍然有效。",
    ),
    "report.guide.source.ratings": ("Ratings", "评分"),
    "report.guide.source.published": ("Published figures", "公布数据"),
    "report.guide.source.obtained": ("How obtained", "获取方式"),
    "report.guide.source.missing": ("What is missing", "缺失内容"),
    "report.recipe.gapline": ("Gapline", "Gapline 版本"),
    "report.recipe.rubric": ("Rubric", "评估量表"),
    "report.recipe.fingerprint": ("Fingerprint of the rubric", "量表指纹"),
    "report.recipe.engagement": ("Engagement", "项目"),
    "report.recipe.unit": ("Unit", "单位"),
    "report.recipe.wave": ("Wave", "轮次"),
    "report.recipe.benchmark": ("Benchmark", "标杆"),
    "report.recipe.revision": ("Revision of the data", "数据修订号"),
    "report.recipe.coverage": ("Minimum coverage", "最低覆盖率"),
    # profile
    "report.profile.scored": (
        "{unit} reaches {score} of {max}{clause}",
        "{unit}总体得分 {score}（满分 {max} 分）{clause}",
    ),
    "report.profile.no-data": (
        "{unit} has no overall score yet: what has enough data makes up {coverage} of the weight{clause}",
        "{unit}暂无总体得分：数据充足的部分仅占权重的 {coverage}{clause}",
    ),
    "report.profile.unassessed": ("{unit} has not been assessed yet", "{unit}尚未评估"),
    "report.profile.na": ("Nothing in this rubric applies to {unit}", "本评估量表对{unit}均不适用"),
    "report.weakest.one": ("; {names} is its weakest {tier}", "，{names}最弱"),
    "report.weakest.one-partly": (
        "; {names} is the weakest {tier} scored so far",
        "，已评分的{tier}中{names}最弱",
    ),
    "report.weakest.several": ("; {names} share the lowest {tier} score", "，{tier}中{names}并列最弱"),
    "report.weakest.several-partly": (
        "; {names} share the lowest {tier} score so far",
        "，已评分的{tier}中{names}并列最弱",
    ),
    "report.weakest.many": (
        "; {count} of {total} share the lowest score",
        "，{total} 项中有 {count} 项并列最低",
    ),
    "report.weakest.none": ("; all {count} parts score the same", "，{count} 项得分相同"),
    "report.profile.all": ("All {total} indicators are assessed.", "{total} 项指标均已评估。"),
    "report.profile.some": (
        "{scored} of {total} indicators are scored{apply}.",
        "{total} 项指标中已评分 {scored} 项{apply}。",
    ),
    "report.profile.apply-one": (", 1 does not apply", "，1 项不适用"),
    "report.profile.apply": (", {left_out} do not apply", "，{left_out} 项不适用"),
    "report.profile.bounds": (
        "Whatever the open ones would score, the overall score lies between {low} and {high}.",
        "无论其余指标得分如何，总体得分都在 {low} 至 {high} 之间。",
    ),
    "report.profile.gap": (
        "The widest gap to {reference} is in {names}: {gap}.",
        "与{reference}差距最大的是{names}：{gap}。",
    ),
    "report.profile.no-gap": ("No {tier} is below {reference}.", "各{tier}均不低于{reference}。"),
    "report.profile.chart": ("{unit}: level by {tier}", "{unit}：各{tier}等级"),
    "report.profile.chart-against": (
        "{unit} against {reference}: level by {tier}",
        "{unit}与{reference}对比：各{tier}等级",
    ),
    "report.profile.scores": ("Scores of {unit}", "{unit}得分"),
    "report.profile.targets": ("Importance and targets of {unit}", "{unit}的重要性与目标"),
    # capability
    "report.capability.scored": ("{node} scores {score}", "{node}得分 {score}"),
    "report.capability.below": (", {gap} below {reference}", "，比{reference}低 {gap}"),
    "report.capability.above": (", {gap} above {reference}", "，比{reference}高 {gap}"),
    "report.capability.level": (", level with {reference}", "，与{reference}持平"),
    "report.capability.no-data": (
        "{node} has no score yet: {coverage} of the weight is covered",
        "{node}暂无得分：覆盖率仅 {coverage}",
    ),
    "report.capability.unassessed": ("{node} has not been assessed yet", "{node}尚未评估"),
    "report.capability.na": ("{node} does not apply to {unit}", "{node}对{unit}不适用"),
    "report.capability.printed-only": ("Published: {published}.", "公布值 {published}。"),
    "report.capability.printed-equal": (
        "Published: {published}, the same as computed.",
        "公布值 {published}，与计算值一致。",
    ),
    "report.capability.printed-weights": (
        "Published: {published}; computed: {computed} ({difference}). Other weights could explain it.",
        "公布值 {published}，计算值 {computed}（差异 {difference}），换用其他权重可以解释。",
    ),
    "report.capability.printed-clash": (
        "Published: {published}; computed: {computed} ({difference}). "
        "Weights explain it alone, but no one set of weights explains all units.",
        "公布值 {published}，计算值 {computed}（差异 {difference}）。"
        "单独看可用权重解释，但没有一组权重能同时解释所有单位。",
    ),
    "report.capability.printed-impossible": (
        "Published: {published}; computed: {computed} ({difference}). "
        "It lies outside the range of its own indicators: no weights explain it.",
        "公布值 {published}，计算值 {computed}（差异 {difference}）。"
        "公布值超出所属指标的得分范围，任何权重都无法解释。",
    ),
    "report.capability.printed-untested": (
        "Published: {published}; computed: {computed} ({difference}). "
        "Whether weights could explain it was not tested: scipy is not installed.",
        "公布值 {published}，计算值 {computed}（差异 {difference}）。未安装 scipy，未检验权重能否解释。",
    ),
    "report.capability.printed-illegible": (
        "Published: {published}; computed: {computed} ({difference}). "
        "An indicator score is illegible, so the two cannot be tested against each other.",
        "公布值 {published}，计算值 {computed}（差异 {difference}）。有一项指标得分无法辨认，因此无从检验。",
    ),
    "report.capability.printed-own": (
        "Published: {published}; from the ratings of this engagement: {computed} ({difference}).",
        "公布值 {published}，按本项目评分计算为 {computed}（差异 {difference}）。",
    ),
    "report.capability.chart": ("{unit}, {node}: level by {tier}", "{unit}“{node}”各{tier}等级"),
    "report.capability.indicators": ("{node}: scores and findings", "{node}：得分与发现"),
    "report.capability.composite": ("{node}: composite", "{node}：综合得分"),
    # comparison
    "report.comparison.nothing": ("No unit has been assessed yet", "尚无单位完成评估"),
    "report.comparison.alone": (
        "{unit} is the only unit assessed so far",
        "目前仅{unit}有评分",
    ),
    "report.comparison.no-overall": (
        "No unit has an overall score to rank by yet",
        "尚无单位具备可排名的总体得分",
    ),
    "report.comparison.no-overall-common": (
        "Too few indicators apply to all units to rank them",
        "对各单位均适用的指标过少，无法排名",
    ),
    "report.comparison.only": (
        "{unit} alone has an overall score so far: {score}",
        "目前仅{unit}有总体得分：{score}",
    ),
    "report.comparison.unranked": (
        "Highest overall: {leaders} with {score}; {unit} has no overall score to rank",
        "{leaders}总体得分最高，为 {score}；{unit}暂无总体得分，不参与排名",
    ),
    "report.comparison.only-common": (
        "{unit} alone has a score on the indicators that apply to all units: {score}",
        "就各单位均适用的指标而言，仅{unit}有得分：{score}",
    ),
    "report.comparison.unranked-common": (
        "Highest on common indicators: {leaders} with {score}; {unit} has no score to rank",
        "{leaders}共同适用指标得分最高，为 {score}；{unit}暂无可排名的得分",
    ),
    "report.comparison.leads": (
        "{unit} leads {count} ranked units with {score} overall",
        "{unit}以总体得分 {score} 居 {count} 个参评单位之首",
    ),
    "report.comparison.leads-common": (
        "{unit} leads {count} ranked units with {score} on common indicators",
        "{unit}以共同适用指标得分 {score} 居 {count} 个参评单位之首",
    ),
    "report.comparison.shares": (
        "{leaders} share first place with {score} overall",
        "{leaders}以总体得分 {score} 并列第一",
    ),
    "report.comparison.shares-common": (
        "{leaders} share first place with {score} on common indicators",
        "{leaders}以共同适用指标得分 {score} 并列第一",
    ),
    "report.comparison.rank": (
        "{unit} ranks {rank} of {count} with {score} overall; first: {leaders}, {top}",
        "{unit}总体得分 {score}，在 {count} 个单位中排第 {rank}；居首的是{leaders}，{top}",
    ),
    "report.comparison.rank-common": (
        "{unit} ranks {rank} of {count} with {score} on common indicators; first: {leaders}, {top}",
        "{unit}共同适用指标得分 {score}，在 {count} 个单位中排第 {rank}；居首的是{leaders}，{top}",
    ),
    "report.comparison.common-both": (
        "{common} of {total} indicators apply to both: the ranking stands on these, "
        "the tables on what applies to each unit.",
        "{total} 项指标中有 {common} 项对两个单位均适用："
        "排名以这些指标为准，表中得分以各单位适用的指标为准。",
    ),
    "report.comparison.common-all": (
        "{common} of {total} indicators apply to all {count} ranked units: the ranking stands on these, "
        "the tables on what applies to each unit.",
        "{total} 项指标中有 {common} 项对 {count} 个参评单位均适用："
        "排名以这些指标为准，表中得分以各单位适用的指标为准。",
    ),
    "report.more": ("{names} and {count} more", "{names}等（另有 {count} 个）"),
    "report.comparison.unscored": (
        "Not enough data for an overall score: {units}.",
        "数据不足、暂无总体得分：{units}。",
    ),
    "report.comparison.unrated": ("Not assessed yet: {units}.", "尚未评估：{units}。"),
    "report.comparison.scope": (
        "Not every indicator applies to every unit: each score stands on those that apply to its unit.",
        "各单位适用的指标不尽相同：每个得分均以该单位适用的指标为准。",
    ),
    "report.comparison.scores": ("Scores of all units", "各单位得分"),
    "report.comparison.scores-peers": (
        "Scores of all units beside the published scores of peers",
        "各单位得分与同业公布得分",
    ),
    "report.comparison.indicators": ("{tier} scores of all units", "各单位{tier}得分"),
    "report.comparison.chart": ("Units side by side: level by {tier}", "各单位对比：各{tier}等级"),
    # published
    "report.published.title": (
        "{equal} of {count} published composites equal ours; {impossible} cannot come from any weights",
        "{count} 个公布的综合得分中，{equal} 个与计算值一致，{impossible} 个任何权重都无法解释",
    ),
    "report.published.title-possible": (
        "{equal} of {count} published composites equal ours",
        "{count} 个公布的综合得分中，{equal} 个与计算值一致",
    ),
    "report.published.impossible": (
        "Outside the range of their own indicators: {operator}, {figures}.",
        "超出所属指标得分范围的有：{operator}，{figures}。",
    ),
    "report.published.untested": (
        "Not testable for an illegible indicator score: {count}.",
        "因指标得分无法辨认而无从检验的有 {count} 个。",
    ),
    "report.published.rounding": (
        "Published figures are kept as printed; computed ones are ours, with equal weights unless the rubric "
        "says otherwise. Equal means to within 0.005.",
        "公布值按原文保留；计算值由本工具得出，除评估量表另有规定外采用等权。相差不超过 0.005 视为一致。",
    ),
    "report.published.composites": ("Published against computed", "公布值与计算值"),
    "report.published.weights": (
        "Weights that would explain the published figures of all units",
        "可解释所有单位公布值的权重范围",
    ),
    "report.published.chart": ("{unit}: published against computed", "{unit}：公布值与计算值"),
    "report.verdict.equal": ("equal", "一致"),
    "report.verdict.weights": ("yes, one set of weights explains all units", "能，一组权重可解释所有单位"),
    "report.verdict.clash": (
        "this figure alone; no one set explains all units",
        "仅能单独解释，没有一组权重能解释所有单位",
    ),
    "report.verdict.impossible": (
        "no: outside the range of its own indicators",
        "不能，超出所属指标的得分范围",
    ),
    "report.verdict.illegible": (
        "cannot be tested: an indicator score is illegible",
        "无从检验，有指标得分无法辨认",
    ),
    "report.verdict.untested": ("not tested: scipy is not installed", "未检验：未安装 scipy"),
    # evidence
    "report.evidence.all": (
        "Evidence is recorded for all {total} indicators of {unit}",
        "{unit}的 {total} 项指标均有证据",
    ),
    "report.evidence.some": (
        "Evidence is recorded for {backed} of {total} indicators of {unit}",
        "{unit}的 {total} 项指标中，{backed} 项有证据",
    ),
    "report.evidence.none": ("There are no ratings of {unit} yet", "{unit}尚无评分"),
    "report.evidence.lead": ("Units with ratings: {units}.", "有评分的单位：{units}。"),
    "report.evidence.table": ("{unit}: ratings and evidence", "{unit}：评分与证据"),
}
