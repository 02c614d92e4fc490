"""Words of initiatives: the library, suggestions with their reasons, the chain from problem to initiative."""

TEXTS = {
    "initiative": ("initiative", "举措"),
    "initiative.track.operational": ("Operational", "操作型"),
    "initiative.track.analytical": ("Analytical", "分析型"),
    "initiative.risk.low": ("low", "低"),
    "initiative.risk.medium": ("medium", "中"),
    "initiative.risk.high": ("high", "高"),
    "initiative.semicolon": ("; ", "；"),
    "initiative.more": ("{names} and {count} more", "{names}，另有 {count} 项"),
    "suggest.part": (
        "{name} by {levels} of {gap} levels ({standing})",
        "{name} {levels} 级（缺 {gap} 级，{standing}）",
    ),
    "suggest.part.one": (
        "{name} by {levels} of {gap} level ({standing})",
        "{name} {levels} 级（缺 {gap} 级，{standing}）",
    ),
    "suggest.closes": ("Closes {parts}.", "弥补：{parts}。"),
    "suggest.first": ("First: {names}.", "须先完成：{names}。"),
    "suggest.first.level": (
        "Needs {node} at {level} ({now}), through {names}.",
        "要求{node}达到 {level} 级（{now}），可通过{names}实现。",
    ),
    "suggest.first.none": (
        "Needs {node} at {level} ({now}); no initiative lifts it that far.",
        "要求{node}达到 {level} 级（{now}），尚无举措能提升到位。",
    ),
    "suggest.level": ("now {level}", "现为 {level} 级"),
    "suggest.unscored": ("no score yet", "尚无得分"),
    "suggest.now": ("Can start at once.", "可立即启动。"),
    "suggest.opens": ("Opens the way for {names}.", "为以下举措创造条件：{names}。"),
    "chain.sentence": (
        "{problems} comes from “{cause}”. It shows in {nodes}. Theme: {theme}. Initiatives: {initiatives}.",
        "{problems}源于“{cause}”，体现在{nodes}。解决方向：{theme}。举措：{initiatives}。",
    ),
    "chain.sentence.many": (
        "{problems} come from “{cause}”. It shows in {nodes}. Theme: {theme}. Initiatives: {initiatives}.",
        "{problems}均源于“{cause}”，体现在{nodes}。解决方向：{theme}。举措：{initiatives}。",
    ),
    "chain.sentence.alone": (
        "“{cause}” shows in {nodes}. Theme: {theme}. Initiatives: {initiatives}.",
        "“{cause}”体现在{nodes}。解决方向：{theme}。举措：{initiatives}。",
    ),
    "chain.no-nodes": ("no urgent gap", "没有迫切的差距"),
    "chain.no-answers": ("none that lifts these", "尚无能提升这些指标的举措"),
    "chain.no-theme": ("none", "无"),
    "chain.node": ("{name} ({standing})", "{name}（{standing}）"),
    "cli.initiatives.which": (
        "Say either --rubric, for its library, or --engagement, for what is suggested to a unit.",
        "请在 --rubric（列出举措库）与 --engagement（为单位提出建议）中选一个。",
    ),
    "cli.initiatives.none": (
        "The rubric `{rubric}` has no library of initiatives. Write an initiatives.yaml beside it; "
        "rubrics/README.md tells how.",
        "评估量表 `{rubric}` 没有举措库。请在其旁编写 initiatives.yaml，写法见 rubrics/README.md。",
    ),
}
