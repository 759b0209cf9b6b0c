extension SQLSamples {
  /// `mariadb-dump --databases school --routines --triggers --hex-blob` of MariaDB 10.11, shortened; the people are invented.
  static let mariaDB = ##"""
    /*M!999999\- enable the sandbox mode */ 
    -- MariaDB dump 10.19  Distrib 10.11.19-MariaDB, for debian-linux-gnu (x86_64)
    --
    -- Host: localhost    Database: school
    -- ------------------------------------------------------
    -- Server version	10.11.19-MariaDB-0+deb12u1

    /*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
    /*!40101 SET NAMES utf8mb4 */;
    /*!40103 SET @OLD_TIME_ZONE=@@TIME_ZONE */;
    /*!40103 SET TIME_ZONE='+00:00' */;
    /*!40014 SET @OLD_UNIQUE_CHECKS=@@UNIQUE_CHECKS, UNIQUE_CHECKS=0 */;
    /*!40014 SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0 */;
    /*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_AUTO_VALUE_ON_ZERO' */;
    /*!40111 SET @OLD_SQL_NOTES=@@SQL_NOTES, SQL_NOTES=0 */;

    --
    -- Current Database: `school`
    --

    CREATE DATABASE /*!32312 IF NOT EXISTS*/ `school` /*!40100 DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci */;

    USE `school`;

    --
    -- Table structure for table `empty_t`
    --

    DROP TABLE IF EXISTS `empty_t`;
    /*!40101 SET @saved_cs_client     = @@character_set_client */;
    /*!40101 SET character_set_client = utf8mb4 */;
    CREATE TABLE `empty_t` (
      `a` int(11) DEFAULT NULL,
      `b` varchar(3) DEFAULT NULL COMMENT '空'
    ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci COMMENT='空表';
    /*!40101 SET character_set_client = @saved_cs_client */;

    --
    -- Dumping data for table `empty_t`
    --

    LOCK TABLES `empty_t` WRITE;
    /*!40000 ALTER TABLE `empty_t` DISABLE KEYS */;
    /*!40000 ALTER TABLE `empty_t` ENABLE KEYS */;
    UNLOCK TABLES;

    --
    -- Table structure for table `part`
    --

    DROP TABLE IF EXISTS `part`;
    /*!40101 SET @saved_cs_client     = @@character_set_client */;
    /*!40101 SET character_set_client = utf8mb4 */;
    CREATE TABLE `part` (
      `id` int(11) DEFAULT NULL,
      `v` varchar(20) DEFAULT NULL COMMENT '值'
    ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci
     PARTITION BY RANGE (`id`)
    (PARTITION `p0` VALUES LESS THAN (10) ENGINE = InnoDB,
     PARTITION `p1` VALUES LESS THAN MAXVALUE ENGINE = InnoDB);
    /*!40101 SET character_set_client = @saved_cs_client */;

    --
    -- Dumping data for table `part`
    --

    LOCK TABLES `part` WRITE;
    /*!40000 ALTER TABLE `part` DISABLE KEYS */;
    INSERT INTO `part` VALUES
    (1,'a'),
    (20,'b');
    /*!40000 ALTER TABLE `part` ENABLE KEYS */;
    UNLOCK TABLES;

    --
    -- Table structure for table `student`
    --

    DROP TABLE IF EXISTS `student`;
    /*!40101 SET @saved_cs_client     = @@character_set_client */;
    /*!40101 SET character_set_client = utf8mb4 */;
    CREATE TABLE `student` (
      `id` int(11) NOT NULL AUTO_INCREMENT,
      `name` varchar(40) NOT NULL DEFAULT '' COMMENT '姓名',
      `id_card` varchar(18) DEFAULT NULL COMMENT '身份证号, it''s "unique"',
      `sex` enum('男','女','it''s,(x)') DEFAULT '男',
      `fee` decimal(10,2) DEFAULT 0.00,
      `note` text DEFAULT NULL COMMENT '备注\n第二行',
      `photo` varbinary(64) DEFAULT NULL,
      `tag` blob DEFAULT NULL,
      `flags` bit(4) DEFAULT b'101',
      `full_name` varchar(80) GENERATED ALWAYS AS (concat(`name`,'(',`id`,')')) VIRTUAL COMMENT '全名',
      `born` date DEFAULT NULL,
      `extra` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL CHECK (json_valid(`extra`)),
      `created` timestamp NULL DEFAULT current_timestamp(),
      PRIMARY KEY (`id`),
      UNIQUE KEY `uk` (`id_card`),
      KEY `idx_name` (`name`(10),`born`)
    ) ENGINE=InnoDB AUTO_INCREMENT=4 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci COMMENT='学生表; 含''引号''';
    /*!40101 SET character_set_client = @saved_cs_client */;

    --
    -- Dumping data for table `student`
    --

    LOCK TABLES `student` WRITE;
    /*!40000 ALTER TABLE `student` DISABLE KEYS */;
    INSERT INTO `student` VALUES
    (1,'张三','11010119900307109X','男',1.50,'it\'s a \\ back\\slash \"q\" `b`\nline2\r\ntab	end %_ \Z \0 z',0xE5BCA0E4B889,0x706C61696E,0x01,'张三(1)','1990-03-07','{\"phone\":\"13912345678\",\"a\":\"it\'s\"}','2026-11-23 05:38:47'),
    (2,'李四',NULL,'女',-2.00,'',0x00FF10,NULL,0x00,'李四(2)',NULL,NULL,'2026-11-23 05:38:47'),
    (3,'王五;\n-- INSERT','','it\'s,(x)',99999999.99,'); DROP TABLE x; -- ',0x41,0x2C27,0x0F,'王五;\n-- INSERT(3)','2001-02-28','[]','2026-11-23 05:38:47');
    /*!40000 ALTER TABLE `student` ENABLE KEYS */;
    UNLOCK TABLES;
    /*!50003 SET sql_mode              = 'STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION' */ ;
    DELIMITER ;;
    /*!50003 CREATE*/ /*!50017 DEFINER=`root`@`localhost`*/ /*!50003 TRIGGER tr BEFORE INSERT ON student FOR EACH ROW BEGIN IF NEW.name = 'don''t; stop' THEN SET NEW.note='13700001111'; END IF; END 
    */;;
    DELIMITER ;
    /*!50003 SET sql_mode              = @saved_sql_mode */ ;

    --
    -- Temporary table structure for view `v`
    --

    DROP TABLE IF EXISTS `v`;
    /*!50001 DROP VIEW IF EXISTS `v`*/;
    SET @saved_cs_client     = @@character_set_client;
    SET character_set_client = utf8mb4;
    /*!50001 CREATE VIEW `v` AS SELECT
     NULL AS `id`,
     NULL AS `name`,
     NULL AS `c` */;
    SET character_set_client = @saved_cs_client;

    --
    -- Dumping routines for database 'school'
    --
    /*!50003 SET sql_mode              = 'STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION' */ ;
    /*!50003 DROP PROCEDURE IF EXISTS `p` */;
    DELIMITER ;;
    CREATE DEFINER=`root`@`localhost` PROCEDURE `p`()
    BEGIN INSERT INTO empty_t VALUES (1,'x'); END
    ;;
    DELIMITER ;
    /*!50003 SET sql_mode              = @saved_sql_mode */ ;

    --
    -- Current Database: `school`
    --

    USE `school`;

    --
    -- Final view structure for view `v`
    --

    /*!50001 DROP VIEW IF EXISTS `v`*/;
    /*!50001 CREATE ALGORITHM=UNDEFINED */
    /*!50013 DEFINER=`root`@`localhost` SQL SECURITY DEFINER */
    /*!50001 VIEW `v` AS select `student`.`id` AS `id`,`student`.`name` AS `name`,'a;b' AS `c` from `student` */;
    /*!40103 SET TIME_ZONE=@OLD_TIME_ZONE */;

    /*!40101 SET SQL_MODE=@OLD_SQL_MODE */;
    /*!40014 SET FOREIGN_KEY_CHECKS=@OLD_FOREIGN_KEY_CHECKS */;
    /*!40014 SET UNIQUE_CHECKS=@OLD_UNIQUE_CHECKS */;
    /*!40101 SET CHARACTER_SET_CLIENT=@OLD_CHARACTER_SET_CLIENT */;
    /*!40111 SET SQL_NOTES=@OLD_SQL_NOTES */;

    -- Dump completed on 2026-11-23  5:48:26

    """##
}
