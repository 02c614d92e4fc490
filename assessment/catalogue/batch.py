"""Words of a deck for each of many units: the list of them, what became of each, what can go wrong."""

TEXTS = {
    "batch.sheet": ("Contents", "目录"),
    "batch.contents": ("Decks of {engagement}, {wave}", "{engagement}（{wave}）演示文稿目录"),
    "batch.contents.lead": (
        "{made} of {asked} decks stand ready. Names in the column File open them while they lie here.",
        "{asked} 份演示文稿中 {made} 份已就绪。点击“文件”列中的名称即可打开，文件须与本目录同在一个文件夹。",
    ),
    "batch.column.unit": ("Unit", "单位"),
    "batch.column.above": ("Belongs to", "上级单位"),
    "batch.column.file": ("File", "文件"),
    "batch.column.score": ("Overall score", "总体得分"),
    "batch.column.coverage": ("Coverage", "覆盖率"),
    "batch.column.weakest": ("Weakest dimension", "最弱维度"),
    "batch.column.slides": ("Slides", "页数"),
    "batch.column.made": ("Made", "生成时间"),
    "batch.column.state": ("State", "状态"),
    "batch.column.problem": ("Remark", "说明"),
    "batch.weakest.many": ("{count} share the lowest score", "{count} 个维度并列最低"),
    "batch.state.made": ("New", "新生成"),
    "batch.state.current": ("Up to date", "无变化"),
    "batch.state.edited": ("Edited, up to date", "已人工修改，数据为最新"),
    "batch.state.outdated": ("Edited, older figures", "已人工修改，数据待更新"),
    "batch.state.foreign": ("Not made", "未生成"),
    "batch.state.failed": ("Failed", "失败"),
    "batch.state.unrated": ("Not assessed", "未评估"),
    "batch.state.waiting": ("Not made yet", "尚未生成"),
    "batch.state.left": ("Not asked for this time", "本次未选"),
    "batch.why.outdated": (
        "Somebody edited the deck, so it was left as it is; gapline deck refresh brings in the new figures.",
        "该文稿已有人工修改，故保持原样；可用 gapline deck refresh 更新其中数据。",
    ),
    "batch.why.foreign": (
        "A file of this name that this run did not write stands in its place; move it away, or overwrite it.",
        "同名位置已有并非由本次任务写入的文件；请移走该文件，或选择覆盖。",
    ),
    "batch.why.unrated": ("The unit has no ratings in this wave.", "该单位本轮尚无评分。"),
    "batch.why.unexpected": ("Something unexpected: {what}", "意外错误：{what}"),
    "batch.making": ("Making {count} decks", "正在生成 {count} 份演示文稿"),
    "batch.problem": ("{name}: {why}", "{name}：{why}"),
    "batch.stayed": (
        "{file} belongs to no unit any more; it stays because somebody edited it.",
        "{file} 已不对应任何单位；因有人工修改而予以保留。",
    ),
    "batch.stopped": (
        "Stopped: {made} of {asked} decks stand ready; the same command makes the rest.",
        "已中止：{asked} 份演示文稿中 {made} 份已就绪；再次运行同一命令即可补齐。",
    ),
    "batch.done": (
        "{made} decks made, {current} up to date, {kept} left as people edited them, {failed} failed.",
        "新生成 {made} 份，{current} 份无变化，{kept} 份因人工修改而保留，{failed} 份失败。",
    ),
    "batch.some-failed": (
        "{count} decks could not be made; the others are whole.",
        "{count} 份演示文稿未能生成，其余均完整。",
    ),
    "error.FolderInUseError": (
        "Another run is writing decks into {folder}. Wait until it is done, or choose another folder.",
        "另有任务正在向 {folder} 写入演示文稿。请等待其完成，或另选文件夹。",
    ),
    "error.FolderOfAnotherError": (
        "{folder} holds decks of another engagement or wave, in another language, or with other names. Choose"
        " another folder; nothing was changed.",
        "{folder} 中的演示文稿属于其他项目或轮次、使用其他语言或另一种署名方式。请另选文件夹；未作任何改动。",
    ),
    "error.ContentsDamagedError": (
        "What was noted of the decks in {path} cannot be read. Move that file away, or choose another folder;"
        " nothing was changed.",
        "无法读取 {path} 中的文稿记录。请移走该文件，或另选文件夹；未作任何改动。",
    ),
    "error.NobodyRatedError": (
        "None of the units has a rating in the wave {wave} of {engagement}, so there is no deck to make.",
        "{engagement} 的 {wave} 轮次中，所选单位均无评分，没有可生成的演示文稿。",
    ),
    "error.WorkerLostError": (
        "The process that made this deck ended before it was done, most often for lack of memory. Run again,"
        " with fewer --workers if it happens again.",
        "生成该文稿的进程提前结束，多因内存不足。请再运行一次；若再次出现，请减小 --workers。",
    ),
}
