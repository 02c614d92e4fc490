"""Sentences of the defects of a rubric and its translations."""

TEXTS = {
    "problem.rubric-unknown-key": (
        "There is no key `{found}` here. Likely meant: {allowed}.",
        "此处没有名为 `{found}` 的键。可能应为：{allowed}。",
    ),
    "problem.rubric-missing-field": (
        "The key `{found}` is missing. Add it to this group.",
        "缺少键 `{found}`。请在这一组中补上。",
    ),
    "problem.rubric-not-group": (
        "A group of `key: value` lines is expected here. Write them below, indented by two spaces.",
        "此处应为一组 `key: value`。请在下方逐行书写，并缩进两个空格。",
    ),
    "problem.rubric-not-list": (
        "A list is expected here. Write each item on a line of its own that begins with a dash and a space.",
        "此处应为列表。请将每一项单独成行，以短横线加空格开头。",
    ),
    "problem.rubric-not-text": (
        "A text is expected here, not {found}. Put it in double quotes.",
        "此处应为文本，而不是 {found}。请加英文双引号。",
    ),
    "problem.rubric-empty-text": (
        "The text is empty. Write it, or delete the key if it may be left out.",
        "文本为空。请填写；如果该键可以省略，也可删除。",
    ),
    "problem.rubric-control-character": (
        "The text holds a character that cannot be shown ({found}). Delete it.",
        "文本中含有无法显示的字符（{found}）。请删除。",
    ),
    "problem.rubric-direction-character": (
        "The text holds an invisible character that turns the reading direction ({found}), so it could be "
        "read as something else. Delete it; Arabic and Hebrew letters need none.",
        "文本中含有改变书写方向的不可见字符（{found}），可能被读成别的内容。"
        "请删除；阿拉伯文和希伯来文字母无需此类字符。",
    ),
    "problem.rubric-too-many-nodes": (
        "The rubric has {found} nodes; at most {allowed} can be worked with. "
        "Split it into several rubrics, and link them by a mapping.",
        "量表共有 {found} 个节点，最多可用 {allowed} 个。请拆分为几个量表，并用映射相连。",
    ),
    "problem.rubric-not-number": (
        "A number is expected here, not `{found}`. Write it without quotes and with a point, such as 2.5.",
        "此处应为数字，而不是 `{found}`。请不加引号书写，小数点用英文句点，例如 2.5。",
    ),
    "problem.rubric-not-share": (
        "{found} is not between 0 and 1. Write a share such as 0.6 for 60 %.",
        "{found} 不在 0 到 1 之间。请写成比例，例如 60% 写作 0.6。",
    ),
    "problem.rubric-bad-id": (
        "`{found}` cannot be an id. Begin with a letter and use only unaccented letters, digits, hyphens, "
        "underscores and single dots between words, at most {allowed} characters.",
        "`{found}` 不能用作编号。请以英文字母开头，只使用英文字母、数字、连字符、下划线和词间的单个句点，"
        "不超过 {allowed} 个字符。",
    ),
    "problem.rubric-reserved-id": (
        "The id `{found}` is taken by the rubric itself (as are all of {allowed}). Choose another.",
        "编号 `{found}` 由量表本身占用（占用的有：{allowed}）。请换一个。",
    ),
    "problem.rubric-duplicate-id": (
        "The id `{found}` is already used in line {allowed}. Give this node an id of its own.",
        "编号 `{found}` 已在第 {allowed} 行使用。请为此节点另取编号。",
    ),
    "problem.rubric-similar-id": (
        "The id `{found}` differs only in capital letters from the one in line {allowed}. "
        "Make them clearly different.",
        "编号 `{found}` 与第 {allowed} 行的编号仅大小写不同。请改成明显不同的编号。",
    ),
    "problem.rubric-version-text": (
        'The version {found} would be read as a number. Put it in double quotes: "{found}".',
        '版本 {found} 会被当作数字。请加英文双引号："{found}"。',
    ),
    "problem.rubric-bad-date": (
        "`{found}` is not a date. Write year, month and day, such as 2003-09-28.",
        "`{found}` 不是日期。请按年-月-日书写，例如 2003-09-28。",
    ),
    "problem.rubric-weight-negative": (
        "The weight {found} is below zero. Write 0 to leave the node out of the score, or a larger number.",
        "权重 {found} 小于零。不计入得分请写 0，否则请写正数。",
    ),
    "problem.rubric-weights-zero": (
        "Every weight in this group is zero, so it can have no score. Give at least one a weight above 0.",
        "这一组的权重全部为零，无法得出分数。请至少给一个节点大于 0 的权重。",
    ),
    "problem.rubric-empty-branch": (
        "The list of children is empty. Add children, or delete the key to make this node an indicator.",
        "子节点列表为空。请添加子节点；如果此节点是指标，请删除这个键。",
    ),
    "problem.rubric-no-indicators": (
        "The tree holds no nodes. Add at least one indicator with an id and a name.",
        "量表中没有任何节点。请至少添加一个带编号和名称的指标。",
    ),
    "problem.rubric-no-tiers": (
        "No tier is named. Name the levels of the tree from the top down; the last names the indicators.",
        "没有写明层级名称。请自上而下写出各层名称，最后一个是指标层。",
    ),
    "problem.rubric-duplicate-tier": (
        "The tier name `{found}` stands here twice or is taken by the product. Choose another.",
        "层级名称 `{found}` 重复，或已被系统占用。请换一个。",
    ),
    "problem.rubric-too-deep": (
        "The tree goes deeper here than its {allowed} tiers. Add a name to `tiers`, or take out a level.",
        "此处的层数超过了 `tiers` 中的 {allowed} 层。请在 `tiers` 中补充名称，或减少一层。",
    ),
    "problem.rubric-unknown-rule": (
        "There is no rule `{found}`. Choose one of: {allowed}.",
        "没有名为 `{found}` 的计算规则。可选：{allowed}。",
    ),
    "problem.rubric-unknown-complexity": (
        "`{found}` is no grade of complexity. Choose one of: {allowed}; or delete the key.",
        "`{found}` 不是实施复杂程度的等级。可选：{allowed}；不作判断时请删除这个键。",
    ),
    "problem.rubric-house-empty": (
        "This band of the house holds nothing. Name the top nodes that stand in it, or delete the band.",
        "这一层没有任何节点。请写上其中的最上层节点，或删除这一层。",
    ),
    "problem.rubric-house-unknown": (
        "`{found}` is no node of the first tier, and only those stand in the house. Likely meant: {allowed}.",
        "`{found}` 不是第一层的节点，图中只放第一层节点。可能应为：{allowed}。",
    ),
    "problem.rubric-house-twice": (
        "`{found}` already stands in the house. Keep it in one band and delete it here.",
        "`{found}` 在图中已经出现过。请只保留一处，删除这一处。",
    ),
    "problem.rubric-house-missing": (
        "The house leaves out: {found}. Add it to a band, so that the picture shows the whole rubric.",
        "图中缺少：{found}。请把它放进某一层，使整张图完整呈现量表。",
    ),
    "problem.rubric-rule-impossible": (
        "The rule `{found}` needs scores above zero, but the scale begins at {allowed}. "
        "Choose `mean`, or a scale that begins above 0.",
        "规则 `{found}` 要求得分大于零，而本量表的最低分为 {allowed}。"
        "请改用 `mean`，或采用最低分大于 0 的评分范围。",
    ),
    "problem.rubric-rule-unused": (
        "This node has no children, so its rule does nothing. Delete the key.",
        "此节点没有子节点，计算规则不起作用。请删除这个键。",
    ),
    "problem.rubric-bad-stage": (
        "`{found}` is not a stage. Write a whole number: 1 for the first stage, 2 for the next.",
        "`{found}` 不是有效的阶段。请写整数：第一阶段写 1，下一阶段写 2。",
    ),
    "problem.rubric-stage-missing": (
        "`{found}` stands under a node with `rule: staged` but has no stage. Add `stage: 1` or higher.",
        "`{found}` 的上级节点采用 `rule: staged`，但它没有写明阶段。请添加 `stage: 1` 或更高阶段。",
    ),
    "problem.rubric-stage-unused": (
        "A stage counts only under a node with `rule: staged`. Delete it, or give the node above that rule.",
        "只有上级节点采用 `rule: staged` 时阶段才起作用。请删除，或给上级节点设置该规则。",
    ),
    "problem.rubric-met-at-unused": (
        "`met_at` counts only beside `rule: staged`. Delete it, or add that rule.",
        "`met_at` 只能与 `rule: staged` 一起使用。请删除，或补上该规则。",
    ),
    "problem.rubric-met-at-off-scale": (
        "{found} lies off the scale. Choose a score within {allowed}.",
        "{found} 超出评分范围。请在 {allowed} 之间选择。",
    ),
    "problem.rubric-scale-range": (
        "The scale ends where it begins or before ({found}). Make `max` larger than `min`.",
        "最高分不大于最低分（{found}）。请使 `max` 大于 `min`。",
    ),
    "problem.rubric-scale-step": (
        "The step {found} does not divide the scale into 1 to {allowed} equal parts. "
        "Choose one that does, such as 0.5, or `step: null` for any score.",
        "步长 {found} 不能将评分范围等分为 1 至 {allowed} 份。请换成能等分的步长，例如 0.5；"
        "如允许任意分值，请写 `step: null`。",
    ),
    "problem.rubric-level-not-number": (
        "`{found}` is not a level. Write the level as a number without quotes, such as 3.",
        "`{found}` 不是等级。请写成不带引号的数字，例如 3。",
    ),
    "problem.rubric-level-off-scale": (
        "The level {found} is no score of the scale {allowed}: it lies outside or between two steps. "
        "Delete it, or change the scale.",
        "等级 {found} 不是评分范围 {allowed} 内的有效分值：超出范围或落在两档之间。请删除，或修改评分范围。",
    ),
    "problem.rubric-importance-order": (
        "The grade has no more importance ({found}) than the one before. Begin with the lowest and go up.",
        "该档的重要性（{found}）不高于前一档。请从低到高排列。",
    ),
    "problem.rubric-blank-as": (
        "`{found}` is not allowed here. Write `min` to score blank answers as the scale's minimum, "
        "or delete the key to leave them not assessed.",
        "此处不能写 `{found}`。空白答案按最低分计请写 `min`；视为未评估则请删除这个键。",
    ),
    "problem.rubric-descriptor-missing": (
        "No descriptor for level {found}. Write what an interviewer would observe at each named level.",
        "缺少等级 {found} 的描述。请为每个有名称的等级写明访谈中能观察到的表现。",
    ),
    "problem.rubric-descriptor-off-scale": (
        "A descriptor stands at level {found}, outside the scale {allowed}. Delete it or correct the level.",
        "等级 {found} 的描述超出了评分范围 {allowed}。请删除或更正等级。",
    ),
    "problem.rubric-descriptor-off-step": (
        "A descriptor stands at level {found}, which cannot be given: the step is {allowed}. "
        "Correct the level or delete it.",
        "等级 {found} 无法评出：步长为 {allowed}。请更正等级，或删除该描述。",
    ),
    "problem.rubric-descriptors-inner": (
        "Only indicators are rated, and this node has children. Move the descriptors to its indicators.",
        "只有指标才评分，而此节点有子节点。请将等级描述移到其下的指标。",
    ),
    "problem.rubric-misplaced": (
        "The rubric calls itself {allowed} but lies in the folder {found}. "
        "Rename the folder, or correct id and version.",
        "量表的编号和版本为 {allowed}，却位于文件夹 {found}。请重命名文件夹，或更正编号和版本。",
    ),
    "problem.rubric-no-file": (
        "No {allowed} lies in this folder. Name the folder of a rubric, or its file.",
        "此文件夹中没有 {allowed}。请指定量表所在的文件夹或文件。",
    ),
    "problem.translation-unknown-path": (
        "The rubric has no text at `{found}`. Likely meant: {allowed}.",
        "量表中没有路径为 `{found}` 的文本。可能应为：{allowed}。",
    ),
    "problem.translation-missing": (
        'Not translated: "{found}". Add a line `{key}: …` below this one.',
        "尚未翻译：“{found}”。请在此行之后添加一行 `{key}: …`。",
    ),
}
