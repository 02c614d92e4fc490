"""What the offline workbook says, and the page that brings it back."""

TEXTS = {
    "offline.sheet.start": ("Start", "说明"),
    "offline.rated-by": ("Filled in by: {rater}", "填写人：{rater}"),
    "offline.how": ("How to fill it in", "填写方法"),
    "offline.how.answer": (
        "On each of the next sheets, read the question and the levels, then choose a score. "
        "Half points are on the list, too.",
        "在后面每张工作表中，先看问题和等级描述，再选择得分；列表中也有半分。",
    ),
    "offline.how.reason": (
        "Where no score can be given, leave it empty and choose “not applicable” (with the reason as note) "
        "or “not assessed” as the answer.",
        "不能打分时，得分留空，在“回答”中选择“不适用”（须在备注中说明原因）或“未评估”。",
    ),
    "offline.how.said": (
        "Under “What was said or shown”, write down statements and documents; they come back as evidence.",
        "在“访谈原话或所见材料”中记录说法和文件，带回后成为证据。",
    ),
    "offline.how.keep": (
        "The questions are locked and have a fixed place: do not move, add or delete rows, columns "
        "or sheets.",
        "题目已锁定，位置固定：请勿移动、增加或删除行、列和工作表。",
    ),
    "offline.how.empty": (
        "An answer that you leave as it is, or empty, changes nothing in Gapline.",
        "保持原样或留空的回答不会改动 Gapline 中的内容。",
    ),
    "offline.how.back": (
        "Save as .xlsx and bring it back on the page “Work offline”. You see every change before it counts.",
        "保存为 .xlsx，再到“离线填写”页面带回。每项变动都会先列出来，确认后才生效。",
    ),
    "offline.progress": ("Progress", "进度"),
    "offline.progress.dimension": ("Sheet", "工作表"),
    "offline.progress.answered": ("Answered", "已回答"),
    "offline.progress.all": ("Questions", "题数"),
    "offline.progress.share": ("Done", "完成"),
    "offline.progress.total": ("Total", "合计"),
    "offline.hint": (
        "White cells are for your answers; everything else is locked.",
        "白色单元格供填写，其余均已锁定。",
    ),
    "offline.column.id": ("Id", "编号"),
    "offline.column.indicator": ("Indicator", "指标"),
    "offline.column.ask": ("Question", "问题"),
    "offline.column.levels": ("Levels", "等级描述"),
    "offline.column.proposed": ("Last wave", "上一轮"),
    "offline.column.score": ("Score", "得分"),
    "offline.column.answer": ("Answer", "回答"),
    "offline.column.confidence": ("Confidence", "把握程度"),
    "offline.column.note": ("Note", "备注"),
    "offline.column.said": ("What was said or shown", "访谈原话或所见材料"),
    "offline.evidence-to-ask": ("Ask to see:", "请对方出示："),
    "offline.wrong": ("Not on the list", "不在列表中"),
    "offline.wrong.score": ("Choose a score of the list ({limits}).", "请从列表中选择得分（{limits}）。"),
    "offline.wrong.list": ("Choose from the list, or empty the cell.", "请从列表中选择，或清空单元格。"),
    "offline.file": ("offline", "离线"),
    "cli.rater-missing": (
        "An offline workbook belongs to one person: name who fills it in with --rater.",
        "离线工作簿属于一位评分人：请用 --rater 指定填写人。",
    ),
    "offline.brought": (
        "Brought back: {ratings} rating(s), {said} statement(s).",
        "已带回：{ratings} 条评分，{said} 条说法。",
    ),
    "error.RaterReservedError": (
        "Nobody can rate as “{name}”. Give the name of the person who rates.",
        "不能以“{name}”的名义评分。请填写评分人的姓名。",
    ),
    "error.UndecidedError": (
        "{count} answer(s) were rated differently meanwhile ({places}). Nothing was written. "
        "Choose whose rating stays for each of them.",
        "有 {count} 项期间已被改为其他评分（{places}）。未写入任何内容。请逐项选择保留哪一方的评分。",
    ),
}
