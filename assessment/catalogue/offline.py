"""What the offline workbook says, and the page that brings it back."""

TEXTS = {
    "offline.sheet.start": ("Start", "说明"),
    "offline.rated-by": ("Filled in by: {rater}", "填写人：{rater}"),
    "offline.how": ("How to fill it in", "填写方法"),
    "offline.how.answer": (
        "On each of the next sheets, read the question and the levels, then choose a score.",
        "在后面每张工作表中，先看问题和等级描述，再选择得分。",
    ),
    "offline.how.answer-half": (
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
    "shell.page.offline": ("Work offline", "离线填写"),
    "empty.offline": (
        "Here you take a workbook with all questions along and bring the answers back. It needs an "
        "engagement to ask about.",
        "在这里导出含全部问题的工作簿，并把填好的回答带回来。需要先有一个项目。",
    ),
    "offline.title": ("Work without Gapline, then bring the answers back", "离线填写，再带回结果"),
    "offline.out": ("Take a workbook along", "导出工作簿"),
    "offline.out.about": (
        "One workbook for one person, for **{where}**: questions, levels, drop-downs for the answers. It "
        "works in Excel and LibreOffice, without macros.",
        "一人一份，对象为 **{where}**：含问题、等级描述和下拉选项。可用 Excel 或 LibreOffice 打开，不含宏。",
    ),
    "offline.out.language": ("Language of the workbook", "工作簿语言"),
    "offline.out.make": ("Make the workbook", "生成工作簿"),
    "offline.out.who": ("Choose who fills it in first.", "请先选择填写人。"),
    "offline.back": ("Bring answers back", "带回结果"),
    "offline.back.about": (
        "A filled-in workbook (.xlsx), or a ratings table (.csv). You see every change first; nothing is "
        "written before you say so.",
        "可上传填好的工作簿（.xlsx）或评分表（.csv）。所有变动会先列出，经您确认后才写入。",
    ),
    "offline.back.file": ("Workbook or ratings table", "工作簿或评分表"),
    "offline.back.look-again": (
        "Nothing was written. The list below is up to date again.",
        "未写入任何内容。下方列表已更新。",
    ),
    "offline.preview": ("What {file} would change", "{file} 将带来的变动"),
    "offline.preview.lead": ("Rated by {who}: {counts}.", "评分人：{who}。{counts}。"),
    "offline.list-comma": (", ", "，"),
    "offline.count.new": ("{count} new ratings", "新增评分 {count} 项"),
    "offline.count.new.one": ("1 new rating", "新增评分 1 项"),
    "offline.count.statement": ("{count} new statements", "新增说法 {count} 条"),
    "offline.count.statement.one": ("1 new statement", "新增说法 1 条"),
    "offline.count.changed": ("{count} changed", "修改 {count} 项"),
    "offline.count.same": ("{count} the same", "相同 {count} 项"),
    "offline.count.conflict": ("{count} in conflict", "冲突 {count} 项"),
    "offline.count.invalid": ("{count} invalid", "无效 {count} 项"),
    "offline.count.none": ("no answers yet", "尚无回答"),
    "offline.kind.new": ("new", "新增"),
    "offline.kind.changed": ("changed", "修改"),
    "offline.kind.same": ("same", "相同"),
    "offline.kind.statement": ("new evidence", "新增证据"),
    "offline.invalid": (
        "These cells cannot be taken. Mend them in the file, save it and bring it back again.",
        "以下单元格无法导入。请在文件中改正并保存后重新上传。",
    ),
    "offline.conflicts": (
        "Rated here since the workbook was made: whose rating stays?",
        "导出工作簿后这里已有新的评分，请选择保留哪一个",
    ),
    "offline.conflict": (
        "Here: {theirs} ({who}, {when}). In the file: {mine}.",
        "此处：{theirs}（{who}，{when}）。文件：{mine}。",
    ),
    "offline.choice": ("Whose rating stays for {indicator}", "{indicator} 保留哪一个"),
    "offline.choice.mine": ("The file's", "文件中的"),
    "offline.choice.theirs": ("The one here", "此处的"),
    "offline.all.mine": ("Take the file's for all", "全部采用文件"),
    "offline.all.theirs": ("Keep the ones here for all", "全部保留此处"),
    "offline.show-same": ("Show what stays the same", "显示相同的项"),
    "offline.table.kind": ("Change", "变动"),
    "offline.table.place": ("Where in the file", "文件位置"),
    "offline.table.indicator": ("Indicator", "指标"),
    "offline.table.unit": ("Unit", "单位"),
    "offline.table.rater": ("Rated by", "评分人"),
    "offline.table.theirs": ("Here now", "此处现值"),
    "offline.table.mine": ("In the file", "文件中"),
    "offline.nothing": ("nothing yet", "尚未评分"),
    "offline.proposed": ("proposed", "建议值"),
    "offline.confidence": ("{level} confidence", "把握程度{level}"),
    "offline.idle": ("Everything in this file is here already.", "文件中的内容均已在库中。"),
    "offline.blocked.invalid": ("Mend the cells named above first.", "请先改正上述单元格。"),
    "offline.blocked.conflicts": ("Still to choose: {count}.", "尚有 {count} 项冲突待选择。"),
    "offline.closed.unit": (
        "{unit} is signed off for {wave} and takes no more answers. To bring some in, open it again on the "
        "page “Quality”.",
        "{unit}在“{wave}”已签署，不再接受新的回答。如需带回，请先在“质量检查”页重新打开。",
    ),
    "offline.closed.wave": (
        "The wave {wave} is locked and takes no more answers.",
        "轮次“{wave}”已锁定，不再接受新的回答。",
    ),
    "offline.out.closed": (
        "You can still take the questions along, but not bring answers back.",
        "仍可导出题目，但无法带回回答。",
    ),
    "offline.row": ("Row {row}", "第 {row} 行"),
    "offline.commit": ("Bring these answers in", "确认带回"),
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
