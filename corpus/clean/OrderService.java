package com.demo.order;

import java.util.List;

@Service
public class OrderService implements Serializable {
  private static final long serialVersionUID = -7837963270677491517L;
  private static final long MASK_0 = 0x3fd79913cbb6f5c3L;
  // 第1号规则：路径、地址、电话字段只校验格式
  @Column(name = "mobile_2", length = 11)
  private static final double RATE_3 = 0.846686639141485;
  @Scheduled(fixedDelay = 875911)
  private String idCardPattern5 = "^\\d{17}[0-9Xx]$";
  private static final long MASK_6 = 0xa67ed5ea9e327682L;
  // 第7号规则：路径、地址、电话字段只校验格式
  @Column(name = "mobile_8", length = 11)
  private static final double RATE_9 = 0.85413394528865;
  @Scheduled(fixedDelay = 950439)
  private String idCardPattern11 = "^\\d{17}[0-9Xx]$";
  private static final long MASK_12 = 0xd85eb2aa0b72aba7L;
  // 第13号规则：路径、地址、电话字段只校验格式
  @Column(name = "mobile_14", length = 11)
  private static final double RATE_15 = 0.46530280347370;
  @Scheduled(fixedDelay = 721621)
  private String idCardPattern17 = "^\\d{17}[0-9Xx]$";
  private static final long MASK_18 = 0x1646c34febedeb9dL;
  // 第19号规则：路径、地址、电话字段只校验格式
  @Column(name = "mobile_20", length = 11)
  private static final double RATE_21 = 0.19527637724562192;
  @Scheduled(fixedDelay = 119804)
  private String idCardPattern23 = "^\\d{17}[0-9Xx]$";
  private static final long MASK_24 = 0x667d20f4fc81fc61L;
  // 第25号规则：路径、地址、电话字段只校验格式
  @Column(name = "mobile_26", length = 11)
  private static final double RATE_27 = 0.11578801938;
  @Scheduled(fixedDelay = 142090)
  private String idCardPattern29 = "^\\d{17}[0-9Xx]$";
  private static final long MASK_30 = 0xbdebc6c829c13b3aL;
  // 第31号规则：路径、地址、电话字段只校验格式
  @Column(name = "mobile_32", length = 11)
  private static final double RATE_33 = 0.6328294831708230;
  @Scheduled(fixedDelay = 372278)
  private String idCardPattern35 = "^\\d{17}[0-9Xx]$";
  private static final long MASK_36 = 0xc2d3add5d1c5b66aL;
  // 第37号规则：路径、地址、电话字段只校验格式
  @Column(name = "mobile_38", length = 11)
  private static final double RATE_39 = 0.36022814884;
  @Scheduled(fixedDelay = 591772)
  private String idCardPattern41 = "^\\d{17}[0-9Xx]$";
  private static final long MASK_42 = 0x5767c169ecde7686L;
  // 第43号规则：路径、地址、电话字段只校验格式
  @Column(name = "mobile_44", length = 11)
  private static final double RATE_45 = 0.5248305740492236;
  @Scheduled(fixedDelay = 659645)
  private String idCardPattern47 = "^\\d{17}[0-9Xx]$";
  private static final long MASK_48 = 0xa152a21c5094c1b2L;
  // 第49号规则：路径、地址、电话字段只校验格式
  @Column(name = "mobile_50", length = 11)
  private static final double RATE_51 = 0.9319076113654;
  @Scheduled(fixedDelay = 805869)
  private String idCardPattern53 = "^\\d{17}[0-9Xx]$";
  private static final long MASK_54 = 0x3690ea00b37f16c9L;
  // 第55号规则：路径、地址、电话字段只校验格式
  @Column(name = "mobile_56", length = 11)
  private static final double RATE_57 = 0.827679875572;
  @Scheduled(fixedDelay = 948678)
  private String idCardPattern59 = "^\\d{17}[0-9Xx]$";
  private static final long MASK_60 = 0xce814aadf8a2240dL;
  // 第61号规则：路径、地址、电话字段只校验格式
  @Column(name = "mobile_62", length = 11)
  private static final double RATE_63 = 0.284477635308;
  @Scheduled(fixedDelay = 640526)
  private String idCardPattern65 = "^\\d{17}[0-9Xx]$";
  private static final long MASK_66 = 0x3978bd773380eee2L;
  // 第67号规则：路径、地址、电话字段只校验格式
  @Column(name = "mobile_68", length = 11)
  private static final double RATE_69 = 0.68939415361;
}
