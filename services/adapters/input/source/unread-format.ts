/** Enough of a ZIP's first entries to see what is in it. */
const ZIP_ENTRIES = 4096;
const BINARY: readonly (readonly [beginning: string, format: string])[] = [
  ['%PDF-', 'PDF'],
  ['\xd0\xcf\x11\xe0', 'an Excel or Word file of before 2007'],
  ['\x1f\x8b', 'gzip'],
  ['7z\xbc\xaf', '7-Zip'],
  ['Rar!', 'RAR'],
  ['{\\rtf', 'RTF'],
];

/** The name of a format that is known by its beginning and not read: "EDIFACT CUSDEC", "PDF"; `undefined` for any other. */
export function unreadFormatOf(head: Uint8Array): string | undefined {
  const text = new TextDecoder('latin1').decode(head).replace(/^\xef\xbb\xbf/, '');
  const binary = BINARY.find(([beginning]) => text.startsWith(beginning))?.[1];
  if (binary !== undefined) return binary;
  if (text.startsWith('PK\x03\x04')) return archiveOf(text.slice(0, ZIP_ENTRIES));
  const first = text.trimStart();
  return edifactOf(first) ?? x12Of(first) ?? (isHtml(first) ? 'HTML' : undefined);
}

function archiveOf(text: string): string {
  if (/xl\/(worksheets|workbook)|\[Content_Types\]\.xml/.test(text)) return 'an Office file (XLSX, DOCX)';
  return text.includes('opendocument.spreadsheet') ? 'an OpenDocument spreadsheet' : 'ZIP';
}

/** ISO 9735: UNA names the separators (of elements at 4, else it is "+"), UNB begins an interchange, UNG a group, UNH a message with its type. */
function edifactOf(text: string): string | undefined {
  if (!/^(UNA.{6}\s*UN[BGH]|UN[BGH]\+)/s.test(text)) return undefined;
  const element = text.startsWith('UNA') ? text.charAt(4) : '+';
  const [, type] =
    text
      .slice(text.indexOf(`UNH${element}`))
      .split(element, 3)[2]
      ?.match(/^([A-Z]{6})/) ?? [];
  return type === undefined ? 'EDIFACT' : `EDIFACT ${type}`;
}

/** ASC X12: ISA is followed by the separator of elements; ST begins a transaction set with its number. */
function x12Of(text: string): string | undefined {
  const [, separator] = /^ISA([^\w\s])\d\d\1/.exec(text) ?? [];
  if (separator === undefined) return undefined;
  const [, set] = new RegExp(`[^\\w]\\s*ST\\${separator}(\\d{3})\\${separator}`).exec(text) ?? [];
  return set === undefined ? 'ANSI X12' : `ANSI X12 ${set}`;
}

function isHtml(text: string): boolean {
  return /^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<(!doctype\s+html|html|head|body)[\s>]/i.test(text);
}
