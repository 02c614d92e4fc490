"""Words of the frame and of the pages Home, Interview and Rubric."""

TEXTS = {
    "shell.product": ("Gapline", "Gapline"),
    "shell.language": ("Language", "语言"),
    "shell.language.own-name": ("English", "中文"),
    "shell.step.strategy": ("Strategy", "战略"),
    "shell.step.assessment": ("Assessment", "评估"),
    "shell.step.diagnosis": ("Diagnosis", "诊断"),
    "shell.step.roadmap": ("Roadmap", "路线图"),
    "shell.page.home": ("Home", "首页"),
    "shell.page.rubric": ("Rubric", "评估量表"),
    "shell.page.interview": ("Interview", "访谈评分"),
    "shell.page.profile": ("Profile", "能力画像"),
    "shell.page.compare": ("Compare", "对比"),
    "shell.page.export": ("Export", "导出"),
    "shell.pick.engagement": ("Engagement", "项目"),
    "shell.pick.unit": ("Unit", "单位"),
    "shell.pick.wave": ("Wave", "轮次"),
    "shell.stray": (
        "The link names {what}, which this store does not hold. Showing something else instead.",
        "链接中的 {what} 在当前数据库中不存在，已改为显示其他内容。",
    ),
}
