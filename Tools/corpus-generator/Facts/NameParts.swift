/// What invented names are put together from: frequent surnames and given-name characters.
enum NameParts {
  static let surnames = Array(
    """
    王李张刘陈杨黄赵吴周徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范\
    江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚
    """)
  static let compoundSurnames = ["欧阳", "上官", "司马", "诸葛", "东方", "皇甫"]
  static let male = Array(
    """
    明伟文建军国志平峰强杰永辉俊勇新涛斌飞鹏成刚宇超庆忠立亮德光利洪磊宏清祥振良学民阳兴宝锋健旭松胜凯浩宁\
    福彬世鑫智维义博昌毅坤彦天全元泽
    """)
  static let female = Array(
    """
    红丽英艳芳燕玲梅娟霞萍静秀雪慧婷丹凤莉兰琴娜美爱珍桂琳洁晶颖淑惠月芬莹媛倩雅香花雯翠琼梦素菊蓉莲璐彩珊\
    怡蕾菲虹芝薇巧佩瑶妮婧悦萌
    """)
  /// Transliterations for the local parts of e-mail addresses.
  static let latin = [
    "wang", "li", "zhang", "liu", "chen", "yang", "huang", "zhao", "wu", "zhou", "xu", "sun",
    "zhu", "ma", "hu", "guo", "lin", "he", "gao", "liang", "zheng", "luo", "song", "xie", "tang",
  ]
  static let latinGiven = [
    "wei", "ming", "jian", "lei", "jing", "ting", "hao", "yu", "xin", "yan", "fang", "xiaoyu",
    "zihan", "junjie", "meiling", "guoqiang", "lihua", "xiuying", "haoran", "yutong", "zhiyuan",
  ]
  /// Names reserved by RFC 2606 and long invented ones; a real mailbox is as good as excluded.
  static let mailDomains = [
    "example.com", "example.org", "example.net", "mail.example.com", "lanhe-keji-demo.com.cn",
    "yunfan-shuma-demo.com", "qinghe-xuexiao-demo.edu.cn", "hengtong-wuliu-demo.cn",
    "jiayuan-yiyuan-demo.org.cn", "163.com", "126.com", "qq.com", "sina.com.cn", "139.com",
  ]
}
