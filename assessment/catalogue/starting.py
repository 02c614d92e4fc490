"""Sentences of what can be wrong when an engagement is started."""

TEXTS = {
    "problem.start.no-name": (
        "The engagement has no name. Give it one, such as the operator and the year.",
        "项目没有名称。请填写名称，例如运营商加年份。",
    ),
    "problem.start.reserved-name": (
        "“{found}” cannot be a person's name here. Type another one.",
        "此处不能使用“{found}”作为姓名，请换一个。",
    ),
    "problem.units.none": (
        "There is no unit to assess. Write at least one name, one per line.",
        "没有可评估的单位。请至少填写一个名称，每行一个。",
    ),
    "problem.units.empty-name": (
        "A name is missing in “{found}”. Write a name on both sides of the > sign, or leave the sign out.",
        "“{found}”缺少名称。请在“>”两侧都写上名称，或去掉该符号。",
    ),
    "problem.units.two-parents": (
        "{key} already belongs to {found}. Keep one of the two lines.",
        "“{key}”已归属“{found}”。请只保留其中一行。",
    ),
    "problem.units.circle": (
        "{key} would end up below itself. Remove one of the lines that lead back to it.",
        "“{key}”的上级关系形成循环。请删去其中一行。",
    ),
}
