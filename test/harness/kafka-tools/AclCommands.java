import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.tools.AclCommand;

/** Runs Kafka's own AclCommand, which kafka-acls.sh stands for, on calls written down in a file: a word a line, an empty line after each call. */
public class AclCommands {
    public static void main(String[] arguments) throws Exception {
        for (String call : Files.readString(Path.of(arguments[0])).split("\n\n")) {
            AclCommand.main(call.strip().split("\n"));
        }
    }
}
