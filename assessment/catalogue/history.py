"""Words of the History page, and of undoing and restoring."""

TEXTS = {
    "shell.page.history": ("History", "修改历史"),
    "empty.history": (
        "Here you see every change of every rating: who, when, what it was before and why; and you can undo it. "
        "It needs an engagement first: load the 2003 example or start your own on Home.",
        "在这里查看每一次评分修改：谁改的、何时、改前改后、原因，并可撤销。请先在首页载入 2003 年示例或新建项目。",
    ),
    "history.title": ("History", "修改历史"),
    "history.link": ("All changes of this indicator", "此指标的全部修改"),
}
