import { countOf, shortText } from './number-text';
import { columnOf, fileOf, firstPlace, fitsText, placeOf, rowsOf } from './refusal-words';
import type { Text } from './refusal-words';
import type { AppErrorCode } from './app-error';

/** What is wrong with a file: its bytes, its columns, its rows, or how much there is of it. */
export const FILE_REFUSALS = {
  NOT_PARQUET: (detail) =>
    /\.parquet$/i.test(detail.file ?? '')
      ? {
          title: 'This is not a Parquet file',
          sentence: `${fileOf(detail)} is named like one but does not begin with “PAR1”, as every Parquet file does, nor is it an Arrow, CSV or NEM12 file.`,
          nextStep:
            'Export it as Parquet again: renaming a file does not turn it into one. If it is a text, save its readings as CSV.',
        }
      : {
          title: 'This is no file of meter data',
          sentence: `${fileOf(detail)} is no Parquet, Arrow, CSV or NEM12 file, whatever its name says.`,
          nextStep: 'Save the readings as CSV or Parquet, then open that file.',
        },
  FILE_TRUNCATED: (detail) => ({
    title: 'The file is cut short',
    sentence: `${fileOf(detail)} begins as it should, but its end is missing.`,
    nextStep: 'Copy or download it again in full, then open it once more.',
  }),
  FILE_DAMAGED: (detail) => ({
    title: 'The file is damaged',
    sentence: `${fileOf(detail)} is of a known kind, but its contents cannot be decoded${placeOf(detail)}.`,
    nextStep: 'Ask for a fresh copy, or write it again from its source.',
  }),
  FILE_ENCRYPTED: (detail) => ({
    title: 'The file is encrypted',
    sentence: `${fileOf(detail)} is encrypted, and this page holds no keys.`,
    nextStep: 'Save it without encryption, then open that copy.',
  }),
  FILE_EMPTY: (detail) => ({
    title: 'The file is empty',
    sentence: `${fileOf(detail)} has a length of 0 bytes.`,
    nextStep: 'Check that the export or download finished, then open it again.',
  }),
  FILE_CHANGED: (detail) => ({
    title: 'The file changed while it was open',
    sentence: `${fileOf(detail)} is no longer the file that was opened: it was written to, moved or deleted.`,
    nextStep: 'Open it again to read it as it is now.',
  }),
  FILE_UNREADABLE: (detail) => ({
    title: 'The file could not be read',
    sentence: `${fileOf(detail)} was refused by the browser or the disk.`,
    nextStep: 'Check that it is a file and not a folder, and that you may read it.',
  }),
  CODEC_UNSUPPORTED: (detail) => ({
    title: 'This compression is not supported',
    sentence: `${fileOf(detail)} is compressed${detail.codec ? ` with ${shortText(detail.codec, 30)}` : ' in a way'} that this page cannot undo.`,
    nextStep: 'Save it with zstd, snappy, gzip, brotli, LZ4_RAW or without compression.',
  }),
  COLUMN_MISSING: (detail) => ({
    title: 'A column is missing',
    sentence: `${fileOf(detail)} has no column that can serve as ${columnOf(detail)}.`,
    nextStep: 'Rename or add the column, as in the list of what is expected.',
  }),
  COLUMN_TYPE: (detail) => ({
    title: 'A column has the wrong type',
    sentence: `${columnOf(detail).replace(/^./, (letter) => letter.toUpperCase())} of ${fileOf(detail).replace(/^The/, 'the')} holds another kind of value than is needed.`,
    nextStep: 'Write the column with the expected type and open the file again.',
  }),
  COLUMN_AMBIGUOUS: (detail) => ({
    title: 'Two columns claim the same role',
    sentence: `${fileOf(detail)} has more than one candidate for ${columnOf(detail)}, and guessing could mix up readings.`,
    nextStep: 'Keep one of them, or rename the other.',
  }),
  SHAPE_UNKNOWN: (detail) => ({
    title: 'The columns are not recognised',
    sentence: `${fileOf(detail)} is a table, but nothing in it was recognised as ${columnOf(detail)}.`,
    nextStep: 'Say which column is what, and the file opens.',
  }),
  SHAPE_UNSURE: (detail) => ({
    title: 'The file can be read in two ways',
    sentence: `${fileOf(detail)} leaves open ${detail.value ?? 'how it is meant'}.`,
    nextStep: 'Say how it is meant, and the file opens.',
  }),
  VALUE_UNREADABLE: (detail) => ({
    title: 'A cell cannot be read',
    sentence: `${fileOf(detail)} has ${detail.value ? `“${shortText(detail.value, 40)}”` : 'something'}${placeOf(detail)}, which is not what that column holds elsewhere.`,
    nextStep: 'Correct the cell or leave it empty, or say that the column is something else.',
  }),
  ROW_BROKEN: (detail) => ({
    title: 'A row does not fit its columns',
    sentence: `${fileOf(detail)} is broken${placeOf(detail)}${detail.cause ? `: ${shortText(detail.cause, 80)}` : ''}.`,
    nextStep: 'Check that row in a text editor, or export the file again.',
  }),
  NEM12_BROKEN: (detail) => ({
    title: 'A NEM12 record cannot be read',
    sentence: `${fileOf(detail)} breaks the NEM12 format${placeOf(detail)}${detail.cause ? `: ${shortText(detail.cause, 100)}` : ''}.`,
    nextStep: 'Ask for a fresh copy from the market participant that wrote it.',
  }),
  NO_ROWS: (detail) => ({
    title: 'The file has no rows',
    sentence: `${fileOf(detail)} has the right columns, but not a single row.`,
    nextStep: 'Check the filter or the period of the export.',
  }),
  NO_VALUES: (detail) => ({
    title: 'The file has no values',
    sentence: `${fileOf(detail)} has ${rowsOf(detail)}, but every array in it is empty.`,
    nextStep: 'Check that the export includes the readings themselves.',
  }),
  NULL_KEY: (detail) => ({
    title: 'Rows without a meter, client or date',
    sentence: `${fileOf(detail)} has ${rowsOf(detail)} without a key${firstPlace(detail)}, so these readings belong to nobody.`,
    nextStep: 'Fill the keys and open the file again, or set these rows aside: they will be counted.',
  }),
  NAME_TOO_LONG: (detail) => ({
    title: 'A name is too long to be one',
    sentence: `${fileOf(detail)} has a text of more than 20,000 bytes${placeOf(detail)}, where a short name belongs.`,
    nextStep: 'Check that this is the right column and that the file is whole, then open it again.',
  }),
  TOO_LARGE: (detail) => ({
    title: 'More data than fits',
    sentence: `${fileOf(detail)} has ${detail.count === undefined ? 'more rows' : countOf(detail.count, 'row')}, more than fits into the memory here.${fitsText(detail)}`,
    nextStep: 'Take a shorter period or fewer meters, or use the command line, which can hold more.',
  }),
} satisfies Partial<Record<AppErrorCode, Text>>;
