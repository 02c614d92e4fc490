"""Words of the Waves page: rounds of assessment, carrying over, confirming, locking."""

TEXTS = {
    "shell.page.waves": ("Waves", "轮次"),
    "empty.waves": (
        "Here you start the next round of assessment from the last one, and close a round for good. "
        "It needs an engagement first: load the 2003 example or start your own on Home.",
        "在这里沿用上一轮开始新一轮评估，或将一轮评估锁定。请先在首页载入 2003 年示例或新建项目。",
    ),
    "problem.wave.no-name": (
        "The wave has no name. Give it one, such as the season and the year.",
        "轮次没有名称。请填写名称，例如季节加年份。",
    ),
    "problem.wave.name-taken": (
        "There is already a wave “{found}”. Give the new one another name.",
        "已有名为“{found}”的轮次。请换一个名称。",
    ),
    "problem.wave.not-later": (
        "{found} is not after the last wave. Choose {allowed} or later.",
        "{found} 不晚于上一轮次的日期。请选择 {allowed} 或之后的日期。",
    ),
    "waves.title.waiting": (
        "{wave}: {done} of {total} answered, {proposed} carried over and not confirmed",
        "{wave}：已答 {done}/{total} 项，另有 {proposed} 项沿用上轮、尚未确认",
    ),
    "waves.title.plain": ("{wave}: {done} of {total} answered", "{wave}：已答 {done}/{total} 项"),
    "waves.title.none": ("{wave}: nothing has been rated yet", "{wave}：尚无评分"),
    "waves.rule": (
        "A carried-over score is a proposal. It counts nowhere, not in progress, coverage, scores, exports, "
        "until somebody confirms it: what was not re-checked is not re-assessed.",
        "沿用的得分只是建议值：在有人确认之前，不计入进度、覆盖率、得分和导出结果。未重新核对，就不算重新评估。",
    ),
    "waves.locked": (
        "This wave is locked: everything can be read, nothing can be changed.",
        "本轮次已锁定，只能查看，不能修改。",
    ),
    "waves.nobody": (
        "You are reading. To start, confirm or lock, choose who you are in the sidebar.",
        "当前为只读。如需新建、确认或锁定，请先在侧边栏选择您是谁。",
    ),
    "waves.all": ("All waves", "全部轮次"),
    "waves.here": ("{wave} · {date} (in view)", "{wave} · {date}（当前）"),
    "waves.one": ("{wave} · {date}", "{wave} · {date}"),
    "waves.look": ("Look at this wave", "查看本轮次"),
    "waves.column.unit": ("Unit", "单位"),
    "waves.column.done": ("Answered", "已答"),
    "waves.column.proposed": ("Carried over", "沿用待确认"),
    "waves.column.open": ("Open", "待评"),
    "waves.column.standing": ("Standing", "状态"),
    "waves.signed": ("signed off", "已签署"),
    "waves.complete": ("complete", "已完成"),
    "waves.going-on": ("going on", "进行中"),
    "waves.not-begun": ("not started", "未开始"),
    "waves.start": ("Start the next wave", "开始新一轮"),
    "waves.start.name": ("Name", "名称"),
    "waves.start.name.example": ("For example: Spring 2027", "例如：Spring 2027"),
    "waves.start.name-zh": ("Name in Chinese (optional)", "中文名称（可不填）"),
    "waves.start.name-zh.example": ("For example: 2027 年春季", "例如：2027 年春季"),
    "waves.start.date": ("Date", "日期"),
    "waves.start.key": ("Short name for links and files (optional)", "链接和文件中使用的简称（可不填）"),
    "waves.start.key.example": ("made from the name: {made}", "按名称自动生成：{made}"),
    "waves.start.origin": ("Carry over from", "沿用"),
    "waves.start.origin.none": ("nothing: every indicator begins open", "不沿用：所有指标从头评起"),
    "waves.start.preview": (
        "{ratings} ratings of {units} units by {raters} raters will be proposed, with their notes. "
        "None of them counts until it is confirmed. Evidence stays with its wave.",
        "将沿用 {units} 个单位、{raters} 位评分人的 {ratings} 项评分（含备注）作为建议值。"
        "确认之前均不计入结果；证据仍归原轮次。",
    ),
    "waves.start.preview.one": (
        "{ratings} ratings of one rater will be proposed, with their notes; units: {units}. "
        "None of them counts until it is confirmed. Evidence stays with its wave.",
        "将沿用 {units} 个单位、1 位评分人的 {ratings} 项评分（含备注）作为建议值。"
        "确认之前均不计入结果；证据仍归原轮次。",
    ),
    "waves.start.preview.none": (
        "{wave} has no ratings to carry over.",
        "“{wave}”没有可沿用的评分。",
    ),
    "waves.start.submit": ("Start the wave", "开始本轮"),
    "waves.started": (
        "{wave} has begun with {count} proposals. Confirm below what still holds.",
        "“{wave}”已开始，共有 {count} 项建议值。请在下方确认仍然成立的评分。",
    ),
    "waves.confirm": ("To confirm for {unit}", "{unit}：待确认的评分"),
    "waves.confirm.none": (
        "Nothing is waiting to be confirmed for {unit} in this wave.",
        "{unit}在本轮次没有待确认的评分。",
    ),
    "waves.confirm.others": ("Also waiting: {units}", "其他待确认的单位：{units}"),
    "waves.confirm.unit-count": ("{unit} ({count})", "{unit}（{count}）"),
    "waves.confirm.about": (
        "Tick what you have checked again and still holds. What has changed is rated anew in the interview, "
        "where the key k confirms one by one.",
        "请勾选已重新核对且仍然成立的评分；有变化的，请在访谈中重新评分，也可在那里按 k 键逐项确认。",
    ),
    "waves.confirm.group": ("{group} ({count})", "{group}（{count}）"),
    "waves.confirm.said": ("{wave}: **{value}** by {rater}", "{wave}：**{value}**（{rater}）"),
    "waves.confirm.said.no-wave": ("**{value}** by {rater}", "**{value}**（{rater}）"),
    "waves.confirm.all": ("Tick all", "全选"),
    "waves.confirm.unit": ("Tick all {count} of the unit", "勾选该单位全部 {count} 项"),
    "waves.confirm.unit-clear": ("Untick all of the unit", "取消该单位全部勾选"),
    "waves.confirm.clear": ("Untick all", "全不选"),
    "waves.evidence.none": ("no evidence", "无证据"),
    "waves.evidence.one": ("1 item of evidence", "1 条证据"),
    "waves.evidence.many": ("{count} items of evidence", "{count} 条证据"),
    "waves.evidence.newest": (
        "{items}, the newest of {date}, {years} years before this wave",
        "{items}，最新一条为 {date}，早于本轮次 {years} 年",
    ),
    "waves.evidence.newest.one": (
        "{items}, the newest of {date}, a year before this wave",
        "{items}，最新一条为 {date}，早于本轮次 1 年",
    ),
    "waves.evidence.recent": ("{items}, the newest of {date}", "{items}，最新一条为 {date}"),
    "waves.interview": ("Rate anew", "重新评分"),
    "waves.confirm.now": ("Confirm these {count}", "确认这 {count} 项"),
    "waves.confirm.now.none": ("Confirm what is ticked", "确认已勾选的评分"),
    "waves.confirm.leave.none": ("Leave what is ticked open", "已勾选的留待重评"),
    "waves.confirm.leave": ("Leave these {count} open", "这 {count} 项留待重评"),
    "waves.confirm.leave.help": (
        "Takes the proposals away: the indicators are open, to be rated in the interview.",
        "撤去建议值：这些指标恢复为待评，由访谈重新评分。",
    ),
    "waves.confirmed": ("{count} confirmed. They count from now on.", "已确认 {count} 项，即日起计入结果。"),
    "waves.left-open": ("{count} left open.", "{count} 项已恢复为待评。"),
    "waves.unit-signed": (
        "{unit} is signed off for this wave: reopen it on the Quality page to confirm anything.",
        "{unit}在本轮次已签署：如需确认，请先在“质量检查”页重新打开。",
    ),
    "waves.lock": ("Lock the whole wave", "锁定整个轮次"),
    "waves.lock.about": (
        "A locked wave takes no more ratings and no more evidence, of any unit, for ever. "
        "Its tables are exported the same to the last byte from then on. This cannot be taken back: "
        "to close one unit that can be opened again, sign it off on the Quality page.",
        "锁定后，本轮次所有单位永久不再接受评分和证据，此后导出的数据表逐字节一致。锁定不可撤销；"
        "如只需关闭某一单位且保留重新打开的可能，请在“质量检查”页签署。",
    ),
    "waves.lock.open": ("{count} indicators stay open for good", "{count} 项指标将永久保持待评"),
    "waves.lock.proposed": (
        "{count} carried-over scores stay unconfirmed and never count",
        "{count} 项沿用的得分将保持未确认，永不计入",
    ),
    "waves.lock.unsigned": ("{count} units are not signed off: {units}", "{count} 个单位尚未签署：{units}"),
    "waves.lock.errors": (
        "{count} errors on the Quality page are not mended",
        "“质量检查”页尚有 {count} 个错误未改正",
    ),
    "waves.lock.clean": (
        "Nothing stays open, and every unit that was rated is signed off.",
        "没有遗留事项，已评单位均已签署。",
    ),
    "waves.lock.sure": ("I know that this is final", "我了解锁定不可撤销"),
    "waves.lock.now": ("Lock {wave}", "锁定“{wave}”"),
    "waves.lock.done": ("{wave} is locked.", "“{wave}”已锁定。"),
}
