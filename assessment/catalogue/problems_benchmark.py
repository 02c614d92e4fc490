"""Sentences of the defects of a published data set: its manifest, its tables, its rows."""

TEXTS = {
    "problem.table-separator": (
        "The columns are separated by {found}. Save the file again with commas (CSV, UTF-8).",
        "各列以 {found} 分隔。请另存为以英文逗号分隔的 CSV 文件（UTF-8）。",
    ),
    "problem.table-broken": (
        "The row that begins here cannot be read: a quotation mark is missing or stands inside a cell. "
        "Close the quotes, and write a quotation mark inside a cell twice; what follows was not checked.",
        "从这里开始的一行无法读取：缺少引号，或单元格内有多余的引号。请补全引号，单元格内的引号请连写两个；其后内容未检查。",
    ),
    "problem.table-no-rows": (
        "The table has a header and no rows. Add rows, or take the file out of the manifest.",
        "表格只有表头，没有数据行。请补充数据，或从清单中去掉此文件。",
    ),
    "problem.table-column-missing": (
        "The column {key} is missing. Add it to the header and fill it in.",
        "缺少 {key} 列。请在表头中加上并填写。",
    ),
    "problem.table-column-unknown": (
        "The column “{found}” is not known. Rename it (possible: {allowed}) or remove it.",
        "“{found}”不是可用的列名。请改名（可用：{allowed}）或删除该列。",
    ),
    "problem.table-column-twice": (
        "The column {key} stands twice in the header. Keep one of them.",
        "表头中 {key} 列出现了两次。请只保留一列。",
    ),
    "problem.table-cells": (
        "The row has {found} cells, the header {allowed}. Put a text that contains commas in double quotes.",
        "此行有 {found} 个单元格，而表头只有 {allowed} 个。含逗号的文本请加英文双引号。",
    ),
    "problem.published-no-manifest": (
        "There is no file manifest.yaml here. Write one: benchmarks/README.md shows how.",
        "此处没有 manifest.yaml 文件。请参照 benchmarks/README.md 编写一个。",
    ),
    "problem.published-field-missing": (
        "This field is missing. Add it to the manifest.",
        "缺少此项。请在清单中补上。",
    ),
    "problem.published-field-empty": (
        "This field is empty. Fill it in.",
        "此项为空。请填写。",
    ),
    "problem.published-field-unknown": (
        "The field “{found}” is not known. Rename it (possible: {allowed}) or remove it.",
        "“{found}”不是可用的项。请改名（可用：{allowed}）或删除。",
    ),
    "problem.published-not-text": (
        "A text belongs here. Write one; put a number or date that is meant as text in quotation marks.",
        "此处应为文本。请填写文本；数字或日期若作文本用，请加引号。",
    ),
    "problem.published-not-a-list": (
        "A list belongs here. Write each item on a line of its own that begins with a dash.",
        "此处应为列表。请每项一行，以短横线开头。",
    ),
    "problem.published-not-a-mapping": (
        "Fields with values belong here, such as “id: …”. Write each as a name, a colon and its value.",
        "此处应为带值的字段，例如“id: …”。请逐项写成名称、英文冒号和值。",
    ),
    "problem.published-id": (
        "“{found}” is no id. Begin with a letter and use only Latin letters, digits, - and _, "
        "with dots between parts.",
        "“{found}”不能用作编号。请以英文字母开头，只用英文字母、数字、- 和 _，各段之间用点分隔。",
    ),
    "problem.published-id-twice": (
        "The id {found} is taken by an earlier entry of this list. Choose another one.",
        "编号 {found} 已被此列表中前面的条目使用。请换一个。",
    ),
    "problem.published-kind": (
        "“{found}” is no kind of operator. Choose one of: {allowed}.",
        "“{found}”不是可用的运营商类型。请选用：{allowed}。",
    ),
    "problem.published-date": (
        "“{found}” is no day of the calendar. Write year, month and day like 2003-09-28.",
        "“{found}”不是有效日期。请按 2003-09-28 的形式写年、月、日。",
    ),
    "problem.published-other-rubric": (
        "The data set belongs to the rubric {found}, but is read with {allowed}. Name the right rubric.",
        "此数据集属于评估量表 {found}，读取时使用的却是 {allowed}。请改为正确的量表。",
    ),
    "problem.published-outside-known": (
        "The rubric has a node {found} already. Take it out of the outside nodes.",
        "评估量表中已有节点 {found}。请将其从量表外节点中去掉。",
    ),
    "problem.published-file-missing": (
        "There is no file {found} beside the manifest (there: {allowed}). Add the file or correct its name.",
        "清单旁没有文件 {found}（现有：{allowed}）。请补上该文件或改正文件名。",
    ),
    "problem.published-file-unread": (
        "The manifest does not name this file, so it is not read. "
        "Name it under scores or findings, or remove it.",
        "清单中没有列出此文件，因此不会读取。请列入 scores 或 findings，或将其移走。",
    ),
    "problem.published-operator-unknown": (
        "The manifest has no operator “{found}”. Correct the id (possible: {allowed}) "
        "or add the operator there.",
        "清单中没有运营商“{found}”。请改正编号（可用：{allowed}）或在清单中补上。",
    ),
    "problem.published-node-unknown": (
        "Neither the rubric nor the outside nodes have “{found}”. Correct the id (near: {allowed}), "
        "or add it to the outside nodes of the manifest with the reason.",
        "评估量表和量表外节点中都没有“{found}”。请改正编号（相近：{allowed}），或在清单的量表外节点中补上并说明原因。",
    ),
    "problem.published-comma": (
        "“{found}” has a decimal comma. Write {allowed}.",
        "“{found}”用逗号作小数点。请写成 {allowed}。",
    ),
    "problem.published-not-a-number": (
        "“{found}” is no number. Write one like 2.5, and put anything else that is printed "
        "in the column printed.",
        "“{found}”不是数字。请写成 2.5 这样的形式；原文印有的其他内容请写入 printed 列。",
    ),
    "problem.published-off-scale": (
        "The score {found} lies outside the rubric's scale, {allowed}. Check it against the source.",
        "分值 {found} 超出量表范围（{allowed}）。请与来源核对。",
    ),
    "problem.published-mark": (
        "“{found}” is no mark. Leave the cell empty or write one of: {allowed}.",
        "“{found}”不是可用的标记。请留空，或选用：{allowed}。",
    ),
    "problem.published-illegible-scored": (
        "An illegible figure has no score, but {found} stands here. Empty the cell or take the mark away.",
        "标为无法辨认的数值不应有分值，此处却为 {found}。请清空单元格或去掉标记。",
    ),
    "problem.published-inferred-empty": (
        "The mark says that a printed figure was assigned to this label, but there is no score. "
        "Write the score, or mark the row illegible.",
        "标记表示数值已推断归入此指标，却没有分值。请填写分值，或改标为 illegible。",
    ),
    "problem.published-score-missing": (
        "The row has no score. Write the printed figure, mark it illegible, or remove the row.",
        "此行没有分值。请填写来源所印数值、标为 illegible，或删除此行。",
    ),
    "problem.published-page": (
        "“{found}” is no page number. Write a whole number from 1 up, or leave the cell empty.",
        "“{found}”不是页码。请填写从 1 起的整数，或留空。",
    ),
    "problem.published-row-twice": (
        "{found} stands already at {allowed}. Keep one of the two rows.",
        "{found} 已出现在 {allowed}。两行请只保留一行。",
    ),
    "problem.published-finding-empty": (
        "The finding is empty. Write one or two sentences in your own words, or remove the row.",
        "发现内容为空。请用自己的话写一两句，或删除此行。",
    ),
    "problem.published-finding-long": (
        "The finding has {found} characters; at most {allowed} fit a slide. Shorten it.",
        "该发现有 {found} 个字符，幻灯片上最多容纳 {allowed} 个。请缩短。",
    ),
}
