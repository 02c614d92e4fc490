"""Sentences of the workbook that computes by itself: its roll-up, the rubric that it reads, how to use it."""

TEXTS = {
    "workings.title": (
        "The roll-up: every score of every unit, computed in this sheet",
        "得分计算：各单位的全部得分均由本表公式算出",
    ),
    "workings.lead": (
        "Change a score on the sheet “{ratings}”, or a weight or the minimum coverage on “{rubric}”: "
        "this sheet, the tables and the charts follow. Children of one node stand in neighbouring rows.",
        "修改“{ratings}”表中的得分，或“{rubric}”表中的权重、最低覆盖率，本表以及各表格和图表随之更新。"
        "同一节点的下级排在相邻的行中。",
    ),
    "workings.keep": (
        "Do not sort or delete rows here: the formulas count on their order. The other sheets may be sorted.",
        "请勿在本表中排序或删除行，公式依赖行的顺序；其他工作表可以排序。",
    ),
    "workings.live": ("What follows when a score is changed", "修改得分后哪些内容随之更新"),
    "workings.live.follows": (
        "Scores in the tables and charts of “{scores}”, “{capabilities}”, “{comparison}” and "
        "“{workings}” are formulas. To change a rating, choose another value in the column “{column}” "
        "of “{ratings}”.",
        "“{scores}”“{capabilities}”“{comparison}”“{workings}”各表和图表中的得分都是公式。"
        "要修改评分，请在“{ratings}”表的“{column}”列中另选一个值。",
    ),
    "workings.live.stays": (
        "Sentences, footnotes, published figures, priorities and plan stay as they were when this workbook "
        "was written: export again after changing ratings in Gapline.",
        "文字结论、脚注、公布数据、优先事项和计划保持导出时的内容；在 Gapline 中修改评分后，请重新导出。",
    ),
    "workings.rubric": ("Nodes, from the top", "全部节点（自上而下）"),
    "workings.rubric.title": (
        "The rubric: {count} indicators under {nodes} nodes, with the weights that scores are computed by",
        "评估量表：{nodes} 个上级节点、{count} 项指标，以及计算得分所用的权重",
    ),
    "workings.levels": ("Questions and levels", "访谈问题与等级描述"),
    "workings.levels.title": (
        "What is asked of every indicator, and what each level looks like",
        "每项指标的访谈问题，以及各等级的具体表现",
    ),
    "workings.settings": ("Settings", "设置"),
    "workings.setting.low": ("Lowest score of the scale", "量表最低分"),
    "workings.setting.high": ("Highest score of the scale", "量表最高分"),
    "workings.setting.coverage": ("Minimum coverage", "最低覆盖率"),
    "workings.answers": ("What can be entered as a score", "得分栏可填内容"),
    "workings.answer.na": (
        "left out; its weight goes to its siblings",
        "不计入，其权重由同级分担",
    ),
    "workings.answer.unknown": (
        "left out, and coverage falls",
        "不计入，且覆盖率降低",
    ),
    "workings.column.key": ("Key", "键"),
    "workings.column.id": ("Id", "编号"),
    "workings.column.node": ("Node", "节点"),
    "workings.column.name": ("Name", "名称"),
    "workings.column.other": ("Name in Chinese", "英文名称"),
    "workings.column.weight": ("Weight", "权重"),
    "workings.column.rule": ("Rule", "计算规则"),
    "workings.column.stage": ("Stage", "阶段"),
    "workings.column.met-at": ("Met at", "达标分"),
    "workings.column.rating": ("Rating", "评分"),
    "workings.column.question": ("Question", "访谈问题"),
    "workings.column.level": ("Level {level}", "{level} 级"),
    "workings.column.setting": ("Setting", "项目"),
    "workings.column.answer": ("Entry", "可填内容"),
    "workings.rule.mean": ("weighted mean", "加权平均"),
    "workings.rule.geometric": ("geometric mean", "几何平均"),
    "workings.rule.harmonic": ("harmonic mean", "调和平均"),
    "workings.rule.median": ("median", "中位数"),
    "workings.rule.min": ("lowest of the parts", "取最低值"),
    "workings.rule.staged": ("highest stage reached", "达到的最高阶段"),
    "workings.refused.title": ("Not an answer", "无法识别"),
    "workings.refused": (
        "Choose a score from the list, “{na}” or “{unknown}”.",
        "请从列表中选择得分、“{na}”或“{unknown}”。",
    ),
}
