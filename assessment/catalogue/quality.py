"""Words of the quality rules, the sign-off and the Quality page."""

TEXTS = {
    "shell.page.quality": ("Quality", "质量检查"),
    "empty.quality": (
        "Here you see what is doubtful in the ratings, mend it, and sign the unit off. "
        "It needs an engagement first: load the 2003 example or start your own on Home.",
        "在这里查看评分中的疑点，逐项改正，然后签署。请先在首页载入 2003 年示例或新建项目。",
    ),
    "error.OpenErrorsError": (
        "{unit} was not signed off: {count} error(s) are open ({rules}). "
        "Mend them, or change how serious the rule is, then sign off again.",
        "{unit}未签署：尚有 {count} 个错误（{rules}）。请先改正，或调整规则的严重程度，再重新签署。",
    ),
    "error.NothingRatedError": (
        "{unit} was not signed off: it has no rating in this wave. Rate it first.",
        "{unit}未签署：本轮次尚无评分。请先评分。",
    ),
    "error.SignerMissingError": (
        "Nothing was changed: say who you are first. A sign-off names a person.",
        "未作改动：请先说明您是谁，签署须记录签署人。",
    ),
    "error.ReasonMissingError": (
        "Nothing was reopened: say in a few words why. The reason is kept with the sign-off.",
        "未重新打开：请简要说明原因，原因将与签署记录一并保存。",
    ),
    "interview.rater.now": (
        "You are looking at the ratings of {name}, and rating in that name.",
        "现在查看的是{name}的评分，并以其名义评分。",
    ),
    "interview.rater.back": ("Back to {name}", "换回{name}"),
    "interview.rater.leave": ("Back to reading only", "换回只读"),
    "quality.comma": (", ", "、"),
    "quality.counted": ("{rule}: {count}", "{rule} {count} 个"),
    "quality.severity.error": ("Error", "错误"),
    "quality.severity.warning": ("Warning", "提醒"),
    "quality.severity.off": ("Off", "关闭"),
    "quality.rule.high-no-evidence": ("High score without evidence", "高分缺少证据"),
    "quality.rule.contradicted": ("Evidence contradicts the level", "证据与等级相矛盾"),
    "quality.rule.conflict": ("Raters far apart", "评分人分歧未解决"),
    "quality.rule.proposed": ("Carried over, not confirmed", "沿用上轮，尚未确认"),
    "quality.rule.na-no-reason": ("Not applicable without a reason", "不适用但未说明原因"),
    "quality.rule.expired": ("Expired evidence", "证据已过期"),
    "quality.rule.low-confidence": ("Low confidence", "把握程度低"),
    "quality.rule.outlier": ("Unlike its neighbours", "与同组指标差异过大"),
    "quality.rule.target-below": ("Target below the current level", "目标低于现状"),
    "quality.rule.flagged": ("To come back to", "待回头确认"),
    "quality.about.high-no-evidence": (
        "Level {high} or more (four fifths of the scale) with nothing on record.",
        "得分达到 {high} 级（量表的五分之四）及以上，却没有任何证据。",
    ),
    "quality.about.contradicted": (
        "A score stands although evidence on it is graded as contradicting.",
        "已给出得分，但有证据被评为“相矛盾”。",
    ),
    "quality.about.conflict": (
        "Scores {apart} levels or more apart, or some say not applicable, and no consensus was adopted.",
        "得分相差 {apart} 级及以上，或有人认为不适用，且尚未形成共识评分。",
    ),
    "quality.about.proposed": (
        "A score of the last wave that nobody has checked again; it does not count.",
        "沿用上一轮次的得分，尚未有人重新确认，不计入结果。",
    ),
    "quality.about.na-no-reason": (
        "The reason is a dash, or only repeats that it does not apply.",
        "原因只写了符号，或只是重复“不适用”。",
    ),
    "quality.about.expired": (
        "Evidence that no longer held on the date of the wave.",
        "到本轮次日期时证据已经失效。",
    ),
    "quality.about.low-confidence": (
        "The rater was not sure.",
        "评分人自己没有把握。",
    ),
    "quality.about.outlier": (
        "{outlying} levels or more from the median of the other indicators of its group (at least three).",
        "与同组其他指标（至少三项）的中位数相差 {outlying} 级及以上。",
    ),
    "quality.about.target-below": (
        "The target asks for less than has been reached already.",
        "目标低于已经达到的水平。",
    ),
    "quality.about.flagged": (
        "Somebody marked it to come back to.",
        "有人标记了“稍后再看”。",
    ),
    "quality.says.high-no-evidence": (
        "Rated {score} with no evidence on record. Add what was said or seen, or lower the score.",
        "得分 {score}，但没有证据。请补充听到或看到的内容，或调低得分。",
    ),
    "quality.says.contradicted": (
        "Rated {score}, but the evidence speaks against it: {evidence}. "
        "Change the score, or grade the evidence anew.",
        "得分 {score}，但证据与之相矛盾：{evidence}。请调整得分，或重新评定证据。",
    ),
    "quality.says.conflict": (
        "Rated {score} to {against} by {raters}. Talk it over and adopt a consensus.",
        "{raters}的评分在 {score} 到 {against} 之间。请讨论后形成共识评分。",
    ),
    "quality.says.conflict-na": (
        "{raters} disagree whether it applies at all. Talk it over and adopt a consensus.",
        "{raters}对该指标是否适用意见不一。请讨论后形成共识评分。",
    ),
    "quality.says.proposed": (
        "Carried over from the last wave and not confirmed ({raters}); it does not count yet. "
        "Confirm it or rate it anew.",
        "沿用上一轮次的评分，尚未确认（{raters}），暂不计入。请确认或重新评分。",
    ),
    "quality.says.na-no-reason": (
        "The reason “{note}” says nothing. Say why it does not apply.",
        "原因“{note}”未说明问题。请写明为什么不适用。",
    ),
    "quality.says.expired": (
        "Rated {score} on evidence that has expired: {evidence}. Ask for something newer.",
        "得分 {score} 所依据的证据已过期：{evidence}。请索取更新的材料。",
    ),
    "quality.says.low-confidence": (
        "Confidence is low ({raters}). Ask somebody who knows, or find evidence.",
        "把握程度低（{raters}）。请向了解情况的人核实，或补充证据。",
    ),
    "quality.says.outlier": (
        "Rated {score}, while the other indicators of its group lie around {against}. "
        "See whether that is right.",
        "得分 {score}，而同组其他指标在 {against} 左右。请核对是否属实。",
    ),
    "quality.says.target-below": (
        "The target {against} lies below the current level {score}. Raise the target.",
        "目标 {against} 低于现状 {score}。请提高目标。",
    ),
    "quality.says.flagged": (
        "Marked to come back to ({raters}). Look at it again and take the mark off.",
        "已标记“稍后再看”（{raters}）。请复查后取消标记。",
    ),
    "quality.title.clean": ("{unit}: nothing to mend", "{unit}：没有需要改正之处"),
    "quality.title.unrated": ("{unit} has not been rated yet", "{unit}尚未评分"),
    "quality.title.found": (
        "{unit}: {errors}, {warnings}",
        "{unit}：{errors}，{warnings}",
    ),
    "quality.count.error": ("{count} errors", "{count} 个错误"),
    "quality.count.error.one": ("{count} error", "{count} 个错误"),
    "quality.count.warning": ("{count} warnings", "{count} 个提醒"),
    "quality.count.warning.one": ("{count} warning", "{count} 个提醒"),
    "quality.lead.blocked": (
        "Errors must be mended before the unit can be signed off; warnings are worth a second look.",
        "须先改正全部错误才能签署；提醒建议再核对一次。",
    ),
    "quality.lead.free": (
        "No error stands in the way of signing off; warnings are worth a second look.",
        "没有妨碍签署的错误；提醒建议再核对一次。",
    ),
    "quality.scope": ("Units", "单位范围"),
    "quality.scope.unit": ("This unit", "本单位"),
    "quality.scope.all": ("All units", "全部单位"),
    "quality.filter.rule": ("Rule", "规则"),
    "quality.filter.every-rule": ("All rules ({count})", "全部规则（{count}）"),
    "quality.filter.rule-count": ("{rule} ({count})", "{rule}（{count}）"),
    "quality.empty": (
        "All rules that are switched on have been checked: nothing doubtful was found.",
        "已按启用的规则全部检查，未发现疑点。",
    ),
    "quality.empty.unrated": (
        "Nothing has been rated here yet. Once there are ratings, this page lists what is doubtful in them.",
        "这里还没有评分。有了评分之后，本页会列出其中的疑点。",
    ),
    "quality.more": ("Show {count} more", "再显示 {count} 条"),
    "quality.rules": ("How serious each rule is", "规则的严重程度"),
    "quality.rules.about": (
        "Holds for the whole engagement. An error blocks the sign-off, a warning does not.",
        "对整个项目有效。错误会阻止签署，提醒则不会。",
    ),
    "quality.rules.back": ("Back to the defaults", "恢复默认"),
    "sign-off.title": ("Sign-off", "签署"),
    "sign-off.answered": ("{done} of {total} indicators answered.", "已答 {done}/{total} 项指标。"),
    "sign-off.about": (
        "Signing off records who and when, and locks the ratings of {unit} in this wave: {wave}.",
        "签署将记录签署人和时间，并锁定{unit}在本轮次（{wave}）的评分。",
    ),
    "sign-off.blocked": (
        "{errors} to mend first.",
        "须先改正 {errors}。",
    ),
    "sign-off.unrated": ("There is nothing to sign off yet.", "尚无可签署的内容。"),
    "sign-off.nobody": (
        "To sign off, choose who you are in the sidebar.",
        "如需签署，请先在侧边栏选择您是谁。",
    ),
    "sign-off.nobody.reopen": (
        "To reopen, choose who you are in the sidebar.",
        "如需重新打开，请先在侧边栏选择您是谁。",
    ),
    "sign-off.wave-locked": (
        "The whole wave is locked: everything can be read, nothing can be changed.",
        "整个轮次已锁定，只能查看，不能修改。",
    ),
    "sign-off.sign": ("Sign off as {name}", "由{name}签署"),
    "sign-off.sign.bare": ("Sign off", "签署"),
    "sign-off.sure": (
        "From then on nobody can change the ratings of {unit} in this wave ({wave}); "
        "opening them again needs a reason.",
        "签署后，任何人都不能再修改{unit}在本轮次（{wave}）的评分；重新打开须说明原因。",
    ),
    "sign-off.signed": ("Signed off by {name}, {time}", "已签署：{name}，{time}"),
    "sign-off.reopened": ("Reopened by {name}, {time}: {reason}", "重新打开：{name}，{time}，原因：{reason}"),
    "sign-off.locked": (
        "The ratings are locked and its tables stay as they are. Reopening is recorded with its reason.",
        "评分已锁定，各表不再变动。重新打开须说明原因并留有记录。",
    ),
    "sign-off.reopen": ("Reopen", "重新打开"),
    "sign-off.reason": ("Why is it reopened?", "为什么要重新打开？"),
    "sign-off.reason.example": (
        "For example: the branch handed in the missing churn report",
        "例如：分公司补交了离网分析报告",
    ),
    "sign-off.history": ("History", "签署记录"),
}
