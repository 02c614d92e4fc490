"""Sentences of the defects of mappings between rubrics and of a diagnosis rubric's links."""

TEXTS = {
    "problem.mapping-unknown-rubric": (
        "There is no rubric `{found}` on the shelf. Likely meant, or there: {allowed}.",
        "没有编号为 `{found}` 的评估量表。可能应为或可选：{allowed}。",
    ),
    "problem.mapping-rubric-refused": (
        "The rubric `{found}` has problems of its own, so its nodes cannot be checked. Mend it first.",
        "评估量表 `{found}` 本身存在问题，无法核对其节点。请先修正该量表。",
    ),
    "problem.mapping-same-rubric": (
        "The rubric `{found}` cannot inform itself. Name another rubric here.",
        "评估量表 `{found}` 不能映射到自身。请改为另一个量表。",
    ),
    "problem.mapping-unknown-node": (
        "The rubric has no node `{found}`, so this link leads nowhere. Likely meant: {allowed}.",
        "量表中没有节点 `{found}`，这条关联没有落点。可能应为：{allowed}。",
    ),
    "problem.mapping-case": (
        "The rubric has no node `{found}`; only capital letters differ from `{allowed}`. Write the latter.",
        "量表中没有节点 `{found}`，它与 `{allowed}` 仅大小写不同。请改为后者。",
    ),
    "problem.mapping-not-indicator": (
        "`{found}` is not an indicator but a node above some. Name the indicators below it.",
        "`{found}` 不是指标，而是上级节点。请改写它下面的指标。",
    ),
    "problem.mapping-weight": (
        "The weight `{found}` is not a number above 0. Write 1, or a larger number for what counts more; "
        "delete the line if it does not count.",
        "权重 `{found}` 不是大于 0 的数字。请写 1，更重要的写更大的数；不计入的请删除该行。",
    ),
    "problem.mapping-no-nodes": (
        "Nothing is linked here. Write at least one line `node: weight`, or delete the key.",
        "此处没有任何关联。请至少写一行 `node: weight`，或删除这个键。",
    ),
    "problem.mapping-twice": (
        "The file {allowed} maps the same two rubrics already. Put all links into one of the two.",
        "文件 {allowed} 已经映射了同样的两个量表。请把全部关联合并到其中一个文件。",
    ),
    "problem.mapping-circle": (
        "By this link a node informs itself: {allowed}. Take one of these links out.",
        "这条关联使节点绕回自身：{allowed}。请去掉其中一条关联。",
    ),
    "problem.mapping-misnamed": (
        "The file is called `{found}` but maps other rubrics. Rename it to `{allowed}`.",
        "文件名为 `{found}`，与所映射的量表不符。请改名为 `{allowed}`。",
    ),
    "problem.links-id-twice": (
        "The id `{found}` stands in line {allowed} already, maybe in other capitals. Choose another.",
        "编号 `{found}` 已在第 {allowed} 行使用（或仅大小写不同）。请换一个。",
    ),
    "problem.links-unknown-id": (
        "Nothing of the id `{found}` stands in the list at the head of this file. Possible: {allowed}.",
        "文件开头的列表中没有编号 `{found}`。可选：{allowed}。",
    ),
    "problem.links-listed-twice": (
        "`{found}` stands twice in this list. Delete one.",
        "`{found}` 在此列表中重复。请删除一个。",
    ),
    "problem.links-circle": (
        "These cause one another in a circle: {allowed}. Take one of them out of a list of causes.",
        "以下各项互为成因，形成循环：{allowed}。请从其中一个成因列表中去掉一项。",
    ),
    "problem.links-none": (
        "`{found}` has no links, so it will never be proposed. Add it with the indicators where it shows.",
        "`{found}` 没有任何关联，永远不会被提出。请补上它所体现的指标。",
    ),
}
