"""Sentences about backups: made, checked, put back, or refused."""

TEXTS = {
    "error.backup.exists": (
        "{path} is there already and was left as it is. Choose another name for the backup.",
        "{path} 已存在，未作改动。请为备份另取文件名。",
    ),
    "error.backup.not-a-backup": (
        "{path} is no backup of Gapline. Nothing was changed. Choose a file that gapline backup wrote, or a "
        "copy of a store.",
        "{path} 不是 Gapline 的备份，未作任何改动。请选择由 gapline backup 生成的文件，或数据库的副本。",
    ),
    "error.backup.altered": (
        "{path} is not as it was written: {what} differs from the manifest. Nothing was changed. "
        "Use another backup.",
        "{path} 与写入时不一致：{what} 与清单不符。未作任何改动。请改用其他备份。",
    ),
    "error.backup.damaged": (
        "{path} is damaged. Nothing was changed. Use another backup.",
        "{path} 已损坏，未作任何改动。请改用其他备份。",
    ),
    "error.backup.newer": (
        "{path} was written by a newer Gapline. Nothing was changed. Update Gapline to use it.",
        "{path} 由更新版本的 Gapline 写入，未作任何改动。请升级 Gapline 后再使用。",
    ),
    "problem.backup-file-missing": (
        "The evidence names the file {found}, which is not there. Add it again, or restore a backup with it.",
        "证据引用的文件 {found} 不存在。请重新添加，或从含有该文件的备份恢复。",
    ),
    "problem.backup-file-altered": (
        "The file {found} is not the one that was added as evidence. Add it again, or restore a backup "
        "with it.",
        "文件 {found} 与当初添加的证据不一致。请重新添加，或从含有该文件的备份恢复。",
    ),
    "cli.backup.good": (
        "{path} is sound. Revisions of ratings: {ratings}; of evidence: {evidence}; files: {files}.",
        "{path} 完好：评分修订 {ratings} 条，证据修订 {evidence} 条，文件 {files} 个。",
    ),
    "cli.backup.incomplete": (
        "{path} can be read. Files of the evidence that are missing or altered: {count}.",
        "{path} 可以读取，但有 {count} 个证据文件缺失或被改动。",
    ),
    "cli.restored": ("{store} is as it was in {path}.", "{store} 已恢复为 {path} 中的内容。"),
    "cli.restored.kept": ("What was there before is kept as {kept}.", "原有内容保存为 {kept}。"),
    "rescue.offer": (
        "There is a sound backup of {at}. Ratings saved after that are not in it; the file as it is now is "
        "kept beside it.",
        "有一份完好的备份，时间为 {at}。此后保存的评分不在其中；当前文件会保留在同一文件夹中。",
    ),
    "rescue.none": (
        "There is no automatic backup beside it. To put back one of your own: "
        "gapline restore FILE --store {path}",
        "同一文件夹中没有自动备份。如有自存的备份，可执行：gapline restore 备份文件 --store {path}",
    ),
    "rescue.restore": ("Restore the newest backup", "恢复最新备份"),
    "rescue.done": ("Restored. The file as it was is kept as {kept}.", "已恢复。原文件保存为 {kept}。"),
    "backup.daily-failed": (
        "Today's automatic backup could not be made: {why} Your ratings are saved as usual.",
        "今天的自动备份未能完成：{why}评分仍照常保存。",
    ),
}
