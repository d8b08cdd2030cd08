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
  TDW_AUDIT_CONFLICT: {
    class: 'bug',
    meaning: 'An assessment or an outcome was read whose id is recorded with other content.',
    todo: 'Keep both versions (the topic has the new one, Postgres the old) and report: the same id must never have two contents.',
  },
  TDW_CONFIG_INVALID: {
    class: 'usage',
    meaning: 'A setting has a value that is not allowed.',
    todo: 'Correct the setting where the message says that it stands; `tidewaiter config show --docs` explains each.',
  },
  TDW_CONFIG_SECRET_IN_FILE: {
    class: 'usage',
    meaning: 'A configuration file holds a secret.',
    todo: 'Put it into a file of its own and name that by the …File setting, or into the variable; then change the secret, as it has been exposed.',
  },
  TDW_CONFIG_UNKNOWN_KEY: {
    class: 'usage',
    meaning: 'A configuration file or variable names a setting that does not exist.',
    todo: 'Correct or remove it; `tidewaiter config show --docs` lists all settings.',
  },
  TDW_CONFIG_UNREADABLE: {
    class: 'usage',
    meaning: 'A configuration or secret file cannot be read.',
    todo: 'Check the path, the rights and the form of the file.',
  },
  TDW_CSV_COLUMN: {
    class: 'input',
    meaning: 'The header of the CSV file has columns that are not known, lacks some, or has one twice.',
    todo: 'Correct the columns named: paths as in `publish --dry-run --json`, such as goodsItems[0].commodity.description; or map or ignore them in a mapping file (`--map`).',
  },
  TDW_CSV_GROUP: {
    class: 'input',
    meaning:
      'Rows that a mapping file puts into one declaration contradict each other, stand apart, name no declaration or are too many.',
    todo: 'Look at the lines named. Sort the file by the columns of `group`; map a column that differs from row to row to the goods item.',
  },
  TDW_CSV_MALFORMED: {
    class: 'input',
    meaning: 'The CSV file cannot be read as rows under its header.',
    todo: 'Correct quotes, separators and the number of cells at the line named.',
  },
  TDW_CSV_VALUE: {
    class: 'input',
    meaning: 'A cell of the CSV file can be read in two ways, or not in the form that is stated for it.',
    todo: 'Correct the cell, or state in a mapping file (`--map`) how the file writes numbers (`decimal`), days (`date`) and codes (`values`).',
  },
  TDW_DEMO_SERVICE_ENDED: {
    class: 'bug',
    meaning: 'A process that the demo had started ended before the demo did.',
    todo: 'Read the end of the log that the message names; run `npm run demo -- --stay` to look around.',
  },
  TDW_DOCTOR_TIMEOUT: {
    class: 'infrastructure',
    meaning: 'A check of `tidewaiter doctor` had no answer in time.',
    todo: 'Look at what the check asks: a firewall that drops packets looks like this.',
  },
  TDW_EVENT_IDENTITY: {
    class: 'input',
    meaning: 'The message names neither an MRN nor an LRN, so no declaration can be identified.',
    todo: 'Ask the sender for the reference, or give it with --declaration-id.',
  },
  TDW_EVENT_ID_MISMATCH: {
    class: 'input',
    meaning: "An event's id does not follow from its declaration id, type, version and cause.",
    todo: 'Have the sender form the id as the guide says; where it does, the record was corrupted on its way: ask for it again.',
  },
  TDW_EVENT_INVALID: {
    class: 'input',
    meaning: 'The declaration event was decoded, but what it says cannot be.',
    todo: 'Look at the fields named; ask the sender for the message again.',
  },
  TDW_DEAD_LETTER_UNKNOWN: {
    class: 'usage',
    meaning: 'No dead letter of this id is on its topic.',
    todo: 'List them with `tidewaiter dead-letters list`; past its retention a dead letter is gone.',
  },
  TDW_EVENT_KEY_MISMATCH: {
    class: 'input',
    meaning: 'A record has no key, or is keyed by another declaration id than its event names.',
    todo: 'Have the sender key every record by its declaration id and send it again. A record without key can be redriven: it goes under its declaration id.',
  },
  TDW_AVRO_EMPTY: {
    class: 'input',
    meaning: 'The record has no bytes.',
    todo: 'Ask the sender for the record again; a deletion has no place on this topic.',
  },
  TDW_AVRO_TOO_LARGE: {
    class: 'input',
    meaning: 'The record is larger than what is decoded.',
    todo: 'Ask the sender to split it, or raise the largest size in the settings and redrive.',
  },
  TDW_AVRO_NOT_AVRO: {
    class: 'input',
    meaning: 'The bytes begin neither as Avro single-object encoding nor as the Confluent wire format.',
    todo: 'Look at what the sender writes: it must be Avro with one of the two headers.',
  },
  TDW_AVRO_UNKNOWN_SCHEMA: {
    class: 'input',
    meaning: 'The record names a schema that is neither a released version nor known to the registry.',
    todo: 'Register or release the schema, then redrive.',
  },
  TDW_AVRO_INCOMPATIBLE_SCHEMA: {
    class: 'input',
    meaning: 'The record was written with a schema that cannot be read as the one of its topic.',
    todo: 'Have the sender write the topic’s schema; then redrive what was sent before.',
  },
  TDW_AVRO_TRUNCATED: {
    class: 'input',
    meaning: 'The record ends in the middle of a value.',
    todo: 'Ask the sender for the record again.',
  },
  TDW_AVRO_CORRUPT: {
    class: 'input',
    meaning: 'The bytes are no value of the schema that they name.',
    todo: 'Ask the sender for the record again.',
  },
  TDW_AVRO_TRAILING_BYTES: {
    class: 'input',
    meaning: 'Bytes are left over behind the value.',
    todo: 'Look at what the sender writes: the schema named is probably not the one written with.',
  },
  TDW_AVRO_UNENCODABLE: {
    class: 'input',
    meaning: 'A value does not fit its schema.',
    todo: 'Correct the field that the message names.',
  },
  TDW_AVRO_NOT_PREPARED: {
    class: 'bug',
    meaning: 'A record with a registry’s schema id was decoded before its schema was fetched.',
    todo: 'Report it with the log line: the batch was not prepared.',
  },
  TDW_DECIMAL_OUT_OF_RANGE: {
    class: 'input',
    meaning: 'A decimal has more than 6 decimals or more than 18 digits before the point.',
    todo: 'Correct the amount or quantity.',
  },
  TDW_HISTORY_MALFORMED: {
    class: 'usage',
    meaning: "A file of traders' history has a line that is no counter, or the same counter twice.",
    todo: 'Correct the line and field that the message names; `tidewaiter assess --help` says what a counter is.',
  },
  TDW_REGISTRY_UNREACHABLE: {
    class: 'infrastructure',
    meaning: 'The schema registry does not answer.',
    todo: 'Restore the registry; scoring waits and goes on by itself.',
  },
  TDW_REGISTRY_REFUSED: {
    class: 'usage',
    meaning: 'The schema registry refuses a schema of this release.',
    todo: 'Compare the compatibility setting of the subject with schemas/README.md.',
  },
  TDW_INPUT_EMPTY: {
    class: 'input',
    meaning: 'The input holds nothing.',
    todo: 'Ask the sender for the message again.',
  },
  TDW_INPUT_ENCODING: {
    class: 'input',
    meaning: 'The input is not text in UTF-8.',
    todo: 'Save the file as UTF-8, or send XML that declares its encoding.',
  },
  TDW_INPUT_FORMAT: {
    class: 'input',
    meaning: 'The input is in a format that is known by name and not read.',
    todo: 'Give it in one of the formats that the message lists: export it anew, or have the sender send another.',
  },
  TDW_INPUT_TOO_LARGE: {
    class: 'input',
    meaning: 'One line or one record of the input is larger than allowed.',
    todo: 'Check that the file has one declaration a line; split it otherwise.',
  },
  TDW_INPUT_UNREADABLE: {
    class: 'input',
    meaning: 'The file cannot be opened or read.',
    todo: 'Check that the file exists and may be read.',
  },
  TDW_INPUT_UNRECOGNISED: {
    class: 'input',
    meaning: 'The content is neither XML, JSON lines nor CSV with a header of schema paths.',
    todo: 'Check that the right file was given.',
  },
  TDW_INTERNAL: {
    class: 'bug',
    meaning: 'Tidewaiter itself failed on this input.',
    todo: 'Report the code with this line; of the stream, keep the dead letter and redrive it after the fix.',
  },
  TDW_JSON_FIELD: {
    class: 'input',
    meaning:
      'A JSON line has a field that the declaration event does not have, lacks one it must have, or holds a value of another kind.',
    todo: 'Correct the field named; `publish --dry-run --json` prints the shape.',
  },
  TDW_JSON_MALFORMED: {
    class: 'input',
    meaning: 'A line is not one JSON object.',
    todo: 'Correct the line named: one whole object a line.',
  },
  TDW_JSON_REPEATED_KEY: {
    class: 'input',
    meaning:
      'A JSON line holds one key twice in the same object, so that two readers could take it for different declarations.',
    todo: 'Have the sender write the key named once; where its values differ, ask which one was meant.',
  },
  TDW_KAFKA_ACCOUNT: {
    class: 'infrastructure',
    meaning: 'A broker does not accept the account, its password or the mechanism.',
    todo: 'Check kafka.sasl.mechanism, kafka.sasl.username and the password (kafka.sasl.passwordFile); have the Kafka administrator make or reset the account.',
  },
  TDW_KAFKA_CLIENT_UNPROVEN: {
    class: 'bug',
    meaning:
      'The installed kafkajs is not the one whose reading of committed records was proven: it could show aborted ones.',
    todo: 'Install what package-lock.json names (`npm ci`); after a wanted update run the tests of aborted records first.',
  },
  TDW_KAFKA_LOG_REPLACED: {
    class: 'infrastructure',
    meaning: 'A topic was deleted and made again: what its earlier log still held unanswered is gone.',
    todo: 'Have what was published before it was deleted and has no answer published again.',
  },
  TDW_KAFKA_LOG_SHORTER: {
    class: 'infrastructure',
    meaning: "A partition's log ends before what was read of it, though its topic was not made anew.",
    todo: 'See whether a broker came back without its last records; the partition waits until the log is whole again.',
  },
  TDW_KAFKA_RECORDS_LOST: {
    class: 'infrastructure',
    meaning: 'Records left the log before they were read: they were never answered.',
    todo: 'Have the events of that range published again; find out what held up the reading past the retention.',
  },
  TDW_KAFKA_REFUSED: {
    class: 'infrastructure',
    meaning: 'A broker refused what was asked of it.',
    todo: "Read the broker's reason; for a missing right apply what `tidewaiter acls print` says.",
  },
  TDW_KAFKA_TOPIC_MISSING: {
    class: 'infrastructure',
    meaning: 'A topic does not exist.',
    todo: 'Run `tidewaiter topics apply`, or correct kafka.topics.prefix and kafka.topics.names.',
  },
  TDW_KAFKA_UNAVAILABLE: {
    class: 'infrastructure',
    meaning: 'No broker could be reached, or none answered in time.',
    todo: 'Check kafka.brokers, kafka.ssl.enabled, the network and the brokers; `tidewaiter doctor` says which of them answer.',
  },
  TDW_KAFKA_UNTRUSTED: {
    class: 'infrastructure',
    meaning:
      'No secure connection to a broker can be made: its certificate is not trusted, not for its name or not valid today, or it speaks no TLS.',
    todo: "Name the authority that signs the brokers' certificates in kafka.ssl.caFile and the brokers as their certificates do in kafka.brokers; check that the port is the one for TLS.",
  },
  TDW_LICENCE_UNKNOWN: {
    class: 'usage',
    meaning: 'No licence of this id is in the register, nor was it there before.',
    todo: 'Look for it with `tidewaiter licences list`; blanks and case of an id do not count.',
  },
  TDW_LICENCES_MALFORMED: {
    class: 'usage',
    meaning: 'A file of licences has a line that is no licence.',
    todo: 'Correct the line and field that the message names, then import the whole file again; nothing of it was taken.',
  },
  TDW_LICENCES_SHRUNK: {
    class: 'usage',
    meaning: 'A whole register would drop more than a tenth of the licences that are known.',
    todo: 'Compare the file with its source; if the change is right, import it again with --whole --force and a reason. A part of a register is imported without --whole.',
  },
  TDW_LOCAL_KAFKA: {
    class: 'infrastructure',
    meaning: 'The local Kafka broker did not start.',
    todo: 'Read the last lines of its log in the message; free memory or disk, then try again, or name brokers of your own in TIDEWAITER_KAFKA_BROKERS.',
  },
  TDW_LOCAL_POSTGRES: {
    class: 'infrastructure',
    meaning: 'The local Postgres server did not start.',
    todo: 'Read the last lines of its log in the message; free memory or disk, then try again, or name a database of your own in TIDEWAITER_POSTGRES_URL.',
  },
  TDW_MAPPING_INVALID: {
    class: 'usage',
    meaning:
      'A mapping file (`--map`) is no YAML, or says what cannot be: a key or a path that is not known, a value filled twice.',
    todo: 'Correct the lines named; config/mappings/README.md says what a mapping file has, and has an example.',
  },
  TDW_MODEL_CORRUPT: {
    class: 'infrastructure',
    meaning: "A file of a model's artefact does not have the content that its version stands for.",
    todo: 'Put the folder back from its source (a checkout, a back-up, or training with the same seed); `tidewaiter doctor` verifies it. Find out who changed it.',
  },
  TDW_MODEL_DATA: {
    class: 'usage',
    meaning: 'A file given to train or evaluate a model with cannot be read as its data.',
    todo: 'Check the columns and the line that the message names; `tidewaiter train --help` and `tidewaiter evaluate --help` say which files each model takes.',
  },
  TDW_MODEL_MALFORMED: {
    class: 'usage',
    meaning: 'A folder is no artefact of a model, or lacks a part that the model needs.',
    todo: 'Check that the folder is the one that training wrote, for the model that it is activated for.',
  },
  TDW_MODEL_MISSING: {
    class: 'usage',
    meaning: "A model's artefact, or a file of it, is not where it was looked for.",
    todo: 'Put the folder under models.dir or name another version; `tidewaiter model list` shows what is there.',
  },
  TDW_MODEL_NEWER: {
    class: 'usage',
    meaning: 'An artefact was written by a later release than this one can read.',
    todo: 'Install the later release, or activate a version that this one reads.',
  },
  TDW_POLICY_REJECTED: {
    class: 'usage',
    meaning:
      'The policy has mistakes: a rule does not compile, lacks something, or one of its cases comes out differently.',
    todo: 'Correct what `tidewaiter rules check` lists with file and line; the policy that was active stays active.',
  },
  TDW_POLICY_UNREADABLE: {
    class: 'usage',
    meaning: 'A file of the policy cannot be read, or is no YAML.',
    todo: 'Check the folder (lanes.yaml, families.yaml, lists.yaml, rules/*.yaml) and the line named.',
  },
  TDW_REFERENCE_CONTRADICTS: {
    class: 'usage',
    meaning:
      'Exchange rates that are imported differ from those in force or from each other, or are for one unit of another currency.',
    todo: "Compare both with their source. To take the files' rates all the same, import them with --force and a reason: they replace those of the same days, and a table of another base currency whole.",
  },
  TDW_REFERENCE_FORMAT_UNKNOWN: {
    class: 'usage',
    meaning: 'A file given to `reference import` is in no known format.',
    todo: 'Check that it is the file that was meant; `tidewaiter reference import --help` lists the formats and the columns they are known by.',
  },
  TDW_REFERENCE_INCOMPLETE: {
    class: 'usage',
    meaning: 'A reference file needs another one beside it.',
    todo: 'Give the files that belong together in one call, or import first what the message names.',
  },
  TDW_REFERENCE_MALFORMED: {
    class: 'usage',
    meaning: 'A reference file or snapshot is broken.',
    todo: 'Get it again from its source, or correct the line that the message names; the active version stays as it was.',
  },
  TDW_REFERENCE_NOT_STORED: {
    class: 'infrastructure',
    meaning: 'The active version of a reference snapshot is in no store that can be reached.',
    todo: 'Check the database and TIDEWAITER_DATA_DIR; import the snapshot again if both have lost it.',
  },
  TDW_REFERENCE_SHRUNK: {
    class: 'usage',
    meaning: 'An import would drop far more than a new edition ever did.',
    todo: 'Compare the file with its source; if the change is right, import it again with --force and a reason.',
  },
  TDW_REFERENCE_TAMPERED: {
    class: 'infrastructure',
    meaning: 'A stored reference snapshot does not have the content it is named by.',
    todo: 'Remove the file that the message names, so that it is fetched again from the database; find out who changed it.',
  },
  TDW_REFERENCE_TOO_FEW: {
    class: 'usage',
    meaning: 'There are too few observations to learn usual ratios from.',
    todo: 'Give more declarations, or check that masses and values are in the columns that the help names.',
  },
  TDW_SETUP_BUILD: {
    class: 'usage',
    meaning: 'The sources could not be compiled.',
    todo: 'Read what the compiler says; run `npm ci` when it is not installed.',
  },
  TDW_SETUP_DEPENDENCIES: {
    class: 'infrastructure',
    meaning: 'npm could not install the dependencies.',
    todo: 'Read what npm says; check the way to the npm registry, then try again.',
  },
  TDW_SETUP_JAVA_MISSING: {
    class: 'usage',
    meaning: 'No Java runtime was found for the local Kafka broker.',
    todo: 'Install a JDK of version 17 or later (Debian and Ubuntu: apt-get install openjdk-17-jdk-headless; macOS: brew install openjdk), or name brokers of your own in TIDEWAITER_KAFKA_BROKERS.',
  },
  TDW_SETUP_JAVA_TOO_OLD: {
    class: 'usage',
    meaning: 'The Java runtime is older than the local Kafka broker needs.',
    todo: 'Install a JDK of version 17 or later and point JAVA_HOME at it, or name brokers of your own in TIDEWAITER_KAFKA_BROKERS.',
  },
  TDW_SETUP_KAFKA_FETCH: {
    class: 'infrastructure',
    meaning: 'Maven could not fetch the jars of Apache Kafka.',
    todo: 'Check the way to Maven Central or a mirror (settings.xml), then try again, or name brokers of your own in TIDEWAITER_KAFKA_BROKERS.',
  },
  TDW_SETUP_MAVEN_MISSING: {
    class: 'usage',
    meaning: 'Maven, which fetches the local Kafka broker, was not found.',
    todo: 'Install Maven (Debian and Ubuntu: apt-get install maven; macOS: brew install maven), or name brokers of your own in TIDEWAITER_KAFKA_BROKERS.',
  },
  TDW_SETUP_NODE_TOO_OLD: {
    class: 'usage',
    meaning: 'This Node is older than Tidewaiter needs.',
    todo: 'Install the version that package.json names under engines, or a later one.',
  },
  TDW_SETUP_POSTGRES_ACCOUNT: {
    class: 'usage',
    meaning: 'Root found no other account to run the local Postgres.',
    todo: 'Run as an ordinary user, or add an account: useradd --system postgres.',
  },
  TDW_SETUP_POSTGRES_MISSING: {
    class: 'usage',
    meaning: 'The programs of the local Postgres are not installed or do not run here.',
    todo: 'Run `npm ci` without --omit=optional, or name a database of your own in TIDEWAITER_POSTGRES_URL.',
  },
  TDW_SETUP_TENSORFLOW_BUILD: {
    class: 'infrastructure',
    meaning: 'The native backend of TensorFlow does not compile.',
    todo: 'Read what the compiler says above; without it the models run on WebAssembly.',
  },
  TDW_SETUP_TENSORFLOW_FETCH: {
    class: 'infrastructure',
    meaning: "TensorFlow's library could not be fetched, or is not what is pinned.",
    todo: 'Check the way to the Python package index, then run `npm run build:tensorflow` again; without it the models run on WebAssembly.',
  },
  TDW_SETUP_TENSORFLOW_PLATFORM: {
    class: 'usage',
    meaning: 'The native backend of TensorFlow can be built on Linux x86_64 only.',
    todo: 'Nothing: the models run on WebAssembly here.',
  },
  TDW_SETUP_TENSORFLOW_TOOLS: {
    class: 'usage',
    meaning: 'A tool that builds the native backend of TensorFlow is missing.',
    todo: 'Install Python 3 with pip and a C++ compiler (Debian and Ubuntu: apt-get install python3-pip g++); without it the models run on WebAssembly.',
  },
  TDW_STORAGE_UNUSABLE: {
    class: 'infrastructure',
    meaning:
      'A file or folder of this machine cannot be written or opened: the disk is full, it is read-only, or a right is missing.',
    todo: 'Free space or grant the right on the path named; TIDEWAITER_DATA_DIR and TIDEWAITER_CACHE_DIR move what Tidewaiter keeps.',
  },
  TDW_TENSORFLOW_UNAVAILABLE: {
    class: 'infrastructure',
    meaning: 'TensorFlow.js computes on none of its backends, or not on the one that was chosen.',
    todo: 'Run `tidewaiter doctor`; run `npm ci` where a backend is not installed and `npm run build:tensorflow` for the native one, or set models.backend to auto.',
  },
  TDW_XML_DOCTYPE: {
    class: 'input',
    meaning: 'The XML has a document type declaration, which could define entities or name external files.',
    todo: 'Refuse the message; treat its sender with suspicion: no customs message has one.',
  },
  TDW_XML_ENCODING: {
    class: 'input',
    meaning: 'The bytes of the XML are not in the encoding that it declares, or in none that is read.',
    todo: 'Ask the sender for the message in UTF-8.',
  },
  TDW_XML_FUNCTION_CODE: {
    class: 'input',
    meaning:
      'A declaration in XML has a function code that says neither lodgement (9), amendment (4, 13, 14), replacement (5) nor cancellation (1).',
    todo: 'Ask the sender what the message is for; it was not taken for a lodgement.',
  },
  TDW_XML_MALFORMED: {
    class: 'input',
    meaning: 'The XML is not well-formed.',
    todo: 'Ask the sender for the message again; the line and element show where it breaks.',
  },
  TDW_XML_NAMESPACE: {
    class: 'input',
    meaning: 'The XML looks like a WCO message, but its namespaces are not those of one.',
    todo: 'Check what rewrote the message on its way (colons lost from names are typical).',
  },
  TDW_XML_NOT_WCO: {
    class: 'input',
    meaning: 'The XML is well-formed, but no message of the WCO Data Model.',
    todo: 'Check that the right file was given.',
  },
  TDW_XML_REPEATED: {
    class: 'input',
    meaning: 'An element that says which declaration a message is about, or what it asks for, stands twice in it.',
    todo: 'Ask the sender which of the two it is; none was taken for the other.',
  },
  TDW_XML_TOO_DEEP: {
    class: 'input',
    meaning: 'The elements of the XML are nested deeper than any customs message.',
    todo: 'Refuse the message; treat its sender with suspicion.',
  },
  TDW_XML_TOO_LARGE: {
    class: 'input',
    meaning: 'The XML exceeds a limit on bytes, elements, attributes or text.',
    todo: 'Check the message; split it where it holds many declarations.',
  },
  TDW_XML_TRUNCATED: { class: 'input', meaning: 'The XML ends in the middle.', todo: 'Fetch or send the file again.' },
  TDW_XML_VALUE: {
    class: 'input',
    meaning: 'An element holds a text that cannot be the number or time that it must be.',
    todo: 'Ask the sender to correct the element named.',
  },
  TDW_MIGRATION_PENDING: {
    class: 'usage',
    meaning: 'The database lacks migrations of this release.',
    todo: 'Run `tidewaiter migrate`.',
  },
  TDW_MIGRATION_CHANGED: {
    class: 'usage',
    meaning: 'A migration that the database already has was edited afterwards.',
    todo: 'Restore the released file; write a new migration for the change.',
  },
  TDW_OUTCOMES_MALFORMED: {
    class: 'usage',
    meaning: 'A line is no outcome as the contract has it.',
    todo: 'Correct the field that the message names; schemas/outcome.avsc lists all of them.',
  },
  TDW_OUTPUT_TOO_LARGE: {
    class: 'input',
    meaning: 'The answer to an event is larger than the topics take.',
    todo: "Look at the declaration by hand; raise the topics' max.message.bytes and limits.maxRecordBytes together, then redrive.",
  },
  TDW_EDITION_NOT_STORED: {
    class: 'usage',
    meaning: 'An assessment names an edition that the database does not hold.',
    todo: 'Restore the editions table from a backup: without it nobody can say what the assessment was judged by.',
  },
  TDW_RECORD_ALTERED: {
    class: 'usage',
    meaning: 'What was judged, as it stands on record, is not what was recorded: its hash is another.',
    todo: 'Find out who wrote to the table of assessments; restore the row from a backup, or compare it with the record on its topic.',
  },
  TDW_POLICY_NOT_STORED: {
    class: 'usage',
    meaning: 'An assessment names a policy that the database does not hold.',
    todo: 'Restore the policies table from a backup: without the policy the assessment cannot be replayed.',
  },
  TDW_POSTGRES_REFUSED: {
    class: 'infrastructure',
    meaning: 'Postgres refuses the account, its password, the database named, or a right that is needed.',
    todo: 'Check user, password and database in postgres.url; have the database administrator grant what the message says is denied.',
  },
  TDW_POSTGRES_UNTRUSTED: {
    class: 'infrastructure',
    meaning:
      'No secure connection to Postgres can be made: its certificate is not trusted, not for its name or not valid today, or it speaks no TLS.',
    todo: "Name the authority that signs the server's certificate in postgres.ssl.caFile and the server as its certificate does in postgres.url; turn TLS on at the server.",
  },
  TDW_POSTGRES_UNAVAILABLE: {
    class: 'infrastructure',
    meaning: 'Postgres cannot be reached or did not answer in time.',
    todo: 'Nothing is lost: the stream waits. Bring Postgres back; scoring resumes by itself.',
  },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof ERROR_CODES;
