import { useState } from 'react';
import { refusalText } from '../../domain/refusal-text';
import { shortText } from '../../domain/number-text';
import { missingOf } from '../../readers/input-mapping';
import type { InputMapping } from '../../readers/input-mapping';
import type { MappingRequest } from '../../session/session-state';
import { QuestionDialog } from '../question-dialog';
import { ColumnChoices } from './column-choices';
import { MeaningChoices } from './meaning-choices';
import { ReadingChoices } from './reading-choices';
import { SampleRows } from './sample-rows';
import './mapping.css';

interface MappingDialogProps {
  request: MappingRequest;
  onConfirm: (mapping: InputMapping) => void;
  onCancel: () => void;
}

const NEEDED: Readonly<Record<string, string>> = {
  timestamp: 'a time',
  date: 'a date',
  value: 'the readings',
  slots: 'the slot columns',
};

/** Asks how the columns of a file are meant. Leaving it changes nothing. */
export default function MappingDialog({ request, onConfirm, onCancel }: MappingDialogProps) {
  const [mapping, setMapping] = useState(request.mapping);
  const { inspection, refusal } = request;
  const missing = missingOf(mapping);
  const isSlots = mapping.shape === 'slot-columns';
  const change = (part: Partial<InputMapping>) => setMapping((before) => ({ ...before, ...part }));
  return (
    // Else the sample of rows, which can be scrolled, would have the focus.
    <QuestionDialog
      name="mapping"
      title={`How “${shortText(request.file, 60)}” is read`}
      focusTitle
      onConfirm={() => {
        if (missing.length === 0) onConfirm(mapping);
      }}
      onCancel={onCancel}
    >
      <p className="card-note">
        {refusal ? refusalText(refusal).sentence : 'Change what a column means; the file is then read again.'}
      </p>
      <SampleRows inspection={inspection} mapping={mapping} />
      {mapping.shape !== 'nem12' && (
        <>
          <ColumnChoices columns={inspection.columns} mapping={mapping} onChange={change} />
          {!isSlots && <ReadingChoices {...{ inspection, mapping }} onChange={change} />}
          <MeaningChoices mapping={mapping} onChange={change} />
        </>
      )}
      <div className="mapping-end">
        <p className="mapping-missing" role="status">
          {missing.length > 0 && `Still needed: ${missing.map((role) => NEEDED[role] ?? role).join(', ')}.`}
        </p>
        <button type="button" className="button" onClick={onCancel}>
          Leave it
        </button>
        <button type="submit" className="button button-primary" disabled={missing.length > 0}>
          Read it this way
        </button>
      </div>
    </QuestionDialog>
  );
}
