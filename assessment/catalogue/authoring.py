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
        "An Excel workbook (.xlsx), a rubric.yaml with its translations (zh.yaml), or a .zip of its folder.",
        "Excel 工作簿（.xlsx）、rubric.yaml 及其译文（zh.yaml），或整个文件夹的 .zip。",
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
        "For each pair: which matters more, and how much (1 alike, 3 somewhat, 5 clearly, 7 strongly, 9 "
        "absolutely).",
        "逐对比较哪一个更重要，程度如何（1 同等，3 稍微，5 明显，7 强烈，9 绝对）。",
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
        "There is nothing to compare with yet.",
        "暂无可比较的版本。",
    ),
    "authoring.publish": ("Publish", "发布"),
    "authoring.publish.about": (
        "A published version never changes again. For another content, raise the version.",
        "版本发布后内容不再改变。如需修改，请使用新的版本号。",
    ),
    "authoring.differs": ("What differs from the published one:", "与已发布内容的不同之处："),
    "authoring.wrote": ("Wrote {count} file(s) to {path}", "已将 {count} 个文件写入 {path}"),
    "error.RubricTakenError": (
        "{rubric} {version} is published already with another content, and stays as it is. Give the changed "
        "rubric a new version.",
        "{rubric} {version} 已发布，内容与此不同，原内容保持不变。请为修改后的量表使用新版本号。",
    ),
    "error.RubricNotInWorkbookError": (
        "{rubric} holds characters or texts that a workbook would change, so none was written. "
        "Work with its YAML files.",
        "{rubric} 中含有工作簿无法原样保存的字符或文本，未生成工作簿。请直接使用其 YAML 文件。",
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
