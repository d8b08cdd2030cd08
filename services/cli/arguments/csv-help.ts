/** What every command that takes declarations says of its CSV. */
export const DECLARATION_CSV_HELP = `
CSV of declarations has a header of schema paths, one declaration or goods item a row:
  declarationId (MRN), or functionalReferenceId (LRN) with declarant.id; typeCode, declarant.name, invoiceAmount.value …
  goodsItems[0].commodity.description, goodsItems[0].commodity.classifications[0].id …; \`publish --dry-run --json\` prints paths and values
  Rows that follow each other and differ in goodsItems only are the items of one declaration; items without sequenceNumber are counted through.
CSV of any other system is read by a mapping file, --map FILE: config/mappings/README.md.
${csvDialect()}`;

/** What is read as CSV, whatever the columns. */
export function csvDialect(): string {
  return `CSV is separated by comma, semicolon, tab or bar (told by the header, or a first line "sep=;"), in UTF-8, or UTF-16 with a byte order mark.
Numbers may have a decimal comma (5000,75; 1.234,56; 1 234,56); one that can be read in two ways (1,234) is refused.
`;
}

/** What a file of licences has; `assess --licences` takes the same. */
export const LICENCES_HELP = `
The file as CSV has one row a line of a licence; the first six columns are the same in each row of a licence:
  id,status,holderId,holderName,validFrom,validTo,line,commodityCode,controlEntry,destinations,endUser,quantity,unit,value,currencyId
  id, status and commodityCode must be there; status is issued, suspended, revoked, expired, exhausted or surrendered;
  destinations are country codes with blanks between them; an empty cell is not stated
As JSON lines: {"id":"X002-1","status":"issued","lines":[{"line":1,"commodityCode":"9013","destinations":["JP"],"quantity":"10","unit":"NAR"}]}
`;
