"""Writes the collected vectors in ten surroundings, with the answers that `accuracy trial` reads.

usage: write.py OUT [--seed N] [--count N] [--stdnum-tests DIR]
"""

import argparse
import json
import os
import random

from vectors import collect

LABELS = {
    "resident-id": ["身份证号", "身份证号码", "公民身份号码"],
    "mobile-phone": ["手机号", "联系电话", "手机"],
    "landline-phone": ["座机", "固定电话", "办公电话"],
    "bank-card": ["银行卡号", "卡号", "信用卡号"],
    "address": ["收货地址", "家庭住址", "详细地址"],
    "imei": ["IMEI号", "设备IMEI号"],
    "imsi": ["IMSI号"],
    "email": ["邮箱", "电子邮箱"],
    "person-name": ["姓名", "联系人"],
    "taiwan-id": ["身分證字號"],
    "uscc": ["统一社会信用代码"],
    "mac-address": ["MAC地址"],
    "ip-address": ["登录IP地址"],
}
KEYS = {
    "resident-id": ["idCard", "id_card_no"], "mobile-phone": ["mobile", "phone"],
    "landline-phone": ["telephone", "officePhone"], "bank-card": ["cardNo", "bank_card"],
    "address": ["address", "receiver_address"], "imei": ["imei", "deviceImei"],
    "imsi": ["imsi"], "email": ["email", "userEmail"], "person-name": ["realName", "real_name"],
    "taiwan-id": ["taiwanId"], "uscc": ["creditCode"], "mac-address": ["macAddress"],
    "ip-address": ["clientIp"],
}
NEUTRAL_LABELS = ["编号", "代码", "流水号", "参考号", "货号"]
NEUTRAL_KEYS = ["orderNo", "refCode", "serialNo", "traceId", "sku", "value"]
FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
DIGITS = {code: code + 0xFEE0 for code in range(0x30, 0x3A)}


class Text:
    """A file while it is being written, with what was planted in it."""

    def __init__(self, root, surrounding, name, encoding="utf-8", mark=b""):
        self.path = f"{surrounding}/{name}"
        self.root, self.surrounding, self.encoding = root, surrounding, encoding
        self.data, self.items = bytearray(mark), []

    def put(self, text):
        self.data += text.encode(self.encoding)

    def plant(self, vector, text, record=None, field=None, table=None):
        start = len(self.data)
        self.put(text)
        if vector.type is None and not vector.optional:
            return
        item = {
            "path": self.path, "type": vector.type or "landline-phone", "start": start,
            "end": len(self.data), "table": table, "field": field, "record": record,
            "surrounding": self.surrounding, "age_band": "unknown", "kind": None, "value": text,
        }
        if vector.optional:
            item["optional"] = True
        self.items.append(item)

    def save(self, answers):
        folder = os.path.join(self.root, self.surrounding)
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(self.root, self.path), "wb") as file:
            file.write(self.data)
        answers.setdefault(self.surrounding, []).extend(self.items)


def label(rng, vector):
    if vector.type is None and vector.source == "places":
        return rng.choice(["所在地区", "籍贯", "地名"])
    return rng.choice(LABELS[vector.type] if vector.type else NEUTRAL_LABELS)


def key(rng, vector):
    return rng.choice(KEYS[vector.type] if vector.type else NEUTRAL_KEYS)


def log_line(rng, file, vector):
    style = rng.randrange(3)
    head = f"2026-11-2{rng.randrange(10)} 10:{rng.randrange(60):02}:07.{rng.randrange(1000):03} INFO "
    name = key(rng, vector)
    if style == 0:
        file.put(head + f"[exec-{rng.randrange(9)}] handler - {name}=")
        file.plant(vector, vector.text)
        file.put(f", cost={rng.randrange(900)}ms\n")
    elif style == 1:
        file.put(f'{{"ts":{rng.randrange(1640000000000, 1790000000000)},"{name}":"')
        file.plant(vector, vector.text)
        file.put(f'","rt":0.{rng.randrange(10**11)}}}\n')
    else:
        file.put(head + f"seq={rng.randrange(10**6)} {name}: ")
        file.plant(vector, vector.text)
        file.put(" ok\n")


