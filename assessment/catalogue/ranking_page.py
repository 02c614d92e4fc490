"""Words of the Ranking page."""

TEXTS = {
    "shell.page.ranking": ("Ranking", "排名"),
    "empty.ranking": (
        "Here you will see who is ahead of whom, how far each rank can be trusted, and which units"
        " cannot be told apart.",
        "这里将显示各单位的名次、名次的可信程度，以及哪些单位难分高下。",
    ),
    "ranking.too-few": (
        "A ranking takes two rated units in {wave}; so far {count} can be ranked. Rate another"
        " unit, or choose"
        " another wave.",
        "排名至少需要两个已评分的单位；{wave}目前可排名的有 {count} 个。请再评一个单位，或换一个轮次。",
    ),
    "ranking.working": ("Trying other weights", "正在尝试不同的权重"),
    "ranking.title.firm": (
        "{unit} is number {rank} of {count}, whatever the weights tried",
        "{unit}在 {count} 个单位中排第 {rank}，换用其他权重也不变",
    ),
    "ranking.title.steady": (
        "{unit} is number {rank} of {count}, also with {share} of the other weights tried",
        "{unit}在 {count} 个单位中排第 {rank}；换用的其他权重中 {share} 结果相同",
    ),
    "ranking.title.open": (
        "{unit} is number {rank} of {count}; with other weights anything from {low} to {high}",
        "{unit}在 {count} 个单位中排第 {rank}；换用其他权重，可能在第 {low} 至第 {high} 之间",
    ),
    "ranking.title.other": (
        "{leader} is number 1 of {count}; {unit} is not among those ranked",
        "{leader}在 {count} 个单位中排第 1；{unit}未参与排名",
    ),
    "ranking.tied.none": (
        "It can be told apart from every other unit.",
        "它与其他所有单位都能分出高下。",
    ),
    "ranking.tied.named": ("It cannot be told apart from {names}.", "它与{names}难分高下。"),
    "ranking.tied.many": (
        "It cannot be told apart from {count} others, between ranks {low} and {high}.",
        "它与第 {low} 至第 {high} 名之间的另外 {count} 个单位难分高下。",
    ),
    "ranking.top": ("At the top: {said}", "榜首：{said}"),
    "ranking.scope": (
        "Ranked on the {common} of {total} indicators that apply to all of them.",
        "按所有单位共同适用的 {common} 项指标排名（共 {total} 项）。",
    ),
    "ranking.unranked": (
        "Not ranked, for not enough data: {names}.",
        "数据不足，未参与排名：{names}。",
    ),
    "ranking.unranked.many": (
        "Not ranked, for not enough data: {names} and {count} more (all in the table).",
        "数据不足，未参与排名：{names}等，另有 {count} 个（详见表格）。",
    ),
    "ranking.among": ("Ranked", "排名范围"),
    "ranking.among.all": ("All {count} units", "全部 {count} 个单位"),
    "ranking.among.below": ("{unit}: {count} units", "{unit}：{count} 个单位"),
    "ranking.spread": ("Weights may be off by", "权重浮动幅度"),
    "ranking.spread.any": ("anything", "任意"),
    "ranking.draws": ("Draws", "抽样次数"),
    "ranking.seed": ("Seed", "随机种子"),
    "ranking.seed.help": (
        "The same seed gives the same result, here, in a colleague's browser and on the command line.",
        "种子相同，结果相同：在此处、在同事的浏览器里、在命令行均如此。",
    ),
    "ranking.part": ("Look at", "查看"),
    "ranking.part.order": ("Order and ties", "名次与并列"),
    "ranking.part.flips": ("What would change it", "什么会改变名次"),
    "ranking.part.noise": ("Rating noise", "评分误差"),
    "ranking.part.structure": ("Other structures", "其他计算结构"),
    "ranking.part.table": ("All in a table", "全部数据"),
    "ranking.chart.order": ("Rank and how far it can be trusted", "名次及其可信程度"),
    "ranking.chart.axis": ("Rank", "名次"),
    "ranking.chart.window": (
        "{shown} of {count} units: those around {unit}. All are in the table.",
        "显示 {count} 个单位中的 {shown} 个：{unit}前后的单位。全部数据见表格。",
    ),
    "ranking.chart.window.top": (
        "The first {shown} of {count} units. All are in the table.",
        "显示 {count} 个单位中的前 {shown} 个。全部数据见表格。",
    ),
    "ranking.chart.how": (
        "Columns: how often a unit takes each rank (the tallest is {tallest}). Dot: rank with the"
        " rubric's own"
        " weights. Line, and figures at the right: 5–95 % of the draws. Brackets join units that"
        " cannot be told apart.",
        "柱：各单位取得各名次的频率（最高的柱为 {tallest}）。圆点：按量表自身权重的名次。"
        "横线及右侧数字：5–95% 的抽样所在区间。括线连接难分高下的单位。",
    ),
    "ranking.chart.signs": (
        "Between two neighbours: ≈ cannot be told apart, > likely ahead, ≫ clearly ahead,"
        " ■ ahead whatever the weights.",
        "相邻两个单位之间：≈ 难分高下，> 较可能领先，≫ 明确领先，■ 无论权重怎样都领先。",
    ),
    "ranking.chart.more-groups": (
        "{count} more tie groups reach into these ranks.",
        "另有 {count} 个并列组涉及这些名次。",
    ),
    "ranking.chart.click": (
        "Click a row to see why its score is what it is.",
        "点击某一行，查看其得分的由来。",
    ),
    "ranking.said": (
        "{unit}: rank {rank}, 5–95 %: {low}–{high}",
        "{unit}：第 {rank} 名，5–95%：{low}–{high}",
    ),
    "ranking.groups": ("Who cannot be told apart", "难分高下的单位"),
    "ranking.groups.none": (
        "With these assumptions every two units shown here can be told apart.",
        "在这些假设下，此处任意两个单位都能分出高下。",
    ),
    "ranking.groups.named": ("{said} ({names})", "{said}（{names}）"),
    "ranking.groups.more": ("More groups: {count}", "另外 {count} 组"),
    "ranking.leads": ("One after the other", "逐一比较"),
    "ranking.flips.lead": (
        "Which single weight would swap two neighbours; the pair that swaps most easily comes"
        " first. Exact, and"
        " independent of the draws.",
        "仅调整哪一个权重就会使相邻两个单位换位；最容易换位的排在最前。结果是精确计算的，与抽样无关。",
    ),
    "ranking.flip.level": (
        "{ahead} and {behind} have the same score: the slightest change of a weight that tells them"
        " apart decides.",
        "{ahead}与{behind}得分相同：能区分二者的任何权重稍有变化，便会分出先后。",
    ),
    "ranking.other": ("Another pair: {unit} and", "另选一对：{unit}与"),
    "ranking.other.hint": ("Choose a unit", "选择单位"),
    "ranking.flips.table": ("Weights that swap two neighbours", "使相邻单位换位的权重"),
    "ranking.noise.lead": (
        "The same ranking, seen apart from the weights: how far each score could move only because"
        " other raters"
        " might have judged (95 %).",
        "抛开权重再看同一排名：仅因换一批评分人，各得分可能变动多少（95%）。",
    ),
    "ranking.noise.found": (
        "Of {count} leads over the next unit shown here, {clear} are clear, {leaning} leaning and"
        " {noise} within"
        " rating noise.",
        "此处相邻单位间的 {count} 个差距中，{clear} 个明确，{leaning} 个略有倾向，{noise} 个在评分误差之内。",
    ),
    "ranking.noise.both": (
        "Weights and raters are two different doubts: a lead is safe only where both say so.",
        "权重与评分人是两种不同的不确定性：只有两者都支持，领先才算可靠。",
    ),
    "ranking.noise.by-raters": (
        "Bold whisker: from three raters or more, their own overall scores. Thin whisker: assumed,"
        " {deviation} level"
        " per score, correlation {correlation}.",
        "粗线：三位及以上评分人，取自其各自的总分。细线：按假设计算，每个评分 {deviation} 级，"
        "相关系数 {correlation}。",
    ),
    "ranking.chart.noise": ("Overall score and its rating noise", "总分及其评分误差"),
    "ranking.chart.score": ("Overall score", "总分"),
    "ranking.structure.own": (
        "Under other structures {unit} would be number {low} to {high}.",
        "换用其他计算结构，{unit}会排在第 {low} 至第 {high} 之间。",
    ),
    "ranking.structure.own.same": (
        "{unit} stays number {rank} under every other structure.",
        "换用任何其他计算结构，{unit}都排第 {rank}。",
    ),
    "ranking.structure.most": (
        "What moves the ranks most: {name}, by {shift} places on average.",
        "对名次影响最大的是：{name}，平均变动 {shift} 位。",
    ),
    "ranking.structure.none": ("No other structure moves any rank.", "任何其他计算结构都不改变名次。"),
    "ranking.structure.table": ("Ranks under other structures", "其他计算结构下的名次"),
    "ranking.structure.note": (
        "Weights as in the rubric. A geometric mean punishes a weak dimension; a dimension left out"
        " counts nothing;"
        " a higher minimum coverage may leave a unit without a rank.",
        "权重与量表一致。几何平均会加重短板的影响；不计入的维度不参与计算；"
        "提高最低覆盖率可能使某些单位没有名次。",
    ),
    "ranking.table": ("Ranking with intervals", "排名与区间"),
    "ranking.column.interval": ("5–95 %", "5–95%"),
    "ranking.column.lead": ("Lead over the next", "对下一名的领先"),
    "ranking.column.level": ("same score", "得分相同"),
    "ranking.lead.dominant": ("clear, whatever the weights", "明确，与权重无关"),
    "ranking.column.tied-with": ("Tied with", "难分高下的单位数"),
    "ranking.column.noise": ("Lead beside rating noise", "差距与评分误差"),
    "ranking.no-rank": ("not enough data", "数据不足"),
}
