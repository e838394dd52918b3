import { lazy, Suspense } from 'react';
import type { Session } from '../../session/session';
import type { SelectionRequest } from '../../session/session-state';

const SelectionDialog = lazy(() => import('./selection-dialog'));

/** The choice of a part of files that are too large, loaded when there is one to make. */
export function SelectionDoor({ session, request }: { session: Session; request: SelectionRequest | null }) {
  if (!request) return null;
  return (
    <Suspense fallback={null}>
      <SelectionDialog
        key={request.subject}
        request={request}
        onConfirm={(selection) => session.confirmSelection(selection)}
        onCancel={() => session.cancelSelection()}
      />
    </Suspense>
  );
}
