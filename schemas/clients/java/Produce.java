import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Puts one export declaration and its cancellation on a topic.
 *   java -cp 'jars/*' Produce.java BROKERS TOPIC MRN SCHEMAS      SCHEMAS: the folder schemas/ of this repository
 */
public class Produce {
    static final UUID NAMESPACE = UUID.fromString("84ae61f4-ceb0-4cc7-9cea-bbdebb8a2680");

    public static void main(String[] arguments) throws Exception {
        Schema schema = new Schema.Parser().parse(Path.of(arguments[3], "declaration-event.avsc").toFile());
        // Avro's own single-object encoding: C3 01, the schema's fingerprint, the value.
        BinaryMessageEncoder<GenericRecord> encoder = new BinaryMessageEncoder<>(GenericData.get(), schema);
        Map<String, Object> settings = Map.of("bootstrap.servers", arguments[0], "acks", "all", "enable.idempotence", true);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (GenericRecord event : List.of(declaration(schema, arguments[2]), cancellation(schema, arguments[2]))) {
                ByteBuffer bytes = encoder.encode(event);
                byte[] value = new byte[bytes.remaining()];
                bytes.get(value);
                producer.send(new ProducerRecord<>(arguments[1], arguments[2], value)).get();
            }
        }
    }

    static GenericRecord declaration(Schema schema, String mrn) throws Exception {
        long now = Instant.now().toEpochMilli();
        return event(schema, mrn, "lodged", "")
            .set("occurredAt", now).set("acceptanceDateTime", now).set("typeCode", "EXA").set("functionalReferenceId", "EXP-2026-004711")
            .set("exporter", record(schema, "exporter", Map.of("id", "GB123456789000", "name", "Orwell Machines Ltd")))
            .set("exitOffice", record(schema, "exitOffice", Map.of("id", "GB000051")))
            .set("goodsShipment", record(schema, "goodsShipment", Map.of("destinationCountryCode", "JP", "exportCountryId", "GB")))
            .set("goodsItems", List.of(item(of(schema, "goodsItems")))).build();
    }

    static GenericRecord cancellation(Schema schema, String mrn) throws Exception {
        return event(schema, mrn, "cancelled", "lodged twice").set("cause", "lodged twice").set("goodsItems", List.of()).build();
    }

    static GenericRecordBuilder event(Schema schema, String mrn, String type, String cause) throws Exception {
        return new GenericRecordBuilder(schema)
            .set("eventId", eventId(mrn, type, 1, cause)).set("eventType", new GenericData.EnumSymbol(of(schema, "eventType"), type))
            .set("declarationId", mrn).set("version", 1).set("completeness", new GenericData.EnumSymbol(of(schema, "completeness"), "whole"));
    }

    static GenericRecord item(Schema item) {
        Schema commodity = of(item, "commodity");
        var classification = record(commodity, "classifications", Map.of("id", "84198120", "identificationTypeCode", "TSP"));
        var goods = new GenericRecordBuilder(commodity)
            .set("description", "Espresso machines with two groups, for cafes").set("classifications", List.of(classification))
            .set("grossMassMeasure", record(commodity, "grossMassMeasure", Map.of("value", decimal("1200"), "unitCode", "KGM")))
            .set("netNetWeightMeasure", record(commodity, "netNetWeightMeasure", Map.of("value", decimal("1000.5"), "unitCode", "KGM"))).build();
        return new GenericRecordBuilder(item).set("sequenceNumber", 1).set("commodity", goods)
            .set("statisticalValueAmount", record(item, "statisticalValueAmount", Map.of("value", decimal("40000"), "currencyId", "GBP"))).build();
    }

    /** UUID version 5 of the four, as a compact JSON array, in Tidewaiter's namespace. */
    static String eventId(String declarationId, String eventType, int version, String cause) throws Exception {
        String name = "[" + json(declarationId) + "," + json(eventType) + "," + version + "," + json(cause) + "]";
        MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
        sha1.update(ByteBuffer.allocate(16).putLong(NAMESPACE.getMostSignificantBits()).putLong(NAMESPACE.getLeastSignificantBits()).array());
        ByteBuffer digest = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
        long high = digest.getLong() & ~0xF000L | 0x5000L;
        long low = digest.getLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }

    /** A JSON string as JSON.stringify writes it: no more is escaped than must be. */
    static String json(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (char one : text.toCharArray()) {
            switch (one) {
                case '"', '\\' -> out.append('\\').append(one);
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> out.append(one < ' ' ? String.format("\\u%04x", (int) one) : String.valueOf(one));
            }
        }
        return out.append('"').toString();
    }

    /** Every decimal has scale 6. */
    static ByteBuffer decimal(String number) {
        return ByteBuffer.wrap(new BigDecimal(number).setScale(6).unscaledValue().toByteArray());
    }

    static GenericRecord record(Schema parent, String field, Map<String, ?> values) {
        GenericRecordBuilder builder = new GenericRecordBuilder(of(parent, field));
        values.forEach(builder::set);
        return builder.build();
    }

    /** The type of a field, out of a union with null, or of a list's entries. */
    static Schema of(Schema record, String field) {
        Schema schema = record.getField(field).schema();
        if (schema.isUnion()) schema = schema.getTypes().get(1);
        return schema.getType() == Schema.Type.ARRAY ? schema.getElementType() : schema;
    }
}
