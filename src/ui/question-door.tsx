import type { Session } from '../session/session';
import type { SessionState } from '../session/session-state';
import { fetchedPart } from './fetched-part';

const MISSED = { missed: 'What to ask about this file is not here.', isApart: true };
const MappingDialog = fetchedPart(
  () => import('./mapping/mapping-dialog').then((module) => module.default),
  MISSED,
);
const SelectionDialog = fetchedPart(
  () => import('./selection/selection-dialog').then((module) => module.default),
  MISSED,
);

interface QuestionDoorProps extends Pick<SessionState, 'mapping' | 'selection'> {
  session: Session;
}

/** What a person is asked about files that cannot be opened just so, loaded when there is something to ask. */
export function QuestionDoor({ session, mapping, selection }: QuestionDoorProps) {
  return (
    <>
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
    </>
  );
}
