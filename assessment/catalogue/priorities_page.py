"""Words of the Priorities page: headline, choices, what-if, setting importance and targets."""

TEXTS = {
    "shell.page.priorities": ("Priorities", "优先级"),
    "empty.priorities": (
        "Here you will see what matters first: the gap of every capability against its importance.",
        "这里将显示应当先做什么：每项能力的差距与其重要性。",
    ),
    "priorities.headline.many": (
        "{count} of {total} need attention now or soon, first of all {first}",
        "{total} 项中有 {count} 项需立即或尽快处理，首先是{first}",
    ),
    "priorities.headline.all": (
        "{first}: {count} of {total} need attention now or soon",
        "{first}：{total} 项中有 {count} 项需立即或尽快处理",
    ),
    "priorities.headline.calm": (
        "Nothing is urgent now or soon; {first} comes first",
        "目前没有需要立即或尽快处理的项目；最靠前的是{first}",
    ),
    "priorities.headline.none": (
        "What matters first cannot be told yet at {unit}",
        "{unit}：暂时无法判断先后",
    ),
    "priorities.part": ("Show", "显示"),
    "priorities.part.field": ("Gap and importance", "差距与重要性"),
    "priorities.part.tracks": ("Against best practice", "对照最佳实践"),
    "priorities.part.set": ("Set importance and targets", "设定重要性与目标"),
    "priorities.tier": ("Level of detail", "层级"),
    "priorities.view": ("Against importance", "与重要性对照"),
    "priorities.click": (
        "Click a mark, a name or a row to see the scores, the evidence, best practice and the target"
        " behind it.",
        "点击标记、名称或行，可查看其得分、证据、最佳实践与目标。",
    ),
    "priorities.empty-chart": (
        "The chart needs a score and an importance for at least one of these.",
        "至少有一项同时具备得分和重要性，才能绘制此图。",
    ),
    "priorities.no-benchmark": (
        "This engagement has no published data set, so no best practice is shown.",
        "本项目没有可对照的已发布数据，因此不显示最佳实践。",
    ),
    "priorities.no-last": (
        "There is no earlier wave with scores on the same scale.",
        "没有采用同一量表且已评分的上一轮次。",
    ),
    "priorities.try": ("What if?", "试一试"),
    "priorities.try.about": (
        "Move importance, target or weights and watch order and classes; nothing is kept until you set it.",
        "调整重要性、目标或权重，查看排序与类别的变化；点“设定”之前不会保存。",
    ),
    "priorities.try.node": ("Try it for", "调整对象"),
    "priorities.try.no-target": (
        "In this view the required level follows from importance; there is no target to move.",
        "在此视图中，应达水平由重要性推算，没有可调整的目标。",
    ),
    "priorities.try.weights": ("Weights that its level is made of", "构成其水平的权重"),
    "priorities.try.weights.about": (
        "Weights count relative to their neighbours. With other weights the level itself moves.",
        "权重只与同级比较；权重改变，水平也随之改变。",
    ),
    "priorities.try.weights.stay": (
        "Weights belong to the rubric: what you try here is not kept. To change them, write a new version"
        " of the rubric.",
        "权重属于评估量表，此处的试算不会保存；如需更改，请编写新的量表版本。",
    ),
    "priorities.try.no-weights": (
        "An indicator has no weights below it: its level is its score.",
        "指标之下没有权重：它的水平就是它的得分。",
    ),
    "priorities.try.moves": (
        "Tried out: {nodes}. Changes of place: {ranks}; changes of class: {classes}.",
        "正在试算：{nodes}。{ranks} 项名次变动，{classes} 项类别变动。",
    ),
    "priorities.try.class": ("{node}: {before} → {after}", "{node}：{before} → {after}"),
    "priorities.try.set": ("Set for {unit}", "为{unit}设定"),
    "priorities.try.back": ("Back to what is set", "恢复现设定"),
    "priorities.why.urgency": ("Urgency {urgency}: {standing}.", "迫切性 {urgency}：{standing}。"),
    "priorities.why.no-urgency": (
        "No urgency: a score or an importance is missing.",
        "缺少得分或重要性，不计算迫切性。",
    ),
    "priorities.why.target": ("Target {level} ({source}){due}.", "目标 {level}（{source}）{due}。"),
    "priorities.why.due": (", by {day}", "，期限 {day}"),
    "priorities.why.best": ("Best practice {level} ({operator}).", "最佳实践 {level}（{operator}）。"),
    "priorities.why.importance": ("Importance {grade}, set for {where}.", "重要性：{grade}，设定于{where}。"),
    "priorities.why.median": (
        "Importance {grade}, the median of the opinions for {where}.",
        "重要性：{grade}，为{where}各人意见的中位数。",
    ),
    "priorities.why.votes": ("Opinions: {votes}.", "各人意见：{votes}。"),
    "priorities.set.about": (
        "Write in the table; every cell is saved at once. What is empty is inherited from the capability,"
        " dimension or unit above.",
        "直接在表中填写，随填随存。留空的沿用上级能力、维度或上级单位的设定。",
    ),
    "priorities.set.whose": ("For", "适用范围"),
    "priorities.set.whose.unit": ("{unit}", "{unit}"),
    "priorities.set.whose.all": ("All units", "所有单位"),
    "priorities.set.how": ("What you write", "填写内容"),
    "priorities.set.how.set": ("What holds", "正式设定"),
    "priorities.set.how.vote": ("My opinion", "我的意见"),
    "priorities.set.who": (
        "Say who you are, so that your opinion stands under your name.",
        "请先选择您的姓名，意见将记在您的名下。",
    ),
    "priorities.set.vote": ("My opinion", "我的意见"),
    "priorities.set.holds": ("Importance in force", "生效的重要性"),
    "priorities.set.aim": ("Target in force", "生效的目标"),
    "priorities.set.from": ("{value} ({where})", "{value}（{where}）"),
    "priorities.set.median": ("{grade} (median of opinions)", "{grade}（意见中位数）"),
    "priorities.set.inherited": (
        "Without an own target the best published figure holds, and where none is published, the top of"
        " the scale.",
        "未设目标时，以已发布数据中的最佳值为准；没有发布数据时，以量表最高级为准。",
    ),
    "priorities.set.everybody": ("What everybody says", "各人意见"),
    "priorities.set.spread": ("Spread", "分歧"),
    "priorities.set.rule": (
        "Where nobody has set what holds, the median opinion does; between two, the higher one.",
        "未作正式设定时，以各人意见的中位数为准；居中为两个等级时取较高者。",
    ),
}
