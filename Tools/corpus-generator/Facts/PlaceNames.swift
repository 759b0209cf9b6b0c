/// Parts of addresses below the township: names in use in many places and of none in particular.
enum PlaceNames {
  static let roads = words(
    """
    人民路 建设路 解放路 中山路 和平路 文化路 新华路 光明路 胜利路 友谊路 团结路 幸福路 朝阳路 迎宾路
    青年路 工农路 育才路 学院路 公园路 滨河路 环城东路 环城西路 长江路 黄河路 泰山路 华山路 兴业路
    创业路 科技路 振兴路 富强路 民生路 明珠路 翠竹路 银杏路 桂花路 梧桐路 松柏路 莲花路 凤凰路
    中山北路 中山南路 解放东路 人民西路 建国中路 延安西路 府前街 西大街 东大街 南门街 北新街 正阳街
    车站街 商业街 步行街 文昌街 鼓楼街 书院街 迎春街 和平大街 人民大道 世纪大道 滨江大道 科技大道
    迎宾大道 金融大道 复兴大道 柳荫巷 槐树巷 铁匠巷 井儿巷 豆腐巷 帽儿胡同 枣林胡同
    """)
  static let estates = words(
    """
    阳光花园 锦绣花园 翠湖花园 金色家园 幸福里小区 滨江花园 碧水湾 云锦东方苑 书香苑 和谐家园
    龙湖小区 怡景苑 紫薇苑 丽景苑 星河湾 学府名苑 东方雅苑 长青小区 建业新村 桃源新村 梅园新村
    红旗新村 盛世华庭 江南府邸 凤凰城 湖畔公寓 青年公寓 枫林雅居 香樟苑 望江苑
    """)
  static let villages = words(
    """
    石桥村 李家村 张庄村 东风村 红星村 前进村 大王村 柳树村 杨家湾村 清水塘村 黄土坡村 三里铺村
    双河村 新建村 陈家沟村 桃花村 白石村 太平村 龙泉村 高岗村
    """)
  static let buildings = words(
    """
    科技大厦 创业大厦 国际商务中心 金融中心 华城大厦 时代广场 软件园 信息大厦 广电大厦 银河大厦
    """)
  static let firms = words(
    """
    华辰科技有限公司 远航物流有限公司 金禾食品厂 瑞康药业有限公司 宏达机械厂 星海教育咨询有限公司
    """)

  private static func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }
}
