"""Words of the findings: strengths and weaknesses in one sentence each, as pages and slides print them."""

TEXTS = {
    "finding-kind.strength": ("strength", "优势"),
    "finding-kind.weakness": ("weakness", "不足"),
    "findings.title": ("{unit}: {strengths}, {weaknesses}", "{unit}：{strengths}，{weaknesses}"),
    "findings.title.none": ("{unit} has no findings in this wave yet", "{unit}在本轮次尚无发现"),
    "findings.count.strength": ("{count} strengths", "{count} 项优势"),
    "findings.count.strength.one": ("1 strength", "1 项优势"),
    "findings.count.weakness": ("{count} weaknesses", "{count} 项不足"),
    "findings.count.weakness.one": ("1 weakness", "1 项不足"),
    "findings.about": (
        "A finding is one sentence on a strength or a weakness. Profile, deck and workbook print it: at an "
        "indicator in place of the evidence's own words, at a capability under its title, and all together "
        "as a list of strengths and weaknesses.",
        "发现是对一项优势或不足的一句话结论，会印在能力画像、演示文稿和工作簿中：写在指标上时替代证据原文，"
        "写在能力上时列在其标题之下，全部发现另汇总为优势与不足一览。",
    ),
    "findings.closed": (
        "{unit} is signed off for {wave}: its findings can be read, not changed.",
        "{unit}在{wave}已签署：发现只能查看，不能修改。",
    ),
    "findings.locked": (
        "The wave {wave} is locked: its findings can be read, not changed.",
        "轮次{wave}已锁定：发现只能查看，不能修改。",
    ),
    "findings.nobody": (
        "To write a finding, choose who you are in the sidebar.",
        "如需撰写发现，请先在侧边栏选择您是谁。",
    ),
    "findings.new": ("New finding", "新增发现"),
    "findings.edit": ("Edit", "修改"),
    "findings.heading.new": ("New finding on {unit}", "{unit}的新发现"),
    "findings.heading.edit": ("Finding on {unit}", "{unit}的发现"),
    "findings.field.kind": ("Kind", "类型"),
    "findings.field.node": ("On what", "关于"),
    "findings.field.node.pick": ("Choose a dimension, capability or indicator", "选择维度、能力或指标"),
    "findings.field.text": ("In one sentence", "一句话结论"),
    "findings.field.text.example": (
        "For example: Customer data is complete and kept in one place.",
        "例如：客户数据完整，且集中存放。",
    ),
    "findings.field.text-zh": ("The same in Chinese (optional)", "中文版本（与上文不同时填写）"),
    "findings.field.evidence": ("Evidence it rests on", "依据的证据"),
    "findings.field.evidence.none": (
        "No evidence of this unit on record yet",
        "本单位尚无证据",
    ),
    "findings.save": ("Save", "保存"),
    "findings.cancel": ("Cancel", "取消"),
    "findings.delete": ("Delete", "删除"),
    "findings.deleted": ("Deleted: {text}", "已删除：{text}"),
    "findings.undo": ("Bring it back", "恢复"),
    "findings.wrong.text": (
        "Nothing was saved: write the finding as one sentence.",
        "未保存：请用一句话写出结论。",
    ),
    "findings.wrong.node": (
        "Nothing was saved: choose what the finding is about.",
        "未保存：请选择发现所针对的内容。",
    ),
    "findings.without": ("no evidence cited", "未引用证据"),
    "report.findings.title": ("Strengths and weaknesses of {unit}", "{unit}的优势与不足"),
    "report.findings.kind": ("Kind", "类型"),
    "report.findings.node": ("On", "关于"),
    "report.findings.rests": ("Evidence", "依据"),
    "report.findings.strength": ("Strength: {said}", "优势：{said}"),
    "report.findings.weakness": ("Weakness: {said}", "不足：{said}"),
}
