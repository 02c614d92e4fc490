"""Words of a rubric's workbook: sheets, columns, rows, and what can be wrong in them."""

TEXTS = {
    "sheet.start": ("Read me", "说明"),
    "sheet.rubric": ("Rubric", "量表"),
    "sheet.nodes": ("Nodes", "节点"),
    "sheet.descriptors": ("Descriptors", "等级描述"),
    "sheet.evidence": ("Evidence", "证据"),
    "sheet.language.zh": ("Chinese", "中文"),
    "sheet.column.item": ("Item", "项目"),
    "sheet.column.value": ("Value", "数值"),
    "sheet.column.text": ("Text", "文字"),
    "sheet.column.hint": ("What goes here", "填写说明"),
    "sheet.column.id": ("Id", "编号"),
    "sheet.column.parent": ("Id of the node above", "上级编号"),
    "sheet.column.name": ("Name", "名称"),
    "sheet.column.weight": ("Weight", "权重"),
    "sheet.column.rule": ("Rule", "计算规则"),
    "sheet.column.met_at": ("Met at", "达标分"),
    "sheet.column.stage": ("Stage", "阶段"),
    "sheet.column.complexity": ("Complexity", "实施复杂程度"),
    "sheet.column.question": ("Question", "访谈问题"),
    "sheet.item.id": ("Id", "编号"),
    "sheet.item.version": ("Version", "版本"),
    "sheet.item.name": ("Name", "名称"),
    "sheet.item.source": ("Source", "来源"),
    "sheet.item.min": ("Lowest score", "最低分"),
    "sheet.item.max": ("Highest score", "最高分"),
    "sheet.item.step": ("Step", "步长"),
    "sheet.item.min_coverage": ("Minimum coverage", "最低覆盖率"),
    "sheet.item.blank_as": ("Blank answers", "空白答案"),
    "sheet.item.level": ("Level", "等级"),
    "sheet.item.importance": ("Importance", "重要性"),
    "sheet.item.tier": ("Tier", "层级"),
    "sheet.item.band": ("Band of the map", "能力地图的层"),
    "sheet.any": ("any", "任意"),
    "sheet.hint.id": (
        "Value: letters, digits, hyphens. It stays the same over all versions.",
        "数值列：英文字母、数字、连字符。各版本保持不变。",
    ),
    "sheet.hint.version": (
        "Value: such as 1. A published version never changes again.",
        "数值列：例如 1。版本发布后内容不再改变。",
    ),
    "sheet.hint.name": ("Text: what people read.", "文字列：显示给读者的名称。"),
    "sheet.hint.source": (
        "Text: where the rubric comes from. Value: its date, such as 2003-09-28. Both may stay empty.",
        "文字列：量表出处。数值列：日期，例如 2003-09-28。两项均可留空。",
    ),
    "sheet.hint.min": ("Value: the lowest score that can be given.", "数值列：可评的最低分。"),
    "sheet.hint.max": ("Value: the highest.", "数值列：可评的最高分。"),
    "sheet.hint.step": (
        "Value: the distance between two scores; “any” allows every score.",
        "数值列：相邻两个分值的间隔；填“任意”则可评任何分值。",
    ),
    "sheet.hint.min_coverage": (
        "Value: the share that must be assessed before there is a score, 0 to 1.",
        "数值列：至少评估多大比例才给出得分，0 到 1。",
    ),
    "sheet.hint.blank_as": (
        "Empty: a blank answer is not assessed. min: it counts as the lowest score.",
        "留空：空白答案视为未评估。填 min：按最低分计。",
    ),
    "sheet.hint.level": (
        "One row for each level that has a name. Value: the score. Text: its name.",
        "每个有名称的等级占一行。数值列：分值。文字列：名称。",
    ),
    "sheet.hint.importance": (
        "One row for each grade, lowest first. Value: what it counts, 0 to 1. Text: an id.",
        "每档占一行，从低到高。数值列：计多少，0 到 1。文字列：英文编号。",
    ),
    "sheet.hint.tier": (
        "One row for each level of the tree, from the top; the last names the indicators.",
        "树的每一层占一行，自上而下；最后一行是指标层。",
    ),
    "sheet.hint.band": (
        "Only for a rubric that is drawn as one picture: one row for each band of it, from the top. "
        "Value: the ids of the top nodes in it, with commas. Text: what several of them are together.",
        "仅用于要画成一张图的量表：图中每一层占一行，自上而下。数值列：该层包含的最上层节点编号，用逗号隔开。"
        "文字列：几个节点合在一起的名称。",
    ),
    "sheet.level.0": ("Absent", "无"),
    "sheet.level.1": ("Partial", "部分"),
    "sheet.level.2": ("Established", "成型"),
    "sheet.level.3": ("Leading", "领先"),
    "sheet.tier.area": ("area", "领域"),
    "sheet.tier.indicator": ("indicator", "指标"),
    "sheet.example": ("An example of the sheet “Nodes”", "“节点”工作表示例"),
    "sheet.example.calls": ("Calls", "电话"),
    "sheet.example.answer": ("Answering", "接听"),
    "sheet.example.solve": ("Solving", "解决"),
    "sheet.title": ("Write a rubric", "编写量表"),
    "sheet.how.1": (
        "Sheet “Rubric”: give the rubric an id, a version and a name. Name the levels of the scale and the "
        "tiers of the tree; add or delete rows as you need them.",
        "“量表”工作表：填写编号、版本和名称，写出评分等级和树的层级；行数可增可减。",
    ),
    "sheet.how.2": (
        "Sheet “Nodes”: one row for each group and each indicator, in the order of the interview. A row says "
        "which node it belongs under; at the top this stays empty. What has nothing below is an indicator. "
        "Weight: how much it counts beside its siblings; empty means 1.",
        "“节点”工作表：每个分组、每个指标各占一行，按访谈顺序排列。在“上级编号”中写明属于哪个节点，"
        "最上层留空。下面没有节点的就是指标。权重表示在同级中所占的分量，留空为 1。",
    ),
    "sheet.how.3": (
        "Sheet “Descriptors”: one row for each indicator, one column for each named level: what an "
        "interviewer can see there. Every named level needs one.",
        "“等级描述”工作表：每个指标占一行，每个有名称的等级占一列，写明访谈中能看到什么。"
        "每个有名称的等级都要写。",
    ),
    "sheet.how.4": (
        "Sheet “Evidence”: what to ask to see, one item a column. It may stay empty.",
        "“证据”工作表：需要查看的材料，每列一项。可以留空。",
    ),
    "sheet.how.5": (
        "Columns and sheets marked “(Chinese)” hold the same texts in Chinese. Fill in all of them or none.",
        "标有“（中文）”的列和工作表填写相应的中文。要么全部填写，要么全部留空；"
        "只用中文时，把中文直接写在不带标记的列中即可。",
    ),
    "sheet.how.6": (
        "Save it as an Excel workbook (.xlsx) and upload it on the page “Write a rubric”, or run: "
        "gapline rubric from-excel FILE --out FOLDER. Everything that is not right is told with its cell.",
        "保存为 Excel 工作簿（.xlsx），在“编写量表”页面上传，或运行："
        "gapline rubric from-excel 文件 --out 文件夹。所有问题都会指明所在单元格。",
    ),
    "sheet.how.rules": (
        "Rule (empty: mean): mean – weighted mean; geometric, harmonic – other means, for scales above 0; "
        "median – the middle one; min – the weakest; staged – the highest stage that is met throughout.",
        "计算规则（留空为 mean）：mean 加权平均；geometric 几何平均、harmonic 调和平均（仅限最低分大于 0）；"
        "median 中位数；min 取最低；staged 逐级达标。",
    ),
    "problem.sheet-missing": (
        "The workbook has no sheet “{found}”. Give the sheet this name, or begin with a new template.",
        "工作簿中没有名为“{found}”的工作表。请恢复该名称，或使用新的模板。",
    ),
    "problem.sheet-column-missing": (
        "The sheet has no column “{found}”. Write this heading into the first row.",
        "工作表中没有“{found}”列。请在第一行写上该列标题。",
    ),
    "problem.sheet-column-twice": (
        "The column “{found}” stands here twice. Delete one of the two.",
        "“{found}”列出现了两次。请删除其中一列。",
    ),
    "problem.sheet-column-unread": (
        "The column “{found}” is not read. Delete it, or correct its heading to one of: {allowed}.",
        "“{found}”列不会被读取。请删除，或将标题改为：{allowed}。",
    ),
    "problem.sheet-heading-number": (
        "The heading “{found}” is no number. Write the level, or the number of the item, such as 1.",
        "列标题“{found}”不是数字。请写等级的分值或序号，例如 1。",
    ),
    "problem.sheet-item": (
        "There is no item “{found}”. Choose one of: {allowed}; or delete the row.",
        "没有名为“{found}”的项目。可选：{allowed}；也可删除该行。",
    ),
    "problem.sheet-item-twice": (
        "“{found}” stands here a second time. Delete one of the two rows.",
        "“{found}”重复出现。请删除其中一行。",
    ),
    "problem.sheet-empty": (
        "This cell may not stay empty ({found}). Fill it in.",
        "此单元格不能为空（{found}）。请填写。",
    ),
    "problem.sheet-not-number": (
        "A number is expected here, not “{found}”. Type a number such as 2.5.",
        "此处应为数字，而不是“{found}”。请填写数字，例如 2.5。",
    ),
    "problem.sheet-version": (
        "Excel took the version {found} for a number, so a zero at its end may be lost. Format the cell as "
        "text and type the version again.",
        "Excel 把版本 {found} 当成了数字，末尾的零可能丢失。请将单元格格式设为文本后重新填写。",
    ),
    "problem.sheet-same-id": (
        "The id “{found}” already stands in {allowed}. Give this node an id of its own.",
        "编号“{found}”已用于 {allowed}。请为此节点另取编号。",
    ),
    "problem.sheet-similar-id": (
        "The id “{found}” differs only in capital letters from the one in {allowed}. "
        "Make them clearly different.",
        "编号“{found}”与 {allowed} 的编号仅大小写不同。请改成明显不同的编号。",
    ),
    "problem.sheet-unknown-id": (
        "No node has the id “{found}”. Correct it (likely meant: {allowed}), or add the node to the sheet of "
        "nodes.",
        "没有编号为“{found}”的节点。请更正（可能应为：{allowed}），或在节点工作表中补上。",
    ),
    "problem.sheet-no-such-id": (
        "No node has the id “{found}”. Correct it, or give that node a row of its own in the sheet of nodes.",
        "没有编号为“{found}”的节点。请更正，或在节点工作表中为该节点另起一行。",
    ),
    "problem.sheet-circle": (
        "“{found}” lies below itself, so it hangs on no top node. Correct the id of the node above.",
        "“{found}”的上级链绕回自身，连不到最上层。请更正上级编号。",
    ),
    "problem.sheet-too-deep": (
        "The tree goes deeper here than the {allowed} tiers of the sheet “Rubric”. Add a tier there, or "
        "correct the id of the node above.",
        "此处的层数超过了“量表”工作表中的 {allowed} 层。请补充层级，或更正上级编号。",
    ),
    "problem.sheet-step": (
        "The step {found} does not divide the scale into 1 to {allowed} equal parts. Choose one that does, "
        "such as 0.5, or “any”.",
        "步长 {found} 不能将评分范围等分为 1 至 {allowed} 份。请换成能等分的步长，例如 0.5，或填“任意”。",
    ),
    "problem.sheet-unused": (
        "A node without others below it has no use for a rule. Empty the cell.",
        "下面没有其他节点时，计算规则不起作用。请清空此单元格。",
    ),
    "problem.sheet-translation-missing": (
        "“{found}” is not translated here. Fill in this cell, or empty every cell of this language.",
        "“{found}”尚未翻译。请填写此单元格；不需要译文时，请清空该语言的所有单元格。",
    ),
    "problem.sheet-translation-unused": (
        "Here stands a translation of a text that is empty. Write the text itself, too, or empty this cell.",
        "此处有译文，但原文为空。请补上原文，或清空此单元格。",
    ),
    "problem.sheet-merged": (
        "Cells were merged ({found}), so it is not known to which rows their text belongs. "
        "Take the merge back.",
        "单元格被合并（{found}），无法判断内容属于哪一行。请取消合并。",
    ),
    "problem.sheet-level-twice": (
        "The level {found} has two texts in this row. Empty one of them.",
        "等级 {found} 在本行有两处文字。请清空其中一处。",
    ),
    "problem.sheet-level-unread": (
        "“{found}” stands in a row of the sheet without a number of its own. Write the level as a number.",
        "“{found}”所在行的等级不是数字。请用数字填写等级。",
    ),
}
