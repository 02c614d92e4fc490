"""Words of writing rubrics: the commands, the page, publishing, weights."""

TEXTS = {
    "shell.page.authoring": ("Write a rubric", "编写量表"),
    "authoring.published": (
        "Published: {name}, version {version}. It can be chosen for a new engagement.",
        "已发布：{name}，版本 {version}。新建项目时即可选用。",
    ),
    "authoring.same": (
        "{name}, version {version}, is published already with exactly this content. Nothing was changed.",
        "{name} 版本 {version} 已发布，内容完全相同，未作改动。",
    ),
    "authoring.texts": (
        "The translations of {name}, version {version}, were replaced; what is measured is the same.",
        "已更新 {name} 版本 {version} 的译文，测评内容不变。",
    ),
    "authoring.beside": (
        "{name}, version {version}, is published already with this content; the files that were missing "
        "beside it were added.",
        "{name} 版本 {version} 已发布，内容相同；已补上原先缺少的附带文件。",
    ),
    "authoring.lead": (
        "From an Excel template or from YAML to a rubric that people can be interviewed with. Nothing is "
        "published before you say so.",
        "用 Excel 模板或 YAML 文件编写量表，检查、预览后发布，即可用于访谈。发布之前不会写入任何内容。",
    ),
    "authoring.step.begin": ("1 · Begin", "1 · 开始"),
    "authoring.step.upload": ("2 · Upload and check", "2 · 上传并检查"),
    "authoring.step.preview": ("3 · As the interview shows it", "3 · 访谈中的样子"),
    "authoring.step.compare": ("4 · Compare with another version", "4 · 与其他版本比较"),
    "authoring.step.publish": ("5 · Publish", "5 · 发布"),
    "authoring.template": ("Excel template", "Excel 模板"),
    "authoring.begin.about": (
        "Take the empty template, or a rubric that is there, and change it in Excel.",
        "可使用空白模板，也可下载现有量表在 Excel 中修改。",
    ),
    "authoring.begin.from": ("A rubric that is there", "现有量表"),
    "authoring.begin.as-excel": ("As Excel workbook", "下载 Excel"),
    "authoring.upload.about": (
        "An Excel workbook (.xlsx), a rubric.yaml with its translations (zh.yaml), or a .zip of its folder. "
        "A new version may bring a migration.yaml along, which says where ids went.",
        "Excel 工作簿（.xlsx）、rubric.yaml 及其译文（zh.yaml），或整个文件夹的 .zip。"
        "新版本可附上 migration.yaml，说明编号的去向。",
    ),
    "authoring.migration.lost": (
        "Version {before} has ids that are gone here: {names}. When an engagement moves, their ratings are "
        "kept aside. Where a node only has a new id, say so in a migration.yaml and upload it together with "
        "this file.",
        "版本 {before} 中的这些编号不见了：{names}。项目迁移后，其评分另行留存。"
        "如果只是换了编号，请在 migration.yaml 中写明，并与此文件一同上传。",
    ),
    "authoring.migration.told": (
        "For engagements that move from version {before}: {count} nodes go on under another id, {dropped} "
        "are dropped.",
        "供从版本 {before} 迁移的项目使用：{count} 个节点换编号后沿用，{dropped} 个删除。",
    ),
    "authoring.upload.file": ("Files of one rubric", "同一量表的文件"),
    "authoring.checked.bad": (
        "{count} to put right. Nothing can be published yet.",
        "有 {count} 处需要改正，暂不能发布。",
    ),
    "authoring.checked.good": (
        "No errors: {name}, version {version}, {count} indicators.",
        "没有错误：{name}，版本 {version}，{count} 个指标。",
    ),
    "authoring.line": ("line {line}", "第 {line} 行"),
    "authoring.more": ("… and {count} more.", "……另有 {count} 处。"),
    "authoring.warnings": ("Worth a look, but no reason to refuse it:", "以下各处不影响发布，但值得留意："),
    "authoring.preview.group": ("Group", "分组"),
    "weights.title": ("Set weights", "设定权重"),
    "weights.about": (
        "How much each part of a group counts beside the others. Who set it, when and why is kept with the "
        "rubric.",
        "设定同一分组内各部分的分量。由谁、何时、为何设定，均随量表保存。",
    ),
    "weights.group": ("Group", "分组"),
    "weights.method": ("How", "方法"),
    "weights.method.points": ("100 points", "分配 100 分"),
    "weights.method.order": ("Rank order", "排序"),
    "weights.method.pairs": ("Pair by pair", "两两比较"),
    "weights.points.left": ("Given out: {points} of 100 points", "已分配 {points} 分，共 100 分"),
    "weights.order.about": (
        "1 for what matters most; the same number for what matters alike.",
        "最重要的填 1；同等重要的填相同数字。",
    ),
    "weights.pairs.about": (
        "For each pair, slide towards the one that matters more: 3 somewhat, 5 clearly, 7 strongly, 9 "
        "absolutely. The middle means alike.",
        "逐对比较，把滑块移向更重要的一方：3 稍微，5 明显，7 强烈，9 绝对；居中表示同等重要。",
    ),
    "weights.pairs.many": (
        "Pair by pair is for up to {most} parts; this group has {count}. Use points or a rank order.",
        "两两比较最多适用于 {most} 个部分，本组有 {count} 个。请改用分配 100 分或排序。",
    ),
    "weights.pairs.ratio": ("Consistency ratio: {ratio}", "一致性比率：{ratio}"),
    "weights.pairs.revisit": (
        "The judgements contradict each other (consistency ratio {ratio}, at most 0.10). Look again at "
        "{first} and {second}: judged {said}, while the other judgements suggest about {fitting}; with that "
        "the ratio would be {better}.",
        "判断之间相互矛盾（一致性比率 {ratio}，应不超过 0.10）。请重新考虑{first}与{second}："
        "目前判断为 {said}，其余判断约为 {fitting}；改后比率为 {better}。",
    ),
    "weights.times": ("{name} × {times}", "{name} × {times}"),
    "weights.alike": ("alike", "同等"),
    "weights.result": ("Weights: {shares}", "权重：{shares}"),
    "weights.zero": ("Give out points above 0.", "请分配大于 0 的分值。"),
    "weights.by": ("Who decided", "决定人"),
    "weights.why": ("Why", "理由"),
    "weights.use": ("Use these weights", "采用这些权重"),
    "weights.used": ("{group}: {method}, {by}, {at}. {why}", "{group}：{method}，{by}，{at}。{why}"),
    "weights.drop": ("Back to the uploaded weights", "恢复上传文件中的权重"),
    "authoring.compare.with": ("Compare with", "对比版本"),
    "authoring.compare.none": (
        "This is the first version of this rubric.",
        "这是该量表的第一个版本。",
    ),
    "authoring.compare.head": (
        "From version {before} to {after}: {count} differences.",
        "从版本 {before} 到版本 {after}：共 {count} 处不同。",
    ),
    "authoring.compare.same": (
        "Version {before} and this one say the same.",
        "与版本 {before} 内容相同。",
    ),
    "authoring.publish": ("Publish", "发布"),
    "authoring.publish.about": (
        "A published version never changes again. For another content, raise the version.",
        "版本发布后内容不再改变。如需修改，请使用新的版本号。",
    ),
    "authoring.publish.taken": (
        "Version {version} is published already with other content, see the comparison above. Give this one "
        "a new version, and upload it again.",
        "版本 {version} 已发布，内容与此不同，见上面的比较。请改用新的版本号后重新上传。",
    ),
    "authoring.differs": ("What differs from the published one:", "与已发布内容的不同之处："),
    "authoring.wrote": ("Wrote {count} file(s) to {path}", "已将 {count} 个文件写入 {path}"),
    "error.RubricTakenError": (
        "{rubric} {version} is published already with another content, and stays as it is. Give the changed "
        "rubric a new version.",
        "{rubric} {version} 已发布，内容与此不同，原内容保持不变。请为修改后的量表使用新版本号。",
    ),
    "error.RubricNotInWorkbookError": (
        "{rubric} holds characters or texts that a workbook would change, or more than its sheets can take, "
        "so none was written. Work with its YAML files.",
        "{rubric} 中含有工作簿无法原样保存的字符或文本，或内容超出工作表的容量，未生成工作簿。"
        "请直接使用其 YAML 文件。",
    ),
    "problem.weights-not-list": (
        "The decisions are not a list. Begin each with a dash on a line of its own.",
        "决定应写成列表。请让每一项单独起行，以短横线开头。",
    ),
    "problem.weights-method": (
        "`{found}` is no way to decide weights. Write one of: {allowed}.",
        "`{found}` 不是确定权重的方法。可选：{allowed}。",
    ),
    "problem.weights-ratio": (
        "The consistency ratio `{found}` is not a number from 0 up. Correct it, or delete the line.",
        "一致性比率 `{found}` 应为不小于 0 的数字。请更正，或删去这一行。",
    ),
    "problem.weights-time": (
        "`{found}` is no time. Write it as 2026-03-31T14:30:00+08:00.",
        "`{found}` 不是有效的时间。请写成 2026-03-31T14:30:00+08:00 的形式。",
    ),
    "problem.weights-group": (
        "The rubric has no group `{found}`. Write the id of a node with others below it, or `{allowed}` for "
        "the top.",
        "量表中没有分组 `{found}`。请写下面还有节点的编号；最上层请写 `{allowed}`。",
    ),
    "problem.weights-parts": (
        "The weights of a group name each of its parts once, and nothing else: {allowed}.",
        "分组的权重应逐一列出其组成部分，不多不少：{allowed}。",
    ),
    "problem.weights-figure": (
        "The weight `{found}` is not a number from 0 up. Correct it.",
        "权重 `{found}` 应为不小于 0 的数字。请更正。",
    ),
    "problem.weights-changed": (
        "The rubric now weighs the parts of `{found}` otherwise than decided here. Decide anew, or delete "
        "this decision.",
        "量表中 `{found}` 各部分的权重已与此处的决定不同。请重新决定，或删去这一项。",
    ),
    "problem.publish-version": (
        "The version “{found}” cannot name a folder. Use letters, digits, points and hyphens, at most "
        "{allowed} characters, such as 2 or 2026.1.",
        "版本“{found}”不能用作文件夹名称。请使用英文字母、数字、句点和连字符，"
        "不超过 {allowed} 个字符，例如 2 或 2026.1。",
    ),
    "problem.publish-similar": (
        "“{found}” differs only in capital letters from {allowed}, which is published. Write it the same "
        "way, or make it clearly different.",
        "“{found}”与已发布的 {allowed} 仅大小写不同。请写成一致，或改成明显不同的名称。",
    ),
    "problem.upload-none": (
        "No rubric was found among the files. Add a rubric.yaml, or an Excel workbook.",
        "所选文件中没有量表。请选择 rubric.yaml 或 Excel 工作簿。",
    ),
    "problem.upload-several": (
        "There are several rubrics among the files ({found}). Upload the files of one.",
        "所选文件中有多个量表（{found}）。请只上传同一量表的文件。",
    ),
    "problem.upload-unread": (
        "The file is not part of a rubric and was left out: {found}.",
        "该文件不属于量表，未读取：{found}。",
    ),
    "problem.upload-zip": (
        "The .zip file is damaged, protected, or unpacks to more than a rubric needs ({found}). "
        "Pack the folder of one rubric again.",
        "压缩文件已损坏、已加密，或解压后远超量表所需（{found}）。请重新打包一个量表的文件夹。",
    ),
}
