import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete';
import type { Completion, CompletionSource } from '@codemirror/autocomplete';
import { history, historyKeymap, standardKeymap, toggleComment } from '@codemirror/commands';
import { sql } from '@codemirror/lang-sql';
import type { SQLNamespace } from '@codemirror/lang-sql';
import { bracketMatching, syntaxHighlighting } from '@codemirror/language';
import { EditorState, Prec } from '@codemirror/state';
import type { Extension } from '@codemirror/state';
import { drawSelection, EditorView, keymap, lineNumbers, placeholder } from '@codemirror/view';
import { classHighlighter } from '@lezer/highlight';
import type { CatalogueTable } from './catalogue';
import { duckdbDialect } from './duckdb-dialect';
import { editorTheme } from './editor-theme';
import { troubleMark } from './trouble-mark';

export interface EngineFunction {
  function_name: string;
  function_type: string;
  description: string | null;
}

interface EditorParts {
  tables: readonly CatalogueTable[];
  /** Asked when completion opens: the list may arrive later than the editor. */
  functions: () => readonly EngineFunction[];
  onRun: () => void;
  onCancel: () => boolean;
  onChange: (text: string) => void;
}

/** Everything the editor can do. Tab leaves it, as everywhere on the page. */
export function editorExtensions(parts: EditorParts): Extension[] {
  const language = sql({ dialect: duckdbDialect, schema: namespaceOf(parts.tables) });
  return [
    lineNumbers(),
    troubleMark,
    history(),
    drawSelection(),
    bracketMatching(),
    closeBrackets(),
    autocompletion({ icons: false }),
    language,
    duckdbDialect.language.data.of({ autocomplete: functionSource(parts.functions) }),
    duckdbDialect.language.data.of({ autocomplete: columnSource(parts.tables) }),
    syntaxHighlighting(classHighlighter),
    placeholder('SELECT … FROM analytical'),
    EditorView.lineWrapping,
    EditorState.tabSize.of(4),
    EditorView.contentAttributes.of({ 'aria-label': 'SQL statement', spellcheck: 'false' }),
    typingOverSelection,
    EditorView.updateListener.of((update) => {
      if (update.docChanged) parts.onChange(update.state.doc.toString());
    }),
    Prec.highest(
      keymap.of([
        { key: 'Mod-Enter', run: () => (parts.onRun(), true), preventDefault: true },
        { key: 'Mod-.', run: () => parts.onCancel() },
      ]),
    ),
    keymap.of([
      ...closeBracketsKeymap,
      ...completionKeymap,
      ...historyKeymap,
      ...standardKeymap,
      { key: 'Mod-/', run: toggleComment },
    ]),
    editorTheme,
  ];
}

/**
 * Typing over a selection is done here: left to itself the browser keeps the old text's colours in
 * an inline style, which the page's security policy refuses with an error in its console.
 */
const typingOverSelection = EditorView.domEventHandlers({
  beforeinput: (event, view) => {
    const { from, to, empty } = view.state.selection.main;
    const text = event.data;
    if (event.inputType !== 'insertText' || text === null || empty || view.composing) return false;
    event.preventDefault();
    const insert = () =>
      view.state.update(view.state.replaceSelection(text), { userEvent: 'input.type', scrollIntoView: true });
    const handlers = view.state.facet(EditorView.inputHandler);
    if (!handlers.some((handler) => handler(view, from, to, text, insert))) view.dispatch(insert());
    return true;
  },
});

function namespaceOf(tables: readonly CatalogueTable[]): SQLNamespace {
  return Object.fromEntries(
    tables.map((table) => [
      table.name,
      {
        self: { label: table.name, type: 'table', detail: table.kind, info: table.description, boost: 20 },
        children: table.columns.map((column) => columnCompletion(column, table.name)),
      },
    ]),
  );
}

function columnCompletion(column: CatalogueTable['columns'][number], table: string): Completion {
  return {
    label: column.name,
    type: 'property',
    detail: column.type.toLowerCase(),
    info: `${column.description} (${table})`,
    boost: 10,
  };
}

/** The columns of every table that the statement names, without a table's name before them. */
function columnSource(tables: readonly CatalogueTable[]): CompletionSource {
  return (context) => {
    const word = context.matchBefore(/[A-Za-z_]\w*/);
    if (!word || context.matchBefore(/\.\w*/)) return null;
    const text = context.state.doc.toString();
    const named = tables.filter(({ name }) => new RegExp(`\\b${name}\\b`, 'i').test(text));
    const columns = new Map(
      named.flatMap((table) =>
        table.columns.map((column) => [column.name, columnCompletion(column, table.name)]),
      ),
    );
    return { from: word.from, options: [...columns.values()], validFor: /^\w*$/ };
  };
}

function functionSource(functions: () => readonly EngineFunction[]): CompletionSource {
  return (context) => {
    const word = context.matchBefore(/[A-Za-z_]\w*/);
    if (!word || word.to - word.from < 2 || context.matchBefore(/\.\w*/)) return null;
    const options = functions().map(({ function_name, function_type, description }) => ({
      label: function_name,
      type: 'function',
      detail: function_type.replace('_', ' '),
      ...(description ? { info: description } : {}),
      apply: `${function_name}(`,
      boost: -10,
    }));
    return { from: word.from, options, validFor: /^\w*$/ };
  };
}
