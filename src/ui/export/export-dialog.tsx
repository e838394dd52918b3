import { useEffect, useMemo, useRef, useState } from 'react';
import { bytesText, countOf } from '../../domain/number-text';
import chosenSize from '../../queries/chosen_size.sql?raw';
import type { SeriesRow } from '../../queries/rows/series';
import type { Resolution } from '../../session/chosen-columns';
import { chosenParts } from '../../session/chosen-parts';
import type { ChosenPart } from '../../session/chosen-parts';
import { chosenParameters, isWholeTable } from '../../session/chosen-sql';
import type { ExportChoice } from '../../session/chosen-sql';
import { chosenMetadata } from '../../session/export-metadata';
import { chosenBaseName, fileStem } from '../../session/export-name';
import { datesOf } from '../../session/read-dataset';
import type { Session } from '../../session/session';
import type { Dataset } from '../../session/session-state';
import { Icon } from '../icon';
import { useSelection } from '../portfolio/selection-store';
import { useQuestion } from '../use-question';
import type { Question } from '../use-question';
import { ColumnField } from './column-field';
import { FormatField, PeriodField, ResolutionField, ScopeField, UnitField } from './export-fields';
import { canChooseFile, chooseFile } from './choose-file';
import { choiceOf, FIRST_FORM, seriesByScope } from './export-form';
import type { ExportForm, Scope } from './export-form';
import { sizeInBytes } from './export-size';
import '../dialog-frame.css';
import './export.css';

interface ExportDialogProps {
  session: Session;
  dataset: Dataset;
  /** The series on show, null without any. */
  series: SeriesRow | null;
  busy: boolean;
  /** Whose readings are chosen at first. */
  scope: Scope;
  onClose: () => void;
}

type SizeRow = Record<Resolution, number>;

/** What to export: series, period, resolution, columns, unit and format, with rows and bytes before. */
export function ExportDialog({ session, dataset, series, busy, scope, onClose }: ExportDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [form, setForm] = useState<ExportForm>({ ...FIRST_FORM, scope });
  useEffect(() => dialog.current?.showModal(), []);
  const scopes = seriesByScope(dataset.series, series, useSelection());
  const answer = choiceOf(form, scopes);
  const choice = 'trouble' in answer ? null : answer;
  const size = useQuestion<SizeRow>(session, chosenSize, choice && chosenParameters(choice), dataset.version);
  const isEmpty = size.state === 'ready' && size.rows[0]?.[form.resolution] === 0;
  const cannot = busy || !choice || isEmpty;
  const change = (part: Partial<ExportForm>) => setForm({ ...form, ...part });
  const close = () => dialog.current?.close();
  const save = () => {
    if (cannot) return;
    void session.exportChosen(choice);
    close();
  };
  return (
    <dialog
      ref={dialog}
      className="dialog-frame export-dialog"
      aria-labelledby="export-title"
      onClose={onClose}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Head onClose={close} />
        <ScopeField form={form} scopes={scopes} shown={series} onChange={change} />
        <PeriodField form={form} onChange={change} />
        <div className="export-pair">
          <ResolutionField form={form} onChange={change} />
          <UnitField form={form} dataset={dataset} onChange={change} />
        </div>
        <ColumnField form={form} onChange={change} />
        <FormatField form={form} onChange={change} />
        <Notes form={form} firstMonth={choice && partsOf(choice, dataset)[0]?.month} />
        <div className="export-end">
          <p className="export-size" aria-live="polite">
            {'trouble' in answer ? answer.trouble : <Size {...{ size, choice: answer, dataset }} />}
          </p>
          {choice && canChooseFile(choice) && (
            <SaveWhere {...{ session, dataset, choice, cannot }} onChosen={close} />
          )}
          <button type="submit" className="button button-primary" aria-disabled={cannot}>
            <Icon name="download" />
            Export this
          </button>
        </div>
      </form>
    </dialog>
  );
}

