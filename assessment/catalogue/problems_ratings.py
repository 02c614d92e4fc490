"""Sentences of the defects of a file of ratings."""

TEXTS = {
    "problem.ratings-binary": (
        "The file holds bytes that no text has (NUL). Save it again as CSV with the encoding UTF-8.",
        "文件中含有文本不应有的字节（NUL）。请另存为 UTF-8 编码的 CSV 文件。",
    ),
    "problem.ratings-no-rows": (
        "The file has a header and no ratings. Add one row for each rating.",
        "文件只有表头，没有评分。请每条评分填写一行。",
    ),
    "problem.ratings-column-score": (
        "There is neither a column score nor a column state. Add at least one of them.",
        "既没有 score 列，也没有 state 列。请至少加上其中一列。",
    ),
    "problem.ratings-column-unknown": (
        "The column “{found}” is not known and is left out. Rename it if one of these is meant: {allowed}.",
        "“{found}”不是可用的列名，该列已忽略。如应为下列之一，请改名：{allowed}。",
    ),
    "problem.ratings-too-many": (
        "There are more than {found} problems; what follows was not checked. Mend these first, "
        "then try again.",
        "问题超过 {found} 个，其后内容未检查。请先改正以上问题再试。",
    ),
    "problem.ratings-unit-empty": (
        "The unit is missing. Write the id of the unit that was rated.",
        "缺少单位。请填写被评单位的编号。",
    ),
    "problem.ratings-unit-unknown": (
        "The engagement has no unit “{found}”. Correct the id (possible: {allowed}).",
        "项目中没有单位“{found}”。请改正编号（可用：{allowed}）。",
    ),
    "problem.ratings-indicator-empty": (
        "The indicator is missing. Write its id, as it stands in the rubric.",
        "缺少指标。请按评估量表填写指标编号。",
    ),
    "problem.ratings-indicator-unknown": (
        "The rubric has no indicator “{found}”. Correct the id (possible: {allowed}).",
        "评估量表中没有指标“{found}”。请改正编号（可用：{allowed}）。",
    ),
    "problem.ratings-indicator-above": (
        "“{found}” is computed from its indicators and not rated itself. Rate these instead: {allowed}.",
        "“{found}”由下属指标计算得出，不直接评分。请改为对以下指标评分：{allowed}。",
    ),
    "problem.ratings-score-comma": (
        "“{found}” has a decimal comma. Write {allowed}.",
        "“{found}”用逗号作小数点。请写成 {allowed}。",
    ),
    "problem.ratings-score-not-a-number": (
        "“{found}” is no score. Write a number ({allowed}); for a rating without one leave the score empty "
        "and write na or unknown as its state.",
        "“{found}”不是分值。请填写数字（{allowed}）；"
        "没有分值的评分请将 score 留空，并在 state 中填写 na 或 unknown。",
    ),
    "problem.ratings-score-off-scale": (
        "The score {found} lies outside the scale. Write a score within {allowed}.",
        "得分 {found} 超出量表范围。请填写 {allowed} 之间的分值。",
    ),
    "problem.ratings-score-off-step": (
        "The score {found} lies between two steps of the scale. Choose one of them: {allowed}.",
        "得分 {found} 不在量表的刻度上。请选择相邻的刻度：{allowed}。",
    ),
    "problem.ratings-nothing-said": (
        "The row has neither a score nor a state. Write a score; or write na (with the reason as note) or "
        "unknown as its state.",
        "此行既没有得分也没有状态。请填写 score，或在 state 中填写 na（并在 note 中说明原因）或 unknown。",
    ),
    "problem.ratings-state-unknown": (
        "“{found}” is no state. Write one of: {allowed}.",
        "“{found}”不是可用的状态。请填写：{allowed}。",
    ),
    "problem.ratings-score-missing": (
        "The state is scored, but the score is empty. Write the score, or unknown as the state.",
        "状态为 scored，但没有得分。请填写 score，或将 state 改为 unknown。",
    ),
    "problem.ratings-score-not-meant": (
        "The state is {found}, but there is a score {allowed}. Empty the score, "
        "or write scored as the state.",
        "状态为 {found}，却填有得分 {allowed}。请清空 score，或将 state 改为 scored。",
    ),
    "problem.ratings-na-reason": (
        "A rating that is not applicable needs a reason. Write it in the column note.",
        "“不适用”须说明原因。请在 note 列中填写。",
    ),
    "problem.ratings-confidence-unknown": (
        "“{found}” is no confidence. Leave the cell empty or write one of: {allowed}.",
        "“{found}”不是可用的把握程度。请留空，或填写：{allowed}。",
    ),
    "problem.ratings-mark-unknown": (
        "“{found}” is no mark. Leave the cell empty or write one of: {allowed}.",
        "“{found}”不是可用的标记。请留空，或填写：{allowed}。",
    ),
    "problem.ratings-row-twice": (
        "The same rating ({found}) stands already in line {allowed}. Keep one of the two rows.",
        "同一评分（{found}）已出现在第 {allowed} 行。两行请只保留一行。",
    ),
}
