import type { FailureClass } from './tidewaiter-error.ts';

interface ErrorEntry {
  readonly class: FailureClass;
  /** What it means, in one sentence. */
  readonly meaning: string;
  /** What to do, in one sentence; infra/RUNBOOK.md says it at length. */
  readonly todo: string;
}

/** Every stable error code. A code is never given another meaning; infra/RUNBOOK.md has an entry for each (tested). */
export const ERROR_CODES = {
  TDW_CONFIG_INVALID: { class: 'usage', meaning: 'A setting has a value that is not allowed.', todo: 'Correct the setting where the message says that it stands; `tidewaiter config show --docs` explains each.' },
  TDW_CONFIG_SECRET_IN_FILE: { class: 'usage', meaning: 'A configuration file holds a secret.', todo: 'Put it into a file of its own and name that by the …File setting, or into the variable; then change the secret, as it has been exposed.' },
  TDW_CONFIG_UNKNOWN_KEY: { class: 'usage', meaning: 'A configuration file or variable names a setting that does not exist.', todo: 'Correct or remove it; `tidewaiter config show --docs` lists all settings.' },
  TDW_CONFIG_UNREADABLE: { class: 'usage', meaning: 'A configuration or secret file cannot be read.', todo: 'Check the path, the rights and the form of the file.' },
  TDW_CSV_COLUMN: { class: 'input', meaning: 'A column of the CSV file is no path of the declaration event.', todo: 'Correct the header: paths as in `publish --dry-run --json`, such as goodsItems[0].commodity.description.' },
  TDW_CSV_MALFORMED: { class: 'input', meaning: 'The CSV file cannot be read as rows under its header.', todo: 'Correct quotes, separators and the number of cells at the line named.' },
  TDW_EVENT_IDENTITY: { class: 'input', meaning: 'The message names neither an MRN nor an LRN, so no declaration can be identified.', todo: 'Ask the sender for the reference, or give it with --declaration-id.' },
  TDW_EVENT_INVALID: { class: 'input', meaning: 'The declaration event was decoded, but what it says cannot be.', todo: 'Look at the fields named; ask the sender for the message again.' },
  TDW_EVENT_KEY_MISMATCH: { class: 'input', meaning: 'A record is keyed by another declaration id than its event names.', todo: 'Have the sender key every record by its declaration id, then redrive the dead letter.' },
  TDW_AVRO_EMPTY: { class: 'input', meaning: 'The record has no bytes.', todo: 'Ask the sender for the record again; a deletion has no place on this topic.' },
  TDW_AVRO_TOO_LARGE: { class: 'input', meaning: 'The record is larger than what is decoded.', todo: 'Ask the sender to split it, or raise the largest size in the settings and redrive.' },
  TDW_AVRO_NOT_AVRO: { class: 'input', meaning: 'The bytes begin neither as Avro single-object encoding nor as the Confluent wire format.', todo: 'Look at what the sender writes: it must be Avro with one of the two headers.' },
  TDW_AVRO_UNKNOWN_SCHEMA: { class: 'input', meaning: 'The record names a schema that is neither a released version nor known to the registry.', todo: 'Register or release the schema, then redrive.' },
  TDW_AVRO_INCOMPATIBLE_SCHEMA: { class: 'input', meaning: 'The record was written with a schema that cannot be read as the one of its topic.', todo: 'Have the sender write the topic’s schema; then redrive what was sent before.' },
  TDW_AVRO_TRUNCATED: { class: 'input', meaning: 'The record ends in the middle of a value.', todo: 'Ask the sender for the record again.' },
  TDW_AVRO_CORRUPT: { class: 'input', meaning: 'The bytes are no value of the schema that they name.', todo: 'Ask the sender for the record again.' },
  TDW_AVRO_TRAILING_BYTES: { class: 'input', meaning: 'Bytes are left over behind the value.', todo: 'Look at what the sender writes: the schema named is probably not the one written with.' },
  TDW_AVRO_UNENCODABLE: { class: 'input', meaning: 'A value does not fit its schema.', todo: 'Correct the field that the message names.' },
  TDW_AVRO_NOT_PREPARED: { class: 'bug', meaning: 'A record with a registry’s schema id was decoded before its schema was fetched.', todo: 'Report it with the log line: the batch was not prepared.' },
  TDW_DECIMAL_OUT_OF_RANGE: { class: 'input', meaning: 'A decimal has more than 6 decimals or more than 18 digits before the point.', todo: 'Correct the amount or quantity.' },
  TDW_REGISTRY_UNREACHABLE: { class: 'infrastructure', meaning: 'The schema registry does not answer.', todo: 'Restore the registry; scoring waits and goes on by itself.' },
  TDW_REGISTRY_REFUSED: { class: 'usage', meaning: 'The schema registry refuses a schema of this release.', todo: 'Compare the compatibility setting of the subject with schemas/README.md.' },
  TDW_INPUT_EMPTY: { class: 'input', meaning: 'The input holds nothing.', todo: 'Ask the sender for the message again.' },
  TDW_INPUT_ENCODING: { class: 'input', meaning: 'The input is not text in UTF-8.', todo: 'Save the file as UTF-8, or send XML that declares its encoding.' },
  TDW_INPUT_TOO_LARGE: { class: 'input', meaning: 'One line or one record of the input is larger than allowed.', todo: 'Check that the file has one declaration a line; split it otherwise.' },
  TDW_INPUT_UNREADABLE: { class: 'input', meaning: 'The file cannot be opened or read.', todo: 'Check that the file exists and may be read.' },
  TDW_INPUT_UNRECOGNISED: { class: 'input', meaning: 'The content is neither XML, JSON lines nor CSV with a header of schema paths.', todo: 'Check that the right file was given.' },
  TDW_INTERNAL: { class: 'bug', meaning: 'Tidewaiter itself failed on this input.', todo: 'Keep the dead letter, report the code with the log line, redrive after the fix.' },
  TDW_JSON_FIELD: { class: 'input', meaning: 'A JSON line has a field that the declaration event does not have, lacks one it must have, or holds a value of another kind.', todo: 'Correct the field named; `publish --dry-run --json` prints the shape.' },
  TDW_JSON_MALFORMED: { class: 'input', meaning: 'A line is not one JSON object.', todo: 'Correct the line named: one whole object a line.' },
  TDW_LICENCES_MALFORMED: { class: 'usage', meaning: 'A file of licences has a line that is no licence.', todo: 'Correct the line and field that the message names, then import the whole file again; nothing of it was taken.' },
  TDW_LOCAL_KAFKA: { class: 'infrastructure', meaning: 'The local Kafka broker did not start.', todo: 'Read the last lines of its log in the message; free memory or disk, then try again, or name brokers of your own in TIDEWAITER_KAFKA_BROKERS.' },
  TDW_LOCAL_POSTGRES: { class: 'infrastructure', meaning: 'The local Postgres server did not start.', todo: 'Read the last lines of its log in the message; free memory or disk, then try again, or name a database of your own in TIDEWAITER_POSTGRES_URL.' },
  TDW_POLICY_REJECTED: { class: 'usage', meaning: 'The policy has mistakes: a rule does not compile, lacks something, or one of its cases comes out differently.', todo: 'Correct what `tidewaiter rules check` lists with file and line; the policy that was active stays active.' },
  TDW_POLICY_UNREADABLE: { class: 'usage', meaning: 'A file of the policy cannot be read, or is no YAML.', todo: 'Check the folder (lanes.yaml, families.yaml, rules/*.yaml) and the line named.' },
  TDW_REFERENCE_FORMAT_UNKNOWN: { class: 'usage', meaning: 'A file given to `reference import` is in no known format.', todo: 'Check that it is the file that was meant; `tidewaiter reference import --help` lists the formats and the columns they are known by.' },
  TDW_REFERENCE_INCOMPLETE: { class: 'usage', meaning: 'A reference file needs another one beside it.', todo: 'Give the files that belong together in one call, or import first what the message names.' },
  TDW_REFERENCE_MALFORMED: { class: 'usage', meaning: 'A reference file or snapshot is broken.', todo: 'Get it again from its source, or correct the line that the message names; the active version stays as it was.' },
  TDW_REFERENCE_NOT_STORED: { class: 'infrastructure', meaning: 'The active version of a reference snapshot is in no store that can be reached.', todo: 'Check the database and TIDEWAITER_DATA_DIR; import the snapshot again if both have lost it.' },
  TDW_REFERENCE_SHRUNK: { class: 'usage', meaning: 'An import would drop far more than a new edition ever did.', todo: 'Compare the file with its source; if the change is right, import it again with --force and a reason.' },
  TDW_REFERENCE_TAMPERED: { class: 'infrastructure', meaning: 'A stored reference snapshot does not have the content it is named by.', todo: 'Remove the file that the message names, so that it is fetched again from the database; find out who changed it.' },
  TDW_REFERENCE_TOO_FEW: { class: 'usage', meaning: 'There are too few observations to learn usual ratios from.', todo: 'Give more declarations, or check that masses and values are in the columns that the help names.' },
  TDW_SETUP_JAVA_MISSING: { class: 'usage', meaning: 'No Java runtime was found for the local Kafka broker.', todo: 'Install a JDK of version 17 or later (Debian and Ubuntu: apt-get install openjdk-17-jdk-headless; macOS: brew install openjdk), or name brokers of your own in TIDEWAITER_KAFKA_BROKERS.' },
  TDW_SETUP_JAVA_TOO_OLD: { class: 'usage', meaning: 'The Java runtime is older than the local Kafka broker needs.', todo: 'Install a JDK of version 17 or later and point JAVA_HOME at it, or name brokers of your own in TIDEWAITER_KAFKA_BROKERS.' },
  TDW_SETUP_KAFKA_FETCH: { class: 'infrastructure', meaning: 'Maven could not fetch the jars of Apache Kafka.', todo: 'Check the way to Maven Central or a mirror (settings.xml), then try again, or name brokers of your own in TIDEWAITER_KAFKA_BROKERS.' },
  TDW_SETUP_MAVEN_MISSING: { class: 'usage', meaning: 'Maven, which fetches the local Kafka broker, was not found.', todo: 'Install Maven (Debian and Ubuntu: apt-get install maven; macOS: brew install maven), or name brokers of your own in TIDEWAITER_KAFKA_BROKERS.' },
  TDW_SETUP_POSTGRES_ACCOUNT: { class: 'usage', meaning: 'Root found no other account to run the local Postgres.', todo: 'Run as an ordinary user, or add an account: useradd --system postgres.' },
  TDW_SETUP_POSTGRES_MISSING: { class: 'usage', meaning: 'The programs of the local Postgres are not installed or do not run here.', todo: 'Run `npm ci` without --omit=optional, or name a database of your own in TIDEWAITER_POSTGRES_URL.' },
  TDW_XML_DOCTYPE: { class: 'input', meaning: 'The XML has a document type declaration, which could define entities or name external files.', todo: 'Refuse the message; treat its sender with suspicion: no customs message has one.' },
  TDW_XML_ENCODING: { class: 'input', meaning: 'The bytes of the XML are not in the encoding that it declares, or in none that is read.', todo: 'Ask the sender for the message in UTF-8.' },
  TDW_XML_MALFORMED: { class: 'input', meaning: 'The XML is not well-formed.', todo: 'Ask the sender for the message again; the line and element show where it breaks.' },
  TDW_XML_NAMESPACE: { class: 'input', meaning: 'The XML looks like a WCO message, but its namespaces are not those of one.', todo: 'Check what rewrote the message on its way (colons lost from names are typical).' },
  TDW_XML_NOT_WCO: { class: 'input', meaning: 'The XML is well-formed, but no message of the WCO Data Model.', todo: 'Check that the right file was given.' },
  TDW_XML_TOO_DEEP: { class: 'input', meaning: 'The elements of the XML are nested deeper than any customs message.', todo: 'Refuse the message; treat its sender with suspicion.' },
  TDW_XML_TOO_LARGE: { class: 'input', meaning: 'The XML exceeds a limit on bytes, elements, attributes or text.', todo: 'Check the message; split it where it holds many declarations.' },
  TDW_XML_TRUNCATED: { class: 'input', meaning: 'The XML ends in the middle.', todo: 'Fetch or send the file again.' },
  TDW_XML_VALUE: { class: 'input', meaning: 'An element holds a text that cannot be the number or time that it must be.', todo: 'Ask the sender to correct the element named.' },
  TDW_MIGRATION_CHANGED: { class: 'usage', meaning: 'A migration that the database already has was edited afterwards.', todo: 'Restore the released file; write a new migration for the change.' },
  TDW_OUTPUT_TOO_LARGE: { class: 'input', meaning: 'The answer to an event is larger than the topics take.', todo: 'Look at the declaration by hand; raise the topics\' max.message.bytes and limits.maxRecordBytes together, then redrive.' },
  TDW_POLICY_NOT_STORED: { class: 'usage', meaning: 'An assessment names a policy that the database does not hold.', todo: 'Restore the policies table from a backup: without the policy the assessment cannot be replayed.' },
  TDW_POSTGRES_UNAVAILABLE: { class: 'infrastructure', meaning: 'Postgres cannot be reached or did not answer in time.', todo: 'Nothing is lost: the stream waits. Bring Postgres back; scoring resumes by itself.' },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof ERROR_CODES;