/** The title and the way out. */
function Head({ onClose }: { onClose: () => void }) {
  return (
    <div className="card-head">
      <h2 id="export-title" className="card-title">
        Export options
      </h2>
      <button
        type="button"
        className="button button-quiet button-icon button-small"
        aria-label="Close the export options"
        onClick={onClose}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}

interface SaveWhereProps {
  session: Session;
  dataset: Dataset;
  choice: ExportChoice;
  cannot: boolean;
  onChosen: () => void;
}

/** Asks for a place on the disk and writes there as the file comes into being. */
function SaveWhere({ session, dataset, choice, cannot, onChosen }: SaveWhereProps) {
  const save = async () => {
    if (cannot) return;
    const name = isWholeTable(choice) ? `${fileStem(dataset)}.readings` : chosenBaseName(dataset, choice);
    const target = await chooseFile(`${name}.${choice.format}`);
    if (!target) return;
    void session.exportChosen(choice, target);
    onChosen();
  };
  return (
    <button
      type="button"
      className="button"
      title="Written to the disk as it comes into being: for large exports"
      aria-disabled={cannot}
      onClick={() => void save()}
    >
      Save where…
    </button>
  );
}

interface SizeProps {
  size: Question<SizeRow>;
  choice: ExportChoice;
  dataset: Dataset;
}

/** Rows and bytes before anything is written. */
function Size({ size, choice, dataset }: SizeProps) {
  const metadataBytes = useMemo(() => metadataBytesOf(dataset, choice), [dataset, choice]);
  if (size.state === 'loading') return 'Counting…';
  const rows = size.state === 'ready' ? size.rows[0]?.[choice.resolution] : undefined;
  if (rows === undefined) return 'The number of rows is not known.';
  if (rows === 0) return 'No readings in this period: choose other dates.';
  const ids = choice.seriesIds && new Set(choice.seriesIds);
  const series = ids ? dataset.series.filter(({ series_id }) => ids.has(series_id)) : dataset.series;
  const files = partsOf(choice, dataset).length;
  const facts = { rows, files, metadataBytes, series, sources: dataset.sources };
  const inFiles = choice.byMonth ? ` in ${countOf(files, 'file')}` : '';
  return (
    <>
      About {countOf(rows, 'row')}
      {inFiles}, <span className="export-bytes">{bytesText(sizeInBytes(choice, facts))}</span>
    </>
  );
}

/** One part, or the months within the chosen period and the dates of the data. */
function partsOf(choice: ExportChoice, dataset: Dataset): ChosenPart[] {
  const { first, last } = datesOf(dataset);
  // The day more at both ends of a fixed clock is rarely a month of its own.
  return chosenParts(choice, { first: first + DAY, last: last - DAY });
}

const DAY = 86_400_000;

function metadataBytesOf(dataset: Dataset, choice: ExportChoice): number {
  const metadata = Object.entries(chosenMetadata(dataset, choice, new Date(0)));
  const kept = choice.byMonth ? metadata.filter(([key]) => key !== 'meterfold.sql') : metadata;
  return kept.reduce((sum, [key, value]) => sum + key.length + value.length, 0);
}

interface NotesProps {
  form: ExportForm;
  /** Of a zip by month; `2022-01`. */
  firstMonth: string | null | undefined;
}

/** What a person should know of the choice before saving. */
function Notes({ form, firstMonth }: NotesProps) {
  return (
    <>
      {form.resolution !== 'native' && (
        <p className="card-note">
          Each row says how much of it is known: intervals, minutes, coverage, and the energy that was
          estimated, if you asked for that. What is coarser than the resolution stays as it is; nothing is
          spread.
        </p>
      )}
      {form.byMonth && firstMonth && (
        <p className="card-note">
          The zip has a folder <code>month={firstMonth}</code> and so on for each local month, which DuckDB
          and polars read as one table, and <code>meterfold.json</code>, which says where the data came from.
        </p>
      )}
      {form.leftOut.has('energy') && (
        <p className="card-note">
          Without the column energy only rows and columns can be checked after writing.
        </p>
      )}
    </>
  );
}
