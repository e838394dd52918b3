import { shortText } from './number-text';
import { askForLess, fileOf, fitsText, outputOf, taskOf } from './refusal-words';
import type { Text } from './refusal-words';
import type { AppErrorCode } from './app-error';

/** What went wrong while something was done: a choice, an export, a statement, the engine, the memory. */
export const WORK_REFUSALS = {
  UNKNOWN_ZONE: (detail) => ({
    title: 'Unknown time zone',
    sentence: `${detail.zone ? `“${shortText(detail.zone, 40)}”` : 'That'} is not a name in the IANA time zone database.`,
    nextStep: 'Choose a name such as Europe/Vilnius from the list. The zone stays as it was.',
  }),
  ALREADY_RUNNING: () => ({
    title: 'One thing at a time',
    sentence: 'Another file is still being opened or saved.',
    nextStep: 'Wait until it is done, or cancel it, then try again.',
  }),
  OUT_OF_MEMORY: (detail) => ({
    title: 'The memory ran out',
    sentence: `${taskOf(detail)} could not get the memory it needed.${fitsText(detail)}`,
    nextStep: askForLess(detail),
  }),
  RESTARTED_FOR_MEMORY: (detail) => ({
    title: 'The memory ran out, and the engine was started again',
    sentence: `${taskOf(detail)} could not get the memory it needed. A new engine has given back what the old one held, and what was open has been opened again from its files; nothing is lost.`,
    nextStep: askForLess(detail),
  }),
  SEVERAL_STATEMENTS: () => ({
    title: 'One statement at a time',
    sentence: 'The text holds more than one statement, and a result belongs to one.',
    nextStep: 'Run the part that you mean by itself.',
  }),
  CANCELLED: () => ({
    title: 'Cancelled',
    sentence: 'The work was stopped as you asked.',
    nextStep: 'Start again whenever you like.',
  }),
  LEDGER_DIFFERENCE: () => ({
    title: 'The ledger does not add up',
    sentence:
      'What was read is not equal to what is shown plus what was set aside. This is a mistake in Meterfold, not in your file.',
    nextStep: 'Do not use these figures. Please report it with the code below.',
  }),
  EXPORT_MISMATCH: () => ({
    title: 'The saved file did not pass its check',
    sentence: 'The export was read back and differs from what is on the page, so it was not handed over.',
    nextStep: 'Try the export again. If it happens twice, please report it with the code below.',
  }),
  ZIP_TOO_LARGE: () => ({
    title: 'Too much for one zip',
    sentence: 'The files of all months together pass 4 GB, more than a zip holds for every program.',
    nextStep: 'Choose a shorter period or fewer meters, or save one Parquet file without the zip.',
  }),
  OUTPUT_IS_INPUT: (detail) => ({
    title: 'The output would overwrite the input',
    sentence: `${outputOf(detail)} is one of the files that are read.`,
    nextStep: 'Choose another name for the output.',
  }),
  OUTPUT_UNWRITABLE: (detail) => ({
    title: 'The output could not be written',
    sentence: `${outputOf(detail)} cannot be created or written to.`,
    nextStep: 'Check the folder, the free space and your rights, then try again.',
  }),
  STORAGE_FULL: (detail) => ({
    title: 'The disk is full',
    sentence: `${detail.path ? outputOf(detail) : 'The export'} could not be written to its end: the disk, or the part of it that the browser may use, is full. Nothing of it was kept.`,
    nextStep: 'Free some space or choose another disk, then export again. What is open stays open.',
  }),
  ENGINE_START: () => ({
    title: 'The engine did not start',
    sentence: 'The part that does the calculation could not be loaded from this site.',
    nextStep: 'Check the connection and try again. A browser from the last two years is needed.',
  }),
  ENGINE_LOST: () => ({
    title: 'The engine stopped',
    sentence: 'The part that does the calculation ended without warning, most likely for want of memory.',
    nextStep: 'Open the file again; a new engine starts by itself.',
  }),
  ENGINE_RESTARTED: () => ({
    title: 'The engine stopped and was started again',
    sentence:
      'The part that does the calculation ended without warning, most likely for want of memory. What was open has been opened again from its files; nothing is lost.',
    nextStep: 'Go on. If it happens again, close other tabs or open a smaller part of the data.',
  }),
  CODEC_LOST: () => ({
    title: 'Reading or writing the file stopped',
    sentence:
      'The part that reads and writes Parquet ended without warning, most likely for want of memory. What was open stays open.',
    nextStep: 'Try again; a new one starts by itself.',
  }),
  CODEC_OUT_OF_MEMORY: (detail) => ({
    title: 'The memory ran out',
    sentence: `${detail.file ? `Reading ${fileOf(detail)}` : 'Reading or writing the file'} could not get the memory it needed. It has been given back.`,
    nextStep: 'Close other tabs and try again, or open a smaller part. The command line can hold more.',
  }),
  QUERY_FAILED: () => ({
    title: 'A question could not be answered',
    sentence: 'One of the calculations behind this page failed. The rest of the page is not affected.',
    nextStep: 'Try again. If it happens twice, please report it with the code below.',
  }),
} satisfies Partial<Record<AppErrorCode, Text>>;