def prose_line(rng, file, vector):
    front, back = rng.choice([("请核对", "，谢谢。"), ("登记的", "，如有误请联系。"), ("", "。")])
    file.put(front + label(rng, vector) + rng.choice(["：", ":", "是", "为"]))
    file.plant(vector, vector.text)
    file.put(back + "\n")


def glued_line(rng, file, vector):
    file.put("已将" + label(rng, vector))
    file.plant(vector, vector.text)
    file.put("登记在册。\n")


def full_width_line(rng, file, vector):
    file.put(label(rng, vector) + "：")
    is_text = vector.type in ("address", "person-name")
    file.plant(vector, vector.text.translate(DIGITS if is_text else FULL_WIDTH))
    file.put("。\n")


def separated_line(rng, file, vector):
    digits = vector.text
    if vector.type == "mobile-phone" and len(digits) == 11:
        mark = rng.choice([" ", "-"])
        digits = mark.join([digits[:3], digits[3:7], digits[7:]])
    elif vector.type == "bank-card" and digits.isdigit():
        mark = rng.choice([" ", "-"])
        digits = mark.join(digits[at:at + 4] for at in range(0, len(digits), 4))
    elif vector.type == "resident-id" and len(digits) == 18:
        mark = rng.choice([" ", "-"])
        digits = mark.join([digits[:6], digits[6:14], digits[14:]])
    file.put(label(rng, vector) + "：")
    file.plant(vector, digits)
    file.put("。\n")


def code_line(rng, file, vector):
    name = key(rng, vector)
    front, back = rng.choice([
        (f'    user.{name} = "', '"\n'), (f"  {name}: '", "',\n"), (f'    assertEquals("', f'", u.{name}());\n'),
        (f'const {name} = "', '";\n'),
    ])
    file.put(front)
    file.plant(vector, vector.text)
    file.put(back)


def lines(rng, root, vectors, surrounding, suffix, write, answers):
    for source in sorted({vector.source for vector in vectors}):
        file = Text(root, surrounding, f"{source}.{suffix}")
        for vector in vectors:
            if vector.source == source:
                write(rng, file, vector)
        file.save(answers)


def documents(rng, root, vectors, answers):
    for source in sorted({vector.source for vector in vectors}):
        file = Text(root, "json", f"{source}.json")
        file.put('{"data":[\n')
        own = [vector for vector in vectors if vector.source == source]
        for index, vector in enumerate(own):
            file.put(f'  {{"id":{index},"detail":{{"{key(rng, vector)}": "')
            file.plant(vector, vector.text)
            file.put('"}}' + ("," if index + 1 < len(own) else "") + "\n")
        file.put("]}\n")
        file.save(answers)


def encoded(rng, root, vectors, answers):
    kinds = [("gb18030", b""), ("gbk", b""), ("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff"),
             ("utf-8", b"\xef\xbb\xbf"), ("big5", b"")]
    for encoding, mark in kinds:
        for source in sorted({vector.source for vector in vectors}):
            file = Text(root, "encodings", f"{source}.{encoding}.txt", encoding, mark)
            for vector in vectors:
                if vector.source != source or rng.random() > 0.3:
                    continue
                state = bytes(file.data), list(file.items)
                try:
                    name = label(rng, vector)
                    if encoding == "big5":
                        name = {"mobile-phone": "手機", "email": "電子郵件", "address": "地址"}.get(vector.type, "編號")
                        if vector.type not in ("mobile-phone", "email", "address", "bank-card", "resident-id"):
                            continue
                        name = {"bank-card": "信用卡號", "resident-id": "身份證號碼"}.get(vector.type, name)
                    file.put(name + "：")
                    file.plant(vector, vector.text)
                    file.put("。\n")
                except UnicodeEncodeError:
                    file.data, file.items = bytearray(state[0]), state[1]
            if file.items:
                file.save(answers)


