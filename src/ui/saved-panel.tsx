import { bytesText, countOf, decimalText, isUnitKnown, shortText, unitText } from '../domain/number-text';
import { channelText, fuelText } from '../charts/series-text';
import type { SavedExport } from '../session/session-state';
import { Icon } from './icon';

/** The sum of one fuel and channel of a saved file, in words: `876,000 (unit not stated) of electricity consumption`. */
export function savedEnergyText({ energy, unit, fuel, channel }: SavedExport['energy'][number]): string {
  const amount = isUnitKnown(unit)
    ? `${decimalText(energy)} ${unitText(unit)}`
    : `${decimalText(energy)} (unit not stated)`;
  return `${amount} of ${fuelText(fuel)} ${channelText(channel)}`;
}

interface SavedPanelProps {
  saved: SavedExport;
  onDismiss: () => void;
}

/** An export that was read back and found right, with the figures that prove it. */
export function SavedPanel({ saved, onDismiss }: SavedPanelProps) {
  return (
    <section className="notice saved" aria-label="Saved export">
      <div className="notice-head">
        <span className="saved-sign">
          <Icon name="check" />
        </span>
        <h2 className="notice-title">Saved</h2>
        <button
          type="button"
          className="button button-quiet button-icon button-small"
          aria-label="Dismiss the saved export"
          onClick={onDismiss}
        >
          <Icon name="close" />
        </button>
      </div>
      <p className="saved-name">{shortText(saved.name, 120)}</p>
      <p>
        {countOf(saved.rows, 'row')}, {bytesText(saved.bytes)}. Written, read back and compared:
      </p>
      <ul className="ticks">
        {saved.energy.map((entry) => (
          <li key={`${entry.fuel}/${entry.channel}/${entry.unit}`}>
            <Icon name="check" />
            {savedEnergyText(entry)}
          </li>
        ))}
        {saved.checks.map((check) => (
          <li key={check}>
            <Icon name="check" />
            {check}
          </li>
        ))}
      </ul>
    </section>
  );
}
