"""Words that only the deck needs; all others come worded in the report."""

TEXTS = {
    "deck.page.first": ("{title} ({shown} of {count})", "{title}（{count} 项中的 {shown} 项）"),
    "deck.continued": (
        "{title} (continued,\u00a0{page}\u00a0of\u00a0{pages})",
        "{title}（续\u00a0{page}/{pages}）",
    ),
    "deck.table.alt": (
        "{title}. Table with {rows} rows: {columns}.",
        "{title}。表格共 {rows} 行：{columns}。",
    ),
    "deck.missing": ("{name} ({states})", "{name}（{states}）"),
    "deck.missing-of": ("{name}: {state}", "{name}：{state}"),
    "deck.in-workbook": (
        "Scores of all units by indicator stand in the workbook.",
        "各单位的指标得分见工作簿。",
    ),
    "deck.none": ("none", "无"),
    "deck.progress": ("Slide {number} of {count}: {title}", "正在生成第 {number}/{count} 页：{title}"),
    "deck.recipe": (
        "How these figures were made: rubric {rubric} {version}, fingerprint {fingerprint}; engagement "
        "{engagement}, unit {unit}, wave {wave}; benchmark {benchmark}; data revision {revision}; "
        "Gapline {gapline}.",
        "计算依据：评估量表 {rubric} {version}（内容指纹 {fingerprint}）；项目 {engagement}，单位 {unit}，"
        "轮次 {wave}；标杆 {benchmark}；数据修订号 {revision}；Gapline {gapline}。",
    ),
}
