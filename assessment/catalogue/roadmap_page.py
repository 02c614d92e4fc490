"""Words of the Roadmap page: a plan's pictures and tables, its settings, what it says."""

TEXTS = {
    "roadmap.track.operational": ("Operational", "操作型"),
    "roadmap.track.analytical": ("Analytical", "分析型"),
    "roadmap.phase": ("Phase {phase}", "第 {phase} 阶段"),
    "roadmap.phases": ("Phases {start}–{end}", "第 {start}–{end} 阶段"),
    "roadmap.months": ("{month}–{until} |{year}", "{year}年 |{month}–{until}月"),
    "roadmap.months.one": ("{month} |{year}", "{year}年 |{month}月"),
    "roadmap.months.years": (
        "{month} {year} – |{until} {until_year}",
        "{year}年{month}月–|{until_year}年{until}月",
    ),
    "roadmap.days": ("{first} – |{last}", "{first} 至 |{last}"),
    "roadmap.month-names": (
        "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
        "1 2 3 4 5 6 7 8 9 10 11 12",
    ),
    "roadmap.person-months": ("{months} person-months", "{months} 人月"),
    "roadmap.hover.when": ("{phases}, {dates}", "{phases}，{dates}"),
    "roadmap.hover.role": ("{role} {months}", "{role} {months}"),
    "roadmap.hover.after": ("After: {names}", "前置举措：{names}"),
    "roadmap.hover.load": ("{role}, {phase}", "{role}，{phase}"),
    "roadmap.hover.of": (
        "{load} of {capacity} person-months",
        "需 {load} 人月，可用 {capacity} 人月",
    ),
    "roadmap.lane.count.one": ("1 initiative", "1 项举措"),
    "roadmap.lane.count": ("{count} initiatives", "{count} 项举措"),
    "roadmap.pinned": ("Pinned", "已固定"),
    "roadmap.broken": ("Breaks a rule", "不满足条件"),
    "roadmap.unlimited": ("no limit", "不限"),
    "roadmap.no-capacity": ("no capacity", "无可用人力"),
    "roadmap.load.fits": ("Within capacity", "未超出人力"),
    "roadmap.load.over": ("Beyond capacity", "超出人力"),
    "roadmap.table.plan": ("Roadmap", "路线图"),
    "roadmap.table.load": ("Load by role and phase", "各角色各阶段工作量"),
    "roadmap.column.initiative": ("Initiative", "举措"),
    "roadmap.column.track": ("Track", "类别"),
    "roadmap.column.start": ("From phase", "起始阶段"),
    "roadmap.column.end": ("To phase", "结束阶段"),
    "roadmap.column.first": ("Begins", "开始日期"),
    "roadmap.column.last": ("Ends", "结束日期"),
    "roadmap.column.after": ("Waits for", "前置举措"),
    "roadmap.column.note": ("Note", "说明"),
    "roadmap.column.role": ("Role", "角色"),
    "roadmap.column.phase": ("Phase", "阶段"),
    "roadmap.column.load": ("Asked, person-months", "所需人月"),
    "roadmap.column.capacity": ("There, person-months", "可用人月"),
    "roadmap.column.share": ("Used", "占用率"),
    "roadmap.column.over": ("Too much, person-months", "超出人月"),
    "roadmap.now": ("Now", "现状"),
    "roadmap.view.board": ("Board", "看板"),
    "roadmap.demands": ("What is asked of single initiatives", "对单项举措的要求"),
    "roadmap.demands.none": (
        "Nothing yet: every initiative may stand in any phase, or be left out where capacity is short.",
        "暂无要求：各项举措可排入任一阶段，人力不足时也可不排。",
    ),
    "roadmap.demand.pinned": ("{name} is pinned to phase {phase}", "{name}固定在第 {phase} 阶段开始"),
    "roadmap.demand.required": ("{name} must be in the plan", "{name}必须排入计划"),
    "roadmap.demand.excluded": ("{name} is not to be planned", "{name}不排入计划"),
    "roadmap.demand.earliest": ("{name} starts in phase {phase} or later", "{name}不早于第 {phase} 阶段开始"),
    "roadmap.demand.latest": (
        "{name} is finished by the end of phase {phase}",
        "{name}须在第 {phase} 阶段结束前完成",
    ),
    "roadmap.demand.either": ("At most one of: {name}", "以下举措至多选一：{name}"),
    "roadmap.demand.kind": ("What is asked", "要求"),
    "roadmap.demand.kind.pinned": ("Pinned to phase", "固定开始阶段"),
    "roadmap.demand.kind.required": ("Must be in the plan", "必须排入"),
    "roadmap.demand.kind.excluded": ("Not in this plan", "不排入"),
    "roadmap.demand.kind.earliest": ("Not before phase", "最早开始阶段"),
    "roadmap.demand.kind.latest": ("Finished by phase", "最晚完成阶段"),
    "roadmap.demand.kind.either": ("Only one of several", "多项择一"),
    "roadmap.demand.who": ("Initiative", "举措"),
    "roadmap.demand.others": ("Or", "或"),
    "roadmap.demand.others.hint": ("Choose the others", "选择其他举措"),
    "roadmap.demand.add": ("Add", "添加"),
    "roadmap.demand.drop": ("Take back", "取消"),
    "roadmap.settings.summary": (
        "{phases} phases of {months} months",
        "{phases} 个阶段，每阶段 {months} 个月",
    ),
    "roadmap.settings.span": ("{said}, {dates}", "{said}，{dates}"),
    "roadmap.settings.phases": ("Phases", "阶段数"),
    "roadmap.settings.months": ("Months per phase", "每阶段月数"),
    "roadmap.settings.start": ("First day", "起始日期"),
    "roadmap.settings.capacity": ("Capacity: person-months per phase", "可用人力（人月／阶段）"),
    "roadmap.settings.capacity.about": (
        "Click a cell to change it. A role whose whole row is empty has no limit.",
        "点击单元格即可修改。整行留空的角色不设上限。",
    ),
    "roadmap.settings.capacity.usual": (
        "Each column is a phase; phase 1 begins on {first}. Until somebody changes them, the figures are the "
        "library's usual staff, not your own people.",
        "每列为一个阶段，第 1 阶段自 {first} 开始。未经修改的数值为举措库的通常编制，并非贵方实际人力。",
    ),
    "roadmap.settings.column": ("{phase}", "{phase}"),
    "roadmap.settings.budget": ("Budget", "预算"),
    "roadmap.settings.budget.none": ("No limit", "不限"),
    "roadmap.settings.budget.whole": ("For the whole plan", "整个计划合计"),
    "roadmap.settings.budget.each": ("For each phase", "每阶段"),
    "roadmap.settings.budget.about": (
        "What is bought: licences and services, the middle of each initiative's cost range. "
        "Working time is not in it.",
        "外购支出（许可、服务等），取各举措成本区间的中值，不含人工。",
    ),
    "roadmap.settings.amount": ("Thousands of the currency", "金额（千元）"),
    "roadmap.settings.holidays": ("Holidays, one day or span a line", "节假日（每行一天或一段）"),
    "roadmap.settings.holidays.about": (
        "A phase loses capacity in proportion to its working days.",
        "阶段内的可用人力按工作日比例扣减。",
    ),
    "roadmap.settings.holidays.unread": (
        "“{said}” is no day. Write it as 2004-01-22, or as 2004-01-22 – 2004-01-28.",
        "无法识别“{said}”。请写成 2004-01-22，或 2004-01-22 – 2004-01-28。",
    ),
    "roadmap.settings.holidays.count": ("{count} days are free.", "共 {count} 天。"),
    "roadmap.head.all": (
        "All {total} initiatives fit into {used} of {phases} phases",
        "{total} 项举措全部排入，用时 {used} 个阶段（共 {phases} 个）",
    ),
    "roadmap.head.one": (
        "The one initiative is finished in phase {used} of {phases}",
        "唯一的举措在第 {used} 阶段完成（共 {phases} 个阶段）",
    ),
    "roadmap.head.some": (
        "{planned} of {total} initiatives fit into {phases} phases; {left} are left out",
        "{total} 项举措中有 {planned} 项排入 {phases} 个阶段，{left} 项未排入",
    ),
    "roadmap.head.some-one": (
        "{planned} of {total} initiatives fit into {phases} phases; one is left out",
        "{total} 项举措中有 {planned} 项排入 {phases} 个阶段，1 项未排入",
    ),
    "roadmap.head.lacking.all": (
        "{planned} of {total} initiatives are planned; {left} need others first that are not chosen",
        "{total} 项举措中有 {planned} 项排入计划；其余 {left} 项的前置举措尚未选定",
    ),
    "roadmap.head.lacking.all-one": (
        "{planned} of {total} initiatives are planned; one needs another first that is not chosen",
        "{total} 项举措中有 {planned} 项排入计划；另外 1 项的前置举措尚未选定",
    ),
    "roadmap.head.lacking.some": (
        "{planned} of {total} initiatives are planned; of the {left} left out, {lacking} need others first "
        "that are not chosen",
        "{total} 项举措中有 {planned} 项排入计划；未排入的 {left} 项中有 {lacking} 项的前置举措尚未选定",
    ),
    "roadmap.head.lacking.one": (
        "{planned} of {total} initiatives are planned; of the {left} left out, one needs another first that "
        "is not chosen",
        "{total} 项举措中有 {planned} 项排入计划；未排入的 {left} 项中有 1 项的前置举措尚未选定",
    ),
    "roadmap.head.nothing": (
        "None of the {total} initiatives is in the plan",
        "{total} 项举措均未排入计划",
    ),
    "roadmap.proof.best": (
        "Proved best: no other order closes more of what matters, earlier.",
        "已证明为最优：没有其他安排能更早、更多地补上重要差距。",
    ),
    "roadmap.proof.open": (
        "Not proved best: it is worth at least {share} of the best possible plan.",
        "尚未证明最优：价值至少达到最优计划的 {share}。",
    ),
    "roadmap.proof.stopped": (
        "The search was stopped: this plan is worth at least {share} of the best possible one.",
        "求解已中止：价值至少达到最优计划的 {share}。",
    ),
    "roadmap.greedy": (
        "Its value is {value}; always taking the most useful initiative next reaches {greedy}, {less} less.",
        "计划价值 {value}；若每次只挑当前最有用的举措，价值为 {greedy}，低 {less}。",
    ),
    "roadmap.greedy.more": (
        "Its value is {value}; always taking the most useful initiative next reaches {greedy}, {more} more.",
        "计划价值 {value}；若每次只挑当前最有用的举措，价值为 {greedy}，高 {more}。",
    ),
    "roadmap.greedy.same": (
        "Its value is {value}; always taking the most useful initiative next reaches the same.",
        "计划价值 {value}；每次只挑当前最有用的举措也能达到同样的价值。",
    ),
    "roadmap.value.about": (
        "Value: levels closed, weighted with importance, counted once for every phase from the one in which "
        "the initiative is finished. No gap counts twice.",
        "价值＝所补等级×重要性，自举措完成的阶段起每个阶段计一次；同一差距不重复计算。",
    ),
    "roadmap.hand.same": (
        "The moves cost nothing: the value stays {after}.",
        "手工调整不影响价值，仍为 {after}。",
    ),
    "roadmap.hand.less": (
        "The moves cost value: {before} before, {after} now ({change}).",
        "手工调整降低了价值：由 {before} 变为 {after}（{change}）。",
    ),
    "roadmap.hand.more": (
        "The moves raise the value: {before} before, {after} now ({change}).",
        "手工调整提高了价值：由 {before} 变为 {after}（{change}）。",
    ),
    "roadmap.not-planned": ("not planned", "未排入"),
    "roadmap.change.none": ("same", "不变"),
    "roadmap.change.added": ("comes in", "新排入"),
    "roadmap.change.dropped": ("drops out", "不再排入"),
    "roadmap.change.later": ("{count} phases later", "推后 {count} 个阶段"),
    "roadmap.change.later.one": ("one phase later", "推后 1 个阶段"),
    "roadmap.change.earlier": ("{count} phases earlier", "提前 {count} 个阶段"),
    "roadmap.change.earlier.one": ("one phase earlier", "提前 1 个阶段"),
    "roadmap.column.change": ("Change", "变化"),
    "roadmap.column.figure": ("Figure", "项目"),
    "roadmap.table.compare": ("Initiatives in both plans", "两个计划中的举措"),
    "roadmap.table.figures": ("Both plans in figures", "两个计划的主要数据"),
    "roadmap.figure.value": ("Value", "价值"),
    "roadmap.figure.planned": ("Initiatives planned", "排入的举措"),
    "roadmap.figure.effort": ("Effort, person-months", "投入（人月）"),
    "roadmap.figure.finished": ("Last one finished in", "全部完成于"),
    "roadmap.figure.proved": ("How good it is", "优劣证明"),
    "shell.page.roadmap": ("Roadmap", "路线图"),
    "empty.roadmap": (
        "Here initiatives become a plan: what is done in which phase, under real capacity, and the score it "
        "leads to. It needs an engagement first: load the 2003 example or start your own on Home.",
        "在这里把举措排成计划：在人力允许的范围内确定各阶段做什么，以及最终能达到的评分。"
        "请先在首页载入 2003 年示例或新建项目。",
    ),
    "roadmap.nothing-chosen": (
        "{unit} has not chosen any initiative yet. Pick some by urgency; here they become a plan over "
        "phases, with load, dates and the score that it leads to.",
        "{unit}尚未选定举措。请先按迫切性挑选，随后在此排成分阶段的计划，并查看工作量、日期与预期评分。",
    ),
    "roadmap.to-initiatives": ("Pick initiatives", "挑选举措"),
    "roadmap.head.none": ("{count} initiatives, no plan yet", "已选 {count} 项举措，尚无计划"),
    "roadmap.head.none.next": (
        "Check what the plan has to hold to, then make it.",
        "请先核对下方的计划设置，再生成计划。",
    ),
    "roadmap.settings.fold": ("Settings: {said}", "计划设置：{said}"),
    "plan.left-out.by-hand": ("{task} was taken out by hand.", "“{task}”已手工移出。"),
    "roadmap.left-out": ("What is left out, and why ({count})", "未排入的举措及原因（{count}）"),
    "roadmap.make": ("Make the plan", "生成计划"),
    "roadmap.make.again": ("Make the plan anew", "重新生成计划"),
    "roadmap.head.refused": (
        "This plan does not meet what is asked now",
        "本计划不符合目前的要求",
    ),
    "roadmap.refused": (
        "It is the plan from before, and no plan meets the settings as they stand (see below). Take a demand "
        "back, or give more, before it can be kept or carried out. It said: {finding}.",
        "页面上仍是此前的计划，目前的设置没有可行计划（原因见下）。请先取消部分要求或放宽条件，再保存或执行。"
        "此前的结论：{finding}。",
    ),
    "roadmap.stale": (
        "The settings have changed since this plan was made.",
        "生成本计划后，设置已有改动。",
    ),
    "roadmap.head.stale": (
        "This plan was made from other figures: make it anew",
        "本计划所依据的数据已有变化，请重新生成",
    ),
    "roadmap.stale.figures": (
        "Since it was made, effort, months, lifts, scores, targets or importance have changed, so its value "
        "and its proof no longer hold. It said then: {finding}.",
        "生成本计划后，人力投入、工期、提升幅度、评分、目标或重要性已有改动，原来的价值与最优性证明不再成立。"
        "当时的结论：{finding}。",
    ),
    "roadmap.stale.chosen": (
        "Other initiatives are chosen now than when this plan was made.",
        "生成本计划后，所选举措已有变化。",
    ),
    "roadmap.remarks": (
        "Worth knowing about what this plan is made from ({count})",
        "关于计划依据的提示（{count}）",
    ),
    "roadmap.working": ("Looking for the best plan, {seconds} s", "正在求解最优计划，已用 {seconds} 秒"),
    "roadmap.working.best": (
        "Best so far {best}, no plan beats {bound}, {seconds} s",
        "当前最优 {best}，上限 {bound}，已用 {seconds} 秒",
    ),
    "roadmap.stopping": ("Stopping with the best plan so far", "正在中止，将保留当前最优计划"),
    "roadmap.part": ("What is shown", "显示内容"),
    "roadmap.view.gantt": ("Gantt chart", "甘特图"),
    "roadmap.view.load": ("Load", "工作量"),
    "roadmap.view.table": ("Table", "表格"),
    "roadmap.view.score": ("Projected score", "预期评分"),
    "roadmap.view.compare": ("Compare plans", "计划对比"),
    "roadmap.title": ("{what}: {unit}, {wave}", "{what}：{unit}，{wave}"),
    "roadmap.gantt.note": (
        "A line leads from an initiative to those that can start only when it is finished.",
        "连线由前置举措指向须等其完成后才能开始的举措。",
    ),
    "roadmap.load.note": (
        "Columns: person-months asked in a phase. Line: what there is, after holidays. "
        "An initiative's effort is spread evenly over its phases.",
        "柱形为该阶段所需人月，横线为扣除节假日后的可用人月。各举措的投入在其阶段内平均分摊。",
    ),
    "roadmap.load.too-much": ("More is asked than there is: {names}", "超出可用人力的角色：{names}"),
    "roadmap.score.said": (
        "{name} rises from {now} to {then} (between {low} and {high}).",
        "{name}由 {now} 升至 {then}（区间 {low}–{high}）。",
    ),
    "roadmap.score.said.plain": ("{name} rises from {now} to {then}.", "{name}由 {now} 升至 {then}。"),
    "roadmap.score.note": (
        "Every score is rolled up anew with the levels that finished initiatives have gained; no node is "
        "lifted beyond its target. The band around {name}: initiatives lift less, or more, than they say.",
        "每个阶段末按已完成举措所提升的等级重新汇总，节点不会被抬升到目标以上。"
        "{name}周围的色带表示举措成效低于或高于预期时的评分。",
    ),
    "roadmap.score.node": ("Node", "节点"),
    "roadmap.score.low": ("Low, at the end", "期末低值"),
    "roadmap.score.high": ("High, at the end", "期末高值"),
    "roadmap.score.of": ("Scores of", "查看节点"),
    "roadmap.score.none": (
        "{name} has no score, so none is projected for it.",
        "{name}尚无评分，无法给出预期评分。",
    ),
    "roadmap.hand": ("Move by hand", "手工调整"),
    "roadmap.hand.who": ("Initiative", "举措"),
    "roadmap.hand.where": ("Starts in", "开始于"),
    "roadmap.hand.now": ("{name} (now)", "{name}（当前）"),
    "roadmap.hand.move": ("Move", "移动"),
    "roadmap.hand.pin": ("Pin", "固定"),
    "roadmap.hand.pin.about": (
        "Ask for this phase in the next plan; make the plan anew to see what follows.",
        "要求下一次生成计划时从该阶段开始；重新生成计划即可看到结果。",
    ),
    "roadmap.hand.moved": ("Moved by hand: {names}.", "手工调整：{names}。"),
    "roadmap.hand.fine": ("Nothing is broken by it.", "没有违反任何条件。"),
    "roadmap.hand.back": ("Take the moves back", "撤销手工调整"),
    "roadmap.open": ("Kept plans", "已保存的计划"),
    "roadmap.open.hint": ("Open a plan", "打开计划"),
    "roadmap.open.adopted": ("{name} (carried out)", "{name}（执行中）"),
    "roadmap.keep": ("Keep this plan", "保存此计划"),
    "roadmap.keep.name": ("Name", "名称"),
    "roadmap.keep.usual": ("Plan {number}", "计划 {number}"),
    "roadmap.keep.done": ("{name} is kept.", "已保存{name}。"),
    "roadmap.adopt": ("Carry this plan out", "执行此计划"),
    "roadmap.adopt.about": (
        "Follow-through then tracks this plan.",
        "此后由“跟踪”页按此计划跟进。",
    ),
    "roadmap.adopt.done": ("This plan is carried out from now on.", "此计划已开始执行。"),
    "roadmap.adopted": ("Carried out", "执行中"),
    "roadmap.compare.with": ("Compare with", "对比对象"),
    "roadmap.compare.greedy": ("Most useful first", "逐项择优"),
    "roadmap.compare.greedy.about": (
        "What a planner without a solver would do: again and again take the initiative with the most value "
        "for its effort, as early as it fits.",
        "不借助求解器的做法：每次挑选单位投入价值最高的举措，尽早排入。",
    ),
    "roadmap.compare.this": ("This plan", "本计划"),
}
