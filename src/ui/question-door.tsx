import { lazy, Suspense } from 'react';
import type { Session } from '../session/session';
import type { SessionState } from '../session/session-state';

const MappingDialog = lazy(() => import('./mapping/mapping-dialog'));
const SelectionDialog = lazy(() => import('./selection/selection-dialog'));

interface QuestionDoorProps extends Pick<SessionState, 'mapping' | 'selection'> {
  session: Session;
}

/** What a person is asked about files that cannot be opened just so, loaded when there is something to ask. */
export function QuestionDoor({ session, mapping, selection }: QuestionDoorProps) {
  return (
    <Suspense fallback={null}>
      {mapping && (
        <MappingDialog
          key={mapping.file}
          request={mapping}
          onConfirm={(answer) => session.confirmMapping(answer)}
          onCancel={() => session.cancelMapping()}
        />
      )}
      {selection && (
        <SelectionDialog
          key={selection.subject}
          request={selection}
          onConfirm={(answer) => session.confirmSelection(answer)}
          onCancel={() => session.cancelSelection()}
        />
      )}
    </Suspense>
  );
}
