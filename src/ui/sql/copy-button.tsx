import { useState } from 'react';
import { Icon } from '../icon';

/** Puts a text on the clipboard and says so. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const [state, setState] = useState<'ready' | 'copied' | 'refused'>('ready');
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setState('copied'),
      () => setState('refused'),
    );
  };
  return (
    <>
      <button type="button" className="button button-small" aria-label={label} onClick={copy}>
        {state === 'copied' && <Icon name="check" />}
        {state === 'copied' ? 'Copied' : 'Copy'}
      </button>
      <span className="visually-hidden" role="status">
        {state === 'copied' && 'Copied'}
        {state === 'refused' && 'The browser refused the clipboard: select the text and copy it.'}
      </span>
    </>
  );
}
