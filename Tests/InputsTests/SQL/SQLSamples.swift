/// Dumps as real servers write them. What they hold was typed in, so the expected values come from
/// what was typed and from what the servers answered to SELECT.
enum SQLSamples {
  static let all: [(name: String, text: String)] = [
    ("MariaDB", mariaDB), ("PostgreSQL, COPY", postgresCopy),
    ("PostgreSQL, INSERT", postgresInserts), ("phpMyAdmin", phpMyAdmin), ("Navicat", navicat),
    ("SQLite", sqlite), ("SQL Server", sqlServer), ("Oracle", oracle), ("values", values),
  ]

  /// An export of phpMyAdmin 5: statements with a list of columns, rows on lines of their own.
  static let phpMyAdmin = ##"""
    -- phpMyAdmin SQL Dump
    -- version 5.2.1
    -- https://www.phpmyadmin.net/

    SET SQL_MODE = "NO_AUTO_VALUE_ON_ZERO";
    START TRANSACTION;

    /*!40101 SET NAMES utf8mb4 */;

    CREATE TABLE `member` (
      `id` int(11) NOT NULL,
      `mobile` varchar(20) DEFAULT NULL COMMENT '手机',
      `memo` text
    ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='会员';

    INSERT INTO `member` (`id`, `mobile`, `memo`) VALUES
    (1, '13700137000', 'it\'s; \"ok\"\r\nnext'),
    (2, NULL, 'a''b');

    ALTER TABLE `member`
      ADD PRIMARY KEY (`id`);
    COMMIT;

    """##

  /// An export of Navicat: a statement per row, and names in backticks.
  static let navicat = ##"""
    /*
     Navicat Premium Data Transfer

     Source Server Type    : MySQL
     Date: 05/03/2024 10:11:12
    */

    SET NAMES utf8mb4;
    SET FOREIGN_KEY_CHECKS = 0;

    -- ----------------------------
    -- Table structure for user
    -- ----------------------------
    DROP TABLE IF EXISTS `user`;
    CREATE TABLE `user`  (
      `id` bigint(20) UNSIGNED NOT NULL,
      `real_name` varchar(50) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci NULL DEFAULT NULL COMMENT '真实姓名',
      PRIMARY KEY (`id`) USING BTREE
    ) ENGINE = InnoDB AUTO_INCREMENT = 3 COMMENT = '用户' ROW_FORMAT = Dynamic;

    -- ----------------------------
    -- Records of user
    -- ----------------------------
    INSERT INTO `user` VALUES (1, '赵六');
    INSERT INTO `user` VALUES (2, '钱\\七');

    SET FOREIGN_KEY_CHECKS = 1;

    """##

  /// `.dump` of SQLite 3.40.
  static let sqlite = ##"""
    PRAGMA foreign_keys=OFF;
    BEGIN TRANSACTION;
    CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT, "phone no" TEXT);
    INSERT INTO person VALUES(1,'C:\','13600136000');
    INSERT INTO person VALUES(2,replace(replace('孙八\r\n第二行 13500135000','\r',char(13)),'\n',char(10)),X'e69d8e');
    INSERT INTO person VALUES(3,'O''Brien',NULL);
    CREATE TRIGGER audit AFTER INSERT ON person BEGIN
    INSERT INTO log VALUES(NEW.id,'13400134000');
    END;
    COMMIT;

    """##

  /// Scripts of SQL Server Management Studio: no semicolons, batches that end with GO.
  static let sqlServer = ##"""
    USE [School]
    GO
    SET ANSI_NULLS ON
    GO
    CREATE TABLE [dbo].[Student](
    	[Id] [int] IDENTITY(1,1) NOT NULL,
    	[Name] [nvarchar](50) NULL,
    	[Born] [datetime] NULL,
     CONSTRAINT [PK_Student] PRIMARY KEY CLUSTERED ([Id] ASC) ON [PRIMARY]
    ) ON [PRIMARY]
    GO
    INSERT [dbo].[Student] ([Id], [Name], [Born]) VALUES (1, N'周九', CAST(N'2009-05-06T00:00:00.000' AS DateTime))
    INSERT [dbo].[Student] ([Id], [Name], [Born]) VALUES (2, N'吴''十', NULL)
    GO

    """##

  /// Statements as SQL Developer exports them.
  static let oracle = ##"""
    REM INSERTING into HR.STAFF
    SET DEFINE OFF;
    Insert into HR.STAFF (ID,NAME,BORN,NOTE) values (1,'郑一',to_date('1988-02-03 00:00:00','YYYY-MM-DD HH24:MI:SS'),TO_CLOB('电话 13300133000') || TO_CLOB(' 家'));
    Insert into HR.STAFF (ID,NAME,BORN,NOTE) values (2,'王\',null,'x');

    """##

  /// Every way to write a value that the readers know.
  static let values = ##"""
    CREATE TABLE `t` (`a` int, `b` text, c varchar(9));
    INSERT INTO t VALUES (1,'x',NULL),( -2.5e+3 , "d""q" , DEFAULT ),
    (_binary 'bin',_utf8mb4'utf',N'n'),
    (b'101', 0xE5BCA0, x'FF'),
    ('a' 'b', 'c'   'd' /* 13200132000 */, CAST('cast' AS CHAR(9))),
    (TRUE,current_timestamp(),concat('a,)',"b(",NOW())),
    ((1+(2)), ('p'), -1),
    ('','''','\''),
    ('%\%_\_','\0\Z\b\q','\\'),
    (JSON_OBJECT('k', '13100131000'),'{"k": [1,"a\\"b"]}',NULL);
    REPLACE INTO t (c, B) VALUES ('三','二');
    INSERT IGNORE INTO `db2`.`t` (b) VALUE ('other') ON DUPLICATE KEY UPDATE b='13000130000';
    INSERT INTO t SELECT * FROM u WHERE b='12900129000';
    insert into t values (1,'ragged','x','beyond',NULL,'far');
    INSERT INTO new_table VALUES ('nobody','knows');

    """##
}
