CREATE TABLE `users` (
  `id` int NOT NULL,
  `name` varchar(32),
  `mobile` varchar(20) COMMENT '手机号'
) ENGINE=InnoDB;
INSERT INTO `users` VALUES (1,'韩琴颖','18545841357'),(2,'任宏','13576316867'),(3,'施瑶','18952281948'),(4,'许娟','15393213677'),(5,'王