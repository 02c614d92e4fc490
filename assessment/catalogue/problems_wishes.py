"""Sentences of the defects of a file of importance and targets."""

TEXTS = {
    "problem.wishes-node": (
        "The rubric has no node “{found}”. Correct the id (possible: {allowed}).",
        "评估量表中没有节点“{found}”。请改正编号（可用：{allowed}）。",
    ),
    "problem.wishes-importance": (
        "“{found}” is no grade of importance. Write one of: {allowed}.",
        "“{found}”不是重要性等级。请填写其中之一：{allowed}。",
    ),
    "problem.wishes-target": (
        "The target “{found}” is no level of the scale. Write a number within {allowed}.",
        "目标“{found}”不在量表范围内。请填写 {allowed} 之间的数字。",
    ),
    "problem.wishes-due": (
        "“{found}” is no day. Write it as {allowed}.",
        "“{found}”不是日期。请按 {allowed} 的格式填写。",
    ),
    "problem.wishes-due-alone": (
        "There is a day and no target. Write the level to be reached by then, or leave the day out.",
        "有期限却没有目标。请填写届时应达到的水平，或去掉期限。",
    ),
    "problem.wishes-twice": (
        "This unit and node stand in an earlier line, too. Keep one of the lines.",
        "同一单位和节点已在前面出现过。请只保留一行。",
    ),
}
