import { useRef } from 'react';
import { bytesText, countOf, shortText } from '../domain/number-text';
import type { Dataset } from '../session/session-state';
import { Icon } from './icon';
import { foundText } from './shape-text';

interface SourcesMenuProps {
  dataset: Dataset;
  onClose: () => void;
  /** Asks how the columns of a file are meant. */
  onMap: (sourceId: number) => void;
}

/** What is open: the first file's name, and a fold-out with every file and its size. */
export function SourcesMenu({ dataset, onClose, onMap }: SourcesMenuProps) {
  const details = useRef<HTMLDetailsElement>(null);
  const { sources } = dataset;
  const first = sources[0];
  if (!first) return null;
  const fold = () => details.current?.removeAttribute('open');
  return (
    <details
      className="sources"
      ref={details}
      onKeyDown={(event) => {
        if (event.key === 'Escape') fold();
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) fold();
      }}
    >
      <summary className="sources-summary">
        <span className="field-label">{countOf(sources.length, 'open file')}</span>
        <span className="sources-name">
          <span className="clip">{shortText(first.name)}</span>
          {sources.length > 1 && <span className="sources-more">+{sources.length - 1}</span>}
          <Icon name="chevron" />
        </span>
      </summary>
      <div className="sources-panel">
        <ul>
          {sources.map((source) => (
            <li key={source.source_id} className="source">
              <strong className="source-name">{shortText(source.name, 120)}</strong>
              <span>
                {countOf(source.rows, 'row')}, {bytesText(source.bytes)}
              </span>
              <span>Found: {foundText(source)}</span>
              {source.mapping && source.shape !== 'nem12' && (
                <button type="button" className="button-link" onClick={() => onMap(source.source_id)}>
                  Change how it is read
                </button>
              )}
              <span className="source-hash">SHA-256 {source.sha256.slice(0, 16)}…</span>
            </li>
          ))}
        </ul>
        <button type="button" className="button button-small" onClick={onClose}>
          <Icon name="close" />
          Close all files
        </button>
      </div>
    </details>
  );
}
