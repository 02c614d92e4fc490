"""Sentences of the failures: what happened, what is safe, what to do."""

TEXTS = {
    "error.FileRefusedError": (
        "{source} was not taken: {count} problem(s). Nothing was written.",
        "未导入 {source}：发现 {count} 个问题。未写入任何内容。",
    ),
    "error.FileUnreachableError": (
        "{path} cannot be read or written: {why}. Check the name, the folder and your rights to it.",
        "无法读写 {path}：{why}。请检查文件名、文件夹及访问权限。",
    ),
    "error.PortTakenError": (
        "Port {port} is taken, perhaps by a Gapline that runs already. Choose another one with --port.",
        "端口 {port} 已被占用，可能已有 Gapline 在运行。请用 --port 指定其他端口。",
    ),
    "error.UnknownRubricError": (
        "There is no rubric {rubric}. Known rubrics: {known}.",
        "没有名为 {rubric} 的评估量表。现有量表：{known}。",
    ),
    "error.UnknownBenchmarkError": (
        "There is no published data set {benchmark}. Known data sets: {known}.",
        "没有名为 {benchmark} 的标杆数据集。现有数据集：{known}。",
    ),
    "error.UnknownOperatorError": (
        "The published data set {benchmark} has no operator {operator} to compare with. "
        "Its operators: {known}; best takes the best of the peers.",
        "标杆数据集 {benchmark} 中没有可供比较的运营商 {operator}。现有运营商：{known}；best 表示同业最佳。",
    ),
    "error.AlreadyThereError": (
        "The store already holds an engagement {engagement}; it was left as it is. Choose another id.",
        "数据库中已有项目 {engagement}，未作改动。请换用其他编号。",
    ),
    "error.UnknownEngagementError": (
        "The store holds no engagement {engagement}. It holds: {known}.",
        "数据库中没有项目 {engagement}。现有项目：{known}。",
    ),
    "error.UnknownUnitError": (
        "The engagement {engagement} has no unit {unit}. Its units: {known}.",
        "项目 {engagement} 中没有单位 {unit}。现有单位：{known}。",
    ),
    "error.UnknownWaveError": (
        "The engagement {engagement} has no wave {wave}. Its waves: {known}.",
        "项目 {engagement} 中没有轮次 {wave}。现有轮次：{known}。",
    ),
    "error.RubricChangedError": (
        "The rubric {rubric} {version} is not the one that {engagement} was made on: its content changed. "
        "Put the old content back, or give the changed rubric a new version.",
        "评估量表 {rubric} {version} 的内容与项目 {engagement} 建立时不同。"
        "请恢复原内容，或为修改后的量表使用新版本号。",
    ),
    "error.ScoreRefusedError": (
        "{indicator} was not saved: found {found}, allowed {allowed}.",
        "{indicator} 未保存：录入值为 {found}，允许的取值为 {allowed}。",
    ),
    "error.ChangedElsewhereError": (
        "{by} changed {indicator} at {at}, after you opened it. Theirs: {theirs}. Yours: {yours}. "
        "Theirs is saved, yours is not yet: choose one.",
        "{by} 已于 {at} 修改了 {indicator}，晚于您打开的时间。对方：{theirs}；您：{yours}。"
        "对方的评分已保存，您的尚未保存，请选择其一。",
    ),
    "error.WaveLockedError": (
        "The wave {wave} is signed off and takes no more ratings. Everything saved before is safe.",
        "轮次 {wave} 已签署锁定，不能再录入评分。此前保存的内容不受影响。",
    ),
    "error.UnitSignedOffError": (
        "{unit} is signed off for the wave {wave} and takes no more ratings. "
        "Everything saved before is safe. To change a rating, open it again on the Quality page.",
        "{unit} 在轮次 {wave} 中已签署，不能再录入评分。此前保存的内容不受影响。"
        "如需修改，请先在“质量检查”页重新打开。",
    ),
    "error.WaveThereError": (
        "{engagement} already has a wave {wave}; it was left as it is. Choose another id.",
        "项目 {engagement} 中已有轮次 {wave}，未作改动。请换用其他编号。",
    ),
    "error.NothingToUndoError": (
        "There is nothing to undo for {indicator}. What is saved stays as it is.",
        "{indicator} 没有可撤销的修改。已保存的内容保持不变。",
    ),
    "error.store.not-a-store": (
        "{path} is not a Gapline store. It was left untouched. Choose another file with --store.",
        "{path} 不是 Gapline 数据库，未作任何改动。请用 --store 指定其他文件。",
    ),
    "error.store.damaged": (
        "{path} is damaged and was left untouched. Put the newest backup beside it back in its place.",
        "{path} 已损坏，未作任何改动。请用同一文件夹中最新的备份恢复。",
    ),
    "error.store.newer": (
        "{path} was written by a newer Gapline and was left untouched. Update Gapline to open it.",
        "{path} 由更新版本的 Gapline 写入，未作任何改动。请升级 Gapline 后再打开。",
    ),
    "error.store.unreadable": (
        "{path} cannot be opened. Check that the file is there and that you may read and write it.",
        "无法打开 {path}。请确认文件存在且您有读写权限。",
    ),
    "error.store.read-only": (
        "{path} is read-only: nothing was saved. Make the file and its folder writable and try again.",
        "{path} 为只读：未保存任何内容。请将文件及其文件夹设为可写后重试。",
    ),
    "error.store.full": (
        "The disk is full or takes no more: nothing of this change was saved, everything before it is safe. "
        "Free some space beside {path} and try again.",
        "磁盘已满或无法继续写入：本次修改未保存，此前内容均安全。请在 {path} 所在磁盘释放空间后重试。",
    ),
    "error.store.busy": (
        "Another program has kept {path} locked for too long: this change was not saved, everything before "
        "it is safe. Close the other program or wait, then try again.",
        "其他程序长时间占用 {path}：本次修改未保存，此前内容均安全。请关闭该程序或稍候再试。",
    ),
    "error.StoreToolMissingError": (
        "Making or upgrading a store needs sqlite-utils. Install: pip install gapline[store]",
        "新建或升级数据库需要 sqlite-utils。请安装：pip install gapline[store]",
    ),
    "error.SolverMissingError": (
        "Comparing published with computed scores needs scipy. Install: pip install gapline[analysis]",
        "比较公布分与计算分需要 scipy。请安装：pip install gapline[analysis]",
    ),
    "error.office.LibreOffice": (
        "LibreOffice was not found on this computer, so there is no PDF. Install LibreOffice with Impress "
        "and try again, or take the .pptx file and save it as PDF in PowerPoint.",
        "本机未找到 LibreOffice，无法生成 PDF。请安装 LibreOffice（含 Impress）后重试，"
        "或导出 .pptx 文件，再用 PowerPoint 另存为 PDF。",
    ),
    "error.office.poppler": (
        "The program pdftoppm of poppler was not found on this computer, so slides cannot be shown as "
        "pictures. Install poppler (poppler-utils), or look at the slides in PowerPoint.",
        "本机未找到 poppler 的 pdftoppm 程序，无法显示页面图片。请安装 poppler（poppler-utils），"
        "或用 PowerPoint 查看。",
    ),
    "error.office.time": (
        "LibreOffice took too long and was stopped; the deck itself is whole. Try again later, or choose "
        "fewer parts.",
        "LibreOffice 耗时过长，已中止；演示文稿本身完好。请稍后重试，或减少所选章节。",
    ),
    "error.office.size": (
        "The deck is too large to be drawn here. Open the .pptx file in PowerPoint, or choose fewer parts.",
        "演示文稿过大，无法在此绘制。请用 PowerPoint 打开 .pptx 文件，或减少所选章节。",
    ),
    "error.office.nothing": (
        "LibreOffice made nothing of the deck. Open the .pptx file in PowerPoint and save it as PDF there.",
        "LibreOffice 未能转换该演示文稿。请用 PowerPoint 打开 .pptx 文件并另存为 PDF。",
    ),
}
