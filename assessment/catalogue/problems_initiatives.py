"""Sentences of the defects of initiatives and of a library of them."""

TEXTS = {
    "problem.initiative-no-name": (
        "The initiative has no name. Write what people shall call it.",
        "这项举措没有名称。请填写名称。",
    ),
    "problem.initiative-none": (
        "The list of initiatives is empty. Write at least one, or delete the file.",
        "举措列表为空。请至少写一项，或删除该文件。",
    ),
    "problem.initiative-unknown-node": (
        "The rubric has no node `{found}` that could be lifted or needed. Likely meant: {allowed}.",
        "量表中没有可供提升或作为前提的节点 `{found}`。可能应为：{allowed}。",
    ),
    "problem.initiative-node-twice": (
        "The node `{found}` stands twice here. Keep one line with the sum.",
        "节点 `{found}` 在此重复。请合并为一行。",
    ),
    "problem.initiative-lift": (
        "A lift of `{found}` levels is impossible: it is above 0 and at most {allowed}, the scale's length. "
        "Write the levels gained, or delete the line.",
        "提升幅度 `{found}` 级不可能：应大于 0 且不超过量表长度 {allowed}。请写实际提升的级数，或删除该行。",
    ),
    "problem.initiative-need": (
        "The level `{found}` cannot be a prerequisite on a scale of {allowed}: the lowest level is always "
        "met, one above the top never. Write a level between.",
        "在 {allowed} 的量表上，`{found}` 级不能作为前提：最低级总是满足，超过最高级则永远达不到。"
        "请写其间的等级。",
    ),
    "problem.initiative-need-above": (
        "`{found}` is not an indicator, and only indicators can be a prerequisite. Name indicators below it, "
        "such as {allowed}.",
        "`{found}` 不是指标，只有指标才能作为前提。请改为其下的指标，例如 {allowed}。",
    ),
    "problem.initiative-unknown-role": (
        "There is no role `{found}`. Likely meant, or there: {allowed}. "
        "Or add the role at the head of the file.",
        "没有角色 `{found}`。可能应为或可选：{allowed}。也可在文件开头补充该角色。",
    ),
    "problem.initiative-effort": (
        "An effort of `{found}` person-months is below 0. Write 0 or more, or delete the role.",
        "工作量 `{found}` 人月小于 0。请写 0 或正数，或删除该角色。",
    ),
    "problem.initiative-staff": (
        "The staff `{found}` is not a number of 0 or more. Write how many people of this role there are.",
        "人数 `{found}` 不是 0 或正数。请写该角色可用的人数。",
    ),
    "problem.initiative-months": (
        "A duration of `{found}` months is not possible. Write whole months from 1 to {allowed}.",
        "时长 `{found}` 个月不成立。请写 1 到 {allowed} 之间的整月数。",
    ),
    "problem.initiative-whole": (
        "`{found}` is not a whole number of months. Write 1 or more, such as 3.",
        "`{found}` 不是整月数。请写 1 或更大的整数，例如 3。",
    ),
    "problem.initiative-range": (
        "The cost must be two numbers, low and high, such as `[200, 450]`.",
        "费用须写两个数，先低后高，例如 `[200, 450]`。",
    ),
    "problem.initiative-cost": (
        "The cost `{found}` is no range: the low figure is 0 or more, and not above the high one. "
        "Turn them round.",
        "费用 `{found}` 不成区间：低值不得小于 0，也不得高于高值。请对调或改正。",
    ),
    "problem.initiative-track": (
        "There is no track `{found}`. Choose one of: {allowed}.",
        "没有类别 `{found}`。可选：{allowed}。",
    ),
    "problem.initiative-risk": (
        "There is no risk grade `{found}`. Choose one of: {allowed}.",
        "没有风险等级 `{found}`。可选：{allowed}。",
    ),
    "problem.initiative-not-bool": (
        "`{found}` must be true or false.",
        "`{found}` 只能是 true 或 false。",
    ),
    "problem.initiative-unknown-theme": (
        "There is no solution theme `{found}` in the diagnosis rubric. Possible: {allowed}.",
        "诊断量表中没有解决方向 `{found}`。可选：{allowed}。",
    ),
    "problem.initiative-unknown-predecessor": (
        "There is no initiative `{found}` to wait for. Likely meant: {allowed}.",
        "没有可作为前置的举措 `{found}`。可能应为：{allowed}。",
    ),
    "problem.initiative-own-predecessor": (
        "`{found}` waits for itself and could never start. Take it out of its predecessors.",
        "`{found}` 以自身为前置，永远无法开始。请从前置举措中去掉它。",
    ),
    "problem.initiative-circle": (
        "These wait for one another in a circle, so none can start: {allowed}. "
        "Take one of them out of a list of predecessors.",
        "以下举措互为前置，形成循环，谁也无法开始：{allowed}。请从其中一个前置列表中去掉一项。",
    ),
    "problem.initiative-useless": (
        "`{found}` lifts no node and no other initiative waits for it, so no plan will choose it. "
        "Say what it lifts.",
        "`{found}` 不提升任何节点，也没有其他举措以它为前置，不会被任何计划选中。请写明它提升什么。",
    ),
    "problem.initiatives-no-chinese": (
        "The initiatives have no Chinese texts. Write them to {allowed} beside this file, as `path: text`.",
        "举措缺少中文文本。请在同一文件夹的 {allowed} 中以 `path: text` 形式补上。",
    ),
}
