/// Tables with what a live MariaDB server has in its corners.
enum LiveMariaDBSchema {
  static let script = """
    CREATE DATABASE shop CHARACTER SET utf8mb4;
    USE shop;
    CREATE TABLE `员工` (`编号` int AUTO_INCREMENT PRIMARY KEY, `姓名` varchar(50),
      `证件` varchar(18) COMMENT '身份证号', `手机` varchar(20), `邮箱` varchar(100), `we``ird` longtext,
      `照片` blob, `副本` varchar(20) AS (`手机`) VIRTUAL);
    INSERT INTO `员工` (`编号`, `姓名`, `证件`, `手机`, `邮箱`) VALUES \(LivePeople.values);
    UPDATE `员工` SET `we``ird` = JSON_OBJECT('mobile', `手机`), `照片` = CONCAT('手机 ', `手机`);
    CREATE VIEW seen AS SELECT * FROM `员工`;
    CREATE TABLE visits (id int PRIMARY KEY, mobile varchar(20)) PARTITION BY HASH (id) PARTITIONS 4;
    INSERT INTO visits SELECT `编号`, `手机` FROM `员工`;
    CREATE TABLE old (mobile varchar(20)) ENGINE = MyISAM;
    INSERT INTO old SELECT `手机` FROM `员工`;
    CREATE TABLE nothing (`身份证号` varchar(18));
    CREATE DATABASE archive;
    CREATE TABLE archive.gbk (mobile varchar(20), `姓名` varchar(20)) CHARACTER SET gbk;
    INSERT INTO archive.gbk SELECT `手机`, `姓名` FROM shop.`员工`;
    CREATE USER guarded@localhost IDENTIFIED BY 'let me in';
    GRANT SELECT ON shop.visits TO guarded@localhost;
    GRANT SELECT (mobile) ON shop.old TO guarded@localhost;
    GRANT INSERT ON shop.nothing TO guarded@localhost;
    CREATE DATABASE large;
    CREATE TABLE large.calls (id int AUTO_INCREMENT PRIMARY KEY, mobile varchar(20), note varchar(60));
    INSERT INTO large.calls (mobile, note)
      SELECT CONCAT('139', LPAD(seq * 7919 % 100000000, 8, '0')), REPEAT('x', 50)
      FROM seq_1_to_100000;
    CREATE TABLE large.named (name varchar(40) PRIMARY KEY, mobile varchar(20));
    INSERT INTO large.named SELECT CONCAT('n', LPAD(id, 8, '0')), mobile FROM large.calls
      WHERE id <= 20000;
    ANALYZE TABLE large.calls, large.named;

    """
}
