import { offsetText } from '../charts/time-text';
import { CLOCK_OFFSETS } from '../domain/clock-offsets';
import { countOf, shortText } from '../domain/number-text';
import { chooseForFile, fileChoice } from '../domain/policy';
import type { ConventionChoice, FileChoice, Policies } from '../domain/policy';
import type { ConventionRow } from '../queries/rows/clock-changes';
import type { Dataset } from '../session/session-state';
import { certaintyText, conventionText, CONVENTION_CHOICES } from './transition-text';

/** Files listed one by one. For more, a choice for single files is made on the command line. */
const MOST_FILES = 200;
/** What the choice for all files shows where single files have choices of their own. */
const MIXED = 'mixed';

interface ClockChoicesProps {
  dataset: Dataset;
  /** A choice that is being weighed, over those that hold. */
  tried: Partial<Policies> | null;
  busy: boolean;
  onTry: (change: Partial<Policies>) => void;
}

/** The choice of how clock changes are written, for all files that are open. */
export function ClockChoice({ dataset, tried, busy, onTry }: ClockChoicesProps) {
  const policies = { ...dataset.policies, ...tried };
  const { convention, clockOffsetMinutes } = policies;
  const names = [...Object.keys(policies.fileConventions), ...Object.keys(policies.fileClockOffsets)];
  const isMixed = dataset.sources.length > 1 && dataset.sources.some(({ name }) => names.includes(name));
  const only = dataset.sources.length === 1 ? dataset.sources[0]!.name : null;
  const choice = only === null ? { convention, clockOffsetMinutes } : fileChoice(policies, only);
  return (
    <div className="convention">
      <ChoiceFields
        label="How clock changes are written"
        clockLabel="Clock of these files"
        choice={choice}
        isMixed={isMixed}
        showsClock={dataset.conventions.some((row) => isFixedClock(choice, row))}
        zone={policies.zone}
        busy={busy}
        onChoose={(chosen) => onTry({ ...chosen, fileConventions: {}, fileClockOffsets: {} })}
      />
    </div>
  );
}

/** The same for each of several files, with what each is taken for now. */
export function FileClockChoices({ dataset, tried, busy, onTry }: ClockChoicesProps) {
  const policies = { ...dataset.policies, ...tried };
  const { conventions } = dataset;
  if (conventions.length < 2) return null;
  const ways = new Set(conventions.map(({ name }) => name)).size;
  const more = conventions.length - MOST_FILES;
  return (
    <details className="file-clocks">
      <summary>
        File by file: {countOf(conventions.length, 'file')}, read in {countOf(ways, 'way')}
      </summary>
      <ul>
        {conventions.slice(0, MOST_FILES).map((row) => {
          const name = shortText(row.source_file, 60);
          const choice = fileChoice(policies, row.source_file);
          return (
            <li key={row.source_id} className="file-clock">
              <p>
                <strong>{name}</strong>
                <span>
                  {conventionText(row.name)}{' '}
                  <span className={`certainty is-${row.certainty.replace(' ', '-')}`}>
                    {certaintyText(row)}
                  </span>
                </span>
              </p>
              <ChoiceFields
                label={`Clock changes in ${name}`}
                clockLabel={`Clock of ${name}`}
                choice={choice}
                isMixed={false}
                showsClock={isFixedClock(choice, row)}
                zone={policies.zone}
                busy={busy}
                isQuiet
                onChoose={(chosen) =>
                  onTry({ ...tried, ...chooseForFile(policies, row.source_file, chosen) })
                }
              />
            </li>
          );
        })}
      </ul>
      {more > 0 && (
        <p className="card-note">
          {countOf(more, 'more file')} can be chosen for together above, or singly on the command line.
        </p>
      )}
    </details>
  );
}

/** Whether it matters for a file which clock never changes. */
const isFixedClock = ({ convention }: FileChoice, row: ConventionRow): boolean =>
  convention === 'fixed-offset' || (convention === 'auto' && row.name === 'fixed-offset');

interface ChoiceFieldsProps {
  label: string;
  clockLabel: string;
  choice: FileChoice;
  isMixed: boolean;
  showsClock: boolean;
  zone: string;
  busy: boolean;
  /** Whether the label is only said, where the line beside it shows what is chosen for. */
  isQuiet?: boolean;
  onChoose: (choice: FileChoice) => void;
}

function ChoiceFields(props: ChoiceFieldsProps) {
  const { label, clockLabel, choice, isMixed, showsClock, zone, busy, isQuiet = false, onChoose } = props;
  const labelClass = isQuiet ? 'visually-hidden' : 'field-label';
  const { clockOffsetMinutes: offset } = choice;
  const offsets =
    offset === null || CLOCK_OFFSETS.includes(offset) ? CLOCK_OFFSETS : [...CLOCK_OFFSETS, offset];
  return (
    <>
      <label>
        <span className={labelClass}>{label}</span>
        <select
          className="field"
          value={isMixed ? MIXED : choice.convention}
          disabled={busy}
          onChange={(event) => onChoose({ ...choice, convention: event.target.value as ConventionChoice })}
        >
          {isMixed && (
            <option value={MIXED} disabled>
              Chosen file by file
            </option>
          )}
          {CONVENTION_CHOICES.map(({ value, label: text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      </label>
      {showsClock && (
        <label>
          <span className={labelClass}>{clockLabel}</span>
          <select
            className="field"
            value={offset ?? ''}
            disabled={busy}
            onChange={({ target }) =>
              onChoose({
                ...choice,
                clockOffsetMinutes: target.value === '' ? null : Number(target.value),
              })
            }
          >
            <option value="">Standard time of {zone}</option>
            {offsets.map((minutes) => (
              <option key={minutes} value={minutes}>
                {offsetText(minutes)}, all year
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  );
}
