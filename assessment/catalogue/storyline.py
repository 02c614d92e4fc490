"""Words of the deck's own parts: scope, branches, priorities, plan, decisions."""

TEXTS = {
    # columns
    "story.column.what": ("What", "事项"),
    "story.column.value": ("Value", "内容"),
    "story.column.interval": ("Rank under other weights", "权重变动下的名次"),
    "story.column.tied": ("Cannot be told apart from", "难分高下的单位"),
    "story.column.evidence": ("Evidence", "证据数"),
    "story.column.cause": ("Cause behind it", "背后成因"),
    "story.column.shows": ("Shows in", "体现在"),
    "story.column.theme": ("Direction", "解决方向"),
    "story.column.answer": ("Initiatives that help", "可用举措"),
    "story.column.stake": ("At stake", "影响值"),
    "story.column.number": ("No.", "序号"),
    "story.column.decision": ("Decision", "决策事项"),
    "story.column.because": ("Why", "依据"),
    # scope
    "story.scope.title.one": (
        "{answered} of {indicators} indicators of {unit} are answered",
        "{unit}共 {indicators} 项指标，已作答 {answered} 项",
    ),
    "story.scope.title.many": (
        "{units} units are compared; {answered} of {indicators} indicators of {unit} are answered",
        "共比较 {units} 个单位；{unit}共 {indicators} 项指标，已作答 {answered} 项",
    ),
    "story.scope.table": ("Context and scope", "背景与范围"),
    "story.scope.engagement": ("Engagement", "项目"),
    "story.scope.unit": ("Unit", "单位"),
    "story.scope.wave": ("Wave", "轮次"),
    "story.scope.rubric": ("Rubric and version", "量表与版本"),
    "story.scope.benchmark": ("Published figures", "公布数据"),
    "story.scope.units": ("Units with ratings", "已有评分的单位"),
    "story.scope.raters": ("People who rated", "评分人数"),
    "story.scope.indicators": ("Indicators of the rubric", "量表指标数"),
    "story.scope.answered": ("Indicators answered for the unit", "该单位已回答的指标"),
    "story.scope.evidence": ("Pieces of evidence on record", "已登记的证据"),
    # branches
    "story.heatmap.table": ("Scores of all units: {tier}", "各单位得分：{tier}"),
    "story.ties.title.none": (
        "The order of all {count} units holds when weights change",
        "权重变动时，{count} 个单位的次序保持不变",
    ),
    "story.ties.title.both": (
        "The order of the two units holds when weights change",
        "权重变动时，两个单位的次序保持不变",
    ),
    "story.ties.title.some": (
        "The order of {clear} of {count} units is clear; the others share {groups} groups",
        "{count} 个单位中有 {clear} 个次序明确，其余分属 {groups} 组、难分高下",
    ),
    "story.ties.title.all": (
        "None of the {count} units is surely ahead of another",
        "{count} 个单位之间难分高下",
    ),
    "story.ties.table": ("Ranking and tie groups", "排名与并列组"),
    "story.ties.nobody": ("nobody", "无"),
    "story.ties.note": (
        "Ranks on the indicators that apply to all units. Interval: 5th to 95th percentile over {draws} "
        "draws of weights, each changed by up to {spread}; seed {seed}.",
        "名次仅按各单位共有的适用指标计算。区间为 {draws} 次权重抽样（变动幅度不超过 {spread}）"
        "的第 5 至第 95 百分位；随机种子 {seed}。",
    ),
    # change
    "story.waterfall": ("{name}: from {before} to {after}", "{name}：从{before}到{after}"),
    "story.waterfall.base": ("(carries the steps)", "（起点，不显示）"),
    "story.waterfall.total": ("Score", "得分"),
    "story.waterfall.rise": ("Gain", "上升"),
    "story.waterfall.fall": ("Loss", "下降"),
    # indicators
    "story.indicators.title": (
        "{scored} of {total} indicators of {unit} have a score",
        "{unit}共 {total} 项指标，{scored} 项已有得分",
    ),
    "story.indicators.table": ("All indicators of {unit}", "{unit}全部指标"),
    # priorities
    "story.priorities.title.some": (
        "{count} of {all} areas need action now or soon; {node} comes first (urgency {urgency})",
        "{all} 项中有 {count} 项需要立即或尽快行动，“{node}”居首（迫切性 {urgency}）",
    ),
    "story.priorities.title.one": (
        "One of {all} areas needs action now or soon: {node} (urgency {urgency})",
        "{all} 项中只有“{node}”需要立即或尽快行动（迫切性 {urgency}）",
    ),
    "story.priorities.title.none": (
        "None of {all} areas needs action soon; {node} is most urgent ({urgency})",
        "{all} 项均无需尽快行动，“{node}”迫切性最高（{urgency}）",
    ),
    "story.field.note": (
        "Larger marks are harder to put into practice; on a curve the urgency is the same everywhere. "
        "Marks at the same place cover one another.",
        "标记越大，实施难度越高；同一曲线上迫切性相同；位置相同的标记会重叠。",
    ),
    "story.field.unnamed": (
        "Without room for a name (see the list): {names}.",
        "因空间不足未标名称（见列表）：{names}。",
    ),
    "story.practice.title": (
        "{unit} trails best practice in {behind} of {all} areas, furthest in {node}, by {gap} levels",
        "{unit}在 {all} 项中有 {behind} 项落后于最佳实践，差距最大的是{node}（{gap} 级）",
    ),
    "story.practice.title.ahead": (
        "{unit} is level with best practice or ahead of it in all {all} areas",
        "{unit} {all} 项全部达到或领先于最佳实践",
    ),
    "story.practice.title.none": (
        "{unit} at a glance: {count} levels and how important each is",
        "{unit}一览：{count} 项的等级与重要性",
    ),
    # diagnosis
    "story.diagnosis.title.theme": (
        "{causes} causes lie behind {problems} problems; “{theme}” answers {share} of what is at stake",
        "{problems} 个问题背后有 {causes} 个成因，“{theme}”可化解其中 {share} 的影响",
    ),
    "story.diagnosis.title.plain": (
        "{causes} causes lie behind {problems} problems",
        "{problems} 个问题背后有 {causes} 个成因",
    ),
    "story.diagnosis.title.theme.one": (
        "{causes} causes lie behind one problem; “{theme}” answers {share} of what is at stake",
        "1 个问题背后有 {causes} 个成因，“{theme}”可化解其中 {share} 的影响",
    ),
    "story.diagnosis.title.plain.one": (
        "{causes} causes lie behind one problem",
        "1 个问题背后有 {causes} 个成因",
    ),
    "story.diagnosis.title.theme.alone": (
        "{causes} causes were found; “{theme}” answers {share} of what is at stake",
        "共发现 {causes} 个成因，“{theme}”可化解其中 {share} 的影响",
    ),
    "story.diagnosis.title.plain.alone": ("{causes} causes were found", "共发现 {causes} 个成因"),
    "story.stake.note": (
        "At stake: levels of gap where the cause shows, each times its urgency.",
        "影响值：成因所体现的各项差距（级）乘以迫切性之和。",
    ),
    # initiatives
    "story.initiatives.title.both": (
        "{count} initiatives take {effort}: {operational} operational, {analytical} analytical",
        "{count} 项举措共需 {effort}：操作型 {operational} 项，分析型 {analytical} 项",
    ),
    "story.initiatives.title.one": ("{count} initiatives take {effort}", "{count} 项举措共需 {effort}"),
    "story.initiatives.cost": (
        "Bought services and licences: {low} to {high} thousand in the currency of the engagement.",
        "外购服务与许可：{low} 至 {high}（千，项目币种）。",
    ),
    "story.initiatives.judged": (
        "Effort, duration, cost, lifts and risk are judgements where no source is given.",
        "未注明来源的工作量、工期、成本、提升幅度与风险均为专家判断。",
    ),
    "story.initiatives.cards": ("Initiatives of {unit}", "{unit}的举措"),
    "story.card.when": ("When", "时间"),
    "story.card.effort": ("Effort", "工作量"),
    "story.card.cost": ("Cost (thousand)", "成本（千）"),
    "story.card.owner": ("Owner", "负责人"),
    "story.card.risk": ("Risk", "风险"),
    "story.card.lifts": ("Lifts", "提升"),
    "story.card.lift": ("{node} {levels}", "{node} {levels}"),
    "story.card.after": ("Waits for", "前置举措"),
    # plan
    "story.plan.adopted": ("Plan “{name}”, adopted; seed {seed}.", "方案“{name}”，已采纳；随机种子 {seed}。"),
    "story.plan.kept": (
        "Plan “{name}”, kept, not adopted; seed {seed}.",
        "方案“{name}”，已保存、尚未采纳；随机种子 {seed}。",
    ),
    "story.plan.stale": (
        "It was made from other figures than today’s: its value and its proof no longer hold.",
        "方案编制后数据已有变化，其价值与最优性证明不再成立。",
    ),
    "story.plan.earlier": (
        "It was made for an earlier wave; the projected scores are those of that time.",
        "该方案为较早轮次编制，预计得分为当时的推算结果。",
    ),
    "story.plan.title": ("Plan “{name}” takes {effort}", "方案“{name}”共需 {effort}"),
    "story.board": ("{unit}: phases and tracks", "{unit}：阶段与类别"),
    "story.board.first.all": ("The first phase begins with {names}.", "第 1 阶段首先启动：{names}。"),
    "story.board.first.more": (
        "The first phase begins with {names} and {count} more.",
        "第 1 阶段首先启动：{names}，另有 {count} 项。",
    ),
    "story.gantt": ("{unit}: Gantt chart", "{unit}：甘特图"),
    "story.gantt.title.waits": (
        "Most depends on “{opens}”: {others} initiatives wait for it; all {count} are finished by {last}",
        "“{opens}”最为关键，有 {others} 项举措以其为前提；{count} 项将于 {last}前全部完成",
    ),
    "story.gantt.title.waits-one": (
        "No initiative holds up several others; all {count} are finished by {last}",
        "举措之间没有多头依赖；{count} 项将于 {last}前全部完成",
    ),
    "story.gantt.title.free": (
        "No initiative waits for another; all {count} are finished by {last}",
        "各项举措互不依赖；{count} 项将于 {last}前全部完成",
    ),
    "story.load.title.over": (
        "In {phase} the plan asks {role} for more than there is ({share})",
        "{role}在{phase}的工作量超出可用人力（{share}）",
    ),
    "story.load.title.full": (
        "In {phase} every person-month of {role} is planned: nothing can be added",
        "{role}在{phase}已满负荷，无法再增加工作",
    ),
    "story.load.title.room": (
        "Every role has room left; the fullest: {role}, {share} in {phase}",
        "各角色均有余力，{role}占用最高（{phase}，{share}）",
    ),
    "story.load.title.free": (
        "{count} roles carry the plan, without a limit",
        "方案由 {count} 类角色承担，未设人力上限",
    ),
    "story.load.role": ("{role}: person-months by phase", "{role}：各阶段人月"),
    "story.load.capacity": ("Available", "可用"),
    "story.load.axis": ("Person-months", "人月"),
    "story.load.table": ("Person-months asked / available, by phase", "各阶段人月：所需 / 可用"),
    "story.left-out.table": ("What is left out, and why", "未排入的举措及原因"),
    "story.scores.now": ("Now", "现状"),
    "story.scores.end": ("At the end", "期末"),
    "story.scores.gain": ("Gain", "提升"),
    "story.scores.low": ("If lifts are half", "提升减半时"),
    "story.scores.high": ("If lifts are half as much again", "提升增半时"),
    "story.scores": ("{unit}: projected scores", "{unit}：预计得分"),
    "story.scores.table": ("Projected scores", "预计得分"),
    "story.scores.note": (
        "An indicator gains what the finished initiatives lift it by, at most up to its target.",
        "指标得分随已完成举措的提升而增加，但不超过目标。",
    ),
    "story.scores.title": (
        "The plan takes {unit} from {before} to {after} ({gain}) in {phases} phases",
        "方案实施 {phases} 个阶段后，{unit}由 {before} 升至 {after}（{gain}）",
    ),
    "story.scores.title.parts": (
        "What the plan lifts at {unit} over {phases} phases",
        "{phases} 个阶段内方案对{unit}的提升",
    ),
    # decisions
    "story.decisions.title": ("{count} decisions are asked today", "今日提请决策 {count} 个事项"),
    "story.decisions.title.one": ("One decision is asked today", "今日提请决策 1 个事项"),
    "story.decisions.table": ("Decisions asked", "待决事项"),
    "story.ask.adopt": ("Adopt the plan “{name}”", "采纳方案“{name}”"),
    "story.ask.adopt.why": (
        "{count} initiatives over {phases} phases, {effort}.",
        "{phases} 个阶段、{count} 项举措，共 {effort}。",
    ),
    "story.ask.renew": (
        "Have the plan “{name}” made anew before it is adopted",
        "先重新编制方案“{name}”，再行采纳",
    ),
    "story.ask.renew.why": (
        "Figures or the choice of initiatives have changed since then ({count} initiatives, {effort}).",
        "方案（{count} 项举措，{effort}）编制后，数据或所选举措已有变化。",
    ),
    "story.ask.run": ("Confirm the plan “{name}” as it runs", "确认按方案“{name}”执行"),
    "story.ask.run.why": (
        "Adopted: {count} initiatives over {phases} phases, {effort}.",
        "已采纳：{phases} 个阶段、{count} 项举措，共 {effort}。",
    ),
    "story.ask.start": ("Start the first phase: {names}", "启动第 1 阶段：{names}"),
    "story.ask.start.why": (
        "Beginning in the first phase: {count} ({dates}); waiting for them: {waiting}.",
        "第 1 阶段（{dates}）启动 {count} 项，后续有 {waiting} 项以此为前提。",
    ),
    "story.ask.start-free": ("Start the first phase: {names}", "启动第 1 阶段：{names}"),
    "story.ask.start-free.why": (
        "Beginning in the first phase: {count} ({dates}).",
        "第 1 阶段（{dates}）启动 {count} 项。",
    ),
    "story.ask.staff": ("Release {role} for {phase}", "为{phase}落实{role}人力"),
    "story.ask.staff.why": (
        "This is the tightest place of the plan: {load}, {share} of what there is.",
        "这是方案中人力最紧的环节：需 {load}，占可用的 {share}。",
    ),
    "story.ask.staff-none": ("Find {role} for {phase}", "为{phase}增补{role}人力"),
    "story.ask.staff-none.why": (
        "The plan asks for {load} there, and there is nobody.",
        "方案在该阶段需 {load}，目前没有可用人力。",
    ),
    "story.ask.money": ("Provide {low} to {high} thousand", "安排 {low} 至 {high}（千）预算"),
    "story.ask.money.why": (
        "Services and licences of {count} initiatives; working time is not in it.",
        "{count} 项举措的外购服务与许可，不含人员工时。",
    ),
    "story.ask.left-out": (
        "Accept that {count} initiatives wait: {names}",
        "同意 {count} 项举措暂缓：{names}",
    ),
    "story.ask.left-out.why": (
        "They do not fit the limits of the plan, or add too little.",
        "超出方案限制，或贡献有限。",
    ),
    "story.ask.first": ("Begin with {names}", "优先着手：{names}"),
    "story.ask.first.why": (
        "{count} areas need action now or soon.",
        "有 {count} 项需要立即或尽快行动。",
    ),
    "story.ask.plan": ("Have a roadmap drawn up", "编制实施路线图"),
    "story.ask.plan.why": (
        "No plan is kept for this unit and wave yet.",
        "该单位本轮次尚未保存方案。",
    ),
    "story.ask.problems": ("Confirm or dismiss {count} problems found", "确认或排除 {count} 个待定问题"),
    "story.ask.problems.why": (
        "The scores point to {names}; nobody has decided yet.",
        "得分指向{names}，尚无人确认。",
    ),
    # parts that can be chosen
    "story.part.cover": ("Cover", "封面"),
    "story.part.scope": ("Context and scope", "背景与范围"),
    "story.part.guide": ("Method and scale", "方法与量表"),
    "story.part.profile": ("Overall profile", "总体概况"),
    "story.part.map": ("Capability map", "能力地图"),
    "story.part.capability": ("Each capability", "各项能力"),
    "story.part.comparison": ("Units side by side", "单位对比"),
    "story.part.branches": ("Heat-map, tie groups, differences", "热力图、并列组与差异"),
    "story.part.waves": ("Change since the last wave", "与上一轮次相比"),
    "story.part.priorities": ("Gap against importance", "差距与重要性"),
    "story.part.practice": ("Level against best practice", "现状与最佳实践"),
    "story.part.diagnosis": ("Problems and causes", "问题与成因"),
    "story.part.initiatives": ("Initiatives", "举措"),
    "story.part.roadmap": ("Roadmap, load, projected scores", "路线图、负荷与预计得分"),
    "story.part.decisions": ("Decisions asked", "待决事项"),
    "story.part.indicators": ("All indicators", "全部指标"),
    "story.part.published": ("Published against computed", "公布值与计算值"),
    "story.part.evidence": ("Evidence register", "证据清单"),
    # one page
    "story.part.page": ("One page", "一页纸"),
    "story.page.tracks": ("Level against best practice", "现状与最佳实践"),
    "story.page.urgent": ("Most urgent gaps", "最迫切的差距"),
    "story.page.widest": ("Widest gaps", "最大的差距"),
    "story.page.steps": ("Next steps of the plan “{name}”", "方案“{name}”的下一步"),
    "story.page.chosen": ("Initiatives chosen, not yet planned", "已选定、尚未排期的举措"),
    "story.page.fewer": (
        "{count} with smaller gaps are in the deck.",
        "另有 {count} 项差距较小，见演示文稿。",
    ),
    # anonymous
    "story.anonymous.unit": ("Unit {letter}", "单位 {letter}"),
    "story.anonymous.person": ("Person {number}", "人员 {number}"),
    "export.parts": ("What the deck tells", "章节"),
    "export.parts.all": ("All parts", "全部章节"),
    "export.parts.short": ("A short deck", "精简版"),
    "export.parts.clear": ("Clear", "清空"),
    "export.parts.none": ("Choose at least one part.", "请至少选择一个章节。"),
    "export.units": ("Units compared", "对比单位"),
    "export.units.all": ("all", "全部"),
    "export.tier": ("Tier of comparison and priorities", "对比与优先级的层级"),
    "export.anonymous": ("Without names of units and people", "隐去单位与人员名称"),
    "export.anonymous.about": (
        "Letters and numbers stand instead of names, also inside findings. What a free text says of somebody "
        "in other words stays: read it before you hand it out.",
        "以字母和编号代替名称，发现与证据中的名称也会替换。自由文本中以其他方式提及的内容不会改动，分发前请通读。",
    ),
    "export.estimate": ("About {count} slides", "约 {count} 页"),
    "deck.told": ("Section: {section}. Node: {node}.", "章节：{section}。节点：{node}。"),
    "deck.all-nodes": ("all shown", "所示全部"),
    "cli.deck.sections": (
        "A deck has no part {found}; there are {allowed}",
        "演示文稿没有“{found}”这一部分；可选：{allowed}",
    ),
    "story.failed": ("{part} is left out: {reason}", "未能生成“{part}”：{reason}"),
    "story.failed.slide": ("Not drawn: “{title}”", "未能绘制：“{title}”"),
    "story.failed.unknown": ("it could not be made from this data", "现有数据无法生成"),
}
