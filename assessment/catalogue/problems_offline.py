"""Sentences of the defects of a workbook that comes back."""

TEXTS = {
    "problem.offline-not-a-workbook": (
        "The file is no Excel workbook. Bring back the .xlsx file that was filled in.",
        "该文件不是 Excel 工作簿。请选择填写好的 .xlsx 文件。",
    ),
    "problem.offline-wrong-kind": (
        "The file is not an .xlsx workbook (found {found}). Open it and save it as Excel workbook (.xlsx).",
        "该文件不是 .xlsx 工作簿（实为 {found}）。请打开后另存为 Excel 工作簿（.xlsx）。",
    ),
    "problem.offline-encrypted": (
        "The file is protected by a password or in the old .xls format. "
        "Save it without a password as Excel workbook (.xlsx).",
        "文件设有打开密码，或为旧的 .xls 格式。请去掉密码并另存为 Excel 工作簿（.xlsx）。",
    ),
    "problem.offline-damaged": (
        "The file is damaged or was not copied completely ({found}). Copy it again, or open it in Excel "
        "and save it anew.",
        "文件已损坏或复制不完整（{found}）。请重新复制，或用 Excel 打开后重新保存。",
    ),
    "problem.offline-bomb": (
        "Unpacked, the file would be far larger than any filled-in workbook ({found}; at most {allowed}). "
        "It was not opened. Bring back the workbook that was handed out.",
        "文件解压后远超正常工作簿的大小（{found}，上限 {allowed}），未打开。请使用当初发出的工作簿。",
    ),
    "problem.offline-parts": (
        "The file consists of too many or doubled parts ({found}; at most {allowed}). It was not opened. "
        "Bring back the workbook that was handed out.",
        "文件内部组成部分过多或重复（{found}，上限 {allowed}），未打开。请使用当初发出的工作簿。",
    ),
    "problem.offline-macros": (
        "The file holds macros ({found}), which are never run or kept. Save it as workbook without macros "
        "(.xlsx).",
        "文件中含有宏（{found}），本程序不接受宏。请另存为不含宏的工作簿（.xlsx）。",
    ),
    "problem.offline-external": (
        "The file draws on other files ({found}). Break the links (Data, Edit links) and save it again.",
        "文件引用了其他文件（{found}）。请断开链接（数据、编辑链接）后重新保存。",
    ),
    "problem.offline-embedded": (
        "The file has something embedded that no answer needs ({found}). Delete it and save the file again.",
        "文件中嵌入了无关内容（{found}）。请删除后重新保存。",
    ),
    "problem.offline-doctype": (
        "A part of the file ({found}) declares entities or a document type, as no spreadsheet program does. "
        "It was not read. Open the file in Excel or LibreOffice and save it anew.",
        "文件的一部分（{found}）含有实体或文档类型声明，正常的表格软件不会写入，因此未读取。"
        "请用 Excel 或 LibreOffice 打开后重新保存。",
    ),
    "problem.offline-encoding": (
        "A part of the file ({found}) is not written in UTF-8. Open the file in Excel or LibreOffice and "
        "save it anew.",
        "文件的一部分（{found}）不是 UTF-8 编码。请用 Excel 或 LibreOffice 打开后重新保存。",
    ),
    "problem.offline-far": (
        "There is content far outside the questions ({found}); at most {allowed} is read. Delete it and save "
        "the file again.",
        "题目区域以外很远处有内容（{found}），最多读取 {allowed}。请删除后重新保存。",
    ),
    "problem.offline-not-ours": (
        "This workbook was not made by Gapline, or its hidden sheet is gone. Bring back the workbook that "
        "was handed out; a ratings table can be brought in as CSV.",
        "该工作簿不是由 Gapline 生成的，或其中的隐藏工作表已丢失。"
        "请使用当初发出的工作簿；评分表可用 CSV 导入。",
    ),
    "problem.offline-version": (
        "The workbook was made by another version of Gapline ({found}; this one reads {allowed}). "
        "Bring it back with that version, or copy the answers into a new workbook.",
        "该工作簿由其他版本的 Gapline 生成（{found}，本版本可读取 {allowed}）。"
        "请用相应版本带回，或将回答抄入新的工作簿。",
    ),
    "problem.offline-rubric": (
        "The workbook asks the questions of another rubric or version ({found}; the engagement uses "
        "{allowed}). Take a new workbook along and copy the answers.",
        "该工作簿使用的是另一评估量表或版本（{found}，本项目使用 {allowed}）。请重新导出工作簿并抄入回答。",
    ),
    "problem.offline-engagement": (
        "The workbook belongs to another engagement ({found}), not to {allowed}. Choose that engagement, or "
        "another file.",
        "该工作簿属于另一项目（{found}），而不是 {allowed}。请切换到该项目，或选择其他文件。",
    ),
    "problem.offline-unit": (
        "The engagement has no unit “{found}” (it has: {allowed}). Bring the workbook back to the store that "
        "it was made from.",
        "项目中没有单位“{found}”（现有：{allowed}）。请在导出该工作簿的数据库中带回。",
    ),
    "problem.offline-wave": (
        "The engagement has no wave “{found}” (it has: {allowed}). Bring the workbook back to the store that "
        "it was made from.",
        "项目中没有轮次“{found}”（现有：{allowed}）。请在导出该工作簿的数据库中带回。",
    ),
    "problem.offline-sheet-missing": (
        "The sheet “{found}” is missing or was renamed. Give it its name back, or bring back the workbook "
        "that was handed out.",
        "工作表“{found}”缺失或已改名。请恢复其名称，或使用当初发出的工作簿。",
    ),
    "problem.offline-id-unknown": (
        "The hidden id of this row was changed (“{found}”), so it is not known which question it answers. "
        "Copy the answers into the workbook that was handed out.",
        "该行的隐藏编号被改动（“{found}”），无法判断对应哪道题。请将回答抄入当初发出的工作簿。",
    ),
    "problem.offline-id-twice": (
        "The question {found} stands twice; the first time in {allowed}. Delete the second row.",
        "题目 {found} 出现了两次，第一次在 {allowed}。请删除第二行。",
    ),
    "problem.offline-questions-missing": (
        "Questions are missing ({found}): rows were deleted, or their hidden ids emptied. Copy the answers "
        "into the workbook that was handed out.",
        "缺少题目（{found}）：有行被删除，或隐藏编号被清空。请将回答抄入当初发出的工作簿。",
    ),
    "problem.offline-formula": (
        "The cell holds a formula. Replace it by its value: a score, or plain text.",
        "单元格中是公式。请改为数值或普通文字。",
    ),
    "problem.offline-error-value": (
        "The cell shows an error of the spreadsheet, such as #N/A, and no answer. Type the answer anew.",
        "单元格显示的是表格错误值（如 #N/A），不是回答。请重新填写。",
    ),
    "problem.offline-merged": (
        "Cells of answers were merged ({found}). Take the merge back, so that every question has its "
        "own cells.",
        "回答单元格被合并（{found}）。请取消合并，使每道题有各自的单元格。",
    ),
    "problem.offline-score-comma": (
        "“{found}” is text with a decimal comma. Choose {allowed} from the list.",
        "“{found}”是带逗号的文本。请从列表中选择 {allowed}。",
    ),
    "problem.offline-score": (
        "“{found}” is no score. Choose one of the list ({allowed}); without a score, empty the cell and "
        "choose an answer beside it.",
        "“{found}”不是分值。请从列表中选择（{allowed}）；不打分时请清空并在旁边选择回答。",
    ),
    "problem.offline-score-off-scale": (
        "The score {found} lies outside the scale. Choose a score within {allowed}.",
        "得分 {found} 超出量表范围。请选择 {allowed} 之间的分值。",
    ),
    "problem.offline-score-off-step": (
        "The score {found} lies between two steps of the scale. Choose one of them: {allowed}.",
        "得分 {found} 不在量表的刻度上。请选择相邻的刻度：{allowed}。",
    ),
    "problem.offline-answer": (
        "“{found}” is not on the list. Choose one of: {allowed}; or empty the cell.",
        "“{found}”不在列表中。请选择：{allowed}；或清空单元格。",
    ),
    "problem.offline-score-missing": (
        "The answer says that there is a score, but the score is empty. Choose the score, or empty "
        "the answer.",
        "回答为“已评分”，但没有得分。请选择得分，或清空回答。",
    ),
    "problem.offline-score-not-meant": (
        "There is a score ({allowed}) and the answer “{found}”. Empty one of the two.",
        "既有得分（{allowed}），又有回答“{found}”。请清空其中之一。",
    ),
    "problem.offline-na-reason": (
        "“Not applicable” needs a reason. Write it in the note of this row.",
        "“不适用”须说明原因。请写在该行的备注中。",
    ),
    "problem.offline-nothing-said": (
        "There is a note or a confidence, but neither a score nor an answer. Choose a score, or “not "
        "assessed” as the answer.",
        "填了备注或把握程度，但既没有得分也没有回答。请选择得分，或在回答中选择“未评估”。",
    ),
    "problem.offline-wave-unknown": (
        "The engagement has no wave “{found}”. Correct the id (possible: {allowed}), or leave the column out "
        "for the chosen wave.",
        "项目中没有轮次“{found}”。请改正编号（可用：{allowed}），或去掉该列以使用当前轮次。",
    ),
}
