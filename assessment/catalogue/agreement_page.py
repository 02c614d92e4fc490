"""Words of the Agreement page."""

TEXTS = {
    "shell.page.agreement": ("Agreement", "评分一致性"),
    "empty.agreement": (
        "Here you will see where several raters agree and where they do not, the most disputed"
        " first, and adopt a"
        " consensus with a reason.",
        "这里将显示多位评分人在哪些指标上一致、在哪些指标上有分歧（分歧最大的在前），"
        "并可注明理由采用共识评分。",
    ),
    "agreement.between-votes": ("; ", "；"),
    "agreement.title": (
        "{where}: {red} of {total} indicators are disputed, {amber} to be discussed",
        "{where}：{total} 项指标中 {red} 项分歧大，{amber} 项需讨论",
    ),
    "agreement.title.agree": (
        "{where}: the raters agree on all {total} indicators that several rated",
        "{where}：多人评分的 {total} 项指标全部一致",
    ),
    "agreement.title.none": ("{where}: nothing rated by two people yet", "{where}：尚无两人共同评分的指标"),
    "agreement.none": (
        "Agreement needs two people who rate the same indicators of {unit}. So far {count} did. Ask"
        " a second person to"
        " answer the interview, or look at all units.",
        "评价一致性需要两人对{unit}的同一批指标评分，目前有 {count} 人。请另一位同事完成访谈评分，"
        "或查看全部单位。",
    ),
    "agreement.where.all": ("All {count} units", "全部 {count} 个单位"),
    "agreement.scope": ("Whose ratings", "查看范围"),
    "agreement.scope.unit": ("This unit", "本单位"),
    "agreement.scope.all": ("All units", "全部单位"),
    "agreement.filter": ("Show", "显示"),
    "agreement.filter.open": ("Disputed and to discuss", "分歧大与需讨论"),
    "agreement.filter.red": ("Disputed only", "仅分歧大"),
    "agreement.filter.everything": ("All", "全部"),
    "agreement.dimension": ("Part of the rubric", "量表部分"),
    "agreement.dimension.all": ("Whole rubric", "整个量表"),
    "agreement.settled": (
        "{count} of the disputed ones have a consensus.",
        "分歧大的指标中 {count} 项已采用共识评分。",
    ),
    "agreement.how": (
        "Green: at most 1 level apart and close to the median. Red: 2 levels or more apart, or two camps.",
        "绿：相差不超过 1 级且接近中位数。红：相差 2 级及以上，或分成两派。",
    ),
    "agreement.how.scaled": (
        "Green: at most a fifth of the scale apart and close to the median. Red: two fifths or more"
        " apart, or two"
        " camps.",
        "绿：相差不超过量表的五分之一且接近中位数。红：相差五分之二及以上，或分成两派。",
    ),
    "agreement.chart": ("Votes on what is most disputed", "分歧最大的指标的评分"),
    "agreement.chart.axis": ("Level", "等级"),
    "agreement.chart.how": (
        "Dot: a vote (larger: several people). Line: from the lowest to the highest vote. Tick: median."
        " Diamond: the consensus adopted.",
        "圆点：一个评分（越大表示人数越多）。横线：最低到最高评分。竖线：中位数。菱形：已采用的共识评分。",
    ),
    "agreement.chart.some": (
        "The {shown} most disputed of {count}.",
        "{count} 项中分歧最大的 {shown} 项。",
    ),
    "agreement.list": ("Most disputed first", "分歧最大的在前"),
    "agreement.list.nothing": (
        "Nothing of this kind here: the raters agree.",
        "此处没有这类指标：评分人意见一致。",
    ),
    "agreement.more": ("Show {count} more", "再显示 {count} 项"),
    "agreement.line": (
        "Votes: {votes} · median {median} · range {range} · agreement {agreement}",
        "评分：{votes} · 中位数 {median} · 极差 {range} · 一致程度 {agreement}",
    ),
    "agreement.adopted": (
        "Consensus adopted: {score}, by {by}: “{why}”",
        "已采用共识评分：{score}，{by}：“{why}”",
    ),
    "agreement.adopted.na": ("not applicable", "不适用"),
    "agreement.adopt": ("Adopt a consensus", "采用共识评分"),
    "agreement.adopt.change": ("Change the consensus", "修改共识评分"),
    "agreement.adopt.score": ("Score that stands for all", "代表全体的评分"),
    "agreement.adopt.reason": ("Why it stands for everybody", "采用理由"),
    "agreement.adopt.reason.example": (
        "e.g. agreed in the workshop after seeing the reports",
        "例如：查看报表后在研讨会上达成一致",
    ),
    "agreement.adopt.do": ("Adopt", "采用"),
    "agreement.adopt.done": (
        "{score} stands for all raters of {indicator} from now on. What each of them said is kept.",
        "从现在起，{indicator}以 {score} 代表全体评分人；各人的评分仍予保留。",
    ),
    "agreement.adopt.theirs": ("Keep theirs", "保留对方的"),
    "agreement.adopt.mine": ("Adopt mine all the same", "仍采用我的"),
    "agreement.adopt.votes-changed": (
        "Nothing was adopted: somebody voted on {indicator} meanwhile. Look at the votes again, then adopt.",
        "未采用：期间有人对{indicator}重新评分。请再看一遍各人评分，然后采用。",
    ),
    "agreement.nobody": (
        "To adopt a consensus, say at the left who you are.",
        "要采用共识评分，请先在左侧选择您的姓名。",
    ),
    "agreement.why": ("Why", "由来"),
    "agreement.table": ("Agreement by indicator", "各指标的一致性"),
    "agreement.table.workshops": ("Agreement by unit", "各单位的一致性"),
    "agreement.table.cut": (
        "The {shown} most disputed rows of {count}; the files hold all.",
        "显示 {count} 行中分歧最大的 {shown} 行；下载文件包含全部。",
    ),
    "agreement.whole": ("The panel as a whole", "评分小组总体"),
    "agreement.alpha": ("Krippendorff's alpha", "Krippendorff α"),
    "agreement.part": ("Look at", "查看"),
    "agreement.part.list": ("What is disputed", "分歧所在"),
    "agreement.part.panel": ("The panel as a whole", "评分小组总体"),
    "agreement.part.table": ("All in a table", "全部数据"),
    "agreement.alpha.several": (
        "Alpha over the {count} units that it can be computed for: from {low} to {high}, median {median}.",
        "可计算 α 的 {count} 个单位：{low} 至 {high}，中位数 {median}。",
    ),
}
