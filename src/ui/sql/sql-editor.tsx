import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useEffect, useImperativeHandle, useRef } from 'react';
import type { Ref } from 'react';
import type { StatementTrouble } from '../../session/console/statement-guard';
import { CATALOGUE } from './catalogue';
import { editorExtensions } from './editor-setup';
import type { EngineFunction } from './editor-setup';
import { setTrouble } from './trouble-mark';

/** What the buttons beside the editor do with it. */
export interface EditorHandle {
  /** The selected part, or all of it, and where it begins. */
  chosen: () => { sql: string; offset: number };
  /** Puts another text in, as one step that can be undone. */
  replace: (text: string) => void;
  /** Puts a text in at the cursor. */
  insert: (text: string) => void;
}

interface SqlEditorProps {
  initial: string;
  functions: readonly EngineFunction[];
  trouble: StatementTrouble | null;
  onRun: () => void;
  onCancel: () => boolean;
  onChange: (text: string) => void;
  ref: Ref<EditorHandle>;
}

/**
 * The editor. It lives in a shadow root because its library then adopts style sheets, which the
 * page's security policy allows; a style element it would not.
 */
export function SqlEditor({ initial, functions, trouble, onRun, onCancel, onChange, ref }: SqlEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const latest = useRef({ initial, functions, onRun, onCancel, onChange });
  useEffect(() => {
    latest.current = { initial, functions, onRun, onCancel, onChange };
  });

  useEffect(() => {
    const place = host.current;
    if (!place) return undefined;
    const root = place.shadowRoot ?? place.attachShadow({ mode: 'open' });
    const editor = new EditorView({
      parent: root,
      root,
      state: EditorState.create({
        doc: latest.current.initial,
        extensions: editorExtensions({
          tables: CATALOGUE,
          functions: () => latest.current.functions,
          onRun: () => latest.current.onRun(),
          onCancel: () => latest.current.onCancel(),
          onChange: (text) => latest.current.onChange(text),
        }),
      }),
    });
    view.current = editor;
    return () => {
      editor.destroy();
      view.current = null;
    };
  }, []);

  useEffect(() => {
    const editor = view.current;
    if (!editor) return;
    const place = trouble?.place;
    const isInText = place && place.from <= editor.state.doc.length;
    const message = trouble && `${trouble.title}. ${trouble.sentence} ${trouble.nextStep}`;
    editor.dispatch({ effects: setTrouble.of(message && isInText ? { ...place, message } : null) });
    if (isInText) {
      editor.dispatch({ effects: EditorView.scrollIntoView(place.from) });
    }
  }, [trouble]);

  useImperativeHandle(ref, () => ({
    chosen: () => {
      const state = view.current?.state;
      const range = state?.selection.main;
      if (!state || !range || range.empty) return { sql: state?.doc.toString() ?? '', offset: 0 };
      return { sql: state.sliceDoc(range.from, range.to), offset: range.from };
    },
    replace: (text) => {
      const editor = view.current;
      editor?.dispatch({
        changes: { from: 0, to: editor.state.doc.length, insert: text },
        selection: { anchor: text.length },
      });
      editor?.focus();
    },
    insert: (text) => {
      const editor = view.current;
      editor?.dispatch(editor.state.replaceSelection(text));
      editor?.focus();
    },
  }));

  return <div className="sql-editor" ref={host} />;
}
