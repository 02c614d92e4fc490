"""Names for the generated engagement: the 31 provinces in which its operator is said to work."""

from typing import Final, NamedTuple


class Province(NamedTuple):
    """A province: its id and its name in both languages."""

    id: str
    name: str
    name_zh: str


PROVINCES: Final = (
    Province("guangdong", "Guangdong", "广东"),
    Province("anhui", "Anhui", "安徽"),
    Province("beijing", "Beijing", "北京"),
    Province("chongqing", "Chongqing", "重庆"),
    Province("fujian", "Fujian", "福建"),
    Province("gansu", "Gansu", "甘肃"),
    Province("guangxi", "Guangxi", "广西"),
    Province("guizhou", "Guizhou", "贵州"),
    Province("hainan", "Hainan", "海南"),
    Province("hebei", "Hebei", "河北"),
    Province("heilongjiang", "Heilongjiang", "黑龙江"),
    Province("henan", "Henan", "河南"),
    Province("hubei", "Hubei", "湖北"),
    Province("hunan", "Hunan", "湖南"),
    Province("inner-mongolia", "Inner Mongolia", "内蒙古"),
    Province("jiangsu", "Jiangsu", "江苏"),
    Province("jiangxi", "Jiangxi", "江西"),
    Province("jilin", "Jilin", "吉林"),
    Province("liaoning", "Liaoning", "辽宁"),
    Province("ningxia", "Ningxia", "宁夏"),
    Province("qinghai", "Qinghai", "青海"),
    Province("shaanxi", "Shaanxi", "陕西"),
    Province("shandong", "Shandong", "山东"),
    Province("shanghai", "Shanghai", "上海"),
    Province("shanxi", "Shanxi", "山西"),
    Province("sichuan", "Sichuan", "四川"),
    Province("tianjin", "Tianjin", "天津"),
    Province("tibet", "Tibet", "西藏"),
    Province("xinjiang", "Xinjiang", "新疆"),
    Province("yunnan", "Yunnan", "云南"),
    Province("zhejiang", "Zhejiang", "浙江"),
)
"""The first is the one whose branches show what there is to find."""
