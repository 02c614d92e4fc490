"""Words of the History page, and of undoing and restoring."""

TEXTS = {
    "shell.page.history": ("History", "修改历史"),
    "empty.history": (
        "Here you see every change of every rating, who made it and why, and can undo it. "
        "It needs an engagement first: load the 2003 example or start your own on Home.",
        "在这里查看每一次评分修改：谁在何时改了什么、原因何在，并可撤销。"
        "请先在首页载入 2003 年示例或新建项目。",
    ),
    "history.title": ("History", "修改历史"),
    "history.link": ("All changes of this indicator", "此指标的全部修改"),
}
