"""Words of the Evidence page: what is on record, what rests on it, and the findings."""

TEXTS = {
    "shell.page.evidence": ("Evidence", "证据"),
    "empty.evidence": (
        "Here you keep what was said, seen and handed over, and which ratings rest on it. "
        "It needs an engagement first: load the 2003 example or start your own on Home.",
        "在这里保存听到、看到和收到的材料，以及哪些评分以此为依据。请先在首页载入 2003 年示例或新建项目。",
    ),
    "evidence.link": ("Files, dates and all evidence", "附件、日期与全部证据"),
}
