import { lazy, Suspense } from 'react';
import type { Session } from '../../session/session';
import type { MappingRequest } from '../../session/session-state';

const MappingDialog = lazy(() => import('./mapping-dialog'));

/** The question about a file's columns, loaded when there is one. */
export function MappingDoor({ session, request }: { session: Session; request: MappingRequest | null }) {
  if (!request) return null;
  return (
    <Suspense fallback={null}>
      <MappingDialog
        key={request.file}
        request={request}
        onConfirm={(mapping) => session.confirmMapping(mapping)}
        onCancel={() => session.cancelMapping()}
      />
    </Suspense>
  );
}
