"""Words of the Problems page."""

TEXTS = {
    "shell.page.diagnosis": ("Problems", "问题诊断"),
    "empty.diagnosis": (
        "Here you see which problems and causes the scores point to, and decide on each. "
        "It needs an engagement first: load the 2003 example or start your own on Home.",
        "在这里查看评分反映出哪些问题与成因，并逐项确认或排除。请先在首页载入 2003 年示例或新建项目。",
    ),
    "diagnosis.head": (
        "{unit}: {count} problems and causes to decide on",
        "{unit}：{count} 项问题与成因待确认",
    ),
    "diagnosis.head.one": ("{unit}: one problem or cause to decide on", "{unit}：1 项问题或成因待确认"),
    "diagnosis.head.none": ("{unit}: nothing left to decide on", "{unit}：没有待确认的问题与成因"),
    "diagnosis.lead": (
        "A problem is proposed where at least half of its linked indicators are assessed and at least half "
        "of these score below {low}. The links look at {linked} of {indicators} indicators; {assessed} of "
        "them are assessed.",
        "所关联的指标至少评了一半、且其中至少一半得分偏低（低于 {low}）时提出。"
        "关联覆盖 {indicators} 个指标中的 {linked} 个，其中 {assessed} 个已评。",
    ),
    "diagnosis.unlinked": (
        "No problem or cause is linked to this rubric, so its scores propose none.",
        "没有问题或成因与此量表关联，因此无法从评分中提出。",
    ),
    "diagnosis.nobody": (
        "To decide, say in the sidebar who you are.",
        "如需确认或排除，请先在侧栏选择您的姓名。",
    ),
    "diagnosis.part": ("What is shown", "显示内容"),
    "diagnosis.part.open": ("To decide ({count})", "待确认（{count}）"),
    "diagnosis.part.decided": ("Decided ({count})", "已确认或排除（{count}）"),
    "diagnosis.part.rest": ("Not proposed ({count})", "未提出（{count}）"),
    "diagnosis.part.chains": ("From problem to theme", "从问题到解决方向"),
    "diagnosis.nothing": ("Nothing here.", "此处没有内容。"),
    "diagnosis.theme": ("{area}: {theme}", "{area}：{theme}"),
    "diagnosis.card": ("{name} · strength {strength}", "{name} · 程度 {strength}"),
    "diagnosis.card.decided": ("{name} · {level}", "{name} · {level}"),
    "diagnosis.counts": (
        "{part} · {group} · {assessed} of {linked} linked indicators assessed, {low} of their weight low",
        "{part} · {group} · 所关联的 {linked} 个指标中已评 {assessed} 个，低分占已评权重的 {low}",
    ),
    "diagnosis.counts.none": (
        "{part} · {group} · none of {linked} linked indicators assessed",
        "{part} · {group} · 所关联的 {linked} 个指标均未评",
    ),
    "diagnosis.verdict.not-indicated": ("not indicated", "未显现"),
    "diagnosis.verdict.too-little": ("too few scores to judge", "得分太少，无法判断"),
    "diagnosis.verdict.not-linked": ("not linked", "未关联"),
    "diagnosis.verdict.proposed": ("proposed", "已提出"),
    "diagnosis.reasons": ("The scores it rests on", "依据的得分"),
    "diagnosis.reasons.none": ("No linked indicator is assessed.", "所关联的指标均未评。"),
    "diagnosis.why": ("Why is {name} at {score}?", "{name}为何是 {score} 分？"),
    "diagnosis.open": ("Not assessed: {names}", "未评：{names}"),
    "diagnosis.left-out": ("Not applicable: {names}", "不适用：{names}"),
    "diagnosis.causes": ("Comes from: {names}", "成因：{names}"),
    "diagnosis.blocks": ("Blocks: {names}", "阻碍的目标：{names}"),
    "diagnosis.analytics": ("Blocks the analyses: {names}", "阻碍的分析领域：{names}"),
    "diagnosis.level": ("How bad is it?", "严重到什么程度？"),
    "diagnosis.reason": ("What was seen", "看到的情况"),
    "diagnosis.reason.example": (
        "What you saw or heard; needed for dismissing.",
        "写明所见所闻；排除时必填。",
    ),
    "diagnosis.confirm": ("Confirm", "确认"),
    "diagnosis.dismiss": ("Dismiss", "排除"),
    "diagnosis.change": ("Change", "更改"),
    "diagnosis.said": ("{level}, says {who} on {time}", "{who}于 {time} 评为“{level}”"),
    "diagnosis.said-why": ("{said}: {reason}", "{said}：{reason}"),
    "diagnosis.saved": ("Saved: {name}, {level}.", "已保存：{name}，{level}。"),
    "diagnosis.kept": (
        "Decisions are ratings of the engagement “{engagement}”. "
        "There they get evidence, quality checks and a sign-off.",
        "各项结论保存为项目“{engagement}”中的评分，可在该项目中补充证据、做质量检查并签署。",
    ),
    "diagnosis.to-decisions": ("Open it", "打开该项目"),
    "diagnosis.semicolon": ("; ", "；"),
    "diagnosis.chain": ("{problem} ← {causes}", "{problem} ← {causes}"),
    "diagnosis.chain.themes": ("Solved by: {names}", "解决方向：{names}"),
    "diagnosis.chains.about": (
        "Each problem that is confirmed, or proposed and not dismissed, with those of its causes that are so "
        "too, and where the solution lies.",
        "列出已确认、或已提出且未排除的问题，及其同样成立的成因和解决方向。",
    ),
}
