"""Reads referrals and prints each once, one JSON object a line. Needs `pip install confluent-kafka`.

    python3 consume.py BROKERS TOPIC GROUP [COUNT]      ends after so many, else never
"""
import json
import sys

from confluent_kafka import Consumer

from tidewaiter_avro import Codec


def main(brokers, topic, group, count=None):
    codec, seen = Codec("referral"), set()  # a real desk keeps what it has seen in its database, in one transaction with the case
    consumer = Consumer({
        "bootstrap.servers": brokers, "group.id": group, "auto.offset.reset": "earliest", "enable.auto.commit": False,
        "isolation.level": "read_committed",  # without it you read what was taken back
    })
    consumer.subscribe([topic])
    while count is None or len(seen) < int(count):
        record = consumer.poll(1.0)
        if record is None:
            continue
        if record.error():
            raise RuntimeError(record.error())
        if record.value() is not None:
            referral = codec.decode(record.value())
            if referral["referralId"] not in seen:
                seen.add(referral["referralId"])
                print(json.dumps({name: referral[name] for name in ("referralId", "kind", "declarationId", "lane", "officeId", "deadline")}), flush=True)
        consumer.commit(record, asynchronous=False)
    consumer.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
