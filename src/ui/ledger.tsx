import { countOf, decimalText, shortText, unitText } from '../domain/number-text';
import type { LedgerRow, SetAsideRow } from '../queries/rows/ledger';
import type { Dataset } from '../session/session-state';
import { Icon } from './icon';
import { conversionLines } from './meaning-text';
import { groupText, isBalanced, ledgerSentence, leftOutLines, setAsideSentence } from './ledger-text';

/** Energy in is energy out plus energy set aside: one line for each fuel, channel and unit, never added up across. */
export function Ledger({ dataset }: { dataset: Dataset }) {
  return (
    <section className="card" id="ledger" aria-label="Ledger">
      <div className="card-head">
        <div>
          <h2 className="card-title">Nothing is lost: read = shown + set aside</h2>
          <p className="card-note">
            Counted over all open files, separately for each fuel, channel and unit. Exact to the last digit.
          </p>
        </div>
      </div>
      <LedgerLines rows={dataset.ledger} />
      <LeftOutList dataset={dataset} />
      <ConversionList dataset={dataset} />
      <SetAsideList rows={dataset.setAside} />
    </section>
  );
}

/** The ledger as equations that a person can check. */
export function LedgerLines({ rows }: { rows: readonly LedgerRow[] }) {
  return (
    <ul className="ledger-lines">
      {rows.map((row) => (
        <LedgerLine key={`${row.fuel}/${row.channel}/${row.unit}`} row={row} />
      ))}
    </ul>
  );
}

function LedgerLine({ row }: { row: LedgerRow }) {
  const balanced = isBalanced(row);
  return (
    <li className="ledger-line">
      <h3 className="ledger-name">
        {groupText(row)} <span className="strip-note">({unitText(row.unit)})</span>
      </h3>
      <div className="equation">
        <Term name="read" value={row.energy_read} note={countOf(row.values_read, 'value')} />
        <Term sign="=" name="shown" value={row.energy_shown} note={countOf(row.readings, 'interval')} />
        <Term
          sign="+"
          name="set aside"
          value={row.energy_set_aside}
          note={countOf(row.values_set_aside, 'value')}
        />
        <span className={balanced ? 'equation-verdict' : 'equation-verdict is-bad'}>
          <Icon name={balanced ? 'check' : 'warn'} />
          {balanced ? 'adds up exactly' : `difference ${decimalText(row.energy_difference)}`}
        </span>
      </div>
      <p className="card-note">{ledgerSentence(row)}</p>
    </li>
  );
}

interface TermProps {
  /** What stands before the term. */
  sign?: string;
  name: string;
  value: string;
  note: string;
}

function Term({ sign, name, value, note }: TermProps) {
  return (
    <span className="equation-part">
      {sign && <span className="equation-sign">{sign}</span>}
      <span className="term">
        <span className="term-name">{name}</span>
        <span className="term-value">{shortText(decimalText(value), 40)}</span>
        <span className="term-note">{note}</span>
      </span>
    </span>
  );
}

/** What a person left out of files that were too large; nothing where every file is open whole. */
function LeftOutList({ dataset }: { dataset: Dataset }) {
  const lines = leftOutLines(dataset.sources);
  if (!lines.length) return null;
  return (
    <div className="ledger-aside">
      <h3 className="ledger-name">Left out, because you opened a part</h3>
      <ul className="plain-list">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}

/** What is not shown as it lies in its file; nothing where everything is. */
function ConversionList({ dataset }: { dataset: Dataset }) {
  const lines = conversionLines(dataset.conversions);
  if (!lines.length) return null;
  return (
    <div className="ledger-aside">
      <h3 className="ledger-name">Converted, the sum held to the file before and to the readings after</h3>
      <ul className="plain-list">
        {lines.map((line) => (
          <li key={line}>{line}.</li>
        ))}
      </ul>
    </div>
  );
}

function SetAsideList({ rows }: { rows: readonly SetAsideRow[] }) {
  if (!rows.length) {
    return <p className="ledger-aside card-note">No row and no value was set aside.</p>;
  }
  return (
    <div className="ledger-aside">
      <h3 className="ledger-name">Set aside, by reason</h3>
      <ul className="plain-list">
        {rows.map((row) => (
          <li key={`${row.reason}/${row.fuel}/${row.channel}/${row.unit}`}>{setAsideSentence(row)}</li>
        ))}
      </ul>
    </div>
  );
}
