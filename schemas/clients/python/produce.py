"""Puts one export declaration and its cancellation on a topic. Needs `pip install confluent-kafka`.

    python3 produce.py BROKERS TOPIC MRN
"""
import sys
import time
from decimal import Decimal

from confluent_kafka import Producer

from tidewaiter_avro import Codec
from tidewaiter_ids import event_id


def declaration(mrn):
    now = int(time.time() * 1000)
    return {
        "eventId": event_id(mrn, "lodged", 1), "eventType": "lodged", "declarationId": mrn, "version": 1, "completeness": "whole",
        "occurredAt": now, "acceptanceDateTime": now, "typeCode": "EXA", "functionalReferenceId": "EXP-2026-004711",
        "exporter": {"id": "GB123456789000", "name": "Orwell Machines Ltd", "address": {"countryCode": "GB"}},
        "exitOffice": {"id": "GB000051"},
        "goodsShipment": {"consignee": {"name": "Aoyama Coffee KK", "address": {"countryCode": "JP"}}, "destinationCountryCode": "JP", "exportCountryId": "GB"},
        "goodsItems": [{
            "sequenceNumber": 1,
            "commodity": {
                "description": "Espresso machines with two groups, for cafes", "classifications": [{"id": "84198120", "identificationTypeCode": "TSP"}],
                "grossMassMeasure": {"value": Decimal("1200"), "unitCode": "KGM"}, "netNetWeightMeasure": {"value": Decimal("1000.5"), "unitCode": "KGM"},
            },
            "statisticalValueAmount": {"value": Decimal("40000"), "currencyId": "GBP"},
        }],
    }


def cancellation(mrn):
    return {
        "eventId": event_id(mrn, "cancelled", 1, "lodged twice"), "eventType": "cancelled", "declarationId": mrn, "version": 1,
        "cause": "lodged twice", "completeness": "whole", "goodsItems": [],
    }


def main(brokers, topic, mrn):
    codec = Codec("declaration-event")
    # librdkafka's own partitioner is another than Kafka's: events of one declaration would come apart between two producers.
    producer = Producer({"bootstrap.servers": brokers, "acks": "all", "enable.idempotence": True, "partitioner": "murmur2_random"})
    for event in (declaration(mrn), cancellation(mrn)):
        producer.produce(topic, key=event["declarationId"].encode("utf-8"), value=codec.encode(event))
    if producer.flush(30) > 0:
        sys.exit("not everything was taken within 30 s")


if __name__ == "__main__":
    main(*sys.argv[1:])
