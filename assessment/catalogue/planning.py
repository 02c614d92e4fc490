"""Sentences of planning: what is wrong with the input, what clashes, why something is left out."""

TEXTS = {
    "error.PlannerMissingError": (
        "Making a plan needs the library ortools. Install it with: pip install 'gapline[planning]'. "
        "Nothing was changed.",
        "制定计划需要 ortools 库。请运行 pip install 'gapline[planning]' 安装。未做任何更改。",
    ),
    "error.PlanRefusedError": (
        "No plan can be made from this yet; to be mended: {count}.",
        "目前还无法制定计划，需修正 {count} 处：",
    ),
    "problem.plan-number": (
        "“{found}” is no number. Write one such as 2 or 1.5, or leave the cell empty.",
        "“{found}”不是数字。请填写 2 或 1.5 这样的数值，或留空。",
    ),
    "problem.plan-pairs": (
        "“{found}” is no name with a number. Write such as it:3; business:1.5.",
        "“{found}”不是名称加数值。请按 it:3; business:1.5 的格式填写。",
    ),
    "problem.plan-phase": (
        "“{found}” is no phase. Write a whole number such as 2, or leave the cell empty.",
        "“{found}”不是有效的阶段。请填写 2 这样的整数，或留空。",
    ),
    "problem.plan-twice": (
        "“{found}” has a row already. Keep one row for it.",
        "“{found}”在前面已有一行。请只保留一行。",
    ),
    "problem.plan-track": (
        "“{found}” is no track. Write one of: {allowed}.",
        "“{found}”不是有效的类别。可填写：{allowed}。",
    ),
    "cli.plan.what": (
        "Name an engagement with --engagement, or a file with --initiatives.",
        "请用 --engagement 指定项目，或用 --initiatives 指定文件。",
    ),
    "cli.plan.nodes": (
        "With --engagement levels, targets and importance come from the store. Leave --nodes out.",
        "使用 --engagement 时，得分、目标和重要性取自存储，请去掉 --nodes。",
    ),
    "cli.plan.day": (
        "“{found}” is no day. Write it such as 2027-01-01.",
        "“{found}”不是日期。请按 2027-01-01 的格式填写。",
    ),
    "plan.csv.planned": ("planned", "已列入"),
    "plan.csv.left-out": ("left out", "未列入"),
    "plan.clash": (
        "No plan meets all of this together: {reasons}. Give up any one of these and the others can be met.",
        "以下要求无法同时满足：{reasons}。放宽其中任意一项，其余要求即可满足。",
    ),
    "plan.clash.and": ("; ", "；"),
    "plan.clash.pinned-after": (
        "{task} is pinned to phase {phase} but needs {before}, which takes {takes}",
        "“{task}”固定在第{phase}阶段开始，但须先完成“{before}”，后者需占用{takes}",
    ),
    "plan.clash.pinned": (
        "{task} is pinned to phase {phase} and takes {takes}",
        "“{task}”固定在第{phase}阶段开始，需要{takes}",
    ),
    "plan.clash.required": (
        "{task} must be in the plan and takes {takes}",
        "“{task}”必须列入计划，需要{takes}",
    ),
    "plan.clash.excluded": ("{task} is excluded", "“{task}”已被排除"),
    "plan.clash.earliest": (
        "{task} may start in phase {phase} at the earliest",
        "“{task}”最早在第{phase}阶段开始",
    ),
    "plan.clash.latest": (
        "{task} must be finished by the end of phase {phase} and takes {takes}",
        "“{task}”须在第{phase}阶段结束前完成，需要{takes}",
    ),
    "plan.clash.after": (
        "{task} needs {before} to be finished first, which takes {takes}",
        "“{task}”须等“{before}”完成后才能开始，后者需要{takes}",
    ),
    "plan.clash.need": (
        "{task} needs {node} at level {level} before it starts",
        "“{task}”开始前，“{node}”须达到{level}级",
    ),
    "plan.clash.either-or": (
        "only one of these may be in the plan: {tasks}",
        "以下举措只能选其一：{tasks}",
    ),
    "plan.clash.capacity": (
        "{role} has at most {most} in a phase, and in each phase of the work this takes: {loads}",
        "{role}每阶段最多{most}，而各项工作每阶段需要：{loads}",
    ),
    "plan.clash.budget": (
        "the budget is {most}, and this costs: {loads}",
        "预算为{most}，而各项费用为：{loads}",
    ),
    "plan.check.outside": (
        "{task} would end in phase {end}, but the phases are 1 to {phases}",
        "“{task}”将在第{end}阶段结束，超出第1至第{phases}阶段",
    ),
    "plan.check.pinned": ("{task} is pinned to phase {phase}", "“{task}”固定在第{phase}阶段开始"),
    "plan.check.latest": (
        "{task} must be finished by the end of phase {phase}, but ends in phase {end}",
        "“{task}”须在第{phase}阶段结束前完成，但将在第{end}阶段结束",
    ),
    "plan.check.without": (
        "{task} needs {before}, which is not in the plan",
        "“{task}”须以“{before}”为前提，但后者不在计划中",
    ),
    "plan.check.after": (
        "{task} starts in phase {phase} but needs {before}, which ends in phase {end}",
        "“{task}”在第{phase}阶段开始，但所需的“{before}”到第{end}阶段才结束",
    ),
    "plan.check.need": (
        "{task} needs {node} at level {level}, which nothing finished before it has reached",
        "“{task}”要求“{node}”达到{level}级，但此前完成的举措尚未达到",
    ),
    "plan.check.required": ("{task} must be in the plan", "“{task}”必须列入计划"),
    "plan.check.limit": (
        "{role} has {most} in phase {phase}, and this takes {load}: {tasks}",
        "{role}在第{phase}阶段有{most}，而以下工作需要{load}：{tasks}",
    ),
    "plan.check.budget": (
        "the budget is {most}, and the plan costs {cost}",
        "预算为{most}，而计划费用为{cost}",
    ),
    "plan.list": (", ", "、"),
    "plan.phases.one": ("1 phase", "1 个阶段"),
    "plan.phases": ("{count} phases", "{count} 个阶段"),
    "plan.budget": ("the budget", "预算"),
    "plan.person-months": ("{figure} person-months", "{figure}人月"),
    "plan.cost": ("{figure} cost units", "{figure}个费用单位"),
    "plan.window": ("between phase {first} and the end of phase {last}", "第{first}至第{last}阶段之间"),
    "plan.window.pinned": ("from phase {first} on, where it is pinned", "固定从第{first}阶段开始"),
    "plan.left-out.excluded": ("{task} is excluded.", "“{task}”已被排除。"),
    "plan.left-out.other-chosen": (
        "{task} is left out because {other} was chosen instead.",
        "已选择“{other}”，因此未列入“{task}”。",
    ),
    "plan.left-out.after-left-out": (
        "{task} needs what is not in the plan: {before}.",
        "“{task}”所需的前置举措未列入计划：{before}。",
    ),
    "plan.left-out.no-gap": (
        "{task} closes no gap that the others leave open.",
        "其余举措完成后，“{task}”已没有可弥补的差距。",
    ),
    "plan.left-out.no-room": (
        "{task} does not fit: people, money or time go to what closes more.",
        "“{task}”未能排入：人力、预算或时间已用于成效更大的举措。",
    ),
    "plan.problem.no-phases": (
        "A plan needs at least one phase of at least one month. Set the number and the length of the phases.",
        "计划至少需要一个阶段，每个阶段至少一个月。请设置阶段数量和长度。",
    ),
    "plan.problem.too-many-phases": (
        "{found} phases are too many; at most {most} can be planned. Choose longer phases.",
        "{found}个阶段过多，最多可计划{most}个。请延长每个阶段。",
    ),
    "plan.problem.capacity-count": (
        "{role} has a capacity for {found} phases, but the plan has {phases}. Give one for each phase.",
        "{role}填写了{found}个阶段的能力，而计划有{phases}个阶段。请为每个阶段各填一个数值。",
    ),
    "plan.problem.capacity": (
        "The capacity of {role} in phase {phase} is {found}. Give a number of person-months, 0 or more.",
        "{role}在第{phase}阶段的能力为 {found}。请填写 0 或更大的人月数。",
    ),
    "plan.problem.budget-count": (
        "The budget has figures for {found} phases, but the plan has {phases}. Give one for each phase, or "
        "one in all.",
        "预算填写了{found}个阶段，而计划有{phases}个阶段。请为每个阶段各填一个数值，或只填总额。",
    ),
    "plan.problem.budget": (
        "The budget is {found}. Give a number of cost units, 0 or more.",
        "预算为 {found}。请填写 0 或更大的费用单位数。",
    ),
    "plan.problem.lost": (
        "The share of a phase that is lost lies between 0 and 1, with at most one figure for each phase.",
        "各阶段损失的比例须在 0 与 1 之间，每个阶段至多一个数值。",
    ),
    "plan.problem.no-tasks": (
        "There is no initiative to plan. Pick some from the library, or add your own.",
        "没有可计划的举措。请从举措库中选取，或自行添加。",
    ),
    "plan.problem.too-many-tasks": (
        "{found} initiatives are too many; at most {most} can be planned together. Split the list.",
        "{found}项举措过多，最多可同时计划{most}项。请拆分清单。",
    ),
    "plan.problem.twice": (
        "Two initiatives have the id {found}. Give each one its own.",
        "有两项举措使用同一编号 {found}。请分别编号。",
    ),
    "plan.problem.task-phases": (
        "{task} takes {found} phases. An initiative takes one phase or more.",
        "“{task}”需要{found}个阶段。每项举措至少需要一个阶段。",
    ),
    "plan.problem.effort": (
        "{task} takes {found} person-months of {role}. Give a number, 0 or more.",
        "“{task}”需要{role} {found} 人月。请填写 0 或更大的数值。",
    ),
    "plan.problem.cost": (
        "{task} costs {found}. Give a number of cost units, 0 or more.",
        "“{task}”的费用为 {found}。请填写 0 或更大的费用单位数。",
    ),
    "plan.problem.node": (
        "{task} names {found}, which is not among the nodes that are assessed. Correct the id.",
        "“{task}”引用了 {found}，评估节点中没有这一项。请更正编号。",
    ),
    "plan.problem.benefit": (
        "{task} lifts {node} by {found} levels. Give a number above 0, or leave the node out.",
        "“{task}”使“{node}”提升 {found} 级。请填写大于 0 的数值，或去掉该节点。",
    ),
    "plan.problem.unknown-task": (
        "The settings name {found}, which is not among the initiatives. Remove it, or pick the initiative.",
        "设置中引用了 {found}，但举措清单中没有这一项。请删除该引用，或选取该举措。",
    ),
    "plan.problem.phase": (
        "{task} is set to phase {found}, but the phases are 1 to {phases}. Choose one of these.",
        "“{task}”设在第{found}阶段，而阶段为 1 至 {phases}。请从中选择。",
    ),
    "plan.problem.both": (
        "{task} is excluded and asked for at the same time. Choose one.",
        "“{task}”既被排除，又被要求列入。请二选一。",
    ),
    "plan.problem.cycle": (
        "These initiatives wait for one another in a circle: {loop}. Take one of these dependencies away.",
        "以下举措互为前提，形成循环：{loop}。请去掉其中一个依赖关系。",
    ),
    "plan.problem.cycle.then": (" → ", " → "),
    "plan.problem.no-importance": (
        "No node that is lifted has an importance, so nothing says what matters. Set importance first.",
        "所有被提升的节点都没有设置重要性，无从判断轻重缓急。请先设置重要性。",
    ),
    "plan.problem.importance": (
        "{node} has no importance, so lifting it counts nothing. Set its importance to let it count.",
        "“{node}”没有设置重要性，提升该节点不计入成效。请设置其重要性。",
    ),
    "plan.problem.level": (
        "{node} has no score yet, so lifting it counts nothing. Assess it to let it count.",
        "“{node}”尚无得分，提升该节点不计入成效。请先完成评估。",
    ),
    "plan.problem.unlimited": (
        "{role} has no capacity, so it is planned without a limit. Add it to the capacities if it has one.",
        "没有设置{role}的能力，计划中不作限制。如有限制，请补充。",
    ),
    "plan.problem.window": (
        "{task} takes {takes} and cannot be done {window} in a plan of {phases}. Give it more time.",
        "“{task}”需要{takes}，在共{phases}个阶段的计划中无法按要求安排（{window}）。请放宽时间。",
    ),
    "plan.problem.too-large": (
        "{task} takes {needed} of {role} in each phase of its work; no phase open to it has more than "
        "{most}. Stretch it over more phases, or raise what there is.",
        "“{task}”每阶段需要{role}{needed}，而可用的阶段最多只有{most}。请延长其工期，或增加可用量。",
    ),
    "plan.problem.too-expensive": (
        "{task} costs {found} cost units, more than the whole budget. Raise the budget or leave it out.",
        "“{task}”的费用为 {found} 个费用单位，超过全部预算。请提高预算或去掉该举措。",
    ),
    "plan.problem.unreachable": (
        "{task} needs {node} at level {level}; what can be planned lifts it only to {reached}, and no "
        "initiative of the library lifts it far enough. Write one that does, or lower what is needed.",
        "“{task}”要求“{node}”达到{level}级，可排入的举措只能使其达到{reached}级，举措库中也没有可补足的举措。"
        "请自行添加能提升该节点的举措，或降低要求。",
    ),
    "plan.problem.need-pick": (
        "{task} needs {node} at level {level}; what can be planned lifts it only to {reached}. These would "
        "bring it there and are not chosen: {names}. Choose them too, or lower what is needed.",
        "“{task}”要求“{node}”达到{level}级，可排入的举措只能使其达到{reached}级。以下举措可补足但尚未选定：{names}。"
        "请一并选取，或降低要求。",
    ),
    "plan.problem.need-blocked": (
        "{task} needs {node} at level {level}; without what fits into no plan itself it stays at {reached}: "
        "{names}.",
        "“{task}”要求“{node}”达到{level}级，但以下举措自身无法排入计划，因此只能达到{reached}级：{names}。",
    ),
    "plan.problem.need-target": (
        "{task} needs {node} at level {level}, but its target is {target}, and nothing is lifted beyond its "
        "target. Raise the target, or lower what is needed.",
        "“{task}”要求“{node}”达到{level}级，而其目标为{target}级，提升不超过目标。请提高目标，或降低要求。",
    ),
    "plan.problem.need-unscored": (
        "{task} needs {node} at level {level}, which has no score yet. Assess it, or lower what is needed.",
        "“{task}”要求“{node}”达到{level}级，而该节点尚无得分。请先完成评估，或降低要求。",
    ),
    "plan.left-out.short": (
        "{task} needs {node} at level {level}, and this plan reaches only {reached}, because it leaves out: "
        "{names}.",
        "“{task}”要求“{node}”达到{level}级，而本计划未列入以下举措，只能达到{reached}级：{names}。",
    ),
    "plan.problem.predecessor": (
        "{task} has to wait for what is not chosen: {found}. Choose that too, or take the dependency away.",
        "“{task}”的前置举措尚未选定：{found}。请一并选取，或去掉该依赖关系。",
    ),
    "plan.problem.after-excluded": (
        "{task} has to wait for {before}, which is excluded. Exclude both or neither.",
        "“{task}”须等待“{before}”，而后者已被排除。请同时排除，或都不排除。",
    ),
    "plan.problem.after-blocked": (
        "{task} has to wait for {before}, which fits into no plan.",
        "“{task}”须等待“{before}”，而后者无法排入任何计划。",
    ),
}
