import type { Overlay } from '../../charts/overlay';
import type { FailedOverlay } from './failed-overlays';

interface OverlayNoteProps {
  /** The title of the card that it stands in. */
  place: string;
  overlay: Overlay<object> | null;
  failed: readonly FailedOverlay[];
  /** Why what has arrived cannot be drawn in this picture. */
  refused?: string | null;
}

/** Says under a picture why it shows one side only, though something is compared. */
export function OverlayNote({ place, overlay, failed, refused = null }: OverlayNoteProps) {
  const failure = failed.find(({ places }) => places.includes(place));
  if (failure) {
    return (
      <p className="card-note">
        What is compared could not be fetched, so that only this meter is shown.{' '}
        <button type="button" className="button-link" onClick={failure.retry}>
          Try again
        </button>
      </p>
    );
  }
  const empty = overlay?.rows.length === 0 ? `${overlay.label} has nothing to show here.` : null;
  const why = refused ?? empty;
  return why && <p className="card-note">{why}</p>;
}
