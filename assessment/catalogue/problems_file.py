"""Sentences of the defects that any text file can have: its encoding, its size, its YAML."""

TEXTS = {
    "problem.file-encoding": (
        "The file is not UTF-8 (found {found}). Save it again with the encoding UTF-8.",
        "文件不是 UTF-8 编码（此处为 {found}）。请另存为 UTF-8 编码。",
    ),
    "problem.file-too-large": (
        "The file is too large ({found}); at most {allowed} is read. Split it or take something out.",
        "文件过大（{found}），上限为 {allowed}。请拆分文件或删去无关内容。",
    ),
    "problem.file-too-many": (
        "There are more than {found} problems; the rest of the file was not checked. Mend these first, "
        "then try again.",
        "问题超过 {found} 个，文件其余部分未检查。请先改正以上问题再试。",
    ),
    "problem.file-unreachable": (
        "The file cannot be read ({found}). Check its name, and that you may open it.",
        "无法读取文件（{found}）。请检查文件名，并确认您有权打开。",
    ),
    "problem.file-empty": (
        "The file is empty. Write its content, or name another file.",
        "文件是空的。请写入内容，或改用其他文件。",
    ),
    "problem.yaml-broken": (
        "From here on this is not readable as YAML: `{found}`. "
        "Check indentation, colons and quotes here and in the line above.",
        "从这里起无法按 YAML 读取：`{found}`。请检查此处及上一行的缩进、冒号和引号。",
    ),
    "problem.yaml-tab": (
        "A tab stands where the line is indented. Indent with spaces only, two for each level.",
        "缩进处使用了制表符。请只用空格缩进，每级两个空格。",
    ),
    "problem.yaml-start": (
        "A text may not begin with this character: `{found}`. Put the whole text in double quotes.",
        "文本不能以这个字符开头：`{found}`。请给整段文本加上英文双引号。",
    ),
    "problem.yaml-quote": (
        'The text that begins here has no closing quote. Add it; write a quote inside double quotes as \\".',
        '从这里开始的文本缺少右引号。请补上；文本内部的引号请写成 \\"。',
    ),
    "problem.yaml-escape": (
        "A backslash in double quotes begins a special character that YAML does not know: `{found}`. "
        "Write the backslash twice, or use single quotes.",
        "双引号中的反斜杠构成了 YAML 不认识的转义：`{found}`。请写成两个反斜杠，或改用单引号。",
    ),
    "problem.yaml-bracket": (
        "The list or group in brackets that begins here does not end properly. "
        "Check its commas and the closing bracket.",
        "从这里开始的方括号或花括号内容没有正确结束。请检查其中的逗号和右括号。",
    ),
    "problem.yaml-colon": (
        "There is a colon where none is expected: `{found}`. Put a text with a colon in double quotes; "
        "if this is a key, indent it like its neighbours and see that the line above has its own colon.",
        "此处的冒号位置不对：`{found}`。含冒号的文本请加英文双引号；如果这是键，请与同级的键对齐，并检查上一行是否漏了冒号。",
    ),
    "problem.yaml-key": (
        "A line stands here without a key and a colon: `{found}`. Write `key: value`, "
        "or indent the line so that it belongs to the text above.",
        "此行缺少键和冒号：`{found}`。请写成 `key: value`，或缩进此行使其属于上面的文本。",
    ),
    "problem.yaml-indent": (
        "The indentation does not fit the lines above: `{found}`. "
        "Begin entries of one group in the same column, and write a space after each dash and colon.",
        "缩进与上文不一致：`{found}`。同一组内容请从同一列开始，并在短横线和冒号后留一个空格。",
    ),
    "problem.yaml-character": (
        "The file holds a character that cannot be printed ({found}). Delete it.",
        "文件中含有不可显示的字符（{found}）。请删除。",
    ),
    "problem.yaml-duplicate": (
        "The key `{found}` stands twice in this group; only the first would count. Delete or rename one.",
        "键 `{found}` 在同一组中出现了两次，只有第一个有效。请删除或改名其中一个。",
    ),
    "problem.yaml-complex-key": (
        "A key must be a single word or number. If this should be a text, put it in double quotes.",
        "键必须是单个词或数字。如果这里是文本，请加英文双引号。",
    ),
    "problem.yaml-reuse": (
        "`{found}` refers to another place of the file, which is not followed. Write the content out here; "
        "if it is a text, put it in double quotes.",
        "`{found}` 引用了文件的其他位置，本程序不展开引用。请写出完整内容；如果是文本，请加英文双引号。",
    ),
    "problem.yaml-tag": (
        "The tag {found} is not read. Delete it; if it is a text, put the text in double quotes.",
        "不支持标签 {found}。请删除；如果是文本，请加英文双引号。",
    ),
    "problem.yaml-documents": (
        "A second document begins here (`---`). A file holds one: delete this line or move the rest.",
        "从这里开始了第二个文档（`---`）。一个文件只能有一个文档，请删除此行或将其余内容移到另一文件。",
    ),
    "problem.yaml-depth": (
        "The file is nested more than {allowed} levels deep here. Take out levels.",
        "此处嵌套超过 {allowed} 层。请减少层级。",
    ),
}
