import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads referrals and prints each once, a line each, and ends after COUNT of them.
 *   java -cp 'jars/*' Consume.java BROKERS TOPIC GROUP COUNT SCHEMAS      SCHEMAS: the folder schemas/ of this repository
 */
public class Consume {
    public static void main(String[] arguments) throws Exception {
        BinaryMessageDecoder<GenericRecord> decoder = decoderOf(Path.of(arguments[4]), "referral");
        Map<String, Object> settings = Map.of(
            "bootstrap.servers", arguments[0], "group.id", arguments[2], "auto.offset.reset", "earliest", "enable.auto.commit", false,
            "isolation.level", "read_committed"); // without it you read what was taken back
        Set<String> seen = new HashSet<>(); // a real desk keeps what it has seen in its database, in one transaction with the case
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(arguments[1]));
            while (seen.size() < Integer.parseInt(arguments[3])) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                    if (record.value() == null) continue;
                    GenericRecord referral = decoder.decode(record.value());
                    if (seen.add(referral.get("referralId").toString())) {
                        System.out.println(referral.get("referralId") + " " + referral.get("kind") + " " + referral.get("declarationId") + " " + referral.get("lane") + " " + referral.get("officeId"));
                    }
                }
                consumer.commitSync();
            }
        }
    }

    /** Reads records of every released version as today's: the decoder finds the writer's schema by its fingerprint. */
    static BinaryMessageDecoder<GenericRecord> decoderOf(Path schemas, String name) throws Exception {
        BinaryMessageDecoder<GenericRecord> decoder = new BinaryMessageDecoder<>(GenericData.get(), parse(schemas.resolve(name + ".avsc").toFile()));
        for (File released : schemas.resolve("released").resolve(name).toFile().listFiles()) decoder.addSchema(parse(released));
        return decoder;
    }

    static Schema parse(File file) throws Exception {
        return new Schema.Parser().parse(file);
    }
}