def columns(vectors):
    """Values of a source by type, long ones first."""
    groups = {}
    for vector in vectors:
        groups.setdefault((vector.type or "code"), []).append(vector)
    return {name: group for name, group in groups.items() if len(group) >= 10}


def tables(rng, root, vectors, answers, truth, sql):
    surrounding = "sql" if sql else "csv"
    for source in sorted({vector.source for vector in vectors}):
        groups = columns([vector for vector in vectors if vector.source == source])
        if not groups:
            continue
        names = {name: (rng.choice(KEYS[name]) if name != "code" else "ref_code") for name in groups}
        if not sql and rng.random() < 0.5:
            names = {name: (rng.choice(LABELS[name]) if name != "code" else "参考号") for name in groups}
        file = Text(root, surrounding, f"{source}.{surrounding}")
        fields = list(groups)
        if sql:
            file.put("CREATE TABLE `records` (\n  `id` bigint NOT NULL,\n")
            file.put(",\n".join(f"  `{names[name]}` varchar(255) DEFAULT NULL" for name in fields))
            file.put("\n) ENGINE=InnoDB;\nINSERT INTO `records` VALUES ")
        else:
            file.put("id," + ",".join(names[name] for name in fields) + "\n")
        rows = max(len(group) for group in groups.values())
        for row in range(rows):
            file.put(("(" if row == 0 else ",\n(") + str(row + 1) if sql else str(row + 1))
            for name in fields:
                file.put(",")
                group = groups[name]
                # Every third of the rows of a short column is empty, until it has all its values.
                if row >= len(group):
                    file.put("NULL" if sql else "")
                    continue
                vector = group[row]
                file.put("'" if sql else ('"' if "," in vector.text else ""))
                file.plant(vector, vector.text, row + 1, names[name], "records" if sql else "")
                file.put("'" if sql else ('"' if "," in vector.text else ""))
            file.put(")" if sql else "\n")
        if sql:
            file.put(";\n")
        file.save(answers)
        for name in fields:
            truth.setdefault(surrounding, []).append({
                "path": file.path, "table": "records" if sql else "", "field": names[name],
                "types": [] if name == "code" else [name],
            })


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("out")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--stdnum-tests")
    options = parser.parse_args()
    vectors = collect(options.seed, options.count, options.stdnum_tests)
    rng = random.Random(options.seed)
    rng.shuffle(vectors)
    answers, truth = {}, {}
    for surrounding, suffix, write in (
        ("log", "log", log_line), ("prose", "txt", prose_line), ("glued", "txt", glued_line),
        ("full-width", "txt", full_width_line), ("separated", "txt", separated_line),
        ("code", "py", code_line),
    ):
        lines(rng, options.out, vectors, surrounding, suffix, write, answers)
    documents(rng, options.out, vectors, answers)
    encoded(rng, options.out, vectors, answers)
    tables(rng, options.out, vectors, answers, truth, sql=False)
    tables(rng, options.out, vectors, answers, truth, sql=True)
    for name, entries in (("expected.jsonl", answers), ("expected-columns.jsonl", truth)):
        for surrounding, rows in entries.items():
            with open(os.path.join(options.out, surrounding, name), "w", encoding="utf-8") as file:
                file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    with open(os.path.join(options.out, ".piiignore"), "w", encoding="utf-8") as file:
        file.write("expected.jsonl\nexpected-columns.jsonl\n")
    counts = {}
    for vector in vectors:
        name = (vector.source, vector.type or "nothing personal")
        counts[name] = counts.get(name, 0) + 1
    for (source, name), number in sorted(counts.items()):
        print(f"{source:20}{name:20}{number:6}")


if __name__ == "__main__":
    main()
