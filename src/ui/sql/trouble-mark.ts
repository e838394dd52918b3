import { StateEffect, StateField } from '@codemirror/state';
import type { EditorState, Extension } from '@codemirror/state';
import { Decoration, EditorView, gutter, GutterMarker, hoverTooltip } from '@codemirror/view';
import type { DecorationSet } from '@codemirror/view';

/** What is wrong with a part of the statement. */
export interface MarkedTrouble {
  from: number;
  to: number;
  message: string;
}

/** Marks the trouble in the text, or takes the mark away. */
export const setTrouble = StateEffect.define<MarkedTrouble | null>();

interface Marked {
  message: string;
  /** One range, which moves with the text; none when it was typed over. */
  ranges: DecorationSet;
}

const UNMARKED: Marked = { message: '', ranges: Decoration.none };

const troubleField = StateField.define<Marked>({
  create: () => UNMARKED,
  update: (marked, transaction) => {
    const given = transaction.effects.findLast((effect) => effect.is(setTrouble));
    if (given) return given.value ? markedAt(given.value, transaction.state) : UNMARKED;
    return transaction.docChanged ? { ...marked, ranges: marked.ranges.map(transaction.changes) } : marked;
  },
  provide: (field) => EditorView.decorations.from(field, ({ ranges }) => ranges),
});

/** An empty place is widened to a character beside it, since a mark around nothing could not be seen. */
function markedAt({ from, to, message }: MarkedTrouble, state: EditorState): Marked {
  const { length } = state.doc;
  const end = Math.min(Math.max(to, from + 1), length);
  const start = Math.min(from, Math.max(end - 1, 0));
  if (start === end) return UNMARKED;
  const mark = Decoration.mark({ class: 'cm-trouble', attributes: { 'aria-invalid': 'true' } });
  return { message, ranges: Decoration.set(mark.range(start, end)) };
}

class TroubleSign extends GutterMarker {
  constructor(private readonly message: string) {
    super();
  }

  override eq(other: TroubleSign): boolean {
    return other.message === this.message;
  }

  override toDOM(): HTMLElement {
    const sign = document.createElement('span');
    sign.className = 'cm-trouble-sign';
    sign.title = this.message;
    return sign;
  }
}

/** A column for the sign of the line that is in trouble; its width is there from the start. */
const troubleGutter = gutter({
  class: 'cm-gutter-trouble',
  lineMarker: (view, line) => {
    const { ranges, message } = view.state.field(troubleField);
    const first = ranges.iter();
    return first.value && first.from >= line.from && first.from <= line.to ? new TroubleSign(message) : null;
  },
  lineMarkerChange: (update) => update.startState.field(troubleField) !== update.state.field(troubleField),
});

const troubleTooltip = hoverTooltip((view, place) => {
  const { ranges, message } = view.state.field(troubleField);
  const mark = ranges.iter();
  if (!mark.value || place < mark.from || place > mark.to) return null;
  return {
    pos: mark.from,
    end: mark.to,
    create: () => {
      const dom = document.createElement('div');
      dom.className = 'cm-trouble-text';
      dom.textContent = message;
      return { dom };
    },
  };
});

/** What marks a trouble: in the text, in the margin of its line, and in words when it is pointed at. */
export const troubleMark: Extension = [troubleField, troubleGutter, troubleTooltip];
