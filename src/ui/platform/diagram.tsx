import { useRef, useState } from 'react';
import { Icon } from '../icon';
import { ScrollBox } from './scroll-box';
import './diagram.css';

interface DiagramProps {
  address: string;
  /** The words that stand for the picture, from the Markdown. */
  label: string;
}

/** A diagram on its sheet; it scrolls in its own box where it would become too small, and can be enlarged. */
export function Diagram({ address, label }: DiagramProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [large, setLarge] = useState(false);
  const enlarge = () => {
    setLarge(true);
    dialog.current?.showModal();
  };
  return (
    <figure className="diagram">
      <ScrollBox className="diagram-box" label={`Diagram: ${label}`}>
        <img className="diagram-picture" src={address} alt={label} />
      </ScrollBox>
      <figcaption className="diagram-foot">
        <span>
          {label}
          <span className="diagram-hint">Scroll the picture sideways, or enlarge it.</span>
        </span>
        <button
          type="button"
          className="button button-small diagram-enlarge"
          aria-label={`Enlarge the diagram: ${label}`}
          onClick={enlarge}
        >
          <Icon name="expand" />
          Enlarge
        </button>
      </figcaption>
      <dialog
        className="diagram-dialog"
        ref={dialog}
        aria-label={`Diagram: ${label}`}
        onClose={() => setLarge(false)}
        onClick={(event) => {
          if (event.target === event.currentTarget) dialog.current?.close();
        }}
      >
        <div className="diagram-dialog-head">
          <strong>{label}</strong>
          <button type="button" className="button button-small" onClick={() => dialog.current?.close()}>
            <Icon name="close" />
            Close
          </button>
        </div>
        <ScrollBox className="diagram-dialog-box" label={`Diagram: ${label}, enlarged`}>
          {large && <img className="diagram-large" src={address} alt={label} />}
        </ScrollBox>
      </dialog>
    </figure>
  );
}
