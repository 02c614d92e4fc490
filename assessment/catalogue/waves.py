"""Words of the Waves page: rounds of assessment, carrying over, confirming, locking."""

TEXTS = {
    "shell.page.waves": ("Waves", "轮次"),
    "empty.waves": (
        "Here you start the next round of assessment from the last one, and close a round for good. "
        "It needs an engagement first: load the 2003 example or start your own on Home.",
        "在这里沿用上一轮开始新一轮评估，或将一轮评估锁定。请先在首页载入 2003 年示例或新建项目。",
    ),
    "waves.title": ("Waves", "轮次"),
}
