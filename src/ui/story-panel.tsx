import { bytesText, countOf, shortText } from '../domain/number-text';
import type { ExportStory } from '../session/session-state';
import { Icon } from './icon';
import { LedgerLines } from './ledger';
import { policyLines } from './policy-lines';
import { sourceStory } from './source-story';

interface StoryPanelProps {
  story: ExportStory;
  onDismiss: () => void;
}

/** What one of our own exports says of itself when it is dropped back in. */
export function StoryPanel({ story, onDismiss }: StoryPanelProps) {
  const facts: [string, string][] = [
    ['Rows', countOf(story.rows, story.isChosen ? 'row' : 'interval')],
    ['Written', writtenText(story.createdAt)],
    ['Transformation', `version ${shortText(story.etlVersion, 20)}`],
    ...policyLines(story.policies),
  ];
  return (
    <section className="card story" aria-label="The story of this file">
      <div className="notice-head">
        <h2 className="card-title notice-title">{shortText(story.file, 100)} was written by Meterfold</h2>
        <button
          type="button"
          className="button button-quiet button-icon button-small"
          aria-label="Dismiss the story"
          onClick={onDismiss}
        >
          <Icon name="close" />
        </button>
      </div>
      <p className="card-note">
        {story.isChosen
          ? 'It holds what was chosen in the export options, already unfolded. The ledger below is that of all the data it was taken from.'
          : 'It is already unfolded, one row for each real interval, so there is nothing left to do.'}{' '}
        This is what it says of itself; to see pictures, open the file it was made from.
      </p>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div>
        <h3 className="ledger-name">Made from</h3>
        <ul className="plain-list">
          {story.sources.map((source, index) => (
            <li key={`${source.name}/${source.sha256}`}>
              {shortText(source.name, 100)}: {countOf(source.rows, 'row')}, {bytesText(source.bytes)}, SHA-256{' '}
              {shortText(source.sha256, 17)}
              {sourceStory(source, story.conventions[index]).map((line) => (
                <span key={line} className="story-source">
                  {line}
                </span>
              ))}
            </li>
          ))}
        </ul>
      </div>
      <LedgerLines rows={story.ledger} />
    </section>
  );
}

/** `2024-03-01 12:00 UTC` from an ISO instant; other text as it is. */
export function writtenText(createdAt: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}).*Z$/.exec(createdAt);
  return match ? `${match[1]} ${match[2]} UTC` : shortText(createdAt, 40);
}
